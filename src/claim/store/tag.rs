//! Tags and which claims have them.

use crate::db::schema::{claim_tags, claims, tags};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, Ids, TagId};
use crate::{insert_rows, per_backend};
use diesel::prelude::*;

/// The tags of these claims, by name.
pub fn tags_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(ClaimId, TagId, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claim_tags::table
        .inner_join(tags::table)
        .filter(claim_tags::claim_id.eq_any(ids.to_vec()))
        .select((claim_tags::claim_id, tags::id, tags::name))
        .order((claim_tags::claim_id.asc(), tags::name_key.asc()))
        .load(c)?)
}

/// The tags of all claims of an article that are not taken out, by name.
pub fn tags_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(ClaimId, String)>, StoreError> {
    let there = claims::table.filter(claims::article_id.eq(article)).filter(claims::removed_at.is_null()).select(claims::id);
    Ok(claim_tags::table
        .inner_join(tags::table)
        .filter(claim_tags::claim_id.eq_any(there))
        .select((claim_tags::claim_id, tags::name))
        .order((claim_tags::claim_id.asc(), tags::name_key.asc()))
        .load(c)?)
}

/// All tags of the desk by name, at most `limit`.
pub fn list_tags(c: &mut DbConnection, limit: i64) -> Result<Vec<String>, StoreError> {
    let used = claim_tags::table.select(claim_tags::tag_id);
    Ok(tags::table.filter(tags::id.eq_any(used)).select(tags::name).order(tags::name_key.asc()).limit(limit).load(c)?)
}

/// The tags with these keys, entered where they are new: `(key, name)` in, ids and names as they stand out.
pub fn enter_tags(c: &mut DbConnection, ids: &Ids, wanted: &[(String, String)]) -> Result<Vec<(TagId, String)>, StoreError> {
    for (key, name) in wanted {
        let row = (tags::id.eq(ids.make::<TagId>()), tags::name.eq(name), tags::name_key.eq(key));
        per_backend!(c, |c| diesel::insert_into(tags::table).values(row).on_conflict_do_nothing().execute(c))?;
    }
    find_tags(c, wanted)
}

/// The tags with these keys that there are.
pub fn find_tags(c: &mut DbConnection, wanted: &[(String, String)]) -> Result<Vec<(TagId, String)>, StoreError> {
    let keys: Vec<&String> = wanted.iter().map(|(key, _)| key).collect();
    Ok(tags::table.filter(tags::name_key.eq_any(keys)).select((tags::id, tags::name)).order(tags::name_key.asc()).load(c)?)
}

/// Gives a claim tags it does not have.
pub fn insert_claim_tags(c: &mut DbConnection, claim: ClaimId, new: &[TagId]) -> Result<(), StoreError> {
    let rows: Vec<_> = new.iter().map(|tag| (claim_tags::claim_id.eq(claim), claim_tags::tag_id.eq(*tag))).collect();
    Ok(insert_rows!(c, claim_tags::table, &rows)?)
}

/// Takes tags from a claim.
pub fn delete_claim_tags(c: &mut DbConnection, claim: ClaimId, old: &[TagId]) -> Result<(), StoreError> {
    diesel::delete(claim_tags::table.filter(claim_tags::claim_id.eq(claim)).filter(claim_tags::tag_id.eq_any(old.to_vec()))).execute(c)?;
    Ok(())
}
