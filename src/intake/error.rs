//! Why an import was refused.

use super::read::ReadError;
use crate::account::Forbidden;
use crate::db::StoreError;
use crate::input::FieldError;
use crate::review::ReviewError;

/// Why a text did not become an article.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The role does not cover it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The bytes can't be read as a text.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// Some fields can't be used as they are.
    #[error("some fields need another value")]
    Invalid(Vec<FieldError>),
    /// A rule about what is being checked stands against it.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for ImportError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<Vec<FieldError>> for ImportError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}
