//! Deciding: findings on a claim, and its way from one work state to the next.

use super::ReviewError;
use super::change::{self, Telling};
use super::status;
use super::verdict::{Grounds, Missing, missing};
use crate::account::{Acting, Forbidden, Permission, desk};
use crate::claim::store::{self, Claim, Review, TextActionRow};
use crate::claim::{AttributionVerdict, Risk, SetAsideReason, Substance, TextAction, WorkState};
use crate::code::Code;
use crate::db::column::Json;
use crate::db::{DbConnection, transact};
use crate::evidence::independence::Piece;
use crate::evidence::store as evidence;
use crate::history::Action;
use crate::ids::{AttributionId, ClaimId, EventId, PersonId};
use crate::input::{FieldError, Fields, TEXT};
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};

/// A finding on one link of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkFinding {
    /// Which link.
    pub attribution_id: AttributionId,
    /// Did that source say it?
    pub verdict: Option<AttributionVerdict>,
    /// What the checker says of that.
    #[serde(default)]
    pub note: String,
}

/// What somebody found on a claim.
#[derive(Clone, Debug, Default)]
pub struct Finding<'a> {
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did each source say it? Links left out keep their finding.
    pub links: Vec<LinkFinding>,
    /// Why.
    pub rationale: &'a str,
    /// What was searched.
    pub searched: &'a str,
    /// What should happen to the text, with the proposed wording and whether it is done.
    pub text_action: Option<(TextAction, &'a str, bool)>,
    /// An editor's reason to let it pass although something is missing.
    pub override_reason: &'a str,
}

/// Records a finding (rules 2, 3 and 4). A claim that nobody has begun moves to `checking`; one that was
/// signed off is opened again.
///
/// # Errors
/// [`ReviewError::VerdictIncomplete`] says what is missing for a verdict on the substance.
pub fn set_verdict(c: &mut DbConnection, acting: &Acting, id: ClaimId, finding: &Finding<'_>, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let reviewer = acting.id.ok_or(Forbidden(Permission::Check))?;
    let mut fields = Fields::new();
    let rationale = fields.text("rationale", finding.rationale, TEXT);
    let searched = fields.text("searched", finding.searched, TEXT);
    let override_reason = fields.text("override_reason", finding.override_reason, TEXT);
    let wording = finding.text_action.map(|(_, wording, _)| fields.text("proposed_wording", wording, TEXT)).unwrap_or_default();
    for link in &finding.links {
        fields.text("attributions", &link.note, TEXT);
    }
    if finding.substance.is_none() && finding.links.iter().all(|link| link.verdict.is_none()) {
        fields.refuse(FieldError::new("substance", "field-verdict-required"));
    }
    fields.done()?;
    if !override_reason.is_empty() {
        acting.require(Permission::SignOff)?;
    }
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        if claim.state == WorkState::SetAside {
            return Err(ReviewError::SetAside);
        }
        if finding.substance.is_some() && override_reason.is_empty() {
            let tied = evidence::list_of_claims(c, &[id])?;
            let pieces: Vec<Piece<'_>> = tied.iter().map(|(tie, piece)| Piece::of(tie, piece)).collect();
            let grounds =
                Grounds { substance: finding.substance, risk: Risk::from_rank(claim.risk), rationale: &rationale, searched: &searched, pieces: &pieces };
            let missing = missing(&grounds);
            if !missing.is_empty() {
                return Err(ReviewError::VerdictIncomplete(missing));
            }
        }
        let (old_links, new_links) = write_links(c, id, &finding.links)?;
        let mut after = change::reopened(claim.clone());
        after.attribution = AttributionVerdict::weakest(new_links.iter().filter_map(|link| link.verdict));
        after.substance = finding.substance.or(claim.substance);
        let review = Review {
            id: acting.ids.make(),
            claim_id: id,
            reviewer_id: reviewer,
            substance: after.substance,
            attribution: after.attribution,
            links: Json(json!(new_links)),
            rationale: rationale.clone(),
            searched: searched.clone(),
            override_reason: (!override_reason.is_empty()).then(|| override_reason.clone()),
            created_at: acting.now,
        };
        let review = if finding.substance.is_none() { on_the_chain_alone(c, &claim, review)? } else { review };
        store::insert_review(c, &review)?;
        after.review_id = Some(review.id);
        // A finding on the chain alone leaves the verdict on the substance to whoever set it.
        if finding.substance.is_some() || claim.substance.is_none() {
            after.verdict_by = Some(reviewer);
            after.verdict_at = Some(acting.now);
        }
        if claim.state == WorkState::ToCheck {
            after.state = WorkState::Checking;
            after.assignee_id = claim.assignee_id.or(Some(reviewer));
        }
        let mut before_links = Map::new();
        let mut after_links = Map::new();
        if old_links != new_links {
            before_links.insert("links".to_owned(), json!(old_links));
            after_links.insert("links".to_owned(), json!(new_links));
        }
        let telling = Telling { reason: &rationale, before: before_links, after: after_links, ..Telling::default() };
        let claim = change::save(c, acting, &claim, after, Action::VerdictSet, telling)?;
        if let Some((action, _, done)) = finding.text_action {
            write_text_action(c, acting, &claim, Some((action, wording.clone(), done)), None)?;
        }
        Ok(claim)
    })
}

