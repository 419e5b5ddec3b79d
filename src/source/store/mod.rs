//! Sources, their other names, and notes on their reliability, in the database.

pub mod alike;
pub mod ledger;
pub mod merge;

use super::{Rating, SourceKind};
use crate::db::column::{At, Json};
use crate::db::page::{Page, read_cursor, rows_after};
use crate::db::schema::{attributions, claims, people, reliability_notes, source_aliases, sources};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{AliasId, ArticleId, ClaimId, NoteId, PersonId, SourceId};
use crate::per_backend;
use chrono::NaiveDate;
use diesel::prelude::*;

crate::text_columns!(SourceKind, Rating);
mod function {
    use crate::db::schema::sources;
    use diesel::sql_types::Nullable;

    diesel::define_sql_function! {
        /// The entry that one is part of, else itself.
        #[sql_name = "coalesce"]
        fn root_of(merged_into: Nullable<crate::db::column::sql::Uuid>, id: crate::db::column::sql::Uuid) -> crate::db::column::sql::Uuid;
    }

    /// The column of it.
    pub type Root = root_of<sources::merged_into, sources::id>;
}

/// The entry that a source is part of, else itself, as part of a query.
pub fn root() -> function::Root {
    function::root_of(crate::db::schema::sources::merged_into, crate::db::schema::sources::id)
}

diesel::allow_columns_to_appear_in_same_group_by_clause!(claims::substance, attributions::verdict);

/// An entry of the registry.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sources)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its canonical name.
    pub name: String,
    /// The name folded for comparison; see [`super::name_key`].
    pub name_key: String,
    /// What it is.
    pub kind: SourceKind,
    /// Its country; may be empty.
    pub country: String,
    /// Links about it, as a JSON list of texts.
    pub links: Json,
    /// Its interests in what it is cited for; may be empty.
    pub interests: String,
    /// The entry this one was merged into.
    pub merged_into: Option<SourceId>,
    /// When it was entered.
    pub created_at: At,
    /// Counts the changes of this row.
    pub revision: i32,
}

impl Source {
    /// The links as texts.
    pub fn link_list(&self) -> Vec<String> {
        serde_json::from_value(self.links.0.clone()).unwrap_or_default()
    }
}

/// Another name of a source.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = source_aliases)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Alias {
    pub id: AliasId,
    pub source_id: SourceId,
    pub alias: String,
    pub alias_key: String,
}

/// A dated note on a source's reliability.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = reliability_notes)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct ReliabilityNote {
    pub id: NoteId,
    pub source_id: SourceId,
    pub author_id: PersonId,
    pub note: String,
    pub noted_on: NaiveDate,
    pub created_at: At,
    pub rating: Option<Rating>,
    pub holds_from: Option<NaiveDate>,
    pub withdrawn_at: Option<At>,
    pub withdrawn_by: Option<String>,
    pub withdrawn_why: Option<String>,
}

impl ReliabilityNote {
    /// From which day on it holds.
    pub fn begins(&self) -> NaiveDate {
        self.holds_from.unwrap_or(self.noted_on)
    }
}

/// What a cursor of the list holds.
pub type ListKey = (String, SourceId);

/// One source.
pub fn find(c: &mut DbConnection, id: SourceId) -> Result<Option<Source>, StoreError> {
    Ok(sources::table.find(id).select(Source::as_select()).first(c).optional()?)
}

/// The sources whose name or other name has one of these keys, each with the key that fitted. A name of an entry that was
/// merged leads to the entry that it is part of now.
pub fn find_by_keys(c: &mut DbConnection, keys: &[String]) -> Result<Vec<(String, SourceId)>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let by_name: Vec<(String, SourceId, Option<SourceId>)> =
        sources::table.filter(sources::name_key.eq_any(keys.to_vec())).select((sources::name_key, sources::id, sources::merged_into)).load(c)?;
    let mut found: Vec<(String, SourceId)> = by_name.into_iter().map(|(key, id, into)| (key, into.unwrap_or(id))).collect();
    let by_alias: Vec<(String, SourceId)> = source_aliases::table
        .inner_join(sources::table)
        .filter(source_aliases::alias_key.eq_any(keys.to_vec()))
        .filter(sources::merged_into.is_null())
        .select((source_aliases::alias_key, source_aliases::source_id))
        .order(source_aliases::id.asc())
        .load(c)?;
    for (key, id) in by_alias {
        if !found.iter().any(|(known, _)| *known == key) {
            found.push((key, id));
        }
    }
    Ok(found)
}

/// Keeps a new source; `false` when one with this name is already there.
pub fn insert(c: &mut DbConnection, source: &Source) -> Result<bool, StoreError> {
    let kept = per_backend!(c, |c| diesel::insert_into(sources::table).values(source).on_conflict_do_nothing().execute(c))?;
    Ok(kept == 1)
}

