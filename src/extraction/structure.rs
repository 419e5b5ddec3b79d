//! Lines of a text and what they are: title, heading, text, boilerplate.
//!
//! A line is what stands between line breaks. A short line without a final stop is a heading where text
//! follows; the first line of a text is its title if it looks like one.

use super::lexicon;
use super::text_of;
use crate::span::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    Title,
    Heading,
    Text,
    Boilerplate,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    pub span: Span,
    pub kind: LineKind,
}

/// A byline stands in one of the first lines.
const BYLINE: usize = 5;
/// Longest heading, in words.
const HEADING_WORDS: usize = 18;

/// The lines of a text that hold more than white space, without the white space around them.
pub(super) fn lines(chars: &[char]) -> Vec<Line> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, c) in chars.iter().enumerate().chain([(chars.len(), &'\n')]) {
        if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}') {
            let span = trim(chars, Span::new(start, at));
            if !span.is_empty() {
                spans.push(span);
            }
            start = at + 1;
        }
    }
    let last = spans.len().saturating_sub(1);
    let mut seen_text = false;
    let mut lines: Vec<Line> = Vec::with_capacity(spans.len());
    for (n, span) in spans.into_iter().enumerate() {
        let kind = if is_boilerplate(chars, span) || n > 0 && n < BYLINE && is_byline(chars, span) {
            LineKind::Boilerplate
        } else if looks_like_heading(chars, span) && (n < last || (n == 0 && last == 0)) {
            if n == 0 && last > 0 {
                LineKind::Title
            } else if last == 0 {
                LineKind::Text
            } else {
                LineKind::Heading
            }
        } else {
            LineKind::Text
        };
        seen_text |= kind == LineKind::Text;
        lines.push(Line { span, kind });
    }
    if !seen_text {
        // A text of headings alone is a text of short lines.
        for line in &mut lines {
            if line.kind == LineKind::Heading {
                line.kind = LineKind::Text;
            }
        }
    }
    lines
}

/// The span without white space at its ends.
pub(super) fn trim(chars: &[char], span: Span) -> Span {
    let inside = chars.get(span.start..span.end).unwrap_or_default();
    let blank = |c: &char| c.is_whitespace() || *c == '\u{FEFF}';
    let lead = inside.iter().take_while(|c| blank(c)).count();
    let tail = inside.iter().rev().take_while(|c| blank(c)).count();
    if lead == inside.len() { Span::new(span.start, span.start) } else { Span::new(span.start + lead, span.end - tail) }
}

fn looks_like_heading(chars: &[char], span: Span) -> bool {
    let Some(end) = chars.get(span.end.saturating_sub(1)) else { return false };
    if span.len() > 160 || matches!(end, '.' | '…' | ',' | ';' | '。' | '।' | ':' | '"' | '”' | '»') {
        return false;
    }
    let text = text_of(chars, span);
    let words = text.split_whitespace().count();
    // Scripts without spaces: few characters, not few words.
    if words == 1 && span.len() > 40 {
        return false;
    }
    // A line of dialogue or a list item that ends in a question or exclamation mark may still be a heading when short.
    words <= HEADING_WORDS && !text.starts_with(['•', '*', '“', '"', '«', '„']) && !text.starts_with("- ")
}

/// “By Anna Roe and Tim Doe”.
fn is_byline(chars: &[char], span: Span) -> bool {
    if span.len() > 100 {
        return false;
    }
    let text = text_of(chars, span);
    let text = text.trim_matches(['*', '_', ' ']);
    let Some(names) = ["By ", "BY ", "by "].iter().find_map(|lead| text.strip_prefix(lead)) else { return false };
    let word = |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "and" | "in" | "of" | "for" | "de" | "van" | "von" | "|" | "–" | "—");
    !text.ends_with(['.', '!', '?']) && names.split_whitespace().count() <= 10 && names.split_whitespace().all(word)
}

fn is_boilerplate(chars: &[char], span: Span) -> bool {
    if span.len() > 240 {
        return false;
    }
    let text = text_of(chars, span).to_lowercase();
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let only = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
    let starts = |start: &&str| bare.strip_prefix(*start).is_some_and(|rest| start.ends_with([':', '(']) || !rest.starts_with(char::is_alphanumeric));
    lexicon::BOILERPLATE_LINES.contains(&only)
        || lexicon::BOILERPLATE_STARTS.iter().any(starts) && !tells(bare)
        || lexicon::BOILERPLATE_PARTS.iter().any(|part| text.contains(part))
        || is_credit(&text)
        || is_moment(only)
}

/// Whether a line that begins like a link or a credit goes on as a sentence does: “Donate blood, the ministry said.”
fn tells(text: &str) -> bool {
    let said = ["said", "says", "told", "was", "were", "has", "have", "had"];
    text.ends_with('.')
        && text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count() > 6
        && text.split(' ').any(|word| said.contains(&word))
}

/// “(AP Photo/Anna Roe)”, “Anna Roe / Reuters”, “Getty Images”: a short line that only says whose a picture is.
fn is_credit(text: &str) -> bool {
    let short = text.split_whitespace().count() <= 8 && !text.ends_with('.');
    short
        && ["ap photo", "getty images", "/ reuters", "/reuters", "/ afp", "/afp", "shutterstock", "handout", "courtesy of"]
            .iter()
            .any(|credit| text.contains(credit))
}

/// Whether a line is a date and a time of day and nothing else: “Monday, 10 June 2024, 3:15 p.m. ET”, “5 min read”.
fn is_moment(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep", "sept", "oct", "nov", "dec", "am", "pm", "a", "p", "m", "et", "est", "edt", "gmt", "utc", "bst", "cet", "at", "min", "minute", "minutes",
        "read", "ago", "hours", "hour", "th",
    ];
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() < 6;
    (2..12).contains(&words.len())
        && words.iter().any(|word| number(word))
        && words.iter().any(|word| !number(word))
        && words.iter().all(|word| number(word) || WORDS.contains(word))
}
