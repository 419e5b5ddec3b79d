//! The filter of the queue as it stands in the address, read and written.

use crate::claim::store::queue::{ClaimFilter, QueueSort, Whose};
use crate::claim::{AttributionVerdict, Risk, Substance, WorkState};
use crate::code::Code;
use crate::ids::PersonId;
use crate::web::FormData;

/// Longest search that is looked at.
const SEARCH: usize = 300;
/// The names of the filter's fields, in the order in which an address has them.
const FIELDS: [&str; 10] = ["q", "state", "assignee", "verdict", "attribution", "risk", "due_before", "article", "source", "sort"];
/// All states in which somebody still has to act.
const OPEN: [WorkState; 4] = [WorkState::ToCheck, WorkState::Checking, WorkState::Waiting, WorkState::InReview];

/// A filter, with what was typed for the form to show again.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// What the queue is asked.
    pub filter: ClaimFilter,
    /// In which order.
    pub sort: QueueSort,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    pairs: Vec<(&'static str, String)>,
}

impl Asked {
    /// Reads a query string. What can't be read narrows nothing.
    pub fn read(query: &FormData, me: PersonId) -> Self {
        let value = |name: &str| query.get(name).trim().chars().take(SEARCH).collect::<String>();
        let states = match value("state").as_str() {
            "open" => OPEN.to_vec(),
            _ => query.all("state").filter_map(WorkState::from_code).collect(),
        };
        let assignee = match value("assignee").as_str() {
            "" => None,
            "me" => Some(Whose::Person(me)),
            "none" => Some(Whose::Nobody),
            id => id.parse().ok().map(Whose::Person),
        };
        let filter = ClaimFilter {
            article: query.parse("article"),
            states,
            substance: Substance::from_code(&value("verdict")),
            attribution: AttributionVerdict::from_code(&value("attribution")),
            source: query.parse("source"),
            assignee,
            due_before: query.parse("due_before"),
            risk: Risk::from_code(&value("risk")),
            q: Some(value("q")).filter(|q| !q.is_empty()),
            ids: None,
        };
        let sort = QueueSort::from_code(&value("sort")).unwrap_or(QueueSort::Urgency);
        let pairs =
            FIELDS.iter().flat_map(|name| query.all(name).filter(|v| !v.trim().is_empty()).map(|v| (*name, v.to_owned())).collect::<Vec<_>>()).collect();
        let cursor = Some(query.get("cursor")).filter(|cursor| !cursor.is_empty()).map(str::to_owned);
        Self { filter, sort, cursor, pairs }
    }

    /// What stands in a field of the form.
    pub fn value(&self, field: &str) -> &str {
        self.pairs.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value)
    }

    /// Whether a field stands at this value.
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.value(field) == value
    }

    /// Whether anything narrows the queue.
    pub fn narrows(&self) -> bool {
        self.pairs.iter().any(|(name, _)| *name != "sort")
    }

    /// The filter as a query string.
    pub fn query(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.pairs);
        query.finish()
    }

    /// The address of this queue, from a cursor on.
    pub fn address(&self, cursor: Option<&str>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.pairs);
        if let Some(cursor) = cursor {
            query.append_pair("cursor", cursor);
        }
        let query = query.finish();
        if query.is_empty() { "/claims".to_owned() } else { format!("/claims?{query}") }
    }
}
