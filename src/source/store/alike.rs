//! What suggestions of merges are made of, and which pairs somebody said are different, in the database.

use super::Source;
use crate::code::Code;
use crate::db::column::At;
use crate::db::schema::{source_aliases, source_differences, sources};
use crate::db::{DbConnection, StoreError};
use crate::ids::SourceId;
use crate::per_backend;
use crate::source::SourceKind;
use crate::source::alike::{Entry, pair};
use diesel::dsl::{count_star, sum};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Two entries that somebody said are different.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = source_differences)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Difference {
    pub one_id: SourceId,
    pub other_id: SourceId,
    pub by_name: String,
    pub told_at: At,
}

/// What suggestions depend on, in numbers: how many entries there are, how often they changed, how many pairs are told
/// apart, and when the last of these was.
pub type State = (i64, i64, i64, Option<At>);

/// What suggestions depend on, as it is now.
pub fn state(c: &mut DbConnection) -> Result<State, StoreError> {
    let (entries, changes): (i64, Option<i64>) = sources::table.select((count_star(), sum(sources::revision))).first(c)?;
    let pairs: i64 = source_differences::table.count().get_result(c)?;
    let last: Option<At> = source_differences::table.select(source_differences::told_at).order(source_differences::told_at.desc()).first(c).optional()?;
    Ok((entries, changes.unwrap_or_default(), pairs, last))
}

/// All entries that are part of no other, with all their names.
pub fn entries(c: &mut DbConnection) -> Result<Vec<Entry>, StoreError> {
    let rows: Vec<(SourceId, String, String)> =
        sources::table.filter(sources::merged_into.is_null()).select((sources::id, sources::name, sources::kind)).order(sources::id.asc()).load(c)?;
    let aliases: Vec<(SourceId, String)> =
        source_aliases::table.select((source_aliases::source_id, source_aliases::alias)).order(source_aliases::id.asc()).load(c)?;
    let mut names: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    for (id, alias) in aliases {
        names.entry(id).or_default().push(alias);
    }
    let entry = |(id, name, kind): (SourceId, String, String)| {
        let others = names.remove(&id).unwrap_or_default();
        Entry { id, kind: SourceKind::from_code(&kind).unwrap_or(SourceKind::Unnamed), names: std::iter::once(name).chain(others).collect() }
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// The pairs that somebody said are different.
pub fn differences(c: &mut DbConnection) -> Result<BTreeSet<(SourceId, SourceId)>, StoreError> {
    Ok(source_differences::table.select((source_differences::one_id, source_differences::other_id)).load(c)?.into_iter().collect())
}

/// Whether somebody said that two entries are different, and who.
pub fn find_difference(c: &mut DbConnection, a: SourceId, b: SourceId) -> Result<Option<Difference>, StoreError> {
    Ok(source_differences::table.find(pair(a, b)).select(Difference::as_select()).first(c).optional()?)
}

/// Keeps that two entries are different; `false` where it was kept already.
pub fn put_difference(c: &mut DbConnection, row: &Difference) -> Result<bool, StoreError> {
    let kept = per_backend!(c, |c| diesel::insert_into(source_differences::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(kept == 1)
}

/// Forgets that two entries are different; `false` where nobody said so.
pub fn drop_difference(c: &mut DbConnection, a: SourceId, b: SourceId) -> Result<bool, StoreError> {
    Ok(diesel::delete(source_differences::table.find(pair(a, b))).execute(c)? == 1)
}

/// These entries, by id.
pub fn named(c: &mut DbConnection, ids: &BTreeSet<SourceId>) -> Result<BTreeMap<SourceId, Source>, StoreError> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<Source> = sources::table.filter(sources::id.eq_any(ids.clone())).select(Source::as_select()).load(c)?;
    Ok(rows.into_iter().map(|source| (source.id, source)).collect())
}
