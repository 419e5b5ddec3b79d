//! Where sentences end.
//!
//! A full stop ends a sentence unless it belongs to an abbreviation, an initial, a number or an ellipsis;
//! closing quotes, brackets and footnote marks behind it belong to the sentence. The stops of other scripts always
//! end one. Thai and Lao write none: there a space ends a sentence once it is as long as one. No sentence is longer
//! than [`LONGEST`]: a text without stops is cut where a word ends.

use super::boundary;
use super::cue::{Form, cue};
use super::lexicon;
use super::linear::Linear;
use super::quote;
use super::structure::trim;
use crate::span::Span;
use icu_properties::CodePointSetData;
use icu_properties::props::SentenceTerminal;

/// Longest sentence, in scalar values. Everything that looks at one sentence at a time relies on it.
pub(super) const LONGEST: usize = 2_000;
/// How long a Thai or Lao sentence is before a space ends it.
const UNSTOPPED: usize = 100;
/// How far behind a stop the next word is looked for, and how far ahead a Japanese quotation's verb.
const NEAR: usize = 60;

/// The sentences of one line, in order, without the white space between them.
pub(super) fn sentences(chars: &[char], line: Span, english: bool) -> Vec<Span> {
    with(chars, line, boundary::model().filter(|_| english))
}

/// The sentences of one line by the rules, and by a model of English where one is given.
pub(super) fn with(chars: &[char], line: Span, model: Option<Linear<'_>>) -> Vec<Span> {
    let ruled = by_rules(chars, line);
    let learned = model.filter(|_| is_latin(chars, line)).map(|model| boundary::sentences(chars, line, &ruled, model));
    let mut found = Vec::with_capacity(ruled.len());
    let mut dash = None;
    for span in learned.unwrap_or(ruled) {
        let span = Span::new(dash.take().unwrap_or(span.start), span.end);
        if is_dash_behind_quote(chars, span) {
            dash = Some(span.start);
        } else {
            keep(chars, span, &mut found);
        }
    }
    if let Some(start) = dash {
        keep(chars, Span::new(start, line.end), &mut found);
    }
    found
}

/// Whether a sentence is nothing but the dash that stands between a quotation and the name of whoever said it.
fn is_dash_behind_quote(chars: &[char], span: Span) -> bool {
    let bare = trim(chars, span);
    let text = chars.get(bare.start..bare.end).unwrap_or_default();
    let before = chars.get(..span.start).unwrap_or_default().iter().rev().find(|c| !c.is_whitespace());
    !text.is_empty() && text.len() < 4 && text.iter().all(|c| matches!(c, '-' | '–' | '—' | '―')) && matches!(before, Some('"' | '”' | '»' | '’'))
}

/// Whether a line begins in Latin letters: others the model has not seen.
fn is_latin(chars: &[char], line: Span) -> bool {
    let first = chars.get(line.start..line.end).unwrap_or_default().iter().find(|c| c.is_alphabetic());
    first.is_none_or(|c| *c < '\u{250}')
}

/// The sentences of one line as the rules have them, of any length.
pub(super) fn by_rules(chars: &[char], line: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = line.start;
    let mut at = line.start;
    while at < line.end {
        let Some(&c) = chars.get(at) else { break };
        if c.is_whitespace() && at - start >= UNSTOPPED && at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| is_unstopped(*c)) {
            found.push(Span::new(start, at));
            start = at;
        }
        if !is_stop(chars, at) {
            at += 1;
            continue;
        }
        let first = at;
        while at < line.end && is_stop(chars, at) {
            at += 1;
        }
        let stops = at - first;
        while at < line.end && closes(chars, at) {
            at += 1;
        }
        at = behind_footnotes(chars, line, at);
        if ends_here(chars, line, first, stops, at) {
            found.push(Span::new(start, at));
            start = at;
        }
    }
    found.push(Span::new(start, line.end));
    found.iter().map(|span| trim(chars, *span)).filter(|span| !span.is_empty()).collect()
}

/// Whether the mark at `at` closes what came before. One that some languages close with and others open with
/// opens where a word follows.
fn closes(chars: &[char], at: usize) -> bool {
    let opens = || chars.get(at + 1).is_some_and(|c| c.is_alphanumeric());
    match chars.get(at) {
        Some('“' | '"' | '\'') => !opens(),
        Some(c) => quote::is_closing(*c) || matches!(c, ')' | ']' | '）' | '】' | '》'),
        None => false,
    }
}

