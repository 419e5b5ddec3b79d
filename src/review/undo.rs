//! Taking a step back from the history (rule 8). The undo is itself a line of history that names the one
//! it takes back; it is refused where something else changed the same thing since.

use super::ReviewError;
use super::change::{self, ClaimState, Telling};
use super::decide::{self, LinkFinding};
use super::{amend, article, ask, assign, attribute, gather, publication, regroup, tag};
use crate::account::{Acting, Permission};
use crate::article::SentenceKind;
use crate::claim::store as claims;
use crate::claim::{Anchor, TextAction, WorkState};
use crate::code::Code;
use crate::db::{DbConnection, transact};
use crate::evidence::Stance;
use crate::evidence::store as evidence;
use crate::history::{self, Action, Event, EventFilter, SubjectKind, field};
use crate::ids::{ArticleId, ClaimId, EventId, EvidenceId, PersonId, SentenceId, SourceId};
use crate::source::{RegistryError, apart, merge, store as sources};
use serde_json::{Value, json};

/// Whether a line tells of a step that can be taken back at all.
pub fn can_be_undone(event: &Event) -> bool {
    use Action::{
        ArticleAmended, ArticleReopened, ArticleSignedOff, Assigned, ChainChanged, ClaimAdded, ClaimRemoved, ClaimRestored, ClaimReworded, ClaimSplit,
        ClaimsMerged, ContactAmended, ContactEntered, ContactRemoved, DatesSet, EvidenceAmended, EvidenceAttached, EvidenceDetached, PageMoved, PagePublished,
        PageWithdrawn, RiskSet, SentenceMarked, SourceMerged, SourceUnmerged, SourcesToldApart, SpansChanged, StateChanged, TagsChanged, TextActionSet,
        VerdictSet,
    };
    // Of a claim carried over only one that was lost by it: it can be put back.
    if event.action() == Some(Action::ClaimCarried) {
        return puts_out(event);
    }
    matches!(
        event.action(),
        Some(
            ArticleAmended
                | ArticleReopened
                | ArticleSignedOff
                | Assigned
                | ChainChanged
                | ClaimAdded
                | ClaimRemoved
                | ClaimRestored
                | ClaimReworded
                | ClaimSplit
                | ClaimsMerged
                | ContactAmended
                | ContactEntered
                | ContactRemoved
                | DatesSet
                | EvidenceAmended
                | EvidenceAttached
                | EvidenceDetached
                | PageMoved
                | PagePublished
                | PageWithdrawn
                | RiskSet
                | SentenceMarked
                | SourceMerged
                | SourceUnmerged
                | SourcesToldApart
                | SpansChanged
                | StateChanged
                | TagsChanged
                | TextActionSet
                | VerdictSet
        )
    )
}

/// What taking a line back asks of whoever does it: somebody else's step is an editor's to take back, and so is
/// what only an editor could have done in the first place.
pub fn needs(event: &Event, by: Option<PersonId>) -> Permission {
    let own = event.actor_id.is_some() && event.actor_id == by;
    match event.action() {
        Some(Action::ArticleSignedOff | Action::ArticleReopened) => Permission::SignOff,
        Some(Action::SourceMerged | Action::SourceUnmerged | Action::SourcesToldApart) => Permission::KeepRegistry,
        Some(Action::PagePublished | Action::PageMoved | Action::PageWithdrawn) => Permission::Freeze,
        Some(
            Action::ArticleAmended
            | Action::ClaimAdded
            | Action::ClaimCarried
            | Action::ClaimRemoved
            | Action::ClaimRestored
            | Action::ClaimsMerged
            | Action::RiskSet,
        ) => Permission::Edit,
        Some(Action::StateChanged | Action::VerdictSet | Action::ClaimReworded | Action::ChainChanged | Action::SpansChanged) if was_signed_off(event) => {
            Permission::SignOff
        }
        Some(Action::Assigned) if !own => Permission::Assign,
        _ if !own => Permission::Edit,
        _ => Permission::Check,
    }
}

/// Whether a line tells of a claim that was in the article before and is not any more.
fn puts_out(event: &Event) -> bool {
    let out = |side: Value| side.get("removed_at").is_some_and(|at| !at.is_null());
    out(event.after_value()) && !out(event.before_value())
}

