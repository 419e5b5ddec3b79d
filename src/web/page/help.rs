//! Help: how a check goes, what the words mean, the keys.

use super::Shell;
use crate::claim::{AttributionVerdict, Substance, WorkState};
use crate::code::Code;
use crate::web::answer::html;
use crate::web::{Desk, PageError, Visit};
use crate::wording::{Words, label_key};
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;

/// How many steps the way from an article to a report has.
const STEPS: usize = 6;

struct Entry {
    code: &'static str,
    label: String,
    meaning: String,
}

#[derive(Template)]
#[template(path = "help/show.html")]
struct HelpPage {
    shell: Shell,
    w: Arc<Words>,
    states: Vec<Entry>,
    substances: Vec<Entry>,
    attributions: Vec<Entry>,
    steps: Vec<(String, String)>,
}

fn entries<C: Code>(w: &Words) -> Vec<Entry> {
    let entry =
        |value: &C| Entry { code: value.code(), label: w.label(*value).into_owned(), meaning: w.t(&format!("explain-{}", label_key(*value))).into_owned() };
    C::ALL.iter().map(entry).collect()
}

/// Shows the help.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let w = room.words.clone();
        let shell = room.shell(w.t("help-title"), "help");
        let (states, substances, attributions) = (entries::<WorkState>(&w), entries::<Substance>(&w), entries::<AttributionVerdict>(&w));
        let step = |n: usize| (w.t(&format!("help-step-{n}")).into_owned(), w.t(&format!("help-step-{n}-say")).into_owned());
        let steps = (1..=STEPS).map(step).collect();
        html(&HelpPage { shell, w, states, substances, attributions, steps })
    })
    .await
}
