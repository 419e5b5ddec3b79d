//! Making a claim from words of the text: marked by hand, or a whole sentence.

use super::show::{Wish, draw};
use crate::account::Permission;
use crate::ids::ArticleId;
use crate::input::FieldError;
use crate::review::amend::add_claim;
use crate::web::answer::done;
use crate::web::page::claim::spans;
use crate::web::page::{Typed, id};
use crate::web::{Answer, Desk, FormData, PageError, Problem, Room, Visit};
use actix_web::{HttpResponse, web};

/// Makes a claim of the pieces of the text that the form names.
pub async fn add(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        room.acting().require(Permission::Check)?;
        let article: ArticleId = id(&path, "article")?;
        make(room, article, form).or_else(|problem| {
            if problem.reference.is_some() || problem.code == "not_found" {
                return Err(problem);
            }
            let typed = Typed::refused(form, problem, &room.words);
            let wish = Wish { part: form.parse("part"), sentence: form.parse("sentence"), ..Wish::default() };
            draw(room, article, &wish, form, &typed)
        })
    })
    .await
}

fn make(room: &mut Room<'_>, article: ArticleId, form: &FormData) -> Result<Answer, Problem> {
    let spans = spans(form.get("spans")).ok_or_else(|| Problem::invalid(vec![FieldError::new("spans", "article-spans-unreadable")]))?;
    let acting = room.acting();
    let claim = add_claim(room.c, &acting, article, &spans, form.get("statement"))?;
    let number = claim.number;
    Ok(done(&format!("/articles/{article}?claim={number}#claim-{number}"), "claim_added"))
}
