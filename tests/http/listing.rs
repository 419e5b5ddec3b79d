//! Lists of claims as files: all rows of a filter, a person's month, a source's record.

use crate::support::{App, later, on_both_databases};
use corroborate::claim::{Substance, WorkState};
use corroborate::review::gather::{self, EvidenceEntry};
use serde_json::Value;
use std::collections::BTreeSet;

on_both_databases! { async App:
    a_file_has_every_claim_that_fits_not_a_page_of_them,
    every_form_has_the_same_claims_and_says_how_many,
    a_list_costs_the_same_however_many_claims_it_has,
    confidential_evidence_is_in_no_list_and_counted,
    a_persons_month_has_what_they_worked_on_then,
    a_sources_record_is_taken_with_both_verdicts,
    hostile_words_in_a_list_stay_words,
    what_is_no_form_or_no_month_is_refused,
    the_pages_offer_the_files,
    a_list_without_claims_is_a_file_too,
}

/// The rows of a table, by the names of their columns.
fn rows(table: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut table = csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
    let names = table.headers().unwrap().clone();
    table.records().map(|row| names.iter().zip(row.unwrap().iter()).map(|(name, field)| (name.to_owned(), field.to_owned())).collect()).collect()
}

fn ids(table: &str) -> Vec<String> {
    rows(table).into_iter().map(|row| row["claim_id"].clone()).collect()
}

