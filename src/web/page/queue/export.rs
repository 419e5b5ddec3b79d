//! The queue as a file: all claims that fit a filter, or what a person worked on in a month.

use super::filter::Asked;
use crate::account::store as people;
use crate::article::store as articles;
use crate::claim::store::queue::QueueSort;
use crate::claim::{AttributionVerdict, Priority, Risk, RiskKind, Substance, WorkState};
use crate::code::Code;
use crate::ids::{ArticleId, PersonId, SourceId};
use crate::report::listing::{About, Chosen, ListingFormat};
use crate::report::stem;
use crate::source::store as sources;
use crate::web::page::id;
use crate::web::{Desk, FormData, PageError, Problem, Room, Visit, listing};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};

/// A form that a list is offered in.
pub(in crate::web::page) struct ListForm {
    pub label: String,
    pub href: String,
}

/// The forms of a list whose file is at an address that ends with a query or a `?`.
pub(in crate::web::page) fn list_forms(at: &str, w: &Words) -> Vec<ListForm> {
    let mark = if at.contains('?') { '&' } else { '?' };
    let form = |format: &ListingFormat| ListForm { label: w.label(*format).into_owned(), href: format!("{at}{mark}format={format}") };
    ListingFormat::ALL.iter().map(form).collect()
}

/// Hands out all claims that fit the filter.
pub async fn export(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let format = format(&query)?;
        let asked = Asked::read(&query, room.me.id, room.now.0.date_naive());
        let w = room.words.clone();
        let about = About { title: w.t("queue-title").into_owned(), narrowed: narrowed(room, &asked)?, made_at: room.now };
        let stem = match asked.filter.source {
            Some(source) => stem("claims", &sources::find(room.c, source)?.map(|source| source.name).unwrap_or_default()),
            None => stem("claims", &room.now.0.format("%Y-%m-%d").to_string()),
        };
        listing::file(room, &Chosen::Fitting(asked.filter, asked.sort), format, &about, &stem)
    })
    .await
}

/// Hands out what a person worked on in a month.
pub async fn export_month(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let person = people::find_person(room.c, id(&path, "person")?)?.ok_or_else(|| Problem::not_found("person"))?;
        listing::month(room, &person, query.get("month"), format(&query)?)
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
            Ok(article) => articles::titles(room.c, &[article])?.pop().map(|(_, title)| title),
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
