//! The engine behind intake: finds the sentences, claims and sources of a text.
//!
//! Pure: no database, no network, no clock, nothing kept between calls. [`extract`] never fails: a text it
//! can make little of gives little. The stages, each in its own file and each replaceable:
//! `language`, `structure` (lines) → `sentence` → `token` → `cue` and `attribution` (who says what in a sentence) →
//! `speaker` and `name` (which source that is) → `voice` (quotations over sentences) → `kind` → `claim` (check-worthiness) and
//! `statement` (a wording that stands alone).

mod attribution;
mod boundary;
mod claim;
mod cue;
mod fit;
mod kind;
mod language;
pub mod learn;
mod lexicon;
mod linear;
pub mod model;
mod name;
mod quote;
mod sentence;
mod speaker;
mod statement;
mod structure;
pub mod tally;
mod token;
mod voice;
mod worth;

pub use model::{Attribution, Claim, Extraction, Link, Quotation, Role, Sentence, SentenceKind, SourceKind, Why};

use crate::span::Span;
use serde_json::{Value, json};
use voice::Passage;

/// What the caller knows of the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Language, where it is known; BCP 47.
    pub language: Option<String>,
}

/// Finds sentences, claims and attributions in `text`. Spans count its Unicode scalar values.
///
/// Who says what is found in English; in other languages every sentence that looks like a statement of fact
/// becomes a claim without a chain. Time and memory grow with the length of the text alone, whatever it holds.
pub fn extract(text: &str, options: &Options) -> Extraction {
    let chars: Vec<char> = text.chars().collect();
    let language = options.language.clone().unwrap_or_else(|| language::guess(text));
    let english = language == "en" || language.starts_with("en-") || language == "und";
    let mut reading = Reading { chars: &chars, english, memory: speaker::Memory::default(), made: Extraction { language, ..Extraction::default() } };
    for line in structure::lines(&chars) {
        reading.line(line);
    }
    reading.made
}

/// A text being read, line by line.
struct Reading<'t> {
    chars: &'t [char],
    english: bool,
    memory: speaker::Memory,
    made: Extraction,
}

impl Reading<'_> {
    fn line(&mut self, line: structure::Line) {
        use structure::LineKind::{Boilerplate, Heading, Text, Title};
        self.memory.new_paragraph();
        let places = sentence::sentences(self.chars, line.span, self.english);
        let line = match line.kind {
            // What has sentences is text, however short.
            Heading if places.len() > 1 => structure::Line { kind: Text, ..line },
            _ => line,
        };
        let quotes = quote::quotations(self.chars, line.span);
        let attributes = self.english && !matches!(line.kind, Boilerplate | Heading);
        let mut passages: Vec<Passage> = Vec::with_capacity(places.len());
        for span in places {
            let found = if attributes {
                attribution::find(self.chars, &token::tokens(self.chars, span), &quotes, line.kind == Title, &mut self.memory)
            } else {
                Vec::new()
            };
            passages.push(Passage { span, found, joins: None });
        }
        if attributes {
            voice::run_on(&mut passages, &quotes, &mut self.memory);
        }
        self.attribute(&passages);
        for passage in &passages {
            let tokens = token::tokens(self.chars, passage.span);
            let kind = kind::kind_of(self.chars, &tokens, line.kind, &passage.found, self.english);
            let index = self.made.sentences.len();
            self.made.sentences.push(Sentence { span: passage.span, kind });
            self.made.claims.extend(claim::claims(self.chars, passage, index, &tokens, kind));
        }
    }

    /// Adds the attributions of a line; a quotation that runs over sentences is one.
    fn attribute(&mut self, passages: &[Passage]) {
        let mut places: Vec<Vec<usize>> = Vec::with_capacity(passages.len());
        for passage in passages {
            let mut here = Vec::new();
            if passage.joins.is_none() {
                for found in &passage.found {
                    here.push(self.made.attributions.len());
                    self.made.attributions.push(found.as_attribution());
                }
            }
            places.push(here);
        }
        for passage in passages {
            let joined = passage.joins.and_then(|(at, place)| places.get(at)?.get(place)).and_then(|at| self.made.attributions.get_mut(*at));
            if let Some(joined) = joined {
                joined.content.push(passage.span);
                joined.content.sort_unstable();
            }
        }
    }
}

/// One article's attributions in the form that the scorer reads.
pub fn attributions_json(id: &str, extraction: &Extraction) -> Value {
    json!({ "id": id, "attributions": extraction.attributions })
}

/// The text of a span of scalar values.
fn text_of(chars: &[char], span: Span) -> String {
    chars.get(span.start..span.end).unwrap_or_default().iter().collect()
}
