//! Claims taken apart and joined. Nothing is lost: every claim keeps its number and its history, and each line names the
//! other claims.

use super::article::reopen_with_claim;
use super::attribute::{LinkState, Standing, Subject, pieces_of, put_chain, put_spans};
use super::change::{self, ClaimState, Telling};
use super::{ReviewError, amend, attribute, gather};
use crate::account::{Acting, Permission};
use crate::article::store as articles;
use crate::claim::store::{self, Attribution, Claim};
use crate::db::{DbConnection, transact};
use crate::evidence::store as evidence;
use crate::history::{Action, Event};
use crate::ids::{ClaimId, EvidenceId};
use crate::input::{FieldError, Fields};
use crate::span::{self, ScalarIndex, Span};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// Most claims that one is split into, and most that are merged.
pub const MOST: usize = 20;

/// What one of the claims that another is split into says.
#[derive(Clone, Debug)]
pub struct SplitPart<'a> {
    /// The pieces of the text that it covers.
    pub spans: Vec<Span>,
    /// A wording that stands on its own; empty takes the words themselves.
    pub statement: &'a str,
}

/// A claim that a line of another one names.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Named {
    id: ClaimId,
    number: i32,
}

/// Splits a claim. It keeps its number and becomes the first part; each other part becomes a claim of its own, with the
/// same chain, evidence, assignee, due date, priority and risk, to be checked. Gives them in order.
pub fn split_claim(c: &mut DbConnection, acting: &Acting, id: ClaimId, parts: &[SplitPart<'_>], revision: Option<i32>) -> Result<Vec<Claim>, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    if parts.len() < 2 || parts.len() > MOST {
        fields.refuse(FieldError::new("parts", "field-parts-count").with("most", MOST));
    }
    let statements: Vec<String> = parts.iter().map(|part| fields.text("parts", part.statement, amend::STATEMENT)).collect();
    fields.done()?;
    transact(c, |c| {
        let subject = Subject::at(c, id, revision)?;
        let text = ScalarIndex::new(&subject.version.text);
        let mut cut = Vec::with_capacity(parts.len());
        for (part, statement) in parts.iter().zip(statements) {
            let pieces = pieces_of(&text, &part.spans)?;
            cut.push((if statement.is_empty() { text.quote(&pieces) } else { statement }, pieces));
        }
        let mut cut = cut.into_iter();
        let Some((statement, pieces)) = cut.next() else { return Err(ReviewError::NotFound("claim")) };
        let sentences = articles::list_sentences(c, subject.version.id)?;
        let mut number = store::highest_number(c, subject.claim.article_id)?;
        let mut made = Vec::new();
        for (statement, pieces) in cut {
            number += 1;
            let claim = Claim { statement, sentence_id: articles::sentence_of(&sentences, &pieces), ..another(acting, &subject.claim, number) };
            add_part(c, acting, &subject, &claim, &pieces)?;
            made.push(claim);
        }
        let (before, mut after) = put_spans(c, acting, &subject, &pieces)?;
        after.insert("parts".to_owned(), json!(made.iter().map(named).collect::<Vec<_>>()));
        let first = Claim { statement, ..change::reopened(subject.claim.clone()) };
        let saved = change::save(c, acting, &subject.claim, first, Action::ClaimSplit, Telling { before, after, ..Telling::default() })?;
        let first = store::find(c, saved.id)?.unwrap_or(saved);
        reopen_with_claim(c, acting, first.article_id, "")?;
        Ok(std::iter::once(first).chain(made).collect())
    })
}

fn named(claim: &Claim) -> Named {
    Named { id: claim.id, number: claim.number }
}

/// A new claim that is worked on as this one is, with no finding yet.
fn another(acting: &Acting, claim: &Claim, number: i32) -> Claim {
    Claim {
        check_worthiness: claim.check_worthiness,
        why: claim.why.clone(),
        assignee_id: claim.assignee_id,
        due_on: claim.due_on,
        priority: claim.priority,
        risk: claim.risk,
        urgency: claim.urgency,
        ..Claim::fresh(acting.ids.make(), claim.article_id, claim.version_id, number, acting.now)
    }
}

