//! Parts of speech, from left to right, by an averaged perceptron.

use super::table::{Table, byte, key};
use super::word::Word;

/// How many tags there are, `TAGS` and unused ones.
pub const TAGS: usize = 48;

/// Penn Treebank tags by number.
pub const NAMES: &[&str] = &[
    "NN", "IN", "NNP", "DT", "JJ", "NNS", "PRP", "VBD", "RB", ".", ",", "VB", "CC", "VBZ", "TO", "VBN", "VBP", "VBG", "CD", "PRP$", "``", "''", "POS", "MD",
    "WP", "WDT", "WRB", ":", "RP", "NNPS", "JJR", "JJS", "RBR", "RBS", "EX", "UH", "-LRB-", "-RRB-", "$", "PDT", "WP$", "NFP", "HYPH", "FW", "SYM", "XX",
    "ADD", "LS",
];

/// What stands for a tag before the first word.
pub const START: u8 = 48;

/// The tag of what has none.
pub const UNKNOWN: u8 = 45;

/// Number of a tag; unknown ones count as `XX`.
pub fn tag(name: &str) -> u8 {
    NAMES.iter().position(|known| *known == name).and_then(|at| u8::try_from(at).ok()).unwrap_or(UNKNOWN)
}

/// Most features of a word.
pub const FEATURES: usize = 17;

/// The features of the word at `at`, whose predecessors have these tags.
pub fn features(words: &[Word], at: usize, before: u8, before_that: u8) -> [u32; FEATURES] {
    let none = Word { low: 1, suffix: 1, ..Word::default() };
    let word = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at)).unwrap_or(&none);
    let (this, last, last2, next, next2) = (word(0), word(-1), word(-2), word(1), word(2));
    let (t1, t2) = (u32::from(before), u32::from(before_that));
    let shape = this.shape as u32 + if at == 0 { 8 } else { 0 };
    [
        key(0, this.low, 0, 0),
        key(1, this.suffix, shape, 0),
        key(2, t1, 0, 0),
        key(3, t1, t2, 0),
        key(4, this.low, t1, 0),
        key(5, last.low, 0, 0),
        key(6, next.low, 0, 0),
        key(7, next.suffix, next.shape as u32, 0),
        key(8, next2.low, 0, 0),
        key(9, last2.low, 0, 0),
        key(10, last.suffix, this.suffix, 0),
        key(11, shape, t1, 0),
        key(12, this.low, next.low, 0),
        key(13, this.low, last.low, 0),
        key(14, this.suffix, next.suffix, 0),
        key(15, t1, next.low, 0),
        key(16, shape, last.shape as u32, next.shape as u32),
    ]
}

/// The class with the highest score, the first of several.
pub fn best<T: Copy + PartialOrd, const N: usize>(scores: &[T; N]) -> usize {
    let top = scores.iter().copied().reduce(|a, b| if b > a { b } else { a });
    scores.iter().position(|score| Some(*score) == top).unwrap_or_default()
}

/// The tag of each word.
pub fn tags<W: AsRef<[u8]>>(words: &[Word], model: &Table<W>) -> Vec<u8> {
    let mut found = Vec::with_capacity(words.len());
    let (mut before, mut before_that) = (START, START);
    for at in 0..words.len() {
        let tag = byte(best(&model.steps::<TAGS>(&features(words, at, before, before_that))));
        found.push(tag);
        (before, before_that) = (tag, before);
    }
    found
}
