//! What must stay true of the tree itself (ARCHITECTURE.md, “Invariants”): which way modules look, what stands where,
//! how large things grow, that pages obey their own security policy, and that no word is missing.
//!
//! Nothing here runs the program: it reads the files. Exceptions are named, each with its reason, and an exception
//! that nobody needs any more is a failure too.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, as it should")]

mod imports;
mod languages;
mod names;
mod pages;
mod place;
mod size;
mod tree;
mod words;
