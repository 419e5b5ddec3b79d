//! “…” — Jane Roe: a quotation with the name of whoever said it behind a dash.

use super::super::super::lexicon::FINITE;
use super::super::super::token::Token;
use super::Match;
use super::scene::{CLOSING, Scene};

/// Marks that stand between a quotation and a name.
const DASHES: &[char] = &['—', '–', '―', '-'];
/// Words in small letters that names have.
const PARTICLES: &[&str] = &["of", "the", "de", "da", "la", "le", "van", "von", "der", "den", "al", "bin", "ben", "and", "y"];
/// Most words of a name, and most tokens of what is said of it.
const NAME: usize = 7;
/// See `NAME`.
const ABOUT: usize = 16;

/// Where the name behind a dash at `at` stands, if the tokens from there on say nothing else.
fn name(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let from = (at..tokens.len()).find(|n| tokens.get(*n).is_some_and(|t| !t.mark().is_some_and(|c| DASHES.contains(&c))))?;
    let belongs = |t: &Token| t.word && (t.capital || t.is_any(PARTICLES));
    let to = (from..tokens.len()).find(|n| !tokens.get(*n).is_some_and(belongs)).unwrap_or(tokens.len());
    let last = to.checked_sub(1).and_then(|last| tokens.get(last))?;
    let rest = tokens.get(to..)?;
    let ends = rest.first().is_none_or(|t| matches!(t.mark(), Some(',' | '.' | '(' | ';' | '/')));
    let first = tokens.get(from)?;
    let plain = ends && to > from && to - from <= NAME && first.capital && last.capital && rest.len() <= ABOUT && !rest.iter().any(|t| t.is_any(FINITE));
    plain.then_some((from, to))
}

/// Whether these tokens are a dash and a name: the credit of a quotation that stands before.
pub(in super::super::super) fn is_credit(tokens: &[Token]) -> bool {
    tokens.first().and_then(Token::mark).is_some_and(|c| DASHES.contains(&c)) && name(tokens, 0).is_some()
}

impl Scene<'_> {
    /// The credit at the end of a sentence that is a quotation or what is left of one, or a sentence by itself.
    pub fn credit(&self) -> Option<Match> {
        let at = (0..self.len()).find(|at| !self.quoted(*at))?;
        let dashed = self.is_mark(at, DASHES) && (at == 0 || self.is_mark(at - 1, CLOSING));
        let source = name(self.tokens_in((0, self.len())), at).filter(|_| dashed)?;
        let content = if at > 0 { vec![(0, at)] } else { Vec::new() };
        Some(Match { source: Some(source), cue: (at, source.0), content, ..Match::default() })
    }
}
