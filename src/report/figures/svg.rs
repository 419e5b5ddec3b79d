//! Drawing a chart as SVG: for a wide page or paper, and for a narrow one. Pure.
//!
//! Every shape has a class, by which a page gives it the colours of its theme, and a colour of its own, which holds where
//! there is no style sheet, as on paper. Every second and third series is hatched besides, so that they can be told apart
//! without colour. What people wrote is written as text and never as markup.

use super::{Chart, Row, Shape};
use crate::report::xml::escaped;
use std::fmt::Write;

/// For how wide a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 600 units: labels beside the bars.
    Wide,
    /// 340 units: labels above the bars.
    Narrow,
}

/// A drawing. Only [`draw`] makes one, so whoever shows it may take it as the markup it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg(String);

impl std::fmt::Display for Svg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Height of letters.
const LETTER: f64 = 13.0;
/// A letter is about so wide.
const ADVANCE: f64 = 0.54 * LETTER;
/// Height of a bar.
const BAR: f64 = 20.0;
/// Height of the tallest column.
const TALL: f64 = 160.0;

struct Drawing<'a> {
    chart: &'a Chart,
    width: Width,
    out: String,
    y: f64,
}

/// Draws a chart; what is said in it stands in its table, too, so it is hidden from screen readers.
pub fn draw(chart: &Chart, width: Width) -> Svg {
    let mut drawing = Drawing { chart, width, out: String::new(), y: 0.0 };
    if chart.series.len() > 1 {
        drawing.legend();
    }
    match chart.shape {
        Shape::Bars | Shape::Shares => drawing.bars(),
        Shape::Columns => drawing.columns(),
    }
    let (all, high, id) = (drawing.across(), drawing.y.ceil(), chart.id);
    let class = if width == Width::Wide { "wide" } else { "narrow" };
    Svg(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart--{class}\" viewBox=\"0 0 {all} {high}\" width=\"{all}\" height=\"{high}\" \
         font-family=\"Noto Sans, sans-serif\" font-size=\"{LETTER}\" aria-hidden=\"true\" focusable=\"false\"><defs>\
         <pattern id=\"{id}-{class}-1\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"2\" height=\"6\" fill=\"#fff\" fill-opacity=\".35\"/></pattern>\
         <pattern id=\"{id}-{class}-2\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><circle cx=\"2.5\" cy=\"2.5\" r=\"1\" fill=\"#fff\" fill-opacity=\".5\"/></pattern>\
         </defs>{}</svg>",
        drawing.out
    ))
}

