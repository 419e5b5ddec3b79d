//! The head of a claim's page: where it is from, what it says, where it stands.

use super::forms::page_of;
use super::load::Loaded;
use super::way::Way;
use crate::claim::{Anchor, Priority, Risk, RiskKinds, WorkState};
use crate::code::Code;
use crate::ids::{ArticleId, ClaimId};
use crate::web::Room;
use crate::web::page::badge::{AttributionBadge, Badge};

/// Statements longer than this are set smaller.
const LONG: usize = 220;

/// What the head shows.
pub(super) struct Head {
    pub id: ClaimId,
    /// The page itself.
    pub href: String,
    /// What every address of the page carries of the way here: empty, or `?from=…`.
    pub kept: String,
    /// The list one came from, at this claim.
    pub list: Option<String>,
    pub revision: i32,
    pub number: i32,
    pub statement: String,
    /// Whether it is too long for large letters.
    pub is_long: bool,
    /// The article's language where it is known, for reading aloud.
    pub language: Option<String>,
    pub article: ArticleId,
    pub article_title: String,
    pub before: Option<ClaimId>,
    pub after: Option<ClaimId>,
    pub state: Badge,
    pub substance: Option<Badge>,
    pub attribution: Option<AttributionBadge>,
    pub risk: Badge,
    pub risky: bool,
    /// Which kinds of risk, and their codes for the form.
    pub risk_kinds: Option<String>,
    pub risk_codes: Vec<&'static str>,
    pub tags: Vec<String>,
    /// For which day the finding holds, in words and as a date field takes it.
    pub true_as_of: Option<String>,
    pub true_as_of_on: String,
    /// Until when it is to be looked at again.
    pub recheck: Option<String>,
    pub recheck_on: String,
    /// Whether that day has come.
    pub stale: bool,
    pub due: Option<String>,
    /// As a date field takes it.
    pub due_on: String,
    pub late: bool,
    pub priority: Badge,
    /// Whether the priority is worth a word.
    pub urgent: bool,
    pub assignee: Option<String>,
    pub assignee_id: String,
    pub mine: bool,
    /// Where the words stand by now, where that is not simply their place.
    pub anchor: Option<String>,
    /// Why it is set aside.
    pub set_aside: Option<String>,
    /// Whether there is still something to do before it is signed off.
    pub open: bool,
    /// Who signed it off, and when.
    pub signed_off: Option<(String, String)>,
    /// When it was taken out.
    pub removed: Option<String>,
}

pub(super) fn head(room: &Room<'_>, loaded: &Loaded) -> Head {
    let (w, claim) = (&room.words, &loaded.claim);
    let today = room.now.0.date_naive();
    let closed = matches!(claim.state, WorkState::SignedOff | WorkState::SetAside);
    let priority = Priority::from_rank(claim.priority);
    let kinds = RiskKinds::from_bits(claim.risk_kinds);
    let kind_labels: Vec<String> = kinds.iter().map(|kind| w.label(kind).into_owned()).collect();
    let date_field = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    Head {
        id: claim.id,
        href: format!("{}{}", page_of(claim.id, ""), loaded.way.kept()),
        kept: loaded.way.kept(),
        list: loaded.way.back().filter(|_| matches!(loaded.way, Way::List(_))).map(|list| format!("{list}#claim-{}", claim.id)),
        revision: claim.revision,
        number: claim.number,
        statement: claim.statement.clone(),
        is_long: claim.statement.chars().count() > LONG,
        language: (loaded.article.language != "und").then(|| loaded.article.language.clone()),
        article: loaded.article.id,
        article_title: loaded.article.title.clone(),
        before: loaded.before,
        after: loaded.after,
        state: Badge::of(claim.state, w),
        substance: claim.substance.map(|verdict| Badge::of(verdict, w)),
        attribution: claim.attribution.map(|verdict| AttributionBadge::of(verdict, w)),
        risk: Badge::of(loaded.risk(), w),
        risky: loaded.risk() == Risk::High,
        risk_kinds: (!kind_labels.is_empty()).then(|| w.list(&kind_labels)),
        risk_codes: kinds.iter().map(Code::code).collect(),
        tags: loaded.tags.clone(),
        true_as_of: claim.true_as_of.map(|day| w.date(day)),
        true_as_of_on: date_field(claim.true_as_of),
        recheck: claim.recheck_by.map(|day| w.date(day)),
        recheck_on: date_field(claim.recheck_by),
        stale: claim.recheck_by.is_some_and(|day| day <= today),
        due: claim.due_on.map(|day| w.date(day)),
        due_on: claim.due_on.map(|day| day.to_string()).unwrap_or_default(),
        late: !closed && claim.due_on.is_some_and(|day| day < today),
        priority: Badge::of(priority, w),
        urgent: priority > Priority::Normal,
        assignee: loaded.name(claim.assignee_id),
        assignee_id: claim.assignee_id.map(|id| id.to_string()).unwrap_or_default(),
        mine: claim.assignee_id == Some(room.me.id),
        anchor: (claim.anchor != Anchor::Exact).then(|| w.label(claim.anchor).into_owned()),
        set_aside: claim.set_aside.map(|reason| w.label(reason).into_owned()),
        open: !closed && claim.removed_at.is_none(),
        signed_off: loaded.name(claim.signed_off_by).zip(claim.signed_off_at.map(|at| w.date_time(at.0))),
        removed: claim.removed_at.map(|at| w.date_time(at.0)),
    }
}
