//! From bytes to characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// What kind of other file the bytes are, by their first ones; `None` where they may be text.
pub(super) fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"%PDF-") {
        return Some("pdf");
    }
    if starts(b"PK\x03\x04") {
        let head = String::from_utf8_lossy(bytes.get(..4_096.min(bytes.len())).unwrap_or_default()).into_owned();
        return Some(if head.contains("word/") || head.contains("mimetypeapplication/vnd.oasis.opendocument.text") { "word" } else { "archive" });
    }
    if starts(b"\xD0\xCF\x11\xE0") || starts(b"{\\rtf") {
        return Some("word");
    }
    if starts(b"\x89PNG") || starts(b"\xFF\xD8\xFF") || starts(b"GIF8") || (starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")) {
        return Some("image");
    }
    if starts(b"\x1F\x8B") || starts(b"Rar!") || starts(b"7z\xBC\xAF") {
        return Some("archive");
    }
    if Encoding::for_bom(bytes).is_some() {
        return None;
    }
    // A text may hold a stray NUL; bytes that are NUL or other control characters in bulk are no text.
    let sample = bytes.get(..65_536.min(bytes.len())).unwrap_or_default();
    let odd = sample.iter().filter(|b| matches!(b, 0..=8 | 14..=26 | 28..=31)).count();
    (odd * 10 > sample.len() && sample.len() > 8).then_some("unknown")
}

/// The bytes as text: by byte order mark, as UTF-8, or in the encoding they look like. Bytes that fit no
/// character become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    if let Some(encoding) = declared(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    if mostly_utf8(bytes) {
        return UTF_8.decode_without_bom_handling(bytes).0.into_owned();
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny).decode_without_bom_handling(bytes).0.into_owned()
}

/// Whether the bytes are UTF-8 with a few faults: more whole characters of several bytes than faults.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let faults = text.chars().filter(|c| *c == '\u{FFFD}').count();
    let whole = text.chars().filter(|c| c.len_utf8() > 1 && *c != '\u{FFFD}').count();
    whole > faults
}

/// The encoding that an HTML page declares in its first kilobyte.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..1_024.min(bytes.len())).unwrap_or_default()).to_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label: String = rest.trim_start_matches(['"', '\'']).chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    Encoding::for_label(label.as_bytes()).filter(|encoding| *encoding != UTF_8)
}
