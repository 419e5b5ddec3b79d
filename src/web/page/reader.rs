//! What readers of public pages report, to be answered one by one.

use super::{Shell, Typed, id};
use crate::account::Permission;
use crate::db::page::{Page, USUAL, read_cursor};
use crate::ids::ReaderReportId;
use crate::report::reader::resolve_reader_report;
use crate::report::reader::store::{self, ListedReaderReport, ReaderFilter};
use crate::web::answer::{done, html_with};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// A reader's report.
struct Line {
    id: ReaderReportId,
    at: String,
    machine_at: String,
    article: (String, String),
    claim: Option<(String, String, String)>,
    report: String,
    body: String,
    contact: Option<String>,
    answer: Option<(String, String)>,
    /// Whether its answer was refused.
    refused: bool,
}

#[derive(Template)]
#[template(path = "report/readers.html")]
struct ReadersPage {
    shell: Shell,
    w: Arc<Words>,
    answered: bool,
    rows: Vec<Line>,
    next: Option<String>,
    typed: Typed,
    /// What the address of the next page carries beside its cursor.
    kept: String,
}

/// Shows what readers reported: what waits, or with `answered` what does not any more.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        draw(room, &query, None, typed)
    })
    .await
}

/// Answers one.
pub async fn resolve(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::Check)?;
        let report: ReaderReportId = id(&path, "reader report")?;
        match resolve_reader_report(room.c, &acting, report, form.get("resolution")) {
            Ok(_) => Ok(done("/readers", "reader_answered")),
            Err(error) => {
                let problem = Problem::from(error);
                if problem.fields.is_empty() {
                    return Err(problem);
                }
                let typed = Typed::refused(form, problem, &room.words);
                draw(room, &FormData::default(), Some(report), typed)
            }
        }
    })
    .await
}

fn draw(room: &mut Room<'_>, query: &FormData, refused: Option<ReaderReportId>, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let answered = query.has("answered");
    let filter = ReaderFilter { resolved: answered, claim: query.parse("claim"), before: read_cursor(query.get("cursor")) };
    let kept = filter.claim.map(|claim| format!("claim={claim}&")).unwrap_or_default();
    let page = Page::cut(store::list(room.c, &filter, USUAL + 1)?, USUAL, |row| row.report.id);
    let page = page.map(|row| line(row, refused, &w));
    let page = ReadersPage { shell: room.shell(w.t("readers-title"), "claims"), answered, rows: page.rows, next: page.next, typed, kept, w };
    html_with(page.typed.status(), &page)
}

fn line(listed: ListedReaderReport, refused: Option<ReaderReportId>, w: &Words) -> Line {
    let row = listed.report;
    let numbered = |number: i32| w.with("report-claim", &[("number", Arg::from(i64::from(number)))]);
    let claim = row.claim_id.zip(listed.claim).map(|(id, (number, statement))| (format!("/claims/{id}"), numbered(number), statement));
    let by = listed.resolved_by.zip(row.resolved_at);
    let answered = by.map(|(name, at)| w.with("readers-resolved", &[("name", Arg::from(name)), ("at", Arg::from(w.date_time(at.0)))]));
    Line {
        id: row.id,
        at: w.date_time(row.created_at.0),
        machine_at: row.created_at.0.to_rfc3339(),
        article: (format!("/articles/{}", row.article_id), listed.article),
        claim,
        report: format!("/reports/{}", row.report_id),
        contact: (!row.contact.is_empty()).then(|| w.s("readers-contact", "contact", &row.contact)),
        body: row.body,
        answer: row.resolution.zip(answered),
        refused: refused == Some(row.id),
    }
}
