//! Evidence on the page of a claim: what is attached, attaching more, detaching.

use super::forms::{Part, carry_out, page_of, refuse};
use super::load::Loaded;
use super::way::Way;
use crate::code::Code;
use crate::evidence::independence::{circular, independent_count};
use crate::evidence::store::TiedEvidence;
use crate::evidence::{Evidence, Grade, Independence, Stance};
use crate::ids::ClaimId;
use crate::review::gather::{self, EvidenceEntry};
use crate::web::answer::done;
use crate::web::page::badge::{Badge, explained};
use crate::web::page::id;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use std::collections::BTreeMap;

/// A piece of evidence on the page.
pub(super) struct PieceView {
    pub id: String,
    pub title: String,
    pub url: Option<String>,
    pub archive_url: Option<String>,
    pub stance: Badge,
    pub confidential: bool,
    pub excerpt: String,
    pub note: String,
    /// Publisher, dates, grade, independence, origin, finder: in words.
    pub about: Vec<String>,
}

/// All evidence of the claim, and what attaching more needs.
pub(super) struct Gathered {
    pub pieces: Vec<PieceView>,
    /// A sentence a group of pieces that go back to one source.
    pub circular: Vec<String>,
    /// A sentence a link that is attached more than once.
    pub twice: Vec<String>,
    /// How many of them stand apart, in a sentence.
    pub independent: String,
    pub offered: Vec<(String, String)>,
    /// Names offered for the source a piece goes back to.
    pub origins: Vec<String>,
}

/// The values to choose from in the fields of a piece.
pub(in crate::web::page) struct Choices {
    pub stances: Vec<Badge>,
    /// With what each means.
    pub grades: Vec<(Badge, String)>,
    pub independences: Vec<Badge>,
}

impl Choices {
    /// All values, labelled.
    pub fn of(w: &Words) -> Self {
        let grades = Grade::ALL.iter().map(|grade| (Badge::of(*grade, w), explained(*grade, w))).collect();
        Self { stances: Badge::all::<Stance>(w), grades, independences: Badge::all::<Independence>(w) }
    }
}

/// A piece as the fields of its form show it.
pub(in crate::web::page) struct StoredPiece {
    pub url: String,
    pub title: String,
    pub publisher: String,
    pub published_on: String,
    pub accessed_on: String,
    pub excerpt: String,
    pub archive_url: String,
    pub stance: &'static str,
    pub grade: &'static str,
    pub independence: &'static str,
    pub origin: String,
    pub note: String,
    pub confidential: bool,
}

impl StoredPiece {
    /// Nothing yet.
    pub fn none() -> Self {
        Self {
            url: String::new(),
            title: String::new(),
            publisher: String::new(),
            published_on: String::new(),
            accessed_on: String::new(),
            excerpt: String::new(),
            archive_url: String::new(),
            stance: Stance::Supports.code(),
            grade: Grade::Secondary.code(),
            independence: Independence::Unknown.code(),
            origin: String::new(),
            note: String::new(),
            confidential: false,
        }
    }

    /// A piece, the source it goes back to, and what it says of the claim it is looked at for.
    pub fn of(piece: &Evidence, origin: Option<&str>, stance: Option<Stance>) -> Self {
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            url: piece.url.clone().unwrap_or_default(),
            title: piece.title.clone(),
            publisher: piece.publisher.clone(),
            published_on: day(piece.published_on),
            accessed_on: day(piece.accessed_on),
            excerpt: piece.excerpt.clone(),
            archive_url: piece.archive_url.clone().unwrap_or_default(),
            stance: stance.unwrap_or(Stance::Supports).code(),
            grade: piece.grade.code(),
            independence: piece.independence.code(),
            origin: origin.unwrap_or_default().to_owned(),
            note: piece.note.clone(),
            confidential: piece.confidential,
        }
    }
}

pub(super) fn gathered(loaded: &Loaded, w: &Words) -> Gathered {
    let pieces = loaded.pieces();
    let origin_of = |id| loaded.evidence.iter().find(|tied| tied.piece.id == id).and_then(|tied| tied.origin.as_deref());
    let circular = circular(&pieces).into_iter().map(|(_, ids)| {
        let origin = ids.first().and_then(|id| origin_of(*id)).unwrap_or_default();
        w.with("evidence-circular", &[("count", Arg::from(ids.len())), ("origin", Arg::from(origin))])
    });
    let mut origins: Vec<String> =
        loaded.chain.iter().map(|(_, source)| source.name.clone()).chain(loaded.evidence.iter().filter_map(|tied| tied.origin.clone())).collect();
    origins.sort();
    origins.dedup();
    Gathered {
        circular: circular.collect(),
        twice: twice(&loaded.evidence, w),
        independent: w.n("evidence-independent-count", independent_count(&pieces)),
        pieces: loaded.evidence.iter().map(|tied| piece_view(tied, w)).collect(),
        offered: loaded.offered.iter().map(|(id, title, publisher)| (id.to_string(), titled(title, publisher))).collect(),
        origins,
    }
}

