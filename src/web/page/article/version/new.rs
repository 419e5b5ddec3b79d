//! Putting the next version in: a form, then what it would do, then done.

use super::super::create::{draft_in, in_form};
use super::super::load::find;
use super::super::note;
use super::compare::{Line, lines};
use crate::account::Permission;
use crate::article::Article;
use crate::claim::carry::wording::{Piece, difference};
use crate::claim::{Anchor, Veil};
use crate::ids::{ArticleId, ClaimId};
use crate::intake::{Carried, NewVersion, Plan, Seen, add_version, preview_version};
use crate::span::ScalarIndex;
use crate::web::answer::{html_with, see_other};
use crate::web::page::badge::Badge;
use crate::web::page::{Shell, Typed};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Upload, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "article/version/new.html")]
struct VersionNewPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    id: ArticleId,
    title: String,
    limit: String,
}

/// A claim in one of the lists.
struct ClaimLine {
    id: Option<ClaimId>,
    number: i32,
    statement: String,
    state: Option<Badge>,
    substance: Option<Badge>,
    /// Its words in both texts, where they differ.
    pieces: Vec<Piece>,
    /// What else to know, as the key of a message.
    note: Option<&'static str>,
}

/// Claims to which the same happens.
struct Section {
    id: &'static str,
    title: String,
    explained: &'static str,
    claims: Vec<ClaimLine>,
    open: bool,
}

#[derive(Template)]
#[template(path = "article/version/preview.html")]
struct VersionPreviewPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    id: ArticleId,
    title: String,
    language: String,
    /// What goes on to the next step.
    new_title: String,
    text: String,
    base: String,
    revision: i32,
    notes: Vec<String>,
    /// What it does, in one sentence.
    summary: String,
    reopens: bool,
    sections: Vec<Section>,
    old_label: String,
    new_label: String,
    lines: Vec<Line>,
}

/// Shows the form for the next version.
pub async fn new(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        room.acting().require(Permission::Edit)?;
        let article = find(room, &path)?;
        let typed = Typed::fresh(&room.words);
        form(room, &article, typed)
    })
    .await
}

fn form(room: &mut Room<'_>, article: &Article, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let limit = w.n("article-new-limit", room.desk.settings.limits.bytes / 1_000_000);
    let shell = room.shell(w.t("version-new-title"), "articles");
    html_with(typed.status(), &VersionNewPage { shell, w, typed, id: article.id, title: article.title.clone(), limit })
}

/// Shows what a text would do; does it where the form says so; goes back to the text where it says that.
pub async fn create(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, upload: Upload) -> Result<HttpResponse, PageError> {
    let Upload { form: sent, too_large } = upload;
    desk.act(visit, sent, move |room, sent| {
        room.acting().require(Permission::Edit)?;
        let article = find(room, &path)?;
        let taken = match sent.get("step") {
            "back" => {
                let typed = Typed::begun(sent.clone(), &room.words);
                return form(room, &article, typed);
            }
            "apply" => apply(room, &article, sent),
            _ => preview(room, &article, sent, too_large),
        };
        match taken {
            // What is ours to mend has a page of its own; there is nothing to do in the form.
            Err(problem) if problem.reference.is_some() => Err(problem),
            Err(problem) => {
                let typed = Typed::refused(sent, in_form(problem, sent, too_large), &room.words);
                form(room, &article, typed)
            }
            taken => taken,
        }
    })
    .await
}

fn preview(room: &mut Room<'_>, article: &Article, sent: &FormData, too_large: bool) -> Result<Answer, Problem> {
    let limits = room.desk.settings.limits;
    let draft = draft_in(sent, too_large, &limits)?;
    let acting = room.acting();
    let plan = preview_version(room.c, &acting, article.id, &NewVersion { title: sent.get("title"), text: &draft.text }, &limits)?;
    let notes = note::sentences(&FormData::read(note::as_query(&draft.notes).as_bytes()), &room.words);
    let typed = Typed::fresh(&room.words);
    draw(room, &plan, sent.get("title"), notes, typed)
}

