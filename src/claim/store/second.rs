//! Second checks: who was asked to check a claim without seeing the first finding, and what they found.

use super::super::codes::{AttributionVerdict, Substance};
use super::Review;
use crate::claim::Veil;
use crate::db::column::{At, Json};
use crate::db::schema::{articles, claims, people, reviews, second_checks};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ArticleId, ClaimId, PersonId, ReviewId, SecondCheckId};
use diesel::prelude::*;

/// A second check of a claim.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = second_checks)]
pub struct SecondCheck {
    /// Its id.
    pub id: SecondCheckId,
    /// The claim.
    pub claim_id: ClaimId,
    /// Who was asked.
    pub checker_id: PersonId,
    /// Who asked.
    pub asked_by: PersonId,
    /// What they were told; may be empty.
    pub message: String,
    /// When they were asked.
    pub asked_at: At,
    /// The finding in force when it was given: the one that it is compared with.
    pub first_review_id: Option<ReviewId>,
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
    /// When it was given.
    pub given_at: Option<At>,
    /// Who called it off, or declined.
    pub withdrawn_by: Option<PersonId>,
    /// When.
    pub withdrawn_at: Option<At>,
    /// Why.
    pub withdrawn_why: Option<String>,
}

impl SecondCheck {
    /// Whether it is neither given nor called off.
    pub fn is_open(&self) -> bool {
        self.given_at.is_none() && self.withdrawn_at.is_none()
    }

    /// Whether it says the same as another finding, on the substance and on what the sources said.
    pub fn agrees_with(&self, other: &Review) -> bool {
        self.substance == other.substance && self.attribution == other.attribution
    }
}

/// Both findings on a claim, as they are compared.
#[derive(Clone, Debug, PartialEq, Queryable)]
#[expect(missing_docs, reason = "the columns, named after what they hold")]
pub struct Compared {
    pub id: SecondCheckId,
    pub claim_id: ClaimId,
    pub number: i32,
    pub statement: String,
    pub article_id: ArticleId,
    pub article_title: String,
    pub first_by: PersonId,
    pub first_substance: Option<Substance>,
    pub first_attribution: Option<AttributionVerdict>,
    pub second_by: PersonId,
    pub second_substance: Option<Substance>,
    pub second_attribution: Option<AttributionVerdict>,
}

/// Keeps a second check that was asked for.
pub fn insert(c: &mut DbConnection, row: &SecondCheck) -> Result<(), StoreError> {
    diesel::insert_into(second_checks::table).values(row).execute(c)?;
    Ok(())
}

/// One second check.
pub fn find(c: &mut DbConnection, id: SecondCheckId) -> Result<Option<SecondCheck>, StoreError> {
    Ok(second_checks::table.find(id).select(SecondCheck::as_select()).first(c).optional()?)
}

/// Closes a second check, given or called off, if nobody did before.
pub fn close(c: &mut DbConnection, row: &SecondCheck) -> Result<bool, StoreError> {
    let open =
        second_checks::table.filter(second_checks::id.eq(row.id)).filter(second_checks::given_at.is_null()).filter(second_checks::withdrawn_at.is_null());
    let closed = diesel::update(open)
        .set((
            (second_checks::first_review_id.eq(row.first_review_id), second_checks::substance.eq(row.substance)),
            (second_checks::attribution.eq(row.attribution), second_checks::links.eq(&row.links)),
            (second_checks::rationale.eq(&row.rationale), second_checks::searched.eq(&row.searched)),
            second_checks::given_at.eq(row.given_at),
            second_checks::withdrawn_by.eq(row.withdrawn_by),
            second_checks::withdrawn_at.eq(row.withdrawn_at),
            second_checks::withdrawn_why.eq(&row.withdrawn_why),
        ))
        .execute(c)?;
    Ok(closed == 1)
}

/// The second checks of a claim, oldest first.
pub fn of_claim(c: &mut DbConnection, claim: ClaimId) -> Result<Vec<SecondCheck>, StoreError> {
    Ok(second_checks::table.filter(second_checks::claim_id.eq(claim)).select(SecondCheck::as_select()).order(second_checks::id.asc()).load(c)?)
}

/// The second checks of claims that were given, those asked for first in front.
pub fn given_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<SecondCheck>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let given = second_checks::table.filter(second_checks::claim_id.eq_any(ids.to_vec())).filter(second_checks::given_at.is_not_null());
    Ok(given.select(SecondCheck::as_select()).order(second_checks::id.asc()).load(c)?)
}

