//! Long files for programs: asked for, followed, taken.

use super::claim::{ClaimFilterPost, list_order};
use super::wire::ListJson;
use super::{Answered, ProblemBody, Request, reply};
use crate::account::store as people;
use crate::article::store as articles;
use crate::claim::store::queue::QueueSort;
use crate::ids::{ArticleId, JobId, PersonId, ReportId};
use crate::job::{Order, Standing};
use crate::report::listing::ListingFormat;
use crate::report::{ExportFormat, Stage, store};
use crate::web::export::{ExportState, Job, attached};
use crate::web::{Answer, Desk, Problem, Room, listing};
use actix_web::http::{StatusCode, header};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// A long file that was asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportJson {
    /// Its id.
    pub id: JobId,
    /// What it is.
    pub title: String,
    /// Code of its form.
    #[schema(example = "pdf")]
    pub format: &'static str,
    /// Where it stands.
    pub state: ExportState,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
    /// How many are made before it, while it waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<usize>,
    /// How much of it is done, in hundredths.
    #[schema(minimum = 0, maximum = 100)]
    pub percent: u8,
    /// What is being done, and for how many claims of how many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<ProgressJson>,
    /// Where the file is, once it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// How many bytes it has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// Until when it is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<DateTime<Utc>>,
    /// Why it could not be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemBody>,
}

/// How far a file is.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProgressJson {
    /// What is being done.
    pub stage: Stage,
    /// Claims or parts for which that is done.
    pub done: usize,
    /// Of how many; 0 where that is not known yet.
    pub of: usize,
}

impl ExportJson {
    fn of(job: &Job, room: &Room<'_>) -> Self {
        let kept = if let Standing::Done(_, until) = &job.standing { Some(*until) } else { None };
        Self {
            id: job.id,
            title: job.ask.title.clone(),
            format: job.ask.order.format(),
            state: job.state(),
            asked_at: job.asked_at,
            before: if let Standing::Waiting(before) = &job.standing { Some(*before) } else { None },
            percent: job.percent(),
            progress: job.step().map(|(stage, done, of)| ProgressJson { stage, done, of }),
            file: job.made().map(|_| format!("/api/v1/exports/{}/file", job.id)),
            bytes: job.made().map(|made| made.length),
            expires_at: kept,
            problem: if let Standing::Failed(problem) = &job.standing { Some(ProblemBody::of(problem, &room.words)) } else { None },
        }
    }
}

/// What is to be made, and in which form.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[schema(example = json!({"type": "article", "id": "0190a000-0000-7000-8000-000000000001", "format": "pdf"}))]
pub enum ExportPost {
    /// The report on an article's check as it stands.
    Article {
        /// The article.
        id: ArticleId,
        /// The form.
        format: ExportFormat,
    },
    /// A frozen report.
    Report {
        /// The report.
        id: ReportId,
        /// The form.
        format: ExportFormat,
    },
    /// All claims that fit.
    Claims {
        /// Which claims; all of the desk unless said otherwise.
        #[serde(default)]
        filter: ClaimFilterPost,
        /// The order: most urgent first unless said otherwise.
        sort: Option<QueueSort>,
        /// The form.
        format: ListingFormat,
    },
    /// The claims that a person worked on in a month.
    Person {
        /// The person.
        id: PersonId,
        /// The month, as `2026-11`: this one unless said otherwise.
        #[serde(default)]
        #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
        month: String,
        /// The form.
        format: ListingFormat,
    },
}

impl ExportPost {
    /// What to make, and what it is called.
    fn order(self, room: &mut Room<'_>, sent: &Value) -> Result<(Order, String), Problem> {
        let title = |room: &mut Room<'_>, article: ArticleId| -> Result<String, Problem> {
            room.in_full(article)?;
            articles::title_of(room.c, article)?.ok_or_else(|| Problem::not_found("article"))
        };
        Ok(match self {
            Self::Article { id, format } => (Order::Check { article: id, at: room.now, format }, title(room, id)?),
            Self::Report { id, format } => {
                let frozen = store::find_report(room.c, id)?.ok_or_else(|| Problem::not_found("report"))?;
                (Order::Frozen { report: id, format }, title(room, frozen.article_id)?)
            }
            Self::Claims { filter, sort, format } => {
                let filter = room.unveiled(filter.filter(room.me.id))?;
                let order = list_order(room, filter, sort.unwrap_or(QueueSort::Urgency), format, narrowed(sent));
                (order, room.words.t("queue-title").into_owned())
            }
            Self::Person { id, month, format } => {
                let person = people::find_person(room.c, id)?.ok_or_else(|| Problem::not_found("person"))?;
                (listing::month(room, &person, &month, format)?, room.words.s("listing-of-person", "name", &person.name))
            }
        })
    }
}

