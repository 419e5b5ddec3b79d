//! Words that are written a little differently: pieces of four characters, compared like words.

use super::known::Known;
use super::saying::Word;
use super::stem::key;
use std::collections::HashMap;

/// Characters of a piece.
const PIECE: usize = 4;
/// How soon a piece that stands often counts no more, and how much long texts are held back: BM25's two constants.
const OFTEN: f32 = 1.2;
const LONG: f32 = 0.75;
/// How many pieces a claim and its title usually have.
const USUAL: f32 = 95.0;

/// The pieces of a text and how often each stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces {
    counts: HashMap<u32, f32>,
    all: f32,
}

impl Pieces {
    /// The pieces of these words.
    pub fn new<'w>(words: impl Iterator<Item = &'w Word>) -> Self {
        let mut pieces = Self::default();
        for word in words {
            let letters: Vec<char> = std::iter::once('_').chain(word.text.chars()).chain(std::iter::once('_')).collect();
            for piece in letters.windows(PIECE.min(letters.len())) {
                *pieces.counts.entry(key(&piece.iter().collect::<String>())).or_default() += 1.0;
                pieces.all += 1.0;
            }
        }
        pieces
    }

    /// The numbers of the pieces, each once.
    pub fn keys(&self) -> impl Iterator<Item = u32> {
        self.counts.keys().copied()
    }

    /// How much of what these pieces say another text has.
    pub fn found_in(&self, other: &Self, known: &Known) -> f32 {
        let held_back = OFTEN * (1.0 - LONG + LONG * other.all / USUAL);
        let share = |(piece, count): (&u32, &f32)| {
            let there = other.counts.get(piece)?;
            Some(known.gram(*piece) * count.min(2.0).sqrt() * there * (OFTEN + 1.0) / (there + held_back))
        };
        // Summed in a fixed order: the same texts, the same figure to the last bit.
        let mut shares: Vec<f32> = self.counts.iter().filter_map(share).collect();
        shares.sort_by(f32::total_cmp);
        shares.into_iter().sum()
    }
}