fn twice(pieces: &[TiedEvidence], w: &Words) -> Vec<String> {
    let mut by_link: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for tied in pieces {
        let Some(url) = &tied.piece.url else { continue };
        by_link.entry(url).or_insert((0, &tied.piece.title)).0 += 1;
    }
    by_link.into_values().filter(|(count, _)| *count > 1).map(|(_, title)| w.s("evidence-twice", "title", title)).collect()
}

fn titled(title: &str, publisher: &str) -> String {
    if publisher.is_empty() { title.to_owned() } else { format!("{title} · {publisher}") }
}

/// Publisher, dates, grade, independence, origin and finder of a piece, in words.
pub(in crate::web::page) fn about(piece: &Evidence, origin: Option<&str>, found_by: &str, w: &Words) -> Vec<String> {
    let mut about = Vec::new();
    if !piece.publisher.is_empty() {
        about.push(piece.publisher.clone());
    }
    about.extend(piece.published_on.map(|day| w.s("evidence-published", "date", &w.date(day))));
    about.extend(piece.accessed_on.map(|day| w.s("evidence-accessed", "date", &w.date(day))));
    about.push(w.label(piece.grade).into_owned());
    about.push(w.label(piece.independence).into_owned());
    about.extend(origin.map(|origin| w.s("evidence-goes-back", "origin", origin)));
    about.push(w.s("evidence-found-by", "name", found_by));
    about
}

fn piece_view(tied: &TiedEvidence, w: &Words) -> PieceView {
    let piece = &tied.piece;
    PieceView {
        id: piece.id.to_string(),
        title: piece.title.clone(),
        url: piece.url.clone(),
        archive_url: piece.archive_url.clone(),
        stance: Badge::of(tied.tie.stance, w),
        confidential: piece.confidential,
        excerpt: piece.excerpt.clone(),
        note: piece.note.clone(),
        about: about(piece, tied.origin.as_deref(), &tied.found_by, w),
    }
}

/// What was typed about a piece.
pub(in crate::web::page) fn entry(form: &FormData) -> EvidenceEntry<'_> {
    EvidenceEntry {
        url: form.get("url"),
        title: form.get("title"),
        publisher: form.get("publisher"),
        published_on: form.get("published_on"),
        accessed_on: form.get("accessed_on"),
        excerpt: form.get("excerpt"),
        archive_url: form.get("archive_url"),
        grade: form.get("grade"),
        independence: form.get("independence"),
        origin: form.get("origin"),
        note: form.get("note"),
        confidential: form.ticked("confidential"),
    }
}

/// Attaches a new piece to a claim, or with `evidence` one that is on the desk already.
pub async fn attach(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    let part = if form.has("evidence") { Part::Existing } else { Part::Evidence };
    carry_out(desk, visit, path, form, part, attach_one).await
}

fn attach_one(room: &mut Room<'_>, claim: ClaimId, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(crate::account::Permission::Check)?;
    if form.has("evidence") {
        let piece = id(form.get("evidence"), "evidence")?;
        gather::attach_existing(room.c, &acting, claim, piece, form.get("stance"))?;
    } else {
        gather::attach_evidence(room.c, &acting, claim, &entry(form), form.get("stance"))?;
    }
    Ok(done(&page_of(claim, "evidence"), "evidence_attached"))
}

/// Takes a piece from a claim.
pub async fn detach(desk: web::Data<Desk>, visit: Visit, path: web::Path<(String, String)>, form: FormData) -> Result<HttpResponse, PageError> {
    let (claim, piece) = path.into_inner();
    desk.act(visit, form, move |room, form| {
        let (claim, piece) = (id(&claim, "claim")?, id(&piece, "evidence")?);
        match gather::detach_evidence(room.c, &room.acting(), claim, piece) {
            Ok(()) => Ok(Way::of(room).keep(done(&page_of(claim, "evidence"), "evidence_detached"))),
            Err(error) => refuse(room, claim, Part::Detach, form, error.into()),
        }
    })
    .await
}
