//! In which order lines of history became visible, over all chains.
//!
//! A chain has its own numbers; a listener needs one number over all of them, so that it can say how far it has read and
//! miss nothing. The databases give it when a transaction is committed (see the step `order_events`): what is visible
//! after a number has been read never has a lower one. Lines that were written before there was an order have none.

mod store;

pub use store::{Placed, Wanted, end, list_after};
