//! Sources that may be the same: suggested with the reason, to editors; told apart; never merged by themselves.

use crate::support::{App, Visitor, actions, on_both_databases};
use corroborate::history::Action;
use serde_json::{Value, json};

on_both_databases! { async App:
    pairs_are_suggested_with_the_reason_on_the_list_and_on_both_pages,
    what_is_told_apart_is_not_asked_again_until_that_is_taken_back,
    a_suggestion_is_gone_once_its_entries_are_one_or_renamed,
    by_program_pairs_come_in_pages_and_are_told_apart,
    only_who_may_merge_is_asked,
}

async fn enter(program: &Visitor<'_>, name: &str, aliases: &[&str]) -> String {
    let new = json!({"name": name, "kind": "government", "aliases": aliases});
    program.send("post", "/api/v1/sources", &new).await.is(201).json()["id"].as_str().unwrap().to_owned()
}

async fn pairs_are_suggested_with_the_reason_on_the_list_and_on_both_pages(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let (ministry, mod_) = (enter(&program, "Ministry of Defence", &[]).await, enter(&program, "MoD", &[]).await);
    enter(&program, "Quay Weekly", &[]).await;
    let browser = app.browser_of(&eva);
    let compare = format!("/sources/merge?one={ministry}&amp;other={mod_}");
    let lines = app.browser_of(&eva).get("/history").await.body.matches("<li").count();
    for path in ["/sources".to_owned(), format!("/sources/{ministry}"), format!("/sources/{mod_}"), "/sources/suggestions".to_owned()] {
        browser.get(&path).await.is(200).says(&compare).says("Initials of the other").says("They are different");
    }
    let page = browser.get("/sources").await.is(200);
    page.does_not_say("All 1 pairs").says("May be the same");
    // A search shows what it found, and no more.
    browser.get("/sources?q=ministry").await.is(200).does_not_say("May be the same");
    assert_eq!(browser.get("/history").await.body.matches("<li").count(), lines, "nothing was merged by itself");
    // Names that fit are named where the entries go by others.
    enter(&program, "The army's office", &["Defense Ministry"]).await;
    browser.get("/sources").await.is(200).says("The same words, in another spelling or order: Ministry of Defence and Defense Ministry");
}

async fn what_is_told_apart_is_not_asked_again_until_that_is_taken_back(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let (browser, program) = (app.browser_of(&eva), app.program_of(&eva));
    let (one, other) = (enter(&program, "Ministry of Defence", &[]).await, enter(&program, "MoD", &[]).await);
    let form = [("one", other.as_str()), ("other", &one), ("next", "/sources")];
    let told = browser.post("/sources/different", &form).await;
    assert_eq!(told.leads_to(), "/sources?done=sources_told_apart");
    browser.get(told.leads_to()).await.is(200).says("nobody is asked again").says("Undo").does_not_say("May be the same");
    browser.get("/history").await.is(200).says("Eva Editor said that the sources “Ministry of Defence” and “MoD” are different");
    // Whoever merges them all the same is told so first.
    let merge = format!("/sources/merge?one={one}&other={other}");
    browser.get(&merge).await.is(200).says("Eva Editor said on 2 Mar 2026 that the two are different.").says("Merge them");
    let back = [("one", one.as_str()), ("other", &other), ("same", "yes"), ("next", "//evil.example")];
    assert_eq!(browser.post("/sources/different", &back).await.leads_to(), "/sources?done=sources_asked_again");
    browser.get("/sources").await.is(200).says("May be the same");
    browser.get("/history").await.is(200).says("Eva Editor took back that the sources");
    browser.post("/sources/different", &[("one", &one), ("other", &one)]).await.is(422).says("one and the same entry");
    drop((browser, program));
    // Saying it twice is saying it once; and the history can take it back.
    let (one, other) = (one.parse().unwrap(), other.parse().unwrap());
    let ((), lines) = app.desk.watch(|desk| {
        for _ in 0..2 {
            corroborate::source::apart::tell_apart(desk.c(), &eva, one, other, true).unwrap();
        }
    });
    assert_eq!(actions(&lines), [Action::SourcesToldApart]);
    corroborate::review::undo::undo(app.desk.c(), &eva, lines[0].id).unwrap();
    app.browser_of(&eva).get("/sources").await.is(200).says("May be the same");
    app.desk.history_is_whole();
}

