//! A PDF file that grows object by object and is never held as objects: what is written is bytes, and what is left of it is
//! where it stands. Objects that are not streams are packed many to a stream (ISO 32000-1, 7.5.7), and so is the
//! table of where everything stands (7.5.8).

use crate::report::ExportError;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Object, Stream, Writer};
use std::io::Write;

/// So many objects are packed into one stream: fewer pack worse, more make readers unpack more for one of them.
const PACKED: usize = 200;

/// PDF 1.7, and a line of bytes that no mail program takes for text.
const HEAD: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    At(usize),
    Packed { stream: u32, index: usize },
}

/// The file.
pub(super) struct File {
    bytes: Vec<u8>,
    /// By the object's number.
    places: Vec<Place>,
    /// Objects that wait to be packed, each with where it begins in `text`.
    waiting: Vec<(u32, usize)>,
    text: Vec<u8>,
}

impl File {
    pub(super) fn new() -> Self {
        Self { bytes: HEAD.to_vec(), places: vec![Place::Nowhere], waiting: Vec::new(), text: Vec::new() }
    }

    /// Sets numbers aside, and gives the first of them.
    pub(super) fn reserve(&mut self, count: u32) -> Result<u32, ExportError> {
        let first = u32::try_from(self.places.len()).map_err(|_| ExportError("the file has too many objects".to_owned()))?;
        self.places.resize(self.places.len() + count as usize, Place::Nowhere);
        Ok(first)
    }

    /// Writes an object under a number that was set aside.
    pub(super) fn write(&mut self, number: u32, object: &Object) -> Result<(), ExportError> {
        if matches!(object, Object::Stream(_)) {
            let at = self.bytes.len();
            self.stand(number, Place::At(at));
            writeln!(self.bytes, "{number} 0 obj").map_err(unwritten)?;
            Writer::write_object(&mut self.bytes, object).map_err(unwritten)?;
            self.bytes.extend_from_slice(b"\nendobj\n");
            return Ok(());
        }
        self.waiting.push((number, self.text.len()));
        Writer::write_object(&mut self.text, object).map_err(unwritten)?;
        self.text.push(b'\n');
        if self.waiting.len() >= PACKED { self.pack() } else { Ok(()) }
    }

    /// Writes what a new number stands for, and gives the number.
    pub(super) fn add(&mut self, object: &Object) -> Result<Object, ExportError> {
        let number = self.reserve(1)?;
        self.write(number, object)?;
        Ok(Object::Reference((number, 0)))
    }

    /// Ends the file. `trailer` says where reading begins.
    pub(super) fn finish(mut self, trailer: Dictionary) -> Result<Vec<u8>, ExportError> {
        self.pack()?;
        let number = self.reserve(1)?;
        let at = self.bytes.len();
        self.stand(number, Place::At(at));
        let mut rows = Vec::with_capacity(self.places.len() * 7);
        for place in &self.places {
            let (kind, wide, narrow) = match *place {
                Place::Nowhere => (0, 0, 0),
                Place::At(at) => (1, offset(at)?, 0),
                Place::Packed { stream, index } => (2, stream, u16::try_from(index).map_err(unwritten)?),
            };
            rows.push(kind);
            rows.extend_from_slice(&wide.to_be_bytes());
            rows.extend_from_slice(&narrow.to_be_bytes());
        }
        let mut table = trailer;
        table.set("Type", Object::Name(b"XRef".to_vec()));
        table.set("Size", i64::from(number) + 1);
        table.set("W", vec![1.into(), 4.into(), 2.into()]);
        table.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        self.write(number, &Object::Stream(Stream::new(table, packed(&rows)?)))?;
        write!(self.bytes, "startxref\n{at}\n%%EOF\n").map_err(unwritten)?;
        Ok(self.bytes)
    }

    fn stand(&mut self, number: u32, place: Place) {
        if let Some(known) = self.places.get_mut(number as usize) {
            *known = place;
        }
    }

    /// Packs what waits.
    fn pack(&mut self) -> Result<(), ExportError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let stream = self.reserve(1)?;
        let mut content = Vec::with_capacity(self.text.len() + self.waiting.len() * 12);
        let waiting = std::mem::take(&mut self.waiting);
        for (index, (number, begins)) in waiting.iter().enumerate() {
            self.stand(*number, Place::Packed { stream, index });
            write!(content, "{number} {begins} ").map_err(unwritten)?;
        }
        let mut dict = Dictionary::new();
        dict.set("Type", Object::Name(b"ObjStm".to_vec()));
        dict.set("N", length(waiting.len())?);
        dict.set("First", length(content.len())?);
        dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        content.append(&mut self.text);
        self.write(stream, &Object::Stream(Stream::new(dict, packed(&content)?)))
    }
}

fn packed(content: &[u8]) -> Result<Vec<u8>, ExportError> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).and_then(|()| encoder.finish()).map_err(unwritten)
}

fn length(of: usize) -> Result<i64, ExportError> {
    i64::try_from(of).map_err(unwritten)
}

fn offset(at: usize) -> Result<u32, ExportError> {
    u32::try_from(at).map_err(|_| ExportError("the file is larger than 4 GB".to_owned()))
}

fn unwritten(error: impl std::fmt::Display) -> ExportError {
    ExportError(error.to_string())
}
