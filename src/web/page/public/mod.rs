//! Pages that everybody can read: a frozen report, its corrections, feeds, and a form for readers.
//!
//! No session is looked at and no cookie set; what is shown is what was frozen, so a page is the same for everybody and
//! is kept in memory ([`keep`]) and by whoever asks. What is not public, or not there, is one and the same page.
//! Start at [`show`].

mod corrections;
mod error;
mod feed;
pub(crate) mod keep;
mod show;

pub use corrections::show as corrections;
pub use error::{reported, send, show as error_form};
pub use feed::{desk as desk_feed, show as feed};
pub use show::{poster, show};

use crate::article::publication::{Publication, is_slug, store};
use crate::db::DbConnection;
use crate::report::{Report, store as reports, title};
use crate::web::answer::html_with;
use crate::web::room::Later;
use crate::web::{Answer, Desk, Problem, Visit, asset};
use crate::wording::Words;
use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web;
use askama::Template;
use std::sync::Arc;

/// What a public page may do: show its own style sheets and pictures, and send its own form. It runs no script at all; the
/// data for search engines is none.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// How long whoever asks may keep a page, and no longer once it was taken back.
const KEPT: &str = "public, max-age=60";

#[derive(Template)]
#[template(path = "public/missing.html")]
struct MissingPage {
    w: Arc<Words>,
    assets: &'static str,
}

/// A page that is public, with what stands on it.
pub(super) struct Shown {
    pub page: Publication,
    pub report: Report,
    /// The words, in the language of the article where the desk has it.
    pub w: Arc<Words>,
    /// The address of the site.
    pub site: String,
}

impl Shown {
    /// The page's path.
    pub fn path(&self) -> String {
        format!("/p/{}", self.page.slug)
    }

    /// The article's title, or that it has none.
    pub fn title(&self) -> String {
        title(&self.report.article, &self.w)
    }
}

/// The page at an address, where one is public.
pub(super) fn page_at(c: &mut DbConnection, slug: &str) -> Result<Option<Publication>, Problem> {
    if !is_slug(slug) {
        return Ok(None);
    }
    Ok(store::find_by_slug(c, slug)?.filter(Publication::is_public))
}

/// What stands on a page.
pub(super) fn shown(c: &mut DbConnection, desk: &Desk, site: String, page: Publication) -> Result<Shown, Problem> {
    let report = reports::find_report(c, page.report_id)?.ok_or_else(|| Problem::not_found("report"))?.report()?;
    let w = desk.catalogue.choose(Some(&report.article.language), None);
    Ok(Shown { page, report, w, site })
}

/// What a public page answers: something that is there, or what makes it without the database, in its turn.
pub(super) enum Shows {
    Now(Answer),
    Later(Later),
}

/// Shows something to anybody. Whatever goes wrong in it, but a fault of the desk, is the page that says that nothing is
/// there.
pub(super) async fn open<F>(desk: &Desk, visit: Visit, work: F) -> HttpResponse
where
    F: FnOnce(&mut DbConnection, &Desk, &Visit) -> Result<Answer, Problem> + Send + 'static,
{
    open_in_turn(desk, visit, move |c, desk, visit| work(c, desk, visit).map(Shows::Now)).await
}

/// The same, where what is shown may have to be drawn first; nobody's connection is held meanwhile.
pub(super) async fn open_in_turn<F>(desk: &Desk, visit: Visit, work: F) -> HttpResponse
where
    F: FnOnce(&mut DbConnection, &Desk, &Visit) -> Result<Shows, Problem> + Send + 'static,
{
    let (inside, words) = (desk.clone(), desk.catalogue.choose(None, visit.accept_language.as_deref()));
    let shown = web::block(move || -> Result<Shows, Problem> {
        let mut c = inside.db.get()?;
        work(&mut c, &inside, &visit)
    })
    .await;
    let done = match shown.unwrap_or_else(|e| Err(Problem::internal(&e))) {
        Ok(Shows::Now(answer)) => Ok(answer),
        Ok(Shows::Later(later)) => desk.in_turn(later).await,
        Err(problem) => Err(problem),
    };
    let answer = match done {
        Ok(answer) => answer,
        Err(problem) if problem.status == StatusCode::NOT_FOUND => missing(words),
        Err(problem) => Answer::bytes("text/plain; charset=utf-8", problem.sentence(&words)).with_status(problem.status),
    };
    let has_policy = answer.headers.iter().any(|(name, _)| *name == header::CONTENT_SECURITY_POLICY);
    let answer = if has_policy { answer } else { answer.header(header::CONTENT_SECURITY_POLICY, POLICY) };
    HttpResponse::from(answer)
}

/// Nothing is there, or nothing that everybody may see: nobody can tell which. It is said in the language that the browser
/// asks for: where there is no page, there is none whose language it could have.
fn missing(w: Arc<Words>) -> Answer {
    let page = html_with(StatusCode::NOT_FOUND, &MissingPage { w, assets: asset::version() });
    page.unwrap_or_else(|_| Answer::empty(StatusCode::NOT_FOUND)).header(header::VARY, "Accept-Language")
}
