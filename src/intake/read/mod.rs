//! From bytes to plain text: what kind of file it is, how it is encoded, and what of it is the article.
//!
//! Pure. Every kind gives the same plain form: a paragraph, heading or list item a line, control characters
//! replaced one for one, nothing else changed, so that spans into it stay right wherever it is shown. Reading
//! takes time in step with the length of the bytes, whatever they are. Start at [`read`].

mod decode;
mod html;
mod markdown;
mod plain;

use chrono::{DateTime, NaiveDate};
pub(super) use plain::tidy;

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
    /// The code of its language, where the file says so.
    pub language: Option<String>,
    /// What whoever reads the text should know of how it was read.
    pub notes: Vec<ReadNote>,
}

/// Something that happened to a text on its way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadNote {
    /// It was not UTF-8 but in this encoding.
    DecodedAs(&'static str),
    /// So many places made no characters and were replaced.
    BrokenBytes(usize),
    /// So many control characters were replaced.
    ControlCharacters(usize),
    /// The page around the article was left out.
    PageParts,
}

impl ReadNote {
    /// The key of its sentence; the sentence speaks of [`ReadNote::subject`].
    pub fn key(&self) -> &'static str {
        match self {
            Self::DecodedAs(_) => "read-note-decoded-as",
            Self::BrokenBytes(_) => "read-note-broken-bytes",
            Self::ControlCharacters(_) => "read-note-control-characters",
            Self::PageParts => "read-note-page-parts",
        }
    }

    /// What the sentence speaks of: the argument `encoding` or `count`.
    pub fn subject(&self) -> Option<(&'static str, String)> {
        match self {
            Self::DecodedAs(name) => Some(("encoding", (*name).to_owned())),
            Self::BrokenBytes(count) | Self::ControlCharacters(count) => Some(("count", count.to_string())),
            Self::PageParts => None,
        }
    }
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
        /// What it looks like (`pdf`, `word`, `spreadsheet`, `slides`, `image`, `media`, `archive`, `unknown`).
        kind: &'static str,
    },
}

impl ReadError {
    /// The stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "text_empty",
            Self::TooLarge { .. } => "too_large",
            Self::NotText { .. } => "not_text",
        }
    }
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
    let decoded = decode::decode(bytes, hint.media_type);
    let text = decoded.text;
    let mut draft = match kind_of(&text, hint) {
        Kind::Plain => Draft { text, ..Draft::default() },
        Kind::Markdown => markdown::read(&text),
        Kind::Html => html::read(&text),
    };
    let strays = plain::strays(&draft.text);
    draft.text = tidy(&draft.text);
    if draft.text.is_empty() {
        return Err(ReadError::Empty);
    }
    if draft.text.chars().count() > limits.chars {
        return Err(ReadError::TooLarge { most: limits.chars });
    }
    let told = [
        (decoded.encoding != "UTF-8").then_some(ReadNote::DecodedAs(decoded.encoding)),
        (decoded.broken > 0).then_some(ReadNote::BrokenBytes(decoded.broken)),
        (strays > 0).then_some(ReadNote::ControlCharacters(strays)),
    ];
    draft.notes.splice(0..0, told.into_iter().flatten());
    for field in [&mut draft.title, &mut draft.byline, &mut draft.publisher, &mut draft.source_url] {
        *field = field.take().map(|text| tidy(&text)).filter(|text| !text.is_empty());
    }
    Ok(draft)
}