/// A finding that says nothing on the substance keeps what the one before said of it, where it says nothing
/// else itself.
fn on_the_chain_alone(c: &mut DbConnection, claim: &Claim, new: Review) -> Result<Review, ReviewError> {
    let Some(id) = claim.review_id else { return Ok(new) };
    let Some(old) = store::find_review(c, id)? else { return Ok(new) };
    let kept = |new: String, old: String| if new.is_empty() { old } else { new };
    Ok(Review {
        rationale: kept(new.rationale, old.rationale),
        searched: kept(new.searched, old.searched),
        override_reason: new.override_reason.or(old.override_reason),
        ..new
    })
}

/// Writes the findings on links; gives all links' findings as they were and as they are.
fn write_links(c: &mut DbConnection, claim: ClaimId, findings: &[LinkFinding]) -> Result<(Vec<LinkFinding>, Vec<LinkFinding>), ReviewError> {
    let (old, new) = links_of(c, claim, findings, false)?;
    restore_links(c, &old, &new)?;
    Ok((old, new))
}

/// The findings on all links of a claim as they are, and as `findings` makes them; `afresh` forgets those that are there.
pub(super) fn links_of(
    c: &mut DbConnection,
    claim: ClaimId,
    findings: &[LinkFinding],
    afresh: bool,
) -> Result<(Vec<LinkFinding>, Vec<LinkFinding>), ReviewError> {
    let chain = store::chains_of(c, &[claim])?;
    if findings.iter().any(|finding| !chain.iter().any(|(link, _)| link.id == finding.attribution_id)) {
        return Err(ReviewError::NotFound("link of the chain"));
    }
    let old: Vec<LinkFinding> =
        chain.iter().map(|(link, _)| LinkFinding { attribution_id: link.id, verdict: link.verdict, note: link.verdict_note.clone() }).collect();
    let mut new = old.clone();
    for link in &mut new {
        if afresh {
            *link = LinkFinding { attribution_id: link.attribution_id, verdict: None, note: String::new() };
        }
        if let Some(finding) = findings.iter().find(|finding| finding.attribution_id == link.attribution_id) {
            link.verdict = finding.verdict;
            crate::input::clean(&finding.note).trim().clone_into(&mut link.note);
        }
    }
    Ok((old, new))
}

/// Writes the links that differ.
pub(super) fn restore_links(c: &mut DbConnection, old: &[LinkFinding], new: &[LinkFinding]) -> Result<(), ReviewError> {
    for link in new.iter().filter(|link| !old.contains(link)) {
        store::update_attribution_verdict(c, link.attribution_id, link.verdict, &link.note)?;
    }
    Ok(())
}

/// Decides what should happen to the text of a claim; `None` takes the decision back.
pub fn set_text_action(
    c: &mut DbConnection,
    acting: &Acting,
    id: ClaimId,
    action: Option<(TextAction, &str, bool)>,
    revision: Option<i32>,
) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    let action = action.map(|(action, wording, done)| (action, fields.text("proposed_wording", wording, TEXT), done));
    fields.done()?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        write_text_action(c, acting, &claim, action, None)
    })
}

pub(super) fn write_text_action(
    c: &mut DbConnection,
    acting: &Acting,
    claim: &Claim,
    action: Option<(TextAction, String, bool)>,
    undoes: Option<EventId>,
) -> Result<Claim, ReviewError> {
    let old = store::text_actions_of(c, &[claim.id])?.into_iter().next();
    let new = action.map(|(action, proposed_wording, done)| TextActionRow { claim_id: claim.id, action, proposed_wording, done });
    if old == new {
        return Ok(claim.clone());
    }
    match &new {
        Some(row) => store::save_text_action(c, row)?,
        None => store::delete_text_action(c, claim.id)?,
    }
    let value = |row: Option<TextActionRow>| {
        let mut map = Map::new();
        let value = row.map(|row| json!({"action": row.action, "proposed_wording": row.proposed_wording, "done": row.done}));
        map.insert("text_action".to_owned(), json!(value));
        map
    };
    let telling = Telling { before: value(old), after: value(new), undoes, ..Telling::default() };
    change::save(c, acting, claim, claim.clone(), Action::TextActionSet, telling)
}

