//! What happened on the desk, and taking a step back.

use super::wire::{ListJson, PersonRef};
use super::{Answered, Request, paging, reply};
use crate::article::store as articles;
use crate::claim::store as claims;
use crate::db::DbConnection;
use crate::db::page::Page;
use crate::history::{self, Event, EventFilter};
use crate::ids::{ArticleId, ChainId, ClaimId, EventId, PersonId, StepId, SubjectId};
use crate::review::second::hides_line;
use crate::review::undo;
use crate::web::{Desk, Problem, Room};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::{IntoParams, ToSchema};

/// A line of history.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventJson {
    /// Its id.
    pub id: EventId,
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
    /// The article whose chain it is in; `null` for the desk's own.
    pub article_id: Option<ArticleId>,
    /// The claim it concerns.
    pub claim_id: Option<ClaimId>,
    /// What was so before; the fields depend on the action.
    #[schema(value_type = Option<Object>)]
    pub before: Value,
    /// What is so after.
    #[schema(value_type = Option<Object>)]
    pub after: Value,
    /// The reason given.
    pub reason: Option<String>,
    /// The line that this one takes back.
    pub undoes: Option<EventId>,
    /// The step on many claims that it is part of.
    pub step_id: Option<StepId>,
    /// Whether a later line takes this one back.
    pub undone: bool,
    /// Whether it tells of a step that can be taken back at all.
    pub undoable: bool,
    /// Its number in its chain, from 1.
    pub seq: i64,
    /// Hash of the line before.
    pub prev_hash: String,
    /// Hash of this line.
    pub hash: String,
}

impl EventJson {
    fn all(room: &mut Room<'_>, events: Vec<Event>) -> Result<Vec<Self>, Problem> {
        let veil = room.veil()?;
        let c = &mut *room.c;
        let ids: Vec<EventId> = events.iter().map(|event| event.id).collect();
        let undone: BTreeSet<EventId> = history::undone_by(c, &ids)?.into_iter().collect();
        let steps: BTreeMap<EventId, StepId> = history::steps_of(c, &ids)?.into_iter().map(|(event, step)| (event, step.id)).collect();
        let json = |event: Event| {
            let hidden = hides_line(&veil, &event);
            let shown = |value: Value| if hidden { Value::Null } else { value };
            Self {
                step_id: steps.get(&event.id).copied(),
                before: shown(event.before_value()),
                after: shown(event.after_value()),
                undoable: undo::can_be_undone(&event),
                undone: undone.contains(&event.id),
                id: event.id,
                at: event.at.0,
                actor: event.actor_id.map(|id| PersonRef { id, name: event.actor_name.clone() }),
                actor_name: event.actor_name,
                action: event.action,
                subject_kind: event.subject_kind,
                subject_id: event.subject_id,
                article_id: (event.chain_id != ChainId::DESK).then_some(ArticleId(event.chain_id.0)),
                claim_id: event.claim_id,
                reason: event.reason.filter(|_| !hidden),
                undoes: event.undoes,
                seq: event.seq,
                prev_hash: event.prev_hash,
                hash: event.hash,
            }
        };
        Ok(events.into_iter().map(json).collect())
    }
}

/// What the lines are about: the id of anything, or `desk`.
#[derive(Clone, Copy, Debug)]
enum About {
    Desk,
    Thing(SubjectId),
}

impl<'de> Deserialize<'de> for About {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str> as Deserialize>::deserialize(deserializer)?;
        match text.as_ref() {
            "desk" => Ok(Self::Desk),
            id => id.parse().map(Self::Thing).map_err(|_| serde::de::Error::custom("neither an id nor “desk”")),
        }
    }
}

/// Which lines to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct HistoryQuery {
    /// Lines about one thing, by its id: of an article all that happened in its check, of a claim also what happened to its
    /// evidence and remarks. `desk` gives the desk's own chain.
    #[param(value_type = Option<SubjectParam>)]
    subject: Option<About>,
    /// Lines that this person wrote.
    actor: Option<PersonId>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// How what the lines are about is written.
#[derive(ToSchema)]
#[schema(example = "desk", pattern = "^(desk|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$")]
#[expect(dead_code, reason = "stands for the form in the description")]
pub struct SubjectParam(String);

/// The lines about a thing: an article's whole chain, all that concerns a claim, else what was done to the thing itself.
fn filter_for(c: &mut DbConnection, about: Option<About>) -> Result<EventFilter, Problem> {
    let all = EventFilter::default();
    Ok(match about {
        None => all,
        Some(About::Desk) => EventFilter { chain: Some(ChainId::DESK), ..all },
        Some(About::Thing(id)) if articles::find_article(c, ArticleId(id.0))?.is_some() => EventFilter { chain: Some(ChainId(id.0)), ..all },
        Some(About::Thing(id)) if claims::find(c, ClaimId(id.0))?.is_some() => EventFilter { claim: Some(ClaimId(id.0)), ..all },
        Some(About::Thing(id)) => EventFilter { subject: Some(id), ..all },
    })
}

/// List what happened, newest first.
#[utoipa::path(get, path = "/api/v1/history", operation_id = "list_history", tag = "History", params(HistoryQuery),
    responses((status = 200, description = "One page of history.", body = ListJson<EventJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: HistoryQuery = request.query()?;
        let (limit, before) = paging::<EventId>(query.limit, query.cursor.as_deref())?;
        let filter = EventFilter { actor: query.actor, before, ..filter_for(room.c, query.subject)? };
        let page = Page::cut(history::list(room.c, &filter, limit + 1)?, limit, |event| event.id);
        let rows = EventJson::all(room, page.rows)?;
        reply::value(&ListJson::from(Page { rows, next: page.next }))
    })
    .await
}

/// Take a step back. The undo is itself a line of history.
///
/// One's own step is taken back by whoever made it, another's by an editor; never where something else changed the same
/// thing since.
#[utoipa::path(post, path = "/api/v1/history/{id}/undo", operation_id = "undo", tag = "History",
    params(("id" = EventId, Path, description = "The line that tells of the step.")),
    responses((status = 200, description = "The line, now undone.", body = EventJson)))]
pub async fn undo_step(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: EventId = request.id("line of history")?;
        undo::undo(room.c, &room.acting(), id)?;
        let event = history::find(room.c, id)?.ok_or_else(|| Problem::not_found("line of history"))?;
        reply::value(&EventJson::all(room, vec![event])?.first())
    })
    .await
}
