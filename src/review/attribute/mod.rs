//! Who says what: the chain of a claim, the words of the text that name a source and that say so, and the words that the
//! claim covers.
//!
//! Every correction of it ends in one of two deeds, [`change_chain`] and [`change_spans`]; what somebody marked in the
//! text ([`mark`]) becomes one of them. What the machine said stays in [`crate::article::extracted`].

pub mod mark;
mod told;

pub use told::{LinkState, Standing};
pub(super) use told::{Sides, as_merged, restore};

use super::ReviewError;
use super::article::{coverage, reopen_with_claim};
use super::change::{self, Telling};
use crate::account::{Acting, Permission};
use crate::article::store::{self as articles, Version};
use crate::claim::store::{self, Attribution, Claim, ClaimSpan};
use crate::claim::{AttributionVerdict, Quotation, Role};
use crate::db::{DbConnection, transact};
use crate::history::Action;
use crate::ids::{AttributionId, ClaimId};
use crate::input::{FieldError, Fields, LINE};
use crate::source::{Source, SourceKind, name_key, registry, store as sources};
use crate::span::{ScalarIndex, Span};
use told::{chain_telling, spans_telling};

/// Most links of a chain, and most pieces of a claim.
const MOST: usize = 20;

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

impl LinkEntry {
    /// A link as it is.
    fn of(link: &Attribution, source: &Source) -> Self {
        let (mention, cue) = (link.mention_span(), link.cue_span());
        Self { role: link.role, source: source.name.clone(), kind: source.kind, quotation: link.quotation, mention, cue }
    }
}

/// A claim that somebody is about to change, with the text that it stands in.
pub(super) struct Subject {
    pub claim: Claim,
    pub version: Version,
    pub chain: Vec<(Attribution, Source)>,
    spans: Vec<ClaimSpan>,
}

impl Subject {
    pub fn at(c: &mut DbConnection, id: ClaimId, revision: Option<i32>) -> Result<Self, ReviewError> {
        let claim = change::claim_at(c, id, revision)?;
        Self::of(c, claim)
    }

    pub fn of(c: &mut DbConnection, claim: Claim) -> Result<Self, ReviewError> {
        let version = articles::find_version(c, claim.version_id)?.ok_or(ReviewError::NotFound("version"))?;
        let chain = store::chains_of(c, &[claim.id])?;
        let spans = store::spans_of(c, &[claim.id])?;
        Ok(Self { claim, version, chain, spans })
    }

    pub fn pieces(&self) -> Vec<Span> {
        self.spans.iter().map(ClaimSpan::span).collect()
    }
}

/// Sets the chain of a claim. Links whose source and part stay are the same links; findings on them are kept.
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
        let subject = Subject::at(c, id, revision)?;
        set_chain(c, acting, subject, links)
    })
}

fn set_chain(c: &mut DbConnection, acting: &Acting, subject: Subject, links: &[LinkEntry]) -> Result<Claim, ReviewError> {
    let text = ScalarIndex::new(&subject.version.text);
    let names: Vec<(String, SourceKind)> = links.iter().map(|link| (link.source.clone(), link.kind)).collect();
    let entries = registry::resolve_names(c, acting, &names)?;
    let mut left: Vec<&Attribution> = subject.chain.iter().map(|(row, _)| row).collect();
    let mut rows = Vec::with_capacity(links.len());
    for (link, ordinal) in links.iter().zip(0_i32..) {
        let source_id = *entries.get(&name_key(&link.source)).ok_or(ReviewError::NotFound("source"))?;
        let kept = left.iter().position(|row| row.source_id == source_id && row.role == link.role).map(|at| left.remove(at));
        let (mention, cue) = (place_in(&text, link.mention)?, place_in(&text, link.cue)?);
        let id = kept.map_or_else(|| acting.ids.make(), |row| row.id);
        rows.push(Attribution {
            verdict: kept.and_then(|row| row.verdict),
            verdict_note: kept.map(|row| row.verdict_note.clone()).unwrap_or_default(),
            ..Attribution::fresh(id, subject.claim.id, ordinal, link.role, source_id, link.quotation).at(mention, cue, &text)
        });
    }
    let claim = &subject.claim;
    if subject.chain.iter().map(|(row, _)| row).eq(&rows) {
        return Ok(subject.claim);
    }
    let (before, is) = put_chain(c, &subject, &rows)?;
    let mut after = change::reopened(claim.clone());
    after.attribution = AttributionVerdict::weakest(rows.iter().filter_map(|row| row.verdict));
    change::save(c, acting, claim, after, Action::ChainChanged, Telling { before, after: is, ..Telling::default() })
}

