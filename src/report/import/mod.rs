//! A report in the JSON form becomes an article again: text, claims, chains, findings, evidence, in one transaction.
//!
//! What the report says was done was done at another desk. So the people it names get no account and no name of somebody
//! here: each is a person of that desk ([`cast`]), and the history of the article begins with one line that says what was
//! imported from where, instead of with lines of deeds that nobody did here. Later reports name it in `taken_from`.
//! [`read`] and [`check`] (both pure) refuse what does not fit together; [`write`] makes the rows. Start at [`import_report`].

mod cast;
mod check;
mod misfit;
mod read;
mod write;

pub use misfit::{Misfit, MisfitKind};
pub use read::is_report;

use super::error::ReportError;
use super::store::{self, Origin};
use super::{Report, ReportFile, TakenFromPart};
use crate::account::{Acting, Permission};
use crate::article::Article;
use crate::article::store as articles;
use crate::db::column::Json;
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, ChainId};
use serde_json::{Value, json};

/// How many times the size of an upload a report may have: it holds the text and all that was found on it.
const TIMES: usize = 3;

/// How large a report may be.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    /// Bytes of the file.
    pub bytes: usize,
    /// Scalar values of the article's text: as many as of any article.
    pub chars: usize,
}

impl Most {
    /// What a desk takes that takes uploads and texts of this size.
    pub fn of_uploads(bytes: usize, chars: usize) -> Self {
        Self { bytes: bytes.saturating_mul(TIMES), chars }
    }
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct ImportedReport {
    /// The article.
    pub article: Article,
    /// The report that it was made of.
    pub from: TakenFromPart,
    /// How many sentences.
    pub sentences: usize,
    /// How many claims.
    pub claims: usize,
    /// How many pieces of evidence.
    pub evidence: usize,
    /// Names of the sources that the registry had already; it keeps what it says of them.
    pub known_sources: Vec<String>,
}

/// Makes an article of a report in the JSON form. `again` makes a second article where the desk has one of this report, or
/// of another report on the same article; without it that is refused.
pub fn import_report(c: &mut DbConnection, acting: &Acting, bytes: &[u8], again: bool, most: Most) -> Result<ImportedReport, ReportError> {
    acting.require(Permission::Edit)?;
    if bytes.len() > most.bytes {
        return Err(ReportError::TooLarge { most: most.bytes });
    }
    let ReportFile { report, sha256 } = read::read(bytes)?;
    check::check(&report, most.chars)?;
    let from = taken_from(&report, sha256, acting);
    transact(c, |c| {
        if !again && let Some((article, title)) = already_here(c, &report, &from.sha256)? {
            return Err(ReportError::Known { article, title });
        }
        let written = write::write(c, acting, &report)?;
        let mut reports = vec![from.clone()];
        reports.extend(report.taken_from.iter().cloned());
        let origin = Origin { article_id: written.article.id, sha256: from.sha256.clone(), article_there: from.article.clone(), reports: Json(json!(reports)) };
        store::insert_origin(c, &origin)?;
        let done = ImportedReport {
            article: written.article,
            from: from.clone(),
            sentences: report.sentences.len(),
            claims: report.claims.len(),
            evidence: report.evidence.len(),
            known_sources: written.known_sources,
        };
        let told = told(&report, &done, &written.people);
        let event = || NewEvent::new(Action::ArticleImported, SubjectKind::Article, done.article.id).after(told.clone());
        history::record(c, &acting.pen(), chain_of(done.article.id), event())?;
        // As with every article, the desk's own chain knows it too.
        history::record(c, &acting.pen(), ChainId::DESK, event())?;
        Ok(done)
    })
}

fn taken_from(report: &Report, sha256: String, acting: &Acting) -> TakenFromPart {
    TakenFromPart {
        desk: report.desk.name.clone(),
        url: report.desk.url.clone(),
        article: report.article.id.clone(),
        number: report.frozen.as_ref().map(|frozen| frozen.number),
        sha256,
        key: report.frozen.as_ref().filter(|_| report.signature.is_some()).and_then(|frozen| frozen.key.clone()),
        assembled_at: report.assembled_at,
        tool: report.tool.clone(),
        history: report.history.clone(),
        by: acting.name.clone(),
        at: acting.now.0,
    }
}

/// The article that this report is about, if the desk has it: its own, or one that was made of a report on it.
fn already_here(c: &mut DbConnection, report: &Report, sha256: &str) -> Result<Option<(ArticleId, String)>, StoreError> {
    if let Ok(id) = report.article.id.parse::<ArticleId>()
        && let Some(article) = articles::find_article(c, id)?
    {
        return Ok(Some((id, article.title)));
    }
    store::find_made_of(c, sha256, &report.article.id)
}

/// What the line of history says.
fn told(report: &Report, done: &ImportedReport, people: &[String]) -> Value {
    json!({
        "title": done.article.title, "text_sha256": report.version.text_sha256, "version": report.version.number,
        "sentences": done.sentences, "claims": done.claims, "evidence": done.evidence,
        "report": done.from, "people": people, "known_sources": done.known_sources,
    })
}
