//! Who has how much, and passing it on in place.

use crate::support::{App, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::WorkState;
use corroborate::ids::ClaimId;
use corroborate::review::assign::{Order, assign_claim};

on_both_databases! { async App:
    everybody_has_a_row_and_each_number_leads_to_its_claims,
    what_is_late_is_passed_on_with_its_state,
    a_reviewer_sees_it_and_passes_nothing_on,
    it_costs_as_many_statements_with_three_people_as_with_one,
}

fn due(app: &mut App, claim: ClaimId, day: &str) {
    let eva = app.desk.editor("Eva Editor");
    assign_claim(app.desk.c(), &eva, claim, &Order { due_on: Some(day.parse().ok()), ..Order::default() }, None).unwrap();
}

fn claim_of(app: &mut App, who: &Acting, state: WorkState, day: &str) -> ClaimId {
    let claim = app.desk.claim_in(state);
    app.desk.give(claim.id, who);
    due(app, claim.id, day);
    claim.id
}

async fn everybody_has_a_row_and_each_number_leads_to_its_claims(mut app: App) {
    let (ana, ben) = (app.desk.reviewer("Ana Reviewer"), app.desk.reviewer("Ben Reviewer"));
    let late = claim_of(&mut app, &ana, WorkState::Checking, "2026-03-01");
    claim_of(&mut app, &ana, WorkState::InReview, "2026-03-02");
    claim_of(&mut app, &ben, WorkState::Waiting, "2026-03-08");
    let key = ana.id.unwrap();
    let browser = app.browser_of(&ben);
    let page = browser.get("/workload").await.is(200).says("Ana Reviewer").says("Ben Reviewer").says("1 late").says("Nobody");
    let overdue = format!("/claims?state=open&#38;assignee={key}&#38;due=overdue");
    page.says(&format!("href=\"{overdue}\""));
    browser.get(&overdue.replace("&#38;", "&")).await.is(200).says("One claim fits").says(&late.to_string());
    let loads = app.program_of(&ben).get("/api/v1/workload").await.is(200).json();
    let of = |name: &str| loads["items"].as_array().unwrap().iter().find(|load| load["name"] == name).cloned().unwrap();
    let ana = of("Ana Reviewer");
    assert_eq!([&ana["open"], &ana["overdue"], &ana["due_today"], &ana["due_this_week"]], [2, 1, 1, 1]);
    let ben = of("Ben Reviewer");
    assert_eq!([&ben["open"], &ben["overdue"], &ben["due_today"], &ben["due_this_week"]], [1, 0, 0, 1]);
}

async fn what_is_late_is_passed_on_with_its_state(mut app: App) {
    let (ana, ben) = (app.desk.reviewer("Ana Reviewer"), app.desk.reviewer("Ben Reviewer"));
    let states = [WorkState::Checking, WorkState::Waiting, WorkState::InReview];
    let late: Vec<ClaimId> = states.map(|state| claim_of(&mut app, &ana, state, "2026-02-20")).to_vec();
    let other = claim_of(&mut app, &ana, WorkState::Checking, "2026-03-20");
    let (filter, to) = (format!("state=open&assignee={}&due=overdue", ana.id.unwrap()), ben.id.unwrap().to_string());
    let eva = app.desk.editor("Eva Editor");
    let editor = app.browser_of(&eva);
    let fields = [("do", "assign"), ("scope", "filter"), ("next", "/workload"), ("filter", filter.as_str()), ("assignee", to.as_str())];
    editor.post("/claims/bulk", &fields).await.is(200).says("3 claims would change").says("Give to: Ben Reviewer").says("name=\"next\" value=\"/workload\"");
    let done = editor.post("/claims/bulk", &[fields.as_slice(), &[("then", "apply")]].concat()).await;
    assert!(done.leads_to().starts_with("/workload?step="), "{}", done.leads_to());
    editor.get(done.leads_to()).await.is(200).says("3 claims were changed.").says("Undo the whole step");
    drop(editor);
    for (claim, state) in late.iter().zip(states) {
        let now = app.desk.now(*claim);
        assert_eq!((now.assignee_id, now.state), (ben.id, state));
    }
    assert_eq!(app.desk.now(other).assignee_id, ana.id);
}

async fn a_reviewer_sees_it_and_passes_nothing_on(mut app: App) {
    let ana = app.desk.reviewer("Ana Reviewer");
    claim_of(&mut app, &ana, WorkState::Checking, "2026-02-20");
    let (filter, me) = (format!("assignee={}", ana.id.unwrap()), app.desk.reviewer("Ben Reviewer").id.unwrap().to_string());
    let ben = app.desk.reviewer("Ben Reviewer");
    let browser = app.browser_of(&ben);
    browser.get("/workload").await.is(200).does_not_say("Pass on");
    let fields = [("then", "apply"), ("do", "assign"), ("scope", "filter"), ("filter", filter.as_str()), ("assignee", me.as_str())];
    browser.post("/claims/bulk", &fields).await.is(403).says("Editor");
}

async fn it_costs_as_many_statements_with_three_people_as_with_one(mut app: App) {
    let ana = app.desk.reviewer("Ana Reviewer");
    claim_of(&mut app, &ana, WorkState::Checking, "2026-02-20");
    let few = {
        let browser = app.browser_of(&ana);
        app.queries_of(async || drop(browser.get("/workload").await.is(200))).await
    };
    for name in ["Ben Reviewer", "Cleo Reviewer"] {
        let who = app.desk.reviewer(name);
        claim_of(&mut app, &who, WorkState::Checking, "2026-02-20");
    }
    let browser = app.browser_of(&ana);
    assert_eq!(few, app.queries_of(async || drop(browser.get("/workload").await.is(200))).await);
}
