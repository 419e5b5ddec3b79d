//! The long files that somebody asked for, and where each stands.

use super::page_of;
use super::show::{said, size};
use crate::ids::JobId;
use crate::web::answer::html;
use crate::web::page::Shell;
use crate::web::{Desk, PageError, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

struct Line {
    id: JobId,
    href: String,
    title: String,
    form: String,
    asked: String,
    said: String,
    /// How large the file is, once it is there.
    size: Option<String>,
}

#[derive(Template)]
#[template(path = "export/list.html")]
struct ListPage {
    shell: Shell,
    w: Arc<Words>,
    rows: Vec<Line>,
}

/// Lists one's own.
pub async fn list(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let w = room.words.clone();
        let rows = room.desk.exports.of(room.me.id).into_iter().map(|job| Line {
            id: job.id,
            href: page_of(job.id, job.ask.page.as_deref()),
            said: said(&job, &w),
            size: job.made().map(|made| size(made.length, &w)),
            asked: w.date_time(job.asked_at),
            title: job.ask.title,
            form: job.ask.form,
        });
        let rows = rows.collect();
        html(&ListPage { shell: room.shell(w.t("exports-title"), "exports"), w: w.clone(), rows })
    })
    .await
}
