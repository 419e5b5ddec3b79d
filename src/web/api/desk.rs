//! How the desk stands: how many claims fit a filter, who has how much, which tags there are.

use super::claim::ClaimQuery;
use super::wire::Names;
use super::{Answered, Request, reply};
use crate::claim::WorkState;
use crate::claim::store::queue;
use crate::claim::store::tag::list_tags;
use crate::code::Code;
use crate::ids::PersonId;
use crate::web::Desk;
use actix_web::web;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Most claims that are counted, and most tags that are listed.
const MOST: i64 = 10_000;

/// How many claims fit.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountsJson {
    /// How many; never more than 10,000.
    pub total: usize,
    /// Whether there are more than were counted.
    pub more: bool,
    /// How many of the counted ones are in each state.
    pub by_state: BTreeMap<String, usize>,
}

/// Count the claims that fit a filter, by work state.
///
/// Takes the filter of the list; `sort`, `limit` and `cursor` mean nothing here.
#[utoipa::path(get, path = "/api/v1/claims/counts", operation_id = "count_claims", tag = "Claims", params(ClaimQuery),
    responses((status = 200, description = "The counts.", body = CountsJson)))]
pub async fn counts(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: ClaimQuery = request.query()?;
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        let filter = room.fair(query.filter(room.me.id))?;
        let mut found = queue::matching_states(room.c, &filter, MOST + 1)?;
        let more = found.len() > most;
        found.truncate(most);
        let count = |state: &WorkState| found.iter().filter(|found| *found == state).count();
        let by_state = WorkState::ALL.iter().map(|state| (state.code().to_owned(), count(state))).collect();
        reply::value(&CountsJson { total: found.len(), more, by_state })
    })
    .await
}

/// What one person has to do.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoadJson {
    /// Who; `null` for what nobody has.
    pub person_id: Option<PersonId>,
    /// Their name.
    pub name: Option<String>,
    /// Claims that somebody still has to act on.
    pub open: i64,
    /// Those that were due before today.
    pub overdue: i64,
    /// Those due today.
    pub due_today: i64,
    /// Those due today or in the six days behind it.
    pub due_this_week: i64,
}

/// What everybody has to do.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkloadJson {
    /// Those who have anything, and what nobody has.
    pub items: Vec<LoadJson>,
}

/// See who has how much to do.
#[utoipa::path(get, path = "/api/v1/workload", operation_id = "read_workload", tag = "Claims",
    responses((status = 200, description = "Open claims by person.", body = WorkloadJson)))]
pub async fn workload(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| {
        let loads = queue::loads(room.c, room.now.0.date_naive())?;
        let names = Names::of(room.c, loads.keys().copied())?;
        let item = |(person_id, load): (Option<PersonId>, queue::Load)| LoadJson {
            person_id,
            name: names.get(person_id).map(|person| person.name),
            open: load.open,
            overdue: load.overdue,
            due_today: load.today,
            due_this_week: load.week,
        };
        reply::value(&WorkloadJson { items: loads.into_iter().map(item).collect() })
    })
    .await
}

/// The tags of the desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct TagsJson {
    /// Those that a claim has, by name.
    pub items: Vec<String>,
}

/// List the tags that claims have.
#[utoipa::path(get, path = "/api/v1/tags", operation_id = "list_tags", tag = "Claims",
    responses((status = 200, description = "The tags.", body = TagsJson)))]
pub async fn tags(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| reply::value(&TagsJson { items: list_tags(room.c, MOST)? })).await
}
