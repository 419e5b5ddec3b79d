//! The desk's public key, which checks its frozen reports.

use super::{Answered, Request, reply};
use crate::report::store;
use crate::web::{Desk, Problem};
use actix_web::web;
use serde::Serialize;
use utoipa::ToSchema;

/// The desk's public key.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeyJson {
    /// What kind of key it is: `ed25519`.
    pub algorithm: &'static str,
    /// Its 32 bytes in lower-case hexadecimal, as frozen reports name it.
    pub key: String,
    /// The same as a PEM file.
    pub pem: String,
    /// The same in short, for people who compare two.
    pub fingerprint: String,
}

/// Read the desk's public key. The page `/key` gives it to everybody, without a token.
///
/// There is none before the first report is frozen: 404.
#[utoipa::path(get, path = "/api/v1/key", operation_id = "read_key", tag = "Reports",
    responses((status = 200, description = "The key.", body = KeyJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, _| {
        let key = store::public_key(room.c)?.ok_or_else(|| Problem::not_found("key"))?;
        reply::value(&KeyJson { algorithm: "ed25519", key: key.hex(), pem: key.pem(), fingerprint: key.fingerprint() })
    })
    .await
}
