//! Many claims at once, through the same deeds: what fits is done, what does not is told with its reason.

use super::assign::{self, MOST, Order};
use super::decide::{self, Move};
use super::{ReviewError, amend};
use crate::account::{Acting, desk};
use crate::claim::Risk;
use crate::claim::store;
use crate::claim::store::queue::{ClaimFilter, matching_ids};
use crate::db::{DbConnection, transact};
use crate::history::{self, chain_of};
use crate::ids::ClaimId;

/// What to do with each claim.
#[derive(Clone, Copy, Debug)]
pub enum BulkAction<'a> {
    /// Give it to a person.
    Assign(Order<'a>),
    /// Move it to another state.
    Move(Move<'a>),
    /// Set its risk.
    SetRisk(Risk),
}

/// What came of it.
#[derive(Debug, Default)]
pub struct BulkResult {
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

/// Does `action` to each claim, each with its own line of history, in one transaction. A claim that a rule stops is
/// left as it was, and told; the others are done.
///
/// # Errors
/// A role that does not cover the action, fields that can't be used, or a database that is away: nothing is done.
pub fn apply(c: &mut DbConnection, acting: &Acting, ids: &[ClaimId], action: &BulkAction<'_>) -> Result<BulkResult, ReviewError> {
    if ids.len() > MOST {
        return Err(ReviewError::TooMany(MOST));
    }
    let (settings, _) = desk::settings(c)?;
    transact(c, |c| {
        // All chains at once and in order, so that two who change many claims never wait for each other in a ring.
        for article in store::articles_of(c, ids)? {
            history::hold(c, chain_of(article))?;
        }
        let mut result = BulkResult::default();
        for id in ids {
            let outcome = match action {
                BulkAction::Assign(order) => assign::assign_claim(c, acting, *id, order, None),
                BulkAction::Move(step) => transact(c, |c| {
                    let claim = super::change::claim_at(c, *id, None)?;
                    decide::transition_in(c, acting, claim, step, settings.four_eyes)
                }),
                BulkAction::SetRisk(risk) => amend::set_risk(c, acting, *id, *risk, None),
            };
            match outcome {
                Ok(_) => result.done.push(*id),
                Err(error @ (ReviewError::Store(_) | ReviewError::Forbidden(_) | ReviewError::Invalid(_) | ReviewError::AssigneeUnfit)) => return Err(error),
                Err(error) => result.left.push((*id, error)),
            }
        }
        Ok(result)
    })
}
