//! What went wrong, for people and for programs: status, stable code, a sentence, and a way on.
//!
//! One match a rule enum turns every broken rule into a [`Problem`]; [`PageError`] shows it as a page,
//! [`super::ApiError`] as `application/problem+json` (RFC 9457). Internals go to the log under a reference number
//! and are never shown.

use crate::account::{AccountError, Forbidden};
use crate::code::Code;
use crate::db::StoreError;
use crate::input::FieldError;
use crate::intake::ImportError;
use crate::intake::read::ReadError;
use crate::report::ReportError;
use crate::review::ReviewError;
use crate::review::verdict::Missing;
use crate::source::RegistryError;
use crate::wording::{Arg, Count, Words};
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use askama::Template;
use serde_json::Value;
use std::sync::Arc;

/// An argument of a problem's sentence.
#[derive(Clone, Debug)]
pub enum Say {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// The key of another message.
    Key(String),
}

impl Say {
    /// A count.
    pub fn count(of: usize) -> Self {
        Self::Number(of.count())
    }
}

/// What went wrong.
#[derive(Clone, Debug)]
pub struct Problem {
    /// HTTP status.
    pub status: StatusCode,
    /// Stable code, snake case; its sentence is the message `problem-…`.
    pub code: &'static str,
    /// Arguments of the sentence.
    pub args: Vec<(&'static str, Say)>,
    /// Fields that were refused.
    pub fields: Vec<FieldError>,
    /// What is missing for a verdict.
    pub missing: Vec<Missing>,
    /// A part of what a program sent that does not fit: where it stands, and why.
    pub unfit: Option<Box<(String, String)>>,
    /// The row as it is now, where somebody else changed it.
    pub current: Option<Value>,
    /// What was sent to change it, where a program did.
    pub sent: Option<Box<Value>>,
    /// Reference number in the log.
    pub reference: Option<String>,
    /// Where to sign in first.
    pub sign_in: Option<String>,
}

impl Problem {
    /// A problem without anything beside its sentence.
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, args: Vec::new(), fields: Vec::new(), missing: Vec::new(), unfit: None, current: None, sent: None, reference: None, sign_in: None }
    }

    /// A request that can't be understood.
    pub fn bad_request(code: &'static str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code)
    }

    /// Nothing there.
    pub fn not_found(what: &'static str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found").say("what", Say::Key(format!("thing-{}", what.replace([' ', '_'], "-"))))
    }

    /// Too many bytes.
    pub fn too_large(most: usize) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large").say("most", Say::count(most / 1_000_000))
    }

    /// Fields that can't be used.
    pub fn invalid(fields: Vec<FieldError>) -> Self {
        Self { fields, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid") }
    }

    /// Something that a program sent can be read and does not fit where it stands.
    pub fn unfit(place: impl Into<String>, why: impl ToString) -> Self {
        Self { unfit: Some(Box::new((place.into(), why.to_string()))), ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid") }
    }

    /// Something of ours failed; the log has it.
    pub fn internal(error: &dyn std::fmt::Debug) -> Self {
        Self::logged(StatusCode::INTERNAL_SERVER_ERROR, "internal", error)
    }

    fn logged(status: StatusCode, code: &'static str, error: &dyn std::fmt::Debug) -> Self {
        let reference: String = crate::ids::Ids::System.make::<crate::ids::SubjectId>().to_string();
        tracing::error!(%reference, ?error, "a request failed");
        Self { reference: Some(reference), ..Self::new(status, code) }
    }

    /// The same problem with one more argument.
    #[must_use]
    pub fn say(mut self, name: &'static str, value: Say) -> Self {
        self.args.push((name, value));
        self
    }

    /// The sentence for a person.
    pub fn sentence(&self, words: &Words) -> String {
        let args: Vec<(&str, Arg<'_>)> = self
            .args
            .iter()
            .map(|(name, say)| {
                let arg = match say {
                    Say::Text(text) => Arg::from(text),
                    Say::Number(number) => Arg::from(*number),
                    Say::Key(key) => Arg::from(words.t(key).into_owned()),
                };
                (*name, arg)
            })
            .collect();
        words.with(&format!("problem-{}", self.code.replace('_', "-")), &args)
    }

    /// The message at a field.
    pub fn at_field(&self, field: &str, words: &Words) -> Option<String> {
        self.fields.iter().find(|error| error.field == field).map(|error| field_sentence(error, words))
    }
}

/// The sentence at a field.
pub fn field_sentence(error: &FieldError, words: &Words) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        error.args.iter().map(|(name, value)| (*name, value.parse::<i64>().map_or_else(|_| Arg::from(value), Arg::from))).collect();
    words.with(error.message, &args)
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        if error.is_full() {
            Self::logged(StatusCode::INSUFFICIENT_STORAGE, "store_full", &error)
        } else if error.is_away() {
            Self::logged(StatusCode::SERVICE_UNAVAILABLE, "database_away", &error)
        } else {
            Self::internal(&error)
        }
    }
}

