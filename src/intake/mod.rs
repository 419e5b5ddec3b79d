//! How a text comes in and becomes an article with claims.
//!
//! [`read`] turns bytes (txt, md, html) into plain text; [`import_article`] runs the extraction over it and
//! keeps everything in one transaction.

mod error;
mod import;
pub mod read;

pub use error::ImportError;
pub use import::{Imported, NewArticle, draft_of, import_article};
