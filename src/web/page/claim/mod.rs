//! The page of one claim, where checkers spend their day: what it says and where, who is said to have said it, what was
//! found, what is next.
//!
//! [`show`] draws it from [`load`] and the views beside it. Every other handler carries out one form of the page; what is
//! refused comes back as the same page with everything typed ([`forms`]) and, after a conflict, both sides
//! ([`conflict`]). Start at [`show`], then at [`verdict`].

mod amend;
mod assign;
mod chain;
mod conflict;
mod contact;
mod finding;
mod forms;
pub(super) mod gather;
mod head;
mod hold;
mod load;
mod mark;
mod passage;
mod regroup;
mod remark;
mod second;
mod seen;
mod show;
mod step;
mod talk;
mod verdict;
mod way;

pub use amend::{remove, restore, reword, set_dates, set_risk, set_tags};
pub use assign::assign;
pub use chain::change_chain;
pub use contact::{amend_contact, enter_contact, remove_contact};
pub use gather::{attach, detach};
pub use hold::hold;
pub use mark::mark_words;
pub(super) use mark::spans;
pub use regroup::{merge, split};
pub use remark::{add_comment, reopen_comment, resolve_comment};
pub use second::{ask_second, give_second, withdraw_second};
pub use seen::take_over;
pub use show::show;
pub use step::transition;
pub use verdict::set_verdict;
pub(super) use way::from;
pub use way::next;
