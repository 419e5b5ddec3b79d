//! Filters of the queue under a name.

use crate::db::column::At;
use crate::db::schema::{people, saved_views};
use crate::db::{DbConnection, StoreError};
use crate::ids::{PersonId, ViewId};
use diesel::prelude::*;

/// A filter of the queue under a name.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = saved_views)]
pub struct SavedView {
    /// Its id.
    pub id: ViewId,
    /// Whose it is.
    pub owner_id: PersonId,
    /// What it is called.
    pub name: String,
    /// The filter, as the address of the queue has it.
    pub query: String,
    /// Whether the whole desk has it.
    pub shared: bool,
    /// Its place in the list.
    pub ordinal: i32,
    /// When it was saved.
    pub created_at: At,
    /// When it last changed.
    pub updated_at: At,
    /// Counts the changes of this row.
    pub revision: i32,
}

/// A person's views and those of the whole desk, with their owners' names, in their order, at most `limit`.
pub fn list_for(c: &mut DbConnection, person: PersonId, limit: i64) -> Result<Vec<(SavedView, String)>, StoreError> {
    Ok(saved_views::table
        .inner_join(people::table)
        .filter(saved_views::owner_id.eq(person).or(saved_views::shared.eq(true)))
        .select((SavedView::as_select(), people::name))
        .order((saved_views::shared.asc(), saved_views::ordinal.asc(), saved_views::id.asc()))
        .limit(limit)
        .load(c)?)
}

/// One view.
pub fn find(c: &mut DbConnection, id: ViewId) -> Result<Option<SavedView>, StoreError> {
    Ok(saved_views::table.find(id).select(SavedView::as_select()).first(c).optional()?)
}

/// How many views a person keeps.
pub fn count_of(c: &mut DbConnection, person: PersonId) -> Result<i64, StoreError> {
    Ok(saved_views::table.filter(saved_views::owner_id.eq(person)).count().get_result(c)?)
}

/// The place behind all views of a person and of the desk.
pub fn next_ordinal(c: &mut DbConnection, person: PersonId) -> Result<i32, StoreError> {
    let last: Option<i32> =
        saved_views::table.filter(saved_views::owner_id.eq(person).or(saved_views::shared.eq(true))).select(diesel::dsl::max(saved_views::ordinal)).first(c)?;
    Ok(last.unwrap_or(0) + 1)
}

/// Keeps a new view.
pub fn insert(c: &mut DbConnection, view: &SavedView) -> Result<(), StoreError> {
    diesel::insert_into(saved_views::table).values(view).execute(c)?;
    Ok(())
}

/// Writes a view if nobody changed it since `view.revision`.
pub fn update(c: &mut DbConnection, view: &SavedView) -> Result<bool, StoreError> {
    let changed = diesel::update(saved_views::table.filter(saved_views::id.eq(view.id)).filter(saved_views::revision.eq(view.revision)))
        .set((
            (saved_views::name.eq(&view.name), saved_views::query.eq(&view.query), saved_views::shared.eq(view.shared)),
            (saved_views::ordinal.eq(view.ordinal), saved_views::updated_at.eq(view.updated_at)),
            saved_views::revision.eq(view.revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

/// Forgets a view if nobody changed it since `revision`.
pub fn delete(c: &mut DbConnection, id: ViewId, revision: i32) -> Result<bool, StoreError> {
    Ok(diesel::delete(saved_views::table.filter(saved_views::id.eq(id)).filter(saved_views::revision.eq(revision))).execute(c)? == 1)
}