impl From<diesel::result::Error> for Problem {
    fn from(error: diesel::result::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<Forbidden> for Problem {
    fn from(Forbidden(permission): Forbidden) -> Self {
        let least = permission.least_role();
        Self::new(StatusCode::FORBIDDEN, "forbidden").say("role", Say::Key(format!("role-{}", least.code())))
    }
}

impl From<ReviewError> for Problem {
    fn from(error: ReviewError) -> Self {
        use ReviewError as E;
        let rule = |code| Self::new(StatusCode::UNPROCESSABLE_ENTITY, code);
        let conflict = |code| Self::new(StatusCode::CONFLICT, code);
        let count = Say::count;
        match error {
            E::Forbidden(forbidden) => forbidden.into(),
            E::NotFound(what) => Self::not_found(what),
            E::Invalid(fields) => Self::invalid(fields),
            E::Stale { what, current } => Self { current: Some(current), ..conflict("stale") }.say("what", Say::Key(format!("thing-{what}"))),
            E::TransitionRefused { from, to } => {
                conflict("transition_refused").say("from", Say::Key(crate::wording::label_key(from))).say("to", Say::Key(crate::wording::label_key(to)))
            }
            E::ReasonMissing => Self { fields: vec![FieldError::new("reason", "field-required")], ..rule("reason_missing") },
            E::SetAsideReasonMissing => Self { fields: vec![FieldError::new("set_aside", "field-not-a-choice")], ..rule("set_aside_reason_missing") },
            E::FourEyes => Self::new(StatusCode::FORBIDDEN, "four_eyes"),
            E::Held { by, until } => conflict("held").say("by", Say::Text(by)).say("until", Say::Text(until.format("%H:%M UTC").to_string())),
            E::SecondCheckFirst => conflict("second_check_first"),
            E::SecondCheckOpen { by } => conflict("second_check_open").say("by", Say::Text(by)),
            E::NothingToCompare => conflict("nothing_to_compare"),
            E::SecondCheckerUnfit => Self { fields: vec![FieldError::new("checker_id", "field-second-checker-unfit")], ..rule("second_checker_unfit") },
            E::SecondCheckClosed => conflict("second_check_closed"),
            E::VerdictIncomplete(missing) => {
                Self { fields: missing.iter().filter_map(|missing| at_its_field(*missing)).collect(), missing, ..rule("verdict_incomplete") }
            }
            E::SetAside => conflict("set_aside"),
            E::ArticleOpen { sentences, claims } => rule("article_open").say("sentences", count(sentences)).say("claims", count(claims)),
            E::ArticleUnchanged => conflict("article_unchanged"),
            E::AssigneeUnfit => rule("assignee_unfit"),
            E::AlreadyAttached => conflict("already_attached"),
            E::NotUndoable => rule("not_undoable"),
            E::AlreadyUndone => conflict("already_undone"),
            E::UndoStale => conflict("undo_stale"),
            E::Unchanged => conflict("unchanged"),
            E::TooManyViews(most) => rule("too_many_views").say("most", count(most)),
            E::TooMany(most) => rule("too_many").say("most", count(most)),
            E::Store(error) => error.into(),
        }
    }
}

/// What is missing for a verdict, said at the field that would hold it.
fn at_its_field(missing: Missing) -> Option<FieldError> {
    match missing {
        Missing::Verdict => Some(FieldError::new("substance", "field-verdict-required")),
        Missing::Rationale => Some(FieldError::new("rationale", "field-required")),
        Missing::EvidenceOrSearch => Some(FieldError::new("searched", "field-searched-required")),
        Missing::SecondIndependentPiece => None,
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Empty => Self { fields: vec![FieldError::new("text", "field-required")], ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "text_empty") },
            ReadError::TooLarge { most } => Self::too_large(most),
            ReadError::NotText { kind } => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not_text").say("kind", Say::Key(format!("file-kind-{kind}"))),
        }
    }
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::Forbidden(forbidden) => forbidden.into(),
            ImportError::Unreadable(error) => error.into(),
            ImportError::Invalid(fields) => Self::invalid(fields),
            ImportError::Review(error) => error.into(),
            ImportError::Store(error) => error.into(),
        }
    }
}

impl From<AccountError> for Problem {
    fn from(error: AccountError) -> Self {
        use AccountError as E;
        match error {
            E::Forbidden(forbidden) => forbidden.into(),
            E::Invalid(fields) => Self::invalid(fields),
            E::NotFound(what) => Self::not_found(what),
            E::SignInFailed => Self::new(StatusCode::UNAUTHORIZED, "sign_in_failed"),
            E::Throttled(seconds) => Self::new(StatusCode::TOO_MANY_REQUESTS, "throttled").say("seconds", Say::Number(i64::try_from(seconds).unwrap_or(60))),
            E::LinkInvalid => Self::new(StatusCode::GONE, "link_invalid"),
            E::MailTaken => Self { fields: vec![FieldError::new("email", "field-mail-taken")], ..Self::new(StatusCode::CONFLICT, "mail_taken") },
            E::LastAdmin => Self::new(StatusCode::CONFLICT, "last_admin"),
            E::Stale => Self::new(StatusCode::CONFLICT, "stale").say("what", Say::Key("thing-entry".to_owned())),
            E::Store(error) => error.into(),
        }
    }
}

