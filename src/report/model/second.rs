//! A second opinion: what somebody found on a claim without seeing what was found before, and how both compare. Pure.

use super::{LinkFindingPart, ReviewPart};
use crate::claim::{AttributionVerdict, Substance};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A finding that was made without seeing what was found on the claim before it. It changes nothing of that.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SecondCheckPart {
    /// Who found it.
    pub by: String,
    /// When it was given.
    pub at: DateTime<Utc>,
    /// Who asked for it.
    pub asked_by: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did the sources say it? The weakest link.
    pub attribution: Option<AttributionVerdict>,
    /// Why; may be empty.
    pub rationale: String,
    /// What was searched; may be empty.
    pub searched: String,
    /// What was found on each link of the chain; empty where nothing was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkFindingPart>,
    /// The finding that it is compared with: the one in force when it was given; `None` where there was none any more.
    pub first: Option<FirstFindingPart>,
    /// Whether both say the same on the substance and on what the sources said; `None` where there is nothing to compare.
    pub agrees: Option<bool>,
}

/// Which of a claim's findings a second one is compared with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FirstFindingPart {
    /// Who found it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl SecondCheckPart {
    /// The findings that it may be compared with, going by who found them and when: more than one only where one person
    /// found two things at the same time.
    pub fn firsts<'r>(&'r self, reviews: &'r [ReviewPart]) -> impl Iterator<Item = &'r ReviewPart> {
        let named = move |review: &&ReviewPart| self.first.as_ref().is_some_and(|first| (&first.by, first.at) == (&review.by, review.at));
        reviews.iter().filter(named)
    }

    /// Whether it says the same as a finding.
    pub fn agrees_with(&self, review: &ReviewPart) -> bool {
        (self.substance, self.attribution) == (review.substance, review.attribution)
    }
}