async fn a_file_has_every_claim_that_fits_not_a_page_of_them(mut app: App) {
    let mut all = BTreeSet::new();
    for _ in 0..26 {
        let article = app.desk.article();
        all.extend(app.desk.claims_of(&article).iter().map(|claim| claim.id.to_string()));
    }
    assert!(all.len() > 50);
    let (signed, vera) = (app.desk.claim_in(WorkState::SignedOff), app.desk.viewer("Vera Viewer"));
    let viewer = app.viewer();
    let file = viewer.get("/claims/export?state=to_check&sort=oldest&format=csv").await.is(200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert!(file.header("content-disposition").starts_with("attachment; filename=\"claims-2026-03-0"), "{}", file.header("content-disposition"));
    let listed = ids(&file.body);
    assert!(listed.is_sorted(), "oldest first");
    assert!(all.is_subset(&listed.iter().cloned().collect()) && !listed.contains(&signed.id.to_string()));
    let program = app.program_of(&vera);
    let same = program.get("/api/v1/claims?state=to_check&sort=oldest&format=csv&limit=2").await.is(200);
    assert_eq!(ids(&same.body), listed);
}

async fn every_form_has_the_same_claims_and_says_how_many(mut app: App) {
    let claim = app.desk.claim_in(WorkState::SignedOff);
    app.desk.claim();
    let viewer = app.viewer();
    let get = async |format: &str| viewer.get(&format!("/claims/export?state=signed_off&format={format}")).await.is(200);
    let csv = get("csv").await;
    assert_eq!(ids(&csv.body), [claim.id.to_string()]);
    assert_eq!(rows(&csv.body)[0]["article_title"], "The border");
    let data = get("json").await.json();
    assert_eq!((&data["count"], &data["narrowed"]), (&Value::from(1), &serde_json::json!([{"name": "State", "value": "Signed off"}])));
    assert_eq!(data["claims"][0]["claim"]["id"], claim.id.to_string());
    assert_eq!(data["claims"][0]["article"]["title"], "The border");
    get("md").await.says("# Claims").says("1 claim").says("## The border").says("Signed off");
    assert_eq!(get("md").await.body.matches("\n### ").count(), 1);
    let book = get("xlsx").await;
    assert_eq!(book.header("content-type"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert!(book.body.starts_with("PK") && book.header("content-disposition").ends_with(".xlsx\""));
}

async fn a_list_costs_the_same_however_many_claims_it_has(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let furnish = |app: &mut App| {
        let claim = app.desk.claim_in(WorkState::SignedOff);
        app.desk.evidence(&ron, claim.id, "A piece");
    };
    furnish(&mut app);
    let mut counts = Vec::new();
    for _ in 0..2 {
        let browser = app.browser_of(&eva);
        browser.get("/claims/export?state=signed_off&format=csv").await.is(200);
        for format in ["csv", "xlsx", "json", "md"] {
            let queries = app
                .queries_of(async || {
                    browser.get(&format!("/claims/export?state=signed_off&format={format}")).await.is(200);
                })
                .await;
            counts.push(queries);
        }
        drop(browser);
        furnish(&mut app);
        furnish(&mut app);
    }
    assert_eq!(counts[..4], counts[4..]);
}

async fn confidential_evidence_is_in_no_list_and_counted(mut app: App) {
    let claim = app.desk.claim();
    let finder = app.desk.reviewer("Sekretta Finder");
    let entry = EvidenceEntry { title: "Sekret title", url: "https://sekret.example/", note: "Sekret note", confidential: true, ..EvidenceEntry::default() };
    gather::attach_evidence(app.desk.c(), &finder, claim.id, &entry, "supports").unwrap();
    let viewer = app.viewer();
    for format in ["csv", "json", "md"] {
        let file = viewer.get(&format!("/claims/export?format={format}")).await.is(200);
        assert!(!file.body.to_lowercase().contains("sekret"), "{format}: {}", file.body);
    }
    let table = viewer.get("/claims/export?format=csv").await.is(200);
    let row = rows(&table.body).into_iter().find(|row| row["claim_id"] == claim.id.to_string()).unwrap();
    assert_eq!((row["evidence_confidential"].as_str(), row["evidence_for"].as_str()), ("1", ""));
}

async fn a_persons_month_has_what_they_worked_on_then(mut app: App) {
    let (ron, other) = (app.desk.reviewer("Ron Reviewer"), app.desk.reviewer("Rita Reviewer"));
    let (mine, theirs, next) = (app.desk.claim(), app.desk.claim(), app.desk.claim());
    app.desk.verdict(&ron, mine.id, Substance::Confirmed);
    app.desk.verdict(&other, theirs.id, Substance::Confirmed);
    // Forty days later it is another month.
    app.desk.verdict(&later(&ron, 40 * 24 * 60), next.id, Substance::Confirmed);
    let viewer = app.viewer();
    let at = format!("/people/{}/month", ron.id.unwrap());
    let march = viewer.get(&format!("{at}?month=2026-03&format=csv")).await.is(200);
    assert_eq!(ids(&march.body), [mine.id.to_string()]);
    assert!(march.header("content-disposition").contains("claims-ron-reviewer-2026-03.csv"), "{}", march.header("content-disposition"));
    assert_eq!(ids(&viewer.get(&format!("{at}?month=2026-04&format=csv")).await.is(200).body), [next.id.to_string()]);
    viewer.get(&format!("{at}?month=2026-03&format=md")).await.is(200).says("Claims that Ron Reviewer worked on");
    let program = app.program_of(&other);
    let data = program.get(&format!("/api/v1/people/{}/work?month=2026-03", ron.id.unwrap())).await.is(200).json();
    assert_eq!((&data["count"], &data["claims"][0]["claim"]["id"]), (&Value::from(1), &Value::from(mine.id.to_string())));
}

async fn a_sources_record_is_taken_with_both_verdicts(mut app: App) {
    let claim = app.desk.claim_in(WorkState::SignedOff);
    let source = app.desk.chain(claim.id)[0].source_id;
    let viewer = app.viewer();
    let page = viewer.get(&format!("/sources/{source}")).await.is(200);
    let href = format!("/claims/export?source={source}&amp;sort=newest&amp;format=csv");
    page.says(&href.replace("&amp;", "&#38;"));
    let file = viewer.get(&href.replace("&amp;", "&")).await.is(200);
    assert!(file.header("content-disposition").contains("filename=\"claims-"), "{}", file.header("content-disposition"));
    let row = rows(&file.body).into_iter().find(|row| row["claim_id"] == claim.id.to_string()).unwrap();
    assert!(!row["substance_verdict"].is_empty() && !row["chain"].is_empty() && row["attribution_by_link"].contains(": "), "{row:?}");
}

async fn hostile_words_in_a_list_stay_words(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron Reviewer");
    let entry =
        EvidenceEntry { title: "=HYPERLINK(\"http://evil.example\") <script>alert(1)</script>", url: "https://ok.example/", ..EvidenceEntry::default() };
    gather::attach_evidence(app.desk.c(), &ron, claim.id, &entry, "supports").unwrap();
    let viewer = app.viewer();
    let table = viewer.get("/claims/export?format=csv").await.is(200);
    assert!(rows(&table.body).iter().flat_map(|row| row.values()).all(|field| !field.starts_with(['=', '+', '-', '@'])));
    viewer.get("/claims/export?format=md").await.is(200).does_not_say("<script");
    viewer.get("/claims/export?format=json").await.is(200).json();
}

async fn what_is_no_form_or_no_month_is_refused(mut app: App) {
    let (ron, vera) = (app.desk.reviewer("Ron Reviewer").id.unwrap(), app.desk.viewer("Vera Viewer"));
    let viewer = app.viewer();
    assert_eq!(viewer.get("/claims/export").await.is(200).header("content-type"), "text/csv; charset=utf-8");
    assert!(viewer.get(&format!("/people/{ron}/month")).await.is(200).header("content-disposition").contains("2026-03.csv"));
    viewer.get("/claims/export?format=pdf").await.is(404);
    viewer.get(&format!("/people/{ron}/month?month=2026-13&format=csv")).await.is(400).says("2026-11");
    viewer.get("/people/0190ffff-0000-7000-8000-000000000000/month?month=2026-03&format=csv").await.is(404);
    let program = app.program_of(&vera);
    program.get("/api/v1/claims?format=pdf").await.is(422).says("format");
    program.get(&format!("/api/v1/people/{ron}/work?month=March")).await.is(400);
}

async fn the_pages_offer_the_files(mut app: App) {
    app.desk.claim();
    let ron = app.desk.reviewer("Ron Reviewer").id.unwrap();
    let viewer = app.viewer();
    let page = viewer.get("/claims?state=open&assignee=none").await.is(200).says("claims that fit");
    for format in ["csv", "xlsx", "json", "md"] {
        let href = format!("href=\"/claims/export?state=open&#38;assignee=none&#38;format={format}\"");
        assert!(page.body.contains(&href), "{href} is not on {}", page.body);
    }
    viewer.get(&format!("/people/{ron}")).await.is(200).says(&format!("action=\"/people/{ron}/month\"")).says("<option value=\"2026-03\">");
}

async fn a_list_without_claims_is_a_file_too(mut app: App) {
    let viewer = app.viewer();
    let get = async |format: &str| viewer.get(&format!("/claims/export?q=zzznothing&format={format}")).await.is(200);
    assert!(rows(&get("csv").await.body).is_empty());
    assert_eq!(get("json").await.json()["count"], 0);
    get("md").await.says("0 claims");
    assert!(get("xlsx").await.body.starts_with("PK"));
}
