//! What happened to a text on its way in, told once, on the first view of its article.
//!
//! The notes travel in the address as codes. An address may come from anybody, so only what the reading itself could
//! have said is believed: known codes, whole numbers, names of real encodings.

use crate::intake::read::ReadNote;
use crate::web::FormData;
use crate::wording::{Arg, Words};

/// Most notes that are told.
const MOST: usize = 8;

/// The notes as part of an address, each preceded by `&`; empty where there are none.
pub(super) fn as_query(notes: &[ReadNote]) -> String {
    notes.iter().fold(String::new(), |query, note| query + "&note=" + &code_of(note))
}

fn code_of(note: &ReadNote) -> String {
    match note {
        ReadNote::DecodedAs(encoding) => format!("decoded_as.{encoding}"),
        ReadNote::BrokenBytes(count) => format!("broken_bytes.{count}"),
        ReadNote::ControlCharacters(count) => format!("control_characters.{count}"),
        ReadNote::PageParts => "page_parts".to_owned(),
    }
}

fn read(code: &str) -> Option<ReadNote> {
    let (kind, subject) = code.split_once('.').unwrap_or((code, ""));
    let count = || subject.parse::<u32>().ok().and_then(|count| usize::try_from(count).ok());
    match kind {
        "decoded_as" => encoding_rs::Encoding::for_label(subject.as_bytes()).map(|encoding| ReadNote::DecodedAs(encoding.name())),
        "broken_bytes" => count().map(ReadNote::BrokenBytes),
        "control_characters" => count().map(ReadNote::ControlCharacters),
        "page_parts" => Some(ReadNote::PageParts),
        _ => None,
    }
}

/// The notes of an address, in sentences.
pub(super) fn sentences(query: &FormData, words: &Words) -> Vec<String> {
    query
        .all("note")
        .filter_map(read)
        .take(MOST)
        .map(|note| match note.subject() {
            Some(("count", count)) => words.n(note.key(), count.parse::<i64>().unwrap_or(i64::MAX)),
            Some((name, value)) => words.with(note.key(), &[(name, Arg::from(value))]),
            None => words.t(note.key()).into_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Catalogue;

    #[test]
    fn notes_come_back_from_the_address_as_they_were() {
        let notes = [ReadNote::DecodedAs("windows-1252"), ReadNote::BrokenBytes(3), ReadNote::ControlCharacters(1), ReadNote::PageParts];
        let read: Vec<ReadNote> = FormData::read(as_query(&notes).as_bytes()).all("note").filter_map(read).collect();
        assert_eq!(read, notes);
    }

    #[test]
    fn what_no_reading_could_have_said_is_not_told() {
        let words = Catalogue::embedded().unwrap().choose(None, None);
        let query = FormData::read(b"note=decoded_as.<b>call+this+number</b>&note=broken_bytes.many&note=x&note=broken_bytes.-1");
        assert_eq!(sentences(&query, &words), Vec::<String>::new());
    }
}
