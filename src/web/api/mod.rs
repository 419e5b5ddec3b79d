//! The desk for programs: `/api/v1`, and what an operator's tools ask.

pub mod health;
