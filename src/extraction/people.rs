//! The people and bodies that a text names in full, found before anything else is read.
//!
//! News names a source in full once and briefly afterwards, the full name not always where it speaks first. So the
//! whole text is gone over once: runs of capitalised words with the titles before them, how often each is named, where,
//! and as what (“Sen.”, “Gov.”, “professor”). A short form means the name in full that ends in it; a pronoun or “the
//! senator” the one that stands nearest before it and fits.

use super::lexicon::{self, EXPERT, GOVERNMENT, OFFICES, OFFICIAL, ORGANISATION, OUTLET_WORDS, TITLES};
use super::name::text_of_words;
use crate::span::Span;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Most words of a name.
const LONGEST: usize = 7;
/// How many characters before a pronoun the only name it can mean stands.
const SHORTLY: usize = 300;
/// How many mentions before a pronoun are looked at.
const NEAR: usize = 12;

/// Whom “he” or “she” can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Male,
    Female,
}

/// A name in full.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub name: String,
    /// Whether it is the name of one person, as far as its words tell.
    pub person: bool,
    pub gender: Option<Gender>,
    /// What the text calls it: “senator”, “governor”.
    roles: Vec<&'static str>,
    count: usize,
}

/// All names of a text and where they stand.
#[derive(Debug, Default)]
pub(super) struct People {
    named: Vec<Named>,
    /// People by their last word, bodies by their whole name and by its initials.
    short: HashMap<String, Vec<usize>>,
    /// Places of names and short forms, in order.
    mentions: Vec<(Span, usize)>,
}

/// A word of a run.
#[derive(Clone, Copy, Debug)]
struct Word {
    span: Span,
    /// Whether a stop belongs to it that may be an initial's or a title's.
    stopped: bool,
}

/// Capitalised words side by side, and the word in small letters before them.
#[derive(Debug)]
struct Run {
    before: Option<Span>,
    words: Vec<Word>,
}

/// Words that stand before a name and are no part of it.
static BEFORE_NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lists = [OFFICIAL, EXPERT, TITLES, OFFICES, lexicon::SENTENCE_STARTERS, lexicon::NATIONS, lexicon::DAYS];
    let others = ["republican", "democratic", "democrat", "former", "gop", "retired"];
    lists.into_iter().flatten().copied().chain(others).collect()
});

impl People {
    /// Goes over a text.
    pub fn of(chars: &[char]) -> Self {
        let runs = runs(chars);
        let mut people = Self::default();
        let mut whole: HashMap<String, usize> = HashMap::new();
        let mut rest = Vec::new();
        for run in &runs {
            let Some(title) = split(chars, &run.words) else { continue };
            let (before, name) = run.words.split_at(title);
            let role = || role_of(chars, before).or_else(|| run.before.and_then(|span| role(&low(chars, span))));
            let Some((first, last)) = name.first().zip(name.last()) else { continue };
            let span = Span::new(first.span.start, last.span.end);
            if name.len() < 2 {
                rest.push((span, role()));
                continue;
            }
            let text = text_of_words(chars, span);
            let at = *whole.entry(text.clone()).or_insert_with(|| {
                people.named.push(Named::of(text));
                people.named.len() - 1
            });
            if let Some(named) = people.named.get_mut(at) {
                named.count += 1;
                named.roles.extend(role());
            }
            people.mentions.push((span, at));
        }
        people.index();
        for (span, role) in rest {
            let text = text_of_words(chars, span);
            let Some(at) = people.meant(&text) else { continue };
            if let Some(named) = people.named.get_mut(at) {
                named.count += 1;
                named.roles.extend(role);
            }
            people.mentions.push((span, at));
        }
        people.mentions.sort_unstable();
        people
    }

