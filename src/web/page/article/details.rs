//! What is said of an article beside its text: who wrote and published it, why it is checked and how.

use super::load::find;
use crate::account::Permission;
use crate::article::Article;
use crate::ids::ArticleId;
use crate::review::article::{ArticleDetails, amend_article};
use crate::web::answer::{done, html_with};
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// The fields of the form with the keys of their labels.
const FIELDS: [(&str, &str); 7] = [
    ("title", "article-title-field"),
    ("byline", "article-byline"),
    ("publisher", "article-publisher"),
    ("source_url", "article-source-url"),
    ("published_on", "article-published-on"),
    ("selection_reason", "article-selection-reason"),
    ("method_note", "article-method-note"),
];

/// A field that two people changed in two ways.
struct Difference {
    label: String,
    now: String,
    yours: String,
}

#[derive(Template)]
#[template(path = "article/details.html")]
struct ArticleDetailsPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    id: ArticleId,
    title: String,
    revision: i32,
    /// Both sides after a conflict.
    differences: Vec<Difference>,
}

/// Shows the form for what is said of an article.
pub async fn details(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        room.acting().require(Permission::Edit)?;
        let article = find(room, &path)?;
        let typed = Typed::begun(stored(&article), &room.words);
        draw(room, &article, typed, Vec::new())
    })
    .await
}

/// Changes what is said of an article.
pub async fn change_details(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::Edit)?;
        let details = ArticleDetails {
            title: form.get("title"),
            byline: form.get("byline"),
            publisher: form.get("publisher"),
            source_url: form.get("source_url"),
            published_on: form.get("published_on"),
            method_note: form.get("method_note"),
            selection_reason: form.get("selection_reason"),
        };
        let article: ArticleId = id(&path, "article")?;
        match amend_article(room.c, &acting, article, &details, form.parse("revision")) {
            Ok(_) => Ok(done(&format!("/articles/{article}"), "article_amended")),
            Err(error) => refuse(room, &path, form, error.into()),
        }
    })
    .await
}

/// What is stored, as the form shows it.
fn stored(article: &Article) -> FormData {
    let day = article.published_on.map(|day| day.to_string()).unwrap_or_default();
    let values: [&str; 7] = [
        &article.title,
        &article.byline,
        &article.publisher,
        article.source_url.as_deref().unwrap_or_default(),
        &day,
        &article.selection_reason,
        &article.method_note,
    ];
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(FIELDS.iter().map(|(field, _)| *field).zip(values));
    FormData::read(query.finish().as_bytes())
}

fn refuse(room: &mut Room<'_>, path: &str, form: &FormData, problem: Problem) -> Result<Answer, Problem> {
    if problem.fields.is_empty() && problem.current.is_none() {
        return Err(problem);
    }
    let article = find(room, path)?;
    let differences = if problem.current.is_some() { differences(&article, form, &room.words) } else { Vec::new() };
    let typed = Typed::refused(form, problem, &room.words);
    draw(room, &article, typed, differences)
}

/// The fields that stand otherwise than they were typed.
fn differences(article: &Article, form: &FormData, w: &Words) -> Vec<Difference> {
    let now = stored(article);
    let differs = FIELDS.iter().filter(|(field, _)| crate::input::clean(form.get(field)).trim() != now.get(field));
    differs.map(|(field, label)| Difference { label: w.t(label).into_owned(), now: now.get(field).to_owned(), yours: form.get(field).to_owned() }).collect()
}

fn draw(room: &mut Room<'_>, article: &Article, typed: Typed, differences: Vec<Difference>) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let shell = room.shell(w.t("article-details-title"), "articles");
    let page = ArticleDetailsPage { shell, w, id: article.id, title: article.title.clone(), revision: typed.revision(&article.revision), typed, differences };
    html_with(page.typed.status(), &page)
}
