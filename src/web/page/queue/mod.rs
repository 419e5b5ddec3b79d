//! The queue: claims of the whole desk, filtered, in pages, and many changed at once.
//!
//! `filter` reads the address, `show` draws the page, `bulk` does something to many claims.

mod bulk;
mod filter;
mod show;

pub use bulk::bulk;
pub use show::list;
