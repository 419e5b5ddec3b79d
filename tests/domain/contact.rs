//! Asking for comment: entered, changed, taken out, and all of it taken back.

use crate::support::{Desk, actions, on_both_databases};
use corroborate::claim::contact::{ContactChannel, ContactOutcome};
use corroborate::claim::store as claims;
use corroborate::claim::store::Contact;
use corroborate::history::Action;
use corroborate::ids::ClaimId;
use corroborate::review::ask::{self, ContactEntry};
use corroborate::review::{ReviewError, undo};

on_both_databases! { Desk:
    who_was_asked_is_kept_with_everything_said_of_it,
    an_answer_says_that_they_answered,
    all_fields_that_can_not_be_used_are_told_at_once,
    an_answer_before_the_question_is_refused,
    an_outcome_that_does_not_fit_the_answer_is_refused,
    the_answer_is_entered_later,
    a_change_of_nothing_writes_nothing,
    a_stale_change_is_refused_with_the_entry_as_it_is_now,
    an_entry_is_taken_out_and_put_back,
    every_step_is_taken_back,
    a_step_is_not_taken_back_over_a_later_one,
}

const ASKED: ContactEntry<'static> = ContactEntry {
    name: "Min-su Kim",
    party: "spokesman of the ministry",
    channel: "phone",
    asked_on: "2026-02-27",
    question: "Is it what was sent, or what could be held?",
    outcome: "",
    answered_on: "",
    answer: "",
    confidential: false,
};

fn entries(desk: &mut Desk, claim: ClaimId) -> Vec<Contact> {
    claims::contacts_of(desk.c(), claim).unwrap().into_iter().map(|(row, _)| row).collect()
}

fn who_was_asked_is_kept_with_everything_said_of_it(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (_, lines) = desk.watch(|desk| ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap());
    let (row, by) = claims::contacts_of(desk.c(), claim.id).unwrap().remove(0);
    assert_eq!((row.name.as_str(), row.party.as_str(), row.channel, row.outcome), (ASKED.name, ASKED.party, ContactChannel::Phone, ContactOutcome::Awaited));
    assert_eq!((row.asked_on.to_string().as_str(), row.question.as_str(), by.as_str()), (ASKED.asked_on, ASKED.question, "Ron Reviewer"));
    assert_eq!(actions(&lines), [Action::ContactEntered]);
    assert_eq!(lines[0].claim_id, Some(claim.id));
    assert_eq!(lines[0].after_value()["question"], ASKED.question);
}

fn an_answer_says_that_they_answered(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let row = ask::enter_contact(desk.c(), &ron, claim.id, &ContactEntry { answer: "Could be held.", asked_on: "", ..ASKED }).unwrap();
    assert_eq!(row.outcome, ContactOutcome::Answered);
    assert_eq!(row.asked_on, ron.now.0.date_naive());
}

fn all_fields_that_can_not_be_used_are_told_at_once(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let bad = ContactEntry { name: " ", channel: "pigeon", asked_on: "yesterday", question: "", answered_on: "2999-01-01", outcome: "never", ..ASKED };
    let error = desk.refused(|c| ask::enter_contact(c, &ron, claim.id, &bad));
    let ReviewError::Invalid(errors) = error else { panic!("{error:?}") };
    let fields: Vec<&str> = errors.iter().map(|error| error.field).collect();
    assert_eq!(fields, ["name", "channel", "asked_on", "question", "outcome", "answered_on"]);
}

fn an_answer_before_the_question_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let early = ContactEntry { answer: "Yes.", answered_on: "2026-02-26", ..ASKED };
    let error = desk.refused(|c| ask::enter_contact(c, &ron, claim.id, &early));
    let ReviewError::Invalid(errors) = error else { panic!("{error:?}") };
    assert_eq!(errors[0].message, "field-answered-before-asked");
}

