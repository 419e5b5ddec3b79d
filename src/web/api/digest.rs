//! One's own daily digest, for programs.

use super::{Answered, Request, reply};
use crate::account::member::choose_own_digest;
use crate::digest::store::{self, State};
use crate::web::{Desk, Problem, Room};
use actix_web::web;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One's daily digest.
#[derive(Debug, Serialize, ToSchema)]
pub struct DigestJson {
    /// Whether one wants it.
    pub wanted: bool,
    /// At what time of the day, in UTC, digests go out; `null` where the desk sends no e-mail.
    pub at: Option<String>,
    /// The last one.
    pub last: Option<LastDigestJson>,
}

/// The last digest of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct LastDigestJson {
    /// Of which day.
    pub day: NaiveDate,
    /// How far it is.
    pub state: State,
    /// When the mail server took it.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it is tried again.
    pub next_at: Option<DateTime<Utc>>,
}

fn now(room: &mut Room<'_>, wanted: bool) -> Result<DigestJson, Problem> {
    let last = store::last(room.c, room.me.id)?;
    let last = last.map(|last| LastDigestJson { day: last.day, state: last.state, sent_at: last.sent_at.map(|at| at.0), next_at: last.next_at.map(|at| at.0) });
    let at = room.desk.settings.mail.as_ref().map(|mail| mail.digest_at.format("%H:%M").to_string());
    Ok(DigestJson { wanted, at, last })
}

/// See whether one gets the daily digest, and how the last one went.
#[utoipa::path(get, path = "/api/v1/digest", operation_id = "show_digest", tag = "Inbox",
    responses((status = 200, description = "One’s own digest.", body = DigestJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| {
        let wanted = room.me.digest;
        reply::value(&now(room, wanted)?)
    })
    .await
}

/// Whether one wants the daily digest.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"wanted": false}))]
pub struct DigestPatch {
    /// Whether one wants it.
    wanted: bool,
}

/// Say whether one wants the daily digest. Doing so is no line of history.
#[utoipa::path(patch, path = "/api/v1/digest", operation_id = "choose_digest", tag = "Inbox", request_body = DigestPatch,
    responses((status = 200, description = "One’s own digest.", body = DigestJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let wish: DigestPatch = request.json()?;
        let acting = room.acting();
        choose_own_digest(room.c, &acting, wish.wanted)?;
        reply::value(&now(room, wish.wanted)?)
    })
    .await
}
