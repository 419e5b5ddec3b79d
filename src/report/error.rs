//! Which rule stopped a deed on a report.

use super::ExportError;
use super::import::Misfit;
use crate::account::Forbidden;
use crate::db::StoreError;
use crate::ids::ArticleId;
use crate::input::FieldError;

/// Why a report was not made, frozen, corrected or checked.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The role does not cover it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such article, report or claim.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Some fields can't be used as they are.
    #[error("some fields need another value")]
    Invalid(Vec<FieldError>),
    /// The file is no report in the JSON form.
    #[error("this is not a report in the JSON form: {0}")]
    NotAReport(String),
    /// The report can't be imported as it is.
    #[error(transparent)]
    Unfit(#[from] Misfit),
    /// The desk has an article that was made of this report, or of another one on the same article.
    #[error("the article is here already: {title}")]
    Known {
        /// The article.
        article: ArticleId,
        /// Its title.
        title: String,
    },
    /// The file has more bytes than this desk takes.
    #[error("the file is larger than {most} bytes")]
    TooLarge {
        /// How many it takes.
        most: usize,
    },
    /// The article's public page has another address already.
    #[error("the article's public page has another address; take it back first")]
    PublicElsewhere,
    /// Somebody answered the reader's report already.
    #[error("this was answered already")]
    AlreadyResolved,
    /// Too many readers' reports wait for the desk.
    #[error("too many reports of readers wait for the desk")]
    TooManyFromReaders,
    /// Too many readers' reports came from one address.
    #[error("too many reports from one address; wait {0} seconds")]
    TooManyFromHere(u64),
    /// The program was built without that form.
    #[error("This program was built without PDF. Take another form of the report, or ask your admin for a build with PDF.")]
    NotBuilt,
    /// Nobody wanted it any more.
    #[error("it was stopped")]
    Stopped,
    /// It could not be written in that form.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for ReportError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<Vec<FieldError>> for ReportError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}
