//! Taking over what was found for an earlier claim that says the same. Evidence is attached, a line of history each; its
//! rationale is only handed out, as a draft, and its verdict not at all: whoever checks the claim decides on it anew.

use super::{ReviewError, change, gather};
use crate::account::{Acting, Permission};
use crate::claim::store as claims;
use crate::db::{DbConnection, transact};
use crate::evidence::store as evidence;
use crate::ids::ClaimId;

/// What was taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenOver {
    /// How many pieces of evidence were attached.
    pub attached: usize,
    /// The rationale of the earlier claim's finding; empty where it has none.
    pub rationale: String,
}

/// Attaches to a claim all evidence of an earlier one that it does not have yet, with what each piece says of it.
pub fn take_over(c: &mut DbConnection, acting: &Acting, claim: ClaimId, from: ClaimId) -> Result<TakenOver, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let claim = change::claim_at(c, claim, None)?;
        let earlier = change::claim_at(c, from, None)?;
        if earlier.id == claim.id {
            return Err(ReviewError::NotFound("claim"));
        }
        let mut attached = 0;
        for (tie, piece) in evidence::list_of_claims(c, &[earlier.id])? {
            if evidence::find_tie(c, claim.id, piece.id)?.is_none() {
                gather::tie_from(c, acting, claim.id, &piece, tie.stance, None, Some(&earlier.statement))?;
                attached += 1;
            }
        }
        let review = match earlier.review_id {
            Some(review) => claims::find_review(c, review)?,
            None => None,
        };
        Ok(TakenOver { attached, rationale: review.map(|review| review.rationale).unwrap_or_default() })
    })
}
