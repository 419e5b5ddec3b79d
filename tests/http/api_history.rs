//! Every write by the API is one line of history in the name of its person; what is only read writes none.

use crate::support::{App, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::Substance;
use corroborate::history::{Action, Event};
use corroborate::ids::ArticleId;
use corroborate::web::routes::ROUTES;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const PUBLISH: &str = "reports/{id}/publish";

on_both_databases! { async App:
    every_write_is_one_line_of_history,
    reading_writes_nothing,
}

/// The lines that a write leaves. The line about the token that the test makes for it is not its own.
async fn lines_of(app: &mut App, who: &Acting, method: &str, path: &str, body: &Value) -> Vec<Event> {
    let before = app.desk.lines().len();
    let reply = app.program_of(who).send(method, path, body).await;
    assert!(reply.status.is_success(), "{method} {path}: {}", reply.body);
    app.desk.lines().split_off(before).into_iter().filter(|line| line.action() != Some(Action::TokenMade)).collect()
}

/// Makes a thing and gives its address.
async fn made(app: &App, who: &Acting, path: &str, things: &str, body: &Value) -> String {
    let made = app.program_of(who).send("post", path, body).await.is(201).json();
    format!("/api/v1/{things}/{}", made["id"].as_str().unwrap())
}

async fn every_write_is_one_line_of_history(mut app: App) {
    use Action as A;
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let article = format!("/api/v1/articles/{}", claim.article_id);
    let path = format!("/api/v1/claims/{}", claim.id);
    let shown = app.program_of(&eva).get(&article).await.json();
    let sentence = format!("/api/v1/sentences/{}", shown["sentences"][0]["id"].as_str().unwrap());
    let source = format!("/api/v1/sources/{}", shown["claims"][0]["chain"][0]["source_id"].as_str().unwrap());
    let other = app.desk.claim().id;
    let piece = format!("/api/v1/evidence/{}", app.desk.evidence(&eva, claim.id, "A table"));
    app.desk.evidence(&eva, other, "A table elsewhere");
    let contact = json!({"name": "N", "question": "Q"});
    let resolve = format!("{}/resolve", made(&app, &eva, &format!("{path}/comments"), "comments", &json!({"body": "B"})).await);
    let asked = made(&app, &eva, &format!("{path}/contacts"), "contacts", &contact).await;
    let view = made(&app, &eva, "/api/v1/views", "views", &json!({"name": "V", "shared": true})).await;
    let (from, withdraw, merge, apart) = two_sources(&app, &eva).await;
    let program = app.program_of(&eva);
    let tag = json!({"ids": [other], "action": {"type": "tag", "add": ["T"]}});
    let step = program.send("post", "/api/v1/claims/bulk", &tag).await.is(200).json();
    let step = format!("/api/v1/steps/{}/undo", step["step_id"].as_str().unwrap());
    drop(program);
    let (second, mine) = second_checks(&mut app, &eva).await;
    let writes = [
        ("post", second, json!({"checker_id": app.desk.reviewer("Rita Reviewer").id}), A::SecondCheckAsked),
        ("post", format!("{mine}/finding"), json!({"substance": "mixed", "rationale": "R", "searched": "S"}), A::SecondCheckGiven),
        ("post", "/api/v1/views".to_owned(), json!({"name": "W", "shared": true}), A::ViewShared),
        ("patch", view.clone(), json!({"name": "X", "revision": 1}), A::ViewAmended),
        ("delete", view, json!({}), A::ViewWithdrawn),
        ("post", step, json!({}), A::TagsChanged),
        ("patch", path.clone(), json!({"statement": "S.", "revision": 1}), A::ClaimReworded),
        ("patch", path.clone(), json!({"risk": "high", "revision": 2}), A::RiskSet),
        ("patch", path.clone(), json!({"priority": "low", "due_on": "2026-03-09", "revision": 3}), A::Assigned),
        ("patch", path.clone(), json!({"chain": [{"role": "origin", "source": "N"}], "revision": 4}), A::ChainChanged),
        ("patch", path.clone(), json!({"text_action": {"action": "cut"}, "revision": 5}), A::TextActionSet),
        ("post", format!("{path}/assignments"), json!({"assignee_id": ron.id}), A::Assigned),
        ("post", format!("{path}/transitions"), json!({"to": "checking"}), A::StateChanged),
        ("post", format!("{path}/reviews"), json!({"substance": "mixed", "rationale": "R", "searched": "S"}), A::VerdictSet),
        ("post", format!("{path}/evidence"), json!({"title": "T"}), A::EvidenceAttached),
        ("patch", piece.clone(), json!({"note": "N", "revision": 1}), A::EvidenceAmended),
        ("delete", piece.clone(), json!({}), A::EvidenceDetached),
        ("post", format!("{path}/take-over"), json!({"from": other}), A::EvidenceAttached),
        ("post", format!("{path}/comments"), json!({"body": "B"}), A::CommentAdded),
        ("post", resolve.clone(), json!({"resolution": "R"}), A::CommentResolved),
        ("post", resolve.replace("resolve", "re-open"), json!({"reason": "R"}), A::CommentReopened),
        ("post", format!("{path}/contacts"), contact, A::ContactEntered),
        ("patch", asked.clone(), json!({"outcome": "declined", "revision": 1}), A::ContactAmended),
        ("delete", asked, json!({}), A::ContactRemoved),
        ("patch", sentence, json!({"kind": "opinion", "revision": 1}), A::SentenceMarked),
        ("post", format!("{article}/claims"), json!({"spans": [[0, 10]]}), A::ClaimAdded),
        ("patch", article.clone(), json!({"title": "T", "revision": 1}), A::ArticleAmended),
        ("post", format!("{article}/sign-off"), json!({"reason": "R"}), A::ArticleSignedOff),
        ("post", format!("{article}/re-open"), json!({"reason": "R"}), A::ArticleReopened),
        ("post", format!("{article}/reports"), json!({}), A::ReportFrozen),
        ("post", "/api/v1/sources".to_owned(), json!({"name": "New", "kind": "person"}), A::SourceAdded),
        ("post", format!("{from}/notes"), json!({"note": "N", "rating": "mixed"}), A::ReliabilityNoted),
        ("post", withdraw, json!({"reason": "R"}), A::ReliabilityWithdrawn),
        ("post", "/api/v1/sources/different".to_owned(), apart, A::SourcesToldApart),
        ("post", "/api/v1/sources/merge".to_owned(), merge, A::SourceMerged),
        ("post", format!("{from}/unmerge"), json!({}), A::SourceUnmerged),
        ("patch", source, json!({"country": "C", "revision": 1}), A::SourceAmended),
        ("post", "/api/v1/claims/bulk".to_owned(), json!({"ids": [claim.id], "action": {"type": "set_risk", "risk": "normal"}}), A::RiskSet),
        ("delete", path.clone(), json!({}), A::ClaimRemoved),
    ];
    for (method, path, body, action) in &writes {
        let lines = lines_of(&mut app, &eva, method, path, body).await;
        assert_eq!(lines.len(), 1, "{method} {path}: {lines:#?}");
        assert_eq!(lines[0].action(), Some(*action), "{method} {path}");
        assert_eq!(lines[0].actor_id, eva.id, "{method} {path}");
    }
    several_lines(&mut app, &eva, claim.article_id).await;
    let removal = app.desk.lines().into_iter().rev().find(|line| line.action() == Some(A::ClaimRemoved)).unwrap().id;
    let lines = lines_of(&mut app, &eva, "post", &format!("/api/v1/history/{removal}/undo"), &json!({})).await;
    assert_eq!((lines.len(), lines[0].undoes), (1, Some(removal)));
    app.desk.history_is_whole();
    none_was_forgotten(writes.iter().map(|(method, path, ..)| (*method, path.as_str())));
}

/// A source, where a note on another is withdrawn, and what merges the first into the other and tells them apart.
async fn two_sources(app: &App, who: &Acting) -> (String, String, Value, Value) {
    let from = made(app, who, "/api/v1/sources", "sources", &json!({"name": "Old", "kind": "person"})).await;
    let into = made(app, who, "/api/v1/sources", "sources", &json!({"name": "Older", "kind": "person"})).await;
    let note = made(app, who, &format!("{into}/notes"), "notes", &json!({"note": "N"})).await;
    let id = |address: &str| address.rsplit('/').next().unwrap().to_owned();
    let (one, other) = (id(&from), id(&into));
    (from, format!("{note}/withdraw"), json!({"from": one, "into": other}), json!({"one": one, "other": other}))
}

/// Where a second check can be asked for, and one that `who` was asked for.
async fn second_checks(app: &mut App, who: &Acting) -> (String, String) {
    let (ron, emil) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Emil Editor"));
    let claims = [app.desk.claim().id, app.desk.claim().id].map(|claim| app.desk.verdict(&ron, claim, Substance::Mixed).id);
    let [one, other] = claims.map(|claim| format!("/api/v1/claims/{claim}/second-checks"));
    let mine = made(app, &emil, &other, "second-checks", &json!({"checker_id": who.id})).await;
    (one, mine)
}

/// Every route that writes was tried: by its line of history, or among those that write several.
fn none_was_forgotten<'w>(writes: impl Iterator<Item = (&'w str, &'w str)>) {
    let writing = ROUTES.iter().filter(|route| route.path.starts_with("/api/v1/") && route.method != "get").count();
    let pattern = |path: &str| path.split('/').map(|part| if part.len() == 36 { "{id}" } else { part }).collect::<Vec<_>>().join("/");
    let elsewhere = [
        PUBLISH, "articles/{id}/withdraw", "reader-reports/{id}/resolve", "articles/{id}/versions", "claims/{id}/split", "claims/merge", "articles",
        "history/{id}/undo", "reports/import", "second-checks/{id}/withdraw",
    ];
    // Holding a claim changes nothing about it.
    let holds = ["post", "delete"].map(|method| (method.to_owned(), "/api/v1/claims/{id}/hold".to_owned()));
    let tried: BTreeSet<(String, String)> = writes
        .map(|(method, path)| (method.to_owned(), pattern(path)))
        .chain(elsewhere.map(|path| ("post".to_owned(), format!("/api/v1/{path}"))))
        .chain(holds)
        .collect();
    // A long file stands in no table, and what somebody has read is theirs alone.
    let no_line = ["post exports", "delete exports/{id}", "post notifications/read", "patch digest"];
    assert_eq!(tried.len() + no_line.len(), writing, "{tried:#?}");
}

