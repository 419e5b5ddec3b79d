//! Amending what the extraction found: words of a claim, claims added or taken out, kinds of sentences,
//! risk, and the chain of sources.

use super::ReviewError;
use super::article::{coverage, reopen_with_claim};
use super::change::{self, Telling};
use crate::account::{Acting, Permission};
use crate::article::SentenceKind;
use crate::article::store::{self as articles, Sentence, column_of};
use crate::claim::store::{self, Attribution, Claim, ClaimSpan};
use crate::claim::{Quotation, Risk, RiskKinds, RiskMark, Role};
use crate::db::{DbConnection, transact};
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::{ArticleId, ClaimId, EventId, SentenceId};
use crate::input::{FieldError, Fields, LINE, TEXT};
use crate::source::{SourceKind, name_key, registry};
use crate::span::{ScalarIndex, Span};
use chrono::NaiveDate;
use serde_json::{Map, json};

/// Longest statement.
pub const STATEMENT: usize = 10_000;
/// Most links of a chain, and most pieces of a claim.
const MOST: usize = 20;

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
    if spans.is_empty() || spans.len() > MOST {
        fields.refuse(FieldError::new("spans", "field-spans-count").with("most", MOST));
    }
    fields.done()?;
    transact(c, |c| {
        history::hold(c, chain_of(article))?;
        let (article, version) = articles::find_with_version(c, article)?.ok_or(ReviewError::NotFound("article"))?;
        let text = ScalarIndex::new(&version.text);
        let mut pieces: Vec<Span> = spans.iter().map(|span| text.trim(*span)).filter(|span| !span.is_empty()).collect();
        pieces.sort_unstable();
        let fits =
            !pieces.is_empty() && pieces.iter().all(|span| span.end <= text.len()) && pieces.windows(2).all(|pair| matches!(pair, [a, b] if a.end <= b.start));
        if !fits {
            return Err(vec![FieldError::new("spans", "field-spans-outside").with("length", text.len())].into());
        }
        let words = pieces.iter().map(|span| text.slice_within(*span)).collect::<Vec<_>>().join(" … ");
        let sentences = articles::list_sentences(c, version.id)?;
        let number = store::highest_number(c, article.id)? + 1;
        let claim = Claim {
            sentence_id: home_of(&sentences, &pieces),
            statement: if statement.is_empty() { words } else { statement },
            check_worthiness: 1.0,
            ..Claim::fresh(acting.ids.make(), article.id, version.id, number, acting.now)
        };
        store::insert(c, std::slice::from_ref(&claim))?;
        let rows: Vec<ClaimSpan> =
            pieces.iter().zip(0_i32..).map(|(span, ordinal)| ClaimSpan::at(acting.ids.make(), claim.id, ordinal, *span, &text)).collect();
        store::insert_spans(c, &rows)?;
        let event = NewEvent::on_claim(Action::ClaimAdded, claim.id).after(json!({"number": number, "statement": claim.statement, "spans": pieces}));
        history::record(c, &acting.pen(), chain_of(article.id), event)?;
        reopen_with_claim(c, acting, article.id, "")?;
        Ok(claim)
    })
}

/// The sentence that holds all pieces, if one does.
fn home_of(sentences: &[Sentence], pieces: &[Span]) -> Option<SentenceId> {
    sentences.iter().find(|s| pieces.iter().all(|piece| s.span().contains(*piece))).map(|s| s.id)
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

/// One link of a chain as somebody gives it.
#[derive(Clone, Debug)]
pub struct LinkEntry {
    /// The part the source plays.
    pub role: Role,
    /// Its name.
    pub source: String,
    /// What it is, where it is new to the registry.
    pub kind: SourceKind,
    /// How its words are given.
    pub quotation: Quotation,
    /// Where the article names it.
    pub mention: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
}

/// Sets the chain of a claim. Findings on links whose source stays are kept.
pub fn change_chain(c: &mut DbConnection, acting: &Acting, id: ClaimId, links: &[LinkEntry], revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    if links.len() > MOST {
        fields.refuse(FieldError::new("chain", "field-chain-count").with("most", MOST));
    }
    for link in links {
        let name = fields.required_line("chain", &link.source, LINE);
        if !name.is_empty() && name_key(&name).is_empty() {
            fields.refuse(FieldError::new("chain", "field-required"));
        }
    }
    fields.done()?;
    transact(c, |c| {
        let claim = change::claim_at(c, id, revision)?;
        let version = articles::find_version(c, claim.version_id)?.ok_or(ReviewError::NotFound("version"))?;
        let text = ScalarIndex::new(&version.text);
        let names: Vec<(String, SourceKind)> = links.iter().map(|link| (link.source.clone(), link.kind)).collect();
        let sources = registry::resolve_names(c, acting, &names)?;
        let old = store::chains_of(c, &[id])?;
        let mut rows = Vec::with_capacity(links.len());
        for (link, ordinal) in links.iter().zip(0_i32..) {
            let source_id = *sources.get(&name_key(&link.source)).ok_or(ReviewError::NotFound("source"))?;
            let kept = old.iter().find(|(row, _)| row.source_id == source_id && row.role == link.role).map(|(row, _)| row);
            let (mention, cue) = (link.mention.filter(|s| s.end <= text.len()), link.cue.filter(|s| s.end <= text.len()));
            rows.push(Attribution {
                id: acting.ids.make(),
                claim_id: id,
                ordinal,
                role: link.role,
                source_id,
                mention_start: mention.map(|s| column_of(s.start)),
                mention_end: mention.map(|s| column_of(s.end)),
                mention: mention.map(|s| text.slice_within(s).to_owned()),
                cue_start: cue.map(|s| column_of(s.start)),
                cue_end: cue.map(|s| column_of(s.end)),
                cue: cue.map(|s| text.slice_within(s).to_owned()),
                quotation: link.quotation,
                verdict: kept.and_then(|row| row.verdict),
                verdict_note: kept.map(|row| row.verdict_note.clone()).unwrap_or_default(),
            });
        }
        if old.len() == rows.len() && old.iter().zip(&rows).all(|((old, _), new)| Attribution { id: old.id, ..new.clone() } == *old) {
            return Ok(claim);
        }
        store::delete_attributions(c, id)?;
        store::insert_attributions(c, &rows)?;
        let mut after = change::reopened(claim.clone());
        after.attribution = crate::claim::AttributionVerdict::weakest(rows.iter().filter_map(|row| row.verdict));
        let was: Vec<&str> = old.iter().map(|(_, source)| source.name.as_str()).collect();
        let is: Vec<&str> = links.iter().map(|link| link.source.trim()).collect();
        let chain = |names: Vec<&str>| Map::from_iter([("chain".to_owned(), json!(names))]);
        let telling = Telling { before: chain(was), after: chain(is), ..Telling::default() };
        change::save(c, acting, &claim, after, Action::ChainChanged, telling)
    })
}
