//! Reports in the JSON form: the schema at its address, and files that come in through the API and the page.

use crate::support::{App, Desk, Stage, on_both_databases, start};
use corroborate::account::DeskSettings;
use corroborate::account::desk as settings;
use corroborate::claim::WorkState;
use corroborate::db::column::At;
use corroborate::report::{ExportFormat, assemble, render};
use corroborate::wording::Catalogue;
use serde_json::Value;

on_both_databases! { async App:
    the_schema_is_open_to_everybody_and_kept_by_its_tag,
    the_json_form_says_where_it_is_described,
    a_program_imports_a_report,
    a_report_that_does_not_fit_is_refused_with_what_and_where,
    the_page_imports_a_report_and_asks_before_it_makes_a_second_one,
    the_pages_of_an_imported_check_tell_where_it_is_from,
}

/// A report of another desk, with a claim that is signed off.
pub fn report(app: &mut App, name: &str) -> Value {
    let mut other = Desk::on(app.desk.test_db.another());
    let ada = other.admin("Ada Admin");
    let (old, revision) = settings::settings(other.c()).unwrap();
    settings::change_settings(other.c(), &ada, &DeskSettings { name: name.to_owned(), ..old }, revision).unwrap();
    // Ids of counters meet on every desk; those of real desks never do.
    other.ids = corroborate::ids::Ids::System;
    let claim = other.claim_in(WorkState::SignedOff);
    let ron = other.reviewer("Ron Reviewer");
    other.evidence(&ron, claim.id, "Minutes of the border guard");
    let report = assemble(other.c(), claim.article_id, At(start())).unwrap();
    let words = Catalogue::embedded().unwrap().choose(Some("en"), None);
    serde_json::from_slice(&render(&report, ExportFormat::Json, &words).unwrap().bytes).unwrap()
}

async fn the_schema_is_open_to_everybody_and_kept_by_its_tag(app: App) {
    let reply = app.anonymous().get("/api/v1/report.schema.json").await.is(200);
    assert_eq!(reply.header("content-type"), "application/schema+json");
    assert_eq!(reply.body, std::fs::read_to_string("docs/report.schema.json").unwrap());
    let tag = reply.header("etag").to_owned();
    assert!(tag.len() > 10, "{tag}");
    let again = app.anonymous().get_with("/api/v1/report.schema.json", &[("if-none-match", &tag)]).await.is(304);
    assert_eq!((again.body.as_str(), again.header("etag")), ("", tag.as_str()));
}

async fn the_json_form_says_where_it_is_described(mut app: App) {
    let claim = app.desk.claim();
    let vera = app.desk.viewer("Vera");
    let reply = app.program_of(&vera).get(&format!("/api/v1/articles/{}/report", claim.article_id)).await.is(200);
    assert_eq!(reply.header("link"), "</api/v1/report.schema.json>; rel=\"describedby\"; type=\"application/schema+json\"");
}

async fn a_program_imports_a_report(mut app: App) {
    let sent = report(&mut app, "The other desk");
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let reply = program.send("post", "/api/v1/reports/import", &sent).await.is(201);
    let told = reply.json();
    let id = told["article_id"].as_str().unwrap();
    assert_eq!(reply.header("location"), format!("/api/v1/articles/{id}"));
    assert_eq!((told["title"].as_str(), told["claims"].as_u64(), told["evidence"].as_u64()), (Some("The border"), Some(2), Some(1)));
    assert_eq!((told["taken_from"]["desk"].as_str(), told["taken_from"]["by"].as_str()), (Some("The other desk"), Some("Eva Editor")));
    let article = program.get(&format!("/api/v1/articles/{id}")).await.is(200).json();
    assert_eq!(article["claims"][0]["state"], "signed_off");
    let back = program.get(&format!("/api/v1/articles/{id}/report")).await.is(200).json();
    assert_eq!((&back["claims"][0]["rationale"], &back["version"]), (&sent["claims"][0]["rationale"], &sent["version"]));

    let known = program.send("post", "/api/v1/reports/import", &sent).await.is(409).json();
    assert_eq!(known["code"], "report_known");
    assert!(known["detail"].as_str().unwrap().contains("The border"), "{known}");
    program.send("post", "/api/v1/reports/import?again=true", &sent).await.is(201);
}

