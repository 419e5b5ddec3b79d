//! From bytes to characters: what other kind of file the bytes may be, and how a text is encoded.
//!
//! Decoding never fails: bytes that fit no character become U+FFFD and are counted.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// A text and how it was found.
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// Name of the encoding.
    pub(super) encoding: &'static str,
    /// How many places could not be decoded.
    pub(super) broken: usize,
}

/// What kind of other file the bytes are, by their first ones; `None` where they may be text.
pub(super) fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let any = |magics: &[&[u8]]| magics.iter().any(|magic| bytes.starts_with(magic));
    let holds = |from: usize, magics: &[&[u8]]| bytes.get(from..).is_some_and(|tail| magics.iter().any(|magic| tail.starts_with(magic)));
    if starts(b"%PDF-") {
        return Some("pdf");
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return Some(archive_kind(bytes));
    }
    if any(&[b"\xD0\xCF\x11\xE0", b"{\\rtf"]) {
        return Some("word");
    }
    let heif: &[&[u8]] = &[b"ftyphei", b"ftypmif1", b"ftypavif"];
    if any(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*"]) || (starts(b"RIFF") && holds(8, &[b"WEBP"])) || holds(4, heif) {
        return Some("image");
    }
    if any(&[b"ID3", b"OggS", b"fLaC", b"\x1A\x45\xDF\xA3"]) || (starts(b"RIFF") && holds(8, &[b"WAVE", b"AVI "])) || holds(4, &[b"ftyp"]) {
        return Some("media");
    }
    if any(&[b"\x1F\x8B", b"Rar!\x1A", b"7z\xBC\xAF\x27", b"BZh9", b"\xFD7zXZ\0", b"\x28\xB5\x2F\xFD"]) {
        return Some("archive");
    }
    (Encoding::for_bom(bytes).is_none() && utf_16(bytes).is_none() && is_binary(bytes)).then_some("unknown")
}

/// What a zip archive is: documents of office programs are archives too.
fn archive_kind(bytes: &[u8]) -> &'static str {
    // Names of entries stand before each entry and again at the end.
    const WINDOW: usize = 65_536;
    let head = bytes.get(..WINDOW.min(bytes.len())).unwrap_or_default();
    let tail = bytes.get(bytes.len().saturating_sub(WINDOW)..).unwrap_or_default();
    let names = [String::from_utf8_lossy(head), String::from_utf8_lossy(tail)];
    let has = |name: &str| names.iter().any(|text| text.contains(name));
    if has("word/document") || has("word/") || has("opendocument.text") {
        "word"
    } else if has("xl/workbook") || has("opendocument.spreadsheet") {
        "spreadsheet"
    } else if has("ppt/presentation") || has("opendocument.presentation") {
        "slides"
    } else {
        "archive"
    }
}

/// A text may hold a stray NUL; bytes that are control characters in bulk are no text, nor are bytes with some
/// that make no characters either.
fn is_binary(bytes: &[u8]) -> bool {
    let sample = bytes.get(..65_536.min(bytes.len())).unwrap_or_default();
    let odd = sample.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    // The end of the sample may cut a character.
    let whole = std::str::from_utf8(sample).map_or_else(|fault| fault.error_len().is_none(), |_| true);
    odd * 10 > sample.len() * 3 || (!whole && odd * 20 > sample.len() && odd > 1)
}

/// UTF-16 without its mark: letters of many scripts then have a zero as every other byte.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4_096.min(bytes.len())).unwrap_or_default();
    let (pairs, _) = sample.as_chunks::<2>();
    let (mut big, mut little) = (0, 0);
    for [first, second] in pairs {
        big += usize::from(*first == 0 && *second >= 9);
        little += usize::from(*second == 0 && *first >= 9);
    }
    let most = |n: usize, other: usize| pairs.len() >= 4 && n * 10 >= pairs.len() * 7 && other == 0;
    if most(little, big) { Some(UTF_16LE) } else { most(big, little).then_some(UTF_16BE) }
}

