//! Any list of claims as a file: all rows of a filter, in the columns that reports have.
//!
//! [`export_claims`] reads the whole list on one unchanging view of the database, some hundred claims at a time, and
//! writes as it reads: a list of any length takes the memory of one such part. The file says how many claims it
//! has. What is confidential is taken out and counted, as in reports. `form` writes the forms. Start at
//! [`export_claims`].

mod form;

use super::ExportFormat;
use super::assemble::{Listed, listed};
use super::error::ReportError;
use super::progress::{Stage, Watch, tell};
use super::redact::redact_parts;
use super::table::{self, ClaimRow};
use crate::claim::store::queue::{self, ClaimFilter, QueueSort};
use crate::codes;
use crate::db::column::At;
use crate::db::{DbConnection, read_consistently};
use crate::history::{self, Action};
use crate::ids::{ClaimId, PersonId};
use crate::wording::Words;
use chrono::NaiveDate;
use form::Form;
use std::io::Write;

/// Claims read at a time.
const PART: usize = 400;

/// What counts as work on a claim.
const WORK: &[Action] = &[Action::VerdictSet, Action::StateChanged, Action::TextActionSet, Action::EvidenceAttached, Action::ContactEntered];

codes! {
    /// In which form a list of claims is given.
    "listing-format"
    pub enum ListingFormat {
        /// A table, one row a claim.
        Csv = "csv",
        /// A workbook: claims, evidence and who was asked, a sheet each.
        Xlsx = "xlsx",
        /// Everything, for programs.
        Json = "json",
        /// Text to read.
        Md = "md",
    }
}

impl ListingFormat {
    /// Media type and ending of its files: those of a report in the same form.
    pub fn file_kind(self) -> (&'static str, &'static str) {
        let report = match self {
            Self::Csv => ExportFormat::Csv,
            Self::Xlsx => ExportFormat::Xlsx,
            Self::Json => ExportFormat::Json,
            Self::Md => ExportFormat::Md,
        };
        report.file_kind()
    }
}

/// Which claims are listed.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// Those that fit, in an order.
    Fitting(ClaimFilter, QueueSort),
    /// Those that a person worked on from one day to before another: set a verdict, sent on or back, signed off,
    /// decided on the text, gathered evidence, asked for comment. What was worked on first comes first.
    WorkedOn {
        /// The person.
        person: PersonId,
        /// The first day.
        from: NaiveDate,
        /// The day after the last.
        until: NaiveDate,
        /// Not these.
        without: Vec<ClaimId>,
    },
}

/// What a list says of itself.
#[derive(Clone, Debug)]
pub struct About {
    /// What it is.
    pub title: String,
    /// What narrows it: label and value.
    pub narrowed: Vec<(String, String)>,
    /// When it is made.
    pub made_at: At,
}

/// Writes all claims that are chosen; gives how many they are. `watch` is told how far that is, and may end it.
///
/// # Errors
/// [`ReportError::Export`] where it could not be written, [`ReportError::Stopped`].
pub fn export_claims(
    c: &mut DbConnection,
    chosen: &Chosen,
    format: ListingFormat,
    about: &About,
    w: &Words,
    watch: Watch<'_>,
    out: impl Write + Send,
) -> Result<usize, ReportError> {
    read_consistently(c, |c| {
        let ids = match chosen {
            Chosen::Fitting(filter, sort) => queue::fitting_ids(c, filter, *sort)?,
            Chosen::WorkedOn { person, from, until, without } => {
                let mut ids = history::claims_worked_on(c, *person, WORK, *from, *until)?;
                ids.retain(|id| !without.contains(id));
                ids
            }
        };
        let mut form = Form::begin(format, about, ids.len(), w, out)?;
        for (n, part) in ids.chunks(PART).enumerate() {
            tell(watch, Stage::Write, n * PART, ids.len())?;
            let (mut claims, mut evidence) = listed(c, part)?;
            redact_parts(claims.iter_mut().map(|listed| &mut listed.claim), &mut evidence);
            let pieces = table::by_id(&evidence);
            for Listed { article, version, claim } in &claims {
                form.add(&ClaimRow { article, version: *version, claim, pieces: &pieces }, w)?;
            }
        }
        tell(watch, Stage::Bind, 0, 0)?;
        form.end(about, ids.len(), w)?;
        Ok(ids.len())
    })
}
