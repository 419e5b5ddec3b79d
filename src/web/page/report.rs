//! Reports: choosing a form, downloading, freezing, frozen reports, corrections.

use super::badge::Badge;
use super::{Shell, Typed, id};
use crate::account::Permission;
use crate::article::CorrectionKind;
use crate::code::Code;
use crate::ids::{ArticleId, ReportId};
use crate::report::store::{self, FrozenRow};
use crate::report::{self, CorrectionEntry, ExportFormat, Rendered, Report, claimreview};
use crate::web::answer::{html, html_with, see_other};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Most frozen reports shown at once.
const FROZEN_SHOWN: i64 = 100;
/// What an opened report may load and do: its own styles, and nothing else.
const OPENED: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-same-origin";

/// A form that a report can be downloaded in.
struct Form {
    code: &'static str,
    label: String,
    explained: String,
    address: String,
}

struct Frozen {
    id: ReportId,
    number: i32,
    sentence: String,
}

struct Correction {
    kind: String,
    day: String,
    was: String,
    now_says: String,
    why: String,
}

#[derive(Template)]
#[template(path = "report/choose.html")]
struct ChoosePage {
    shell: Shell,
    w: Arc<Words>,
    id: ArticleId,
    title: String,
    forms: Vec<Form>,
    confidential: usize,
    /// Claim number, sentence, whether it keeps the claim out.
    findings: Vec<(i32, String, bool)>,
    frozen: Vec<Frozen>,
    corrections: Vec<Correction>,
    kinds: Vec<Badge>,
    typed: Typed,
    may_freeze: bool,
}

#[derive(Template)]
#[template(path = "report/frozen.html")]
struct FrozenPage {
    shell: Shell,
    w: Arc<Words>,
    article: ArticleId,
    title: String,
    number: i32,
    facts: Vec<(String, String)>,
    forms: Vec<Form>,
}

fn forms(base: &str, w: &Words) -> Vec<Form> {
    let form = |format: &ExportFormat| Form {
        code: format.code(),
        label: w.label(*format).into_owned(),
        explained: super::badge::explained(*format, w),
        address: format!("{base}/{}", format.code()),
    };
    ExportFormat::ALL.iter().map(form).collect()
}

/// Shows the forms of a report.
pub async fn choose(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        page(room, id(&path, "article")?, typed)
    })
    .await
}

fn page(room: &mut Room<'_>, article: ArticleId, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let assembled = report::assemble(room.c, article, room.now)?;
    let frozen = store::list_reports(room.c, article, None, FROZEN_SHOWN)?.into_iter().map(|row| frozen_row(row, &w)).collect();
    let confidential = assembled.summary.confidential;
    let findings = claimreview::check(&assembled, &w).iter().map(|f| (f.claim, w.with(f.message, &f.args()), f.refuses)).collect();
    let corrections = corrections(&assembled, &w);
    let title = assembled.article.title;
    let shell = room.shell(w.t("report-choose"), "articles");
    let may_freeze = room.me.role.may(Permission::Freeze);
    let forms = forms(&format!("/articles/{article}/report"), &w);
    let (kinds, status) = (Badge::all::<CorrectionKind>(&w), typed.status());
    html_with(status, &ChoosePage { shell, w, id: article, title, forms, confidential, findings, frozen, corrections, kinds, typed, may_freeze })
}

fn frozen_row(row: FrozenRow, w: &Words) -> Frozen {
    let args = [("name", Arg::from(&row.frozen_by)), ("at", Arg::from(w.date_time(row.frozen_at.0)))];
    Frozen { id: row.id, number: row.number, sentence: w.with("report-frozen-by", &args) }
}

fn corrections(report: &Report, w: &Words) -> Vec<Correction> {
    let told = |c: &report::CorrectionPart| Correction {
        kind: w.label(c.kind).into_owned(),
        day: w.date(c.published_on),
        was: c.was.clone(),
        now_says: c.now_says.clone(),
        why: c.why.clone(),
    };
    report.corrections.iter().map(told).collect()
}

