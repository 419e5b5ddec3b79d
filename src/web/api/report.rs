//! Reports: an article's check as it stands, in any form; and reports that were frozen.

use super::wire::{ListJson, Names};
use super::{Answered, Request, paging, reply};
use crate::article::store as articles;
use crate::db::page::Page;
use crate::ids::{ArticleId, ReportId};
use crate::job::{Made, Order};
use crate::report::{self, Comparison, ExportFormat, FrozenReport, Rendered, store};
use crate::web::export::attached;
use crate::web::{Answer, Desk, Problem, Room};
use actix_web::http::header;
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

/// A frozen report, without what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct FrozenJson {
    /// Its id.
    pub id: ReportId,
    /// The article it is about.
    pub article_id: ArticleId,
    /// Its number among the article's reports, from 1.
    pub number: i32,
    /// SHA-256 of what it says, as canonical JSON (keys in order, no white space), in lower-case hexadecimal.
    pub sha256: String,
    /// Name of who froze it.
    pub frozen_by: String,
    /// When.
    pub frozen_at: DateTime<Utc>,
}

/// A frozen report with what it says.
#[derive(Debug, Serialize, ToSchema)]
pub struct FrozenFullJson {
    /// Which one.
    #[serde(flatten)]
    pub frozen: FrozenJson,
    /// Hash of the last line of the article's history before it was frozen.
    pub history_head: String,
    /// The desk's signature; reports older than the desk's key have none.
    pub signature: Option<report::SignaturePart>,
    /// What it says, field for field what was hashed.
    #[schema(value_type = report::Report)]
    pub report: Value,
}

/// A frozen report: with `format=json` what it says alone, as a file.
#[derive(ToSchema)]
#[serde(untagged)]
pub enum FrozenAnswer {
    /// Which report, and what it says.
    Row(Box<FrozenFullJson>),
    /// What it says.
    File(Box<report::Report>),
}

/// In which form.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct ReportQuery {
    /// The form; JSON unless said otherwise.
    format: Option<ExportFormat>,
}

/// Where the JSON form is described.
const DESCRIBED_BY: &str = "</api/v1/report.schema.json>; rel=\"describedby\"; type=\"application/schema+json\"";

fn file(rendered: Rendered) -> Answer {
    described(Answer::bytes(rendered.media_type, rendered.bytes), rendered.media_type).attached(&rendered.file_name)
}

/// A report that was made as a file.
pub(super) fn kept(made: &Made) -> Answer {
    described(attached(made), made.media_type)
}

fn described(answer: Answer, media_type: &str) -> Answer {
    if media_type == "application/json" { answer.header(header::LINK, DESCRIBED_BY) } else { answer }
}

/// Read the report on an article's check as it stands now. Confidential evidence is taken out.
///
/// A PDF, and a report of more than 1,000 claims in any form, takes a while: they are made in turn, few at a time. `POST /api/v1/exports`
/// has one made while the program does something else, and says how far it is.
#[utoipa::path(get, path = "/api/v1/articles/{id}/report", operation_id = "export_report", tag = "Reports",
    params(("id" = ArticleId, Path, description = "The article."), ReportQuery),
    responses((status = 200, description = "The report, as a file.", content(
        (report::Report = "application/json"), (String = "text/html"), (String = "text/markdown"), (String = "text/csv"), (Vec<u8> = "application/pdf"), (Object = "application/ld+json")))))]
pub async fn export(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let query: ReportQuery = request.query()?;
        let format = query.format.unwrap_or(ExportFormat::Json);
        room.in_full(id)?;
        if room.check_is_long(id, format)? {
            return room.made_later(Order::Check { article: id, at: room.now, format }, kept);
        }
        let assembled = report::assemble(room.c, id, room.now)?;
        room.rendered(format, move |words| report::render(&assembled, format, words), file)
    })
    .await
}

/// Freeze the report on an article's check as it stands now, under a number and a hash.
#[utoipa::path(post, path = "/api/v1/articles/{id}/reports", operation_id = "freeze_report", tag = "Reports",
    params(("id" = ArticleId, Path, description = "The article.")),
    responses((status = 201, description = "The frozen report.", body = FrozenJson)))]
