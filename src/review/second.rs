//! A second opinion: another person checks a claim without seeing what the first one found, and both are compared.
//!
//! While it is open, what was found on the claim is hidden from whoever was asked ([`crate::claim::Veil`]), and they
//! decide nothing else about it ([`check_open`]). How far two people agree over the whole desk is in [`super::agreement`].

use super::ReviewError;
use super::decide::{LinkFinding, links_of};
use super::verdict::{Grounds, missing};
use super::{change, tell};
use crate::account::{Acting, Forbidden, Permission, store as accounts};
use crate::claim::store::second::{self, SecondCheck};
use crate::claim::store::{self, Claim, Review};
use crate::claim::{AttributionVerdict, Risk, Substance, Veil, WorkState};
use crate::db::column::Json;
use crate::db::{DbConnection, transact};
use crate::evidence::independence::Piece;
use crate::evidence::store as evidence;
use crate::history::{self, Action, Event, NewEvent, chain_of};
use crate::ids::{ClaimId, EventId, PersonId, SecondCheckId};
use crate::inbox::News;
use crate::input::{FieldError, Fields, TEXT};
use serde_json::json;
use std::collections::BTreeSet;

/// Longest message to whoever is asked, and longest reason for calling off.
const MESSAGE: usize = 5_000;

/// What the second person found.
#[derive(Clone, Debug, Default)]
pub struct Opinion<'a> {
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did each source say it?
    pub links: Vec<LinkFinding>,
    /// Why.
    pub rationale: &'a str,
    /// What was searched.
    pub searched: &'a str,
}

/// Asks a person to check a claim without seeing what was found on it so far.
///
/// # Errors
/// [`ReviewError::NothingToCompare`] where no verdict is set yet, [`ReviewError::SecondCheckOpen`] where somebody was asked
/// already, [`ReviewError::SecondCheckerUnfit`] where the person has the claim, has found something on it, or may not check.
pub fn ask(c: &mut DbConnection, acting: &Acting, claim: ClaimId, checker: PersonId, message: &str) -> Result<SecondCheck, ReviewError> {
    acting.require(Permission::Assign)?;
    let asked_by = acting.id.ok_or(Forbidden(Permission::Assign))?;
    let mut fields = Fields::new();
    let message = fields.text("message", message, MESSAGE);
    fields.done()?;
    transact(c, |c| {
        let claim = change::claim_at(c, claim, None)?;
        if claim.state == WorkState::SetAside {
            return Err(ReviewError::SetAside);
        }
        if claim.review_id.is_none() || claim.substance.is_none() {
            return Err(ReviewError::NothingToCompare);
        }
        if let Some(open) = second::open_of_claim(c, claim.id)? {
            return Err(ReviewError::SecondCheckOpen { by: accounts::name(c, open.checker_id)?.unwrap_or_default() });
        }
        if !is_fit(c, &claim, checker)? {
            return Err(ReviewError::SecondCheckerUnfit);
        }
        let row = SecondCheck {
            id: acting.ids.make(),
            claim_id: claim.id,
            checker_id: checker,
            asked_by,
            message,
            asked_at: acting.now,
            first_review_id: None,
            substance: None,
            attribution: None,
            links: Json(json!([])),
            rationale: String::new(),
            searched: String::new(),
            given_at: None,
            withdrawn_by: None,
            withdrawn_at: None,
            withdrawn_why: None,
        };
        second::insert(c, &row)?;
        let event = NewEvent::on_claim(Action::SecondCheckAsked, claim.id).after(json!({"person": checker})).reason(&row.message);
        let event = history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
        tell::of_second(c, acting, &claim, &[(Some(checker), News::SecondAsked)], event, &row.message)?;
        Ok(row)
    })
}

/// Whether a person may check a claim a second time: one of this desk who checks and does not know the first finding.
fn is_fit(c: &mut DbConnection, claim: &Claim, checker: PersonId) -> Result<bool, ReviewError> {
    let person = accounts::find_member(c, checker)?.ok_or(ReviewError::NotFound("person"))?;
    let know = who_knows(claim, &store::reviews_of(c, &[claim.id])?, &second::of_claim(c, claim.id)?);
    Ok(person.disabled_at.is_none() && person.role.may(Permission::Check) && !know.contains(&checker))
}

/// Those who can't check a claim a second time because they have it, or have found something on it before; `found` are all
/// findings on it, `seconds` all its second checks.
pub fn who_knows(claim: &Claim, found: &[(Review, String)], seconds: &[SecondCheck]) -> BTreeSet<PersonId> {
    let first = found.iter().map(|(review, _)| review.reviewer_id);
    let second = seconds.iter().filter(|check| check.given_at.is_some()).map(|check| check.checker_id);
    first.chain(second).chain(claim.assignee_id).collect()
}

