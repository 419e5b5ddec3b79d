//! A problem as a program gets it: `application/problem+json` (RFC 9457), with members of our own beside the usual.

use crate::review::verdict::Missing;
use crate::web::Problem;
use crate::web::problem::field_sentence;
use crate::wording::Words;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use serde_json::Value;
use std::sync::Arc;
use utoipa::ToSchema;

/// A problem as `application/problem+json`.
#[derive(Debug)]
pub struct ApiError {
    /// What went wrong.
    pub problem: Problem,
    /// In which language to say so.
    pub words: Arc<Words>,
}

/// What went wrong (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemBody {
    /// Names the kind of problem.
    #[schema(example = "/help#stale")]
    pub r#type: String,
    /// What the status means.
    #[schema(example = "Conflict")]
    pub title: String,
    /// The HTTP status.
    #[schema(example = 409)]
    pub status: u16,
    /// Stable code of the problem, to decide by.
    #[schema(example = "stale")]
    pub code: String,
    /// A sentence for a person, in the language that `Accept-Language` asks for.
    pub detail: String,
    /// What was refused of what was sent, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<UnfitPart>,
    /// What is missing for a verdict.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
    /// With `stale`: the row as it is now, with its revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub current: Option<Value>,
    /// With `stale`: what was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub sent: Option<Value>,
    /// Number under which the desk's log tells more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// Something that was refused.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnfitPart {
    /// The field or parameter: `due_on`, `chain[1].role`.
    #[schema(example = "due_on")]
    pub field: String,
    /// Why, in a sentence.
    pub detail: String,
}

impl ProblemBody {
    /// The problem in these words.
    pub fn of(problem: &Problem, words: &Words) -> Self {
        let in_fields = problem.fields.iter().map(|error| UnfitPart { field: error.field.to_owned(), detail: field_sentence(error, words) });
        let unfit = problem.unfit.as_deref().into_iter().map(|(place, why)| UnfitPart { field: place.clone(), detail: words.s("field-unfit", "why", why) });
        Self {
            r#type: format!("/help#{}", problem.code),
            title: problem.status.canonical_reason().unwrap_or("Error").to_owned(),
            status: problem.status.as_u16(),
            code: problem.code.to_owned(),
            detail: problem.sentence(words),
            errors: in_fields.chain(unfit).collect(),
            missing: problem.missing.clone(),
            current: problem.current.clone(),
            sent: problem.sent.as_deref().cloned(),
            reference: problem.reference.clone(),
        }
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.problem.code)
    }
}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        self.problem.status
    }

    fn error_response(&self) -> HttpResponse {
        let body = ProblemBody::of(&self.problem, &self.words);
        let mut response = HttpResponse::build(self.problem.status);
        match self.problem.status {
            StatusCode::UNAUTHORIZED => response.insert_header((header::WWW_AUTHENTICATE, "Bearer")),
            StatusCode::SERVICE_UNAVAILABLE if self.problem.code == "too_many_streams" => response.insert_header((header::RETRY_AFTER, "60")),
            StatusCode::SERVICE_UNAVAILABLE => response.insert_header((header::RETRY_AFTER, "1")),
            _ => &mut response,
        };
        response.insert_header((header::CACHE_CONTROL, "no-store"));
        response.insert_header((header::CONTENT_LANGUAGE, self.words.language())).insert_header((header::VARY, "Accept-Language"));
        response.content_type("application/problem+json").body(serde_json::to_vec(&body).unwrap_or_default())
    }
}