/// Whether a line tells of a claim that was signed off before and is not any more: taking it back signs it off.
fn was_signed_off(event: &Event) -> bool {
    let signed_off = |side: Value| side.get("state").and_then(Value::as_str) == Some(WorkState::SignedOff.code());
    signed_off(event.before_value()) && !signed_off(event.after_value())
}

/// Whether somebody may try to take a line back. Something else that changed since may still stand in the way.
pub fn may_undo(acting: &Acting, event: &Event) -> bool {
    can_be_undone(event) && acting.role.may(needs(event, acting.id))
}

/// Takes the step of one line back.
pub fn undo(c: &mut DbConnection, acting: &Acting, id: EventId) -> Result<(), ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let event = history::find(c, id)?.ok_or(ReviewError::NotFound("line of history"))?;
        if event.subject_kind() == Some(SubjectKind::Source) {
            merge::take_for_undo(c, event.subject_id, &event.before_value()).map_err(of_registry)?;
        }
        history::hold(c, event.chain_id)?;
        if !can_be_undone(&event) {
            return Err(ReviewError::NotUndoable);
        }
        if !history::undone_by(c, &[id])?.is_empty() {
            return Err(ReviewError::AlreadyUndone);
        }
        acting.require(needs(&event, acting.id))?;
        let action = event.action().ok_or(ReviewError::NotUndoable)?;
        match event.subject_kind() {
            Some(SubjectKind::Claim) => undo_on_claim(c, acting, &event, action),
            Some(SubjectKind::Evidence) => undo_on_evidence(c, acting, &event, action),
            Some(SubjectKind::Contact) => ask::undo(c, acting, &event, action),
            Some(SubjectKind::Page) => publication::undo(c, acting, &event),
            Some(SubjectKind::Sentence) => undo_on_sentence(c, acting, &event),
            Some(SubjectKind::Source) if action == Action::SourcesToldApart => {
                apart::undo(c, acting, SourceId(event.subject_id.0), &event.before_value(), id).map_err(of_registry)
            }
            Some(SubjectKind::Source) => {
                let sides = (&event.before_value(), &event.after_value());
                merge::undo(c, acting, action, event.subject_id, sides, id).map_err(of_registry)
            }
            Some(SubjectKind::Article) => {
                let article = ArticleId(event.subject_id.0);
                article::restore(c, acting, article, action, &event.before_value(), &event.after_value(), id).map(|_| ())
            }
            _ => Err(ReviewError::NotUndoable),
        }
    })
}

/// Why a step on the registry can't be taken back.
fn of_registry(error: RegistryError) -> ReviewError {
    match error {
        RegistryError::Forbidden(forbidden) => forbidden.into(),
        RegistryError::NotFound => ReviewError::NotFound("source"),
        RegistryError::Store(error) => error.into(),
        _ => ReviewError::UndoStale,
    }
}

