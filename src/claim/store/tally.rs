//! How many claims are in each state: of the desk, of a person, of an article.

use super::queue;
use crate::claim::codes::WorkState;
use crate::db::condition::Aside;
use crate::db::schema::claims;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, PersonId};
use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use std::collections::BTreeMap;

/// How many claims of the desk are in each state.
pub fn count_by_state(c: &mut DbConnection) -> Result<Vec<(WorkState, i64)>, StoreError> {
    Ok(claims::table.filter(claims::removed_at.is_null()).group_by(claims::state).select((claims::state, diesel::dsl::count_star())).load(c)?)
}

/// How many claims somebody still has to act on, and that nobody has.
pub fn count_unassigned(c: &mut DbConnection) -> Result<i64, StoreError> {
    Ok(claims::table.filter(claims::removed_at.is_null()).filter(queue::OPEN).filter(claims::assignee_id.is_null()).count().get_result(c)?)
}

/// How many claims of one person are in each state.
pub fn count_by_state_of(c: &mut DbConnection, person: PersonId) -> Result<Vec<(WorkState, i64)>, StoreError> {
    Ok(claims::table
        .filter(claims::removed_at.is_null())
        .filter(claims::assignee_id.eq(person))
        .group_by(claims::state)
        .select((claims::state, diesel::dsl::count_star()))
        .load(c)?)
}

/// How much a person still has to act on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Claims that somebody still has to act on.
    pub open: i64,
    /// Those that were due before today.
    pub overdue: i64,
    /// Those due today.
    pub today: i64,
    /// Those due today or in the six days behind it.
    pub week: i64,
}

/// What everybody has who has anything, and nobody, in four statements.
pub fn loads(c: &mut DbConnection, today: NaiveDate) -> Result<BTreeMap<Option<PersonId>, Load>, StoreError> {
    let after = |days| today.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
    let mut loads: BTreeMap<Option<PersonId>, Load> = BTreeMap::new();
    for (person, count) in count_open_by_assignee(c, None)? {
        loads.entry(person).or_default().open = count;
    }
    for (person, count) in count_open_by_assignee(c, Some((NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(today), today)))? {
        loads.entry(person).or_default().overdue = count;
    }
    for (person, count) in count_open_by_assignee(c, Some((today, after(1))))? {
        loads.entry(person).or_default().today = count;
    }
    for (person, count) in count_open_by_assignee(c, Some((today, after(7))))? {
        loads.entry(person).or_default().week = count;
    }
    Ok(loads)
}

/// How many claims each person still has to act on, and how many nobody has: all, or those due in some days.
fn count_open_by_assignee(c: &mut DbConnection, due: Option<(NaiveDate, NaiveDate)>) -> Result<Vec<(Option<PersonId>, i64)>, StoreError> {
    let open = claims::table.filter(claims::removed_at.is_null()).filter(queue::OPEN);
    let counts = (claims::assignee_id, diesel::dsl::count_star());
    Ok(match due {
        None => open.group_by(claims::assignee_id).select(counts).load(c)?,
        Some((from, before)) => {
            let due = Aside(claims::due_on.ge(from).and(claims::due_on.lt(before)));
            open.filter(due).group_by(claims::assignee_id).select(counts).load(c)?
        }
    })
}

/// How many claims of these articles are in each state.
pub fn count_by_article(c: &mut DbConnection, ids: &[ArticleId]) -> Result<Vec<(ArticleId, WorkState, i64)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claims::table
        .filter(claims::article_id.eq_any(ids.to_vec()))
        .filter(claims::removed_at.is_null())
        .group_by((claims::article_id, claims::state))
        .select((claims::article_id, claims::state, diesel::dsl::count_star()))
        .load(c)?)
}
