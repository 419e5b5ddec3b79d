//! Giving claims to people.

use crate::support::{Desk, actions, on_both_databases};
use chrono::NaiveDate;
use corroborate::account::member;
use corroborate::claim::Priority;
use corroborate::claim::store as claims;
use corroborate::history::Action;
use corroborate::review::ReviewError;
use corroborate::review::assign::{self, Order};

on_both_databases! { Desk:
    an_editor_gives_a_claim_with_date_priority_and_message,
    a_reviewer_takes_a_claim_that_nobody_has_and_gives_it_back,
    a_reviewer_can_not_take_a_claim_from_somebody,
    a_reviewer_can_not_give_a_claim_to_somebody_else,
    a_reviewer_can_not_set_a_date_while_taking,
    a_viewer_and_a_disabled_person_can_not_be_given_claims,
    giving_again_to_the_same_person_writes_nothing,
    many_are_given_at_once_with_a_line_each,
    many_are_given_all_or_none,
    a_stale_assignment_is_refused,
    claims_without_the_due_date_sort_behind,
}

fn to(assignee: Option<corroborate::ids::PersonId>) -> Order<'static> {
    Order { assignee: Some(assignee), ..Order::default() }
}

fn an_editor_gives_a_claim_with_date_priority_and_message(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let claim = desk.claim();
    let due = NaiveDate::from_ymd_opt(2026, 3, 5);
    let order = Order { assignee: Some(ron.id), due_on: Some(due), priority: Some(Priority::Urgent), message: "Before noon, please." };
    let (given, lines) = desk.watch(|desk| assign::assign_claim(desk.c(), &eva, claim.id, &order, Some(claim.revision)).unwrap());
    assert_eq!((given.assignee_id, given.due_on, given.priority), (ron.id, due, Priority::Urgent.rank()));
    assert!(given.urgency > claim.urgency);
    assert_eq!((actions(&lines), lines[0].reason.as_deref()), (vec![Action::Assigned], Some("Before noon, please.")));
    assert_eq!((&lines[0].before_value()["due_on"], &lines[0].after_value()["due_on"]), (&serde_json::Value::Null, &"2026-03-05".into()));
    let (row, by) = claims::latest_assignment(desk.c(), claim.id).unwrap().unwrap();
    assert_eq!((row.message.as_str(), row.assignee_id, by.as_str()), ("Before noon, please.", ron.id, "Eva Editor"));
}

fn a_reviewer_takes_a_claim_that_nobody_has_and_gives_it_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    assert_eq!(assign::assign_claim(desk.c(), &ron, claim.id, &to(ron.id), None).unwrap().assignee_id, ron.id);
    assert_eq!(assign::assign_claim(desk.c(), &ron, claim.id, &to(None), None).unwrap().assignee_id, None);
}

fn a_reviewer_can_not_take_a_claim_from_somebody(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    desk.give(claim.id, &rita);
    for order in [to(ron.id), to(None)] {
        let error = desk.refused(|c| assign::assign_claim(c, &ron, claim.id, &order, None));
        assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    }
}

fn a_reviewer_can_not_give_a_claim_to_somebody_else(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    let error = desk.refused(|c| assign::assign_claim(c, &ron, claim.id, &to(rita.id), None));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
}

fn a_reviewer_can_not_set_a_date_while_taking(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let order = Order { due_on: Some(NaiveDate::from_ymd_opt(2027, 1, 1)), ..to(ron.id) };
    let error = desk.refused(|c| assign::assign_claim(c, &ron, claim.id, &order, None));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
}

fn a_viewer_and_a_disabled_person_can_not_be_given_claims(desk: &mut Desk) {
    let (eva, ada) = (desk.editor("Eva Editor"), desk.admin("Ada Admin"));
    let (viewer, gone) = (desk.viewer("Vic Viewer"), desk.reviewer("Gone Reviewer"));
    member::set_disabled(desk.c(), &ada, gone.id.unwrap(), true, None).unwrap();
    let claim = desk.claim();
    for person in [viewer, gone] {
        let error = desk.refused(|c| assign::assign_claim(c, &eva, claim.id, &to(person.id), None));
        assert!(matches!(error, ReviewError::AssigneeUnfit), "{}: {error:?}", person.name);
    }
}

fn giving_again_to_the_same_person_writes_nothing(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let claim = desk.claim();
    desk.give(claim.id, &ron);
    let before = desk.test_db.all_rows();
    assign::assign_claim(desk.c(), &eva, claim.id, &to(ron.id), None).unwrap();
    assert_eq!(before, desk.test_db.all_rows());
}

fn many_are_given_at_once_with_a_line_each(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let (one, two) = (desk.article(), desk.article());
    let all: Vec<_> = desk.claims_of(&one).into_iter().chain(desk.claims_of(&two)).map(|claim| claim.id).collect();
    desk.give(all[0], &ron);
    let (changed, lines) = desk.watch(|desk| assign::assign_claims(desk.c(), &eva, &all, &to(ron.id)).unwrap());
    assert_eq!(changed, all.len() - 1, "the one he had already does not count");
    assert_eq!(lines.len(), changed);
    let told: Vec<_> = lines.iter().map(|line| line.claim_id.unwrap()).collect();
    assert!(all[1..].iter().all(|claim| told.contains(claim)));
    assert!(lines.iter().all(|line| line.before_value()["assignee_id"].is_null() && line.after_value()["assignee_id"] == ron.id.unwrap().to_string()));
    desk.history_is_whole();
}

fn many_are_given_all_or_none(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let article = desk.article();
    let ids: Vec<_> = desk.claims_of(&article).iter().map(|claim| claim.id).collect();
    desk.give(*ids.last().unwrap(), &rita);
    let error = desk.refused(|c| assign::assign_claims(c, &ron, &ids, &to(ron.id)));
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
}

fn a_stale_assignment_is_refused(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let claim = desk.claim();
    desk.give(claim.id, &ron);
    let error = desk.refused(|c| assign::assign_claim(c, &eva, claim.id, &to(None), Some(claim.revision)));
    let ReviewError::Stale { what: "claim", current } = error else { panic!("{error:?}") };
    assert_eq!(current["assignee_id"], ron.id.unwrap().to_string());
}

fn claims_without_the_due_date_sort_behind(desk: &mut Desk) {
    use corroborate::claim::store::queue::{ClaimFilter, QueueSort, Whose, list};
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let article = desk.article();
    let claims = desk.claims_of(&article);
    for claim in &claims {
        desk.give(claim.id, &ron);
    }
    let due = Order { due_on: Some(NaiveDate::from_ymd_opt(2026, 3, 9)), ..Order::default() };
    assign::assign_claim(desk.c(), &eva, claims[1].id, &due, None).unwrap();
    let mine = ClaimFilter { assignee: Some(Whose::Person(ron.id.unwrap())), ..ClaimFilter::default() };
    let first = list(desk.c(), &mine, QueueSort::Urgency, None, 1).unwrap();
    assert_eq!((first.rows[0].claim.id, first.rows[0].assignee.as_deref()), (claims[1].id, Some("Ron Reviewer")));
    let second = list(desk.c(), &mine, QueueSort::Urgency, first.next.as_deref(), 1).unwrap();
    assert_ne!(second.rows[0].claim.id, claims[1].id, "the next page goes on behind");
}
