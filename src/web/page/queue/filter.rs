//! The filter of the queue as it stands in the address, read and written.

use crate::claim::store::queue::{ClaimFilter, QueueSort, Whose};
use crate::claim::{AttributionVerdict, Priority, Risk, RiskKind, Substance, WorkState};
use crate::code::Code;
use crate::ids::PersonId;
use crate::web::FormData;
use chrono::{Days, NaiveDate};

/// Longest search that is looked at.
const SEARCH: usize = 300;
/// The names of the filter's fields, in the order in which an address has them.
const FIELDS: [&str; 15] =
    ["q", "state", "assignee", "verdict", "attribution", "risk", "risk_kind", "priority", "tag", "due", "due_before", "recheck", "article", "source", "sort"];
/// Days of a week, from today on.
const WEEK: u64 = 7;

/// A filter, with what was typed for the form to show again.
#[derive(Clone, Debug)]
pub(in crate::web) struct Asked {
    /// What the queue is asked.
    pub filter: ClaimFilter,
    /// In which order.
    pub sort: QueueSort,
    /// The cursor of the page before.
    pub cursor: Option<String>,
    pairs: Vec<(&'static str, String)>,
}

impl Asked {
    /// Reads a query string as it is meant today. What can't be read narrows nothing.
    pub fn read(query: &FormData, me: PersonId, today: NaiveDate) -> Self {
        let value = |name: &str| query.get(name).trim().chars().take(SEARCH).collect::<String>();
        let some = |name: &str| Some(value(name)).filter(|text| !text.is_empty());
        let states = match value("state").as_str() {
            "open" => WorkState::OPEN.to_vec(),
            _ => query.all("state").filter_map(WorkState::from_code).collect(),
        };
        let assignee = match value("assignee").as_str() {
            "" => None,
            "me" => Some(Whose::Person(me)),
            "none" => Some(Whose::Nobody),
            id => id.parse().ok().map(Whose::Person),
        };
        let tomorrow = today.succ_opt().unwrap_or(today);
        let filter = ClaimFilter {
            article: query.parse("article"),
            states,
            substance: Substance::from_code(&value("verdict")),
            attribution: AttributionVerdict::from_code(&value("attribution")),
            source: query.parse("source"),
            assignee,
            due_before: query.parse("due_before"),
            risk: Risk::from_code(&value("risk")),
            risk_kind: RiskKind::from_code(&value("risk_kind")),
            priority: Priority::from_code(&value("priority")),
            tag: some("tag"),
            recheck_before: (value("recheck") == "now").then_some(tomorrow),
            q: some("q"),
            ..ClaimFilter::default()
        };
        let filter = due(filter, &value("due"), today, tomorrow);
        let sort = QueueSort::from_code(&value("sort")).unwrap_or(QueueSort::Urgency);
        let pairs =
            FIELDS.iter().flat_map(|name| query.all(name).filter(|v| !v.trim().is_empty()).map(|v| (*name, v.to_owned())).collect::<Vec<_>>()).collect();
        let cursor = Some(query.get("cursor")).filter(|cursor| !cursor.is_empty()).map(str::to_owned);
        Self { filter, sort, cursor, pairs }
    }

    /// What was asked: fields of the form with their values.
    pub fn pairs(&self) -> &[(&'static str, String)] {
        &self.pairs
    }

    /// The same queue, but in other states.
    pub fn in_state(&self, state: &str) -> String {
        let others = self.pairs.iter().filter(|(name, _)| *name != "state").cloned();
        let pairs = others.chain([("state", state.to_owned())]).collect();
        Self { pairs, ..self.clone() }.address(None)
    }

    /// Whether nothing but the state narrows the queue.
    pub fn narrows_by_state_alone(&self) -> bool {
        self.filter == ClaimFilter { states: self.filter.states.clone(), ..ClaimFilter::default() }
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

    /// What the address of a claim carries, so that “next” on its page follows this list: `from=…`.
    pub fn way(&self) -> String {
        crate::web::page::claim::from(&self.address(self.cursor.as_deref()))
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

/// Narrows a filter to when claims are due, told from today. What is late is what somebody still has to act on.
fn due(filter: ClaimFilter, when: &str, today: NaiveDate, tomorrow: NaiveDate) -> ClaimFilter {
    let open = if filter.states.is_empty() { WorkState::OPEN.to_vec() } else { filter.states.clone() };
    match when {
        "overdue" => ClaimFilter { states: open, due_before: Some(today), ..filter },
        "now" => ClaimFilter { states: open, due_before: Some(tomorrow), ..filter },
        "today" => ClaimFilter { due_from: Some(today), due_before: Some(tomorrow), ..filter },
        "week" => ClaimFilter { due_from: Some(today), due_before: today.checked_add_days(Days::new(WEEK)), ..filter },
        "none" => ClaimFilter { undated: true, ..filter },
        _ => filter,
    }
}
