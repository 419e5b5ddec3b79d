//! The people of the desk, to give claims to.

use super::claim::list_file;
use super::wire::ListJson;
use super::{Answered, Request, paging, reply};
use crate::account::store::{self, Person};
use crate::account::{Permission, Role};
use crate::db::page::Page;
use crate::ids::PersonId;
use crate::report::listing::ListingFormat;
use crate::web::{Desk, Problem, listing};
use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A person of the desk.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonJson {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Whether they can sign in.
    pub active: bool,
    /// Whether claims can be given to them.
    pub can_check: bool,
}

impl From<Person> for PersonJson {
    fn from(person: Person) -> Self {
        let active = person.disabled_at.is_none();
        Self { id: person.id, name: person.name, role: person.role, active, can_check: active && person.role.may(Permission::Check) }
    }
}

/// Which people to list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct PersonQuery {
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

/// List the people of the desk by name.
#[utoipa::path(get, path = "/api/v1/people", operation_id = "list_people", tag = "People", params(PersonQuery),
    responses((status = 200, description = "One page of people.", body = ListJson<PersonJson>)))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: PersonQuery = request.query()?;
        let (limit, after) = paging::<(String, PersonId)>(query.limit, query.cursor.as_deref())?;
        let page = Page::cut(store::list_people(room.c, after, limit + 1)?, limit, |person| (person.name.clone(), person.id));
        reply::value(&ListJson::from(page.map(PersonJson::from)))
    })
    .await
}

/// Which month, and in which form.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct WorkQuery {
    /// The month, as `2026-11`: this one unless said otherwise.
    #[param(pattern = "^[0-9]{4}-[0-9]{2}$")]
    month: Option<String>,
    /// The form: JSON unless said otherwise.
    format: Option<ListingFormat>,
}

/// Take the claims that a person worked on in a month, as a file: those that they set a verdict on, sent on or back, signed
/// off, decided on the text of, gathered evidence for or asked somebody about. Confidential evidence is taken out.
#[utoipa::path(get, path = "/api/v1/people/{id}/work", operation_id = "export_work", tag = "People",
    params(("id" = PersonId, Path, description = "The person."), WorkQuery),
    responses((status = 200, description = "The claims, first worked on first, as a file.", content(
        (Object = "application/json"), (String = "text/csv"), (String = "text/markdown"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
pub async fn work(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let person = store::find_person(room.c, request.id("person")?)?.ok_or_else(|| Problem::not_found("person"))?;
        let query: WorkQuery = request.query()?;
        let order = listing::month(room, &person, query.month.as_deref().unwrap_or_default(), query.format.unwrap_or(ListingFormat::Json))?;
        list_file(room, order)
    })
    .await
}
