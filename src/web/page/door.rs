//! The way in: signing in and out, setting the desk up, choosing a password.

use super::Typed;
use super::settings::kept_in_browser;
use crate::account::{AccountError, Person, member, sign_in as session};
use crate::db::column::At;
use crate::web::answer::{html_with, is_local, see_other};
use crate::web::visit::{LANGUAGE_COOKIE, SESSION_COOKIE};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Visit};
use crate::wording::Words;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// How long a browser keeps the session's cookie; the desk itself ends sessions that nobody uses.
const COOKIE_DAYS: i64 = 90;

/// The choice of a language at the foot of a page.
struct Languages {
    /// Each language with what it calls itself.
    all: Vec<(String, String)>,
    /// The page itself, to come back to.
    here: String,
}

impl Languages {
    /// The choice on the page at `path`, with what its address says beside it.
    fn at(desk: &Desk, path: &str, name: &str, value: &str) -> Self {
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
        Self { all: desk.languages(), here: if value.is_empty() { path.to_owned() } else { format!("{path}?{query}") } }
    }
}

#[derive(Template)]
#[template(path = "door/sign_in.html")]
struct SignInPage {
    w: Arc<Words>,
    languages: Languages,
    typed: Typed,
    next: String,
    empty_desk: bool,
}

#[derive(Template)]
#[template(path = "door/set_up.html")]
struct SetUpPage {
    w: Arc<Words>,
    languages: Languages,
    typed: Typed,
    token: String,
}

#[derive(Template)]
#[template(path = "door/password.html")]
struct PasswordPage {
    w: Arc<Words>,
    languages: Languages,
    typed: Typed,
    token: String,
    name: String,
}

/// The cookie of a session; an empty value takes it away.
pub(super) fn session_cookie(desk: &Desk, value: &str) -> Cookie<'static> {
    let age = if value.is_empty() { Duration::ZERO } else { Duration::days(COOKIE_DAYS) };
    Cookie::build(SESSION_COOKIE, value.to_owned()).path("/").http_only(true).same_site(SameSite::Lax).secure(desk.settings.behind_tls()).max_age(age).finish()
}

fn with_session(answer: Answer, desk: &Desk, value: &str) -> Answer {
    answer.cookie(&session_cookie(desk, value))
}

/// The same answer, after which this browser's pages for nobody in particular speak as the person wishes.
fn in_their_language(answer: Answer, desk: &Desk, person: &Person) -> Answer {
    match &person.language {
        Some(language) => answer.cookie(&kept_in_browser(desk, LANGUAGE_COOKIE, language)),
        None => answer,
    }
}

/// Only what this site's own pages send is taken: there is no session yet that a token could belong to.
fn own_site(visit: &Visit) -> Result<(), Problem> {
    if visit.same_origin { Ok(()) } else { Err(Problem::new(actix_web::http::StatusCode::FORBIDDEN, "form_expired")) }
}

/// Whether a problem is shown in the form itself, with everything typed.
fn belongs_in_form(problem: &Problem) -> bool {
    problem.reference.is_none()
}

/// Shows the form to sign in.
pub async fn sign_in_form(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let next = FormData::read(request.query_string().as_bytes()).get("next").to_owned();
    desk.open(visit, move |c, desk, _, w| {
        let empty_desk = crate::account::store::is_empty_desk(c)?;
        let typed = Typed::fresh(&w);
        let languages = Languages::at(desk, "/login", "next", &next);
        html_with(typed.status(), &SignInPage { w, languages, typed, next, empty_desk })
    })
    .await
}

