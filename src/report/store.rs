//! Frozen reports, corrections and the desk's key in the database: rows that are added and never changed.

use super::TakenFromPart;
use super::seal::{DeskKey, PublicKey};
use crate::account::random_bytes;
use crate::article::CorrectionKind;
use crate::db::column::{At, Json};
use crate::db::schema::{articles, claims, corrections, people, report_origins, reports, signing_keys};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, CorrectionId, PersonId, ReportId};
use crate::per_backend;
use chrono::NaiveDate;
use diesel::prelude::*;

/// A frozen report.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = reports)]
pub struct FrozenReport {
    /// Its id.
    pub id: ReportId,
    /// The article it is about.
    pub article_id: ArticleId,
    /// Its number among the article's reports, from 1.
    pub number: i32,
    /// The report as canonical JSON, without what is confidential.
    pub content: String,
    /// SHA-256 of the content's UTF-8 bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Hash of the last line of the article's history before it was frozen.
    pub history_head: String,
    /// Who froze it.
    pub frozen_by: PersonId,
    /// When.
    pub frozen_at: At,
    /// The desk's signature, in base64; reports older than the desk's key have none.
    pub signature: Option<String>,
}

/// A frozen report without its content: a row of the list.
#[derive(Clone, Debug, PartialEq, Queryable)]
pub struct FrozenRow {
    /// Its id.
    pub id: ReportId,
    /// The article it is about.
    pub article_id: ArticleId,
    /// Its number among the article's reports, from 1.
    pub number: i32,
    /// SHA-256 of its content.
    pub sha256: String,
    /// When it was frozen.
    pub frozen_at: At,
    /// Who froze it.
    pub frozen_by: String,
}

/// An entry of an article's corrections.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = corrections)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The article that was changed.
    pub article_id: ArticleId,
    /// The claim it is about, where it is about one.
    pub claim_id: Option<ClaimId>,
    /// What kind of change.
    pub kind: CorrectionKind,
    /// What the article said; may be empty.
    pub was: String,
    /// What it says now; may be empty.
    pub now_says: String,
    /// Why; may be empty.
    pub why: String,
    /// Who found it; may be empty.
    pub found_by: String,
    /// Who approved it.
    pub approved_by: PersonId,
    /// When the change was published.
    pub published_on: NaiveDate,
    /// When it was entered.
    pub created_at: At,
}

/// The report that an article was made of.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = report_origins)]
pub struct Origin {
    /// The article.
    pub article_id: ArticleId,
    /// SHA-256 of what the report says, as canonical JSON.
    pub sha256: String,
    /// Id of the article at the desk that made the report.
    pub article_there: String,
    /// The report and those it was taken from itself, the last one first: a JSON list of [`TakenFromPart`].
    pub reports: Json,
}

impl Origin {
    /// The report and those it was taken from itself, the last one first.
    ///
    /// # Errors
    /// [`StoreError::Broken`] where the stored list is none.
    pub fn parts(&self) -> Result<Vec<TakenFromPart>, StoreError> {
        serde_json::from_value(self.reports.0.clone()).map_err(|e| StoreError::Broken(format!("origin of {}: {e}", self.article_id)))
    }
}

/// A correction with the number of its claim and the name of who approved it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListedCorrection {
    /// The entry.
    pub correction: Correction,
    /// Number of the claim it is about.
    pub claim: Option<i32>,
    /// Who approved it.
    pub approved_by: String,
}

/// Keeps a frozen report.
pub fn insert_report(c: &mut DbConnection, report: &FrozenReport) -> Result<(), StoreError> {
    diesel::insert_into(reports::table).values(report).execute(c)?;
    Ok(())
}

/// One frozen report.
pub fn find_report(c: &mut DbConnection, id: ReportId) -> Result<Option<FrozenReport>, StoreError> {
    Ok(reports::table.find(id).select(FrozenReport::as_select()).first(c).optional()?)
}

/// The frozen report with this number among an article's.
pub fn find_report_numbered(c: &mut DbConnection, article: ArticleId, number: i32) -> Result<Option<FrozenReport>, StoreError> {
    Ok(reports::table.filter(reports::article_id.eq(article)).filter(reports::number.eq(number)).select(FrozenReport::as_select()).first(c).optional()?)
}

/// The article of a frozen report, and its number there.
pub fn place_of_report(c: &mut DbConnection, id: ReportId) -> Result<Option<(ArticleId, i32)>, StoreError> {
    Ok(reports::table.find(id).select((reports::article_id, reports::number)).first(c).optional()?)
}

