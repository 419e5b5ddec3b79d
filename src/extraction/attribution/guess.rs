//! What the models find in one sentence: words that report, and for each its source and content.

use super::super::syntax::Parse;
use super::super::syntax::table::Scorer;
use super::super::token::{Token, tokens};
use super::super::weights::Weights;
use super::accept::{self, Sure};
use super::reach::{Anchor, Outline};
use super::role::{self, CONTENT, CUE, NONE, SOURCE, Views};
use super::rule::{self, Ruled};
use super::spot::{self, Frame, Setting};
use crate::span::Span;

/// Words that are less likely to report are no guess.
const FLOOR: f32 = 0.3;
/// The same where the rules take the word for a cue and name a source.
const HINTED: f32 = 0.2;
/// Most words of one sentence that are taken to report.
const MOST: usize = 16;

/// A sentence with all that is known of it before its neighbours are.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// What it looks like from its neighbours.
    pub outline: Outline,
    /// What the models find, in order.
    pub guesses: Vec<Guess>,
    /// What the rules find.
    pub reading: rule::Reading,
    /// Its words and marks, as the rules see them.
    pub(in super::super) tokens: Vec<Token>,
}

/// An attribution that the models hold possible.
#[derive(Clone, Debug, Default)]
pub struct Guess {
    /// The word that reports.
    pub word: Span,
    /// Its number in the sentence.
    pub at: usize,
    /// How likely it reports.
    pub chance: f32,
    /// Whether the rules see it too, and with a source.
    pub ruled: u32,
    /// Who.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Span,
    /// What they say, in this sentence.
    pub content: Vec<Span>,
    /// What it looks like from the sentences around.
    pub anchor: Anchor,
    /// How sure its labels are.
    pub sure: Sure,
    /// Whether it is the credit of a quotation: a name behind a dash.
    pub credit: bool,
}

/// A sentence as the models see it.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Its grammar.
    pub parse: Parse,
    /// What the rules find.
    pub reading: rule::Reading,
    /// Its words and marks, as the rules see them.
    tokens: Vec<Token>,
    /// Its setting.
    pub setting: Setting,
    /// Which words may report.
    pub spots: Vec<bool>,
}

impl Scene {
    /// The sentence at `span`; `quotes` are the quotations of its line.
    pub fn new<W: AsRef<[u8]>>(chars: &[char], span: Span, quotes: &[Span], setting: Setting, weights: &Weights<W>) -> Self {
        let parse = weights.syntax.parse(chars, span, quotes);
        let tokens = tokens(chars, span);
        let reading = rule::read(&tokens, quotes, setting.title);
        let spots = (0..parse.len()).map(|at| may_report(&parse, at, weights)).collect();
        Self { parse, reading, tokens, setting, spots }
    }

    /// The same, with what these weights know of stems.
    #[must_use]
    pub fn with_spots<W: AsRef<[u8]>>(&self, weights: &Weights<W>) -> Self {
        let spots = (0..self.parse.len()).map(|at| may_report(&self.parse, at, weights)).collect();
        Self { spots, ..self.clone() }
    }

    /// What depends on the word at `at`.
    pub fn frame(&self, at: usize) -> Frame {
        let mut frame = Frame::of(&self.parse, at);
        frame.ruled = self.ruled(at).map_or(0, |one| 1 + u32::from(one.source.is_some()));
        frame
    }

    /// What the rules find with the word at `at` as cue.
    fn ruled(&self, at: usize) -> Option<&Ruled> {
        let word = self.parse.words.get(at)?.span();
        self.reading.ruled.iter().find(|one| one.cue.overlaps(word))
    }

    /// The rules' label of each word for the attribution whose cue holds the word at `cue`.
    fn hints(&self, cue: usize) -> Vec<u8> {
        let Some(one) = self.ruled(cue) else { return Vec::new() };
        self.parse.words.iter().map(|word| label(word.span(), &[one.cue], one.source.as_slice(), &one.content)).collect()
    }

    /// The features of the word at `at` as a cue.
    pub fn spot(&self, at: usize) -> [u32; spot::FEATURES] {
        spot::features(&self.parse, at, &self.frame(at), self.setting)
    }

    /// The features of all words, given the cue.
    pub fn views(&self, cue: usize) -> Views {
        Views::new(&self.parse, cue, &self.frame(cue), self.setting, &self.spots, &self.hints(cue))
    }

    /// The words that report, with how likely they do.
    pub fn likely<W: AsRef<[u8]>>(&self, weights: &Weights<W>) -> Vec<(usize, f32)> {
        let chance = |at: usize| {
            let [score] = weights.spot.scores(&self.spot(at));
            1.0 / (1.0 + (-score).exp())
        };
        let spots = self.spots.iter().enumerate().filter(|(_, spot)| **spot);
        let hinted = |at: usize| self.ruled(at).is_some_and(|one| one.source.is_some());
        let may = |(at, chance): &(usize, f32)| *chance >= FLOOR || *chance >= HINTED && hinted(*at);
        let mut likely: Vec<(usize, f32)> = spots.map(|(at, _)| (at, chance(at))).filter(may).collect();
        if likely.len() > MOST {
            likely.sort_by(|a, b| b.1.total_cmp(&a.1));
            likely.truncate(MOST);
            likely.sort_by_key(|(at, _)| *at);
        }
        likely
    }

