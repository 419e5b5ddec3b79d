//! Style sheets, scripts, fonts and icons, embedded in the program.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use data_encoding::HEXLOWER;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "static"]
struct Assets;

/// The style sheets that make up `corroborate.css`, in order; the sheet for paper stands alone.
const SHEETS: [&str; 9] = ["tokens", "base", "layout", "form", "table", "claim", "article", "live", "inbox"];

/// All style sheets for the screen as one, and its hash.
static SHEET: LazyLock<(Vec<u8>, String)> = LazyLock::new(|| {
    let parts = SHEETS.iter().filter_map(|name| Assets::get(&format!("css/{name}.css")));
    let whole: Vec<u8> = parts.flat_map(|file| file.data.into_owned()).collect();
    let hash = short_hash(&Sha256::digest(&whole));
    (whole, hash)
});

/// The script of the pages that `js/app.js` names, as one file and each in a block of its own, and its hash: a page
/// asks for one script, not for ten. Pieces import nothing from each other.
static SCRIPT: LazyLock<(Vec<u8>, String)> = LazyLock::new(|| {
    let app = Assets::get("js/app.js").map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
    let named = app.lines().filter_map(|line| line.strip_prefix("import \"./")?.strip_suffix("\";"));
    let parts = named.filter_map(|name| Assets::get(&format!("js/{name}")));
    let whole: Vec<u8> = parts.flat_map(|file| [b"{\n", file.data.as_ref(), b"}\n"].concat()).collect();
    let hash = short_hash(&Sha256::digest(&whole));
    (whole, hash)
});

/// The style sheet of reports.
const REPORT_SHEET: &[u8] = include_bytes!("../../templates/report/export.css");

/// Names the state of all assets, for addresses that a browser may keep for good.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Assets::iter().collect();
    names.sort();
    let mut whole = Sha256::new();
    whole.update(REPORT_SHEET);
    for name in names {
        whole.update(name.as_bytes());
        whole.update(Assets::get(&name).map(|file| file.metadata.sha256_hash()).unwrap_or_default());
    }
    short_hash(&whole.finalize())
});

/// Names the state of all assets.
pub fn version() -> &'static str {
    &VERSION
}

fn short_hash(hash: &[u8]) -> String {
    HEXLOWER.encode(hash.get(..10).unwrap_or_default())
}

/// The icon that browsers ask for without being told.
pub async fn favicon() -> HttpResponse {
    HttpResponse::MovedPermanently().insert_header((header::LOCATION, "/static/favicon.svg")).finish()
}

/// Whether whoever asks has just what this entity tag names.
pub(super) fn knows(request: &HttpRequest, tag: &str) -> bool {
    request.headers().get(header::IF_NONE_MATCH).is_some_and(|have| have.as_bytes() == tag.as_bytes())
}

/// One asset, with an entity tag made of its hash.
pub async fn show(path: web::Path<String>, request: HttpRequest) -> HttpResponse {
    let (data, hash): (Cow<'static, [u8]>, String) = match path.as_str() {
        "corroborate.css" => (Cow::Borrowed(&SHEET.0), SHEET.1.clone()),
        "corroborate.js" => (Cow::Borrowed(&SCRIPT.0), SCRIPT.1.clone()),
        // What a report as a file carries in itself, for the same report as a public page.
        "report.css" => (Cow::Borrowed(REPORT_SHEET), short_hash(&Sha256::digest(REPORT_SHEET))),
        path => {
            let Some(file) = Assets::get(path) else { return HttpResponse::NotFound().finish() };
            let hash = short_hash(&file.metadata.sha256_hash());
            (file.data, hash)
        }
    };
    let tag = format!("\"{hash}\"");
    if knows(&request, &tag) {
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
    // An address that names this very state may be kept for good; a font never changes under its name.
    let named = request.query_string().strip_prefix("v=").is_some_and(|v| v == version());
    let kept = if named || media == "font/woff2" { "public, max-age=31536000, immutable" } else { "public, max-age=600" };
    HttpResponse::Ok().content_type(media).insert_header((header::ETAG, tag)).insert_header((header::CACHE_CONTROL, kept)).body(data.into_owned())
}
