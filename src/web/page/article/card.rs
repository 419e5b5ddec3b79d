//! The cards of the claims, beside the text.

use super::label::{Counted, PageLabels};
use super::load::{Loaded, WordsChanged};
use super::text::Part;
use crate::claim::store::{CardRow, LinkRow};
use crate::claim::{Anchor, AttributionVerdict, Priority, Risk, Role, Why, WorkState};
use crate::code::Code;
use crate::web::page::badge;
use crate::wording::Words;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What the cards say that has to be made first.
pub(super) struct Texts {
    evidence: Counted,
    due: BTreeMap<NaiveDate, String>,
}

impl Texts {
    /// The texts for the cards of an article, each made once.
    pub fn of(loaded: &Loaded, words: &Words) -> Self {
        let mut due = BTreeMap::new();
        for day in loaded.claims.iter().filter_map(|claim| claim.due_on) {
            due.entry(day).or_insert_with(|| words.date(day));
        }
        Self { evidence: Counted::of(words, "article-evidence", loaded.evidence.values().copied()), due }
    }
}

/// The card of a claim.
pub(super) struct Card<'a> {
    pub row: &'a CardRow,
    pub links: &'a [LinkRow],
    /// How its words changed with a version.
    pub change: Option<&'a WordsChanged>,
    /// How much evidence it has.
    pub evidence: Option<&'a str>,
    /// Until when it is to be checked.
    pub due: Option<&'a str>,
    /// Whether that day is past.
    pub late: bool,
    /// Why the extraction took it.
    pub why: Vec<&'a str>,
    /// Whether it is marked in the text.
    pub placed: bool,
    /// Whether this person may take it.
    pub free: bool,
}

impl Card<'_> {
    /// Whether the work on it is over, for now.
    fn settled(&self) -> bool {
        matches!(self.row.state, WorkState::SignedOff | WorkState::SetAside)
    }

    /// Whether an error in it would do much harm.
    pub fn risky(&self) -> bool {
        Risk::from_rank(self.row.risk) == Risk::High
    }

    /// The key of what is said of how soon it is wanted, where it is wanted sooner than others.
    pub fn priority(&self) -> Option<&'static str> {
        match Priority::from_rank(self.row.priority) {
            Priority::Low | Priority::Normal => None,
            Priority::High => Some("article-priority-high"),
            Priority::Urgent => Some("article-priority-urgent"),
        }
    }

    /// Whether its words changed in the text, or are gone.
    pub fn adrift(&self) -> Option<Anchor> {
        Some(self.row.anchor).filter(|anchor| matches!(anchor, Anchor::Changed | Anchor::Lost))
    }

    /// Whether its chain ends with one who is said to know.
    pub fn ends_in_origin(&self) -> bool {
        self.links.last().is_some_and(|link| link.role == Role::Origin)
    }

    /// How much the finding on its sources weighs.
    pub fn tone(&self) -> &'static str {
        self.row.attribution.map_or("", badge::tone)
    }

    /// How much a finding on one of them weighs.
    #[expect(clippy::unused_self, reason = "templates call methods of what they draw")]
    pub fn tone_of(&self, finding: AttributionVerdict) -> &'static str {
        badge::tone(finding)
    }
}

/// The cards that stand beside a part of the text, in its order.
pub(super) fn cards<'a>(loaded: &'a Loaded, part: &Part, texts: &'a Texts, labels: &'a PageLabels<'_>, today: NaiveDate, may_check: bool) -> Vec<Card<'a>> {
    let shown = loaded.claims.iter().filter(|claim| part.has_claim(loaded, claim));
    let card = |row: &'a CardRow| {
        let codes = row.why.0.as_array().map(Vec::as_slice).unwrap_or_default();
        let why = codes.iter().filter_map(|code| Why::from_code(code.as_str()?)).map(|why| labels.why.get(&why)).collect();
        let mut card = Card {
            row,
            links: loaded.links(row.id),
            change: loaded.changes.get(&row.id),
            evidence: loaded.evidence.get(&row.id).map(|count| texts.evidence.get(*count)),
            due: row.due_on.and_then(|day| texts.due.get(&day)).map(String::as_str),
            late: false,
            why,
            placed: loaded.place(row.id).is_some(),
            free: false,
        };
        card.late = !card.settled() && row.due_on.is_some_and(|day| day < today);
        card.free = may_check && !card.settled() && row.assignee_id.is_none();
        card
    };
    shown.map(card).collect()
}
