//! The list of sources by name, and entering one.

use super::alike::Pairs;
use super::{Stored, entry, kinds, sent_again};
use crate::account::Permission;
use crate::db::page::USUAL;
use crate::ids::SourceId;
use crate::source::{registry, store};
use crate::web::answer::{done, html_with};
use crate::web::page::badge::Badge;
use crate::web::page::{Shell, Typed};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Longest search that is looked at.
const SEARCH: usize = 300;

struct Row {
    id: SourceId,
    name: String,
    aliases: Vec<String>,
    kind: String,
    country: String,
}

#[derive(Template)]
#[template(path = "source/list.html")]
struct SourceListPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    stored: Stored,
    kinds: Vec<Badge>,
    may_keep: bool,
    q: String,
    rows: Vec<Row>,
    /// Entries that may be the same, beside the whole list.
    pairs: Pairs,
    more: Option<String>,
    here: &'static str,
    first: Option<String>,
    next: Option<String>,
}

/// Shows the sources.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        draw(room, typed, &query)
    })
    .await
}

/// Enters a source.
pub async fn create(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let acting = room.acting();
        match registry::add_source(room.c, &acting, &entry(form)) {
            Ok(source) => Ok(done(&format!("/sources/{}", source.id), "source_added")),
            Err(error) => {
                let typed = sent_again(form, error.into(), &room.words)?;
                draw(room, typed, &FormData::default())
            }
        }
    })
    .await
}

fn draw(room: &mut Room<'_>, typed: Typed, query: &FormData) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let q: String = query.get("q").trim().chars().take(SEARCH).collect();
    let cursor = Some(query.get("cursor")).filter(|cursor| !cursor.is_empty());
    let page = store::list(room.c, Some(&q), cursor, USUAL)?;
    let ids: Vec<SourceId> = page.rows.iter().map(|source| source.id).collect();
    let mut aliases: BTreeMap<SourceId, Vec<String>> = BTreeMap::new();
    for alias in store::aliases_of(room.c, &ids)? {
        aliases.entry(alias.source_id).or_default().push(alias.alias);
    }
    let rows = page.rows.into_iter().map(|source| Row {
        aliases: aliases.remove(&source.id).unwrap_or_default(),
        kind: w.label(source.kind).into_owned(),
        id: source.id,
        name: source.name,
        country: source.country,
    });
    let rows = rows.collect();
    let pairs = if q.is_empty() && cursor.is_none() { Pairs::first(room)? } else { Pairs::default() };
    let more = (pairs.all > pairs.rows.len()).then(|| w.n("alike-all", pairs.all));
    let shell = room.shell(w.t("sources-title"), "sources");
    let status = typed.status();
    let page = SourceListPage {
        shell,
        typed,
        stored: Stored::default(),
        kinds: kinds(&w),
        may_keep: room.me.role.may(Permission::KeepRegistry),
        rows,
        pairs,
        more,
        here: "/sources",
        first: cursor.map(|_| address(&q, None)),
        next: page.next.map(|next| address(&q, Some(&next))),
        q,
        w,
    };
    html_with(status, &page)
}

/// The address of a part of the list.
fn address(q: &str, cursor: Option<&str>) -> String {
    let pairs = [("q", Some(q).filter(|q| !q.is_empty())), ("cursor", cursor)];
    let pairs: Vec<(&str, &str)> = pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    if pairs.is_empty() {
        return "/sources".to_owned();
    }
    format!("/sources?{}", url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish())
}
