//! The page that gives the desk's public key to everybody, and how to check a report's signature with it.

use crate::report::{by_hand, store};
use crate::web::answer::{html, see_other};
use crate::web::{Answer, Desk, PageError, Problem, Visit};
use crate::wording::Words;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// The key in the forms in which people want it.
struct KeyForms {
    fingerprint: String,
    hex: String,
    base64: String,
    pem: String,
}

#[derive(Template)]
#[template(path = "report/key.html")]
struct KeyPage {
    w: Arc<Words>,
    key: Option<KeyForms>,
    /// The commands that check a signature by hand.
    by_hand: String,
}

/// Shows the key. Needs no session: a report's readers are not of the desk.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.open(visit, |c, _, _, w| {
        let key = store::public_key(c)?.map(|key| KeyForms { fingerprint: key.fingerprint(), hex: key.hex(), base64: key.base64(), pem: key.pem() });
        html(&KeyPage { w, key, by_hand: by_hand() })
    })
    .await
}

/// The key as a PEM file; leads to the page where there is none yet.
pub async fn pem(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.open(visit, |c, _, _, _| {
        let Some(key) = store::public_key(c)? else { return Ok::<_, Problem>(see_other("/key")) };
        Ok(Answer::bytes("application/x-pem-file", key.pem())
            .header(header::CONTENT_DISPOSITION, "attachment; filename=\"key.pem\"")
            .header(header::CACHE_CONTROL, "no-store"))
    })
    .await
}
