//! The closed lists a claim speaks in: its work state, both verdicts, what should happen to the
//! text. The codes are contracts; the labels stand in the message files.

use crate::codes;

codes! {
    /// Who has to act on a claim.
    "work-state"
    pub enum WorkState {
        /// Nobody has begun.
        ToCheck = "to_check",
        /// Somebody is on it.
        Checking = "checking",
        /// Somebody asked outside and waits for the answer.
        Waiting = "waiting",
        /// The finding waits for a second person.
        InReview = "in_review",
        /// A second person agreed.
        SignedOff = "signed_off",
        /// It will not be checked, for a stated reason.
        SetAside = "set_aside",
    }
}

impl WorkState {
    /// The states in which somebody still has to act.
    pub const OPEN: [Self; 4] = [Self::ToCheck, Self::Checking, Self::Waiting, Self::InReview];

    /// Whether somebody still has to act.
    pub fn is_open(self) -> bool {
        Self::OPEN.contains(&self)
    }
}

codes! {
    /// Is it so?
    "substance"
    pub enum Substance {
        /// It is so.
        Confirmed = "confirmed",
        /// It is so but for a detail.
        MostlyAccurate = "mostly_accurate",
        /// Part of it is so.
        Mixed = "mixed",
        /// The words are defensible, the impression is not.
        Misleading = "misleading",
        /// It is not so.
        Incorrect = "incorrect",
        /// Credible sources conflict.
        Disputed = "disputed",
        /// No adequate evidence was found.
        Unsupported = "unsupported",
        /// It was so and no longer is.
        Outdated = "outdated",
        /// There is nothing to check.
        NotCheckable = "not_checkable",
    }
}

impl Substance {
    /// The figure on the scale from 5 (is so) to 1 (is not), for the verdicts that have one.
    pub fn rating(self) -> Option<u8> {
        match self {
            Self::Confirmed => Some(5),
            Self::MostlyAccurate => Some(4),
            Self::Mixed => Some(3),
            Self::Misleading => Some(2),
            Self::Incorrect => Some(1),
            Self::Disputed | Self::Unsupported | Self::Outdated | Self::NotCheckable => None,
        }
    }
}

codes! {
    /// Did that source say it?
    "attribution-verdict"
    pub enum AttributionVerdict {
        /// It said so.
        AsStated = "as_stated",
        /// It said so in other words.
        WordingDiffers = "wording_differs",
        /// It said something that means another thing.
        MeaningChanged = "meaning_changed",
        /// Somebody else said it.
        OtherSource = "other_source",
        /// No trace that it said so.
        NotFound = "not_found",
        /// The source could not be reached.
        Unreachable = "unreachable",
        /// The checker saw it; it can't be shown.
        ConfidentialSeen = "confidential_seen",
        /// The question does not arise.
        NotApplicable = "not_applicable",
    }
}

impl AttributionVerdict {
    /// How weak the finding is, from 0 (strong) to 7; a claim shows the weakest link of its chain.
    pub fn weakness(self) -> u8 {
        match self {
            Self::NotApplicable => 0,
            Self::AsStated => 1,
            Self::ConfidentialSeen => 2,
            Self::WordingDiffers => 3,
            Self::Unreachable => 4,
            Self::NotFound => 5,
            Self::OtherSource => 6,
            Self::MeaningChanged => 7,
        }
    }

    /// The weakest of several findings; `None` where there is none.
    pub fn weakest(findings: impl IntoIterator<Item = Self>) -> Option<Self> {
        findings.into_iter().max_by_key(|finding| finding.weakness())
    }
}

codes! {
    /// What should happen to the text.
    "text-action"
    pub enum TextAction {
        /// Nothing.
        Keep = "keep",
        /// Say it in other words.
        Reword = "reword",
        /// Say who says so.
        AddAttribution = "add_attribution",
        /// Say what is missing.
        AddContext = "add_context",
        /// Say it less firmly.
        Hedge = "hedge",
        /// Take it out.
        Cut = "cut",
        /// Correct it where it is already published.
        CorrectPublished = "correct_published",
    }
}

codes! {
    /// Why a claim is not checked.
    "set-aside"
    pub enum SetAsideReason {
        /// Nothing in it can be checked.
        NotCheckable = "not_checkable",
        /// Another claim says the same.
        Duplicate = "duplicate",
        /// The article no longer says it.
        CutFromArticle = "cut_from_article",
        /// The desk does not check this kind of thing.
        OutOfScope = "out_of_scope",
    }
}

codes! {
    /// How soon a claim has to be done.
    "priority"
    pub enum Priority {
        /// Can wait.
        Low = "low",
        /// In its turn.
        Normal = "normal",
        /// Before others.
        High = "high",
        /// At once.
        Urgent = "urgent",
    }
}

impl Priority {
    /// Its place in the order, from 0 (low): what the database keeps.
    pub fn rank(self) -> i32 {
        match self {
            Self::Low => 0,
            Self::Normal => 1,
            Self::High => 2,
            Self::Urgent => 3,
        }
    }

    /// The priority of a rank; ranks outside the list count as normal.
    pub fn from_rank(rank: i32) -> Self {
        match rank {
            0 => Self::Low,
            2 => Self::High,
            3 => Self::Urgent,
            _ => Self::Normal,
        }
    }
}

codes! {
    /// How much harm an error would do.
    "risk"
    pub enum Risk {
        /// As usual.
        Normal = "normal",
        /// Harm to people, legal exposure, or the heart of the story.
        High = "high",
    }
}

impl Risk {
    /// Its place in the order, from 0 (normal): what the database keeps.
    pub fn rank(self) -> i32 {
        i32::from(self == Self::High)
    }

    /// The risk of a rank.
    pub fn from_rank(rank: i32) -> Self {
        if rank == 1 { Self::High } else { Self::Normal }
    }
}

codes! {
    /// Why an error would do harm.
    "risk-kind"
    pub enum RiskKind {
        /// It could harm people.
        Harm = "harm",
        /// It could bring the desk to court.
        Legal = "legal",
        /// The story stands or falls with it.
        Central = "central",
    }
}

codes! {
    /// How well a claim's place in the text is known after the text changed.
    "anchor"
    pub enum Anchor {
        /// Same place, same words.
        Exact = "exact",
        /// Same words at another place.
        Moved = "moved",
        /// The words changed.
        Changed = "changed",
        /// The words are gone.
        Lost = "lost",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_shows_its_weakest_link() {
        use AttributionVerdict as V;
        assert_eq!(V::weakest([V::AsStated, V::NotFound, V::WordingDiffers]), Some(V::NotFound));
        assert_eq!(V::weakest([V::AsStated, V::NotApplicable]), Some(V::AsStated));
        assert_eq!(V::weakest([]), None);
    }
}
