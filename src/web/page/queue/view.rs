//! Filters kept under a name: shown beside the queue, and looked after on a page of their own.

use super::filter::Asked;
use crate::account::Permission;
use crate::claim::store::view::{SavedView, list_for};
use crate::ids::ViewId;
use crate::review::view::{self as deeds, NewView, SHOWN, ViewChange};
use crate::web::answer::{done, html_with};
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// A view beside the queue.
pub(super) struct ViewLink {
    /// What it is called.
    pub name: String,
    /// The queue as it shows it.
    pub href: String,
    /// Whether the queue stands at it.
    pub chosen: bool,
    /// Whether the whole desk has it.
    pub shared: bool,
}

/// The views of whoever asks, as links beside a queue that stands at `now`.
pub(super) fn view_links(room: &mut Room<'_>, now: &str) -> Result<Vec<ViewLink>, Problem> {
    let views = room.desk.views(room.c, room.me.id)?;
    let link =
        |(view, _): &(SavedView, String)| ViewLink { chosen: view.query == now, href: address(&view.query), name: view.name.clone(), shared: view.shared };
    Ok(views.iter().map(link).collect())
}

fn address(query: &str) -> String {
    if query.is_empty() { "/claims".to_owned() } else { format!("/claims?{query}") }
}

/// A view on its own page.
struct Row {
    id: ViewId,
    name: String,
    href: String,
    shared: bool,
    owner: String,
    revision: i32,
    may_change: bool,
    /// The form of this row.
    typed: Typed,
    /// What somebody else called it meanwhile.
    now: Option<String>,
}

#[derive(Template)]
#[template(path = "queue/views.html")]
struct ViewsPage {
    shell: Shell,
    w: Arc<Words>,
    rows: Vec<Row>,
    /// The form that saves a new one.
    new: Typed,
    query: String,
    may_share: bool,
}

/// Shows all views that somebody has.
pub async fn list(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| page(room, None, None)).await
}

/// The page; at most one form was refused: that of a view, or that of a new one.
fn page(room: &mut Room<'_>, of_view: Option<(ViewId, Typed)>, new: Option<Typed>) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let acting = room.acting();
    let views = list_for(room.c, room.me.id, SHOWN)?;
    let refused = of_view.as_ref().map(|(_, typed)| typed).or(new.as_ref());
    let status = refused.map_or(actix_web::http::StatusCode::OK, Typed::status);
    let row = |(view, owner): (SavedView, String)| {
        let typed = of_view.as_ref().filter(|(id, _)| *id == view.id).map(|(_, typed)| typed.clone());
        Row {
            id: view.id,
            href: address(&view.query),
            shared: view.shared,
            owner,
            revision: view.revision,
            may_change: deeds::may_change(&acting, &view),
            now: typed.as_ref().filter(|typed| typed.is_stale()).map(|_| view.name.clone()),
            typed: typed.unwrap_or_else(|| Typed::fresh(&w)),
            name: view.name,
        }
    };
    let rows = views.into_iter().map(row).collect();
    let may_share = room.me.role.may(Permission::Assign);
    let new = new.unwrap_or_else(|| Typed::fresh(&w));
    let query = new.value("query", "");
    let shell = room.shell(w.t("view-title"), "claims");
    html_with(status, &ViewsPage { shell, w, rows, new, query, may_share })
}

/// A problem that the page can show beside the form; the others have a page of their own.
fn in_form(problem: Problem) -> Result<Problem, Problem> {
    use actix_web::http::StatusCode;
    if matches!(problem.status, StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT) { Ok(problem) } else { Err(problem) }
}

/// Saves a filter under a name.
pub async fn save(desk: web::Data<Desk>, visit: Visit, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, |room, form| {
        let query = Asked::read(&FormData::read(form.get("query").as_bytes()), room.me.id, room.now.0.date_naive()).query();
        let new = NewView { name: form.get("name"), query: &query, shared: form.ticked("shared") };
        let acting = room.acting();
        match deeds::save_view(room.c, &acting, &new) {
            Ok(view) => Ok(done(&address(&view.query), "view_saved")),
            Err(error) => {
                let typed = Typed::refused(form, in_form(error.into())?, &room.words);
                page(room, None, Some(typed))
            }
        }
    })
    .await
}

/// Renames a view, shares it or takes it back, or moves it in the list.
pub async fn change(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let view: ViewId = id(&path, "view")?;
        let acting = room.acting();
        let changed = match form.get("move") {
            "" => {
                let change = ViewChange { name: Some(form.get("name")), shared: Some(form.ticked("shared")), ..ViewChange::default() };
                deeds::change_view(room.c, &acting, view, &change, form.parse("revision")).map(drop)
            }
            way => deeds::move_view(room.c, &acting, view, way == "up"),
        };
        match changed {
            Ok(()) => Ok(done("/views", "view_changed")),
            Err(error) => {
                let typed = Typed::refused(form, in_form(error.into())?, &room.words);
                page(room, Some((view, typed)), None)
            }
        }
    })
    .await
}

/// Deletes a view.
pub async fn delete(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let view: ViewId = id(&path, "view")?;
        let acting = room.acting();
        match deeds::delete_view(room.c, &acting, view, form.parse("revision")) {
            Ok(()) => Ok(done("/views", "view_deleted")),
            Err(error) => {
                let typed = Typed::told(in_form(error.into())?, &room.words);
                page(room, Some((view, typed)), None)
            }
        }
    })
    .await
}
