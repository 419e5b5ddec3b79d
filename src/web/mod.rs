//! How the desk reaches people and programs over HTTP: pages for browsers, `/api/v1` for programs.
//!
//! Handlers parse, call a deed or a query, and render; they hold no rule and no SQL. Every URL stands in
//! [`routes`]. Start there, then at [`room`]: what a handler is given once it is known who asks.

mod alike;
pub mod answer;
pub mod api;
pub mod app;
mod asset;
mod beside;
pub mod desk;
mod drawn;
mod earlier;
pub mod export;
mod form;
mod kept;
mod listing;
pub mod live;
pub mod menu;
pub mod observe;
mod pack;
pub mod page;
pub mod problem;
pub mod room;
pub mod routes;
mod shelf;
mod tally;
pub(crate) mod visit;

pub use answer::Answer;
pub use api::ApiError;
pub use desk::{Desk, WebSettings};
pub use form::{FormData, Upload};
pub use problem::{PageError, Problem};
pub use room::Room;
pub use visit::Visit;
