//! What the extraction gave for a version, kept as it came.
//!
//! Rows of sentences, claims and chains are what people correct; this stays what the machine said, so that the two can be
//! held against each other. It is written once, with the version, and the databases refuse to change it.

pub mod store;

pub use store::Extracted;

use crate::db::column::Json;
use crate::extraction::{self, Attribution, Extraction, SentenceKind};
use crate::ids::VersionId;
use crate::span::Span;
use serde_json::json;

impl Extracted {
    /// What an extraction gave for a version.
    pub fn of(version_id: VersionId, extraction: &Extraction) -> Self {
        let sentences: Vec<_> = extraction.sentences.iter().map(|sentence| (sentence.span, sentence.kind)).collect();
        Self {
            version_id,
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            weights: extraction::weights::fingerprint(),
            attributions: Json(json!(extraction.attributions)),
            sentences: Json(json!(sentences)),
        }
    }

    /// Who says what, as the machine had it.
    pub fn attributions(&self) -> Vec<Attribution> {
        serde_json::from_value(self.attributions.0.clone()).unwrap_or_default()
    }

    /// The sentences, each with what the machine took it for.
    pub fn sentences(&self) -> Vec<(Span, SentenceKind)> {
        serde_json::from_value(self.sentences.0.clone()).unwrap_or_default()
    }
}
