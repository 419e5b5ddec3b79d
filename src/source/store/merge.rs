//! Sources merged into others, in the database: which, and what moved with each.

use super::{Alias, Source};
use crate::db::column::{At, Json};
use crate::db::schema::{attributions, evidence, merged_rows, reliability_notes, source_aliases, source_merges, sources};
use crate::db::{DbConnection, StoreError};
use crate::ids::{AttributionId, ClaimId, EvidenceId, NoteId, SourceId, SubjectId};
use crate::{insert_rows, per_backend};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A merge that stands.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = source_merges)]
pub struct Merge {
    /// The entry that went in.
    pub from_id: SourceId,
    /// The entry that it went into. That one may be part of a third by now.
    pub into_id: SourceId,
    /// Name of who merged them.
    pub by_name: String,
    /// When.
    pub merged_at: At,
    /// Keys of the names that the entry took over, as a JSON list of texts.
    pub name_keys: Json,
}

impl Merge {
    /// The keys of the names that the entry took over.
    pub fn keys(&self) -> BTreeSet<String> {
        serde_json::from_value(self.name_keys.0.clone()).unwrap_or_default()
    }
}

/// How much points to an entry, or moved with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weight {
    /// Claims that cite it.
    pub claims: usize,
    /// Pieces of evidence that go back to it.
    pub evidence: usize,
    /// Notes on its reliability.
    pub notes: usize,
}

/// Lets merges happen one after the other. (On SQLite a transaction that writes is alone anyway.)
///
/// A deed takes its turn before it takes rows and before it takes a chain of history, so that none waits in a ring.
pub fn take_turn(c: &mut DbConnection) -> Result<(), StoreError> {
    if let DbConnection::Postgres(c) = c {
        diesel::sql_query("LOCK TABLE source_merges IN SHARE ROW EXCLUSIVE MODE").execute(c)?;
    }
    Ok(())
}

/// Takes these entries for the rest of the transaction: nobody cites or changes one meanwhile.
pub fn lock(c: &mut DbConnection, ids: &[SourceId]) -> Result<(), StoreError> {
    if let DbConnection::Postgres(c) = c {
        let rows = sources::table.filter(sources::id.eq_any(ids.to_vec())).select(sources::id).order(sources::id.asc());
        rows.for_update().load::<SourceId>(c)?;
    }
    Ok(())
}

/// Keeps entries from being merged away for the rest of the transaction, and gives for each the entry that it is part of
/// by now. Whoever is about to cite a source asks here first: between finding it by name and citing it, somebody may have
/// merged it.
pub fn keep(c: &mut DbConnection, ids: &BTreeSet<SourceId>) -> Result<BTreeMap<SourceId, SourceId>, StoreError> {
    let mut now = roots(c, ids)?;
    let DbConnection::Postgres(c) = c else { return Ok(now) };
    let mut open: BTreeSet<SourceId> = now.values().copied().collect();
    while !open.is_empty() {
        let rows = sources::table.filter(sources::id.eq_any(open)).select((sources::id, sources::merged_into)).order(sources::id.asc());
        let merged: BTreeMap<SourceId, Option<SourceId>> = rows.for_key_share().load(c)?.into_iter().collect();
        for place in now.values_mut() {
            *place = merged.get(place).copied().flatten().unwrap_or(*place);
        }
        open = merged.into_values().flatten().collect();
    }
    Ok(now)
}

/// For each of these entries the one that it is part of, or itself.
pub fn roots(c: &mut DbConnection, ids: &BTreeSet<SourceId>) -> Result<BTreeMap<SourceId, SourceId>, StoreError> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows: Vec<(SourceId, Option<SourceId>)> = sources::table.filter(sources::id.eq_any(ids.clone())).select((sources::id, sources::merged_into)).load(c)?;
    Ok(rows.into_iter().map(|(id, into)| (id, into.unwrap_or(id))).collect())
}

/// The merge of an entry.
pub fn find(c: &mut DbConnection, from: SourceId) -> Result<Option<Merge>, StoreError> {
    Ok(source_merges::table.find(from).select(Merge::as_select()).first(c).optional()?)
}

/// The newest merge into an entry.
pub fn newest_into(c: &mut DbConnection, into: SourceId) -> Result<Option<Merge>, StoreError> {
    Ok(source_merges::table.filter(source_merges::into_id.eq(into)).select(Merge::as_select()).order(source_merges::merged_at.desc()).first(c).optional()?)
}

/// The entries that are part of these, by name, each with its merge.
pub fn parts_of(c: &mut DbConnection, ids: &[SourceId]) -> Result<Vec<(Source, Merge)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let into: Vec<Option<SourceId>> = ids.iter().copied().map(Some).collect();
    Ok(sources::table
        .inner_join(source_merges::table.on(source_merges::from_id.eq(sources::id)))
        .filter(sources::merged_into.eq_any(into))
        .select((Source::as_select(), Merge::as_select()))
        .order((sources::name_key.asc(), sources::id.asc()))
        .load(c)?)
}

/// How much points to an entry.
pub fn weigh(c: &mut DbConnection, id: SourceId) -> Result<Weight, StoreError> {
    let claims: Vec<ClaimId> = attributions::table.filter(attributions::source_id.eq(id)).select(attributions::claim_id).distinct().load(c)?;
    let evidence: i64 = evidence::table.filter(evidence::origin_id.eq(id)).count().get_result(c)?;
    let notes: i64 = reliability_notes::table.filter(reliability_notes::source_id.eq(id)).count().get_result(c)?;
    let count = |n: i64| usize::try_from(n).unwrap_or_default();
    Ok(Weight { claims: claims.len(), evidence: count(evidence), notes: count(notes) })
}

