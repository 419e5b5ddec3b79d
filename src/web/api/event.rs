//! What happens on the desk, told as it happens: server-sent events.

use super::{Answered, Request};
use crate::article::store as articles;
use crate::claim::store as claims;
use crate::history::chain_of;
use crate::history::order::Wanted;
use crate::ids::{ArticleId, ClaimId};
use crate::web::live::{Listener, Live, NoSeat, Page, Watch};
use crate::web::{Answer, Desk, Problem, Room};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentEncoding, HeaderName};
use actix_web::{HttpResponse, web};
use serde::Deserialize;
use std::sync::mpsc;
use utoipa::IntoParams;

/// The media type of a stream.
const STREAM: &str = "text/event-stream";

/// What to listen for.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct EventsQuery {
    /// Only what happens in the check of this article.
    article: Option<ArticleId>,
    /// Only what concerns this claim.
    claim: Option<ClaimId>,
    /// The number after which to begin; what was missed since then comes first. Without it the stream begins now. A
    /// `Last-Event-ID` header, which browsers send when they come again, goes before it.
    #[param(minimum = 0)]
    after: Option<i64>,
    /// Whether others are told that this person has the article or claim open, for as long as the stream is.
    here: Option<bool>,
    /// `false` tells nothing of what happens.
    changes: Option<bool>,
    /// Whether how much of one's own inbox is unread is told, too: at once, and when it changes.
    inbox: Option<bool>,
    /// `false` ends the stream when what was missed is told, for programs that ask now and then.
    follow: Option<bool>,
}

/// Listen to what happens, as it happens.
///
/// Server-sent events: `change` says that a line of history was written, what about and by whom, and nothing of what it
/// says; `ready` comes when everything that was missed is told; `resync` says that too much was missed to be told one by
/// one, so that what is shown has to be asked for again; `presence` says who has an article or claims of it open, to whoever
/// listens for that article or a claim of it; `inbox` says how many lines of one’s own inbox are unread, where that is asked for. The `id` of each is where to go on from. A stream ends now and
/// then, and goes on when it is asked for again.
#[utoipa::path(get, path = "/api/v1/events", operation_id = "listen", tag = "History",
    params(EventsQuery, ("Last-Event-ID" = Option<String>, Header, description = "The `id` of the last event that was heard.")),
    responses((status = 200, description = "The stream; the data of each `change` is a `Change`.", body = String, content_type = "text/event-stream")))]
pub async fn listen(desk: web::Data<Desk>, request: Request) -> Answered {
    let (give, take) = mpsc::channel();
    let response = desk.read(request, move |room, request| begin(room, request, &give)).await?;
    let Ok(watch) = take.try_recv() else { return Ok(response) };
    let mut stream = HttpResponse::Ok();
    for (name, value) in response.headers() {
        stream.append_header((name.clone(), value.clone()));
    }
    Ok(stream.streaming(watch.bytes()))
}

/// Finds out what was missed; whoever stays is handed over as a [`Watch`].
fn begin(room: &mut Room<'_>, request: &Request, give: &mpsc::Sender<Watch>) -> Result<Answer, Problem> {
    let query: EventsQuery = request.query()?;
    if let Some(article) = query.article {
        articles::find_article(room.c, article)?.ok_or_else(|| Problem::not_found("article"))?;
    }
    let claim = match query.claim {
        Some(claim) => Some(claims::find(room.c, claim)?.ok_or_else(|| Problem::not_found("claim"))?),
        None => None,
    };
    // A number that nothing here ever gave counts as one of long ago.
    let heard = room.visit.last_event_id.as_deref().map(|id| id.trim().parse().unwrap_or(i64::MIN));
    let listener = Listener {
        person: room.me.id,
        by_token: room.session.is_none(),
        changes: query.changes.unwrap_or(true),
        inbox: query.inbox.unwrap_or_default(),
        wanted: Wanted { chain: query.article.map(chain_of), claim: query.claim },
        article: query.article.or(claim.map(|claim| claim.article_id)),
        page: query.here.unwrap_or_default().then(|| Page { name: room.me.name.clone(), claim: query.claim }),
        after: heard.or(query.after),
    };
    let answer = |bytes| {
        // Each event must go out when it happens: packed or held back by a proxy it would not.
        Answer::bytes(STREAM, bytes)
            .header(header::CACHE_CONTROL, "no-store")
            .header(header::CONTENT_ENCODING, ContentEncoding::Identity.as_str())
            .header(HeaderName::from_static("x-accel-buffering"), "no")
    };
    if query.follow == Some(false) || request.asks_for_headers_alone() {
        return Ok(answer(Live::catch_up(room.c, listener)?));
    }
    match room.desk.live.watch(room.c, listener)? {
        // Whoever went away meanwhile gives the seat back by being dropped.
        Ok(watch) => give.send(watch).map_err(|error| Problem::internal(&error.to_string()))?,
        Err(NoSeat) => return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "too_many_streams")),
    }
    Ok(answer(web::Bytes::new()))
}
