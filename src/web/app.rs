//! The application: routes, and what every answer carries.

use super::{Desk, api, observe, page, routes};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::{Compress, DefaultHeaders, from_fn};
use actix_web::{App, Error, web};

/// What a page may load and do: only its own style sheets, scripts, pictures and forms; nothing inline, nothing
/// from elsewhere, in no frame.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The application on a desk. The server and the tests run the same one.
pub fn app(desk: Desk) -> App<impl ServiceFactory<ServiceRequest, Config = (), Response = ServiceResponse<impl MessageBody>, Error = Error, InitError = ()>> {
    let mut headers = DefaultHeaders::new()
        .add((header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .add((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .add((header::X_FRAME_OPTIONS, "DENY"))
        .add((header::REFERRER_POLICY, "same-origin"))
        .add((header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"))
        .add((header::PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=()"));
    if desk.settings.behind_tls() {
        headers = headers.add((header::STRICT_TRANSPORT_SECURITY, "max-age=31536000"));
    }
    let most = desk.settings.limits.bytes;
    App::new()
        .app_data(web::Data::new(desk))
        .app_data(web::PayloadConfig::new(most))
        .wrap(headers)
        .wrap(Compress::default())
        .wrap(from_fn(observe::observe))
        .configure(routes::configure)
        .service(web::scope("/api").default_service(web::to(api::nothing_here)))
        .default_service(web::to(page::not_found))
}
