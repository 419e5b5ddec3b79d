//! One's own settings (look, password, browsers, tokens) and, for admins, the desk's.

use super::digest::{self, DigestView};
use super::{Shell, Typed, id};
use crate::account::store::{Session, Token};
use crate::account::{Permission, api_token, desk as desk_settings, member, sign_in, store};
use crate::db::page::{Page, USUAL};
use crate::ids::{SessionId, TokenId};
use crate::web::answer::{html_with, is_local, see_other};
use crate::web::visit::{LANGUAGE_COOKIE, THEME_COOKIE};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

struct Browser {
    what: String,
    seen: String,
    this: bool,
}

struct TokenRow {
    id: TokenId,
    name: String,
    owner: Option<String>,
    made: String,
    used: Option<String>,
    expires: Option<String>,
    revoked: bool,
    mine: bool,
}

/// The forms of the page; at most one of them was refused.
struct Forms {
    password: Typed,
    token: Typed,
    desk: Typed,
    fresh_token: Option<String>,
}

#[derive(Template)]
#[template(path = "settings/show.html")]
struct SettingsPage {
    shell: Shell,
    w: Arc<Words>,
    languages: Vec<(String, String)>,
    language: String,
    forms: Forms,
    browsers: Vec<Browser>,
    tokens: Vec<TokenRow>,
    digest: DigestView,
    desk: desk_settings::DeskSettings,
    revision: i32,
}

impl Forms {
    fn fresh(w: &Arc<Words>) -> Self {
        Self { password: Typed::fresh(w), token: Typed::fresh(w), desk: Typed::fresh(w), fresh_token: None }
    }
}

/// Shows the settings.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let forms = Forms::fresh(&room.words);
        page(room, forms)
    })
    .await
}

fn page(room: &mut Room<'_>, forms: Forms) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let browsers = sign_in::sessions_of(room.c, room.me, room.now)?;
    let browsers = browsers.iter().map(|session| browser(session, room.session, &w)).collect();
    let all = room.me.role.may(Permission::Administer);
    let tokens = store::list_tokens(room.c, if all { None } else { Some(room.me.id) }, None, USUAL)?;
    let tokens = Page::cut(tokens, USUAL, |(token, _)| token.id).rows.into_iter().map(|(token, owner)| token_row(token, owner, room, &w)).collect();
    let digest = digest::view(room)?;
    let (settings, revision) = desk_settings::settings(room.c)?;
    let languages = room.desk.languages();
    let status =
        [&forms.password, &forms.token, &forms.desk].iter().find(|typed| typed.was_refused()).map_or(actix_web::http::StatusCode::OK, |typed| typed.status());
    let language = room.me.language.clone().or_else(|| room.visit.language.clone()).unwrap_or_default();
    let shell = room.shell(w.t("settings-title"), "settings");
    html_with(status, &SettingsPage { shell, w, languages, language, forms, browsers, tokens, digest, desk: settings, revision })
}

fn browser(session: &Session, this: Option<SessionId>, w: &Words) -> Browser {
    Browser { what: browser_name(&session.user_agent, w), seen: w.date_time(session.last_seen_at.0), this: Some(session.id) == this }
}

/// A browser and its system, as far as it says; what it sends is long and full of other names.
fn browser_name(user_agent: &str, w: &Words) -> String {
    let first = |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name);
    let browser = first(&[("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl")]);
    let system = first(&[("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")]);
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => w.t("settings-browser-unknown").into_owned(),
    }
}

fn token_row(token: Token, owner: String, room: &Room<'_>, w: &Words) -> TokenRow {
    let mine = token.person_id == room.me.id;
    TokenRow {
        id: token.id,
        name: token.name,
        owner: (!mine).then_some(owner),
        made: w.date(token.created_at.0.date_naive()),
        used: token.last_used_at.map(|at| w.date_time(at.0)),
        expires: token.expires_at.map(|at| w.date(at.0.date_naive())),
        revoked: token.revoked_at.is_some() || token.expires_at.is_some_and(|at| at <= room.now),
        mine,
    }
}

