//! Which guesses to accept: the cue, the source and the content are judged together.
//!
//! A word may look like a cue and yet have no content that fits, and a doubtful word may stand between a clear source and
//! a clear content. So every guess is weighed as a whole: how likely its word reports, what was found around it, and how
//! sure the labels are.

use super::super::syntax::table::{key, small};
use super::guess::{Guess, Scene};
use super::role::{CONTENT, Labels, NONE, SOURCE};
use crate::span::Span;

/// The score from which a guess is accepted: that of a chance of 0.35. Chosen on the development articles.
const ENOUGH: f32 = -0.6;
/// The same where the rules see a cue and its source: a chance of 0.14.
const HINTED: f32 = -1.8;
/// The margin under which a label is in doubt.
const DOUBT: f32 = 1.5;

/// How sure the labels of a guess are, in few steps: by the least and the mean margin of source and content, the least of
/// what is neither, and how many words are in doubt.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sure {
    source: (u32, u32),
    content: (u32, u32),
    none: u32,
    doubts: u32,
}

impl Sure {
    /// How sure these labels are.
    pub fn of(labels: &Labels) -> Self {
        // Far above any margin that is told apart.
        const MOST: f32 = 20.0;
        let step = |margin: f32| (0..9).take_while(|step| margin * 1.5 >= (step + 1) as f32).count().min(8);
        let step = |margin: f32| if margin >= MOST - 1.0 { 9 } else { small(step(margin)) };
        let of = |label: u8| labels.labels.iter().zip(&labels.margins).filter(move |(other, _)| **other == label).map(|(_, margin)| margin.min(MOST));
        let least = |label: u8| of(label).fold(MOST, f32::min);
        let mean = |label: u8| {
            let count = of(label).count();
            if count == 0 { MOST } else { of(label).sum::<f32>() / count as f32 }
        };
        let both = |label: u8| (step(least(label)), step(mean(label) / 1.5));
        let doubts = labels.margins.iter().filter(|margin| **margin < DOUBT).count();
        Self { source: both(SOURCE), content: both(CONTENT), none: step(least(NONE)), doubts: small(doubts.min(7)) }
    }
}

/// The score from which a guess is accepted.
pub fn enough(guess: &Guess) -> f32 {
    if guess.ruled == 2 { HINTED } else { ENOUGH }
}

/// How many features a guess has.
pub const FEATURES: usize = 38;

/// What each feature looks at, in the order of [`features`].
#[rustfmt::skip]
pub const NAMES: [&str; FEATURES] = [
    "any guess", "how likely it reports", "that, and the shape of source and content", "shape and what the rules say", "what the rules say, and a verb in the content",
    "the length of the source", "the length of the content", "how the source begins and ends", "the first word of the source", "the last word of the source",
    "the first word of the content", "the word's stem and the shape", "its stem and both lengths", "its stem and the first word of the content",
    "its stem and how the source begins", "a verb in the content, and its length", "where the content begins", "how far the source is",
    "likelier words of the sentence", "a word that reports in the content", "pieces of the content", "the kind of line",
    "its part of speech, and where the content begins", "the first two words of the content", "how the content begins", "its stem and the last word of the source",
    "its stem and how likely it reports", "likelier words, and words that report in the content", "how sure the source is", "how sure the content is",
    "how sure the rest is", "words in doubt", "the least sure word of the source", "the least sure word of the content", "how sure source and content are",
    "the least sure words", "how sure the content is, and how likely the word reports", "how sure the source is, if any",
];

/// A number of words, in few steps.
fn bucket(words: usize) -> u32 {
    match words {
        0..=4 => small(words),
        5..=7 => 5,
        8..=12 => 6,
        13..=20 => 7,
        _ => 8,
    }
}

/// How likely a word reports, in steps of half a unit of its score.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a few small numbers")]
fn likeliness(chance: f32) -> u32 {
    let score = (chance / (1.0 - chance).max(1e-4)).ln();
    ((score * 2.0).clamp(-4.0, 8.0).trunc() + 5.0) as u32
}

