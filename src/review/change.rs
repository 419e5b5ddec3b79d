//! The one way a claim's row is changed: against its revision, with the difference in the history.

use super::{ReviewError, tell};
use crate::account::Acting;
use crate::claim::store::{self, Claim};
use crate::claim::{AttributionVerdict, Priority, Risk, SetAsideReason, Substance, WorkState, urgency};
use crate::db::DbConnection;
use crate::db::column::At;
use crate::history::{self, Action, NewEvent, chain_of};
use crate::ids::{ClaimId, EventId, PersonId, ReviewId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The part of a claim that deeds change, as history keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the same names as in `Claim`")]
pub struct ClaimState {
    pub statement: String,
    pub state: WorkState,
    pub assignee_id: Option<PersonId>,
    pub due_on: Option<NaiveDate>,
    pub priority: i32,
    pub risk: i32,
    pub substance: Option<Substance>,
    pub attribution: Option<AttributionVerdict>,
    pub review_id: Option<ReviewId>,
    pub verdict_by: Option<PersonId>,
    pub verdict_at: Option<At>,
    pub signed_off_by: Option<PersonId>,
    pub signed_off_at: Option<At>,
    pub set_aside: Option<SetAsideReason>,
    pub removed_at: Option<At>,
    pub risk_kinds: i32,
    pub true_as_of: Option<NaiveDate>,
    pub recheck_by: Option<NaiveDate>,
}

impl ClaimState {
    /// The changeable part of a claim.
    pub fn of(claim: &Claim) -> Self {
        Self {
            statement: claim.statement.clone(),
            state: claim.state,
            assignee_id: claim.assignee_id,
            due_on: claim.due_on,
            priority: claim.priority,
            risk: claim.risk,
            substance: claim.substance,
            attribution: claim.attribution,
            review_id: claim.review_id,
            verdict_by: claim.verdict_by,
            verdict_at: claim.verdict_at,
            signed_off_by: claim.signed_off_by,
            signed_off_at: claim.signed_off_at,
            set_aside: claim.set_aside,
            removed_at: claim.removed_at,
            risk_kinds: claim.risk_kinds,
            true_as_of: claim.true_as_of,
            recheck_by: claim.recheck_by,
        }
    }

    /// Puts the changeable part into a claim.
    pub fn put_into(self, claim: &mut Claim) {
        claim.statement = self.statement;
        claim.state = self.state;
        claim.assignee_id = self.assignee_id;
        claim.due_on = self.due_on;
        claim.priority = self.priority;
        claim.risk = self.risk;
        claim.substance = self.substance;
        claim.attribution = self.attribution;
        claim.review_id = self.review_id;
        claim.verdict_by = self.verdict_by;
        claim.verdict_at = self.verdict_at;
        claim.signed_off_by = self.signed_off_by;
        claim.signed_off_at = self.signed_off_at;
        claim.set_aside = self.set_aside;
        claim.removed_at = self.removed_at;
        claim.risk_kinds = self.risk_kinds;
        claim.true_as_of = self.true_as_of;
        claim.recheck_by = self.recheck_by;
    }

    fn as_map(&self) -> Map<String, Value> {
        match serde_json::to_value(self) {
            Ok(Value::Object(map)) => map,
            _ => Map::new(),
        }
    }

    /// The fields in which two states differ: as they were and as they are.
    pub fn difference(&self, after: &Self) -> (Map<String, Value>, Map<String, Value>) {
        let (mut was, mut is) = (Map::new(), Map::new());
        let after = after.as_map();
        for (key, old) in self.as_map() {
            if let Some(new) = after.get(&key).filter(|new| **new != old) {
                is.insert(key.clone(), new.clone());
                was.insert(key, old);
            }
        }
        (was, is)
    }

    /// This state with some fields as given; `None` where they do not fit.
    pub fn with(&self, fields: &Value) -> Option<Self> {
        let mut map = self.as_map();
        for (key, value) in fields.as_object()? {
            if map.contains_key(key) {
                map.insert(key.clone(), value.clone());
            }
        }
        serde_json::from_value(Value::Object(map)).ok()
    }

    /// Whether the given fields have just these values here.
    pub fn agrees_with(&self, fields: &Value) -> bool {
        let map = self.as_map();
        fields.as_object().is_none_or(|fields| fields.iter().all(|(key, value)| map.get(key).is_none_or(|mine| mine == value)))
    }
}

/// What to write into the history about a change.
#[derive(Debug, Default)]
pub(super) struct Telling<'a> {
    pub reason: &'a str,
    pub undoes: Option<EventId>,
    /// Further fields for `before` and `after`.
    pub before: Map<String, Value>,
    pub after: Map<String, Value>,
}

