//! The stream of events: what happens is told at once, to whoever may hear it, in order, once, and never as a flood.

use crate::support::{App, Heard, Stream, on_both_databases};
use corroborate::account::{Acting, member};
use corroborate::claim::{Substance, WorkState};
use corroborate::db::{DbKind, transact};
use corroborate::history::{self, Action, NewEvent, chain_of};
use corroborate::ids::ClaimId;
use serde_json::{Value, json};

on_both_databases! { async App:
    what_is_done_by_page_and_by_program_is_told,
    an_event_holds_nothing_that_was_written,
    who_comes_again_hears_what_was_missed_in_order_and_once,
    whoever_missed_too_much_is_told_to_load_anew,
    a_step_on_very_many_claims_is_no_flood,
    an_article_or_a_claim_is_listened_to_alone,
    two_servers_on_one_database_hear_each_other,
    a_stream_is_plain_and_kept_nowhere,
    there_is_an_end_to_streams_and_a_way_back,
    who_may_no_longer_listen_is_cut_off,
    a_program_may_ask_now_and_then,
    who_has_an_article_open_is_told_to_those_who_have,
    two_servers_tell_each_other_who_is_there,
}

fn actions(heard: &[Heard]) -> Vec<&str> {
    heard.iter().map(|heard| heard.data["action"].as_str().unwrap_or(&heard.event)).collect()
}

async fn open(app: &App, who: &Acting, query: &str) -> Stream {
    let mut stream = app.browser_of(who).listen(&format!("/api/v1/events{query}"), None).await;
    assert_eq!(stream.missed().await, []);
    stream
}

/// Writes so many lines about a claim in one transaction.
fn many(app: &mut App, who: &Acting, claim: ClaimId, lines: usize) {
    let article = app.desk.now(claim).article_id;
    let new = (0..lines).map(|_| NewEvent::on_claim(Action::TagsChanged, claim)).collect();
    transact(app.desk.c(), |c| history::record_all(c, &who.pen(), chain_of(article), new)).unwrap();
}

async fn what_is_done_by_page_and_by_program_is_told(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let (vera, eva) = (app.desk.viewer("Vera"), app.desk.editor("Eva Editor"));
    let mut stream = open(&app, &vera, "").await;

    app.browser_of(&eva)
        .post(&format!("/claims/{}/statement", claim.id), &[("statement", "Said otherwise."), ("revision", &claim.revision.to_string())])
        .await
        .leads_to();
    let first = stream.next_of("change").await;
    assert_eq!(first.id, first.data["number"].to_string());
    let line = app.desk.lines().pop().unwrap();
    let expected = json!({
        "number": first.data["number"], "event_id": line.id, "at": line.at.0, "actor": {"id": eva.id, "name": "Eva Editor"}, "actor_name": "Eva Editor",
        "action": "claim_reworded", "subject_kind": "claim", "subject_id": claim.id, "article_id": claim.article_id, "claim_id": claim.id,
        "claim_number": claim.number, "claim_revision": claim.revision + 1,
    });
    assert_eq!(first.data, expected);

    app.program_of(&eva).send("post", &format!("/api/v1/claims/{}/comments", claim.id), &json!({"body": "Look here."})).await.is(201);
    let mut second = stream.next_of("change").await;
    // The token that the program was given is told of too.
    if second.data["action"] == "token_made" {
        assert_eq!(second.data["article_id"], Value::Null);
        second = stream.next_of("change").await;
    }
    assert_eq!((&second.data["action"], &second.data["claim_id"]), (&json!("comment_added"), &json!(claim.id)));
    assert!(second.data["number"].as_i64() > first.data["number"].as_i64());
}

async fn an_event_holds_nothing_that_was_written(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let mut stream = open(&app, &vera, "").await;
    app.desk.verdict(&ron, claim.id, Substance::Misleading);
    app.web.live.ring();
    let text = stream.next_of("change").await.data.to_string();
    for secret in ["misleading", "ministry", "archives", &claim.statement] {
        assert!(!text.contains(secret), "“{secret}” is in {text}");
    }
}

async fn who_comes_again_hears_what_was_missed_in_order_and_once(mut app: App) {
    let claim = app.desk.claim();
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let mut stream = open(&app, &vera, "").await;
    app.desk.move_to(&ron, claim.id, WorkState::Checking);
    app.web.live.ring();
    let last = stream.next_of("change").await;
    drop(stream);

    app.desk.verdict(&ron, claim.id, Substance::Mixed);
    app.desk.move_to(&ron, claim.id, WorkState::InReview);
    let browser = app.browser_of(&vera);
    let mut again = browser.listen("/api/v1/events", Some(&last.id)).await;
    let missed = again.missed().await;
    assert_eq!(actions(&missed), ["verdict_set", "state_changed"]);
    app.desk.evidence(&ron, claim.id, "A table");
    app.web.live.ring();
    assert_eq!(again.next_of("change").await.data["action"], "evidence_attached");

    let browser = app.browser_of(&vera);
    // The same by the number in the address; what the browser says itself goes before it.
    let mut by_number = browser.listen(&format!("/api/v1/events?after={}", last.id), None).await;
    assert_eq!(actions(&by_number.missed().await), ["verdict_set", "state_changed", "evidence_attached"]);
    let mut both = browser.listen(&format!("/api/v1/events?after={}", last.id), Some(&missed[1].id)).await;
    assert_eq!(actions(&both.missed().await), ["evidence_attached"]);
}

