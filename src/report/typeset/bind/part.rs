//! A part of a report as the typesetter wrote it, read back so that it can be bound with others: its objects, by the
//! numbers that they have in the whole.

use super::{ENTRIES, TO_LABEL, unread};
use crate::report::ExportError;
use lopdf::{Dictionary, Document, Object, StringFormat, text_string};
use std::collections::BTreeMap;

/// The objects that are yet to be written.
pub(super) struct Part {
    objects: BTreeMap<u32, Object>,
    trailer: Dictionary,
}

impl Part {
    /// Reads a file, and moves its numbers to where `reserve` has so many.
    pub(super) fn read(bytes: &[u8], reserve: impl FnOnce(u32) -> Result<u32, ExportError>) -> Result<Self, ExportError> {
        let read = Document::load_mem(bytes).map_err(unread)?;
        // Numbers begin with 1.
        let by = reserve(read.max_id)? - 1;
        let mut trailer = Object::Dictionary(read.trailer);
        shift(&mut trailer, by);
        let Object::Dictionary(trailer) = trailer else { return Err(unread("no trailer")) };
        let moved = read.objects.into_iter().map(|((number, _), mut object)| {
            shift(&mut object, by);
            (number + by, object)
        });
        Ok(Self { objects: moved.collect(), trailer })
    }

    /// Gives all that is left, in order.
    pub(super) fn each(self, mut write: impl FnMut(u32, &Object) -> Result<(), ExportError>) -> Result<(), ExportError> {
        self.objects.into_iter().try_for_each(|(number, object)| write(number, &object))
    }

    /// The catalog, as a reference.
    pub(super) fn root(&self) -> Result<Object, ExportError> {
        self.trailer.get(b"Root").cloned().map_err(unread)
    }

    pub(super) fn info(&self) -> Option<Object> {
        self.trailer.get(b"Info").ok().cloned()
    }

    pub(super) fn id(&self) -> Option<Object> {
        self.trailer.get(b"ID").ok().cloned()
    }

    /// Takes an object out, so that it is not written with the others.
    pub(super) fn take_numbered(&mut self, reference: &Object) -> Result<(u32, Object), ExportError> {
        let (number, _) = reference.as_reference().map_err(unread)?;
        Ok((number, self.objects.remove(&number).ok_or_else(|| unread("an object is missing"))?))
    }

    /// Takes a dictionary out.
    pub(super) fn take(&mut self, reference: &Object) -> Result<(u32, Dictionary), ExportError> {
        match self.take_numbered(reference)? {
            (number, Object::Dictionary(dictionary)) => Ok((number, dictionary)),
            (_, other) => Err(unread(other.enum_variant())),
        }
    }

    /// A dictionary that stands in another or by itself.
    pub(super) fn inner(&mut self, entry: Option<Object>) -> Result<Dictionary, ExportError> {
        match entry {
            Some(Object::Dictionary(inner)) => Ok(inner),
            Some(reference) => self.take(&reference).map(|(_, inner)| inner),
            None => Err(unread("an entry is missing")),
        }
    }

    /// Moves the numbers by which pages and links are found in the tree of tags.
    pub(super) fn number_entries(&mut self, base: i64) {
        for dictionary in self.objects.values_mut().filter_map(dictionary_of) {
            for key in [b"StructParents".as_slice(), b"StructParent"] {
                if let Ok(Object::Integer(entry)) = dictionary.get_mut(key) {
                    debug_assert!(*entry < ENTRIES, "more entries than a part has room for");
                    *entry += base;
                }
            }
        }
    }

    /// Puts a word before the names of tags, so that no two parts have one in common.
    pub(super) fn name_apart(&mut self, before: &[u8]) {
        self.objects.values_mut().for_each(|object| name(object, before));
    }

    /// Makes links to labels lead there. `said` is what a label is called, for those who don't see the link.
    pub(super) fn lead_to_labels(&mut self, said: &dyn Fn(&str) -> String) {
        for dictionary in self.objects.values_mut().filter_map(dictionary_of) {
            let label = dictionary.get(b"A").and_then(Object::as_dict).and_then(|action| action.get(b"URI")).and_then(Object::as_str);
            let Some(label) = label.ok().and_then(|uri| Some(std::str::from_utf8(uri).ok()?.strip_prefix(TO_LABEL)?.to_owned())) else { continue };
            dictionary.remove(b"A");
            dictionary.set("Contents", text_string(&said(&label)));
            dictionary.set("Dest", Object::String(label.into_bytes(), StringFormat::Literal));
        }
    }

    /// The element of the whole document, under which all tags of the part stand.
    pub(super) fn document(&mut self, tags: &Dictionary) -> Result<(u32, Dictionary), ExportError> {
        let top = tags.get(b"K").map_err(unread)?;
        let only = top.as_array().ok().and_then(|top| top.first()).unwrap_or(top).clone();
        self.take(&only)
    }

