//! Deeds on the registry of sources.

use super::reliability::{NoteEntry, rate_source};
use super::store::{self, Alias, Source};
use super::{SourceKind, merge, name_key};
use crate::account::{Acting, Forbidden, Permission};
use crate::db::column::Json;
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, SourceId};
use crate::input::{FieldError, Fields, LINE, TEXT};
use serde_json::json;
use std::collections::BTreeMap;

/// Why a deed on the registry was refused.
#[derive(Debug, thiserror::Error)]
pub enum RegistryError {
    /// The role does not cover it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Some fields can't be used as they are.
    #[error("some fields need another value")]
    Invalid(Vec<FieldError>),
    /// There is no such source.
    #[error("there is no such source")]
    NotFound,
    /// Another entry has this name.
    #[error("another source has this name")]
    NameTaken,
    /// The entry changed since it was read.
    #[error("somebody changed this source meanwhile")]
    Stale,
    /// An entry that is to be merged changed since it was looked at.
    #[error("{by} changed the source {name} meanwhile")]
    ChangedMeanwhile {
        /// Its name.
        name: String,
        /// Who changed it last.
        by: String,
    },
    /// A source can't be merged with itself.
    #[error("a source can't be merged with itself")]
    WithItself,
    /// The entry is part of another already.
    #[error("the source {name} is part of {into}")]
    AlreadyMerged {
        /// Its name.
        name: String,
        /// The name of the entry that it is part of.
        into: String,
        /// Who merged it.
        by: String,
    },
    /// The note is withdrawn already.
    #[error("the note was withdrawn already")]
    NoteWithdrawn {
        /// Who withdrew it.
        by: String,
    },
    /// The entry is part of no other.
    #[error("the source {0} is part of no other")]
    NotMerged(String),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for RegistryError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<Vec<FieldError>> for RegistryError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}

/// What an entry is to say.
#[derive(Clone, Debug, Default)]
pub struct SourceEntry<'a> {
    /// Canonical name.
    pub name: &'a str,
    /// Kind, as a code.
    pub kind: &'a str,
    /// Other names, one a line.
    pub aliases: &'a str,
    /// Country.
    pub country: &'a str,
    /// Links, one a line.
    pub links: &'a str,
    /// Interests.
    pub interests: &'a str,
}

struct Checked {
    name: String,
    kind: SourceKind,
    aliases: Vec<String>,
    country: String,
    links: Vec<String>,
    interests: String,
}

fn check(entry: &SourceEntry<'_>) -> Result<Checked, RegistryError> {
    let mut fields = Fields::new();
    let name = fields.required_line("name", entry.name, LINE);
    let kind = fields.choice("kind", entry.kind, SourceKind::Person);
    let aliases = fields.text("aliases", entry.aliases, TEXT).lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    let country = fields.line("country", entry.country, 100);
    let links_text = fields.text("links", entry.links, TEXT);
    let links = links_text.lines().filter_map(|line| fields.web_address("links", line)).collect();
    let interests = fields.text("interests", entry.interests, TEXT);
    fields.done()?;
    if name_key(&name).is_empty() {
        return Err(vec![FieldError::new("name", "field-required")].into());
    }
    Ok(Checked { name, kind, aliases, country, links, interests })
}

fn as_json(source: &Source, aliases: &[String]) -> serde_json::Value {
    json!({"name": source.name, "kind": source.kind, "country": source.country, "links": source.links.0, "interests": source.interests, "aliases": aliases})
}

fn alias_rows(acting: &Acting, id: SourceId, aliases: &[String]) -> Vec<Alias> {
    aliases
        .iter()
        .map(|alias| Alias { id: acting.ids.make(), source_id: id, alias: alias.clone(), alias_key: name_key(alias) })
        .filter(|row| !row.alias_key.is_empty())
        .collect()
}

