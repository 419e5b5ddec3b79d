//! Learns which words report, which words around them are source and content, and how far contents reach.

use super::super::attribution::guess::{Scene, label};
use super::super::attribution::reach::{Outline, Step};
use super::super::attribution::role::{LABELS, PAIRS};
use super::super::layout::{Layout, Place};
use super::super::model::Attribution;
use super::super::syntax::Syntax;
use super::super::syntax::table::Table;
use super::super::syntax::word::Word;
use super::super::weights::Weights;
use super::data::Article;
use super::gradient::{Gradient, learn_chain, learn_decision};
use super::perceptron::Chance;
use crate::span::Span;
use std::collections::HashMap;

/// Rounds over the sentences.
const ROUNDS: usize = 4;
/// Rounds after which weights are not yet kept.
const WARM: usize = 1;
/// Rounds over the steps of reach.
const REACH_ROUNDS: usize = 5;
/// Bits of the rows that are kept of each table.
const SPOT_ROWS: u32 = 17;
/// See `SPOT_ROWS`.
const SINGLE_ROWS: u32 = 18;
/// See `SPOT_ROWS`.
const DOUBLE_ROWS: u32 = 15;
/// See `SPOT_ROWS`.
const REACH_ROWS: u32 = 14;
/// Bits of the table of stems.
const STEM_BITS: u32 = 16;
/// A verb seen so often that it would have been a cue, were it ever one.
const SEEN: u32 = 20;

/// An article as the models see it, with the gold attributions at their cues.
pub struct Lesson<'a> {
    pub(super) gold: &'a [Attribution],
    pub(super) places: Vec<Place>,
    scenes: Vec<Scene>,
    /// Sentence, word and attribution of each cue.
    pub(super) cues: Vec<(usize, usize, usize)>,
}

impl<'a> Lesson<'a> {
    /// Reads an article with this syntax.
    pub fn new(article: &'a Article, syntax: &Syntax<Vec<u8>>) -> Self {
        let chars: Vec<char> = article.text.chars().collect();
        let layout = Layout::of(&chars, true);
        let weights = Weights { syntax: syntax.clone(), ..Weights::empty() };
        let scenes: Vec<Scene> = layout.places.iter().map(|place| Scene::new(&chars, place.span, layout.quotes_of(place), place.setting, &weights)).collect();
        let cue = |(n, one): (usize, &Attribution)| {
            let first = one.cue.first().filter(|_| !one.content.is_empty())?;
            let sentence = layout.places.partition_point(|place| place.span.end <= first.start);
            Some((sentence, head(scenes.get(sentence)?, &one.cue)?, n))
        };
        let cues = article.attributions.iter().enumerate().filter_map(cue).collect();
        Self { gold: &article.attributions, places: layout.places, scenes, cues }
    }

    /// The scenes again, with what these weights know of stems.
    pub(super) fn spots<W: AsRef<[u8]>>(&self, weights: &Weights<W>) -> Vec<Scene> {
        self.scenes.iter().map(|scene| scene.with_spots(weights)).collect()
    }
}

/// The word of a cue on which the others depend: a verb if there is one.
fn head(scene: &Scene, cue: &[Span]) -> Option<usize> {
    let parse = &scene.parse;
    let inside: Vec<usize> = (0..parse.len()).filter(|at| parse.words.get(*at).is_some_and(|word| cue.iter().any(|span| span.overlaps(word.span())))).collect();
    let free = |at: &usize| !inside.contains(&parse.head(*at));
    let word = |at: &usize| parse.words.get(*at).is_some_and(Word::is_word);
    let find = |fits: &dyn Fn(&usize) -> bool| inside.iter().copied().find(|at| fits(at));
    find(&|at| free(at) && parse.is_verb(*at)).or_else(|| find(&|at| free(at) && word(at))).or_else(|| find(&word)).or_else(|| inside.first().copied())
}

/// The models of cues and roles while they are learned.
pub struct Roles {
    stems: Table<Vec<u8>>,
    spot: Gradient,
    single: Gradient,
    double: Gradient,
}

impl Roles {
    /// Learns from these articles.
    pub fn learn(lessons: &[&Lesson]) -> Self {
        let mut roles = Self {
            stems: stems(lessons),
            spot: Gradient::new(22, 1, 0.1, 1.0, 1e-4),
            single: Gradient::new(22, LABELS, 0.03, 1e-2, 1e-4),
            double: Gradient::new(19, PAIRS, 0.03, 1e-2, 1e-4),
        };
        let known = Weights { stems: roles.stems.clone(), ..Weights::empty() };
        let scenes: Vec<Vec<Scene>> = lessons.iter().map(|lesson| lesson.spots(&known)).collect();
        let mut order: Vec<(usize, usize)> = scenes.iter().enumerate().flat_map(|(n, scenes)| (0..scenes.len()).map(move |at| (n, at))).collect();
        let mut chance = Chance(7);
        for round in 0..ROUNDS {
            chance.shuffle(&mut order);
            for (n, at) in &order {
                if let (Some(lesson), Some(scene)) = (lessons.get(*n), scenes.get(*n).and_then(|scenes| scenes.get(*at))) {
                    roles.step(lesson, scene, *at);
                }
            }
            if round >= WARM {
                roles.spot.note();
                roles.single.note();
                roles.double.note();
            }
        }
        roles
    }

