//! The public page itself: the report, readable on every device.

use super::{keep, open, open_in_turn};
use crate::report::{DRAWS_POSTERS, PublicFrame, draw_poster, reader, write_public};
use crate::web::{Answer, Desk, Problem, Visit, asset};
use actix_web::{HttpResponse, web};

/// Shows a public report.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> HttpResponse {
    open(&desk, visit, move |c, desk, visit| {
        keep::answer(c, desk, visit, &path, "page", |shown| {
            let frame = PublicFrame {
                site: shown.site.clone(),
                path: shown.path(),
                listed: shown.page.chosen,
                poster: DRAWS_POSTERS,
                assets: asset::version(),
                longest: reader::LONGEST,
            };
            let page = write_public(&shown.report, &shown.w, &frame).map_err(|error| Problem::internal(&error))?;
            Ok(Answer::bytes("text/html; charset=utf-8", page))
        })
    })
    .await
}

/// The picture that is shown where the page is shared.
pub async fn poster(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> HttpResponse {
    open_in_turn(&desk, visit, move |c, desk, visit| {
        if !DRAWS_POSTERS {
            return Err(Problem::not_found("page"));
        }
        keep::answer_later(c, desk, visit, &path, "poster", |shown| {
            let picture = draw_poster(&shown.report, &shown.w).map_err(|error| Problem::internal(&error))?;
            Ok(Answer::bytes("image/png", picture))
        })
    })
    .await
}
