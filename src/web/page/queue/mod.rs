//! The queue: claims of the whole desk, filtered, in pages, and many changed at once.
//!
//! `filter` reads the address, `show` draws the page, `bulk` does something to many claims and `outcome` tells what came
//! of it; `view` keeps filters under a name, `export` hands a filter out as a file, `workload` shows who has how much.

mod bulk;
mod count;
mod export;
mod filter;
mod outcome;
mod show;
mod view;
mod workload;

pub use bulk::bulk;
pub(in crate::web::page) use bulk::risk_mark;
pub(in crate::web::page) use export::{ListForm, list_forms, list_order, month_order};
pub use export::{export, export_month};
pub(in crate::web) use filter::Asked;
pub use outcome::undo_step;
pub use show::list;
pub(in crate::web::page) use show::readers_waiting;
pub use view::{change as change_view, delete as delete_view, list as list_views, save as save_view};
pub use workload::show as workload;
