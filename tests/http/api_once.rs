//! `Idempotency-Key`: a request that is sent again is answered again, and nothing is done twice.

use crate::support::{App, Visitor, on_both_databases, start};
use chrono::Duration;
use corroborate::account::once;
use corroborate::db::column::At;
use corroborate::db::transact;
use serde_json::{Value, json};

on_both_databases! { async App:
    a_repeat_gets_the_same_answer_and_does_nothing,
    two_at_once_do_it_once,
    many_who_change_many_at_once_never_wait_in_a_ring,
    the_same_key_with_another_request_is_refused,
    a_refused_request_leaves_its_key_free,
    keys_are_of_one_person_and_forgotten_after_a_day,
    a_key_that_is_none_is_refused,
}

const KEY: &str = "0190f5a3-7c1e-7000-8000-00000000cafe";

async fn keyed(program: &Visitor<'_>, path: &str, body: &Value, key: &str) -> crate::support::Reply {
    program.send_with("post", path, body, &[("idempotency-key", key)]).await
}

/// One POST of every kind, with its body.
async fn posts(app: &mut App) -> Vec<(String, Value)> {
    use corroborate::claim::WorkState;
    let claim = app.desk.claim_in(WorkState::Checking);
    let ron = app.desk.reviewer("Ron Reviewer");
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    let remark = program.send("post", &format!("/api/v1/claims/{}/comments", claim.id), &json!({"body": "B"})).await.is(201).json();
    program.send("patch", &format!("/api/v1/claims/{}", claim.id), &json!({"statement": "S.", "revision": claim.revision})).await.is(200);
    let line = program.get(&format!("/api/v1/history?subject={}&limit=1", claim.id)).await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let (claim, article) = (format!("/api/v1/claims/{}", claim.id), format!("/api/v1/articles/{}", claim.article_id));
    vec![
        ("/api/v1/articles".to_owned(), json!({"text": "The ministry said 400 soldiers crossed."})),
        (format!("{article}/claims"), json!({"spans": [[0, 10]]})),
        (format!("{claim}/evidence"), json!({"title": "T"})),
        (format!("{claim}/contacts"), json!({"name": "N", "question": "Q"})),
        (format!("{claim}/reviews"), json!({"substance": "mixed", "rationale": "R", "searched": "S"})),
        (format!("{claim}/assignments"), json!({"assignee_id": ron.id, "message": "Please."})),
        (format!("{claim}/transitions"), json!({"to": "waiting"})),
        (format!("{claim}/comments"), json!({"body": "B"})),
        (format!("/api/v1/comments/{}/resolve", remark["id"].as_str().unwrap()), json!({"resolution": "R"})),
        (format!("/api/v1/comments/{}/re-open", remark["id"].as_str().unwrap()), json!({"reason": "R"})),
        ("/api/v1/claims/bulk".to_owned(), json!({"ids": [claim.rsplit('/').next()], "action": {"type": "set_risk", "risk": "high"}})),
        ("/api/v1/sources".to_owned(), json!({"name": "N", "kind": "person"})),
        ("/api/v1/reports/import".to_owned(), super::report_file::report(app, "The other desk")),
        (format!("{article}/sign-off"), json!({"reason": "R"})),
        (format!("{article}/re-open"), json!({"reason": "R"})),
        (format!("{article}/reports"), json!({})),
        (format!("/api/v1/history/{line}/undo"), json!({})),
    ]
}

async fn a_repeat_gets_the_same_answer_and_does_nothing(mut app: App) {
    let posts = posts(&mut app).await;
    let eva = app.desk.editor("Eva Editor");
    let program = app.program_of(&eva);
    for (n, (path, body)) in posts.iter().enumerate() {
        let key = format!("key-{n}");
        let first = keyed(&program, path, body, &key).await;
        // Undoing the change of words is stale by now; a refusal is a fair answer too and is tried below.
        if first.status == 409 && path.ends_with("/undo") {
            continue;
        }
        assert!(first.status.is_success(), "{path}: {}", first.body);
        assert_eq!(first.header("idempotency-replayed"), "");
        let before = app.desk.test_db.all_rows();
        let second = keyed(&program, path, body, &key).await;
        assert_eq!((second.status, &second.body), (first.status, &first.body), "{path}");
        for header in ["location", "etag", "content-type"] {
            assert_eq!(second.header(header), first.header(header), "{path}: {header}");
        }
        assert_eq!(second.header("idempotency-replayed"), "true", "{path}");
        assert_eq!(before, app.desk.test_db.all_rows(), "{path} was done twice");
    }
}

