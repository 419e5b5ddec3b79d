//! Whom remarks speak to.

use crate::db::column::At;
use crate::db::schema::{mentions, people};
use crate::db::{DbConnection, StoreError};
use crate::ids::{CommentId, PersonId};
use crate::insert_rows;
use diesel::prelude::*;

/// Most people of a desk who can be spoken to.
const PEOPLE: i64 = 5_000;

/// A place where a remark speaks to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = mentions)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Mention {
    pub comment_id: CommentId,
    pub span_start: i32,
    pub span_end: i32,
    pub person_id: PersonId,
}

/// Keeps places of a remark.
pub fn insert_mentions(c: &mut DbConnection, rows: &[Mention]) -> Result<(), StoreError> {
    for part in rows.chunks(500) {
        insert_rows!(c, mentions::table, part)?;
    }
    Ok(())
}

/// The places of these remarks in order, with the names of whom they speak to.
pub fn mentions_of(c: &mut DbConnection, ids: &[CommentId]) -> Result<Vec<(Mention, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(mentions::table
        .inner_join(people::table)
        .filter(mentions::comment_id.eq_any(ids.to_vec()))
        .select((Mention::as_select(), people::name))
        .order((mentions::comment_id.asc(), mentions::span_start.asc()))
        .load(c)?)
}

/// Everybody of this desk whom a remark can name, with since when they can no longer sign in.
pub fn people_to_name(c: &mut DbConnection) -> Result<Vec<(PersonId, String, Option<At>)>, StoreError> {
    Ok(people::table
        .filter(people::from_desk.is_null())
        .select((people::id, people::name, people::disabled_at))
        .order((people::name.asc(), people::id.asc()))
        .limit(PEOPLE)
        .load(c)?)
}
