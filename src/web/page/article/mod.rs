//! Articles: the list, putting one in, and the reading view, which is the face of the desk.
//!
//! [`list`] and [`create`] stand alone. The reading view is drawn by [`show`] from what `load` reads: its head, the
//! text, the sentences to decide on, the cards. Every other handler carries out one form; what is refused comes back
//! with everything typed. Start at [`show`].

mod card;
mod claim;
mod create;
mod details;
mod head;
mod label;
mod list;
mod load;
mod note;
mod seen;
mod sentence;
mod show;
mod sign_off;
mod text;
mod version;

pub use claim::add as add_claim;
pub use create::{create, new};
pub use details::{change_details, details};
pub use list::list;
pub use seen::seen;
pub use sentence::mark as mark_sentence;
pub use show::show;
pub use sign_off::{reopen, reopen_form, sign_off, sign_off_form};
pub use version::{create as create_version, new as new_version, show as show_version};
