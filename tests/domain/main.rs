//! The rules of the domain, proved through its deeds on both databases: a file a topic.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, as it should")]

#[path = "../support/mod.rs"]
mod support;

mod account;
mod article;
mod assign;
mod attribute;
mod bulk;
mod bulk_step;
mod concurrency;
mod contact;
mod deeds;
mod evidence;
mod intake;
mod merge;
mod registry;
mod regroup;
mod second;
mod signing_off;
mod states;
mod tamper;
mod undo;
mod verdict;
mod version;
