//! The plain form that every text is brought to.
//!
//! Changes line breaks, control characters and white space at the ends of lines, and nothing else: words,
//! and with them positions, stay as the writer gave them.

/// Line breaks of one kind, control characters replaced, white space at line ends and surplus empty lines
/// gone.
pub(in crate::intake) fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{C}', '\u{B}']) {
        let line = line.trim_end();
        if line.is_empty() {
            empty += 1;
            continue;
        }
        if !out.is_empty() {
            out.push('\n');
            if empty > 0 {
                out.push('\n');
            }
        }
        empty = 0;
        out.extend(line.chars().map(|c| if is_stray(c) { '\u{FFFD}' } else { c }));
    }
    out
}

/// How many control characters [`tidy`] replaces, those at the ends of lines included.
pub(super) fn strays(text: &str) -> usize {
    text.chars().filter(|c| is_stray(*c) && !matches!(c, '\n' | '\r' | '\u{85}' | '\u{B}' | '\u{C}')).count()
}

fn is_stray(c: char) -> bool {
    c.is_control() && c != '\t'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_break_becomes_one() {
        assert_eq!(tidy("a\r\nb\rc\u{2028}d\u{2029}e\u{85}f\u{C}g\u{B}h"), "a\nb\nc\nd\ne\nf\ng\nh");
    }

    #[test]
    fn empty_lines_fold_into_one_and_lines_lose_their_ends_only() {
        assert_eq!(tidy("\u{FEFF}\n\n  a \t\n\n \n\nb\u{A0}\n"), "  a\n\nb");
    }

    #[test]
    fn control_characters_are_replaced_one_for_one() {
        assert_eq!(tidy("a\0b\u{7}c\td\u{9B}"), "a\u{FFFD}b\u{FFFD}c\td\u{FFFD}");
        assert_eq!(strays("a\0b\u{7}c\td\u{9B}\n"), 3);
    }

    #[test]
    fn words_are_left_as_they_are_spelled() {
        assert_eq!(tidy("e\u{301} \u{FB01} \u{200B}x\u{202E}"), "e\u{301} \u{FB01} \u{200B}x\u{202E}");
    }

    #[test]
    fn tidying_twice_changes_nothing_more() {
        let once = tidy(" a \r\n\r\n\r\n\tb\u{1}");
        assert_eq!(tidy(&once), once);
    }
}
