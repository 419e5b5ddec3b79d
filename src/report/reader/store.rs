//! Readers' reports in the database.

use crate::db::column::At;
use crate::db::schema::{articles, claims, people, reader_reports};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, PersonId, ReaderReportId, ReportId};
use diesel::prelude::*;

/// What a reader of a public page reported.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = reader_reports)]
pub struct ReaderReport {
    /// Its id.
    pub id: ReaderReportId,
    /// The article it is about.
    pub article_id: ArticleId,
    /// The frozen report that the reader saw.
    pub report_id: ReportId,
    /// The claim it is about, where it is about one.
    pub claim_id: Option<ClaimId>,
    /// What is wrong, in the reader's words.
    pub body: String,
    /// How the reader can be reached; may be empty.
    pub contact: String,
    /// When it came in.
    pub created_at: At,
    /// When it was answered.
    pub resolved_at: Option<At>,
    /// Who answered it.
    pub resolved_by: Option<PersonId>,
    /// What was done with it.
    pub resolution: Option<String>,
}

/// A reader's report with what it is about.
#[derive(Clone, Debug, PartialEq, Queryable)]
pub struct ListedReaderReport {
    /// The report.
    pub report: ReaderReport,
    /// Title of the article.
    pub article: String,
    /// Number and wording of the claim.
    pub claim: Option<(i32, String)>,
    /// Name of who answered it.
    pub resolved_by: Option<String>,
}

/// Which to list.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReaderFilter {
    /// Those that were answered, instead of those that wait.
    pub resolved: bool,
    /// Those on one claim.
    pub claim: Option<ClaimId>,
    /// Those before this one.
    pub before: Option<ReaderReportId>,
}

/// Reports that fit, the newest first.
pub fn list(c: &mut DbConnection, filter: &ReaderFilter, limit: i64) -> Result<Vec<ListedReaderReport>, StoreError> {
    let mut query = reader_reports::table
        .inner_join(articles::table)
        .left_join(claims::table)
        .left_join(people::table)
        .select((ReaderReport::as_select(), articles::title, (claims::number, claims::statement).nullable(), people::name.nullable()))
        .order(reader_reports::id.desc())
        .limit(limit)
        .into_boxed();
    query = if filter.resolved { query.filter(reader_reports::resolved_at.is_not_null()) } else { query.filter(reader_reports::resolved_at.is_null()) };
    if let Some(claim) = filter.claim {
        query = query.filter(reader_reports::claim_id.eq(claim));
    }
    if let Some(before) = filter.before {
        query = query.filter(reader_reports::id.lt(before));
    }
    Ok(query.load(c)?)
}

/// One report.
pub fn find(c: &mut DbConnection, id: ReaderReportId) -> Result<Option<ReaderReport>, StoreError> {
    Ok(reader_reports::table.find(id).select(ReaderReport::as_select()).first(c).optional()?)
}

/// How many wait for the desk, on an article or on all.
pub fn count_open(c: &mut DbConnection, article: Option<ArticleId>) -> Result<i64, StoreError> {
    let mut query = reader_reports::table.filter(reader_reports::resolved_at.is_null()).count().into_boxed();
    if let Some(article) = article {
        query = query.filter(reader_reports::article_id.eq(article));
    }
    Ok(query.get_result(c)?)
}

/// How many on a claim wait for the desk.
pub fn count_on_claim(c: &mut DbConnection, claim: ClaimId) -> Result<i64, StoreError> {
    let open = reader_reports::table.filter(reader_reports::claim_id.eq(claim)).filter(reader_reports::resolved_at.is_null());
    Ok(open.count().get_result(c)?)
}

/// How many came in on an article after a moment.
pub(super) fn count_since(c: &mut DbConnection, article: ArticleId, since: At) -> Result<i64, StoreError> {
    let since = reader_reports::table.filter(reader_reports::article_id.eq(article)).filter(reader_reports::created_at.gt(since));
    Ok(since.count().get_result(c)?)
}

/// Keeps a new report.
pub(super) fn insert(c: &mut DbConnection, row: &ReaderReport) -> Result<(), StoreError> {
    diesel::insert_into(reader_reports::table).values(row).execute(c)?;
    Ok(())
}

/// Writes what was done with a report, if nobody did before.
pub(super) fn resolve(c: &mut DbConnection, id: ReaderReportId, by: PersonId, at: At, resolution: &str) -> Result<bool, StoreError> {
    let open = reader_reports::table.filter(reader_reports::id.eq(id)).filter(reader_reports::resolved_at.is_null());
    let changed = diesel::update(open)
        .set((reader_reports::resolved_at.eq(at), reader_reports::resolved_by.eq(by), reader_reports::resolution.eq(resolution)))
        .execute(c)?;
    Ok(changed == 1)
}
