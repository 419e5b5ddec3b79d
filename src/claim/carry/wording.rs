//! Two wordings side by side, word by word: what both say, what only the old one says, what only the new one does.

use super::Text;
use super::align::common;
use super::word::Words;
use crate::span::{ScalarIndex, Span};
use imara_diff::{Algorithm, Token as Number};

/// Where a piece of a wording stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum In {
    /// In both.
    Both,
    /// In the old one alone.
    Old,
    /// In the new one alone.
    New,
}

/// A piece of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub stands: In,
    /// Its words.
    pub text: String,
}

impl Piece {
    /// Whether the old wording has it.
    pub fn is_old(&self) -> bool {
        self.stands != In::New
    }

    /// Whether the new wording has it.
    pub fn is_new(&self) -> bool {
        self.stands != In::Old
    }

    /// Whether both have it.
    pub fn is_both(&self) -> bool {
        self.stands == In::Both
    }
}

/// The difference of two wordings. All pieces that are not old, put together, are the new wording; all that are not
/// new are the old one, but for white space and the forms of marks in what both share, which is as the new one has it.
pub fn difference(old: &str, new: &str) -> Vec<Piece> {
    let (old, new) = (ScalarIndex::new(old), ScalarIndex::new(new));
    let words = Words::of(&Text { index: &old, sentences: &[] }, &Text { index: &new, sentences: &[] });
    let numbers = |side: &super::word::Side| side.tokens.iter().map(|token| Number(token.form)).collect::<Vec<_>>();
    let pairs = common(Algorithm::Myers, &numbers(&words.old), &numbers(&words.new), words.kinds);
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |stands: In, text: &str| match pieces.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.stands == stands => last.text.push_str(text),
        _ => pieces.push(Piece { stands, text: text.to_owned() }),
    };
    let begin = |side: &super::word::Side, at: usize, whole: usize| {
        if at == 0 { 0 } else { side.tokens.get(at).map_or(whole, |token| token.span.start) }
    };
    let stretch = |is_old: bool, from: usize, to: usize| {
        let (side, text) = if is_old { (&words.old, &old) } else { (&words.new, &new) };
        text.slice_within(Span::new(begin(side, from, text.len()), begin(side, to, text.len())))
    };
    let (mut a, mut b) = (0, 0);
    for (i, j) in pairs {
        push(In::Old, if i > a { stretch(true, a, i) } else { "" });
        push(In::New, if j > b { stretch(false, b, j) } else { "" });
        push(In::Both, stretch(false, j, j + 1));
        (a, b) = (i + 1, j + 1);
    }
    push(In::Old, if words.old.tokens.len() > a { stretch(true, a, usize::MAX) } else { "" });
    push(In::New, if words.new.tokens.len() > b { stretch(false, b, usize::MAX) } else { "" });
    pieces
}
