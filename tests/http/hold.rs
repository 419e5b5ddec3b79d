//! “I'm checking this”: others see it, it ends by itself, it locks nothing, and another may take it over.

use crate::support::{App, later, on_both_databases};
use corroborate::claim::WorkState;
use corroborate::claim::store::hold::find_hold;
use corroborate::db::column::At;
use corroborate::review::ReviewError;
use corroborate::review::hold::{hold_claim, let_go_of_claim};
use serde_json::json;

on_both_databases! { async App:
    who_checks_a_claim_is_told_to_those_who_have_it_open,
    it_ends_by_itself_and_goes_on_while_somebody_works,
    another_may_take_it_over_and_it_locks_nothing,
    by_page_it_is_said_and_unsaid,
}

async fn who_checks_a_claim_is_told_to_those_who_have_it_open(mut app: App) {
    let claim = app.desk.claim();
    let (vera, ron) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let path = format!("/api/v1/claims/{}/hold", claim.id);
    let mut stream = app.browser_of(&vera).listen(&format!("/api/v1/events?article={}", claim.article_id), None).await;
    assert_eq!(stream.next_of("presence").await.data["holds"], json!([]));
    let lines = app.desk.lines().len();
    let hold = app.browser_of(&ron).send("post", &path, &json!({})).await.is(200).json();
    assert_eq!(
        hold,
        json!({"claim_id": claim.id, "person": {"id": ron.id, "name": "Ron Reviewer"}, "begun_at": "2026-03-02T09:00:00Z", "ends_at": "2026-03-02T09:10:00Z"})
    );
    assert_eq!(stream.next_of("presence").await.data["holds"], json!([hold]));
    app.browser_of(&ron).send("delete", &path, &json!({})).await.is(204);
    assert_eq!(stream.next_of("presence").await.data["holds"], json!([]));
    assert_eq!((app.desk.lines().len(), app.desk.now(claim.id)), (lines, claim), "it changes nothing about the claim");
    app.browser_of(&vera).send("post", &path, &json!({})).await.is(403);
}

async fn it_ends_by_itself_and_goes_on_while_somebody_works(mut app: App) {
    let claim = app.desk.claim().id;
    let ron = app.desk.reviewer("Ron Reviewer");
    hold_claim(app.desk.c(), &ron, claim, false).unwrap();
    let (again, _) = hold_claim(app.desk.c(), &later(&ron, 8), claim, false).unwrap();
    assert_eq!((again.begun_at, again.ends_at), (ron.now, later(&ron, 18).now));
    let at = |minutes| -> At { later(&ron, minutes).now };
    assert!(find_hold(app.desk.c(), claim, at(17)).unwrap().is_some());
    assert_eq!(find_hold(app.desk.c(), claim, at(18)).unwrap(), None);
    // Then it is anybody's, without taking over.
    let eva = app.desk.editor("Eva Editor");
    let (hers, _) = hold_claim(app.desk.c(), &later(&eva, 18), claim, false).unwrap();
    assert_eq!((hers.person_id, hers.begun_at), (eva.id.unwrap(), at(18)));
}

async fn another_may_take_it_over_and_it_locks_nothing(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    hold_claim(app.desk.c(), &ron, claim, false).unwrap();
    app.desk.move_to(&eva, claim, WorkState::Checking);
    let path = format!("/api/v1/claims/{claim}/hold");
    let refused = app.browser_of(&eva).send("post", &path, &json!({})).await.is(409);
    assert_eq!(refused.json()["code"], "held");
    refused.says("Ron Reviewer is checking this claim, until 09:10 UTC");
    let error = app.desk.refused(|c| hold_claim(c, &eva, claim, false));
    assert!(matches!(&error, ReviewError::Held { by, .. } if by == "Ron Reviewer"), "{error:?}");
    // Another's word is not unsaid, but it can be taken over; then it is no longer the first one's.
    let_go_of_claim(app.desk.c(), &eva, claim).unwrap();
    assert_eq!(find_hold(app.desk.c(), claim, eva.now).unwrap().unwrap().person_id, ron.id.unwrap());
    app.browser_of(&eva).send("post", &path, &json!({"take_over": true})).await.is(200);
    assert_eq!(find_hold(app.desk.c(), claim, eva.now).unwrap().unwrap().person_id, eva.id.unwrap());
    assert!(hold_claim(app.desk.c(), &ron, claim, false).is_err());
}

async fn by_page_it_is_said_and_unsaid(mut app: App) {
    let claim = app.desk.claim().id;
    let (vera, ron, eva) = (app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let page = format!("/claims/{claim}");
    let hold = format!("{page}/hold");
    let his = app.browser_of(&ron);
    his.get(&page).await.is(200).says("I’m checking this");
    his.post(&hold, &[]).await.leads_to();
    his.get(&page).await.says("You are checking this").says("I’m no longer checking it");
    app.browser_of(&vera).get(&page).await.says("Ron Reviewer is checking this, since").does_not_say("Check it instead");
    let hers = app.browser_of(&eva);
    // Who was a moment too late sees who was quicker.
    hers.post(&hold, &[]).await.leads_to();
    hers.get(&page).await.says("Ron Reviewer is checking this, since").says("Check it instead");
    hers.post(&hold, &[("take_over", "yes")]).await.leads_to();
    his.get(&page).await.says("Eva Editor is checking this");
    hers.post(&hold, &[("let_go", "yes")]).await.leads_to();
    his.get(&page).await.says("I’m checking this").does_not_say("Eva Editor is checking");
}
