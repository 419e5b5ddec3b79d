//! The figures for paper and for screen readers: every chart as it is drawn on the page, and as a table.

use super::svg::{Width, draw};
use super::{Chart, Figures};
use crate::report::typeset::{About, Part, Press, Said, Setter, WIDE};
use crate::report::{ExportError, TOOL};
use crate::wording::Words;
use serde::Serialize;

const TEMPLATE: &str = include_str!("../../../templates/report/figures.typ");

#[derive(Serialize)]
struct Document {
    lang: String,
    title: String,
    lead: String,
    charts: Vec<Piece>,
}

#[derive(Serialize)]
struct Piece {
    title: String,
    lead: String,
    nothing: Option<String>,
    svg: String,
    heads: Vec<String>,
    rows: Vec<(Said, Vec<String>)>,
}

/// Writes the figures as PDF.
///
/// # Errors
/// Only a fault of the program or of memory can be one.
pub fn write(figures: &Figures, w: &Words) -> Result<Vec<u8>, ExportError> {
    let setter = Setter::new(w.direction() == "rtl");
    let piece = |chart: Chart| Piece {
        nothing: chart.rows.is_empty().then(|| w.t("figures-nothing").into_owned()),
        svg: draw(&chart, Width::Wide).to_string(),
        heads: std::iter::once(chart.head).chain(chart.series.into_iter().map(|series| series.label)).chain(chart.more).collect(),
        rows: chart.rows.into_iter().map(|row| (setter.line(&row.label, WIDE), row.shown.into_iter().chain(row.more).collect())).collect(),
        title: chart.title,
        lead: chart.lead,
    };
    let document = Document {
        lang: w.language().to_owned(),
        title: w.t("figures-title").into_owned(),
        lead: w.s("figures-as-of", "at", &w.date_time(figures.at)),
        charts: Chart::all(figures, w).into_iter().map(piece).collect(),
    };
    let about = About { identity: format!("figures {}", figures.at), tool: TOOL.to_owned(), at: figures.at };
    let called = str::to_owned;
    let mut press = Press::new(&about, &called)?;
    press.write(0, &Part::set(TEMPLATE, &document)?)?;
    press.finish()
}
