//! The landing page: my queue, what waits for my sign-off, and how the desk stands.

use super::Shell;
use super::badge::Badge;
use super::claim::from;
use super::line::ClaimLine;
use super::live::LivePage;
use super::queue::readers_waiting;
use crate::account::Permission;
use crate::claim::WorkState;
use crate::claim::store::queue::{self, ClaimFilter, QueueSort, Whose};
use crate::claim::store::second::asked_of;
use crate::code::Code;
use crate::ids::ClaimId;
use crate::web::answer::html;
use crate::web::{Desk, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Claims shown of each list; the queue has the rest.
const SHOWN: i64 = 20;

struct List {
    title: String,
    empty: String,
    rows: Vec<ClaimLine>,
    more: Option<String>,
    /// What the address of each claim carries, so that “next” on its page follows this list.
    way: String,
}

#[derive(Template)]
#[template(path = "home/show.html")]
struct HomePage {
    shell: Shell,
    live: LivePage,
    w: Arc<Words>,
    lists: Vec<List>,
    /// How many claims are in each state, with the state's code.
    tally: Vec<(Badge, String)>,
    /// Claims that they were asked to check a second time: id, number, statement, article.
    second: Vec<(ClaimId, i32, String, String)>,
    /// How many reports of readers wait, where any do.
    readers: Option<String>,
}

/// Shows the landing page.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let w = room.words.clone();
        let live = room.reads_up_to()?.of_list("/".to_owned(), &w);
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
        let readers = readers_waiting(room)?;
        let asked = asked_of(room.c, room.me.id, SHOWN)?;
        let second = asked.into_iter().map(|(check, number, statement, article)| (check.claim_id, number, statement, article)).collect();
        let shell = room.shell(w.t("home-title"), "home");
        html(&HomePage { shell, live, w, lists, tally, second, readers })
    })
    .await
}

fn list(room: &mut Room<'_>, filter: &ClaimFilter, [title, empty]: [&str; 2], more: &str) -> Result<List, Problem> {
    let page = queue::lines(room.c, filter, QueueSort::Urgency, None, SHOWN)?;
    let today = room.now.0.date_naive();
    let veil = room.veil()?;
    let w = room.words.clone();
    Ok(List {
        title: w.t(title).into_owned(),
        empty: w.t(empty).into_owned(),
        way: from(more),
        more: page.next.map(|_| more.to_owned()),
        rows: page.rows.into_iter().map(|line| ClaimLine::of(line, &veil, today, &w)).collect(),
    })
}
