//! The pages and the API, asked through the whole application on both databases: a file a thing.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test that panics has failed, as it should")]

#[path = "../support/mod.rs"]
mod support;

mod api_conflict;
mod api_errors;
mod api_history;
mod api_journey;
mod api_list;
mod api_once;
mod api_spec;
mod article;
mod bulk;
mod claim;
mod digest;
mod door;
mod events;
mod every_route;
mod evidence;
mod export;
mod figures;
mod history;
mod hold;
mod home;
mod inbox;
mod keys;
mod language;
mod listing;
mod people;
mod public;
mod queue;
mod report;
mod report_file;
mod second;
mod seen_article;
mod source;
mod source_alike;
mod source_ledger;
mod source_merge;
mod source_rating;
mod talk;
mod version;
mod view;
mod weight;
mod workload;
