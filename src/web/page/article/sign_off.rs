//! Signing an article off as a whole, and opening its check again.

use super::load::load;
use crate::account::Permission;
use crate::article::ArticleState;
use crate::claim::WorkState;
use crate::ids::ArticleId;
use crate::review::ReviewError;
use crate::review::article::{reopen_article, sign_off_article};
use crate::web::answer::{done, html_with};
use crate::web::page::badge::Badge;
use crate::web::page::{Shell, Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// Which of the two steps.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    SignOff,
    Reopen,
}

#[derive(Template)]
#[template(path = "article/sign_off.html")]
struct SignOffPage {
    shell: Shell,
    w: Arc<Words>,
    typed: Typed,
    id: ArticleId,
    title: String,
    revision: i32,
    /// Where the check stands now.
    state: Badge,
    step: Step,
    /// Whether the article is where the step begins.
    possible: bool,
    /// What is open, in sentences; nothing where all is settled.
    open_sentences: Option<String>,
    open_claims: Option<String>,
}

impl SignOffPage {
    fn signs_off(&self) -> bool {
        self.step == Step::SignOff
    }

    fn is_incomplete(&self) -> bool {
        self.open_sentences.is_some() || self.open_claims.is_some()
    }
}

/// Shows what signing off would mean.
pub async fn sign_off_form(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    show(desk, visit, path, Step::SignOff).await
}

/// Shows what opening again would mean.
pub async fn reopen_form(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    show(desk, visit, path, Step::Reopen).await
}

/// Signs the article off.
pub async fn sign_off(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    take(desk, visit, path, form, Step::SignOff).await
}

/// Opens the article's check again.
pub async fn reopen(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    take(desk, visit, path, form, Step::Reopen).await
}

async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, step: Step) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        room.acting().require(Permission::SignOff)?;
        let typed = Typed::fresh(&room.words);
        draw(room, id(&path, "article")?, step, typed)
    })
    .await
}

async fn take(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData, step: Step) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::SignOff)?;
        let article: ArticleId = id(&path, "article")?;
        let (reason, revision) = (form.get("reason"), form.parse("revision"));
        let (taken, told) = match step {
            Step::SignOff => (sign_off_article(room.c, &acting, article, reason, revision), "article_signed_off"),
            Step::Reopen => (reopen_article(room.c, &acting, article, reason, revision), "article_re_opened"),
        };
        match taken {
            Ok(_) => Ok(done(&format!("/articles/{article}"), told)),
            Err(error) => {
                let in_form = !matches!(error, ReviewError::NotFound(_) | ReviewError::Forbidden(_) | ReviewError::Store(_));
                let problem = Problem::from(error);
                if !in_form {
                    return Err(problem);
                }
                let typed = Typed::refused(form, problem, &room.words);
                draw(room, article, step, typed)
            }
        }
    })
    .await
}

fn draw(room: &mut Room<'_>, article: ArticleId, step: Step, typed: Typed) -> Result<Answer, Problem> {
    let w = room.words.clone();
    let loaded = load(room, article)?;
    let claims = loaded.claims.iter().filter(|claim| !matches!(claim.state, WorkState::SignedOff | WorkState::SetAside)).count();
    let said = |key: &str, count: usize| (count > 0).then(|| w.n(key, count));
    let (open_sentences, open_claims) = (said("article-open-sentences", loaded.open.len()), said("article-open-claims", claims));
    let title = w.t(if step == Step::SignOff { "article-sign-off-title" } else { "article-re-open-title" });
    let page = SignOffPage {
        shell: room.shell(title, "articles"),
        id: article,
        title: loaded.article.title.clone(),
        revision: typed.revision(&loaded.article.revision),
        state: Badge::of(loaded.article.state, &w),
        step,
        possible: (loaded.article.state == ArticleState::Open) == (step == Step::SignOff),
        open_sentences,
        open_claims,
        typed,
        w: w.clone(),
    };
    html_with(page.typed.status(), &page)
}
