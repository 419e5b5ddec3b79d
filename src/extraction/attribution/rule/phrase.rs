//! Phrases that can name a source, before a place, behind it, or at the head of the sentence.

use super::super::super::cue::{Form, cue};
use super::super::super::lexicon::{
    ADVERBS, AUXILIARIES, CLAUSE, COLLECTIVE, DAYS, DETERMINERS, DOCUMENT, EXPERT, FINITE, GOVERNMENT, NOT_ADVERBS, OCCASIONS, OFFICIAL, ORGANISATION, OUTLETS,
    PREPOSITIONS, PRONOUNS, SENTENCE_STARTERS, UNNAMED,
};
use super::super::super::quick::QuickSet;
use super::super::super::token::Token;
use super::scene::{Range, Scene};
use std::sync::LazyLock;

/// Longest phrase, in tokens.
const PHRASE: usize = 16;
/// Longest insertion between a source and its verb, in tokens.
const INSERTION: usize = 24;

impl Scene<'_> {
    /// Where the reporting words begin: with the auxiliaries and adverbs before the verb.
    pub fn cue_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0 && at - start < 6 && self.token(start - 1).is_some_and(|t| is_auxiliary(t) && !t.is_any(DAYS)) && !self.quoted(start - 1) {
            start -= 1;
        }
        start
    }

    /// The phrase before a verb at `at`, if it can be a source.
    pub fn phrase_before(&self, at: usize) -> Option<Range> {
        let mut end = self.cue_start(at);
        let mut behind_day = false;
        while end > 0 && self.is_any(end - 1, DAYS) && !self.quoted(end - 1) {
            end -= 1;
            behind_day = true;
        }
        while behind_day && end > 0 && self.is_any(end - 1, &["on", "late", "early", "in", "last", "this"]) {
            end -= 1;
        }
        let whole_end = end;
        let (end, inserted) = self.before_insertion(end)?;
        let (end, relative) = self.before_relative(end);
        if end == 0 || self.quoted(end - 1) {
            return None;
        }
        if self.is_any(end - 1, PRONOUNS) {
            // “it said”, but not “it was said”.
            let plain = self.is(end - 1, "it") && end == at;
            return (plain || self.can_be_source((end - 1, end))).then_some((end - 1, end));
        }
        let mut start = end;
        while start > 0 && end - start < PHRASE && self.token(start - 1).is_some_and(|t| t.word && !is_break(t)) && !self.quoted(start - 1) {
            start -= 1;
        }
        let range = self.without_lead((start, end))?;
        let range = self.with_first_half(range);
        (self.can_be_source(range) || self.is_plain_noun(range) && self.speaks(range, at))
            .then_some((range.0, if inserted && !relative { whole_end } else { range.1 }))
    }

    /// Where the phrase ends that an insertion stands behind: “Markov, a political scientist, said”; “Bloomberg
    /// reports, citing the ministry, indicate”; “Mr Doe (R-Ohio) said”. `true` where the insertion belongs to the
    /// source.
    fn before_insertion(&self, end: usize) -> Option<(usize, bool)> {
        let last = end.checked_sub(1)?;
        if self.is_mark(last, &[')']) {
            let open = (end.saturating_sub(8)..last).rev().find(|n| self.is_mark(*n, &['(']))?;
            return Some((open, true));
        }
        let pair: &[char] = if self.is_mark(last, &['—', '–']) { &['—', '–'] } else { &[','] };
        if !self.is_mark(last, pair) || self.before(last).is_none_or(|t| !t.word && !matches!(t.mark(), Some(')' | '.'))) {
            return Some((end, false));
        }
        let open = (end.saturating_sub(INSERTION)..last).rev().filter(|n| self.is_mark(*n, pair) && !self.quoted(*n)).find(|open| {
            // A list of names inside (“of Ohio, New York”) is passed over where the phrase before it begins no source.
            self.before(*open).is_some_and(|t| t.word || t.mark() == Some(')'))
        })?;
        if open == 0 || open + 1 >= last {
            return None;
        }
        Some((open, !self.is(open + 1, "citing") && !self.is(open + 1, "quoting")))
    }

    /// Where the phrase ends that “who” stands behind.
    fn before_relative(&self, end: usize) -> (usize, bool) {
        match end.checked_sub(1) {
            Some(who) if self.is(who, "who") && who > 0 => (if self.is_mark(who - 1, &[',']) { who - 1 } else { who }, true),
            _ => (end, false),
        }
    }

    /// The phrase without an adverbial in front: “In recent weeks officials”, “On Tuesday the Kremlin”.
    fn without_lead(&self, range: Range) -> Option<Range> {
        let (start, end) = range;
        let first = self.token(start).filter(|_| start < end)?;
        if !first.is_any(PREPOSITIONS) && !is_adverb(first) {
            return Some(range);
        }
        let inside = || (start + 1..end).rev();
        let restart = inside().find(|n| self.is_any(*n, DETERMINERS) || self.is_any(*n, PRONOUNS));
        let capital = |n: usize| self.is_capital(n) && !self.is_any(n, DAYS);
        let run = inside().find(|n| capital(*n) && !(*n > start + 1 && capital(*n - 1)));
        let head = inside().find(|n| self.can_be_source((*n, *n + 1)));
        restart.or(run).or(head).map(|from| (from, end))
    }

    /// The phrase together with what “and” joins to it in front: “Mr Doe and two aides said”.
    fn with_first_half(&self, range: Range) -> Range {
        let Some(and) = range.0.checked_sub(1).filter(|and| *and > 0 && self.is(*and, "and")) else { return range };
        let mut start = and;
        while start > 0 && and - start < 8 && self.token(start - 1).is_some_and(|t| t.word && !is_break(t)) && !self.quoted(start - 1) {
            start -= 1;
        }
        let whole = start == 0 || self.before(start).is_some_and(|t| !t.word);
        let first = self.without_lead((start, and)).filter(|first| whole && first.0 < and && self.can_be_source(*first));
        first.map_or(range, |first| (first.0, range.1))
    }

    /// The phrase that begins at `from`, if it can be a source.
    pub fn phrase_after(&self, from: usize) -> Option<Range> {
        let mut end = from;
        while end < self.len() && end - from < PHRASE {
            let Some(token) = self.token(end).filter(|t| t.word) else { break };
            if (token.is_any(CLAUSE) || token.is_any(PREPOSITIONS)) && !(end > from && self.joins(end)) {
                break;
            }
            let verb =
                !token.capital && (cue(&token.low).is_some_and(|c| c.form != Form::Base) && !token.is_any(DOCUMENT) || is_auxiliary(token) && !token.is("all"));
            if end > from && verb || self.quoted(end) {
                break;
            }
            end += 1;
        }
        while end > from && self.is_any(end - 1, DAYS) {
            end -= 1;
        }
        (end > from && self.can_be_source((from, end))).then_some((from, end))
    }

    /// Whether the word at `at` ties what follows to the phrase before it: “of the”, “and Mr Doe”, “familiar with the”.
    fn joins(&self, at: usize) -> bool {
        let names = self.is_capital(at + 1) && !self.is_any(at + 1, DAYS);
        if self.is(at, "and") {
            return names || self.is_any(at + 1, DETERMINERS);
        }
        let described = self.before(at).is_some_and(|t| !t.capital);
        let occasion = (at + 1..at + 5).any(|n| self.is_any(n, OCCASIONS));
        let of = self.is_any(at, &["of", "for"]);
        let near = described && self.is_any(at, &["in", "at", "from", "with", "on", "by", "to"]);
        !occasion && (of || near) && (names || self.is_any(at + 1, DETERMINERS) || of)
    }

    /// Who the sentence is about: the phrase before its first verb.
    pub fn subject(&self) -> Option<Range> {
        let mut start = 0;
        if self.is_any(0, PREPOSITIONS) || self.is_any(0, CLAUSE) || self.token(0).is_some_and(is_adverb) {
            start = self.next_mark(&[','], 1, INSERTION).map_or(0, |comma| comma + 1);
        }
        let mut at = start;
        while at < self.len() && at - start < INSERTION {
            let token = self.token(at).filter(|_| !self.quoted(at))?;
            if at > start && token.mark() == Some(',') {
                // “Markov, who …, has”: the subject is what stands before the insertion.
                return Some((start, at)).filter(|range| self.can_be_source(*range));
            }
            let past = !token.capital && (token.low.ends_with("ed") || cue(&token.low).is_some_and(|c| matches!(c.form, Form::Past | Form::Third)));
            if at > start && (past || !token.capital && (token.is_any(FINITE) || is_auxiliary(token)) || !token.word && token.mark() != Some('-')) {
                return Some((start, at)).filter(|range| token.word && self.can_be_source(*range));
            }
            at += 1;
        }
        None
    }

    /// Whether the phrase is a short one about people or things in general: “a friend”, “the two men”, “residents”.
    fn is_plain_noun(&self, range: Range) -> bool {
        let (Some(first), Some(last)) = (self.token(range.0), self.before(range.1)) else { return false };
        let noun = !last.capital && !last.is_any(PREPOSITIONS) && !last.is_any(DETERMINERS) && !is_auxiliary(last) && !last.is_number();
        noun && range.1 - range.0 <= 5 && (first.is_any(DETERMINERS) || last.low.ends_with('s')) && last.low.chars().count() > 2
    }

    /// Whether the verb at `at` behind a phrase plainly brings words of its own.
    fn speaks(&self, range: Range, at: usize) -> bool {
        let quote = |n: usize| self.opens_quote(n) || self.is_mark(n, &[':']);
        self.is(at + 1, "that") || quote(at + 1) || quote(at + 2) || range.0 > 0 && self.quoted(range.0 - 1)
    }

    /// Whether the phrase can name a source at all.
    pub fn can_be_source(&self, range: Range) -> bool {
        let tokens = self.tokens_in(range);
        if let [only] = tokens
            && (only.is_any(&["it", "you", "there", "this", "that"]) || only.is_any(DAYS))
        {
            return false;
        }
        tokens.iter().enumerate().any(|(n, t)| {
            let starts_sentence = range.0 + n == 0;
            let no_name = t.is_any(DAYS) || is_contracted(t) || starts_sentence && SENTENCE_STARTERS.contains(&t.low.as_str());
            t.word && (t.is_any(PRONOUNS) || is_known_head(t) || t.capital && !no_name)
        })
    }
}

