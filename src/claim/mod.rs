//! Claims: the checkable assertions of an article, where they stand, whom they are attributed to.
//!
//! Types, closed lists and rows. What may be done with a claim, and when, is in `review`.

pub mod annotated;
pub mod codes;
pub mod store;
mod urgency;

pub use crate::extraction::model::{Quotation, Role, Why};
pub use codes::{Anchor, AttributionVerdict, Priority, Risk, SetAsideReason, Substance, TextAction, WorkState};
pub use store::{Attribution, Claim, ClaimSpan, TextActionRow};
pub use urgency::urgency;
