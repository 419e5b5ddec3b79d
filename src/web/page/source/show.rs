//! The page of one source: what is known of it, how it fared, and keeping its entry.

use super::alike::Pairs;
use super::ledger::Ledger;
use super::{Stored, entry, kinds, link_to, sent_again};
use crate::account::Permission;
use crate::claim::{AttributionVerdict, Substance};
use crate::code::Code;
use crate::ids::{NoteId, SourceId};
use crate::input::{FieldError, clean};
use crate::source::reliability::{NoteEntry, in_force, rate_source, withdraw_note};
use crate::source::store::{self, ReliabilityNote, Source, VerdictCount};
use crate::source::{Rating, SourceKind, registry};
use crate::web::answer::{done, html_with};
use crate::web::page::badge::{AttributionBadge, Badge, rated};
use crate::web::page::queue::{ListForm, list_forms};
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// An address about the source. Only a web address leads anywhere.
struct LinkView {
    address: String,
    leads: bool,
}

struct NoteView {
    id: NoteId,
    author: String,
    on: String,
    note: String,
    rating: Option<AttributionBadge>,
    /// From which day on the rating holds, where that is another than that of the note.
    from: Option<String>,
    /// Who withdrew it, when, and why.
    withdrawn: Option<String>,
}

impl NoteView {
    fn of((note, author): (ReliabilityNote, String), w: &Words) -> Self {
        let withdrawn = note.withdrawn_at.map(|at| {
            let (who, why) = (note.withdrawn_by.as_deref().unwrap_or_default(), note.withdrawn_why.as_deref().unwrap_or_default());
            w.with("source-note-withdrawn", &[("who", Arg::from(who)), ("on", Arg::from(w.date(at.0.date_naive()))), ("why", Arg::from(why))])
        });
        Self {
            id: note.id,
            author,
            on: w.date(note.noted_on),
            rating: note.rating.map(|rating| rated(rating, w)),
            from: note.rating.and(note.holds_from).filter(|day| *day != note.noted_on).map(|day| w.s("source-note-from", "on", &w.date(day))),
            withdrawn,
            note: note.note,
        }
    }
}

/// What the desk holds of the source today.
struct InForce {
    rating: AttributionBadge,
    since: String,
}

/// How the source fared where it was cited.
struct Record {
    cited: i64,
    /// Is it so? Each verdict with how often it was reached.
    substance: Vec<(Badge, i64)>,
    substance_open: i64,
    /// Did the source say it? Likewise.
    attribution: Vec<(AttributionBadge, i64)>,
    attribution_open: i64,
}

impl Record {
    fn of(counts: &[VerdictCount], w: &Words) -> Self {
        let sum = |fits: &dyn Fn(&VerdictCount) -> bool| counts.iter().filter(|row| fits(row)).map(|row| row.2).sum::<i64>();
        let substance = Substance::ALL.iter().map(|verdict| (Badge::of(*verdict, w), sum(&|row| row.0.as_deref() == Some(verdict.code()))));
        let attribution =
            AttributionVerdict::ALL.iter().map(|verdict| (AttributionBadge::of(*verdict, w), sum(&|row| row.1.as_deref() == Some(verdict.code()))));
        Self {
            cited: sum(&|_| true),
            substance: substance.filter(|(_, count)| *count > 0).collect(),
            substance_open: sum(&|row| row.0.is_none()),
            attribution: attribution.filter(|(_, count)| *count > 0).collect(),
            attribution_open: sum(&|row| row.1.is_none()),
        }
    }
}

/// One field after a conflict.
struct Side {
    label: String,
    now: String,
    yours: String,
}

/// An entry that was merged into the one that is shown.
struct PartView {
    id: SourceId,
    revision: i32,
    name: String,
    said: String,
}

#[derive(Template)]
#[template(path = "source/merged.html")]
struct MergedPage {
    shell: Shell,
    w: Arc<Words>,
    id: SourceId,
    revision: i32,
    name: String,
    root: SourceId,
    root_name: String,
    said: String,
    may_keep: bool,
}

