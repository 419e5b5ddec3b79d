//! From guesses to attributions: which are accepted, how they chain, who speaks.

use super::super::cue::cue;
use super::super::lexicon::REJECTING_CUES;
use super::super::syntax::table::Scorer;
use super::super::text_of;
use super::super::token::tokens;
use super::guess::{Guess, Sketch};
use super::reach::{Anchor, Outline, credited, reach};
use super::rule::Ruled;
use super::{Attribution, Found, Memory, Passage, Quotation, SourceKind, Speaker, Via};
use crate::span::Span;

/// A guess of the rules alone, for chains.
const RULED: f32 = 1.0;

/// Settles the sentences of a text in their order; `new_line` tells which begin a line. Those without a sketch are not
/// looked at.
pub(in super::super) fn settle(
    chars: &[char],
    sentences: &mut [(Span, bool, Option<Sketch>)],
    model: &impl Scorer<1>,
    memory: &mut Memory<'_>,
) -> Vec<Passage> {
    let outlines: Vec<Outline> = sentences.iter().map(|(span, _, sketch)| sketch.as_ref().map_or(Outline::bare(*span), |sketch| sketch.outline)).collect();
    let mut passages: Vec<Passage> = sentences.iter_mut().map(passage).collect();
    // What the contents of earlier and later cues take in of each sentence.
    let mut accepted: Vec<Vec<(Guess, Vec<usize>)>> = Vec::with_capacity(sentences.len());
    let mut taken: Vec<Option<(usize, usize)>> = vec![None; sentences.len()];
    for (n, (_, _, sketch)) in sentences.iter().enumerate() {
        let mut here = Vec::new();
        for guess in sketch.iter().flat_map(accept) {
            let wide = if guess.credit { credited(&outlines, n) } else { reach(&guess.anchor, &outlines, n, model) };
            for place in &wide {
                if let Some(slot) = taken.get_mut(*place) {
                    *slot = slot.or(Some((n, here.len())));
                }
            }
            if !(guess.content.is_empty() && wide.is_empty()) {
                here.push((guess, wide));
            }
        }
        accepted.push(here);
    }
    let mut told = Told { speakers: Vec::with_capacity(sentences.len()), last: vec![None; sentences.len()] };
    for (n, ((_, new_line, sketch), here)) in sentences.iter().zip(&accepted).enumerate() {
        if *new_line {
            memory.new_paragraph();
        }
        let Some(passage) = passages.get_mut(n) else { break };
        let mut names = Vec::new();
        let ruled = sketch.as_ref().map(|sketch| sketch.reading.ruled.as_slice()).unwrap_or_default();
        for (guess, wide) in here {
            let voice = Voice { chars, ruled, guess, outlines: &outlines, wide };
            passage.attributions.push(voice.attribution());
            let speaker = voice.speaker(passage.found.last(), memory);
            if let Some(speaker) = &speaker
                && !voice.is_origin()
            {
                memory.spoke(speaker);
                passage.found.extend(voice.found(speaker.clone(), memory));
            }
            names.push(speaker);
        }
        if here.is_empty()
            && let Some(span) = sketch.as_ref().and_then(|sketch| sketch.reading.speaks)
        {
            let speaker = memory.resolve(chars, &tokens(chars, span));
            memory.spoke(&speaker);
        }
        if let Some(slot) = told.last.get_mut(n).filter(|_| outlines.get(n).is_some_and(is_quoted)) {
            *slot = memory.last.clone().filter(|_| memory.paragraphs_since <= 1);
        }
        told.speakers.push(names);
    }
    for (n, passage) in passages.iter_mut().enumerate().filter(|(_, passage)| passage.found.is_empty()) {
        let goes_on = outlines.get(n).and_then(|outline| told.goes_on(outline, taken.get(n).copied().flatten(), n));
        passage.found.extend(goes_on);
    }
    passages
}

/// A sentence with its words and marks.
fn passage((span, _, sketch): &mut (Span, bool, Option<Sketch>)) -> Passage {
    Passage { tokens: sketch.as_mut().map(|sketch| std::mem::take(&mut sketch.tokens)), ..Passage::new(*span) }
}

/// Whether most of a sentence stands in quotations.
fn is_quoted(outline: &Outline) -> bool {
    outline.quoted >= 7
}

/// Who speaks in the sentences of a text.
struct Told {
    /// The speakers of each sentence's attributions.
    speakers: Vec<Vec<Option<Speaker>>>,
    /// Who spoke last before or in a quotation.
    last: Vec<Option<Speaker>>,
}

