//! Who was asked about a claim, and what came back.

use super::wire::{Day, Given, ListJson, Names, PersonRef, day_text};
use super::{Answered, Request, claim::claim_now, reply};
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::store::{self, Contact};
use crate::code::Code;
use crate::db::DbConnection;
use crate::db::page::Page;
use crate::ids::{ClaimId, ContactId};
use crate::review::ReviewError;
use crate::review::ask::{self, ContactEntry};
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody asked for comment.
#[derive(Debug, Serialize, ToSchema)]
pub struct ContactJson {
    /// Its id.
    pub id: ContactId,
    /// The claim they were asked about.
    pub claim_id: ClaimId,
    /// Who was asked.
    pub name: String,
    /// What they are, or whom they speak for; may be empty.
    pub party: String,
    /// How they were asked.
    pub channel: ContactChannel,
    /// When.
    #[schema(value_type = String, format = Date)]
    pub asked_on: Day,
    /// What they were asked.
    pub question: String,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// When they answered.
    #[schema(value_type = Option<String>, format = Date)]
    pub answered_on: Option<Day>,
    /// What they said; may be empty.
    pub answer: String,
    /// Whether reports leave out who it was and what was said.
    pub confidential: bool,
    /// Who entered it.
    pub entered_by: Option<PersonRef>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

impl ContactJson {
    fn all(c: &mut DbConnection, rows: Vec<Contact>) -> Result<Vec<Self>, Problem> {
        let names = Names::of(c, rows.iter().map(|row| Some(row.created_by)))?;
        let json = |row: Contact| Self {
            id: row.id,
            claim_id: row.claim_id,
            name: row.name,
            party: row.party,
            channel: row.channel,
            asked_on: Day(row.asked_on),
            question: row.question,
            outcome: row.outcome,
            answered_on: row.answered_on.map(Day),
            answer: row.answer,
            confidential: row.confidential,
            entered_by: names.get(Some(row.created_by)),
            created_at: row.created_at.0,
            updated_at: row.updated_at.0,
            revision: row.revision,
        };
        Ok(rows.into_iter().map(json).collect())
    }

    fn one(c: &mut DbConnection, row: Contact) -> Result<Self, Problem> {
        Self::all(c, vec![row])?.pop().ok_or_else(|| Problem::not_found("contact"))
    }
}

/// List who was asked about a claim, first asked first: all of them.
#[utoipa::path(get, path = "/api/v1/claims/{id}/contacts", operation_id = "list_contacts", tag = "Contacts",
    params(("id" = ClaimId, Path, description = "The claim.")),
    responses((status = 200, description = "Who was asked.", body = ListJson<ContactJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let claim = claim_now(room.c, request.id("claim")?)?;
        let veil = room.veil()?;
        let rows = store::contacts_of(room.c, claim.id)?.into_iter().map(|(row, _)| row);
        let rows = rows.filter(|row| veil.shows_of(claim.id, row.created_by)).collect();
        let rows = ContactJson::all(room.c, rows)?;
        reply::value(&ListJson::from(Page { rows, next: None }))
    })
    .await
}

/// Somebody who was asked.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Jana Novak", "party": "spokeswoman of the ministry", "channel": "email", "asked_on": "2025-02-03", "question": "Is the figure of 398 still right?"}))]
pub struct ContactPost {
    /// Who was asked.
    #[schema(min_length = 1, max_length = 500)]
    name: String,
    /// What they are, or whom they speak for.
    #[schema(max_length = 500)]
    party: Option<String>,
    /// How they were asked; by e-mail unless said otherwise.
    channel: Option<ContactChannel>,
    /// When; today unless said otherwise.
    #[schema(value_type = Option<String>, format = Date)]
    asked_on: Option<Day>,
    /// What they were asked.
    #[schema(min_length = 1, max_length = 100_000)]
    question: String,
    /// What came of it; answered where there is an answer, else awaited.
    outcome: Option<ContactOutcome>,
    /// When they answered.
    #[schema(value_type = Option<String>, format = Date)]
    answered_on: Option<Day>,
    /// What they said.
    #[schema(max_length = 100_000)]
    answer: Option<String>,
    /// Whether reports leave out who it was and what was said.
    confidential: Option<bool>,
}

