//! Who says what in one sentence: source, reporting words, content.
//!
//! Rules over tokens, tried at each word in a fixed order: “according to”, a speaker's label (“MARKOV: …”), and
//! at each form of a reporting verb the passive (“has been confirmed by”), the noun (“X's claim that”), the verb
//! behind its source (“…,” X said), before it (“…,” said X) and in front of its content (X said …), and the -ing
//! clause that shares or names its source. `scene` holds the sentence, `phrase` finds sources in it, `content`
//! and `said` what they are said to have said, `noun` keeps verbs and nouns apart, `verb` and `clause` are the rules.

mod clause;
mod content;
mod noun;
mod phrase;
mod said;
mod scene;
mod verb;

use super::model::{Attribution, Quotation, SourceKind};
use super::speaker::Memory;
use super::token::Token;
use crate::span::Span;
use scene::{Range, Scene};

/// Most attributions of one sentence.
const MOST: usize = 12;

/// A source's name within the article and what it is.
pub(super) type Speaker = (String, SourceKind);

/// Another source in the same chain.
#[derive(Clone, Debug)]
pub(super) struct Via {
    pub source: Span,
    pub cue: Span,
    pub speaker: Speaker,
}

/// One attribution.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub source: Option<Span>,
    /// The reporting words; `None` where a quotation goes on without any.
    pub cue: Option<Span>,
    /// Base form of the reporting verb, where there is one.
    pub verb: Option<&'static str>,
    pub content: Vec<Span>,
    pub quotation: Quotation,
    pub speaker: Speaker,
    /// Whom the source cites for it in turn.
    pub origin: Option<Via>,
    /// The outlet that the source told it to.
    pub teller: Option<Via>,
}

impl Found {
    pub fn as_attribution(&self) -> Attribution {
        Attribution {
            source: self.source.into_iter().collect(),
            cue: self.cue.into_iter().collect(),
            content: self.content.clone(),
            kind: Some(self.quotation),
        }
    }
}

/// What a rule finds, in tokens.
#[derive(Clone, Debug, Default)]
struct Match {
    source: Option<Range>,
    cue: Range,
    verb: Option<&'static str>,
    content: Vec<Range>,
    origin: Option<(Range, Range)>,
    told: Option<Range>,
    /// The source is that of the match before.
    shared: bool,
}

/// Who says what in a sentence of these tokens; `quotes` are the quotations of its line.
pub(super) fn find(chars: &[char], tokens: &[Token], quotes: &[Span], title: bool, memory: &mut Memory) -> Vec<Found> {
    let scene = Scene::new(tokens, quotes, title);
    let mut matches: Vec<Match> = Vec::new();
    for at in 0..tokens.len() {
        if matches.len() == MOST {
            break;
        }
        let found = scene.match_at(at, &matches).filter(|found| !scene.restates(found, matches.last()));
        matches.extend(found);
    }
    scene.attach_origins(&mut matches);
    if matches.is_empty() {
        scene.remember(chars, memory);
    }
    let mut found: Vec<Found> = Vec::new();
    for one in matches {
        if let Some(one) = scene.settle(chars, &one, found.last(), memory) {
            memory.spoke(&one.speaker);
            found.push(one);
        }
    }
    found
}

impl Scene<'_> {
    fn match_at(&self, at: usize, before: &[Match]) -> Option<Match> {
        let token = self.token(at).filter(|t| t.word)?;
        if self.quoted(at) || before.last().is_some_and(|m| at < m.cue.1) {
            return None;
        }
        if at == 0
            && let Some(found) = self.label()
        {
            return Some(found);
        }
        if token.is("according") && self.is(at + 1, "to") {
            return self.according_to(at);
        }
        let cue = super::cue::cue(&token.low)?;
        if token.capital && !self.title && at > 0 || at > 0 && self.is(at - 1, "to") && cue.form == super::cue::Form::Base {
            return None;
        }
        if cue.form == super::cue::Form::Ing {
            return self.ing_clause(at, cue, before);
        }
        self.passive(at, cue).or_else(|| self.nominal(at)).or_else(|| if self.is_noun(at, cue) { None } else { self.finite(at, cue, before) })
    }

    /// Remembers who speaks in a sentence that doesn't say what: “Her spokesman denied it.”
    fn remember(&self, chars: &[char], memory: &mut Memory) {
        let speaks = |at: &usize| {
            let cue = self.token(*at).filter(|t| t.word && !t.capital).and_then(|t| super::cue::cue(&t.low));
            !self.quoted(*at) && cue.is_some_and(|cue| !cue.weak && matches!(cue.form, super::cue::Form::Past | super::cue::Form::Third))
        };
        let source = (1..self.len()).find(speaks).and_then(|at| self.phrase_before(at)).filter(|(from, _)| self.is_capital(*from));
        if let Some(source) = source {
            let speaker = memory.resolve(chars, self.tokens_in(source));
            memory.spoke(&speaker);
        }
    }

    /// Whether a match only tells what the speaker of the one before thinks: “she said she hopes that …”.
    fn restates(&self, found: &Match, before: Option<&Match>) -> bool {
        let Some((from, to)) = found.source else { return false };
        let pronoun = to - from == 1 && self.is_any(from, &["he", "she", "they", "it", "we", "i"]);
        pronoun && before.is_some_and(|before| before.content.first().is_some_and(|content| content.0 == from))
    }

    /// A match with its places in the text and its sources named.
    fn settle(&self, chars: &[char], one: &Match, before: Option<&Found>, memory: &mut Memory) -> Option<Found> {
        let mut name = |range: Range| memory.resolve(chars, self.tokens_in(range));
        let (source, speaker) = match one.source {
            Some(range) => (Some(self.span(range)), name(range)),
            None => before.filter(|_| one.shared).map(|before| (before.source, before.speaker.clone()))?,
        };
        let origin = one.origin.map(|(source, cue)| Via { source: self.span(source), cue: self.span(cue), speaker: name(source) });
        let teller = one.told.map(|range| Via { source: self.span(range), cue: self.span(one.cue), speaker: name(range) });
        Some(Found {
            source,
            cue: Some(self.span(one.cue)),
            verb: one.verb,
            content: one.content.iter().map(|range| self.span(*range)).collect(),
            quotation: self.quotation(&one.content),
            speaker,
            origin,
            teller: teller.filter(|via| via.speaker.1 == SourceKind::Outlet),
        })
    }
}
