//! Notes on the reliability of sources: made and withdrawn, never changed.

use super::{SourceJson, find};
use crate::code::Code;
use crate::ids::{NoteId, SourceId};
use crate::source::Rating;
use crate::source::reliability::{NoteEntry, rate_source, withdraw_note};
use crate::source::store::ReliabilityNote;
use crate::web::Desk;
use crate::web::api::wire::{Day, day_text};
use crate::web::api::{Answered, Request, reply};
use actix_web::web;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A dated note on a source's reliability.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NoteJson {
    /// Its id.
    pub id: NoteId,
    /// Name of who wrote it.
    pub by: String,
    /// Of which day it is.
    pub on: NaiveDate,
    /// The note: the reason of a rating.
    pub note: String,
    /// The rating that it gives; `null` where it gives none.
    pub rating: Option<Rating>,
    /// From which day on the rating holds.
    pub holds_from: Option<NaiveDate>,
    /// Who withdrew it, where somebody did.
    pub withdrawn_by: Option<String>,
    /// When.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why.
    pub withdrawn_why: Option<String>,
}

impl NoteJson {
    /// A note as programs see it.
    pub fn of(row: ReliabilityNote, by: String) -> Self {
        Self {
            id: row.id,
            by,
            on: row.noted_on,
            note: row.note,
            rating: row.rating,
            holds_from: row.holds_from,
            withdrawn_by: row.withdrawn_by,
            withdrawn_at: row.withdrawn_at.map(|at| at.0),
            withdrawn_why: row.withdrawn_why,
        }
    }
}

/// A note on a source, with or without a rating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"note": "Corrected its report within a day.", "rating": "reliable", "holds_from": "2026-01-01"}))]
pub struct NotePost {
    /// What happened, and how one knows.
    #[schema(min_length = 1, max_length = 100_000)]
    note: String,
    /// The rating that follows.
    rating: Option<Rating>,
    /// From which day on it holds; today where left out, never later.
    #[schema(value_type = Option<NaiveDate>)]
    holds_from: Option<Day>,
}

/// Note something on a source's reliability.
///
/// A note is never changed: a newer one goes before it, or it is withdrawn.
#[utoipa::path(post, path = "/api/v1/sources/{id}/notes", operation_id = "note_source_reliability", tag = "Sources",
    params(("id" = SourceId, Path, description = "The source.")), request_body = NotePost,
    responses((status = 201, description = "The note.", body = NoteJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: SourceId = request.id("source")?;
        let new: NotePost = request.json()?;
        let holds_from = day_text(new.holds_from);
        let entry = NoteEntry { note: &new.note, rating: new.rating.map_or("", Code::code), holds_from: &holds_from };
        let acting = room.acting();
        let row = rate_source(room.c, &acting, id, entry)?;
        reply::created(&format!("/sources/{id}"), &NoteJson::of(row, acting.name.clone()), None)
    })
    .await
}

/// Why a note is withdrawn.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "It was about another paper of the same name."}))]
pub struct WithdrawPost {
    /// Why.
    #[serde(default)]
    #[schema(min_length = 1, max_length = 100_000)]
    reason: String,
}

/// Withdraw a note on a source's reliability.
///
/// It stays to be read with the reason, and counts no longer. Where somebody withdrew it before, 409 with `note_withdrawn`.
#[utoipa::path(post, path = "/api/v1/notes/{id}/withdraw", operation_id = "withdraw_source_note", tag = "Sources",
    params(("id" = NoteId, Path, description = "The note.")), request_body = WithdrawPost,
    responses((status = 200, description = "The source that it is about.", body = SourceJson)))]
pub async fn withdraw(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: NoteId = request.id("note")?;
        let new: WithdrawPost = request.json()?;
        let source = withdraw_note(room.c, &room.acting(), id, &new.reason)?;
        let source = find(room.c, source)?;
        let revision = source.revision;
        reply::row(&SourceJson::one(room.c, source, room.now.0.date_naive())?, revision)
    })
    .await
}