impl Drawing<'_> {
    fn across(&self) -> f64 {
        if self.width == Width::Wide { 600.0 } else { 340.0 }
    }

    /// What colour is what, in as many lines as it takes.
    fn legend(&mut self) {
        let mut x = 0.0;
        for n in 0..self.chart.series.len() {
            let label = self.chart.series.get(n).map_or("", |series| series.label.as_str());
            let wide = 20.0 + measured(label) + 16.0;
            if x > 0.0 && x + wide > self.across() {
                x = 0.0;
                self.y += 20.0;
            }
            self.shape(n, x, self.y + 3.0, 12.0, 12.0);
            let (at, y) = (x + 18.0, self.y + 13.5);
            self.text(at, y, "start", "", label);
            x += wide;
        }
        self.y += 30.0;
    }

    fn bars(&mut self) {
        let narrow = self.width == Width::Narrow;
        let left = if narrow { 0.0 } else { 176.0 };
        let most = self.chart.rows.iter().map(total).fold(0.0, f64::max).max(1.0);
        let room = self.across() - left - 52.0;
        for row in &self.chart.rows {
            if narrow {
                self.y += 14.0;
                let y = self.y - 2.0;
                self.text(0.0, y, "start", "", &cut(&row.label, self.across()));
                self.y += 3.0;
            } else {
                let y = self.y + 14.5;
                self.text(left - 10.0, y, "end", "", &cut(&row.label, left - 12.0));
            }
            let all = total(row);
            let unit = if self.chart.shape == Shape::Shares { room / all.max(1.0) } else { room / most };
            let mut x = left;
            for (n, value) in row.values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
                let long = (value * unit).max(2.0);
                self.shape(n, x, self.y, long - 1.0, BAR);
                if let Some(shown) = row.shown.get(n).filter(|shown| row.values.len() > 1 && measured(shown) + 8.0 < long) {
                    let (at, y) = (x + (long - 1.0) / 2.0, self.y + 14.5);
                    self.plate(at, y, measured(shown), shown);
                }
                x += long;
            }
            let sum = if row.values.len() == 1 { row.shown.first().cloned().unwrap_or_default() } else { rounded(all) };
            let y = self.y + 14.5;
            self.text(x + 6.0, y, "start", "chart__sum", &sum);
            self.y += BAR + if narrow { 10.0 } else { 9.0 };
        }
    }

    fn columns(&mut self) {
        let most = self.chart.rows.iter().map(total).fold(0.0, f64::max);
        let top = nice(most);
        let left = 10.0 + measured(&rounded(top)).max(measured(&rounded(top / 2.0)));
        let (right, floor) = (self.across(), self.y + 16.0 + TALL);
        for share in [0.0, 0.5, 1.0] {
            let y = floor - TALL * share;
            let _ = write!(self.out, "<path class=\"chart__line\" d=\"M{left:.1} {y:.1}H{right:.1}\" stroke=\"#d8d2c4\" fill=\"none\"/>");
            self.text(left - 6.0, y + 4.5, "end", "chart__faint", &rounded(top * share));
        }
        #[expect(clippy::cast_precision_loss, reason = "some dozen weeks")]
        let step = (right - left) / self.chart.rows.len().max(1) as f64;
        let every = if self.width == Width::Wide { 3 } else { 6 };
        for (place, row) in self.chart.rows.iter().enumerate() {
            #[expect(clippy::cast_precision_loss, reason = "some dozen weeks")]
            let x = left + step * place as f64 + step * 0.14;
            let mut y = floor;
            for (n, value) in row.values.iter().enumerate().filter(|(_, value)| **value > 0.0) {
                let high = (value / top * TALL).max(1.5);
                self.shape(n, x, y - high, step * 0.72, high - 1.0);
                y -= high;
            }
            let sum = if row.values.len() == 1 {
                row.shown.first().filter(|_| total(row) > 0.0).cloned()
            } else {
                Some(rounded(total(row))).filter(|sum| sum != "0")
            };
            let middle = x + step * 0.36;
            if let Some(sum) = sum.filter(|sum| measured(sum) < step + 2.0) {
                self.text(middle, y - 5.0, "middle", "chart__sum", &sum);
            }
            if (self.chart.rows.len() - 1 - place).is_multiple_of(every) {
                // How wide letters are is a guess: what might not fit ends where the chart ends.
                let half = measured(&row.label) * 0.6;
                let (x, anchor) = if middle + half > right { (right, "end") } else { (middle.max(half), "middle") };
                self.text(x, floor + 17.0, anchor, "chart__faint", &row.label);
            }
        }
        self.y = floor + 26.0;
    }

    /// A piece of the chart, in the colour and hatching of its series.
    fn shape(&mut self, series: usize, x: f64, y: f64, wide: f64, high: f64) {
        let code = self.chart.series.get(series).map_or("plain", |series| series.code);
        let wide = wide.max(0.5);
        let high = high.max(0.5);
        let rect = format!("x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\"");
        let _ = write!(self.out, "<rect class=\"series series--{code}\" {rect} fill=\"{}\"/>", colour(code));
        if !series.is_multiple_of(3) {
            let class = if self.width == Width::Wide { "wide" } else { "narrow" };
            let _ = write!(self.out, "<rect {rect} fill=\"url(#{}-{class}-{})\"/>", self.chart.id, series % 3);
        }
    }

    /// A number on a piece, on ground of its own, so that it can be read on any colour and hatching.
    fn plate(&mut self, x: f64, y: f64, wide: f64, text: &str) {
        let (left, top, across) = (x - wide / 2.0 - 3.0, y - 12.0, wide + 6.0);
        let _ = write!(self.out, "<rect class=\"chart__plate\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{across:.1}\" height=\"15\" rx=\"2\" fill=\"#fff\"/>");
        self.text(x, y, "middle", "", text);
    }

    fn text(&mut self, x: f64, y: f64, anchor: &str, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let _ = write!(self.out, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\"{class} fill=\"#1d1b18\">{}</text>", escaped(&inert(text)));
    }
}

