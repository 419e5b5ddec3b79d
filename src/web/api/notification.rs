//! One's own inbox, for programs.

use super::wire::PersonRef;
use super::{Answered, Request, paging, reply};
use crate::db::page::Page;
use crate::history::order;
use crate::ids::{ArticleId, ClaimId, CommentId, EventId, NotificationId};
use crate::inbox::store::{self, Place, Shown};
use crate::inbox::words::target;
use crate::inbox::{News, Read};
use crate::web::page::inbox;
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Most lines that are named at once.
const IDS: usize = 1_000;

/// The claim that a line is about.
#[derive(Debug, Serialize, ToSchema)]
pub struct ToldClaimJson {
    /// Its id.
    pub id: ClaimId,
    /// Its number in its article.
    pub number: i32,
    /// What it says.
    pub statement: String,
    /// The article.
    pub article_id: ArticleId,
    /// Its title.
    pub article_title: String,
}

/// A line of one's inbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotificationJson {
    /// Its id.
    pub id: NotificationId,
    /// What it tells of.
    pub kind: News,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it was read; `null` while it is unread.
    pub read_at: Option<DateTime<Utc>>,
    /// Who did it; `null` for the command line.
    pub actor: Option<PersonRef>,
    /// The claim.
    pub claim: ToldClaimJson,
    /// The remark, where it is one.
    pub comment_id: Option<CommentId>,
    /// The line of history that tells of it.
    pub event_id: EventId,
    /// What was said: the remark, the message, the reason; its beginning where it is long.
    pub said: String,
    /// The address of what it is about, on this site.
    pub url: String,
}

impl From<Shown> for NotificationJson {
    fn from(shown: Shown) -> Self {
        let url = target(&shown.line);
        let line = shown.line;
        Self {
            id: line.id,
            kind: line.kind,
            created_at: line.created_at.0,
            read_at: line.read_at.map(|at| at.0),
            actor: line.actor_id.map(|id| PersonRef { id, name: line.actor_name }),
            claim: ToldClaimJson {
                id: line.claim_id,
                number: shown.number,
                statement: shown.statement,
                article_id: shown.article_id,
                article_title: shown.title,
            },
            comment_id: line.comment_id,
            event_id: line.event_id,
            said: line.said,
            url,
        }
    }
}

/// One page of an inbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct InboxJson {
    /// The lines.
    pub items: Vec<NotificationJson>,
    /// Give it as `cursor` to get what follows; `null` at the end.
    pub next_cursor: Option<String>,
    /// How many lines are unread in all.
    pub unread: i64,
    /// Give it as `up_to` to mark as read what was there when this was read, and nothing that came in behind it.
    pub up_to: i64,
}

/// Which lines to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct InboxQuery {
    /// Whether only those that are unread.
    unread: Option<bool>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List what one is told of: unread first, then the others, the newest first of each.
#[utoipa::path(get, path = "/api/v1/notifications", operation_id = "list_notifications", tag = "Inbox", params(InboxQuery),
    responses((status = 200, description = "One page of one’s own inbox.", body = InboxJson)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: InboxQuery = request.query()?;
        let (limit, behind) = paging::<Place>(query.limit, query.cursor.as_deref())?;
        let up_to = order::end(room.c)?;
        let rows = store::list(room.c, room.me.id, behind, query.unread.unwrap_or_default(), limit + 1)?;
        let rows = inbox::as_they_may_be_seen(room, rows)?;
        let page = Page::cut(rows, limit, |row| (row.line.read_at.is_some(), row.line.id));
        let unread = store::count_unread_of(room.c, room.me.id)?;
        reply::value(&InboxJson { items: page.rows.into_iter().map(NotificationJson::from).collect(), next_cursor: page.next, unread, up_to })
    })
    .await
}

/// Which lines were read: some by their ids, or all up to a number.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"up_to": 1042}))]
pub struct ReadPost {
    /// These; those of others are left alone.
    #[serde(default)]
    #[schema(max_items = 1000)]
    ids: Option<Vec<NotificationId>>,
    /// All that were there when the list gave this number.
    #[serde(default)]
    #[schema(minimum = 0)]
    up_to: Option<i64>,
}

/// What came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadJson {
    /// How many were unread until now.
    pub read: usize,
    /// How many are unread still.
    pub unread: i64,
}

/// Mark lines of one's inbox as read. Doing so is no line of history.
#[utoipa::path(post, path = "/api/v1/notifications/read", operation_id = "read_notifications", tag = "Inbox", request_body = ReadPost,
    responses((status = 200, description = "How many were and are unread.", body = ReadJson)))]
pub async fn read(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let wanted: ReadPost = request.json()?;
        let wanted = match (wanted.ids, wanted.up_to) {
            (Some(ids), None) if ids.len() <= IDS => Read::These(ids),
            (Some(_), None) => return Err(Problem::unfit("ids", format!("at most {IDS}"))),
            (None, Some(number)) => Read::UpTo(number),
            _ => return Err(Problem::unfit("body", "either ids or up_to")),
        };
        let read = inbox::read(room, &wanted)?;
        let unread = store::count_unread_of(room.c, room.me.id)?;
        reply::value(&ReadJson { read, unread })
    })
    .await
}
