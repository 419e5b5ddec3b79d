//! Findings, assignments and remarks on claims: rows that are added and hardly ever changed.

use super::super::codes::{AttributionVerdict, Substance};
use crate::db::column::{At, Json};
use crate::db::schema::{assignments, comments, people, reviews};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{AssignmentId, ClaimId, CommentId, PersonId, ReviewId};
use chrono::NaiveDate;
use diesel::prelude::*;

/// One person's finding on a claim.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = reviews)]
pub struct Review {
    /// Its id.
    pub id: ReviewId,
    /// The claim.
    pub claim_id: ClaimId,
    /// Who found it.
    pub reviewer_id: PersonId,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did the sources say it? The weakest link.
    pub attribution: Option<AttributionVerdict>,
    /// The finding on each link: a JSON list of `{attribution_id, verdict, note}`.
    pub links: Json,
    /// Why.
    pub rationale: String,
    /// What was searched.
    pub searched: String,
    /// Why an editor let it pass although something was missing.
    pub override_reason: Option<String>,
    /// When.
    pub created_at: At,
}

/// A claim given to a person.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = assignments)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Assignment {
    pub id: AssignmentId,
    pub claim_id: ClaimId,
    pub assignee_id: Option<PersonId>,
    pub assigned_by: PersonId,
    pub due_on: Option<NaiveDate>,
    pub priority: i32,
    pub message: String,
    pub created_at: At,
}

/// A remark on a claim.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = comments)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Comment {
    pub id: CommentId,
    pub claim_id: ClaimId,
    pub author_id: PersonId,
    pub body: String,
    pub created_at: At,
    pub resolved_by: Option<PersonId>,
    pub resolved_at: Option<At>,
    pub resolution: Option<String>,
    pub revision: i32,
}

/// Keeps a finding.
pub fn insert_review(c: &mut DbConnection, review: &Review) -> Result<(), StoreError> {
    diesel::insert_into(reviews::table).values(review).execute(c)?;
    Ok(())
}

/// One finding.
pub fn find_review(c: &mut DbConnection, id: ReviewId) -> Result<Option<Review>, StoreError> {
    Ok(reviews::table.find(id).select(Review::as_select()).first(c).optional()?)
}

/// All findings on these claims, oldest first, with who found them.
pub fn reviews_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(Review, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(reviews::table
        .inner_join(people::table)
        .filter(reviews::claim_id.eq_any(ids.to_vec()))
        .select((Review::as_select(), people::name))
        .order(reviews::id.asc())
        .load(c)?)
}

/// Keeps an assignment.
pub fn insert_assignment(c: &mut DbConnection, row: &Assignment) -> Result<(), StoreError> {
    diesel::insert_into(assignments::table).values(row).execute(c)?;
    Ok(())
}

/// The newest assignment of a claim, with who gave it.
pub fn latest_assignment(c: &mut DbConnection, claim: ClaimId) -> Result<Option<(Assignment, String)>, StoreError> {
    Ok(assignments::table
        .inner_join(people::table.on(people::id.eq(assignments::assigned_by)))
        .filter(assignments::claim_id.eq(claim))
        .select((Assignment::as_select(), people::name))
        .order(assignments::id.desc())
        .first(c)
        .optional()?)
}

/// Keeps a remark.
pub fn insert_comment(c: &mut DbConnection, row: &Comment) -> Result<(), StoreError> {
    diesel::insert_into(comments::table).values(row).execute(c)?;
    Ok(())
}

/// One remark.
pub fn find_comment(c: &mut DbConnection, id: CommentId) -> Result<Option<Comment>, StoreError> {
    Ok(comments::table.find(id).select(Comment::as_select()).first(c).optional()?)
}

/// The newest remarks on a claim, at most `limit`, or the first ones from one on; oldest first, with their authors' names.
pub fn comments_of(c: &mut DbConnection, claim: ClaimId, from: Option<CommentId>, limit: i64) -> Result<Vec<(Comment, String)>, StoreError> {
    let all = comments::table.inner_join(people::table.on(people::id.eq(comments::author_id))).filter(comments::claim_id.eq(claim));
    let query = all.select((Comment::as_select(), people::name)).limit(limit);
    if let Some(from) = from {
        return Ok(query.filter(comments::id.ge(from)).order(comments::id.asc()).load(c)?);
    }
    let mut newest: Vec<(Comment, String)> = query.order(comments::id.desc()).load(c)?;
    newest.reverse();
    Ok(newest)
}

/// How many remarks there are on a claim.
pub fn count_comments(c: &mut DbConnection, claim: ClaimId) -> Result<i64, StoreError> {
    Ok(comments::table.filter(comments::claim_id.eq(claim)).count().get_result(c)?)
}

/// The first of up to `most` remarks that stand before one.
pub fn comment_before(c: &mut DbConnection, claim: ClaimId, one: CommentId, most: i64) -> Result<Option<CommentId>, StoreError> {
    let before = comments::table.filter(comments::claim_id.eq(claim)).filter(comments::id.lt(one)).select(comments::id);
    Ok(before.order(comments::id.desc()).limit(most).load(c)?.pop())
}

/// Remarks on a claim, oldest first, those made after `after`, at most `limit`.
pub fn list_comments(c: &mut DbConnection, claim: ClaimId, after: Option<CommentId>, limit: i64) -> Result<Vec<Comment>, StoreError> {
    let mut query = comments::table.filter(comments::claim_id.eq(claim)).select(Comment::as_select()).into_boxed::<MultiBackend>();
    if let Some(after) = after {
        query = query.filter(comments::id.gt(after));
    }
    Ok(query.order(comments::id.asc()).limit(limit).load(c)?)
}

/// Everybody who made a remark on a claim.
pub fn commenters(c: &mut DbConnection, claim: ClaimId) -> Result<Vec<PersonId>, StoreError> {
    Ok(comments::table.filter(comments::claim_id.eq(claim)).select(comments::author_id).distinct().load(c)?)
}

/// Opens a remark again that is settled, if nothing happened to it since `revision`.
pub fn reopen_comment(c: &mut DbConnection, id: CommentId, revision: i32) -> Result<bool, StoreError> {
    let changed = diesel::update(comments::table.filter(comments::id.eq(id)).filter(comments::revision.eq(revision)))
        .set((
            comments::resolved_by.eq(None::<PersonId>),
            comments::resolved_at.eq(None::<At>),
            comments::resolution.eq(None::<String>),
            comments::revision.eq(revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

/// Settles a remark if nobody did since `revision`.
pub fn resolve_comment(c: &mut DbConnection, id: CommentId, by: PersonId, at: At, resolution: &str, revision: i32) -> Result<bool, StoreError> {
    let changed = diesel::update(comments::table.filter(comments::id.eq(id)).filter(comments::revision.eq(revision)).filter(comments::resolved_at.is_null()))
        .set((
            comments::resolved_by.eq(Some(by)),
            comments::resolved_at.eq(Some(at)),
            comments::resolution.eq(Some(resolution)),
            comments::revision.eq(revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}
