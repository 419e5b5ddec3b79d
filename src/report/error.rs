//! Which rule stopped a deed on a report.

use super::ExportError;
use crate::account::Forbidden;
use crate::db::StoreError;
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
