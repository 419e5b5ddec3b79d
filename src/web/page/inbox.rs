//! One's own inbox: what one is told of, unread first, by day; each line leads to what it is about, and is read then.

use super::live::LivePage;
use super::{Shell, id};
use crate::db::page::{Page, USUAL, read_cursor};
use crate::ids::NotificationId;
use crate::inbox::store::{self, Place, Shown};
use crate::inbox::words::{sentence, target};
use crate::inbox::{Read, mark_read};
use crate::web::answer::{done, html, see_other};
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::http::Method;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// A line as it is shown.
struct Line {
    id: NotificationId,
    unread: bool,
    sentence: String,
    at: String,
    machine_at: String,
    statement: String,
    article: String,
    said: String,
}

/// The lines of a day that are unread, or those that are read.
struct Day {
    unread: bool,
    /// Whether the lines before it are of the other kind, so that a heading says of which these are.
    begins: bool,
    date: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "inbox/list.html")]
struct InboxPage {
    shell: Shell,
    live: LivePage,
    w: Arc<Words>,
    days: Vec<Day>,
    only_unread: bool,
    /// Up to which number of the order of history the page shows everything.
    up_to: i64,
    unread: i64,
    first: Option<String>,
    next: Option<String>,
}

/// Shows the inbox.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let w = room.words.clone();
        let read = room.reads_up_to()?;
        let only_unread = query.get("show") == "unread";
        let cursor = query.get("cursor");
        let behind = read_cursor::<Place>(cursor);
        let rows = store::list(room.c, room.me.id, behind, only_unread, USUAL + 1)?;
        let rows = as_they_may_be_seen(room, rows)?;
        let page = Page::cut(rows, USUAL, place_of);
        let here = if only_unread { "/inbox?show=unread" } else { "/inbox" };
        let next = page.next.map(|next| format!("{here}{}cursor={next}", if only_unread { "&" } else { "?" }));
        let unread = store::count_unread_of(room.c, room.me.id)?;
        let shell = room.shell(w.t("inbox-title"), "inbox");
        let shown = if cursor.is_empty() { here.to_owned() } else { shell.here.clone() };
        html(&InboxPage {
            shell,
            live: read.of_inbox(shown, &w),
            days: days(page.rows, behind.is_some_and(|(read, _)| read), &w),
            only_unread,
            up_to: read.number(),
            unread,
            first: behind.map(|_| here.to_owned()),
            next,
            w,
        })
    })
    .await
}

/// Lines without what was said by others of claims whose finding is hidden from this person.
pub fn as_they_may_be_seen(room: &mut Room<'_>, rows: Vec<Shown>) -> Result<Vec<Shown>, Problem> {
    let veil = room.veil()?;
    let seen = |mut row: Shown| {
        if !veil.shows_of(row.line.claim_id, row.line.actor_id) {
            row.line.said.clear();
        }
        row
    };
    Ok(rows.into_iter().map(seen).collect())
}

fn place_of(row: &Shown) -> Place {
    (row.line.read_at.is_some(), row.line.id)
}

/// The lines by day, those that are unread first.
fn days(rows: Vec<Shown>, goes_on: bool, w: &Words) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for row in rows {
        let (unread, date) = (row.line.read_at.is_none(), w.date(row.line.created_at.0.date_naive()));
        let same = days.last().is_some_and(|last| last.unread == unread && last.date == date);
        if !same {
            let begins = days.last().map_or(unread || !goes_on, |last| last.unread != unread);
            days.push(Day { unread, begins, date, lines: Vec::new() });
        }
        if let Some(last) = days.last_mut() {
            last.lines.push(line(row, w));
        }
    }
    days
}

fn line(row: Shown, w: &Words) -> Line {
    Line {
        id: row.line.id,
        unread: row.line.read_at.is_none(),
        sentence: sentence(&row.line, row.number, w),
        at: w.date_time(row.line.created_at.0),
        machine_at: row.line.created_at.0.to_rfc3339(),
        statement: row.statement,
        article: row.title,
        said: row.line.said,
    }
}

/// Leads to what a line is about; it is read then. Whoever only asks for the headers, or has the page fetched beforehand, has
/// read nothing.
pub async fn open(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let ahead = request.headers().get("sec-purpose").or_else(|| request.headers().get("purpose")).is_some();
    let reads = request.method() == Method::GET && !ahead;
    desk.page(visit, move |room| {
        let line: NotificationId = id(&path, "notification")?;
        let line = store::find(room.c, room.me.id, line)?.ok_or_else(|| Problem::not_found("notification"))?;
        if reads && line.read_at.is_none() {
            read(room, &Read::These(vec![line.id]))?;
        }
        Ok(see_other(&target(&line)))
    })
    .await
}

/// Marks one line as read, or all that the page showed.
pub async fn mark(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let wanted = match (form.parse::<NotificationId>("id"), form.parse("up_to")) {
            (Some(line), _) => Read::These(vec![line]),
            (None, Some(number)) => Read::UpTo(number),
            (None, None) => return Err(Problem::bad_request("form_unreadable")),
        };
        read(room, &wanted)?;
        let here = if form.get("show") == "unread" { "/inbox?show=unread" } else { "/inbox" };
        Ok(done(here, "inbox_read"))
    })
    .await
}

/// Marks lines as read, and has the pages that are open count anew.
pub fn read(room: &mut Room<'_>, read: &Read) -> Result<usize, Problem> {
    let acting = room.acting();
    let marked = mark_read(room.c, &acting, read)?;
    if marked > 0 {
        room.desk.forget_unread();
        room.desk.live.note_inbox(room.me.id);
    }
    Ok(marked)
}