/// A text just as it was given, with nothing taken out or tidied: for callers whose offsets must fit what they hold.
///
/// # Errors
/// A [`ReadError`] that says what the bytes are instead.
pub fn as_given(bytes: Vec<u8>, limits: &Limits) -> Result<(String, Vec<ReadNote>), ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::TooLarge { most: limits.bytes });
    }
    if let Some(kind) = decode::foreign_kind(&bytes) {
        return Err(ReadError::NotText { kind });
    }
    let decoded = decode::decode(&bytes, None);
    let foreign = decoded.encoding != "UTF-8";
    // Where the bytes are UTF-8 they stay as they are, with a byte order mark if they have one.
    let text = if foreign || decoded.broken > 0 { decoded.text } else { String::from_utf8(bytes).unwrap_or(decoded.text) };
    let told = [foreign.then_some(ReadNote::DecodedAs(decoded.encoding)), (decoded.broken > 0).then_some(ReadNote::BrokenBytes(decoded.broken))];
    let notes = told.into_iter().flatten().collect();
    if text.chars().count() > limits.chars {
        return Err(ReadError::TooLarge { most: limits.chars });
    }
    Ok((text, notes))
}

fn kind_of(text: &str, hint: Hint<'_>) -> Kind {
    let extension = hint.file_name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown" | "mdown" | "mkd") => return Kind::Markdown,
        Some("html" | "htm" | "xhtml") => return Kind::Html,
        Some("txt" | "text") => return Kind::Plain,
        _ => {}
    }
    match hint.media_type.map(|t| t.split(';').next().unwrap_or_default().trim().to_lowercase()).as_deref() {
        Some("text/markdown" | "text/x-markdown") => return Kind::Markdown,
        Some("text/html" | "application/xhtml+xml") => return Kind::Html,
        Some("text/plain") => return Kind::Plain,
        _ => {}
    }
    if looks_like_html(text) { Kind::Html } else { Kind::Plain }
}

/// Whether a text of no known kind begins as a page or a piece of one.
fn looks_like_html(text: &str) -> bool {
    let start: String = text.trim_start_matches('\u{FEFF}').trim_start().chars().take(300).collect::<String>().to_lowercase();
    if start.starts_with("<!doctype html") || (start.starts_with("<?xml") && start.contains("<html")) {
        return true;
    }
    let Some(rest) = start.strip_prefix('<') else { return false };
    let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    let ended = rest.get(name.len()..).is_some_and(|tail| tail.starts_with([' ', '\n', '>', '/']));
    let known = [
        "html", "head", "body", "meta", "p", "div", "article", "section", "main", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "span", "b", "strong",
        "em", "a", "br", "img",
    ];
    (ended && known.contains(&name.as_str())) || (rest.starts_with("!--") && start.contains("-->"))
}

