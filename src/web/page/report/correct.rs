//! Entering a correction after publication.

use super::choose::draw;
use crate::account::Permission;
use crate::ids::ArticleId;
use crate::report::{CorrectionEntry, enter_correction};
use crate::web::answer::done;
use crate::web::page::{Typed, id};
use crate::web::{Desk, FormData, PageError, Problem, Visit};
use actix_web::{HttpResponse, web};

/// Enters a correction; what is refused comes back as it was typed.
pub async fn enter(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let acting = room.acting();
        acting.require(Permission::SignOff)?;
        let article: ArticleId = id(&path, "article")?;
        let claim = Some(form.get("claim")).filter(|claim| !claim.is_empty());
        let entry = CorrectionEntry {
            claim: claim.map(|claim| id(claim, "claim")).transpose()?,
            kind: form.get("kind"),
            was: form.get("was"),
            now_says: form.get("now_says"),
            why: form.get("why"),
            found_by: form.get("found_by"),
            published_on: form.get("published_on"),
        };
        match enter_correction(room.c, &acting, article, &entry) {
            Ok(_) => Ok(done(&format!("/articles/{article}/report#corrections"), "correction_entered")),
            Err(error) => {
                let problem = Problem::from(error);
                if problem.fields.is_empty() {
                    return Err(problem);
                }
                let typed = Typed::refused(form, problem, &room.words);
                draw(room, article, &FormData::default(), typed)
            }
        }
    })
    .await
}