/// The bytes as text: by byte order mark, as UTF-8, in the encoding that `media_type` or the page names, or in
/// the one they look like.
pub(super) fn decode(bytes: &[u8], media_type: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return in_encoding(encoding, bytes.get(mark..).unwrap_or_default());
    }
    let named = media_type.and_then(label).or_else(|| declared(bytes));
    if named == Some(ISO_2022_JP) && bytes.contains(&0x1B) {
        return in_encoding(ISO_2022_JP, bytes);
    }
    if let Some(encoding) = utf_16(bytes) {
        return in_encoding(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), broken: 0 };
    }
    // What calls itself UTF-8 and is not may still be UTF-8 with a few faults.
    if let Some(encoding) = named.filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible()) {
        return in_encoding(encoding, bytes);
    }
    if mostly_utf8(bytes) {
        return in_encoding(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    in_encoding(detector.guess(None, Utf8Detection::Deny), bytes)
}

fn in_encoding(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, faulty) = encoding.decode_without_bom_handling(bytes);
    let broken = if faulty { text.chars().filter(|c| *c == '\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), broken }
}

/// Whether the bytes are UTF-8 with a few faults. Characters of several bytes come about by chance so rarely in other
/// encodings that half as many of them as there are faults are enough.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let faults = text.chars().filter(|c| *c == '\u{FFFD}').count();
    let whole = text.chars().filter(|c| c.len_utf8() > 1 && *c != '\u{FFFD}').count();
    whole * 2 > faults
}

/// The encoding that an HTML page declares in its first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..1_024.min(bytes.len())).unwrap_or_default()).to_lowercase();
    let at = head.find("<meta").or_else(|| head.find("<?xml"))?;
    label(head.get(at..)?.replace("encoding=", "charset=").as_str())
}

fn label(text: &str) -> Option<&'static Encoding> {
    let text = text.to_lowercase();
    let (_, rest) = text.split_once("charset=")?;
    let label: String =
        rest.trim_start_matches(['"', '\'', ' ']).chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.')).collect();
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], media_type: Option<&str>) -> String {
        decode(bytes, media_type).text
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        let bytes: Vec<u8> = "He said “no”.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(foreign_kind(&bytes), None);
        assert_eq!(text(&bytes, None), "He said “no”.");
        assert_eq!(text(&[&[0xFF, 0xFE], bytes.as_slice()].concat(), None), "He said “no”.");
        let big: Vec<u8> = "He said no.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&big, None), "He said no.");
    }

    #[test]
    fn the_encoding_a_page_or_server_names_is_believed() {
        let bytes = "<meta charset='windows-1251'>Київ"
            .chars()
            .map(|c| match c {
                'К' => 0xCA,
                'и' => 0xE8,
                'ї' => 0xBF,
                'в' => 0xE2,
                c => u8::try_from(c).unwrap(),
            })
            .collect::<Vec<_>>();
        assert!(text(&bytes, None).ends_with("Київ"));
        assert_eq!(text(&[0xCA, 0xE8, 0xBF, 0xE2], Some("text/plain; charset=\"windows-1251\"")), "Київ");
        assert_eq!(text("Київ".as_bytes(), Some("text/html; charset=iso-8859-1")), "Київ", "what is UTF-8 is UTF-8");
    }

    #[test]
    fn a_text_that_speaks_of_charsets_declares_none() {
        assert_eq!(text(b"He wrote charset=koi8-r. Caf\xE9 \x93so\x94.", None), "He wrote charset=koi8-r. Café “so”.");
    }

    #[test]
    fn broken_bytes_are_counted() {
        let decoded = decode(b"Gr\xC3\xB6\xC3\x9Fe \xE2\x82 M\xC3\xBCnchen", None);
        assert_eq!((decoded.encoding, decoded.broken), ("UTF-8", 1));
    }

    #[test]
    fn files_of_other_kinds_are_told_apart() {
        let zip = |name: &str| [b"PK\x03\x04".as_slice(), &[0; 26], name.as_bytes()].concat();
        assert_eq!(foreign_kind(&zip("word/document.xml")), Some("word"));
        assert_eq!(foreign_kind(&zip("xl/workbook.xml")), Some("spreadsheet"));
        assert_eq!(foreign_kind(&zip("ppt/presentation.xml")), Some("slides"));
        assert_eq!(foreign_kind(&zip("holiday.jpg")), Some("archive"));
        assert_eq!(foreign_kind(b"RIFF\0\0\0\0WAVEfmt "), Some("media"));
        assert_eq!(foreign_kind(b"\0\0\0\x18ftypheic"), Some("image"));
        assert_eq!(foreign_kind(b"\0\0\0\x18ftypmp42"), Some("media"));
        assert_eq!(foreign_kind("PK said “%PDF-” and ID3.".as_bytes()), None);
    }

    #[test]
    fn a_stray_nul_makes_no_binary_file_and_noise_does() {
        assert_eq!(foreign_kind(b"He said\0 so."), None);
        let noise: Vec<u8> = (0_u32..4_000).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
        assert_eq!(foreign_kind(&noise), Some("unknown"));
    }
}
