//! A person of the desk: which claims are with them, and what they did, with the steps that can be taken back.

use super::badge::Badge;
use super::claim::from;
use super::happened::{self, HappenedLine};
use super::line::ClaimLine;
use super::{Shell, id};
use crate::account::store;
use crate::claim::WorkState;
use crate::claim::store::queue::{self, ClaimFilter, QueueSort, Whose};
use crate::db::page::USUAL;
use crate::history::EventFilter;
use crate::ids::PersonId;
use crate::report::listing::ListingFormat;
use crate::web::answer::html;
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{Datelike, Days, Months, NaiveDate};
use std::sync::Arc;

/// Claims shown; the queue has the rest.
const CLAIMS: i64 = 20;

#[derive(Template)]
#[template(path = "people/show.html")]
struct PersonPage {
    shell: Shell,
    w: Arc<Words>,
    name: String,
    /// What they may do here; nothing where they are of another desk.
    role: Option<String>,
    /// Since when they are here, or why they are not.
    access: String,
    rows: Vec<ClaimLine>,
    /// What the address of each claim carries, so that “next” on its page follows this list.
    way: String,
    /// The queue with all their open claims.
    queue: String,
    more: bool,
    /// The months whose work can be taken as a file, newest first: as addresses have them, and in words.
    months: Vec<(String, String)>,
    forms: Vec<Badge>,
    lines: Vec<HappenedLine>,
    here: String,
    /// Whether this is a later page of what they did.
    later: bool,
    next: Option<String>,
}

/// Shows a person.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let cursor = FormData::read(request.query_string().as_bytes()).get("cursor").to_owned();
    desk.page(visit, move |room| draw(room, id(&path, "person")?, &cursor)).await
}

fn draw(room: &mut Room<'_>, person: PersonId, cursor: &str) -> Result<Answer, Problem> {
    let person = store::find_person(room.c, person)?.ok_or_else(|| Problem::not_found("person"))?;
    let w = room.words.clone();
    let open = ClaimFilter { states: WorkState::OPEN.to_vec(), assignee: Some(Whose::Person(person.id)), ..ClaimFilter::default() };
    let claims = queue::lines(room.c, &open, QueueSort::Urgency, None, CLAIMS)?;
    let did = happened::page(room, &EventFilter { actor: Some(person.id), imports_once: true, ..EventFilter::default() }, cursor, USUAL)?;
    let (here, list) = (format!("/people/{}", person.id), format!("/claims?state=open&assignee={}", person.id));
    let today = room.now.0.date_naive();
    let veil = room.veil()?;
    let access = match (person.from_desk.as_deref(), person.disabled_at, &person.password_hash) {
        (Some(""), _, _) => w.t("person-elsewhere").into_owned(),
        (Some(desk), _, _) => w.s("person-elsewhere-of", "desk", desk),
        (None, Some(_), _) => w.t("people-disabled").into_owned(),
        (None, None, None) => w.t("people-invited").into_owned(),
        (None, None, Some(_)) => w.s("people-since", "date", &w.date(person.created_at.0.date_naive())),
    };
    html(&PersonPage {
        shell: room.shell(person.name.clone(), "people"),
        role: person.from_desk.is_none().then(|| w.label(person.role).into_owned()),
        access,
        name: person.name,
        rows: claims.rows.into_iter().map(|line| ClaimLine::of(line, &veil, today, &w)).collect(),
        more: claims.next.is_some(),
        way: from(&list),
        queue: list,
        months: months(person.created_at.0.date_naive(), today, &w),
        forms: Badge::all::<ListingFormat>(&w),
        lines: did.rows,
        next: did.next.map(|cursor| format!("{here}?cursor={cursor}#did")),
        later: !cursor.is_empty(),
        here,
        w,
    })
}

/// Most months that are offered.
const MONTHS: u32 = 24;

/// The months from when somebody came up to today, newest first.
fn months(since: NaiveDate, today: NaiveDate, w: &Words) -> Vec<(String, String)> {
    let firsts = (0..MONTHS).filter_map(|back| today.with_day(1)?.checked_sub_months(Months::new(back)));
    let of = |first: NaiveDate| {
        let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
        (last >= since).then(|| (first.format("%Y-%m").to_string(), format!("{} – {}", w.date(first), w.date(last))))
    };
    firsts.map_while(of).collect()
}
