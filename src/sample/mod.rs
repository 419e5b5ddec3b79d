//! Desks that the program fills itself: one to look around on ([`demo`]), one to measure on ([`load`]).
//!
//! Nothing else depends on what stands here.

pub mod demo;
mod error;
pub mod load;
mod password;

pub use error::SampleError;
