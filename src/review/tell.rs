//! Whom a deed on a claim tells of what it did, in the order in which reasons go: somebody whom a remark names is told of
//! that, and not also that there is a remark.

use super::ReviewError;
use crate::account::Acting;
use crate::claim::WorkState;
use crate::claim::store::{self, Claim, Comment};
use crate::db::DbConnection;
use crate::history::Action;
use crate::ids::{EventId, PersonId};
use crate::inbox::{News, Told, tell};

/// Tells of a remark: those whom it names, whoever has the claim, and those who remarked on it before.
pub(super) fn of_comment(
    c: &mut DbConnection,
    acting: &Acting,
    claim: &Claim,
    comment: &Comment,
    named: &[PersonId],
    event: EventId,
) -> Result<(), ReviewError> {
    let before = store::commenters(c, claim.id)?;
    let named = named.iter().map(|person| (*person, News::Mention));
    let others = claim.assignee_id.into_iter().chain(before).map(|person| (person, News::Comment));
    let told = Told { claim: claim.id, comment: Some(comment.id), event, said: &comment.body };
    Ok(tell(c, acting, named.chain(others), &told)?)
}

/// Tells that a remark was settled, or opened again: whoever made it, and whoever had settled it.
pub(super) fn of_settling(c: &mut DbConnection, acting: &Acting, comment: &Comment, news: News, event: EventId, said: &str) -> Result<(), ReviewError> {
    let people = [Some(comment.author_id), comment.resolved_by].into_iter().flatten().map(|person| (person, news));
    Ok(tell(c, acting, people, &Told { claim: comment.claim_id, comment: Some(comment.id), event, said })?)
}

/// Tells of a change to a claim: that it was sent back, signed off, opened again, or given to somebody.
pub(super) fn of_change(
    c: &mut DbConnection,
    acting: &Acting,
    before: &Claim,
    after: &Claim,
    action: Action,
    event: EventId,
    said: &str,
) -> Result<(), ReviewError> {
    if after.removed_at.is_some() {
        return Ok(());
    }
    let mut people: Vec<(Option<PersonId>, News)> = Vec::new();
    match (before.state, after.state) {
        (WorkState::InReview, WorkState::Checking) => people.extend([(before.verdict_by, News::SentBack), (before.assignee_id, News::SentBack)]),
        (WorkState::SignedOff, to) if to != WorkState::SignedOff => people.push((before.verdict_by, News::Reopened)),
        (from, WorkState::SignedOff) if from != WorkState::SignedOff => people.push((after.verdict_by, News::SignedOff)),
        _ => {}
    }
    let message = action == Action::Assigned && !said.is_empty();
    if after.assignee_id != before.assignee_id || message {
        people.push((after.assignee_id, News::Assigned));
    }
    if people.is_empty() {
        return Ok(());
    }
    let people = people.into_iter().filter_map(|(person, news)| Some((person?, news)));
    Ok(tell(c, acting, people, &Told { claim: after.id, comment: None, event, said })?)
}

/// Tells of a second check: whoever is asked for one, or whoever waits for it.
pub(super) fn of_second(
    c: &mut DbConnection,
    acting: &Acting,
    claim: &Claim,
    people: &[(Option<PersonId>, News)],
    event: EventId,
    said: &str,
) -> Result<(), ReviewError> {
    let people = people.iter().filter_map(|(person, news)| Some(((*person)?, *news)));
    Ok(tell(c, acting, people, &Told { claim: claim.id, comment: None, event, said })?)
}
