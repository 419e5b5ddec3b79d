//! What a sentence is, from its words.

use super::lexicon;
use super::model::SentenceKind;
use super::structure::LineKind;
use super::token::Token;

pub(super) fn kind_of(chars: &[char], tokens: &[Token], line: LineKind, attributed: bool, english: bool) -> SentenceKind {
    match line {
        LineKind::Title | LineKind::Heading => return SentenceKind::Heading,
        LineKind::Boilerplate => return SentenceKind::Boilerplate,
        LineKind::Text => {}
    }
    let words: Vec<&Token> = tokens.iter().filter(|t| t.word).collect();
    if words.is_empty() {
        return SentenceKind::Transition;
    }
    let ends_with = tokens.iter().rev().find(|t| !matches!(t.mark(), Some('"' | '”' | '»' | ')' | '’'))).and_then(Token::mark);
    let quoted = tokens.iter().any(|t| matches!(t.mark(), Some('“' | '”' | '"' | '«' | '»' | '„')));
    if matches!(ends_with, Some('?' | '？' | '؟')) && !attributed {
        return SentenceKind::Question;
    }
    if attributed || quoted {
        return SentenceKind::Claim;
    }
    if !english {
        return if words.len() < 2 && words.first().is_none_or(|w| w.span.len() < 6) { SentenceKind::Transition } else { SentenceKind::Claim };
    }
    let start: String = chars.get(words.first().map_or(0, |w| w.span.start)..).unwrap_or_default().iter().take(40).flat_map(|c| c.to_lowercase()).collect();
    if words.len() < 3 || lexicon::TRANSITION_STARTS.iter().any(|s| start.starts_with(s)) {
        return SentenceKind::Transition;
    }
    let has = |list: &[&str]| words.iter().any(|w| w.is_any(list));
    let figures = words.iter().any(|w| w.is_number());
    let modal = words.iter().position(|w| w.is_any(lexicon::FORECAST));
    let opinion = has(lexicon::OPINION);
    if figures && !opinion {
        return SentenceKind::Claim;
    }
    if opinion && !figures {
        return SentenceKind::Opinion;
    }
    // A modal in the first half carries the sentence; later it often sits in a side clause.
    if modal.is_some_and(|at| at * 2 <= words.len() + 4) && !has(lexicon::RECORD) {
        return SentenceKind::Forecast;
    }
    SentenceKind::Claim
}
