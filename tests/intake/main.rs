//! Reading texts from strangers: every encoding and kind of file, anything at all inside.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, as it should")]

mod carry;
mod encodings;
mod hostile;
mod kinds;
mod size;

use corroborate::intake::read::{Draft, Hint, Limits, ReadError, read};

fn read_as(bytes: &[u8], name: &str) -> Result<Draft, ReadError> {
    read(bytes, Hint { file_name: Some(name), media_type: None }, &Limits::default())
}

/// The plain text of bytes of which nothing else is known.
fn text(bytes: &[u8]) -> String {
    read(bytes, Hint::default(), &Limits::default()).unwrap().text
}

/// The plain text of a file.
fn text_of(bytes: &[u8], name: &str) -> String {
    read_as(bytes, name).unwrap().text
}
