//! Many claims at once, through the same deeds: what fits is done, what does not is told with its reason.

use super::amend::{self, Dates};
use super::assign::{self, MOST, Order};
use super::decide::{self, Move};
use super::tag::{self, TagChange};
use super::{ReviewError, undo};
use crate::account::{Acting, Permission, desk};
use crate::claim::RiskMark;
use crate::claim::store::queue::{ClaimFilter, matching_ids};
use crate::claim::store::{self, Claim};
use crate::db::{DbConnection, transact};
use crate::history::{self, Event, Step, chain_of};
use crate::ids::{ChainId, ClaimId, StepId};
use std::collections::{BTreeMap, BTreeSet};

/// What to do with each claim.
#[derive(Clone, Copy, Debug)]
pub enum BulkAction<'a> {
    /// Give it to a person.
    Assign(Order<'a>),
    /// Move it to another state.
    Move(Move<'a>),
    /// Say how much harm an error in it would do.
    SetRisk(RiskMark),
    /// Give it tags and take others away.
    Tag(TagChange<'a>),
    /// Say for which day it holds and until when it is to be looked at again.
    SetDates(Dates),
}

/// What came of it.
#[derive(Debug, Default)]
pub struct BulkResult {
    /// The step as a whole; `None` where nothing was changed.
    pub step: Option<StepId>,
    /// The claims that were changed.
    pub done: Vec<ClaimId>,
    /// The claims that were left, each with the rule that stopped it.
    pub left: Vec<(ClaimId, ReviewError)>,
}

/// The claims a filter means.
///
/// # Errors
/// [`ReviewError::TooMany`] where they are more than may be changed at once.
pub fn claims_of(c: &mut DbConnection, filter: &ClaimFilter) -> Result<Vec<ClaimId>, ReviewError> {
    let most = i64::try_from(MOST).unwrap_or(i64::MAX);
    let ids = matching_ids(c, filter, most + 1)?;
    if ids.len() > MOST { Err(ReviewError::TooMany(MOST)) } else { Ok(ids) }
}

/// Does `action` to each claim, each with its own line of history, in one transaction. A claim that a rule stops, or
/// that is so already, is left as it was, and told; the others are done. All lines are parts of one step, which
/// [`undo_step`] takes back.
///
/// # Errors
/// A role that does not cover the action, fields that can't be used, or a database that is away: nothing is done.
pub fn apply(c: &mut DbConnection, acting: &Acting, ids: &[ClaimId], action: &BulkAction<'_>) -> Result<BulkResult, ReviewError> {
    acting.require(Permission::Check)?;
    if ids.len() > MOST {
        return Err(ReviewError::TooMany(MOST));
    }
    let (settings, _) = desk::settings(c)?;
    transact(c, |c| {
        // All chains at once and in order, so that two who change many claims never wait for each other in a ring.
        for article in store::articles_of(c, ids)? {
            history::hold(c, chain_of(article))?;
        }
        let revisions: BTreeMap<ClaimId, i32> = store::find_many(c, ids)?.into_iter().map(|claim| (claim.id, claim.revision)).collect();
        in_step(c, acting, None, |c, acting, result| {
            for id in ids {
                match one(c, acting, *id, action, settings.four_eyes) {
                    Ok(claim) if revisions.get(id) == Some(&claim.revision) => result.left.push((*id, ReviewError::Unchanged)),
                    Ok(_) => result.done.push(*id),
                    Err(error @ (ReviewError::Store(_) | ReviewError::Forbidden(_) | ReviewError::Invalid(_) | ReviewError::AssigneeUnfit)) => {
                        return Err(error);
                    }
                    Err(error) => result.left.push((*id, error)),
                }
            }
            Ok(())
        })
    })
}

fn one(c: &mut DbConnection, acting: &Acting, id: ClaimId, action: &BulkAction<'_>, four_eyes: bool) -> Result<Claim, ReviewError> {
    match action {
        BulkAction::Assign(order) => assign::assign_claim(c, acting, id, order, None),
        BulkAction::Move(step) => transact(c, |c| {
            let claim = super::change::claim_at(c, id, None)?;
            decide::transition_in(c, acting, claim, step, four_eyes)
        }),
        BulkAction::SetRisk(mark) => amend::set_risk(c, acting, id, *mark, None),
        BulkAction::Tag(change) => tag::change_tags(c, acting, id, change, None),
        BulkAction::SetDates(dates) => amend::set_dates(c, acting, id, dates, None),
    }
}

/// Does `work` as one step: its lines of history know that they belong together.
fn in_step(
    c: &mut DbConnection,
    acting: &Acting,
    undoes: Option<StepId>,
    work: impl FnOnce(&mut DbConnection, &Acting, &mut BulkResult) -> Result<(), ReviewError>,
) -> Result<BulkResult, ReviewError> {
    let step: StepId = acting.ids.make();
    history::begin_step(c, &Step { id: step, actor_id: acting.id, at: acting.now, claims: 0, undoes })?;
    let mut result = BulkResult::default();
    work(c, &Acting { step: Some(step), ..acting.clone() }, &mut result)?;
    history::end_step(c, step, i32::try_from(result.done.len()).unwrap_or(i32::MAX))?;
    result.step = (!result.done.is_empty()).then_some(step);
    Ok(result)
}

/// What [`apply`] would do, by doing it and taking all of it back at once: the very rules, and no line of history.
///
/// # Errors
/// Those of [`apply`].
pub fn preview(c: &mut DbConnection, acting: &Acting, ids: &[ClaimId], action: &BulkAction<'_>) -> Result<BulkResult, ReviewError> {
    enum Back {
        Seen(BulkResult),
        Failed(ReviewError),
    }
    impl From<diesel::result::Error> for Back {
        fn from(error: diesel::result::Error) -> Self {
            Self::Failed(error.into())
        }
    }
    let seen = transact::<std::convert::Infallible, Back>(c, |c| match apply(c, acting, ids, action) {
        Ok(result) => Err(Back::Seen(BulkResult { step: None, ..result })),
        Err(error) => Err(Back::Failed(error)),
    });
    match seen {
        Err(Back::Seen(result)) => Ok(result),
        Err(Back::Failed(error)) => Err(error),
        Ok(never) => match never {},
    }
}

/// Takes a whole step back, in one transaction and with one line of history a claim. What something else changed since
/// is left and told. The undo is itself a step.
///
/// # Errors
/// A role that covers none of it, or a database that is away: nothing is done.
pub fn undo_step(c: &mut DbConnection, acting: &Acting, id: StepId) -> Result<BulkResult, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        history::find_step(c, id)?.ok_or(ReviewError::NotFound("bulk step"))?;
        let lines = history::lines_of_step(c, id)?;
        let chains: BTreeSet<ChainId> = lines.iter().map(|line| line.chain_id).collect();
        chains.into_iter().try_for_each(|chain| history::hold(c, chain))?;
        in_step(c, acting, Some(id), |c, acting, result| {
            // Articles that were opened with their claims are signed off again once the claims are.
            let (claims, articles): (Vec<&Event>, Vec<&Event>) = lines.iter().partition(|line| line.claim_id.is_some());
            for line in claims {
                match (line.claim_id, undo::undo(c, acting, line.id)) {
                    (_, Err(error @ ReviewError::Store(_))) => return Err(error),
                    (Some(claim), Ok(())) => result.done.push(claim),
                    (Some(claim), Err(error)) => result.left.push((claim, error)),
                    (None, _) => {}
                }
            }
            for line in articles {
                // Where other claims of the article are open by now, it stays open: that is what it says itself.
                if let Err(error @ ReviewError::Store(_)) = undo::undo(c, acting, line.id) {
                    return Err(error);
                }
            }
            let covered = |(_, error): &(ClaimId, ReviewError)| !matches!(error, ReviewError::Forbidden(_));
            match result.left.pop() {
                Some((_, error @ ReviewError::Forbidden(_))) if result.done.is_empty() && !result.left.iter().any(covered) => Err(error),
                last => {
                    result.left.extend(last);
                    Ok(())
                }
            }
        })
    })
}
