//! Any bytes as a text: the extraction ends, panics never, and what it finds fits the text.

#![no_main]
#![allow(dead_code, unused_imports, reason = "the engine is built alone, without its callers")]

#[path = "../../src/code.rs"]
pub mod code;
#[path = "../../src/extraction/mod.rs"]
pub mod extraction;
#[path = "../../src/span.rs"]
pub mod span;

use extraction::{Options, extract};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first byte chooses what the caller knows; the rest is the text, as bytes are read from a file.
    let (known, bytes) = data.split_first().map_or((0, data), |(first, rest)| (*first, rest));
    let text = String::from_utf8_lossy(bytes);
    let language = match known % 4 {
        0 => None,
        1 => Some("en".to_owned()),
        2 => Some("ja".to_owned()),
        _ => Some("x-nonsense".to_owned()),
    };
    let published = if known & 4 == 4 { chrono::NaiveDate::from_ymd_opt(2024, 2, 29) } else { None };
    let found = extract(&text, &Options { language, published });
    let length = text.chars().count();
    let mut covered = 0;
    for sentence in &found.sentences {
        assert!(covered <= sentence.span.start && sentence.span.start < sentence.span.end && sentence.span.end <= length);
        covered = sentence.span.end;
    }
    for claim in &found.claims {
        let sentence = found.sentences[claim.sentence].span;
        assert!(sentence.contains(claim.span) && !claim.span.is_empty() && !claim.statement.is_empty());
        assert!((0.0..=1.0).contains(&claim.check_worthiness));
    }
    for attribution in &found.attributions {
        assert!(attribution.source.iter().chain(&attribution.cue).chain(&attribution.content).all(|span| span.start < span.end && span.end <= length));
    }
});