/// Keeps a sentence without the white space around it, in pieces where it is too long.
fn keep(chars: &[char], span: Span, found: &mut Vec<Span>) {
    let mut rest = trim(chars, span);
    while rest.len() > LONGEST {
        let end = cut(chars, Span::new(rest.start, rest.start + LONGEST));
        found.push(trim(chars, Span::new(rest.start, end)));
        rest = trim(chars, Span::new(end, rest.end));
    }
    if !rest.is_empty() {
        found.push(rest);
    }
}

/// Where an overlong sentence is cut: behind its last semicolon, comma or word in the second half, never inside a
/// character that combines with the one before.
fn cut(chars: &[char], span: Span) -> usize {
    let half = span.start + span.len() / 2;
    let last =
        |fits: fn(&char) -> bool| (half..span.end).rev().find(|at| chars.get(*at).is_some_and(fits) && chars.get(at + 1).is_some_and(|c| c.is_whitespace()));
    let word = || (half..span.end).rev().find(|at| chars.get(*at).is_some_and(|c| c.is_whitespace()));
    let whole = || (half..span.end).rev().find(|at| chars.get(at + 1).is_some_and(|c| !is_joined(*c)) && chars.get(*at) != Some(&'\u{200D}'));
    last(|c| matches!(c, ';' | '；')).or_else(|| last(|c| matches!(c, ',' | '，' | '、'))).or_else(word).or_else(whole).map_or(span.end, |at| at + 1)
}

/// Whether the character is drawn together with the one before it.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}')
}

/// Whether the mark at `at` can end a sentence.
fn is_stop(chars: &[char], at: usize) -> bool {
    match chars.get(at) {
        Some('.' | '!' | '?' | '…') => true,
        // In Greek a semicolon asks.
        Some(';' | '\u{37E}') => {
            at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}'))
        }
        Some(c) => is_final(*c),
        None => false,
    }
}

/// Whether the mark ends sentences and nothing else: what Unicode calls so, and the Tibetan and Mongolian stops, which it
/// leaves to layout. In Latin texts a full stop is more than that, and is looked at on its own.
fn is_final(c: char) -> bool {
    !c.is_ascii()
        && (CodePointSetData::new::<SentenceTerminal>().contains(c) || matches!(c, '\u{F0D}' | '\u{F0E}' | '᠃' | '᠉' | '｡' | '⸮' | '։' | '՞' | '܀'..='܂'))
}

/// Whether the character is of a script that writes no stops.
fn is_unstopped(c: char) -> bool {
    matches!(c, '\u{E01}'..='\u{EDF}')
}

/// The place behind footnote marks: `it was so.[3]`, `it was so. [3]`.
fn behind_footnotes(chars: &[char], line: Span, at: usize) -> usize {
    let mut end = at;
    loop {
        let mut next = end + usize::from(chars.get(end) == Some(&' '));
        if chars.get(next) != Some(&'[') {
            return end;
        }
        next += 1;
        let digits = (next..line.end.min(next + 4)).take_while(|n| chars.get(*n).is_some_and(char::is_ascii_digit)).count();
        if !(1..=3).contains(&digits) || chars.get(next + digits) != Some(&']') || next + digits >= line.end {
            return end;
        }
        end = next + digits + 1;
    }
}

/// Whether the stop at `first` (of `stops` marks) ends a sentence; `behind` is where the next text begins.
fn ends_here(chars: &[char], line: Span, first: usize, stops: usize, behind: usize) -> bool {
    let Some(&follows) = chars.get(behind).filter(|_| behind < line.end) else { return true };
    let mark = chars.get(first).copied().unwrap_or('.');
    let closed = behind > first + stops;
    if closed && matches!(mark, '!' | '?') && is_tagged(chars, line, behind) {
        return false;
    }
    if is_final(mark) {
        return !(closed && reports(chars, line, behind));
    }
    // Without white space behind it a Latin stop is inside a word, a number or an address.
    if !follows.is_whitespace() {
        return false;
    }
    let Some(next) = (behind..line.end.min(behind + NEAR)).filter_map(|n| chars.get(n)).find(|c| !c.is_whitespace()) else { return true };
    let word = word_before(chars, line, first);
    if next.is_lowercase() {
        // Hurried writers begin in lower case; a long plain word before a single stop is then the end.
        let plain = word.chars().count() > 3 && word.chars().all(char::is_lowercase) && !lexicon::ABBREVIATIONS.contains(&word.as_str());
        return !closed && stops == 1 && (matches!(mark, '!' | '?') || mark == '.' && plain && !is_abbreviated(&word));
    }
    let opens = next.is_alphanumeric()
        || quote::is_opening(*next)
        || matches!(next, '(' | '[' | '—' | '–' | '-' | '@' | '#' | '•' | '*' | '$' | '€' | '£' | '¿' | '¡' | '…' | '\'' | '（')
        || !next.is_ascii();
    opens && (mark != '.' || stops > 1 || word.is_empty() || !belongs_to_word(chars, line, &word, *next, behind))
}

