//! The sources that articles cite: the registry, one source and its record.

use super::{Shell, Typed, id};
use crate::account::Permission;
use crate::claim::{AttributionVerdict, Substance};
use crate::code::Code;
use crate::db::page::USUAL;
use crate::ids::SourceId;
use crate::source::registry::{self, SourceEntry};
use crate::source::{Source, SourceKind, store};
use crate::web::answer::{html_with, see_other};
use crate::web::page::badge::Badge;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

struct Row {
    id: SourceId,
    name: String,
    kind: String,
    country: String,
}

#[derive(Template)]
#[template(path = "source/list.html")]
struct SourcesPage {
    shell: Shell,
    w: Arc<Words>,
    q: String,
    rows: Vec<Row>,
    kinds: Vec<Badge>,
    typed: Typed,
    may_keep: bool,
    first: bool,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "source/show.html")]
struct SourcePage {
    shell: Shell,
    w: Arc<Words>,
    source: Source,
    kind: String,
    aliases: String,
    links: String,
    link_list: Vec<String>,
    /// Note, and who wrote it when.
    notes: Vec<(String, String)>,
    /// Verdict on the substance, on the attribution, how many claims.
    record: Vec<(String, String, String)>,
    kinds: Vec<Badge>,
    typed: Typed,
    note: Typed,
    may_keep: bool,
}

/// Shows the registry, by name.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        list_page(room, &query, typed)
    })
    .await
}

fn list_page(room: &mut Room<'_>, query: &FormData, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let q: String = query.get("q").trim().chars().take(300).collect();
    let cursor = Some(query.get("cursor")).filter(|cursor| !cursor.is_empty());
    let page = store::list(room.c, Some(&q).filter(|q| !q.is_empty()).map(String::as_str), cursor, USUAL)?;
    let rows = page.rows.into_iter().map(|s| Row { id: s.id, kind: w.label(s.kind).into_owned(), name: s.name, country: s.country }).collect();
    let next = page.next.map(|cursor| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &q).append_pair("cursor", &cursor);
        format!("/sources?{}", query.finish())
    });
    let (kinds, may_keep, first) = (Badge::all::<SourceKind>(&w), room.me.role.may(Permission::KeepRegistry), cursor.is_some());
    let shell = room.shell(w.t("sources-title"), "sources");
    html_with(typed.status(), &SourcesPage { shell, w, q, rows, kinds, typed, may_keep, first, next })
}

fn entry(form: &FormData) -> SourceEntry<'_> {
    SourceEntry {
        name: form.get("name"),
        kind: form.get("kind"),
        aliases: form.get("aliases"),
        country: form.get("country"),
        links: form.get("links"),
        interests: form.get("interests"),
    }
}

/// Problems that a form can mend are shown in it.
fn in_form(problem: Problem) -> Result<Problem, Problem> {
    let here = !problem.fields.is_empty() || problem.code == "stale";
    if here { Ok(problem) } else { Err(problem) }
}

/// Enters a source.
pub async fn create(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let acting = room.acting();
        match registry::add_source(room.c, &acting, &entry(form)) {
            Ok(source) => Ok(see_other(&format!("/sources/{}?done=source_added", source.id))),
            Err(error) => {
                let typed = Typed::refused(form, in_form(error.into())?, &room.words);
                list_page(room, &FormData::default(), typed)
            }
        }
    })
    .await
}

/// Shows one source and how what it was cited for fared.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let (typed, note) = (Typed::fresh(&room.words), Typed::fresh(&room.words));
        source_page(room, id(&path, "source")?, typed, note)
    })
    .await
}

fn source_page(room: &mut Room<'_>, id: SourceId, typed: Typed, note: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let source = store::find(room.c, id)?.ok_or_else(|| Problem::not_found("source"))?;
    let aliases: Vec<String> = store::aliases_of(room.c, &[id])?.into_iter().map(|a| a.alias).collect();
    let written = |name: &str, day| w.with("source-noted-by", &[("name", Arg::from(name)), ("date", Arg::from(w.date(day)))]);
    let notes = store::notes_of(room.c, &[id])?.into_iter().map(|(note, by)| (note.note, written(&by, note.noted_on))).collect();
    let record = store::record_of(room.c, id)?.into_iter().map(|line| record_line(line, &w)).collect();
    let link_list = source.link_list();
    let status = if typed.was_refused() { typed.status() } else { note.status() };
    let (kinds, may_keep) = (Badge::all::<SourceKind>(&w), room.me.role.may(Permission::KeepRegistry));
    let shell = room.shell(source.name.clone(), "sources");
    let (kind, aliases, links) = (w.label(source.kind).into_owned(), aliases.join("\n"), link_list.join("\n"));
    html_with(status, &SourcePage { shell, w, source, kind, aliases, links, link_list, notes, record, kinds, typed, note, may_keep })
}

fn record_line((substance, attribution, count): (Option<String>, Option<String>, i64), w: &Words) -> (String, String, String) {
    let none = || w.t("source-no-verdict").into_owned();
    let substance = substance.as_deref().and_then(Substance::from_code).map_or_else(none, |v| w.label(v).into_owned());
    let attribution = attribution.as_deref().and_then(AttributionVerdict::from_code).map_or_else(none, |v| w.label(v).into_owned());
    (substance, attribution, w.number(count))
}

/// Changes an entry.
pub async fn update(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let source = id(&path, "source")?;
        let acting = room.acting();
        match registry::amend_source(room.c, &acting, source, &entry(form), form.parse("revision").unwrap_or_default()) {
            Ok(_) => Ok(see_other(&format!("/sources/{source}?done=source_amended"))),
            Err(error) => {
                let typed = Typed::refused(form, in_form(error.into())?, &room.words);
                let note = Typed::fresh(&room.words);
                source_page(room, source, typed, note)
            }
        }
    })
    .await
}

/// Notes something about a source's reliability.
pub async fn add_note(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let source = id(&path, "source")?;
        let acting = room.acting();
        match registry::note_reliability(room.c, &acting, source, form.get("note")) {
            Ok(()) => Ok(see_other(&format!("/sources/{source}?done=reliability_noted"))),
            Err(error) => {
                let note = Typed::refused(form, in_form(error.into())?, &room.words);
                let typed = Typed::fresh(&room.words);
                source_page(room, source, typed, note)
            }
        }
    })
    .await
}
