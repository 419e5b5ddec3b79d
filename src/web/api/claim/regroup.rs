//! Claims split and merged.

use super::{ClaimFullJson, ClaimJson, answer, claims_json, refused};
use crate::ids::ClaimId;
use crate::review::regroup::{self, SplitPart};
use crate::span::Span;
use crate::web::api::wire::ListJson;
use crate::web::api::{Answered, Request, reply};
use crate::web::{Answer, Desk, Problem};
use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;
use utoipa::ToSchema;

/// Into what a claim is split.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "parts": [{"spans": [[0, 20]], "statement": "The bridge is closed."}, {"spans": [[25, 42]]}]}))]
pub struct SplitPost {
    /// The revision of the claim that was looked at; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// The parts in order. The first keeps the claim's number.
    #[schema(min_items = 2, max_items = 20)]
    parts: Vec<PartPost>,
}

/// One of the claims that come of it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PartPost {
    /// The pieces of the text that it covers, in any order.
    #[schema(min_items = 1, max_items = 20)]
    spans: Vec<Span>,
    /// A wording that stands on its own; where left out, the words themselves.
    #[serde(default)]
    #[schema(max_length = 10000)]
    statement: String,
}

/// Split a claim into several.
///
/// The claim becomes the first part and keeps its number, findings and history. Each other part is a new claim with the
/// same chain, evidence, assignee, due date, priority and risk.
#[utoipa::path(post, path = "/api/v1/claims/{id}/split", operation_id = "split_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = SplitPost,
    responses((status = 201, description = "The parts, in order.", body = ListJson<ClaimJson>)))]
pub async fn split(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ClaimId = request.id("claim")?;
        let new: SplitPost = request.json()?;
        let revision = request.revision_if_sent(new.revision)?;
        let parts: Vec<SplitPart<'_>> = new.parts.iter().map(|part| SplitPart { spans: part.spans.clone(), statement: &part.statement }).collect();
        let acting = room.acting();
        let made = regroup::split_claim(room.c, &acting, id, &parts, revision).map_err(|error| refused(room, id, error))?;
        let answer = reply::value(&ListJson { items: claims_json(room, made)?, next_cursor: None })?;
        Ok(Answer { status: StatusCode::CREATED, ..answer })
    })
    .await
}

/// Which claims become one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergePost {
    /// The claims, the one that stays first. All stand in the same version of one article.
    #[schema(min_items = 2, max_items = 21)]
    ids: Vec<ClaimId>,
    /// The wording of the claim that stays; where left out, as it is.
    #[serde(default)]
    #[schema(max_length = 10000)]
    statement: String,
    /// The revision of the claim that stays.
    revision: Option<i32>,
}

/// Merge claims into one.
///
/// The first covers the words of all, and takes over the sources and the evidence of the others, which are taken out.
/// Every claim keeps its history.
#[utoipa::path(post, path = "/api/v1/claims/merge", operation_id = "merge_claims", tag = "Claims", request_body = MergePost,
    responses((status = 200, description = "The claim that stays.", body = ClaimFullJson)))]
pub async fn merge(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: MergePost = request.json()?;
        let revision = request.revision_if_sent(new.revision)?;
        let Some((keep, others)) = new.ids.split_first() else { return Err(Problem::unfit("ids", "name the claims")) };
        let acting = room.acting();
        match regroup::merge_claims(room.c, &acting, *keep, others, &new.statement, revision) {
            Ok(claim) => answer(room, claim),
            Err(error) => Err(refused(room, *keep, error)),
        }
    })
    .await
}
