//! Whether the program runs, and whether it can work.

use crate::web::Desk;
use actix_web::{HttpResponse, web};
use serde_json::json;

/// The program runs.
pub async fn health() -> HttpResponse {
    HttpResponse::Ok().json(json!({"status": "ok", "version": env!("CARGO_PKG_VERSION")}))
}

/// The program runs and reaches its database.
pub async fn ready(desk: web::Data<Desk>) -> HttpResponse {
    let db = desk.db.clone();
    match web::block(move || db.get().and_then(|mut c| crate::account::store::is_empty_desk(&mut c))).await {
        Ok(Ok(_)) => HttpResponse::Ok().json(json!({"status": "ready"})),
        _ => HttpResponse::ServiceUnavailable().json(json!({"status": "database away"})),
    }
}
