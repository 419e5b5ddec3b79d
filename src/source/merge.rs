//! Making one entry of two, and taking it apart again.
//!
//! A merge is always somebody's deed; the program only suggests. The entry that goes in keeps its row, with the entry that
//! it is part of; its names become other names of that one, so that later imports find it. What points to it (links of
//! chains, origins of evidence, notes) is pointed to the entry that stays, and the merge remembers which rows that were.
//!
//! Rewritten rather than resolved when read: so every list, sum, filter, report and count of independent pieces sees one
//! source without knowing of merges, on the indexes that are there, and none can forget to resolve. The price is paid once,
//! by the merge. Un-merging puts back exactly the rows that moved and still stand; what was cited after the merge was cited
//! as the entry that stays, and remains there.
//!
//! `merged_into` always names an entry that is itself part of none: an entry that took others along passes them on. So no
//! chain has to be followed, and no ring can arise.

use super::name_key;
use super::registry::RegistryError;
use super::store::{self, Alias, Source, merge::Merge};
use crate::account::{Acting, Permission};
use crate::db::column::Json;
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, EventFilter, NewEvent, SubjectKind};
use crate::ids::{ChainId, EventId, SourceId, SubjectId};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Which entry is to go into which, and as they were when somebody looked at them.
#[derive(Clone, Copy, Debug)]
pub struct MergeOrder {
    /// The entry that goes in.
    pub from: SourceId,
    /// The entry that stays.
    pub into: SourceId,
    /// The revision of the one that goes in, where it was seen.
    pub from_revision: Option<i32>,
    /// The revision of the one that stays, where it was seen.
    pub into_revision: Option<i32>,
}

/// Merges a source into another; gives the one that stays.
pub fn merge_sources(c: &mut DbConnection, acting: &Acting, order: MergeOrder) -> Result<Source, RegistryError> {
    acting.require(Permission::KeepRegistry)?;
    if order.from == order.into {
        return Err(RegistryError::WithItself);
    }
    transact(c, |c| {
        take(c, &[order.from, order.into])?;
        merge(c, acting, order, None)
    })
}

/// Makes a source that was merged one of its own again; gives it.
pub fn unmerge_source(c: &mut DbConnection, acting: &Acting, from: SourceId, revision: Option<i32>) -> Result<Source, RegistryError> {
    acting.require(Permission::KeepRegistry)?;
    transact(c, |c| {
        take(c, &[from])?;
        if let (Some(seen), Some(source)) = (revision, store::find(c, from)?)
            && source.merged_into.is_some()
            && source.revision != seen
        {
            return Err(changed(c, &source)?);
        }
        unmerge(c, acting, from, None)
    })
}

/// Takes the entries, and those that they are part of, for the rest of the transaction.
fn take(c: &mut DbConnection, ids: &[SourceId]) -> Result<(), RegistryError> {
    store::merge::take_turn(c)?;
    let mut all: BTreeSet<SourceId> = ids.iter().copied().collect();
    all.extend(store::merge::roots(c, &all.clone())?.into_values());
    store::merge::lock(c, &all.into_iter().collect::<Vec<_>>())?;
    Ok(())
}

/// Takes what undoing a line about a source will write. Comes before the chain of the line is taken, as in the deeds.
pub(crate) fn take_for_undo(c: &mut DbConnection, subject: SubjectId, was: &Value) -> Result<(), RegistryError> {
    let mut ids = vec![SourceId(subject.0)];
    ids.extend(history::field::<SourceId>(was, "merged_into"));
    take(c, &ids)
}

/// Takes a merge or an un-merging back, where it still stands.
pub(crate) fn undo(
    c: &mut DbConnection,
    acting: &Acting,
    action: Action,
    subject: SubjectId,
    sides: (&Value, &Value),
    line: EventId,
) -> Result<(), RegistryError> {
    let from = SourceId(subject.0);
    let into = |side: &Value| history::field::<SourceId>(side, "merged_into");
    if action == Action::SourceMerged {
        let stands = store::merge::find(c, from)?.is_some_and(|merge| Some(merge.into_id) == into(sides.1));
        return if stands { unmerge(c, acting, from, Some(line)).map(drop) } else { Err(RegistryError::Stale) };
    }
    let into = into(sides.0).ok_or(RegistryError::Stale)?;
    merge(c, acting, MergeOrder { from, into, from_revision: None, into_revision: None }, Some(line)).map(drop)
}

