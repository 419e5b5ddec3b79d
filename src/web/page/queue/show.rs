//! The page of the queue.

use super::bulk::Outcome;
use super::filter::Asked;
use crate::account::Permission;
use crate::article::store as articles;
use crate::claim::store::queue::{self, QueueSort};
use crate::claim::{AttributionVerdict, Priority, Risk, SetAsideReason, Substance, WorkState};
use crate::db::page::USUAL;
use crate::ids::PersonId;
use crate::source::store as sources;
use crate::web::answer::html_with;
use crate::web::page::badge::Badge;
use crate::web::page::line::ClaimLine;
use crate::web::page::{Shell, Typed};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use std::sync::Arc;

/// One of the views that people use most.
struct Quick {
    label: String,
    href: String,
    chosen: bool,
}

/// What the menus of the page offer.
struct Menus {
    states: Vec<Badge>,
    substances: Vec<Badge>,
    attributions: Vec<Badge>,
    risks: Vec<Badge>,
    priorities: Vec<Badge>,
    sorts: Vec<Badge>,
    reasons: Vec<Badge>,
    checkers: Vec<(PersonId, String)>,
}

#[derive(Template)]
#[template(path = "queue/list.html")]
struct QueuePage {
    shell: Shell,
    w: Arc<Words>,
    asked: Asked,
    rows: Vec<ClaimLine>,
    quick: Vec<Quick>,
    menus: Menus,
    typed: Typed,
    outcome: Option<Outcome>,
    /// The article and source that the queue is narrowed to.
    narrowed_to: Vec<(&'static str, String, String)>,
    may_assign: bool,
    me: PersonId,
    query: String,
    first: Option<String>,
    next: Option<String>,
}

/// Shows the queue.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let asked = Asked::read(&query, room.me.id);
        let changed = query.parse::<usize>("changed");
        let outcome = changed.map(|done| Outcome::done(done, &room.words));
        let typed = Typed::fresh(&room.words);
        show(room, asked, typed, outcome)
    })
    .await
}

/// Draws the page; `typed` is the form of the bulk bar, `outcome` what came of it.
pub(super) fn show(room: &mut Room<'_>, asked: Asked, typed: Typed, outcome: Option<Outcome>) -> Result<Answer, Problem> {
    let w = room.words.clone();
    if asked.cursor.as_deref().is_some_and(|cursor| !queue::is_cursor(asked.sort, cursor)) {
        return Err(Problem::bad_request("cursor_unreadable"));
    }
    let page = queue::lines(room.c, &asked.filter, asked.sort, asked.cursor.as_deref(), USUAL)?;
    let menus = Menus::of(room)?;
    let today = room.now.0.date_naive();
    let rows = page.rows.into_iter().map(|line| ClaimLine::of(line, today, &w)).collect();
    let next = page.next.map(|cursor| asked.address(Some(&cursor)));
    let first = asked.cursor.is_some().then(|| asked.address(None));
    let narrowed_to = narrowed_to(room, &asked, &w)?;
    let may_assign = room.me.role.may(Permission::Assign);
    let title = w.t("queue-title");
    let shell = room.shell(title, "claims");
    let (status, query, me) = (typed.status(), asked.query(), room.me.id);
    let quick = quick(&asked, today, &w);
    html_with(status, &QueuePage { shell, w, asked, rows, quick, menus, typed, outcome, narrowed_to, may_assign, me, query, first, next })
}

impl Menus {
    fn of(room: &mut Room<'_>) -> Result<Self, Problem> {
        let w = room.words.clone();
        Ok(Self {
            states: Badge::all::<WorkState>(&w),
            substances: Badge::all::<Substance>(&w),
            attributions: Badge::all::<AttributionVerdict>(&w),
            risks: Badge::all::<Risk>(&w),
            priorities: Badge::all::<Priority>(&w),
            sorts: Badge::all::<QueueSort>(&w),
            reasons: Badge::all::<SetAsideReason>(&w),
            checkers: room.desk.menus(room.c)?.checkers.clone(),
        })
    }
}

fn quick(asked: &Asked, today: NaiveDate, w: &Words) -> Vec<Quick> {
    let tomorrow = today.succ_opt().unwrap_or(today);
    let views = [
        ("queue-view-mine", "state=open&assignee=me".to_owned()),
        ("queue-view-unassigned", "state=open&assignee=none".to_owned()),
        ("queue-view-sign-off", "state=in_review".to_owned()),
        ("queue-view-due", format!("state=open&due_before={tomorrow}")),
        ("queue-view-risk", "state=open&risk=high".to_owned()),
        ("queue-view-all", String::new()),
    ];
    let now = asked.query();
    let view = |(key, query): (&str, String)| Quick {
        label: w.t(key).into_owned(),
        chosen: query == now,
        href: if query.is_empty() { "/claims".to_owned() } else { format!("/claims?{query}") },
    };
    views.into_iter().map(view).collect()
}

/// The article and the source that the queue is narrowed to: field, name, and id to keep.
fn narrowed_to(room: &mut Room<'_>, asked: &Asked, w: &Words) -> Result<Vec<(&'static str, String, String)>, Problem> {
    let mut narrowed = Vec::new();
    if let Some(article) = asked.filter.article {
        let title = articles::titles(room.c, &[article])?.pop().map(|(_, title)| title);
        narrowed.push(("article", w.s("queue-of-article", "title", title.as_deref().unwrap_or("…")), article.to_string()));
    }
    if let Some(source) = asked.filter.source {
        let name = sources::find(room.c, source)?.map(|source| source.name);
        narrowed.push(("source", w.s("queue-of-source", "name", name.as_deref().unwrap_or("…")), source.to_string()));
    }
    Ok(narrowed)
}