    /// The tags directly under the document, which are told that they stand under another now.
    pub(super) fn children(&mut self, document: &Dictionary, under: u32) -> Vec<Object> {
        let children = match document.get(b"K") {
            Ok(Object::Array(children)) => children.clone(),
            Ok(child) => vec![child.clone()],
            Err(_) => Vec::new(),
        };
        for child in &children {
            if let Some(tag) = child.as_reference().ok().and_then(|(number, _)| self.objects.get_mut(&number)).and_then(dictionary_of) {
                tag.set("P", Object::Reference((under, 0)));
            }
        }
        children
    }

    /// The node of all pages, and how many there are.
    pub(super) fn pages(&mut self, catalog: &Dictionary) -> Result<(u32, Dictionary, i64), ExportError> {
        let (number, node) = self.take(catalog.get(b"Pages").map_err(unread)?)?;
        let count = node.get(b"Count").and_then(Object::as_i64).map_err(unread)?;
        Ok((number, node, count))
    }

    /// The row of bookmarks that stand under no other, and how many are seen at once; all are told that they stand under
    /// another now.
    pub(super) fn bookmarks(&mut self, catalog: &Dictionary, under: u32) -> Result<(Vec<(u32, Dictionary)>, i64), ExportError> {
        let Ok(outline) = catalog.get(b"Outlines") else { return Ok((Vec::new(), 0)) };
        let (_, outline) = self.take(outline)?;
        let (mut row, mut next) = (Vec::new(), outline.get(b"First").ok().cloned());
        while let Some(at) = next {
            let (number, mut bookmark) = self.take(&at)?;
            bookmark.set("Parent", Object::Reference((under, 0)));
            next = bookmark.get(b"Next").ok().cloned();
            row.push((number, bookmark));
        }
        Ok((row, outline.get(b"Count").and_then(Object::as_i64).unwrap_or_default()))
    }

    /// Where the labels stand.
    pub(super) fn labels(catalog: &Dictionary) -> Vec<(Vec<u8>, Object)> {
        let inner = |dictionary: &Dictionary, key: &[u8]| dictionary.get(key).and_then(Object::as_dict).ok().cloned();
        let names = inner(catalog, b"Names").and_then(|names| inner(&names, b"Dests"));
        let Some(Object::Array(names)) = names.and_then(|mut names| names.remove(b"Names")) else { return Vec::new() };
        names.chunks_exact(2).filter_map(|pair| Some((pair.first()?.as_str().ok()?.to_vec(), pair.get(1)?.clone()))).collect()
    }

    /// Leaves out what only the first part says: who wrote the document, and which colours it is printed in.
    pub(super) fn forget_cover(&mut self, catalog: &Dictionary) {
        let info = self.info();
        let intents = catalog.get(b"OutputIntents").and_then(Object::as_array).cloned().unwrap_or_default();
        for one in info.iter().chain(&intents) {
            // One that can't be taken is not there, or stands in the catalog itself, which is not written either.
            drop(self.take_numbered(one));
        }
    }
}

/// The description of a file in XMP, with the number of its pages.
pub(super) fn with_pages(description: Object, pages: i64) -> Object {
    let Object::Stream(mut stream) = description else { return description };
    let text = String::from_utf8_lossy(&stream.content).into_owned();
    let told = text.split_once("NPages>").and_then(|(before, rest)| Some((before, rest.split_once('<')?.1)));
    if let Some((before, after)) = told {
        stream.set_plain_content(format!("{before}NPages>{pages}<{after}").into_bytes());
    }
    Object::Stream(stream)
}

/// The entries of a dictionary, or of a stream.
fn dictionary_of(object: &mut Object) -> Option<&mut Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&mut stream.dict),
        _ => None,
    }
}

fn shift(object: &mut Object, by: u32) {
    match object {
        Object::Reference((number, _)) => *number += by,
        Object::Array(items) => items.iter_mut().for_each(|item| shift(item, by)),
        Object::Dictionary(entries) => entries.iter_mut().for_each(|(_, entry)| shift(entry, by)),
        Object::Stream(stream) => stream.dict.iter_mut().for_each(|(_, entry)| shift(entry, by)),
        _ => {}
    }
}

/// A tag has its name as `ID`; cells of a table name their headings in `Headers`; `IDTree` finds tags by name.
fn name(object: &mut Object, before: &[u8]) {
    let prefix = |text: &mut Object| {
        if let Object::String(text, _) = text {
            text.splice(0..0, before.iter().copied());
        }
    };
    match object {
        Object::Array(items) => items.iter_mut().for_each(|item| name(item, before)),
        Object::Dictionary(entries) => {
            let is_tag = entries.has(b"S") && entries.has(b"P");
            for (key, entry) in entries.iter_mut() {
                match (key.as_slice(), entry) {
                    (b"ID", entry) if is_tag => prefix(entry),
                    (b"Headers", Object::Array(names)) => names.iter_mut().for_each(prefix),
                    (b"IDTree", Object::Dictionary(tree)) => {
                        if let Ok(names) = tree.get_mut(b"Names").and_then(Object::as_array_mut) {
                            names.iter_mut().step_by(2).for_each(prefix);
                        }
                    }
                    (_, entry @ (Object::Array(_) | Object::Dictionary(_))) => name(entry, before),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}
