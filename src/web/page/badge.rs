//! How values of closed lists look on pages: a code for the style sheet, a label for people.
//!
//! `templates/part/badge.html` draws them.

use crate::claim::AttributionVerdict;
use crate::code::Code;
use crate::source::Rating;
use crate::wording::{Words, label_key};

/// A value of a closed list, as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Its code: names of classes and icons end in it.
    pub code: &'static str,
    /// Its label.
    pub label: String,
}

impl Badge {
    /// A value with its label.
    pub fn of<C: Code>(value: C, words: &Words) -> Self {
        Self { code: value.code(), label: words.label(value).into_owned() }
    }

    /// All values of a list.
    pub fn all<C: Code>(words: &Words) -> Vec<Self> {
        C::ALL.iter().map(|value| Self::of(*value, words)).collect()
    }
}

/// The sentence that explains a value of a closed list.
pub fn explained<C: Code>(value: C, words: &Words) -> String {
    words.t(&format!("explain-{}", label_key(value))).into_owned()
}

/// A finding on a source, as a page shows it: the tone says how much it weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributionBadge {
    /// Its label.
    pub label: String,
    /// `good`, `warn` or `bad`; empty where it decides nothing.
    pub tone: &'static str,
}

impl AttributionBadge {
    /// A finding with its label and tone.
    pub fn of(verdict: AttributionVerdict, words: &Words) -> Self {
        Self { label: words.label(verdict).into_owned(), tone: tone(verdict) }
    }
}

/// How much a finding on a source weighs: `good`, `warn` or `bad`; empty where it decides nothing.
pub fn tone(verdict: AttributionVerdict) -> &'static str {
    use AttributionVerdict as V;
    match verdict {
        V::AsStated | V::ConfidentialSeen => "good",
        V::WordingDiffers | V::Unreachable => "warn",
        V::NotFound | V::OtherSource | V::MeaningChanged => "bad",
        V::NotApplicable => "",
    }
}

/// How far a source can be relied on, in words, with a tone.
pub fn rated(rating: Rating, words: &Words) -> AttributionBadge {
    let tone = match rating {
        Rating::Reliable => "good",
        Rating::Mixed => "warn",
        Rating::Unreliable => "bad",
        Rating::Unknown => "",
    };
    AttributionBadge { label: words.label(rating).into_owned(), tone }
}
