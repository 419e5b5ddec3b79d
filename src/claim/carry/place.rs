//! What became of one claim: its pieces, and the words that tell who says so.
//!
//! A claim whose words all stand together in the new text, with the words of its sources, is kept. Three things take
//! that away although its own words are there: a word put in or taken out where it touches the claim; a word put
//! into a sentence that is nothing but this claim; a negation put into its sentence or taken out of it.

use super::align::{Alignment, At};
use super::word::{Side, Token, Words};
use crate::claim::Anchor;
use crate::span::Span;
use std::ops::Range;

/// Where a claim stands in the old text.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// Its pieces.
    pub pieces: &'a [Span],
    /// The links of its chain.
    pub chain: &'a [Link],
}

/// Where a link of a chain stands in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// Where the text names the source.
    pub mention: Option<Span>,
    /// Where the reporting words stand.
    pub cue: Option<Span>,
}

/// What became of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// How well its place is known.
    pub anchor: Anchor,
    /// Its pieces in the new text; none where it is lost.
    pub pieces: Vec<Span>,
    /// The links of its chain in the new text; words that are gone have no place.
    pub chain: Vec<Link>,
    /// Whether its own words are kept, and others in its sentence are not.
    pub around: bool,
}

/// Share of a claim's words that must be left for it to be the same claim, where its sentence is another one.
const LEFT: f64 = 0.2;
/// How alike sentences are in which a claim is looked for although few of its words are left.
const SAME_SENTENCE: f32 = 0.5;

pub(super) fn fate(words: &Words, all: &Alignment, placed: &Placed<'_>) -> Fate {
    let finder = Finder { words, all };
    let pieces: Vec<Range<usize>> = placed.pieces.iter().map(|piece| words.old.tokens_under(*piece)).collect();
    let cited: Vec<Range<usize>> = placed.chain.iter().flat_map(|link| [link.mention, link.cue]).flatten().map(|span| words.old.tokens_under(span)).collect();
    let chain = placed.chain.iter().map(|link| Link { mention: finder.kept_span(link.mention), cue: finder.kept_span(link.cue) }).collect();
    let kept: Option<Vec<Range<usize>>> = pieces.iter().map(|piece| finder.kept(piece)).collect();
    if let Some(kept) = kept.filter(|kept| !kept.is_empty() && !finder.is_touched(&pieces, kept, &cited)) {
        let groups = || pieces.iter().chain(&cited).flat_map(Clone::clone).filter_map(|token| finder.group_of(token));
        let anchor = if groups().any(|group| group.moved) { Anchor::Moved } else { Anchor::Exact };
        let around = groups().any(|group| !group.same);
        let pieces = placed.pieces.iter().zip(&pieces).zip(&kept).map(|((span, old), new)| finder.exactly(*span, old, new)).collect();
        return Fate { anchor, pieces, chain, around };
    }
    match finder.changed(&pieces, &cited) {
        pieces if pieces.is_empty() => Fate { anchor: Anchor::Lost, pieces, chain: vec![Link::default(); placed.chain.len()], around: false },
        pieces => Fate { anchor: Anchor::Changed, pieces, chain, around: false },
    }
}

struct Finder<'a> {
    words: &'a Words,
    all: &'a Alignment,
}