    fn step(&mut self, lesson: &Lesson, scene: &Scene, at: usize) {
        let cues: Vec<_> = lesson.cues.iter().filter(|(sentence, _, _)| *sentence == at).collect();
        for (word, _) in scene.spots.iter().enumerate().filter(|(_, spot)| **spot) {
            learn_decision(&mut self.spot, &scene.spot(word), f32::from(u8::from(cues.iter().any(|cue| cue.1 == word))));
        }
        for (_, cue, n) in cues {
            let Some(gold) = lesson.gold.get(*n) else { continue };
            let labels: Vec<u8> = scene.parse.words.iter().map(|word| label(word.span(), &gold.cue, &gold.source, &gold.content)).collect();
            learn_chain(&mut self.single, &mut self.double, &scene.views(*cue), &labels);
        }
    }

    /// The weights so far; reach is still empty.
    pub fn weights(&self, syntax: &Syntax<Vec<u8>>) -> Weights<Vec<u8>> {
        Weights {
            syntax: syntax.clone(),
            stems: self.stems.clone(),
            spot: self.spot.finish(SPOT_ROWS, 1),
            single: self.single.finish(SINGLE_ROWS, LABELS),
            double: self.double.finish(DOUBLE_ROWS, PAIRS),
            ..Weights::empty()
        }
    }
}

/// What is known of stems as cues: 1 for verbs that never are, 2 for words that can be.
fn stems(lessons: &[&Lesson]) -> Table<Vec<u8>> {
    let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
    for lesson in lessons {
        for stem in lesson.scenes.iter().flat_map(|scene| &scene.parse.stems) {
            counts.entry(*stem).or_default().1 += 1;
        }
        for (sentence, word, _) in &lesson.cues {
            if let Some(scene) = lesson.scenes.get(*sentence) {
                counts.entry(scene.parse.stem(*word)).or_default().0 += 1;
            }
        }
    }
    let mask = (1_u32 << STEM_BITS) - 1;
    let mut weights = vec![0; 1 << STEM_BITS];
    for (stem, (cues, all)) in counts {
        let share = f64::from(cues) / f64::from(all.max(1));
        let known = if cues >= 1 && share > 0.004 { 2 } else { u8::from(all >= SEEN && share < 0.002) };
        if let Some(slot) = weights.get_mut((stem & mask) as usize) {
            *slot = known.max(*slot);
        }
    }
    Table { bits: STEM_BITS, marks: 0, scale: 1.0, weights }
}

/// Learns how far contents reach from articles and weights that have not seen them.
pub fn learn_reach<'l>(lessons: impl Iterator<Item = (&'l Lesson<'l>, &'l Weights<Vec<u8>>)>) -> Table<Vec<u8>> {
    let mut steps = Vec::new();
    for (lesson, weights) in lessons {
        let scenes = lesson.spots(weights);
        let likely: Vec<Vec<(usize, f32)>> = scenes.iter().map(|scene| scene.likely(weights)).collect();
        let outlines: Vec<Outline> =
            scenes.iter().zip(&lesson.places).zip(&likely).map(|((scene, place), likely)| scene.outline(place.span, place.line, likely)).collect();
        for (sentence, word, n) in &lesson.cues {
            let chance = likely.get(*sentence).and_then(|likely| likely.iter().find(|(at, _)| at == word));
            let (Some((_, chance)), Some(scene), Some(gold)) = (chance, scenes.get(*sentence), lesson.gold.get(*n)) else { continue };
            let guess = scene.guess(*word, *chance, weights);
            for back in [true, false] {
                for count in 1.. {
                    let Some((step, _)) = Step::new(&guess.anchor, &outlines, *sentence, count, back) else { break };
                    let taken = step.next.taken();
                    let inside: usize = gold.content.iter().map(|piece| piece.end.min(taken.end).saturating_sub(piece.start.max(taken.start))).sum();
                    let right = inside * 2 >= taken.len();
                    steps.push((step.features(), right));
                    if !right {
                        break;
                    }
                }
            }
        }
    }
    let mut model = Gradient::new(18, 1, 0.05, 1e-2, 1e-4);
    let mut chance = Chance(3);
    for _ in 0..REACH_ROUNDS {
        chance.shuffle(&mut steps);
        for (keys, right) in &steps {
            learn_decision(&mut model, keys, f32::from(u8::from(*right)));
        }
        model.note();
    }
    model.finish(REACH_ROWS, 1)
}
