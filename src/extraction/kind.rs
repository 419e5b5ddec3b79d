//! What a sentence is, from its words.

use super::attribution::Found;
use super::attribution::rule::is_credit;
use super::lexicon;
use super::model::{Quotation, SentenceKind};
use super::structure::LineKind;
use super::text_of;
use super::token::Token;
use crate::span::Span;

/// How far into a sentence its opening is looked for, in scalar values.
const OPENING: usize = 60;

pub(super) fn kind_of(chars: &[char], tokens: &[Token], line: LineKind, found: &[Found], english: bool) -> SentenceKind {
    match line {
        LineKind::Heading if is_credit(tokens) => return SentenceKind::Transition,
        LineKind::Title | LineKind::Heading => return SentenceKind::Heading,
        LineKind::Boilerplate => return SentenceKind::Boilerplate,
        LineKind::Text => {}
    }
    let words: Vec<&Token> = tokens.iter().filter(|t| t.word).collect();
    let Some(first) = words.first() else { return SentenceKind::Transition };
    let last = tokens.iter().rev().find(|t| !matches!(t.mark(), Some('"' | '”' | '»' | ')' | '’' | '」' | '）'))).and_then(Token::mark);
    if is_dateline(tokens) {
        return SentenceKind::Boilerplate;
    }
    let asks = matches!(last, Some('?' | '？' | '؟' | '⸮' | '፧' | '՞')) || last == Some(';') && tokens.iter().any(|t| t.low.contains(is_greek));
    if asks && found.iter().all(|found| found.quotation == Quotation::Direct) {
        return SentenceKind::Question;
    }
    let quoted = tokens.iter().any(|t| matches!(t.mark(), Some('“' | '”' | '"' | '«' | '»' | '„' | '「')));
    if is_credit(tokens) {
        return SentenceKind::Transition;
    }
    if !found.is_empty() || quoted {
        return SentenceKind::Claim;
    }
    if !english {
        return if words.len() < 2 && first.span.len() < 6 { SentenceKind::Transition } else { SentenceKind::Claim };
    }
    of_statement(chars, first, &words)
}

/// “WASHINGTON (AP) —”, “HALDEN, Norway, June 3 (Reuters) -”: a place in capitals at the beginning, a dash at the end.
fn is_dateline(tokens: &[Token]) -> bool {
    let dashed = tokens.last().is_some_and(|t| matches!(t.mark(), Some('—' | '–' | '-' | '―')));
    dashed && tokens.len() < 16 && tokens.first().is_some_and(|t| t.upper) && !tokens.iter().any(|t| t.is_any(lexicon::FINITE))
}

/// The kind of an English sentence that states something and cites nobody.
fn of_statement(chars: &[char], first: &Token, words: &[&Token]) -> SentenceKind {
    let end = words.last().map_or(first.span.end, |last| last.span.end);
    let low = |most: usize| text_of(chars, Span::new(first.span.start, end.min(first.span.start + most))).to_lowercase();
    let start = low(OPENING);
    let has = |list: &[&str]| words.iter().any(|w| w.is_any(list));
    let figures = words.iter().any(|w| w.is_number());
    if words.len() < 3 || lexicon::TRANSITION_STARTS.iter().any(|s| start.starts_with(s)) {
        return SentenceKind::Transition;
    }
    if !figures && words.len() < 30 && lexicon::TRANSITION_PARTS.iter().any(|part| contains(words, part)) {
        return SentenceKind::Transition;
    }
    let opinion = has(lexicon::OPINION) || lexicon::INTERPRETING.iter().any(|part| contains(words, part));
    if figures && !opinion {
        return SentenceKind::Claim;
    }
    if opinion && !figures {
        return SentenceKind::Opinion;
    }
    // A modal in the first half carries the sentence; later it often sits in a side clause.
    let modal = words.iter().enumerate().position(|(at, w)| {
        let side = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| before.is_any(&["that", "which", "who"]));
        // A month is no modal.
        let month = at > 0 && w.capital && w.is("may");
        w.is_any(lexicon::FORECAST) && !side && !month && !words.get(at + 1).is_some_and(|next| next.is("have"))
    });
    if modal.is_some_and(|at| at * 2 <= words.len() + 4) && !has(lexicon::RECORD) {
        return SentenceKind::Forecast;
    }
    SentenceKind::Claim
}

/// Whether these words stand side by side.
fn contains(words: &[&Token], part: &[&str]) -> bool {
    words.windows(part.len()).any(|window| window.iter().zip(part).all(|(word, text)| word.is(text)))
}

fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')
}
