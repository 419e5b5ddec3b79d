//! Claims that say the same as one, and taking over what was found for one of them.

use super::claim_now;
use crate::article::store as articles;
use crate::claim::recall::SeenBefore;
use crate::claim::{Substance, WorkState};
use crate::ids::{ArticleId, ClaimId};
use crate::review::reuse;
use crate::web::api::{Answered, Request, reply};
use crate::web::earlier::{EarlierClaim, earlier, earlier_in};
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A claim that says the same.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenJson {
    /// The claim.
    pub claim_id: ClaimId,
    /// Its statement.
    pub statement: String,
    /// How sure it is that it says the same, from 0 to 1.
    pub likeness: f32,
    /// The article it is from.
    pub article_id: ArticleId,
    /// Title of that article.
    pub article_title: String,
    /// Who has to act.
    pub state: WorkState,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Why; may be empty.
    pub rationale: String,
    /// Name of who set the verdict.
    pub verdict_by: Option<String>,
    /// When.
    pub verdict_at: Option<DateTime<Utc>>,
    /// Name of who signed it off.
    pub signed_off_by: Option<String>,
    /// When.
    pub signed_off_at: Option<DateTime<Utc>>,
    /// How many pieces of evidence it has.
    pub evidence: i64,
    /// How many of them the claim that was asked about has not.
    pub new_evidence: usize,
}

impl From<EarlierClaim> for SeenJson {
    fn from(one: EarlierClaim) -> Self {
        Self {
            claim_id: one.claim.id,
            statement: one.claim.statement,
            likeness: one.sure,
            article_id: one.claim.article_id,
            article_title: one.article,
            state: one.claim.state,
            substance: one.claim.substance,
            rationale: one.rationale,
            verdict_by: one.verdict_by,
            verdict_at: one.claim.verdict_at.map(|at| at.0),
            signed_off_by: one.signed_off_by,
            signed_off_at: one.claim.signed_off_at.map(|at| at.0),
            evidence: one.evidence,
            new_evidence: one.new_evidence,
        }
    }
}

/// The claims that say the same as one.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenListJson {
    /// The claims, the most alike first.
    pub items: Vec<SeenJson>,
    /// Whether all claims of the desk were looked through; not in the first moments after the program started.
    pub whole: bool,
}

/// List the claims, here or in other articles, that say the same.
#[utoipa::path(get, path = "/api/v1/claims/{id}/seen", operation_id = "list_seen", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")),
    responses((status = 200, description = "Up to five claims.", body = SeenListJson)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let claim = claim_now(room.c, request.id("claim")?)?;
        let article = articles::find_article(room.c, claim.article_id)?.ok_or_else(|| Problem::not_found("article"))?;
        let found = earlier(room, &claim, &article)?;
        let whole = found.is_some();
        reply::value(&SeenListJson { items: found.unwrap_or_default().into_iter().map(SeenJson::from).collect(), whole })
    })
    .await
}

/// A claim of an article, and what was found before on one that says the same.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenBeforeJson {
    /// The claim of the article.
    pub claim_id: ClaimId,
    /// Its number.
    pub number: i32,
    /// The earlier claim: the most alike of those that were decided, else the most alike.
    pub earlier_id: ClaimId,
    /// What that says.
    pub statement: String,
    /// How sure it is that both say the same, from 0 to 1.
    pub likeness: f32,
    /// The article of the earlier claim.
    pub article_id: ArticleId,
    /// Its title.
    pub article_title: String,
    /// Where the earlier claim stands.
    pub state: WorkState,
    /// Is it so? The verdict on the earlier claim.
    pub substance: Option<Substance>,
    /// When that was set.
    pub verdict_at: Option<DateTime<Utc>>,
}

/// What was seen before of an article’s claims.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenInArticleJson {
    /// How many claims of the article were looked up; at most 500.
    pub claims: usize,
    /// Those that were seen before, by number.
    pub items: Vec<SeenBeforeJson>,
    /// Whether all claims of the article were looked up, among all claims of the desk.
    pub whole: bool,
}

/// List the claims of an article for which the desk knows others that say the same, with what was found on those.
#[utoipa::path(get, path = "/api/v1/articles/{id}/seen", operation_id = "list_seen_in_article", tag = "Articles",
    params(("id" = ArticleId, Path, description = "The article.")),
    responses((status = 200, description = "The claims.", body = SeenInArticleJson)))]
pub async fn of_article(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let article = articles::find_article(room.c, request.id("article")?)?.ok_or_else(|| Problem::not_found("article"))?;
        let found = earlier_in(room, &article)?;
        let json = |one: SeenBefore| SeenBeforeJson {
            claim_id: one.claim.id,
            number: one.claim.number,
            earlier_id: one.earlier.id,
            statement: one.earlier.statement,
            likeness: one.sure,
            article_id: one.earlier.article_id,
            article_title: one.article,
            state: one.earlier.state,
            substance: one.earlier.substance,
            verdict_at: one.earlier.verdict_at.map(|at| at.0),
        };
        reply::value(&SeenInArticleJson { claims: found.claims, items: found.rows.into_iter().map(json).collect(), whole: found.whole })
    })
    .await
}

/// From where to take over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"from": "0190ffff-0000-7000-8000-000000000000"}))]
pub struct TakeOverPost {
    /// The claim that says the same.
    from: ClaimId,
}

/// What was taken over.
#[derive(Debug, Serialize, ToSchema)]
pub struct TakenOverJson {
    /// How many pieces of evidence were attached.
    pub attached: usize,
    /// The rationale of the earlier claim, as a draft: it is not saved.
    pub rationale: String,
}

/// Attach the evidence of a claim that says the same.
///
/// Its rationale is given as a draft; neither it nor a verdict is set.
#[utoipa::path(post, path = "/api/v1/claims/{id}/take-over", operation_id = "take_over", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = TakeOverPost,
    responses((status = 200, description = "What was taken over.", body = TakenOverJson)))]
pub async fn take_over(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let claim: ClaimId = request.id("claim")?;
        let post: TakeOverPost = request.json()?;
        let taken = reuse::take_over(room.c, &room.acting(), claim, post.from)?;
        reply::value(&TakenOverJson { attached: taken.attached, rationale: taken.rationale })
    })
    .await
}