fn merge(c: &mut DbConnection, acting: &Acting, order: MergeOrder, undoes: Option<EventId>) -> Result<Source, RegistryError> {
    let from = store::find(c, order.from)?.ok_or(RegistryError::NotFound)?;
    let into = store::find(c, order.into)?.ok_or(RegistryError::NotFound)?;
    for source in [&from, &into] {
        not_merged(c, source)?;
    }
    for (source, seen) in [(&from, order.from_revision), (&into, order.into_revision)] {
        if seen.is_some_and(|seen| seen != source.revision) {
            return Err(changed(c, source)?);
        }
    }
    let weight = store::merge::weigh(c, from.id)?;
    let names = names_of(c, into.id)?;
    let mut known: BTreeSet<String> = names.iter().map(|name| name_key(name)).collect();
    known.insert(into.name_key.clone());
    let mut taken_over = Vec::new();
    for alias in std::iter::once(from.name.clone()).chain(names_of(c, from.id)?) {
        let alias_key = name_key(&alias);
        if !alias_key.is_empty() && known.insert(alias_key.clone()) {
            store::merge::add_alias(c, &Alias { id: acting.ids.make(), source_id: into.id, alias, alias_key: alias_key.clone() })?;
            taken_over.push(alias_key);
        }
    }
    let row = Merge { from_id: from.id, into_id: into.id, by_name: acting.name.clone(), merged_at: acting.now, name_keys: Json(json!(taken_over)) };
    store::merge::begin(c, &row)?;
    store::merge::set_merged(c, from.id, Some(into.id), into.id)?;
    let before = json!({"name": from.name, "merged_into": null, "into": into.name, "names": names});
    let after = json!({
        "name": from.name, "merged_into": into.id, "into": into.name, "names": names_of(c, into.id)?,
        "claims": weight.claims, "evidence": weight.evidence, "notes": weight.notes,
    });
    let event = NewEvent::new(Action::SourceMerged, SubjectKind::Source, from.id).before(before).after(after).undoing(undoes);
    history::record(c, &acting.pen(), ChainId::DESK, event)?;
    store::find(c, into.id)?.ok_or(RegistryError::NotFound)
}

fn unmerge(c: &mut DbConnection, acting: &Acting, id: SourceId, undoes: Option<EventId>) -> Result<Source, RegistryError> {
    let from = store::find(c, id)?.ok_or(RegistryError::NotFound)?;
    let Some(root) = from.merged_into else { return Err(RegistryError::NotMerged(from.name)) };
    let into = store::find(c, root)?.ok_or(RegistryError::NotFound)?;
    let names = names_of(c, root)?;
    let before = json!({"name": from.name, "merged_into": root, "into": into.name, "names": names});
    let above = give_names_back(c, id)?;
    store::merge::end(c, id, root, &above)?;
    store::merge::set_merged(c, id, None, root)?;
    let weight = store::merge::weigh(c, id)?;
    let after = json!({
        "name": from.name, "merged_into": null, "into": into.name, "names": names_of(c, root)?,
        "claims": weight.claims, "evidence": weight.evidence, "notes": weight.notes,
    });
    let event = NewEvent::new(Action::SourceUnmerged, SubjectKind::Source, id).before(before).after(after).undoing(undoes);
    history::record(c, &acting.pen(), ChainId::DESK, event)?;
    store::find(c, id)?.ok_or(RegistryError::NotFound)
}

/// Takes the names that a merge brought from the entry that it went into, and from every one that took them on from there;
/// gives those on the way that are merged themselves.
fn give_names_back(c: &mut DbConnection, from: SourceId) -> Result<Vec<SourceId>, RegistryError> {
    let mut above = Vec::new();
    let mut names: Option<BTreeSet<String>> = None;
    let mut next = store::merge::find(c, from)?;
    while let Some(merge) = next {
        let brought = merge.keys();
        let names = names.insert(match &names {
            Some(names) => names.intersection(&brought).cloned().collect(),
            None => brought,
        });
        store::merge::drop_aliases(c, merge.into_id, names)?;
        next = store::merge::find(c, merge.into_id)?;
        above.extend(next.as_ref().map(|next| next.from_id));
    }
    Ok(above)
}

fn names_of(c: &mut DbConnection, id: SourceId) -> Result<Vec<String>, RegistryError> {
    Ok(store::aliases_of(c, &[id])?.into_iter().map(|row| row.alias).collect())
}

/// Refuses an entry that is part of another: it is changed there.
pub(super) fn not_merged(c: &mut DbConnection, source: &Source) -> Result<(), RegistryError> {
    let Some(root) = source.merged_into else { return Ok(()) };
    let into = store::find(c, root)?.map(|into| into.name).unwrap_or_default();
    let by = store::merge::find(c, source.id)?.map(|merge| merge.by_name).unwrap_or_default();
    Err(RegistryError::AlreadyMerged { name: source.name.clone(), into, by })
}

/// Who changed an entry last, as the reason of a refusal.
fn changed(c: &mut DbConnection, source: &Source) -> Result<RegistryError, RegistryError> {
    let filter = EventFilter { subject: Some(SubjectId(source.id.0)), ..EventFilter::default() };
    let line = history::list(c, &filter, 1)?.into_iter().next().map(|line| (line.at, line.actor_name));
    let merge = store::merge::newest_into(c, source.id)?.map(|merge| (merge.merged_at, merge.by_name));
    let by = line.into_iter().chain(merge).max().map(|(_, name)| name).unwrap_or_default();
    Ok(RegistryError::ChangedMeanwhile { name: source.name.clone(), by })
}
