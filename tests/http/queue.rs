//! The queue: filters, pages, many claims at once.

use crate::support::{App, on_both_databases};
use corroborate::claim::WorkState;
use corroborate::history::Action;

on_both_databases! { async App:
    a_filter_in_the_address_narrows_the_queue,
    pages_follow_each_other_without_gaps_or_doubles,
    several_claims_are_given_at_once_with_one_line_of_history_each,
    what_can_not_be_done_is_left_and_told,
    a_form_without_a_choice_is_refused_with_a_message,
    a_reviewer_takes_what_nobody_has_and_gives_nothing_away,
    a_viewer_changes_nothing,
    hostile_words_are_shown_inert,
    a_queue_costs_the_same_however_many_rows_it_has,
}

async fn a_filter_in_the_address_narrows_the_queue(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let mine = app.desk.claim_in(WorkState::Checking);
    let other = app.desk.claim();
    let ron_sees = app.browser_of(&ron);
    ron_sees.get("/claims?state=open&assignee=me").await.is(200).says(&mine.id.to_string()).does_not_say(&other.id.to_string());
    ron_sees.get("/claims?state=to_check&assignee=none").await.is(200).says(&other.id.to_string()).does_not_say(&mine.id.to_string());
    let article = format!("/claims?article={}", other.article_id);
    app.browser_of(&eva).get(&article).await.is(200).says(&other.id.to_string()).does_not_say(&mine.id.to_string()).says("Only from");
    ron_sees.get("/claims?q=soldiers").await.is(200).says("soldiers");
    ron_sees.get("/claims?q=zzznothing").await.is(200).says("No claim fits");
    ron_sees.get("/claims?cursor=nonsense").await.is(400);
}

async fn pages_follow_each_other_without_gaps_or_doubles(mut app: App) {
    let mut all = std::collections::BTreeSet::new();
    for _ in 0..26 {
        let article = app.desk.article();
        all.extend(app.desk.claims_of(&article).iter().map(|claim| claim.id.to_string()));
    }
    let editor = app.editor();
    let (mut seen, mut path) = (Vec::new(), "/claims?sort=urgency".to_owned());
    loop {
        let reply = editor.get(&path).await.is(200);
        seen.extend(reply.body.split("name=\"claim\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()));
        let Some(next) = reply.body.split("rel=\"next\" href=\"").nth(1) else { break };
        path = next.split('"').next().unwrap().replace("&#38;", "&");
    }
    assert_eq!(seen.len(), all.len());
    assert_eq!(seen.into_iter().collect::<std::collections::BTreeSet<_>>(), all);
}

async fn several_claims_are_given_at_once_with_one_line_of_history_each(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let article = app.desk.article();
    let claims = app.desk.claims_of(&article);
    let before = app.desk.lines().len();
    let ids: Vec<String> = claims.iter().map(|claim| claim.id.to_string()).collect();
    let person = ron.id.unwrap().to_string();
    let mut fields =
        vec![("do", "assign"), ("assignee", person.as_str()), ("due_on", "2026-03-09"), ("message", "By Monday, please."), ("filter", "state=open")];
    fields.extend(ids.iter().map(|id| ("claim", id.as_str())));
    let reply = app.browser_of(&eva).post("/claims/bulk", &fields).await;
    assert_eq!(reply.leads_to(), format!("/claims?state=open&changed={}", claims.len()));
    let lines = app.desk.lines();
    let new = &lines[before..];
    assert_eq!(new.len(), claims.len());
    for line in new {
        assert_eq!(line.action(), Some(Action::Assigned));
        assert_eq!(line.before_value()["assignee_id"], serde_json::Value::Null);
        assert_eq!(line.after_value()["assignee_id"], serde_json::json!(ron.id));
    }
    app.browser_of(&ron).get("/claims?state=open&assignee=me").await.is(200).says(&ids[0]).says("9 Mar 2026");
}

async fn what_can_not_be_done_is_left_and_told(mut app: App) {
    let fresh = app.desk.claim();
    let begun = app.desk.claim_in(WorkState::Checking);
    let (a, b) = (fresh.id.to_string(), begun.id.to_string());
    let fields = [("do", "move"), ("to", "waiting"), ("claim", a.as_str()), ("claim", b.as_str())];
    let reply = app.editor().post("/claims/bulk", &fields).await.is(200);
    reply.says("One claim was changed.").says("One claim was left as it was").says("can’t become");
    assert_eq!(app.desk.now(begun.id).state, WorkState::Waiting);
    assert_eq!(app.desk.now(fresh.id).state, WorkState::ToCheck);
}

async fn a_form_without_a_choice_is_refused_with_a_message(mut app: App) {
    let claim = app.desk.claim().id.to_string();
    let editor = app.editor();
    editor.post("/claims/bulk", &[("do", "assign"), ("assignee", "none")]).await.is(422).says("Tick at least one claim");
    editor.post("/claims/bulk", &[("do", "assign"), ("claim", &claim)]).await.is(422).says("Choose a person, a date or a priority");
    let reply = editor.post("/claims/bulk", &[("do", "assign"), ("claim", &claim), ("due_on", "soon"), ("message", "kept text")]).await.is(422);
    reply.says("This is not a date").says("value=\"kept text\"");
}

async fn a_reviewer_takes_what_nobody_has_and_gives_nothing_away(mut app: App) {
    let (ron, vera) = (app.desk.reviewer("Ron Reviewer"), app.desk.reviewer("Rita Reviewer"));
    let claim = app.desk.claim();
    let id = claim.id.to_string();
    let (me, other) = (ron.id.unwrap().to_string(), vera.id.unwrap().to_string());
    let browser = app.browser_of(&ron);
    browser.post("/claims/bulk", &[("do", "assign"), ("assignee", &other), ("claim", &id)]).await.is(403).says("Editor");
    browser.post("/claims/bulk", &[("do", "assign"), ("assignee", &me), ("claim", &id)]).await.is(303);
    assert_eq!(app.desk.now(claim.id).assignee_id, ron.id);
}

async fn a_viewer_changes_nothing(mut app: App) {
    let id = app.desk.claim().id.to_string();
    let viewer = app.viewer();
    viewer.get("/claims").await.is(200).says(&id).does_not_say("data-select-one");
    viewer.post("/claims/bulk", &[("do", "risk"), ("risk", "high"), ("claim", &id)]).await.is(403);
}

async fn hostile_words_are_shown_inert(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    corroborate::review::amend::reword_claim(app.desk.c(), &eva, claim.id, "<script>alert(1)</script> \u{202e}txt", None).unwrap();
    app.editor().get("/claims?q=%22%3E%3Cb%3Ealert").await.is(200).does_not_say("\"><b>");
    app.editor().get("/claims").await.is(200).does_not_say("<script>alert").says("&#60;script&#62;alert(1)");
}

async fn a_queue_costs_the_same_however_many_rows_it_has(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    app.desk.claim();
    let browser = app.browser_of(&eva);
    browser.get("/claims").await.is(200);
    let few = app
        .queries_of(async || {
            browser.get("/claims?state=open").await.is(200);
        })
        .await;
    drop(browser);
    for _ in 0..3 {
        app.desk.claim();
    }
    let browser = app.browser_of(&eva);
    let many = app
        .queries_of(async || {
            browser.get("/claims?state=open").await.is(200);
        })
        .await;
    assert_eq!(few, many);
}
