//! Asking for comment: who was asked about a claim, how, when, and what came of it.

use super::{ReviewError, change};
use crate::account::{Acting, Forbidden, Permission};
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::store::{self, Contact};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, Event, NewEvent, SubjectKind, chain_of, field};
use crate::ids::{ClaimId, ContactId, EventId};
use crate::input::{FieldError, Fields, LINE, TEXT};
use serde_json::{Value, json};

/// What somebody says of having asked. Texts as typed.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the same names as in `Contact`")]
pub struct ContactEntry<'a> {
    pub name: &'a str,
    pub party: &'a str,
    pub channel: &'a str,
    pub asked_on: &'a str,
    pub question: &'a str,
    pub outcome: &'a str,
    pub answered_on: &'a str,
    pub answer: &'a str,
    pub confidential: bool,
}

/// An entry as history keeps it.
fn as_json(row: &Contact) -> Value {
    json!({
        "name": row.name, "party": row.party, "channel": row.channel, "asked_on": row.asked_on, "question": row.question,
        "outcome": row.outcome, "answered_on": row.answered_on, "answer": row.answer, "confidential": row.confidential,
    })
}

/// Fills a row from what was typed.
fn fill(acting: &Acting, entry: &ContactEntry<'_>, row: &mut Contact) -> Result<(), ReviewError> {
    let today = acting.now.0.date_naive();
    let mut fields = Fields::new();
    row.name = fields.required_line("name", entry.name, LINE);
    row.party = fields.line("party", entry.party, LINE);
    row.channel = fields.optional_choice("channel", entry.channel).unwrap_or(ContactChannel::Email);
    row.asked_on = fields.date("asked_on", entry.asked_on).unwrap_or(today);
    row.question = fields.required_text("question", entry.question, TEXT);
    row.answer = fields.text("answer", entry.answer, TEXT);
    row.answered_on = fields.date("answered_on", entry.answered_on);
    let answered = !row.answer.is_empty();
    let unsaid = if answered { ContactOutcome::Answered } else { ContactOutcome::Awaited };
    row.outcome = fields.optional_choice("outcome", entry.outcome).unwrap_or(unsaid);
    row.confidential = entry.confidential;
    // A desk east of Greenwich may already be a day ahead.
    let latest = today.succ_opt().unwrap_or(today);
    if row.asked_on > latest {
        fields.refuse(FieldError::new("asked_on", "field-date-in-future"));
    }
    if row.answered_on.is_some_and(|day| day > latest) {
        fields.refuse(FieldError::new("answered_on", "field-date-in-future"));
    }
    if row.answered_on.is_some_and(|day| day < row.asked_on) {
        fields.refuse(FieldError::new("answered_on", "field-answered-before-asked"));
    }
    match row.outcome {
        ContactOutcome::Answered if !answered => fields.refuse(FieldError::new("answer", "field-answer-required")),
        ContactOutcome::Awaited | ContactOutcome::NoAnswer if answered => fields.refuse(FieldError::new("outcome", "field-answer-is-there")),
        _ => {}
    }
    fields.done()?;
    row.updated_at = acting.now;
    Ok(())
}

/// Enters that somebody was asked about a claim.
pub fn enter_contact(c: &mut DbConnection, acting: &Acting, claim: ClaimId, entry: &ContactEntry<'_>) -> Result<Contact, ReviewError> {
    acting.require(Permission::Check)?;
    let by = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut row = Contact {
        id: acting.ids.make(),
        claim_id: claim,
        name: String::new(),
        party: String::new(),
        channel: ContactChannel::Email,
        asked_on: acting.now.0.date_naive(),
        question: String::new(),
        outcome: ContactOutcome::Awaited,
        answered_on: None,
        answer: String::new(),
        confidential: false,
        created_by: by,
        created_at: acting.now,
        updated_at: acting.now,
        removed_at: None,
        revision: 1,
    };
    fill(acting, entry, &mut row)?;
    transact(c, |c| {
        let claim = change::claim_at(c, claim, None)?;
        store::insert_contact(c, &row)?;
        let event = NewEvent::new(Action::ContactEntered, SubjectKind::Contact, row.id).claim(claim.id).after(as_json(&row));
        history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        Ok(row)
    })
}

