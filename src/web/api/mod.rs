//! The desk for programs: `/api/v1`, and what an operator's tools ask. A file a thing.
//!
//! A handler parses, calls the same deed that a page calls, and answers with a wire type (`ClaimJson`, …): never with a
//! row of the database. Start at [`Request`].

pub mod article;
pub mod claim;
pub mod comment;
pub mod contact;
pub mod desk;
pub mod digest;
mod error;
pub mod event;
pub mod evidence;
pub mod export;
pub mod figures;
pub mod health;
pub mod history;
pub mod key;
pub mod metrics;
pub mod notification;
pub mod person;
pub mod publication;
pub mod reply;
pub mod report;
pub mod report_file;
mod request;
mod schema;
pub mod second;
pub mod sentence;
pub mod source;
pub mod spec;
pub mod version;
pub mod view;
pub mod wire;

pub use error::{ApiError, ProblemBody, UnfitPart};
pub use request::{Answered, Request, nothing_here, paging};
