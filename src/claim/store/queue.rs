//! The queue: claims of the whole desk, filtered, sorted, in pages; and counts by state.

use super::Claim;
use crate::claim::codes::{AttributionVerdict, Risk, Substance, WorkState};
use crate::codes;
use crate::db::page::{Page, read_cursor, rows_before};
use crate::db::schema::{articles, attributions, claims, people};
use crate::db::search::{ClaimMatches, words};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ArticleId, ClaimId, PersonId, SourceId};
use chrono::NaiveDate;
use diesel::prelude::*;

codes! {
    /// In which order the queue is shown.
    "queue-sort"
    pub enum QueueSort {
        /// Most urgent first.
        Urgency = "urgency",
        /// Newest first.
        Newest = "newest",
        /// Oldest first.
        Oldest = "oldest",
        /// Most worth checking first.
        Worthiness = "worthiness",
    }
}

/// Whose claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// One person's.
    Person(PersonId),
    /// Those that nobody has.
    Nobody,
}

/// Which claims to show. `None` and empty mean: all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimFilter {
    /// Of one article.
    pub article: Option<ArticleId>,
    /// In one of these states.
    pub states: Vec<WorkState>,
    /// With this verdict on substance.
    pub substance: Option<Substance>,
    /// With this verdict on attribution.
    pub attribution: Option<AttributionVerdict>,
    /// With this source in the chain.
    pub source: Option<SourceId>,
    /// Of a person, or of nobody.
    pub assignee: Option<Whose>,
    /// Due before this day.
    pub due_before: Option<NaiveDate>,
    /// With this risk.
    pub risk: Option<Risk>,
    /// With these words in the statement.
    pub q: Option<String>,
    /// Among these.
    pub ids: Option<Vec<ClaimId>>,
}

/// A row of the queue.
#[derive(Clone, Debug, PartialEq)]
pub struct QueueRow {
    /// The claim.
    pub claim: Claim,
    /// Title of its article.
    pub article_title: String,
    /// Who has it.
    pub assignee: Option<String>,
}

macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let mut query = $query.filter(claims::removed_at.is_null());
        let filter: &ClaimFilter = $filter;
        if let Some(article) = filter.article {
            query = query.filter(claims::article_id.eq(article));
        }
        match filter.states.as_slice() {
            [] => {}
            [state] => query = query.filter(claims::state.eq(*state)),
            states => query = query.filter(claims::state.eq_any(states.to_vec())),
        }
        if let Some(substance) = filter.substance {
            query = query.filter(claims::substance.eq(substance));
        }
        if let Some(attribution) = filter.attribution {
            query = query.filter(claims::attribution.eq(attribution));
        }
        if let Some(source) = filter.source {
            query = query.filter(claims::id.eq_any(attributions::table.filter(attributions::source_id.eq(source)).select(attributions::claim_id)));
        }
        match filter.assignee {
            Some(Whose::Person(person)) => query = query.filter(claims::assignee_id.eq(person)),
            Some(Whose::Nobody) => query = query.filter(claims::assignee_id.is_null()),
            None => {}
        }
        if let Some(day) = filter.due_before {
            query = query.filter(claims::due_on.lt(day));
        }
        if let Some(risk) = filter.risk {
            query = query.filter(claims::risk.eq(risk.rank()));
        }
        if let Some(words) = filter.q.as_deref().and_then(words) {
            query = query.filter(ClaimMatches::new(&words));
        }
        if let Some(ids) = &filter.ids {
            query = query.filter(claims::id.eq_any(ids.clone()));
        }
        query
    }};
}

/// Whether a text is a cursor of the queue in this order.
pub fn is_cursor(sort: QueueSort, text: &str) -> bool {
    match sort {
        QueueSort::Urgency => read_cursor::<(i64, ClaimId)>(text).is_some(),
        QueueSort::Worthiness => read_cursor::<(f64, ClaimId)>(text).is_some(),
        QueueSort::Newest | QueueSort::Oldest => read_cursor::<((), ClaimId)>(text).is_some(),
    }
}

/// A page of the queue.
pub fn list(c: &mut DbConnection, filter: &ClaimFilter, sort: QueueSort, cursor: Option<&str>, limit: i64) -> Result<Page<QueueRow>, StoreError> {
    let query = claims::table
        .inner_join(articles::table)
        .left_join(people::table.on(people::id.nullable().eq(claims::assignee_id)))
        .select((Claim::as_select(), articles::title, people::name.nullable()))
        .into_boxed::<MultiBackend>();
    let mut query = filtered!(query, filter);
    query = match sort {
        QueueSort::Urgency => {
            if let Some((urgency, id)) = cursor.and_then(read_cursor::<(i64, ClaimId)>) {
                query = query.filter(rows_before(claims::urgency, claims::id, urgency, id));
            }
            query.order((claims::urgency.desc(), claims::id.desc()))
        }
        QueueSort::Worthiness => {
            if let Some((worthiness, id)) = cursor.and_then(read_cursor::<(f64, ClaimId)>) {
                query = query.filter(rows_before(claims::check_worthiness, claims::id, worthiness, id));
            }
            query.order((claims::check_worthiness.desc(), claims::id.desc()))
        }
        QueueSort::Newest => {
            if let Some(((), id)) = cursor.and_then(read_cursor::<((), ClaimId)>) {
                query = query.filter(claims::id.lt(id));
            }
            query.order(claims::id.desc())
        }
        QueueSort::Oldest => {
            if let Some(((), id)) = cursor.and_then(read_cursor::<((), ClaimId)>) {
                query = query.filter(claims::id.gt(id));
            }
            query.order(claims::id.asc())
        }
    };
    let rows: Vec<(Claim, String, Option<String>)> = query.limit(limit + 1).load(c)?;
    let rows = rows.into_iter().map(|(claim, article_title, assignee)| QueueRow { claim, article_title, assignee }).collect();
    Ok(match sort {
        QueueSort::Urgency => Page::cut(rows, limit, |row: &QueueRow| (row.claim.urgency, row.claim.id)),
        QueueSort::Worthiness => Page::cut(rows, limit, |row: &QueueRow| (row.claim.check_worthiness, row.claim.id)),
        QueueSort::Newest | QueueSort::Oldest => Page::cut(rows, limit, |row: &QueueRow| ((), row.claim.id)),
    })
}

/// The claims that come after and before one in its article, by number.
pub fn neighbours(c: &mut DbConnection, article: ArticleId, number: i32) -> Result<(Option<ClaimId>, Option<ClaimId>), StoreError> {
    let all = || claims::table.filter(claims::article_id.eq(article)).filter(claims::removed_at.is_null());
    let before = all().filter(claims::number.lt(number)).order(claims::number.desc()).select(claims::id).first(c).optional()?;
    let after = all().filter(claims::number.gt(number)).order(claims::number.asc()).select(claims::id).first(c).optional()?;
    Ok((before, after))
}

/// At most `limit` ids of the claims that fit, in no order that means anything.
pub fn matching_ids(c: &mut DbConnection, filter: &ClaimFilter, limit: i64) -> Result<Vec<ClaimId>, StoreError> {
    let query = claims::table.select(claims::id).into_boxed::<MultiBackend>();
    Ok(filtered!(query, filter).order(claims::id.asc()).limit(limit).load(c)?)
}

/// How many claims of the desk are in each state.
pub fn count_by_state(c: &mut DbConnection) -> Result<Vec<(WorkState, i64)>, StoreError> {
    Ok(claims::table.filter(claims::removed_at.is_null()).group_by(claims::state).select((claims::state, diesel::dsl::count_star())).load(c)?)
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
