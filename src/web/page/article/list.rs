//! The list of articles, newest first, each with how far its check is.

use crate::article::store::{self as articles, ArticleFilter};
use crate::article::{Article, ArticleState};
use crate::claim::WorkState;
use crate::claim::store::queue;
use crate::code::Code;
use crate::db::page::USUAL;
use crate::ids::ArticleId;
use crate::web::answer::html;
use crate::web::page::Shell;
use crate::web::page::badge::Badge;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Longest search that is looked at.
const SEARCH: usize = 300;

/// How far the claims of an article are.
#[derive(Default)]
struct Progress {
    /// All claims.
    all: i64,
    /// Those that need nobody any more.
    settled: i64,
    /// In a sentence.
    sentence: String,
    /// How many are in each state that has some.
    states: Vec<(Badge, String)>,
}

struct Row {
    id: ArticleId,
    title: String,
    /// Who publishes it and when, as far as known.
    about: Vec<String>,
    state: Badge,
    added: String,
    progress: Progress,
}

/// One of the views of the list.
struct View {
    label: String,
    href: String,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "article/list.html")]
struct ArticleListPage {
    shell: Shell,
    w: Arc<Words>,
    q: String,
    state: Option<ArticleState>,
    views: Vec<View>,
    rows: Vec<Row>,
    /// Whether something narrows the list.
    narrowed: bool,
    first: Option<String>,
    next: Option<String>,
}

/// Shows the articles.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| show(room, &query)).await
}

fn show(room: &mut Room<'_>, query: &FormData) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let q: String = query.get("q").trim().chars().take(SEARCH).collect();
    let state = ArticleState::from_code(query.get("state"));
    let cursor = Some(query.get("cursor")).filter(|cursor| !cursor.is_empty()).map(str::to_owned);
    let filter = ArticleFilter { q: Some(q.clone()).filter(|q| !q.is_empty()), state, cursor };
    let page = articles::list(room.c, &filter, USUAL)?;
    let ids: Vec<ArticleId> = page.rows.iter().map(|article| article.id).collect();
    let mut counts: BTreeMap<ArticleId, Vec<(WorkState, i64)>> = BTreeMap::new();
    for (article, state, count) in queue::count_by_article(room.c, &ids)? {
        counts.entry(article).or_default().push((state, count));
    }
    let rows = page.rows.into_iter().map(|article| {
        let counts = counts.remove(&article.id).unwrap_or_default();
        row(article, &counts, &w)
    });
    let rows = rows.collect();
    let on = filter.cursor.is_some();
    let narrowed = filter.q.is_some() || state.is_some();
    let title = w.t("articles-title");
    let shell = room.shell(title, "articles");
    let first = on.then(|| address(&q, state, None));
    let next = page.next.map(|cursor| address(&q, state, Some(&cursor)));
    html(&ArticleListPage { views: views(&q, state, &w), shell, w, q, state, rows, narrowed, first, next })
}

/// The address of a part of the list.
fn address(q: &str, state: Option<ArticleState>, cursor: Option<&str>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    let pairs = [("q", Some(q).filter(|q| !q.is_empty())), ("state", state.map(Code::code)), ("cursor", cursor)];
    for (name, value) in pairs {
        if let Some(value) = value {
            query.append_pair(name, value);
        }
    }
    let query = query.finish();
    if query.is_empty() { "/articles".to_owned() } else { format!("/articles?{query}") }
}

fn views(q: &str, chosen: Option<ArticleState>, w: &Words) -> Vec<View> {
    let view = |label: String, state: Option<ArticleState>| View { label, href: address(q, state, None), chosen: state == chosen };
    let all = std::iter::once(view(w.t("articles-all").into_owned(), None));
    all.chain(ArticleState::ALL.iter().map(|state| view(w.label(*state).into_owned(), Some(*state)))).collect()
}

fn row(article: Article, counts: &[(WorkState, i64)], w: &Words) -> Row {
    let published = article.published_on.map(|day| w.date(day));
    let about = [Some(article.publisher).filter(|name| !name.is_empty()), published].into_iter().flatten().collect();
    Row {
        id: article.id,
        title: article.title,
        about,
        state: Badge::of(article.state, w),
        added: w.date(article.created_at.0.date_naive()),
        progress: progress(counts, w),
    }
}

fn progress(counts: &[(WorkState, i64)], w: &Words) -> Progress {
    let of = |state: WorkState| counts.iter().find(|(counted, _)| *counted == state).map_or(0, |(_, count)| *count);
    let all: i64 = counts.iter().map(|(_, count)| count).sum();
    let settled = of(WorkState::SignedOff) + of(WorkState::SetAside);
    let states = WorkState::ALL.iter().filter(|state| of(**state) > 0).map(|state| (Badge::of(*state, w), w.number(of(*state)))).collect();
    let sentence = w.with("articles-progress", &[("settled", Arg::Number(settled)), ("count", Arg::Number(all))]);
    Progress { all, settled, sentence, states }
}
