//! A step on many claims as a whole: seen before it is done, and taken back afterwards.

use crate::support::{Desk, because, later, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::store::tag::tags_of;
use corroborate::claim::{Priority, Risk, RiskKind, RiskKinds, RiskMark, Substance, WorkState};
use corroborate::history::{self, Action};
use corroborate::ids::ClaimId;
use corroborate::review::ReviewError;
use corroborate::review::amend::{self, Dates};
use corroborate::review::article::sign_off_article;
use corroborate::review::assign::Order;
use corroborate::review::bulk::{BulkAction, apply, preview, undo_step};
use corroborate::review::tag::TagChange;

on_both_databases! { Desk:
    a_preview_tells_what_would_be_done_and_does_nothing,
    what_is_so_already_is_left_and_told,
    the_whole_step_is_taken_back_with_a_line_a_claim,
    what_changed_since_is_left_as_it_is_by_now,
    an_undo_can_be_undone_as_a_whole,
    tags_given_to_many_are_taken_back_beside_other_tags,
    a_step_of_somebody_else_is_an_editors_to_take_back,
    a_step_that_changed_nothing_is_none,
    an_article_that_was_opened_with_its_claims_is_signed_off_again,
    lines_of_a_step_are_as_whole_as_others,
}

fn tags(desk: &mut Desk, id: ClaimId) -> Vec<String> {
    tags_of(desk.c(), &[id]).unwrap().into_iter().map(|(_, _, name)| name).collect()
}

fn give(to: &Acting) -> BulkAction<'static> {
    BulkAction::Assign(Order { assignee: Some(to.id), ..Order::default() })
}

fn a_preview_tells_what_would_be_done_and_does_nothing(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (fits, does_not) = (desk.claim_in(WorkState::Checking), desk.claim_in(WorkState::ToCheck));
    let before = desk.test_db.all_rows();
    let seen = preview(desk.c(), &eva, &[does_not.id, fits.id], &BulkAction::Move(because(WorkState::Waiting, ""))).unwrap();
    assert_eq!((seen.step, seen.done), (None, vec![fits.id]));
    assert!(matches!(&seen.left[..], [(id, ReviewError::TransitionRefused { .. })] if *id == does_not.id));
    assert_eq!(before, desk.test_db.all_rows(), "looking changes nothing");
    let ron = desk.reviewer("Ron Reviewer");
    let error = desk.refused(|c| preview(c, &ron, &[fits.id], &BulkAction::SetRisk(Risk::High.into())));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
}

fn what_is_so_already_is_left_and_told(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let (his, nobodys) = (desk.claim(), desk.claim());
    desk.give(his.id, &ron);
    let (result, lines) = desk.watch(|desk| apply(desk.c(), &eva, &[his.id, nobodys.id], &give(&ron)).unwrap());
    assert_eq!(result.done, [nobodys.id]);
    assert!(matches!(&result.left[..], [(id, ReviewError::Unchanged)] if *id == his.id));
    assert_eq!(lines.len(), 1);
}

fn the_whole_step_is_taken_back_with_a_line_a_claim(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let claims: Vec<_> = [WorkState::ToCheck, WorkState::Checking, WorkState::InReview].into_iter().map(|state| desk.claim_in(state)).collect();
    let ids: Vec<ClaimId> = claims.iter().map(|claim| claim.id).collect();
    let order =
        Order { assignee: Some(eva.id), due_on: Some(chrono::NaiveDate::from_ymd_opt(2026, 3, 9)), priority: Some(Priority::High), message: "All yours." };
    let step = apply(desk.c(), &eva, &ids, &BulkAction::Assign(order)).unwrap().step.unwrap();
    assert_ne!(desk.now(ids[1]).assignee_id, ron.id);
    let (undone, lines) = desk.watch(|desk| undo_step(desk.c(), &later(&eva, 1), step).unwrap());
    assert_eq!((undone.done.len(), undone.left.len(), lines.len()), (3, 0, 3));
    assert!(lines.iter().all(|line| line.action() == Some(Action::Assigned) && line.undoes.is_some()));
    for claim in &claims {
        let now = desk.now(claim.id);
        assert_eq!((now.assignee_id, now.due_on, now.priority, now.urgency), (claim.assignee_id, claim.due_on, claim.priority, claim.urgency));
    }
    let again = desk.watch(|desk| undo_step(desk.c(), &later(&eva, 2), step).unwrap());
    assert!(again.1.is_empty() && again.0.left.iter().all(|(_, error)| matches!(error, ReviewError::AlreadyUndone)), "{again:?}");
}

fn what_changed_since_is_left_as_it_is_by_now(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let (same, other) = (desk.claim(), desk.claim());
    let step = apply(desk.c(), &eva, &[same.id, other.id], &give(&ron)).unwrap().step.unwrap();
    desk.give(other.id, &eva);
    let result = undo_step(desk.c(), &later(&eva, 5), step).unwrap();
    assert_eq!(result.done, [same.id]);
    assert!(matches!(&result.left[..], [(id, ReviewError::UndoStale)] if *id == other.id), "{result:?}");
    assert_eq!((desk.now(same.id).assignee_id, desk.now(other.id).assignee_id), (None, eva.id));
}

