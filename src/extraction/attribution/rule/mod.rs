//! A first reading by rules: who plainly says what in one sentence.
//!
//! Rules over tokens, tried at each word in a fixed order: “according to”, a speaker's label (“MARKOV: …”), and
//! at each form of a reporting verb the passive (“has been confirmed by”), the noun (“X's claim that”), the verb
//! behind its source (“…,” X said), before it (“…,” said X) and in front of its content (X said …), and the -ing
//! clause that shares or names its source. `scene` holds the sentence, `phrase` finds sources in it, `content`
//! and `said` what they are said to have said, `noun` keeps verbs and nouns apart, `verb` and `clause` are the rules.
//!
//! What they find is no result: the models take it as a hint. Only chains (“citing …”, “told Reuters”) rest on it.

mod clause;
mod content;
mod credit;
mod noun;
mod phrase;
mod said;
mod scene;
mod verb;

use super::super::cue::{Form, cue};
use super::super::token::Token;
use crate::span::Span;
pub(in super::super) use credit::is_credit;
use scene::{Range, Scene};

/// Most attributions of one sentence.
const MOST: usize = 12;

/// What the rules make of a sentence.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Who says what.
    pub ruled: Vec<Ruled>,
    /// Who is named behind a dash as having said what is quoted before it.
    pub credit: Option<Ruled>,
    /// Who speaks in a sentence that doesn't say what: “Her spokesman denied it.”
    pub speaks: Option<Span>,
}

/// One attribution that the rules find.
#[derive(Clone, Debug, Default)]
pub struct Ruled {
    /// Who.
    pub source: Option<Span>,
    /// The reporting words.
    pub cue: Span,
    /// What they say.
    pub content: Vec<Span>,
    /// Whom the source cites in turn, and the word that says so.
    pub origin: Option<(Span, Span)>,
    /// Whom the source told it.
    pub told: Option<Span>,
}

/// What a rule finds, in tokens.
#[derive(Clone, Debug, Default)]
struct Match {
    source: Option<Range>,
    cue: Range,
    content: Vec<Range>,
    origin: Option<(Range, Range)>,
    told: Option<Range>,
    /// The source is that of the match before.
    shared: bool,
}

/// What the rules find in a sentence of these tokens; `quotes` are the quotations of its line.
pub(in super::super) fn read(tokens: &[Token], quotes: &[Span], title: bool) -> Reading {
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
    let mut reading = Reading { credit: scene.credit().map(|one| scene.ruled(one)), ..Reading::default() };
    for one in matches {
        let shared = reading.ruled.last().and_then(|last| last.source).filter(|_| one.shared);
        let ruled = scene.ruled(one);
        reading.ruled.push(Ruled { source: ruled.source.or(shared), ..ruled });
    }
    if reading.ruled.is_empty() {
        reading.speaks = scene.speaker();
    }
    reading
}

impl Scene<'_> {
    /// What a rule finds, in the text.
    fn ruled(&self, one: Match) -> Ruled {
        Ruled {
            source: one.source.map(|range| self.span(range)),
            cue: self.span(one.cue),
            content: one.content.iter().map(|range| self.span(*range)).collect(),
            origin: one.origin.map(|(source, cue)| (self.span(source), self.span(cue))),
            told: one.told.map(|range| self.span(range)),
        }
    }

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
        let cue = cue(&token.low)?;
        if token.capital && !self.title && at > 0 || at > 0 && self.is(at - 1, "to") && cue.form == Form::Base {
            return None;
        }
        if cue.form == Form::Ing {
            return self.ing_clause(at, cue, before);
        }
        self.passive(at, cue).or_else(|| self.nominal(at)).or_else(|| if self.is_noun(at, cue) { None } else { self.finite(at, cue, before) })
    }

    /// Who speaks in a sentence that doesn't say what.
    fn speaker(&self) -> Option<Span> {
        let speaks = |at: &usize| {
            let cue = self.token(*at).filter(|t| t.word && !t.capital).and_then(|t| cue(&t.low));
            !self.quoted(*at) && cue.is_some_and(|cue| !cue.weak && matches!(cue.form, Form::Past | Form::Third))
        };
        let source = (1..self.len()).find(speaks).and_then(|at| self.phrase_before(at)).filter(|(from, _)| self.is_capital(*from));
        source.map(|source| self.span(source))
    }

    /// Whether a match only tells what the speaker of the one before thinks: “she said she hopes that …”.
    fn restates(&self, found: &Match, before: Option<&Match>) -> bool {
        let Some((from, to)) = found.source else { return false };
        let pronoun = to - from == 1 && self.is_any(from, &["he", "she", "they", "it", "we", "i"]);
        pronoun && before.is_some_and(|before| before.content.first().is_some_and(|content| content.0 == from))
    }
}
