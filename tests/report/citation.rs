//! The evidence as lists of references.

use super::hostile::EVIL;
use super::sample::{empty, filled, sample};
use super::text;
use corroborate::report::{ExportFormat, Report};
use serde_json::Value;
use std::collections::BTreeSet;

fn items(report: &Report) -> Vec<Value> {
    serde_json::from_str(&text(report, ExportFormat::Csl)).unwrap()
}

/// Kind, key and fields.
type Entry = (String, String, Vec<(String, String)>);

/// The entries of a BibTeX file, read as BibTeX reads them, by counting braces.
fn entries(bib: &str) -> Vec<Entry> {
    let mut found = Vec::new();
    for entry in bib.split("\n@").skip(1) {
        let (kind, rest) = entry.split_once('{').unwrap();
        let (key, rest) = rest.split_once(',').unwrap();
        let (mut depth, mut end) = (1, 0);
        for (at, c) in rest.char_indices() {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            if depth == 0 {
                end = at;
                break;
            }
        }
        assert_eq!(rest[end..].trim(), "}", "{key} does not end where its braces do");
        let field = |line: &str| line.split_once(" = ").map(|(name, value)| (name.trim().to_owned(), value.trim_end_matches(',').to_owned())).unwrap();
        found.push((kind.to_owned(), key.to_owned(), rest[..end].trim().lines().map(field).collect()));
    }
    found
}

#[test]
fn the_references_in_bibtex() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Bibtex));
}

#[test]
fn the_references_in_csl() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Csl));
}

#[test]
fn both_have_every_piece_that_is_not_confidential_under_one_key() {
    let (bib, csl) = (entries(&text(&sample(), ExportFormat::Bibtex)), items(&sample()));
    let keys: BTreeSet<&str> = bib.iter().map(|(_, key, _)| key.as_str()).collect();
    assert_eq!(keys.len(), 4);
    assert_eq!(keys, csl.iter().map(|item| item["id"].as_str().unwrap()).collect());
    assert!(text(&sample(), ExportFormat::Bibtex).contains("% One piece of evidence is confidential and is left out."));
    assert!(csl.iter().all(|item| item["custom"]["confidential_left_out"] == 1));
}

#[test]
fn pieces_that_are_alike_keep_keys_of_their_own_whatever_else_is_there() {
    let mut report = sample();
    let first = report.evidence[0].clone();
    report.evidence.push(corroborate::report::EvidencePart { id: "f00-e1".to_owned(), ..first.clone() });
    report.evidence.push(corroborate::report::EvidencePart { id: "e-1".to_owned(), ..first });
    let keys: Vec<String> = entries(&text(&report, ExportFormat::Bibtex)).into_iter().map(|(_, key, _)| key).collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), 6, "{keys:?}");
    assert_eq!(keys[..4], entries(&text(&sample(), ExportFormat::Bibtex)).into_iter().map(|(_, key, _)| key).collect::<Vec<_>>());
}

#[test]
fn no_text_ends_its_field_or_begins_an_entry() {
    for evil in EVIL.iter().copied().chain(["}} @misc{x, title={y}", "\\input{/etc/passwd}", "{", "}", "%", "\\", "a\nb = {c},"]) {
        let bib = text(&filled(evil), ExportFormat::Bibtex);
        let found = entries(&bib);
        assert_eq!(found.len(), 4, "{evil:?}: {bib}");
        assert!(!bib.contains("\\input{"), "{evil:?}");
        for (kind, key, fields) in found {
            assert!(kind == "online" || kind == "misc");
            assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{key}");
            assert!(fields.iter().all(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase())), "{evil:?}: {fields:?}");
        }
        assert_eq!(items(&filled(evil)).len(), 4);
    }
}

#[test]
fn an_article_without_evidence_has_empty_lists() {
    assert!(entries(&text(&empty(), ExportFormat::Bibtex)).is_empty());
    assert!(items(&empty()).is_empty());
}