#[derive(Template)]
#[template(path = "source/show.html")]
struct SourcePage {
    shell: Shell,
    w: Arc<Words>,
    id: SourceId,
    revision: i32,
    name: String,
    kind: String,
    country: String,
    interests: String,
    aliases: Vec<String>,
    links: Vec<LinkView>,
    notes: Vec<NoteView>,
    in_force: Option<InForce>,
    ratings: Vec<Badge>,
    today: String,
    parts: Vec<PartView>,
    record: Record,
    ledger: Ledger,
    /// Entries that may be the same as this one.
    pairs: Pairs,
    here: String,
    /// The forms in which the record can be taken, claim by claim.
    exports: Vec<ListForm>,
    exports_lead: String,
    /// The form of the entry.
    typed: Typed,
    /// The form of a note.
    note: Typed,
    stored: Stored,
    kinds: Vec<Badge>,
    may_keep: bool,
    conflict: Vec<Side>,
}

/// Shows a source.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let fresh = Typed::fresh(&room.words);
        draw(room, id(&path, "source")?, fresh.clone(), fresh, &query)
    })
    .await
}

/// Changes the entry of a source.
pub async fn update(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let source: SourceId = id(&path, "source")?;
        save(room, source, form).or_else(|problem| {
            let typed = sent_again(form, problem, &room.words)?;
            let fresh = Typed::fresh(&room.words);
            draw(room, source, typed, fresh, &FormData::default())
        })
    })
    .await
}

fn save(room: &mut Room<'_>, source: SourceId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(Permission::KeepRegistry)?;
    let revision = form.parse("revision").ok_or_else(|| Problem::invalid(vec![FieldError::new("revision", "field-required")]))?;
    registry::amend_source(room.c, &acting, source, &entry(form), revision)?;
    Ok(done(&format!("/sources/{source}"), "source_amended"))
}

/// Notes something about the reliability of a source.
pub async fn add_note(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let source: SourceId = id(&path, "source")?;
        let acting = room.acting();
        let entry = NoteEntry { note: form.get("note"), rating: form.get("rating"), holds_from: form.get("holds_from") };
        match rate_source(room.c, &acting, source, entry) {
            Ok(_) => Ok(done(&format!("/sources/{source}#notes"), "reliability_noted")),
            Err(error) => {
                let note = sent_again(form, error.into(), &room.words)?;
                let fresh = Typed::fresh(&room.words);
                draw(room, source, fresh, note, &FormData::default())
            }
        }
    })
    .await
}

/// Withdraws a note on the reliability of a source.
pub async fn withdraw(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let note: NoteId = id(&path, "note")?;
        let acting = room.acting();
        let source = withdraw_note(room.c, &acting, note, form.get("reason"))?;
        Ok(done(&format!("/sources/{source}#notes"), "reliability_withdrawn"))
    })
    .await
}

