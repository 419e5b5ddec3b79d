//! Which claims are meant: the parameters of the list, and the same as JSON for changes of many.

use crate::claim::store::queue::{ClaimFilter, QueueSort, Whose};
use crate::claim::{AttributionVerdict, Priority, Risk, RiskKind, Substance, WorkState};
use crate::ids::{ArticleId, PersonId, SourceId};
use crate::report::listing::ListingFormat;
use crate::web::api::wire::Day;
use serde::{Deserialize, Deserializer};
use std::borrow::Cow;
use utoipa::{IntoParams, ToSchema};

/// Whose claims: a person's id, `me` or `none`.
#[derive(Clone, Copy, Debug)]
pub enum Assignee {
    /// Those of whoever asks.
    Me,
    /// Those that nobody has.
    Nobody,
    /// One person's.
    Person(PersonId),
}

impl<'de> Deserialize<'de> for Assignee {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str> as Deserialize>::deserialize(deserializer)?;
        match text.as_ref() {
            "me" => Ok(Self::Me),
            "none" => Ok(Self::Nobody),
            id => id.parse().map(Self::Person).map_err(|_| serde::de::Error::custom("neither a person’s id nor “me” nor “none”")),
        }
    }
}

/// One or more states, separated by commas.
#[derive(Clone, Debug, Default)]
pub struct States(Vec<WorkState>);

impl<'de> Deserialize<'de> for States {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <Cow<'de, str> as Deserialize>::deserialize(deserializer)?;
        let states: Result<Vec<WorkState>, _> = text.split(',').map(|state| state.trim().parse()).collect();
        states.map(Self).map_err(serde::de::Error::custom)
    }
}

/// Which claims to list, and in which order.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimQuery {
    /// Claims of this article.
    article: Option<ArticleId>,
    /// In this work state; several are separated by commas.
    #[param(value_type = Option<Vec<WorkState>>, style = Form, explode = false)]
    state: Option<States>,
    /// With this verdict on substance.
    verdict: Option<Substance>,
    /// With this verdict on attribution.
    attribution: Option<AttributionVerdict>,
    /// With this source in their chain.
    source: Option<SourceId>,
    /// Of this person: an id, `me` or `none`.
    #[param(value_type = Option<AssigneeParam>)]
    assignee: Option<Assignee>,
    /// Due on this day or later.
    #[param(value_type = Option<String>, format = Date)]
    due_from: Option<Day>,
    /// Due before this day.
    #[param(value_type = Option<String>, format = Date)]
    due_before: Option<Day>,
    /// With `true`, only those without a due date.
    undated: bool,
    /// With this risk.
    risk: Option<Risk>,
    /// With this kind of risk.
    risk_kind: Option<RiskKind>,
    /// Of this priority.
    priority: Option<Priority>,
    /// With this tag, however it is spelt.
    tag: Option<String>,
    /// To be looked at again before this day.
    #[param(value_type = Option<String>, format = Date)]
    recheck_before: Option<Day>,
    /// With these words in the statement; the last may be the beginning of one.
    q: Option<String>,
    /// Gives all claims that fit as a file in this form, without what is confidential; `limit` and `cursor` count for
    /// nothing then. Without it the answer is one page.
    pub format: Option<ListingFormat>,
    /// The order: most urgent first unless said otherwise.
    pub sort: Option<QueueSort>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    pub limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    pub cursor: Option<String>,
}

/// How whose claims are meant is written.
#[derive(ToSchema)]
#[schema(example = "me", pattern = "^(me|none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$")]
#[expect(dead_code, reason = "stands for the form in the description")]
pub struct AssigneeParam(String);

impl ClaimQuery {
    /// The filter; `me` is whoever asks.
    pub fn filter(&self, me: PersonId) -> ClaimFilter {
        ClaimFilter {
            article: self.article,
            states: self.state.clone().unwrap_or_default().0,
            substance: self.verdict,
            attribution: self.attribution,
            source: self.source,
            assignee: self.assignee.map(|assignee| whose(assignee, me)),
            due_from: self.due_from.map(|day| day.0),
            due_before: self.due_before.map(|day| day.0),
            undated: self.undated,
            risk: self.risk,
            risk_kind: self.risk_kind,
            priority: self.priority,
            tag: self.tag.clone(),
            recheck_before: self.recheck_before.map(|day| day.0),
            q: self.q.clone(),
            ids: None,
            without: Vec::new(),
        }
    }
}

fn whose(assignee: Assignee, me: PersonId) -> Whose {
    match assignee {
        Assignee::Me => Whose::Person(me),
        Assignee::Nobody => Whose::Nobody,
        Assignee::Person(person) => Whose::Person(person),
    }
}

/// Which claims to change: all that fit.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ClaimFilterPost {
    /// Claims of this article.
    article: Option<ArticleId>,
    /// In one of these work states; empty means any.
    #[serde(default)]
    state: Vec<WorkState>,
    /// With this verdict on substance.
    verdict: Option<Substance>,
    /// With this verdict on attribution.
    attribution: Option<AttributionVerdict>,
    /// With this source in their chain.
    source: Option<SourceId>,
    /// Of this person: an id, `me` or `none`.
    #[schema(value_type = Option<AssigneeParam>)]
    assignee: Option<Assignee>,
    /// Due on this day or later.
    #[schema(value_type = Option<String>, format = Date)]
    due_from: Option<Day>,
    /// Due before this day.
    #[schema(value_type = Option<String>, format = Date)]
    due_before: Option<Day>,
    /// With `true`, only those without a due date.
    #[serde(default)]
    undated: bool,
    /// With this risk.
    risk: Option<Risk>,
    /// With this kind of risk.
    risk_kind: Option<RiskKind>,
    /// Of this priority.
    priority: Option<Priority>,
    /// With this tag, however it is spelt.
    tag: Option<String>,
    /// To be looked at again before this day.
    #[schema(value_type = Option<String>, format = Date)]
    recheck_before: Option<Day>,
    /// With these words in the statement.
    q: Option<String>,
}

impl ClaimFilterPost {
    /// The filter; `me` is whoever asks.
    pub fn filter(self, me: PersonId) -> ClaimFilter {
        ClaimFilter {
            article: self.article,
            states: self.state,
            substance: self.verdict,
            attribution: self.attribution,
            source: self.source,
            assignee: self.assignee.map(|assignee| whose(assignee, me)),
            due_from: self.due_from.map(|day| day.0),
            due_before: self.due_before.map(|day| day.0),
            undated: self.undated,
            risk: self.risk,
            risk_kind: self.risk_kind,
            priority: self.priority,
            tag: self.tag,
            recheck_before: self.recheck_before.map(|day| day.0),
            q: self.q,
            ids: None,
            without: Vec::new(),
        }
    }
}
