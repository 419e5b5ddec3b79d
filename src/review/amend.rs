//! Amending what the extraction found: words of a claim, claims added or taken out, kinds of sentences, risk. Who says
//! what is amended in [`attribute`](super::attribute).

use super::ReviewError;
use super::article::{coverage, reopen_with_claim};
use super::attribute::pieces_of;
use super::change::{self, Telling};
use crate::account::{Acting, Permission};
use crate::article::SentenceKind;
use crate::article::store::{self as articles, Sentence};
use crate::claim::store::{self, Claim, ClaimSpan};
use crate::claim::{Risk, RiskKinds, RiskMark};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, ClaimId, EventId, SentenceId};
use crate::input::{Fields, TEXT};
use crate::span::{ScalarIndex, Span};
use chrono::NaiveDate;
use serde_json::json;

/// Longest statement.
pub const STATEMENT: usize = 10_000;

/// Puts a claim in other words.
pub fn reword_claim(c: &mut DbConnection, acting: &Acting, id: ClaimId, statement: &str, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    let statement = fields.required_text("statement", statement, STATEMENT);
    fields.done()?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        if claim.statement == statement {
            return Ok(claim);
        }
        let after = Claim { statement, ..change::reopened(claim.clone()) };
        change::save(c, acting, &claim, after, Action::ClaimReworded, Telling::default())
    })
}

/// Says how much harm an error in a claim would do, and of which kinds.
pub fn set_risk(c: &mut DbConnection, acting: &Acting, id: ClaimId, mark: impl Into<RiskMark>, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Edit)?;
    let mark = mark.into();
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        let (risk, kinds) = mark.on(Risk::from_rank(claim.risk), RiskKinds::from_bits(claim.risk_kinds));
        let after = Claim { risk: risk.rank(), risk_kinds: kinds.bits(), ..claim.clone() };
        change::save(c, acting, &claim, after, Action::RiskSet, Telling::default())
    })
}

/// For which day a finding holds and until when it is to be looked at again. `None` leaves a date as it is, and
/// `Some(None)` takes it away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// For which day what was found holds.
    pub true_as_of: Option<Option<NaiveDate>>,
    /// Until when it has to be looked at again.
    pub recheck_by: Option<Option<NaiveDate>>,
}

/// Sets for which day a finding holds, and until when the claim is to be looked at again.
pub fn set_dates(c: &mut DbConnection, acting: &Acting, id: ClaimId, dates: &Dates, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        let after =
            Claim { true_as_of: dates.true_as_of.unwrap_or(claim.true_as_of), recheck_by: dates.recheck_by.unwrap_or(claim.recheck_by), ..claim.clone() };
        change::save(c, acting, &claim, after, Action::DatesSet, Telling::default())
    })
}

/// Takes a claim out. It keeps its number and its work, and can be put back.
pub fn remove_claim(c: &mut DbConnection, acting: &Acting, id: ClaimId, reason: &str, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Edit)?;
    let mut fields = Fields::new();
    let reason = fields.text("reason", reason, TEXT);
    fields.done()?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        let after = Claim { removed_at: Some(acting.now), ..claim.clone() };
        change::save(c, acting, &claim, after, Action::ClaimRemoved, Telling { reason: &reason, ..Telling::default() })
    })
}

/// Puts a claim back that was taken out.
pub fn restore_claim(c: &mut DbConnection, acting: &Acting, id: ClaimId) -> Result<Claim, ReviewError> {
    acting.require(Permission::Edit)?;
    transact(c, |c| {
        let claim = change::held_claim(c, id)?;
        let after = Claim { removed_at: None, ..claim.clone() };
        change::save(c, acting, &claim, after, Action::ClaimRestored, Telling::default())
    })
}

