//! Reports as files: to download, or the page form to open in the browser.

use crate::code::Code;
use crate::report::{self, ExportFormat, Rendered, store};
use crate::web::page::{export, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Visit};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};

/// What a report that is opened may do: show its own style and pictures. It holds words of strangers, so it runs no
/// script, sends no form, and is no part of the desk to the browser.
const OPENED: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/// Hands out the report on an article's check as it stands now.
pub async fn download(desk: web::Data<Desk>, visit: Visit, path: web::Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let opens = is_to_open(&request);
    desk.page(visit, move |room| {
        let (article, format) = &*path;
        let (article, format) = (id(article, "article")?, format_named(format)?);
        room.in_full(article)?;
        if room.check_is_long(article, format)? {
            return export::ask(room);
        }
        let assembled = report::assemble(room.c, article, room.now)?;
        room.rendered(format, move |words| report::render(&assembled, format, words), move |rendered| answer(rendered, format, opens))
    })
    .await
}

/// Hands out a frozen report.
pub async fn download_frozen(desk: web::Data<Desk>, visit: Visit, path: web::Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let opens = is_to_open(&request);
    desk.page(visit, move |room| {
        let (report, format) = &*path;
        let (report, format) = (id(report, "report")?, format_named(format)?);
        let frozen = store::find_report(room.c, report)?.ok_or_else(|| Problem::not_found("report"))?;
        room.in_full(frozen.article_id)?;
        if format.is_long(frozen.claims()?) {
            return export::ask(room);
        }
        room.rendered(format, move |words| report::render_frozen(&frozen, format, words), move |rendered| answer(rendered, format, opens))
    })
    .await
}

fn is_to_open(request: &HttpRequest) -> bool {
    FormData::read(request.query_string().as_bytes()).has("open")
}

fn format_named(code: &str) -> Result<ExportFormat, Problem> {
    ExportFormat::from_code(code).ok_or_else(|| Problem::not_found("page"))
}

/// The file; only the page form can be opened.
fn answer(rendered: Rendered, format: ExportFormat, opens: bool) -> Answer {
    let answer = Answer::bytes(rendered.media_type, rendered.bytes);
    if !opens || format != ExportFormat::Html {
        return answer.attached(&rendered.file_name);
    }
    opened(answer, &rendered.file_name)
}

/// The page form, to be opened in the browser.
pub(in crate::web::page) fn opened(answer: Answer, name: &str) -> Answer {
    answer
        .header(header::CONTENT_DISPOSITION, &format!("inline; filename=\"{name}\""))
        .header(header::CACHE_CONTROL, "no-store")
        .header(header::CONTENT_SECURITY_POLICY, OPENED)
}
