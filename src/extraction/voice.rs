//! Quotations that run over sentences: who speaks in those that name nobody.
//!
//! Works on one line after its sentences were looked at one by one. A sentence that lies in a quotation gets the
//! speaker of the sentence that its quotation ends in, else of the one before, else whoever spoke last.

use super::attribution::Found;
use super::model::Quotation;
use super::speaker::Memory;
use crate::span::Span;

/// A sentence with what was found in it.
#[derive(Debug)]
pub(super) struct Passage {
    pub span: Span,
    pub found: Vec<Found>,
    /// The attribution whose content goes on here, as the passage of the line and its place there.
    pub joins: Option<(usize, usize)>,
}

/// Gives the sentences inside quotations their speaker. `quotes` are those of the line, in order.
pub(super) fn run_on(passages: &mut [Passage], quotes: &[Span], memory: &mut Memory) {
    let mut coming: Option<(usize, usize)> = None;
    // From the end, so that what a quotation ends in is known.
    let mut ahead: Vec<Option<(usize, usize)>> = vec![None; passages.len()];
    for (n, passage) in passages.iter().enumerate().rev() {
        let quote = quotes.get(quotes.partition_point(|quote| quote.end < passage.span.end));
        let goes_on = quote.is_some_and(|quote| quote.start < passage.span.end && quote.end > passage.span.end);
        if let Some(slot) = ahead.get_mut(n).filter(|_| goes_on) {
            *slot = coming;
        }
        if !goes_on {
            coming = None;
        }
        // The attribution, if any, whose content a quotation from before leads into.
        if let Some(place) = passage.found.iter().position(|found| found.content.first().is_some_and(|content| content.start <= passage.span.start + 1)) {
            coming = Some((n, place));
        }
    }
    let mut last: Option<(usize, usize)> = None;
    for n in 0..passages.len() {
        let Some(passage) = passages.get(n) else { break };
        if let Some(place) = passage.found.iter().rposition(|found| found.quotation != Quotation::Indirect) {
            last = Some((n, place));
            continue;
        }
        if !passage.found.is_empty() || !is_quoted(passage.span, quotes) {
            last = None;
            continue;
        }
        let source = ahead.get(n).copied().flatten().or(last);
        let span = passage.span;
        let speaker = source.and_then(|(at, place)| passages.get(at)?.found.get(place)).map(|found| found.speaker.clone());
        let Some(speaker) = speaker.or_else(|| memory.last.clone().filter(|_| memory.paragraphs_since <= 1)) else { continue };
        memory.spoke(&speaker);
        let found = Found { source: None, cue: None, verb: None, content: vec![span], quotation: Quotation::Direct, speaker, origin: None, teller: None };
        if let Some(passage) = passages.get_mut(n) {
            passage.found.push(found);
            passage.joins = source;
        }
    }
}

/// Whether at least seven tenths of a sentence lie in quotations.
fn is_quoted(span: Span, quotes: &[Span]) -> bool {
    let from = quotes.partition_point(|quote| quote.end <= span.start);
    let inside: usize = quotes
        .get(from..)
        .unwrap_or_default()
        .iter()
        .take_while(|quote| quote.start < span.end)
        .map(|quote| quote.end.min(span.end).saturating_sub(quote.start.max(span.start)))
        .sum();
    inside * 10 >= span.len() * 7 && inside > 0
}
