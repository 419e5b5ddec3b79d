//! The page of the queue.

use super::count::Counts;
use super::export::{ListForm, list_forms};
use super::filter::Asked;
use super::outcome::Outcome;
use super::view::{ViewLink, view_links};
use crate::account::Permission;
use crate::article::store as articles;
use crate::claim::store::queue::{self, QueueSort};
use crate::claim::store::tag::tags_of;
use crate::claim::{AttributionVerdict, Priority, Risk, RiskKind, SetAsideReason, Substance, WorkState};
use crate::db::page::USUAL;
use crate::ids::{ArticleId, ClaimId, PersonId};
use crate::source::store as sources;
use crate::web::answer::html_with;
use crate::web::page::badge::Badge;
use crate::web::page::line::ClaimLine;
use crate::web::page::live::LivePage;
use crate::web::page::{Shell, Typed};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::collections::{BTreeMap, BTreeSet};
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
    risk_kinds: Vec<Badge>,
    priorities: Vec<Badge>,
    sorts: Vec<Badge>,
    reasons: Vec<Badge>,
    checkers: Vec<(PersonId, String)>,
    articles: Vec<(ArticleId, String)>,
    tags: Vec<String>,
}

#[derive(Template)]
#[template(path = "queue/list.html")]
struct QueuePage {
    shell: Shell,
    live: LivePage,
    w: Arc<Words>,
    asked: Asked,
    rows: Vec<ClaimLine>,
    quick: Vec<Quick>,
    menus: Menus,
    typed: Typed,
    outcome: Option<Outcome>,
    /// The source that the queue is narrowed to: its name, and its id to keep.
    source: Option<(String, String)>,
    counts: Counts,
    /// The forms in which all that fit can be taken.
    exports: Vec<ListForm>,
    /// How many that are.
    exports_lead: String,
    views: Vec<ViewLink>,
    /// The form that saves the filter.
    view_form: Typed,
    may_assign: bool,
    me: PersonId,
    query: String,
    first: Option<String>,
    next: Option<String>,
    /// How many reports of readers wait, where any do.
    readers: Option<String>,
}

/// Shows the queue.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let asked = Asked::read(&query, room.me.id, room.now.0.date_naive());
        let outcome = Outcome::of_step(room, query.parse("step"), &asked.address(None))?;
        let typed = Typed::fresh(&room.words);
        show(room, asked, typed, outcome)
    })
    .await
}

/// Draws the page; `typed` is the form of the bulk bar, `outcome` what came of it.
pub(super) fn show(room: &mut Room<'_>, mut asked: Asked, typed: Typed, outcome: Option<Outcome>) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let read = room.reads_up_to()?;
    if asked.cursor.as_deref().is_some_and(|cursor| !queue::is_cursor(asked.sort, cursor)) {
        return Err(Problem::bad_request("cursor_unreadable"));
    }
    asked.filter = room.fair(asked.filter)?;
    let veil = room.veil()?;
    let page = queue::lines(room.c, &asked.filter, asked.sort, asked.cursor.as_deref(), USUAL)?;
    let menus = Menus::of(room, &asked)?;
    let readers = readers_waiting(room)?;
    let today = room.now.0.date_naive();
    let ids: Vec<ClaimId> = page.rows.iter().map(|line| line.id).collect();
    let mut tags: BTreeMap<ClaimId, Vec<String>> = BTreeMap::new();
    // A desk that has no tags is not asked for those of its claims.
    if !menus.tags.is_empty() {
        for (claim, _, name) in tags_of(room.c, &ids)? {
            tags.entry(claim).or_default().push(name);
        }
    }
    let ticked: BTreeSet<ClaimId> = typed.all("claim").into_iter().filter_map(|id| id.parse().ok()).collect();
    let row = |line: queue::QueueLine| {
        let line = ClaimLine::of(line, &veil, today, &w);
        ClaimLine { tags: tags.remove(&line.id).unwrap_or_default(), ticked: ticked.contains(&line.id), ..line }
    };
    let rows = page.rows.into_iter().map(row).collect();
    let next = page.next.map(|cursor| asked.address(Some(&cursor)));
    let first = asked.cursor.is_some().then(|| asked.address(None));
    let source = match asked.filter.source {
        Some(id) => {
            let name = sources::find(room.c, id)?.map(|source| source.name);
            Some((w.s("queue-of-source", "name", name.as_deref().unwrap_or("…")), id.to_string()))
        }
        None => None,
    };
    let counts = Counts::of(room, &asked)?;
    let views = view_links(room, &asked.query())?;
    let may_assign = room.me.role.may(Permission::Assign);
    let title = w.t("queue-title");
    let shell = room.shell(title, "claims");
    let (status, query, me) = (typed.status(), asked.query(), room.me.id);
    let quick = quick(&asked, &w);
    let exports = list_forms(&format!("/claims/export?{query}"), counts.exact, &w);
    let exports_lead = counts.exact.map_or_else(|| w.t("listing-all-that-fit").into_owned(), |count| w.n("listing-all", count));
    let view_form = Typed::fresh(&w);
    html_with(
        status,
        &QueuePage {
            shell,
            live: read.of_list(asked.address(asked.cursor.as_deref()), &w),
            w,
            asked,
            rows,
            quick,
            menus,
            typed,
            outcome,
            source,
            counts,
            exports,
            exports_lead,
            views,
            view_form,
            may_assign,
            me,
            query,
            first,
            next,
            readers,
        },
    )
}

impl Menus {
    fn of(room: &mut Room<'_>, asked: &Asked) -> Result<Self, Problem> {
        let w = room.words.clone();
        let kept = room.desk.menus(room.c)?;
        let mut articles = kept.articles.clone();
        // An article that is signed off, or older than those in the menu, stays chosen.
        if let Some(article) = asked.filter.article.filter(|article| !articles.iter().any(|(id, _)| id == article)) {
            articles.extend(articles::titles(room.c, &[article])?);
        }
        Ok(Self {
            states: Badge::all::<WorkState>(&w),
            substances: Badge::all::<Substance>(&w),
            attributions: Badge::all::<AttributionVerdict>(&w),
            risks: Badge::all::<Risk>(&w),
            risk_kinds: Badge::all::<RiskKind>(&w),
            priorities: Badge::all::<Priority>(&w),
            sorts: Badge::all::<QueueSort>(&w),
            reasons: Badge::all::<SetAsideReason>(&w),
            checkers: kept.checkers.clone(),
            articles,
            tags: kept.tags.clone(),
        })
    }
}

fn quick(asked: &Asked, w: &Words) -> Vec<Quick> {
    let views = [
        ("queue-view-mine", "state=open&assignee=me"),
        ("queue-view-unassigned", "state=open&assignee=none"),
        ("queue-view-sign-off", "state=in_review"),
        ("queue-view-due", "state=open&due=now"),
        ("queue-view-risk", "state=open&risk=high"),
        ("queue-view-recheck", "recheck=now"),
        ("queue-view-all", ""),
    ];
    let now = asked.query();
    let view = |(key, query): (&str, &str)| Quick {
        label: w.t(key).into_owned(),
        chosen: query == now,
        href: if query.is_empty() { "/claims".to_owned() } else { format!("/claims?{query}") },
    };
    views.into_iter().map(view).collect()
}

/// That reports of readers wait for an answer, in words.
pub(in crate::web::page) fn readers_waiting(room: &mut Room<'_>) -> Result<Option<String>, Problem> {
    let waiting = room.desk.menus(room.c)?.readers;
    Ok((waiting > 0).then(|| room.words.n("readers-wait", waiting)))
}
