//! The closed lists of articles and their corrections.

use crate::codes;

pub use crate::extraction::model::SentenceKind;

codes! {
    /// Where the check of an article stands.
    "article-state"
    pub enum ArticleState {
        /// Being checked.
        Open = "open",
        /// Signed off as a whole.
        SignedOff = "signed_off",
    }
}

codes! {
    /// What kind of change was made after publication.
    "correction-kind"
    pub enum CorrectionKind {
        /// A slip of spelling or form.
        Typo = "typo",
        /// The words were unclear.
        Clarification = "clarification",
        /// A fact was wrong.
        Correction = "correction",
        /// The facts moved on.
        Update = "update",
        /// The whole article is withdrawn.
        Retraction = "retraction",
    }
}
