//! Putting an article in: a text that is pasted, or a file.

use super::note;
use crate::account::Permission;
use crate::input::FieldError;
use crate::intake::read::{Draft, Hint, Limits};
use crate::intake::{NewArticle, draft_of, import_article};
use crate::report::{self, import::Most};
use crate::web::answer::{html_with, see_other};
use crate::web::page::{Shell, Typed};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Upload, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// The fields beside the text, with what a browser may fill in by itself.
const ABOUT: [&str; 5] = ["title", "byline", "publisher", "source_url", "published_on"];

#[derive(Template)]
#[template(path = "article/new.html")]
struct ArticleNewPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    /// How large a file may be, in words.
    limit: String,
    /// Whether the article of a report that was chosen is here already.
    known: bool,
}

/// Shows the form for a new article.
pub async fn new(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        room.acting().require(Permission::Edit)?;
        let typed = Typed::fresh(&room.words);
        form(room, typed, false)
    })
    .await
}

fn form(room: &mut Room<'_>, typed: Typed, known: bool) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let shell = room.shell(w.t("article-new-title"), "articles");
    let limit = w.n("article-new-limit-report", room.desk.settings.limits.bytes / 1_000_000);
    html_with(typed.status(), &ArticleNewPage { shell, w, typed, limit, known })
}

/// Makes an article of what the form holds. What the file says of itself fills the fields that were left empty.
pub async fn create(desk: web::Data<Desk>, visit: Visit, upload: Upload) -> Result<HttpResponse, PageError> {
    let Upload { form: sent, too_large } = upload;
    desk.act(visit, sent, move |room, sent| {
        room.acting().require(Permission::Edit)?;
        match import(room, sent, too_large) {
            Ok(answer) => Ok(answer),
            // What is ours to mend has a page of its own; there is nothing to do in the form.
            Err(problem) if problem.reference.is_some() => Err(problem),
            Err(problem) => {
                let known = problem.code == "report_known";
                let problem = in_form(problem, sent, too_large);
                let typed = Typed::refused(sent, problem, &room.words);
                form(room, typed, known)
            }
        }
    })
    .await
}

fn import(room: &mut Room<'_>, sent: &FormData, too_large: bool) -> Result<Answer, Problem> {
    let limits = room.desk.settings.limits;
    let both = sent.file.is_some() && !sent.get("text").trim().is_empty();
    let given = sent.file.as_ref().map_or(sent.get("text").as_bytes(), |file| file.bytes.as_slice());
    if !both && report::is_report(given) {
        return import_report(room, given, sent.ticked("again"));
    }
    let draft = draft_in(sent, too_large, &limits)?;
    let [title, byline, publisher, source_url, published_on] = filled(&draft, sent);
    let new = NewArticle { title: &title, byline: &byline, publisher: &publisher, source_url: &source_url, published_on: &published_on, text: &draft.text };
    let acting = room.acting();
    let imported = import_article(room.c, &acting, &new, &limits)?;
    Ok(see_other(&format!("/articles/{}?done=article_imported{}", imported.article.id, note::as_query(&draft.notes))))
}

/// A report in the JSON form brings everything with it: what stands in the fields is not asked for.
fn import_report(room: &mut Room<'_>, bytes: &[u8], again: bool) -> Result<Answer, Problem> {
    let limits = room.desk.settings.limits;
    let acting = room.acting();
    let imported = report::import_report(room.c, &acting, bytes, again, Most::of_uploads(limits.bytes, limits.chars))?;
    Ok(see_other(&format!("/articles/{}?done=report_imported", imported.article.id)))
}

/// The text of a form: pasted, or in a file.
pub(super) fn draft_in(sent: &FormData, too_large: bool, limits: &Limits) -> Result<Draft, Problem> {
    if too_large {
        return Err(Problem::too_large(limits.bytes));
    }
    let given = sent.file.as_ref().map_or(sent.get("text").as_bytes(), |file| file.bytes.as_slice());
    if report::is_report(given) {
        return Err(Problem::invalid(vec![FieldError::new(if sent.file.is_some() { "file" } else { "text" }, "article-report-not-here")]));
    }
    match (&sent.file, sent.get("text")) {
        (Some(_), text) if !text.trim().is_empty() => Err(Problem::invalid(vec![FieldError::new("file", "article-text-and-file")])),
        (Some(file), _) => Ok(draft_of(&file.bytes, Hint { file_name: Some(&file.name), media_type: file.media_type.as_deref() }, limits)?),
        (None, text) => Ok(draft_of(text.as_bytes(), Hint::default(), limits)?),
    }
}

/// What stands in the fields, else what the text says of itself. What a text says wrongly (a link that is none) is left
/// out instead of being held against whoever puts it in.
fn filled(draft: &Draft, sent: &FormData) -> [String; 5] {
    let link = draft.source_url.as_deref().filter(|link| url::Url::parse(link).is_ok_and(|url| matches!(url.scheme(), "http" | "https")));
    let day = draft.published_on.map(|day| day.to_string());
    let said = [draft.title.as_deref(), draft.byline.as_deref(), draft.publisher.as_deref(), link, day.as_deref()];
    let mut fields = ABOUT.iter().zip(said).map(|(field, said)| {
        let typed = sent.get(field);
        if typed.trim().is_empty() { said.unwrap_or_default().to_owned() } else { typed.to_owned() }
    });
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}

/// A problem with its message at the field it is about. A file that was chosen has to be chosen again, and is told so.
pub(super) fn in_form(mut problem: Problem, sent: &FormData, too_large: bool) -> Problem {
    let with_file = too_large || sent.file.is_some();
    if matches!(problem.code, "report_unfit" | "report_known") {
        problem.fields = vec![FieldError::new(if with_file { "file" } else { "text" }, "article-report-unfit")];
    }
    if matches!(problem.code, "text_empty" | "not_text" | "too_large") {
        let message = match (with_file, problem.code) {
            (true, _) => FieldError::new("file", "article-file-unfit"),
            (false, "too_large") => FieldError::new("text", "article-text-long"),
            (false, "text_empty") => FieldError::new("text", "field-required"),
            (false, _) => FieldError::new("text", "article-text-unfit"),
        };
        problem.fields = vec![message];
    }
    if with_file && !problem.fields.iter().any(|error| error.field == "file") {
        problem.fields.push(FieldError::new("file", "article-file-again"));
    }
    problem
}
