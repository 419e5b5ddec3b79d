//! What two sayings have in common, as plain figures. None of them alone says that they say the same.

use super::fuzzy::Pieces;
use super::index::Index;
use super::rank::Earlier;
use super::saying::{Saying, Word};
use std::collections::{HashMap, HashSet};

/// How many figures there are.
pub(super) const COUNT: usize = 40;
/// Words of a text within which words count as near each other.
const NEAR: usize = 12;
/// The place of the first of the shares.
const SHARES: usize = 5;
/// How soon a word that stands often counts no more, and how much long claims are held back: BM25's two constants.
const OFTEN: f32 = 0.8;
const LONG: f32 = 0.75;
/// How many words a claim and its title usually have.
const USUAL: f32 = 16.0;

/// The figures of one pair.
pub(super) type Figures = [f32; COUNT];

/// The larger of two shares: of the telling words of what is asked about that the claim has, and the other way round.
pub(super) fn shared(figures: &Figures) -> f32 {
    figures[SHARES].max(figures[SHARES + 3])
}

/// What is asked about, made ready to be compared with many.
pub(super) struct Asked<'a> {
    saying: &'a Saying,
    index: &'a Index,
    /// How telling each of its stems is, and how much it counts for standing more than once.
    stems: HashMap<u32, (f32, f32)>,
    body: HashSet<u32>,
    author: HashSet<u32>,
    /// Its most telling stems that any claim has, the most telling first.
    rarest: Vec<u32>,
    pieces: Pieces,
    pairs: HashSet<(u32, u32)>,
}

impl<'a> Asked<'a> {
    pub fn new(saying: &'a Saying, index: &'a Index) -> Self {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        for word in saying.whole() {
            *counts.entry(word.stem).or_default() += 1.0;
        }
        let stems: HashMap<u32, (f32, f32)> = counts.into_iter().map(|(stem, count)| (stem, (index.rarity(stem), count.min(2.0).sqrt()))).collect();
        let never = index.rarity(u32::MAX);
        let mut rarest: Vec<u32> = stems.iter().filter(|(_, (telling, _))| *telling < never).map(|(stem, _)| *stem).collect();
        rarest.sort_by(|a, b| index.rarity(*b).total_cmp(&index.rarity(*a)).then(a.cmp(b)));
        rarest.truncate(6);
        Self {
            saying,
            index,
            stems,
            body: stems_of(&saying.words),
            author: stems_of(&saying.author),
            rarest,
            pieces: Pieces::new(saying.whole()),
            pairs: pairs(&saying.words).chain(pairs(&saying.author)).collect(),
        }
    }

    /// The figures of an earlier claim.
    pub fn figures(&self, earlier: &Earlier) -> Figures {
        let claim = stems_of(&earlier.claim.words);
        let title = stems_of(&earlier.title.words);
        // Where no title is told, the claim is its own.
        let title = if title.is_empty() { claim.clone() } else { title };
        let both: HashSet<u32> = claim.union(&title).copied().collect();
        let mut figures = [0.0; COUNT];
        let parts = [self.words(earlier), self.shares(&claim, &title, &both), self.order(earlier), self.nearness(&both), self.dates(earlier)];
        for (place, figure) in figures.iter_mut().zip(parts.into_iter().flatten()) {
            *place = figure;
        }
        figures
    }

    fn sum(&self, stems: impl Iterator<Item = u32>) -> f32 {
        // In a fixed order: the same texts, the same figure to the last bit.
        let mut each: Vec<f32> = stems.map(|stem| self.index.rarity(stem)).collect();
        each.sort_by(f32::total_cmp);
        each.into_iter().sum()
    }

    /// How many of the telling words both have, as search engines score it.
    fn words(&self, earlier: &Earlier) -> Vec<f32> {
        let mut counts: HashMap<u32, f32> = HashMap::new();
        let mut length = 0.0_f32;
        for word in earlier.claim.whole().chain(earlier.title.whole()) {
            *counts.entry(word.stem).or_default() += 1.0;
            length += 1.0;
        }
        if earlier.title.is_empty() {
            for count in counts.values_mut() {
                *count *= 2.0;
            }
            length *= 2.0;
        }
        let held_back = OFTEN * (1.0 - LONG + LONG * length / USUAL);
        let score = |only: Option<&HashSet<u32>>| {
            let mut each: Vec<f32> = (self.stems.iter())
                .filter(|(stem, _)| only.is_none_or(|only| only.contains(stem)))
                .filter_map(|(stem, (telling, often))| counts.get(stem).map(|count| telling * often * count * (OFTEN + 1.0) / (count + held_back)))
                .collect();
            each.sort_by(f32::total_cmp);
            each.into_iter().sum::<f32>()
        };
        let pieces = Pieces::new(earlier.claim.whole().chain(earlier.title.whole()));
        let there: HashSet<(u32, u32)> = pairs(&earlier.claim.words).chain(pairs(&earlier.title.words)).collect();
        let shared = there.intersection(&self.pairs).flat_map(|(one, other)| [*one, *other]);
        vec![score(None), score(Some(&self.body)), score(Some(&self.author)), self.pieces.found_in(&pieces, self.index.known()), self.sum(shared)]
    }

