//! The main job in a real browser, on both databases, with axe on every page: a file a journey.
#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test that panics has failed, as it should")]

#[path = "../support/mod.rs"]
mod support;

mod browser;
mod export;
mod keyboard;
mod language;
mod main_job;
mod many;
mod marks;
mod pages;
mod site;
mod sources;
mod talk;
mod together;
mod version_job;
