//! Filters of the queue kept under a name.

use crate::support::{App, on_both_databases};
use corroborate::history::Action;
use corroborate::review::view::{ViewChange, change_view};
use serde_json::json;

on_both_databases! { async App:
    a_view_of_ones_own_is_nobody_elses,
    a_shared_view_is_an_editors_to_give_and_the_history_tells,
    a_stale_change_shows_both_sides,
    views_are_moved_and_deleted,
    a_program_keeps_views,
    a_queue_costs_the_same_however_many_views_there_are,
}

fn id_in(body: &str) -> String {
    body.split("id=\"view-").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn a_view_of_ones_own_is_nobody_elses(mut app: App) {
    let (ron, rita) = (app.desk.reviewer("Ron Reviewer"), app.desk.reviewer("Rita Reviewer"));
    let lines = app.desk.lines().len();
    let browser = app.browser_of(&ron);
    let saved = browser.post("/views", &[("name", "Late & mine"), ("query", "state=open&assignee=me&due=overdue&nonsense=1")]).await;
    assert_eq!(saved.leads_to(), "/claims?state=open&assignee=me&due=overdue&done=view_saved");
    browser.get("/claims?state=open&assignee=me&due=overdue").await.is(200).says("Late &#38; mine").says("aria-current");
    let page = browser.get("/views").await.is(200).says("Only you see it.");
    let path = format!("/views/{}", id_in(&page.body));
    let other = app.browser_of(&rita);
    other.get("/claims").await.is(200).does_not_say("Late &#38; mine");
    other.post(&path, &[("name", "Hers")]).await.is(404);
    other.post(&format!("{path}/delete"), &[]).await.is(404);
    browser.post("/views", &[("name", " "), ("query", "state=open")]).await.is(422).says("This can’t be empty").says("value=\"state=open\"");
    browser.post("/views", &[("name", "For all"), ("shared", "yes")]).await.is(403).says("Editor");
    drop((browser, other));
    assert_eq!(app.desk.lines().len(), lines, "what is one's own leaves no line");
}

async fn a_shared_view_is_an_editors_to_give_and_the_history_tells(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let editor = app.browser_of(&eva);
    editor.post("/views", &[("name", "Court cases"), ("query", "risk_kind=legal"), ("shared", "yes")]).await.is(303);
    let reviewer = app.browser_of(&ron);
    reviewer.get("/claims").await.is(200).says("Court cases");
    let page = reviewer.get("/views").await.is(200).says("saved by Eva Editor").does_not_say("Delete");
    let path = format!("/views/{}", id_in(&page.body));
    reviewer.post(&path, &[("name", "Mine now")]).await.is(403);
    editor.post(&path, &[("name", "Court"), ("shared", "yes"), ("revision", "1")]).await.is(303);
    editor.post(&path, &[("name", "Court"), ("revision", "2")]).await.is(303);
    reviewer.get("/claims").await.is(200).does_not_say("Court");
    editor.get("/history").await.is(200).says("shared the view “Court cases” with the desk").says("took the shared view “Court” from the desk");
    drop((editor, reviewer));
    let actions: Vec<_> = app.desk.lines().iter().filter_map(corroborate::history::Event::action).collect();
    assert!(actions.ends_with(&[Action::ViewShared, Action::ViewAmended, Action::ViewWithdrawn]), "{actions:?}");
    app.desk.history_is_whole();
}

async fn a_stale_change_shows_both_sides(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let editor = app.browser_of(&eva);
    let session = editor.session();
    editor.post("/views", &[("name", "First"), ("query", "state=open")]).await.is(303);
    let id = id_in(&editor.get("/views").await.body);
    drop(editor);
    change_view(app.desk.c(), &eva, id.parse().unwrap(), &ViewChange { name: Some("Second"), ..ViewChange::default() }, None).unwrap();
    let editor = app.browser_again(&session);
    let reply = editor.post(&format!("/views/{id}"), &[("name", "Third"), ("revision", "1")]).await.is(409);
    reply.says("As it is now").says("Second").says("value=\"Third\"").says("name=\"revision\" value=\"2\"");
    editor.post(&format!("/views/{id}"), &[("name", "Third"), ("revision", "2")]).await.is(303);
    editor.get("/views").await.is(200).says("Third").does_not_say("Second");
    editor.post(&format!("/views/{id}/delete"), &[("revision", "2")]).await.is(409).says("Third");
}

async fn views_are_moved_and_deleted(mut app: App) {
    let browser = app.reviewer();
    for name in ["One", "Two", "Three"] {
        browser.post("/views", &[("name", name), ("query", "")]).await.is(303);
    }
    let order = async || {
        let body = browser.get("/views").await.is(200).body;
        ["One", "Two", "Three"].map(|name| body.find(&format!("<bdi>{name}</bdi>"))).to_vec()
    };
    let first = id_in(&browser.get("/views").await.body);
    browser.post(&format!("/views/{first}"), &[("move", "down")]).await.is(303);
    let places = order().await;
    assert!(places[1] < places[0] && places[0] < places[2], "{places:?}");
    browser.post(&format!("/views/{first}"), &[("move", "up")]).await.is(303);
    let places = order().await;
    assert!(places[0] < places[1], "{places:?}");
    browser.post(&format!("/views/{first}/delete"), &[]).await.is(303);
    assert_eq!(order().await[0], None);
}

async fn a_program_keeps_views(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let new = json!({"name": "Late", "query": "?state=open&due=overdue&x=y", "shared": true});
    let view = program.send("post", "/api/v1/views", &new).await.is(201).json();
    assert_eq!((&view["query"], &view["shared"], &view["owner"]["name"]), (&json!("state=open&due=overdue"), &json!(true), &json!("Eva Editor")));
    let path = format!("/api/v1/views/{}", view["id"].as_str().unwrap());
    program.send("patch", &path, &json!({"name": "Very late"})).await.is(428);
    let changed = program.send("patch", &path, &json!({"revision": 1, "name": "Very late"})).await.is(200).json();
    assert_eq!((&changed["name"], &changed["revision"]), (&json!("Very late"), &json!(2)));
    let stale = program.send("patch", &path, &json!({"revision": 1, "name": "Other"})).await.is(409).json();
    assert_eq!((&stale["current"]["name"], &stale["sent"]["name"]), (&json!("Very late"), &json!("Other")));
    assert_eq!(program.get("/api/v1/views").await.is(200).json()["items"][0]["name"], "Very late");
    program.send("delete", &format!("{path}?revision=2"), &json!({})).await.is(204);
    assert_eq!(program.get("/api/v1/views").await.is(200).json()["items"], json!([]));
}

async fn a_queue_costs_the_same_however_many_views_there_are(mut app: App) {
    app.desk.claim();
    let ron = app.desk.reviewer("Ron Reviewer");
    let browser = app.browser_of(&ron);
    let ask = async || {
        browser.get("/claims?state=open&assignee=me").await.is(200);
    };
    browser.post("/views", &[("name", "One"), ("query", "")]).await.is(303);
    let few = app.queries_of(&ask).await;
    for name in ["Two", "Three"] {
        browser.post("/views", &[("name", name), ("query", "")]).await.is(303);
    }
    assert_eq!(few, app.queries_of(&ask).await);
}
