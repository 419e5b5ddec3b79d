//! The people of the desk: who they are and what they may do; for admins, adding and changing them.

use super::{Shell, Typed, id};
use crate::account::{Permission, Role, Secret, member, store};
use crate::code::Code;
use crate::db::page::{Page, USUAL, read_cursor, write_cursor};
use crate::ids::PersonId;
use crate::input::FieldError;
use crate::web::answer::{html_with, see_other};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

struct PersonRow {
    id: PersonId,
    name: String,
    email: String,
    role: Role,
    label: String,
    disabled: bool,
    invited: bool,
    joined: String,
    me: bool,
    revision: i32,
}

/// A link that was just made, to be handed on; it is shown this once.
struct FreshLink {
    name: String,
    address: String,
}

#[derive(Template)]
#[template(path = "people/list.html")]
struct PeoplePage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    rows: Vec<PersonRow>,
    roles: Vec<(Role, String, String)>,
    link: Option<FreshLink>,
    next: Option<String>,
}

/// Shows everybody, by name.
pub async fn list(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let cursor = FormData::read(request.query_string().as_bytes()).get("cursor").to_owned();
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        show(room, typed, None, &cursor)
    })
    .await
}

fn show(room: &mut Room<'_>, typed: Typed, link: Option<FreshLink>, cursor: &str) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let people = store::list_people(room.c, read_cursor(cursor), USUAL + 1)?;
    let page = Page::cut(people, USUAL, |person| (person.name.clone(), person.id));
    let rows = page.rows.into_iter().map(|person| PersonRow {
        label: w.label(person.role).into_owned(),
        disabled: person.disabled_at.is_some(),
        invited: person.password_hash.is_none(),
        joined: w.date(person.created_at.0.date_naive()),
        me: person.id == room.me.id,
        id: person.id,
        name: person.name,
        email: person.email,
        role: person.role,
        revision: person.revision,
    });
    let rows = rows.collect();
    let roles = Role::ALL.iter().map(|role| (*role, w.label(*role).into_owned(), w.t(&format!("explain-role-{}", role.code())).into_owned())).collect();
    let shell = room.shell(w.t("people-title"), "people");
    let status = typed.status();
    html_with(status, &PeoplePage { shell, w, typed, rows, roles, link, next: page.next })
}

/// Shows the form again where what was typed can't be used; everything else is a page of its own.
fn refuse(room: &mut Room<'_>, form: &FormData, problem: Problem) -> Result<Answer, Problem> {
    if problem.fields.is_empty() {
        return Err(problem);
    }
    let typed = Typed::refused(form, problem, &room.words);
    show(room, typed, None, "")
}

fn fresh_link(room: &Room<'_>, name: &str, secret: &Secret) -> FreshLink {
    FreshLink { name: name.to_owned(), address: format!("{}/password?token={}", room.site(), secret.expose()) }
}

/// Adds a person and shows the link with which they choose a password.
pub async fn create(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let new = member::NewPerson { name: form.get("name"), email: form.get("email"), role: form.get("role") };
        let acting = room.acting();
        match member::add_person(room.c, &acting, &new, None) {
            Ok((person, secret)) => {
                let link = secret.map(|secret| fresh_link(room, &person.name, &secret));
                let typed = Typed::fresh(&room.words);
                show(room, typed, link, "")
            }
            Err(error) => refuse(room, form, error.into()),
        }
    })
    .await
}

/// Gives a person another role.
pub async fn change_role(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::Administer)?;
        let role = Role::from_code(form.get("role")).ok_or_else(|| Problem::invalid(vec![FieldError::new("role", "field-not-a-choice")]))?;
        member::change_role(room.c, &acting, id(&path, "person")?, role, form.parse("revision"))?;
        Ok(see_other("/people?done=role_changed"))
    })
    .await
}

/// Bars a person from signing in, or lets them in again.
pub async fn set_disabled(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        let disabled = form.get("disabled") == "yes";
        member::set_disabled(room.c, &acting, id(&path, "person")?, disabled, form.parse("revision"))?;
        Ok(see_other(if disabled { "/people?done=person_disabled" } else { "/people?done=person_enabled" }))
    })
    .await
}

/// Makes a link with which a person sets a new password, and shows it.
pub async fn make_password_link(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, _| {
        let acting = room.acting();
        let person: PersonId = id(&path, "person")?;
        let secret = member::make_password_link(room.c, &acting, person)?;
        let name = store::find_person(room.c, person)?.map(|person| person.name).unwrap_or_default();
        let link = fresh_link(room, &name, &secret);
        let typed = Typed::fresh(&room.words);
        // Where a list is long, the person stays in view.
        let cursor = cursor_before(room, person)?;
        show(room, typed, Some(link), &cursor)
    })
    .await
}

/// The cursor of the page that a person stands on; empty for the first one.
fn cursor_before(room: &mut Room<'_>, person: PersonId) -> Result<String, Problem> {
    let first = store::list_people(room.c, None, USUAL)?;
    if first.iter().any(|p| p.id == person) {
        return Ok(String::new());
    }
    let found = store::find_person(room.c, person)?;
    // One place before the person, so that their own row is the first of the page.
    Ok(found.map(|p| write_cursor(&(p.name, PersonId(uuid::Uuid::from_u128(p.id.0.as_u128().saturating_sub(1)))))).unwrap_or_default())
}