impl Told {
    /// Sentence number `n` where the content of the attribution `before` takes it in, or where it is a quotation that
    /// names nobody: its speaker is that of the attribution, else whoever spoke last.
    fn goes_on(&self, outline: &Outline, before: Option<(usize, usize)>, n: usize) -> Option<Found> {
        let quoted = is_quoted(outline);
        let known = before.and_then(|(at, place)| self.speakers.get(at)?.get(place)?.clone());
        let speaker = known.or_else(|| self.last.get(n)?.clone())?;
        let quotation = if quoted { Quotation::Direct } else { Quotation::Indirect };
        (quoted || before.is_some()).then(|| Found {
            source: None,
            cue: None,
            verb: None,
            content: vec![outline.span],
            quotation,
            speaker,
            origin: None,
            teller: None,
        })
    }
}

/// The guesses of a sentence. Where the rules see a chain that the models miss, the rules hold.
fn accept(sketch: &Sketch) -> Vec<Guess> {
    let mut accepted: Vec<Guess> = Vec::new();
    for guess in &sketch.guesses {
        match accepted.last_mut().filter(|last| repeats(last, guess)) {
            Some(last) if last.chance < guess.chance => *last = guess.clone(),
            Some(_) => {}
            None => accepted.push(guess.clone()),
        }
    }
    for one in &sketch.reading.ruled {
        let (Some((_, by)), Some(source)) = (one.origin, one.source) else { continue };
        accepted.retain(|guess| !source.overlaps(guess.word));
        let mut seen = false;
        for guess in accepted.iter_mut().filter(|guess| guess.cue.overlaps(one.cue)) {
            without(&mut guess.content, by, one.content.first().copied());
            guess.source = guess.source.filter(|source| !source.overlaps(by)).or(Some(source));
            seen = true;
        }
        if !seen {
            accepted.retain(|guess| !guess.content.iter().any(|content| content.contains(one.cue)));
            let guess = Guess { word: one.cue, chance: RULED, ruled: 2, source: Some(source), cue: one.cue, content: one.content.clone(), ..Guess::default() };
            accepted.push(guess);
        }
    }
    cut(&mut accepted, &sketch.reading.ruled);
    if let Some(one) = &sketch.reading.credit {
        accepted.retain(|guess| !one.source.is_some_and(|source| source.overlaps(guess.word)));
        let anchor = Anchor::quotation(!one.content.is_empty());
        let content = one.content.clone();
        accepted.push(Guess { word: one.cue, chance: RULED, ruled: 2, source: one.source, cue: one.cue, content, anchor, credit: true, ..Guess::default() });
    }
    accepted.sort_by_key(|guess| guess.word);
    accepted
}

/// Ends a content where the rules do, if another voice sets in behind: “labeled it a state visit, with media suggesting”.
fn cut(accepted: &mut [Guess], ruled: &[Ruled]) {
    let words: Vec<Span> = accepted.iter().map(|guess| guess.word).collect();
    for guess in accepted {
        let Some(one) = ruled.iter().find(|one| one.cue.overlaps(guess.word)) else { continue };
        for piece in &mut guess.content {
            let end = one.content.iter().find(|rule| rule.overlaps(*piece) && rule.end < piece.end).map(|rule| rule.end);
            if let Some(end) = end.filter(|end| words.iter().any(|word| *end <= word.start && word.end <= piece.end)) {
                piece.end = end;
            }
        }
    }
}

/// Whether two words make one attribution: “was quoted as saying”.
fn repeats(one: &Guess, other: &Guess) -> bool {
    one.cue.overlaps(other.cue) || !one.content.is_empty() && one.content == other.content && one.source == other.source
}

/// Ends the content that holds the word `by` in front of it; one that begins with it begins where the rules' does.
fn without(content: &mut Vec<Span>, by: Span, rule: Option<Span>) {
    for piece in content.iter_mut().filter(|piece| piece.contains(by)) {
        match rule.filter(|rule| by.start < piece.start + 3 && rule.start > by.end && rule.start < piece.end) {
            Some(rule) => piece.start = rule.start,
            None => piece.end = by.start.saturating_sub(2).max(piece.start),
        }
    }
    content.retain(|piece| !piece.is_empty());
}

/// An accepted guess in its sentence.
struct Voice<'t> {
    chars: &'t [char],
    ruled: &'t [Ruled],
    guess: &'t Guess,
    outlines: &'t [Outline],
    /// The other sentences that its content takes in.
    wide: &'t [usize],
}

