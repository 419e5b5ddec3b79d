//! Sources that may be the same, and saying that two are different.

use crate::db::page::{Page, write_cursor};
use crate::ids::SourceId;
use crate::source::alike::Alike;
use crate::source::apart::tell_apart;
use crate::source::store;
use crate::web::api::evidence::SourceRef;
use crate::web::api::wire::ListJson;
use crate::web::api::{Answered, Request, paging, reply};
use crate::web::page::source::reason;
use crate::web::{Desk, Problem};
use actix_web::web;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::{IntoParams, ToSchema};

/// Two sources that may be the same.
#[derive(Debug, Serialize, ToSchema)]
pub struct SuggestionJson {
    /// One of them.
    pub one: SourceRef,
    /// The other.
    pub other: SourceRef,
    /// Why, as a code.
    pub why: Alike,
    /// Why, in words.
    pub reason: String,
    /// How sure that is, from 0 to 100.
    pub score: u8,
}

/// Which suggestions to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct SuggestionQuery {
    /// Only with this source.
    source: Option<SourceId>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List sources that may be the same, the surest first.
///
/// They are suggestions, by spelling, a shared name, initials, titles and surnames; nothing is merged by itself.
#[utoipa::path(get, path = "/api/v1/sources/suggestions", operation_id = "list_source_suggestions", tag = "Sources", params(SuggestionQuery),
    responses((status = 200, description = "One page of suggestions.", body = ListJson<SuggestionJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: SuggestionQuery = request.query()?;
        let (limit, from) = paging::<usize>(query.limit, query.cursor.as_deref())?;
        let (limit, from) = (usize::try_from(limit).unwrap_or_default(), from.unwrap_or_default());
        let found = room.desk.alike(room.c)?;
        let fits = |id: SourceId| query.source.is_none_or(|source| source == id);
        let mut fitting = found.iter().filter(|pair| fits(pair.one) || fits(pair.other)).skip(from);
        let shown: Vec<_> = fitting.by_ref().take(limit).collect();
        let next = fitting.next().map(|_| write_cursor(&(from + limit)));
        let ids: BTreeSet<SourceId> = shown.iter().flat_map(|pair| [pair.one, pair.other]).collect();
        let named = store::alike::named(room.c, &ids)?;
        let name = |id: SourceId| SourceRef { id, name: named.get(&id).map(|source| source.name.clone()).unwrap_or_default() };
        let json = |pair: &&crate::source::alike::Suggestion| {
            let (one, other) = (name(pair.one), name(pair.other));
            SuggestionJson { reason: reason(&room.words, pair, &one.name, &other.name), one, other, why: pair.why, score: pair.score }
        };
        reply::value(&ListJson::from(Page { rows: shown.iter().map(json).collect(), next }))
    })
    .await
}

/// Two sources, and whether they are different.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DifferencePost {
    /// One of them.
    one: SourceId,
    /// The other.
    other: SourceId,
    /// `false` takes it back.
    #[serde(default = "yes")]
    different: bool,
}

fn yes() -> bool {
    true
}

/// What is kept of two sources.
#[derive(Debug, Serialize, ToSchema)]
pub struct DifferenceJson {
    /// One of them.
    pub one: SourceId,
    /// The other.
    pub other: SourceId,
    /// Whether somebody said that they are different.
    pub different: bool,
}

/// Say that two sources are different, so that nobody is asked again.
#[utoipa::path(post, path = "/api/v1/sources/different", operation_id = "tell_sources_apart", tag = "Sources", request_body = DifferencePost,
    responses((status = 200, description = "What is kept.", body = DifferenceJson)))]
pub async fn different(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: DifferencePost = request.json()?;
        tell_apart(room.c, &room.acting(), new.one, new.other, new.different).map_err(Problem::from)?;
        reply::value(&DifferenceJson { one: new.one, other: new.other, different: new.different })
    })
    .await
}
