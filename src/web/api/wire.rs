//! Small forms that several wire types share: days, lists with a way on, people by name, fields that a change may leave
//! out.

use crate::account::store as people;
use crate::db::DbConnection;
use crate::db::page::Page;
use crate::ids::PersonId;
use crate::web::Problem;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// A day from the year 1 to 9999, as `2026-11-24`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Day(pub NaiveDate);

impl std::str::FromStr for Day {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        day.filter(|day| (1..=9_999).contains(&day.year())).map(Self).ok_or("not a date, written year-month-day")
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str> as Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A day as a deed takes it: as text.
pub fn day_text(day: Option<Day>) -> String {
    day.map(|day| day.0.to_string()).unwrap_or_default()
}

/// A field of a change, which may be left out or empty.
#[derive(Clone, Debug, Default)]
pub enum Given<T> {
    /// It is not there: leave what is.
    #[default]
    LeftOut,
    /// It is `null`: take away what is.
    Null,
    /// Put this in its place.
    Value(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Given<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

impl<T> Given<T> {
    /// Whether it is not there.
    pub fn is_left_out(&self) -> bool {
        matches!(self, Self::LeftOut)
    }

    /// The same as deeds take it.
    pub fn for_deed<U>(self, change: impl FnOnce(T) -> U) -> Option<Option<U>> {
        match self {
            Self::LeftOut => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(change(value))),
        }
    }
}

impl Given<String> {
    /// What the text is after the change.
    pub fn over<'t>(&'t self, was: &'t str) -> &'t str {
        match self {
            Self::LeftOut => was,
            Self::Null => "",
            Self::Value(text) => text,
        }
    }
}

impl Given<Day> {
    /// What the day is after the change, as a deed takes it.
    pub fn over(&self, was: Option<NaiveDate>) -> String {
        match self {
            Self::LeftOut => day_text(was.map(Day)),
            Self::Null => String::new(),
            Self::Value(day) => day_text(Some(*day)),
        }
    }
}

/// A person, by name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PersonRef {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// Names of people, looked up at once.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<PersonId, String>);

impl Names {
    /// The names of these people.
    pub fn of(c: &mut DbConnection, ids: impl IntoIterator<Item = Option<PersonId>>) -> Result<Self, Problem> {
        let ids: BTreeSet<PersonId> = ids.into_iter().flatten().collect();
        let ids: Vec<PersonId> = ids.into_iter().collect();
        Ok(Self(people::names(c, &ids)?.into_iter().collect()))
    }

    /// The person with this id.
    pub fn get(&self, id: Option<PersonId>) -> Option<PersonRef> {
        let id = id?;
        Some(PersonRef { id, name: self.0.get(&id)?.clone() })
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListJson<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Give it as `cursor` to get what follows; `null` at the end.
    pub next_cursor: Option<String>,
}

impl<T> From<Page<T>> for ListJson<T> {
    fn from(page: Page<T>) -> Self {
        Self { items: page.rows, next_cursor: page.next }
    }
}
