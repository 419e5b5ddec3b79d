//! The corrections of a public report, each at an address of its own.

use super::{keep, open};
use crate::report::{CorrectionPart, correction_people, correction_texts};
use crate::web::answer::html;
use crate::web::{Desk, Visit, asset};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// A correction in words.
struct Block {
    number: usize,
    kind: String,
    day: String,
    claim: Option<i32>,
    texts: Vec<(String, String)>,
    details: Vec<String>,
}

#[derive(Template)]
#[template(path = "public/corrections.html")]
struct CorrectionsPage {
    w: Arc<Words>,
    assets: &'static str,
    site: String,
    path: String,
    listed: bool,
    desk: String,
    title: String,
    /// The newest first.
    corrections: Vec<Block>,
}

/// Shows the corrections.
pub async fn show(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> HttpResponse {
    open(&desk, visit, move |c, desk, visit| {
        keep::answer(c, desk, visit, &path, "corrections", |shown| {
            html(&CorrectionsPage {
                assets: asset::version(),
                site: shown.site.clone(),
                path: shown.path(),
                listed: shown.page.chosen,
                desk: shown.report.desk.name.clone(),
                title: shown.title(),
                corrections: shown.report.corrections.iter().enumerate().rev().map(|(n, part)| block(n + 1, part, &shown.w)).collect(),
                w: shown.w.clone(),
            })
        })
    })
    .await
}

fn block(number: usize, part: &CorrectionPart, w: &Words) -> Block {
    Block {
        number,
        kind: w.label(part.kind).into_owned(),
        day: w.date(part.published_on),
        claim: part.claim,
        texts: correction_texts(part, w).into_iter().map(|(label, text)| (label, text.to_owned())).collect(),
        details: correction_people(part, w),
    }
}