/// The second check of a claim that is neither given nor called off.
pub fn open_of_claim(c: &mut DbConnection, claim: ClaimId) -> Result<Option<SecondCheck>, StoreError> {
    let open = second_checks::table.filter(second_checks::claim_id.eq(claim)).filter(second_checks::given_at.is_null());
    Ok(open.filter(second_checks::withdrawn_at.is_null()).select(SecondCheck::as_select()).first(c).optional()?)
}

/// What is hidden from a person.
pub fn veil_of(c: &mut DbConnection, person: PersonId) -> Result<Veil, StoreError> {
    let open: Vec<(ClaimId, ArticleId)> = second_checks::table
        .inner_join(claims::table)
        .filter(second_checks::checker_id.eq(person))
        .filter(second_checks::given_at.is_null())
        .filter(second_checks::withdrawn_at.is_null())
        .select((second_checks::claim_id, claims::article_id))
        .load(c)?;
    Ok(Veil::of(person, open))
}

/// Claims that a person was asked to check a second time, those asked first in front: which, their number, what they say, and
/// the title of their article.
pub fn asked_of(c: &mut DbConnection, person: PersonId, limit: i64) -> Result<Vec<(SecondCheck, i32, String, String)>, StoreError> {
    Ok(second_checks::table
        .inner_join(claims::table.inner_join(articles::table))
        .filter(second_checks::checker_id.eq(person))
        .filter(second_checks::given_at.is_null())
        .filter(second_checks::withdrawn_at.is_null())
        .filter(claims::removed_at.is_null())
        .select((SecondCheck::as_select(), claims::number, claims::statement, articles::title))
        .order(second_checks::id.asc())
        .limit(limit)
        .load(c)?)
}

/// People of this desk, as part of a query: what those of another one found came with a report and tells nothing of this one.
macro_rules! of_this_desk {
    () => {
        people::table.filter(people::from_desk.is_null()).select(people::id)
    };
}

macro_rules! compared {
    ($before:expr, $limit:expr) => {{
        let query = second_checks::table
            .inner_join(claims::table.inner_join(articles::table))
            .inner_join(reviews::table)
            .filter(second_checks::given_at.is_not_null())
            .filter(second_checks::checker_id.eq_any(of_this_desk!()))
            .select((
                second_checks::id,
                second_checks::claim_id,
                claims::number,
                claims::statement,
                claims::article_id,
                articles::title,
                reviews::reviewer_id,
                reviews::substance,
                reviews::attribution,
                second_checks::checker_id,
                second_checks::substance,
                second_checks::attribution,
            ))
            .order(second_checks::id.desc())
            .limit($limit)
            .into_boxed::<MultiBackend>();
        match $before {
            Some(before) => query.filter(second_checks::id.lt::<SecondCheckId>(before)),
            None => query,
        }
    }};
}

/// Second checks that people of this desk gave, newest first, each with the finding that it is compared with; those behind
/// `before`, at most `limit`.
pub fn compared(c: &mut DbConnection, before: Option<SecondCheckId>, limit: i64) -> Result<Vec<Compared>, StoreError> {
    Ok(compared!(before, limit).load(c)?)
}

/// Those of them that differ on the substance or on what the sources said.
pub fn differing(c: &mut DbConnection, before: Option<SecondCheckId>, limit: i64) -> Result<Vec<Compared>, StoreError> {
    use second_checks::{attribution, substance};
    // Not `IS DISTINCT FROM`, which SQLite calls otherwise.
    let one_has_none = attribution.is_null().and(reviews::attribution.is_not_null()).or(attribution.is_not_null().and(reviews::attribution.is_null()));
    let differ = substance.ne(reviews::substance).or(attribution.ne(reviews::attribution)).or(one_has_none);
    Ok(compared!(before, limit).filter(differ).load(c)?)
}

/// Both verdicts of a pair of findings, on substance and on attribution: the first, then the second.
pub type Pair = ((Option<Substance>, Option<Substance>), (Option<AttributionVerdict>, Option<AttributionVerdict>));

/// The verdicts of all second checks that people of this desk gave, with those that they are compared with.
pub fn pairs(c: &mut DbConnection) -> Result<Vec<Pair>, StoreError> {
    Ok(second_checks::table
        .inner_join(reviews::table)
        .filter(second_checks::given_at.is_not_null())
        .filter(second_checks::checker_id.eq_any(of_this_desk!()))
        .select(((reviews::substance, second_checks::substance), (reviews::attribution, second_checks::attribution)))
        .order(second_checks::id.asc())
        .load(c)?)
}