/// Whether the word is a kind of source: “officials”, “ministry”, “report”.
pub(super) fn is_known_head(token: &Token) -> bool {
    let bare = token.low.trim_end_matches("'s");
    let one = bare.strip_suffix('s').unwrap_or(bare);
    HEADS.contains(bare) || HEADS.contains(one)
}

/// The words that stand for kinds of sources.
static HEADS: LazyLock<QuickSet<&'static str>> = LazyLock::new(|| {
    let lists = [UNNAMED, GOVERNMENT, OFFICIAL, EXPERT, DOCUMENT, COLLECTIVE, ORGANISATION, OUTLETS];
    lists.into_iter().flatten().copied().collect()
});

/// Whether the word ends a noun phrase that is read from its end.
fn is_break(token: &Token) -> bool {
    let verb = || cue(&token.low).is_some_and(|c| matches!(c.form, Form::Past | Form::Participle | Form::Ing));
    token.is_any(CLAUSE) || token.is_any(PRONOUNS) || !token.capital && (token.is_any(FINITE) || verb() && !token.is_any(DOCUMENT)) || is_contracted(token)
}

fn is_contracted(token: &Token) -> bool {
    ["n't", "'ll", "'ve", "'re", "'m", "'d"].iter().any(|end| token.low.ends_with(end))
}

pub(super) fn is_adverb(token: &Token) -> bool {
    token.word && !token.capital && (token.low.len() > 4 && token.low.ends_with("ly") && !token.is_any(NOT_ADVERBS) || token.is_any(ADVERBS))
}

pub(super) fn is_auxiliary(token: &Token) -> bool {
    token.word && !token.capital && (token.is_any(AUXILIARIES) || token.low.ends_with("n't")) || is_adverb(token)
}