/// Where a claim is to go.
#[derive(Clone, Copy, Debug)]
pub struct Move<'a> {
    /// The state it is to be in.
    pub to: WorkState,
    /// Why, where the step needs a reason. For `set_aside` it begins with one of the stated reasons' codes
    /// unless [`Move::set_aside`] gives it.
    pub reason: &'a str,
    /// Which of the stated reasons for setting aside.
    pub set_aside: Option<SetAsideReason>,
    /// An editor's reason to let it pass although something is missing.
    pub override_reason: &'a str,
}

/// Moves a claim to another work state (rules 1, 2 and 3).
pub fn transition(c: &mut DbConnection, acting: &Acting, id: ClaimId, step: &Move<'_>, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let (four_eyes, _) = desk::settings(c)?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        transition_in(c, acting, claim, step, four_eyes.four_eyes)
    })
}

/// The body of [`transition`], for callers that have a transaction.
pub(super) fn transition_in(c: &mut DbConnection, acting: &Acting, claim: Claim, step: &Move<'_>, four_eyes: bool) -> Result<Claim, ReviewError> {
    let to = step.to;
    let rule = status::step(claim.state, to).ok_or(ReviewError::TransitionRefused { from: claim.state, to })?;
    acting.require(rule.permission)?;
    let mut fields = Fields::new();
    let reason = fields.text("reason", step.reason, TEXT);
    let override_reason = fields.text("override_reason", step.override_reason, TEXT);
    fields.done()?;
    let mut after = claim.clone();
    after.state = to;
    if to == WorkState::SetAside {
        let listed = step.set_aside.or_else(|| SetAsideReason::from_code(&reason)).ok_or(ReviewError::SetAsideReasonMissing)?;
        after.set_aside = Some(listed);
    } else if rule.needs_reason && reason.is_empty() {
        return Err(ReviewError::ReasonMissing);
    }
    // What was sent complete may lack something by now: evidence was taken away, the risk was raised.
    if matches!(to, WorkState::InReview | WorkState::SignedOff) {
        let missing = still_missing(c, &claim)?;
        if !missing.is_empty() {
            if override_reason.is_empty() {
                return Err(ReviewError::VerdictIncomplete(missing));
            }
            acting.require(Permission::SignOff)?;
        }
    }
    if to == WorkState::SignedOff {
        if four_eyes && acting.id.is_some() && deciders(c, &claim)?.contains(&acting.id) {
            return Err(ReviewError::FourEyes);
        }
        after.signed_off_by = acting.id;
        after.signed_off_at = Some(acting.now);
    } else {
        after.signed_off_by = None;
        after.signed_off_at = None;
    }
    if claim.state == WorkState::SetAside {
        after.set_aside = None;
    }
    if to == WorkState::Checking && claim.assignee_id.is_none() {
        after.assignee_id = acting.id;
    }
    let said = if reason.is_empty() { &override_reason } else { &reason };
    change::save(c, acting, &claim, after, Action::StateChanged, Telling { reason: said, ..Telling::default() })
}

/// Who set the verdicts in force: the one on the substance, and the newest finding.
fn deciders(c: &mut DbConnection, claim: &Claim) -> Result<[Option<PersonId>; 2], ReviewError> {
    let newest = match claim.review_id {
        Some(id) => store::find_review(c, id)?.map(|review| review.reviewer_id),
        None => None,
    };
    Ok([claim.verdict_by, newest])
}

/// What is still missing before a claim can go to sign-off: what the page shows as open.
pub fn still_missing(c: &mut DbConnection, claim: &Claim) -> Result<Vec<Missing>, ReviewError> {
    let review = match claim.review_id {
        Some(id) => store::find_review(c, id)?,
        None => None,
    };
    if review.as_ref().is_some_and(|review| review.override_reason.is_some()) {
        return Ok(Vec::new());
    }
    let tied = evidence::list_of_claims(c, &[claim.id])?;
    let pieces: Vec<Piece<'_>> = tied.iter().map(|(tie, piece)| Piece::of(tie, piece)).collect();
    Ok(missing(&Grounds {
        substance: claim.substance,
        risk: Risk::from_rank(claim.risk),
        rationale: review.as_ref().map_or("", |review| &review.rationale),
        searched: review.as_ref().map_or("", |review| &review.searched),
        pieces: &pieces,
    }))
}
