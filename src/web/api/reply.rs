//! What handlers answer: a value, a new row with its address, a row with its revision as entity tag, nothing.

use crate::web::{Answer, Problem};
use actix_web::http::{StatusCode, header};
use serde::Serialize;

/// A value.
pub fn value(value: &impl Serialize) -> Result<Answer, Problem> {
    Answer::json(StatusCode::OK, value)
}

/// A row; its revision is its entity tag, so that `If-Match` can carry it back.
pub fn row(row: &impl Serialize, revision: i32) -> Result<Answer, Problem> {
    Ok(value(row)?.header(header::ETAG, &tag(revision)))
}

/// A new row and its address, `path` behind `/api/v1`.
pub fn created(path: &str, row: &impl Serialize, revision: Option<i32>) -> Result<Answer, Problem> {
    let answer = Answer::json(StatusCode::CREATED, row)?.header(header::LOCATION, &format!("/api/v1{path}"));
    Ok(match revision {
        Some(revision) => answer.header(header::ETAG, &tag(revision)),
        None => answer,
    })
}

/// Nothing: the row is gone.
pub fn gone() -> Answer {
    Answer::empty(StatusCode::NO_CONTENT)
}

fn tag(revision: i32) -> String {
    format!("\"{revision}\"")
}
