//! The way of a claim from one state to the next: which steps the page offers, and taking one.

use super::forms::{Part, carry_out, page_of};
use super::load::Loaded;
use super::way::Way;
use crate::account::KeyAction;
use crate::claim::store::queue::{self, ClaimFilter, QueueSort, Whose};
use crate::claim::store::{self as claims, Claim};
use crate::claim::{SetAsideReason, WorkState};
use crate::code::Code;
use crate::ids::ClaimId;
use crate::input::Fields;
use crate::review::decide::{self, Move};
use crate::review::status;
use crate::web::answer::{done, is_local};
use crate::web::page::badge::{Badge, explained};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// A step that the page offers.
pub(super) struct StepView {
    /// Code of the state it leads to.
    pub to: &'static str,
    pub label: String,
    /// The action of its key.
    pub action: &'static str,
    pub needs_reason: bool,
    /// Whether one of the stated reasons must be chosen.
    pub sets_aside: bool,
    /// Whether it goes with the form of the verdict, so that what is typed there is saved with it.
    pub sends: bool,
}

/// What the page offers, and why it does not offer more.
pub(super) struct Steps {
    pub offered: Vec<StepView>,
    /// Whether only four eyes keep this person from signing off.
    pub four_eyes: bool,
    pub explained: String,
    pub reasons: Vec<Badge>,
}

pub(super) fn steps(room: &Room<'_>, loaded: &Loaded) -> Steps {
    let (w, claim) = (&room.words, &loaded.claim);
    let own = loaded.four_eyes && claim.verdict_by == Some(room.me.id);
    let mut four_eyes = false;
    let mut offered = Vec::new();
    for (to, step) in status::steps_from(claim.state) {
        if claim.removed_at.is_some() || loaded.blind || !room.me.role.may(step.permission) {
            continue;
        }
        if to == WorkState::SignedOff && own {
            four_eyes = true;
            continue;
        }
        offered.push(StepView {
            to: to.code(),
            label: w.t(&format!("step-{}", step.name)).into_owned(),
            action: action(step.name).code(),
            needs_reason: step.needs_reason,
            sets_aside: to == WorkState::SetAside,
            sends: to == WorkState::InReview,
        });
    }
    // What takes one press comes first.
    offered.sort_by_key(|step| step.needs_reason);
    Steps { offered, four_eyes, explained: explained(claim.state, w), reasons: Badge::all::<SetAsideReason>(w) }
}

/// The action of a key that takes a step.
fn action(step: &str) -> KeyAction {
    match step {
        "begin" | "go-on" => KeyAction::Begin,
        "wait" => KeyAction::Wait,
        "send" => KeyAction::Send,
        "sign-off" => KeyAction::SignOff,
        "send-back" | "re-open" => KeyAction::SendBack,
        _ => KeyAction::SetAside,
    }
}

/// Moves a claim to another state.
pub async fn transition(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Step, take).await
}

fn take(room: &mut Room<'_>, id: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(crate::account::Permission::Check)?;
    let mut fields = Fields::new();
    let to = fields.choice("to", form.get("to"), WorkState::Checking);
    let set_aside = fields.optional_choice("set_aside", form.get("set_aside"));
    fields.done().map_err(Problem::invalid)?;
    let before = claims::find(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let step = Move { to, reason: form.get("reason"), set_aside, override_reason: form.get("override_reason") };
    let after = decide::transition(room.c, &acting, id, &step, form.parse("revision"))?;
    let next = form.get("next");
    if to == WorkState::InReview && next.is_empty() {
        return onward(room, &after);
    }
    // Whoever signs off along a list goes on to what else of it waits for them.
    if to == WorkState::SignedOff
        && next.is_empty()
        && let way @ Way::List(_) = Way::of(room)
        && let Some(next) = way.next_in(room, &after, &[WorkState::InReview])?
    {
        return Ok(done(&page_of(next, ""), "step_sign_off_next"));
    }
    let name = status::step(before.state, to).map_or("begin", |step| step.name);
    let target = if is_local(next) { next.to_owned() } else { page_of(id, "") };
    Ok(done(&target, &format!("step_{}", name.replace('-', "_"))))
}

/// Sends a claim to sign-off.
pub(super) fn send(room: &mut Room<'_>, id: ClaimId, override_reason: &str, revision: Option<i32>) -> Result<Claim, Problem> {
    let acting = room.acting();
    let step = Move { to: WorkState::InReview, reason: "", set_aside: None, override_reason };
    Ok(decide::transition(room.c, &acting, id, &step, revision)?)
}

/// After a claim was sent to sign-off: the next one of the list or article where the person came from; else their next
/// claim to check, of the same article first; this one where there is none.
pub(super) fn onward(room: &mut Room<'_>, sent: &Claim) -> Result<Answer, Problem> {
    if let Some(answer) = Way::of(room).onward(room, sent)? {
        return Ok(answer);
    }
    let mine = ClaimFilter { states: vec![WorkState::Checking, WorkState::ToCheck], assignee: Some(Whose::Person(room.me.id)), ..ClaimFilter::default() };
    for filter in [ClaimFilter { article: Some(sent.article_id), ..mine.clone() }, mine] {
        if let Some(next) = queue::list(room.c, &filter, QueueSort::Urgency, None, 1)?.rows.pop() {
            return Ok(done(&page_of(next.claim.id, ""), "step_send_next"));
        }
    }
    Ok(done(&page_of(sent.id, ""), "step_send"))
}
