//! W3C Web Annotations (JSON-LD): one annotation a claim, at its words in the article. Pure.
//!
//! Readers of annotations find the words again by the quotation with what stands around it (`TextQuoteSelector`) and,
//! in the very text that was checked, by position (`TextPositionSelector`), in Unicode scalar values as the standard
//! counts. A claim in several pieces has several targets, one that the text no longer has is on the article as a
//! whole. What was found is said for people (`classifying`, `describing`, `commenting`, `editing`) and, as
//! `substance:…` and `attribution:…`, for programs (`tagging`). Start at [`write`].

use super::claimreview_rules::safe_in_script;
use super::telling::{address, verdict};
use super::{ClaimPart, EvidencePart, ExportError, Report, telling};
use crate::code::Code;
use crate::span::{ScalarIndex, Span};
use crate::wording::Words;
use chrono::SecondsFormat;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Scalar values of context on each side of a quotation.
const CONTEXT: usize = 32;

pub(super) fn write(report: &Report, w: &Words) -> Result<Vec<u8>, ExportError> {
    let text = ScalarIndex::new(&report.version.text);
    let pieces: BTreeMap<&str, &EvidencePart> = report.evidence.iter().map(|piece| (piece.id.as_str(), piece)).collect();
    let mut first = Map::new();
    first.insert("id".to_owned(), format!("{}#claims", urn(&report.article.id)).into());
    first.insert("type".to_owned(), "AnnotationPage".into());
    first.insert("startIndex".to_owned(), 0.into());
    let items: Vec<Value> = report.claims.iter().map(|claim| annotation(claim, report, &text, &pieces, w)).collect();
    let total = items.len();
    // Put in, not told of: that would be a second copy of all.
    first.insert("items".to_owned(), items.into());
    let mut collection = Map::new();
    let mut put = |name: &str, value: Value| collection.insert(name.to_owned(), value);

    put("@context", "http://www.w3.org/ns/anno.jsonld".into());
    put("id", urn(&report.article.id).into());
    put("type", "AnnotationCollection".into());
    put("label", w.s("report-title", "title", &telling::title(&report.article, w)).into());
    put("generator", json!({ "type": "Software", "name": report.tool }));
    put("generated", report.assembled_at.to_rfc3339_opts(SecondsFormat::Secs, true).into());
    put("total", total.into());
    put("first", first.into());
    let text = serde_json::to_string_pretty(&collection).map_err(|e| ExportError(e.to_string()))?;
    Ok((safe_in_script(&text) + "\n").into_bytes())
}

/// An id as an address: ids are UUIDs, and what is none is still no other address.
fn urn(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    format!("urn:uuid:{}", id.chars().map(|c| if plain(c) { c } else { '-' }).collect::<String>())
}

fn annotation(claim: &ClaimPart, report: &Report, text: &ScalarIndex<'_>, pieces: &BTreeMap<&str, &EvidencePart>, w: &Words) -> Value {
    let mut said = Map::new();
    said.insert("id".to_owned(), urn(&claim.id).into());
    said.insert("type".to_owned(), "Annotation".into());
    said.insert("motivation".to_owned(), "assessing".into());
    if let Some(name) = &claim.checked_by {
        said.insert("creator".to_owned(), json!({ "type": "Person", "name": name }));
    }
    let times = [("created", claim.checked_at), ("modified", claim.signed_off_at)];
    for (name, at) in times.into_iter().filter_map(|(name, at)| Some((name, at?))) {
        said.insert(name.to_owned(), at.to_rfc3339_opts(SecondsFormat::Secs, true).into());
    }
    said.insert("body".to_owned(), bodies(claim, &report.article.language, pieces, w).into());
    said.insert("target".to_owned(), targets(claim, report, text));
    said.into()
}

fn body(purpose: &str, value: &str, language: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", "language": language })
}

fn bodies(claim: &ClaimPart, article_language: &str, pieces: &BTreeMap<&str, &EvidencePart>, w: &Words) -> Vec<Value> {
    let ours = w.language();
    let mut bodies = vec![body("classifying", &verdict(claim.substance, w), ours)];
    if !claim.chain.is_empty() {
        bodies.push(body("classifying", &format!("{} {}", w.t("report-attribution"), verdict(claim.attribution, w)), ours));
    }
    let tag = |list: &str, code: &str| json!({ "type": "TextualBody", "purpose": "tagging", "value": format!("{list}:{code}") });
    bodies.extend(claim.substance.map(|value| tag("substance", value.code())));
    bodies.extend(claim.attribution.map(|value| tag("attribution", value.code())));
    bodies.push(tag("state", claim.state.code()));
    bodies.push(body("describing", &claim.statement, article_language));
    if !claim.rationale.is_empty() {
        bodies.push(json!({ "type": "TextualBody", "purpose": "commenting", "value": claim.rationale, "format": "text/plain" }));
    }
    if let Some(action) = claim.text_action.as_ref().filter(|action| !action.proposed_wording.is_empty()) {
        bodies.push(body("editing", &action.proposed_wording, article_language));
    }
    let tied = claim.evidence.iter().filter_map(|tie| pieces.get(tie.evidence.as_str())).filter(|piece| !piece.confidential);
    bodies.extend(tied.filter_map(|piece| Some(json!({ "type": "SpecificResource", "purpose": "linking", "source": address(piece.url.as_deref()?)? }))));
    bodies
}

fn targets(claim: &ClaimPart, report: &Report, text: &ScalarIndex<'_>) -> Value {
    let source = report.article.source_url.as_deref().and_then(address).unwrap_or_else(|| urn(&report.article.id));
    let mut targets: Vec<Value> =
        claim.spans.iter().filter(|span| !span.is_empty() && span.end <= text.len()).map(|span| target(&source, *span, text)).collect();
    match targets.len() {
        0 => json!({ "type": "SpecificResource", "source": source }),
        1 => targets.remove(0),
        _ => targets.into(),
    }
}

fn target(source: &str, span: Span, text: &ScalarIndex<'_>) -> Value {
    let around = |start: usize, end: usize| text.slice_within(Span::new(start, end.min(text.len())));
    json!({
        "type": "SpecificResource",
        "source": source,
        "selector": [
            { "type": "TextPositionSelector", "start": span.start, "end": span.end },
            {
                "type": "TextQuoteSelector",
                "exact": text.slice_within(span),
                "prefix": around(span.start.saturating_sub(CONTEXT), span.start),
                "suffix": around(span.end, span.end + CONTEXT),
            },
        ],
    })
}
