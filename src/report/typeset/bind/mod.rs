//! Several PDFs that the typesetter made become one: its pages, its bookmarks, its tags, its links.
//!
//! A long report is set in parts, since the typesetter holds all that it sets, and each part is let go of once it is
//! written here. What a reader sees is one document: one order of reading, links from part to part, and the standards
//! that every part keeps by itself (ISO 32000-1, 14.7 for the tree of tags; 12.3.3 for bookmarks). A link of a template
//! to a label of any part is an address that begins with [`TO_LABEL`]. Start at [`Binder`].

mod file;
mod part;

use super::ExportError;
use file::File;
use lopdf::{Dictionary, Object, StringFormat};
use part::Part;
use std::collections::BTreeMap;

/// What the address of a link to a label begins with.
pub(super) const TO_LABEL: &str = "label:";

/// So many entries of the tree of tags can be a part's own: a page or a link is one.
const ENTRIES: i64 = 1 << 20;

/// What is left of a part that was written.
struct Leaf {
    /// The number of the node of its pages, the node, and how many pages there are.
    pages: (u32, Dictionary, i64),
    /// What stands in the document's element, in the order of reading.
    tags: Vec<Object>,
    /// A node of the tree that leads from pages to tags, and one of the tree that finds tags by name.
    parents: Object,
    names: Option<Object>,
    bookmarks: Vec<(u32, Dictionary)>,
    /// How many bookmarks are seen at once.
    open: i64,
}

/// What the first part says of the whole.
struct Cover {
    catalog: Dictionary,
    info: Option<Object>,
    id: Option<Object>,
    metadata: (u32, Object),
    tags: Dictionary,
    document: Dictionary,
}

/// Puts parts together. They may be added in any order; their pages follow their numbers.
pub(super) struct Binder<'w> {
    file: File,
    leaves: BTreeMap<usize, Leaf>,
    labels: BTreeMap<Vec<u8>, Object>,
    cover: Option<Cover>,
    /// The elements all others hang on: of the tags, and of the bookmarks.
    document: u32,
    outline: u32,
    /// What a link to a label is called, for those who don't see it.
    said: &'w (dyn Fn(&str) -> String + Sync),
}

impl<'w> Binder<'w> {
    pub(super) fn new(said: &'w (dyn Fn(&str) -> String + Sync)) -> Result<Self, ExportError> {
        let mut file = File::new();
        let (document, outline) = (file.reserve(1)?, file.reserve(1)?);
        Ok(Self { file, leaves: BTreeMap::new(), labels: BTreeMap::new(), cover: None, document, outline, said })
    }

    /// Writes a part. Part 0 says what the document is called, in which language it is, and what it is held to.
    pub(super) fn add(&mut self, number: usize, bytes: &[u8]) -> Result<(), ExportError> {
        let mut part = Part::read(bytes, |count| self.file.reserve(count))?;
        let base = base_of(number);
        part.number_entries(base);
        part.name_apart(format!("{number:05}/").as_bytes());
        part.lead_to_labels(self.said);

        let (_, catalog) = part.take(&part.root()?)?;
        let (_, mut root) = part.take(catalog.get(b"StructTreeRoot").map_err(unread)?)?;
        let (_, document) = part.document(&root)?;
        let tags = part.children(&document, self.document);
        let (bookmarks, open) = part.bookmarks(&catalog, self.outline)?;
        self.labels.extend(Part::labels(&catalog));
        let leaf = Leaf {
            pages: part.pages(&catalog)?,
            tags,
            parents: self.file.add(&limited(part.inner(root.remove(b"ParentTree"))?, "Nums", base)?)?,
            names: part.inner(root.remove(b"IDTree")).ok().map(|tree| self.file.add(&limited(tree, "Names", 0)?)).transpose()?,
            bookmarks,
            open,
        };
        self.leaves.insert(number, leaf);
        let metadata = part.take_numbered(catalog.get(b"Metadata").map_err(unread)?)?;
        if number == 0 {
            self.cover = Some(Cover { info: part.info(), id: part.id(), catalog, metadata, tags: root, document });
        } else {
            part.forget_cover(&catalog);
        }
        part.each(|number, object| self.file.write(number, object))
    }

    /// The whole file.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, ExportError> {
        let Cover { mut catalog, info, id, metadata, mut tags, mut document } = self.cover.take().ok_or_else(|| unread("no first part"))?;
        let pages = self.bind_pages()?;
        let (metadata_number, metadata) = metadata;
        self.file.write(metadata_number, &part::with_pages(metadata, self.leaves.values().map(|leaf| leaf.pages.2).sum()))?;
        catalog.set("Pages", pages);
        catalog.set("Outlines", self.bind_bookmarks()?);
        catalog.set("Names", dictionary([("Dests", dictionary([("Names", self.named())]))]));

