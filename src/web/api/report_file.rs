//! The JSON form of reports: what it looks like, and the way back from a file to an article.

use super::{Answered, Request, reply};
use crate::ids::ArticleId;
use crate::report::import::Most;
use crate::report::{Report, TakenFromPart, import_report, schema};
use crate::web::{Desk, asset};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use utoipa::{IntoParams, ToSchema};

/// Names the state of the schema.
static TAG: LazyLock<String> =
    LazyLock::new(|| format!("\"{}\"", crate::article::text_sha256(schema::json_schema_text()).chars().take(20).collect::<String>()));

/// Read the JSON Schema (2020-12) of the JSON form of reports.
#[utoipa::path(get, path = "/api/v1/report.schema.json", operation_id = "read_report_schema", tag = "Reports",
    responses((status = 200, description = "The schema.", content_type = "application/schema+json", body = Object)))]
pub async fn schema(request: HttpRequest) -> HttpResponse {
    let tag = TAG.as_str();
    let kept = (header::CACHE_CONTROL, "public, max-age=600");
    if asset::knows(&request, tag) {
        return HttpResponse::NotModified().insert_header((header::ETAG, tag)).insert_header(kept).finish();
    }
    HttpResponse::Ok().content_type("application/schema+json").insert_header((header::ETAG, tag)).insert_header(kept).body(schema::json_schema_text())
}

/// How to import.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct ImportQuery {
    /// Make a second article where the desk has one of this report, or of another report on the same article.
    again: bool,
}

/// What came of an import.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportImportJson {
    /// The article.
    pub article_id: ArticleId,
    /// Its title.
    pub title: String,
    /// How many sentences.
    pub sentences: usize,
    /// How many claims.
    pub claims: usize,
    /// How many pieces of evidence.
    pub evidence: usize,
    /// Names of the sources that the registry had already; what it says of them stays as it was.
    pub known_sources: Vec<String>,
    /// The report that it was made of.
    pub taken_from: TakenFromPart,
}

/// Import a report in the JSON form: the article with its whole check.
#[utoipa::path(post, path = "/api/v1/reports/import", operation_id = "import_report", tag = "Reports",
    params(ImportQuery), request_body(content = Report, description = "The report, as its file has it."),
    responses((status = 201, description = "What came of it.", body = ReportImportJson)))]
pub async fn import(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let query: ImportQuery = request.query()?;
        let limits = room.desk.settings.limits;
        let acting = room.acting();
        let done = import_report(room.c, &acting, request.bytes()?, query.again, Most::of_uploads(limits.bytes, limits.chars))?;
        let json = ReportImportJson {
            article_id: done.article.id,
            title: done.article.title,
            sentences: done.sentences,
            claims: done.claims,
            evidence: done.evidence,
            known_sources: done.known_sources,
            taken_from: done.from,
        };
        reply::created(&format!("/articles/{}", json.article_id), &json, None)
    })
    .await
}
