//! Claims that go from one version of a text to the next.

use super::Claim;
use crate::db::schema::{attributions, claim_spans, claims};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, VersionId};
use diesel::prelude::*;

/// The claims of an article that stand in this version of its text, by number; those that were taken out, too.
pub fn list_of_version(c: &mut DbConnection, article: ArticleId, version: VersionId) -> Result<Vec<Claim>, StoreError> {
    Ok(claims::table
        .filter(claims::article_id.eq(article))
        .filter(claims::version_id.eq(version))
        .select(Claim::as_select())
        .order(claims::number.asc())
        .load(c)?)
}

/// Takes away where these claims stand, and their chains: they stand somewhere else from now on.
pub fn delete_places(c: &mut DbConnection, ids: &[ClaimId]) -> Result<(), StoreError> {
    for part in ids.chunks(500) {
        diesel::delete(claim_spans::table.filter(claim_spans::claim_id.eq_any(part.to_vec()))).execute(c)?;
        diesel::delete(attributions::table.filter(attributions::claim_id.eq_any(part.to_vec()))).execute(c)?;
    }
    Ok(())
}

/// Writes a claim with its place in a version, if nobody changed it since `claim.revision`.
pub fn update_carried(c: &mut DbConnection, claim: &Claim) -> Result<bool, StoreError> {
    let changed = diesel::update(claims::table.filter(claims::id.eq(claim.id)).filter(claims::revision.eq(claim.revision)))
        .set((
            claims::version_id.eq(claim.version_id),
            claims::sentence_id.eq(claim.sentence_id),
            claims::anchor.eq(claim.anchor),
            claims::check_worthiness.eq(claim.check_worthiness),
            claims::why.eq(&claim.why),
        ))
        .execute(c)?;
    Ok(changed == 1 && super::update(c, claim)?)
}
