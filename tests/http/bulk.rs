//! A step on many claims by the pages and the API: seen before it is done, done, and taken back as a whole.

use crate::support::{App, later, on_both_databases};
use corroborate::claim::WorkState;
use serde_json::json;

on_both_databases! { async App:
    a_step_is_seen_done_and_taken_back,
    going_back_from_the_preview_loses_nothing_typed,
    all_that_fit_the_filter_are_meant,
    tags_risk_and_dates_are_set_on_many,
    what_changed_since_is_told_when_the_step_is_taken_back,
    a_program_looks_does_and_takes_back,
    the_history_offers_the_whole_step_once,
}

/// The step that a reply leads to.
fn step_in(target: &str) -> String {
    target.split("step=").nth(1).unwrap().to_owned()
}

async fn a_step_is_seen_done_and_taken_back(mut app: App) {
    let (fresh, begun) = (app.desk.claim(), app.desk.claim_in(WorkState::Checking));
    let (a, b) = (fresh.id.to_string(), begun.id.to_string());
    let lines = app.desk.lines().len();
    let eva = app.desk.editor("Eva Editor");
    let editor = app.browser_of(&eva);
    let fields = [("do", "move"), ("to", "waiting"), ("claim", a.as_str()), ("claim", b.as_str()), ("filter", "state=open")];
    let seen = editor.post("/claims/bulk", &fields).await.is(200);
    seen.says("One claim would change").says("One claim would be left as it is").says("can’t become").says(&format!("name=\"seen\" value=\"{b}\""));
    let session = editor.session();
    drop(editor);
    assert_eq!((app.desk.now(begun.id).state, app.desk.lines().len()), (WorkState::Checking, lines), "looking changes nothing");
    let editor = app.browser_again(&session);
    let apply = [fields.as_slice(), &[("seen", b.as_str()), ("then", "apply")]].concat();
    let reply = editor.post("/claims/bulk", &apply).await;
    let step = step_in(reply.leads_to());
    editor.get(reply.leads_to()).await.is(200).says("One claim was changed.").says(&format!("action=\"/steps/{step}/undo\""));
    editor.post(&format!("/steps/{step}/undo"), &[("next", "/claims?state=open")]).await.is(303);
    drop(editor);
    assert_eq!(app.desk.now(begun.id).state, WorkState::Checking);
    let editor = app.browser_again(&session);
    editor.get(&format!("/claims?step={step}")).await.is(200).does_not_say("/undo\"");
    editor.post("/steps/nonsense/undo", &[]).await.is(404);
}

async fn going_back_from_the_preview_loses_nothing_typed(mut app: App) {
    let id = app.desk.claim().id.to_string();
    let editor = app.editor();
    let fields = [("then", "change"), ("do", "move"), ("to", "set_aside"), ("reason", "kept text"), ("message", "kept message"), ("claim", id.as_str())];
    let reply = editor.post("/claims/bulk", &fields).await.is(200);
    reply.says("value=\"kept text\"").says("value=\"kept message\"").says(&format!("value=\"{id}\" data-select-one checked"));
    // The preview carries all of it on.
    let fields = [("do", "move"), ("to", "set_aside"), ("set_aside", "duplicate"), ("reason", "kept text"), ("claim", id.as_str())];
    editor.post("/claims/bulk", &fields).await.is(200).says("name=\"reason\" value=\"kept text\"").says("Reason: kept text");
}

async fn all_that_fit_the_filter_are_meant(mut app: App) {
    let ids = [app.desk.claim_in(WorkState::Checking).id, app.desk.claim_in(WorkState::Checking).id];
    let other = app.desk.claim().id;
    let editor = app.editor();
    editor.get("/claims?state=checking").await.is(200).says("All 2 that fit the filter");
    let fields = [("do", "risk"), ("risk", "high"), ("scope", "filter"), ("filter", "state=checking")];
    let reply = editor.post("/claims/bulk", &fields).await.is(200).says("2 claims would change");
    assert!(ids.iter().all(|id| reply.body.contains(&id.to_string())) && !reply.body.contains(&other.to_string()));
}

async fn tags_risk_and_dates_are_set_on_many(mut app: App) {
    let (a, b) = (app.desk.claim().id, app.desk.claim().id);
    let (one, two) = (a.to_string(), b.to_string());
    let editor = app.editor();
    let both = [("then", "apply"), ("claim", one.as_str()), ("claim", two.as_str())];
    let with = |fields: &[(&'static str, &'static str)]| [both.as_slice(), fields].concat();
    editor.post("/claims/bulk", &with(&[("do", "tag"), ("tag_add", "Budget, East")])).await.is(303);
    editor.post("/claims/bulk", &with(&[("do", "risk"), ("risk", "normal"), ("risk_kinds", "yes"), ("risk_kind", "harm")])).await.is(303);
    editor.post("/claims/bulk", &with(&[("do", "dates"), ("recheck_by", "2026-04-01")])).await.is(303);
    editor.post("/claims/bulk", &with(&[("do", "dates"), ("recheck_by", "tomorrow")])).await.is(422).says("This is not a date");
    editor.post("/claims/bulk", &with(&[("do", "tag")])).await.is(422).says("This can’t be empty");
    let page = editor.get(&format!("/claims/{one}")).await.is(200);
    page.says("Budget")
        .says("High risk: Harm to people")
        .says("Re-check by 1 Apr 2026")
        .says("gave the claim the tags “Budget, East”")
        .says("“High: Harm to people”");
}

