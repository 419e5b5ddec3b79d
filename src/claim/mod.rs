//! Claims: the checkable assertions of an article, where they stand, whom they are attributed to.
//!
//! Types, closed lists and rows. What may be done with a claim, and when, is in `review`.

pub mod annotated;
pub mod carry;
pub mod codes;
pub mod contact;
pub mod mention;
pub mod place;
pub mod recall;
mod risk;
pub mod seen;
pub mod store;
pub mod tag;
mod urgency;
pub mod veil;

pub use crate::extraction::model::{Quotation, Role, Why};
pub use codes::{Anchor, AttributionVerdict, Priority, Risk, RiskKind, SetAsideReason, Substance, TextAction, WorkState};
pub use risk::{RiskKinds, RiskMark};
pub use store::{Attribution, Claim, ClaimSpan, TextActionRow};
pub use urgency::urgency;
pub use veil::Veil;
