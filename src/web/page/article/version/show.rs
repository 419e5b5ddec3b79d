//! A version as it was: its text, and what the next one changed.

use super::compare::{Line, lines};
use crate::article::store as articles;
use crate::article::{Sentence, Version};
use crate::claim::annotated::{self, Paragraph};
use crate::claim::carry::{CarryOver, Text};
use crate::history::{self, Action, chain_of};
use crate::ids::ArticleId;
use crate::span::{ScalarIndex, Span};
use crate::web::answer::html;
use crate::web::page::{Shell, id};
use crate::web::{Desk, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use askama::Template;

/// One of the versions, in the list of them.
struct VersionLine {
    number: i32,
    label: String,
    shown: bool,
}

#[derive(Template)]
#[template(path = "article/version/show.html")]
struct VersionShowPage<'a> {
    shell: Shell,
    w: &'a Words,
    id: ArticleId,
    title: String,
    language: String,
    heading: String,
    versions: Vec<VersionLine>,
    present: bool,
    paragraphs: Vec<Paragraph<'a>>,
    /// What the next version did to the claims, in a sentence.
    happened: Option<String>,
    old_label: String,
    new_label: String,
    lines: Vec<Line>,
}

/// Shows a version.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let article: ArticleId = id(&path.0, "article")?;
        let number: i32 = path.1.parse().map_err(|_| Problem::not_found("version"))?;
        draw(room, article, number)
    })
    .await
}

fn draw(room: &mut Room<'_>, id: ArticleId, number: i32) -> Result<crate::web::Answer, Problem> {
    let words = room.words.clone();
    let w: &Words = &words;
    let article = articles::find_article(room.c, id)?.ok_or_else(|| Problem::not_found("article"))?;
    let version = articles::find_numbered(room.c, id, number)?.ok_or_else(|| Problem::not_found("version"))?;
    let next = articles::find_numbered(room.c, id, number + 1)?;
    let heads = articles::list_versions(room.c, id)?;
    let old_sentences = articles::list_sentences(room.c, version.id)?;
    let old = ScalarIndex::new(&version.text);
    let compared = match &next {
        Some(next) => {
            let new_sentences = articles::list_sentences(room.c, next.id)?;
            compared(&old, &old_sentences, next, &new_sentences, w)
        }
        None => Vec::new(),
    };
    let happened = match next {
        Some(_) => happened(room, id, number + 1)?,
        None => None,
    };
    let plain: Vec<annotated::Sentence> =
        old_sentences.iter().map(|sentence| annotated::Sentence { span: sentence.span(), kind: sentence.kind, open: false }).collect();
    let named = |number: i32| w.with("version-numbered", &[("number", Arg::from(i64::from(number)))]);
    let dated = |number: i32, at: crate::db::column::At| {
        let date = w.date(at.0.date_naive());
        w.with("article-version", &[("number", Arg::from(i64::from(number))), ("date", Arg::from(date))])
    };
    let versions =
        heads.iter().map(|head| VersionLine { number: head.number, label: dated(head.number, head.created_at), shown: head.number == number }).collect();
    let page = VersionShowPage {
        shell: room.shell(named(number), "articles"),
        w,
        id,
        title: article.title.clone(),
        language: article.language.clone(),
        heading: named(number),
        versions,
        present: article.version_id == version.id,
        paragraphs: annotated::paragraphs(&old, &plain, Vec::new(), &[]),
        happened,
        old_label: named(number),
        new_label: named(number + 1),
        lines: compared,
    };
    html(&page)
}

fn compared(old: &ScalarIndex<'_>, old_sentences: &[Sentence], next: &Version, new_sentences: &[Sentence], w: &Words) -> Vec<Line> {
    let new = ScalarIndex::new(&next.text);
    let spans = |sentences: &[Sentence]| sentences.iter().map(Sentence::span).collect::<Vec<Span>>();
    let (old_spans, new_spans) = (spans(old_sentences), spans(new_sentences));
    let carry = CarryOver::between(&Text { index: old, sentences: &old_spans }, &Text { index: &new, sentences: &new_spans });
    lines(&carry.rows(), old, &new, w)
}

/// What a version did to the claims, as its line of history tells it.
fn happened(room: &mut Room<'_>, article: ArticleId, number: i32) -> Result<Option<String>, Problem> {
    let told = history::list_of_action(room.c, chain_of(article), Action::VersionAdded)?;
    let line = told.iter().map(crate::history::Event::after_value).find(|is| is.get("version").and_then(serde_json::Value::as_i64) == Some(i64::from(number)));
    let counts = |is: serde_json::Value| {
        ["kept", "moved", "changed", "lost", "new"].map(|name| (name, Arg::from(is.get(name).and_then(serde_json::Value::as_i64).unwrap_or_default())))
    };
    Ok(line.map(|is| room.words.with("version-summary", &counts(is))))
}
