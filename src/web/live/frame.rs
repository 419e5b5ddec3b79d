//! What goes over a stream, as bytes: rendered once, however many it goes to.

use super::presence::PresenceJson;
use crate::code::Code;
use crate::history::Action;
use crate::history::order::Placed;
use crate::ids::{ArticleId, ChainId, ClaimId, EventId, PersonId, SubjectId};
use crate::web::api::wire::PersonRef;
use actix_web::web::Bytes;
use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

/// That something changed: what, where, and by whom. What was written is asked for by id.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeJson {
    /// Its place among all changes; the `id` of the event. Later ones have higher ones, with gaps.
    pub number: i64,
    /// The line of history that tells of it.
    pub event_id: EventId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who; `null` for the command line.
    pub actor: Option<PersonRef>,
    /// Their name at the time.
    pub actor_name: String,
    /// What was done, as a code.
    pub action: String,
    /// What kind of thing it was done to.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: SubjectId,
    /// The article it belongs to; `null` for what belongs to the desk.
    pub article_id: Option<ArticleId>,
    /// The claim it concerns.
    pub claim_id: Option<ClaimId>,
    /// That claim's number in its article.
    pub claim_number: Option<i32>,
    /// That claim's revision when this was sent.
    pub claim_revision: Option<i32>,
}

/// To whom a frame goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A change: to whoever wants changes of this chain and claim.
    Change(i64, ChainId, Option<ClaimId>),
    /// Changes up to this number that are too many to tell: to everybody.
    Resync(i64),
    /// Who is on an article: to whoever listens for it or for a claim of it.
    Presence(ArticleId),
    /// How many lines of their inbox are unread: to this person.
    Inbox(PersonId),
    /// A sign of life: to everybody.
    Beat,
    /// To nobody: streams of this person end, and must show again that they may.
    Doubt(PersonId),
    /// To nobody: streams of programs end, and must show again that they may.
    DoubtTokens,
    /// To nobody: all streams end.
    End,
}

/// Some bytes for some streams.
#[derive(Debug)]
pub(super) struct Frame {
    pub kind: Kind,
    pub bytes: Bytes,
}

impl Frame {
    pub fn change(row: &Placed) -> Self {
        let change = ChangeJson {
            number: row.number,
            event_id: row.id,
            at: row.at.0,
            actor: row.actor_id.map(|id| PersonRef { id, name: row.actor_name.clone() }),
            actor_name: row.actor_name.clone(),
            action: row.action.clone(),
            subject_kind: row.subject_kind.clone(),
            subject_id: row.subject_id,
            article_id: (row.chain_id != ChainId::DESK).then_some(ArticleId(row.chain_id.0)),
            claim_id: row.claim_id,
            claim_number: row.claim_number,
            claim_revision: row.claim_revision,
        };
        Self { kind: Kind::Change(row.number, row.chain_id, row.claim_id), bytes: event("change", Some(row.number), &change) }
    }

    /// Whose right to listen is in doubt after a line: a person's role or password changed, a token was revoked.
    pub fn doubt(row: &Placed) -> Option<Self> {
        let kind = match Action::from_code(&row.action)? {
            Action::RoleChanged | Action::PersonDisabled | Action::PasswordSet => Kind::Doubt(PersonId(row.subject_id.0)),
            Action::TokenRevoked => Kind::DoubtTokens,
            _ => return None,
        };
        Some(Self { kind, bytes: Bytes::new() })
    }

    pub fn resync(number: i64) -> Self {
        Self { kind: Kind::Resync(number), bytes: event("resync", Some(number), &json!({"number": number})) }
    }

    /// That all that was missed has been told; from now on is live.
    pub fn ready(number: i64) -> Self {
        Self { kind: Kind::Resync(number), bytes: event("ready", Some(number), &json!({"number": number})) }
    }

    pub fn presence(on: &PresenceJson) -> Self {
        Self { kind: Kind::Presence(on.article_id), bytes: event("presence", None, on) }
    }

    pub fn inbox(person: PersonId, unread: i64) -> Self {
        Self { kind: Kind::Inbox(person), bytes: event("inbox", None, &json!({"unread": unread})) }
    }

    pub fn beat() -> Self {
        Self { kind: Kind::Beat, bytes: Bytes::from_static(b":\n\n") }
    }

    pub fn end_all() -> Self {
        Self { kind: Kind::End, bytes: Bytes::new() }
    }
}

/// An event as the stream writes it. JSON has no line breaks of its own, so the data is one line.
fn event(name: &str, number: Option<i64>, data: &impl Serialize) -> Bytes {
    let id = number.map(|number| format!("id: {number}\n")).unwrap_or_default();
    let data = serde_json::to_string(data).unwrap_or_default();
    Bytes::from(format!("{id}event: {name}\ndata: {data}\n\n"))
}
