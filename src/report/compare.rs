//! Two reports of an article, fetched to be compared: frozen ones by their numbers, or the check as it stands.

use super::differ::{Comparison, differ};
use super::error::ReportError;
use super::{Report, assemble, redact, store};
use crate::article::store as articles;
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::ArticleId;

/// What changed from one report of an article to another. Without `to` it is compared with the check as it stands, without
/// `from` with the frozen report before it.
///
/// # Errors
/// [`ReportError::NotFound`] where there is no such article, or no report with that number.
pub fn compare_reports(c: &mut DbConnection, article: ArticleId, from: Option<i32>, to: Option<i32>, now: At) -> Result<Comparison, ReportError> {
    articles::find_article(c, article)?.ok_or(ReportError::NotFound("article"))?;
    let from = match (from, to) {
        (Some(from), _) => from,
        (None, to) => store::list_reports(c, article, to, 1)?.first().ok_or(ReportError::NotFound("report"))?.number,
    };
    let (old, new) = match to {
        // Whichever way round they were asked for, the earlier one comes first.
        Some(to) => (frozen(c, article, from.min(to))?, frozen(c, article, from.max(to))?),
        None => (frozen(c, article, from)?, redact(assemble(c, article, now)?)),
    };
    Ok(differ(&old, &new))
}

fn frozen(c: &mut DbConnection, article: ArticleId, number: i32) -> Result<Report, ReportError> {
    Ok(store::find_report_numbered(c, article, number)?.ok_or(ReportError::NotFound("report"))?.report()?)
}