/// The day that a date begins with, however the rest of it is written.
fn day_of(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    let written = || ["%d %B %Y", "%B %d, %Y", "%Y/%m/%d", "%Y%m%d"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    day.or_else(|| DateTime::parse_from_rfc2822(text).ok().map(|moment| moment.date_naive()))
        .or_else(written)
        .filter(|day| (1..=9_999).contains(&chrono::Datelike::year(day)))
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
        let text =
            plain("Größe: 5 km, ".as_bytes().iter().copied().chain([0xE2, 0x82]).chain("München 平壌 Київ".bytes()).collect::<Vec<_>>().as_slice()).unwrap();
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
        let html = format!("<html>{}x{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
        assert_eq!(plain(html.as_bytes()).unwrap(), "x");
    }

    #[test]
    fn markdown_loses_its_marks_and_keeps_its_words() {
        let text = b"---\ntitle: A title\nauthor: Ana\n---\n# Head\n\nOne *two* [three](http://x.example).\n\n> quoted\n\n- a\n- b\n";
        let draft = read(text, Hint { file_name: Some("x.md"), ..Hint::default() }, &Limits::default()).unwrap();
        assert_eq!(draft.text, "Head\n\nOne two three.\n\nquoted\n\na\nb");
        assert_eq!((draft.title.as_deref(), draft.byline.as_deref()), (Some("A title"), Some("Ana")));
    }

    #[test]
    fn what_happened_on_the_way_in_is_told() {
        let draft = read(b"Caf\xE9 \x93so\x94\x07.", Hint::default(), &Limits::default()).unwrap();
        assert_eq!(draft.notes, [ReadNote::DecodedAs("windows-1252"), ReadNote::ControlCharacters(1)]);
        assert_eq!(read("Café".as_bytes(), Hint::default(), &Limits::default()).unwrap().notes, []);
    }

    #[test]
    fn a_kind_is_known_by_name_then_media_type_then_look() {
        let kind = |text, file_name, media_type| kind_of(text, Hint { file_name, media_type });
        assert_eq!(kind("<p>a</p>", Some("a.TXT"), Some("text/html")), Kind::Plain);
        assert_eq!(kind("# a", Some("a.md"), Some("text/plain")), Kind::Markdown);
        assert_eq!(kind("a", Some("upload"), Some("text/html; charset=utf-8")), Kind::Html);
        assert_eq!(kind(" <P class=x>a", None, None), Kind::Html);
        assert_eq!(kind("<pause> he said", None, None), Kind::Plain);
        assert_eq!(kind("1 < 2", None, None), Kind::Plain);
    }

    #[test]
    fn a_page_without_words_is_empty() {
        assert_eq!(plain(b"<!doctype html><title>T</title><body><script>x()</script><img alt=y>"), Err(ReadError::Empty));
    }

    #[test]
    fn a_text_over_the_limit_is_refused_with_the_limit() {
        let limits = Limits { bytes: 10, chars: 4 };
        assert_eq!(read(b"12345678901", Hint::default(), &limits), Err(ReadError::TooLarge { most: 10 }));
        assert_eq!(read(b"12345", Hint::default(), &limits), Err(ReadError::TooLarge { most: 4 }));
        assert!(read("äöüß".as_bytes(), Hint::default(), &limits).is_ok());
    }

    #[test]
    fn dates_are_read_in_the_forms_that_pages_use() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 3);
        for text in ["2026-11-03", "2026-11-03T23:59:00+09:00", "3 November 2026", "November 3, 2026", "Tue, 03 Nov 2026 09:00:00 GMT", "20261103"] {
            assert_eq!(day_of(text), day, "{text}");
        }
        assert_eq!(day_of("yesterday — at noon"), None);
    }

    #[test]
    fn everything_that_can_be_told_has_a_sentence() {
        let sentences = include_str!("../../../locales/en/intake.ftl");
        let notes = [ReadNote::DecodedAs("x"), ReadNote::BrokenBytes(1), ReadNote::ControlCharacters(1), ReadNote::PageParts];
        let errors = [ReadError::Empty, ReadError::TooLarge { most: 1 }, ReadError::NotText { kind: "pdf" }];
        let kinds = ["pdf", "word", "spreadsheet", "slides", "image", "media", "archive", "unknown"];
        let keys = notes.iter().map(|note| note.key().to_owned());
        let keys = keys
            .chain(errors.iter().map(|error| format!("problem-{}", error.code().replace('_', "-"))))
            .chain(kinds.iter().map(|kind| format!("file-kind-{kind}")));
        for key in keys {
            assert!(sentences.lines().any(|line| line.starts_with(&format!("{key} ="))), "{key}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_markup_gives_a_text_or_a_reason(page in "(<|>|/|!|-|&|#|;|=|'|\"|[a-d]|script|title|table|td|svg|nav|--| |é|\n){0,80}", name in "[a-z]{1,3}\\.(md|html|txt)") {
            if let Ok(draft) = read(page.as_bytes(), Hint { file_name: Some(&name), ..Hint::default() }, &Limits::default()) {
                proptest::prop_assert_eq!(tidy(&draft.text), draft.text);
            }
        }

        #[test]
        fn any_bytes_give_a_text_or_a_reason(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..600), name in "[a-z]{1,3}\\.(md|html|txt)") {
            if let Ok(draft) = read(&bytes, Hint { file_name: Some(&name), ..Hint::default() }, &Limits::default()) {
                proptest::prop_assert!(!draft.text.contains('\0') && !draft.text.is_empty());
            }
        }
    }
}
