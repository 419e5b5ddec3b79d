//! Figures in words: a chart has series and rows, and can be drawn or read as a table.

use super::{Figures, PersonFigures};
use crate::claim::{AttributionVerdict, Substance, WorkState};
use crate::code::Code;
use crate::wording::{Arg, Words};
use std::collections::BTreeMap;

/// How a chart is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A bar a row, its parts one behind the other, as long as they are many.
    Bars,
    /// The same, each bar as long as all others: what counts is the share.
    Shares,
    /// A column a row, from left to right: for what goes on in time.
    Columns,
}

/// One kind of thing that is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its code, which gives it its colour.
    pub code: &'static str,
    /// What it is called.
    pub label: String,
}

/// One bar or column, and one row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is of.
    pub label: String,
    /// Where that is.
    pub href: Option<String>,
    /// A value for each series.
    pub values: Vec<f64>,
    /// The same as people read it.
    pub shown: Vec<String>,
    /// What the table says besides.
    pub more: Vec<String>,
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Names it on the page.
    pub id: &'static str,
    /// How it is drawn.
    pub shape: Shape,
    /// What it shows.
    pub title: String,
    /// What to know of it.
    pub lead: String,
    /// What its rows are.
    pub head: String,
    /// What is counted.
    pub series: Vec<Series>,
    /// What the table says besides.
    pub more: Vec<String>,
    /// The rows; none where there is nothing to count.
    pub rows: Vec<Row>,
}

impl Chart {
    /// All charts of a desk, in the order in which they are shown.
    pub fn all(figures: &Figures, w: &Words) -> Vec<Self> {
        vec![
            articles(figures, w),
            people(figures, w),
            ages(figures, w),
            sign_offs(figures, w),
            verdicts(figures, w),
            substance(figures, w),
            fidelity(figures, w),
        ]
    }

    fn of(id: &'static str, shape: Shape, series: Vec<Series>, rows: Vec<Row>, w: &Words) -> Self {
        let said = |part: &str| w.t(&format!("figures-{id}{part}")).into_owned();
        Self { id, shape, title: said(""), lead: said("-lead"), head: said("-head"), series, more: Vec::new(), rows }
    }

    /// The series that have a value anywhere, and the rows cut to them: nothing is drawn or read that is nowhere.
    fn trimmed(mut self) -> Self {
        let used: Vec<usize> = (0..self.series.len()).filter(|n| self.rows.iter().any(|row| row.values.get(*n).is_some_and(|value| *value > 0.0))).collect();
        self.series = std::mem::take(&mut self.series).into_iter().enumerate().filter(|(n, _)| used.contains(n)).map(|(_, one)| one).collect();
        for row in &mut self.rows {
            row.values = used.iter().filter_map(|n| row.values.get(*n).copied()).collect();
            row.shown = used.iter().filter_map(|n| row.shown.get(*n).cloned()).collect();
        }
        self
    }
}

fn coded<C: Code>(w: &Words) -> Vec<Series> {
    C::ALL.iter().map(|value| Series { code: value.code(), label: w.label(*value).into_owned() }).collect()
}

/// How many there are of each code, in its order.
fn counted<C: Code + Ord>(counts: &BTreeMap<C, i64>) -> Vec<i64> {
    C::ALL.iter().map(|value| counts.get(value).copied().unwrap_or_default()).collect()
}

fn row(label: String, href: Option<String>, counts: Vec<i64>, w: &Words) -> Row {
    let shown = counts.iter().map(|count| w.number(*count)).collect();
    Row { label, href, values: counts.into_iter().map(float).collect(), shown, more: Vec::new() }
}

#[expect(clippy::cast_precision_loss, reason = "no desk has 2^52 claims")]
fn float(count: i64) -> f64 {
    count as f64
}

