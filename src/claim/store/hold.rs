//! Who says that they are checking which claim just now.

use crate::db::column::At;
use crate::db::schema::{claims, holds, people};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, PersonId};
use crate::per_backend;
use diesel::prelude::*;

/// Somebody's word that they are checking a claim.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Hold {
    /// The claim.
    pub claim_id: ClaimId,
    /// Who.
    pub person_id: PersonId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub begun_at: At,
    /// When it ends by itself.
    pub ends_at: At,
}

/// The hold on a claim, where there is one that has not ended.
pub fn find_hold(c: &mut DbConnection, claim: ClaimId, now: At) -> Result<Option<Hold>, StoreError> {
    Ok(holds::table
        .inner_join(people::table)
        .filter(holds::claim_id.eq(claim))
        .filter(holds::ends_at.gt(now))
        .select((holds::claim_id, holds::person_id, people::name, holds::begun_at, holds::ends_at))
        .first(c)
        .optional()?)
}

/// The holds on claims of an article that have not ended.
pub fn holds_of_article(c: &mut DbConnection, article: ArticleId, now: At) -> Result<Vec<Hold>, StoreError> {
    Ok(holds::table
        .inner_join(people::table)
        .inner_join(claims::table)
        .filter(claims::article_id.eq(article))
        .filter(holds::ends_at.gt(now))
        .select((holds::claim_id, holds::person_id, people::name, holds::begun_at, holds::ends_at))
        .order(claims::number.asc())
        .load(c)?)
}

/// Puts a hold in the place of the one that is there.
pub fn put_hold(c: &mut DbConnection, hold: &Hold) -> Result<(), StoreError> {
    let row = (holds::person_id.eq(hold.person_id), holds::begun_at.eq(hold.begun_at), holds::ends_at.eq(hold.ends_at));
    let new = (holds::claim_id.eq(hold.claim_id), holds::person_id.eq(hold.person_id), holds::begun_at.eq(hold.begun_at), holds::ends_at.eq(hold.ends_at));
    per_backend!(c, |c| diesel::insert_into(holds::table).values(new).on_conflict(holds::claim_id).do_update().set(row).execute(c))?;
    Ok(())
}

/// Ends somebody's hold on a claim.
pub fn delete_hold(c: &mut DbConnection, claim: ClaimId, person: PersonId) -> Result<(), StoreError> {
    diesel::delete(holds::table.filter(holds::claim_id.eq(claim)).filter(holds::person_id.eq(person))).execute(c)?;
    Ok(())
}
