//! The page of one piece of evidence: what it says, which claims it serves, and changing it.

use super::badge::Badge;
use super::claim::gather::{Choices, StoredPiece, about, entry};
use super::{Shell, Typed, id};
use crate::account::Permission;
use crate::evidence::store::{self, Evidence, Served};
use crate::ids::{ClaimId, EvidenceId};
use crate::input::{FieldError, clean};
use crate::review::gather;
use crate::web::answer::{done, html_with};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Most claims that are shown with a piece.
const SERVED: i64 = 200;

/// A claim that the piece serves.
struct ServedView {
    id: ClaimId,
    number: i32,
    statement: String,
    article: String,
    state: Badge,
    stance: Badge,
    attached: String,
}

/// One field after a conflict.
struct Side {
    label: String,
    now: String,
    yours: String,
}

#[derive(Template)]
#[template(path = "evidence/show.html")]
struct EvidenceShowPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    id: EvidenceId,
    revision: i32,
    title: String,
    url: Option<String>,
    excerpt: String,
    note: String,
    confidential: bool,
    about: Vec<String>,
    stored: StoredPiece,
    choices: Choices,
    origins: Vec<String>,
    served: Vec<ServedView>,
    /// The claim from which somebody came: the stance in the form is about it.
    claim: Option<ServedView>,
    may_check: bool,
    conflict: Vec<Side>,
}

/// Shows a piece; `?claim=` says for which claim it is looked at.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let query = FormData::read(request.query_string().as_bytes());
    desk.page(visit, move |room| {
        let typed = Typed::fresh(&room.words);
        draw(room, id(&path, "evidence")?, typed, query.parse("claim"))
    })
    .await
}

/// Changes a piece, and with `claim` what it says of that claim.
pub async fn update(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let piece = id(&path, "evidence")?;
        let claim: Option<ClaimId> = form.parse("claim");
        save(room, piece, claim, form).or_else(|problem| {
            if problem.reference.is_some() {
                return Err(problem);
            }
            let typed = Typed::refused(form, problem, &room.words);
            draw(room, piece, typed, claim)
        })
    })
    .await
}

fn save(room: &mut Room<'_>, piece: EvidenceId, claim: Option<ClaimId>, form: &FormData) -> Result<Answer, Problem> {
    let acting = room.acting();
    acting.require(Permission::Check)?;
    let revision = form.parse("revision").ok_or_else(|| Problem::invalid(vec![FieldError::new("revision", "field-required")]))?;
    gather::amend_evidence(room.c, &acting, piece, &entry(form), claim.map(|claim| (claim, form.get("stance"))), revision)?;
    let back = claim.map_or_else(|| format!("/evidence/{piece}"), |claim| format!("/claims/{claim}#evidence"));
    Ok(done(&back, "evidence_amended"))
}

fn draw(room: &mut Room<'_>, piece: EvidenceId, typed: Typed, claim: Option<ClaimId>) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let (row, origin, found_by) = store::find_named(room.c, piece)?.ok_or_else(|| Problem::not_found("evidence"))?;
    let veil = room.veil()?;
    let mut served = store::served_by(room.c, piece, SERVED)?;
    served.retain(|served| veil.shows_of(served.claim.id, served.tie.attached_by));
    let meant = served.iter().find(|served| Some(served.claim.id) == claim);
    let stored = StoredPiece::of(&row, origin.as_deref(), meant.map(|served| served.tie.stance));
    let title = w.s("evidence-page-title", "title", &row.title);
    let page = EvidenceShowPage {
        shell: room.shell(title, "claims"),
        id: row.id,
        revision: row.revision,
        title: row.title.clone(),
        url: row.url.clone(),
        excerpt: row.excerpt.clone(),
        note: row.note.clone(),
        confidential: row.confidential,
        about: about(&row, origin.as_deref(), &found_by, &w),
        conflict: if typed.is_stale() { sides(&row, &stored, &typed, &w) } else { Vec::new() },
        stored,
        choices: Choices::of(&w),
        origins: origin.into_iter().collect(),
        claim: meant.map(|served| served_view(served, &w)),
        served: served.iter().map(|served| served_view(served, &w)).collect(),
        may_check: room.me.role.may(Permission::Check),
        typed,
        w,
    };
    let status = page.typed.status();
    html_with(status, &page)
}

fn served_view(served: &Served, w: &Words) -> ServedView {
    let attached = [("name", Arg::from(&served.attached_by)), ("date", Arg::from(w.date(served.tie.attached_at.0.date_naive())))];
    ServedView {
        id: served.claim.id,
        number: served.claim.number,
        statement: served.claim.statement.clone(),
        article: served.article_title.clone(),
        state: Badge::of(served.claim.state, w),
        stance: Badge::of(served.tie.stance, w),
        attached: w.with("evidence-attached-by", &attached),
    }
}

/// The fields in which the piece as it is now differs from what was typed.
fn sides(row: &Evidence, stored: &StoredPiece, typed: &Typed, w: &Words) -> Vec<Side> {
    let Some(form) = typed.sent() else { return Vec::new() };
    let plain =
        |label: &str, now: &str, field: &str| Side { label: w.t(label).into_owned(), now: now.to_owned(), yours: clean(form.get(field)).trim().to_owned() };
    let choice = |label: &str, field: &str, now: &str, list: &str| {
        let said = |code: &str| if code.is_empty() { String::new() } else { w.t(&format!("{list}-{code}")).into_owned() };
        Side { label: w.t(label).into_owned(), now: said(now), yours: said(form.get(field)) }
    };
    let yes = |said: bool| w.t(if said { "yes" } else { "no" }).into_owned();
    let mut sides = vec![
        plain("evidence-url", &stored.url, "url"),
        plain("evidence-excerpt", &stored.excerpt, "excerpt"),
        plain("evidence-title-field", &stored.title, "title"),
        plain("evidence-publisher", &stored.publisher, "publisher"),
        plain("evidence-published-on", &stored.published_on, "published_on"),
        plain("evidence-accessed-on", &stored.accessed_on, "accessed_on"),
        choice("evidence-grade", "grade", stored.grade, "grade"),
        choice("evidence-independence", "independence", stored.independence, "independence"),
        plain("evidence-origin", &stored.origin, "origin"),
        plain("evidence-archive-url", &stored.archive_url, "archive_url"),
        plain("evidence-note", &stored.note, "note"),
        Side { label: w.t("evidence-is-confidential").into_owned(), now: yes(row.confidential), yours: yes(form.ticked("confidential")) },
    ];
    sides.retain(|side| side.now != side.yours);
    sides
}
