//! The form in which a reader reports an error, and what comes of it.

use super::{keep, open, page_at, shown};
use crate::db::DbConnection;
use crate::db::column::At;
use crate::report::ReportError;
use crate::report::reader::{LONGEST, ReaderEntry, enter_reader_report};
use crate::web::answer::{html, html_with, see_other};
use crate::web::form::read_body;
use crate::web::page::Typed;
use crate::web::{Answer, Desk, FormData, Problem, Visit, asset};
use crate::wording::Words;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Most bytes of a form: the longest report in any script, as forms are written, and some for the other fields.
const MOST: usize = 64 * 1024;

#[derive(Template)]
#[template(path = "public/error.html")]
struct ErrorPage {
    w: Arc<Words>,
    assets: &'static str,
    path: String,
    title: String,
    claim: String,
    longest: usize,
    typed: Typed,
}

#[derive(Template)]
#[template(path = "public/reported.html")]
struct ReportedPage {
    w: Arc<Words>,
    assets: &'static str,
    path: String,
}

/// Shows the form; `claim` is the number of the claim it is about.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let query = FormData::read(request.query_string().as_bytes());
    open(&desk, visit, move |c, desk, visit| {
        let claim = query.get("claim").chars().filter(char::is_ascii_digit).take(9).collect();
        draw(c, desk, visit, &path, claim, None)
    })
    .await
}

/// Takes in what a reader reports. What is refused comes back as it was typed.
pub async fn send(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, payload: web::Payload) -> HttpResponse {
    let body = read_body(payload.into_inner(), MOST).await;
    open(&desk, visit, move |c, desk, visit| {
        page_at(c, &path)?.ok_or_else(|| Problem::not_found("public page"))?;
        let done = || see_other(&format!("/p/{}/reported", *path));
        let form = match &body {
            Ok(bytes) => FormData::read(bytes),
            Err(problem) => {
                let code = if problem.code == "too_large" { "reader_report_too_large" } else { problem.code };
                return draw(c, desk, visit, &path, String::new(), Some((FormData::default(), Problem::new(problem.status, code))));
            }
        };
        if !visit.same_origin {
            let problem = Problem::new(StatusCode::FORBIDDEN, "form_expired");
            return draw(c, desk, visit, &path, String::new(), Some((form, problem)));
        }
        // A field that no person sees was filled in: it came from a program, which is told what it wants to hear.
        if !form.get("website").is_empty() {
            return Ok(done());
        }
        let entry = ReaderEntry { claim: form.get("claim"), body: form.get("body"), contact: form.get("contact") };
        let entered = desk.readers.check(&visit.address).and_then(|()| enter_reader_report(c, At(desk.clock.now()), &desk.ids, &path, &entry));
        match entered {
            Ok(_) => Ok(done()),
            Err(ReportError::NotFound(what)) => Err(Problem::not_found(what)),
            Err(error) => {
                let problem = Problem::from(error);
                if problem.reference.is_some() {
                    return Err(problem);
                }
                draw(c, desk, visit, &path, String::new(), Some((form, problem)))
            }
        }
    })
    .await
}

/// Thanks the reader.
pub async fn reported(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> HttpResponse {
    open(&desk, visit, move |c, desk, visit| {
        keep::answer(c, desk, visit, &path, "reported", |shown| html(&ReportedPage { path: shown.path(), assets: asset::version(), w: shown.w.clone() }))
    })
    .await
}

fn draw(c: &mut DbConnection, desk: &Desk, visit: &Visit, slug: &str, claim: String, refused: Option<(FormData, Problem)>) -> Result<Answer, Problem> {
    let page = page_at(c, slug)?.ok_or_else(|| Problem::not_found("public page"))?;
    let shown = shown(c, desk, desk.site(visit), page)?;
    let typed = match refused {
        Some((form, problem)) => Typed::refused(&form, problem, &shown.w),
        None => Typed::fresh(&shown.w),
    };
    let page = ErrorPage { path: shown.path(), title: shown.title(), assets: asset::version(), w: shown.w, claim, longest: LONGEST, typed };
    html_with(page.typed.status(), &page)
}