/// Makes a claim from pieces of an article's present text; `statement` empty takes the words themselves.
pub fn add_claim(c: &mut DbConnection, acting: &Acting, article: ArticleId, spans: &[Span], statement: &str) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    let statement = fields.text("statement", statement, STATEMENT);
    fields.done()?;
    transact(c, |c| {
        history::hold(c, chain_of(article))?;
        let (article, version) = articles::find_with_version(c, article)?.ok_or(ReviewError::NotFound("article"))?;
        let text = ScalarIndex::new(&version.text);
        let pieces = pieces_of(&text, spans)?;
        let sentences = articles::list_sentences(c, version.id)?;
        let number = store::highest_number(c, article.id)? + 1;
        let claim = Claim {
            sentence_id: articles::sentence_of(&sentences, &pieces),
            statement: if statement.is_empty() { text.quote(&pieces) } else { statement },
            check_worthiness: 1.0,
            ..Claim::fresh(acting.ids.make(), article.id, version.id, number, acting.now)
        };
        put_claim(c, acting, &claim, &pieces, &text, None)?;
        reopen_with_claim(c, acting, article.id, "")?;
        Ok(claim)
    })
}

/// Writes a claim of pieces of a text, and its line of history; `from` is the number of the claim that it is a part of.
pub(super) fn put_claim(
    c: &mut DbConnection,
    acting: &Acting,
    claim: &Claim,
    pieces: &[Span],
    text: &ScalarIndex<'_>,
    from: Option<i32>,
) -> Result<(), ReviewError> {
    store::insert(c, std::slice::from_ref(claim))?;
    store::insert_spans(c, &ClaimSpan::all(&acting.ids, claim.id, pieces, text))?;
    let mut after = json!({"number": claim.number, "statement": claim.statement, "spans": pieces});
    if let (Some(from), Some(after)) = (from, after.as_object_mut()) {
        after.insert("split_from".to_owned(), from.into());
    }
    history::record(c, &acting.pen(), chain_of(claim.article_id), NewEvent::on_claim(Action::ClaimAdded, claim.id).after(after))?;
    Ok(())
}

/// Sets what a sentence is.
pub fn mark_sentence(c: &mut DbConnection, acting: &Acting, id: SentenceId, kind: SentenceKind, revision: Option<i32>) -> Result<Sentence, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| mark_in(c, acting, id, kind, revision, None))
}

pub(super) fn mark_in(
    c: &mut DbConnection,
    acting: &Acting,
    id: SentenceId,
    kind: SentenceKind,
    revision: Option<i32>,
    undoes: Option<EventId>,
) -> Result<Sentence, ReviewError> {
    let version_id = articles::find_sentence(c, id)?.ok_or(ReviewError::NotFound("sentence"))?.version_id;
    let version = articles::find_version(c, version_id)?.ok_or(ReviewError::NotFound("version"))?;
    history::hold(c, chain_of(version.article_id))?;
    let mut sentence = articles::find_sentence(c, id)?.ok_or(ReviewError::NotFound("sentence"))?;
    let stale = |sentence: &Sentence| ReviewError::Stale { what: "sentence", current: json!({"kind": sentence.kind, "revision": sentence.revision}) };
    if revision.is_some_and(|revision| revision != sentence.revision) {
        return Err(stale(&sentence));
    }
    if sentence.kind == kind {
        return Ok(sentence);
    }
    if !articles::update_sentence_kind(c, id, kind, acting.id, sentence.revision)? {
        return Err(stale(&sentence));
    }
    let event = NewEvent::new(Action::SentenceMarked, SubjectKind::Sentence, id)
        .before(json!({"kind": sentence.kind}))
        .after(json!({"kind": kind, "sentence": sentence.ordinal + 1}))
        .undoing(undoes);
    history::record(c, &acting.pen(), chain_of(version.article_id), event)?;
    sentence.kind = kind;
    sentence.marked_by = acting.id;
    sentence.revision += 1;
    let open = coverage(std::slice::from_ref(&sentence), &store::spans_of_article(c, version.article_id)?).open() > 0;
    if open {
        reopen_with_claim(c, acting, version.article_id, "")?;
    }
    Ok(sentence)
}
