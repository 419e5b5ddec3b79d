//! The desk in figures, for programs.

use super::{Answered, Request, reply};
use crate::report::figures::Figures;
use crate::web::Desk;
use actix_web::web;

/// Read how far checks are, who has how much, what waits how long, what came out, and how sources fare.
///
/// Figures over time cover twelve weeks, this one too; they may be some seconds old.
#[utoipa::path(get, path = "/api/v1/figures", operation_id = "read_figures", tag = "People",
    responses((status = 200, description = "The figures.", body = Figures)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| reply::value(&*room.figures()?)).await
}
