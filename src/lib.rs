//! Corroborate: a self-hosted workbench for fact-checkers. ARCHITECTURE.md is the way in.

pub mod account;
pub mod article;
pub mod checksum;
pub mod claim;
pub mod cli;
pub mod clock;
pub mod code;
pub mod config;
pub mod db;
pub mod digest;
pub mod evidence;
pub mod extraction;
pub mod history;
pub mod ids;
pub mod inbox;
pub mod input;
pub mod intake;
pub mod job;
pub mod report;
pub mod review;
pub mod sample;
pub mod source;
pub mod span;
pub mod web;
pub mod wording;
