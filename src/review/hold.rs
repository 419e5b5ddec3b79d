//! “I'm checking this”: a word to the others that keeps two from doing the same work.
//!
//! It locks nothing: whoever does not see it, or does not care, works on as ever, and rule 7 holds. It ends by itself
//! when nothing is heard of it for a while, another may take it over, and it is no line of history: nothing about the
//! claim is changed by it.

use super::{ReviewError, change};
use crate::account::{Acting, Forbidden, Permission};
use crate::claim::store::hold::{self, Hold};
use crate::db::column::At;
use crate::db::{DbConnection, notice, transact};
use crate::ids::{ArticleId, ClaimId};
use chrono::Duration;

/// How long a hold lasts when nothing is heard of whoever has it, in minutes.
pub const MINUTES: i64 = 10;

/// Says that one is checking a claim, or goes on doing so; with `take_over` also where somebody else said so.
pub fn hold_claim(c: &mut DbConnection, acting: &Acting, claim: ClaimId, take_over: bool) -> Result<(Hold, ArticleId), ReviewError> {
    acting.require(Permission::Check)?;
    let person_id = acting.id.ok_or(Forbidden(Permission::Check))?;
    transact(c, |c| {
        let claim = change::claim_at(c, claim, None)?;
        let there = hold::find_hold(c, claim.id, acting.now)?;
        let begun_at = match there {
            Some(there) if there.person_id == person_id => there.begun_at,
            Some(there) if !take_over => return Err(ReviewError::Held { by: there.name, until: there.ends_at.0 }),
            _ => acting.now,
        };
        let ends_at = At(acting.now.0 + Duration::minutes(MINUTES));
        let held = Hold { claim_id: claim.id, person_id, name: acting.name.clone(), begun_at, ends_at };
        hold::put_hold(c, &held)?;
        notice::tell(c, notice::HOLDS, &claim.article_id.to_string())?;
        Ok((held, claim.article_id))
    })
}

/// Says that one is no longer checking a claim. Another's word is left alone.
pub fn let_go_of_claim(c: &mut DbConnection, acting: &Acting, claim: ClaimId) -> Result<ArticleId, ReviewError> {
    acting.require(Permission::Check)?;
    let person = acting.id.ok_or(Forbidden(Permission::Check))?;
    transact(c, |c| {
        let claim = change::claim_at(c, claim, None)?;
        hold::delete_hold(c, claim.id, person)?;
        notice::tell(c, notice::HOLDS, &claim.article_id.to_string())?;
        Ok(claim.article_id)
    })
}