/// Enters a source.
pub fn add_source(c: &mut DbConnection, acting: &Acting, entry: &SourceEntry<'_>) -> Result<Source, RegistryError> {
    acting.require(Permission::KeepRegistry)?;
    let new = check(entry)?;
    transact(c, |c| {
        let source = Source {
            id: acting.ids.make(),
            name_key: name_key(&new.name),
            name: new.name,
            kind: new.kind,
            country: new.country,
            links: Json(json!(new.links)),
            interests: new.interests,
            merged_into: None,
            created_at: acting.now,
            revision: 1,
        };
        if !store::insert(c, &source)? {
            return Err(RegistryError::NameTaken);
        }
        store::replace_aliases(c, source.id, &alias_rows(acting, source.id, &new.aliases))?;
        let event = NewEvent::new(Action::SourceAdded, SubjectKind::Source, source.id).after(as_json(&source, &new.aliases));
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok(source)
    })
}

/// Changes an entry.
pub fn amend_source(c: &mut DbConnection, acting: &Acting, id: SourceId, entry: &SourceEntry<'_>, revision: i32) -> Result<Source, RegistryError> {
    use diesel::result::{DatabaseErrorKind, Error};
    acting.require(Permission::KeepRegistry)?;
    let new = check(entry)?;
    transact(c, |c| {
        let old = store::find(c, id)?.ok_or(RegistryError::NotFound)?;
        merge::not_merged(c, &old)?;
        if old.revision != revision {
            return Err(RegistryError::Stale);
        }
        let old_aliases: Vec<String> = store::aliases_of(c, &[id])?.into_iter().map(|a| a.alias).collect();
        let mut source = Source {
            name_key: name_key(&new.name),
            name: new.name,
            kind: new.kind,
            country: new.country,
            links: Json(json!(new.links)),
            interests: new.interests,
            ..old.clone()
        };
        match store::update(c, &source) {
            Ok(true) => {}
            Ok(false) => return Err(RegistryError::Stale),
            Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => return Err(RegistryError::NameTaken),
            Err(error) => return Err(error.into()),
        }
        source.revision += 1;
        store::replace_aliases(c, id, &alias_rows(acting, id, &new.aliases))?;
        let event = NewEvent::new(Action::SourceAmended, SubjectKind::Source, id).before(as_json(&old, &old_aliases)).after(as_json(&source, &new.aliases));
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok(source)
    })
}

/// Notes something about a source's reliability, without a rating.
pub fn note_reliability(c: &mut DbConnection, acting: &Acting, id: SourceId, note: &str) -> Result<(), RegistryError> {
    rate_source(c, acting, id, NoteEntry { note, ..NoteEntry::default() }).map(drop)
}

/// The entries for these names, entering those that are new. Part of an import or a change of a chain:
/// runs in the caller's transaction, whose own line of history tells of it.
pub fn resolve_names(c: &mut DbConnection, acting: &Acting, names: &[(String, SourceKind)]) -> Result<BTreeMap<String, SourceId>, StoreError> {
    let mut by_key: BTreeMap<String, (&str, SourceKind)> = BTreeMap::new();
    for (name, kind) in names {
        by_key.entry(name_key(name)).or_insert((name.as_str(), *kind));
    }
    by_key.remove("");
    let keys: Vec<String> = by_key.keys().cloned().collect();
    let mut found: BTreeMap<String, SourceId> = store::find_by_keys(c, &keys)?.into_iter().collect();
    for (key, (name, kind)) in &by_key {
        if found.contains_key(key) {
            continue;
        }
        let source = Source {
            id: acting.ids.make(),
            name: crate::input::clean(name).trim().chars().take(LINE).collect(),
            name_key: key.clone(),
            kind: *kind,
            country: String::new(),
            links: Json(json!([])),
            interests: String::new(),
            merged_into: None,
            created_at: acting.now,
            revision: 1,
        };
        if store::insert(c, &source)? {
            found.insert(key.clone(), source.id);
        } else if let Some((_, id)) = store::find_by_keys(c, std::slice::from_ref(key))?.first() {
            // Somebody entered the same name at the same moment.
            found.insert(key.clone(), *id);
        }
    }
    let now = store::merge::keep(c, &found.values().copied().collect())?;
    for id in found.values_mut() {
        *id = now.get(id).copied().unwrap_or(*id);
    }
    Ok(found)
}
