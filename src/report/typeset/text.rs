//! What people wrote, made fit for a page: the same words, without what no font shows and no page can hold.
//!
//! A character without a letter form is shown as [`MISSING`] and counted; control characters become U+FFFD as on
//! the page form; marks that turn the direction of what follows are left out, so that a text can't be made to read as
//! another; a word too long for its line gets places where it may be broken. Start at [`Setter`].

use super::font::Fonts;
use crate::report::telling::{first_strong, from_right};
use icu_properties::CodePointMapData;
use icu_properties::props::{GeneralCategory, LineBreak};
use serde::Serialize;
use std::cell::Cell;

/// Stands for a character that no font has.
const MISSING: char = '\u{25A1}';

/// Where a word may be broken without a hyphen.
const MAY_BREAK: char = '\u{200B}';

/// A word may be broken after so many characters where a line has the width of the page.
pub(in crate::report) const WIDE: usize = 32;

/// … and where it stands in a column or is set large.
pub(in crate::report) const NARROW: usize = 18;

/// A text for a template: a string, or one that has to say from where it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(in crate::report) enum Said {
    /// It is read as the whole page is.
    Plain(String),
    /// It is read from left to right on a page that is not.
    FromLeft {
        /// The text.
        ltr: String,
    },
    /// It is read from right to left on a page that is not.
    FromRight {
        /// The text.
        rtl: String,
    },
}

/// Makes texts fit, and counts what could not be shown.
#[derive(Debug)]
pub(in crate::report) struct Setter {
    from_right: bool,
    missing: Cell<usize>,
}

impl Setter {
    /// For a page that is read from the right or from the left.
    pub(in crate::report) fn new(from_right: bool) -> Self {
        Self { from_right, missing: Cell::new(0) }
    }

    /// How many characters are shown as [`MISSING`] so far.
    pub(in crate::report) fn missing(&self) -> usize {
        self.missing.get()
    }

    /// A text in one line.
    pub(in crate::report) fn line(&self, text: &str, longest: usize) -> Said {
        let fit = self.fit(text, longest, &mut 0);
        match (self.reads_from_right(text), self.from_right) {
            (true, false) => Said::FromRight { rtl: fit },
            (false, true) => Said::FromLeft { ltr: fit },
            _ => Said::Plain(fit),
        }
    }

    /// A text's lines that are not empty.
    pub(in crate::report) fn lines(&self, text: &str, longest: usize) -> Vec<Said> {
        let lines = text.split(['\n', '\u{2028}', '\u{2029}']).filter(|line| !line.trim().is_empty());
        lines.map(|line| self.line(line.trim_end(), longest)).collect()
    }

    /// Several short texts in one line, none of which turns the others around.
    pub(in crate::report) fn joined<'t>(&self, parts: impl IntoIterator<Item = &'t str>) -> String {
        let alone = |text: &str| {
            let fit = self.fit(text, WIDE, &mut 0);
            if text.chars().any(|c| from_right(c).is_some_and(|right| right != self.from_right)) { format!("\u{2068}{fit}\u{2069}") } else { fit }
        };
        parts.into_iter().map(alone).collect::<Vec<_>>().join(" · ")
    }

    /// Whether a text is read from the right: its first letter says so.
    pub(in crate::report) fn reads_from_right(&self, text: &str) -> bool {
        first_strong(text).unwrap_or(self.from_right)
    }

    /// The text itself. `run` is how many characters have gone by since a line could last be broken: pieces of one
    /// paragraph share it.
    pub(in crate::report) fn fit(&self, text: &str, longest: usize, run: &mut usize) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 16);
        let mut cluster: Vec<char> = Vec::new();
        let mut whole = false;
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            if c.is_whitespace() {
                whole = false;
            } else if cluster.last().is_none_or(|last| last.is_whitespace()) {
                whole = longest >= WIDE && is_hash(c, rest.as_str());
            }
            let Some(c) = allowed(c) else { continue };
            let joins = is_joining(c) || cluster.last() == Some(&'\u{200D}');
            if !joins {
                self.push(&mut out, &cluster, longest, if whole { None } else { Some(&mut *run) });
                cluster.clear();
            }
            cluster.push(c);
        }
        self.push(&mut out, &cluster, longest, Some(run));
        out
    }

    /// Writes what is drawn as one, and a place to break before it where the word grew too long.
    fn push(&self, out: &mut String, cluster: &[char], longest: usize, run: Option<&mut usize>) {
        let Some(first) = cluster.first().copied() else { return };
        if let Some(run) = run {
            *run = if breaks_at(first) { 0 } else { *run + 1 };
            if *run > longest && (*run - longest) % 6 == 1 {
                out.push(MAY_BREAK);
            }
        }
        if first.is_ascii() && cluster.len() == 1 {
            out.push(first);
            return;
        }
        let fonts = Fonts::all();
        let drawn: Vec<char> = cluster.iter().copied().filter(|c| !is_unseen(*c)).collect();
        if drawn.iter().all(|c| fonts.show(*c)) && (drawn.len() < 2 || fonts.show_together(&drawn)) {
            out.extend(cluster);
        } else if first.is_whitespace() {
            out.push(' ');
        } else {
            self.missing.set(self.missing.get() + 1);
            out.push(if fonts.show(first) && !is_unseen(first) { first } else { MISSING });
        }
    }
}