fn an_outcome_that_does_not_fit_the_answer_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    for (outcome, answer, field) in [("answered", "", "answer"), ("awaited", "Yes.", "outcome"), ("no_answer", "Yes.", "outcome")] {
        let error = desk.refused(|c| ask::enter_contact(c, &ron, claim.id, &ContactEntry { outcome, answer, ..ASKED }));
        let ReviewError::Invalid(errors) = error else { panic!("{error:?}") };
        assert_eq!(errors[0].field, field, "{outcome}");
    }
    ask::enter_contact(desk.c(), &ron, claim.id, &ContactEntry { outcome: "declined", answer: "“No comment.”", ..ASKED }).unwrap();
}

fn the_answer_is_entered_later(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    let asked = ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap();
    let answered = ContactEntry { answer: "Could be held.", answered_on: "2026-02-28", ..ASKED };
    let (row, lines) = desk.watch(|desk| ask::amend_contact(desk.c(), &rita, asked.id, &answered, 1).unwrap());
    assert_eq!((row.outcome, row.revision), (ContactOutcome::Answered, 2));
    assert_eq!(entries(desk, claim.id), [row]);
    assert_eq!(actions(&lines), [Action::ContactAmended]);
    assert_eq!((lines[0].before_value()["outcome"].as_str(), lines[0].after_value()["outcome"].as_str()), (Some("awaited"), Some("answered")));
}

fn a_change_of_nothing_writes_nothing(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let asked = ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap();
    let (row, lines) = desk.watch(|desk| ask::amend_contact(desk.c(), &ron, asked.id, &ASKED, 1).unwrap());
    assert_eq!((row.revision, lines.len()), (1, 0));
}

fn a_stale_change_is_refused_with_the_entry_as_it_is_now(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    let asked = ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap();
    ask::amend_contact(desk.c(), &rita, asked.id, &ContactEntry { outcome: "declined", ..ASKED }, 1).unwrap();
    let error = desk.refused(|c| ask::amend_contact(c, &ron, asked.id, &ContactEntry { answer: "Yes.", ..ASKED }, 1));
    let ReviewError::Stale { what: "contact", current } = error else { panic!("{error:?}") };
    assert_eq!((current["outcome"].as_str(), current["revision"].as_i64()), (Some("declined"), Some(2)));
}

fn an_entry_is_taken_out_and_put_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let asked = ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap();
    let (_, lines) = desk.watch(|desk| ask::remove_contact(desk.c(), &ron, asked.id).unwrap());
    assert_eq!(entries(desk, claim.id), []);
    let error = desk.refused(|c| ask::amend_contact(c, &ron, asked.id, &ASKED, 2));
    assert!(matches!(error, ReviewError::NotFound("contact")), "{error:?}");
    undo::undo(desk.c(), &ron, lines[0].id).unwrap();
    assert_eq!(entries(desk, claim.id)[0].question, ASKED.question);
    desk.history_is_whole();
}

fn every_step_is_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (asked, entered) = desk.watch(|desk| ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap());
    let answered = ContactEntry { answer: "Could be held.", ..ASKED };
    let (_, amended) = desk.watch(|desk| ask::amend_contact(desk.c(), &ron, asked.id, &answered, 1).unwrap());
    undo::undo(desk.c(), &ron, amended[0].id).unwrap();
    assert_eq!(entries(desk, claim.id)[0].answer, "");
    undo::undo(desk.c(), &ron, entered[0].id).unwrap();
    assert_eq!(entries(desk, claim.id), []);
    desk.history_is_whole();
}

fn a_step_is_not_taken_back_over_a_later_one(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (asked, entered) = desk.watch(|desk| ask::enter_contact(desk.c(), &ron, claim.id, &ASKED).unwrap());
    ask::amend_contact(desk.c(), &ron, asked.id, &ContactEntry { answer: "Could be held.", ..ASKED }, 1).unwrap();
    let error = desk.refused(|c| undo::undo(c, &ron, entered[0].id));
    assert!(matches!(error, ReviewError::UndoStale), "{error:?}");
}
