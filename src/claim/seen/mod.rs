//! Whether a claim was seen before: which earlier claims say the same in other words. Pure: no database, no clock.
//!
//! [`Saying`] reads what somebody wrote, a sentence or a post, as words; [`Index`] finds among very many earlier claims
//! those that share the rarest of them; [`rank`] puts these in order and says how sure it is of each. What the order
//! rests on is a list of plain [`feature`]s with a weight each, learned by [`train`] and carried in
//! `models/matching.bin`. How well it does stands in `docs/matching.md`; nothing here decides anything about a claim.

mod feature;
mod fuzzy;
mod index;
mod known;
mod rank;
mod saying;
mod split;
mod stem;
pub mod tally;
pub mod train;

pub use index::Index;
pub use rank::{Earlier, Likeness, SHOWN, SURE, rank};
pub use saying::Saying;

/// How many earlier claims the index hands to [`rank`].
pub const CANDIDATES: usize = 100;
