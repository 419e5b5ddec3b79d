//! Learns the tagger and the parser.
#![expect(clippy::indexing_slicing, reason = "lists of known length; this runs in training alone, never in the program")]

use super::super::syntax::Syntax;
use super::super::syntax::arcs::{self, LEFT, MOVES, RIGHT, SHIFT, State};
use super::super::syntax::table::{Scorer, Table, byte};
use super::super::syntax::tagger::{self, TAGS};
use super::data::Tree;
use super::perceptron::{Chance, Perceptron};

/// Bits of the rows of tags that are kept.
const TAG_ROWS: u32 = 15;
/// Bits of the rows of arcs that are kept.
const ARC_ROWS: u32 = 18;
/// Bits of the table of tags while it is learned, and of that of arcs.
const TAG_BITS: u32 = 18;
/// See `TAG_BITS`.
const ARC_BITS: u32 = 22;

/// Learns tagger and parser.
pub fn learn(trees: &[&Tree], rounds: usize) -> Syntax<Vec<u8>> {
    let tagger = learn_tagger(trees, rounds, 1);
    let tagged: Vec<(&Tree, Vec<u8>)> = trees.iter().map(|tree| (*tree, tagger::tags(&tree.words, &tagger))).collect();
    let parser = learn_parser(&tagged, rounds, 1);
    Syntax { tagger, parser }
}

/// Learns tags.
pub fn learn_tagger(trees: &[&Tree], rounds: usize, seed: u64) -> Table<Vec<u8>> {
    let mut model = Perceptron::new(TAG_BITS, TAGS);
    let mut chance = Chance(seed);
    let mut order: Vec<&Tree> = trees.to_vec();
    for _ in 0..rounds {
        chance.shuffle(&mut order);
        for tree in &order {
            let (mut before, mut before_that) = (tagger::START, tagger::START);
            for (at, gold) in tree.tags.iter().enumerate() {
                let keys = tagger::features(&tree.words, at, before, before_that);
                let guess = byte(tagger::best::<f32, TAGS>(&model.scores(&keys)));
                if guess != *gold {
                    model.change::<TAGS>(&keys, usize::from(*gold), 1.0);
                    model.change::<TAGS>(&keys, usize::from(guess), -1.0);
                }
                model.tick();
                (before, before_that) = (guess, before);
            }
        }
    }
    model.finish(TAG_ROWS, TAGS)
}

/// How many right arcs each transition makes impossible.
fn costs(state: &State, gold: &[usize]) -> [usize; MOVES] {
    let head = |at: usize| gold.get(at).copied().unwrap_or(usize::MAX);
    let n = gold.len();
    let mut costs = [0; MOVES];
    let next = state.next;
    if let Some(top) = state.under(0) {
        let children = (next..n).filter(|at| head(*at) == top).count();
        let its = head(top);
        costs[LEFT] = children + usize::from(its > next && its != usize::MAX || Some(its) == state.under(1));
        costs[RIGHT] = children + usize::from(its >= next);
    }
    let below = state.stack.len().saturating_sub(1);
    let deep = state.stack.iter().take(below).filter(|at| head(next) == **at).count();
    costs[SHIFT] = deep + state.stack.iter().filter(|at| head(**at) == next).count();
    costs
}

/// Learns the parser; the tags are those that the tagger gives.
pub fn learn_parser(trees: &[(&Tree, Vec<u8>)], rounds: usize, seed: u64) -> Table<Vec<u8>> {
    let mut model = Perceptron::new(ARC_BITS, MOVES);
    let mut chance = Chance(seed);
    let mut order: Vec<usize> = (0..trees.len()).collect();
    for round in 0..rounds {
        chance.shuffle(&mut order);
        for (tree, tags) in order.iter().filter_map(|at| trees.get(*at)) {
            let mut state = State::new(&tree.words, tags);
            while !state.done() {
                let keys = state.features();
                let scores: [f32; MOVES] = model.scores(&keys);
                let allowed = state.allowed();
                let costs = costs(&state, &tree.heads);
                let guess = arcs::choose(&scores, allowed);
                let least = (0..3).filter(|m| allowed[*m]).map(|m| costs[m]).min().unwrap_or(0);
                let right = [costs[0] == least, costs[1] == least, costs[2] == least, false];
                let good = arcs::choose(&scores, [allowed[0] && right[0], allowed[1] && right[1], allowed[2] && right[2], false]);
                if !right[guess] {
                    model.change::<MOVES>(&keys, good, 1.0);
                    model.change::<MOVES>(&keys, guess, -1.0);
                }
                model.tick();
                state.go(if right[guess] || round > 0 && chance.below(10) > 0 { guess } else { good });
            }
        }
    }
    model.finish(ARC_ROWS, MOVES)
}