/// A report as a file; `open` shows a page in the browser instead.
fn file(rendered: Rendered, open: bool) -> Answer {
    let page = rendered.media_type.starts_with("text/html");
    let answer = Answer::bytes(rendered.media_type, rendered.bytes).header(header::CACHE_CONTROL, "no-store");
    if page && open {
        return answer.header(header::CONTENT_SECURITY_POLICY, OPENED);
    }
    answer.header(header::CONTENT_DISPOSITION, &format!("attachment; filename=\"{}\"", rendered.file_name))
}

fn format_of(code: &str) -> Result<ExportFormat, Problem> {
    ExportFormat::from_code(code).ok_or_else(|| Problem::not_found("report"))
}

/// Downloads an article's report as it stands.
pub async fn download(desk: web::Data<Desk>, visit: Visit, path: web::Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let open = request.query_string() == "open";
    desk.page(visit, move |room| {
        let (article, format) = (id(&path.0, "article")?, format_of(&path.1)?);
        let assembled = report::assemble(room.c, article, room.now)?;
        let rendered = report::render(&assembled, format, &room.words).map_err(report::ReportError::from)?;
        Ok(file(rendered, open))
    })
    .await
}

/// Freezes an article's report.
pub async fn freeze(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, _| {
        let acting = room.acting();
        let frozen = report::freeze_report(room.c, &acting, id(&path, "article")?)?;
        Ok(see_other(&format!("/reports/{}?done=report_frozen", frozen.id)))
    })
    .await
}

/// Enters a correction.
pub async fn correct(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let article: ArticleId = id(&path, "article")?;
        let entry = CorrectionEntry {
            claim: None,
            kind: form.get("kind"),
            was: form.get("was"),
            now_says: form.get("now_says"),
            why: form.get("why"),
            found_by: form.get("found_by"),
            published_on: form.get("published_on"),
        };
        let acting = room.acting();
        match report::enter_correction(room.c, &acting, article, &entry) {
            Ok(_) => Ok(see_other(&format!("/articles/{article}/report?done=correction_entered#corrections"))),
            Err(error) => {
                let problem = Problem::from(error);
                if problem.fields.is_empty() {
                    return Err(problem);
                }
                let typed = Typed::refused(form, problem, &room.words);
                page(room, article, typed)
            }
        }
    })
    .await
}

/// Shows a frozen report.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let w = room.words.clone();
        let frozen = store::find_report(room.c, id(&path, "report")?)?.ok_or_else(|| Problem::not_found("report"))?;
        let by = crate::account::store::names(room.c, &[frozen.frozen_by])?.pop().map(|(_, name)| name).unwrap_or_default();
        let title = frozen.report()?.article.title;
        let args = [("name", Arg::from(&by)), ("at", Arg::from(w.date_time(frozen.frozen_at.0)))];
        let facts = vec![
            (w.t("report-frozen-when").into_owned(), w.with("report-frozen-by", &args)),
            (w.t("report-hash").into_owned(), frozen.sha256.clone()),
            (w.t("report-history-head").into_owned(), frozen.history_head.clone()),
        ];
        let forms = forms(&format!("/reports/{}", frozen.id), &w);
        let shell = room.shell(w.n("report-numbered", frozen.number), "articles");
        html(&FrozenPage { shell, w, article: frozen.article_id, title, number: frozen.number, facts, forms })
    })
    .await
}

/// Downloads a frozen report, from what was frozen and from nothing else.
pub async fn download_frozen(desk: web::Data<Desk>, visit: Visit, path: web::Path<(String, String)>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let open = request.query_string() == "open";
    desk.page(visit, move |room| {
        let frozen = store::find_report(room.c, id(&path.0, "report")?)?.ok_or_else(|| Problem::not_found("report"))?;
        Ok(file(report::render_frozen(&frozen, format_of(&path.1)?, &room.words)?, open))
    })
    .await
}
