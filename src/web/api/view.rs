//! Filters of the queue under a name.

use super::wire::PersonRef;
use super::{Answered, Request, reply};
use crate::claim::store::view::{SavedView, list_for};
use crate::ids::ViewId;
use crate::review::view::{self as deeds, NewView, SHOWN, ViewChange};
use crate::web::page::queue::Asked;
use crate::web::{Desk, FormData, Room};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A filter of the queue under a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ViewJson {
    /// Its id.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// The filter, as the address of the page `/claims` has it behind the question mark.
    pub query: String,
    /// Whether the whole desk has it.
    pub shared: bool,
    /// Whose it is.
    pub owner: PersonRef,
    /// Its place in the list.
    pub ordinal: i32,
    /// When it was saved.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

impl ViewJson {
    fn of(view: SavedView, owner: String) -> Self {
        Self {
            id: view.id,
            name: view.name,
            query: view.query,
            shared: view.shared,
            owner: PersonRef { id: view.owner_id, name: owner },
            ordinal: view.ordinal,
            created_at: view.created_at.0,
            updated_at: view.updated_at.0,
            revision: view.revision,
        }
    }
}

/// One's views.
#[derive(Debug, Serialize, ToSchema)]
pub struct ViewsJson {
    /// One's own, then those of the whole desk.
    pub items: Vec<ViewJson>,
}

/// List one's own views and those of the whole desk.
#[utoipa::path(get, path = "/api/v1/views", operation_id = "list_views", tag = "Claims",
    responses((status = 200, description = "The views.", body = ViewsJson)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| {
        let views = list_for(room.c, room.me.id, SHOWN)?;
        reply::value(&ViewsJson { items: views.into_iter().map(|(view, owner)| ViewJson::of(view, owner)).collect() })
    })
    .await
}

/// A new view.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Late budget claims", "query": "state=open&due=overdue&tag=budget", "shared": false}))]
pub struct ViewPost {
    /// What it is called.
    #[schema(min_length = 1, max_length = 80)]
    name: String,
    /// The filter, as the address of the page `/claims` has it behind the question mark. What means nothing there is left out.
    #[serde(default)]
    #[schema(max_length = 2000)]
    query: String,
    /// Whether the whole desk is to have it; an editor's to say.
    #[serde(default)]
    shared: bool,
}

/// The filter in its one form.
fn filter_of(room: &Room<'_>, query: &str) -> String {
    Asked::read(&FormData::read(query.trim_start_matches('?').as_bytes()), room.me.id, room.now.0.date_naive()).query()
}

/// Save a filter of the queue under a name.
#[utoipa::path(post, path = "/api/v1/views", operation_id = "save_view", tag = "Claims", request_body = ViewPost,
    responses((status = 201, description = "The new view.", body = ViewJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: ViewPost = request.json()?;
        let query = filter_of(room, &new.query);
        let view = deeds::save_view(room.c, &room.acting(), &NewView { name: &new.name, query: &query, shared: new.shared })?;
        let (path, revision) = (format!("/views/{}", view.id), view.revision);
        reply::created(&path, &ViewJson::of(view, room.me.name.clone()), Some(revision))
    })
    .await
}

/// A change of a view. What is left out stays as it is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewPatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// What it is called.
    #[schema(min_length = 1, max_length = 80)]
    name: Option<String>,
    /// The filter.
    #[schema(max_length = 2000)]
    query: Option<String>,
    /// Whether the whole desk has it; an editor's to say.
    shared: Option<bool>,
    /// Its place in the list.
    ordinal: Option<i32>,
}

/// Change a view: its name, its filter, its place, who has it.
#[utoipa::path(patch, path = "/api/v1/views/{id}", operation_id = "change_view", tag = "Claims",
    params(("id" = ViewId, Path, description = "The view.")), request_body = ViewPatch,
    responses((status = 200, description = "The view as it is now.", body = ViewJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ViewId = request.id("view")?;
        let patch: ViewPatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let query = patch.query.as_deref().map(|query| filter_of(room, query));
        let change = ViewChange { name: patch.name.as_deref(), query: query.as_deref(), shared: patch.shared, ordinal: patch.ordinal };
        let view = deeds::change_view(room.c, &room.acting(), id, &change, Some(revision))?;
        let owner = crate::account::store::names(room.c, &[view.owner_id])?.pop().map(|(_, name)| name).unwrap_or_default();
        let revision = view.revision;
        reply::row(&ViewJson::of(view, owner), revision)
    })
    .await
}

/// Which revision of a view is deleted.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct ViewRemovalQuery {
    /// The revision that was looked at; may be given as `If-Match` instead.
    #[param(value_type = Option<i32>)]
    revision: Option<i32>,
}

/// Delete a view.
#[utoipa::path(delete, path = "/api/v1/views/{id}", operation_id = "delete_view", tag = "Claims",
    params(("id" = ViewId, Path, description = "The view."), ViewRemovalQuery), responses((status = 204, description = "It is deleted.")))]
pub async fn delete(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let query: ViewRemovalQuery = request.query()?;
        let revision = request.revision_if_sent(query.revision)?;
        deeds::delete_view(room.c, &room.acting(), request.id("view")?, revision)?;
        Ok(reply::gone())
    })
    .await
}