/// What is told of in several lines.
async fn several_lines(app: &mut App, eva: &Acting, article: ArticleId) {
    use Action as A;
    // A version has a line of its own and one for each claim it touches.
    let versions = format!("/api/v1/articles/{article}/versions");
    let lines = lines_of(app, eva, "post", &versions, &json!({"text": format!("{}Is that so?\n", crate::support::TEXT)})).await;
    assert_eq!(lines.iter().filter(|line| line.action() == Some(A::VersionAdded)).count(), 1, "{lines:#?}");
    assert!(lines.iter().any(|line| line.action() == Some(A::ClaimCarried)), "{lines:#?}");
    // The desk's own chain tells of every article too, so that none can go missing unseen.
    let lines = lines_of(app, eva, "post", "/api/v1/articles", &json!({"text": "The ministry said 400 soldiers crossed."})).await;
    assert_eq!(lines.len(), 2, "{lines:#?}");
    let report = super::report_file::report(app, "The other desk");
    let lines = lines_of(app, eva, "post", "/api/v1/reports/import", &report).await;
    assert_eq!(lines.iter().filter_map(Event::action).collect::<Vec<_>>(), [A::ArticleImported; 2], "{lines:#?}");
    // A split tells of each part and of the claim; a merge of each claim that went in, and of the one that stays.
    let two = app.desk.claim();
    let spans = |start: usize, end: usize| json!({"spans": [[start, end]]});
    let split = json!({"parts": [spans(12, 40), spans(41, 60)]});
    let lines = lines_of(app, eva, "post", &format!("/api/v1/claims/{}/split", two.id), &split).await;
    assert_eq!(lines.iter().filter_map(Event::action).collect::<Vec<_>>(), [A::ClaimAdded, A::ClaimSplit], "{lines:#?}");
    let merge = json!({"ids": [two.id, lines[0].subject_id]});
    let lines = lines_of(app, eva, "post", "/api/v1/claims/merge", &merge).await;
    assert_eq!(lines.iter().filter_map(Event::action).collect::<Vec<_>>(), [A::ClaimMerged, A::ClaimsMerged], "{lines:#?}");
    what_goes_out(app, eva, article).await;
}

