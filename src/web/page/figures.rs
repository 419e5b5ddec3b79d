//! The desk in figures: charts to look at, each readable as a table, and all of them for paper.

use super::Shell;
use crate::report::ReportError;
use crate::report::figures::{Chart, Figures, Svg, Width, draw, gather};
use crate::web::answer::html;
use crate::web::{Answer, Desk, PageError, Problem, Room, Visit};
use crate::wording::Words;
use actix_web::{HttpResponse, web};
use askama::Template;
use std::sync::Arc;
use std::time::Duration;

/// How old figures may be.
const LIFE: Duration = Duration::from_secs(5);

/// A drawing, which goes into the page as the markup it is.
struct Markup(Svg);

impl std::fmt::Display for Markup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl askama::filters::HtmlSafe for Markup {}

/// A chart as it is drawn, wide and narrow.
struct Drawn {
    chart: Chart,
    wide: Markup,
    narrow: Markup,
}

#[derive(Template)]
#[template(path = "figures/show.html")]
struct FiguresPage {
    shell: Shell,
    w: Arc<Words>,
    as_of: String,
    charts: Vec<Drawn>,
}

impl Room<'_> {
    /// The figures as this person may see them, not older than some seconds.
    pub fn figures(&mut self) -> Result<Arc<Figures>, Problem> {
        let without = self.veil()?.claims();
        let (c, now) = (&mut *self.c, self.now);
        Ok(self.desk.figures.get(without.clone(), LIFE, || gather(c, now, &without))?)
    }
}

/// Shows the figures.
pub async fn show(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let w = room.words.clone();
        let figures = room.figures()?;
        let drawn = |chart: Chart| Drawn { wide: Markup(draw(&chart, Width::Wide)), narrow: Markup(draw(&chart, Width::Narrow)), chart };
        let charts = Chart::all(&figures, &w).into_iter().map(drawn).collect();
        let as_of = w.s("figures-as-of", "at", &w.date_time(figures.at));
        html(&FiguresPage { shell: room.shell(w.t("figures-title"), "home"), w, as_of, charts })
    })
    .await
}

/// Hands the figures out for paper.
pub async fn pdf(desk: web::Data<Desk>, visit: Visit) -> Result<HttpResponse, PageError> {
    desk.page(visit, |room| {
        let (figures, words) = (room.figures()?, room.words.clone());
        room.later(move || Ok(written(&figures, &words)?))
    })
    .await
}

#[cfg(feature = "pdf")]
fn written(figures: &Figures, w: &Words) -> Result<Answer, ReportError> {
    let bytes = crate::report::figures::write_pdf(figures, w)?;
    Ok(Answer::bytes("application/pdf", bytes).attached(&format!("figures-{}.pdf", figures.at.format("%Y-%m-%d"))))
}

#[cfg(not(feature = "pdf"))]
fn written(_: &Figures, _: &Words) -> Result<Answer, ReportError> {
    Err(ReportError::NotBuilt)
}