    /// Which share of each the other has, weighed by how telling the words are.
    fn shares(&self, claim: &HashSet<u32>, title: &HashSet<u32>, both: &HashSet<u32>) -> Vec<f32> {
        let all: HashSet<u32> = self.stems.keys().copied().collect();
        let share = |part: &HashSet<u32>, of: &HashSet<u32>| {
            let whole = self.sum(part.iter().copied());
            if whole > 0.0 { self.sum(part.intersection(of).copied()) / whole } else { 0.0 }
        };
        let squares = |stems: &mut dyn Iterator<Item = u32>| {
            let mut each: Vec<f32> = stems.map(|stem| self.index.rarity(stem).powi(2)).collect();
            each.sort_by(f32::total_cmp);
            each.into_iter().sum::<f32>()
        };
        let mut telling: Vec<f32> = all.intersection(both).map(|stem| self.index.rarity(*stem)).collect();
        telling.sort_by(|a, b| b.total_cmp(a));
        let mut missing: Vec<f32> = claim.difference(&all).map(|stem| self.index.rarity(*stem)).collect();
        missing.sort_by(|a, b| b.total_cmp(a));
        let at = |list: &[f32], place: usize| list.get(place).copied().unwrap_or_default();
        let shared = telling.len() as f32;
        let (in_claim, in_title) = (share(claim, &all), share(title, &all));
        let same = squares(&mut all.intersection(both).copied());
        let cosine = (same / squares(&mut both.iter().copied()).max(1e-6)).sqrt();
        vec![
            share(&all, both),
            in_claim,
            in_title,
            in_claim.max(in_title),
            share(both, &all),
            share(&self.body, both),
            share(&self.author, both),
            shared,
            at(&telling, 0),
            at(&telling, 1),
            at(&telling, 2),
            at(&telling, 3),
            telling.iter().sum(),
            at(&missing, 0),
            at(&missing, 1),
            shared / both.len().max(1) as f32,
            shared / all.len().max(1) as f32,
            cosine,
            same,
            self.rarest.iter().take(3).filter(|stem| both.contains(stem)).count() as f32,
            self.rarest.iter().filter(|stem| both.contains(stem)).count() as f32,
        ]
    }

    /// Runs of the same words, and numbers.
    fn order(&self, earlier: &Earlier) -> Vec<f32> {
        let mine: HashSet<u32> = self.saying.whole().filter(|word| word.is_number).map(|word| word.stem).collect();
        let theirs: HashSet<u32> = earlier.claim.words.iter().chain(&earlier.title.words).filter(|word| word.is_number).map(|word| word.stem).collect();
        let same = mine.intersection(&theirs).count() as f32;
        let run = longest_run(&self.saying.all, &earlier.claim.all);
        let title = if earlier.title.is_empty() { run } else { longest_run(&self.saying.all, &earlier.title.all) };
        vec![run, title, same, theirs.difference(&mine).count() as f32, same / theirs.len().max(1) as f32]
    }

    /// How much of what both have stands together in what is asked about.
    fn nearness(&self, both: &HashSet<u32>) -> Vec<f32> {
        let hits: Vec<(usize, &Word)> = self.saying.words.iter().enumerate().filter(|(_, word)| both.contains(&word.stem)).collect();
        let author = self.sum(self.author.intersection(both).copied());
        let (mut window, mut sentence) = (0.0_f32, 0.0_f32);
        for (at, (first, word)) in hits.iter().enumerate() {
            let behind = || hits.iter().skip(at);
            let near: HashSet<u32> = behind().take_while(|(place, _)| place - first <= NEAR).map(|(_, word)| word.stem).collect();
            let together: HashSet<u32> = behind().take_while(|(_, one)| one.sentence == word.sentence).map(|(_, word)| word.stem).collect();
            window = window.max(self.sum(near.into_iter()));
            sentence = sentence.max(self.sum(together.into_iter()));
        }
        vec![window, sentence, author, window + author]
    }

    /// Whether both are about the same time.
    fn dates(&self, earlier: &Earlier) -> Vec<f32> {
        let mut years = earlier.claim.years.iter().chain(&earlier.title.years).peekable();
        let mut months = earlier.claim.months.iter().chain(&earlier.title.months).peekable();
        let Some((year, month)) = self.saying.said else { return vec![0.0, 0.0, 0.0, 3.0, 0.0] };
        let tells_years = years.peek().is_some();
        let tells_months = months.peek().is_some();
        let nearest = years.map(|told| (told - year).abs()).min();
        let same_year = nearest == Some(0);
        let same_month = month.is_some_and(|month| months.any(|told| *told == month));
        let yes = |holds: bool| f32::from(u8::from(holds));
        vec![
            yes(same_year),
            yes(tells_years && !same_year),
            yes(same_year && same_month),
            nearest.map_or(3.0, |years| years.min(10) as f32),
            yes(tells_months && !same_month),
        ]
    }
}

fn stems_of(words: &[Word]) -> HashSet<u32> {
    words.iter().map(|word| word.stem).collect()
}

/// Stems that stand beside each other.
fn pairs(words: &[Word]) -> impl Iterator<Item = (u32, u32)> {
    words.iter().zip(words.iter().skip(1)).map(|(one, other)| (one.stem, other.stem))
}

/// How many words in a row both have.
fn longest_run(one: &[u32], other: &[u32]) -> f32 {
    let mut longest = 0_u16;
    let mut before = vec![0_u16; other.len() + 1];
    for word in one {
        let mut now = vec![0_u16; other.len() + 1];
        for (at, _) in other.iter().enumerate().filter(|(_, there)| *there == word) {
            let run = before.get(at).copied().unwrap_or_default() + 1;
            if let Some(place) = now.get_mut(at + 1) {
                *place = run;
            }
            longest = longest.max(run);
        }
        before = now;
    }
    longest.into()
}
