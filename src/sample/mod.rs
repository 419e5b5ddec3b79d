//! Desks that the program fills itself: one to look around on ([`demo`]), one to measure on.
//!
//! Nothing else depends on what stands here.

pub mod demo;
mod error;

pub use error::SampleError;
