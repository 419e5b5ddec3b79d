//! One sentence as the rules see it: its tokens, and which of them are quoted.

use super::super::super::token::Token;
use crate::span::Span;

/// A range of tokens.
pub(super) type Range = (usize, usize);

/// Marks that open a quotation, or introduce what is said.
pub(super) const OPENING: &[char] = &['“', '"', '«', '„', '‘', '「', '『', '‟'];
/// Marks that close one.
pub(super) const CLOSING: &[char] = &['”', '"', '»', '’', '」', '』', '“'];

pub(super) struct Scene<'t> {
    tokens: &'t [Token],
    quoted: Vec<bool>,
    /// The quotations, marks included, in tokens.
    pub quotes: Vec<Range>,
    /// Whether the sentence is the title of its article.
    pub title: bool,
}

impl<'t> Scene<'t> {
    /// A sentence whose line holds these quotations, in order.
    pub fn new(tokens: &'t [Token], quotes: &[Span], title: bool) -> Self {
        let mut scene = Self { tokens, quoted: vec![false; tokens.len()], quotes: Vec::new(), title };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return scene };
        let from = quotes.partition_point(|quote| quote.end <= first.span.start);
        for quote in quotes.get(from..).unwrap_or_default().iter().take_while(|quote| quote.start < last.span.end) {
            let range = (tokens.partition_point(|t| t.span.end <= quote.start), tokens.partition_point(|t| t.span.start < quote.end));
            scene.quoted.get_mut(range.0..range.1).unwrap_or_default().fill(true);
            scene.quotes.push(range);
        }
        scene
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, at: usize) -> Option<&'t Token> {
        self.tokens.get(at)
    }

    /// The token before `at`.
    pub fn before(&self, at: usize) -> Option<&'t Token> {
        at.checked_sub(1).and_then(|before| self.token(before))
    }

    pub fn tokens_in(&self, range: Range) -> &'t [Token] {
        self.tokens.get(range.0..range.1).unwrap_or_default()
    }

    /// The place in the text.
    pub fn span(&self, range: Range) -> Span {
        match (self.token(range.0), self.before(range.1)) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|t| t.is(word))
    }

    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.token(at).is_some_and(|t| t.is_any(words))
    }

    pub fn is_mark(&self, at: usize, marks: &[char]) -> bool {
        self.token(at).and_then(Token::mark).is_some_and(|c| marks.contains(&c))
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| t.capital)
    }

    pub fn quoted(&self, at: usize) -> bool {
        self.quoted.get(at).copied().unwrap_or_default()
    }

    /// Whether a quotation opens at `at`.
    pub fn opens_quote(&self, at: usize) -> bool {
        self.is_mark(at, OPENING) && self.quoted(at)
    }

    /// The next place in `from..to` that holds one of these marks outside quotations.
    pub fn next_mark(&self, marks: &[char], from: usize, to: usize) -> Option<usize> {
        (from..to.min(self.len())).find(|at| self.is_mark(*at, marks) && !self.quoted(*at))
    }
}
