//! How claims are checked: given to people, worked on, decided, signed off, and taken back.
//!
//! Every function with an [`Acting`](crate::account::Acting) is a deed: it checks who may, applies the
//! rule, writes the rows and the history in one transaction. Pages, API and bulk actions call the same
//! deeds. The rules themselves are pure: [`status`] (who may move a claim where) and [`verdict`] (what a
//! verdict needs). Start at [`decide`].

pub mod agreement;
pub mod amend;
pub mod article;
pub mod ask;
pub mod assign;
pub mod attribute;
pub mod bulk;
mod change;
pub mod decide;
pub mod discuss;
mod error;
pub mod gather;
pub mod hold;
mod publication;
pub mod regroup;
pub mod reuse;
pub mod second;
pub mod status;
pub mod tag;
mod tell;
pub mod undo;
pub mod verdict;
pub mod view;

pub use change::ClaimState;
pub use error::ReviewError;