/// Number and hash of the last frozen report of an article.
pub fn last_report(c: &mut DbConnection, article: ArticleId) -> Result<Option<(i32, String)>, StoreError> {
    Ok(reports::table.filter(reports::article_id.eq(article)).select((reports::number, reports::sha256)).order(reports::number.desc()).first(c).optional()?)
}

/// The desk's own key, made now where there is none yet. Must run inside the transaction of what is signed.
pub(super) fn desk_key(c: &mut DbConnection, now: At) -> Result<DeskKey, StoreError> {
    if let Some(key) = find_key(c)? {
        return Ok(key);
    }
    let secret = random_bytes::<32>().map_err(StoreError::Broken)?;
    let row = (signing_keys::number.eq(1), signing_keys::secret.eq(secret.as_slice()), signing_keys::made_at.eq(now));
    // Of two that freeze their first reports at the same time, the second waits here and takes the key of the first.
    per_backend!(c, |c| diesel::insert_into(signing_keys::table).values(row).on_conflict_do_nothing().execute(c))?;
    find_key(c)?.ok_or_else(|| StoreError::Broken("the desk's key could not be made".to_owned()))
}

fn find_key(c: &mut DbConnection) -> Result<Option<DeskKey>, StoreError> {
    let secret: Option<Vec<u8>> = signing_keys::table.select(signing_keys::secret).order(signing_keys::number.desc()).first(c).optional()?;
    let read = |secret: Vec<u8>| <[u8; 32]>::try_from(secret).map(|secret| DeskKey::of(&secret));
    secret.map(read).transpose().map_err(|_| StoreError::Broken("the desk's key does not have 32 bytes".to_owned()))
}

/// The key that checks what the desk signs; none before its first frozen report.
pub fn public_key(c: &mut DbConnection) -> Result<Option<PublicKey>, StoreError> {
    Ok(find_key(c)?.map(|key| key.public()))
}

/// Frozen reports of an article, newest first, those below number `before`, at most `limit`.
pub fn list_reports(c: &mut DbConnection, article: ArticleId, before: Option<i32>, limit: i64) -> Result<Vec<FrozenRow>, StoreError> {
    Ok(reports::table
        .inner_join(people::table)
        .filter(reports::article_id.eq(article))
        .filter(reports::number.lt(before.unwrap_or(i32::MAX)))
        .select((reports::id, reports::article_id, reports::number, reports::sha256, reports::frozen_at, people::name))
        .order(reports::number.desc())
        .limit(limit)
        .load(c)?)
}

/// Keeps a correction.
pub fn insert_correction(c: &mut DbConnection, row: &Correction) -> Result<(), StoreError> {
    diesel::insert_into(corrections::table).values(row).execute(c)?;
    Ok(())
}

/// The corrections of an article, oldest first.
pub fn list_corrections(c: &mut DbConnection, article: ArticleId) -> Result<Vec<ListedCorrection>, StoreError> {
    let rows: Vec<(Correction, Option<i32>, String)> = corrections::table
        .inner_join(people::table)
        .left_join(claims::table)
        .filter(corrections::article_id.eq(article))
        .select((Correction::as_select(), claims::number.nullable(), people::name))
        .order((corrections::published_on.asc(), corrections::id.asc()))
        .load(c)?;
    Ok(rows.into_iter().map(|(correction, claim, approved_by)| ListedCorrection { correction, claim, approved_by }).collect())
}

/// Keeps of which report an article was made.
pub fn insert_origin(c: &mut DbConnection, origin: &Origin) -> Result<(), StoreError> {
    diesel::insert_into(report_origins::table).values(origin).execute(c)?;
    Ok(())
}

/// Of which report an article was made, where it was made of one.
pub fn find_origin(c: &mut DbConnection, article: ArticleId) -> Result<Option<Origin>, StoreError> {
    Ok(report_origins::table.find(article).select(Origin::as_select()).first(c).optional()?)
}

/// The newest article that was made of a report that says just this, or of another report on the same article: its id and title.
pub fn find_made_of(c: &mut DbConnection, sha256: &str, article_there: &str) -> Result<Option<(ArticleId, String)>, StoreError> {
    Ok(report_origins::table
        .inner_join(articles::table)
        .filter(report_origins::sha256.eq(sha256).or(report_origins::article_there.eq(article_there)))
        .select((articles::id, articles::title))
        .order(articles::id.desc())
        .first(c)
        .optional()?)
}