fn articles(figures: &Figures, w: &Words) -> Chart {
    let of = |article: &super::ArticleFigures| Row {
        more: vec![w.with("figures-accounted", &[("accounted", Arg::from(article.accounted)), ("sentences", Arg::from(article.sentences))])],
        ..row(article.title.clone(), Some(format!("/articles/{}", article.id)), counted(&article.states), w)
    };
    let rows = figures.articles.iter().map(of).collect();
    Chart { more: vec![w.t("figures-coverage").into_owned()], ..Chart::of("articles", Shape::Bars, coded::<WorkState>(w), rows, w) }.trimmed()
}

fn people(figures: &Figures, w: &Words) -> Chart {
    let series = ["overdue", "today", "week", "later"].map(|code| Series { code, label: w.t(&format!("figures-due-{code}")).into_owned() });
    let of = |person: &PersonFigures| {
        let name = if person.person_id.is_some() { person.name.clone() } else { w.t("figures-nobody").into_owned() };
        let who = person.person_id.map_or_else(|| "none".to_owned(), |id| id.to_string());
        row(name, Some(format!("/claims?state=open&assignee={who}")), vec![person.overdue, person.today, person.week, person.later], w)
    };
    Chart::of("people", Shape::Bars, series.to_vec(), figures.people.iter().map(of).collect(), w).trimmed()
}

fn ages(figures: &Figures, w: &Words) -> Chart {
    let series = vec![Series { code: "plain", label: w.t("figures-open").into_owned() }];
    let of = |age: &super::AgeFigures| {
        let label = match age.before_days {
            Some(1) => w.t("figures-age-day").into_owned(),
            Some(before) => w.with("figures-age-days", &[("from", Arg::from(age.from_days)), ("to", Arg::from(before - 1))]),
            None => w.with("figures-age-more", &[("from", Arg::from(age.from_days))]),
        };
        row(label, None, vec![age.claims], w)
    };
    let any = figures.ages.iter().any(|age| age.claims > 0);
    Chart::of("ages", Shape::Bars, series, figures.ages.iter().filter(|_| any).map(of).collect(), w)
}

fn sign_offs(figures: &Figures, w: &Words) -> Chart {
    let series = vec![Series { code: "plain", label: w.t("figures-median").into_owned() }];
    let days = |hours: Option<f64>| hours.map_or_else(|| w.t("figures-none").into_owned(), |hours| w.hundredths(hours / 24.0));
    let of = |week: &super::SignOffFigures| Row {
        label: w.date(week.week),
        href: None,
        values: vec![week.median_hours.unwrap_or_default() / 24.0],
        shown: vec![days(week.median_hours)],
        more: vec![days(week.ninth_decile_hours), w.number(week.claims)],
    };
    let any = figures.sign_offs.iter().any(|week| week.claims > 0);
    let more = ["figures-ninth-decile", "figures-signed-off"].map(|key| w.t(key).into_owned()).to_vec();
    Chart { more, ..Chart::of("sign-offs", Shape::Columns, series, figures.sign_offs.iter().filter(|_| any).map(of).collect(), w) }
}

fn verdicts(figures: &Figures, w: &Words) -> Chart {
    let any = figures.verdicts.iter().any(|week| !week.substance.is_empty());
    let of = |week: &super::VerdictFigures| row(w.date(week.week), None, counted(&week.substance), w);
    Chart::of("verdicts", Shape::Columns, coded::<Substance>(w), figures.verdicts.iter().filter(|_| any).map(of).collect(), w).trimmed()
}

fn substance(figures: &Figures, w: &Words) -> Chart {
    let of = |source: &super::SourceFigures| row(source.name.clone(), Some(format!("/sources/{}", source.id)), counted(&source.substance), w);
    let decided = figures.sources.iter().filter(|source| !source.substance.is_empty());
    Chart::of("substance", Shape::Bars, coded::<Substance>(w), decided.map(of).collect(), w).trimmed()
}

fn fidelity(figures: &Figures, w: &Words) -> Chart {
    let judged = figures.sources.iter().filter(|source| !source.attribution.is_empty());
    let of = |source: &super::SourceFigures| row(source.name.clone(), Some(format!("/sources/{}", source.id)), counted(&source.attribution), w);
    Chart::of("fidelity", Shape::Shares, coded::<AttributionVerdict>(w), judged.map(of).collect(), w).trimmed()
}