impl From<RegistryError> for Problem {
    fn from(error: RegistryError) -> Self {
        use RegistryError as E;
        match error {
            E::Forbidden(forbidden) => forbidden.into(),
            E::Invalid(fields) => Self::invalid(fields),
            E::NotFound => Self::not_found("source"),
            E::NameTaken => Self { fields: vec![FieldError::new("name", "field-name-taken")], ..Self::new(StatusCode::CONFLICT, "name_taken") },
            E::Stale => Self::new(StatusCode::CONFLICT, "stale").say("what", Say::Key("thing-source".to_owned())),
            E::ChangedMeanwhile { name, by } => Self::new(StatusCode::CONFLICT, "changed_meanwhile").say("name", Say::Text(name)).say("by", Say::Text(by)),
            E::WithItself => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "merge_with_itself"),
            E::AlreadyMerged { name, into, by } => {
                Self::new(StatusCode::CONFLICT, "already_merged").say("name", Say::Text(name)).say("into", Say::Text(into)).say("by", Say::Text(by))
            }
            E::NoteWithdrawn { by } => Self::new(StatusCode::CONFLICT, "note_withdrawn").say("by", Say::Text(by)),
            E::NotMerged(name) => Self::new(StatusCode::CONFLICT, "not_merged").say("name", Say::Text(name)),
            E::Store(error) => error.into(),
        }
    }
}

impl From<ReportError> for Problem {
    fn from(error: ReportError) -> Self {
        use ReportError as E;
        match error {
            E::Forbidden(forbidden) => forbidden.into(),
            E::NotFound(what) => Self::not_found(what),
            E::Invalid(fields) => Self::invalid(fields),
            E::PublicElsewhere => {
                Self { fields: vec![FieldError::new("address", "field-public-elsewhere")], ..Self::new(StatusCode::CONFLICT, "public_elsewhere") }
            }
            E::AlreadyResolved => Self::new(StatusCode::CONFLICT, "already_resolved"),
            E::TooManyFromReaders => Self::new(StatusCode::TOO_MANY_REQUESTS, "readers_full"),
            E::TooManyFromHere(seconds) => {
                Self::new(StatusCode::TOO_MANY_REQUESTS, "reader_throttled").say("seconds", Say::Number(i64::try_from(seconds).unwrap_or(60)))
            }
            E::NotAReport(_) => Self::new(StatusCode::UNPROCESSABLE_ENTITY, "not_a_report"),
            E::Unfit(misfit) => {
                let said = |text: String| Say::Text(if text.is_empty() { "none".to_owned() } else { text });
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, "report_unfit")
                    .say("place", said(misfit.place))
                    .say("what", Say::Key(crate::wording::label_key(misfit.kind)))
                    .say("why", said(misfit.detail))
            }
            E::Known { title, .. } => Self::new(StatusCode::CONFLICT, "report_known").say("title", Say::Text(title)),
            E::TooLarge { most } => Self::too_large(most),
            E::NotBuilt => Self::new(StatusCode::NOT_IMPLEMENTED, "format_not_built"),
            E::Stopped => Self::new(StatusCode::CONFLICT, "export_stopped"),
            E::Export(error) => Self::internal(&error),
            E::Store(error) => error.into(),
        }
    }
}

/// A problem as a page.
#[derive(Debug)]
pub struct PageError {
    /// What went wrong.
    pub problem: Problem,
    /// In which language to say so.
    pub words: Arc<Words>,
}

impl std::fmt::Display for PageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.problem.code)
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    w: &'a Words,
    title: &'a str,
    sentence: &'a str,
    reference: Option<&'a str>,
    fields: Vec<String>,
}

impl ResponseError for PageError {
    fn status_code(&self) -> StatusCode {
        if self.problem.sign_in.is_some() { StatusCode::SEE_OTHER } else { self.problem.status }
    }

    fn error_response(&self) -> HttpResponse {
        if let Some(target) = &self.problem.sign_in {
            return HttpResponse::SeeOther().insert_header((header::LOCATION, target.as_str())).finish();
        }
        let key = format!("error-title-{}", self.problem.status.as_u16());
        let title = if self.words.has(&key) { self.words.t(&key) } else { self.words.t("error-title") };
        let page = ErrorPage {
            w: &self.words,
            title: &title,
            sentence: &self.problem.sentence(&self.words),
            reference: self.problem.reference.as_deref(),
            fields: self.problem.fields.iter().map(|error| field_sentence(error, &self.words)).collect(),
        };
        let body = page.render().unwrap_or_else(|_| self.problem.sentence(&self.words));
        HttpResponse::build(self.problem.status).content_type("text/html; charset=utf-8").body(body)
    }
}