/// Writes a part as a claim of its own, with the chain and evidence of the claim it comes from.
fn add_part(c: &mut DbConnection, acting: &Acting, from: &Subject, claim: &Claim, pieces: &[Span]) -> Result<(), ReviewError> {
    let text = ScalarIndex::new(&from.version.text);
    amend::put_claim(c, acting, claim, pieces, &text, Some(from.claim.number))?;
    let links: Vec<Attribution> = from.chain.iter().map(|(link, _)| unchecked(acting, link, claim.id, link.ordinal)).collect();
    store::insert_attributions(c, &links)?;
    for (tie, piece) in evidence::list_of_claims(c, &[from.claim.id])? {
        gather::tie(c, acting, claim.id, &piece, tie.stance, None)?;
    }
    Ok(())
}

/// The same link on another claim, where nobody has checked it yet.
fn unchecked(acting: &Acting, link: &Attribution, claim: ClaimId, ordinal: i32) -> Attribution {
    Attribution { id: acting.ids.make(), claim_id: claim, ordinal, verdict: None, verdict_note: String::new(), ..link.clone() }
}

/// Merges claims of one article: `others` are taken out, and `keep` covers their words, has their sources and their
/// evidence beside its own. `statement` empty leaves the statement of `keep`.
pub fn merge_claims(
    c: &mut DbConnection,
    acting: &Acting,
    keep: ClaimId,
    others: &[ClaimId],
    statement: &str,
    revision: Option<i32>,
) -> Result<Claim, ReviewError> {
    acting.require(Permission::Edit)?;
    let mut fields = Fields::new();
    let statement = fields.text("statement", statement, amend::STATEMENT);
    let mut others = others.to_vec();
    others.sort_unstable();
    others.dedup();
    if others.is_empty() || others.len() > MOST {
        fields.refuse(FieldError::new("claims", "field-merge-count").with("most", MOST));
    } else if others.contains(&keep) {
        fields.refuse(FieldError::new("claims", "field-merge-self"));
    }
    fields.done()?;
    transact(c, |c| {
        let article = store::article_of(c, keep)?.ok_or(ReviewError::NotFound("claim"))?;
        if store::articles_of(c, &others)?.iter().any(|other| *other != article) {
            return Err(vec![FieldError::new("claims", "field-merge-article")].into());
        }
        let subject = Subject::at(c, keep, revision)?;
        let merged = others.iter().map(|id| Subject::at(c, *id, None)).collect::<Result<Vec<_>, _>>()?;
        if merged.iter().any(|other| other.version.id != subject.version.id) {
            return Err(vec![FieldError::new("claims", "field-merge-article")].into());
        }
        let (links, ties) = take_over(c, acting, &subject, &merged)?;
        let text = ScalarIndex::new(&subject.version.text);
        let all = std::iter::once(&subject).chain(&merged).flat_map(Subject::pieces);
        let pieces = pieces_of(&text, &span::joined(all))?;
        let (before, mut after) = put_both(c, acting, &subject, &pieces, &links)?;
        after.insert("merged".to_owned(), json!(merged.iter().map(|other| named(&other.claim)).collect::<Vec<_>>()));
        after.insert("evidence".to_owned(), json!(ties));
        for other in &merged {
            let gone = Claim { removed_at: Some(acting.now), ..other.claim.clone() };
            let told = Map::from_iter([("into".to_owned(), json!(named(&subject.claim)))]);
            change::save(c, acting, &other.claim, gone, Action::ClaimMerged, Telling { after: told, ..Telling::default() })?;
        }
        let mut now = change::reopened(subject.claim.clone());
        if !statement.is_empty() {
            now.statement = statement;
        }
        let saved = change::save(c, acting, &subject.claim, now, Action::ClaimsMerged, Telling { before, after, ..Telling::default() })?;
        Ok(store::find(c, saved.id)?.unwrap_or(saved))
    })
}

/// The chain of a claim with the sources of others behind its own; and the pieces of evidence that it did not have, which
/// are tied to it.
fn take_over(c: &mut DbConnection, acting: &Acting, keep: &Subject, others: &[Subject]) -> Result<(Vec<Attribution>, Vec<EvidenceId>), ReviewError> {
    let id = keep.claim.id;
    let mut links: Vec<Attribution> = keep.chain.iter().map(|(link, _)| link.clone()).collect();
    let mut ties = Vec::new();
    for other in others {
        for (link, _) in &other.chain {
            if !links.iter().any(|have| have.source_id == link.source_id && have.role == link.role) {
                links.push(unchecked(acting, link, id, i32::try_from(links.len()).unwrap_or(i32::MAX)));
            }
        }
        for (tie, piece) in evidence::list_of_claims(c, &[other.claim.id])? {
            if evidence::find_tie(c, id, piece.id)?.is_none() {
                gather::tie(c, acting, id, &piece, tie.stance, None)?;
                ties.push(piece.id);
            }
        }
    }
    Ok((links, ties))
}

