//! The picture that is shown where a public page is shared: who checked what, and what came out. 1200 by 630.
//!
//! Set by [`super::typeset`] from `templates/report/poster.typ`. Start at [`draw`].

use super::typeset::{self, NARROW, Said, Setter, cut};
use super::{ExportError, Report, telling};
use crate::wording::{Arg, Words};
use serde::Serialize;

const TEMPLATE: &str = include_str!("../../templates/report/poster.typ");
/// How wide the picture is, in pixels. It is 630 high.
const WIDTH: u16 = 1_200;
/// Longest title.
const TITLE: usize = 160;
/// Longest name of a desk.
const NAME: usize = 40;

#[derive(Serialize)]
struct Poster {
    lang: String,
    from_right: bool,
    kicker: String,
    desk: Said,
    title: Said,
    /// Size of the title's letters, in points.
    size: u8,
    claims: String,
    tallies: Vec<Part>,
}

/// How many claims have one verdict.
#[derive(Serialize)]
struct Part {
    label: String,
    tone: &'static str,
    count: usize,
    shown: String,
}

/// Draws the picture, as PNG.
pub(super) fn draw(report: &Report, w: &Words) -> Result<Vec<u8>, ExportError> {
    let setter = Setter::new(w.direction() == "rtl");
    let title = cut(&telling::title(&report.article, w), TITLE);
    // A letter of a script that leaves no spaces is as wide as two others.
    let length: usize = title.chars().map(|c| if c.is_ascii() || !('\u{2E80}'..='\u{FFDC}').contains(&c) { 1 } else { 2 }).sum();
    let size = match length {
        0..=40 => 38,
        41..=80 => 31,
        81..=120 => 26,
        _ => 21,
    };
    let part = |(label, tone, count): telling::Tally| Part { label, tone, count, shown: w.number(count) };
    let data = Poster {
        lang: w.language().to_owned(),
        from_right: w.direction() == "rtl",
        kicker: w.t("report-kicker").into_owned(),
        desk: setter.line(&cut(report.desk.name.trim(), NAME), NARROW),
        title: setter.line(&title, NARROW),
        size,
        claims: w.with("report-in-a-sentence", &[("count", Arg::from(report.claims.len()))]),
        tallies: telling::substances(report, w).into_iter().map(part).collect(),
    };
    typeset::png(TEMPLATE, &data, WIDTH)
}
