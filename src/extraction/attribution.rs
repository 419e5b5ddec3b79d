//! Who says what in one sentence: source, reporting words, content.
//!
//! Rules over tokens, tried at each reporting verb in a fixed order: “according to”, passive (“has been
//! confirmed by”), nominal (“X's claim that”), words before the source (“…,” said X), words after it
//! (X said …), and -ing clauses that share or name their source.

use super::cue::{Cue, Form, cue};
use super::lexicon::{
    AUXILIARIES, BE, CLAUSE, COLLECTIVE, DOCUMENT, EXPERT, GOVERNMENT, OFFICIAL, ORGANISATION, OUTLETS, PREPOSITIONS, PRONOUNS, SENTENCE_STARTERS, UNNAMED,
};
use super::model::{Attribution, Quotation, SourceKind};
use super::quote;
use super::speaker::Memory;
use super::text_of;
use super::token::Token;
use crate::span::Span;

/// A range of tokens.
type Range = (usize, usize);

#[derive(Clone, Debug)]
pub(super) struct Via {
    pub source: Span,
    pub cue: Span,
    pub speaker: (String, SourceKind),
}

#[derive(Clone, Debug)]
pub(super) struct Found {
    pub source: Option<Span>,
    pub cue: Span,
    pub content: Vec<Span>,
    pub quotation: Quotation,
    pub speaker: (String, SourceKind),
    pub via: Option<Via>,
}

impl Found {
    pub fn as_attributions(&self) -> Vec<Attribution> {
        let cue = if self.cue.is_empty() { Vec::new() } else { vec![self.cue] };
        vec![Attribution { source: self.source.into_iter().collect(), cue, content: self.content.clone(), kind: Some(self.quotation) }]
    }
}

/// What a rule finds, in tokens.
#[derive(Clone, Debug)]
struct Match {
    source: Option<Range>,
    cue: Range,
    content: Vec<Range>,
    via: Option<(Range, Range)>,
    /// The source is that of the match before.
    shared: bool,
}

struct Scene<'t> {
    tokens: &'t [Token],
    quotes: Vec<Range>,
    title: bool,
}

/// Who says what in the sentence at `span`.
pub(super) fn find(chars: &[char], span: Span, tokens: &[Token], title: bool, memory: &mut Memory) -> Vec<Found> {
    let scene = Scene { tokens, quotes: quote::quotations(tokens), title };
    let mut matches: Vec<Match> = Vec::new();
    for at in 0..tokens.len() {
        if let Some(found) = scene.match_at(at, &matches) {
            matches.push(found);
        }
    }
    scene.attach_origins(&mut matches);
    if matches.is_empty() {
        return scene.running_quotation(span, memory).into_iter().collect();
    }
    let mut found: Vec<Found> = Vec::new();
    for one in matches {
        let speaker = match one.source {
            Some(range) => memory.resolve(scene.tokens_in(range), &text_of(chars, scene.span(range))),
            None => match found.last().filter(|_| one.shared) {
                Some(before) => before.speaker.clone(),
                None => continue,
            },
        };
        let source = one.source.map(|range| scene.span(range)).or_else(|| found.last().and_then(|before| before.source));
        let via = one.via.map(|(source, cue)| Via {
            source: scene.span(source),
            cue: scene.span(cue),
            speaker: memory.resolve(scene.tokens_in(source), &text_of(chars, scene.span(source))),
        });
        let quotation = scene.quotation(&one.content);
        memory.spoke(&speaker.0, speaker.1);
        found.push(Found { source, cue: scene.span(one.cue), content: one.content.iter().map(|r| scene.span(*r)).collect(), quotation, speaker, via });
    }
    found
}

