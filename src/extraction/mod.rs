//! The engine behind intake: finds the sentences, claims and sources of a text.
//!
//! Pure: no database, no network, no clock, nothing kept between calls. [`extract`] never fails: a text it
//! can make little of gives little. The stages, each in its own file and each replaceable:
//! `language`, `structure` (lines) and `sentence` make the `layout` → `token`, `syntax` and `attribution` (who says what) →
//! `speaker` and `name` (which source that is) → `kind` → `claim` (check-worthiness) and
//! `statement` (a wording that stands alone).

mod assertion;
pub mod attribution;
mod boundary;
mod claim;
mod cue;
mod explain;
mod fit;
mod kind;
mod language;
mod layout;
pub mod learn;
mod lexicon;
mod linear;
pub mod model;
mod name;
mod people;
mod quick;
mod quote;
pub mod score;
mod sentence;
mod speaker;
mod statement;
mod structure;
pub mod syntax;
pub mod tally;
mod theme;
mod token;
pub mod train;
pub mod weights;
mod when;
mod worth;

pub use explain::{Explained, explain};
pub use model::{Attribution, Claim, Extraction, Link, Quotation, Role, Sentence, SentenceKind, SourceKind, Why};

use crate::span::Span;
use chrono::NaiveDate;
use layout::Layout;
use people::People;
use serde_json::{Value, json};

/// What the caller knows of the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Language, where it is known; BCP 47.
    pub language: Option<String>,
    /// The day of publication, where it is known: “on Monday” is told as a date by it.
    pub published: Option<NaiveDate>,
}

/// Finds sentences, claims and attributions in `text`. Spans count its Unicode scalar values.
///
/// Who says what is found in English; in other languages every sentence that looks like a statement of fact
/// becomes a claim without a chain. Time and memory grow with the length of the text alone, whatever it holds.
pub fn extract(text: &str, options: &Options) -> Extraction {
    let chars: Vec<char> = text.chars().collect();
    let language = options.language.clone().unwrap_or_else(|| language::guess(text));
    let english = language == "en" || language.starts_with("en-") || language == "und";
    let layout = Layout::of(&chars, english);
    let people = if english { People::of(&chars) } else { People::default() };
    let weights = if english { weights::embedded().ok() } else { None };
    let passages = attribution::passages(&chars, &layout, weights, &people);
    let mut made = Extraction { language, ..Extraction::default() };
    for (place, mut passage) in layout.places.iter().zip(passages) {
        made.attributions.append(&mut passage.attributions);
        let tokens = passage.tokens.take().unwrap_or_else(|| token::tokens(&chars, passage.span));
        let kind = kind::kind_of(&chars, &tokens, place.kind, &passage.found, english);
        let index = made.sentences.len();
        made.sentences.push(Sentence { span: passage.span, kind });
        if place.kind != structure::LineKind::Heading {
            made.claims.extend(claim::claims(&chars, &passage, index, &tokens, kind, &people));
        }
    }
    if let Some(published) = options.published.filter(|_| english) {
        for claim in &mut made.claims {
            claim.statement = when::dated(&claim.statement, published);
        }
    }
    made
}

/// Whom the `mentions` of an English text mean, each a place where it names a source, in order: the name within the
/// article. The part of [`extract`] that resolves pronouns and short forms, by itself.
pub fn speakers(text: &str, mentions: &[Span]) -> Vec<String> {
    named(text, mentions).into_iter().map(|(name, _)| name).collect()
}

/// The same, with what kind of source each is.
pub fn named(text: &str, mentions: &[Span]) -> Vec<(String, SourceKind)> {
    let chars: Vec<char> = text.chars().collect();
    let people = People::of(&chars);
    let mut memory = speaker::Memory::of(&people);
    let mut lines = structure::lines(&chars).into_iter().peekable();
    let mut named = Vec::with_capacity(mentions.len());
    for mention in mentions {
        while lines.next_if(|line| line.span.start <= mention.start).is_some() {
            memory.new_paragraph();
        }
        let speaker = memory.resolve(&chars, &token::tokens(&chars, *mention));
        memory.spoke(&speaker);
        named.push(speaker);
    }
    named
}

/// How much an English sentence that cites nobody deserves checking, from 0 to 1. The part of [`extract`] that rates
/// claims, by itself.
pub fn check_worthiness(sentence: &str) -> f64 {
    claim::rate(sentence, worth::model())
}

/// One article's attributions in the form that the scorer reads.
pub fn attributions_json(id: &str, extraction: &Extraction) -> Value {
    json!({ "id": id, "attributions": extraction.attributions })
}

/// The text of a span of scalar values.
fn text_of(chars: &[char], span: Span) -> String {
    chars.get(span.start..span.end).unwrap_or_default().iter().collect()
}