fn draw(room: &mut Room<'_>, source: SourceId, typed: Typed, note: Typed, query: &FormData) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let row = store::find(room.c, source)?.ok_or_else(|| Problem::not_found("source"))?;
    if let Some(root) = row.merged_into {
        return draw_merged(room, row, root);
    }
    let aliases: Vec<String> = store::aliases_of(room.c, &[source])?.into_iter().map(|alias| alias.alias).collect();
    let notes = store::notes_of(room.c, &[source])?;
    let rows: Vec<ReliabilityNote> = notes.iter().map(|(row, _)| row.clone()).collect();
    let in_force = in_force(&rows, room.now.0.date_naive()).and_then(|row| {
        let since = w.s("source-note-from", "on", &w.date(row.begins()));
        row.rating.map(|rating| InForce { rating: rated(rating, &w), since })
    });
    let notes = notes.into_iter().map(|note| NoteView::of(note, &w)).collect();
    let ledger = Ledger::of(room, &row, query)?;
    let record = Record::of(&ledger.counts, &w);
    let pairs = Pairs::with(room, source)?;
    let stored = Stored::of(&row, &aliases);
    let parts = store::merge::parts_of(room.c, &[source])?.into_iter().map(|(part, merge)| PartView {
        said: w.with("source-part-since", &[("who", Arg::from(&merge.by_name)), ("on", Arg::from(w.date(merge.merged_at.0.date_naive())))]),
        id: part.id,
        revision: part.revision,
        name: part.name,
    });
    let parts = parts.collect();
    let exports = list_forms(&format!("/claims/export?source={source}&sort=newest"), usize::try_from(record.cited).ok(), &w);
    let exports_lead = w.n("listing-of-source", record.cited);
    let title = w.s("source-page-title", "name", &row.name);
    let status = if note.was_refused() { note.status() } else { typed.status() };
    let page = SourcePage {
        shell: room.shell(title, "sources"),
        id: row.id,
        revision: row.revision,
        kind: w.label(row.kind).into_owned(),
        links: links(&row),
        name: row.name,
        country: row.country,
        interests: row.interests,
        aliases,
        notes,
        in_force,
        ratings: Badge::all::<Rating>(&w),
        today: room.now.0.date_naive().to_string(),
        parts,
        record,
        ledger,
        pairs,
        here: link_to(source),
        exports,
        exports_lead,
        conflict: if typed.is_stale() { sides(&stored, &typed, &w) } else { Vec::new() },
        typed,
        note,
        stored,
        kinds: kinds(&w),
        may_keep: room.me.role.may(Permission::KeepRegistry),
        w,
    };
    html_with(status, &page)
}

/// The page of an entry that is part of another: it leads there.
fn draw_merged(room: &mut Room<'_>, row: Source, root: SourceId) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let root = store::find(room.c, root)?.ok_or_else(|| Problem::not_found("source"))?;
    let merge = store::merge::find(room.c, row.id)?.ok_or_else(|| Problem::not_found("source"))?;
    let on = w.date(merge.merged_at.0.date_naive());
    let said = [("name", Arg::from(&row.name)), ("into", Arg::from(&root.name)), ("who", Arg::from(&merge.by_name)), ("on", Arg::from(on))];
    let page = MergedPage {
        shell: room.shell(w.s("source-page-title", "name", &row.name), "sources"),
        id: row.id,
        revision: row.revision,
        said: w.with("merged-said", &said),
        name: row.name,
        root: root.id,
        root_name: root.name,
        may_keep: room.me.role.may(Permission::KeepRegistry),
        w,
    };
    html_with(StatusCode::OK, &page)
}

fn links(source: &Source) -> Vec<LinkView> {
    let leads = |address: &str| url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    source.link_list().into_iter().map(|address| LinkView { leads: leads(&address), address }).collect()
}

/// The fields in which the entry as it is now differs from what was typed.
fn sides(stored: &Stored, typed: &Typed, w: &Words) -> Vec<Side> {
    let Some(form) = typed.sent() else { return Vec::new() };
    let side =
        |label: &str, now: &str, field: &str| Side { label: w.t(label).into_owned(), now: now.to_owned(), yours: clean(form.get(field)).trim().to_owned() };
    let kind = |code: &str| SourceKind::from_code(code).map(|kind| w.label(kind).into_owned()).unwrap_or_default();
    let mut sides = vec![
        side("field-name", &stored.name, "name"),
        Side { label: w.t("source-kind").into_owned(), now: kind(stored.kind), yours: kind(form.get("kind")) },
        side("source-aliases", &stored.aliases, "aliases"),
        side("source-country", &stored.country, "country"),
        side("source-links", &stored.links, "links"),
        side("source-interests", &stored.interests, "interests"),
    ];
    sides.retain(|side| side.now != side.yours);
    sides
}
