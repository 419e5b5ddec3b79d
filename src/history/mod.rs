//! What happened on the desk: append-only lines in hash chains, one chain an article and one for the desk.
//!
//! A line is written in the same transaction as the change it tells of ([`record`]); nothing here
//! changes or removes one, and the databases refuse to. [`verify`] recomputes the chains. What a line
//! means and whether it can be undone is not known here: see `review::undo`.

mod action;
mod chain;
pub mod order;
mod store;
mod verify;

pub use action::{Action, SubjectKind};
pub use chain::{Line, canonical_json, first_hash};
pub use store::{
    Event, EventFilter, Step, begin_step, claims_worked_on, count_lines, end_step, find, find_line, find_step, head, hold, lines_of_step, list, list_of_action,
    list_on_claims, lock_chain, record, record_all, steps_of, subjects_of, undone_by,
};
pub use verify::{Break, BreakKind, ChainReport, verify_all, verify_chain};

use crate::db::column::At;
use crate::ids::{ArticleId, ChainId, ClaimId, EventId, Id, Ids, PersonId, StepId, SubjectId};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A field of what a line says was so before or after, where it is there and is one.
pub fn field<T: DeserializeOwned>(side: &Value, key: &str) -> Option<T> {
    serde_json::from_value(side.get(key)?.clone()).ok()
}

/// Who writes a line, and when.
#[derive(Clone, Debug)]
pub struct Pen<'a> {
    /// The person, or `None` for the command line.
    pub who: Option<PersonId>,
    /// Their name as it is now; it stays in the line if they are renamed.
    pub name: &'a str,
    /// The time of the change.
    pub now: At,
    /// Where ids come from.
    pub ids: &'a Ids,
    /// The step on many claims that the lines are part of.
    pub step: Option<StepId>,
}

/// A line about to be written.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// What was done.
    pub action: Action,
    /// What kind of thing it was done to.
    pub kind: SubjectKind,
    /// Which one.
    pub subject: SubjectId,
    /// The claim it concerns, where it concerns one.
    pub claim: Option<ClaimId>,
    /// What was so before.
    pub before: Option<Value>,
    /// What is so now.
    pub after: Option<Value>,
    /// Why, where a reason was asked for or given.
    pub reason: Option<String>,
    /// The line that this one takes back.
    pub undoes: Option<EventId>,
}

impl NewEvent {
    /// A line about `subject` with nothing else said yet.
    pub fn new(action: Action, kind: SubjectKind, subject: impl Id) -> Self {
        Self { action, kind, subject: SubjectId(subject.uuid()), claim: None, before: None, after: None, reason: None, undoes: None }
    }

    /// A line about a claim.
    pub fn on_claim(action: Action, claim: ClaimId) -> Self {
        Self { claim: Some(claim), ..Self::new(action, SubjectKind::Claim, claim) }
    }

    /// The same line, concerning `claim`.
    #[must_use]
    pub fn claim(mut self, claim: ClaimId) -> Self {
        self.claim = Some(claim);
        self
    }

    /// The same line with what was so before.
    #[must_use]
    pub fn before(mut self, value: Value) -> Self {
        self.before = Some(value);
        self
    }

    /// The same line with what is so now.
    #[must_use]
    pub fn after(mut self, value: Value) -> Self {
        self.after = Some(value);
        self
    }

    /// The same line with a reason; an empty one is none.
    #[must_use]
    pub fn reason(mut self, reason: &str) -> Self {
        let reason = reason.trim();
        self.reason = (!reason.is_empty()).then(|| reason.to_owned());
        self
    }

    /// The same line, taking back another one.
    #[must_use]
    pub fn undoing(mut self, event: Option<EventId>) -> Self {
        self.undoes = event;
        self
    }
}

/// The chain of an article.
pub fn chain_of(article: ArticleId) -> ChainId {
    ChainId(article.0)
}
