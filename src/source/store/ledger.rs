//! What a source was cited for, and how it fared, in the database.

use crate::db::column::At;
use crate::db::page::{Page, read_cursor, rows_before};
use crate::db::schema::{articles, attributions, claims};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ArticleId, AttributionId, ClaimId, SourceId};
use chrono::NaiveDate;
use diesel::dsl::count;
use diesel::prelude::*;

/// A verdict to look for, as a code; or that nobody has judged yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Judged {
    /// Nobody has.
    Open,
    /// With this verdict.
    As(&'static str),
}

/// Which citations to show. `None` means: all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerFilter {
    /// By whether it is so.
    pub substance: Option<Judged>,
    /// By whether the source said so.
    pub attribution: Option<Judged>,
    /// Not these claims: their finding is hidden from whoever looks.
    pub without: Vec<ClaimId>,
}

/// One claim that a source was cited for, in one part. Closed lists stand as their codes.
#[derive(Clone, Debug, PartialEq, Queryable)]
#[expect(missing_docs, reason = "the columns of the tables, named after what they hold")]
pub struct Citation {
    pub id: AttributionId,
    pub claim_id: ClaimId,
    pub number: i32,
    pub statement: String,
    pub article_id: ArticleId,
    pub article: String,
    pub published_on: Option<NaiveDate>,
    pub imported_at: At,
    pub role: String,
    pub quotation: String,
    /// How the article names it.
    pub mention: Option<String>,
    /// Is it so?
    pub substance: Option<String>,
    /// Did it say so?
    pub verdict: Option<String>,
    pub verdict_note: String,
}

impl Citation {
    /// When the claim came out, or came in where that is not known.
    pub fn day(&self) -> NaiveDate {
        self.published_on.unwrap_or_else(|| self.imported_at.0.date_naive())
    }
}

/// What a cursor of the ledger holds.
pub type LedgerKey = (ClaimId, AttributionId);

/// What a source was cited for, the newest claim first.
pub fn list(c: &mut DbConnection, source: SourceId, filter: &LedgerFilter, cursor: Option<&str>, limit: i64) -> Result<Page<Citation>, StoreError> {
    let mut query = attributions::table
        .inner_join(claims::table.inner_join(articles::table))
        .filter(attributions::source_id.eq(source))
        .filter(claims::removed_at.is_null())
        .filter(claims::id.ne_all(filter.without.clone()))
        .select((
            attributions::id,
            claims::id,
            claims::number,
            claims::statement,
            articles::id,
            articles::title,
            articles::published_on,
            articles::created_at,
            attributions::role,
            attributions::quotation,
            attributions::mention,
            claims::substance,
            attributions::verdict,
            attributions::verdict_note,
        ))
        .into_boxed::<MultiBackend>();
    query = match &filter.substance {
        Some(Judged::Open) => query.filter(claims::substance.is_null()),
        Some(Judged::As(code)) => query.filter(claims::substance.eq(*code)),
        None => query,
    };
    query = match &filter.attribution {
        Some(Judged::Open) => query.filter(attributions::verdict.is_null()),
        Some(Judged::As(code)) => query.filter(attributions::verdict.eq(*code)),
        None => query,
    };
    if let Some((claim, id)) = cursor.and_then(read_cursor::<LedgerKey>) {
        query = query.filter(rows_before(claims::id, attributions::id, claim, id));
    }
    let rows = query.order((claims::id.desc(), attributions::id.desc())).limit(limit + 1).load(c)?;
    Ok(Page::cut(rows, limit, |row: &Citation| (row.claim_id, row.id)))
}

/// For how many claims a source was cited, and in how many articles; `without` those whose finding is hidden.
pub fn counted(c: &mut DbConnection, source: SourceId, without: &[ClaimId]) -> Result<(i64, i64), StoreError> {
    Ok(attributions::table
        .inner_join(claims::table)
        .filter(attributions::source_id.eq(source))
        .filter(claims::removed_at.is_null())
        .filter(claims::id.ne_all(without.to_vec()))
        .select((count(claims::id).aggregate_distinct(), count(claims::article_id).aggregate_distinct()))
        .first(c)?)
}
