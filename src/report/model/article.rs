//! The article that was checked, its text, who checked, and what came out of it in all. Pure.

use crate::article::{ArticleState, CorrectionKind, Coverage, SentenceKind};
use crate::claim::{AttributionVerdict, SetAsideReason, Substance, WorkState};
use crate::span::Span;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a desk says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DeskPart {
    /// Its name; may be empty.
    pub name: String,
    /// Its public address; may be empty.
    pub url: String,
    /// Where it says how it works; may be empty.
    pub methodology_url: String,
    /// Where it says how it corrects; may be empty.
    pub corrections_url: String,
    /// How it works, for every report; may be empty.
    pub method_note: String,
    /// Whether nobody signs off a verdict they set themselves.
    pub four_eyes: bool,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ArticlePart {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub byline: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// Where it stands.
    pub source_url: Option<String>,
    /// When it was published.
    pub published_on: Option<NaiveDate>,
    /// BCP 47 code of its language.
    pub language: String,
    /// Where its check stands.
    pub state: ArticleState,
    /// How this article was checked; may be empty.
    pub method_note: String,
    /// Why this article was chosen; may be empty.
    pub selection_reason: String,
    /// Why it was signed off with open sentences, where it was.
    pub coverage_reason: Option<String>,
    /// Who signed it off.
    pub signed_off_by: Option<String>,
    /// When.
    pub signed_off_at: Option<DateTime<Utc>>,
}

/// One state of an article's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VersionPart {
    /// Its number, from 1.
    pub number: i32,
    /// The text; all spans count in it.
    pub text: String,
    /// SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.
    pub text_sha256: String,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

/// What came out, in numbers. Lists leave out what there is none of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Summary {
    /// Claims by who has to act.
    pub by_state: Vec<(WorkState, usize)>,
    /// Claims by verdict on substance; `None` has none yet.
    pub by_substance: Vec<(Option<Substance>, usize)>,
    /// Claims with a chain by verdict on attribution.
    pub by_attribution: Vec<(Option<AttributionVerdict>, usize)>,
    /// Claims set aside, by reason.
    pub set_aside: Vec<(SetAsideReason, usize)>,
    /// How far the sentences are accounted for.
    pub coverage: Coverage,
    /// Claims signed off.
    pub signed_off: usize,
    /// Pieces of evidence that are confidential.
    pub confidential: usize,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SentencePart {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// Who said what it is, where a person did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marked_by: Option<String>,
}

/// A change after publication.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CorrectionPart {
    /// What kind of change.
    pub kind: CorrectionKind,
    /// Number of the claim it is about.
    pub claim: Option<i32>,
    /// What the article said; may be empty.
    pub was: String,
    /// What it says now; may be empty.
    pub now_says: String,
    /// Why; may be empty.
    pub why: String,
    /// Who found it; may be empty.
    pub found_by: String,
    /// Who approved it.
    pub approved_by: String,
    /// When the change was published.
    pub published_on: NaiveDate,
    /// Who had signed the claim off, where it is about one that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_off_by: Option<String>,
    /// When it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_at: Option<DateTime<Utc>>,
}
