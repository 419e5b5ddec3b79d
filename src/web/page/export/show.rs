//! The page of a long file: how far it is, and the file once it is there.

use super::{address, page_of};
use crate::code::Code;
use crate::ids::JobId;
use crate::job::Standing;
use crate::report::ExportFormat;
use crate::web::answer::{html, html_with, see_other};
use crate::web::export::{ExportState, Job, attached, sent};
use crate::web::page::report::opened;
use crate::web::page::{Shell, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "export/show.html")]
struct ExportPage {
    shell: Shell,
    w: Arc<Words>,
    id: JobId,
    title: String,
    form: String,
    asked: String,
    state: ExportState,
    /// Where it stands, in a sentence.
    said: String,
    /// How much of it is done, in hundredths.
    percent: u8,
    /// How far it is, in words.
    far: String,
    /// Until when the file is kept.
    until: Option<String>,
    /// How large it is.
    size: Option<String>,
    /// Whether a browser can open it.
    opens: bool,
    /// Why there is no file.
    why: Option<String>,
    /// The address to ask for it again with.
    of: Option<String>,
}

impl ExportPage {
    fn is_open(&self) -> bool {
        matches!(self.state, ExportState::Waiting | ExportState::Running)
    }
}

#[derive(Template)]
#[template(path = "export/gone.html")]
struct GonePage {
    shell: Shell,
    w: Arc<Words>,
    of: Option<String>,
}

/// Has a long file made.
pub async fn start(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let of = form.get("of");
        let wanted = address::read(room, of)?;
        let job = room.begin(wanted.title, wanted.form, Some(of.to_owned()), wanted.order)?;
        Ok(see_other(&page_of(job, Some(of))))
    })
    .await
}

/// Shows how far a long file is.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let job = id(&path, "export")?;
        match room.desk.exports.find(room.me.id, job) {
            Some(job) => html(&page(room, job)),
            None => gone(room, query.get("of")),
        }
    })
    .await
}

/// Stops a long file, or forgets one that is over.
pub async fn cancel(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let job = id(&path, "export")?;
        if !room.desk.exports.cancel(room.me.id, job) {
            return gone(room, form.get("of"));
        }
        let still = room.desk.exports.find(room.me.id, job);
        Ok(see_other(&still.map_or_else(|| "/exports".to_owned(), |still| page_of(job, still.ask.page.as_deref()))))
    })
    .await
}

/// Hands out a long file; the page form can be opened.
pub async fn file(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let opens = FormData::read(request.query_string().as_bytes()).has("open");
    desk.page(visit, move |room| {
        let Some(job) = room.desk.exports.find(room.me.id, id(&path, "export")?) else { return gone(room, "") };
        let Some(made) = job.made() else { return Ok(see_other(&page_of(job.id, job.ask.page.as_deref()))) };
        Ok(if opens && job.ask.order.format() == ExportFormat::Html.code() { opened(sent(made), &made.name) } else { attached(made) })
    })
    .await
}

/// The desk knows of no such job of this person: it was kept long enough, or the desk was started again.
fn gone(room: &mut Room<'_>, of: &str) -> Result<Answer, Problem> {
    let of = Some(of.to_owned()).filter(|of| address::is_address(of));
    let w = room.words.clone();
    html_with(StatusCode::NOT_FOUND, &GonePage { shell: room.shell(w.t("export-gone"), "exports"), w: w.clone(), of })
}

fn page(room: &mut Room<'_>, job: Job) -> ExportPage {
    let w = room.words.clone();
    let made = job.made();
    let percent = job.percent();
    let label = match job.state() {
        ExportState::Running => format!("{percent} % · {}", job.ask.title),
        _ => job.ask.title.clone(),
    };
    ExportPage {
        said: said(&job, &w),
        far: far(&job, &w),
        until: if let Standing::Done(_, until) = &job.standing { Some(w.s("export-until", "time", &w.date_time(*until))) } else { None },
        size: made.map(|made| size(made.length, &w)),
        opens: made.is_some() && job.ask.order.format() == ExportFormat::Html.code(),
        why: if let Standing::Failed(problem) = &job.standing { Some(problem.sentence(&w)) } else { None },
        state: job.state(),
        asked: w.s("export-asked", "time", &w.date_time(job.asked_at)),
        shell: room.shell(label, "exports"),
        id: job.id,
        percent,
        of: job.ask.page.clone(),
        title: job.ask.title.clone(),
        form: job.ask.form.clone(),
        w,
    }
}

/// Where a job stands, in a sentence that changes only when that does.
pub(super) fn said(job: &Job, w: &Words) -> String {
    match &job.standing {
        Standing::Waiting(before) => w.n("export-before", *before),
        _ => w.label(job.state()).into_owned(),
    }
}

/// How far it is, in words.
fn far(job: &Job, w: &Words) -> String {
    let Some((stage, done, of)) = job.step() else { return String::new() };
    let share = w.percent(f64::from(job.percent()) / 100.0);
    let number = |n: usize| Arg::from(w.number(n));
    let what = if of > 0 {
        w.with("export-done-of", &[("what", Arg::from(w.label(stage).into_owned())), ("done", number(done)), ("of", number(of))])
    } else {
        w.label(stage).into_owned()
    };
    format!("{share} · {what}")
}

/// How large a file is.
pub(super) fn size(bytes: u64, w: &Words) -> String {
    let (key, unit) = if bytes < 1_000_000 { ("export-kilobytes", 1_000) } else { ("export-megabytes", 1_000_000) };
    w.s(key, "n", &w.number(bytes.div_ceil(unit)))
}
