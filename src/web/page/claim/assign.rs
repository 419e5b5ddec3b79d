//! Giving a claim to a person, taking it, giving it back.

use super::forms::{Part, carry_out, page_of};
use crate::claim::store::{self as claims};
use crate::ids::{ClaimId, PersonId};
use crate::input::Fields;
use crate::review::assign::{Order, assign_claim};
use crate::web::answer::{done, is_local};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// Gives a claim to a person; a field that was not sent stays as it is.
pub async fn assign(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Assign, give).await
}

fn give(room: &mut Room<'_>, id: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(crate::account::Permission::Check)?;
    let mut fields = Fields::new();
    let due_on = form.has("due_on").then(|| fields.date("due_on", form.get("due_on")));
    let priority = fields.optional_choice("priority", form.get("priority"));
    fields.done().map_err(Problem::invalid)?;
    let assignee: Option<Option<PersonId>> = match form.get("assignee") {
        _ if !form.has("assignee") => None,
        "" => Some(None),
        person => Some(Some(person.parse().map_err(|_| Problem::not_found("person"))?)),
    };
    let before = claims::find(room.c, id)?.ok_or_else(|| Problem::not_found("claim"))?;
    let order = Order { assignee, due_on, priority, message: form.get("message") };
    let after = assign_claim(room.c, &acting, id, &order, form.parse("revision"))?;
    let what = match (before.assignee_id, after.assignee_id) {
        (was, is) if was == is => "claim_order_changed",
        (_, Some(person)) if acting.id == Some(person) => "claim_taken",
        (_, Some(_)) => "claim_assigned",
        (_, None) => "claim_given_back",
    };
    let next = form.get("next");
    let target = if is_local(next) { next.to_owned() } else { page_of(id, "") };
    Ok(done(&target, what))
}
