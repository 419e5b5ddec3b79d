//! A claim as lists show it: the queue, and the lists of the landing page.

use super::badge::{AttributionBadge, Badge};
use crate::claim::store::queue::QueueLine;
use crate::claim::{Priority, Risk, RiskKinds, Veil};
use crate::ids::{ArticleId, ClaimId};
use crate::wording::Words;
use chrono::NaiveDate;

/// A claim in a list.
pub(super) struct ClaimLine {
    pub id: ClaimId,
    pub number: i32,
    pub statement: String,
    pub article_id: ArticleId,
    pub article: String,
    pub state: Badge,
    pub substance: Option<Badge>,
    pub attribution: Option<AttributionBadge>,
    pub assignee: Option<String>,
    pub due: Option<String>,
    pub late: bool,
    pub high_risk: bool,
    /// Which kinds of risk, in words.
    pub risk_kinds: Option<String>,
    /// Until when it has to be looked at again.
    pub recheck: Option<String>,
    /// Whether that day has come.
    pub stale: bool,
    /// The words that the desk sorts it by.
    pub tags: Vec<String>,
    /// Whether its box is ticked.
    pub ticked: bool,
    pub priority: Option<String>,
}

impl ClaimLine {
    /// A row of the database as it looks on `today` to whom `veil` is before.
    pub fn of(line: QueueLine, veil: &Veil, today: NaiveDate, w: &Words) -> Self {
        let priority = Priority::from_rank(line.priority);
        let kinds: Vec<String> = RiskKinds::from_bits(line.risk_kinds).iter().map(|kind| w.label(kind).into_owned()).collect();
        let hidden = veil.hides(line.id);
        Self {
            id: line.id,
            number: line.number,
            statement: line.statement,
            article_id: line.article_id,
            article: line.article_title,
            state: Badge::of(line.state, w),
            substance: line.substance.filter(|_| !hidden).map(|verdict| Badge::of(verdict, w)),
            attribution: line.attribution.filter(|_| !hidden).map(|verdict| AttributionBadge::of(verdict, w)),
            assignee: line.assignee,
            due: line.due_on.map(|day| w.date(day)),
            late: line.due_on.is_some_and(|day| day < today) && line.state.is_open(),
            high_risk: Risk::from_rank(line.risk) == Risk::High,
            risk_kinds: (!kinds.is_empty()).then(|| w.list(&kinds)),
            recheck: line.recheck_by.map(|day| w.date(day)),
            stale: line.recheck_by.is_some_and(|day| day <= today),
            tags: Vec::new(),
            ticked: false,
            priority: (priority != Priority::Normal).then(|| w.label(priority).into_owned()),
        }
    }
}
