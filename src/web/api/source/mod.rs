//! The registry of sources, and how often each was right.

pub mod alike;
pub mod merge;
pub mod note;
pub mod record;

use super::evidence::SourceRef;
use super::wire::{Given, ListJson};
use super::{Answered, Request, paging, reply};
use crate::code::Code;
use crate::db::{DbConnection, page::Page};
use crate::ids::SourceId;
use crate::source::registry::{self, SourceEntry};
use crate::source::reliability::in_force;
use crate::source::store::{self, ReliabilityNote, Source};
use crate::source::{Rating, RegistryError, SourceKind};
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::{DateTime, NaiveDate, Utc};
use note::NoteJson;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// An entry of the registry.
#[derive(Debug, Serialize, ToSchema)]
pub struct SourceJson {
    /// Its id.
    pub id: SourceId,
    /// Its canonical name.
    pub name: String,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: SourceKind,
    /// Its country; may be empty.
    pub country: String,
    /// Links about it.
    pub links: Vec<String>,
    /// Its interests in what it is cited for; may be empty.
    pub interests: String,
    /// How far the desk relies on it today; `null` where it does not say.
    pub rating: Option<Rating>,
    /// Notes on its reliability, newest first; those that were withdrawn too.
    pub reliability: Vec<NoteJson>,
    /// The entry that it is part of, where it was merged.
    pub merged_into: Option<SourceRef>,
    /// The entries that were merged into it.
    pub merged: Vec<SourceRef>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

impl SourceJson {
    fn all(c: &mut DbConnection, rows: Vec<Source>, today: NaiveDate) -> Result<Vec<Self>, Problem> {
        let ids: Vec<SourceId> = rows.iter().map(|source| source.id).collect();
        let mut aliases: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
        for alias in store::aliases_of(c, &ids)? {
            aliases.entry(alias.source_id).or_default().push(alias.alias);
        }
        let mut held: BTreeMap<SourceId, Vec<ReliabilityNote>> = BTreeMap::new();
        let mut notes: BTreeMap<SourceId, Vec<NoteJson>> = BTreeMap::new();
        for (note, by) in store::notes_of(c, &ids)? {
            held.entry(note.source_id).or_default().push(note.clone());
            notes.entry(note.source_id).or_default().push(NoteJson::of(note, by));
        }
        let roots: Vec<SourceId> = rows.iter().filter_map(|source| source.merged_into).collect();
        let roots: BTreeMap<SourceId, String> = store::names(c, &roots)?.into_iter().collect();
        let mut parts: BTreeMap<SourceId, Vec<SourceRef>> = BTreeMap::new();
        for (part, _) in store::merge::parts_of(c, &ids)? {
            if let Some(root) = part.merged_into {
                parts.entry(root).or_default().push(SourceRef { id: part.id, name: part.name });
            }
        }
        let json = |source: Source| Self {
            merged_into: source.merged_into.and_then(|id| Some(SourceRef { id, name: roots.get(&id)?.clone() })),
            merged: parts.remove(&source.id).unwrap_or_default(),
            links: source.link_list(),
            id: source.id,
            name: source.name,
            aliases: aliases.remove(&source.id).unwrap_or_default(),
            kind: source.kind,
            country: source.country,
            interests: source.interests,
            rating: held.get(&source.id).and_then(|rows| in_force(rows, today)).and_then(|row| row.rating),
            reliability: notes.remove(&source.id).unwrap_or_default(),
            created_at: source.created_at.0,
            revision: source.revision,
        };
        Ok(rows.into_iter().map(json).collect())
    }

    fn one(c: &mut DbConnection, source: Source, today: NaiveDate) -> Result<Self, Problem> {
        Self::all(c, vec![source], today)?.pop().ok_or_else(|| Problem::not_found("source"))
    }
}

fn find(c: &mut DbConnection, id: SourceId) -> Result<Source, Problem> {
    store::find(c, id)?.ok_or_else(|| Problem::not_found("source"))
}

/// Which sources to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct SourceQuery {
    /// With a name, or another name, that begins so or has a word that begins so.
    q: Option<String>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List sources by name.
#[utoipa::path(get, path = "/api/v1/sources", operation_id = "list_sources", tag = "Sources", params(SourceQuery),
    responses((status = 200, description = "One page of sources.", body = ListJson<SourceJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: SourceQuery = request.query()?;
        let (limit, _) = paging::<store::ListKey>(query.limit, query.cursor.as_deref())?;
        let page = store::list(room.c, query.q.as_deref(), query.cursor.as_deref(), limit)?;
        let rows = SourceJson::all(room.c, page.rows, room.now.0.date_naive())?;
        reply::value(&ListJson::from(Page { rows, next: page.next }))
    })
    .await
}