/// Enter that somebody was asked about a claim.
#[utoipa::path(post, path = "/api/v1/claims/{id}/contacts", operation_id = "enter_contact", tag = "Contacts",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = ContactPost,
    responses((status = 201, description = "The new entry.", body = ContactJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let claim: ClaimId = request.id("claim")?;
        let new: ContactPost = request.json()?;
        let entry = ContactEntry {
            name: &new.name,
            party: new.party.as_deref().unwrap_or_default(),
            channel: new.channel.map_or("", Code::code),
            asked_on: &day_text(new.asked_on),
            question: &new.question,
            outcome: new.outcome.map_or("", Code::code),
            answered_on: &day_text(new.answered_on),
            answer: new.answer.as_deref().unwrap_or_default(),
            confidential: new.confidential.unwrap_or_default(),
        };
        let row = ask::enter_contact(room.c, &room.acting(), claim, &entry)?;
        let revision = row.revision;
        reply::created(&format!("/claims/{claim}/contacts"), &ContactJson::one(room.c, row)?, Some(revision))
    })
    .await
}

/// A change of an entry. What is left out stays as it is; `null` empties a field.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "outcome": "answered", "answered_on": "2025-02-05", "answer": "The figure is still right."}))]
pub struct ContactPatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Who was asked.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    name: Given<String>,
    /// What they are, or whom they speak for.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    party: Given<String>,
    /// How they were asked.
    channel: Option<ContactChannel>,
    /// When.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    asked_on: Given<Day>,
    /// What they were asked.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    question: Given<String>,
    /// What came of it.
    outcome: Option<ContactOutcome>,
    /// When they answered.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    answered_on: Given<Day>,
    /// What they said.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    answer: Given<String>,
    /// Whether reports leave out who it was and what was said.
    confidential: Option<bool>,
}

fn find(c: &mut DbConnection, id: ContactId) -> Result<Contact, Problem> {
    store::find_contact(c, id)?.filter(|row| row.removed_at.is_none()).ok_or_else(|| Problem::not_found("contact"))
}

/// Change an entry: mostly, what came of asking.
#[utoipa::path(patch, path = "/api/v1/contacts/{id}", operation_id = "change_contact", tag = "Contacts",
    params(("id" = ContactId, Path, description = "The entry.")), request_body = ContactPatch,
    responses((status = 200, description = "The entry as it is now.", body = ContactJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ContactId = request.id("contact")?;
        let patch: ContactPatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let was = find(room.c, id)?;
        let entry = ContactEntry {
            name: patch.name.over(&was.name),
            party: patch.party.over(&was.party),
            channel: patch.channel.unwrap_or(was.channel).code(),
            asked_on: &patch.asked_on.over(Some(was.asked_on)),
            question: patch.question.over(&was.question),
            outcome: patch.outcome.unwrap_or(was.outcome).code(),
            answered_on: &patch.answered_on.over(was.answered_on),
            answer: patch.answer.over(&was.answer),
            confidential: patch.confidential.unwrap_or(was.confidential),
        };
        match ask::amend_contact(room.c, &room.acting(), id, &entry, revision) {
            Ok(row) => {
                let revision = row.revision;
                reply::row(&ContactJson::one(room.c, row)?, revision)
            }
            Err(error @ ReviewError::Stale { .. }) => {
                let now = find(room.c, id)?;
                Err(Problem { current: Some(serde_json::json!(ContactJson::one(room.c, now)?)), ..error.into() })
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// Take an entry out. It can be put back from the history.
#[utoipa::path(delete, path = "/api/v1/contacts/{id}", operation_id = "remove_contact", tag = "Contacts",
    params(("id" = ContactId, Path, description = "The entry.")),
    responses((status = 204, description = "The entry is taken out.")))]
pub async fn delete(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        ask::remove_contact(room.c, &room.acting(), request.id("contact")?)?;
        Ok(reply::gone())
    })
    .await
}
