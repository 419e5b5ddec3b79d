//! Gathering evidence: attach, attach again elsewhere, change, detach.

use super::change::{self, Telling};
use super::{ReviewError, decide};
use crate::account::{Acting, Forbidden, Permission};
use crate::claim::WorkState;
use crate::claim::store as claims;
use crate::db::{DbConnection, transact};
use crate::evidence::store::{self, ClaimEvidence, Evidence};
use crate::evidence::{EvidenceKind, Grade, Independence, Stance};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ChainId, ClaimId, EventId, EvidenceId};
use crate::input::{FieldError, Fields, LINE, TEXT};
use crate::source::{SourceKind, registry};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What somebody says of a piece of evidence. Texts as typed.
#[derive(Clone, Debug, Default)]
#[expect(missing_docs, reason = "the same names as in `Evidence`")]
pub struct EvidenceEntry<'a> {
    pub url: &'a str,
    pub title: &'a str,
    pub publisher: &'a str,
    pub published_on: &'a str,
    pub accessed_on: &'a str,
    pub excerpt: &'a str,
    pub archive_url: &'a str,
    pub grade: &'a str,
    pub independence: &'a str,
    /// Name of the source the piece's own chain ends in.
    pub origin: &'a str,
    pub note: &'a str,
    pub confidential: bool,
}

/// A piece as history keeps it.
pub(super) fn as_json(piece: &Evidence) -> Value {
    json!({
        "url": piece.url, "title": piece.title, "publisher": piece.publisher, "published_on": piece.published_on,
        "accessed_on": piece.accessed_on, "excerpt": piece.excerpt, "grade": piece.grade, "independence": piece.independence,
        "origin_id": piece.origin_id, "note": piece.note, "confidential": piece.confidential, "archive_url": piece.archive_url,
    })
}

/// Fills a row from what was typed.
fn fill(c: &mut DbConnection, acting: &Acting, entry: &EvidenceEntry<'_>, row: &mut Evidence) -> Result<(), ReviewError> {
    let mut fields = Fields::new();
    row.url = fields.web_address("url", entry.url);
    row.title = fields.line("title", entry.title, LINE);
    row.publisher = fields.line("publisher", entry.publisher, LINE);
    row.published_on = fields.date("published_on", entry.published_on);
    row.accessed_on = fields.date("accessed_on", entry.accessed_on);
    row.excerpt = fields.text("excerpt", entry.excerpt, TEXT);
    row.archive_url = fields.web_address("archive_url", entry.archive_url);
    row.note = fields.text("note", entry.note, TEXT);
    row.grade = fields.optional_choice("grade", entry.grade).unwrap_or(Grade::Secondary);
    row.independence = fields.optional_choice("independence", entry.independence).unwrap_or(Independence::Unknown);
    row.confidential = entry.confidential;
    let origin = fields.line("origin", entry.origin, LINE);
    let today = acting.now.0.date_naive();
    if row.accessed_on.is_some_and(|day| day > today.succ_opt().unwrap_or(today)) {
        fields.refuse(FieldError::new("accessed_on", "field-date-in-future"));
    }
    if row.url.is_none() && row.title.is_empty() && entry.url.trim().is_empty() {
        fields.refuse(FieldError::new("url", "field-link-or-title-required"));
    }
    fields.done()?;
    if row.title.is_empty() {
        row.title = row.url.as_deref().map(short_address).unwrap_or_default();
    }
    row.origin_id = if origin.is_empty() { None } else { registry::resolve_names(c, acting, &[(origin, SourceKind::Organisation)])?.into_values().next() };
    row.updated_at = acting.now;
    Ok(())
}

/// A link's host and path, to stand in for a title that nobody gave.
fn short_address(url: &str) -> String {
    let bare = url.split_once("://").map_or(url, |(_, rest)| rest);
    bare.trim_start_matches("www.").trim_end_matches('/').chars().take(120).collect()
}