/// What the file says of its filter: what was sent.
fn narrowed(sent: &Value) -> Vec<(String, String)> {
    let said = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    };
    sent.get("filter").and_then(Value::as_object).into_iter().flatten().map(|(name, value)| (name.clone(), said(value))).collect()
}

/// One's own.
fn mine(room: &Room<'_>, id: JobId) -> Result<Job, Problem> {
    room.desk.exports.find(room.me.id, id).ok_or_else(|| Problem::not_found("export"))
}

/// List the long files that one asked for, the last one first. Each is kept for an hour once it is over, the last ten of
/// a person, and until the desk is started again.
#[utoipa::path(get, path = "/api/v1/exports", operation_id = "list_exports", tag = "Reports",
    responses((status = 200, description = "The files.", body = ListJson<ExportJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| {
        let items = room.desk.exports.of(room.me.id).iter().map(|job| ExportJson::of(job, room)).collect();
        reply::value(&ListJson { items, next_cursor: None })
    })
    .await
}

/// Have a long file made beside everything else: one after the other, up to three of a person and twenty in all at a time.
/// Any file that a GET gives can be had so.
#[utoipa::path(post, path = "/api/v1/exports", operation_id = "start_export", tag = "Reports", request_body = ExportPost,
    responses(
        (status = 202, description = "It will be made; `Location` says where to look.", body = ExportJson),
        (status = 429, description = "So many are being made that no more are taken.", body = ProblemBody, content_type = "application/problem+json"),
    ))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let post: ExportPost = request.json()?;
        let (order, title) = post.order(room, &request.json()?)?;
        let form = order.format().to_owned();
        let job = room.begin(title, form, None, order)?;
        let answer = Answer::json(StatusCode::ACCEPTED, &ExportJson::of(&mine(room, job)?, room))?;
        Ok(answer.header(header::LOCATION, &format!("/api/v1/exports/{job}")))
    })
    .await
}

/// Read how far a long file is.
#[utoipa::path(get, path = "/api/v1/exports/{id}", operation_id = "read_export", tag = "Reports",
    params(("id" = JobId, Path, description = "The file.")), responses((status = 200, description = "Where it stands.", body = ExportJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let job = mine(room, request.id("export")?)?;
        let answer = reply::value(&ExportJson::of(&job, room))?;
        let is_open = matches!(job.standing, Standing::Waiting(_) | Standing::Running(_));
        Ok(if is_open { answer.header(header::RETRY_AFTER, "1") } else { answer })
    })
    .await
}

/// Stop a long file; one that is over is forgotten.
#[utoipa::path(delete, path = "/api/v1/exports/{id}", operation_id = "stop_export", tag = "Reports",
    params(("id" = JobId, Path, description = "The file.")), responses((status = 204, description = "It is stopped, or forgotten.")))]
pub async fn delete(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: JobId = request.id("export")?;
        if room.desk.exports.cancel(room.me.id, id) { Ok(reply::gone()) } else { Err(Problem::not_found("export")) }
    })
    .await
}

/// Take a long file that is there.
#[utoipa::path(get, path = "/api/v1/exports/{id}/file", operation_id = "take_export", tag = "Reports",
    params(("id" = JobId, Path, description = "The file.")),
    responses((status = 200, description = "The file.", content((Object = "application/json"), (String = "text/html"), (String = "text/markdown"), (String = "text/csv"),
        (Vec<u8> = "application/pdf"), (Object = "application/ld+json")))))]
pub async fn file(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let job = mine(room, request.id("export")?)?;
        let made = job.made().ok_or_else(|| Problem::new(StatusCode::CONFLICT, "export_not_ready"))?;
        // Only reports have the form that is described.
        Ok(if let Order::List { .. } = job.ask.order { attached(made) } else { super::report::kept(made) })
    })
    .await
}
