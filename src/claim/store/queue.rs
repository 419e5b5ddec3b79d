//! The queue: claims of the whole desk, filtered, sorted, in pages; and counts by state.

use super::Claim;
pub use super::tally::{Load, count_by_article, count_by_state, count_by_state_of, count_unassigned, loads};
use crate::claim::codes::{AttributionVerdict, Priority, Risk, RiskKind, Substance, WorkState};
use crate::claim::risk::RiskKinds;
use crate::claim::tag::tag_key;
use crate::codes;
use crate::db::condition::{Aside, Fixed};
use crate::db::page::{Page, read_cursor, rows_after, rows_before};
use crate::db::schema::{articles, attributions, claim_tags, claims, people, sources, tags};
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
    /// Due on this day or later.
    pub due_from: Option<NaiveDate>,
    /// Due before this day.
    pub due_before: Option<NaiveDate>,
    /// Without a due date.
    pub undated: bool,
    /// With this risk.
    pub risk: Option<Risk>,
    /// With this kind of risk.
    pub risk_kind: Option<RiskKind>,
    /// Of this priority.
    pub priority: Option<Priority>,
    /// With this tag, however it is spelt.
    pub tag: Option<String>,
    /// To be looked at again before this day.
    pub recheck_before: Option<NaiveDate>,
    /// With these words in the statement.
    pub q: Option<String>,
    /// Among these.
    pub ids: Option<Vec<ClaimId>>,
    /// Not these.
    pub without: Vec<ClaimId>,
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

/// A claim as the queue shows it: no more columns than a line has room for.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = claims)]
#[expect(missing_docs, reason = "the same names as in `Claim`")]
pub struct QueueLine {
    pub id: ClaimId,
    pub article_id: ArticleId,
    pub number: i32,
    pub statement: String,
    pub check_worthiness: f64,
    pub state: WorkState,
    pub due_on: Option<NaiveDate>,
    pub priority: i32,
    pub risk: i32,
    pub risk_kinds: i32,
    pub true_as_of: Option<NaiveDate>,
    pub recheck_by: Option<NaiveDate>,
    pub urgency: i64,
    pub substance: Option<Substance>,
    pub attribution: Option<AttributionVerdict>,
    /// Title of its article.
    #[diesel(select_expression = articles::title)]
    pub article_title: String,
    /// Who has it.
    #[diesel(select_expression = people::name.nullable())]
    pub assignee: Option<String>,
}

// Word for word the conditions of the indexes in the migration `index_the_queue`.
pub(super) const OPEN: Fixed = Fixed("(claims.state IN ('to_check', 'checking', 'waiting', 'in_review')) IS TRUE");
const HIGH_RISK: Fixed = Fixed("claims.risk = 1");

/// Whether the states are those in which somebody still has to act, all of them and no other.
fn is_open(states: &[WorkState]) -> bool {
    states.iter().all(|state| state.is_open()) && WorkState::OPEN.iter().all(|state| states.contains(state))
}

/// Which part of a filter leads to the rows; the others only sort out. Neither database is left to guess: what a
/// desk asks for is known, and a wrong guess reads a million rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    /// A few rows, which are then sorted: chosen claims, an article's, a source's, those with a tag, those to be
    /// looked at again, or what a search found.
    Few,
    /// A person's claims, or nobody's, in the order asked for.
    Assignee,
    /// Those with a verdict on substance, in the order asked for.
    Substance,
    /// Those with a verdict on attribution, in the order asked for.
    Attribution,
    /// All, or those in one state, in the order asked for.
    State,
}

impl Lead {
    fn of(filter: &ClaimFilter) -> Self {
        let listed = filter.ids.is_some() || filter.article.is_some() || filter.source.is_some() || filter.tag.is_some() || filter.recheck_before.is_some();
        if listed || filter.q.as_deref().and_then(words).is_some() {
            Self::Few
        } else if filter.assignee.is_some() {
            Self::Assignee
        } else if filter.substance.is_some() {
            Self::Substance
        } else if filter.attribution.is_some() {
            Self::Attribution
        } else {
            Self::State
        }
    }
}

macro_rules! narrowed {
    ($query:expr, $leads:expr, $condition:expr) => {
        if $leads { $query.filter($condition) } else { $query.filter(Aside($condition)) }
    };
}