/// The features of a guess as a whole; `likely` are the words of its sentence that may report.
pub fn features(scene: &Scene, guess: &Guess, likely: &[(usize, f32)]) -> [u32; FEATURES] {
    let (parse, at, sure) = (&scene.parse, guess.at, guess.sure);
    let inside = |span: Span| parse.words.iter().enumerate().filter(move |(_, word)| span.overlaps(word.span())).map(|(at, _)| at);
    let source: Vec<usize> = guess.source.map(|span| inside(span).collect()).unwrap_or_default();
    let content: Vec<usize> = guess.content.iter().flat_map(|span| inside(*span)).collect();
    let low = |at: Option<&usize>| at.map_or(0, |at| parse.low(*at));
    let tag = |at: Option<&usize>| at.map_or(63, |at| parse.tag(*at));
    let (stem, own) = (parse.stem(at), parse.tag(at));
    let likeness = likeliness(guess.chance);
    let coarse = likeness / 3;
    let shape = guess.anchor.shape();
    let (long, wide) = (bucket(source.len()), bucket(content.len()));
    let (begins, ends) = (tag(source.first()), tag(source.last()));
    let last = source.last().map_or(0, |at| parse.stem(*at));
    let (first, second) = (low(content.first()), low(content.get(1)));
    let verb = u32::from(content.iter().any(|at| parse.is_verb(*at)));
    let side = content.first().map_or(0, |first| if *first == at + 1 { 1 } else { 2 + u32::from(*first < at) });
    let gap = source.last().map_or(9, |last| if *last < at { bucket(at - last) } else { 10 + bucket(last - at) });
    let better = small(likely.iter().filter(|(other, chance)| *other != at && *chance > guess.chance).count().min(3));
    let others = small(likely.len().min(5));
    let nested = u32::from(likely.iter().any(|(other, chance)| *chance > 0.4 && content.contains(other)));
    let (ruled, pieces) = (guess.ruled, small(guess.content.len().min(3)));
    let set = u32::from(scene.setting.title) + 2 * u32::from(scene.setting.runs_in) + 4 * u32::from(scene.setting.runs_on);
    [
        key(600, 0, 0, 0),
        key(601, likeness, 0, 0),
        key(602, likeness, shape, 0),
        key(603, coarse, shape, ruled),
        key(604, likeness, ruled, verb),
        key(605, likeness, long, 0),
        key(606, likeness, wide, 0),
        key(607, coarse, begins, ends),
        key(608, coarse, low(source.first()), 0),
        key(609, coarse, last, 0),
        key(610, coarse, first, 0),
        key(611, stem, shape, 0),
        key(612, stem, wide, long),
        key(613, stem, first, 0),
        key(614, stem, begins, verb),
        key(615, coarse, verb, wide),
        key(616, coarse, side, shape),
        key(617, coarse, gap, own),
        key(618, better, others, coarse),
        key(619, nested, coarse, stem),
        key(620, pieces, coarse, shape),
        key(621, set, coarse, shape),
        key(622, own, coarse, verb << 4 | side),
        key(623, first, second, coarse),
        key(624, tag(content.first()), own, coarse),
        key(625, stem, last, 0),
        key(626, stem, likeness, 0),
        key(627, better, nested, likeness),
        key(630, sure.source.0, sure.source.1, long),
        key(631, sure.content.0, sure.content.1, shape),
        key(632, sure.none, sure.doubts, coarse),
        key(633, sure.doubts, wide, coarse),
        key(634, sure.source.0, coarse, shape),
        key(635, sure.content.0, coarse, verb),
        key(636, sure.source.1, sure.content.1, coarse),
        key(637, sure.source.0, sure.content.0, sure.none),
        key(638, sure.content.1, likeness, 0),
        key(639, sure.source.1, likeness, u32::from(source.is_empty())),
    ]
}
