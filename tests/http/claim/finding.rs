//! The form of the finding: both verdicts, what they rest on, and what should happen to the text.

use super::{first_link, page, part, revision, verdict_form};
use crate::support::{App, on_both_databases};
use corroborate::claim::store as claims;
use corroborate::claim::{AttributionVerdict, Risk, Substance, TextAction, WorkState};
use corroborate::review::amend;

on_both_databases! { async App:
    the_passage_shows_the_claim_in_its_text_with_who_says_so,
    a_saved_finding_stands_in_the_form,
    the_text_alone_can_be_ticked_off_on_a_claim_that_is_signed_off,
    another_verdict_after_sign_off_opens_the_claim_again,
    a_finding_that_lacks_a_verdict_is_saved_and_not_sent,
    an_editors_reason_lets_a_finding_pass,
    a_confirmed_claim_of_high_risk_asks_for_a_second_independent_piece,
    what_should_happen_to_the_text_can_be_undecided_again,
    nothing_new_is_recorded_where_nothing_was_changed,
}

async fn the_passage_shows_the_claim_in_its_text_with_who_says_so(mut app: App) {
    let claim = app.desk.claim();
    let shown = app.viewer().get(&page(&claim)).await.is(200).body;
    let quote = part(&shown, "<blockquote class=\"quote\"", "</blockquote>");
    assert!(quote.contains("<mark>") && quote.contains("400 soldiers crossed the border"), "{quote}");
    assert!(quote.contains("<em class=\"mention\">Bloomberg</em>") && quote.contains("<em class=\"cue\">"), "{quote}");
    assert!(!quote.contains("The finance ministry"), "only the paragraph of the claim: {quote}");
    assert!(shown.contains("Bloomberg</bdi></a> <span class=\"link__say\">Outlet, passes it on"), "{shown}");
    assert!(!shown.contains('⟨'), "a message is missing");
}

async fn a_saved_finding_stands_in_the_form(mut app: App) {
    let claim = app.desk.claim();
    let (link, note) = first_link(&mut app, &claim);
    let at = page(&claim);
    let finding = [
        ("substance", "mixed"),
        (link.as_str(), "wording_differs"),
        (note.as_str(), "It said “some”."),
        ("rationale", "One\r\n\r\n  two"),
        ("searched", "Two archives"),
        ("text_action", "reword"),
        ("proposed_wording", "some soldiers"),
        ("text_done", "yes"),
    ];
    let reply = app.reviewer().post(&format!("{at}/verdict"), &finding).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=verdict_set"));
    let shown = app.reviewer().get(reply.leads_to()).await.is(200).says("The finding is saved.").body;
    let form = verdict_form(&shown);
    assert!(part(form, "value=\"mixed\"", ">").contains("checked"), "{form}");
    assert!(part(form, "value=\"wording_differs\"", ">").contains("selected"), "{form}");
    for kept in ["value=\"It said “some”.\"", ">One\n\n  two</textarea>", ">Two archives</textarea>", ">some soldiers</textarea>", "value=\"yes\" checked"]
    {
        assert!(form.contains(kept), "{kept} is not in {form}");
    }
    let now = app.desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.attribution), (WorkState::Checking, Some(Substance::Mixed), Some(AttributionVerdict::WordingDiffers)));
}

/// The fields of the finding that the desk's people set, as the form would send them.
const SAME: [(&str, &str); 3] = [("substance", "mostly_accurate"), ("rationale", ""), ("searched", "")];

/// The finding in force as the form sends it.
fn in_force(app: &mut App, claim: corroborate::ids::ClaimId) -> Vec<(&'static str, String)> {
    let now = app.desk.now(claim);
    let review = claims::find_review(app.desk.c(), now.review_id.unwrap()).unwrap().unwrap();
    let values = [now.substance.unwrap().to_string(), review.rationale, review.searched];
    SAME.iter().map(|(name, _)| *name).zip(values).collect()
}

async fn the_text_alone_can_be_ticked_off_on_a_claim_that_is_signed_off(mut app: App) {
    let claim = app.desk.claim_in(WorkState::SignedOff);
    let at = page(&claim);
    app.reviewer().get(&at).await.is(200).says("Another finding re-opens the claim.").says("id=\"verdict-form\"");
    let same = in_force(&mut app, claim.id);
    let mut fields: Vec<(&str, &str)> = same.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let rev = revision(&mut app, claim.id);
    fields.extend([("text_action", "hedge"), ("proposed_wording", "up to 400"), ("text_done", "yes"), ("revision", rev.as_str())]);
    app.reviewer().post(&format!("{at}/verdict"), &fields).await.is(303);
    let now = app.desk.now(claim.id);
    assert_eq!((now.state, now.verdict_by), (WorkState::SignedOff, claim.verdict_by));
    let row = claims::text_actions_of(app.desk.c(), &[claim.id]).unwrap().remove(0);
    assert_eq!((row.action, row.proposed_wording.as_str(), row.done), (TextAction::Hedge, "up to 400", true));
}

