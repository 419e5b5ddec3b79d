//! Many claims at once: those that are ticked, or all that fit the filter.

use super::filter::Asked;
use super::show::show;
use crate::claim::store as claims;
use crate::claim::{Priority, Risk, SetAsideReason, WorkState};
use crate::code::Code;
use crate::ids::ClaimId;
use crate::input::FieldError;
use crate::review::assign::Order;
use crate::review::bulk::{self as deeds, BulkAction};
use crate::review::decide::Move;
use crate::web::answer::see_other;
use crate::web::page::Typed;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};

/// What came of a bulk step, in words.
pub(super) struct Outcome {
    /// How many claims were changed.
    pub done: String,
    /// The claims that were left, each with the reason.
    pub left: Vec<(ClaimId, String, String)>,
}

impl Outcome {
    /// Nothing was left.
    pub fn done(done: usize, w: &Words) -> Self {
        Self { done: w.n("queue-changed", done), left: Vec::new() }
    }
}

/// Does something to many claims.
pub async fn bulk(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let asked = Asked::read(&FormData::read(form.get("filter").as_bytes()), room.me.id);
        match apply(room, form, &asked) {
            Ok((done, left)) if left.is_empty() => {
                let back = asked.address(None);
                let mark = if back.contains('?') { '&' } else { '?' };
                Ok(see_other(&format!("{back}{mark}changed={done}")))
            }
            Ok((done, left)) => {
                let outcome = Outcome { done: room.words.n("queue-changed", done), left };
                let typed = Typed::fresh(&room.words);
                show(room, asked, typed, Some(outcome))
            }
            Err(problem) => refuse(room, form, asked, problem),
        }
    })
    .await
}

/// Shows the page again with everything typed, where the form can be mended; other problems have a page.
fn refuse(room: &mut Room<'_>, form: &FormData, asked: Asked, problem: Problem) -> Result<Answer, Problem> {
    use actix_web::http::StatusCode;
    if problem.status != StatusCode::UNPROCESSABLE_ENTITY {
        return Err(problem);
    }
    let typed = Typed::refused(form, problem, &room.words);
    show(room, asked, typed, None)
}

type Left = Vec<(ClaimId, String, String)>;

fn apply(room: &mut Room<'_>, form: &FormData, asked: &Asked) -> Result<(usize, Left), Problem> {
    let ids: Vec<ClaimId> = match form.get("scope") {
        "filter" => deeds::claims_of(room.c, &asked.filter)?,
        _ => form.all("claim").filter_map(|id| id.parse().ok()).collect(),
    };
    if ids.is_empty() {
        return Err(Problem::invalid(vec![FieldError::new("claim", "queue-none-ticked")]));
    }
    let acting = room.acting();
    let result = deeds::apply(room.c, &acting, &ids, &action(form)?)?;
    let left_ids: Vec<ClaimId> = result.left.iter().map(|(id, _)| *id).collect();
    let statements = claims::find_many(room.c, &left_ids)?;
    let say = |(id, error)| {
        let statement = statements.iter().find(|claim| claim.id == id).map(|claim| claim.statement.clone()).unwrap_or_default();
        (id, statement, Problem::from(error).sentence(&room.words))
    };
    Ok((result.done.len(), result.left.into_iter().map(say).collect()))
}

fn action(form: &FormData) -> Result<BulkAction<'_>, Problem> {
    let unknown = |field| Problem::invalid(vec![FieldError::new(field, "field-not-a-choice")]);
    match form.get("do") {
        "assign" => {
            let assignee = match form.get("assignee") {
                "" => None,
                "none" => Some(None),
                id => Some(Some(id.parse().map_err(|_| unknown("assignee"))?)),
            };
            let mut fields = crate::input::Fields::new();
            let due_on = fields.date("due_on", form.get("due_on")).map(Some);
            let priority = fields.optional_choice::<Priority>("priority", form.get("priority"));
            fields.done().map_err(Problem::invalid)?;
            if assignee.is_none() && due_on.is_none() && priority.is_none() {
                return Err(Problem::invalid(vec![FieldError::new("assignee", "queue-nothing-chosen")]));
            }
            Ok(BulkAction::Assign(Order { assignee, due_on, priority, message: form.get("message") }))
        }
        "move" => Ok(BulkAction::Move(Move {
            to: WorkState::from_code(form.get("to")).ok_or_else(|| unknown("to"))?,
            reason: form.get("reason"),
            set_aside: SetAsideReason::from_code(form.get("set_aside")),
            override_reason: "",
        })),
        "risk" => Ok(BulkAction::SetRisk(Risk::from_code(form.get("risk")).ok_or_else(|| unknown("risk"))?)),
        _ => Err(unknown("do")),
    }
}
