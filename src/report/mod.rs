//! The result goes out: one plain [`Report`] value, and one pure file a format.
//!
//! [`assemble`] reads it from the database in a fixed number of queries; [`render`] turns it into bytes.
//! Confidential evidence is taken out once, in [`redact`], before any format sees it. Deeds: [`freeze_report`]
//! keeps a report for good, under a number and a hash; [`enter_correction`] says what was changed after publication.
//! [`import_report`] makes an article of a report in the JSON form, which [`schema`] describes.
//! [`verify_report`] tells a reader whether a file is what the desk froze, [`verify_copies`] whether the desk still has it. [`training`] gives what people corrected of the
//! extraction's work, to train it with.

mod annotations;
mod assemble;
mod citation;
pub mod claimreview;
mod claimreview_rules;
mod compare;
mod correct;
mod csv;
mod differ;
mod docx;
mod error;
mod feed;
pub mod figures;
mod freeze;
mod html;
pub mod import;
mod json;
pub mod listing;
mod markdown;
mod model;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod pipeline;
#[cfg(feature = "pdf")]
mod poster;
mod progress;
mod publish;
pub mod reader;
mod redact;
pub mod schema;
mod seal;
pub mod store;
mod table;
mod telling;
pub mod training;
#[cfg(feature = "pdf")]
mod typeset;
mod verify;
mod xlsx;
mod xml;

use assemble::TOOL;
pub use assemble::assemble;
pub use compare::compare_reports;
pub use correct::{CorrectionEntry, enter_correction};
pub use differ::{ClaimChanges, ClaimMark, Comparison, EvidenceChanges, FieldChange, LinkChange, ReportField, ReportMark, TieChange, differ};
pub use error::ReportError;
pub use feed::{Feed, FeedEntry, atom};
pub use freeze::{freeze_report, render_frozen, render_frozen_watched};
pub use html::{PublicFrame, write_public};
pub use import::{ImportedReport, Misfit, MisfitKind, import_report, is_report};
pub use model::*;
pub use progress::{Progress, Stage, Watch, tell, unwatched};
pub use publish::{publish_report, withdraw_page};
pub use redact::redact;
pub use seal::{PublicKey, by_hand};
pub use store::{Correction, FrozenReport, FrozenRow};
pub use telling::{correction_people, correction_texts, in_a_sentence, title};
pub use verify::{CopyBreak, CopyBreakKind, FileCheck, FileStanding, HistoryStanding, ReportFile, SealStanding, verify_copies, verify_report};

use crate::codes;
use crate::wording::Words;

codes! {
    /// In which form a report is given.
    "export-format"
    pub enum ExportFormat {
        /// One self-contained page.
        Html = "html",
        /// For paper and for keeping.
        Pdf = "pdf",
        /// A document for Word and `LibreOffice`.
        Docx = "docx",
        /// Markdown.
        Md = "md",
        /// A table, one row a claim.
        Csv = "csv",
        /// A workbook: claims, evidence and who was asked, a sheet each.
        Xlsx = "xlsx",
        /// Everything, for programs.
        Json = "json",
        /// The `ClaimReview` form of schema.org, as JSON-LD.
        ClaimReview = "claimreview",
        /// The claims as W3C Web Annotations, as JSON-LD.
        Annotations = "annotations",
        /// The evidence as BibTeX.
        Bibtex = "bibtex",
        /// The evidence in the JSON form of the Citation Style Language.
        Csl = "csl",
    }
}

/// A report in one format.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Their media type.
    pub media_type: &'static str,
    /// A name for the file: letters, digits and hyphens.
    pub file_name: String,
}

/// Why a report could not be rendered. Only a fault of the program or of memory can be one.
#[derive(Debug, thiserror::Error)]
#[error("the report could not be written: {0}")]
pub struct ExportError(pub String);

/// Renders a report. What is confidential never leaves, and the clock is never asked: a report carries its own
/// time, so the same report is the same bytes today and in a year.
///
/// A new form is a file of its own that takes the redacted report, a code above, a line here and one in `file_kind`.
///
/// # Errors
/// [`ReportError::NotBuilt`], and [`ReportError::Export`] where it could not be written.
pub fn render(report: &Report, format: ExportFormat, words: &Words) -> Result<Rendered, ReportError> {
    format.built()?;
    render_watched(report.clone(), format, words, &unwatched)
}

