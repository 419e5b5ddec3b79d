//! The landing page: my queue, and how the desk stands.

use super::Shell;
use crate::web::answer::html;
use crate::web::{Desk, PageError, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "home/show.html")]
struct HomePage {
    shell: Shell,
    w: Arc<Words>,
}

/// Shows the landing page.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let w = room.words.clone();
        let shell = room.shell(w.t("home-title"), "home");
        html(&HomePage { shell, w })
    })
    .await
}