/// Changes an entry: mostly, what came of asking.
pub fn amend_contact(c: &mut DbConnection, acting: &Acting, id: ContactId, entry: &ContactEntry<'_>, revision: i32) -> Result<Contact, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let old = find(c, id)?;
        if old.revision != revision {
            return Err(stale(&old));
        }
        let mut new = old.clone();
        fill(acting, entry, &mut new)?;
        if as_json(&old) == as_json(&new) {
            return Ok(old);
        }
        write(c, acting, &old, new, Action::ContactAmended, None)
    })
}

/// Takes an entry out; it can be put back from the history.
pub fn remove_contact(c: &mut DbConnection, acting: &Acting, id: ContactId) -> Result<Contact, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let old = find(c, id)?;
        let new = Contact { removed_at: Some(acting.now), updated_at: acting.now, ..old.clone() };
        write(c, acting, &old, new, Action::ContactRemoved, None)
    })
}

fn find(c: &mut DbConnection, id: ContactId) -> Result<Contact, ReviewError> {
    store::find_contact(c, id)?.filter(|row| row.removed_at.is_none()).ok_or(ReviewError::NotFound("contact"))
}

fn stale(row: &Contact) -> ReviewError {
    let mut current = as_json(row);
    if let Some(map) = current.as_object_mut() {
        map.insert("revision".to_owned(), row.revision.into());
    }
    ReviewError::Stale { what: "contact", current }
}

fn write(c: &mut DbConnection, acting: &Acting, old: &Contact, mut new: Contact, action: Action, undoes: Option<EventId>) -> Result<Contact, ReviewError> {
    let claim = change::claim_at(c, old.claim_id, None)?;
    if !store::update_contact(c, &new)? {
        return Err(stale(&find(c, new.id)?));
    }
    new.revision += 1;
    let mut event = NewEvent::new(action, SubjectKind::Contact, new.id).claim(claim.id).undoing(undoes);
    if old.removed_at.is_none() {
        event = event.before(as_json(old));
    }
    if new.removed_at.is_none() {
        event = event.after(as_json(&new));
    }
    history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
    Ok(new)
}

/// Takes back a step on an entry, where nothing else changed it since.
pub(super) fn undo(c: &mut DbConnection, acting: &Acting, event: &Event, action: Action) -> Result<(), ReviewError> {
    let row = store::find_contact(c, ContactId(event.subject_id.0))?.ok_or(ReviewError::NotFound("contact"))?;
    let stands = if row.removed_at.is_some() { Value::Null } else { as_json(&row) };
    if stands != event.after_value() {
        return Err(ReviewError::UndoStale);
    }
    let was = event.before_value();
    let (then, told) = match action {
        Action::ContactEntered => (Contact { removed_at: Some(acting.now), ..row.clone() }, Action::ContactRemoved),
        Action::ContactRemoved => (Contact { removed_at: None, ..restored(&row, &was).ok_or(ReviewError::NotUndoable)? }, Action::ContactEntered),
        Action::ContactAmended => (restored(&row, &was).ok_or(ReviewError::NotUndoable)?, Action::ContactAmended),
        _ => return Err(ReviewError::NotUndoable),
    };
    write(c, acting, &row, Contact { updated_at: acting.now, ..then }, told, Some(event.id)).map(|_| ())
}

/// The entry with the fields of a line of history.
fn restored(row: &Contact, was: &Value) -> Option<Contact> {
    Some(Contact {
        name: field(was, "name")?,
        party: field(was, "party")?,
        channel: field(was, "channel")?,
        asked_on: field(was, "asked_on")?,
        question: field(was, "question")?,
        outcome: field(was, "outcome")?,
        answered_on: field(was, "answered_on")?,
        answer: field(was, "answer")?,
        confidential: field(was, "confidential")?,
        ..row.clone()
    })
}
