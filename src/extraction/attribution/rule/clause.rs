//! Sources tied to their content in other ways than as the subject of a verb.

use super::super::super::cue::{Cue, Form};
use super::super::super::lexicon::{BE, DETERMINERS, DOCUMENT, NO_SPEAKERS, SAYING_NOUNS};
use super::Match;
use super::scene::Scene;

impl Scene<'_> {
    /// “MARKOV: …”, “Markov: “…””: the name of the speaker in front of the words.
    pub fn label(&self) -> Option<Match> {
        let colon = (1..6).find(|at| self.is_mark(*at, &[':']))?;
        let names = self.tokens_in((0, colon));
        let loud = names.iter().all(|t| t.word && t.capital) && names.iter().any(|t| t.low.chars().count() > 2);
        let upper = names.iter().all(|t| t.upper) && !self.is_any(0, NO_SPEAKERS);
        if !loud || !(upper || self.opens_quote(colon + 1)) || self.title {
            return None;
        }
        let content = self.content_after(colon + 1)?;
        Some(Match { source: Some((0, colon)), cue: (colon, colon + 1), content: vec![content], ..Match::default() })
    }

    pub fn according_to(&self, at: usize) -> Option<Match> {
        let source = self.phrase_after(at + 2)?;
        let comma = self.is_mark(source.1, &[',']);
        let mut content = Vec::new();
        if at > 1 {
            content.extend(self.content_before(at));
        }
        if (at <= 1 || comma) && !self.is_any(source.1 + 1, &["citing", "quoting", "which", "who"]) {
            content.extend(self.content_after(if comma { source.1 + 1 } else { source.1 }));
        }
        (!content.is_empty()).then(|| Match { source: Some(source), cue: (at, at + 2), content, ..Match::default() })
    }

    /// “The visit has been confirmed by the Kremlin”.
    pub fn passive(&self, at: usize, verb: Cue) -> Option<Match> {
        if !matches!(verb.form, Form::Participle | Form::Past) || !self.is(at + 1, "by") || verb.verb == "write" {
            return None;
        }
        let start = self.cue_start(at);
        if !self.tokens_in((start, at)).iter().any(|t| t.is_any(BE)) {
            return None;
        }
        let source = self.phrase_after(at + 2)?;
        let mut content = vec![self.content_before(start)?];
        // “was described by aides as …”.
        if self.is_any(source.1, &["as", "to"]) {
            content.extend(self.content_after(source.1));
        }
        Some(Match { source: Some(source), cue: (start, at + 2), content, ..Match::default() })
    }

    /// “Mr Cole's claim that …”, “their warnings that …”.
    pub fn nominal(&self, at: usize) -> Option<Match> {
        if !self.is_any(at, SAYING_NOUNS) || !self.is(at + 1, "that") {
            return None;
        }
        let owner = self.before(at)?;
        let source = if owner.is_any(&["his", "her", "their", "my", "our"]) {
            (at - 1, at)
        } else if owner.is_possessive() {
            self.phrase_before(at)?
        } else {
            return None;
        };
        let mut content = self.content_after(at + 2)?;
        // “X's claim that Y has not been verified”: the sentence has a verb of its own.
        let own = (content.0 + 2..content.1).rev().find(|n| self.is_any(*n, &["has", "have", "is", "are", "was", "were"]) && !self.quoted(*n));
        if let Some(own) = own.filter(|_| source.0 <= 1) {
            content.1 = own;
        }
        Some(Match { source: Some(source), cue: (at, at + 1), content: vec![content], ..Match::default() })
    }

    /// “…, advising those concerned to …”; “with Russian media suggesting …”; “images showing …”.
    pub fn ing_clause(&self, at: usize, verb: Cue, before: &[Match]) -> Option<Match> {
        let previous = at.checked_sub(1)?;
        let from = self.behind_particle(at + 1, verb);
        let after = if self.is_any(from, &["that"]) || self.is_mark(from, &[':', ',']) { from + 1 } else { from };
        let marked = after > at + 1 || self.is(from, "to") || self.opens_quote(from);
        let content = self.content_after(after)?;
        let found = Match { cue: (at, from), content: vec![content], ..Match::default() };
        if self.ends_clause(previous) || self.is_any(previous, &["by", "in", "while", "before", "after", "and"]) {
            if verb.weak && !marked {
                return None;
            }
            if before.last().is_some_and(|m| m.source.is_some() || m.shared) {
                return Some(Match { shared: true, ..found });
            }
            return self.ends_clause(previous).then(|| self.subject()).flatten().map(|subject| Match { source: Some(subject), ..found });
        }
        if let Some(with) = (at.saturating_sub(8)..at).rev().take_while(|n| self.token(*n).is_some_and(|t| t.word)).find(|n| self.is(*n, "with")) {
            return Some((with + 1, at)).filter(|source| self.can_be_source(*source)).map(|source| Match { source: Some(source), ..found });
        }
        let mut source = self.phrase_before(at)?;
        let opens = (source.0..source.1).rev().find(|n| self.is_any(*n, &["with", "by"]));
        source.0 = opens.map_or(source.0, |n| n + 1);
        let cited = self.before(source.0).is_some_and(|t| t.is_any(&["with", "by"]));
        let document = (source.0..source.1).rev().find(|n| self.is_any(*n, DOCUMENT));
        if !cited && document.is_some() {
            // “the council issued a statement calling”: only the statement speaks.
            source.0 = (source.0..source.1).rev().find(|n| self.is_any(*n, DETERMINERS)).unwrap_or(source.0);
        }
        ((cited || document.is_some()) && source.0 < source.1).then_some(Match { source: Some(source), ..found })
    }

    /// “citing …” names the origin behind the source next to it.
    pub fn attach_origins(&self, matches: &mut Vec<Match>) {
        for at in 0..self.len() {
            let cites = self.is(at, "citing") || self.is(at, "quoting") && self.before(at).is_some_and(|t| !t.word);
            if !cites || self.quoted(at) {
                continue;
            }
            let Some(origin) = self.phrase_after(at + 1) else { continue };
            match matches.iter_mut().min_by_key(|m| m.cue.0.abs_diff(at)) {
                Some(found) if found.origin.is_none() => {
                    found.origin = Some((origin, (at, at + 1)));
                    let behind = (origin.1..origin.1 + 3).find(|n| !self.is_mark(*n, &[',']) && !self.is(*n, "that")).unwrap_or(origin.1);
                    for content in &mut found.content {
                        if content.0 == at {
                            // “reported, citing two officials, that …”.
                            content.0 = behind.min(content.1);
                        } else if content.0 < at && at < content.1 {
                            content.1 = if self.is_mark(at - 1, &[',']) { at - 1 } else { at };
                        }
                    }
                }
                Some(_) => {}
                None => {
                    if let Some(content) = self.content_before(at) {
                        matches.push(Match { source: Some(origin), cue: (at, at + 1), content: vec![content], ..Match::default() });
                    }
                }
            }
        }
        matches.retain(|m| m.content.iter().any(|(a, b)| a < b));
    }
}
