//! The command line, run as the program it is, on both databases: a file a kind of command.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, as it should"
)]

#[path = "../support/mod.rs"]
mod support;

mod corrections;
mod demo;
mod desk;
mod digest;
mod evaluate;
mod extract;
mod frozen;
mod load;
mod people;
mod program;
mod report_file;
mod survive;

pub use program::Program;
