//! Carry-over: where the claims of one version of a text stand in the next one (rule 6). Pure.
//!
//! Both texts are read as words and units (sentences). [`align`](self) pairs units: the same ones in order, the same
//! ones elsewhere, then those that are alike, with sentences that were split or joined. Inside alike ones the words
//! are compared. After that every word of the old text knows its place in the new one, and [`CarryOver::fate`]
//! answers for one claim: its pieces are where its words are. docs/carry-over.md tells the method at length.
//!
//! Nothing here decides what becomes of the work on a claim: see `intake::add_version`.

mod align;
mod alike;
mod place;
mod word;
pub mod wording;

pub use align::{Row, RowKind};
pub use place::{Fate, Link, Placed};

use crate::span::{ScalarIndex, Span};
use align::Alignment;
use word::Words;

/// A text with its sentences: in order, none reaching into the next.
#[derive(Clone, Copy, Debug)]
pub struct Text<'t> {
    /// The text.
    pub index: &'t ScalarIndex<'t>,
    /// Its sentences.
    pub sentences: &'t [Span],
}

/// How two versions of a text hang together.
#[derive(Debug)]
pub struct CarryOver {
    words: Words,
    alignment: Alignment,
}

impl CarryOver {
    /// Compares two versions.
    pub fn between(old: &Text<'_>, new: &Text<'_>) -> Self {
        let words = Words::of(old, new);
        let alignment = Alignment::of(&words);
        Self { words, alignment }
    }

    /// What became of the sentences, in the order of the new text; those that are gone stand where they stood.
    pub fn rows(&self) -> Vec<Row> {
        align::rows(&self.words, &self.alignment)
    }

    /// The old sentence that a new one repeats word for word, wherever it stood; by their numbers, from 0.
    pub fn same_sentence(&self, new: usize) -> Option<usize> {
        let unit = self.words.new.unit_of_sentence(new)?;
        let old = self.alignment.same_as(unit)?;
        self.words.old.units.get(old)?.sentence
    }

    /// What became of a claim.
    pub fn fate(&self, placed: &Placed<'_>) -> Fate {
        place::fate(&self.words, &self.alignment, placed)
    }
}