/// What needs a frozen report, or a reader.
async fn what_goes_out(app: &mut App, eva: &Acting, article: ArticleId) {
    use Action as A;
    let frozen = corroborate::report::freeze_report(app.desk.c(), eva, article).unwrap();
    let publish = PUBLISH.replace("{id}", &frozen.id.to_string());
    let lines = lines_of(app, eva, "post", &format!("/api/v1/{publish}"), &json!({"address": "the-border"})).await;
    assert_eq!(lines.iter().map(|line| (line.action(), line.actor_id)).collect::<Vec<_>>(), [(Some(A::PagePublished), eva.id)]);
    let (ids, entry) = (app.desk.ids.clone(), corroborate::report::reader::ReaderEntry { claim: "", body: "Wrong.", contact: "" });
    let reader = corroborate::report::reader::enter_reader_report(app.desk.c(), eva.now, &ids, "the-border", &entry).unwrap();
    let lines = lines_of(app, eva, "post", &format!("/api/v1/reader-reports/{}/resolve", reader.id), &json!({"resolution": "R"})).await;
    assert_eq!(lines.iter().map(|line| (line.action(), line.actor_id)).collect::<Vec<_>>(), [(Some(A::ReaderAnswered), eva.id)]);
    let lines = lines_of(app, eva, "post", &format!("/api/v1/articles/{article}/withdraw"), &json!({"reason": "R"})).await;
    assert_eq!(lines.iter().map(|line| (line.action(), line.actor_id)).collect::<Vec<_>>(), [(Some(A::PageWithdrawn), eva.id)]);
}