/// Attaches a new piece of evidence to a claim.
pub fn attach_evidence(c: &mut DbConnection, acting: &Acting, claim: ClaimId, entry: &EvidenceEntry<'_>, stance: &str) -> Result<Evidence, ReviewError> {
    acting.require(Permission::Check)?;
    let finder = acting.id.ok_or(Forbidden(Permission::Check))?;
    let stance = checked_stance(stance)?;
    transact(c, |c| {
        let mut row = Evidence {
            id: acting.ids.make(),
            kind: EvidenceKind::Link,
            url: None,
            title: String::new(),
            publisher: String::new(),
            published_on: None,
            accessed_on: None,
            excerpt: String::new(),
            grade: Grade::Secondary,
            independence: Independence::Unknown,
            origin_id: None,
            note: String::new(),
            confidential: false,
            created_by: finder,
            created_at: acting.now,
            updated_at: acting.now,
            revision: 1,
            archive_url: None,
            copy_sha256: None,
        };
        fill(c, acting, entry, &mut row)?;
        if row.accessed_on.is_none() && row.url.is_some() {
            row.accessed_on = Some(acting.now.0.date_naive());
        }
        store::insert(c, &row)?;
        tie(c, acting, claim, &row, stance, None)?;
        Ok(row)
    })
}

fn checked_stance(stance: &str) -> Result<Stance, ReviewError> {
    let mut fields = Fields::new();
    let stance = fields.optional_choice("stance", stance).unwrap_or(Stance::Supports);
    fields.done()?;
    Ok(stance)
}

/// Attaches a piece that is already on the desk to one more claim.
pub fn attach_existing(c: &mut DbConnection, acting: &Acting, claim: ClaimId, piece: EvidenceId, stance: &str) -> Result<Evidence, ReviewError> {
    acting.require(Permission::Check)?;
    let stance = checked_stance(stance)?;
    transact(c, |c| {
        let row = store::find(c, piece)?.ok_or(ReviewError::NotFound("evidence"))?;
        tie(c, acting, claim, &row, stance, None)?;
        Ok(row)
    })
}

pub(super) fn tie(c: &mut DbConnection, acting: &Acting, claim: ClaimId, piece: &Evidence, stance: Stance, undoes: Option<EventId>) -> Result<(), ReviewError> {
    tie_from(c, acting, claim, piece, stance, undoes, None)
}

/// Attaches a piece; where it was taken over from an earlier claim, history keeps what that claim says.
pub(super) fn tie_from(
    c: &mut DbConnection,
    acting: &Acting,
    claim: ClaimId,
    piece: &Evidence,
    stance: Stance,
    undoes: Option<EventId>,
    earlier: Option<&str>,
) -> Result<(), ReviewError> {
    let claim = change::claim_at(c, claim, None)?;
    let attached_by = acting.id.ok_or(Forbidden(Permission::Check))?;
    if store::find_tie(c, claim.id, piece.id)?.is_some() {
        return Err(ReviewError::AlreadyAttached);
    }
    store::insert_tie(c, &ClaimEvidence { claim_id: claim.id, evidence_id: piece.id, stance, attached_by, attached_at: acting.now })?;
    let mut after = json!({"title": piece.title, "url": piece.url, "stance": stance, "confidential": piece.confidential});
    if let (Some(earlier), Some(after)) = (earlier, after.as_object_mut()) {
        after.insert("earlier".to_owned(), earlier.into());
    }
    let event = NewEvent::new(Action::EvidenceAttached, SubjectKind::Evidence, piece.id).claim(claim.id).after(after).undoing(undoes);
    history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
    Ok(())
}

/// Takes a piece from a claim. The piece itself stays, and may be attached again.
pub fn detach_evidence(c: &mut DbConnection, acting: &Acting, claim: ClaimId, piece: EvidenceId) -> Result<(), ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| untie(c, acting, claim, piece, None))
}