async fn a_suggestion_is_gone_once_its_entries_are_one_or_renamed(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let (one, other) = (enter(&program, "Ministry of Defence", &[]).await, enter(&program, "MoD", &[]).await);
    let count = async || program.get("/api/v1/sources/suggestions").await.is(200).json()["items"].as_array().unwrap().len();
    assert_eq!(count().await, 1);
    program.send("patch", &format!("/api/v1/sources/{other}"), &json!({"name": "Quay Weekly", "revision": 1})).await.is(200);
    assert_eq!(count().await, 0);
    program.send("patch", &format!("/api/v1/sources/{other}"), &json!({"name": "The Defense Ministry", "revision": 2})).await.is(200);
    assert_eq!(count().await, 1);
    program.send("post", "/api/v1/sources/merge", &json!({"from": other, "into": one})).await.is(200);
    assert_eq!(count().await, 0);
    program.send("post", &format!("/api/v1/sources/{other}/unmerge"), &json!({})).await.is(200);
    assert_eq!(count().await, 1);
}

async fn by_program_pairs_come_in_pages_and_are_told_apart(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let one = enter(&program, "Ministry of Defence", &[]).await;
    let (two, three) = (enter(&program, "MoD", &[]).await, enter(&program, "Defense Ministry", &[]).await);
    let first = program.get("/api/v1/sources/suggestions?limit=1").await.is(200).json();
    let pair = |a: &str, b: &str| -> Vec<Value> { vec![json!({"id": one, "name": "Ministry of Defence"}), json!({"id": b, "name": a})] };
    assert_eq!(first["items"][0]["why"], "spelling");
    assert_eq!(vec![first["items"][0]["one"].clone(), first["items"][0]["other"].clone()], pair("Defense Ministry", &three));
    let next = program.get(&format!("/api/v1/sources/suggestions?limit=1&cursor={}", first["next_cursor"].as_str().unwrap())).await.is(200).json();
    assert_eq!((&next["items"][0]["why"], &next["items"][0]["score"], &next["next_cursor"]), (&json!("acronym"), &json!(85), &Value::Null));
    assert_eq!(next["items"][0]["reason"], "Initials of the other");
    let only = program.get(&format!("/api/v1/sources/suggestions?source={three}")).await.is(200).json();
    assert_eq!(only["items"].as_array().map(Vec::len), Some(1));
    let told = json!({"one": two, "other": one});
    assert_eq!(program.send("post", "/api/v1/sources/different", &told).await.is(200).json()["different"], true);
    assert_eq!(program.get("/api/v1/sources/suggestions").await.json()["items"].as_array().map(Vec::len), Some(1));
    program.send("post", "/api/v1/sources/different", &json!({"one": one, "other": two, "different": false})).await.is(200);
    assert_eq!(program.get("/api/v1/sources/suggestions").await.json()["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(program.send("post", "/api/v1/sources/different", &json!({"one": one, "other": one})).await.is(422).json()["code"], "merge_with_itself");
}

async fn only_who_may_merge_is_asked(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let program = app.program_of(&eva);
    let (one, other) = (enter(&program, "Ministry of Defence", &[]).await, enter(&program, "MoD", &[]).await);
    let his = app.browser_of(&ron);
    for path in ["/sources".to_owned(), format!("/sources/{one}")] {
        his.get(&path).await.is(200).does_not_say("Initials of the other");
    }
    his.get("/sources/suggestions").await.is(403);
    his.post("/sources/different", &[("one", &one), ("other", &other)]).await.is(403);
    app.program_of(&ron).send("post", "/api/v1/sources/different", &json!({"one": one, "other": other})).await.is(403);
}
