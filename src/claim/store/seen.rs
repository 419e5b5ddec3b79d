//! What claims say, for finding those that say the same.

use crate::db::schema::claims;
use crate::db::{DbConnection, StoreError};
use crate::ids::ClaimId;
use diesel::prelude::*;

/// What claims say that come behind one, in the order in which they were made, taken-out ones too.
pub fn wordings_behind(c: &mut DbConnection, last: Option<ClaimId>, limit: i64) -> Result<Vec<(ClaimId, String)>, StoreError> {
    let mut query = claims::table.select((claims::id, claims::statement)).order(claims::id.asc()).limit(limit).into_boxed();
    if let Some(last) = last {
        query = query.filter(claims::id.gt(last));
    }
    Ok(query.load(c)?)
}

/// What these claims say, as far as they are not taken out.
pub fn wordings(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(ClaimId, String)>, StoreError> {
    Ok(claims::table
        .filter(claims::id.eq_any(ids.to_vec()))
        .filter(claims::removed_at.is_null())
        .select((claims::id, claims::statement))
        .order(claims::id.asc())
        .load(c)?)
}
