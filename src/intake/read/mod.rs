//! From bytes to plain text: what kind of file it is, how it is encoded, and what of it is the article.
//!
//! Pure. Every kind gives the same plain form: a paragraph, heading or list item a line, control characters
//! replaced one for one, nothing else changed, so that spans into it stay right wherever it is shown.

mod decode;
mod html;
mod markdown;

use chrono::NaiveDate;

/// A text as it was read, with what it says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text.
    pub text: String,
    /// Its title, where the file names one.
    pub title: Option<String>,
    /// Its author, where the file names one.
    pub byline: Option<String>,
    /// Its publisher, where the file names one.
    pub publisher: Option<String>,
    /// When it was published, where the file says so.
    pub published_on: Option<NaiveDate>,
    /// Where it stands on the web, where the file says so.
    pub source_url: Option<String>,
}

/// What is known of the bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hint<'a> {
    /// Name of the file.
    pub file_name: Option<&'a str>,
    /// Media type, as a browser or server gave it.
    pub media_type: Option<&'a str>,
}

/// How large a text may be.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Most bytes.
    pub bytes: usize,
    /// Most Unicode scalar values of plain text.
    pub chars: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 10 * 1024 * 1024, chars: 6_000_000 }
    }
}

/// Why bytes could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it but white space.
    #[error("there is no text in it")]
    Empty,
    /// It is larger than allowed.
    #[error("it has more than {most} bytes or characters")]
    TooLarge {
        /// The limit it broke.
        most: usize,
    },
    /// It is a file of another kind.
    #[error("it is {kind}; text, Markdown and HTML can be read")]
    NotText {
        /// What it looks like (`pdf`, `word`, `image`, `archive`, `unknown`).
        kind: &'static str,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Plain,
    Markdown,
    Html,
}

/// Reads bytes as an article.
///
/// # Errors
/// A [`ReadError`] that says what the bytes are instead.
pub fn read(bytes: &[u8], hint: Hint<'_>, limits: &Limits) -> Result<Draft, ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge { most: limits.bytes });
    }
    if let Some(kind) = decode::foreign_kind(bytes) {
        return Err(ReadError::NotText { kind });
    }
    let text = decode::decode(bytes);
    let mut draft = match kind_of(&text, hint) {
        Kind::Plain => Draft { text, ..Draft::default() },
        Kind::Markdown => markdown::read(&text),
        Kind::Html => html::read(&text),
    };
    draft.text = tidy(&draft.text);
    if draft.text.is_empty() {
        return Err(ReadError::Empty);
    }
    if draft.text.chars().count() > limits.chars {
        return Err(ReadError::TooLarge { most: limits.chars });
    }
    Ok(draft)
}

fn kind_of(text: &str, hint: Hint<'_>) -> Kind {
    let extension = hint.file_name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown" | "mdown") => return Kind::Markdown,
        Some("html" | "htm" | "xhtml") => return Kind::Html,
        Some("txt" | "text") => return Kind::Plain,
        _ => {}
    }
    match hint.media_type.map(|t| t.split(';').next().unwrap_or_default().trim().to_lowercase()).as_deref() {
        Some("text/markdown") => return Kind::Markdown,
        Some("text/html" | "application/xhtml+xml") => return Kind::Html,
        Some("text/plain") => return Kind::Plain,
        _ => {}
    }
    let start: String = text.trim_start().chars().take(200).collect::<String>().to_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<?xml") && start.contains("<html") { Kind::Html } else { Kind::Plain }
}

/// The plain form: line breaks of one kind, control characters replaced, white space at line ends and surplus
/// empty lines gone.
pub(super) fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    let mut out = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{C}']) {
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
        out.extend(line.chars().map(|c| if c.is_control() && c != '\t' { '\u{FFFD}' } else { c }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(bytes: &[u8]) -> Result<String, ReadError> {
        read(bytes, Hint::default(), &Limits::default()).map(|draft| draft.text)
    }

    #[test]
    fn words_curly_quotes_in_windows_1252_are_read() {
        assert_eq!(plain(b"He said \x93we\x92ll go\x94 \x96 twice.").unwrap(), "He said “we’ll go” – twice.");
    }

    #[test]
    fn broken_utf_8_is_replaced_and_nothing_else_is_lost() {
        let text = plain("Größe: 5 km, ".as_bytes().iter().copied().chain([0xE2, 0x82]).chain("München 平壌 Київ".bytes()).collect::<Vec<_>>().as_slice()).unwrap();
        assert!(text.starts_with("Größe: 5 km, ") && text.ends_with("München 平壌 Київ"), "{text}");
    }

    #[test]
    fn control_characters_are_replaced_one_for_one() {
        assert_eq!(plain(b"a\0b\x07c\r\nd\r\re").unwrap(), "a\u{FFFD}b\u{FFFD}c\nd\n\ne");
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(plain(b"%PDF-1.7 ..."), Err(ReadError::NotText { kind: "pdf" }));
        assert_eq!(plain(b"PK\x03\x04word/document.xml"), Err(ReadError::NotText { kind: "word" }));
        assert_eq!(plain(b"\x89PNG\r\n\x1a\n0000"), Err(ReadError::NotText { kind: "image" }));
        assert_eq!(plain(&[0, 1, 2, 3, 0, 0, 0, 9, 0, 0, 7, 0, 1, 200, 0, 0]), Err(ReadError::NotText { kind: "unknown" }));
        assert_eq!(plain(b" \n\t "), Err(ReadError::Empty));
    }

    #[test]
    fn markup_in_html_becomes_lines_and_scripts_never_leak() {
        let html = b"<!doctype html><title>T</title><body><h1>Head</h1><p>One <b>two</b>&amp;three<br>four<script>evil()</script></p><ul><li>a<li>b</ul>";
        let draft = read(html, Hint::default(), &Limits::default()).unwrap();
        assert_eq!(draft.text, "Head\nOne two&three\nfour\na\nb");
        assert_eq!(draft.title.as_deref(), Some("T"));
    }

    #[test]
    fn very_deep_nesting_is_read() {
        let html = format!("<html>{}x{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
        assert_eq!(plain(html.as_bytes()).unwrap(), "x");
    }

    #[test]
    fn markdown_loses_its_marks_and_keeps_its_words() {
        let text = b"---\ntitle: A title\nauthor: Ana\n---\n# Head\n\nOne *two* [three](http://x.example).\n\n> quoted\n\n- a\n- b\n";
        let draft = read(text, Hint { file_name: Some("x.md"), ..Hint::default() }, &Limits::default()).unwrap();
        assert_eq!(draft.text, "Head\n\nOne two three.\n\nquoted\n\na\nb");
        assert_eq!((draft.title.as_deref(), draft.byline.as_deref()), (Some("A title"), Some("Ana")));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_a_text_or_a_reason(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600), name in "[a-z]{1,3}\\.(md|html|txt)") {
            if let Ok(draft) = read(&bytes, Hint { file_name: Some(&name), ..Hint::default() }, &Limits::default()) {
                proptest::prop_assert!(!draft.text.contains('\0') && !draft.text.is_empty());
            }
        }
    }
}
