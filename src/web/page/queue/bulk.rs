//! Many claims at once: those that are ticked, or all that fit the filter. First what would change is shown, then it is
//! done, and then it can be taken back as a whole.

use super::filter::Asked;
use super::outcome::{Left, Outcome, left_in_words};
use super::show::show;
use crate::claim::store as claims;
use crate::claim::{Priority, Risk, RiskKind, RiskKinds, RiskMark, SetAsideReason, WorkState};
use crate::code::Code;
use crate::ids::ClaimId;
use crate::input::{FieldError, Fields};
use crate::review::amend::Dates;
use crate::review::assign::Order;
use crate::review::bulk::{self as deeds, BulkAction};
use crate::review::decide::Move;
use crate::review::tag::TagChange;
use crate::web::answer::{html, is_local, see_other};
use crate::web::page::{Shell, Typed};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Most claims that the preview names; the others are counted.
const NAMED: usize = 100;

#[derive(Template)]
#[template(path = "queue/preview.html")]
struct PreviewPage {
    shell: Shell,
    w: Arc<Words>,
    /// What would be done, in words.
    what: Vec<String>,
    /// How many would change, in words.
    count: String,
    /// The claims that would change, as far as they are named.
    named: Vec<(ClaimId, String)>,
    /// How many more would.
    more: Option<String>,
    left: Vec<Left>,
    /// Everything that was sent, to be sent again.
    sent: Vec<(String, String)>,
    /// The claims that would change: what is applied is what was seen.
    seen: Vec<ClaimId>,
}

/// Shows what a step on many claims would do, does it, or goes back to its form.
pub async fn bulk(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let asked = Asked::read(&FormData::read(form.get("filter").as_bytes()), room.me.id, room.now.0.date_naive());
        let done = match form.get("then") {
            "change" => {
                let typed = Typed::begun(form.clone(), &room.words);
                return show(room, asked, typed, None);
            }
            "apply" => apply(room, form, &asked),
            _ => preview(room, form, &asked),
        };
        done.or_else(|problem| refuse(room, form, asked, problem))
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

/// The claims that are meant.
fn meant(room: &mut Room<'_>, form: &FormData, asked: &Asked) -> Result<Vec<ClaimId>, Problem> {
    let ids: Vec<ClaimId> = match form.get("scope") {
        "filter" => {
            let filter = room.fair(asked.filter.clone())?;
            deeds::claims_of(room.c, &filter)?
        }
        _ => form.all("claim").filter_map(|id| id.parse().ok()).collect(),
    };
    if ids.is_empty() { Err(Problem::invalid(vec![FieldError::new("claim", "queue-none-ticked")])) } else { Ok(ids) }
}

fn preview(room: &mut Room<'_>, form: &FormData, asked: &Asked) -> Result<Answer, Problem> {
    let ids = meant(room, form, asked)?;
    let action = action(form)?;
    let acting = room.acting();
    let result = deeds::preview(room.c, &acting, &ids, &action)?;
    let w = room.words.clone();
    let shown: Vec<ClaimId> = result.done.iter().copied().take(NAMED).collect();
    let named = claims::wordings(room.c, &shown)?.into_iter().map(|(id, _, statement)| (id, statement)).collect();
    let more = result.done.len().saturating_sub(NAMED);
    let what = in_words(room, form, &action)?;
    let left = left_in_words(room, result.left)?;
    let sent = form.pairs().iter().filter(|(name, _)| !matches!(name.as_str(), "csrf" | "then" | "seen")).cloned().collect();
    let shell = room.shell(w.t("bulk-title"), "claims");
    html(&PreviewPage {
        shell,
        count: w.n("bulk-would-change", result.done.len()),
        more: (more > 0).then(|| w.n("bulk-more", more)),
        what,
        named,
        left,
        sent,
        seen: result.done,
        w,
    })
}

fn apply(room: &mut Room<'_>, form: &FormData, asked: &Asked) -> Result<Answer, Problem> {
    let seen: Vec<ClaimId> = form.all("seen").filter_map(|id| id.parse().ok()).collect();
    let ids = if seen.is_empty() { meant(room, form, asked)? } else { seen };
    let acting = room.acting();
    let result = deeds::apply(room.c, &acting, &ids, &action(form)?)?;
    let back = if is_local(form.get("next")) { form.get("next").to_owned() } else { asked.address(None) };
    match result.step {
        Some(step) if result.left.is_empty() => {
            let mark = if back.contains('?') { '&' } else { '?' };
            Ok(see_other(&format!("{back}{mark}step={step}")))
        }
        step => {
            let outcome = Outcome::with_left(room, step, result.done.len(), result.left, back)?;
            let typed = Typed::fresh(&room.words);
            show(room, asked.clone(), typed, Some(outcome))
        }
    }
}

/// What the form asks to do with each claim.
fn action(form: &FormData) -> Result<BulkAction<'_>, Problem> {
    let mut fields = Fields::new();
    let action = match form.get("do") {
        "assign" => BulkAction::Assign(order(form, &mut fields)),
        "move" => BulkAction::Move(Move {
            to: fields.choice("to", form.get("to"), WorkState::Checking),
            reason: form.get("reason"),
            set_aside: fields.optional_choice::<SetAsideReason>("set_aside", form.get("set_aside")),
            override_reason: "",
        }),
        "risk" => BulkAction::SetRisk(risk_mark(form, &mut fields)),
        "tag" => BulkAction::Tag(TagChange { add: form.get("tag_add"), remove: form.get("tag_remove") }),
        "dates" => {
            let mut day = |name: &'static str| fields.date(name, form.get(name)).map(Some);
            let dates = Dates { true_as_of: day("true_as_of"), recheck_by: day("recheck_by") };
            if dates == Dates::default() {
                fields.refuse(FieldError::new("recheck_by", "queue-no-date-chosen"));
            }
            BulkAction::SetDates(dates)
        }
        _ => return Err(Problem::invalid(vec![FieldError::new("do", "field-not-a-choice")])),
    };
    fields.done().map_err(Problem::invalid)?;
    Ok(action)
}