fn an_undo_can_be_undone_as_a_whole(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let ids = [desk.claim().id, desk.claim().id];
    let mark = RiskMark { risk: Some(Risk::High), kinds: Some(RiskKinds::of([RiskKind::Legal])) };
    let step = apply(desk.c(), &eva, &ids, &BulkAction::SetRisk(mark)).unwrap().step.unwrap();
    let undo = undo_step(desk.c(), &later(&eva, 1), step).unwrap().step.unwrap();
    assert_eq!((desk.now(ids[0]).risk, desk.now(ids[0]).risk_kinds), (0, 0));
    assert_eq!(history::find_step(desk.c(), undo).unwrap().unwrap().undoes, Some(step));
    undo_step(desk.c(), &later(&eva, 2), undo).unwrap();
    assert_eq!((desk.now(ids[1]).risk, desk.now(ids[1]).risk_kinds), (1, RiskKinds::of([RiskKind::Legal]).bits()));
}

fn tags_given_to_many_are_taken_back_beside_other_tags(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let ids = [desk.claim().id, desk.claim().id];
    apply(desk.c(), &ron, &ids[..1], &BulkAction::Tag(TagChange { add: "Border", remove: "" })).unwrap();
    let step = apply(desk.c(), &ron, &ids, &BulkAction::Tag(TagChange { add: "budget, East", remove: "border" })).unwrap().step.unwrap();
    assert_eq!(tags(desk, ids[0]), ["budget", "East"]);
    apply(desk.c(), &later(&ron, 1), &ids[1..], &BulkAction::Tag(TagChange { add: "BUDGET, later", remove: "" })).unwrap();
    let result = undo_step(desk.c(), &later(&ron, 2), step).unwrap();
    assert_eq!(result.done.len(), 2, "{result:?}");
    assert_eq!((tags(desk, ids[0]), tags(desk, ids[1])), (vec!["Border".to_owned()], vec!["later".to_owned()]));
    desk.history_is_whole();
}

fn a_step_of_somebody_else_is_an_editors_to_take_back(desk: &mut Desk) {
    let (ron, rita, eva) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"), desk.editor("Eva Editor"));
    let ids = [desk.claim().id, desk.claim().id];
    let day = chrono::NaiveDate::from_ymd_opt(2026, 4, 1);
    let dates = BulkAction::SetDates(Dates { true_as_of: None, recheck_by: Some(day) });
    let step = apply(desk.c(), &ron, &ids, &dates).unwrap().step.unwrap();
    assert_eq!(desk.now(ids[0]).recheck_by, day);
    let error = desk.refused(|c| undo_step(c, &rita, step));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    undo_step(desk.c(), &later(&eva, 1), step).unwrap();
    assert_eq!(desk.now(ids[0]).recheck_by, None);
}

fn a_step_that_changed_nothing_is_none(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claim = desk.claim();
    let result = apply(desk.c(), &eva, &[claim.id], &BulkAction::SetRisk(Risk::Normal.into())).unwrap();
    assert!(result.step.is_none() && result.done.is_empty());
    let nothing = corroborate::ids::Ids::System.make();
    assert!(matches!(desk.refused(|c| undo_step(c, &eva, nothing)), ReviewError::NotFound(_)));
}

fn an_article_that_was_opened_with_its_claims_is_signed_off_again(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let claims = desk.claims_of(&article);
    for claim in &claims {
        desk.bring(claim.clone(), WorkState::SignedOff);
    }
    sign_off_article(desk.c(), &eva, article.id, "Nothing else is in it.", None).unwrap();
    let ids: Vec<ClaimId> = claims.iter().map(|claim| claim.id).collect();
    let step = apply(desk.c(), &later(&eva, 1), &ids, &BulkAction::Move(because(WorkState::Checking, "A new figure came out."))).unwrap().step.unwrap();
    assert!(desk.article_now(article.id).signed_off_at.is_none());
    let result = undo_step(desk.c(), &later(&eva, 2), step).unwrap();
    assert_eq!(result.done.len(), ids.len(), "{result:?}");
    assert_eq!(desk.now(ids[0]).state, WorkState::SignedOff);
    assert!(desk.article_now(article.id).signed_off_at.is_some());
}

fn lines_of_a_step_are_as_whole_as_others(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let claim = desk.claim();
    desk.verdict(&ron, claim.id, Substance::Mixed);
    let other = desk.claim();
    let step = apply(desk.c(), &eva, &[claim.id, other.id], &give(&eva)).unwrap().step.unwrap();
    amend::set_dates(desk.c(), &eva, claim.id, &Dates::default(), None).unwrap();
    assert_eq!(history::lines_of_step(desk.c(), step).unwrap().len(), 2);
    desk.history_is_whole();
}