    fn index(&mut self) {
        for (at, named) in self.named.iter().enumerate() {
            let words: Vec<&str> = named.name.split(' ').collect();
            let last = words.iter().rev().find(|word| !matches!(**word, "Jr" | "Jr." | "Sr." | "II" | "III"));
            if let Some(last) = last.filter(|_| named.person) {
                self.short.entry((*last).to_owned()).or_default().push(at);
            }
            let initials: String = words.iter().filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).collect();
            if !named.person {
                self.short.entry(named.name.clone()).or_default().push(at);
                if initials.chars().count() > 1 {
                    self.short.entry(initials).or_default().push(at);
                }
            }
        }
    }

    /// The name in full that a surname or initials mean: the one named most often, the first of several.
    fn meant(&self, short: &str) -> Option<usize> {
        let places = self.short.get(short)?;
        places.iter().copied().max_by_key(|at| (self.named.get(*at).map_or(0, |named| named.count), usize::MAX - at))
    }

    /// The name in full of a short form.
    pub fn in_full(&self, short: &str) -> Option<&Named> {
        self.meant(short).and_then(|at| self.named.get(at))
    }

    /// Who is known by that name in full.
    pub fn known(&self, name: &str) -> Option<&Named> {
        let last = name.rsplit(' ').next()?;
        self.short.get(last)?.iter().filter_map(|at| self.named.get(*at)).find(|named| named.name == name)
    }

    /// The body of that name.
    pub fn body(&self, name: &str) -> Option<&Named> {
        self.in_full(name).filter(|named| !named.person && named.name == name)
    }

    /// The names before a place, nearest first, each with where it ends.
    fn before(&self, place: usize) -> impl Iterator<Item = (usize, &Named)> {
        let end = self.mentions.partition_point(|(span, _)| span.end <= place);
        let near = self.mentions.get(end.saturating_sub(NEAR)..end).unwrap_or_default();
        near.iter().rev().filter_map(|(span, at)| Some((span.end, self.named.get(*at)?)))
    }

    /// The person that stands nearest before a place and fits.
    pub fn nearest(&self, place: usize, fits: impl Fn(&Named) -> bool) -> Option<&Named> {
        self.before(place).map(|(_, named)| named).find(|named| named.person && fits(named))
    }

    /// The only person that a pronoun at a place can mean: all that is named in the text shortly before, with a first name
    /// that tells it is a man or a woman.
    pub fn only_one(&self, place: usize, gender: Gender) -> Option<&Named> {
        let mut near = self.before(place).take_while(|(end, _)| place - end < SHORTLY).map(|(_, named)| named).filter(|named| named.person);
        let first = near.next().filter(|named| named.gender == Some(gender))?;
        near.all(|named| named.name == first.name).then_some(first)
    }

    /// The person right before a place: “Stumpf, who”.
    pub fn right_before(&self, place: usize) -> Option<&Named> {
        self.before(place).next().filter(|(end, named)| named.person && place - end <= 3).map(|(_, named)| named)
    }

    /// The person nearest before a place, else the first of all, whom the text calls that: “the senator”.
    pub fn called(&self, role: &str, place: usize) -> Option<&Named> {
        let fits = |named: &&Named| named.is_called(role);
        self.before(place).map(|(_, named)| named).find(fits).or_else(|| self.named.iter().find(fits))
    }
}

impl Named {
    fn of(name: String) -> Self {
        let body = |word: &str| {
            let low = word.to_lowercase();
            [ORGANISATION, GOVERNMENT, OUTLET_WORDS, lexicon::DOCUMENT].iter().any(|list| list.contains(&low.as_str()))
                || matches!(low.as_str(), "of" | "for" | "the" | "and" | "on")
        };
        let person = !name.split(' ').any(body);
        let gender = name.split(' ').next().filter(|_| person).and_then(gender_of);
        Self { name, person, gender, roles: Vec::new(), count: 0 }
    }

    /// Whether the text calls the person that.
    pub fn is_called(&self, role: &str) -> bool {
        self.roles.contains(&role)
    }

    /// Whether “he” or “she” can mean this person.
    pub fn may_be(&self, gender: Option<Gender>) -> bool {
        gender.is_none() || self.gender.is_none() || self.gender == gender
    }
}

/// What a first name tells.
pub(super) fn gender_of(first: &str) -> Option<Gender> {
    if lexicon::MEN.contains(&first) {
        Some(Gender::Male)
    } else if lexicon::WOMEN.contains(&first) {
        Some(Gender::Female)
    } else {
        None
    }
}

/// Where the name begins behind the titles of a run; `None` where all is title.
fn split(chars: &[char], run: &[Word]) -> Option<usize> {
    let title = |word: &Word| BEFORE_NAMES.contains(low(chars, word.span).as_str());
    // The last word is no title: “Martin Luther King”.
    let last = run.len().checked_sub(1)?;
    let at = run.iter().take(last).rposition(title).map_or(0, |at| at + 1);
    (at < run.len() && !(run.len() == 1 && title(run.first()?))).then_some(at)
}

