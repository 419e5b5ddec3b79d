//! How a text comes in and becomes an article with claims.
//!
//! [`read`] turns bytes (txt, md, html) into plain text; [`import_article`] runs the extraction over it and
//! keeps everything in one transaction; [`add_version`] puts the next version of an article's text in and carries the work
//! on its claims over, after [`preview_version`] showed what it would do.

mod error;
mod import;
pub mod read;
mod rows;
mod version;

pub use error::ImportError;
pub use import::{Imported, NewArticle, draft_of, import_article};
pub use version::{Carried, Found, NewVersion, Plan, Seen, add_version, preview_version};
