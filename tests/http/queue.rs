//! The queue: filters, pages, many claims at once.

use crate::support::{App, on_both_databases};
use corroborate::claim::{Priority, RiskKind, RiskKinds, RiskMark, WorkState};
use corroborate::history::Action;
use corroborate::review::amend::{self, Dates};
use corroborate::review::assign::{Order, assign_claim};
use corroborate::review::tag;

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
    every_part_of_the_filter_narrows_the_queue,
    what_fits_is_counted_by_state,
}

async fn a_filter_in_the_address_narrows_the_queue(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let mine = app.desk.claim_in(WorkState::Checking);
    let other = app.desk.claim();
    let ron_sees = app.browser_of(&ron);
    ron_sees.get("/claims?state=open&assignee=me").await.is(200).says(&mine.id.to_string()).does_not_say(&other.id.to_string());
    ron_sees.get("/claims?state=to_check&assignee=none").await.is(200).says(&other.id.to_string()).does_not_say(&mine.id.to_string());
    let article = format!("/claims?article={}", other.article_id);
    app.browser_of(&eva).get(&article).await.is(200).says(&other.id.to_string()).does_not_say(&mine.id.to_string());
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
    let mut fields = vec![
        ("then", "apply"),
        ("do", "assign"),
        ("assignee", person.as_str()),
        ("due_on", "2026-03-09"),
        ("message", "By Monday, please."),
        ("filter", "state=open"),
    ];
    fields.extend(ids.iter().map(|id| ("claim", id.as_str())));
    let reply = app.browser_of(&eva).post("/claims/bulk", &fields).await;
    assert!(reply.leads_to().starts_with("/claims?state=open&step="), "{}", reply.leads_to());
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
    let fields = [("then", "apply"), ("do", "move"), ("to", "waiting"), ("claim", a.as_str()), ("claim", b.as_str())];
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
    browser.post("/claims/bulk", &[("then", "apply"), ("do", "assign"), ("assignee", &me), ("claim", &id)]).await.is(303);
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

async fn every_part_of_the_filter_narrows_the_queue(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let (marked, plain) = (app.desk.claim(), app.desk.claim());
    let (c, id) = (app.desk.c(), marked.id);
    let day = |text: &str| text.parse().ok();
    let mark = RiskMark { risk: None, kinds: Some(RiskKinds::of([RiskKind::Legal])) };
    amend::set_risk(c, &eva, id, mark, None).unwrap();
    amend::set_dates(c, &eva, id, &Dates { recheck_by: Some(day("2026-03-02")), ..Dates::default() }, None).unwrap();
    tag::set_tags(c, &eva, id, "Border, East wing", None).unwrap();
    let order = Order { due_on: Some(day("2026-02-27")), priority: Some(Priority::Urgent), ..Order::default() };
    assign_claim(c, &eva, id, &order, None).unwrap();
    let editor = app.browser_of(&eva);
    let narrow = [
        "risk=high",
        "risk_kind=legal",
        "priority=urgent",
        "tag=east+WING",
        "due=overdue",
        "due=now",
        "due_before=2026-03-01",
        "recheck=now",
        "risk=high&risk_kind=legal&tag=border&due=overdue&state=open&priority=urgent",
    ];
    for query in narrow {
        let reply = editor.get(&format!("/claims?{query}")).await.is(200).says(&id.to_string()).does_not_say(&plain.id.to_string());
        reply.says("Overdue since 27 Feb 2026").says("To re-check since 2 Mar 2026").says("High risk: Legal trouble").says("East wing").says("Urgent");
    }
    for query in ["risk_kind=harm", "tag=elsewhere", "due=today", "due=week"] {
        editor.get(&format!("/claims?{query}")).await.is(200).does_not_say(&id.to_string()).says("No claim fits");
    }
    editor.get("/claims?due=none").await.is(200).says(&plain.id.to_string()).does_not_say(&id.to_string());
}

async fn what_fits_is_counted_by_state(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    for state in [WorkState::Checking, WorkState::Checking, WorkState::Waiting] {
        app.desk.claim_in(state);
    }
    app.desk.claim();
    let browser = app.browser_of(&ron);
    let reply = browser.get("/claims?assignee=me").await.is(200).says("3 claims fit");
    reply.says("href=\"/claims?assignee=me&#38;state=checking\"").says("href=\"/claims?assignee=me&#38;state=waiting\"");
    browser.get("/claims?assignee=me&state=waiting").await.is(200).says("One claim fits");
    let program = app.program_of(&ron);
    let counts = program.get("/api/v1/claims/counts?assignee=me").await.is(200).json();
    assert_eq!((&counts["total"], &counts["more"], &counts["by_state"]["checking"]), (&3.into(), &false.into(), &2.into()));
}
