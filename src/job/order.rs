//! What is to be made into a file, and making it.
//!
//! The database is asked first and its connection given back; then the file is drawn. A list is written while it is read, on
//! one unchanging view of the database, through a connection of its own, so that pages keep all of theirs.

use crate::db::column::At;
use crate::db::{Db, DbConnection};
use crate::ids::{ArticleId, ReportId};
use crate::report::listing::{About, Chosen, ListingFormat, export_claims};
use crate::report::{self, ExportFormat, FrozenReport, Rendered, ReportError, Stage, Watch};
use crate::wording::Words;
use std::fs::File;
use std::io::{BufWriter, Seek, Write};
use std::sync::{Arc, Mutex};

/// Bytes that are gathered before they are written.
const BUFFER: usize = 1 << 18;

/// What is to be made.
#[derive(Clone, Debug)]
pub enum Order {
    /// The report on an article's check as it stands.
    Check {
        /// The article.
        article: ArticleId,
        /// When it stands so.
        at: At,
        /// In which form.
        format: ExportFormat,
    },
    /// A frozen report.
    Frozen {
        /// Which one.
        report: ReportId,
        /// In which form.
        format: ExportFormat,
    },
    /// A list of claims.
    List {
        /// Which claims.
        chosen: Box<Chosen>,
        /// What it says of itself.
        about: About,
        /// Name of the file without its ending.
        stem: String,
        /// In which form.
        format: ListingFormat,
    },
}

/// A file that was made, in a temporary one that goes with it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Made {
    /// Where its bytes are; each reader minds its own place in it.
    pub file: Arc<Mutex<File>>,
    /// How many.
    pub length: u64,
    /// Their media type.
    pub media_type: &'static str,
    /// What it is called.
    pub name: String,
}

impl Order {
    /// Makes the file. No connection of the pool is held while it is drawn.
    ///
    /// # Errors
    /// Those of reports, and [`ReportError::Stopped`].
    pub fn make(&self, db: &Db, words: &Words, watch: Watch<'_>) -> Result<Made, ReportError> {
        report::tell(watch, Stage::Read, 0, 0)?;
        match self {
            Self::Check { article, at, format } => {
                let assembled = report::assemble(&mut *db.get()?, *article, *at)?;
                kept(report::render_watched(assembled, *format, words, watch)?)
            }
            Self::Frozen { report, format } => {
                let frozen: FrozenReport = report::store::find_report(&mut *db.get()?, *report)?.ok_or(ReportError::NotFound("report"))?;
                kept(report::render_frozen_watched(&frozen, *format, words, watch)?)
            }
            Self::List { chosen, about, stem, format } => list(&mut db.connect()?, chosen, about, stem, *format, words, watch),
        }
    }
}

fn failed(error: std::io::Error) -> ReportError {
    ReportError::Export(report::ExportError(error.to_string()))
}

/// What was rendered, on disk instead of in memory.
fn kept(rendered: Rendered) -> Result<Made, ReportError> {
    let mut file = tempfile::tempfile().map_err(failed)?;
    file.write_all(&rendered.bytes).map_err(failed)?;
    Made::of(file, rendered.media_type, rendered.file_name)
}

/// A list as a file, written while the database is read.
pub fn list(
    c: &mut DbConnection,
    chosen: &Chosen,
    about: &About,
    stem: &str,
    format: ListingFormat,
    words: &Words,
    watch: Watch<'_>,
) -> Result<Made, ReportError> {
    let file = tempfile::tempfile().map_err(failed)?;
    let to = file.try_clone().map_err(failed)?;
    export_claims(c, chosen, format, about, words, watch, BufWriter::with_capacity(BUFFER, to))?;
    let (media_type, ending) = format.file_kind();
    Made::of(file, media_type, format!("{stem}.{ending}"))
}

impl Made {
    fn of(mut file: File, media_type: &'static str, name: String) -> Result<Self, ReportError> {
        let length = file.stream_position().map_err(failed)?;
        Ok(Self { file: Arc::new(Mutex::new(file)), length, media_type, name })
    }
}
