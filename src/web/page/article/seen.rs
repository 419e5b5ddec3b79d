//! Seen before: the claims of an article that say what others said that the desk knows, with what was found on those.
//!
//! A page of its own, because what is shown here changes with other articles, and the reading view is kept as it was drawn.
//! The reading view asks for this page once it stands, and puts its sum and its marks beside the cards.

use super::load::find;
use crate::claim::recall::SeenBefore;
use crate::ids::ClaimId;
use crate::web::answer::html;
use crate::web::earlier::earlier_in;
use crate::web::page::Shell;
use crate::web::page::badge::Badge;
use crate::web::{Desk, PageError, Visit};
use crate::wording::{Arg, Words};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

struct Row {
    id: ClaimId,
    number: i32,
    statement: String,
    earlier: ClaimId,
    earlier_statement: String,
    substance: Option<Badge>,
    state: Badge,
    /// In which article, how alike, and when it was decided: in words.
    about: Vec<String>,
    /// What the card of the claim says of it.
    mark: String,
}

#[derive(Template)]
#[template(path = "article/seen.html")]
struct ArticleSeenPage {
    shell: Shell,
    w: Arc<Words>,
    id: String,
    title: String,
    sum: String,
    whole: bool,
    rows: Vec<Row>,
}

/// Shows what was seen before of an article's claims.
pub async fn seen(desk: web::Data<Desk>, visit: Visit, path: web::Path<String>) -> Result<HttpResponse, PageError> {
    desk.page(visit, move |room| {
        let article = find(room, &path)?;
        let found = earlier_in(room, &article)?;
        let w = room.words.clone();
        let sum = w.with("seen-in-article", &[("count", Arg::from(found.rows.len())), ("claims", Arg::from(found.claims))]);
        let rows = found.rows.into_iter().map(|one| row(one, &w)).collect();
        let page = ArticleSeenPage {
            shell: room.shell(w.t("seen-title"), "articles"),
            id: article.id.to_string(),
            title: article.title,
            sum,
            whole: found.whole,
            rows,
            w,
        };
        html(&page)
    })
    .await
}

fn row(one: SeenBefore, w: &Words) -> Row {
    let substance = one.earlier.substance.map(|verdict| Badge::of(verdict, w));
    let mut about = vec![w.s("seen-in", "article", &one.article), w.percent(f64::from(one.sure))];
    about.extend(one.earlier.verdict_at.map(|at| w.date(at.0.date_naive())));
    let mark = match &substance {
        Some(verdict) => w.with("seen-mark", &[("verdict", Arg::from(verdict.label.as_str())), ("article", Arg::from(one.article.as_str()))]),
        None => w.s("seen-mark-open", "article", &one.article),
    };
    Row {
        id: one.claim.id,
        number: one.claim.number,
        statement: one.claim.statement,
        earlier: one.earlier.id,
        earlier_statement: one.earlier.statement,
        substance,
        state: Badge::of(one.earlier.state, w),
        about,
        mark,
    }
}