pub(super) fn untie(c: &mut DbConnection, acting: &Acting, claim: ClaimId, piece: EvidenceId, undoes: Option<EventId>) -> Result<(), ReviewError> {
    let claim = change::claim_at(c, claim, None)?;
    let row = store::find(c, piece)?.ok_or(ReviewError::NotFound("evidence"))?;
    let tie = store::find_tie(c, claim.id, piece)?.ok_or(ReviewError::NotFound("evidence"))?;
    store::delete_tie(c, claim.id, piece)?;
    let event = NewEvent::new(Action::EvidenceDetached, SubjectKind::Evidence, piece)
        .claim(claim.id)
        .before(json!({"title": row.title, "url": row.url, "stance": tie.stance, "confidential": row.confidential}))
        .undoing(undoes);
    history::record(c, &acting.pen(), chain_of(claim.article_id), event)?;
    // A verdict that is signed off can't stand without what it rests on.
    if claim.state == WorkState::SignedOff && !decide::still_missing(c, &claim)?.is_empty() {
        change::save(c, acting, &claim, change::reopened(claim.clone()), Action::StateChanged, Telling::default())?;
    }
    Ok(())
}

/// Changes a piece, and, where a claim is named, what it says of that claim.
pub fn amend_evidence(
    c: &mut DbConnection,
    acting: &Acting,
    id: EvidenceId,
    entry: &EvidenceEntry<'_>,
    stance: Option<(ClaimId, &str)>,
    revision: i32,
) -> Result<Evidence, ReviewError> {
    acting.require(Permission::Check)?;
    let stance = stance.map(|(claim, stance)| checked_stance(stance).map(|stance| (claim, stance))).transpose()?;
    transact(c, |c| {
        let old = store::find(c, id)?.ok_or(ReviewError::NotFound("evidence"))?;
        if old.revision != revision {
            return Err(stale(&old));
        }
        let mut row = old.clone();
        fill(c, acting, entry, &mut row)?;
        write(c, acting, &old, row, stance, None)
    })
}

fn stale(piece: &Evidence) -> ReviewError {
    let mut current = as_json(piece);
    if let Some(map) = current.as_object_mut() {
        map.insert("revision".to_owned(), piece.revision.into());
    }
    ReviewError::Stale { what: "evidence", current }
}

/// Writes a changed piece; its lines of history go to every article it serves.
pub(super) fn write(
    c: &mut DbConnection,
    acting: &Acting,
    old: &Evidence,
    mut new: Evidence,
    stance: Option<(ClaimId, Stance)>,
    undoes: Option<EventId>,
) -> Result<Evidence, ReviewError> {
    let (mut before, mut after) = (as_json(old), as_json(&new));
    if let Some((claim, stance)) = stance {
        let tie = store::find_tie(c, claim, new.id)?.ok_or(ReviewError::NotFound("evidence"))?;
        store::update_stance(c, claim, new.id, stance)?;
        if let (Some(before), Some(after)) = (before.as_object_mut(), after.as_object_mut()) {
            before.insert("stance".to_owned(), json!(tie.stance));
            after.insert("stance".to_owned(), json!(stance));
        }
    }
    if before == after {
        return Ok(old.clone());
    }
    if !store::update(c, &new)? {
        return Err(stale(&store::find(c, new.id)?.ok_or(ReviewError::NotFound("evidence"))?));
    }
    new.revision += 1;
    let event = NewEvent::new(Action::EvidenceAmended, SubjectKind::Evidence, new.id).before(before).after(after).undoing(undoes);
    for (chain, about) in told_in(c, new.id, stance.map(|(claim, _)| claim))? {
        history::record(c, &acting.pen(), chain, NewEvent { claim: about, ..event.clone() })?;
    }
    Ok(new)
}

/// The chains that tell of a change of a piece, in the order in which they are held: one of each article it
/// serves, with the claim that is `meant` or else the first it serves there; the desk's where it serves none.
fn told_in(c: &mut DbConnection, piece: EvidenceId, meant: Option<ClaimId>) -> Result<BTreeMap<ChainId, Option<ClaimId>>, ReviewError> {
    let served: Vec<ClaimId> = store::claims_of(c, piece, 1_000)?.iter().map(|(tie, _, _)| tie.claim_id).collect();
    let mut chains = BTreeMap::new();
    for claim in claims::find_many(c, &served)? {
        let about = chains.entry(chain_of(claim.article_id)).or_insert(Some(claim.id));
        if Some(claim.id) == meant {
            *about = meant;
        }
    }
    if chains.is_empty() {
        chains.insert(ChainId::DESK, None);
    }
    Ok(chains)
}
