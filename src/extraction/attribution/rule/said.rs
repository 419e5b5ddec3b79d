//! What stands behind a reporting verb: particle, time, occasion, who was told, and the content.

use super::super::super::cue::{Cue, Form, cue};
use super::super::super::lexicon::{DAYS, DETERMINERS, DOCUMENT, OCCASIONS, PREPOSITIONS, QUOTING_CUES, REJECTING_CUES, SAYING_NOUNS};
use super::super::super::token::Token;
use super::phrase::{is_adverb, is_known_head};
use super::scene::{OPENING, Range, Scene};

/// What stands behind a reporting verb.
pub(super) struct Said {
    pub content: Range,
    /// Where the reporting words end.
    pub cue_end: usize,
    /// Whom the source quotes, and the words for it.
    pub origin: Option<(Range, Range)>,
    /// Whom the source told.
    pub told: Option<Range>,
}

impl Scene<'_> {
    /// What stands behind a verb at `at`: particle, time, who was told, and the content.
    pub fn said_after(&self, at: usize, verb: Cue) -> Option<Said> {
        let mut from = self.behind_particle(at + 1, verb);
        let particle = from > at + 1;
        let mut cue_end = from;
        let told = if verb.verb == "tell" { self.told_whom(from) } else { None };
        from = told.map_or(from, |told| told.1);
        let timed = self.behind_time(from);
        if told.is_none() && timed > from {
            cue_end = timed;
        }
        from = self.behind_occasion(timed);
        let mut origin = None;
        if verb.verb == "quote" && self.is(from, "as") && self.is(from + 1, "saying") {
            // “The minister was quoted as saying …”.
            from += 2;
            cue_end = from;
        } else if verb.verb == "quote" || verb.verb == "cite" {
            // “Reuters quoted two officials as saying …”.
            let quoted = self.phrase_after(from).filter(|range| self.is(range.1, "as") && self.is(range.1 + 1, "saying"))?;
            origin = Some((quoted, (quoted.1, quoted.1 + 2)));
            from = quoted.1 + 2;
        }
        if self.token(from).is_some_and(is_adverb) && self.is(from + 1, "that") {
            from += 1;
            cue_end = from;
        }
        let marked = self.is_any(from, &["that", "to"])
            || self.is_mark(from, OPENING)
            || self.is_mark(from, &[':'])
            || self.is_mark(from, &[',']) && self.opens_quote(from + 1);
        let shown = matches!(verb.verb, "show" | "find")
            && (self.before(self.cue_start(at)).is_some_and(|t| t.is_any(DOCUMENT)) || verb.verb == "find" && self.is_mark(from, &['“', '"']));
        let quotes = self.opens_quote(from) || self.opens_quote(from + 1);
        if QUOTING_CUES.contains(&verb.verb) && !quotes {
            return None;
        }
        let named = verb.verb == "call" && (from..from + 8).any(|n| self.opens_quote(n));
        let quoted_as = cue_end > at + 1 && verb.verb == "quote";
        let saying = || (from..from + 6).any(|n| self.is_any(n, SAYING_NOUNS));
        if REJECTING_CUES.contains(&verb.verb) && !marked && !saying() {
            return None;
        }
        if verb.weak && origin.is_none() && !marked && !particle && !shown && !named && !quoted_as {
            return None;
        }
        if self.title && at == 0 && verb.form == Form::Base {
            return None;
        }
        while self.is_mark(from, &[',', ':', '—', '–']) || self.is(from, "that") {
            from += 1;
        }
        Some(Said { content: self.content_after(from)?, cue_end, origin, told })
    }

    /// The place behind a particle that belongs to the verb: “hinted at”, “called for”.
    pub fn behind_particle(&self, at: usize, verb: Cue) -> usize {
        let particles: &[&str] = match verb.verb {
            "call" => &["for", "on"],
            "hint" => &["at"],
            "warn" => &["of", "about", "against"],
            "point" => &["to", "out"],
            "complain" | "boast" | "joke" | "speculate" => &["about", "of", "on"],
            "respond" | "reply" => &["that"],
            _ => &[],
        };
        at + usize::from(self.is_any(at, particles) && !self.is(at, "that"))
    }

    /// The place behind a time: “said Monday”, “said last month”, “said then”.
    pub fn behind_time(&self, at: usize) -> usize {
        let mut next = at;
        if self.is_any(next, &["on", "late", "early", "earlier", "last", "this"])
            && (self.is_any(next + 1, DAYS) || self.is_any(next + 1, &["week", "month", "year", "morning", "afternoon", "evening", "summer", "spring", "fall"]))
        {
            next += 2;
        } else if self.is_any(next, DAYS)
            || self.is_any(
                next,
                &[
                    "then", "yesterday", "today", "earlier", "later", "recently", "again", "sarcastically", "angrily", "quietly", "simply", "afterward",
                    "afterwards", "flatly", "bluntly", "repeatedly", "publicly",
                ],
            )
        {
            next += 1;
        }
        while next > at && (self.is_any(next, &["morning", "afternoon", "evening", "night"]) || self.token(next).is_some_and(Token::is_number)) {
            next += 1;
        }
        next
    }

    /// The place behind what tells who a source is: “said Ms Roe, a lawyer in Ohio”.
    pub fn behind_description(&self, at: usize) -> usize {
        let describes =
            self.is_mark(at, &[',']) && (self.is_any(at + 1, DETERMINERS) || self.is(at + 1, "who") || self.token(at + 1).is_some_and(is_known_head));
        if !describes {
            return at;
        }
        (at + 1..self.len())
            .find(|n| {
                self.is_mark(*n, &['.', '!', '?', ';', ':', '—', '–'])
                    || self.opens_quote(*n)
                    || self.is_mark(*n, &[','])
                        && (self.opens_quote(n + 1)
                            || self.token(n + 1).is_some_and(|t| cue(&t.low).is_some() || t.is_any(&["citing", "but", "as", "after", "in", "adding"])))
            })
            .unwrap_or(self.len())
    }

    /// The place behind an occasion: “said in a statement that”, “said at a news conference: “”. What is no
    /// occasion may be the content itself.
    fn behind_occasion(&self, at: usize) -> usize {
        if !self.is_any(at, &["in", "on", "at", "during", "of", "via", "after", "through", "from"]) {
            return at;
        }
        let mut occasion = false;
        for next in at + 1..(at + 14).min(self.len()) {
            if self.is(next, "that") || self.opens_quote(next) || self.is_mark(next, &[':']) || self.is_mark(next, &[',']) && self.opens_quote(next + 1) {
                return next;
            }
            if occasion && !self.is_any(next, PREPOSITIONS) && !self.is_any(next - 1, PREPOSITIONS) && !self.is_any(next, DAYS) {
                return next;
            }
            occasion |= self.is_any(next, OCCASIONS);
        }
        at
    }

    /// Whom somebody told: “told reporters that”, “told the newspaper”.
    pub fn told_whom(&self, from: usize) -> Option<Range> {
        let stops = |at: usize| self.is(at, "that") || self.is_mark(at, &[',', ':', '.']) || self.opens_quote(at);
        let stop = (from + 1..(from + 9).min(self.len())).find(|at| stops(*at));
        if self.is_any(from, &["me", "us", "him", "her", "them", "reporters", "journalists"]) {
            return Some((from, from + 1));
        }
        let phrase = self.phrase_after(from).map(|range| (range.0, stop.map_or(range.1, |stop| stop.min(range.1))));
        phrase.or(stop.map(|stop| (from, stop)))
    }
}
