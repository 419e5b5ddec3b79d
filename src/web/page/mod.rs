//! Pages for browsers, a file a thing. Each handler parses, calls a deed or a query, and renders.
//!
//! [`shell`] is the frame around every page, [`typed`] what a form shows again after it was refused.

pub mod agreement;
pub mod api;
pub mod article;
pub mod badge;
pub mod claim;
pub mod digest;
pub mod door;
pub mod evidence;
pub mod export;
pub mod figures;
pub mod happened;
pub mod help;
pub mod history;
pub mod home;
pub mod inbox;
pub mod key;
pub mod keys;
mod line;
mod live;
pub mod people;
pub mod person;
pub mod public;
pub mod queue;
pub mod reader;
pub mod report;
pub mod settings;
pub mod shell;
pub mod source;
pub mod typed;

pub use shell::Shell;
pub use typed::Typed;

use super::{Desk, PageError, Problem, Visit, routes};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

/// What answers where no route does.
pub async fn not_found(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let known = !routes::methods_of(request.path()).is_empty();
    let problem = if known { Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed") } else { Problem::not_found("page") };
    Err(PageError { problem, words: desk.words(&visit) })
}

/// An id from a path.
///
/// # Errors
/// What does not read as an id leads nowhere: 404.
pub fn id<T: std::str::FromStr>(text: &str, what: &'static str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found(what))
}
