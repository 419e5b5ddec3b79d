//! Long work beside the desk's: files that take longer to make than anybody should wait for an answer.
//!
//! [`Jobs`] takes them in, makes one after the other in a thread that gives way to everybody's pages ([`quiet`]), says how far
//! each is and keeps it for a while for whoever asked for it. [`Order`] is what is to be made, and [`Made`] the file. All of it is
//! in memory and in temporary files: a desk that is started again knows of no job. Nothing here writes to the database.
//! Start at [`Jobs::take`].

mod order;
pub mod quiet;
mod shelf;
mod worker;

pub use order::{Made, Order, list};
pub use shelf::{Ask, Job, Refused, Standing};
pub use worker::Jobs;
