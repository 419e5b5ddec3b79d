//! What the figures of the desk are counted from: ages of open claims, sign-offs, verdicts, and how sources fared.

use super::queue::OPEN;
use crate::claim::codes::{AttributionVerdict, Substance};
use crate::db::column::At;
use crate::db::schema::{attributions, claims};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ClaimId, SourceId};
use diesel::dsl::count_star;
use diesel::prelude::*;

// That each goes with the finding on a link is said where the registry counts.
diesel::allow_columns_to_appear_in_same_group_by_clause!(claims::substance, attributions::source_id);

/// How many claims that somebody still has to act on were made before a time.
pub fn open_before(c: &mut DbConnection, before: At) -> Result<i64, StoreError> {
    Ok(claims::table.filter(claims::removed_at.is_null()).filter(OPEN).filter(claims::created_at.lt(before)).count().get_result(c)?)
}

/// When claims that were signed off since a time, and still are, were made and signed off.
pub fn signed_off_since(c: &mut DbConnection, since: At) -> Result<Vec<(At, At)>, StoreError> {
    let rows: Vec<(At, Option<At>)> = claims::table
        .filter(claims::removed_at.is_null())
        .filter(claims::signed_off_at.ge(since))
        .select((claims::created_at, claims::signed_off_at))
        .load(c)?;
    Ok(rows.into_iter().filter_map(|(made, signed)| Some((made, signed?))).collect())
}

/// When each verdict on substance that stands was set since a time; those of `without` are left out.
pub fn verdicts_since(c: &mut DbConnection, since: At, without: &[ClaimId]) -> Result<Vec<(At, Substance)>, StoreError> {
    let mut query = claims::table
        .filter(claims::removed_at.is_null())
        .filter(claims::verdict_at.ge(since))
        .select((claims::verdict_at, claims::substance))
        .into_boxed::<MultiBackend>();
    if !without.is_empty() {
        query = query.filter(claims::id.ne_all(without.to_vec()));
    }
    let rows: Vec<(Option<At>, Option<Substance>)> = query.load(c)?;
    Ok(rows.into_iter().filter_map(|(at, verdict)| at.zip(verdict)).collect())
}

/// How often a source was cited with these verdicts: which, is it so, did it say so, and how many citations.
pub type SourceCount = (SourceId, Option<Substance>, Option<AttributionVerdict>, i64);

/// How sources fared in claims whose verdict was set since a time; those of `without` are left out.
pub fn by_source_since(c: &mut DbConnection, since: At, without: &[ClaimId]) -> Result<Vec<SourceCount>, StoreError> {
    let mut query = attributions::table
        .inner_join(claims::table)
        .filter(claims::removed_at.is_null())
        .filter(claims::verdict_at.ge(since))
        .group_by((attributions::source_id, claims::substance, attributions::verdict))
        .select((attributions::source_id, claims::substance, attributions::verdict, count_star()))
        .into_boxed::<MultiBackend>();
    if !without.is_empty() {
        query = query.filter(claims::id.ne_all(without.to_vec()));
    }
    Ok(query.load(c)?)
}