fn undo_on_claim(c: &mut DbConnection, acting: &Acting, event: &Event, action: Action) -> Result<(), ReviewError> {
    let (was, is) = (event.before_value(), event.after_value());
    let claim = claims::find(c, ClaimId(event.subject_id.0))?.ok_or(ReviewError::NotFound("claim"))?;
    match action {
        Action::TextActionSet => return undo_text_action(c, acting, &claim, &was, &is, event.id),
        Action::TagsChanged => return tag::undo(c, acting, &claim, &was, &is, event.id),
        _ => {}
    }
    if matches!(action, Action::ClaimSplit | Action::ClaimsMerged) {
        return regroup::take_back(c, acting, event, &claim, action);
    }
    let now = ClaimState::of(&claim);
    let (then, action) = if action == Action::ClaimAdded {
        if claim.removed_at.is_some() {
            return Err(ReviewError::UndoStale);
        }
        (ClaimState { removed_at: Some(acting.now), ..now }, Action::ClaimRemoved)
    } else {
        if !now.agrees_with(&is) {
            return Err(ReviewError::UndoStale);
        }
        (now.with(&was).ok_or(ReviewError::NotUndoable)?, if action == Action::ClaimCarried { Action::ClaimRestored } else { action })
    };
    if matches!(action, Action::VerdictSet | Action::StateChanged | Action::ClaimReworded) && has_other_words_since(c, claim.id, event.id)? {
        return Err(ReviewError::UndoStale);
    }
    if then.state == WorkState::SignedOff && claim.state != WorkState::SignedOff {
        acting.require(Permission::SignOff)?;
        // The sign-off comes back only over what was signed off.
        if changed_since(c, event)? {
            return Err(ReviewError::UndoStale);
        }
    }
    let mut telling = Telling { undoes: Some(event.id), ..Telling::default() };
    if let (Some(old), Some(new)) = (was.get("links"), is.get("links")) {
        undo_links(c, &claim, old, new)?;
        telling.before.insert("links".to_owned(), new.clone());
        telling.after.insert("links".to_owned(), old.clone());
    }
    let covers = matches!(action, Action::ChainChanged | Action::SpansChanged);
    if covers {
        let (before, after) = attribute::restore(c, acting, claim.clone(), action, &was, &is)?;
        telling.before.extend(before);
        telling.after.extend(after);
    }
    let mut after = claim.clone();
    then.put_into(&mut after);
    // Taking back a verdict or a wording changes what was signed off as much as setting one.
    if claim.state == WorkState::SignedOff && (covers || matches!(action, Action::VerdictSet | Action::ClaimReworded)) {
        after = change::reopened(after);
    }
    let saved = change::save(c, acting, &claim, after, action, telling)?;
    if covers {
        attribute::open_where_uncovered(c, acting, &saved)?;
    }
    if action == Action::Assigned {
        assign::note_assignment(c, acting, &saved, "")?;
    }
    Ok(())
}

/// Whether a version changed the words of a claim after a line: what was found of the old words does not come back.
fn has_other_words_since(c: &mut DbConnection, claim: ClaimId, id: EventId) -> Result<bool, ReviewError> {
    let lines = history::list_on_claims(c, &[claim], Action::ClaimCarried)?;
    let changed = |line: &Event| line.after_value().get("anchor").and_then(Value::as_str) == Some(Anchor::Changed.code());
    Ok(lines.iter().any(|line| line.id > id && changed(line)))
}

/// Whether anything but talk happened to a claim after a line, and was not itself taken back since.
fn changed_since(c: &mut DbConnection, event: &Event) -> Result<bool, ReviewError> {
    let filter = EventFilter { claim: event.claim_id, after: Some(event.id), ..EventFilter::default() };
    let later = history::list(c, &filter, 1_000)?;
    let later: Vec<&Event> = later
        .iter()
        .filter(|line| !matches!(line.action(), Some(Action::CommentAdded | Action::CommentResolved | Action::CommentReopened | Action::Assigned)))
        .collect();
    let undone = |id: EventId| later.iter().any(|line| line.undoes == Some(id));
    let undoes_later = |line: &Event| line.undoes.is_some_and(|id| later.iter().any(|other| other.id == id));
    Ok(later.iter().any(|line| !undone(line.id) && !undoes_later(line)))
}

fn undo_links(c: &mut DbConnection, claim: &claims::Claim, old: &Value, new: &Value) -> Result<(), ReviewError> {
    let read = |value: &Value| serde_json::from_value::<Vec<LinkFinding>>(value.clone()).map_err(|_| ReviewError::NotUndoable);
    let (old, new) = (read(old)?, read(new)?);
    let chain = claims::chains_of(c, &[claim.id])?;
    let unchanged =
        new.iter().all(|link| chain.iter().any(|(row, _)| row.id == link.attribution_id && row.verdict == link.verdict && row.verdict_note == link.note));
    if !unchanged {
        return Err(ReviewError::UndoStale);
    }
    decide::restore_links(c, &new, &old)
}

fn undo_text_action(c: &mut DbConnection, acting: &Acting, claim: &claims::Claim, was: &Value, is: &Value, undoes: EventId) -> Result<(), ReviewError> {
    let read = |value: &Value| -> Option<(TextAction, String, bool)> {
        let value = value.get("text_action")?;
        let action = TextAction::from_code(value.get("action")?.as_str()?)?;
        Some((action, value.get("proposed_wording")?.as_str()?.to_owned(), value.get("done")?.as_bool()?))
    };
    let now = claims::text_actions_of(c, &[claim.id])?.into_iter().next().map(|row| (row.action, row.proposed_wording, row.done));
    if now != read(is) {
        return Err(ReviewError::UndoStale);
    }
    decide::write_text_action(c, acting, claim, read(was), Some(undoes)).map(|_| ())
}

