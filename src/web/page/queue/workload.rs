//! Who has how much: open claims by person, what of it is late and what is due, and passing it on in place.

use super::outcome::Outcome;
use crate::account::{Permission, store as accounts};
use crate::claim::store::queue::{Load, loads};
use crate::ids::PersonId;
use crate::web::answer::html;
use crate::web::page::Shell;
use crate::web::{Desk, FormData, PageError, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// A number of claims, and the queue of just these.
pub(super) struct Share {
    /// How many.
    pub count: i64,
    /// The queue.
    pub href: String,
}

/// What one person has, or nobody.
struct Row {
    /// Their name; `None` for what nobody has.
    name: Option<String>,
    /// Whether they may be given claims: otherwise what they still have should go to somebody.
    checks: bool,
    /// As an address names them.
    key: String,
    open: Share,
    overdue: Share,
    today: Share,
    week: Share,
    /// What can be passed on: the filter, and what it is called.
    parts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "queue/workload.html")]
struct WorkloadPage {
    shell: Shell,
    w: Arc<Words>,
    rows: Vec<Row>,
    checkers: Vec<(PersonId, String)>,
    outcome: Option<Outcome>,
    may_assign: bool,
}

/// Shows who has how much.
pub async fn show(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let w = room.words.clone();
        let mut loads = loads(room.c, room.now.0.date_naive())?;
        let checkers = accounts::list_checkers(room.c)?;
        let mut people: Vec<(PersonId, String, bool)> = checkers.iter().map(|person| (person.id, person.name.clone(), true)).collect();
        // Who may check no more, and still has something.
        let others: Vec<PersonId> = loads.keys().flatten().filter(|id| !people.iter().any(|(mine, _, _)| mine == *id)).copied().collect();
        people.extend(accounts::names(room.c, &others)?.into_iter().map(|(id, name)| (id, name, false)));
        let nobody = row(None, loads.remove(&None).unwrap_or_default(), true, &w);
        let person = |(id, name, checks): (PersonId, String, bool)| row(Some((id, name)), loads.remove(&Some(id)).unwrap_or_default(), checks, &w);
        let rows = std::iter::once(nobody).chain(people.into_iter().map(person)).collect();
        let outcome = Outcome::of_step(room, query.parse("step"), "/workload")?;
        let may_assign = room.me.role.may(Permission::Assign);
        let shell = room.shell(w.t("workload-title"), "claims");
        let checkers = checkers.into_iter().map(|person| (person.id, person.name)).collect();
        html(&WorkloadPage { shell, w, rows, checkers, outcome, may_assign })
    })
    .await
}

fn row(person: Option<(PersonId, String)>, load: Load, checks: bool, w: &Words) -> Row {
    let key = person.as_ref().map_or_else(|| "none".to_owned(), |(id, _)| id.to_string());
    let query = |due: &str| format!("state=open&assignee={key}{due}");
    let (open, overdue, today, week) = (query(""), query("&due=overdue"), query("&due=today"), query("&due=week"));
    let part = |label: &str, count: i64, query: &str| (count > 0).then(|| (query.to_owned(), w.with(label, &[("count", Arg::from(count))])));
    let parts = [
        part("workload-part-open", load.open, &open),
        part("workload-part-overdue", load.overdue, &overdue),
        part("workload-part-today", load.today, &today),
        part("workload-part-week", load.week, &week),
    ];
    let share = |count, query: String| Share { count, href: format!("/claims?{query}") };
    Row {
        name: person.map(|(_, name)| name),
        checks,
        key,
        open: share(load.open, open),
        overdue: share(load.overdue, overdue),
        today: share(load.today, today),
        week: share(load.week, week),
        parts: parts.into_iter().flatten().collect(),
    }
}
