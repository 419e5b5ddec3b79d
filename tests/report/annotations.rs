//! The claims as W3C Web Annotations.

use super::hostile::EVIL;
use super::sample::{empty, filled, sample};
use super::text;
use corroborate::report::{ExportFormat, Report};
use serde_json::Value;

fn annotations(report: &Report) -> Value {
    serde_json::from_str(&text(report, ExportFormat::Annotations)).unwrap()
}

#[test]
fn the_annotations() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Annotations));
}

#[test]
fn every_selector_points_at_the_words_of_its_claim() {
    let report = sample();
    let text: Vec<char> = report.version.text.chars().collect();
    let between = |start: usize, end: usize| text[start..end.min(text.len())].iter().collect::<String>();
    let all = annotations(&report);
    let items = all["first"]["items"].as_array().unwrap();
    assert_eq!((all["total"].as_u64(), items.len()), (Some(4), 4));
    for (item, claim) in items.iter().zip(&report.claims) {
        let targets = match &item["target"] {
            Value::Array(targets) => targets.clone(),
            one => vec![one.clone()],
        };
        assert_eq!(targets.len(), claim.spans.len().max(1));
        for (target, span) in targets.iter().zip(&claim.spans) {
            let (position, quote) = (&target["selector"][0], &target["selector"][1]);
            assert_eq!((position["start"].as_u64(), position["end"].as_u64()), (Some(span.start as u64), Some(span.end as u64)));
            assert_eq!(quote["exact"], between(span.start, span.end));
            assert_eq!(quote["prefix"], between(span.start.saturating_sub(32), span.start));
            assert_eq!(quote["suffix"], between(span.end, span.end + 32));
        }
    }
    assert!(items[3]["target"].get("selector").is_none(), "the text does not have it");
}

#[test]
fn an_article_without_an_address_is_named_by_its_id() {
    let mut report = sample();
    report.article.source_url = Some("javascript:alert(1)".to_owned());
    assert_eq!(annotations(&report)["first"]["items"][0]["target"]["source"], format!("urn:uuid:{}", report.article.id));
}

#[test]
fn they_can_stand_in_a_script_element_and_link_nowhere_else() {
    for evil in EVIL {
        let said = text(&filled(evil), ExportFormat::Annotations);
        assert!(!said.contains("</") && !said.contains("<!--"), "{evil:?}");
        for part in said.split("\"source\": \"").skip(1) {
            let source = part.split('"').next().unwrap();
            assert!(source.starts_with("urn:uuid:") || source.starts_with("https://"), "{evil:?} became {source}");
            assert!(!source.contains("evil.example"), "{evil:?} became {source}");
        }
    }
    assert_eq!(annotations(&empty())["total"], 0);
}