fn undo_on_evidence(c: &mut DbConnection, acting: &Acting, event: &Event, action: Action) -> Result<(), ReviewError> {
    let piece = EvidenceId(event.subject_id.0);
    let claim = event.claim_id.ok_or(ReviewError::NotUndoable)?;
    match action {
        Action::EvidenceAttached => match evidence::find_tie(c, claim, piece)? {
            Some(_) => gather::untie(c, acting, claim, piece, Some(event.id)),
            None => Err(ReviewError::UndoStale),
        },
        Action::EvidenceDetached => {
            let row = evidence::find(c, piece)?.ok_or(ReviewError::NotFound("evidence"))?;
            let stance = stance_in(&event.before_value()).unwrap_or(Stance::Context);
            gather::tie(c, acting, claim, &row, stance, Some(event.id)).map_err(|error| match error {
                ReviewError::AlreadyAttached => ReviewError::UndoStale,
                other => other,
            })
        }
        Action::EvidenceAmended => {
            let row = evidence::find(c, piece)?.ok_or(ReviewError::NotFound("evidence"))?;
            let (mut was, mut is) = (event.before_value(), event.after_value());
            for side in [&mut was, &mut is] {
                as_merged(c, side)?;
            }
            let now = gather::as_json(&row);
            let agrees = is.as_object().is_some_and(|is| is.iter().all(|(key, value)| key == "stance" || now.get(key) == Some(value)));
            if !agrees {
                return Err(ReviewError::UndoStale);
            }
            let old = restored(&row, &was).ok_or(ReviewError::NotUndoable)?;
            let stance = stance_in(&was).map(|stance| (claim, stance));
            gather::write(c, acting, &row, evidence::Evidence { updated_at: acting.now, ..old }, stance, Some(event.id)).map(|_| ())
        }
        _ => Err(ReviewError::NotUndoable),
    }
}

/// An origin that was merged meanwhile is the entry that it is part of now.
fn as_merged(c: &mut DbConnection, side: &mut Value) -> Result<(), ReviewError> {
    let Some(origin) = field::<SourceId>(side, "origin_id") else { return Ok(()) };
    if let (Some(root), Some(fields)) = (sources::merge::keep(c, &[origin].into())?.get(&origin), side.as_object_mut()) {
        fields.insert("origin_id".to_owned(), json!(root));
    }
    Ok(())
}

fn stance_in(value: &Value) -> Option<Stance> {
    value.get("stance").and_then(Value::as_str).and_then(Stance::from_code)
}

/// The piece with the fields of a line of history.
fn restored(row: &evidence::Evidence, was: &Value) -> Option<evidence::Evidence> {
    Some(evidence::Evidence {
        url: field(was, "url")?,
        title: field(was, "title")?,
        publisher: field(was, "publisher")?,
        published_on: field(was, "published_on")?,
        accessed_on: field(was, "accessed_on")?,
        excerpt: field(was, "excerpt")?,
        grade: field(was, "grade")?,
        independence: field(was, "independence")?,
        origin_id: field(was, "origin_id")?,
        note: field(was, "note")?,
        confidential: field(was, "confidential")?,
        // Lines from before the field was there say nothing of it.
        archive_url: if was.get("archive_url").is_some() { field(was, "archive_url")? } else { row.archive_url.clone() },
        ..row.clone()
    })
}

fn undo_on_sentence(c: &mut DbConnection, acting: &Acting, event: &Event) -> Result<(), ReviewError> {
    let id = SentenceId(event.subject_id.0);
    let kind = |value: &Value| value.get("kind").and_then(Value::as_str).and_then(SentenceKind::from_code);
    let was = kind(&event.before_value()).ok_or(ReviewError::NotUndoable)?;
    let now = crate::article::store::find_sentence(c, id)?.ok_or(ReviewError::NotFound("sentence"))?;
    if Some(now.kind) != kind(&event.after_value()) {
        return Err(ReviewError::UndoStale);
    }
    amend::mark_in(c, acting, id, was, None, Some(event.id)).map(|_| ())
}
