//! Learns which guesses to accept.

use super::super::attribution::accept::features;
use super::super::attribution::guess::Guess;
use super::super::model::Attribution;
use super::super::syntax::table::Table;
use super::super::weights::Weights;
use super::attribution::Lesson;
use super::gradient::{Gradient, learn_decision};
use super::perceptron::Chance;
use crate::span::Span;

/// Rounds over the guesses; the weights of the first are not kept.
const ROUNDS: usize = 6;
/// Bits of the rows that are kept.
const ROWS: u32 = 15;
/// How right a guess is whose content is right and whose source is not.
const HALF: f32 = 0.5;

/// Learns from articles and weights that have not seen them.
pub fn learn<'l>(lessons: impl Iterator<Item = (&'l Lesson<'l>, &'l Weights<Vec<u8>>)>) -> Table<Vec<u8>> {
    let mut guesses = Vec::new();
    for (lesson, weights) in lessons {
        for (n, scene) in lesson.spots(weights).iter().enumerate() {
            let sentence = lesson.places.get(n).map(|place| place.span).unwrap_or_default();
            let likely = scene.likely(weights);
            for (at, chance) in &likely {
                let guess = scene.guess(*at, *chance, weights);
                let told = |(place, word, one): &(usize, usize, usize)| {
                    let gold = lesson.gold.get(*one).filter(|_| *place == n)?;
                    (word == at || gold.cue.iter().any(|cue| cue.overlaps(guess.word))).then_some(gold)
                };
                let right = lesson.cues.iter().find_map(told).map_or(0.0, |gold| how_right(&guess, gold, sentence));
                guesses.push((features(scene, &guess, &likely), right));
            }
        }
    }
    let mut model = Gradient::new(20, 1, 0.03, 1.0, 1e-3);
    let mut chance = Chance(5);
    for round in 0..ROUNDS {
        chance.shuffle(&mut guesses);
        for (keys, right) in &guesses {
            learn_decision(&mut model, keys, *right);
        }
        if round > 0 {
            model.note();
        }
    }
    model.finish(ROWS, 1)
}

/// How right a guess is beside the annotation with its cue, as far as its sentence goes: its content must share at least
/// half of the characters of both, and its source some.
fn how_right(guess: &Guess, gold: &Attribution, sentence: Span) -> f32 {
    let shared = |one: &[Span], other: &[Span]| -> usize {
        let both = |a: &Span, b: &Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
        one.iter().map(|a| other.iter().map(|b| both(a, b)).sum::<usize>()).sum()
    };
    let there = shared(&gold.content, &[sentence]);
    let found: usize = guess.content.iter().map(|piece| piece.len()).sum();
    if shared(&guess.content, &gold.content) * 4 < there + found {
        return 0.0;
    }
    let named = match guess.source {
        Some(source) => gold.source.iter().any(|other| other.overlaps(source)),
        None => gold.source.is_empty(),
    };
    if named { 1.0 } else { HALF }
}
