//! The people whom a report names.
//!
//! A report tells who did what by name, and a name proves nothing: whoever is called so here is somebody else until
//! somebody says otherwise. So each name becomes a person of the other desk, once a report: no password, no address that
//! mail could reach, barred from the start, and no deed on people touches them. Their name stands where the report had it.

use crate::account::store::{self, Person};
use crate::account::{Acting, Role};
use crate::db::{DbConnection, StoreError};
use crate::ids::PersonId;
use std::collections::BTreeMap;

/// Stands for whoever found a piece of evidence that the report withholds.
const WITHHELD: &str = "(withheld)";

/// The people of one report, by name.
pub(super) struct Cast<'a> {
    acting: &'a Acting,
    desk: &'a str,
    people: BTreeMap<String, Person>,
}

impl<'a> Cast<'a> {
    /// Nobody yet; they are of the desk of this name.
    pub fn of(desk: &'a str, acting: &'a Acting) -> Self {
        Self { acting, desk, people: BTreeMap::new() }
    }

    /// The person of this name; whoever is not named is one person, too.
    pub fn person(&mut self, name: &str) -> PersonId {
        let name = if name.is_empty() { WITHHELD } else { name };
        if let Some(person) = self.people.get(name) {
            return person.id;
        }
        let id: PersonId = self.acting.ids.make();
        let person = Person {
            id,
            name: name.to_owned(),
            // Nobody can own an address that ends like this (RFC 2606).
            email: format!("{id}@elsewhere.invalid"),
            role: Role::Viewer,
            password_hash: None,
            disabled_at: Some(self.acting.now),
            created_at: self.acting.now,
            revision: 1,
            keys: String::new(),
            from_desk: Some(self.desk.to_owned()),
            language: None,
            digest: false,
        };
        self.people.insert(name.to_owned(), person);
        id
    }

    /// The person of this name, where there is a name.
    pub fn named(&mut self, name: Option<&str>) -> Option<PersonId> {
        name.map(|name| self.person(name))
    }

    /// Keeps them all, and gives their names.
    pub fn insert(self, c: &mut DbConnection) -> Result<Vec<String>, StoreError> {
        for person in self.people.values() {
            store::insert_person(c, person)?;
        }
        Ok(self.people.into_keys().filter(|name| name != WITHHELD).collect())
    }
}