        let mut reading = Vec::new();
        let (mut parents, mut names) = (Vec::new(), Vec::new());
        for leaf in self.leaves.values_mut() {
            reading.append(&mut leaf.tags);
            parents.push(leaf.parents.clone());
            names.extend(leaf.names.clone());
        }
        tags.set("ParentTree", dictionary([("Kids", Object::Array(parents))]));
        tags.set("ParentTreeNextKey", base_of(self.leaves.len()));
        if !names.is_empty() {
            tags.set("IDTree", dictionary([("Kids", Object::Array(names))]));
        }
        tags.set("K", vec![Object::Reference((self.document, 0))]);
        let tags = self.file.add(&Object::Dictionary(tags))?;
        document.set("P", tags.clone());
        document.set("K", Object::Array(reading));
        self.file.write(self.document, &Object::Dictionary(document))?;
        catalog.set("StructTreeRoot", tags);

        let mut trailer = Dictionary::new();
        trailer.set("Root", self.file.add(&Object::Dictionary(catalog))?);
        for (key, value) in [("Info", info), ("ID", id)] {
            if let Some(value) = value {
                trailer.set(key, value);
            }
        }
        self.file.finish(trailer)
    }

    fn bind_pages(&mut self) -> Result<Object, ExportError> {
        let root = self.file.reserve(1)?;
        let (mut kids, mut count) = (Vec::new(), 0);
        for leaf in self.leaves.values() {
            let (number, mut node, pages) = leaf.pages.clone();
            node.set("Parent", Object::Reference((root, 0)));
            self.file.write(number, &Object::Dictionary(node))?;
            kids.push(Object::Reference((number, 0)));
            count += pages;
        }
        let node = dictionary([("Type", Object::Name(b"Pages".to_vec())), ("Kids", Object::Array(kids)), ("Count", count.into())]);
        self.file.write(root, &node)?;
        Ok(Object::Reference((root, 0)))
    }

    /// The bookmarks of all parts in one row.
    fn bind_bookmarks(&mut self) -> Result<Object, ExportError> {
        let mut row: Vec<(u32, Dictionary)> = Vec::new();
        let mut open = 0;
        for leaf in self.leaves.values_mut() {
            row.append(&mut leaf.bookmarks);
            open += leaf.open;
        }
        let numbers: Vec<Object> = row.iter().map(|(number, _)| Object::Reference((*number, 0))).collect();
        for (at, (number, mut bookmark)) in row.into_iter().enumerate() {
            for (key, neighbour) in [("Prev", at.checked_sub(1).and_then(|at| numbers.get(at))), ("Next", numbers.get(at + 1))] {
                match neighbour {
                    Some(neighbour) => bookmark.set(key, neighbour.clone()),
                    None => drop(bookmark.remove(key.as_bytes())),
                }
            }
            self.file.write(number, &Object::Dictionary(bookmark))?;
        }
        let mut outline = Dictionary::new();
        outline.set("Type", Object::Name(b"Outlines".to_vec()));
        if let (Some(first), Some(last)) = (numbers.first(), numbers.last()) {
            outline.set("First", first.clone());
            outline.set("Last", last.clone());
            outline.set("Count", open);
        }
        self.file.write(self.outline, &Object::Dictionary(outline))?;
        Ok(Object::Reference((self.outline, 0)))
    }

    /// Where labels stand, in the order of their bytes.
    fn named(&mut self) -> Object {
        let labels = std::mem::take(&mut self.labels);
        Object::Array(labels.into_iter().flat_map(|(name, place)| [Object::String(name, StringFormat::Literal), place]).collect())
    }
}

/// Where the entries of a part begin.
fn base_of(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX).saturating_mul(ENTRIES)
}

/// A node of a tree of numbers or names, with what its first and its last entry are called.
fn limited(mut node: Dictionary, entries: &'static str, base: i64) -> Result<Object, ExportError> {
    let own = node.get_mut(entries.as_bytes()).and_then(Object::as_array_mut).map_err(unread)?;
    for key in own.iter_mut().step_by(2) {
        if let Object::Integer(key) = key {
            *key += base;
        }
    }
    let limits = [own.first(), own.get(own.len().saturating_sub(2))].map(|key| key.cloned().unwrap_or(Object::Null));
    node.set("Limits", limits.to_vec());
    Ok(Object::Dictionary(node))
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Object {
    Object::Dictionary(entries.into_iter().map(|(key, value)| (key.as_bytes().to_vec(), value)).collect())
}

fn unread(error: impl std::fmt::Display) -> ExportError {
    ExportError(format!("a part of the report could not be read back: {error}"))
}