impl Finder<'_> {
    fn at(&self, token: usize) -> At {
        self.all.at.get(token).copied().unwrap_or(At::Gone)
    }

    fn group_of(&self, token: usize) -> Option<&super::align::Group> {
        let group = self.all.of_old.get(self.words.old.unit_of(token)).copied().flatten()?;
        self.all.groups.get(group)
    }

    /// Where some words stand, if they all stand together as they did.
    fn kept(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let At::Same(first) = self.at(tokens.start) else { return None };
        let together = !tokens.is_empty() && tokens.clone().zip(first..).all(|(token, there)| self.at(token) == At::Same(there));
        together.then(|| first..first + tokens.len())
    }

    fn kept_span(&self, span: Option<Span>) -> Option<Span> {
        let span = span?;
        let old = self.words.old.tokens_under(span);
        let new = self.kept(&old)?;
        Some(self.exactly(span, &old, &new))
    }

    /// A span in the new text that begins and ends inside words as it did in the old one.
    fn exactly(&self, span: Span, old: &Range<usize>, new: &Range<usize>) -> Span {
        let (was, is) = (self.words.old.tokens_in(old.clone()), self.words.new.tokens_in(new.clone()));
        let (Some(first), Some(last), Some(begin), Some(end)) = (was.first(), was.last(), is.first(), is.last()) else { return Span::default() };
        let start = begin.span.start + span.start.saturating_sub(first.span.start).min(begin.span.len());
        Span::new(start, end.span.end - last.span.end.saturating_sub(span.end).min(end.span.len()))
    }

    /// Whether a claim is touched although all its words are there.
    fn is_touched(&self, pieces: &[Range<usize>], kept: &[Range<usize>], cited: &[Range<usize>]) -> bool {
        if cited.iter().any(|words| !words.is_empty() && self.kept(words).is_none()) {
            return true;
        }
        let units = |side: &Side, pieces: &[Range<usize>]| {
            let mut units: Vec<usize> = pieces.iter().flat_map(|piece| [side.unit_of(piece.start), side.unit_of(piece.end.saturating_sub(1))]).collect();
            units.sort_unstable();
            units.dedup();
            units
        };
        let (old_units, new_units) = (units(&self.words.old, pieces), units(&self.words.new, kept));
        if old_units
            .iter()
            .all(|unit| self.all.of_old.get(*unit).copied().flatten().and_then(|group| self.all.groups.get(group)).is_some_and(|group| group.same))
        {
            return false;
        }
        if pieces.iter().zip(kept).any(|(old, new)| self.is_touched_at_its_ends(old, new)) {
            return true;
        }
        let range = |side: &Side, unit: &usize| side.units.get(*unit).map_or(0..0, |unit| unit.tokens.clone());
        let old: Vec<usize> = old_units.iter().flat_map(|unit| range(&self.words.old, unit)).collect();
        let new: Vec<usize> = new_units.iter().flat_map(|unit| range(&self.words.new, unit)).collect();
        let word = |side: &Side, token: usize| side.tokens.get(token).is_some_and(|token| token.is_word);
        let is_new = |token: &usize| !self.all.known.get(*token).copied().unwrap_or_default();
        let alone = !old.iter().any(|token| word(&self.words.old, *token) && !pieces.iter().chain(cited).any(|piece| piece.contains(token)));
        let joins = |token: &usize| self.words.new.tokens.get(*token).is_some_and(|token| self.words.joints.contains(&token.id));
        if alone && new.iter().any(|token| word(&self.words.new, *token) && is_new(token) && !joins(token)) {
            return true;
        }
        let negates = |side: &Side, token: usize| side.tokens.get(token).is_some_and(|token| self.words.negations.contains(&token.id));
        let taken_out = old.iter().any(|token| negates(&self.words.old, *token) && !matches!(self.at(*token), At::Same(_)));
        taken_out || new.iter().any(|token| negates(&self.words.new, *token) && is_new(token))
    }

    /// Whether a word that stands directly beside a piece, with no mark between, came or went.
    fn is_touched_at_its_ends(&self, old: &Range<usize>, new: &Range<usize>) -> bool {
        let beside = |side: &Side, piece: &Range<usize>, before: bool| -> Option<(usize, Token)> {
            let at = if before { piece.start.checked_sub(1)? } else { piece.end };
            let inside = if before { piece.start } else { piece.end.checked_sub(1)? };
            let token = side.tokens.get(at).filter(|token| token.is_word && !(before && self.words.joints.contains(&token.id)))?;
            (side.unit_of(at) == side.unit_of(inside)).then_some((at, *token))
        };
        [true, false].into_iter().any(|before| match (beside(&self.words.old, old, before), beside(&self.words.new, new, before)) {
            (None, None) => false,
            (Some((_, was)), Some((_, is))) => !was.same(&is),
            (Some((at, _)), None) => !matches!(self.at(at), At::Same(_)),
            (None, Some((at, _))) => !self.all.known.get(at).copied().unwrap_or_default(),
        })
    }

    /// Where a claim stands whose words changed; nowhere where too little of it is left.
    fn changed(&self, pieces: &[Range<usize>], cited: &[Range<usize>]) -> Vec<Span> {
        let mut found: Vec<Range<usize>> = Vec::new();
        for piece in pieces {
            for part in self.by_unit(piece) {
                let there = self.place_of(&part);
                if self.words.new.tokens_in(there.clone()).iter().any(|token| token.is_word) && self.is_left(&part) {
                    found.push(self.with_what_is_new(there, cited));
                }
            }
        }
        found.sort_by_key(|range| (range.start, range.end));
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(found.len());
        for range in found {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged.into_iter().map(|range| self.words.new.span_of(range)).collect()
    }

    /// A range of old words, cut where units end.
    fn by_unit(&self, piece: &Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = piece.start;
        while start < piece.end {
            let unit = self.words.old.units.get(self.words.old.unit_of(start));
            let end = unit.map_or(piece.end, |unit| unit.tokens.end).min(piece.end).max(start + 1);
            parts.push(start..end);
            start = end;
        }
        parts
    }

    /// What stands in the place of some words of one unit.
    fn place_of(&self, part: &Range<usize>) -> Range<usize> {
        let begin = |at: At| match at {
            At::Same(there) | At::Instead(there, _) => Some(there),
            At::Gone => None,
        };
        let end = |at: At| match at {
            At::Same(there) => Some(there + 1),
            At::Instead(_, there) => Some(there),
            At::Gone => None,
        };
        match (begin(self.at(part.start)), part.end.checked_sub(1).and_then(|last| end(self.at(last)))) {
            (Some(start), Some(end)) => start..end.max(start),
            _ => 0..0,
        }
    }

    /// Whether enough of some words is left: of themselves, or of their sentence.
    fn is_left(&self, part: &Range<usize>) -> bool {
        if self.group_of(part.start).is_some_and(|group| group.likeness >= SAME_SENTENCE) {
            return true;
        }
        let words = part.clone().filter(|at| self.words.old.tokens.get(*at).is_some_and(|token| token.is_word));
        let (left, all) = words.fold((0_u32, 0_u32), |(left, all), at| (left + u32::from(matches!(self.at(at), At::Same(_))), all + 1));
        all > 0 && f64::from(left) >= f64::from(all) * LEFT
    }

    /// A range with the new words of its unit around it: those that touch it, and marks between them and it.
    fn with_what_is_new(&self, range: Range<usize>, cited: &[Range<usize>]) -> Range<usize> {
        let side = &self.words.new;
        let Some(unit) = side.units.get(side.unit_of(range.start)).map(|unit| unit.tokens.clone()) else { return range };
        let sources: Vec<Range<usize>> = cited.iter().filter_map(|words| self.kept(words)).collect();
        let is_new = |at: usize| !self.all.known.get(at).copied().unwrap_or_default() && !sources.iter().any(|source| source.contains(&at));
        let is_word = |at: usize| side.tokens.get(at).is_some_and(|token| token.is_word);
        let (mut start, mut end) = (range.start, range.end);
        for at in (unit.start..range.start).rev().take_while(|at| is_new(*at)) {
            if is_word(at) {
                start = at;
            }
        }
        for at in (range.end..unit.end.max(range.end)).take_while(|at| is_new(*at)) {
            if is_word(at) {
                end = at + 1;
            }
        }
        start..end
    }
}
