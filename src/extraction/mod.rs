//! The engine behind intake: finds the sentences, claims and sources of a text.
//!
//! Pure: no database, no network, no clock, nothing kept between calls. [`extract`] never fails: a text it
//! can make little of gives little. The stages, each in its own file and each replaceable:
//! `structure` (lines) → `sentence` → `token` → `cue` and `attribution` (who says what) → `speaker`
//! (which source that is) → `kind` → `claim` (statements, check-worthiness).

mod attribution;
mod claim;
mod cue;
mod kind;
mod lexicon;
pub mod model;
mod quote;
mod sentence;
mod speaker;
mod structure;
mod token;

pub use model::{Attribution, Claim, Extraction, Link, Quotation, Role, Sentence, SentenceKind, SourceKind, Why};

use crate::span::Span;
use serde_json::{Value, json};

/// What the caller knows of the text.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Language, where it is known; BCP 47.
    pub language: Option<String>,
}

/// Finds sentences, claims and attributions in `text`. Spans count its Unicode scalar values.
///
/// Who says what is found in English; in other languages every sentence that looks like a statement of fact
/// becomes a claim without a chain.
pub fn extract(text: &str, options: &Options) -> Extraction {
    let chars: Vec<char> = text.chars().collect();
    let language = options.language.clone().unwrap_or_else(|| guess_language(text));
    let lines = structure::lines(&chars);
    let mut sentences = Vec::new();
    let mut claims = Vec::new();
    let mut attributions = Vec::new();
    let mut memory = speaker::Memory::default();
    let english = language == "en" || language == "und";
    for line in &lines {
        let places = match line.kind {
            structure::LineKind::Text => sentence::sentences(&chars, line.span),
            structure::LineKind::Heading | structure::LineKind::Title | structure::LineKind::Boilerplate => vec![line.span],
        };
        memory.new_paragraph();
        for span in places {
            let tokens = token::tokens(&chars, span);
            let found = if english && line.kind != structure::LineKind::Boilerplate && line.kind != structure::LineKind::Heading {
                attribution::find(&chars, span, &tokens, line.kind == structure::LineKind::Title, &mut memory)
            } else {
                Vec::new()
            };
            let kind = kind::kind_of(&chars, &tokens, line.kind, !found.is_empty(), english);
            let index = sentences.len();
            sentences.push(Sentence { span, kind });
            let made = claim::claims(&chars, span, index, &tokens, kind, &found, &mut memory);
            claims.extend(made);
            attributions.extend(found.iter().flat_map(attribution::Found::as_attributions));
        }
    }
    Extraction { language, sentences, claims, attributions }
}

/// BCP 47 code of the language, `und` where the text is too short to tell.
fn guess_language(text: &str) -> String {
    // A few thousand scalar values are plenty, and keep the cost of a huge text down.
    let sample: String = text.chars().take(4_000).collect();
    match whatlang::detect(&sample) {
        Some(info) if info.is_reliable() || sample.len() > 200 => two_letters(info.lang()).to_owned(),
        _ => "und".to_owned(),
    }
}

fn two_letters(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang::{
        Ara, Ben, Bul, Cat, Ces, Cmn, Dan, Deu, Ell, Eng, Epo, Est, Fin, Fra, Heb, Hin, Hrv, Hun, Ind, Ita, Jpn, Kor, Lav, Lit, Nld, Nob, Pes, Pol, Por, Ron,
        Rus, Slk, Slv, Spa, Srp, Swe, Tha, Tur, Ukr, Urd, Vie,
    };
    match lang {
        Ara => "ar",
        Ben => "bn",
        Bul => "bg",
        Cat => "ca",
        Ces => "cs",
        Cmn => "zh",
        Dan => "da",
        Deu => "de",
        Ell => "el",
        Eng => "en",
        Epo => "eo",
        Est => "et",
        Fin => "fi",
        Fra => "fr",
        Heb => "he",
        Hin => "hi",
        Hrv => "hr",
        Hun => "hu",
        Ind => "id",
        Ita => "it",
        Jpn => "ja",
        Kor => "ko",
        Lav => "lv",
        Lit => "lt",
        Nld => "nl",
        Nob => "nb",
        Pes => "fa",
        Pol => "pl",
        Por => "pt",
        Ron => "ro",
        Rus => "ru",
        Slk => "sk",
        Slv => "sl",
        Spa => "es",
        Srp => "sr",
        Swe => "sv",
        Tha => "th",
        Tur => "tr",
        Ukr => "uk",
        Urd => "ur",
        Vie => "vi",
        other => other.code(),
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
