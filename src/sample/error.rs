//! Why a desk could not be filled.

use crate::account::AccountError;
use crate::db::StoreError;
use crate::intake::ImportError;
use crate::review::ReviewError;
use crate::source::RegistryError;

/// Why a desk could not be filled.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// A deed on people was refused.
    #[error("people: {0}")]
    Account(#[from] AccountError),
    /// The text was refused.
    #[error("article: {0}")]
    Import(#[from] ImportError),
    /// A deed on a claim was refused.
    #[error("claims: {0}")]
    Review(#[from] ReviewError),
    /// A deed on the registry was refused.
    #[error("sources: {0}")]
    Registry(#[from] RegistryError),
    /// The sample itself is at fault: its script speaks of words that its article does not have.
    #[error("the sample's text does not say “{0}”")]
    NotInText(&'static str),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