pub async fn freeze(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let article: ArticleId = request.id("article")?;
        let frozen = report::freeze_report(room.c, &room.acting(), article)?;
        let json = FrozenJson {
            id: frozen.id,
            article_id: article,
            number: frozen.number,
            sha256: frozen.sha256,
            frozen_by: room.me.name.clone(),
            frozen_at: frozen.frozen_at.0,
        };
        reply::created(&format!("/reports/{}", frozen.id), &json, None)
    })
    .await
}

/// Which frozen reports to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct FrozenQuery {
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List the frozen reports of an article, newest first.
#[utoipa::path(get, path = "/api/v1/articles/{id}/reports", operation_id = "list_reports", tag = "Reports",
    params(("id" = ArticleId, Path, description = "The article."), FrozenQuery),
    responses((status = 200, description = "One page of frozen reports.", body = ListJson<FrozenJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        articles::find_article(room.c, id)?.ok_or_else(|| Problem::not_found("article"))?;
        let query: FrozenQuery = request.query()?;
        let (limit, before) = paging::<i32>(query.limit, query.cursor.as_deref())?;
        let page = Page::cut(store::list_reports(room.c, id, before, limit + 1)?, limit, |row| row.number);
        let json = |row: report::FrozenRow| FrozenJson {
            id: row.id,
            article_id: row.article_id,
            number: row.number,
            sha256: row.sha256,
            frozen_by: row.frozen_by,
            frozen_at: row.frozen_at.0,
        };
        reply::value(&ListJson::from(page.map(json)))
    })
    .await
}

/// Which reports to compare.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct CompareQuery {
    /// Number of the earlier report; the one before the later, unless said otherwise.
    from: Option<i32>,
    /// Number of the later report; the check as it stands, unless said otherwise.
    to: Option<i32>,
}

/// Read what changed between two reports on an article.
#[utoipa::path(get, path = "/api/v1/articles/{id}/reports/compare", operation_id = "compare_reports", tag = "Reports",
    params(("id" = ArticleId, Path, description = "The article."), CompareQuery),
    responses((status = 200, description = "What changed.", body = Comparison)))]
pub async fn compare(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let query: CompareQuery = request.query()?;
        room.in_full(id)?;
        reply::value(&report::compare_reports(room.c, id, query.from, query.to, room.now)?)
    })
    .await
}

/// Read a frozen report: as it was frozen, or with `format` as a file in any form.
#[utoipa::path(get, path = "/api/v1/reports/{id}", operation_id = "read_report", tag = "Reports",
    params(("id" = ReportId, Path, description = "The report."), ReportQuery),
    responses((status = 200, description = "The frozen report; a file where a form is asked for.", content(
        (FrozenAnswer = "application/json"), (String = "text/html"), (String = "text/markdown"), (String = "text/csv"), (Vec<u8> = "application/pdf"), (Object = "application/ld+json")))))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let id: ReportId = request.id("report")?;
        let query: ReportQuery = request.query()?;
        let frozen = store::find_report(room.c, id)?.ok_or_else(|| Problem::not_found("report"))?;
        room.in_full(frozen.article_id)?;
        match query.format {
            Some(format) if format.is_long(frozen.claims()?) => room.made_later(Order::Frozen { report: id, format }, kept),
            Some(format) => room.rendered(format, move |words| report::render_frozen(&frozen, format, words), file),
            None => reply::value(&full(room, frozen)?),
        }
    })
    .await
}

fn full(room: &mut Room<'_>, frozen: FrozenReport) -> Result<FrozenFullJson, Problem> {
    let by = Names::of(room.c, [Some(frozen.frozen_by)])?.get(Some(frozen.frozen_by));
    let signature = frozen.signature_part();
    Ok(FrozenFullJson {
        report: serde_json::from_str(&frozen.content).map_err(|e| Problem::internal(&e))?,
        frozen: FrozenJson {
            id: frozen.id,
            article_id: frozen.article_id,
            number: frozen.number,
            sha256: frozen.sha256,
            frozen_by: by.map(|by| by.name).unwrap_or_default(),
            frozen_at: frozen.frozen_at.0,
        },
        signature,
        history_head: frozen.history_head,
    })
}
