//! Corrections of what the extraction found, as data to train it with: what the machine said of a version, with all that
//! people corrected. How corrections and the machine's attributions belong together is for `settle` to say.
//!
//! A correction counts for the version that it was made in, and for later ones as far as the claim was carried over.

mod settle;

pub use settle::{Corrected, Said, Stand, settle};

use crate::article::extracted::{Extracted, store as extracted};
use crate::article::store::{self as articles, Sentence};
use crate::claim::Anchor;
use crate::claim::store::{self as claims, Attribution as Link, Claim, ClaimSpan};
use crate::db::{DbConnection, StoreError};
use crate::extraction::{Attribution, SentenceKind};
use crate::history::{self, Action, chain_of};
use crate::ids::{ArticleId, ClaimId, VersionId};
use crate::review::attribute::Standing;
use crate::span::{ScalarIndex, Span};
use serde::Serialize;
use std::collections::BTreeMap;

/// A version that somebody corrected, in the form that the evaluation kit reads, with what the machine said beside it.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectedVersion {
    /// The version.
    pub id: VersionId,
    /// Its text.
    pub text: String,
    /// Who says what, with all corrections.
    pub attributions: Vec<Attribution>,
    /// Who says what, as the machine had it.
    pub machine: Vec<Attribution>,
    /// The sentences whose kind somebody corrected.
    pub sentences: Vec<CorrectedSentence>,
}

/// A sentence whose kind somebody corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CorrectedSentence {
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
}

/// The versions of an article that somebody corrected, in order.
pub fn corrected_versions(c: &mut DbConnection, article: ArticleId) -> Result<Vec<CorrectedVersion>, StoreError> {
    let made = made_in(c, article)?;
    let versions = extracted::list_of_article(c, article)?;
    let mut claims = Vec::new();
    for version in &versions {
        claims.extend(claims::list_of_version(c, article, version.version_id)?);
    }
    // What was taken out says nothing; what a new version lost was said in the old one.
    claims.retain(|claim| claim.removed_at.is_none() || claim.anchor == Anchor::Lost);
    let mut found = Vec::new();
    for machine in versions {
        let corrections = corrections(c, &made, &claims, machine.version_id)?;
        found.extend(corrected_version(c, &machine, &corrections)?);
    }
    Ok(found)
}

/// What was corrected in a claim.
struct Made {
    /// How it stood before the first correction; as the machine had it, in the version it was made in.
    was: Standing,
    /// How it stood after the last correction made in each version.
    is: BTreeMap<VersionId, Standing>,
}

fn made_in(c: &mut DbConnection, article: ArticleId) -> Result<BTreeMap<ClaimId, Made>, StoreError> {
    let mut events = history::list_of_action(c, chain_of(article), Action::ChainChanged)?;
    events.extend(history::list_of_action(c, chain_of(article), Action::SpansChanged)?);
    events.sort_by_key(|event| event.seq);
    let mut made: BTreeMap<ClaimId, Made> = BTreeMap::new();
    for event in events {
        let sides = (Standing::read(&event.before_value()), Standing::read(&event.after_value()));
        let ((Some(was), Some(is)), Some(claim)) = (sides, event.claim_id) else { continue };
        made.entry(claim).or_insert_with(|| Made { was, is: BTreeMap::new() }).is.insert(is.version, is);
    }
    Ok(made)
}

/// What people corrected in a version.
fn corrections(c: &mut DbConnection, made: &BTreeMap<ClaimId, Made>, claims: &[Claim], version: VersionId) -> Result<Vec<Corrected>, StoreError> {
    let mut found = Vec::new();
    for claim in claims {
        let Some(made) = made.get(&claim.id) else { continue };
        let is = if claim.version_id == version {
            let content = claims::spans_of(c, &[claim.id])?.iter().map(ClaimSpan::span).collect();
            Stand { content, links: claims::chains_of(c, &[claim.id])?.iter().map(|(link, _)| said(link)).collect() }
        } else if let Some(then) = made.is.get(&version) {
            stand(then)
        } else {
            continue;
        };
        // In a later version nobody knows how the machine would have had the claim: it came corrected.
        let was = (made.was.version == version).then(|| stand(&made.was));
        found.push(Corrected { was, is });
    }
    Ok(found)
}

fn said(link: &Link) -> Said {
    Said { id: link.id, source: link.mention_span(), cue: link.cue_span(), kind: link.quotation }
}

fn stand(standing: &Standing) -> Stand {
    let links = standing.links.iter().map(|link| Said { id: link.id, source: link.mention, cue: link.cue, kind: link.quotation });
    Stand { content: standing.spans.clone(), links: links.collect() }
}

/// The version, where anything in it differs from what the machine said.
fn corrected_version(c: &mut DbConnection, machine: &Extracted, corrections: &[Corrected]) -> Result<Option<CorrectedVersion>, StoreError> {
    let sentences = corrected_sentences(machine, &articles::list_sentences(c, machine.version_id)?);
    if corrections.is_empty() && sentences.is_empty() {
        return Ok(None);
    }
    let Some(version) = articles::find_version(c, machine.version_id)? else { return Ok(None) };
    let said = machine.attributions();
    let attributions = settle(&ScalarIndex::new(&version.text), &said, corrections);
    let differs = attributions != said || !sentences.is_empty();
    Ok(differs.then_some(CorrectedVersion { id: version.id, text: version.text, attributions, machine: said, sentences }))
}

fn corrected_sentences(machine: &Extracted, sentences: &[Sentence]) -> Vec<CorrectedSentence> {
    let told: BTreeMap<Span, SentenceKind> = machine.sentences().into_iter().collect();
    let corrected = sentences.iter().filter(|sentence| sentence.marked_by.is_some() && told.get(&sentence.span()) != Some(&sentence.kind));
    corrected.map(|sentence| CorrectedSentence { span: sentence.span(), kind: sentence.kind }).collect()
}
