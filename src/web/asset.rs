//! Style sheets, scripts, fonts and icons, embedded in the program.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use data_encoding::HEXLOWER;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "static"]
struct Assets;

/// One asset, with an entity tag made of its hash.
pub async fn show(path: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let Some(file) = Assets::get(&path) else { return HttpResponse::NotFound().finish() };
    let hash = file.metadata.sha256_hash();
    let tag = format!("\"{}\"", HEXLOWER.encode(hash.get(..16).unwrap_or_default()));
    if request.headers().get(header::IF_NONE_MATCH).is_some_and(|have| have.as_bytes() == tag.as_bytes()) {
        return HttpResponse::NotModified().insert_header((header::ETAG, tag)).finish();
    }
    let media = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    HttpResponse::Ok()
        .content_type(media)
        .insert_header((header::ETAG, tag))
        .insert_header((header::CACHE_CONTROL, "public, max-age=3600"))
        .body(file.data.into_owned())
}
