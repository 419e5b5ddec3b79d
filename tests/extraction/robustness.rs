//! Anything can be given to the extraction: it never fails, what it finds fits the text, and its time grows with the
//! length of the text alone.

use super::{Read, read};
use corroborate::extraction::{Options, SentenceKind, extract};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Fails where what was found doesn't fit the text.
#[track_caller]
fn check(read: &Read<'_>) {
    let sentences = &read.found.sentences;
    let mut covered = 0;
    for sentence in sentences {
        assert!(sentence.span.start < sentence.span.end && sentence.span.end <= read.text.len(), "{:?}", sentence.span);
        assert!(sentence.span.start >= covered, "sentences overlap");
        let between = read.at((covered, sentence.span.start).into());
        assert!(between.chars().all(|c| c.is_whitespace() || c == '\u{FEFF}'), "{between:?} is in no sentence");
        let words = read.at(sentence.span);
        assert_eq!(words.trim(), words);
        covered = sentence.span.end;
    }
    assert!(read.at((covered, read.text.len()).into()).chars().all(|c| c.is_whitespace() || c == '\u{FEFF}'));
    for claim in &read.found.claims {
        let sentence = sentences[claim.sentence].span;
        assert!(sentence.contains(claim.span) && !claim.span.is_empty());
        assert!(claim.more.iter().all(|piece| sentence.contains(*piece) && !piece.is_empty()));
        assert!(!claim.statement.trim().is_empty());
        assert!((0.0..=1.0).contains(&claim.check_worthiness) && !claim.why.is_empty());
        for link in &claim.chain {
            assert!(!link.source.trim().is_empty());
            assert!(link.mention.iter().chain(&link.cue).all(|span| !span.is_empty() && span.end <= read.text.len()));
        }
    }
    for attribution in &read.found.attributions {
        let spans = attribution.source.iter().chain(&attribution.cue).chain(&attribution.content);
        assert!(spans.clone().all(|span| !span.is_empty() && span.end <= read.text.len()));
        assert!(!attribution.content.is_empty() && attribution.kind.is_some());
    }
}

/// The time that one extraction takes at most: far more than it needs on a busy machine, far less than anything that
/// grows faster than the text.
const SECONDS: u64 = 60;

#[track_caller]
fn check_fast(text: &str) {
    let start = Instant::now();
    let found = extract(text, &Options { language: Some("en".to_owned()), ..Options::default() });
    assert!(start.elapsed() < Duration::from_secs(SECONDS), "{:?}", start.elapsed());
    check(&Read { text: corroborate::span::ScalarIndex::new(text), found });
}

#[test]
fn odd_texts_are_read() {
    for text in [
        "", " ", "\n", "a", "\0", ".", "…", "“", "”", "\"", "'", "”“", "said", "he said", "said.", ", said", "said, said, said", "“,” said", "citing",
        "according to", "According to", ":", "A:", "\u{FEFF}", "\u{FEFF}a", "\u{202E}abc\u{202C}", "\u{200B}", "🚀", "👩‍👩‍👧‍👦 said so.", "e\u{301}. E\u{301}",
        "a\0b\0c. d\0", "a\u{2028}b\u{2029}c\u{85}d", "\r\r\n\n\r", "((((", "))))", "The", "Mr.", "U.S.", "Mr. Doe said \"", "\"\" said Doe", "He said that",
        "He said: ", "He said that that that.", "the the the said that", "in, in, in, he said, in", "[1]", ".[1]", ".[", ". [12", "；；；", "。。。",
        "；said。",
    ] {
        check(&read(text));
        check(&Read {
            text: corroborate::span::ScalarIndex::new(text),
            found: extract(text, &Options { language: Some("en".to_owned()), ..Options::default() }),
        });
        let found = extract(text, &Options { language: Some("x-nonsense".to_owned()), ..Options::default() });
        assert!(found.claims.iter().all(|claim| claim.chain.is_empty()));
    }
}

#[test]
fn a_text_without_line_breaks_or_spaces_is_cut_into_sentences_of_bearable_length() {
    let text = "a".repeat(10_000);
    let read = read(&text);
    check(&read);
    assert!(read.sentences().len() >= 5);
    let words = "word ".repeat(3_000);
    assert!(super::read(&words).sentences().iter().all(|sentence| sentence.split(' ').all(|word| word == "word")));
}

#[test]
fn megabytes_in_one_line_are_read_in_seconds() {
    // A small part in a build without optimisation.
    const SIZE: usize = if cfg!(debug_assertions) { 200_000 } else { 5_000_000 };
    for unit in [
        "a",
        "\"",
        "“",
        "'",
        ".",
        ")",
        "? ",
        "🚀",
        "Aa ",
        "said ",
        "he said, ",
        "“a, ” said ",
        "A. ",
        "北朝鮮",
        "the president said that the country will go and the minister of state ",
    ] {
        check_fast(&unit.repeat(SIZE / unit.len()));
    }
}

#[test]
fn megabytes_of_names_are_read_in_seconds() {
    let text: String = (0..if cfg!(debug_assertions) { 4_000 } else { 100_000 }).map(|n| format!("Ms R{n}oe said that it was so on Monday.\n")).collect();
    check_fast(&text);
}

#[test]
fn a_question_in_quotation_marks_is_a_question() {
    let read = read("“Who paid for it?” Anna Roe asked.\n“Who paid? Nobody knows,” she said.");
    assert_eq!(read.found.sentences[1].kind, SentenceKind::Question);
}

/// Words and marks that the rules look at, in any order.
fn news() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("said"),
        Just("says"),
        Just("told"),
        Just("reported"),
        Just("that"),
        Just("“"),
        Just("”"),
        Just("\""),
        Just("''"),
        Just("’s"),
        Just(","),
        Just("."),
        Just("?"),
        Just(":"),
        Just(";"),
        Just("—"),
        Just("("),
        Just(")"),
        Just("he"),
        Just("she"),
        Just("who"),
        Just("Anna"),
        Just("Roe"),
        Just("Mr."),
        Just("U.S."),
        Just("Bloomberg"),
        Just("the"),
        Just("ministry"),
        Just("officials"),
        Just("citing"),
        Just("according to"),
        Just("with"),
        Just("by"),
        Just("has been"),
        Just("confirmed"),
        Just("denied"),
        Just("called"),
        Just("as"),
        Just("to"),
        Just("visit"),
        Just("5"),
        Just("Monday"),
        Just("in a statement"),
        Just("showing"),
        Just("images"),
        Just("claim"),
        Just("and"),
        Just("but"),
        Just("\n"),
        Just("。"),
        Just("é"),
        Just("🚀"),
        Just("By"),
        Just("quoted"),
        Just("saying"),
        Just("was"),
        Just("will"),
        Just("[1]"),
    ];
    let glue = prop_oneof![4 => Just(" "), 1 => Just("")];
    proptest::collection::vec((word, glue), 0..60).prop_map(|parts| parts.into_iter().flat_map(|(word, glue)| [word, glue]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_fits_any_text(text in "\\PC{0,300}") {
        check(&read(&text));
    }

    #[test]
    fn what_is_found_fits_any_characters(text in proptest::collection::vec(any::<char>(), 0..300)) {
        let text: String = text.into_iter().collect();
        check(&read(&text));
    }

    #[test]
    fn what_is_found_fits_any_news(text in news()) {
        check(&read(&text));
        check(&Read { text: corroborate::span::ScalarIndex::new(&text), found: extract(&text, &Options { language: Some("en".to_owned()), ..Options::default() }) });
    }
}
