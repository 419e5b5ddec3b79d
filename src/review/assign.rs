//! Giving claims to people.

use super::ReviewError;
use super::change::{self, Telling};
use crate::account::{Acting, Forbidden, Permission, store as accounts};
use crate::claim::Priority;
use crate::claim::store::{self, Assignment, Claim};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, chain_of};
use crate::ids::{ClaimId, PersonId};
use crate::input::Fields;
use chrono::NaiveDate;
use serde_json::{Map, json};

/// Longest message to an assignee.
const MESSAGE: usize = 5_000;
/// Most claims given at once.
pub const MOST: usize = 1_000;

/// Who is to check, until when, how soon, and what they are told. `None` leaves a field as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Order<'a> {
    /// Who; `Some(None)` gives the claim back to the desk.
    pub assignee: Option<Option<PersonId>>,
    /// Until when; `Some(None)` takes the date away.
    pub due_on: Option<Option<NaiveDate>>,
    /// How soon.
    pub priority: Option<Priority>,
    /// What they are told.
    pub message: &'a str,
}

/// Gives one claim to a person, or takes it from one. A reviewer may take a claim that nobody has and give
/// their own back; everything else is an editor's.
pub fn assign_claim(c: &mut DbConnection, acting: &Acting, id: ClaimId, order: &Order<'_>, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let message = checked_message(order)?;
    transact(c, |c| {
        check_assignee(c, order)?;
        let claim = change::claim_at(c, id, revision)?;
        assign_in(c, acting, claim, order, &message)
    })
}

/// Gives several claims at once: all or none.
pub fn assign_claims(c: &mut DbConnection, acting: &Acting, ids: &[ClaimId], order: &Order<'_>) -> Result<usize, ReviewError> {
    acting.require(Permission::Check)?;
    if ids.len() > MOST {
        return Err(ReviewError::TooMany(MOST));
    }
    let message = checked_message(order)?;
    transact(c, |c| {
        check_assignee(c, order)?;
        for article in store::articles_of(c, ids)? {
            history::hold(c, chain_of(article))?;
        }
        let mut changed = 0;
        for claim in store::find_many(c, ids)? {
            if claim.removed_at.is_some() {
                continue;
            }
            let revision = claim.revision;
            changed += usize::from(assign_in(c, acting, claim, order, &message)?.revision != revision);
        }
        Ok(changed)
    })
}

fn checked_message(order: &Order<'_>) -> Result<String, ReviewError> {
    let mut fields = Fields::new();
    let message = fields.text("message", order.message, MESSAGE);
    fields.done()?;
    Ok(message)
}

fn check_assignee(c: &mut DbConnection, order: &Order<'_>) -> Result<(), ReviewError> {
    let Some(Some(person)) = order.assignee else { return Ok(()) };
    let person = accounts::find_member(c, person)?.ok_or(ReviewError::NotFound("person"))?;
    if person.disabled_at.is_some() || !person.role.may(Permission::Check) {
        return Err(ReviewError::AssigneeUnfit);
    }
    Ok(())
}

pub(super) fn assign_in(c: &mut DbConnection, acting: &Acting, claim: Claim, order: &Order<'_>, message: &str) -> Result<Claim, ReviewError> {
    let by = acting.id.ok_or(Forbidden(Permission::Assign))?;
    let taking = claim.assignee_id.is_none() && order.assignee == Some(Some(by));
    let giving_back = claim.assignee_id == Some(by) && order.assignee == Some(None);
    let nothing_else = order.due_on.is_none() && order.priority.is_none();
    if (taking || giving_back) && nothing_else {
        acting.require(Permission::Check)?;
    } else {
        acting.require(Permission::Assign)?;
    }
    let mut after = claim.clone();
    after.assignee_id = order.assignee.unwrap_or(claim.assignee_id);
    after.due_on = order.due_on.unwrap_or(claim.due_on);
    after.priority = order.priority.map_or(claim.priority, Priority::rank);
    let unchanged = after.assignee_id == claim.assignee_id && after.due_on == claim.due_on && after.priority == claim.priority;
    if unchanged && message.is_empty() {
        return Ok(claim);
    }
    note_assignment(c, acting, &after, message)?;
    // The line always says to whom, so that it reads well even where only the date changed.
    let named = |claim: &Claim| Map::from_iter([("assignee_id".to_owned(), json!(claim.assignee_id))]);
    let telling = Telling { reason: message, before: named(&claim), after: named(&after), ..Telling::default() };
    change::save(c, acting, &claim, after, Action::Assigned, telling)
}

/// Notes who a claim is given to, beside the claim's own row: what the assignee is shown.
pub(super) fn note_assignment(c: &mut DbConnection, acting: &Acting, claim: &Claim, message: &str) -> Result<(), ReviewError> {
    let row = Assignment {
        id: acting.ids.make(),
        claim_id: claim.id,
        assignee_id: claim.assignee_id,
        assigned_by: acting.id.ok_or(Forbidden(Permission::Assign))?,
        due_on: claim.due_on,
        priority: claim.priority,
        message: message.to_owned(),
        created_at: acting.now,
    };
    Ok(store::insert_assignment(c, &row)?)
}