macro_rules! filtered {
    ($query:expr, $filter:expr) => {{
        let mut query = $query.filter(claims::removed_at.is_null());
        let filter: &ClaimFilter = $filter;
        let lead = Lead::of(filter);
        if let Some(ids) = &filter.ids {
            query = query.filter(claims::id.eq_any(ids.clone()));
        }
        if !filter.without.is_empty() {
            query = query.filter(Aside(claims::id.ne_all(filter.without.clone())));
        }
        if let Some(article) = filter.article {
            query = query.filter(claims::article_id.eq(article));
        }
        if let Some(source) = filter.source {
            // A source that was merged is the one that it is part of.
            let root = sources::table.filter(sources::id.eq(source)).select(crate::source::store::root());
            let cited = attributions::table.filter(attributions::source_id.eq_any(root));
            query = query.filter(claims::id.eq_any(cited.select(attributions::claim_id)));
        }
        if let Some(words) = filter.q.as_deref().and_then(words) {
            query = query.filter(ClaimMatches::new(&words));
        }
        if let Some(tag) = filter.tag.as_deref() {
            let tagged = claim_tags::table.inner_join(tags::table).filter(tags::name_key.eq(tag_key(tag))).select(claim_tags::claim_id);
            query = query.filter(claims::id.eq_any(tagged));
        }
        if let Some(day) = filter.recheck_before {
            query = query.filter(claims::recheck_by.lt(day));
        }
        match filter.assignee {
            Some(Whose::Person(person)) => query = narrowed!(query, lead == Lead::Assignee, claims::assignee_id.eq(person)),
            Some(Whose::Nobody) => query = narrowed!(query, lead == Lead::Assignee, claims::assignee_id.is_null()),
            None => {}
        }
        match filter.states.as_slice() {
            [] => {}
            [state] => query = narrowed!(query, matches!(lead, Lead::Assignee | Lead::State), claims::state.eq(*state)),
            states if is_open(states) => query = query.filter(OPEN),
            states => query = query.filter(Aside(claims::state.eq_any(states.to_vec()))),
        }
        if let Some(substance) = filter.substance {
            query = narrowed!(query, lead == Lead::Substance, claims::substance.eq(substance));
        }
        if let Some(attribution) = filter.attribution {
            query = narrowed!(query, lead == Lead::Attribution, claims::attribution.eq(attribution));
        }
        if let Some(day) = filter.due_from {
            query = query.filter(Aside(claims::due_on.ge(day)));
        }
        if let Some(day) = filter.due_before {
            query = query.filter(Aside(claims::due_on.lt(day)));
        }
        if filter.undated {
            query = query.filter(claims::due_on.is_null());
        }
        if let Some(priority) = filter.priority {
            query = query.filter(Aside(claims::priority.eq(priority.rank())));
        }
        if let Some(kind) = filter.risk_kind {
            query = query.filter(HIGH_RISK).filter(Aside(claims::risk_kinds.eq_any(RiskKinds::all_with(kind))));
        }
        match filter.risk {
            Some(Risk::High) => query = query.filter(HIGH_RISK),
            Some(risk) => query = query.filter(Aside(claims::risk.eq(risk.rank()))),
            None => {}
        }
        query
    }};
}

macro_rules! sorted {
    ($query:expr, $sort:expr, $cursor:expr) => {{
        let (query, cursor) = ($query, $cursor);
        match $sort {
            QueueSort::Urgency => match cursor.and_then(read_cursor::<(i64, ClaimId)>) {
                Some((urgency, id)) => query.filter(rows_before(claims::urgency, claims::id, urgency, id)),
                None => query,
            }
            .order((claims::urgency.desc(), claims::id.desc())),
            QueueSort::Worthiness => match cursor.and_then(read_cursor::<(f64, ClaimId)>) {
                Some((worthiness, id)) => query.filter(rows_before(claims::check_worthiness, claims::id, worthiness, id)),
                None => query,
            }
            .order((claims::check_worthiness.desc(), claims::id.desc())),
            QueueSort::Newest => match cursor.and_then(read_cursor::<((), ClaimId)>) {
                Some(((), id)) => query.filter(claims::id.lt(id)),
                None => query,
            }
            .order(claims::id.desc()),
            QueueSort::Oldest => match cursor.and_then(read_cursor::<((), ClaimId)>) {
                Some(((), id)) => query.filter(claims::id.gt(id)),
                None => query,
            }
            .order(claims::id.asc()),
        }
    }};
}

