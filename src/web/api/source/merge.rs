//! Making one entry of two, and taking it apart again.

use super::SourceJson;
use crate::ids::SourceId;
use crate::source::merge::{MergeOrder, merge_sources, unmerge_source};
use crate::web::Desk;
use crate::web::api::{Answered, Request, reply};
use actix_web::web;
use serde::Deserialize;
use utoipa::ToSchema;

/// Which source goes into which.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceMergePost {
    /// The source that goes in.
    from: SourceId,
    /// The source that stays.
    into: SourceId,
    /// The revision of the one that goes in, as it was looked at.
    from_revision: Option<i32>,
    /// The revision of the one that stays, as it was looked at.
    into_revision: Option<i32>,
}

/// Merge a source into another.
///
/// What cites the one that goes in then cites the one that stays: claims, evidence, notes. Its names become other names,
/// so that later imports find it. It keeps its address, which says what it is part of, and can be taken out again.
/// Where either is part of another already, 409 with the code `already_merged`; where somebody changed one since the
/// revision given, `changed_meanwhile`.
#[utoipa::path(post, path = "/api/v1/sources/merge", operation_id = "merge_sources", tag = "Sources", request_body = SourceMergePost,
    responses((status = 200, description = "The source that stays.", body = SourceJson)))]
pub async fn merge(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: SourceMergePost = request.json()?;
        let order = MergeOrder { from: new.from, into: new.into, from_revision: new.from_revision, into_revision: new.into_revision };
        let source = merge_sources(room.c, &room.acting(), order)?;
        let revision = source.revision;
        reply::row(&SourceJson::one(room.c, source, room.now.0.date_naive())?, revision)
    })
    .await
}

/// As it was looked at.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({}))]
pub struct UnmergePost {
    /// The revision of the merged source; may be given as `If-Match` instead.
    revision: Option<i32>,
}

/// Take a source that was merged out again.
///
/// What moved with it and still stands goes back; what was cited since stays with the source that it was part of. Where it
/// is part of none, 409 with the code `not_merged`.
#[utoipa::path(post, path = "/api/v1/sources/{id}/unmerge", operation_id = "unmerge_source", tag = "Sources",
    params(("id" = SourceId, Path, description = "The merged source.")), request_body = UnmergePost,
    responses((status = 200, description = "The source on its own.", body = SourceJson)))]
pub async fn unmerge(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: UnmergePost = request.json_or_nothing()?;
        let revision = request.revision_if_sent(new.revision)?;
        let source = unmerge_source(room.c, &room.acting(), request.id("source")?, revision)?;
        let revision = source.revision;
        reply::row(&SourceJson::one(room.c, source, room.now.0.date_naive())?, revision)
    })
    .await
}