/// Puts both the words and the chain of a claim; gives what history tells of it.
fn put_both(c: &mut DbConnection, acting: &Acting, subject: &Subject, pieces: &[Span], links: &[Attribution]) -> Result<attribute::Sides, ReviewError> {
    let (mut before, mut after) = put_spans(c, acting, subject, pieces)?;
    put_chain(c, subject, links)?;
    let now = Subject::of(c, subject.claim.clone())?;
    before.insert("standing".to_owned(), json!(Standing::of(subject.version.id, subject.pieces(), &subject.chain)));
    after.insert("standing".to_owned(), json!(Standing::of(subject.version.id, pieces.to_vec(), &now.chain)));
    Ok((before, after))
}

/// Takes a split or a merge back: the claim is as it was, what came of it goes, what it took in comes back. Refused where
/// something else changed any of them since.
pub(super) fn take_back(c: &mut DbConnection, acting: &Acting, event: &Event, claim: &Claim, action: Action) -> Result<(), ReviewError> {
    let (was, is) = (event.before_value(), event.after_value());
    let (Some(old), Some(new)) = (Standing::read(&was), Standing::read(&is)) else { return Err(ReviewError::NotUndoable) };
    let subject = Subject::of(c, claim.clone())?;
    let links: Vec<LinkState> = subject.chain.iter().map(LinkState::of).collect();
    let left = attribute::as_merged(c, &subject, new.links)?;
    let as_it_was_left = ClaimState::of(claim).agrees_with(&is) && subject.version.id == new.version && subject.pieces() == new.spans && links == left;
    if !as_it_was_left || claim.removed_at.is_some() {
        return Err(ReviewError::UndoStale);
    }
    let list = |key: &str| serde_json::from_value::<Vec<Named>>(is.get(key).cloned().unwrap_or(json!([]))).map_err(|_| ReviewError::NotUndoable);
    for part in list("parts")? {
        let part = store::find(c, part.id)?.ok_or(ReviewError::NotFound("claim"))?;
        if part.removed_at.is_some() || part.revision != 1 {
            return Err(ReviewError::UndoStale);
        }
        let gone = Claim { removed_at: Some(acting.now), ..part.clone() };
        change::save(c, acting, &part, gone, Action::ClaimRemoved, Telling::default())?;
    }
    for other in list("merged")? {
        let other = store::find(c, other.id)?.ok_or(ReviewError::NotFound("claim"))?;
        if other.removed_at.is_none() {
            return Err(ReviewError::UndoStale);
        }
        let back = Claim { removed_at: None, ..other.clone() };
        change::save(c, acting, &other, back, Action::ClaimRestored, Telling::default())?;
    }
    let ties: Vec<EvidenceId> = serde_json::from_value(is.get("evidence").cloned().unwrap_or(json!([]))).map_err(|_| ReviewError::NotUndoable)?;
    for piece in ties {
        if evidence::find_tie(c, claim.id, piece)?.is_some() {
            gather::untie(c, acting, claim.id, piece, None)?;
        }
    }
    let claim = store::find(c, claim.id)?.ok_or(ReviewError::NotFound("claim"))?;
    let links = attribute::as_merged(c, &subject, old.links)?;
    let rows: Vec<Attribution> = links.into_iter().zip(0_i32..).map(|(link, ordinal)| link.row(&claim, ordinal)).collect();
    let (before, after) = put_both(c, acting, &subject, &old.spans, &rows)?;
    let then = ClaimState::of(&claim).with(&was).ok_or(ReviewError::NotUndoable)?;
    let mut back = claim.clone();
    then.put_into(&mut back);
    // What was signed off is looked at again.
    let back = change::reopened(back);
    let telling = Telling { undoes: Some(event.id), before, after, ..Telling::default() };
    change::save(c, acting, &claim, back, action, telling)?;
    Ok(())
}

/// Whether a side of a line names other claims: their numbers.
pub fn numbers(side: &Value, key: &str) -> Vec<i32> {
    let one = |value: &Value| value.get("number").and_then(Value::as_i64).and_then(|n| i32::try_from(n).ok());
    match side.get(key) {
        Some(Value::Array(all)) => all.iter().filter_map(one).collect(),
        Some(value) => one(value).into_iter().collect(),
        None => Vec::new(),
    }
}