macro_rules! sorted_back {
    ($query:expr, $sort:expr, $claim:expr) => {{
        let (query, claim): (_, &Claim) = ($query, $claim);
        match $sort {
            QueueSort::Urgency => {
                query.filter(rows_after(claims::urgency, claims::id, claim.urgency, claim.id)).order((claims::urgency.asc(), claims::id.asc()))
            }
            QueueSort::Worthiness => query
                .filter(rows_after(claims::check_worthiness, claims::id, claim.check_worthiness, claim.id))
                .order((claims::check_worthiness.asc(), claims::id.asc())),
            QueueSort::Newest => query.filter(claims::id.gt(claim.id)).order(claims::id.asc()),
            QueueSort::Oldest => query.filter(claims::id.lt(claim.id)).order(claims::id.desc()),
        }
    }};
}

/// Cuts a page and names its last row by what the list is sorted by: urgency, worthiness and id.
fn cut<T>(rows: Vec<T>, limit: i64, sort: QueueSort, key: impl Fn(&T) -> (i64, f64, ClaimId)) -> Page<T> {
    match sort {
        QueueSort::Urgency => Page::cut(rows, limit, |row| (key(row).0, key(row).2)),
        QueueSort::Worthiness => Page::cut(rows, limit, |row| (key(row).1, key(row).2)),
        QueueSort::Newest | QueueSort::Oldest => Page::cut(rows, limit, |row| ((), key(row).2)),
    }
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
    let rows: Vec<(Claim, String, Option<String>)> = sorted!(filtered!(query, filter), sort, cursor).limit(limit + 1).load(c)?;
    let rows = rows.into_iter().map(|(claim, article_title, assignee)| QueueRow { claim, article_title, assignee }).collect();
    Ok(cut(rows, limit, sort, |row: &QueueRow| (row.claim.urgency, row.claim.check_worthiness, row.claim.id)))
}

/// A page of the queue with only what a list shows.
pub fn lines(c: &mut DbConnection, filter: &ClaimFilter, sort: QueueSort, cursor: Option<&str>, limit: i64) -> Result<Page<QueueLine>, StoreError> {
    let query = claims::table
        .inner_join(articles::table)
        .left_join(people::table.on(people::id.nullable().eq(claims::assignee_id)))
        .select(QueueLine::as_select())
        .into_boxed::<MultiBackend>();
    let rows = sorted!(filtered!(query, filter), sort, cursor).limit(limit + 1).load(c)?;
    Ok(cut(rows, limit, sort, |line: &QueueLine| (line.urgency, line.check_worthiness, line.id)))
}

/// The claim that a list has before one.
pub fn before(c: &mut DbConnection, filter: &ClaimFilter, sort: QueueSort, claim: &Claim) -> Result<Option<ClaimId>, StoreError> {
    let query = claims::table.select(claims::id).into_boxed::<MultiBackend>();
    Ok(sorted_back!(filtered!(query, filter), sort, claim).limit(1).first(c).optional()?)
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

/// The ids of all claims that fit, in an order.
pub fn fitting_ids(c: &mut DbConnection, filter: &ClaimFilter, sort: QueueSort) -> Result<Vec<ClaimId>, StoreError> {
    let query = claims::table.select(claims::id).into_boxed::<MultiBackend>();
    Ok(sorted!(filtered!(query, filter), sort, None::<&str>).load(c)?)
}

/// The states of the claims that fit, at most `limit` of them: what a page counts.
pub fn matching_states(c: &mut DbConnection, filter: &ClaimFilter, limit: i64) -> Result<Vec<WorkState>, StoreError> {
    let query = claims::table.select(claims::state).into_boxed::<MultiBackend>();
    Ok(filtered!(query, filter).limit(limit).load(c)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::Code;

    #[test]
    fn the_condition_of_the_open_claims_names_just_the_open_states() {
        let named: Vec<&str> = OPEN.0.split('\'').skip(1).step_by(2).collect();
        assert_eq!(named, WorkState::OPEN.map(Code::code));
        assert!(is_open(&WorkState::OPEN) && !is_open(&WorkState::OPEN[1..]) && !is_open(WorkState::ALL));
    }
}
