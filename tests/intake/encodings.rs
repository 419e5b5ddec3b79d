//! However a text is encoded, its characters come out right, and what was done to it is told.

use super::{read_as, text};
use corroborate::intake::read::{Hint, Limits, ReadNote, read};

const SENTENCE: &str = "The Kremlin’s “friendly” visit – 5 million shells, Київ, 평양.";

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn utf_8_is_read_with_and_without_its_mark() {
    assert_eq!(text(SENTENCE.as_bytes()), SENTENCE);
    assert_eq!(text(&[b"\xEF\xBB\xBF", SENTENCE.as_bytes()].concat()), SENTENCE);
}

#[test]
fn utf_16_is_read_in_both_orders_with_and_without_its_mark() {
    let (little, big) = (utf_16(SENTENCE, u16::to_le_bytes), utf_16(SENTENCE, u16::to_be_bytes));
    assert_eq!(text(&[b"\xFF\xFE", little.as_slice()].concat()), SENTENCE);
    assert_eq!(text(&[b"\xFE\xFF", big.as_slice()].concat()), SENTENCE);
    assert_eq!(text(&little), SENTENCE);
    assert_eq!(text(&big), SENTENCE);
    let cut = [b"\xFF\xFE", little.as_slice(), b"x"].concat();
    let draft = read(&cut, Hint::default(), &Limits::default()).unwrap();
    assert!(draft.text.starts_with(SENTENCE), "{}", draft.text);
    assert!(draft.notes.contains(&ReadNote::BrokenBytes(1)), "{:?}", draft.notes);
}

#[test]
fn windows_1252_with_words_quotes_is_read_and_told() {
    let bytes = b"Caf\xE9 owners said \x93we\x92ll stay\x94 \x96 \x80200 a day\x85";
    let draft = read(bytes, Hint::default(), &Limits::default()).unwrap();
    assert_eq!(draft.text, "Café owners said “we’ll stay” – €200 a day…");
    assert_eq!(draft.notes, [ReadNote::DecodedAs("windows-1252")]);
}

#[test]
fn the_encoding_that_a_browser_names_is_believed_for_what_is_no_utf_8() {
    let hint = |media_type| Hint { file_name: Some("a.txt"), media_type: Some(media_type) };
    let read = |bytes: &[u8], media_type| read(bytes, hint(media_type), &Limits::default()).unwrap().text;
    assert_eq!(read(b"\xCA\xE8\xBF\xE2", "text/plain; charset=windows-1251"), "Київ");
    assert_eq!(read("Київ".as_bytes(), "text/plain; charset=iso-8859-1"), "Київ");
    assert_eq!(read(b"Caf\xE9", "text/plain; charset=utf-8"), "Café");
}

#[test]
fn cyrillic_and_japanese_without_a_name_are_guessed() {
    let cyrillic: Vec<u8> = "Кремль подтвердил визит президента в Северную Корею во вторник."
        .chars()
        .map(|c| match u32::from(c) {
            code @ 0x410..=0x44F => u8::try_from(code - 0x410 + 0xC0).unwrap(),
            code => u8::try_from(code).unwrap(),
        })
        .collect();
    assert_eq!(text(&cyrillic), "Кремль подтвердил визит президента в Северную Корею во вторник.");
    assert_eq!(text(b"\x96\x6B\x92\xA9\x91\x4E\x82\xF0\x96\x4B\x96\xE2\x82\xB5\x82\xBD\x81\x42"), "北朝鮮を訪問した。");
}

#[test]
fn broken_utf_8_loses_only_what_is_broken() {
    let draft = read_as(b"Gr\xC3\xB6\xC3\x9Fe \xE2\x82 M\xC3\xBCnchen \xFF \xF0\x9F\x9A", "a.txt").unwrap();
    assert_eq!(draft.text, "Größe \u{FFFD} München \u{FFFD} \u{FFFD}");
    assert_eq!(draft.notes, [ReadNote::BrokenBytes(3)]);
}

#[test]
fn nul_and_control_characters_are_replaced_one_for_one_and_told() {
    let draft = read_as(b"He\0 said\x07 it\x1B[31m was\x7F so.\ttab", "a.txt").unwrap();
    assert_eq!(draft.text, "He\u{FFFD} said\u{FFFD} it\u{FFFD}[31m was\u{FFFD} so.\ttab");
    assert_eq!(draft.notes, [ReadNote::ControlCharacters(4)]);
}

#[test]
fn marks_of_direction_and_joining_stay() {
    let words = "He said \u{202E}gnp.exe\u{202C} \u{200F}שלום\u{200E} \u{2066}x\u{2069} 👩\u{200D}👧 e\u{301}";
    for name in ["a.txt", "a.md", "a.html"] {
        assert_eq!(read_as(words.as_bytes(), name).unwrap().text, words, "{name}");
    }
}

#[test]
fn every_kind_of_line_break_becomes_one_and_offsets_count_on() {
    assert_eq!(text("a\r\nb\rc\u{2028}d\u{85}e\n\n\n\nf  \ng".as_bytes()), "a\nb\nc\nd\ne\n\nf\ng");
}
