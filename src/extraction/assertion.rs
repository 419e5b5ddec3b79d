//! The assertions of a sentence that cites nobody: one, or two where it is two main clauses side by side.
//!
//! A sentence is only taken apart where both sides plainly stand alone: parted by a semicolon, or by a comma with “and”
//! or “but”; each with a subject of its own that is no pronoun, and a verb; nothing quoted, nothing that hangs on an
//! “if” or a “when”. Everything else stays whole.

use super::lexicon::{AUXILIARIES, DETERMINERS, FINITE, PREPOSITIONS, PRONOUNS};
use super::structure::trim;
use super::token::Token;
use crate::span::Span;

/// Words that tie clauses together so that one does not stand without the other.
const TYING: &[&str] = &[
    "if", "when", "while", "whereas", "although", "though", "because", "since", "unless", "until", "as", "that", "which", "who", "whose", "whom", "where",
    "whether", "how", "why", "what", "both", "either", "neither", "not", "between", "such", "so",
];
/// How far into a clause its verb stands at most, and how many words a clause has at least.
const VERB: usize = 7;
const LEAST: usize = 4;

/// The assertions of the sentence at `span`, in order.
pub(super) fn parts(chars: &[char], tokens: &[Token], span: Span) -> Vec<Span> {
    let whole = vec![span];
    let tied = tokens.iter().any(|t| t.is_any(TYING) || matches!(t.mark(), Some('“' | '”' | '"' | '«' | '(' | ':' | '?' | '—' | '–')));
    if tied || tokens.len() > 80 {
        return whole;
    }
    let cuts = (1..tokens.len()).filter_map(|at| cut(tokens, at));
    for (end, begin) in cuts {
        let (Some(left), Some(right)) = (tokens.get(..end), tokens.get(begin..)) else { continue };
        if let (true, true, Some(last), Some(first)) = (stands(left), stands(right), left.last(), right.first()) {
            return vec![trim(chars, Span::new(span.start, last.span.end)), trim(chars, Span::new(first.span.start, span.end))];
        }
    }
    whole
}

/// Where a clause ends and the next begins, if the mark at this place may part two.
fn cut(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    match tokens.get(at)?.mark()? {
        ';' => Some((at, at + 1)),
        ',' if tokens.get(at + 1)?.is_any(&["and", "but"]) => Some((at, at + 2)),
        _ => None,
    }
}

/// Whether a clause has a subject that names something, and soon a verb.
fn stands(clause: &[Token]) -> bool {
    let words: Vec<&Token> = clause.iter().filter(|t| t.word).collect();
    let Some(first) = words.first().filter(|_| words.len() >= LEAST) else { return false };
    let names = !first.is_any(PRONOUNS)
        && !first.is_any(PREPOSITIONS)
        && !first.is_any(AUXILIARIES)
        && !first.is_any(FINITE)
        && !first.is_any(&["his", "her", "their", "its", "there", "then"]);
    let begins = first.is_any(DETERMINERS) || first.capital || first.is_number();
    let before_comma = clause.iter().take_while(|t| t.mark() != Some(',')).filter(|t| t.word).count();
    let verb = words.iter().enumerate().take(VERB + 1).position(|(n, t)| n > 0 && is_verb(t, words.get(n - 1).copied()));
    names && begins && verb.is_some_and(|at| at < before_comma)
}

/// Whether a word is a verb that carries a clause.
fn is_verb(word: &Token, before: Option<&Token>) -> bool {
    let plain = !word.capital && !before.is_some_and(|b| b.is_any(DETERMINERS) || b.is_any(PREPOSITIONS) || b.is_any(AUXILIARIES));
    let finite = word.is_any(FINITE) && !word.is_any(&["be", "been", "left", "held", "made", "led"]);
    let past = word.low.len() > 4 && word.low.ends_with("ed")
        || word.is_any(&["rose", "fell", "grew", "said", "made", "left", "held", "led", "lost", "won", "sold", "paid", "cut"]);
    !word.capital && finite || plain && past
}
