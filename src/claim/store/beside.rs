//! What stands beside a claim: in its article, or in a list of the queue.

use super::Claim;
use super::queue::{self, ClaimFilter, QueueSort};
use crate::claim::WorkState;
use crate::db::page::write_cursor;
use crate::db::schema::claims;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, PersonId};
use diesel::prelude::*;

/// Most claims of a list that are looked through for the next one to act on.
const FAR: i64 = 200;

/// The cursor with which a list goes on behind a claim, whether or not the list still has it.
fn behind(claim: &Claim, sort: QueueSort) -> String {
    match sort {
        QueueSort::Urgency => write_cursor(&(claim.urgency, claim.id)),
        QueueSort::Worthiness => write_cursor(&(claim.check_worthiness, claim.id)),
        QueueSort::Newest | QueueSort::Oldest => write_cursor(&((), claim.id)),
    }
}

/// The claims before and after one in a list.
pub fn in_list(c: &mut DbConnection, filter: &ClaimFilter, sort: QueueSort, claim: &Claim) -> Result<(Option<ClaimId>, Option<ClaimId>), StoreError> {
    let before = queue::before(c, filter, sort, claim)?;
    let after = queue::lines(c, filter, sort, Some(&behind(claim, sort)), 1)?.rows.pop().map(|line| line.id);
    Ok((before, after))
}

/// The next claim of a list behind one, else the first of the list, that is in one of these states and is this
/// person's or nobody's.
pub fn next_in_list(
    c: &mut DbConnection,
    filter: &ClaimFilter,
    sort: QueueSort,
    claim: &Claim,
    states: &[WorkState],
    person: PersonId,
) -> Result<Option<ClaimId>, StoreError> {
    let wanted: Vec<WorkState> = states.iter().copied().filter(|state| filter.states.is_empty() || filter.states.contains(state)).collect();
    if wanted.is_empty() {
        return Ok(None);
    }
    let filter = ClaimFilter { states: wanted, ..filter.clone() };
    for from in [Some(behind(claim, sort)), None] {
        let page = queue::list(c, &filter, sort, from.as_deref(), FAR)?;
        let mine = |row: &queue::QueueRow| row.claim.id != claim.id && row.claim.assignee_id.is_none_or(|id| id == person);
        if let Some(row) = page.rows.into_iter().find(mine) {
            return Ok(Some(row.claim.id));
        }
    }
    Ok(None)
}

/// The same in an article, by number.
pub fn next_in_article(c: &mut DbConnection, article: ArticleId, claim: &Claim, states: &[WorkState], person: PersonId) -> Result<Option<ClaimId>, StoreError> {
    let fits = || {
        claims::table
            .filter(claims::article_id.eq(article))
            .filter(claims::removed_at.is_null())
            .filter(claims::state.eq_any(states.to_vec()))
            .filter(claims::assignee_id.is_null().or(claims::assignee_id.eq(person)))
            .filter(claims::id.ne(claim.id))
            .order(claims::number.asc())
            .select(claims::id)
    };
    let behind = fits().filter(claims::number.gt(claim.number)).first(c).optional()?;
    match behind {
        Some(id) => Ok(Some(id)),
        None => Ok(fits().first(c).optional()?),
    }
}
