//! The extraction as its callers see it: what it finds in articles, in which form it tells it, that it can be given
//! anything at all, and that it is quick.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, as it should")]

mod articles;
mod attribution;
mod form;
mod languages;
mod robustness;
mod sentences;
mod sources;
mod statements;
mod structure;

use corroborate::extraction::{Extraction, Options, extract};
use corroborate::span::{ScalarIndex, Span};

/// A text together with what was found in it.
struct Read<'t> {
    text: ScalarIndex<'t>,
    found: Extraction,
}

fn read(text: &str) -> Read<'_> {
    Read { text: ScalarIndex::new(text), found: extract(text, &Options::default()) }
}

impl Read<'_> {
    fn at(&self, span: Span) -> &str {
        self.text.slice(span).unwrap()
    }

    fn sentences(&self) -> Vec<&str> {
        self.found.sentences.iter().map(|sentence| self.at(sentence.span)).collect()
    }

    fn statements(&self) -> Vec<&str> {
        self.found.claims.iter().map(|claim| claim.statement.as_str()).collect()
    }

    /// The names of the chain of the claim with this number.
    fn chain(&self, claim: usize) -> Vec<&str> {
        self.found.claims[claim].chain.iter().map(|link| link.source.as_str()).collect()
    }
}