async fn whoever_missed_too_much_is_told_to_load_anew(mut app: App) {
    let claim = app.desk.claim();
    let (vera, eva) = (app.desk.viewer("Vera"), app.desk.editor("Eva Editor"));
    let browser = app.browser_of(&vera);
    let mut stream = browser.listen("/api/v1/events", None).await;
    let ready = stream.next_of("ready").await;
    drop(stream);
    many(&mut app, &eva, claim.id, 500);
    let browser = app.browser_of(&vera);
    assert_eq!(browser.listen("/api/v1/events", Some(&ready.id)).await.missed().await.len(), 500);
    drop(browser);
    many(&mut app, &eva, claim.id, 1);
    let browser = app.browser_of(&vera);
    let missed = browser.listen("/api/v1/events", Some(&ready.id)).await.missed().await;
    assert_eq!(actions(&missed), ["resync"]);
    // From there on all is well again.
    assert_eq!(browser.listen("/api/v1/events", Some(&missed[0].id)).await.missed().await, []);
    // A number that this database never gave, and one that is none.
    for id in ["999999999999", "yesterday"] {
        let missed = browser.listen("/api/v1/events", Some(id)).await.missed().await;
        assert_eq!(actions(&missed), ["resync"], "{id}");
    }
    browser.get("/api/v1/events?after=yesterday").await.is(422);
}

async fn a_step_on_very_many_claims_is_no_flood(mut app: App) {
    let claim = app.desk.claim();
    let (vera, eva) = (app.desk.viewer("Vera"), app.desk.editor("Eva Editor"));
    let mut stream = open(&app, &vera, "").await;
    many(&mut app, &eva, claim.id, 501);
    app.web.live.ring();
    let all = stream.next().await.unwrap();
    assert_eq!(all.event, "resync");
    many(&mut app, &eva, claim.id, 1);
    app.web.live.ring();
    let next = stream.next().await.unwrap();
    assert_eq!((next.event.as_str(), next.id.parse::<i64>().unwrap()), ("change", all.id.parse::<i64>().unwrap() + 1));
}

async fn an_article_or_a_claim_is_listened_to_alone(mut app: App) {
    let (one, other) = (app.desk.claim(), app.desk.claim());
    let article = app.desk.article_now(one.article_id);
    let sibling = app.desk.claims_of(&article).remove(1);
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let mut of_article = open(&app, &vera, &format!("?article={}", one.article_id)).await;
    let mut of_claim = open(&app, &vera, &format!("?claim={}", one.id)).await;
    for claim in [other.id, sibling.id, one.id] {
        app.desk.move_to(&ron, claim, WorkState::Checking);
    }
    app.web.live.ring();
    let heard = [of_article.next_of("change").await, of_article.next_of("change").await];
    assert_eq!(heard.map(|heard| heard.data["claim_id"].clone()), [json!(sibling.id), json!(one.id)]);
    assert_eq!(of_claim.next_of("change").await.data["claim_id"], json!(one.id));
    // What was missed is told apart in the same way.
    let browser = app.browser_of(&vera);
    let mut missed = browser.listen(&format!("/api/v1/events?after=0&claim={}", sibling.id), None).await;
    assert!(missed.missed().await.iter().all(|heard| heard.data["claim_id"] == json!(sibling.id)));

    let nothing = "0190ffff-0000-7000-8000-000000000000";
    browser.get(&format!("/api/v1/events?article={nothing}")).await.is(404);
    browser.get(&format!("/api/v1/events?claim={nothing}")).await.is(404);
    app.anonymous().get("/api/v1/events").await.is(401);
}

async fn two_servers_on_one_database_hear_each_other(mut app: App) {
    let claim = app.desk.claim();
    let other = app.another();
    let (vera, eva) = (app.desk.viewer("Vera"), app.desk.editor("Eva Editor"));
    let (mut here, mut there) = (open(&app, &vera, "").await, open(&other, &vera, "").await);
    for (server, body) in [(&app, "First."), (&other, "Second.")] {
        server.browser_of(&eva).send("post", &format!("/api/v1/claims/{}/comments", claim.id), &json!({"body": body})).await.is(201);
        let (one, two) = (here.next_of("change").await, there.next_of("change").await);
        assert_eq!(one.data["action"], "comment_added");
        assert_eq!(one, two);
    }
}

