//! What the desk holds of a source, from which day on, and why. Notes are never changed: a newer one goes before an older,
//! and one that should not have been made is withdrawn with a reason.

use super::RegistryError;
use super::merge::not_merged;
use super::store::{self, ReliabilityNote};
use crate::account::{Acting, Forbidden, Permission};
use crate::codes;
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, NoteId, SourceId};
use crate::input::{FieldError, Fields, TEXT};
use chrono::NaiveDate;
use serde_json::json;

codes! {
    /// How far what a source says can be relied on.
    "rating"
    pub enum Rating {
        /// It can.
        Reliable = "reliable",
        /// In part, or in some matters.
        Mixed = "mixed",
        /// It can't.
        Unreliable = "unreliable",
        /// The desk no longer says.
        Unknown = "unknown",
    }
}

/// What somebody notes of a source.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoteEntry<'a> {
    /// What happened, and how one knows: the reason.
    pub note: &'a str,
    /// The rating that follows, as a code; empty where none does.
    pub rating: &'a str,
    /// From which day on it holds; empty is today.
    pub holds_from: &'a str,
}

/// Notes something about a source's reliability, with or without a rating.
pub fn rate_source(c: &mut DbConnection, acting: &Acting, id: SourceId, entry: NoteEntry<'_>) -> Result<ReliabilityNote, RegistryError> {
    acting.require(Permission::KeepRegistry)?;
    let author_id = acting.id.ok_or(Forbidden(Permission::KeepRegistry))?;
    let today = acting.now.0.date_naive();
    let mut fields = Fields::new();
    let note = fields.required_text("note", entry.note, TEXT);
    let rating: Option<Rating> = fields.optional_choice("rating", entry.rating);
    let holds_from = fields.date("holds_from", entry.holds_from);
    if holds_from.is_some_and(|day| day > today) {
        fields.refuse(FieldError::new("holds_from", "field-date-in-future"));
    }
    fields.done()?;
    transact(c, |c| {
        store::merge::lock(c, &[id])?;
        let source = store::find(c, id)?.ok_or(RegistryError::NotFound)?;
        not_merged(c, &source)?;
        let was = in_force(&store::notes_of(c, &[id])?.into_iter().map(|(row, _)| row).collect::<Vec<_>>(), today).and_then(|row| row.rating);
        let row = ReliabilityNote {
            id: acting.ids.make(),
            source_id: id,
            author_id,
            note,
            noted_on: today,
            created_at: acting.now,
            rating,
            holds_from: rating.is_some().then(|| holds_from.unwrap_or(today)),
            withdrawn_at: None,
            withdrawn_by: None,
            withdrawn_why: None,
        };
        store::insert_note(c, &row)?;
        let mut event = NewEvent::new(Action::ReliabilityNoted, SubjectKind::Source, id);
        let mut after = json!({"name": source.name, "note": row.note});
        if let (Some(rating), Some(fields)) = (rating, after.as_object_mut()) {
            event = event.before(json!({"name": source.name, "rating": was, "holds_from": null}));
            fields.insert("rating".to_owned(), json!(rating));
            fields.insert("holds_from".to_owned(), json!(row.holds_from));
        }
        history::record(c, &acting.pen(), ChainId::DESK, event.after(after))?;
        Ok(row)
    })
}

/// Withdraws a note; it stays to be read, and counts no longer. Gives the source that it is about.
pub fn withdraw_note(c: &mut DbConnection, acting: &Acting, id: NoteId, reason: &str) -> Result<SourceId, RegistryError> {
    acting.require(Permission::KeepRegistry)?;
    let mut fields = Fields::new();
    let reason = fields.required_text("reason", reason, TEXT);
    fields.done()?;
    transact(c, |c| {
        let note = store::find_note(c, id)?.ok_or(RegistryError::NotFound)?;
        let source = store::find(c, note.source_id)?.ok_or(RegistryError::NotFound)?;
        if !store::withdraw_note(c, id, acting.now, &acting.name, &reason)? {
            let by = store::find_note(c, id)?.and_then(|note| note.withdrawn_by).unwrap_or_default();
            return Err(RegistryError::NoteWithdrawn { by });
        }
        let side = |withdrawn: bool| json!({"name": source.name, "note": note.note, "rating": note.rating, "withdrawn": withdrawn});
        let event = NewEvent::new(Action::ReliabilityWithdrawn, SubjectKind::Source, source.id).before(side(false)).after(side(true)).reason(&reason);
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok(source.id)
    })
}

/// The note whose rating is in force on a day: of those that hold by then the one that begins last, of several the newest.
pub fn in_force(notes: &[ReliabilityNote], day: NaiveDate) -> Option<&ReliabilityNote> {
    let counts = |note: &&ReliabilityNote| note.rating.is_some() && note.withdrawn_at.is_none() && note.begins() <= day;
    notes.iter().filter(counts).max_by_key(|note| (note.begins(), note.id))
}
