//! Reporting verbs with a subject: “…,” said X; “…,” X said; X said ….

use super::super::super::cue::{Cue, Form};
use super::super::super::lexicon::{BE, CLAUSE, DAYS, PREPOSITIONS, PRONOUNS, SUBORDINATORS};
use super::Match;
use super::scene::Scene;

impl Scene<'_> {
    /// The rules for a verb with a subject, in order.
    pub fn finite(&self, at: usize, verb: Cue, before: &[Match]) -> Option<Match> {
        let passive = matches!(verb.form, Form::Participle | Form::Past) && self.tokens_in((self.cue_start(at), at)).iter().any(|t| t.is_any(BE));
        if matches!(verb.form, Form::Participle | Form::Past) && self.is(at + 1, "by") || passive && verb.verb != "quote" {
            return None;
        }
        self.inverted(at, verb).or_else(|| self.postposed(at, verb)).or_else(|| self.preposed(at, verb)).or_else(|| self.coordinated(at, verb, before))
    }

    /// “…,” said Markov.
    fn inverted(&self, at: usize, verb: Cue) -> Option<Match> {
        let edge = at.checked_sub(1)?;
        if !matches!(verb.form, Form::Past | Form::Third) || !self.is_mark(edge, &[',', '”', '"', '»', '?', '!', '—', '–', '“', '」']) {
            return None;
        }
        let source = self.phrase_after(at + 1).filter(|range| range.0 == at + 1)?;
        let pronoun = source.1 - source.0 == 1 && self.is_any(source.0, PRONOUNS);
        // “Mr Doe, an aide, said Ms Roe had left”: the comma ends an insertion, and a clause follows.
        let ends = source.1 >= self.len()
            || !self.token(source.1).is_some_and(|t| t.word)
            || self.is_any(source.1, PREPOSITIONS)
            || self.is_any(source.1, CLAUSE)
            || self.is_any(source.1, &["who", "last", "this"])
            || self.is_any(source.1, DAYS);
        if pronoun || !self.quoted(edge) && (!ends || verb.weak) {
            return None;
        }
        let mut content = vec![self.words_before(at)?];
        content.extend(self.quotation_after(source.1));
        let source = (source.0, self.behind_description(source.1));
        Some(Match { source: Some(source), cue: (at, at + 1), content, ..Match::default() })
    }

    /// “…,” Markov said.
    fn postposed(&self, at: usize, verb: Cue) -> Option<Match> {
        let source = self.phrase_before(at)?;
        let edge = source.0.checked_sub(1)?;
        if !self.is_mark(edge, &[',', '”', '"', '»', '—', '–', '?', '!', '」']) {
            return None;
        }
        let mut next = at + 1;
        let told = if verb.verb == "tell" { self.told_whom(next) } else { None };
        next = told.map_or(next, |told| told.1);
        let after_time = self.behind_time(next);
        let ends = next >= self.len()
            || told.is_some() && self.quoted(edge)
            || after_time > next
            || !self.token(next).is_some_and(|t| t.word)
            || self.is_any(next, PREPOSITIONS)
            || self.is_any(next, CLAUSE)
            || self.is(next, "via");
        let comma = self.is_mark(next, &[',']) && self.opens_quote(next + 1);
        if !ends || self.is_mark(next, &[':']) || self.opens_quote(next) || self.opens_quote(after_time) || self.is(next, "that") || self.is(after_time, "that")
        {
            return None;
        }
        let said = self.words_before(source.0)?;
        let finished = self.is_mark(after_time, &['.', '!', '?']) || after_time >= self.len();
        let parenthesis = self.is_mark(after_time, &[',']) && !self.is_any(said.0, PREPOSITIONS) && !self.is_any(said.0, CLAUSE);
        let adverbial = !parenthesis
            && !self.quoted(said.0)
            && !self.quoted(edge)
            && (self.is_any(said.0, PREPOSITIONS) || self.is_any(said.0, CLAUSE) || said.1 - said.0 < 4)
            && !finished;
        if adverbial {
            return None;
        }
        let mut content = vec![said];
        content.extend(self.quotation_after(next).filter(|quote| comma || quote.0 > next + 1));
        if content.len() == 1 && !self.quoted(edge) && self.is_mark(after_time, &[',']) {
            content.extend(self.rest_after(after_time + 1));
        }
        Some(Match { source: Some(source), cue: (self.cue_start(at), at + 1), content, told, ..Match::default() })
    }

    /// “Markov said that …”, “The Kremlin has labeled the visit as …”.
    fn preposed(&self, at: usize, verb: Cue) -> Option<Match> {
        let source = self.phrase_before(at)?;
        let subordinate = self.before(source.0).is_some_and(|t| t.is_any(SUBORDINATORS)) && source.0 <= 2;
        let mut said = self.said_after(at, verb)?;
        if let Some(comma) = self.next_mark(&[','], said.content.0, said.content.1).filter(|_| subordinate) {
            said.content.1 = comma;
        }
        Some(Match {
            source: Some(source),
            cue: (self.cue_start(at), said.cue_end),

            content: vec![said.content],
            origin: said.origin,
            told: said.told,
            shared: false,
        })
    }

    /// “…, and said that …”: the subject stands further ahead.
    fn coordinated(&self, at: usize, verb: Cue, before: &[Match]) -> Option<Match> {
        let start = self.cue_start(at);
        let joined = self.before(start).is_some_and(|t| t.is_any(&["and", "but", "then"]));
        if !joined || !matches!(verb.form, Form::Past | Form::Third) {
            return None;
        }
        let said = self.said_after(at, verb)?;
        let shared = before.last().is_some_and(|m| m.source.is_some() || m.shared);
        let source = if shared { None } else { Some(self.subject()?) };
        Some(Match { source, shared, cue: (start, said.cue_end), content: vec![said.content], origin: said.origin, told: said.told })
    }
}
