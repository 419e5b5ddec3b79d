//! Nothing is overwritten unseen: a change says which revision it was made on, and a stale one gets both sides.

use crate::support::{App, Visitor, on_both_databases};
use serde_json::{Value, json};

on_both_databases! { async App:
    a_stale_change_gets_both_sides,
    a_change_without_a_revision_is_refused,
    the_revision_may_come_as_if_match,
    of_two_at_once_one_wins_and_the_other_is_told,
    a_change_of_many_parts_is_made_whole_or_not_at_all,
}

/// A row of each kind that can be changed: its address and two different changes.
async fn rows(app: &mut App) -> Vec<(String, Value, Value)> {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva");
    let piece = app.desk.evidence(&eva, claim.id, "A table");
    let program = app.program_of(&eva);
    let article = program.get(&format!("/api/v1/articles/{}", claim.article_id)).await.json();
    let sentence = article["sentences"][0]["id"].as_str().unwrap().to_owned();
    let source = article["claims"][0]["chain"][0]["source_id"].as_str().unwrap().to_owned();
    vec![
        (format!("/api/v1/claims/{}", claim.id), json!({"statement": "First."}), json!({"statement": "Second."})),
        (format!("/api/v1/articles/{}", claim.article_id), json!({"title": "First"}), json!({"title": "Second"})),
        (format!("/api/v1/evidence/{piece}"), json!({"note": "First."}), json!({"note": "Second."})),
        (format!("/api/v1/sources/{source}"), json!({"interests": "First."}), json!({"interests": "Second."})),
        (format!("/api/v1/sentences/{sentence}"), json!({"kind": "opinion"}), json!({"kind": "question"})),
    ]
}

fn at(mut change: Value, revision: i64) -> Value {
    change["revision"] = json!(revision);
    change
}

async fn a_stale_change_gets_both_sides(mut app: App) {
    let rows = rows(&mut app).await;
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    for (path, first, second) in rows {
        let reply = program.send("patch", &path, &at(first.clone(), 1)).await.is(200);
        let now = reply.json();
        assert_eq!((&now["revision"], reply.header("etag")), (&json!(2), "\"2\""), "{path}");
        let problem = program.send("patch", &path, &at(second.clone(), 1)).await.is(409).json();
        assert_eq!(problem["code"], "stale", "{path}");
        assert_eq!(problem["sent"], at(second.clone(), 1), "{path}");
        for (field, value) in first.as_object().unwrap() {
            assert_eq!(&problem["current"][field], value, "{path}: {problem}");
        }
        assert_eq!(problem["current"]["revision"], 2, "{path}");
        // What is told as it is now has the form in which the row is read.
        for field in problem["current"].as_object().unwrap().keys() {
            assert!(now.get(field).is_some(), "{path}: {field} is not a field of the row");
        }
        program.send("patch", &path, &at(second, 2)).await.is(200);
    }
}

async fn a_change_without_a_revision_is_refused(mut app: App) {
    let rows = rows(&mut app).await;
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    for (path, first, _) in rows {
        assert_eq!(program.send("patch", &path, &first).await.is(428).json()["code"], "revision_needed", "{path}");
    }
}