/// A place in the text without the white space around it; nothing where it is not said.
fn place_in(text: &ScalarIndex<'_>, place: Option<Span>) -> Result<Option<Span>, ReviewError> {
    let Some(place) = place else { return Ok(None) };
    let inside = text.trim(place);
    if place.end > text.len() || inside.is_empty() {
        return Err(vec![FieldError::new("chain", "field-spans-outside").with("length", text.len())].into());
    }
    Ok(Some(inside))
}

/// Puts these links in the place of the chain; gives what history tells of it.
pub(super) fn put_chain(c: &mut DbConnection, subject: &Subject, rows: &[Attribution]) -> Result<Sides, ReviewError> {
    // Before any row is touched: whoever merges one of the sources takes it first and the rows after it.
    let now = sources::merge::keep(c, &rows.iter().map(|row| row.source_id).collect())?;
    let root = |row: &Attribution| Attribution { source_id: now.get(&row.source_id).copied().unwrap_or(row.source_id), ..row.clone() };
    let rows: Vec<Attribution> = rows.iter().map(root).collect();
    store::delete_attributions(c, subject.claim.id)?;
    store::insert_attributions(c, &rows)?;
    Ok(chain_telling(subject, &store::chains_of(c, &[subject.claim.id])?))
}

/// Sets which words of the text a claim covers. Its statement stays as it is.
pub fn change_spans(c: &mut DbConnection, acting: &Acting, id: ClaimId, spans: &[Span], revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let subject = Subject::at(c, id, revision)?;
        set_spans(c, acting, &subject, spans)
    })
}

fn set_spans(c: &mut DbConnection, acting: &Acting, subject: &Subject, spans: &[Span]) -> Result<Claim, ReviewError> {
    let claim = &subject.claim;
    let pieces = pieces_of(&ScalarIndex::new(&subject.version.text), spans)?;
    if subject.pieces() == pieces {
        return Ok(claim.clone());
    }
    let (before, after) = put_spans(c, acting, subject, &pieces)?;
    let telling = Telling { before, after, ..Telling::default() };
    let saved = change::save(c, acting, claim, change::reopened(claim.clone()), Action::SpansChanged, telling)?;
    open_where_uncovered(c, acting, claim)?;
    Ok(store::find(c, saved.id)?.unwrap_or(saved))
}

/// Puts these pieces in the place of what the claim covers; gives what history tells of it.
pub(super) fn put_spans(c: &mut DbConnection, acting: &Acting, subject: &Subject, pieces: &[Span]) -> Result<Sides, ReviewError> {
    let claim = subject.claim.id;
    let text = ScalarIndex::new(&subject.version.text);
    let rows = ClaimSpan::all(&acting.ids, claim, pieces, &text);
    store::delete_spans(c, claim)?;
    store::insert_spans(c, &rows)?;
    let sentences = articles::list_sentences(c, subject.version.id)?;
    store::update_home(c, claim, articles::sentence_of(&sentences, pieces))?;
    Ok(spans_telling(subject, &rows))
}

/// Opens a signed-off article again where a sentence lost its only claim.
pub(super) fn open_where_uncovered(c: &mut DbConnection, acting: &Acting, claim: &Claim) -> Result<(), ReviewError> {
    let sentences = articles::list_sentences(c, claim.version_id)?;
    if coverage(&sentences, &store::spans_of_article(c, claim.article_id)?).open() > 0 {
        reopen_with_claim(c, acting, claim.article_id, "")?;
    }
    Ok(())
}

/// Pieces of a text as a claim can cover them: in order, apart, without white space at their ends.
pub(super) fn pieces_of(text: &ScalarIndex<'_>, spans: &[Span]) -> Result<Vec<Span>, ReviewError> {
    if spans.is_empty() || spans.len() > MOST {
        return Err(vec![FieldError::new("spans", "field-spans-count").with("most", MOST)].into());
    }
    let mut pieces: Vec<Span> = spans.iter().map(|span| text.trim(*span)).filter(|span| !span.is_empty()).collect();
    pieces.sort_unstable();
    let apart = pieces.windows(2).all(|pair| matches!(pair, [a, b] if a.end <= b.start));
    if pieces.is_empty() || !apart || spans.iter().chain(&pieces).any(|span| span.end > text.len()) {
        return Err(vec![FieldError::new("spans", "field-spans-outside").with("length", text.len())].into());
    }
    Ok(pieces)
}

/// The link of a chain with this id, and its place.
fn link_of(chain: &[(Attribution, Source)], id: AttributionId) -> Result<usize, ReviewError> {
    chain.iter().position(|(row, _)| row.id == id).ok_or(ReviewError::NotFound("link"))
}
