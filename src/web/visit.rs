//! What a request says of who makes it. Nothing here is believed yet; see `room`.

use super::Desk;
use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest, web};
use std::future::{Ready, ready};

/// Name of the session's cookie.
pub const SESSION_COOKIE: &str = "corroborate_session";
/// Name of the cookie that keeps the wished language.
pub const LANGUAGE_COOKIE: &str = "corroborate_language";
/// Name of the cookie that keeps the wished colours.
pub const THEME_COOKIE: &str = "corroborate_theme";

/// A request, without its body.
#[derive(Clone, Debug, Default)]
pub struct Visit {
    /// The session's cookie.
    pub session: Option<String>,
    /// A bearer token.
    pub bearer: Option<String>,
    /// The CSRF token of the header.
    pub csrf_header: Option<String>,
    /// The wished language.
    pub language: Option<String>,
    /// The wished colours: `light`, `dark` or nothing.
    pub theme: String,
    /// Languages the browser asks for.
    pub accept_language: Option<String>,
    /// The browser.
    pub user_agent: String,
    /// The address it comes from.
    pub address: String,
    /// The host that was asked for, with its port.
    pub host: String,
    /// Path and query.
    pub target: String,
    /// Whether the request's origin is this site, as far as it says.
    pub same_origin: bool,
    /// A key that makes a POST happen once.
    pub idempotency_key: Option<String>,
    /// A revision in `If-Match`.
    pub if_match: Option<String>,
    /// Whether it takes an answer that is packed with gzip.
    pub takes_gzip: bool,
    /// Entity tags of what whoever asks has already.
    pub if_none_match: Option<String>,
    /// The last event that a browser heard before its stream broke off.
    pub last_event_id: Option<String>,
}

impl Visit {
    fn of(request: &HttpRequest) -> Self {
        let header = |name: header::HeaderName| request.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let named = |name: &str| request.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let cookie = |name: &str| request.cookie(name).map(|c| c.value().to_owned());
        // Behind a proxy the address is what the proxy says; anywhere else anybody could say anything.
        let behind_proxy = request.app_data::<web::Data<Desk>>().is_some_and(|desk| desk.settings.public_url.is_some());
        let (host, address) = {
            let info = request.connection_info();
            let address = if behind_proxy { info.realip_remote_addr() } else { info.peer_addr() };
            (info.host().to_owned(), address.unwrap_or_default().to_owned())
        };
        let same_origin = match header(header::ORIGIN) {
            None => true,
            Some(origin) => origin.split_once("://").is_some_and(|(_, theirs)| theirs == host),
        };
        let theme = cookie(THEME_COOKIE).filter(|t| t == "light" || t == "dark").unwrap_or_default();
        Self {
            session: cookie(SESSION_COOKIE),
            bearer: header(header::AUTHORIZATION).and_then(|v| bearer_of(&v).map(str::to_owned)),
            csrf_header: named("x-csrf-token"),
            language: cookie(LANGUAGE_COOKIE),
            theme,
            accept_language: header(header::ACCEPT_LANGUAGE),
            user_agent: header(header::USER_AGENT).unwrap_or_default(),
            address,
            host,
            target: request.uri().path_and_query().map(ToString::to_string).unwrap_or_default(),
            same_origin,
            // Whatever was sent counts: a key that can't be one must be refused, not passed over.
            idempotency_key: request.headers().get("idempotency-key").map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned()),
            takes_gzip: header(header::ACCEPT_ENCODING).is_some_and(|codings| takes_gzip(&codings)),
            if_none_match: header(header::IF_NONE_MATCH),
            last_event_id: named("last-event-id"),
            if_match: request.headers().get(header::IF_MATCH).map(|v| String::from_utf8_lossy(v.as_bytes()).into_owned()),
        }
    }
}

impl Visit {
    /// What stands behind the question mark; empty where none does.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }

    /// Whether whoever asks says that they have what this entity tag names. Weak and strong tags count alike (RFC 9110, 13.1.2).
    pub fn has(&self, tag: &str) -> bool {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        self.if_none_match.as_deref().is_some_and(|have| have.split(',').any(|one| one.trim() == "*" || bare(one) == bare(tag)))
    }
}

impl FromRequest for Visit {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

/// Whether a list of codings names gzip and does not weigh it with nothing (RFC 9110, 12.5.3).
fn takes_gzip(codings: &str) -> bool {
    let named = |coding: &str| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = weight.trim().strip_prefix("q=").map_or(Ok(1.0), str::parse::<f32>);
        name.trim().eq_ignore_ascii_case("gzip") && weight.is_ok_and(|weight| weight > 0.0)
    };
    codings.split(',').any(named)
}

/// The token behind `Bearer`, however that word is spelled (RFC 9110, 11.1).
fn bearer_of(header: &str) -> Option<&str> {
    let (scheme, token) = header.trim().split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_is_taken_where_it_is_named_and_weighs_something() {
        for yes in ["gzip", "deflate, gzip;q=1.0, *;q=0.5", "br,GZIP", "gzip; q=0.2"] {
            assert!(takes_gzip(yes), "{yes}");
        }
        for no in ["", "br", "gzip;q=0", "gzip; q=0.0, br", "x-gzipped", "gzip;q=much"] {
            assert!(!takes_gzip(no), "{no}");
        }
    }
}
