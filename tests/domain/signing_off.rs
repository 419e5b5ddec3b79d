//! Rule 2: four eyes, and what a sign-off stands on.

use crate::support::{Desk, because, finding, on_both_databases};
use corroborate::claim::{AttributionVerdict, Risk, Substance, WorkState};
use corroborate::review::ReviewError;
use corroborate::review::decide::{self, Finding, Move};
use corroborate::review::verdict::Missing;
use corroborate::review::{amend, gather};

on_both_databases! { Desk:
    whoever_set_the_verdict_can_not_sign_it_off,
    whoever_found_on_the_chain_can_not_sign_off_either,
    the_verdict_of_another_can_be_signed_off_after_disagreeing,
    a_one_person_desk_may_switch_four_eyes_off,
    a_reviewer_can_not_sign_off,
    sending_to_sign_off_needs_what_the_verdict_needs,
    an_editor_sends_and_signs_off_what_lacks_something_with_a_reason,
    a_sign_off_needs_what_got_lost_on_the_way,
    sending_back_keeps_verdict_and_assignee,
}

fn whoever_set_the_verdict_can_not_sign_it_off(desk: &mut Desk) {
    let (eva, emil) = (desk.editor("Eva Editor"), desk.editor("Emil Editor"));
    let claim = desk.claim();
    desk.verdict(&eva, claim.id, Substance::Mixed);
    desk.move_to(&eva, claim.id, WorkState::InReview);
    let error = desk.refused(|c| decide::transition(c, &eva, claim.id, &because(WorkState::SignedOff, ""), None));
    assert!(matches!(error, ReviewError::FourEyes), "{error:?}");
    let signed = desk.move_to(&emil, claim.id, WorkState::SignedOff);
    assert_eq!((signed.signed_off_by, signed.signed_off_at), (emil.id, Some(emil.now)));
}

fn whoever_found_on_the_chain_can_not_sign_off_either(desk: &mut Desk) {
    let (eva, emil, third) = (desk.editor("Eva Editor"), desk.editor("Emil Editor"), desk.editor("Enna Editor"));
    let claim = desk.claim();
    desk.verdict(&eva, claim.id, Substance::Mixed);
    let link = desk.on_first_link(claim.id, AttributionVerdict::AsStated);
    decide::set_verdict(desk.c(), &emil, claim.id, &Finding { links: vec![link], ..Finding::default() }, None).unwrap();
    desk.move_to(&emil, claim.id, WorkState::InReview);
    for who in [&eva, &emil] {
        let error = desk.refused(|c| decide::transition(c, who, claim.id, &because(WorkState::SignedOff, ""), None));
        assert!(matches!(error, ReviewError::FourEyes), "{}: {error:?}", who.name);
    }
    assert_eq!(desk.move_to(&third, claim.id, WorkState::SignedOff).signed_off_by, third.id);
}

fn the_verdict_of_another_can_be_signed_off_after_disagreeing(desk: &mut Desk) {
    let (eva, emil) = (desk.editor("Eva Editor"), desk.editor("Emil Editor"));
    let claim = desk.claim();
    desk.verdict(&eva, claim.id, Substance::Mixed);
    desk.move_to(&eva, claim.id, WorkState::InReview);
    desk.verdict(&emil, claim.id, Substance::Incorrect);
    let signed = desk.move_to(&eva, claim.id, WorkState::SignedOff);
    assert_eq!((signed.verdict_by, signed.signed_off_by), (emil.id, eva.id));
}

fn a_one_person_desk_may_switch_four_eyes_off(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    desk.switch_four_eyes_off();
    let claim = desk.claim();
    desk.verdict(&eva, claim.id, Substance::Mixed);
    desk.move_to(&eva, claim.id, WorkState::InReview);
    assert_eq!(desk.move_to(&eva, claim.id, WorkState::SignedOff).signed_off_by, eva.id);
}

fn a_reviewer_can_not_sign_off(desk: &mut Desk) {
    let rita = desk.reviewer("Rita Reviewer");
    let claim = desk.claim_in(WorkState::InReview);
    let error = desk.refused(|c| decide::transition(c, &rita, claim.id, &because(WorkState::SignedOff, ""), None));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
}

fn sending_to_sign_off_needs_what_the_verdict_needs(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::Checking);
    let error = desk.refused(|c| decide::transition(c, &ron, claim.id, &because(WorkState::InReview, ""), None));
    let ReviewError::VerdictIncomplete(missing) = error else { panic!("{error:?}") };
    assert_eq!(missing, [Missing::Verdict, Missing::Rationale, Missing::EvidenceOrSearch]);
}

fn an_editor_sends_and_signs_off_what_lacks_something_with_a_reason(desk: &mut Desk) {
    let (ron, eva, emil) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"), desk.editor("Emil Editor"));
    let claim = desk.claim_in(WorkState::Checking);
    let letting_pass = |to| Move { override_reason: "The print run starts now.", ..because(to, "") };
    let error = desk.refused(|c| decide::transition(c, &ron, claim.id, &letting_pass(WorkState::InReview), None));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    let (sent, lines) = desk.watch(|desk| decide::transition(desk.c(), &eva, claim.id, &letting_pass(WorkState::InReview), None).unwrap());
    assert_eq!((sent.state, lines[0].reason.as_deref()), (WorkState::InReview, Some("The print run starts now.")));
    let error = desk.refused(|c| decide::transition(c, &emil, claim.id, &because(WorkState::SignedOff, ""), None));
    assert!(matches!(error, ReviewError::VerdictIncomplete(_)), "{error:?}");
    let signed = decide::transition(desk.c(), &emil, claim.id, &letting_pass(WorkState::SignedOff), None).unwrap();
    assert_eq!(signed.state, WorkState::SignedOff);
}

fn a_sign_off_needs_what_got_lost_on_the_way(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    let piece = desk.evidence(&ron, claim.id, "Budget table");
    decide::set_verdict(desk.c(), &ron, claim.id, &Finding { searched: "", ..finding(Substance::Confirmed) }, None).unwrap();
    desk.move_to(&ron, claim.id, WorkState::InReview);
    amend::set_risk(desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    gather::detach_evidence(desk.c(), &ron, claim.id, piece).unwrap();
    let error = desk.refused(|c| decide::transition(c, &eva, claim.id, &because(WorkState::SignedOff, ""), None));
    let ReviewError::VerdictIncomplete(missing) = error else { panic!("{error:?}") };
    assert_eq!(missing, [Missing::EvidenceOrSearch, Missing::SecondIndependentPiece]);
}

fn sending_back_keeps_verdict_and_assignee(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim_in(WorkState::InReview);
    let step = because(WorkState::Checking, "The table is from 2024.");
    let (back, lines) = desk.watch(|desk| decide::transition(desk.c(), &eva, claim.id, &step, None).unwrap());
    assert_eq!((back.substance, back.assignee_id, back.verdict_by), (claim.substance, ron.id, ron.id));
    assert_eq!(lines[0].reason.as_deref(), Some("The table is from 2024."));
}
