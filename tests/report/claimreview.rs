//! Which claims go out as `ClaimReview`, and what the editor is told before.

use super::sample::{sample, with_claims, words};
use super::text;
use corroborate::claim::{Substance, WorkState};
use corroborate::report::claimreview::{check, refused};
use corroborate::report::{DeskPart, ExportFormat, HistoryPart, Report, TakenFromPart};
use serde_json::{Value, json};

fn findings(report: &Report) -> Vec<(i32, &'static str, &'static str)> {
    check(report, &words()).into_iter().map(|f| (f.claim, f.rule, f.message)).collect()
}

fn graph(report: &Report) -> Vec<Value> {
    let json: Value = serde_json::from_str(&text(report, ExportFormat::ClaimReview)).unwrap();
    assert_eq!(json["@context"], "https://schema.org");
    json["@graph"].as_array().unwrap().clone()
}

#[test]
fn every_finding_has_a_sentence() {
    let mut report = sample();
    report.desk = DeskPart::default();
    report.article.source_url = None;
    for finding in check(&sample(), &words()).into_iter().chain(check(&report, &words())) {
        let sentence = words().with(finding.message, &finding.args());
        assert!(!sentence.contains(['⟨', '{']), "{sentence}");
    }
}

#[test]
fn the_sample_is_told_what_is_missing() {
    let expected = [
        (1, "W4", "claimreview-several"),
        (2, "W3", "claimreview-no-same-as"),
        (3, "E10", "claimreview-not-signed-off"),
        (4, "E10", "claimreview-not-signed-off"),
    ];
    assert_eq!(findings(&sample()), expected);
}

#[test]
fn only_claims_that_no_rule_refuses_go_out() {
    assert_eq!(refused(&sample(), &words()).into_iter().collect::<Vec<_>>(), [3, 4]);
    let urls: Vec<Value> = graph(&sample()).iter().map(|entry| entry["url"].clone()).collect();
    let page = "https://facts.example.org/checks/0192f000-0000-7000-8000-000000000001";
    assert_eq!(urls, [json!(format!("{page}#claim-1")), json!(format!("{page}#claim-2"))]);
}

#[test]
fn a_verdict_without_a_number_leaves_the_numbers_out() {
    let entries = graph(&sample());
    assert_eq!(entries[0]["reviewRating"]["ratingValue"], 4);
    assert_eq!(entries[0]["reviewRating"]["worstRating"], 1);
    let rating = entries[1]["reviewRating"].as_object().unwrap();
    assert!(["ratingValue", "worstRating", "bestRating"].iter().all(|key| !rating.contains_key(*key)));
}

#[test]
fn e10_what_can_not_be_checked_or_has_no_verdict_stays() {
    let mut report = sample();
    report.claims[0].substance = None;
    report.claims[1].substance = Some(Substance::NotCheckable);
    let found = findings(&report);
    assert!(found.contains(&(1, "E10", "claimreview-no-verdict")));
    assert!(found.contains(&(2, "E10", "claimreview-not-checkable")));
    assert_eq!(graph(&report), Vec::<Value>::new());
}

#[test]
fn e10_a_claim_that_rests_on_confidential_evidence_alone_stays() {
    let mut report = sample();
    report.claims[0].evidence.retain(|tie| tie.evidence == "e5");
    assert!(findings(&report).contains(&(1, "E10", "claimreview-confidential")));
}

#[test]
fn the_reasons_stay_at_home_where_some_evidence_is_confidential() {
    let mut report = sample();
    assert!(graph(&report)[0]["reviewRating"].get("ratingExplanation").is_none());
    report.claims[0].evidence.retain(|tie| tie.evidence != "e5");
    assert_eq!(graph(&report)[0]["reviewRating"]["ratingExplanation"], report.claims[0].rationale);
}

#[test]
fn e11_the_page_shows_odd_wordings_as_they_are() {
    let mut report = sample();
    report.claims[0].statement = "AT&T \"owns\"  5 < 6 & 'x' shells".to_owned();
    assert!(!findings(&report).iter().any(|(.., message)| *message == "claimreview-not-on-page"));
    assert_eq!(graph(&report)[0]["claimReviewed"], "AT&T \"owns\" 5 < 6 & 'x' shells");
}

#[test]
fn a_desk_without_name_and_address_is_told_so() {
    let mut report = sample();
    report.desk = DeskPart::default();
    let found = findings(&report);
    assert!(found.contains(&(1, "E5", "claimreview-no-url")));
    assert!(found.contains(&(1, "E6", "claimreview-no-desk-name")));
    assert!(graph(&report).is_empty());
}

#[test]
fn w5_a_desk_without_policies_is_told_so_once() {
    let mut report = with_claims(30);
    report.desk.corrections_url.clear();
    report.desk.methodology_url.clear();
    let whole: Vec<_> = findings(&report).into_iter().filter(|(_, rule, _)| matches!(*rule, "W4" | "W5")).collect();
    assert_eq!(whole.len(), 3);
}

#[test]
fn the_claim_is_its_origins_and_the_article_is_where_it_appeared() {
    let reviewed = &graph(&sample())[0]["itemReviewed"];
    assert_eq!(reviewed["author"]["name"], "Ministry of National Defence");
    assert_eq!(reviewed["author"]["sameAs"], "https://www.wikidata.org/wiki/Q494384");
    assert_eq!(reviewed["appearance"][0]["url"], "https://news.example.com/shells?a=1&b=2");
    // Where the article cites nobody, the claim is its publisher's.
    assert_eq!(graph(&sample())[1]["itemReviewed"]["author"]["name"], "The Example Times");
}

#[test]
fn e10_what_another_desk_found_goes_out_in_nobody_elses_name() {
    let mut report = sample();
    let checked_at = report.claims[0].checked_at.unwrap();
    let taken = |desk: &str, at| TakenFromPart {
        desk: desk.to_owned(),
        url: String::new(),
        article: "a".to_owned(),
        number: None,
        sha256: "0".repeat(64),
        key: None,
        assembled_at: at,
        tool: "a tool".to_owned(),
        history: HistoryPart::default(),
        by: "Eva".to_owned(),
        at,
    };
    // Found before the report of the Herald was imported, so by the Herald.
    report.taken_from = vec![taken("The Herald", checked_at + chrono::Duration::days(400))];
    let found = findings(&report);
    assert!(found.contains(&(1, "E10", "claimreview-other-desk")), "{found:?}");
    assert!(graph(&report).is_empty());
    // The Herald had it from somebody who did not say who they are.
    report.taken_from.push(taken("", checked_at));
    assert!(findings(&report).contains(&(1, "E10", "claimreview-other-desk-unnamed")));
    // What was found here afterwards is ours.
    report.taken_from = vec![taken("The Herald", checked_at - chrono::Duration::days(400))];
    assert_eq!(graph(&report).len(), graph(&sample()).len());
}

#[test]
fn a_claim_sent_back_is_not_published() {
    let mut report = sample();
    report.claims[0].state = WorkState::Checking;
    assert_eq!(graph(&report).len(), 1);
}

#[test]
fn e12_a_title_does_not_end_the_script_element() {
    let mut report = sample();
    report.article.title = "</script><!-- x".to_owned();
    let json = text(&report, ExportFormat::ClaimReview);
    assert!(!json.contains("</") && !json.contains("<!--"));
    assert_eq!(graph(&report)[0]["itemReviewed"]["appearance"][0]["headline"], report.article.title);
}
