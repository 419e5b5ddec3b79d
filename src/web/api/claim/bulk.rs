//! Work on many claims at once: named one by one, or all that fit a filter.

use super::ClaimFilterPost;
use crate::claim::{Priority, Risk, RiskKind, RiskKinds, RiskMark, SetAsideReason, WorkState};
use crate::ids::{ClaimId, PersonId, StepId};
use crate::review::amend::Dates;
use crate::review::assign::Order;
use crate::review::bulk::{self, BulkAction, BulkResult};
use crate::review::decide::Move;
use crate::review::tag::TagChange;
use crate::web::api::wire::{Day, Given};
use crate::web::api::{Answered, ProblemBody, Request, reply};
use crate::web::{Desk, Problem, Room};
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which claims, and what to do with each.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"filter": {"state": ["to_check"], "assignee": "none"}, "action": {"type": "assign", "priority": "high"}}))]
pub struct BulkPost {
    /// The claims, one by one; at most 1,000. Give this or `filter`.
    #[schema(max_items = 1000)]
    ids: Option<Vec<ClaimId>>,
    /// All claims that fit; at most 1,000 may. Give this or `ids`.
    filter: Option<ClaimFilterPost>,
    /// What to do with each.
    action: BulkActionPost,
    /// With `true`, only say what would be done and what would be left.
    #[serde(default)]
    preview: bool,
}

/// What to do with each claim.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum BulkActionPost {
    /// Give it to a person. What is left out stays as it is.
    Assign {
        /// Who; `null` gives the claim back to the desk.
        #[serde(default)]
        #[schema(value_type = Option<PersonId>)]
        assignee_id: Given<PersonId>,
        /// Until when; `null` takes the date away.
        #[serde(default)]
        #[schema(value_type = Option<String>, format = Date)]
        due_on: Given<Day>,
        /// How soon.
        priority: Option<Priority>,
        /// What they are told.
        #[serde(default)]
        #[schema(max_length = 5000)]
        message: String,
    },
    /// Move it to another work state.
    Transition {
        /// Where to.
        to: WorkState,
        /// Why, where the step needs a reason.
        #[serde(default)]
        reason: String,
        /// Which of the stated reasons for setting aside.
        set_aside: Option<SetAsideReason>,
        /// An editor's reason to send it to sign-off although something is missing.
        #[serde(default)]
        override_reason: String,
    },
    /// Say how much harm an error in it would do.
    SetRisk {
        /// How much.
        risk: Risk,
        /// Of which kinds; any kind makes the risk high. Left out, they stay.
        risk_kinds: Option<Vec<RiskKind>>,
    },
    /// Give it tags and take others away.
    Tag {
        /// Tags to give.
        #[serde(default)]
        #[schema(max_items = 20)]
        add: Vec<String>,
        /// Tags to take away.
        #[serde(default)]
        #[schema(max_items = 20)]
        remove: Vec<String>,
    },
    /// Say for which day it holds, and until when it is to be looked at again. What is left out stays as it is.
    SetDates {
        /// For which day; `null` takes the date away.
        #[serde(default)]
        #[schema(value_type = Option<String>, format = Date)]
        true_as_of: Given<Day>,
        /// Until when; `null` takes the date away.
        #[serde(default)]
        #[schema(value_type = Option<String>, format = Date)]
        recheck_by: Given<Day>,
    },
}

impl BulkActionPost {
    /// The tags to give and to take away, as a deed takes them.
    fn tags(&self) -> (String, String) {
        match self {
            Self::Tag { add, remove } => (add.join(","), remove.join(",")),
            _ => Default::default(),
        }
    }

    fn action<'a>(&'a self, tags: &'a (String, String)) -> BulkAction<'a> {
        match self {
            Self::Assign { assignee_id, due_on, priority, message } => {
                let (assignee, due_on) = (assignee_id.clone().for_deed(|id| id), due_on.clone().for_deed(|day| day.0));
                BulkAction::Assign(Order { assignee, due_on, priority: *priority, message })
            }
            Self::Transition { to, reason, set_aside, override_reason } => BulkAction::Move(Move { to: *to, reason, set_aside: *set_aside, override_reason }),
            Self::SetRisk { risk, risk_kinds } => {
                BulkAction::SetRisk(RiskMark { risk: Some(*risk), kinds: risk_kinds.as_ref().map(|kinds| RiskKinds::of(kinds.iter().copied())) })
            }
            Self::Tag { .. } => BulkAction::Tag(TagChange { add: &tags.0, remove: &tags.1 }),
            Self::SetDates { true_as_of, recheck_by } => {
                BulkAction::SetDates(Dates { true_as_of: true_as_of.clone().for_deed(|day| day.0), recheck_by: recheck_by.clone().for_deed(|day| day.0) })
            }
        }
    }
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct BulkJson {
    /// The step as a whole, for undoing it; `null` where nothing was changed.
    pub step_id: Option<StepId>,
    /// The claims it was done to.
    pub done: Vec<ClaimId>,
    /// The claims that were left as they are, each with the rule that stopped it.
    pub left: Vec<LeftJson>,
}

/// A claim that was left as it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct LeftJson {
    /// The claim.
    pub id: ClaimId,
    /// Why.
    pub problem: ProblemBody,
}

impl BulkJson {
    /// What came of a step, with the reasons in this person's language.
    pub fn of(result: BulkResult, room: &Room<'_>) -> Self {
        let left = result.left.into_iter().map(|(id, error)| LeftJson { id, problem: ProblemBody::of(&error.into(), &room.words) });
        Self { step_id: result.step, done: result.done, left: left.collect() }
    }
}

/// Do something to many claims at once.
///
/// Each goes through the same rules as one alone and has its own line of history. Those that a rule stops, or that are so
/// already, are left and told; the others are done. All of it can be undone as one step.
#[utoipa::path(post, path = "/api/v1/claims/bulk", operation_id = "change_claims", tag = "Claims", request_body = BulkPost,
    responses((status = 200, description = "What was done and what was left.", body = BulkJson)))]
pub async fn apply(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let new: BulkPost = request.json()?;
        let acting = room.acting();
        let ids = match (new.ids, new.filter) {
            (Some(ids), None) => ids,
            (None, Some(filter)) => {
                let filter = room.fair(filter.filter(room.me.id))?;
                bulk::claims_of(room.c, &filter)?
            }
            _ => return Err(Problem::unfit("ids", "give either “ids” or “filter”")),
        };
        let tags = new.action.tags();
        let action = new.action.action(&tags);
        let deed = if new.preview { bulk::preview } else { bulk::apply };
        let result = deed(room.c, &acting, &ids, &action)?;
        reply::value(&BulkJson::of(result, room))
    })
    .await
}

/// Take a step on many claims back as a whole. The undo is itself such a step.
///
/// What something else changed since is left and told; the others are taken back, each with its own line of history.
#[utoipa::path(post, path = "/api/v1/steps/{id}/undo", operation_id = "undo_step_on_many", tag = "History",
    params(("id" = StepId, Path, description = "The step, as changing many claims named it.")),
    responses((status = 200, description = "What was taken back and what was left.", body = BulkJson)))]
pub async fn undo_step(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let result = bulk::undo_step(room.c, &room.acting(), request.id("bulk step")?)?;
        reply::value(&BulkJson::of(result, room))
    })
    .await
}