async fn the_revision_may_come_as_if_match(mut app: App) {
    let rows = rows(&mut app).await;
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    for (path, first, second) in rows {
        let with = async |change: &Value, tag: &str| program.send_with("patch", &path, change, &[("if-match", tag)]).await;
        with(&first, "\"7\"").await.is(409);
        with(&first, "\"1\"").await.is(200);
        assert_eq!(with(&second, "\"one\"").await.is(400).json()["code"], "revision_unreadable");
        assert_eq!(with(&at(second.clone(), 1), "\"2\"").await.is(400).json()["code"], "revision_unreadable");
        with(&at(second.clone(), 2), "W/\"2\"").await.is(200);
    }
    // Where a revision is not asked for it is still held against.
    let claim = app.desk.claim();
    let program = app.program_of(&eva);
    let path = format!("/api/v1/claims/{}", claim.id);
    let stale = [("if-match", "\"9\"")];
    let problem = program.send_with("post", &format!("{path}/transitions"), &json!({"to": "checking"}), &stale).await.is(409).json();
    assert_eq!((&problem["code"], &problem["sent"], &problem["current"]["state"]), (&json!("stale"), &json!({"to": "checking"}), &json!("to_check")));
    program.send_with("delete", &path, &json!({}), &stale).await.is(409);
    program.send("delete", &format!("{path}?revision=9"), &json!({})).await.is(409);
    program.send_with("post", &format!("{path}/reviews"), &json!({"substance": "mixed", "rationale": "R", "searched": "S"}), &stale).await.is(409);
    program.send_with("post", &format!("{path}/assignments"), &json!({"priority": "high"}), &stale).await.is(409);
    program.send_with("post", &format!("/api/v1/articles/{}/sign-off", claim.article_id), &json!({"reason": "R"}), &stale).await.is(409);
}

async fn of_two_at_once_one_wins_and_the_other_is_told(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron"), app.desk.editor("Eva"));
    let (one, other): (Visitor<'_>, Visitor<'_>) = (app.program_of(&ron), app.program_of(&eva));
    let path = format!("/api/v1/claims/{}", claim.id);
    for round in 1..=5_i64 {
        let (mine, theirs) =
            (json!({"statement": format!("Mine {round}"), "revision": round}), json!({"statement": format!("Theirs {round}"), "revision": round}));
        let (a, b) = futures_util::future::join(one.send("patch", &path, &mine), other.send("patch", &path, &theirs)).await;
        let mut statuses = [a.status.as_u16(), b.status.as_u16()];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 409], "{} {}", a.body, b.body);
        let (won, lost) = if a.status == 200 { (a, b) } else { (b, a) };
        assert_eq!(lost.json()["current"]["statement"], won.json()["statement"]);
    }
    app.desk.history_is_whole();
}

async fn a_change_of_many_parts_is_made_whole_or_not_at_all(mut app: App) {
    let claim = app.desk.claim();
    let (ron, vera, eva) = (app.desk.reviewer("Ron"), app.desk.viewer("Vera"), app.desk.editor("Eva"));
    let path = format!("/api/v1/claims/{}", claim.id);
    let before = app.desk.test_db.all_rows();
    let program = app.program_of(&eva);
    let untouched = |app: &App| {
        let mut now = app.desk.test_db.all_rows();
        for table in ["tokens", "events", "event_order", "chains"] {
            now.insert(table.to_owned(), before[table].clone());
        }
        assert_eq!(now, before);
    };
    // The last part can't be done: the person only reads.
    let change = json!({"revision": 1, "statement": "Other words.", "risk": "high", "assignee_id": vera.id});
    program.send("patch", &path, &change).await.is(422);
    untouched(&app);
    let change = json!({"revision": 1, "statement": "Other words.", "risk": "high", "assignee_id": ron.id, "due_on": "2026-03-09",
        "chain": [{"role": "origin", "source": "A source"}], "text_action": {"action": "cut"}});
    let now = program.send("patch", &path, &change).await.is(200).json();
    assert_eq!(
        (&now["statement"], &now["risk"], &now["assignee"]["name"], &now["due_on"]),
        (&json!("Other words."), &json!("high"), &json!("Ron"), &json!("2026-03-09"))
    );
    assert_eq!((&now["chain"][0]["source"], &now["text_action"]["action"]), (&json!("A source"), &json!("cut")));
    let null = json!({"revision": now["revision"], "assignee_id": null, "due_on": null, "text_action": null});
    let now = program.send("patch", &path, &null).await.is(200).json();
    assert_eq!((&now["assignee"], &now["due_on"], &now["text_action"]), (&Value::Null, &Value::Null, &Value::Null));
}