fn apply(room: &mut Room<'_>, article: &Article, sent: &FormData) -> Result<Answer, Problem> {
    let (acting, limits) = (room.acting(), room.desk.settings.limits);
    let new = NewVersion { title: sent.get("title"), text: sent.get("text") };
    let seen = Seen { revision: sent.parse("revision"), base: Some(sent.get("base")).filter(|base| !base.is_empty()) };
    match add_version(room.c, &acting, article.id, &new, seen, &limits) {
        Ok(_) => Ok(see_other(&format!("/articles/{}?done=version_added", article.id))),
        Err(error) => {
            let problem = Problem::from(error);
            if problem.code != "stale" {
                return Err(problem);
            }
            // Somebody worked on the article meanwhile: what it would do now is shown instead.
            let plan = preview_version(room.c, &acting, article.id, &new, &limits)?;
            let typed = Typed::refused(sent, problem, &room.words);
            draw(room, &plan, sent.get("title"), Vec::new(), typed)
        }
    }
}

fn draw(room: &mut Room<'_>, plan: &Plan, new_title: &str, notes: Vec<String>, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let veil = room.veil()?;
    let (old, new) = (ScalarIndex::new(&plan.from.text), ScalarIndex::new(&plan.text));
    let named = |number: i32| w.with("version-numbered", &[("number", Arg::from(i64::from(number)))]);
    let page = VersionPreviewPage {
        shell: room.shell(w.t("version-preview-title"), "articles"),
        id: plan.article.id,
        title: plan.article.title.clone(),
        language: plan.article.language.clone(),
        new_title: crate::input::clean(new_title),
        text: plan.text.clone(),
        base: plan.base.clone(),
        revision: plan.article.revision,
        notes,
        summary: summary(plan, &w),
        reopens: plan.article.state == crate::article::ArticleState::SignedOff,
        sections: sections(plan, &veil, &w),
        old_label: named(plan.from.number),
        new_label: named(plan.number),
        lines: lines(&plan.rows, &old, &new, &w),
        typed,
        w: w.clone(),
    };
    html_with(page.typed.status(), &page)
}

fn summary(plan: &Plan, w: &Words) -> String {
    let count = |anchor| Arg::from(plan.with_anchor(anchor).count());
    let counts = [
        ("kept", count(Anchor::Exact)),
        ("moved", count(Anchor::Moved)),
        ("changed", count(Anchor::Changed)),
        ("lost", count(Anchor::Lost)),
        ("new", Arg::from(plan.new.len())),
    ];
    w.with("version-summary", &counts)
}

fn sections(plan: &Plan, veil: &Veil, w: &Words) -> Vec<Section> {
    let line = |carried: &Carried| {
        let changed = carried.anchor() == Anchor::Changed;
        ClaimLine {
            id: Some(carried.before.id),
            number: carried.before.number,
            statement: carried.before.statement.clone(),
            state: Some(Badge::of(carried.before.state, w)),
            substance: carried.before.substance.filter(|_| !veil.hides(carried.before.id)).map(|verdict| Badge::of(verdict, w)),
            pieces: if changed { difference(&carried.was, &carried.is) } else { Vec::new() },
            note: match (changed, carried.check_wording, carried.around) {
                (true, true, _) => Some("version-check-wording"),
                (true, false, _) if carried.was == carried.is => Some("version-source-changed"),
                (false, _, true) => Some("version-around"),
                _ => None,
            },
        }
    };
    let of = |anchor: Anchor, id: &'static str, title: &str, explained: &'static str| {
        let claims: Vec<ClaimLine> = plan.with_anchor(anchor).map(line).collect();
        Section { id, title: w.n(title, claims.len()), explained, open: !matches!(anchor, Anchor::Exact), claims }
    };
    let new: Vec<ClaimLine> = plan
        .new
        .iter()
        .map(|found| ClaimLine {
            id: None,
            number: found.number,
            statement: found.statement.clone(),
            state: None,
            substance: None,
            pieces: Vec::new(),
            note: None,
        })
        .collect();
    let out: Vec<ClaimLine> = plan.claims.iter().filter(|carried| carried.was_out()).map(line).collect();
    let all = [
        of(Anchor::Changed, "changed", "version-changed", "version-changed-explained"),
        of(Anchor::Lost, "lost", "version-lost", "version-lost-explained"),
        Section { id: "new", title: w.n("version-new", new.len()), explained: "version-new-explained", claims: new, open: true },
        of(Anchor::Moved, "moved", "version-moved", "version-moved-explained"),
        of(Anchor::Exact, "kept", "version-kept", "version-kept-explained"),
        Section { id: "out", title: w.n("version-out", out.len()), explained: "version-out-explained", claims: out, open: false },
    ];
    all.into_iter().filter(|section| !section.claims.is_empty()).collect()
}