async fn reading_writes_nothing(mut app: App) {
    let claim = app.desk.claim();
    let vera = app.desk.viewer("Vera");
    let eva = app.desk.editor("Eva Editor");
    let piece = app.desk.evidence(&eva, claim.id, "A table");
    let frozen = app.program_of(&eva).send("post", &format!("/api/v1/articles/{}/reports", claim.article_id), &json!({})).await.is(201).json();
    let program = app.program_of(&vera);
    let source = program.get("/api/v1/sources").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let job = program.send("post", "/api/v1/exports", &json!({"type": "article", "id": claim.article_id, "format": "csv"})).await.is(202);
    let (job, at) = (job.json()["id"].as_str().unwrap().to_owned(), job.header("location").to_owned());
    while program.get(&at).await.json()["state"] != "done" {
        actix_web::rt::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    // The first use of a token is noted; then nothing more.
    let before = app.desk.test_db.all_rows();
    for route in ROUTES.iter().filter(|route| route.path.starts_with("/api/v1/") && route.method == "get") {
        let id = match route.path.split('/').nth(3).unwrap() {
            "articles" => claim.article_id.to_string(),
            "claims" => claim.id.to_string(),
            "evidence" => piece.to_string(),
            "sources" => source.clone(),
            "people" => vera.id.unwrap().to_string(),
            "reports" => frozen["id"].as_str().unwrap().to_owned(),
            "exports" => job.clone(),
            _ => String::new(),
        };
        // A stream would not end.
        let path = if route.path == "/api/v1/events" { "/api/v1/events?follow=false" } else { route.path };
        program.get(&path.replace("{id}", &id).replace("{number}", "1")).await.is(200);
    }
    assert_eq!(before, app.desk.test_db.all_rows());
}