async fn two_at_once_do_it_once(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron");
    let program = app.program_of(&ron);
    let path = format!("/api/v1/claims/{}/comments", claim.id);
    for round in 0..5 {
        let (key, body) = (format!("round-{round}"), json!({"body": format!("Remark {round}")}));
        let one = || keyed(&program, &path, &body, &key);
        let answers = futures_util::future::join_all([one(), one(), one(), one()]).await;
        for answer in &answers {
            assert_eq!((answer.status.as_u16(), &answer.body), (201, &answers[0].body));
        }
        assert_eq!(answers.iter().filter(|answer| answer.header("idempotency-replayed") == "true").count(), 3);
    }
    let remarks = program.get(&path).await.json();
    assert_eq!(remarks["items"].as_array().unwrap().len(), 5);
    app.desk.history_is_whole();
}

async fn many_who_change_many_at_once_never_wait_in_a_ring(mut app: App) {
    let claims: Vec<_> = (0..4).map(|_| app.desk.claim().id).collect();
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    let backwards: Vec<_> = claims.iter().rev().copied().collect();
    for round in 0..4 {
        let risk = if round % 2 == 0 { "high" } else { "normal" };
        let send = async |ids: &[corroborate::ids::ClaimId], key: String| {
            let body = json!({"ids": ids, "action": {"type": "set_risk", "risk": risk}});
            let answer = keyed(&program, "/api/v1/claims/bulk", &body, &key).await.is(200).json();
            ["done", "left"].map(|part| answer[part].as_array().unwrap().len())
        };
        let answers = futures_util::future::join(send(&claims, format!("a{round}")), send(&backwards, format!("b{round}"))).await;
        // Whoever comes second finds it so already.
        assert!(matches!(answers, ([4, 0], [0, 4]) | ([0, 4], [4, 0])), "{answers:?}");
    }
    app.desk.history_is_whole();
}

async fn the_same_key_with_another_request_is_refused(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron");
    let program = app.program_of(&ron);
    let path = format!("/api/v1/claims/{}/comments", claim.id);
    keyed(&program, &path, &json!({"body": "One"}), KEY).await.is(201);
    assert_eq!(keyed(&program, &path, &json!({"body": "Two"}), KEY).await.is(422).json()["code"], "idempotency_mismatch");
    let other = keyed(&program, &format!("/api/v1/claims/{}/transitions", claim.id), &json!({"body": "One"}), KEY).await;
    assert_eq!(other.is(422).json()["code"], "idempotency_mismatch");
    assert_eq!(program.get(&path).await.json()["items"].as_array().unwrap().len(), 1);
}

async fn a_refused_request_leaves_its_key_free(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron");
    let program = app.program_of(&ron);
    let path = format!("/api/v1/claims/{}/transitions", claim.id);
    // The first use of a token is noted.
    program.get("/api/v1/people").await.is(200);
    let before = app.desk.test_db.all_rows();
    keyed(&program, &path, &json!({"to": "signed_off"}), KEY).await.is(409);
    keyed(&program, &path, &json!({"to": "nowhere"}), KEY).await.is(422);
    keyed(&program, &path, &json!({"to": "set_aside", "reason": "because"}), KEY).await.is(422);
    assert_eq!(before, app.desk.test_db.all_rows());
    keyed(&program, &path, &json!({"to": "checking"}), KEY).await.is(200);
    keyed(&program, &path, &json!({"to": "checking"}), KEY).await.is(200);
}

async fn keys_are_of_one_person_and_forgotten_after_a_day(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron"), app.desk.editor("Eva"));
    let path = format!("/api/v1/claims/{}/comments", claim.id);
    let body = json!({"body": "One"});
    app.program_of(&ron).send_with("post", &path, &body, &[("idempotency-key", KEY)]).await.is(201);
    app.program_of(&eva).send_with("post", &path, &body, &[("idempotency-key", KEY)]).await.is(201);
    // Another token of the same person is the same person.
    assert_eq!(app.program_of(&ron).send_with("post", &path, &body, &[("idempotency-key", KEY)]).await.header("idempotency-replayed"), "true");
    let stands = |app: &App, hours: i64| {
        let mut c = app.web.db.get().unwrap();
        let hash = once::hash_of("POST", &path, body.to_string().as_bytes());
        let request = once::KeyedRequest { person: ron.id.unwrap(), key: KEY, hash, now: At(start() + Duration::hours(hours)) };
        transact(&mut c, |c| once::begin(c, &request)).unwrap()
    };
    assert!(matches!(stands(&app, 23), once::Standing::Done(_)));
    assert_eq!(stands(&app, 24), once::Standing::New);
}

async fn a_key_that_is_none_is_refused(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron");
    let program = app.program_of(&ron);
    let path = format!("/api/v1/claims/{}/comments", claim.id);
    let long = "k".repeat(256);
    for key in ["", "two words", "clé", &long] {
        assert_eq!(keyed(&program, &path, &json!({"body": "One"}), key).await.is(400).json()["code"], "idempotency_key_unfit", "{key}");
    }
    assert_eq!(program.get(&path).await.json()["items"], json!([]));
}
