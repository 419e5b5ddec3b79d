//! The landing page: what is with me, what waits for my sign-off, how the desk stands.

use crate::support::{App, on_both_databases};
use corroborate::claim::WorkState;

on_both_databases! { async App:
    a_reviewer_lands_on_the_claims_that_are_with_them,
    an_editor_also_sees_what_waits_for_a_second_person,
    an_empty_desk_says_what_to_do_next,
    a_long_list_leads_to_the_rest,
    the_desk_is_counted_by_state,
    it_costs_as_many_statements_with_three_claims_as_with_one,
}

async fn a_reviewer_lands_on_the_claims_that_are_with_them(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let (mine, other, done) = (app.desk.claim(), app.desk.claim(), app.desk.claim_in(WorkState::SignedOff));
    for claim in [mine.id, done.id] {
        app.desk.give(claim, &ron);
    }
    let page = app.browser_of(&ron).get("/").await.is(200).says(&format!("href=\"/claims/{}?from=%2Fclaims%3Fstate%3Dopen", mine.id)).says("The border");
    // What is signed off is nobody's work any more, and giving it to somebody does not open it.
    page.does_not_say(&other.id.to_string()).does_not_say(&done.id.to_string()).does_not_say("Waiting for a second person");
}

async fn an_editor_also_sees_what_waits_for_a_second_person(mut app: App) {
    let waiting = app.desk.claim_in(WorkState::InReview);
    let page = app.editor().get("/").await.is(200);
    page.says("Waiting for a second person").says(&format!("href=\"/claims/{}?from=%2Fclaims%3Fstate%3Din_review\"", waiting.id));
}

async fn an_empty_desk_says_what_to_do_next(mut app: App) {
    app.editor().get("/").await.is(200).says("Nothing is with you").says("href=\"/articles/new\"").says("Nothing waits to be signed off.");
    app.viewer().get("/").await.is(200).says("Nothing is with you").does_not_say("href=\"/articles/new\"");
}

async fn a_long_list_leads_to_the_rest(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    for _ in 0..12 {
        let article = app.desk.article();
        for claim in app.desk.claims_of(&article) {
            app.desk.give(claim.id, &ron);
        }
    }
    let page = app.browser_of(&ron).get("/").await.is(200).says("href=\"/claims?state=open&#38;assignee=me\"");
    assert_eq!(page.body.matches("data-item").count(), 20);
}

async fn the_desk_is_counted_by_state(mut app: App) {
    app.desk.claim_in(WorkState::Waiting);
    let page = app.viewer().get("/").await.is(200);
    page.says("<a href=\"/claims?state=waiting\"><b>1</b>").says("<a href=\"/claims?state=signed_off\"><b>0</b>");
}

async fn it_costs_as_many_statements_with_three_claims_as_with_one(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let claim = app.desk.claim();
    app.desk.give(claim.id, &eva);
    let session = app.browser_of(&eva).session();
    let browser = app.browser_again(&session);
    let one = app.queries_of(async || drop(browser.get("/").await.is(200).says(&claim.id.to_string()))).await;
    for to in [&eva, &eva, &ron] {
        let claim = app.desk.claim();
        app.desk.give(claim.id, to);
    }
    let browser = app.browser_again(&session);
    let three = app.queries_of(async || drop(browser.get("/").await.is(200))).await;
    assert_eq!(one, three);
}
