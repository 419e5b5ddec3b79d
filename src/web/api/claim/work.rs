//! Work on one claim: findings, steps from one work state to the next, who has it.

use super::{ClaimFullJson, TextActionPost, on_claim};
use crate::claim::{AttributionVerdict, Priority, SetAsideReason, Substance, WorkState};
use crate::ids::{AttributionId, ClaimId, PersonId};
use crate::review::assign::{self, Order};
use crate::review::decide::{self, Finding, LinkFinding, Move};
use crate::web::api::wire::{Day, Given};
use crate::web::api::{Answered, Request};
use crate::web::{Answer, Desk};
use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;
use utoipa::ToSchema;

/// What somebody found.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"substance": "mostly_accurate", "rationale": "The ministry’s own table says 398.", "searched": "The ministry’s site and two archives."}))]
pub struct ReviewPost {
    /// The revision of the claim that was looked at; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Is it so? Where left out, the verdict so far stays.
    substance: Option<Substance>,
    /// Did each source say it? Links left out keep their finding.
    #[serde(default)]
    attributions: Vec<FindingPost>,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    rationale: String,
    /// What was searched; stands in for evidence where there is none.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    searched: String,
    /// What should happen to the text.
    text_action: Option<TextActionPost>,
    /// An editor's reason to let the verdict pass although something is missing.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    override_reason: String,
}

/// A finding on one link of the chain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingPost {
    /// Which link.
    attribution_id: AttributionId,
    /// Did that source say it? `null` takes the finding back.
    verdict: Option<AttributionVerdict>,
    /// What the checker says of that.
    #[serde(default)]
    note: String,
}

/// Record a finding on a claim.
///
/// A claim that nobody has begun moves to `checking`; one that was signed off is opened again.
#[utoipa::path(post, path = "/api/v1/claims/{id}/reviews", operation_id = "review_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = ReviewPost,
    responses((status = 201, description = "The claim as it is now; its `review_id` names the new finding.", body = ClaimFullJson)))]
pub async fn review(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: ReviewPost = request.json()?;
        let revision = request.revision_if_sent(new.revision)?;
        let links = new.attributions.iter();
        let finding = Finding {
            substance: new.substance,
            links: links.map(|link| LinkFinding { attribution_id: link.attribution_id, verdict: link.verdict, note: link.note.clone() }).collect(),
            rationale: &new.rationale,
            searched: &new.searched,
            text_action: new.text_action.as_ref().map(|action| (action.action, action.proposed_wording.as_str(), action.done)),
            override_reason: &new.override_reason,
        };
        let answer = on_claim(room, request, |c, acting, id| decide::set_verdict(c, acting, id, &finding, revision))?;
        Ok(Answer { status: StatusCode::CREATED, ..answer })
    })
    .await
}

/// A step to another work state.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "in_review"}))]
pub struct TransitionPost {
    /// The revision of the claim that was looked at; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Where to.
    to: WorkState,
    /// Why: needed to send back, to open again, and to set aside.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    reason: String,
    /// Which of the stated reasons for setting aside; may stand in `reason` instead.
    set_aside: Option<SetAsideReason>,
    /// An editor's reason to send the claim to sign-off although something is missing.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    override_reason: String,
}

/// Move a claim to another work state.
#[utoipa::path(post, path = "/api/v1/claims/{id}/transitions", operation_id = "move_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = TransitionPost,
    responses((status = 200, description = "The claim as it is now.", body = ClaimFullJson)))]
pub async fn transition(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: TransitionPost = request.json()?;
        let revision = request.revision_if_sent(new.revision)?;
        let step = Move { to: new.to, reason: &new.reason, set_aside: new.set_aside, override_reason: &new.override_reason };
        on_claim(room, request, |c, acting, id| decide::transition(c, acting, id, &step, revision))
    })
    .await
}

/// Who is to check a claim. What is left out stays as it is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"due_on": "2026-12-01", "priority": "high", "message": "The heart of the story."}))]
pub struct AssignmentPost {
    /// The revision of the claim that was looked at; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// Who; `null` gives the claim back to the desk.
    #[serde(default)]
    #[schema(value_type = Option<PersonId>)]
    pub assignee_id: Given<PersonId>,
    /// Until when; `null` takes the date away.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Given<Day>,
    /// How soon.
    pub priority: Option<Priority>,
    /// What they are told.
    #[serde(default)]
    #[schema(max_length = 5000)]
    pub message: String,
}

/// Give a claim to a person, or take it from one.
///
/// A reviewer may take a claim that nobody has and give their own back; everything else is an editor's.
#[utoipa::path(post, path = "/api/v1/claims/{id}/assignments", operation_id = "assign_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = AssignmentPost,
    responses((status = 201, description = "The claim as it is now.", body = ClaimFullJson)))]
pub async fn assign(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: AssignmentPost = request.json()?;
        let revision = request.revision_if_sent(new.revision)?;
        let (assignee, due_on) = (new.assignee_id.for_deed(|id| id), new.due_on.for_deed(|day| day.0));
        let order = Order { assignee, due_on, priority: new.priority, message: &new.message };
        let answer = on_claim(room, request, |c, acting, id| assign::assign_claim(c, acting, id, &order, revision))?;
        Ok(Answer { status: StatusCode::CREATED, ..answer })
    })
    .await
}
