//! Who says what: source, reporting words, content.
//!
//! Sentence by sentence, `guess` parses the words, takes what `rule` finds as hints, lets a model say which words
//! report (`spot`), another which words around each are its source and content (`role`), and a third which of these
//! guesses to accept as a whole (`accept`). `reach` then lets contents run on over the sentences around them, and
//! `settle` names the sources in the order of the text. Weights come from `weights`, and are learned by `train`.

pub mod accept;
pub mod guess;
pub mod reach;
pub mod role;
pub mod rule;
mod settle;
pub mod spot;

use super::layout::Layout;
use super::model::{Attribution, Quotation, SourceKind};
use super::people::People;
use super::speaker::Memory;
use super::token::Token;
use super::weights::Weights;
use crate::span::Span;

/// A source's name within the article and what it is.
pub(super) type Speaker = (String, SourceKind);

/// Another source in the same chain.
#[derive(Clone, Debug)]
pub(super) struct Via {
    pub source: Span,
    pub cue: Span,
    pub speaker: Speaker,
}

/// One attribution.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub source: Option<Span>,
    /// The reporting words; `None` where a quotation goes on without any.
    pub cue: Option<Span>,
    /// Base form of the reporting verb, where there is one.
    pub verb: Option<&'static str>,
    /// What is said, in this sentence.
    pub content: Vec<Span>,
    pub quotation: Quotation,
    pub speaker: Speaker,
    /// Whom the source cites for it in turn.
    pub origin: Option<Via>,
    /// The outlet that the source told it to.
    pub teller: Option<Via>,
}

/// A sentence with what was found in it.
#[derive(Debug)]
pub(super) struct Passage {
    pub span: Span,
    /// What makes claims.
    pub found: Vec<Found>,
    /// The attributions whose cues it holds, with what they say in other sentences.
    pub attributions: Vec<Attribution>,
    /// Its words and marks, where it was read.
    pub tokens: Option<Vec<Token>>,
}

impl Passage {
    /// A sentence in which nothing was found.
    fn new(span: Span) -> Self {
        Self { span, found: Vec::new(), attributions: Vec::new(), tokens: None }
    }
}

/// Reads a text: what was found in each of its sentences. Without weights nothing is.
pub(super) fn passages<W: AsRef<[u8]>>(chars: &[char], layout: &Layout, weights: Option<&Weights<W>>, people: &People) -> Vec<Passage> {
    let Some(weights) = weights else {
        return layout.places.iter().map(|place| Passage::new(place.span)).collect();
    };
    let sketch = |place: &super::layout::Place| {
        let sketch = || guess::sketch(chars, place.span, place.line, layout.quotes_of(place), place.setting, weights);
        (place.span, place.setting.first, place.is_read().then(sketch))
    };
    let mut sketches: Vec<_> = layout.places.iter().map(sketch).collect();
    settle::settle(chars, &mut sketches, &weights.reach, &mut Memory::of(people))
}
