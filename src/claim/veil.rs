//! What is hidden from a person who checks a claim a second time: what the first check found, until theirs is given.
//!
//! Who does not see the first verdict can't be led by it; only so does agreement mean anything. A veil covers what pages and
//! programs show *of the claim to this person*. The claim itself, its place in the text, its chain and what they attached
//! themselves stay in sight.

use super::{Attribution, Claim};
use crate::ids::{ArticleId, ClaimId, PersonId};
use std::collections::BTreeMap;

/// The claims whose finding is hidden from a person.
#[derive(Clone, Debug, Default)]
pub struct Veil {
    person: Option<PersonId>,
    claims: BTreeMap<ClaimId, ArticleId>,
}

impl Veil {
    /// What these open second checks of a person hide.
    pub fn of(person: PersonId, open: impl IntoIterator<Item = (ClaimId, ArticleId)>) -> Self {
        Self { person: Some(person), claims: open.into_iter().collect() }
    }

    /// Whether the finding on a claim is hidden.
    pub fn hides(&self, claim: ClaimId) -> bool {
        self.claims.contains_key(&claim)
    }

    /// Whether the finding on any claim of an article is hidden.
    pub fn hides_in(&self, article: ArticleId) -> bool {
        self.claims.values().any(|hidden| *hidden == article)
    }

    /// The claims whose finding is hidden.
    pub fn claims(&self) -> Vec<ClaimId> {
        self.claims.keys().copied().collect()
    }

    /// Whether something that `by` found or did on a claim is to be seen: what one did oneself is. `None` is the command line.
    pub fn shows_of(&self, claim: ClaimId, by: impl Into<Option<PersonId>>) -> bool {
        !self.hides(claim) || by.into().is_some_and(|by| self.person == Some(by))
    }

    /// A claim as this person may see it: one whose finding is hidden has none.
    #[must_use]
    pub fn over(&self, claim: Claim) -> Claim {
        if !self.hides(claim.id) {
            return claim;
        }
        Claim { substance: None, attribution: None, review_id: None, verdict_by: None, verdict_at: None, signed_off_by: None, signed_off_at: None, ..claim }
    }

    /// A link of a chain as this person may see it.
    #[must_use]
    pub fn over_link(&self, link: Attribution) -> Attribution {
        if self.hides(link.claim_id) { Attribution { verdict: None, verdict_note: String::new(), ..link } } else { link }
    }
}
