//! The form in which the result is told: keys, order and offsets.

use super::read;
use corroborate::extraction::{Extraction, attributions_json};
use serde_json::json;

const TEXT: &str = "Ein Tag\n🚀 Bloomberg, citing Seoul’s defence ministry, reported that 5 million shells were shipped.";

#[test]
fn the_result_has_the_documented_keys_and_spans_in_scalar_values() {
    let told = serde_json::to_value(&read(TEXT).found).unwrap();
    let expected = json!({
        "language": "en",
        "sentences": [{ "span": [0, 7], "kind": "heading" }, { "span": [8, 98], "kind": "claim" }],
        "claims": [{
            "span": [68, 97], "sentence": 1, "statement": "5 million shells were shipped.", "check_worthiness": 0.73, "why": ["quantity", "named source"],
            "chain": [
                { "role": "reporter", "source": "Bloomberg", "kind": "outlet", "mention": [10, 19], "cue": [54, 62], "quotation": "indirect" },
                { "role": "origin", "source": "Seoul’s defence ministry", "kind": "government", "mention": [28, 52], "cue": [21, 27], "quotation": "indirect" },
            ],
        }],
    });
    assert_eq!(told, expected);
}

#[test]
fn keys_stand_in_the_documented_order() {
    let told = serde_json::to_string(&read("Mr Doe said it was so.").found).unwrap();
    let keys = [
        "language", "sentences", "span", "kind", "claims", "span", "sentence", "statement", "check_worthiness", "why", "chain", "role", "source", "kind",
        "mention", "cue", "quotation",
    ];
    let mut rest = told.as_str();
    for key in keys {
        rest = rest.split_once(&format!("\"{key}\":")).unwrap_or_else(|| panic!("{key} in {rest}")).1;
    }
}

#[test]
fn the_result_reads_back_as_it_was_told() {
    let found = read(TEXT).found;
    let again: Extraction = serde_json::from_str(&serde_json::to_string(&found).unwrap()).unwrap();
    assert_eq!((again.sentences, again.claims, again.language), (found.sentences, found.claims, found.language));
}

#[test]
fn attributions_are_told_as_lists_of_pairs() {
    let told = attributions_json("a-1", &read("“It was late. We left,” Anna Roe said. “Nobody saw us.”").found);
    let expected = json!({
        "id": "a-1",
        "attributions": [{ "source": [[24, 32]], "cue": [[33, 37]], "content": [[0, 13], [14, 23], [39, 55]], "kind": "direct" }],
    });
    assert_eq!(told, expected);
}

#[test]
fn a_text_without_words_gives_an_empty_result() {
    assert_eq!(serde_json::to_value(&read("").found).unwrap(), json!({ "language": "und", "sentences": [], "claims": [] }));
    assert_eq!(attributions_json("x", &read(" \n ").found), json!({ "id": "x", "attributions": [] }));
}