/// Signs a person in.
pub async fn sign_in(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.open(visit, move |c, desk, visit, w| {
        own_site(visit)?;
        let now = At(desk.clock.now());
        let next = if is_local(form.get("next")) { form.get("next") } else { "/" };
        let attempt = session::Attempt { email: form.get("email"), password: form.get("password"), address: &visit.address, user_agent: &visit.user_agent };
        match session::sign_in(c, &desk.brake, attempt, now, &desk.ids) {
            Ok((secret, person)) => Ok(in_their_language(with_session(see_other(next), desk, secret.expose()), desk, &person)),
            Err(error) => {
                let problem = Problem::from(error);
                if !belongs_in_form(&problem) {
                    return Err(problem);
                }
                let typed = Typed::refused(&form, problem, &w);
                let languages = Languages::at(desk, "/login", "next", next);
                html_with(typed.status(), &SignInPage { w, languages, next: next.to_owned(), typed, empty_desk: false })
            }
        }
    })
    .await
}

/// Ends the session.
pub async fn sign_out(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, _| {
        if let Some(id) = room.session {
            session::sign_out(room.c, id)?;
        }
        Ok(with_session(see_other("/login"), room.desk, ""))
    })
    .await
}

/// Shows the form that sets an empty desk up.
pub async fn set_up_form(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let token = FormData::read(request.query_string().as_bytes()).get("token").to_owned();
    desk.open(visit, move |c, desk, _, w| {
        member::check_setup_link(c, &token, At(desk.clock.now()))?;
        let typed = Typed::fresh(&w);
        html_with(typed.status(), &SetUpPage { w, languages: Languages::at(desk, "/setup", "token", &token), typed, token })
    })
    .await
}

/// Sets an empty desk up: its first admin, who is then signed in.
pub async fn set_up(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.open(visit, move |c, desk, visit, w| {
        own_site(visit)?;
        let now = At(desk.clock.now());
        let token = form.get("token").to_owned();
        match member::set_up_desk(c, &token, form.get("name"), form.get("email"), form.get("password"), now, &desk.ids) {
            Ok(person) => {
                let secret = session::begin_session(c, &person, &visit.user_agent, now, &desk.ids)?;
                Ok(with_session(see_other("/?done=desk_set_up"), desk, secret.expose()))
            }
            Err(error @ AccountError::Invalid(_)) => {
                let typed = Typed::refused(&form, error.into(), &w);
                html_with(typed.status(), &SetUpPage { w, languages: Languages::at(desk, "/setup", "token", &token), typed, token })
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// Shows the form in which a person chooses a password, by a link that an admin gave.
pub async fn password_form(desk: web::Data<Desk>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let token = FormData::read(request.query_string().as_bytes()).get("token").to_owned();
    desk.open(visit, move |c, desk, _, w| {
        let person = member::find_password_link(c, &token, At(desk.clock.now()))?;
        let typed = Typed::fresh(&w);
        html_with(typed.status(), &PasswordPage { w, languages: Languages::at(desk, "/password", "token", &token), typed, token, name: person.name })
    })
    .await
}

/// Sets the password and signs the person in.
pub async fn set_password(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.open(visit, move |c, desk, visit, w| {
        own_site(visit)?;
        let now = At(desk.clock.now());
        let token = form.get("token").to_owned();
        match member::set_password_by_link(c, &token, form.get("password"), now, &desk.ids) {
            Ok(person) => {
                let secret = session::begin_session(c, &person, &visit.user_agent, now, &desk.ids)?;
                Ok(in_their_language(with_session(see_other("/?done=password_set"), desk, secret.expose()), desk, &person))
            }
            Err(error @ AccountError::Invalid(_)) => {
                let person = member::find_password_link(c, &token, now)?;
                let typed = Typed::refused(&form, error.into(), &w);
                html_with(typed.status(), &PasswordPage { w, languages: Languages::at(desk, "/password", "token", &token), typed, token, name: person.name })
            }
            Err(error) => Err(error.into()),
        }
    })
    .await
}

/// Has this browser's pages speak a language, also those before anybody is signed in.
pub async fn choose_language(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.open(visit, move |_, desk, visit, _| {
        own_site(visit)?;
        let next = if is_local(form.get("next")) { form.get("next") } else { "/login" };
        let wish = desk.language(form.get("language")).unwrap_or_default();
        Ok(see_other(next).cookie(&kept_in_browser(desk, LANGUAGE_COOKIE, wish)))
    })
    .await
}
