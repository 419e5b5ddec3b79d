//! Does a report file tell what this desk froze? For readers who hold one and doubt it.
//!
//! A file is compared by what it says, not by its bytes: white space and the order of fields do not count,
//! everything else does. The desk's own copy is not trusted either: its hash stands in the article's history,
//! and that is checked line by line. Every report, frozen or not, names the last line of the history it was made from;
//! a history that was written anew afterwards does not have that line.
//! Without the desk, [`ReportFile::seal`] says whether a file says what the holder of a key signed. Start at
//! [`verify_report`].

use super::error::ReportError;
use super::seal::{ALGORITHM, PublicKey};
use super::store::{self, FrozenReport};
use super::{PreviousPart, Report};
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

codes! {
    /// How the signature in a file stands to what the file says.
    "report-seal"
    pub enum SealStanding {
        /// It fits what the file says, and it is by the key in question.
        Fits = "fits",
        /// It fits what the file says, but it is by another key.
        OtherKey = "other_key",
        /// It does not fit what the file says.
        Broken = "broken",
        /// There is none.
        Missing = "missing",
    }
}

/// A report file in the JSON form, read and hashed.
#[derive(Clone, Debug)]
pub struct ReportFile {
    /// What it says.
    pub report: Report,
    /// SHA-256 of what it says, in canonical form, without the signature that stands beside it.
    pub sha256: String,
}

impl ReportFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`ReportError::NotAReport`] where the bytes are none.
    pub fn read(bytes: &[u8]) -> Result<Self, ReportError> {
        let no_report = |e: serde_json::Error| ReportError::NotAReport(e.to_string());
        let bytes = without_mark(bytes);
        // Read twice: as a report, which refuses a field that stands twice and means two things to two readers; and as
        // plain data, which also has the fields that no report has.
        let report: Report = serde_json::from_slice(bytes).map_err(no_report)?;
        Ok(Self::of(report, serde_json::from_slice(bytes).map_err(no_report)?))
    }

    /// A report, and the same as plain data, of which the hash is taken. The signature stands beside what is hashed.
    pub(super) fn of(report: Report, mut value: Value) -> Self {
        if let Some(fields) = value.as_object_mut() {
            fields.remove("signature");
        }
        Self { report, sha256: text_sha256(&canonical_json(&value)) }
    }

    /// The number of the report, where it is a frozen one.
    pub fn number(&self) -> Option<i32> {
        self.report.frozen.as_ref().map(|frozen| frozen.number)
    }

    /// The frozen report of the article before it, as the file names it.
    pub fn previous(&self) -> Option<&PreviousPart> {
        self.report.frozen.as_ref()?.previous.as_ref()
    }

    /// The key that the file says it was signed with.
    pub fn key(&self) -> Option<PublicKey> {
        PublicKey::read(self.report.frozen.as_ref()?.key.as_deref()?)
    }

    /// How its signature stands to what it says: by `key`, or else by the key that it names itself.
    pub fn seal(&self, key: Option<&PublicKey>) -> SealStanding {
        let Some(signature) = &self.report.signature else { return SealStanding::Missing };
        let whole = signature.algorithm == ALGORITHM && signature.sha256 == self.sha256;
        let fits = |key: &PublicKey| whole && key.fits(&self.sha256, &signature.value);
        match (key, self.key()) {
            (Some(key), _) if fits(key) => SealStanding::Fits,
            (Some(_), Some(own)) if fits(&own) => SealStanding::OtherKey,
            (None, Some(own)) if fits(&own) => SealStanding::Fits,
            _ => SealStanding::Broken,
        }
    }

    /// Whether this is the frozen report that `later` names as the one before it; `None` where it names another.
    pub fn comes_before(&self, later: &Self) -> Option<bool> {
        let named = later.previous().filter(|named| Some(named.number) == self.number() && self.report.article.id == later.report.article.id)?;
        Some(named.sha256 == self.sha256)
    }
}

/// A file without the mark that some editors put before UTF-8.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
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
    /// How its signature stands to what it says and to this desk's key.
    pub seal: SealStanding,
    /// How the history it names stands to the desk's.
    pub history: HistoryStanding,
}

impl FileCheck {
    /// Whether the file is what this desk froze and nothing was changed since, in the file or behind it. A file whose
    /// signature was left out may still be: the desk knows what it froze.
    pub fn holds(&self) -> bool {
        let sealed = matches!(self.seal, SealStanding::Fits | SealStanding::Missing);
        self.file == FileStanding::Same && self.history == HistoryStanding::Same && sealed
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

/// Compares a report file with this desk.
pub fn verify_report(c: &mut DbConnection, file: &ReportFile) -> Result<FileCheck, ReportError> {
    let article: Option<ArticleId> = file.report.article.id.parse().ok();
    let (number, sha256) = (file.number(), file.sha256.clone());
    let (standing, history) = match article {
        Some(article) => {
            read_consistently(c, |c| Ok::<_, StoreError>((file_standing(c, article, number, &sha256)?, history_standing(c, article, &file.report)?)))?
        }
        None => (number.map_or(FileStanding::NotFrozen, |_| FileStanding::Unknown), HistoryStanding::Missing),
    };
    // A desk that never signed anything has signed no file either.
    let seal = match (store::public_key(c)?, file.seal(None)) {
        (Some(key), _) => file.seal(Some(&key)),
        (None, SealStanding::Fits) => SealStanding::OtherKey,
        (None, standing) => standing,
    };
    Ok(FileCheck { title: file.report.article.title.clone(), number, sha256, file: standing, seal, history })
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
    /// The key it was signed with; those older than the key were not.
    key: Option<PublicKey>,
}

impl Told {
    fn is_told_of(&self, frozen: &FrozenReport) -> bool {
        let signed = || match (&self.key, &frozen.signature) {
            (Some(key), Some(signature)) => key.fits(&self.sha256, signature),
            (None, None) => true,
            _ => false,
        };
        self.number == frozen.number && self.sha256 == frozen.sha256 && text_sha256(&frozen.content) == self.sha256 && signed()
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
            let key = said.get("key").and_then(Value::as_str).and_then(PublicKey::read);
            told.insert(ReportId(subject.0), Told { number, sha256: sha256.to_owned(), key });
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
