//! Many claims at once: one line a claim with the true before and after, and no way past a rule.

use crate::support::{Desk, because, on_both_databases};
use corroborate::claim::store::queue::ClaimFilter;
use corroborate::claim::{Risk, WorkState};
use corroborate::code::Code;
use corroborate::ids::{ClaimId, Ids};
use corroborate::review::ReviewError;
use corroborate::review::assign::{MOST, Order};
use corroborate::review::bulk::{BulkAction, apply, claims_of};

on_both_databases! { Desk:
    each_claim_gets_a_line_with_its_own_before_and_after,
    what_does_not_fit_is_left_and_told,
    four_eyes_hold_for_many_as_for_one,
    a_role_that_does_not_cover_it_stops_the_whole,
    what_stops_in_the_middle_was_not_begun,
    too_many_are_refused,
    a_filter_names_the_claims_it_means,
}

fn each_claim_gets_a_line_with_its_own_before_and_after(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claims: Vec<_> = [WorkState::ToCheck, WorkState::Checking, WorkState::Waiting].into_iter().map(|state| desk.claim_in(state)).collect();
    let ids: Vec<ClaimId> = claims.iter().map(|claim| claim.id).collect();
    let step = BulkAction::Move(because(WorkState::SetAside, "All from the same paragraph."));
    let (result, lines) = desk.watch(|desk| apply(desk.c(), &eva, &ids, &step).unwrap());
    assert_eq!((result.done, result.left.len()), (ids.clone(), 0));
    assert_eq!(lines.len(), ids.len());
    for (claim, line) in claims.iter().zip(&lines) {
        assert_eq!(line.claim_id, Some(claim.id));
        assert_eq!((&line.before_value()["state"], &line.after_value()["state"]), (&claim.state.code().into(), &"set_aside".into()));
    }
    desk.history_is_whole();
}

fn what_does_not_fit_is_left_and_told(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (fits, does_not) = (desk.claim_in(WorkState::Checking), desk.claim_in(WorkState::ToCheck));
    let nobody: ClaimId = Ids::System.make();
    let ids = [does_not.id, nobody, fits.id];
    let result = apply(desk.c(), &eva, &ids, &BulkAction::Move(because(WorkState::Waiting, ""))).unwrap();
    assert_eq!(result.done, [fits.id]);
    assert!(matches!(&result.left[..], [(a, ReviewError::TransitionRefused { .. }), (b, ReviewError::NotFound(_))] if *a == does_not.id && *b == nobody));
    assert_eq!(desk.now(does_not.id), does_not);
}

fn four_eyes_hold_for_many_as_for_one(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let others = desk.claim_in(WorkState::InReview);
    let mine = desk.claim();
    desk.verdict(&eva, mine.id, corroborate::claim::Substance::Mixed);
    desk.move_to(&eva, mine.id, WorkState::InReview);
    let result = apply(desk.c(), &eva, &[mine.id, others.id], &BulkAction::Move(because(WorkState::SignedOff, ""))).unwrap();
    assert_eq!(result.done, [others.id]);
    assert!(matches!(&result.left[..], [(id, ReviewError::FourEyes)] if *id == mine.id));
}

fn a_role_that_does_not_cover_it_stops_the_whole(desk: &mut Desk) {
    let (viewer, ron) = (desk.viewer("Vic Viewer"), desk.reviewer("Ron Reviewer"));
    let ids = [desk.claim().id, desk.claim().id];
    let actions = [
        (&viewer, BulkAction::Move(because(WorkState::Checking, ""))),
        (&ron, BulkAction::SetRisk(Risk::High.into())),
        (&ron, BulkAction::Assign(Order { priority: Some(corroborate::claim::Priority::High), ..Order::default() })),
    ];
    for (who, action) in actions {
        let error = desk.refused(|c| apply(c, who, &ids, &action));
        assert!(matches!(error, ReviewError::Forbidden(_)), "{}: {error:?}", who.name);
    }
}

fn what_stops_in_the_middle_was_not_begun(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (free, taken) = (desk.claim(), desk.claim_in(WorkState::Checking));
    let other = desk.reviewer("Rita Reviewer");
    // The first is Rita's to take, the second an editor's to give.
    let take = BulkAction::Assign(Order { assignee: Some(other.id), ..Order::default() });
    let error = desk.refused(|c| apply(c, &other, &[free.id, taken.id], &take));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    assert_eq!(desk.now(taken.id).assignee_id, ron.id);
}

fn too_many_are_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let ids = vec![desk.claim().id; MOST + 1];
    let error = desk.refused(|c| apply(c, &eva, &ids, &BulkAction::SetRisk(Risk::High.into())));
    assert!(matches!(error, ReviewError::TooMany(most) if most == MOST), "{error:?}");
}

fn a_filter_names_the_claims_it_means(desk: &mut Desk) {
    let (waiting, _) = (desk.claim_in(WorkState::Waiting), desk.claim_in(WorkState::Checking));
    let filter = ClaimFilter { states: vec![WorkState::Waiting], ..ClaimFilter::default() };
    assert_eq!(claims_of(desk.c(), &filter).unwrap(), [waiting.id]);
    let words = ClaimFilter { q: Some("soldiers bord".to_owned()), states: vec![WorkState::Waiting, WorkState::Checking], ..ClaimFilter::default() };
    assert_eq!(claims_of(desk.c(), &words).unwrap().len(), 2, "words of the statement, the last as a beginning");
}
