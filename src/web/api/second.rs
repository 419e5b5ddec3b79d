//! Second checks: asking for one, giving one without seeing the first finding, and how far people agree.

use super::claim::{FindingJson, ReviewJson, claim_now, review_json};
use super::wire::{ListJson, Names, PersonRef};
use super::{Answered, Request, paging, reply};
use crate::claim::store::second::{self, SecondCheck};
use crate::claim::store::{self as claims, Review};
use crate::claim::{AttributionVerdict, Substance};
use crate::codes;
use crate::db::page::Page;
use crate::ids::{ArticleId, ClaimId, PersonId, ReviewId, SecondCheckId};
use crate::review::agreement::{self, Agreement};
use crate::review::decide::LinkFinding;
use crate::review::second::{Opinion, ask, give, withdraw};
use crate::web::{Desk, Problem, Room};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

codes! {
    /// Where a second check stands.
    "second-state"
    pub enum SecondState {
        /// Somebody was asked.
        Open = "open",
        /// It was given.
        Given = "given",
        /// It was called off, or declined.
        Withdrawn = "withdrawn",
    }
}

/// A second check of a claim.
#[derive(Debug, Serialize, ToSchema)]
pub struct SecondJson {
    /// Its id.
    pub id: SecondCheckId,
    /// The claim.
    pub claim_id: ClaimId,
    /// Where it stands.
    pub state: SecondState,
    /// Who was asked.
    pub checker: Option<PersonRef>,
    /// Who asked.
    pub asked_by: Option<PersonRef>,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// What they were told; may be empty.
    pub message: String,
    /// When it was given.
    pub given_at: Option<DateTime<Utc>>,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did the sources say it? The weakest link.
    pub attribution: Option<AttributionVerdict>,
    /// The finding on each link.
    pub attributions: Vec<FindingJson>,
    /// Why; may be empty.
    pub rationale: String,
    /// What was searched; may be empty.
    pub searched: String,
    /// The finding that it is compared with: the one in force when it was given.
    pub first: Option<ReviewJson>,
    /// Whether both say the same on the substance and on what the sources said.
    pub agrees: Option<bool>,
    /// Who called it off, or declined.
    pub withdrawn_by: Option<PersonRef>,
    /// When.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Why.
    pub withdrawn_why: Option<String>,
}

impl SecondJson {
    /// Second checks as this person may see them: others’ findings on a claim that they check themselves are left out.
    fn all(room: &mut Room<'_>, mut rows: Vec<SecondCheck>) -> Result<Vec<Self>, Problem> {
        let (veil, me) = (room.veil()?, room.me.id);
        rows.retain(|row| row.checker_id == me || row.is_open() || !veil.hides(row.claim_id));
        let names = Names::of(room.c, rows.iter().flat_map(|row| [Some(row.checker_id), Some(row.asked_by), row.withdrawn_by]))?;
        let given: Vec<ClaimId> = rows.iter().filter(|row| row.given_at.is_some() && !veil.hides(row.claim_id)).map(|row| row.claim_id).collect();
        let found = claims::reviews_of(room.c, &given)?;
        let firsts: BTreeMap<ReviewId, (Review, String)> = found.into_iter().map(|row| (row.0.id, row)).collect();
        let json = |row: SecondCheck| {
            // Several may be compared with one.
            let first = row.first_review_id.and_then(|id| firsts.get(&id)).cloned();
            let agrees = first.as_ref().map(|(first, _)| row.agrees_with(first));
            let links: Vec<LinkFinding> = serde_json::from_value(row.links.0).unwrap_or_default();
            Self {
                state: match (row.given_at, row.withdrawn_at) {
                    (Some(_), _) => SecondState::Given,
                    (None, Some(_)) => SecondState::Withdrawn,
                    (None, None) => SecondState::Open,
                },
                agrees,
                first: first.map(review_json),
                id: row.id,
                claim_id: row.claim_id,
                checker: names.get(Some(row.checker_id)),
                asked_by: names.get(Some(row.asked_by)),
                asked_at: row.asked_at.0,
                message: row.message,
                given_at: row.given_at.map(|at| at.0),
                substance: row.substance,
                attribution: row.attribution,
                attributions: links.into_iter().map(FindingJson::from).collect(),
                rationale: row.rationale,
                searched: row.searched,
                withdrawn_by: names.get(row.withdrawn_by),
                withdrawn_at: row.withdrawn_at.map(|at| at.0),
                withdrawn_why: row.withdrawn_why,
            }
        };
        Ok(rows.into_iter().map(json).collect())
    }

