//! The people of the desk, to give claims to.

use super::wire::ListJson;
use super::{Answered, Request, paging, reply};
use crate::account::store::{self, Person};
use crate::account::{Permission, Role};
use crate::db::page::Page;
use crate::ids::PersonId;
use crate::web::Desk;
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