/// Writes a source's changeable fields if nobody changed them since `source.revision`.
pub fn update(c: &mut DbConnection, source: &Source) -> Result<bool, diesel::result::Error> {
    let changed = diesel::update(sources::table.filter(sources::id.eq(source.id)).filter(sources::revision.eq(source.revision)))
        .set((
            sources::name.eq(&source.name),
            sources::name_key.eq(&source.name_key),
            sources::kind.eq(source.kind),
            sources::country.eq(&source.country),
            sources::links.eq(&source.links),
            sources::interests.eq(&source.interests),
            sources::revision.eq(source.revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

/// Sources by name; with `q`, those whose name or other name begins with it or holds it as a word's beginning.
pub fn list(c: &mut DbConnection, q: Option<&str>, cursor: Option<&str>, limit: i64) -> Result<Page<Source>, StoreError> {
    let mut query = sources::table.filter(sources::merged_into.is_null()).select(Source::as_select()).into_boxed::<MultiBackend>();
    if let Some(q) = q.map(super::name_key).filter(|q| !q.is_empty()) {
        let escaped = q.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let (begins, inside) = (format!("{escaped}%"), format!("% {escaped}%"));
        let by_alias = source_aliases::table
            .filter(source_aliases::alias_key.like(begins.clone()).escape('\\').or(source_aliases::alias_key.like(inside.clone()).escape('\\')))
            .select(source_aliases::source_id);
        query = query.filter(sources::name_key.like(begins).escape('\\').or(sources::name_key.like(inside).escape('\\')).or(sources::id.eq_any(by_alias)));
    }
    if let Some((key, id)) = cursor.and_then(read_cursor::<ListKey>) {
        query = query.filter(rows_after(sources::name_key, sources::id, key, id));
    }
    let rows = query.order((sources::name_key.asc(), sources::id.asc())).limit(limit + 1).load(c)?;
    Ok(Page::cut(rows, limit, |s: &Source| (s.name_key.clone(), s.id)))
}

/// Names of these sources.
pub fn names(c: &mut DbConnection, ids: &[SourceId]) -> Result<Vec<(SourceId, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(sources::table.filter(sources::id.eq_any(ids.to_vec())).select((sources::id, sources::name)).load(c)?)
}

/// Other names of these sources.
pub fn aliases_of(c: &mut DbConnection, ids: &[SourceId]) -> Result<Vec<Alias>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(source_aliases::table.filter(source_aliases::source_id.eq_any(ids.to_vec())).select(Alias::as_select()).order(source_aliases::alias.asc()).load(c)?)
}

/// Makes `names` the other names of a source.
pub fn replace_aliases(c: &mut DbConnection, source: SourceId, rows: &[Alias]) -> Result<(), StoreError> {
    diesel::delete(source_aliases::table.filter(source_aliases::source_id.eq(source))).execute(c)?;
    // One at a time: SQLite has no batch insert that also passes over rows already there.
    for row in rows {
        per_backend!(c, |c| diesel::insert_into(source_aliases::table).values(row).on_conflict_do_nothing().execute(c))?;
    }
    Ok(())
}

/// Notes on the reliability of these sources, newest first, with their authors' names.
pub fn notes_of(c: &mut DbConnection, ids: &[SourceId]) -> Result<Vec<(ReliabilityNote, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(reliability_notes::table
        .inner_join(people::table)
        .filter(reliability_notes::source_id.eq_any(ids.to_vec()))
        .select((ReliabilityNote::as_select(), people::name))
        .order(reliability_notes::id.desc())
        .load(c)?)
}

/// One note on a source's reliability.
pub fn find_note(c: &mut DbConnection, id: NoteId) -> Result<Option<ReliabilityNote>, StoreError> {
    Ok(reliability_notes::table.find(id).select(ReliabilityNote::as_select()).first(c).optional()?)
}

/// Marks a note as withdrawn; `false` where it was already.
pub fn withdraw_note(c: &mut DbConnection, id: NoteId, at: At, by: &str, why: &str) -> Result<bool, StoreError> {
    let changed = diesel::update(reliability_notes::table.filter(reliability_notes::id.eq(id)).filter(reliability_notes::withdrawn_at.is_null()))
        .set((reliability_notes::withdrawn_at.eq(at), reliability_notes::withdrawn_by.eq(by), reliability_notes::withdrawn_why.eq(why)))
        .execute(c)?;
    Ok(changed == 1)
}

/// Keeps a note on a source's reliability.
pub fn insert_note(c: &mut DbConnection, note: &ReliabilityNote) -> Result<(), StoreError> {
    diesel::insert_into(reliability_notes::table).values(note).execute(c)?;
    Ok(())
}

/// Substance and attribution verdict of claims, and how many there are with both.
pub type VerdictCount = (Option<String>, Option<String>, i64);

/// How often a source was cited, by the substance and attribution verdicts of the claims it was cited for; `without` those
/// whose finding is hidden from whoever looks.
pub fn record_of(c: &mut DbConnection, id: SourceId, without: &[ClaimId]) -> Result<Vec<VerdictCount>, StoreError> {
    Ok(attributions::table
        .inner_join(claims::table)
        .filter(attributions::source_id.eq(id))
        .filter(claims::removed_at.is_null())
        .filter(claims::id.ne_all(without.to_vec()))
        .group_by((claims::substance, attributions::verdict))
        .select((claims::substance, attributions::verdict, diesel::dsl::count_star()))
        .load(c)?)
}

/// The ids of the sources that the claims of an article cite, as part of a query.
macro_rules! cited_in {
    ($article:expr) => {
        attributions::table
            .inner_join(claims::table)
            .filter(claims::article_id.eq($article))
            .filter(claims::removed_at.is_null())
            .select(attributions::source_id)
    };
}

/// Other names of the sources that an article cites.
pub fn aliases_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<Alias>, StoreError> {
    Ok(source_aliases::table
        .filter(source_aliases::source_id.eq_any(cited_in!(article)))
        .select(Alias::as_select())
        .order((source_aliases::alias.asc(), source_aliases::id.asc()))
        .load(c)?)
}

/// Notes on the reliability of the sources that an article cites, newest first, with their authors' names.
pub fn notes_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(ReliabilityNote, String)>, StoreError> {
    Ok(reliability_notes::table
        .inner_join(people::table)
        .filter(reliability_notes::source_id.eq_any(cited_in!(article)))
        .filter(reliability_notes::withdrawn_at.is_null())
        .select((ReliabilityNote::as_select(), people::name))
        .order(reliability_notes::id.desc())
        .load(c)?)
}
