//! Articles under check: their versions and the sentences of each version.
//!
//! A version never changes once it is written. What the machine made of it is kept in [`extracted`].
//! Start at [`store`].

mod codes;
pub mod extracted;
pub mod publication;
pub mod store;

pub use codes::{ArticleState, CorrectionKind, SentenceKind};
pub use store::{Article, Sentence, Version};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// The hash that names a text: SHA-256 of its UTF-8 bytes, in lower-case hexadecimal.
pub fn text_sha256(text: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(text.as_bytes()))
}

/// How far the sentences of a version are accounted for (rule 5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
pub struct Coverage {
    /// All sentences.
    pub sentences: usize,
    /// Those that hold a claim, or are of a kind that needs no check.
    pub accounted: usize,
}

impl Coverage {
    /// Sentences that somebody still has to look at.
    pub fn open(self) -> usize {
        self.sentences - self.accounted
    }

    /// Counts over `(kind, has a claim)` of each sentence.
    pub fn of(sentences: impl IntoIterator<Item = (SentenceKind, bool)>) -> Self {
        let mut coverage = Self::default();
        for (kind, has_claim) in sentences {
            coverage.sentences += 1;
            coverage.accounted += usize::from(kind != SentenceKind::Claim || has_claim);
        }
        coverage
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_sentence_without_a_claim_is_open() {
        use SentenceKind::{Claim, Heading, Opinion};
        let coverage = Coverage::of([(Heading, false), (Claim, true), (Claim, false), (Opinion, false)]);
        assert_eq!((coverage.sentences, coverage.accounted, coverage.open()), (4, 3, 1));
    }
}