/// Whether a word is a hash in hexadecimal, which has its place in a line and must be found whole.
fn is_hash(first: char, rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    first.is_ascii_hexdigit() && word.len() < 64 && word.chars().all(|c| c.is_ascii_hexdigit())
}

/// The first characters of a text, and a sign that it goes on.
pub(in crate::report) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// The character as a page may hold it; nothing for those that only command.
fn allowed(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        c if c.is_control() => Some('\u{FFFD}'),
        // Turning of directions, choice of variants, tags, and marks of the order of bytes.
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}' => None,
        c => Some(c),
    }
}

/// Characters that fonts need not have, since nothing is drawn for them.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}')
}

/// Whether a character is drawn as one with what stands before it.
fn is_joining(c: char) -> bool {
    use GeneralCategory as G;
    let mark = matches!(CodePointMapData::<GeneralCategory>::new().get(c), G::NonspacingMark | G::SpacingMark | G::EnclosingMark);
    mark || matches!(c, '\u{200C}' | '\u{200D}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Whether a line may be broken at a character without help.
fn breaks_at(c: char) -> bool {
    use LineBreak as L;
    let class = CodePointMapData::<LineBreak>::new().get(c);
    let breaking = [
        L::Space,
        L::ZWSpace,
        L::BreakAfter,
        L::Hyphen,
        L::BreakSymbols,
        L::Ideographic,
        L::ConditionalJapaneseStarter,
        L::ComplexContext,
        L::H2,
        L::H3,
        L::EBase,
        L::EModifier,
    ];
    breaking.contains(&class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(text: &str) -> String {
        Setter::new(false).fit(text, 8, &mut 0)
    }

    #[test]
    fn words_stay_as_they_are() {
        for text in ["It rose by 3.5 per cent.", "e\u{301}té", "क्‍षत्रिय", "👩‍👩‍👧‍👦 🇰🇵 👍🏽", "中国国防部说日本の防衛省한국", "ภาษาไทยไม่มีช่องว่าง"]
        {
            let setter = Setter::new(false);
            assert_eq!(setter.fit(text, WIDE, &mut 0), text);
            assert_eq!(setter.missing(), 0, "{text}");
        }
    }

    #[test]
    fn what_no_page_can_hold_is_replaced_or_left_out() {
        assert_eq!(fit("a\u{0}b\u{1b}[31m\té\u{85}"), "a\u{FFFD}b\u{FFFD}[31m é\u{FFFD}");
        assert_eq!(fit("\u{202E}gnp\u{2066}.exe\u{FEFF}"), "gnp.exe");
        let setter = Setter::new(false);
        assert_eq!(setter.fit("a\u{E000}b \u{12000} 中\u{301}\u{302}", WIDE, &mut 0), "a□b □ 中");
        assert_eq!(setter.missing(), 3);
    }

    #[test]
    fn endless_words_may_be_broken_and_hashes_stay_whole() {
        assert_eq!(fit("aaaaaaaabbbbbbcc d"), "aaaaaaaa\u{200B}bbbbbb\u{200B}cc d");
        assert_eq!(fit("https://a.example/aaaaaaaa/bbbbbbbb"), "https://a.exampl\u{200B}e/aaaaaaaa/bbbbbbbb");
        assert_eq!(fit("ab-cdefgh-ijklm"), "ab-cdefgh-ijklm");
        let hash = "0123456789abcdef".repeat(4);
        assert_eq!(Setter::new(false).fit(&format!("SHA {hash}."), WIDE, &mut 0), format!("SHA {hash}."));
        let mut run = 0;
        let setter = Setter::new(false);
        assert_eq!([setter.fit("aaaaaa", 8, &mut run), setter.fit("aaaa", 8, &mut run)].concat(), "aaaaaaaa\u{200B}aa");
    }

    #[test]
    fn the_first_letter_says_from_where_a_text_is_read() {
        let setter = Setter::new(false);
        assert_eq!(setter.line("12 مرحبا at", WIDE), Said::FromRight { rtl: "12 مرحبا at".to_owned() });
        assert_eq!(setter.line("at مرحبا", WIDE), Said::Plain("at مرحبا".to_owned()));
        assert_eq!(Setter::new(true).line("at", WIDE), Said::FromLeft { ltr: "at".to_owned() });
        assert_eq!(setter.joined(["at", "שלום"]), "at · \u{2068}שלום\u{2069}");
        assert_eq!(setter.lines("one\n\n two \r\nthree", WIDE).len(), 3);
    }

    #[test]
    fn long_texts_are_cut_between_letters() {
        assert_eq!(cut("Früher und später", 6), "Früher…");
        assert_eq!(cut("Früher", 6), "Früher");
    }
}
