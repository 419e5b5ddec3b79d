//! The desk in figures: how far checks are, who has how much, what waits how long, what came out, and how sources fare.
//!
//! [`gather`] reads the figures; [`Chart::all`] puts them into words and rows; [`svg`] draws a chart, for pages and for paper
//! alike, and every chart can be read as a table. Start at [`gather`].

mod chart;
mod gather;
#[cfg(feature = "pdf")]
mod pdf;
mod svg;

pub use chart::{Chart, Row, Series, Shape};
pub use gather::gather;
#[cfg(feature = "pdf")]
pub use pdf::write as write_pdf;
pub use svg::{Svg, Width, draw};

use crate::claim::{AttributionVerdict, Substance, WorkState};
use crate::ids::{ArticleId, PersonId, SourceId};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// Weeks that figures over time cover, this one too.
pub const WEEKS: u64 = 12;

/// The figures of a desk.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Figures {
    /// When they were counted.
    pub at: DateTime<Utc>,
    /// The Monday from which on figures over time count.
    #[schema(value_type = String, format = Date)]
    pub since: NaiveDate,
    /// Articles in check, newest first, at most 20.
    pub articles: Vec<ArticleFigures>,
    /// Open claims by person, whoever has most first; `person_id` is `null` for those that nobody has.
    pub people: Vec<PersonFigures>,
    /// Open claims by age.
    pub ages: Vec<AgeFigures>,
    /// Claims that were signed off, by week.
    pub sign_offs: Vec<SignOffFigures>,
    /// Verdicts on substance that stand, by the week in which they were set.
    pub verdicts: Vec<VerdictFigures>,
    /// Sources cited most in claims that were decided since, at most 15.
    pub sources: Vec<SourceFigures>,
}

/// How far the check of an article is.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ArticleFigures {
    /// Which.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Its claims by state.
    #[schema(value_type = BTreeMap<String, i64>)]
    pub states: BTreeMap<WorkState, i64>,
    /// Its sentences.
    pub sentences: usize,
    /// Those that hold a claim or are of a kind that needs no check.
    pub accounted: usize,
}

/// What a person has.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct PersonFigures {
    /// Who; `null` is nobody.
    pub person_id: Option<PersonId>,
    /// Their name; empty for nobody.
    pub name: String,
    /// Claims that were due before today.
    pub overdue: i64,
    /// Claims due today.
    pub today: i64,
    /// Claims due in the six days behind it.
    pub week: i64,
    /// Claims due later, or without a date.
    pub later: i64,
}

/// How many open claims are so old.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct AgeFigures {
    /// Days old, at least.
    pub from_days: i64,
    /// And fewer than that; `null`: any number.
    pub before_days: Option<i64>,
    /// How many.
    pub claims: i64,
}

/// What was signed off in a week.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SignOffFigures {
    /// Its Monday.
    #[schema(value_type = String, format = Date)]
    pub week: NaiveDate,
    /// How many claims.
    pub claims: usize,
    /// Hours from the claim to its sign-off: half of them took no longer.
    pub median_hours: Option<f64>,
    /// Nine of ten took no longer.
    pub ninth_decile_hours: Option<f64>,
}

/// Verdicts that were set in a week.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct VerdictFigures {
    /// Its Monday.
    #[schema(value_type = String, format = Date)]
    pub week: NaiveDate,
    /// How many of each.
    #[schema(value_type = BTreeMap<String, i64>)]
    pub substance: BTreeMap<Substance, i64>,
}

/// How a source fared.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct SourceFigures {
    /// Which.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// In how many links of chains it was cited.
    pub cited: i64,
    /// Is it so? The claims it was cited for, by verdict.
    #[schema(value_type = BTreeMap<String, i64>)]
    pub substance: BTreeMap<Substance, i64>,
    /// Did it say so? By verdict.
    #[schema(value_type = BTreeMap<String, i64>)]
    pub attribution: BTreeMap<AttributionVerdict, i64>,
}