impl Voice<'_> {
    /// What the rules find with the same cue.
    fn same(&self) -> Option<&Ruled> {
        self.ruled.iter().find(|one| one.cue.overlaps(self.guess.cue))
    }

    /// Whether it only names the origin of another attribution: “citing the ministry”.
    fn is_origin(&self) -> bool {
        self.ruled.iter().any(|one| one.origin.is_some_and(|(_, by)| by.overlaps(self.guess.word)) && !one.cue.overlaps(self.guess.word))
    }

    fn attribution(&self) -> Attribution {
        let mut content = self.guess.content.clone();
        content.extend(self.wide.iter().filter_map(|at| self.outlines.get(*at)).map(Outline::taken));
        content.sort_unstable();
        Attribution { source: self.guess.source.into_iter().collect(), cue: vec![self.guess.cue], content, kind: Some(self.quotation()) }
    }

    fn quotation(&self) -> Quotation {
        let wide = || self.wide.iter().filter_map(|at| self.outlines.get(*at)).map(|outline| outline.quoted);
        let all = matches!(self.guess.anchor.quoted, 0 | 3) && wide().all(|tenths| tenths > 8);
        match self.guess.anchor.quoted {
            _ if all => Quotation::Direct,
            0 | 1 if wide().all(|tenths| tenths == 0) => Quotation::Indirect,
            _ => Quotation::Mixed,
        }
    }

    /// Who speaks: the source, resolved; a quotation without one is of whoever spoke last.
    fn speaker(&self, before: Option<&Found>, memory: &mut Memory<'_>) -> Option<Speaker> {
        if let Some(source) = self.guess.source {
            let words = tokens(self.chars, source);
            // “the official who said it”: “who” is told by what stands before.
            return Some(memory.resolve(self.chars, &words)).filter(|(name, _)| !name.trim().is_empty());
        }
        if self.quotation() == Quotation::Indirect {
            return None;
        }
        before.map(|found| found.speaker.clone()).or_else(|| memory.last.clone().filter(|_| memory.paragraphs_since <= 1))
    }

    /// What makes claims of it: nothing where its words are no saying of their own (“denied it”), or where the verb may
    /// be one of doing and the rules see no saying either.
    fn found(&self, speaker: Speaker, memory: &mut Memory<'_>) -> Option<Found> {
        // “those who worry that …”: nobody in particular.
        if matches!(speaker.0.as_str(), "who" | "whom" | "which" | "that") {
            return None;
        }
        let low = text_of(self.chars, self.guess.word).to_lowercase();
        let verb = cue(&low);
        let says = verb.is_some_and(|verb| !verb.weak && !REJECTING_CUES.contains(&verb.verb));
        if !(says || self.guess.ruled > 0 || self.quotation() == Quotation::Direct) || !self.is_saying() {
            return None;
        }
        let mut name = |span: Span| memory.resolve(self.chars, &tokens(self.chars, span));
        let same = self.same();
        let origin = same.and_then(|one| one.origin).map(|(source, cue)| Via { source, cue, speaker: name(source) });
        let teller = same.and_then(|one| one.told).map(|source| Via { source, cue: self.guess.cue, speaker: name(source) });
        Some(Found {
            source: self.guess.source,
            cue: Some(self.guess.cue),
            verb: verb.map(|verb| verb.verb),
            content: self.said(),
            quotation: self.quotation(),
            speaker,
            origin,
            teller: teller.filter(|via| via.speaker.1 == SourceKind::Outlet),
        })
    }

    /// The content without "that" in front, and with what the models count as reporting and the rules as said: “stressed
    /// the potential for war”.
    fn said(&self) -> Vec<Span> {
        // Where the rules see a chain, “citing …” is no part of what is said.
        let ruled = self.same().filter(|one| one.origin.is_none()).map(|one| one.content.as_slice()).unwrap_or_default();
        let mut said = self.guess.content.clone();
        let at = |start: usize, word: &[char]| self.chars.get(start..start + word.len()) == Some(word);
        for piece in &mut said {
            // “hinted for days that …”: what stands before “that” is when or to whom.
            let marked = at(piece.start, &['t', 'h', 'a', 't', ' ']) || at(piece.start.saturating_sub(5), &['t', 'h', 'a', 't', ' ']);
            if !marked && let Some(rule) = ruled.iter().find(|rule| rule.start < piece.start && rule.end >= piece.end && rule.start >= self.guess.word.end) {
                piece.start = rule.start;
            }
            if at(piece.start, &['t', 'h', 'a', 't', ' ']) && piece.len() > 5 {
                piece.start += 5;
            }
        }
        said
    }

    /// Whether the content is more than a word that stands for another.
    fn is_saying(&self) -> bool {
        const EMPTY: &[&str] = &["so", "it", "this", "that", "what", "them", "more", "much", "little", "nothing", "him", "her", "me", "us"];
        match self.guess.content.as_slice() {
            [] => false,
            [only] => !EMPTY.contains(&text_of(self.chars, Span::new(only.start, only.end.min(only.start + 12))).to_lowercase().as_str()),
            _ => true,
        }
    }
}
