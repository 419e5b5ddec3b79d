//! Public pages, and what their readers report.

use super::wire::{ListJson, PersonRef};
use super::{Answered, Request, paging, reply};
use crate::article::publication::Publication;
use crate::db::page::Page;
use crate::ids::{ArticleId, ClaimId, ReaderReportId, ReportId};
use crate::report::reader::store::{self, ListedReaderReport, ReaderFilter};
use crate::report::reader::{ReaderReport, resolve_reader_report};
use crate::report::{publish_report, withdraw_page};
use crate::web::{Desk, Room};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The public page of an article.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublicationJson {
    /// The article.
    pub article_id: ArticleId,
    /// The last part of its address.
    pub address: String,
    /// The whole address.
    pub url: String,
    /// Whether somebody chose the address; otherwise nobody can guess it, and the page is in no feed.
    pub listed: bool,
    /// Whether everybody can read it now.
    pub public: bool,
    /// The frozen report that stands there.
    pub report_id: ReportId,
    /// Its number among the article's reports.
    pub number: i32,
    /// When the page was first published.
    pub published_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

fn json(room: &Room<'_>, row: Publication) -> PublicationJson {
    PublicationJson {
        article_id: row.article_id,
        url: format!("{}/p/{}", room.site(), row.slug),
        listed: row.chosen,
        public: row.is_public(),
        address: row.slug,
        report_id: row.report_id,
        number: row.number,
        published_at: row.published_at.0,
        updated_at: row.updated_at.0,
    }
}

/// Where a report is published.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct PublishJson {
    /// The last part of the address: letters, digits and hyphens. Left out, it is one that nobody can guess; where the
    /// article has a public page already, that page's.
    address: Option<String>,
}

/// Publish a frozen report for everybody, or put it on the article's public page.
#[utoipa::path(post, path = "/api/v1/reports/{id}/publish", operation_id = "publish_report", tag = "Reports",
    params(("id" = ReportId, Path, description = "The report.")), request_body = Option<PublishJson>,
    responses((status = 200, description = "The public page.", body = PublicationJson)))]
pub async fn publish(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ReportId = request.id("report")?;
        let body: PublishJson = request.json_or_nothing()?;
        let page = publish_report(room.c, &room.acting(), id, body.address.as_deref().unwrap_or_default())?;
        reply::value(&json(room, page))
    })
    .await
}

/// Why a page is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct WithdrawJson {
    /// Why, for the history.
    reason: Option<String>,
}

/// Take an article's public page back.
#[utoipa::path(post, path = "/api/v1/articles/{id}/withdraw", operation_id = "withdraw_page", tag = "Reports",
    params(("id" = ArticleId, Path, description = "The article.")), request_body = Option<WithdrawJson>,
    responses((status = 200, description = "The page, which nobody can read any more.", body = PublicationJson)))]
pub async fn withdraw(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ArticleId = request.id("article")?;
        let body: WithdrawJson = request.json_or_nothing()?;
        let page = withdraw_page(room.c, &room.acting(), id, body.reason.as_deref().unwrap_or_default())?;
        reply::value(&json(room, page))
    })
    .await
}

/// What a reader of a public page reported.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReaderReportJson {
    /// Its id.
    pub id: ReaderReportId,
    /// The article it is about.
    pub article_id: ArticleId,
    /// The frozen report that the reader saw.
    pub report_id: ReportId,
    /// The claim it is about; `null` for the page as a whole.
    pub claim_id: Option<ClaimId>,
    /// What is wrong, in the reader's words.
    pub body: String,
    /// How the reader can be reached; may be empty.
    pub contact: String,
    /// When it came in.
    pub created_at: DateTime<Utc>,
    /// When it was answered.
    pub resolved_at: Option<DateTime<Utc>>,
    /// Who answered it.
    pub resolved_by: Option<PersonRef>,
    /// What was found, and what was done.
    pub resolution: Option<String>,
}

fn reader_json(row: ReaderReport, name: Option<String>) -> ReaderReportJson {
    ReaderReportJson {
        id: row.id,
        article_id: row.article_id,
        report_id: row.report_id,
        claim_id: row.claim_id,
        body: row.body,
        contact: row.contact,
        created_at: row.created_at.0,
        resolved_at: row.resolved_at.map(|at| at.0),
        resolved_by: row.resolved_by.zip(name).map(|(id, name)| PersonRef { id, name }),
        resolution: row.resolution,
    }
}

/// Which reports of readers to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct ReadersQuery {
    /// Those that were answered, instead of those that wait.
    answered: Option<bool>,
    /// Those on one claim.
    claim: Option<ClaimId>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List what readers of public pages reported, newest first.
#[utoipa::path(get, path = "/api/v1/reader-reports", operation_id = "list_reader_reports", tag = "Reports", params(ReadersQuery),
    responses((status = 200, description = "One page of reports.", body = ListJson<ReaderReportJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: ReadersQuery = request.query()?;
        let (limit, before) = paging::<ReaderReportId>(query.limit, query.cursor.as_deref())?;
        let filter = ReaderFilter { resolved: query.answered.unwrap_or(false), claim: query.claim, before };
        let page = Page::cut(store::list(room.c, &filter, limit + 1)?, limit, |row: &ListedReaderReport| row.report.id);
        reply::value(&ListJson::from(page.map(|row| reader_json(row.report, row.resolved_by))))
    })
    .await
}

/// What was done with a reader's report.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolveReaderJson {
    /// What was found, and what was done.
    resolution: String,
}

/// Answer what a reader reported.
#[utoipa::path(post, path = "/api/v1/reader-reports/{id}/resolve", operation_id = "resolve_reader_report", tag = "Reports",
    params(("id" = ReaderReportId, Path, description = "The reader’s report.")), request_body = ResolveReaderJson,
    responses((status = 200, description = "The report, answered.", body = ReaderReportJson)))]
pub async fn resolve(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ReaderReportId = request.id("reader report")?;
        let body: ResolveReaderJson = request.json()?;
        let row = resolve_reader_report(room.c, &room.acting(), id, &body.resolution)?;
        let name = room.me.name.clone();
        reply::value(&reader_json(row, Some(name)))
    })
    .await
}