    fn one(room: &mut Room<'_>, row: SecondCheck) -> Result<Self, Problem> {
        Self::all(room, vec![row])?.pop().ok_or_else(|| Problem::not_found("second check"))
    }
}

/// List the second checks of a claim, oldest first.
#[utoipa::path(get, path = "/api/v1/claims/{id}/second-checks", operation_id = "list_second_checks", tag = "Second checks",
    params(("id" = ClaimId, Path, description = "The claim.")),
    responses((status = 200, description = "All of them.", body = ListJson<SecondJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let claim = claim_now(room.c, request.id("claim")?)?;
        let rows = second::of_claim(room.c, claim.id)?;
        let rows = SecondJson::all(room, rows)?;
        reply::value(&ListJson::from(Page { rows, next: None }))
    })
    .await
}

/// Most second checks that a person is shown as asked of them.
const ASKED: i64 = 200;

/// List the second checks that you were asked for and have not given yet, oldest first.
#[utoipa::path(get, path = "/api/v1/second-checks", operation_id = "list_my_second_checks", tag = "Second checks",
    responses((status = 200, description = "Up to 200 of them.", body = ListJson<SecondJson>)))]
pub async fn mine(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| {
        let rows = second::asked_of(room.c, room.me.id, ASKED)?.into_iter().map(|(row, ..)| row).collect();
        let rows = SecondJson::all(room, rows)?;
        reply::value(&ListJson::from(Page { rows, next: None }))
    })
    .await
}

/// Whom to ask for a second check.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"checker_id": "0190ffff-0000-7000-8000-000000000000", "message": "The figure carries the headline."}))]
pub struct SecondPost {
    /// Who: somebody who may check, does not have the claim and has found nothing on it.
    checker_id: PersonId,
    /// What they are told.
    #[serde(default)]
    #[schema(max_length = 5000)]
    message: String,
}

/// Ask somebody to check a claim without seeing what was found on it.
///
/// Until their finding is given, or the second check called off, whatever was found on the claim is left out of all that
/// they are shown.
#[utoipa::path(post, path = "/api/v1/claims/{id}/second-checks", operation_id = "ask_second_check", tag = "Second checks",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = SecondPost,
    responses((status = 201, description = "The second check.", body = SecondJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let claim: ClaimId = request.id("claim")?;
        let new: SecondPost = request.json()?;
        let row = ask(room.c, &room.acting(), claim, new.checker_id, &new.message)?;
        reply::created(&format!("/claims/{claim}/second-checks"), &SecondJson::one(room, row)?, None)
    })
    .await
}

/// What the second person found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"substance": "mostly_accurate", "rationale": "The table says 398.", "searched": "The ministry’s site"}))]
pub struct OpinionPost {
    /// Is it so?
    substance: Option<Substance>,
    /// Did each source say it?
    #[serde(default)]
    attributions: Vec<OpinionLink>,
    /// Why.
    #[schema(max_length = 20000)]
    rationale: String,
    /// What was searched; needed where nothing was attached.
    #[serde(default)]
    #[schema(max_length = 20000)]
    searched: String,
}

/// What was found on one link of the chain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionLink {
    /// Which link.
    attribution_id: crate::ids::AttributionId,
    /// Did that source say it?
    verdict: Option<AttributionVerdict>,
    /// What to say of that.
    #[serde(default)]
    note: String,
}

/// Give the second check that you were asked for. The claim’s own verdicts stay as they are.
#[utoipa::path(post, path = "/api/v1/second-checks/{id}/finding", operation_id = "give_second_check", tag = "Second checks",
    params(("id" = SecondCheckId, Path, description = "The second check.")), request_body = OpinionPost,
    responses((status = 200, description = "The second check, with the finding that it is compared with.", body = SecondJson)))]
