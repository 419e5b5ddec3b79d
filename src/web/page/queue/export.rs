//! The queue as a file: all claims that fit a filter, or what a person worked on in a month.

use super::filter::Asked;
use crate::account::{Person, store as people};
use crate::article::store as articles;
use crate::claim::store::queue::QueueSort;
use crate::claim::{AttributionVerdict, Priority, Risk, RiskKind, Substance, WorkState};
use crate::code::Code;
use crate::ids::{ArticleId, PersonId, SourceId};
use crate::job::Order;
use crate::report::listing::{About, Chosen, ListingFormat};
use crate::report::{LONG, stem};
use crate::source::store as sources;
use crate::web::page::export::ask;
use crate::web::page::id;
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit, listing};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};

/// A form that a list is offered in.
pub(in crate::web::page) struct ListForm {
    pub label: String,
    pub href: String,
    /// Whether it takes so long that it is made as a job.
    pub long: bool,
}

/// The forms of a list of so many claims whose file is at an address, which may have a query; `None` are more than were counted.
pub(in crate::web::page) fn list_forms(at: &str, claims: Option<usize>, w: &Words) -> Vec<ListForm> {
    let long = claims.is_none_or(|claims| claims > LONG);
    let mark = match at.split_once('?') {
        None => "?",
        Some((_, "")) => "",
        Some(_) => "&",
    };
    let form = |format: &ListingFormat| ListForm { label: w.label(*format).into_owned(), href: format!("{at}{mark}format={format}"), long };
    ListingFormat::ALL.iter().map(form).collect()
}

/// Hands out all claims that fit the filter.
pub async fn export(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let order = list_order(room, &query)?;
        room.list_file(order, |room, _| ask(room))
    })
    .await
}

/// The file of all claims that fit the filter of an address.
pub(in crate::web::page) fn list_order(room: &mut Room<'_>, query: &FormData) -> Result<Order, Problem> {
    let format = format(query)?;
    let mut asked = Asked::read(query, room.me.id, room.now.0.date_naive());
    asked.filter = room.unveiled(asked.filter)?;
    let about = About { title: room.words.t("queue-title").into_owned(), narrowed: narrowed(room, &asked)?, made_at: room.now };
    let stem = match asked.filter.source {
        Some(source) => stem("claims", &sources::find(room.c, source)?.map(|source| source.name).unwrap_or_default()),
        None => stem("claims", &room.now.0.format("%Y-%m-%d").to_string()),
    };
    Ok(Order::List { chosen: Box::new(Chosen::Fitting(asked.filter, asked.sort)), about, stem, format })
}

/// The file of what a person worked on in the month of an address.
pub(in crate::web::page) fn month_order(room: &mut Room<'_>, person: &Person, query: &FormData) -> Result<Order, Problem> {
    listing::month(room, person, query.get("month"), format(query)?)
}

/// Hands out what a person worked on in a month.
pub async fn export_month(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let person = people::find_person(room.c, id(&path, "person")?)?.ok_or_else(|| Problem::not_found("person"))?;
        let order = month_order(room, &person, &query)?;
        room.list_file(order, |room, _| ask(room))
    })
    .await
}

/// The form that is asked for; a table where none is.
fn format(query: &FormData) -> Result<ListingFormat, Problem> {
    if query.get("format").is_empty() {
        return Ok(ListingFormat::Csv);
    }
    ListingFormat::from_code(query.get("format")).ok_or_else(|| Problem::not_found("page"))
}

/// What narrows the list, as the form of the filter words it.
fn narrowed(room: &mut Room<'_>, asked: &Asked) -> Result<Vec<(String, String)>, Problem> {
    let w = room.words.clone();
    let mut said = Vec::new();
    for (field, value) in asked.pairs() {
        let (field, value) = (*field, value.as_str());
        let key = match field {
            "q" => "queue-words",
            "state" => "queue-state",
            "assignee" => "queue-assignee",
            "verdict" => "queue-substance",
            "attribution" => "queue-attribution",
            "risk" => "queue-risk",
            "risk_kind" => "queue-risk-kind",
            "priority" => "queue-priority",
            "tag" => "queue-tag",
            "due" => "queue-due",
            "due_before" => "queue-due-before",
            "recheck" => "queue-recheck",
            "article" => "queue-article",
            "source" => "report-source",
            _ => "queue-sort",
        };
        said.push((w.t(key).into_owned(), worded(room, field, value, &w)?));
    }
    Ok(said)
}

fn worded(room: &mut Room<'_>, field: &str, value: &str, w: &Words) -> Result<String, Problem> {
    fn label<T: Code>(code: &str, w: &Words) -> Option<String> {
        T::from_code(code).map(|value| w.label(value).into_owned())
    }
    let known = match field {
        "state" => label::<WorkState>(value, w).or_else(|| (value == "open").then(|| w.t("queue-open").into_owned())),
        "verdict" => label::<Substance>(value, w),
        "attribution" => label::<AttributionVerdict>(value, w),
        "risk" => label::<Risk>(value, w),
        "risk_kind" => label::<RiskKind>(value, w),
        "priority" => label::<Priority>(value, w),
        "sort" => label::<QueueSort>(value, w),
        "due" => ["overdue", "now", "today", "week", "none"].contains(&value).then(|| w.t(&format!("queue-due-{value}")).into_owned()),
        "recheck" => (value == "now").then(|| w.t("queue-recheck-now").into_owned()),
        "assignee" => match (value, value.parse::<PersonId>()) {
            ("me", _) => Some(room.me.name.clone()),
            ("none", _) => Some(w.t("queue-nobody").into_owned()),
            (_, Ok(person)) => people::names(room.c, &[person])?.pop().map(|(_, name)| name),
            _ => None,
        },
        "article" => match value.parse::<ArticleId>() {
            Ok(article) => articles::title_of(room.c, article)?,
            Err(_) => None,
        },
        "source" => match value.parse::<SourceId>() {
            Ok(source) => sources::names(room.c, &[source])?.pop().map(|(_, name)| name),
            Err(_) => None,
        },
        _ => None,
    };
    Ok(known.unwrap_or_else(|| value.to_owned()))
}