/// The claim, if nobody changed it since `revision`; `None` as revision takes it as it is. Holds the
/// article's history, so that it stays as it is until the deed is done.
pub(super) fn claim_at(c: &mut DbConnection, id: ClaimId, revision: Option<i32>) -> Result<Claim, ReviewError> {
    let claim = held_claim(c, id)?;
    if claim.removed_at.is_some() {
        return Err(ReviewError::NotFound("claim"));
    }
    if revision.is_some_and(|revision| revision != claim.revision) {
        return Err(stale(&claim));
    }
    Ok(claim)
}

/// The claim, taken out or not, with its article's history held.
pub(super) fn held_claim(c: &mut DbConnection, id: ClaimId) -> Result<Claim, ReviewError> {
    let article = store::article_of(c, id)?.ok_or(ReviewError::NotFound("claim"))?;
    history::hold(c, chain_of(article))?;
    store::find(c, id)?.ok_or(ReviewError::NotFound("claim"))
}

pub(super) fn stale(claim: &Claim) -> ReviewError {
    let mut current = ClaimState::of(claim).as_map();
    current.insert("revision".to_owned(), claim.revision.into());
    ReviewError::Stale { what: "claim", current: Value::Object(current) }
}

/// Whether nothing is left to do on a claim.
fn is_closed(claim: &Claim) -> bool {
    claim.removed_at.is_some() || matches!(claim.state, WorkState::SignedOff | WorkState::SetAside)
}

/// A claim that was signed off goes back to `checking` with what is to be changed in it: what stands there is
/// no longer what was signed off (rule 4).
pub(super) fn reopened(claim: Claim) -> Claim {
    match claim.state {
        WorkState::SignedOff => Claim { state: WorkState::Checking, signed_off_by: None, signed_off_at: None, ..claim },
        _ => claim,
    }
}

/// Writes a changed claim and its line of history; a change of nothing writes nothing. Where there is
/// something left to do on the claim again, an article that was signed off is opened with it.
pub(super) fn save(
    c: &mut DbConnection,
    acting: &Acting,
    before: &Claim,
    mut after: Claim,
    action: Action,
    telling: Telling<'_>,
) -> Result<Claim, ReviewError> {
    let (mut was, mut is) = ClaimState::of(before).difference(&ClaimState::of(&after));
    was.extend(telling.before);
    is.extend(telling.after);
    if was.is_empty() && is.is_empty() {
        return Ok(after);
    }
    super::second::check_open(c, acting, &after, action)?;
    after.urgency = urgency(Priority::from_rank(after.priority), Risk::from_rank(after.risk), after.due_on);
    after.updated_at = acting.now;
    if !store::update(c, &after)? {
        let current = store::find(c, after.id)?.ok_or(ReviewError::NotFound("claim"))?;
        return Err(stale(&current));
    }
    after.revision += 1;
    let event = NewEvent::on_claim(action, after.id).before(Value::Object(was)).after(Value::Object(is)).reason(telling.reason).undoing(telling.undoes);
    let event = history::record(c, &acting.pen(), chain_of(after.article_id), event)?;
    tell::of_change(c, acting, before, &after, action, event, telling.reason)?;
    if is_closed(before) && !is_closed(&after) {
        super::article::reopen_with_claim(c, acting, after.article_id, telling.reason)?;
    }
    Ok(after)
}