async fn a_stream_is_plain_and_kept_nowhere(mut app: App) {
    let vera = app.desk.viewer("Vera");
    let stream = app.browser_of(&vera).listen("/api/v1/events", None).await;
    let header = |name: &str| stream.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    assert_eq!([header("content-encoding"), header("cache-control"), header("x-accel-buffering")], ["identity", "no-store", "no"]);
}

async fn there_is_an_end_to_streams_and_a_way_back(mut app: App) {
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let mut streams = Vec::new();
    for _ in 0..24 {
        streams.push(open(&app, &vera, "").await);
    }
    let refused = app.browser_of(&vera).get("/api/v1/events").await.is(503);
    assert_eq!((refused.header("retry-after"), &refused.json()["code"]), ("60", &json!("too_many_streams")));
    refused.says("Too many windows");
    // Another person's are their own, and one that is closed makes room.
    streams.push(open(&app, &ron, "").await);
    streams.remove(0);
    streams.push(open(&app, &vera, "").await);
    app.anonymous().get("/metrics").await.says("\ncorroborate_event_streams 25\n");
}

async fn who_may_no_longer_listen_is_cut_off(mut app: App) {
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let cli = app.desk.command_line();
    app.desk.admin("Ada Admin");
    let (mut hers, mut his) = (open(&app, &vera, "").await, open(&app, &ron, "").await);
    member::set_disabled(app.desk.c(), &cli, vera.id.unwrap(), true, None).unwrap();
    app.web.live.ring();
    assert_eq!(his.next().await.unwrap().data["action"], "person_disabled");
    while let Some(heard) = hers.next().await {
        assert_eq!(heard.data["action"], "person_disabled");
    }
}

async fn a_program_may_ask_now_and_then(mut app: App) {
    let claim = app.desk.claim();
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let program = app.program_of(&vera);
    let reply = program.get("/api/v1/events?follow=false").await.is(200);
    let id = reply.body.lines().find_map(|line| line.strip_prefix("id: ")).unwrap().to_owned();
    drop(program);
    app.desk.move_to(&ron, claim.id, WorkState::Checking);
    let reply = app.browser_of(&vera).get(&format!("/api/v1/events?follow=false&after={id}")).await.is(200);
    assert_eq!(reply.body.matches("event: change\n").count(), 1, "{}", reply.body);
    reply.says("event: ready\n");
    assert_eq!(app.web.live.streams(), 0);
}

/// Waits until these are there, by name, and gives who has which claims open.
async fn there(stream: &mut Stream, names: &[&str]) -> Vec<Value> {
    loop {
        let heard = stream.next_of("presence").await;
        assert_eq!(heard.id, "", "what is told of people is nowhere to go on from");
        let people = heard.data["people"].as_array().unwrap().clone();
        if people.iter().map(|one| one["person"]["name"].as_str().unwrap()).eq(names.iter().copied()) {
            return people;
        }
    }
}

async fn who_has_an_article_open_is_told_to_those_who_have(mut app: App) {
    let (claim, other) = (app.desk.claim(), app.desk.claim());
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let mut hers = open(&app, &vera, &format!("?article={}&here=true", claim.article_id)).await;
    let alone = there(&mut hers, &["Vera"]).await;
    assert_eq!(alone, [json!({"person": {"id": vera.id, "name": "Vera"}, "claim_ids": []})]);
    let mut elsewhere = open(&app, &vera, &format!("?article={}", other.article_id)).await;
    there(&mut elsewhere, &[]).await;

    let his = open(&app, &ron, &format!("?claim={}&here=true", claim.id)).await;
    let both = there(&mut hers, &["Ron Reviewer", "Vera"]).await;
    assert_eq!(both[0]["claim_ids"], json!([claim.id]));
    // Who only listens is not there; who comes is told at once.
    let mut program = app.program_of(&ron).listen(&format!("/api/v1/events?claim={}", claim.id), None).await;
    there(&mut program, &["Ron Reviewer", "Vera"]).await;
    drop(his);
    there(&mut hers, &["Vera"]).await;
    there(&mut program, &["Vera"]).await;
    drop(hers);
    there(&mut program, &[]).await;
    // On the other article nothing was told of all this.
    app.desk.move_to(&ron, other.id, WorkState::Checking);
    app.web.live.ring();
    assert_eq!(elsewhere.next().await.unwrap().event, "change");
}

async fn two_servers_tell_each_other_who_is_there(mut app: App) {
    // An SQLite file has one server.
    if app.desk.test_db.kind() == DbKind::Sqlite {
        return;
    }
    let claim = app.desk.claim();
    let other = app.another();
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let query = format!("?article={}&here=true", claim.article_id);
    let mut here = open(&app, &vera, &query).await;
    let mut there_too = open(&other, &ron, &query).await;
    there(&mut here, &["Ron Reviewer", "Vera"]).await;
    there(&mut there_too, &["Ron Reviewer", "Vera"]).await;
    drop(there_too);
    there(&mut here, &["Vera"]).await;
}
