//! Remarks on claims.

use super::wire::{ListJson, Names, PersonRef};
use super::{Answered, Request, claim::claim_now, paging, reply};
use crate::article::store::span_of;
use crate::claim::mention::Untold;
use crate::claim::store::mention::mentions_of;
use crate::claim::store::{self, Comment};
use crate::db::DbConnection;
use crate::db::page::Page;
use crate::ids::{ClaimId, CommentId};
use crate::review::discuss::Remarked;
use crate::review::{ReviewError, discuss};
use crate::span::Span;
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// A remark on a claim.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentJson {
    /// Its id.
    pub id: CommentId,
    /// The claim it is on.
    pub claim_id: ClaimId,
    /// Who made it.
    pub author: Option<PersonRef>,
    /// What they say.
    pub body: String,
    /// Whom it speaks to, and where.
    pub mentions: Vec<MentionJson>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// Who settled it.
    pub resolved_by: Option<PersonRef>,
    /// When.
    pub resolved_at: Option<DateTime<Utc>>,
    /// How it was settled.
    pub resolution: Option<String>,
    /// Counts its changes.
    pub revision: i32,
}

/// A place where a remark speaks to somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentionJson {
    /// Who.
    pub person: PersonRef,
    /// Where in the remark, with the `@`.
    #[schema(value_type = Vec<i64>)]
    pub span: Span,
}

/// A remark that was just made.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentMadeJson {
    #[serde(flatten)]
    comment: CommentJson,
    /// Those who are told of it.
    told: Vec<PersonRef>,
    /// Words behind `@` that tell nobody.
    told_nobody: Vec<ToldNobodyJson>,
}

/// A word behind `@` that tells nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldNobodyJson {
    /// The words, with the `@`.
    words: String,
    /// Why: nobody of the desk is called that, several are, or they can no longer sign in.
    why: Untold,
}

impl CommentMadeJson {
    fn of(c: &mut DbConnection, made: Remarked) -> Result<Self, Problem> {
        Ok(Self {
            comment: CommentJson::one(c, made.comment)?,
            told: made.named.told.into_iter().map(|(id, name)| PersonRef { id, name }).collect(),
            told_nobody: made.named.untold.into_iter().map(|(words, why)| ToldNobodyJson { words, why }).collect(),
        })
    }
}

impl CommentJson {
    fn all(c: &mut DbConnection, rows: Vec<Comment>) -> Result<Vec<Self>, Problem> {
        let mut mentions: BTreeMap<CommentId, Vec<MentionJson>> = BTreeMap::new();
        for (mention, name) in mentions_of(c, &rows.iter().map(|row| row.id).collect::<Vec<_>>())? {
            let place = MentionJson { person: PersonRef { id: mention.person_id, name }, span: span_of(mention.span_start, mention.span_end) };
            mentions.entry(mention.comment_id).or_default().push(place);
        }
        let names = Names::of(c, rows.iter().flat_map(|row| [Some(row.author_id), row.resolved_by]))?;
        let mut json = |row: Comment| Self {
            id: row.id,
            claim_id: row.claim_id,
            author: names.get(Some(row.author_id)),
            body: row.body,
            mentions: mentions.remove(&row.id).unwrap_or_default(),
            created_at: row.created_at.0,
            resolved_by: names.get(row.resolved_by),
            resolved_at: row.resolved_at.map(|at| at.0),
            resolution: row.resolution,
            revision: row.revision,
        };
        Ok(rows.into_iter().map(&mut json).collect())
    }

    fn one(c: &mut DbConnection, row: Comment) -> Result<Self, Problem> {
        Self::all(c, vec![row])?.pop().ok_or_else(|| Problem::not_found("comment"))
    }
}

/// Which remarks to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct CommentQuery {
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List the remarks on a claim, oldest first.
#[utoipa::path(get, path = "/api/v1/claims/{id}/comments", operation_id = "list_comments", tag = "Comments",
    params(("id" = ClaimId, Path, description = "The claim."), CommentQuery),
    responses((status = 200, description = "One page of remarks.", body = ListJson<CommentJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let claim = claim_now(room.c, request.id("claim")?)?;
        let query: CommentQuery = request.query()?;
        let (limit, after) = paging::<CommentId>(query.limit, query.cursor.as_deref())?;
        let mut page = Page::cut(store::list_comments(room.c, claim.id, after, limit + 1)?, limit, |comment| comment.id);
        let veil = room.veil()?;
        page.rows.retain(|comment| veil.shows_of(claim.id, comment.author_id));
        let rows = CommentJson::all(room.c, page.rows)?;
        reply::value(&ListJson::from(Page { rows, next: page.next }))
    })
    .await
}

/// A new remark.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"body": "Which year does the figure mean?"}))]
pub struct CommentPost {
    /// What to say.
    #[schema(min_length = 1, max_length = 20000)]
    body: String,
}

/// Make a remark on a claim.
///
/// `@` and the name of somebody of the desk speaks to them; the first name is enough where one active person has it. The
/// answer says who is told and which words behind `@` tell nobody; the remark is kept either way.
#[utoipa::path(post, path = "/api/v1/claims/{id}/comments", operation_id = "add_comment", tag = "Comments",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = CommentPost,
    responses((status = 201, description = "The new remark.", body = CommentMadeJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let claim: ClaimId = request.id("claim")?;
        let new: CommentPost = request.json()?;
        let made = discuss::add_comment(room.c, &room.acting(), claim, &new.body)?;
        reply::created(&format!("/claims/{claim}/comments"), &CommentMadeJson::of(room.c, made)?, None)
    })
    .await
}

/// How a remark is settled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"resolution": "It means 2025; the statement now says so."}))]
pub struct ResolutionPost {
    /// How.
    #[schema(min_length = 1, max_length = 20000)]
    resolution: String,
}

/// Settle a remark, saying how.
#[utoipa::path(post, path = "/api/v1/comments/{id}/resolve", operation_id = "resolve_comment", tag = "Comments",
    params(("id" = CommentId, Path, description = "The remark.")), request_body = ResolutionPost,
    responses((status = 200, description = "The remark, settled.", body = CommentJson)))]
pub async fn resolve(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: CommentId = request.id("comment")?;
        let new: ResolutionPost = request.json()?;
        let acting = room.acting();
        match discuss::resolve_comment(room.c, &acting, id, &new.resolution) {
            Ok(comment) => reply::value(&CommentJson::one(room.c, comment)?),
            // Somebody settled it before.
            Err(error @ ReviewError::Stale { .. }) => {
                let now = store::find_comment(room.c, id)?.ok_or_else(|| Problem::not_found("comment"))?;
                Err(Problem { current: Some(serde_json::json!(CommentJson::one(room.c, now)?)), ..error.into() })
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// Why a remark is opened again.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The figure is of another year."}))]
pub struct ReopeningPost {
    /// Why.
    #[schema(min_length = 1, max_length = 20000)]
    reason: String,
}

/// Open a remark again that was settled, saying why.
#[utoipa::path(post, path = "/api/v1/comments/{id}/re-open", operation_id = "reopen_comment", tag = "Comments",
    params(("id" = CommentId, Path, description = "The remark.")), request_body = ReopeningPost,
    responses((status = 200, description = "The remark, open.", body = CommentJson)))]
pub async fn reopen(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: ReopeningPost = request.json()?;
        let comment = discuss::reopen_comment(room.c, &room.acting(), request.id("comment")?, &new.reason)?;
        reply::value(&CommentJson::one(room.c, comment)?)
    })
    .await
}
