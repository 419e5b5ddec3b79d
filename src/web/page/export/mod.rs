//! Long files, as people have them made: asked for where they would be downloaded ([`start`]), followed on a page of their own
//! ([`show`]), and taken from there ([`file`]). What a page offers is known by the address that would give it at once;
//! `address` reads it.

mod address;
mod list;
mod show;

pub use list::list;
pub use show::{cancel, file, show, start};

use crate::ids::JobId;
use crate::web::answer::html;
use crate::web::page::Shell;
use crate::web::{Answer, Problem, Room};
use crate::wording::Words;
use askama::Template;
use std::sync::Arc;

/// Most characters of an address that names a file.
const LONGEST: usize = 4_000;

#[derive(Template)]
#[template(path = "export/ask.html")]
struct AskPage {
    shell: Shell,
    w: Arc<Words>,
    title: String,
    of: String,
}

/// What a page answers whose file is long: not the file, but a button that has it made.
pub(in crate::web::page) fn ask(room: &mut Room<'_>) -> Result<Answer, Problem> {
    let of = room.visit.target.clone();
    let title = address::read(room, &of)?.title;
    let w = room.words.clone();
    let page = AskPage { shell: room.shell(w.t("export-ask-title"), "exports"), w: w.clone(), title, of };
    html(&page)
}

/// The page of a job; `of` lets it be asked for again when the desk knows of it no more.
fn page_of(id: JobId, of: Option<&str>) -> String {
    match of {
        Some(of) => format!("/exports/{id}?of={}", url::form_urlencoded::byte_serialize(of.as_bytes()).collect::<String>()),
        None => format!("/exports/{id}"),
    }
}