pub async fn finding(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: SecondCheckId = request.id("second check")?;
        let new: OpinionPost = request.json()?;
        let link = |link: OpinionLink| LinkFinding { attribution_id: link.attribution_id, verdict: link.verdict, note: link.note };
        let links = new.attributions.into_iter().map(link).collect();
        let opinion = Opinion { substance: new.substance, links, rationale: &new.rationale, searched: &new.searched };
        let row = give(room.c, &room.acting(), id, &opinion)?;
        reply::value(&SecondJson::one(room, row)?)
    })
    .await
}

/// Why a second check is called off.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The claim was cut from the text."}))]
pub struct WithdrawPost {
    /// Why.
    #[schema(min_length = 1, max_length = 5000)]
    reason: String,
}

/// Call a second check off, or decline the one that you were asked for.
#[utoipa::path(post, path = "/api/v1/second-checks/{id}/withdraw", operation_id = "withdraw_second_check", tag = "Second checks",
    params(("id" = SecondCheckId, Path, description = "The second check.")), request_body = WithdrawPost,
    responses((status = 200, description = "The second check.", body = SecondJson)))]
pub async fn revoke(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: SecondCheckId = request.id("second check")?;
        let new: WithdrawPost = request.json()?;
        let row = withdraw(room.c, &room.acting(), id, &new.reason)?;
        reply::value(&SecondJson::one(room, row)?)
    })
    .await
}

/// Two findings on one claim.
#[derive(Debug, Serialize, ToSchema)]
pub struct PairJson {
    /// The second check.
    pub id: SecondCheckId,
    /// The claim.
    pub claim_id: ClaimId,
    /// The article it is from.
    pub article_id: ArticleId,
    /// Who found first.
    pub first_by: Option<PersonRef>,
    /// Is it so? The first finding.
    pub first_substance: Option<Substance>,
    /// Did the sources say it? The first finding.
    pub first_attribution: Option<AttributionVerdict>,
    /// Who found second.
    pub second_by: Option<PersonRef>,
    /// Is it so? The second finding.
    pub second_substance: Option<Substance>,
    /// Did the sources say it? The second finding.
    pub second_attribution: Option<AttributionVerdict>,
}

/// How far people agree, over the whole desk, and the pairs it rests on.
#[derive(Debug, Serialize, ToSchema)]
pub struct AgreementJson {
    /// The figures.
    #[serde(flatten)]
    pub figures: Agreement,
    /// Pairs of findings, newest first.
    pub items: Vec<PairJson>,
    /// What to give as `cursor` for older pairs.
    pub next_cursor: Option<String>,
}

/// Which pairs to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct AgreementQuery {
    /// How many pairs; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// Read how far two people who check the same claim apart from each other agree.
///
/// Cohen’s kappa, and Krippendorff’s alpha: nominal over all verdicts, and ordinal over those on the scale from 5 to 1.
/// `null` where a figure is not defined, as where all findings say the same.
#[utoipa::path(get, path = "/api/v1/agreement", operation_id = "read_agreement", tag = "Second checks", params(AgreementQuery),
    responses((status = 200, description = "The figures and one page of pairs.", body = AgreementJson)))]
pub async fn read(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: AgreementQuery = request.query()?;
        let (limit, before) = paging::<SecondCheckId>(query.limit, query.cursor.as_deref())?;
        let figures = agreement::over(&second::pairs(room.c)?);
        let page = Page::cut(second::compared(room.c, before, limit + 1)?, limit, |pair| pair.id);
        let veil = room.veil()?;
        let names = Names::of(room.c, page.rows.iter().flat_map(|pair| [Some(pair.first_by), Some(pair.second_by)]))?;
        let json = |pair: second::Compared| PairJson {
            id: pair.id,
            claim_id: pair.claim_id,
            article_id: pair.article_id,
            first_by: names.get(Some(pair.first_by)),
            first_substance: pair.first_substance,
            first_attribution: pair.first_attribution,
            second_by: names.get(Some(pair.second_by)),
            second_substance: pair.second_substance,
            second_attribution: pair.second_attribution,
        };
        let items = page.rows.into_iter().filter(|pair| !veil.hides(pair.claim_id)).map(json).collect();
        reply::value(&AgreementJson { figures, items, next_cursor: page.next })
    })
    .await
}