    /// What the word at `at` reports, which reports so likely.
    pub fn guess<W: AsRef<[u8]>>(&self, at: usize, chance: f32, weights: &Weights<W>) -> Guess {
        let labels = role::decode(&self.views(at), &weights.single, &weights.double);
        Guess { sure: Sure::of(&labels), ..self.labelled(at, chance, &labels.labels) }
    }

    /// The score of a guess as a whole; `likely` are the words of the sentence that may report.
    pub fn worth<W: AsRef<[u8]>>(&self, guess: &Guess, likely: &[(usize, f32)], weights: &Weights<W>) -> f32 {
        let [score] = weights.accept.scores(&accept::features(self, guess, likely));
        score
    }

    /// The places of what these labels mark.
    fn labelled(&self, at: usize, chance: f32, labels: &[u8]) -> Guess {
        let word = self.parse.words.get(at).map(super::super::syntax::word::Word::span).unwrap_or_default();
        let ruled = self.ruled(at).map_or(0, |one| 1 + u32::from(one.source.is_some()));
        let mut guess = Guess { word, at, chance, ruled, cue: word, anchor: Anchor::of(&self.parse, labels, at), ..Guess::default() };
        let mut nearest = usize::MAX;
        for (label, from, to) in runs(labels) {
            let Some(span) = self.bare(from, to, label) else { continue };
            match label {
                SOURCE => {
                    let gap = if to <= at { at - to } else { from.saturating_sub(at) };
                    if gap < nearest {
                        (nearest, guess.source) = (gap, Some(span));
                    }
                }
                CUE if (from..to).contains(&at) => guess.cue = span,
                CONTENT => guess.content.push(span),
                _ => {}
            }
        }
        if guess.content.is_empty()
            && let Some(one) = self.ruled(at)
        {
            guess.content.clone_from(&one.content);
            guess.anchor.quoted = self.quoted(&one.content);
        }
        guess
    }

    /// How the words of these places are given, as [`Anchor::quoted`] has it.
    fn quoted(&self, places: &[Span]) -> u32 {
        let words = || self.parse.words.iter().filter(|word| word.is_word() && places.iter().any(|place| place.overlaps(word.span())));
        match words().filter(|word| word.quote != 0).count() {
            0 => 1,
            some if some == words().count() => 3,
            _ => 2,
        }
    }

    /// The place of the words `from..to` without marks that are no part of it.
    fn bare(&self, from: usize, to: usize, label: u8) -> Option<Span> {
        let keeps = |at: &usize| {
            let mark = self.parse.mark(*at);
            match label {
                CONTENT => !(matches!(mark, ',' | ';' | ':' | '—') || mark == '.' && self.parse.quote(*at) == 0),
                SOURCE => mark == '\0' || matches!(mark, '"' | '(' | ')' | '%'),
                _ => mark == '\0' || mark == ':',
            }
        };
        let first = (from..to).find(keeps)?;
        let last = (from..to).rev().find(keeps)?;
        let words = self.parse.words.get(first..=last)?;
        let says = label == CUE || words.iter().any(super::super::syntax::word::Word::is_word);
        says.then(|| Span::new(words.first().map_or(0, |word| word.start), words.last().map_or(0, |word| word.end)))
    }
}

/// The label of a place: cue before source before content.
pub fn label(place: Span, cue: &[Span], source: &[Span], content: &[Span]) -> u8 {
    let hit = |spans: &[Span]| spans.iter().any(|span| span.overlaps(place));
    if hit(cue) {
        CUE
    } else if hit(source) {
        SOURCE
    } else if hit(content) {
        CONTENT
    } else {
        NONE
    }
}

/// The runs of one label each.
fn runs(labels: &[u8]) -> impl Iterator<Item = (u8, usize, usize)> {
    let mut from = 0;
    labels.chunk_by(|a, b| a == b).map(move |run| {
        let start = from;
        from += run.len();
        (run.first().copied().unwrap_or_default(), start, from)
    })
}

/// Whether a word may report: a verb that is not known never to, or another word that is known to.
fn may_report<W: AsRef<[u8]>>(parse: &Parse, at: usize, weights: &Weights<W>) -> bool {
    let mark = parse.mark(at);
    if mark != '\0' && mark != ':' {
        return false;
    }
    let known = weights.stem(parse.stem(at));
    if parse.is_verb(at) { known != 1 } else { known == 2 }
}

/// What is found in the sentence at `span`, before its neighbours are known.
pub fn sketch<W: AsRef<[u8]>>(chars: &[char], span: Span, line: usize, quotes: &[Span], setting: Setting, weights: &Weights<W>) -> Sketch {
    let scene = Scene::new(chars, span, quotes, setting, weights);
    let likely = scene.likely(weights);
    let outline = scene.outline(span, line, &likely);
    let is = |guess: &Guess| scene.worth(guess, &likely, weights) >= accept::enough(guess);
    let guesses = likely.iter().map(|(at, chance)| scene.guess(*at, *chance, weights)).filter(is).collect();
    Sketch { outline, guesses, reading: scene.reading, tokens: scene.tokens }
}

impl Scene {
    /// What the sentence looks like from its neighbours.
    pub fn outline(&self, span: Span, line: usize, likely: &[(usize, f32)]) -> Outline {
        let outside = likely.iter().filter(|(at, _)| self.parse.quote(*at) == 0);
        Outline::of(&self.parse, span, self.setting, line, outside.map(|(_, chance)| *chance).fold(0.0, f32::max))
    }
}