/// Whether a quotation that ended in a stop goes on into the words that report it: 「…。」と述べた, “……。”他说.
fn reports(chars: &[char], line: Span, behind: usize) -> bool {
    match chars.get(behind) {
        Some('と') => true,
        Some('\u{4E00}'..='\u{9FFF}') => {
            let clause = chars.get(behind..line.end.min(behind + 12)).unwrap_or_default().iter().take_while(|c| !matches!(c, '，' | '。' | ',' | '、' | '：'));
            clause.clone().any(|c| matches!(c, '说' | '說' | '称' | '稱' | '道' | '示'))
        }
        _ => false,
    }
}

/// Whether a quotation that ended in a question or a call goes on into who said it: “Who knew?” Ms Roe asked.
fn is_tagged(chars: &[char], line: Span, behind: usize) -> bool {
    let clause: String = chars
        .get(behind..line.end.min(behind + NEAR))
        .unwrap_or_default()
        .iter()
        .take_while(|c| !matches!(c, '.' | ',' | ':' | '—' | '!' | '?' | '“' | '"'))
        .collect();
    let words: Vec<String> = clause.split_whitespace().map(str::to_lowercase).collect();
    let says = |word: &String| cue(word).is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third));
    words.len() > 1 && words.len() < 7 && (words.first().is_some_and(says) || words.last().is_some_and(says))
}

/// Whether the stop is part of the word before it: an abbreviation, an initial, a title.
fn belongs_to_word(chars: &[char], line: Span, word: &str, next: char, behind: usize) -> bool {
    let lower = word.to_lowercase();
    let starter = || lexicon::SENTENCE_STARTERS.contains(&word_after(chars, line, behind).to_lowercase().as_str());
    // "J. Doe": one capital letter. "the U.S. President" goes on, "in the U.S. The" does not: the next word decides.
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && lower != "i" {
        return true;
    }
    // German: “z. B.”, “am 3. März”.
    let after = word_after(chars, line, behind);
    if word.chars().count() == 1 && after.chars().count() == 1 && !word.chars().all(char::is_numeric) {
        return true;
    }
    if word.chars().count() < 3 && word.chars().all(char::is_numeric) && next.is_uppercase() {
        let start = behind.saturating_sub(word.chars().count() + 1);
        return lexicon::ORDINAL_LEADS.contains(&word_before(chars, line, last_letter(chars, line, start)).as_str());
    }
    if word.contains('.') {
        let acronym = word.chars().all(|c| c == '.' || c.is_alphabetic()) && word.split('.').all(|part| part.chars().count() <= 2);
        if acronym {
            return matches!(lower.as_str(), "e.g" | "i.e") || !starter();
        }
    }
    if lexicon::NUMBERED.contains(&lower.as_str()) {
        return next.is_numeric();
    }
    if lexicon::TITLES.contains(&lower.as_str()) {
        return true;
    }
    if lexicon::ABBREVIATIONS.contains(&lower.as_str()) || is_abbreviated(&lower) {
        return !(next.is_uppercase() && starter());
    }
    false
}

/// Abbreviations of other languages than English that no sentence ends with.
fn is_abbreviated(low: &str) -> bool {
    matches!(
        low,
        "bzw"
            | "dr"
            | "nr"
            | "ca"
            | "vgl"
            | "evtl"
            | "usw"
            | "z.b"
            | "d.h"
            | "u.a"
            | "mme"
            | "mlle"
            | "env"
            | "sra"
            | "srta"
            | "sig"
            | "dott"
            | "ing"
            | "approx"
            | "govt"
            | "dept"
    )
}

fn word_before(chars: &[char], line: Span, end: usize) -> String {
    let mut from = end;
    while from > line.start && end - from < 40 && chars.get(from - 1).is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’')) {
        from -= 1;
    }
    chars.get(from..end).unwrap_or_default().iter().collect()
}

/// The place behind the last letter before `end`.
fn last_letter(chars: &[char], line: Span, end: usize) -> usize {
    (line.start.max(end.saturating_sub(4))..end).rev().find(|at| chars.get(*at).is_some_and(|c| c.is_alphabetic())).map_or(line.start, |at| at + 1)
}

fn word_after(chars: &[char], line: Span, from: usize) -> String {
    chars
        .get(from..line.end.min(from + NEAR))
        .unwrap_or_default()
        .iter()
        .skip_while(|c| !c.is_alphanumeric())
        .take_while(|c| c.is_alphanumeric() || matches!(c, '\'' | '’'))
        .collect()
}
