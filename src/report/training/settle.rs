//! What the machine said of a text, with people's corrections applied. Pure.
//!
//! A person corrects a claim and the links of its chain; the machine gave attributions, which know of no claims. A link
//! means the attribution with whose reporting words its own overlap most, where the attribution's content shares words
//! with the claim; where there is none, the one whose source overlaps the words that name the link's; where there is
//! none either, for a link of the machine's own chain and where that chain is not known, the one whose content shares most words with the claim. No two
//! links of a claim mean the same attribution. What a person says of one claim of an attribution holds for all of it but
//! its content, of which only the claim's own words are the person's to change.

use crate::extraction::{Attribution, Quotation};
use crate::ids::AttributionId;
use crate::span::{self, ScalarIndex, Span};
use std::collections::BTreeMap;

/// A link of a chain, as far as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The link.
    pub id: AttributionId,
    /// The words that name the source.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Option<Span>,
    /// How its words are given.
    pub kind: Quotation,
}

/// A claim in the text: what it covers, and who says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// The words that it covers.
    pub content: Vec<Span>,
    /// Its chain.
    pub links: Vec<Said>,
}

/// A claim before anybody corrected it, and as people have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrected {
    /// As the machine had it; `None` where that is not known.
    pub was: Option<Stand>,
    /// As it is.
    pub is: Stand,
}

/// The machine's attributions with corrections applied: corrected ones changed in their places, rejected ones left out,
/// added ones behind them.
pub fn settle(text: &ScalarIndex<'_>, machine: &[Attribution], corrections: &[Corrected]) -> Vec<Attribution> {
    let mut settled = machine.to_vec();
    let mut added = Vec::new();
    for claim in corrections {
        apply(text, machine, claim, &mut settled, &mut added);
    }
    settled.extend(added);
    settled.retain(|attribution| !attribution.content.is_empty());
    settled
}

fn apply(text: &ScalarIndex<'_>, machine: &[Attribution], claim: &Corrected, settled: &mut [Attribution], added: &mut Vec<Attribution>) {
    let meant = meant(machine, claim);
    let unknown = Stand { content: claim.is.content.clone(), links: Vec::new() };
    let before = claim.was.as_ref().unwrap_or(&unknown);
    let kept: Vec<usize> = claim.is.links.iter().filter_map(|link| meant.now.get(&link.id).copied()).collect();
    for place in meant.before.values().filter(|place| !kept.contains(place)) {
        if let Some(rejected) = settled.get_mut(*place) {
            rejected.content = without(text, &rejected.content, &before.content);
        }
    }
    for link in &claim.is.links {
        let was = before.links.iter().find(|was| was.id == link.id);
        let Some(place) = meant.now.get(&link.id) else {
            // The machine has it in no attribution: it is new, unless nobody touched it.
            if was != Some(link) || before.content != claim.is.content {
                let one = |span: Option<Span>| span.into_iter().collect();
                added.push(Attribution { source: one(link.source), cue: one(link.cue), content: claim.is.content.clone(), kind: Some(link.kind) });
            }
            continue;
        };
        let Some(now) = settled.get_mut(*place) else { continue };
        let was = was.or_else(|| before.links.iter().find(|was| meant.before.get(&was.id) == Some(place)));
        if was.map(|was| was.source) != Some(link.source) {
            now.source = link.source.into_iter().collect();
        }
        if was.map(|was| was.cue) != Some(link.cue) {
            now.cue = link.cue.into_iter().collect();
        }
        if was.map(|was| was.kind) != Some(link.kind) {
            now.kind = Some(link.kind);
        }
        if before.content != claim.is.content {
            now.content = with(&without(text, &now.content, &before.content), &claim.is.content);
        }
    }
}

/// Which attribution each link means, by the link.
struct Meant {
    before: BTreeMap<AttributionId, usize>,
    now: BTreeMap<AttributionId, usize>,
}

fn meant(machine: &[Attribution], claim: &Corrected) -> Meant {
    let mut before = BTreeMap::new();
    let was = claim.was.as_ref().map(|was| (was.links.as_slice(), was.content.as_slice())).unwrap_or_default();
    for link in was.0 {
        let free = |place: &usize| !before.values().any(|taken| taken == place);
        let found = by_words(machine, was.1, link, free).or_else(|| by_content(machine, was.1, free));
        before.extend(found.map(|place| (link.id, place)));
    }
    // Links that are still the machine's own come first; others may only mean what these leave.
    let mut now: BTreeMap<AttributionId, usize> = claim.is.links.iter().filter_map(|link| before.get(&link.id).map(|place| (link.id, *place))).collect();
    for link in claim.is.links.iter().filter(|link| !was.0.iter().any(|was| was.id == link.id)) {
        let free = |place: &usize| !now.values().any(|taken| taken == place);
        let found = by_words(machine, &claim.is.content, link, free).or_else(|| before.values().copied().find(|place| free(place)));
        let found = found.or_else(|| claim.was.is_none().then(|| by_content(machine, &claim.is.content, free)).flatten());
        now.extend(found.map(|place| (link.id, place)));
    }
    Meant { before, now }
}

/// The attribution that a link means by its reporting words, or by the words that name its source.
fn by_words(machine: &[Attribution], content: &[Span], link: &Said, free: impl Fn(&usize) -> bool) -> Option<usize> {
    let best = |words: Option<Span>, of: fn(&Attribution) -> &[Span]| {
        let words = [words?];
        let near = machine.iter().enumerate().filter(|(place, one)| free(place) && shared(&one.content, content) > 0);
        let scored = near.map(|(place, one)| (shared(of(one), &words), shared(&one.content, content), place));
        scored.filter(|(words, ..)| *words > 0).max_by_key(|(words, content, place)| (*words, *content, std::cmp::Reverse(*place))).map(|(.., place)| place)
    };
    best(link.cue, |one| &one.cue).or_else(|| best(link.source, |one| &one.source))
}

/// The attribution whose content shares most words with the claim.
fn by_content(machine: &[Attribution], content: &[Span], free: impl Fn(&usize) -> bool) -> Option<usize> {
    let scored = machine.iter().enumerate().filter(|(place, _)| free(place)).map(|(place, one)| (shared(&one.content, content), place));
    scored.filter(|(words, _)| *words > 0).max_by_key(|(words, place)| (*words, std::cmp::Reverse(*place))).map(|(_, place)| place)
}

/// How many scalar values two lists of spans share.
fn shared(some: &[Span], others: &[Span]) -> usize {
    let pairs = some.iter().flat_map(|one| others.iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| one.end.min(other.end).saturating_sub(one.start.max(other.start))).sum()
}

/// Spans without what others cover; of what is left, pieces that hold a letter or a figure.
fn without(text: &ScalarIndex<'_>, spans: &[Span], others: &[Span]) -> Vec<Span> {
    let mut left = spans.to_vec();
    for other in others {
        let cut = |span: &Span| [Span::new(span.start, other.start.clamp(span.start, span.end)), Span::new(other.end.clamp(span.start, span.end), span.end)];
        left = left.iter().flat_map(cut).collect();
    }
    let holds_words = |span: &Span| text.slice_within(*span).chars().any(char::is_alphanumeric);
    left.into_iter().map(|span| text.trim(span)).filter(holds_words).collect()
}

/// Spans with others, in order; those that touch are one.
fn with(spans: &[Span], others: &[Span]) -> Vec<Span> {
    span::joined(spans.iter().chain(others).copied())
}

#[cfg(test)]
mod tests;