/// Read one source.
#[utoipa::path(get, path = "/api/v1/sources/{id}", operation_id = "read_source", tag = "Sources",
    params(("id" = SourceId, Path, description = "The source.")), responses((status = 200, description = "The source.", body = SourceJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let source = find(room.c, request.id("source")?)?;
        let revision = source.revision;
        reply::row(&SourceJson::one(room.c, source, room.now.0.date_naive())?, revision)
    })
    .await
}

/// A new source.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "The Statistics Office", "kind": "government", "aliases": ["Stat Office"], "country": "Norland", "links": ["https://stat.example/"]}))]
pub struct SourcePost {
    /// Its canonical name; no other source may have it.
    #[schema(min_length = 1, max_length = 500)]
    name: String,
    /// What it is.
    kind: SourceKind,
    /// Its other names.
    #[serde(default)]
    aliases: Vec<String>,
    /// Its country.
    #[serde(default)]
    #[schema(max_length = 100)]
    country: String,
    /// Links about it.
    #[serde(default)]
    links: Vec<String>,
    /// Its interests in what it is cited for.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    interests: String,
}

/// Several texts as the registry takes them: one a line.
fn lines(texts: &[String]) -> String {
    texts.iter().map(|text| text.replace(['\n', '\r'], " ")).collect::<Vec<_>>().join("\n")
}

/// Enter a source.
#[utoipa::path(post, path = "/api/v1/sources", operation_id = "add_source", tag = "Sources", request_body = SourcePost,
    responses((status = 201, description = "The new source.", body = SourceJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: SourcePost = request.json()?;
        let entry = SourceEntry {
            name: &new.name,
            kind: new.kind.code(),
            aliases: &lines(&new.aliases),
            country: &new.country,
            links: &lines(&new.links),
            interests: &new.interests,
        };
        let source = registry::add_source(room.c, &room.acting(), &entry)?;
        let (path, revision) = (format!("/sources/{}", source.id), source.revision);
        reply::created(&path, &SourceJson::one(room.c, source, room.now.0.date_naive())?, Some(revision))
    })
    .await
}

/// A change of a source. What is left out stays as it is; `null` empties a field.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "interests": "Answers to the ministry whose figures it publishes."}))]
pub struct SourcePatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Its canonical name.
    #[schema(min_length = 1, max_length = 500)]
    name: Option<String>,
    /// What it is.
    kind: Option<SourceKind>,
    /// All its other names.
    aliases: Option<Vec<String>>,
    /// Its country.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100)]
    country: Given<String>,
    /// All links about it.
    links: Option<Vec<String>>,
    /// Its interests in what it is cited for.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    interests: Given<String>,
}

/// Change a source.
#[utoipa::path(patch, path = "/api/v1/sources/{id}", operation_id = "change_source", tag = "Sources",
    params(("id" = SourceId, Path, description = "The source.")), request_body = SourcePatch,
    responses((status = 200, description = "The source as it is now.", body = SourceJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: SourceId = request.id("source")?;
        let patch: SourcePatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let was = find(room.c, id)?;
        let aliases = match &patch.aliases {
            Some(aliases) => lines(aliases),
            None => lines(&store::aliases_of(room.c, &[id])?.into_iter().map(|alias| alias.alias).collect::<Vec<_>>()),
        };
        let entry = SourceEntry {
            name: patch.name.as_deref().unwrap_or(&was.name),
            kind: patch.kind.unwrap_or(was.kind).code(),
            aliases: &aliases,
            country: patch.country.over(&was.country),
            links: &lines(patch.links.as_ref().unwrap_or(&was.link_list())),
            interests: patch.interests.over(&was.interests),
        };
        let acting = room.acting();
        match registry::amend_source(room.c, &acting, id, &entry, revision) {
            Ok(source) => {
                let revision = source.revision;
                reply::row(&SourceJson::one(room.c, source, room.now.0.date_naive())?, revision)
            }
            Err(RegistryError::Stale) => {
                let now = find(room.c, id)?;
                let current = serde_json::json!(SourceJson::one(room.c, now, room.now.0.date_naive())?);
                Err(Problem { current: Some(current), ..RegistryError::Stale.into() })
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}
