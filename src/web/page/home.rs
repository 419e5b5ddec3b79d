//! The landing page: my queue, what waits for my sign-off, and how the desk stands.

use super::Shell;
use super::badge::Badge;
use crate::account::Permission;
use crate::claim::WorkState;
use crate::claim::store::queue::{self, ClaimFilter, QueueRow, QueueSort, Whose};
use crate::claim::{Priority, Risk};
use crate::code::Code;
use crate::ids::{ArticleId, ClaimId};
use crate::web::answer::html;
use crate::web::{Desk, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Claims shown of each list; the queue has the rest.
const SHOWN: i64 = 20;

struct Row {
    id: ClaimId,
    statement: String,
    article_id: ArticleId,
    article: String,
    number: i32,
    state: Badge,
    due: Option<String>,
    late: bool,
    high_risk: bool,
    priority: Option<String>,
}

struct List {
    title: String,
    empty: String,
    rows: Vec<Row>,
    more: Option<String>,
}

#[derive(Template)]
#[template(path = "home/show.html")]
struct HomePage {
    shell: Shell,
    w: Arc<Words>,
    lists: Vec<List>,
    /// How many claims are in each state, with the state's code.
    tally: Vec<(Badge, String)>,
}

/// Shows the landing page.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let w = room.words.clone();
        let open = vec![WorkState::ToCheck, WorkState::Checking, WorkState::Waiting];
        let mine = ClaimFilter { states: open, assignee: Some(Whose::Person(room.me.id)), ..ClaimFilter::default() };
        let mut lists = vec![list(room, &mine, ["home-mine", "home-mine-none"], "/claims?state=open&assignee=me")?];
        if room.me.role.may(Permission::SignOff) {
            let waiting = ClaimFilter { states: vec![WorkState::InReview], ..ClaimFilter::default() };
            lists.push(list(room, &waiting, ["home-sign-off", "home-sign-off-none"], "/claims?state=in_review")?);
        }
        let counts = room.desk.state_counts(room.c)?;
        let of = |state: WorkState| counts.iter().find(|(counted, _)| *counted == state).map_or(0, |(_, count)| *count);
        let tally = WorkState::ALL.iter().map(|state| (Badge::of(*state, &w), w.number(of(*state)))).collect();
        let shell = room.shell(w.t("home-title"), "home");
        html(&HomePage { shell, w, lists, tally })
    })
    .await
}

fn list(room: &mut Room<'_>, filter: &ClaimFilter, [title, empty]: [&str; 2], more: &str) -> Result<List, Problem> {
    let page = queue::list(room.c, filter, QueueSort::Urgency, None, SHOWN)?;
    let today = room.now.0.date_naive();
    let w = room.words.clone();
    Ok(List {
        title: w.t(title).into_owned(),
        empty: w.t(empty).into_owned(),
        more: page.next.map(|_| more.to_owned()),
        rows: page.rows.into_iter().map(|line| row(line, today, &w)).collect(),
    })
}

fn row(line: QueueRow, today: chrono::NaiveDate, w: &Words) -> Row {
    let claim = line.claim;
    let priority = Priority::from_rank(claim.priority);
    Row {
        id: claim.id,
        statement: claim.statement,
        article_id: claim.article_id,
        article: line.article_title,
        number: claim.number,
        state: Badge::of(claim.state, w),
        due: claim.due_on.map(|day| w.date(day)),
        late: claim.due_on.is_some_and(|day| day < today),
        high_risk: Risk::from_rank(claim.risk) == Risk::High,
        priority: (priority != Priority::Normal).then(|| w.label(priority).into_owned()),
    }
}
