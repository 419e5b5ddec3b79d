//! Reports: choosing a form, freezing, corrections, and the frozen report's own page.
//!
//! [`show`] is where an article's report is taken from; [`download`] and [`download_frozen`] hand out the files.
//! [`freeze`] and [`correct`] carry out the two forms on it. Start at [`show`].

mod choose;
mod compare;
mod correct;
mod file;
mod finding;
mod frozen;
mod publish;

pub use choose::show;
pub use compare::show as compare;
pub use correct::enter as correct;
pub(in crate::web::page) use file::opened;
pub use file::{download, download_frozen};
pub use frozen::{freeze, show as show_frozen};
pub use publish::{publish, withdraw};
