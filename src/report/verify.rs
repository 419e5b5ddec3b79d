//! Does a report file tell what this desk froze? For readers who hold one and doubt it.
//!
//! A file is compared by what it says, not by its bytes: white space and the order of fields do not count,
//! everything else does. The desk's own copy is not trusted either: its hash stands in the article's history,
//! and that is checked line by line. Every report, frozen or not, names the last line of the history it was made from;
//! a history that was written anew afterwards does not have that line. Start at [`verify_report`].

use super::Report;
use super::error::ReportError;
use super::store::{self, FrozenReport};
use crate::article::text_sha256;
use crate::codes;
use crate::db::{DbConnection, StoreError, read_consistently};
use crate::history::{self, Action, canonical_json, chain_of};
use crate::ids::{ArticleId, ReportId};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

codes! {
    /// How a file stands to what this desk froze.
    "report-file"
    pub enum FileStanding {
        /// It says just what was frozen.
        Same = "same",
        /// It has the number of a frozen report and says something else.
        Changed = "changed",
        /// It says what the history knows; the desk's own copy was changed.
        CopyChanged = "copy_changed",
        /// It was exported without being frozen, so nothing here knows what it said.
        NotFrozen = "not_frozen",
        /// This desk froze no such report.
        Unknown = "unknown",
    }
}

codes! {
    /// How the history that a file names stands to the history of the desk.
    "report-history"
    pub enum HistoryStanding {
        /// The line that the file names is there, and so is everything before it.
        Same = "same",
        /// Another line stands in its place.
        Rewritten = "rewritten",
        /// The history is shorter than when the report was made, or gone.
        Missing = "missing",
        /// The chain is broken; `corroborate verify` names the line.
        Broken = "broken",
    }
}

/// What a check of a file found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileCheck {
    /// Title of the article, as the file gives it.
    pub title: String,
    /// The number of the report, where it is a frozen one.
    pub number: Option<i32>,
    /// SHA-256 of what the file says, in canonical form.
    pub sha256: String,
    /// How it stands to what was frozen.
    pub file: FileStanding,
    /// How the history it names stands to the desk's.
    pub history: HistoryStanding,
}

impl FileCheck {
    /// Whether the file is what this desk froze and nothing was changed since, in the file or behind it.
    pub fn holds(&self) -> bool {
        self.file == FileStanding::Same && self.history == HistoryStanding::Same
    }
}

codes! {
    /// In what way the desk's own copy of a frozen report is broken.
    "report-copy"
    pub enum CopyBreakKind {
        /// It does not say what was frozen.
        Changed = "changed",
        /// It is gone.
        Missing = "missing",
        /// Nobody froze it.
        Inserted = "inserted",
    }
}

/// A frozen report of which the desk has no true copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CopyBreak {
    /// Its number.
    pub number: i32,
    /// In what way.
    pub kind: CopyBreakKind,
}

/// Compares a report file in the JSON form with this desk.
///
/// # Errors
/// [`ReportError::NotAReport`] where the bytes are none.
pub fn verify_report(c: &mut DbConnection, bytes: &[u8]) -> Result<FileCheck, ReportError> {
    let no_report = |e: serde_json::Error| ReportError::NotAReport(e.to_string());
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    // Read twice: as a report, which refuses a field that stands twice and means two things to two readers; and as
    // plain data, which also has the fields that no report has.
    let report: Report = serde_json::from_slice(bytes).map_err(no_report)?;
    let value: Value = serde_json::from_slice(bytes).map_err(no_report)?;
    let sha256 = text_sha256(&canonical_json(&value));
    let number = report.frozen.as_ref().map(|frozen| frozen.number);
    let article: Option<ArticleId> = report.article.id.parse().ok();
    let (file, history) = match article {
        Some(article) => read_consistently(c, |c| Ok::<_, StoreError>((file_standing(c, article, number, &sha256)?, history_standing(c, article, &report)?)))?,
        None => (number.map_or(FileStanding::NotFrozen, |_| FileStanding::Unknown), HistoryStanding::Missing),
    };
    Ok(FileCheck { title: report.article.title, number, sha256, file, history })
}

fn file_standing(c: &mut DbConnection, article: ArticleId, number: Option<i32>, sha256: &str) -> Result<FileStanding, StoreError> {
    let Some(number) = number else { return Ok(FileStanding::NotFrozen) };
    let Some(frozen) = store::find_report_numbered(c, article, number)? else { return Ok(FileStanding::Unknown) };
    let told = told(c, article)?;
    Ok(match told.get(&frozen.id) {
        Some(told) if told.sha256 == sha256 && told.is_told_of(&frozen) => FileStanding::Same,
        Some(told) if told.sha256 == sha256 => FileStanding::CopyChanged,
        _ => FileStanding::Changed,
    })
}

/// Checks that the desk still has every report of an article just as it was frozen, and no other.
pub fn verify_copies(c: &mut DbConnection, article: ArticleId) -> Result<Vec<CopyBreak>, StoreError> {
    read_consistently(c, |c| {
        let mut told = told(c, article)?;
        let mut broken = Vec::new();
        for row in store::list_reports(c, article, None, i64::MAX)? {
            let kind = match (told.remove(&row.id), store::find_report(c, row.id)?) {
                (Some(told), Some(frozen)) if told.is_told_of(&frozen) => continue,
                (Some(_), _) => CopyBreakKind::Changed,
                (None, _) => CopyBreakKind::Inserted,
            };
            broken.push(CopyBreak { number: row.number, kind });
        }
        broken.extend(told.values().map(|told| CopyBreak { number: told.number, kind: CopyBreakKind::Missing }));
        broken.sort_by_key(|broken| broken.number);
        Ok(broken)
    })
}

/// What the history says of a frozen report.
struct Told {
    number: i32,
    sha256: String,
}

impl Told {
    fn is_told_of(&self, frozen: &FrozenReport) -> bool {
        self.number == frozen.number && self.sha256 == frozen.sha256 && text_sha256(&frozen.content) == self.sha256
    }
}

/// What the history says of each frozen report of an article.
fn told(c: &mut DbConnection, article: ArticleId) -> Result<BTreeMap<ReportId, Told>, StoreError> {
    let chain = chain_of(article);
    let mut told = BTreeMap::new();
    for (seq, subject) in history::subjects_of(c, chain, Action::ReportFrozen)? {
        let said = history::find_line(c, chain, seq)?.map(|line| line.after_value()).unwrap_or_default();
        let number = said.get("number").and_then(Value::as_i64).and_then(|number| i32::try_from(number).ok());
        let sha256 = said.get("sha256").and_then(Value::as_str);
        if let (Some(number), Some(sha256)) = (number, sha256) {
            told.insert(ReportId(subject.0), Told { number, sha256: sha256.to_owned() });
        }
    }
    Ok(told)
}

fn history_standing(c: &mut DbConnection, article: ArticleId, report: &Report) -> Result<HistoryStanding, StoreError> {
    let chain = chain_of(article);
    if history::head(c, chain)?.is_none() {
        return Ok(HistoryStanding::Missing);
    }
    if history::verify_chain(c, chain)?.broken.is_some() {
        return Ok(HistoryStanding::Broken);
    }
    Ok(match history::find_line(c, chain, report.history.lines)? {
        None => HistoryStanding::Missing,
        Some(line) if line.hash == report.history.head_hash => HistoryStanding::Same,
        Some(_) => HistoryStanding::Rewritten,
    })
}