impl Scene<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn tokens_in(&self, range: Range) -> &[Token] {
        self.tokens.get(range.0..range.1).unwrap_or_default()
    }

    fn span(&self, range: Range) -> Span {
        match (self.token(range.0), range.1.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|t| t.is(word))
    }

    fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).and_then(Token::mark).is_some_and(|c| marks.contains(&c))
    }

    fn quoted(&self, at: usize) -> bool {
        self.quotes.iter().any(|(a, b)| (*a..*b).contains(&at))
    }

    fn match_at(&self, at: usize, before: &[Match]) -> Option<Match> {
        let token = self.token(at).filter(|t| t.word)?;
        if self.quoted(at) || before.last().is_some_and(|m| at < m.cue.1) {
            return None;
        }
        if token.is("according") && self.is(at + 1, "to") {
            return self.according_to(at);
        }
        let cue = cue(&token.low)?;
        if at > 0 && self.is(at - 1, "to") && cue.form == Form::Base {
            return None;
        }
        if cue.form == Form::Ing {
            return self.ing_clause(at, before);
        }
        self.passive(at, cue).or_else(|| self.nominal(at, cue)).or_else(|| if self.is_noun(at, cue) { None } else { self.finite(at, cue) })
    }

    fn according_to(&self, at: usize) -> Option<Match> {
        let source = self.phrase_after(at + 2)?;
        let content = if at <= 1 {
            let from = if self.is_mark(source.1, &[',']) { source.1 + 1 } else { source.1 };
            self.content_after(from)
        } else {
            self.content_before(at)
        };
        content.map(|content| Match { source: Some(source), cue: (at, at + 2), content: vec![content], via: None, shared: false })
    }

    /// “The visit has been confirmed by the Kremlin”.
    fn passive(&self, at: usize, cue: Cue) -> Option<Match> {
        if !matches!(cue.form, Form::Participle | Form::Past) || !self.is(at + 1, "by") {
            return None;
        }
        let start = self.cue_start(at);
        if !self.tokens_in((start, at)).iter().any(|t| t.is_any(BE)) {
            return None;
        }
        let source = self.phrase_after(at + 2)?;
        let content = self.content_before(start)?;
        Some(Match { source: Some(source), cue: (start, at + 2), content: vec![content], via: None, shared: false })
    }

    /// “Mr Cole's claim that …”.
    fn nominal(&self, at: usize, cue: Cue) -> Option<Match> {
        let noun = matches!(cue.verb, "claim" | "report" | "promise" | "hope" | "fear" | "estimate" | "vow" | "pledge" | "demand" | "plan" | "remark");
        if !noun || !self.is(at + 1, "that") || at == 0 {
            return None;
        }
        let owner = self.token(at - 1)?;
        let source = if owner.is_any(&["his", "her", "their", "its", "my", "our"]) {
            return None;
        } else if owner.low.ends_with("'s") || owner.low.ends_with("s'") {
            self.phrase_before(at)?
        } else {
            return None;
        };
        let content = self.content_after(at + 2)?;
        Some(Match { source: Some(source), cue: (at, at + 1), content: vec![content], via: None, shared: false })
    }

    /// Whether a form that is also a noun is one here: “the reports”, “Bloomberg reports, citing …, indicate”.
    fn is_noun(&self, at: usize, cue: Cue) -> bool {
        if !matches!(cue.form, Form::Third | Form::Base) {
            return false;
        }
        let before = at.checked_sub(1).and_then(|b| self.token(b));
        if before.is_some_and(|t| {
            t.is_any(&[
                "the", "a", "an", "his", "her", "their", "its", "our", "my", "these", "those", "some", "new", "recent", "several", "such", "any", "no", "of",
                "for", "in", "with", "by", "on", "news", "media", "this", "that",
            ]) || t.low.ends_with("'s")
        }) {
            return true;
        }
        if cue.form == Form::Third && self.is_mark(at + 1, &[',']) && self.is(at + 2, "citing") {
            // A noun if another verb follows that this phrase is the subject of.
            return self.comma_after(at + 3).is_some_and(|comma| self.token(comma + 1).is_some_and(|t| super::cue::cue(&t.low).is_some()));
        }
        self.token(at + 1).is_some_and(|t| t.is("of"))
    }

    fn comma_after(&self, from: usize) -> Option<usize> {
        (from..self.tokens.len().min(from + 16)).find(|at| self.is_mark(*at, &[',']))
    }

    fn finite(&self, at: usize, cue: Cue) -> Option<Match> {
        if cue.form == Form::Participle && self.is(at + 1, "by") || self.is(at + 1, "by") && !cue.weak && cue.form == Form::Past {
            return None;
        }
        self.inverted(at, cue).or_else(|| self.postposed(at)).or_else(|| self.preposed(at, cue))
    }

    /// “…,” said Markov.
    fn inverted(&self, at: usize, cue: Cue) -> Option<Match> {
        if !matches!(cue.form, Form::Past | Form::Third) || at == 0 || !self.is_mark(at - 1, &[',', '”', '"', '»', '?', '!', '—', '–', '“']) {
            return None;
        }
        let source = self.phrase_after(at + 1).filter(|r| r.0 == at + 1)?;
        let mut content = vec![self.words_before(at)?];
        content.extend(self.quotation_after(source.1));
        Some(Match { source: Some(source), cue: (at, at + 1), content, via: None, shared: false })
    }

    /// “…,” Markov said.
    fn postposed(&self, at: usize) -> Option<Match> {
        let source = self.phrase_before(at)?;
        let edge = source.0.checked_sub(1)?;
        if !self.is_mark(edge, &[',', '”', '"', '»', '—', '–', '?', '!']) {
            return None;
        }
        let next = at + 1;
        let ends = next >= self.tokens.len()
            || self.token(next).is_some_and(|t| {
                !t.word
                    || t.is_any(&[
                        "in", "on", "to", "during", "of", "after", "last", "this", "yesterday", "earlier", "later", "recently", "when", "as", "when", "via",
                    ])
                    || t.capital && t.low.ends_with("day")
            });
        if !ends || self.is_mark(next, &['“', '"', '«', ':']) || self.is(next, "that") {
            return None;
        }
        let told = self.words_before(source.0)?;
        let opens = self.token(told.0)?;
        let adverbial = !self.quoted(told.0) && (opens.is_any(PREPOSITIONS) || opens.is_any(CLAUSE) || told.1 - told.0 < 4);
        if adverbial {
            return None;
        }
        let mut content = vec![told];
        content.extend(self.quotation_after(next));
        Some(Match { source: Some(source), cue: (self.cue_start(at), at + 1), content, via: None, shared: false })
    }

    /// “Markov said that …”, “The Kremlin has labeled the visit as …”.
    fn preposed(&self, at: usize, cue: Cue) -> Option<Match> {
        let source = self.phrase_before(at)?;
        let mut from = at + 1;
        let mut via = None;
        if cue.verb == "tell" {
            from = self.told_whom(from);
        }
        if cue.verb == "quote" {
            // “Reuters quoted two officials as saying …”.
            let quoted = self.phrase_after(from)?;
            if !(self.is(quoted.1, "as") && self.is(quoted.1 + 1, "saying")) {
                return None;
            }
            via = Some((quoted, (quoted.1, quoted.1 + 2)));
            from = quoted.1 + 2;
        }
        let strong_mark = self.is(from, "that")
            || self.is(from, "to")
            || self.is_mark(from, &['“', '"', '«', ':', '‘'])
            || self.is_mark(from, &[',']) && self.is_mark(from + 1, &['“', '"']);
        if cue.weak && via.is_none() && !strong_mark && !(cue.verb == "show" || cue.verb == "find") {
            return None;
        }
        if cue.form == Form::Base && self.title && at == 0 {
            return None;
        }
        while self.is_mark(from, &[',', ':']) || self.is(from, "that") {
            from += 1;
        }
        let content = self.content_after(from)?;
        Some(Match { source: Some(source), cue: (self.cue_start(at), at + 1), content: vec![content], via, shared: false })
    }

    /// The place behind whom somebody told: “told reporters that”, “told the newspaper”.
    fn told_whom(&self, from: usize) -> usize {
        let most = self.tokens.len().min(from + 8);
        for at in from..most {
            if self.is(at, "that") || self.is_mark(at, &['“', '"', ',', ':']) {
                return at;
            }
        }
        self.phrase_after(from).map_or(from, |range| range.1)
    }

    /// “…, advising those concerned to …”; “with Russian media suggesting …”; “images showing …”.
    fn ing_clause(&self, at: usize, before: &[Match]) -> Option<Match> {
        let previous = at.checked_sub(1)?;
        let content = self.content_after(if self.is(at + 1, "that") { at + 2 } else { at + 1 })?;
        if self.is_mark(previous, &[',', '”', '"']) {
            let main = before.last()?;
            if main.source.is_none() {
                return None;
            }
            return Some(Match { source: None, cue: (at, at + 1), content: vec![content], via: None, shared: true });
        }
        let mut source = self.phrase_before(at)?;
        if let Some(with) = (source.0..source.1).rev().find(|n| self.is(*n, "with") || self.is(*n, "by")) {
            source.0 = with + 1;
        }
        let cited = self.token(source.0.checked_sub(1)?).is_some_and(|t| t.is("with") || t.is("by"));
        let evidence = self.tokens_in(source).iter().any(|t| t.is_any(DOCUMENT));
        ((cited || evidence) && source.0 < source.1).then(|| Match {
            source: Some(source),
            cue: (at, at + 1),
            content: vec![content],
            via: None,
            shared: false,
        })
    }

    /// “citing …” names the origin behind the source next to it.
    fn attach_origins(&self, matches: &mut Vec<Match>) {
        for at in 0..self.tokens.len() {
            if !self.is(at, "citing") || self.quoted(at) {
                continue;
            }
            let Some(origin) = self.phrase_after(at + 1) else { continue };
            let via = Some((origin, (at, at + 1)));
            let near = matches.iter_mut().min_by_key(|m| m.cue.0.abs_diff(at));
            match near {
                Some(found) if found.via.is_none() => {
                    found.via = via;
                    for content in &mut found.content {
                        if content.0 < at && at < content.1 {
                            content.1 = if self.is_mark(at - 1, &[',']) { at - 1 } else { at };
                        }
                    }
                }
                Some(_) => {}
                None => {
                    if let Some(content) = self.content_before(at) {
                        matches.push(Match { source: Some(origin), cue: (at, at + 1), content: vec![content], via: None, shared: false });
                    }
                }
            }
        }
        matches.retain(|m| m.content.iter().any(|(a, b)| a < b));
    }

    /// A sentence that is a quotation and names nobody goes on with who spoke last.
    fn running_quotation(&self, span: Span, memory: &Memory) -> Option<Found> {
        let quoted: usize = self.quotes.iter().map(|(a, b)| b - a).sum();
        if quoted * 10 < self.tokens.len() * 7 || memory.paragraphs_since > 1 {
            return None;
        }
        let speaker = memory.last.clone()?;
        Some(Found { source: None, cue: Span::new(span.start, span.start), content: vec![span], quotation: Quotation::Direct, speaker, via: None })
    }

    fn quotation(&self, content: &[Range]) -> Quotation {
        let words: Vec<usize> = content.iter().flat_map(|(a, b)| *a..*b).filter(|n| self.token(*n).is_some_and(|t| t.word)).collect();
        let quoted = words.iter().filter(|n| self.quoted(**n)).count();
        match quoted {
            0 => Quotation::Indirect,
            all if all == words.len() => Quotation::Direct,
            _ => Quotation::Mixed,
        }
    }

    /// Where the reporting words begin: with the auxiliaries before the verb.
    fn cue_start(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0
            && self
                .token(start - 1)
                .is_some_and(|t| t.is_any(&["has", "have", "had", "been", "is", "are", "was", "were", "will", "would", "also", "did", "not"]))
        {
            start -= 1;
        }
        start
    }

    fn auxiliaries_before(&self, at: usize) -> usize {
        let mut start = at;
        while start > 0 && self.token(start - 1).is_some_and(|t| t.is_any(AUXILIARIES) || t.word && t.low.ends_with("ly")) {
            start -= 1;
        }
        start
    }

    /// The noun phrase before a verb at `at`, if it can be a source.
    fn phrase_before(&self, at: usize) -> Option<Range> {
        let mut end = self.auxiliaries_before(at);
        if end == 0 {
            return None;
        }
        let mut inserted_from = None;
        if self.is_mark(end - 1, &[',']) && self.token(end.saturating_sub(2)).is_some_and(|t| t.word) {
            // An insertion: “Markov, a political scientist, said”; “Bloomberg reports, citing …, indicate”.
            let open = (end.saturating_sub(18)..end - 1).rev().find(|n| self.is_mark(*n, &[',']))?;
            if open == 0 || open + 1 >= end - 1 {
                return None;
            }
            let citing = self.is(open + 1, "citing");
            if !citing {
                inserted_from = Some(end - 1);
            }
            end = open;
        }
        if self.is(end - 1, "who") {
            end -= 1;
            if end > 0 && self.is_mark(end - 1, &[',']) {
                end -= 1;
            }
        }
        let mut start = end;
        while start > 0 && end - start < 16 {
            let Some(token) = self.token(start - 1) else { break };
            if !token.word
                || token.is_any(CLAUSE)
                || (cue(&token.low).is_some_and(|c| !matches!(c.form, Form::Base | Form::Third)) && !token.capital)
                || self.quoted(start - 1)
            {
                break;
            }
            start -= 1;
        }
        let range = self.without_lead((start, end))?;
        self.can_be_source(range).then(|| (range.0, inserted_from.unwrap_or(range.1)))
    }

    /// The phrase without an adverbial in front: “In recent weeks officials”, “On Tuesday the Kremlin”.
    fn without_lead(&self, range: Range) -> Option<Range> {
        let (start, end) = range;
        if start >= end {
            return None;
        }
        let first = self.token(start)?;
        if !first.is_any(PREPOSITIONS) && !first.low.ends_with("ly") {
            return Some(range);
        }
        let restart = (start + 1..end)
            .rev()
            .find(|n| self.token(*n).is_some_and(|t| t.is_any(&["the", "a", "an", "some", "several", "many", "two", "three"]) || t.is_any(PRONOUNS)));
        let capital = |n: usize| self.token(n).is_some_and(|t| t.capital);
        let run = (start + 1..end).rev().find(|n| capital(*n) && !(*n > start + 1 && capital(*n - 1)));
        let head = (start + 1..end).rev().find(|n| self.can_be_source((*n, *n + 1)));
        restart.or(run).or(head).map(|from| (from, end))
    }

    /// The noun phrase that begins at `from`, if it can be a source.
    fn phrase_after(&self, from: usize) -> Option<Range> {
        let mut end = from;
        while end < self.tokens.len() && end - from < 14 {
            let Some(token) = self.token(end) else { break };
            let joins = token.is_any(&["of", "for", "in", "at", "from", "and", "by"]) && end > from;
            let joins = joins
                && self.token(end + 1).is_some_and(|t| t.capital || t.is_any(&["the", "a", "with"]))
                && !(token.is("and") && self.token(end + 1).is_some_and(|t| !t.capital));
            if !token.word || (token.is_any(CLAUSE) || token.is_any(PREPOSITIONS)) && !joins {
                break;
            }
            let verb =
                end > from && !token.capital && (cue(&token.low).is_some_and(|c| c.form != Form::Base) && !token.is_any(DOCUMENT) || token.is_any(AUXILIARIES));
            if verb {
                break;
            }
            end += 1;
        }
        (end > from && self.can_be_source((from, end))).then_some((from, end))
    }

    fn can_be_source(&self, range: Range) -> bool {
        let tokens = self.tokens_in(range);
        let known = |t: &Token| {
            let bare = t.low.trim_end_matches("'s");
            [UNNAMED, GOVERNMENT, OFFICIAL, EXPERT, DOCUMENT, COLLECTIVE, ORGANISATION, OUTLETS].iter().any(|list| list.contains(&bare))
        };
        tokens.iter().enumerate().any(|(n, t)| {
            let first_word = range.0 + n == 0;
            t.word && (t.is_any(PRONOUNS) || known(t) || t.capital && !(first_word && SENTENCE_STARTERS.contains(&t.low.as_str())))
        }) && !(tokens.len() == 1 && tokens.first().is_some_and(|t| t.is_any(&["it", "you"]) || t.low.ends_with("day")))
    }

    /// Content that begins at `from`: to the end of the sentence, or to where another voice sets in.
    fn content_after(&self, from: usize) -> Option<Range> {
        let last = self.tokens.len();
        let mut end = last;
        for at in from..last {
            if !self.is_mark(at, &[',']) {
                continue;
            }
            let mut next = at + 1;
            let mut until = at;
            if self.is_mark(next, &['”', '"', '»']) {
                next += 1;
                until = next;
            } else if self.quoted(at) {
                continue;
            }
            let Some(token) = self.token(next) else { continue };
            let ing = cue(&token.low).is_some_and(|c| c.form == Form::Ing) || token.is("citing") || token.is("according") || token.low == "following";
            let supported = token.is("supported") || token.is("backed");
            let with =
                token.is("with") && (next + 1..last.min(next + 9)).any(|n| self.token(n).is_some_and(|t| cue(&t.low).is_some_and(|c| c.form == Form::Ing)));
            if ing || supported || with {
                end = until;
                break;
            }
        }
        if end == last {
            while end > from && self.is_mark(end - 1, &['.', '!', '?', '…', ';']) {
                end -= 1;
            }
        }
        (end > from).then_some((from, end))
    }

    /// Content that ends before `to`: from the beginning of the clause.
    fn content_before(&self, to: usize) -> Option<Range> {
        let mut end = to;
        while end > 0 && self.is_mark(end - 1, &[',', '—', '–']) {
            end -= 1;
        }
        (end > 0).then_some((0, end))
    }

    /// The words before a source or verb that stands behind them: the quotation that ends there, or all.
    fn words_before(&self, to: usize) -> Option<Range> {
        if let Some(quote) = self.quotes.iter().find(|(_, b)| *b == to) {
            let direct = quote.0 <= 1;
            return Some(if direct { *quote } else { (0, to) });
        }
        self.content_before(to)
    }

    /// A quotation that goes on behind `from`.
    fn quotation_after(&self, from: usize) -> Option<Range> {
        self.quotes.iter().find(|(a, _)| *a >= from).copied()
    }
}
