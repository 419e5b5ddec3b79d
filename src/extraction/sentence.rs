//! Where sentences end.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an ellipsis;
//! closing quotes and brackets behind it belong to the sentence. East Asian and Indic stops always end one.

use super::lexicon;
use super::quote;
use super::structure::trim;
use crate::span::Span;

/// The sentences of one line, in order, without the white space between them.
pub(super) fn sentences(chars: &[char], line: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = line.start;
    let mut at = line.start;
    while at < line.end {
        let Some(c) = chars.get(at) else { break };
        if !matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡' | '।' | '॥' | '؟' | '۔') {
            at += 1;
            continue;
        }
        let first = at;
        while at < line.end && chars.get(at).is_some_and(|c| matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔')) {
            at += 1;
        }
        let stops = at - first;
        while at < line.end && chars.get(at).is_some_and(|c| quote::is_closing(*c) || matches!(c, ')' | ']' | '」' | '』' | '）')) {
            at += 1;
        }
        if ends_here(chars, line, first, stops, at) {
            let span = trim(chars, Span::new(start, at));
            if !span.is_empty() {
                found.push(span);
            }
            start = at;
        }
    }
    let rest = trim(chars, Span::new(start, line.end));
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

/// Whether the stop at `first` (of `stops` marks) ends a sentence; `behind` is where the next text begins.
fn ends_here(chars: &[char], line: Span, first: usize, stops: usize, behind: usize) -> bool {
    if behind >= line.end {
        return true;
    }
    let mark = chars.get(first).copied().unwrap_or('.');
    if matches!(mark, '。' | '！' | '？' | '｡' | '।' | '॥' | '؟' | '۔') {
        return true;
    }
    // Without white space behind it a Latin stop is inside a word, a number or an address.
    if !chars.get(behind).is_some_and(|c| c.is_whitespace()) {
        return false;
    }
    let Some(next) = (behind..line.end).filter_map(|n| chars.get(n)).find(|c| !c.is_whitespace()) else { return true };
    let next_opens = next.is_uppercase()
        || next.is_numeric()
        || quote::is_opening(*next)
        || matches!(next, '(' | '[' | '—' | '–' | '-' | '@' | '#')
        || !next.is_lowercase() && next.is_alphabetic();
    if !next_opens {
        return false;
    }
    if mark != '.' || stops > 1 {
        return true;
    }
    let word: String = word_before(chars, line, first);
    if word.is_empty() {
        return true;
    }
    let lower = word.to_lowercase();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    // "J. Smith", "U.S. President": one capital letter, or capitals with stops between.
    let initial = letters == 1 && word.chars().all(|c| c.is_uppercase());
    if initial {
        return false;
    }
    if word.contains('.') {
        let acronym = word.chars().all(|c| c == '.' || c.is_alphabetic()) && word.split('.').all(|part| part.chars().count() <= 2);
        if acronym {
            // "in the U.S. The" ends a sentence; "the U.S. President" does not. The next word decides.
            let next_word: String = word_after(chars, line, behind).to_lowercase();
            return lexicon::SENTENCE_STARTERS.contains(&next_word.as_str());
        }
    }
    if lexicon::TITLES.contains(&lower.as_str()) {
        return false;
    }
    if lexicon::ABBREVIATIONS.contains(&lower.as_str()) {
        return next.is_uppercase() && lexicon::SENTENCE_STARTERS.contains(&word_after(chars, line, behind).to_lowercase().as_str());
    }
    true
}

fn word_before(chars: &[char], line: Span, end: usize) -> String {
    let mut from = end;
    while from > line.start && end - from < 40 && chars.get(from - 1).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’')) {
        from -= 1;
    }
    chars.get(from..end).unwrap_or_default().iter().collect()
}

fn word_after(chars: &[char], line: Span, from: usize) -> String {
    chars
        .get(from..line.end.min(from + 60))
        .unwrap_or_default()
        .iter()
        .skip_while(|c| !c.is_alphanumeric())
        .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'))
        .collect()
}
