//! Evidence: what checkers find. One piece may serve several claims and say a different thing of each.
//!
//! Types, closed lists and rows; attaching and changing evidence are deeds of `review::gather`.

mod codes;
pub mod independence;
pub mod store;

pub use codes::{EvidenceKind, Grade, Independence, Stance};
pub use store::{ClaimEvidence, Evidence, Snapshot};