/// Points all that points to the entry that goes in to the one that it goes into, and remembers which rows that were.
pub fn begin(c: &mut DbConnection, merge: &Merge) -> Result<(), StoreError> {
    let (from, into) = (merge.from_id, merge.into_id);
    diesel::insert_into(source_merges::table).values(merge).execute(c)?;
    let mut moved: Vec<SubjectId> = Vec::new();
    let links: Vec<AttributionId> = attributions::table.filter(attributions::source_id.eq(from)).select(attributions::id).load(c)?;
    moved.extend(links.into_iter().map(|id| SubjectId(id.0)));
    let pieces: Vec<EvidenceId> = evidence::table.filter(evidence::origin_id.eq(from)).select(evidence::id).load(c)?;
    moved.extend(pieces.into_iter().map(|id| SubjectId(id.0)));
    let notes: Vec<NoteId> = reliability_notes::table.filter(reliability_notes::source_id.eq(from)).select(reliability_notes::id).load(c)?;
    moved.extend(notes.into_iter().map(|id| SubjectId(id.0)));
    let parts: Vec<SourceId> = sources::table.filter(sources::merged_into.eq(from)).select(sources::id).load(c)?;
    moved.extend(parts.into_iter().map(|id| SubjectId(id.0)));
    for part in moved.chunks(500) {
        let rows: Vec<_> = part.iter().map(|row| (merged_rows::from_id.eq(from), merged_rows::row_id.eq(*row))).collect();
        insert_rows!(c, merged_rows::table, &rows)?;
    }
    diesel::update(attributions::table.filter(attributions::source_id.eq(from))).set(attributions::source_id.eq(into)).execute(c)?;
    diesel::update(evidence::table.filter(evidence::origin_id.eq(from))).set(evidence::origin_id.eq(into)).execute(c)?;
    diesel::update(reliability_notes::table.filter(reliability_notes::source_id.eq(from))).set(reliability_notes::source_id.eq(into)).execute(c)?;
    diesel::update(sources::table.filter(sources::merged_into.eq(from))).set(sources::merged_into.eq(into)).execute(c)?;
    Ok(())
}

/// Points what moved with an entry, and still points to the one that it is part of, back to it; forgets the merge. `above`
/// are the merged entries that took it along.
pub fn end(c: &mut DbConnection, from: SourceId, root: SourceId, above: &[SourceId]) -> Result<(), StoreError> {
    macro_rules! moved {
        () => {
            merged_rows::table.filter(merged_rows::from_id.eq(from)).select(merged_rows::row_id)
        };
    }
    diesel::update(attributions::table.filter(attributions::source_id.eq(root)).filter(attributions::id.eq_any(moved!())))
        .set(attributions::source_id.eq(from))
        .execute(c)?;
    diesel::update(evidence::table.filter(evidence::origin_id.eq(root)).filter(evidence::id.eq_any(moved!()))).set(evidence::origin_id.eq(from)).execute(c)?;
    diesel::update(reliability_notes::table.filter(reliability_notes::source_id.eq(root)).filter(reliability_notes::id.eq_any(moved!())))
        .set(reliability_notes::source_id.eq(from))
        .execute(c)?;
    diesel::update(sources::table.filter(sources::merged_into.eq(root)).filter(sources::id.eq_any(moved!()))).set(sources::merged_into.eq(from)).execute(c)?;
    // An entry further up that took this one along must not claim later what has gone home.
    let mut rows: Vec<SubjectId> = moved!().load(c)?;
    rows.push(SubjectId(from.0));
    for part in rows.chunks(500) {
        let theirs = merged_rows::table.filter(merged_rows::from_id.eq_any(above.to_vec())).filter(merged_rows::row_id.eq_any(part.to_vec()));
        diesel::delete(theirs).execute(c)?;
    }
    diesel::delete(merged_rows::table.filter(merged_rows::from_id.eq(from))).execute(c)?;
    diesel::delete(source_merges::table.find(from)).execute(c)?;
    Ok(())
}

/// Gives a source one more name, unless it has it.
pub fn add_alias(c: &mut DbConnection, row: &Alias) -> Result<(), StoreError> {
    per_backend!(c, |c| diesel::insert_into(source_aliases::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Takes names from a source.
pub fn drop_aliases(c: &mut DbConnection, id: SourceId, keys: &BTreeSet<String>) -> Result<(), StoreError> {
    diesel::delete(source_aliases::table.filter(source_aliases::source_id.eq(id)).filter(source_aliases::alias_key.eq_any(keys.clone()))).execute(c)?;
    Ok(())
}

/// Says of which entry one is part, and that both changed.
pub fn set_merged(c: &mut DbConnection, from: SourceId, into: Option<SourceId>, other: SourceId) -> Result<(), StoreError> {
    diesel::update(sources::table.find(from)).set(sources::merged_into.eq(into)).execute(c)?;
    diesel::update(sources::table.filter(sources::id.eq_any(vec![from, other]))).set(sources::revision.eq(sources::revision + 1)).execute(c)?;
    Ok(())
}
