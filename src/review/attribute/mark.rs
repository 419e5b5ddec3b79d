//! What somebody marked in the text: who said it, the reporting words, what was said. Each becomes a change of the claim's
//! chain or of the words it covers.

use super::super::ReviewError;
use super::{LinkEntry, Subject, link_of, set_chain, set_spans};
use crate::account::{Acting, Permission};
use crate::claim::store::{self, Claim};
use crate::claim::{Quotation, Role};
use crate::codes;
use crate::db::{DbConnection, transact};
use crate::extraction;
use crate::ids::{AttributionId, ClaimId};
use crate::input::{FieldError, Fields, LINE};
use crate::span::{ScalarIndex, Span};

codes! {
    /// What marked words are.
    "marked"
    pub enum Marked {
        /// They name who said it.
        Source = "source",
        /// They say that it was said.
        Cue = "cue",
        /// They are what was said.
        Content = "content",
    }
}

/// Words that somebody marked for a claim.
#[derive(Clone, Debug)]
pub struct Mark<'a> {
    /// What they are.
    pub part: Marked,
    /// Where they stand.
    pub spans: &'a [Span],
    /// The link of the chain that they belong to; `None` is a new one for a source, and the only one for reporting words.
    pub link: Option<AttributionId>,
    /// What the source is called, where its words in the text do not say it well; empty to go by the text.
    pub name: &'a str,
}

/// Sets what marked words are to a claim.
///
/// Who is named by words of the text is found as the extraction finds it: “he” is the one who spoke.
pub fn mark_words(c: &mut DbConnection, acting: &Acting, id: ClaimId, mark: &Mark<'_>, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    let mut fields = Fields::new();
    let name = fields.line("name", mark.name, LINE);
    fields.done()?;
    transact(c, |c| {
        let subject = Subject::at(c, id, revision)?;
        if mark.part == Marked::Content {
            return set_spans(c, acting, &subject, mark.spans);
        }
        let mut links: Vec<LinkEntry> = subject.chain.iter().map(|(row, source)| LinkEntry::of(row, source)).collect();
        let place = one_of(mark.spans)?;
        let at = mark.link.map(|id| link_of(&subject.chain, id)).transpose()?;
        if mark.part == Marked::Source {
            let (named, kind) = if name.is_empty() { named_at(c, &subject, place)? } else { (name, extraction::SourceKind::Organisation) };
            if let Some(link) = at.and_then(|at| links.get_mut(at)) {
                *link = LinkEntry { source: named, kind, mention: Some(place), ..link.clone() };
            } else {
                let quotation = quotation_of(&subject);
                links.push(LinkEntry { role: Role::Origin, source: named, kind, quotation, mention: Some(place), cue: None });
            }
        } else {
            let link = match (at, links.as_mut_slice()) {
                (Some(at), links) => links.get_mut(at),
                (None, [only]) => Some(only),
                (None, _) => None,
            };
            link.ok_or_else(|| vec![FieldError::new("link", if subject.chain.is_empty() { "field-source-first" } else { "field-required" })])?.cue =
                Some(place);
        }
        set_chain(c, acting, subject, &links)
    })
}

/// Takes one link out of a claim's chain: that source did not say it, or nobody did.
pub fn take_out(c: &mut DbConnection, acting: &Acting, id: ClaimId, link: AttributionId, revision: Option<i32>) -> Result<Claim, ReviewError> {
    acting.require(Permission::Check)?;
    transact(c, |c| {
        let subject = Subject::at(c, id, revision)?;
        let at = link_of(&subject.chain, link)?;
        let mut links: Vec<LinkEntry> = subject.chain.iter().map(|(row, source)| LinkEntry::of(row, source)).collect();
        links.remove(at);
        set_chain(c, acting, subject, &links)
    })
}

/// The one place that was marked.
fn one_of(spans: &[Span]) -> Result<Span, ReviewError> {
    match spans {
        [only] => Ok(*only),
        _ => Err(vec![FieldError::new("spans", "field-one-piece")].into()),
    }
}

/// Who is named at a place of the text, by what the article said before.
fn named_at(c: &mut DbConnection, subject: &Subject, place: Span) -> Result<(String, extraction::SourceKind), ReviewError> {
    let text = ScalarIndex::new(&subject.version.text);
    let place = text.trim(place);
    if place.is_empty() || place.end > text.len() {
        return Err(vec![FieldError::new("spans", "field-spans-outside").with("length", text.len())].into());
    }
    let chains = store::chains_of_article(c, subject.claim.article_id)?;
    let mut mentions: Vec<Span> = chains.iter().filter_map(|(row, _)| row.mention_span()).filter(|span| span.end <= place.start).collect();
    mentions.sort_unstable();
    mentions.dedup();
    mentions.push(place);
    let named = extraction::named(&subject.version.text, &mentions).pop();
    named.filter(|(name, _)| !crate::source::name_key(name).is_empty()).ok_or_else(|| vec![FieldError::new("spans", "field-no-name")].into())
}

/// How the words that a claim covers are given, by their quotation marks.
fn quotation_of(subject: &Subject) -> Quotation {
    let is_mark = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let whole = |words: &str| words.starts_with(is_mark) && words.trim_end_matches(['.', ',', '!', '?']).ends_with(is_mark);
    let mut pieces = subject.spans.iter().map(|piece| piece.exact.as_str());
    if !subject.spans.is_empty() && pieces.clone().all(whole) {
        Quotation::Direct
    } else if pieces.any(|words| words.contains(is_mark)) {
        Quotation::Mixed
    } else {
        Quotation::Indirect
    }
}
