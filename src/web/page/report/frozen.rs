//! Freezing a report, and the page of a frozen one: what it is, and how anybody can verify it.

use super::choose::{FormatRow, formats};
use super::publish::PublicBlock;
use crate::account::store as people;
use crate::ids::{ArticleId, ReportId};
use crate::report::{ExportFormat, PublicKey, file_name, freeze_report, store};
use crate::web::answer::{done, html_with};
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "report/show.html")]
struct FrozenPage {
    shell: Shell,
    w: Arc<Words>,
    id: ReportId,
    number: i32,
    article: ArticleId,
    article_title: String,
    heading: String,
    by: String,
    at: String,
    sha256: String,
    history_head: String,
    /// Fingerprint of the key it is signed with.
    key: Option<String>,
    /// The frozen report before it, and its hash.
    previous: Option<(String, String)>,
    /// Name of the file in the JSON form, which is the one to verify.
    file_name: String,
    formats: Vec<FormatRow>,
    public: PublicBlock,
    typed: Typed,
}

impl FrozenPage {
    /// The address that the codes of the forms follow.
    fn address(&self) -> String {
        format!("/reports/{}", self.id)
    }
}

/// Freezes the report on an article's check as it stands now.
pub async fn freeze(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, _| {
        let acting = room.acting();
        let frozen = freeze_report(room.c, &acting, id(&path, "article")?)?;
        Ok(done(&format!("/reports/{}", frozen.id), "report_frozen"))
    })
    .await
}

/// Shows a frozen report.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        draw(room, id(&path, "report")?, typed)
    })
    .await
}

/// Draws the page; `typed` is an address that was refused.
pub(super) fn draw(room: &mut Room<'_>, id: ReportId, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let frozen = store::find_report(room.c, id)?.ok_or_else(|| Problem::not_found("report"))?;
    room.in_full(frozen.article_id)?;
    let report = frozen.report()?;
    let by = people::names(room.c, &[frozen.frozen_by])?.pop().map(|(_, name)| name).unwrap_or_default();
    let numbered = |number: i32| w.with("reports-frozen-title", &[("number", Arg::from(i64::from(number)))]);
    let heading = numbered(frozen.number);
    let part = report.frozen.as_ref();
    let previous = part.and_then(|part| part.previous.clone());
    let page = FrozenPage {
        key: part.and_then(|part| PublicKey::read(part.key.as_deref()?)).map(|key| key.fingerprint()),
        previous: previous.map(|before| (numbered(before.number), before.sha256)),
        public: PublicBlock::of(room, &frozen)?,
        shell: room.shell(heading.as_str(), "articles"),
        id: frozen.id,
        number: frozen.number,
        article: frozen.article_id,
        file_name: file_name(&report, ExportFormat::Json),
        article_title: report.article.title,
        heading,
        by,
        at: w.date_time(frozen.frozen_at.0),
        sha256: frozen.sha256,
        history_head: frozen.history_head,
        formats: formats(report.claims.len(), &w),
        typed,
        w: w.clone(),
    };
    html_with(page.typed.status(), &page)
}
