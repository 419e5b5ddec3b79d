//! Versions of an article's text: putting the next one in, and reading those that were.
//!
//! [`create`] first shows what a text would do, and does it when the form comes back with “apply”. The text travels in
//! the form: nothing is kept between the two steps. [`show`] is a version as it was, against the one after it.

mod compare;
mod new;
mod show;

pub use new::{create, new};
pub use show::show;
