//! The registry of sources that articles cite: canonical names, other names, kind, interests.
//!
//! A *source* is cited by an article; what a checker finds is *evidence*. Deeds: [`registry`], [`merge`].

pub mod alike;
pub mod apart;
mod fold;
pub mod merge;
mod name;
pub mod registry;
pub mod reliability;
pub mod store;

pub use crate::extraction::model::SourceKind;
pub use name::name_key;
pub use registry::RegistryError;
pub use reliability::Rating;
pub use store::Source;