/// What the words before a name call it.
fn role_of(chars: &[char], titles: &[Word]) -> Option<&'static str> {
    titles.iter().rev().find_map(|word| role(&low(chars, word.span)))
}

/// The role that a title or a noun stands for.
pub(super) fn role(low: &str) -> Option<&'static str> {
    let spelled = match low {
        "sen" => "senator",
        "gov" => "governor",
        "gen" | "maj" | "col" => "general",
        "prof" => "professor",
        "dr" => "doctor",
        "pres" => "president",
        "sec" => "secretary",
        "rep" | "congressman" | "congresswoman" | "lawmaker" => "representative",
        "spokeswoman" | "spokesman" | "spokesperson" => "spokesperson",
        "nominee" | "candidate" => "candidate",
        other => other,
    };
    OFFICIAL.iter().chain(EXPERT).find(|known| **known == spelled).copied()
}

fn low(chars: &[char], span: Span) -> String {
    chars.get(span.start..span.end).unwrap_or_default().iter().take(24).flat_map(|c| c.to_lowercase()).filter(|c| *c != '.').collect()
}

/// Runs of capitalised words side by side. Those of lines where most words are capitalised are left out: a headline is
/// no name.
fn runs(chars: &[char]) -> Vec<Run> {
    let mut found = Vec::new();
    for line in chars.split_inclusive(|c| *c == '\n').scan(0, |start, line| {
        let from = *start;
        *start += line.len();
        Some(Span::new(from, *start))
    }) {
        let mut here: Vec<Run> = Vec::new();
        let mut run = Run { before: None, words: Vec::new() };
        let (mut words, mut capitals, mut small) = (0_usize, 0_usize, None);
        let mut at = line.start;
        while at < line.end {
            let Some(word) = word(chars, at, line.end) else {
                at += 1;
                // Anything but a single space parts names.
                if chars.get(at - 1) != Some(&' ') || chars.get(at) == Some(&' ') {
                    close(&mut run, &mut here);
                    small = None;
                }
                continue;
            };
            words += 1;
            let capital = chars.get(word.span.start).is_some_and(|c| c.is_uppercase());
            let joins = !run.words.is_empty() && is_particle(chars, word.span);
            capitals += usize::from(capital);
            if capital || joins {
                if run.words.is_empty() {
                    run.before = small;
                }
                run.words.push(word);
            } else {
                close(&mut run, &mut here);
            }
            small = (!capital).then_some(word.span);
            at = word.span.end + usize::from(word.stopped);
            if capital && owns(chars, word.span.end) {
                close(&mut run, &mut here);
            }
        }
        close(&mut run, &mut here);
        if words < 4 || capitals * 10 < words * 6 {
            found.append(&mut here);
        }
    }
    found
}

/// Ends a run.
fn close(run: &mut Run, found: &mut Vec<Run>) {
    if run.words.is_empty() {
        return;
    }
    let whole = std::mem::replace(run, Run { before: None, words: Vec::new() });
    if whole.words.len() <= LONGEST {
        found.push(whole);
    }
}

fn is_particle(chars: &[char], span: Span) -> bool {
    const PARTICLES: [&str; 10] = ["de", "van", "von", "der", "bin", "al", "el", "la", "da", "di"];
    span.len() < 4 && PARTICLES.iter().any(|known| known.chars().eq(chars.get(span.start..span.end).unwrap_or_default().iter().copied()))
}

/// Whether `'s` stands there.
fn owns(chars: &[char], at: usize) -> bool {
    matches!(chars.get(at), Some('\'' | '’')) && matches!(chars.get(at + 1), Some('s'))
}

/// The word at a place: letters, inner hyphens and apostrophes that own nothing; with the stop of an initial or title.
fn word(chars: &[char], at: usize, end: usize) -> Option<Word> {
    let letter = |at: usize| at < end && chars.get(at).is_some_and(|c| c.is_alphanumeric());
    if !letter(at) {
        return None;
    }
    let mut to = at + 1;
    while letter(to) || matches!(chars.get(to), Some('-' | '\'' | '’')) && letter(to + 1) && !owns(chars, to) {
        to += 1;
    }
    let dot = chars.get(to) == Some(&'.') && to < end;
    let initial = to - at == 1;
    let short = || TITLES.contains(&low(chars, Span::new(at, to)).as_str());
    Some(Word { span: Span::new(at, to), stopped: dot && (initial || to - at < 7 && short()) })
}