fn total(row: &Row) -> f64 {
    row.values.iter().sum()
}

/// About how wide a text is.
fn measured(text: &str) -> f64 {
    text.chars().map(|c| if ('\u{2E80}'..='\u{FFDC}').contains(&c) { LETTER } else { ADVANCE }).sum()
}

/// As much of a text as has room.
fn cut(text: &str, room: f64) -> String {
    if measured(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if measured(&kept) + 2.0 * ADVANCE > room {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// The end of an axis: one, two or five, and zeros.
fn nice(most: f64) -> f64 {
    if most <= 1.0 {
        return 1.0;
    }
    let zeros = 10_f64.powf(most.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * zeros).find(|end| *end >= most).unwrap_or(10.0 * zeros)
}

/// A number as an axis has it: whole, or with one place.
fn rounded(number: f64) -> String {
    if (number - number.round()).abs() < 0.05 { format!("{:.0}", number.round()) } else { format!("{number:.1}") }
}

/// A text without the marks that would turn the direction of what stands around it.
fn inert(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).collect()
}

/// The colour of a series where no style sheet gives one.
fn colour(code: &str) -> &'static str {
    match code {
        "to_check" | "mixed" | "not_found" | "today" => "#855600",
        "checking" | "plain" => "#1b5da3",
        "waiting" => "#2b6470",
        "in_review" | "disputed" => "#69399a",
        "signed_off" | "confirmed" | "as_stated" => "#1c6940",
        "mostly_accurate" | "wording_differs" => "#4a6612",
        "misleading" | "other_source" => "#a04508",
        "incorrect" | "meaning_changed" | "overdue" => "#a1201d",
        "unsupported" | "unreachable" | "week" => "#4a5263",
        "outdated" | "confidential_seen" => "#6a5339",
        _ => "#635f57",
    }
}

#[cfg(test)]
mod tests {
    use super::super::Series;
    use super::*;

    fn chart(shape: Shape, label: &str, values: &[f64]) -> Chart {
        let series = values.iter().map(|_| Series { code: "confirmed", label: "Confirmed".to_owned() }).collect();
        let shown = values.iter().map(|value| rounded(*value)).collect();
        let row = Row { label: label.to_owned(), href: None, values: values.to_vec(), shown, more: Vec::new() };
        Chart { id: "test", shape, title: String::new(), lead: String::new(), head: String::new(), series, more: Vec::new(), rows: vec![row] }
    }

    #[test]
    fn what_people_wrote_is_never_markup() {
        for shape in [Shape::Bars, Shape::Shares, Shape::Columns] {
            let drawn = draw(&chart(shape, "<script>\"&\u{202E}\0", &[3.0, 1.0]), Width::Narrow).to_string();
            assert!(!drawn.contains("<script") && !drawn.contains('\u{202E}') && !drawn.contains('\0'), "{drawn}");
            assert!(drawn.contains("&lt;script&gt;&quot;&amp;"), "{drawn}");
        }
    }

    #[test]
    fn bars_are_as_long_as_their_values() {
        let drawn = draw(&chart(Shape::Bars, "A", &[3.0, 1.0]), Width::Wide).to_string();
        let widths: Vec<f64> = drawn
            .split("series--confirmed\" x=")
            .skip(3)
            .map(|rect| rect.split("width=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
            .collect();
        assert!((widths[0] + 1.0) / (widths[1] + 1.0) > 2.99 && (widths[0] + 1.0) / (widths[1] + 1.0) < 3.01, "{widths:?}");
    }

    #[test]
    fn an_axis_ends_at_a_round_number_that_covers_all() {
        for (most, end) in [(0.0, 1.0), (1.0, 1.0), (3.0, 5.0), (9.0, 10.0), (10.0, 10.0), (11.0, 20.0), (480.0, 500.0)] {
            assert!((nice(most) - end).abs() < 1e-9, "{most}: {}", nice(most));
        }
    }

    #[test]
    fn a_long_name_is_cut_where_its_room_ends() {
        assert_eq!(cut("Reuters", 100.0), "Reuters");
        let cut = cut(&"Ministry of ".repeat(9), 100.0);
        assert!(cut.ends_with('…') && measured(&cut) <= 100.0, "{cut}");
    }
}