fn order<'f>(form: &'f FormData, fields: &mut Fields) -> Order<'f> {
    let assignee = match form.get("assignee") {
        "" => None,
        "none" => Some(None),
        id => {
            let id = id.parse().ok();
            if id.is_none() {
                fields.refuse(FieldError::new("assignee", "field-not-a-choice"));
            }
            id.map(Some)
        }
    };
    let due_on = if form.ticked("due_away") { Some(None) } else { fields.date("due_on", form.get("due_on")).map(Some) };
    let priority = fields.optional_choice::<Priority>("priority", form.get("priority"));
    if assignee.is_none() && due_on.is_none() && priority.is_none() && form.get("due_on").is_empty() {
        fields.refuse(FieldError::new("assignee", "queue-nothing-chosen"));
    }
    Order { assignee, due_on, priority, message: form.get("message") }
}

/// The risk and its kinds as a form has them: kinds are boxes, of which none may be ticked.
pub(in crate::web::page) fn risk_mark(form: &FormData, fields: &mut Fields) -> RiskMark {
    let risk = fields.choice("risk", form.get("risk"), Risk::Normal);
    let kinds = form.all("risk_kind").filter_map(RiskKind::from_code);
    RiskMark { risk: Some(risk), kinds: form.has("risk_kinds").then(|| RiskKinds::of(kinds)) }
}

/// What would be done, a line a change.
fn in_words(room: &mut Room<'_>, form: &FormData, action: &BulkAction<'_>) -> Result<Vec<String>, Problem> {
    let w = room.words.clone();
    let field = |label: &str, value: String| w.with("bulk-field", &[("field", Arg::from(w.t(label).into_owned())), ("value", Arg::from(value))]);
    let text = |label: &str, value: &str| (!value.trim().is_empty()).then(|| field(label, crate::input::clean(value).trim().to_owned()));
    let day = |label: &str, day: Option<Option<chrono::NaiveDate>>| {
        day.map(|day| field(label, day.map_or_else(|| w.t("queue-no-date").into_owned(), |day| w.date(day))))
    };
    Ok(match action {
        BulkAction::Assign(order) => {
            let name = match order.assignee {
                Some(Some(id)) => crate::account::store::names(room.c, &[id])?.pop().map(|(_, name)| name),
                Some(None) => Some(w.t("queue-nobody").into_owned()),
                None => None,
            };
            let priority = order.priority.map(|priority| field("queue-priority", w.label(priority).into_owned()));
            [name.map(|name| field("queue-give-to", name)), day("queue-due", order.due_on), priority, text("queue-message", order.message)]
                .into_iter()
                .flatten()
                .collect()
        }
        BulkAction::Move(step) => {
            let aside = step.set_aside.filter(|_| step.to == WorkState::SetAside).map(|reason| field("queue-set-aside", w.label(reason).into_owned()));
            let to = Some(field("queue-move-to", w.label(step.to).into_owned()));
            [to, aside, text("queue-reason", step.reason)].into_iter().flatten().collect()
        }
        BulkAction::SetRisk(mark) => {
            let (risk, kinds) = mark.on(Risk::Normal, RiskKinds::default());
            let kinds: Vec<String> = kinds.iter().map(|kind| w.label(kind).into_owned()).collect();
            let kinds = (!kinds.is_empty()).then(|| field("queue-risk-kind", w.list(&kinds)));
            std::iter::once(field("queue-risk", w.label(risk).into_owned())).chain(kinds).collect()
        }
        BulkAction::Tag(_) => [text("queue-tag-add", form.get("tag_add")), text("queue-tag-remove", form.get("tag_remove"))].into_iter().flatten().collect(),
        BulkAction::SetDates(dates) => [day("claim-true-as-of", dates.true_as_of), day("claim-recheck-by", dates.recheck_by)].into_iter().flatten().collect(),
    })
}
