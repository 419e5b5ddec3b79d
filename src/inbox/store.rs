//! Lines of inboxes in the database.

use super::News;
use crate::db::column::At;
use crate::db::schema::{articles, claims, event_order, notifications};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ArticleId, ClaimId, CommentId, EventId, NotificationId, PersonId};
use crate::insert_rows;
use diesel::prelude::*;

crate::text_columns!(News);

/// A line of somebody's inbox.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = notifications)]
pub struct Notification {
    /// Its id; later lines have higher ones.
    pub id: NotificationId,
    /// Whose inbox.
    pub person_id: PersonId,
    /// What it tells of.
    pub kind: News,
    /// The claim.
    pub claim_id: ClaimId,
    /// The remark, where it is one.
    pub comment_id: Option<CommentId>,
    /// The line of history.
    pub event_id: EventId,
    /// Who did it; `None` for the command line.
    pub actor_id: Option<PersonId>,
    /// Their name at the time.
    pub actor_name: String,
    /// What was said.
    pub said: String,
    /// When.
    pub created_at: At,
    /// When it was read.
    pub read_at: Option<At>,
    /// When it went out by e-mail.
    pub mailed_at: Option<At>,
}

/// A line with what it is about.
#[derive(Clone, Debug, PartialEq, Queryable)]
pub struct Shown {
    /// The line.
    pub line: Notification,
    /// The claim's number in its article.
    pub number: i32,
    /// What the claim says.
    pub statement: String,
    /// The article.
    pub article_id: ArticleId,
    /// Its title.
    pub title: String,
}

/// Where a list of an inbox goes on: whether among those that are read, and behind which line.
pub type Place = (bool, NotificationId);

/// Keeps lines.
pub fn insert(c: &mut DbConnection, rows: &[Notification]) -> Result<(), StoreError> {
    for part in rows.chunks(200) {
        insert_rows!(c, notifications::table, part)?;
    }
    Ok(())
}

/// One line of somebody's inbox.
pub fn find(c: &mut DbConnection, person: PersonId, id: NotificationId) -> Result<Option<Notification>, StoreError> {
    let mine = notifications::table.filter(notifications::id.eq(id)).filter(notifications::person_id.eq(person));
    Ok(mine.select(Notification::as_select()).first(c).optional()?)
}

/// Lines of somebody's inbox behind a place, at most `limit`: those that are unread first, then, unless only those are
/// wanted, the others; the newest first of each.
pub fn list(c: &mut DbConnection, person: PersonId, behind: Option<Place>, only_unread: bool, limit: i64) -> Result<Vec<Shown>, StoreError> {
    let mut rows = match behind {
        Some((true, _)) => Vec::new(),
        _ => part(c, person, false, behind.map(|(_, id)| id), limit)?,
    };
    let left = limit - i64::try_from(rows.len()).unwrap_or(limit);
    if left > 0 && !only_unread {
        let behind = behind.filter(|(read, _)| *read).map(|(_, id)| id);
        rows.extend(part(c, person, true, behind, left)?);
    }
    Ok(rows)
}

fn part(c: &mut DbConnection, person: PersonId, read: bool, behind: Option<NotificationId>, limit: i64) -> Result<Vec<Shown>, StoreError> {
    let mut query = notifications::table
        .inner_join(claims::table.inner_join(articles::table))
        .filter(notifications::person_id.eq(person))
        .select((Notification::as_select(), claims::number, claims::statement, articles::id, articles::title))
        .into_boxed::<MultiBackend>();
    query = if read { query.filter(notifications::read_at.is_not_null()) } else { query.filter(notifications::read_at.is_null()) };
    if let Some(behind) = behind {
        query = query.filter(notifications::id.lt(behind));
    }
    Ok(query.order(notifications::id.desc()).limit(limit).load(c)?)
}

/// The unread lines of somebody from before a moment that were in no digest yet, the newest first, at most `limit`.
pub fn unmailed(c: &mut DbConnection, person: PersonId, until: At, limit: i64) -> Result<Vec<NotificationId>, StoreError> {
    Ok(notifications::table
        .filter(notifications::person_id.eq(person))
        .filter(notifications::read_at.is_null())
        .filter(notifications::mailed_at.is_null())
        .filter(notifications::created_at.lt(until))
        .select(notifications::id)
        .order(notifications::id.desc())
        .limit(limit)
        .load(c)?)
}

/// The same with what they are about.
pub fn list_unmailed(c: &mut DbConnection, person: PersonId, until: At, limit: i64) -> Result<Vec<Shown>, StoreError> {
    Ok(notifications::table
        .inner_join(claims::table.inner_join(articles::table))
        .filter(notifications::person_id.eq(person))
        .filter(notifications::read_at.is_null())
        .filter(notifications::mailed_at.is_null())
        .filter(notifications::created_at.lt(until))
        .select((Notification::as_select(), claims::number, claims::statement, articles::id, articles::title))
        .order(notifications::id.desc())
        .limit(limit)
        .load(c)?)
}

/// How many lines of each of these people are unread; those who have none are left out.
pub fn count_unread(c: &mut DbConnection, people: &[PersonId]) -> Result<Vec<(PersonId, i64)>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(notifications::table
        .filter(notifications::person_id.eq_any(people.to_vec()))
        .filter(notifications::read_at.is_null())
        .group_by(notifications::person_id)
        .select((notifications::person_id, diesel::dsl::count_star()))
        .load(c)?)
}

/// How many lines of one person are unread.
pub fn count_unread_of(c: &mut DbConnection, person: PersonId) -> Result<i64, StoreError> {
    Ok(count_unread(c, &[person])?.first().map_or(0, |(_, count)| *count))
}

/// Whose inboxes these lines of history came into.
pub fn told_of(c: &mut DbConnection, events: &[EventId]) -> Result<Vec<PersonId>, StoreError> {
    if events.is_empty() {
        return Ok(Vec::new());
    }
    let told = notifications::table.filter(notifications::event_id.eq_any(events.to_vec()));
    Ok(told.select(notifications::person_id).distinct().load(c)?)
}

/// The unread lines of somebody that tell of something up to a number of the order of history, at most `limit`.
pub fn unread_up_to(c: &mut DbConnection, person: PersonId, number: i64, limit: i64) -> Result<Vec<NotificationId>, StoreError> {
    Ok(notifications::table
        .inner_join(event_order::table.on(event_order::event_id.eq(notifications::event_id)))
        .filter(notifications::person_id.eq(person))
        .filter(notifications::read_at.is_null())
        .filter(event_order::number.le(number))
        .select(notifications::id)
        .limit(limit)
        .load(c)?)
}

/// Marks lines of somebody as read; says how many were unread.
pub fn mark_read(c: &mut DbConnection, person: PersonId, ids: &[NotificationId], at: At) -> Result<usize, StoreError> {
    let mut marked = 0;
    for part in ids.chunks(500) {
        let mine = notifications::table.filter(notifications::id.eq_any(part.to_vec())).filter(notifications::person_id.eq(person));
        marked += diesel::update(mine.filter(notifications::read_at.is_null())).set(notifications::read_at.eq(Some(at))).execute(c)?;
    }
    Ok(marked)
}