/// Keeps the wished colours in this browser, and the wished language with the person; in the browser as well, for the pages
/// before they are signed in.
pub async fn change_look(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let theme = Some(form.get("theme")).filter(|theme| matches!(*theme, "light" | "dark")).unwrap_or_default();
        let language = room.desk.language(form.get("language"));
        let acting = room.acting();
        member::choose_own_language(room.c, &acting, language)?;
        let next = Some(form.get("next")).filter(|next| is_local(next)).unwrap_or("/settings?done=look_changed");
        let look = [(THEME_COOKIE, theme), (LANGUAGE_COOKIE, language.unwrap_or_default())];
        Ok(look.iter().fold(see_other(next), |answer, (name, wish)| answer.cookie(&kept_in_browser(room.desk, name, wish))))
    })
    .await
}

/// The cookie that keeps a wish in a browser; an empty wish takes it away.
pub(super) fn kept_in_browser(desk: &Desk, name: &'static str, wish: &str) -> Cookie<'static> {
    let age = if wish.is_empty() { Duration::ZERO } else { Duration::days(400) };
    let secure = desk.settings.behind_tls();
    Cookie::build(name, wish.to_owned()).path("/").same_site(SameSite::Lax).secure(secure).http_only(true).max_age(age).finish()
}

/// Changes one's own password.
pub async fn change_password(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let acting = room.acting();
        match member::change_own_password(room.c, &acting, &room.desk.brake, form.get("present"), form.get("password"), room.session) {
            Ok(_) => Ok(see_other("/settings?done=password_changed")),
            Err(error) => {
                let problem = in_form(error.into())?;
                let forms = Forms { password: Typed::refused(form, problem, &room.words), ..Forms::fresh(&room.words) };
                page(room, forms)
            }
        }
    })
    .await
}

/// Signs out every other browser.
pub async fn sign_out_elsewhere(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, _| {
        if let Some(session) = room.session {
            sign_in::sign_out_elsewhere(room.c, room.me, session)?;
        }
        Ok(see_other("/settings?done=signed_out_elsewhere"))
    })
    .await
}

/// Makes a token and shows it, this once.
pub async fn make_token(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let acting = room.acting();
        let mut forms = Forms::fresh(&room.words);
        match api_token::make_token(room.c, &acting, room.me.id, form.get("name"), form.parse("days")) {
            Ok((_, secret)) => forms.fresh_token = Some(secret.expose().to_owned()),
            Err(error) => forms.token = Typed::refused(form, in_form(error.into())?, &room.words),
        }
        page(room, forms)
    })
    .await
}

/// Ends a token.
pub async fn revoke_token(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, _| {
        let acting = room.acting();
        api_token::revoke_token(room.c, &acting, id(&path, "token")?)?;
        Ok(see_other("/settings?done=token_revoked"))
    })
    .await
}

/// Changes what the desk says of itself, and its rules.
pub async fn change_desk(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let acting = room.acting();
        let text = |name: &str| form.get(name).to_owned();
        let new = desk_settings::DeskSettings {
            name: text("name"),
            url: text("url"),
            methodology_url: text("methodology_url"),
            corrections_url: text("corrections_url"),
            method_note: text("method_note"),
            four_eyes: form.ticked("four_eyes"),
        };
        match desk_settings::change_settings(room.c, &acting, &new, form.parse("revision").unwrap_or_default()) {
            Ok(_) => Ok(see_other("/settings?done=desk_changed#desk")),
            Err(error) => {
                let problem = in_form(error.into())?;
                let forms = Forms { desk: Typed::refused(form, problem, &room.words), ..Forms::fresh(&room.words) };
                page(room, forms)
            }
        }
    })
    .await
}

/// Problems that are shown in the form; the others have a page of their own.
fn in_form(problem: Problem) -> Result<Problem, Problem> {
    use actix_web::http::StatusCode;
    let here = !problem.fields.is_empty() || matches!(problem.status, StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS);
    if here { Ok(problem) } else { Err(problem) }
}
