//! Limits hold, and reading takes time in step with the length, whatever the text is made of.

use super::read_as;
use corroborate::intake::read::{Hint, Limits, ReadError, read};
use std::time::{Duration, Instant};

/// The time that one reading takes at most: far more than it needs on a busy machine, far less than anything that
/// grows faster than the text.
const MOST: Duration = Duration::from_mins(1);
/// A small part in a build without optimisation.
const SIZE: usize = if cfg!(debug_assertions) { 200_000 } else { 5_000_000 };

#[track_caller]
fn check_fast(bytes: &[u8], name: &str) {
    let start = Instant::now();
    let read = read_as(bytes, name);
    let time = start.elapsed();
    assert!(time < MOST, "{name}: {time:?}");
    assert!(read.is_ok() || read == Err(ReadError::Empty), "{name}: {read:?}");
}

#[test]
fn both_limits_are_told() {
    let limits = Limits { bytes: 20, chars: 10 };
    assert_eq!(read(&[b'a'; 21], Hint::default(), &limits), Err(ReadError::TooLarge { most: 20 }));
    assert_eq!(read(&[b'a'; 11], Hint::default(), &limits), Err(ReadError::TooLarge { most: 10 }));
    assert!(read("äöüßäöüßäö".as_bytes(), Hint::default(), &limits).is_ok());
    let error = read(&[b'a'; 21], Hint::default(), &limits).unwrap_err();
    assert_eq!((error.code(), error.to_string()), ("too_large", "it has more than 20 bytes or characters".to_owned()));
}

#[test]
fn markup_over_the_limit_of_characters_that_holds_few_words_is_read() {
    let page = format!("<p>{}word", "<b></b>".repeat(1_000));
    let limits = Limits { bytes: 10_000, chars: 100 };
    assert_eq!(read(page.as_bytes(), Hint { file_name: Some("a.html"), media_type: None }, &limits).unwrap().text, "word");
}

#[test]
fn megabytes_in_one_line_are_read_fast() {
    for unit in ["a", "word ", "é", "🚀", "\u{301}", "<", "&", "\"", "“said” "] {
        let bytes = unit.repeat(SIZE / unit.len());
        check_fast(bytes.as_bytes(), "a.txt");
        check_fast(bytes.as_bytes(), "a.html");
    }
}

#[test]
fn megabytes_of_bytes_that_are_no_utf_8_are_read_fast() {
    check_fast(&b"Caf\xE9 \x93so\x94 ".repeat(SIZE / 10), "a.txt");
    check_fast(&b"ab\xE2\x82 ".repeat(SIZE / 5), "a.txt");
}

#[test]
fn hostile_html_is_read_fast() {
    for unit in [
        "<div>", "<p", "<a href='", "<!--", "<!-- - --", "<![CDATA[", "</div>", "<table><tr><td>", "<script>", "<svg><title>", "<li><ul>", "&amp", "&#x",
        "<b a=1 b=2 c=3>", "<html><body>", "<p hidden>", "<h1>a</h1><header>",
    ] {
        check_fast(format!("<p>start {}", unit.repeat(SIZE / 2 / unit.len())).as_bytes(), "a.html");
    }
}

#[test]
fn hostile_markdown_is_read_fast() {
    for unit in [
        "[", "](", "*", "*a ", "_a_", "`", "` ``", "> ", "- ", "1. ", "|a", "<", "&", "![", "~~", "# ", "\\", "[a][", "[a]: b\n", "<a><", "\n\n", "a\n- ",
        "---\n", "*a_ ", "[^a]",
    ] {
        check_fast(unit.repeat(SIZE / 2 / unit.len()).as_bytes(), "a.md");
    }
}