async fn another_verdict_after_sign_off_opens_the_claim_again(mut app: App) {
    let claim = app.desk.claim_in(WorkState::SignedOff);
    let finding = [("substance", "incorrect"), ("rationale", "The ministry corrected itself."), ("searched", "Its site")];
    app.reviewer().post(&format!("{}/verdict", page(&claim)), &finding).await.is(303);
    let now = app.desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.signed_off_by), (WorkState::Checking, Some(Substance::Incorrect), None));
}

async fn a_finding_that_lacks_a_verdict_is_saved_and_not_sent(mut app: App) {
    let claim = app.desk.claim();
    let (link, _) = first_link(&mut app, &claim);
    let finding = [(link.as_str(), "not_found"), ("rationale", "No trace of it."), ("then", "send")];
    let reply = app.reviewer().post(&format!("{}/verdict", page(&claim)), &finding).await.is(422);
    let reply = reply.says("Your finding is saved, but the claim was not sent to sign-off.").says("a verdict on the substance");
    assert!(verdict_form(&reply.body).contains(">No trace of it.</textarea>"), "{}", reply.body);
    let now = app.desk.now(claim.id);
    assert_eq!((now.state, now.attribution), (WorkState::Checking, Some(AttributionVerdict::NotFound)));
}

async fn an_editors_reason_lets_a_finding_pass(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let finding = [("substance", "confirmed"), ("rationale", "Everybody saw it."), ("override_reason", "It was on live television."), ("then", "send")];
    app.reviewer().get(&at).await.is(200).does_not_say("override_reason");
    let refused = app.reviewer().post(&format!("{at}/verdict"), &finding).await.is(403).says("Editor");
    assert!(verdict_form(&refused.body).contains(">Everybody saw it.</textarea>"), "{}", refused.body);
    app.editor().get(&at).await.is(200).says("Let it pass although something is missing");
    app.editor().post(&format!("{at}/verdict"), &finding).await.is(303);
    assert_eq!(app.desk.now(claim.id).state, WorkState::InReview);
    app.reviewer().get(&at).await.is(200).says("It was on live television.").says("An editor let it pass with a reason.");
}

async fn a_confirmed_claim_of_high_risk_asks_for_a_second_independent_piece(mut app: App) {
    let claim = app.desk.claim();
    let (at, eva) = (page(&claim), app.desk.editor("Eva Editor"));
    amend::set_risk(app.desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    let reviewer = app.reviewer();
    let piece = |title: &'static str, origin: &'static str| [("title", title), ("independence", "independent"), ("stance", "supports"), ("origin", origin)];
    reviewer.post(&format!("{at}/evidence"), &piece("A briefing", "The ministry")).await.is(303);
    reviewer.post(&format!("{at}/evidence"), &piece("A report", "the Ministry")).await.is(303);
    let shown = reviewer.get(&at).await.is(200);
    let shown = shown.says("Two pieces go back to The ministry: circular sourcing. They count as one.").says("One stands apart");
    shown.says("High risk");
    let finding = [("substance", "confirmed"), ("rationale", "Two say so.")];
    let reply = reviewer.post(&format!("{at}/verdict"), &finding).await.is(422);
    reply.says("a second independent piece of evidence (the risk is high)");
    reviewer.post(&format!("{at}/evidence"), &piece("A video", "An eyewitness")).await.is(303);
    reviewer.post(&format!("{at}/verdict"), &finding).await.is(303);
    app.reviewer().get(&at).await.is(200).says("A second independent piece, because the risk is high");
}

async fn what_should_happen_to_the_text_can_be_undecided_again(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let finding = [("substance", "mixed"), ("rationale", "Half of it."), ("searched", "An archive")];
    let with_action = [finding.as_slice(), &[("text_action", "cut")]].concat();
    app.reviewer().post(&format!("{at}/verdict"), &with_action).await.is(303);
    assert_eq!(claims::text_actions_of(app.desk.c(), &[claim.id]).unwrap().len(), 1);
    app.reviewer().post(&format!("{at}/verdict"), &[finding.as_slice(), &[("text_action", "")]].concat()).await.is(303);
    assert_eq!(claims::text_actions_of(app.desk.c(), &[claim.id]).unwrap(), []);
}

async fn nothing_new_is_recorded_where_nothing_was_changed(mut app: App) {
    let claim = app.desk.claim_in(WorkState::InReview);
    let same = in_force(&mut app, claim.id);
    let fields: Vec<(&str, &str)> = same.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let before = app.desk.lines().len();
    app.editor().post(&format!("{}/verdict", page(&claim)), &fields).await.is(303);
    assert_eq!(app.desk.lines().len(), before);
    assert_eq!(app.desk.now(claim.id).verdict_by, claim.verdict_by, "an editor who saves what stands there may still sign it off");
}