async fn what_changed_since_is_told_when_the_step_is_taken_back(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let (a, b) = (app.desk.claim(), app.desk.claim());
    let (one, two, to) = (a.id.to_string(), b.id.to_string(), ron.id.unwrap().to_string());
    let editor = app.browser_of(&eva);
    let session = editor.session();
    let fields = [("then", "apply"), ("do", "assign"), ("assignee", to.as_str()), ("claim", one.as_str()), ("claim", two.as_str())];
    let step = step_in(editor.post("/claims/bulk", &fields).await.leads_to());
    drop(editor);
    app.desk.give(b.id, &eva);
    let editor = app.browser_again(&session);
    let reply = editor.post(&format!("/steps/{step}/undo"), &[("next", "/workload")]).await.is(200);
    reply.says("One claim was put back").says("One claim was left as it was").says("Something else changed since").says(&two).says("href=\"/workload\"");
}

async fn a_program_looks_does_and_takes_back(mut app: App) {
    let (fits, does_not) = (app.desk.claim_in(WorkState::Checking), app.desk.claim());
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let ask = |preview: bool| json!({"ids": [fits.id, does_not.id], "action": {"type": "transition", "to": "waiting"}, "preview": preview});
    let seen = program.send("post", "/api/v1/claims/bulk", &ask(true)).await.is(200).json();
    assert_eq!((&seen["step_id"], &seen["done"], &seen["left"][0]["id"]), (&json!(null), &json!([fits.id]), &json!(does_not.id)));
    assert_eq!(program.get(&format!("/api/v1/claims/{}", fits.id)).await.json()["state"], "checking");
    let done = program.send("post", "/api/v1/claims/bulk", &ask(false)).await.is(200).json();
    let step = done["step_id"].as_str().unwrap();
    let lines = program.get(&format!("/api/v1/history?subject={}", fits.id)).await.json();
    assert_eq!(lines["items"][0]["step_id"], step);
    let undone = program.send("post", &format!("/api/v1/steps/{step}/undo"), &json!({})).await.is(200).json();
    assert_eq!(undone["done"], json!([fits.id]));
    assert_eq!(program.get(&format!("/api/v1/claims/{}", fits.id)).await.json()["state"], "checking");
    let action = json!({"ids": [fits.id], "action": {"type": "tag", "add": ["Budget"]}});
    program.send("post", "/api/v1/claims/bulk", &action).await.is(200);
    let action = json!({"ids": [fits.id], "action": {"type": "set_risk", "risk": "high", "risk_kinds": ["central"]}});
    program.send("post", "/api/v1/claims/bulk", &action).await.is(200);
    let patch = json!({"tags": ["budget", "East"], "risk_kinds": ["legal", "harm"], "true_as_of": "2026-02-01", "recheck_by": "2026-05-01"});
    let revision = program.get(&format!("/api/v1/claims/{}", fits.id)).await.json()["revision"].to_string();
    let claim = program.send_with("patch", &format!("/api/v1/claims/{}", fits.id), &patch, &[("if-match", &format!("\"{revision}\""))]).await.is(200).json();
    assert_eq!((&claim["tags"], &claim["risk_kinds"]), (&json!(["Budget", "East"]), &json!(["harm", "legal"])));
    assert_eq!((&claim["true_as_of"], &claim["recheck_by"], &claim["risk"]), (&json!("2026-02-01"), &json!("2026-05-01"), &json!("high")));
    assert_eq!(program.get("/api/v1/tags").await.is(200).json()["items"], json!(["Budget", "East"]));
    let found = program.get("/api/v1/claims?tag=EAST&risk_kind=legal&recheck_before=2026-06-01").await.is(200).json();
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
}

async fn the_history_offers_the_whole_step_once(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let ids = [app.desk.claim().id, app.desk.claim().id, app.desk.claim().id];
    let action = corroborate::review::bulk::BulkAction::SetRisk(corroborate::claim::Risk::High.into());
    corroborate::review::bulk::apply(app.desk.c(), &later(&eva, 1), &ids, &action).unwrap();
    let reply = app.browser_of(&eva).get("/history").await.is(200).says("Part of one step on 3 claims.");
    assert_eq!(reply.body.matches("Undo the whole step").count(), 1);
}