/// Renders a report that is given away, so that it stands in memory once; `watch` is told how far that is, and may end it.
///
/// # Errors
/// Those of [`render`], and [`ReportError::Stopped`].
pub fn render_watched(report: Report, format: ExportFormat, words: &Words, watch: Watch<'_>) -> Result<Rendered, ReportError> {
    format.built()?;
    let report = redact(report);
    progress::tell(watch, Stage::Write, 0, report.claims.len())?;
    let bytes = match format {
        ExportFormat::Html => html::write(&report, words)?.into_bytes(),
        ExportFormat::Pdf => write_pdf(&report, words, watch)?,
        ExportFormat::Md => markdown::write(&report, words).into_bytes(),
        ExportFormat::Csv => csv::write(&report, watch)?,
        ExportFormat::Docx => docx::write(&report, words, watch)?,
        ExportFormat::Xlsx => xlsx::write(&report, words, watch)?,
        ExportFormat::Json => json::pretty(&report)?,
        ExportFormat::ClaimReview => claimreview::write(&report, words)?,
        ExportFormat::Annotations => annotations::write(&report, words)?,
        ExportFormat::Bibtex => citation::bibtex(&report, words),
        ExportFormat::Csl => citation::csl(&report, words)?,
    };
    let (media_type, _) = format.file_kind();
    Ok(Rendered { bytes, media_type, file_name: file_name(&report, format) })
}

/// Most claims of a file that is made while whoever asked for it waits.
pub const LONG: usize = 1_000;
/// The same for PDF, which has to be set.
pub const LONG_IN_PDF: usize = 100;

/// Whether this build draws the pictures that go with public pages.
pub const DRAWS_POSTERS: bool = cfg!(feature = "pdf");

/// The picture that is shown where a public page is shared, as PNG.
#[cfg(feature = "pdf")]
pub fn draw_poster(report: &Report, words: &Words) -> Result<Vec<u8>, ExportError> {
    poster::draw(report, words)
}

/// The picture that is shown where a public page is shared; this build draws none.
#[cfg(not(feature = "pdf"))]
pub fn draw_poster(_: &Report, _: &Words) -> Result<Vec<u8>, ExportError> {
    Err(ExportError("this build draws no posters".to_owned()))
}

#[cfg(feature = "pdf")]
fn write_pdf(report: &Report, words: &Words, watch: Watch<'_>) -> Result<Vec<u8>, ReportError> {
    pdf::write(report, words, watch)
}

#[cfg(not(feature = "pdf"))]
fn write_pdf(_: &Report, _: &Words, _: Watch<'_>) -> Result<Vec<u8>, ReportError> {
    Err(ReportError::NotBuilt)
}

impl ExportFormat {
    /// Whether this program can write it: PDF needs the part of it that sets type, which can be left out when it is built.
    pub fn is_built(self) -> bool {
        self != Self::Pdf || cfg!(feature = "pdf")
    }

    /// Refuses a form that the program was built without.
    ///
    /// # Errors
    /// [`ReportError::NotBuilt`].
    pub fn built(self) -> Result<(), ReportError> {
        if self.is_built() { Ok(()) } else { Err(ReportError::NotBuilt) }
    }

    /// Whether a report of so many claims takes so long that nobody should wait for the answer: it is made as a job.
    pub fn is_long(self, claims: usize) -> bool {
        claims > if self == Self::Pdf { LONG_IN_PDF } else { LONG }
    }

    /// Media type and ending of its files.
    fn file_kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => ("text/html; charset=utf-8", "html"),
            Self::Pdf => ("application/pdf", "pdf"),
            Self::Md => ("text/markdown; charset=utf-8", "md"),
            Self::Csv => ("text/csv; charset=utf-8", "csv"),
            Self::Docx => ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Self::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Self::Json => ("application/json", "json"),
            Self::ClaimReview => ("application/ld+json", "jsonld"),
            Self::Annotations => ("application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "annotations.jsonld"),
            Self::Bibtex => ("application/x-bibtex; charset=utf-8", "bib"),
            Self::Csl => ("application/vnd.citationstyles.csl+json", "csl.json"),
        }
    }
}

/// A report's file is named after its article and, where it is frozen, its number.
pub fn file_name(report: &Report, format: ExportFormat) -> String {
    let (_, ending) = format.file_kind();
    let number = report.frozen.as_ref().map(|frozen| format!("-{}", frozen.number)).unwrap_or_default();
    format!("{}{number}.{ending}", stem("report", &report.article.title))
}

/// A name for a file: letters, digits and hyphens of a title behind what the file is.
pub fn stem(what: &str, title: &str) -> String {
    let mut stem = String::new();
    for c in title.chars().take(80) {
        if c.is_ascii_alphanumeric() {
            stem.push(c.to_ascii_lowercase());
        } else if !stem.ends_with('-') && !stem.is_empty() {
            stem.push('-');
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { what.to_owned() } else { format!("{what}-{stem}") }
}
