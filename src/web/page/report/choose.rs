//! Where an article's report is taken from: the forms, what to know before publishing, what was frozen, corrections.

use super::finding::{ClaimFindings, findings};
use crate::account::Permission;
use crate::article::CorrectionKind;
use crate::code::Code;
use crate::db::page::{Page, USUAL, read_cursor};
use crate::ids::{ArticleId, ReportId};
use crate::report::{self, CorrectionPart, ExportFormat, FrozenRow, Report, redact, store};
use crate::web::answer::html_with;
use crate::web::page::badge::{Badge, explained};
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// A form to take a report in.
pub(super) struct FormatRow {
    pub badge: Badge,
    pub explained: String,
    /// Whether a browser can open it.
    pub opens: bool,
    /// Whether it takes so long that it is made as a job.
    pub long: bool,
}

/// All forms of a report on so many claims.
pub(super) fn formats(claims: usize, w: &Words) -> Vec<FormatRow> {
    ExportFormat::ALL
        .iter()
        .filter(|format| format.is_built())
        .map(|format| {
            let long = format.is_long(claims);
            FormatRow { badge: Badge::of(*format, w), explained: explained(*format, w), opens: *format == ExportFormat::Html && !long, long }
        })
        .collect()
}

/// A frozen report in the list.
struct FrozenLine {
    id: ReportId,
    label: String,
    at: String,
    by: String,
}

/// A correction in the list.
struct CorrectionLine {
    kind: String,
    date: String,
    /// The claim's page, and what it is called.
    claim: Option<(String, String)>,
    /// Who had signed the claim off.
    signed: Option<String>,
    was: String,
    now_says: String,
    why: String,
    found: Option<String>,
    approved: String,
}

/// A claim that a correction may be about.
struct ClaimChoice {
    id: String,
    label: String,
}

#[derive(Template)]
#[template(path = "report/choose.html")]
struct ChoosePage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    id: ArticleId,
    title: String,
    formats: Vec<FormatRow>,
    /// What is left out as confidential, where anything is.
    confidential: Option<String>,
    findings: Vec<ClaimFindings>,
    /// Whether the article has claims at all.
    has_claims: bool,
    frozen: Vec<FrozenLine>,
    next: Option<String>,
    corrections: Vec<CorrectionLine>,
    kinds: Vec<Badge>,
    claims: Vec<ClaimChoice>,
    may_freeze: bool,
    may_correct: bool,
}

impl ChoosePage {
    /// The address that the codes of the forms follow.
    fn address(&self) -> String {
        format!("/articles/{}/report", self.id)
    }
}

/// Shows the forms an article's report comes in.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        draw(room, id(&path, "article")?, &query, typed)
    })
    .await
}

/// Draws the page; `typed` is a correction that was refused.
pub(super) fn draw(room: &mut Room<'_>, article: ArticleId, query: &FormData, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    room.in_full(article)?;
    let report = redact(report::assemble(room.c, article, room.now)?);
    let before = read_cursor::<i32>(query.get("cursor"));
    let frozen = Page::cut(store::list_reports(room.c, article, before, USUAL + 1)?, USUAL, |row| row.number).map(|row| frozen_line(row, &w));
    let left_out = report.summary.confidential;
    let page = ChoosePage {
        shell: room.shell(w.t("report-choose"), "articles"),
        id: article,
        formats: formats(report.claims.len(), &w),
        confidential: (left_out > 0).then(|| w.n("report-confidential-left-out", left_out)),
        findings: findings(&report, &w),
        has_claims: !report.claims.is_empty(),
        frozen: frozen.rows,
        next: frozen.next,
        corrections: report.corrections.iter().map(|correction| correction_line(correction, &report, &w)).collect(),
        kinds: Badge::all::<CorrectionKind>(&w),
        claims: claims(&report, &w),
        may_freeze: room.me.role.may(Permission::Freeze),
        may_correct: room.me.role.may(Permission::SignOff),
        title: report.article.title,
        typed,
        w: w.clone(),
    };
    html_with(page.typed.status(), &page)
}

fn numbered(key: &str, number: i32, w: &Words) -> String {
    w.with(key, &[("number", Arg::from(i64::from(number)))])
}

fn frozen_line(row: FrozenRow, w: &Words) -> FrozenLine {
    FrozenLine { id: row.id, label: numbered("reports-frozen-title", row.number, w), at: w.date_time(row.frozen_at.0), by: row.frozen_by }
}

fn correction_line(part: &CorrectionPart, report: &Report, w: &Words) -> CorrectionLine {
    let claim = part.claim.map(|number| {
        let page = report.claims.iter().find(|claim| claim.number == number).map(|claim| format!("/claims/{}", claim.id));
        (page.unwrap_or_default(), numbered("report-claim", number, w))
    });
    CorrectionLine {
        kind: w.label(part.kind).into_owned(),
        date: w.date(part.published_on),
        claim,
        signed: part.signed_off_by.as_deref().map(|name| w.s("report-correction-signed-off", "name", name)),
        was: part.was.clone(),
        now_says: part.now_says.clone(),
        why: part.why.clone(),
        found: (!part.found_by.is_empty()).then(|| w.s("report-correction-found", "name", &part.found_by)),
        approved: w.s("report-correction-approved", "name", &part.approved_by),
    }
}

fn claims(report: &Report, w: &Words) -> Vec<ClaimChoice> {
    report
        .claims
        .iter()
        .map(|claim| ClaimChoice { id: claim.id.clone(), label: w.labelled(&numbered("report-claim", claim.number, w), &claim.statement) })
        .collect()
}
