//! Merging two entries: finding the other one, looking at both, choosing which stays; and taking them apart again.

use super::link_to;
use crate::account::Permission;
use crate::ids::SourceId;
use crate::input::FieldError;
use crate::source::merge::{MergeOrder, merge_sources, unmerge_source};
use crate::source::store::{self, Source};
use crate::source::{RegistryError, name_key};
use crate::web::answer::{done, html_with};
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Count, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Most entries that a search for the other one shows.
const FOUND: i64 = 20;

/// One of the two entries.
struct Side {
    id: SourceId,
    /// The same, as a form carries it.
    value: String,
    revision: i32,
    name: String,
    kind: String,
    country: String,
    interests: String,
    aliases: String,
    /// What points to it, and would move: claims, evidence, notes.
    moves: [String; 3],
    claims: usize,
    /// The name of the entry that it is part of already.
    part_of: Option<String>,
}

impl Side {
    fn of(room: &mut Room<'_>, source: Source) -> Result<Self, Problem> {
        let aliases: Vec<String> = store::aliases_of(room.c, &[source.id])?.into_iter().map(|row| row.alias).collect();
        let weight = store::merge::weigh(room.c, source.id)?;
        let part_of = match source.merged_into {
            Some(root) => store::find(room.c, root)?.map(|root| root.name),
            None => None,
        };
        let w = &room.words;
        Ok(Self {
            id: source.id,
            value: source.id.to_string(),
            revision: source.revision,
            kind: w.label(source.kind).into_owned(),
            aliases: aliases.join(", "),
            moves: [w.n("merge-claims", weight.claims.count()), w.n("merge-evidence", weight.evidence.count()), w.n("merge-notes", weight.notes.count())],
            claims: weight.claims,
            name: source.name,
            country: source.country,
            interests: source.interests,
            part_of,
        })
    }
}

/// An entry that a search for the other one found.
struct Found {
    id: SourceId,
    name: String,
    kind: String,
}

#[derive(Template)]
#[template(path = "source/merge.html")]
struct MergePage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    one: SourceId,
    name: String,
    /// Both, once the other one is chosen.
    sides: Vec<Side>,
    /// Which stays, unless somebody says otherwise: the one that more claims cite.
    keep: String,
    may_merge: bool,
    /// Who said that the two are different.
    different: Option<String>,
    q: String,
    found: Vec<Found>,
}

/// Shows what a merge would do, or asks with which entry.
pub async fn preview(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        room.acting().require(Permission::KeepRegistry)?;
        let one: SourceId = id(query.get("one"), "source")?;
        let other = match query.get("other") {
            "" => named(room, one, query.get("with"))?,
            other => Some(id(other, "source")?),
        };
        let typed = match other {
            Some(other) if other == one => Typed::told(RegistryError::WithItself.into(), &room.words),
            _ => Typed::fresh(&room.words),
        };
        draw(room, one, other.filter(|other| *other != one), query.get("with"), typed)
    })
    .await
}

/// The other entry that has exactly this name.
fn named(room: &mut Room<'_>, one: SourceId, name: &str) -> Result<Option<SourceId>, Problem> {
    let key = name_key(name);
    let found = if key.is_empty() { None } else { store::find_by_keys(room.c, &[key])?.into_iter().map(|(_, id)| id).next() };
    Ok(found.filter(|found| *found != one))
}

/// Merges two entries.
pub async fn merge(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let (one, other): (SourceId, SourceId) = (id(form.get("one"), "source")?, id(form.get("other"), "source")?);
        carry_out(room, one, other, form).or_else(|problem| {
            let shown = !problem.fields.is_empty() || matches!(problem.code, "changed_meanwhile" | "already_merged" | "merge_with_itself");
            if !shown {
                return Err(problem);
            }
            let typed = Typed::refused(form, problem, &room.words);
            draw(room, one, Some(other).filter(|other| *other != one), "", typed)
        })
    })
    .await
}

fn carry_out(room: &mut Room<'_>, one: SourceId, other: SourceId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(Permission::KeepRegistry)?;
    let (seen_one, seen_other) = (form.parse("revision_one"), form.parse("revision_other"));
    let order = match form.parse::<SourceId>("keep") {
        Some(keep) if keep == one => MergeOrder { from: other, into: one, from_revision: seen_other, into_revision: seen_one },
        Some(keep) if keep == other => MergeOrder { from: one, into: other, from_revision: seen_one, into_revision: seen_other },
        _ => return Err(Problem::invalid(vec![FieldError::new("keep", "field-not-a-choice")])),
    };
    let stays = merge_sources(room.c, &acting, order)?;
    Ok(done(&link_to(stays.id), "source_merged"))
}

/// Makes a merged entry one of its own again.
pub async fn unmerge(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let source: SourceId = id(&path, "source")?;
        let acting = room.acting();
        unmerge_source(room.c, &acting, source, form.parse("revision"))?;
        Ok(done(&link_to(source), "source_unmerged"))
    })
    .await
}

fn draw(room: &mut Room<'_>, one: SourceId, other: Option<SourceId>, q: &str, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let row = store::find(room.c, one)?.ok_or_else(|| Problem::not_found("source"))?;
    let name = row.name.clone();
    let (mut sides, mut found) = (Vec::new(), Vec::new());
    let q: String = q.trim().chars().take(300).collect();
    if let Some(other) = other {
        let other = store::find(room.c, other)?.ok_or_else(|| Problem::not_found("source"))?;
        sides = vec![Side::of(room, row)?, Side::of(room, other)?];
    } else if !q.is_empty() {
        let rows = store::list(room.c, Some(&q), None, FOUND)?.rows.into_iter().filter(|source| source.id != one);
        found = rows.map(|source| Found { id: source.id, kind: w.label(source.kind).into_owned(), name: source.name }).collect();
    }
    let heavier = sides.iter().reduce(|best, side| if side.claims > best.claims { side } else { best });
    let keep = heavier.map(|side| side.value.clone()).unwrap_or_default();
    let may_merge = sides.len() == 2 && sides.iter().all(|side| side.part_of.is_none());
    let different = match sides.as_slice() {
        [one, other] => store::alike::find_difference(room.c, one.id, other.id)?,
        _ => None,
    };
    let different =
        different.map(|told| w.with("merge-different", &[("who", Arg::from(&told.by_name)), ("on", Arg::from(w.date(told.told_at.0.date_naive())))]));
    let status = typed.status();
    let page = MergePage { shell: room.shell(w.t("merge-title"), "sources"), typed, one, name, sides, keep, may_merge, different, q, found, w };
    html_with(status, &page)
}
