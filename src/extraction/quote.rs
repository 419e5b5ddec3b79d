//! Quotation marks: which open, which close, and what stands between them.

use crate::span::Span;

pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‘' | '"' | '‚' | '「' | '『' | '‹' | '‟')
}

pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '”' | '“' | '»' | '’' | '"' | '\'' | '」' | '』' | '›')
}

/// Places between double quotation marks in one line, marks included, in order. (Single marks are too often
/// apostrophes; two in a row count as a double one.) A mark that is never closed runs to the end of the line, as
/// in quotations of several paragraphs; a closing mark that nothing opened runs from its beginning.
pub fn quotations(chars: &[char], line: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut at = line.start;
    while at < line.end {
        let Some(&c) = chars.get(at) else { break };
        let width = if matches!(c, '\'' | '’' | '‘' | '`') && chars.get(at + 1) == Some(&c) && at + 1 < line.end { 2 } else { 1 };
        let c = if width == 2 { '"' } else { c };
        match (c, open) {
            ('“' | '„' | '«' | '「' | '『' | '‟', None) => open = Some((at, c)),
            ('"', None) if !is_inch(chars, at) => open = Some((at, c)),
            ('“', Some((start, '„'))) | ('”' | '"' | '」' | '』', Some((start, _))) | ('»', Some((start, '«'))) => {
                found.push(Span::new(start, at + width));
                open = None;
            }
            ('”' | '」' | '』', None) if found.is_empty() => found.push(Span::new(line.start, at + width)),
            _ => {}
        }
        at += width;
    }
    if let Some((start, _)) = open {
        found.push(Span::new(start, line.end));
    }
    found
}

/// A straight mark behind a figure and before no letter: `6'2" tall`.
fn is_inch(chars: &[char], at: usize) -> bool {
    let digit_before = at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| c.is_numeric());
    digit_before && !chars.get(at + 1).is_some_and(|c| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        quotations(&chars, Span::new(0, chars.len())).iter().map(|span| super::super::text_of(&chars, *span)).collect()
    }

    #[test]
    fn marks_of_all_kinds_are_paired() {
        assert_eq!(quoted("a “b” c \"d\" e «f» g „h“ i 「j」 k ''l'' m"), ["“b”", "\"d\"", "«f»", "„h“", "「j」", "''l''"]);
    }

    #[test]
    fn what_is_left_open_runs_on() {
        assert_eq!(quoted("a “b. C"), ["“b. C"]);
        assert_eq!(quoted("a” b"), ["a”"]);
        assert_eq!(quoted("a 6'2\" man"), Vec::<String>::new());
    }
}
