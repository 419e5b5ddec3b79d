//! Rule 1: the work state machine, through the deed that every caller uses.

use crate::support::{Desk, because, on_both_databases};
use corroborate::claim::{SetAsideReason, Substance, WorkState};
use corroborate::code::Code;
use corroborate::history::Action;
use corroborate::review::decide::{self, Move};
use corroborate::review::{ReviewError, status};

on_both_databases! { Desk:
    every_step_of_the_table_is_taken_and_every_other_refused,
    a_step_that_needs_a_reason_is_refused_without_one,
    setting_aside_needs_a_stated_reason,
    beginning_takes_a_claim_that_nobody_has,
    beginning_leaves_a_claim_with_whoever_has_it,
    opening_again_takes_the_sign_off_and_the_reason_away,
    a_claim_that_was_taken_out_can_not_move,
    a_stale_step_is_refused_with_the_claim_as_it_is_now,
}

fn every_step_of_the_table_is_taken_and_every_other_refused(desk: &mut Desk) {
    let admin = desk.admin("Ada Admin");
    for from in WorkState::ALL {
        for to in WorkState::ALL {
            let claim = desk.claim_in(*from);
            let step = because(*to, "So that it moves.");
            if status::step(*from, *to).is_some() {
                desk.verdict_if_needed(claim.id, *to);
                let (moved, lines) = desk.watch(|desk| decide::transition(desk.c(), &admin, claim.id, &step, None).unwrap());
                assert_eq!(moved.state, *to, "{from} to {to}");
                assert_eq!(lines.len(), 1, "{from} to {to} writes one line");
                assert_eq!(lines[0].action(), Some(Action::StateChanged));
                assert_eq!((&lines[0].before_value()["state"], &lines[0].after_value()["state"]), (&from.code().into(), &to.code().into()));
                assert_eq!(desk.now(claim.id), moved, "what is given back is what is kept");
            } else {
                let error = desk.refused(|c| decide::transition(c, &admin, claim.id, &step, None));
                assert!(matches!(error, ReviewError::TransitionRefused { from: f, to: t } if f == *from && t == *to), "{from} to {to}: {error:?}");
            }
        }
    }
    desk.history_is_whole();
}

fn a_step_that_needs_a_reason_is_refused_without_one(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    for from in [WorkState::InReview, WorkState::SignedOff, WorkState::SetAside] {
        let claim = desk.claim_in(from);
        let error = desk.refused(|c| decide::transition(c, &eva, claim.id, &because(WorkState::Checking, " \n "), None));
        assert!(matches!(error, ReviewError::ReasonMissing), "{from}: {error:?}");
    }
}

fn setting_aside_needs_a_stated_reason(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let step = |reason, set_aside| Move { to: WorkState::SetAside, reason, set_aside, override_reason: "" };
    let error = desk.refused(|c| decide::transition(c, &ron, claim.id, &step("Not worth it.", None), None));
    assert!(matches!(error, ReviewError::SetAsideReasonMissing), "{error:?}");
    let by_code = decide::transition(desk.c(), &ron, claim.id, &step("out_of_scope", None), None).unwrap();
    assert_eq!(by_code.set_aside, Some(SetAsideReason::OutOfScope));
    let other = desk.claim();
    let stated = step("The same as claim 1.", Some(SetAsideReason::Duplicate));
    let (set_aside, lines) = desk.watch(|desk| decide::transition(desk.c(), &ron, other.id, &stated, None).unwrap());
    assert_eq!((set_aside.state, set_aside.set_aside), (WorkState::SetAside, Some(SetAsideReason::Duplicate)));
    assert_eq!(lines[0].reason.as_deref(), Some("The same as claim 1."));
}

fn beginning_takes_a_claim_that_nobody_has(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    assert_eq!(desk.move_to(&ron, claim.id, WorkState::Checking).assignee_id, ron.id);
}

fn beginning_leaves_a_claim_with_whoever_has_it(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    desk.give(claim.id, &rita);
    assert_eq!(desk.move_to(&ron, claim.id, WorkState::Checking).assignee_id, rita.id);
}

fn opening_again_takes_the_sign_off_and_the_reason_away(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let signed_off = desk.claim_in(WorkState::SignedOff);
    assert!(signed_off.signed_off_by.is_some() && signed_off.signed_off_at.is_some());
    let again = desk.move_to(&ron, signed_off.id, WorkState::Checking);
    assert_eq!((again.signed_off_by, again.signed_off_at), (None, None));
    assert_eq!(again.substance, Some(Substance::MostlyAccurate), "the verdict stays until it is changed");
    let set_aside = desk.claim_in(WorkState::SetAside);
    assert_eq!(desk.move_to(&ron, set_aside.id, WorkState::Checking).set_aside, None);
}

fn a_claim_that_was_taken_out_can_not_move(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claim = desk.claim();
    corroborate::review::amend::remove_claim(desk.c(), &eva, claim.id, "Twice in the list.", None).unwrap();
    let error = desk.refused(|c| decide::transition(c, &eva, claim.id, &because(WorkState::Checking, ""), None));
    assert!(matches!(error, ReviewError::NotFound("claim")), "{error:?}");
}

fn a_stale_step_is_refused_with_the_claim_as_it_is_now(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    let seen = claim.revision;
    desk.move_to(&rita, claim.id, WorkState::Checking);
    let error = desk.refused(|c| decide::transition(c, &ron, claim.id, &because(WorkState::Checking, ""), Some(seen)));
    let ReviewError::Stale { what: "claim", current } = error else { panic!("{error:?}") };
    assert_eq!(current["state"], "checking");
    assert_eq!(current["assignee_id"], rita.id.unwrap().to_string());
    assert_eq!(current["revision"], seen + 1);
}
