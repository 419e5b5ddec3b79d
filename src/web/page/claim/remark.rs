//! Remarks on a claim: what was said, saying more, settling one.

use super::forms::{Part, carry_out, page_of, refuse};
use super::load::Loaded;
use crate::claim::store as claims;
use crate::ids::CommentId;
use crate::review::discuss;
use crate::web::answer::done;
use crate::web::page::id;
use crate::web::{Desk, FormData, PageError, Problem, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};

/// A remark on the page.
pub(super) struct RemarkView {
    pub id: String,
    pub author: String,
    pub at: String,
    pub body: String,
    /// Who settled it, when, and how.
    pub settled: Option<Settled>,
}

/// How a remark was settled.
pub(super) struct Settled {
    pub by: String,
    pub at: String,
    pub how: String,
}

pub(super) fn remarks(loaded: &Loaded, w: &Words) -> Vec<RemarkView> {
    let view = |(remark, author): &(claims::Comment, String)| RemarkView {
        id: remark.id.to_string(),
        author: author.clone(),
        at: w.date_time(remark.created_at.0),
        body: remark.body.clone(),
        settled: remark.resolved_at.map(|at| Settled {
            by: loaded.name(remark.resolved_by).unwrap_or_default(),
            at: w.date_time(at.0),
            how: remark.resolution.clone().unwrap_or_default(),
        }),
    };
    loaded.remarks.iter().map(view).collect()
}

/// Makes a remark.
pub async fn add_comment(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    carry_out(desk, visit, path, form, Part::Remark, |room, claim, form| {
        discuss::add_comment(room.c, &room.acting(), claim, form.get("body"))?;
        Ok(done(&page_of(claim, "remarks"), "comment_added"))
    })
    .await
}

/// Settles a remark.
pub async fn resolve_comment(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>, form: FormData) -> Result<HttpResponse, PageError> {
    desk.act(visit, form, move |room, form| {
        let remark: CommentId = id(&path, "comment")?;
        match discuss::resolve_comment(room.c, &room.acting(), remark, form.get("resolution")) {
            Ok(remark) => Ok(done(&page_of(remark.claim_id, "remarks"), "comment_resolved")),
            Err(error) => {
                let claim = claims::find_comment(room.c, remark)?.ok_or_else(|| Problem::not_found("comment"))?.claim_id;
                // The page knows the form by the remark it belongs to, whether the form said so or not.
                let form = form.clone().and("remark", remark.to_string());
                refuse(room, claim, Part::Settle, &form, error.into())
            }
        }
    })
    .await
}