async fn a_report_that_does_not_fit_is_refused_with_what_and_where(mut app: App) {
    let mut sent = report(&mut app, "The other desk");
    sent["claims"][0]["spans"][0] = serde_json::json!([0, 99_999]);
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let refused = program.send("post", "/api/v1/reports/import", &sent).await.is(422).json();
    assert_eq!(refused["code"], "report_unfit");
    let detail = refused["detail"].as_str().unwrap();
    assert!(detail.contains("claims[0].spans[0]") && detail.contains("not in the text") && !detail.contains('⟨'), "{detail}");
    let refused = program.send("post", "/api/v1/reports/import", &serde_json::json!({"schema": 1})).await.is(422).json();
    assert!(refused["detail"].as_str().unwrap().contains("tool"), "{refused}");
    assert_eq!(program.get("/api/v1/articles").await.json()["items"].as_array().map(Vec::len), Some(0));
}

async fn the_page_imports_a_report_and_asks_before_it_makes_a_second_one(mut app: App) {
    let sent = report(&mut app, "The other desk").to_string();
    let eva = app.desk.editor("Eva Editor");
    let article = app.desk.article();
    let browser = app.browser_of(&eva);
    let reply = browser.upload("/articles", &[], "report.json", "application/json", sent.as_bytes()).await;
    let target = reply.leads_to().to_owned();
    assert!(target.ends_with("?done=report_imported"), "{target}");
    browser.get(&target).await.is(200).says("imported").does_not_say("⟨");
    let refused = browser.upload("/articles", &[("byline", "Kept")], "report.json", "application/json", sent.as_bytes()).await.is(409);
    refused.says("The desk has this article already: “The border”.").says("name=\"again\"").says("Kept").does_not_say("⟨");
    assert!(
        browser
            .upload("/articles", &[("again", "yes")], "report.json", "application/json", sent.as_bytes())
            .await
            .leads_to()
            .ends_with("?done=report_imported")
    );
    let version = format!("/articles/{}/versions/new", article.id);
    browser.upload(&version, &[], "report.json", "application/json", sent.as_bytes()).await.is(422).says("This is a report in the JSON form");
    browser.upload("/articles", &[("text", "And a text.")], "report.json", "application/json", sent.as_bytes()).await.is(422);
    let broken = sent.replace("400 soldiers", "500 soldiers");
    browser
        .upload("/articles", &[], "report.json", "application/json", broken.as_bytes())
        .await
        .is(422)
        .says("the hash is not that of the text")
        .does_not_say("⟨");
}

async fn the_pages_of_an_imported_check_tell_where_it_is_from(mut app: App) {
    let mut sent = report(&mut app, "The other desk");
    // A later version of the text, a claim that is no longer in it, and a piece that is withheld.
    sent["version"]["number"] = serde_json::json!(3);
    let lost = &mut sent["claims"][1];
    (lost["anchor"], lost["spans"], lost["quote"]) = (serde_json::json!("lost"), serde_json::json!([]), serde_json::json!(""));
    for link in lost["chain"].as_array_mut().unwrap() {
        (link["mention"], link["cue"]) = (Value::Null, Value::Null);
    }
    let piece = &mut sent["evidence"][0];
    piece["confidential"] = serde_json::json!(true);
    (piece["title"], piece["found_by"], piece["url"]) = (serde_json::json!(""), serde_json::json!(""), Value::Null);
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let id = program.send("post", "/api/v1/reports/import", &sent).await.is(201).json()["article_id"].as_str().unwrap().to_owned();
    let browser = app.browser_of(&eva);
    browser.get(&format!("/articles/{id}")).await.is(200).does_not_say(&format!("/articles/{id}/versions/2")).does_not_say("⟨");
    browser.get("/history").await.is(200).says("imported the check of").says("The other desk").does_not_say("⟨");
    let article = program.get(&format!("/api/v1/articles/{id}")).await.json();
    for claim in article["claims"].as_array().unwrap() {
        let claim = claim["id"].as_str().unwrap();
        browser.get(&format!("/claims/{claim}")).await.is(200).does_not_say("⟨");
    }
    let claim = program.get(&format!("/api/v1/claims/{}", article["claims"][0]["id"].as_str().unwrap())).await.json();
    let by = claim["signed_off_by"]["id"].as_str().unwrap();
    browser
        .get(&format!("/people/{by}"))
        .await
        .is(200)
        .says("Of another desk, The other desk")
        .does_not_say("Viewer")
        .does_not_say("elsewhere.invalid")
        .does_not_say("⟨");
    let people = browser.get("/people").await.is(200);
    assert!(!people.body.contains("elsewhere.invalid"));
}