/// Gives a second check: what whoever was asked found. It is compared with the finding in force; the claim's own verdicts
/// stay as they are.
///
/// # Errors
/// [`ReviewError::VerdictIncomplete`] says what is missing: a second finding rests on what the second person attached or
/// searched, not on what the first one did.
pub fn give(c: &mut DbConnection, acting: &Acting, id: SecondCheckId, opinion: &Opinion<'_>) -> Result<SecondCheck, ReviewError> {
    acting.require(Permission::Check)?;
    let me = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut fields = Fields::new();
    let rationale = fields.text("rationale", opinion.rationale, TEXT);
    let searched = fields.text("searched", opinion.searched, TEXT);
    for link in &opinion.links {
        fields.text("attributions", &link.note, TEXT);
    }
    if opinion.substance.is_none() {
        fields.refuse(FieldError::new("substance", "field-verdict-required"));
    }
    fields.done()?;
    transact(c, |c| {
        let (claim, mut row) = open_check(c, id)?;
        if row.checker_id != me {
            return Err(ReviewError::SecondCheckerUnfit);
        }
        let tied = evidence::list_of_claims(c, &[claim.id])?;
        let mine: Vec<Piece<'_>> = tied.iter().filter(|(tie, _)| tie.attached_by == me).map(|(tie, piece)| Piece::of(tie, piece)).collect();
        // Two independent pieces are the first check's to find; the second says what it would have found.
        let grounds = Grounds { substance: opinion.substance, risk: Risk::Normal, rationale: &rationale, searched: &searched, pieces: &mine };
        let missing = missing(&grounds);
        if !missing.is_empty() {
            return Err(ReviewError::VerdictIncomplete(missing));
        }
        let (_, links) = links_of(c, claim.id, &opinion.links, true)?;
        row.first_review_id = claim.review_id;
        row.substance = opinion.substance;
        row.attribution = AttributionVerdict::weakest(links.iter().filter_map(|link| link.verdict));
        row.links = Json(json!(links));
        row.rationale = rationale;
        row.searched = searched;
        row.given_at = Some(acting.now);
        let after = json!({"substance": row.substance, "attribution": row.attribution, "links": row.links.0});
        let event = close(c, acting, &claim, &row, Action::SecondCheckGiven, after, &row.rationale)?;
        let people = [Some(row.asked_by), claim.verdict_by, claim.assignee_id].map(|person| (person, News::SecondGiven));
        tell::of_second(c, acting, &claim, &people, event, &row.rationale)?;
        Ok(row)
    })
}

/// Calls a second check off, or declines it: whoever was asked may, whoever asked, and every editor. A reason is needed.
pub fn withdraw(c: &mut DbConnection, acting: &Acting, id: SecondCheckId, reason: &str) -> Result<SecondCheck, ReviewError> {
    acting.require(Permission::Check)?;
    let me = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut fields = Fields::new();
    let reason = fields.required_text("reason", reason, MESSAGE);
    fields.done()?;
    transact(c, |c| {
        let (claim, mut row) = open_check(c, id)?;
        if row.checker_id != me {
            acting.require(Permission::Assign)?;
        }
        row.withdrawn_by = Some(me);
        row.withdrawn_at = Some(acting.now);
        row.withdrawn_why = Some(reason.clone());
        close(c, acting, &claim, &row, Action::SecondCheckWithdrawn, json!({"person": row.checker_id}), &reason)?;
        Ok(row)
    })
}

/// A second check that is still open, with its claim, whose article's history is held.
fn open_check(c: &mut DbConnection, id: SecondCheckId) -> Result<(Claim, SecondCheck), ReviewError> {
    let found = second::find(c, id)?.ok_or(ReviewError::NotFound("second check"))?;
    let claim = change::claim_at(c, found.claim_id, None)?;
    // Read again: somebody may have closed it before the history was held.
    let row = second::find(c, id)?.filter(SecondCheck::is_open).ok_or(ReviewError::SecondCheckClosed)?;
    Ok((claim, row))
}

fn close(
    c: &mut DbConnection,
    acting: &Acting,
    claim: &Claim,
    row: &SecondCheck,
    action: Action,
    after: serde_json::Value,
    reason: &str,
) -> Result<EventId, ReviewError> {
    if !second::close(c, row)? {
        return Err(ReviewError::SecondCheckClosed);
    }
    Ok(history::record(c, &acting.pen(), chain_of(claim.article_id), NewEvent::on_claim(action, claim.id).after(after).reason(reason))?)
}

/// Refuses what would spoil an open second check: that whoever was asked decides about the first finding, or gets the claim.
pub(super) fn check_open(c: &mut DbConnection, acting: &Acting, after: &Claim, action: Action) -> Result<(), ReviewError> {
    if !matches!(action, Action::VerdictSet | Action::StateChanged | Action::TextActionSet | Action::Assigned) {
        return Ok(());
    }
    let Some(open) = second::open_of_claim(c, after.id)? else { return Ok(()) };
    if action == Action::Assigned {
        return if after.assignee_id == Some(open.checker_id) {
            Err(ReviewError::SecondCheckOpen { by: accounts::name(c, open.checker_id)?.unwrap_or_default() })
        } else {
            Ok(())
        };
    }
    if acting.id == Some(open.checker_id) { Err(ReviewError::SecondCheckFirst) } else { Ok(()) }
}

/// Whether a veil hides a line of history: what others did on a claim that somebody is to check a second time. That the claim
/// was given, marked or put in other words stays in sight.
pub fn hides_line(veil: &Veil, event: &Event) -> bool {
    use Action as A;
    let told = matches!(
        event.action(),
        Some(
            A::SecondCheckAsked
                | A::Assigned
                | A::RiskSet
                | A::TagsChanged
                | A::ClaimAdded
                | A::ClaimReworded
                | A::ClaimCarried
                | A::ChainChanged
                | A::SpansChanged
        )
    );
    !told && event.claim_id.is_some_and(|claim| !veil.shows_of(claim, event.actor_id))
}
