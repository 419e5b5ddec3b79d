//! A claim with everything that was found: chain, findings, evidence, who was asked. Pure.

use super::{SecondCheckPart, written};
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::{Anchor, AttributionVerdict, Priority, Quotation, Risk, RiskKind, Role, SetAsideReason, Substance, TextAction, Why, WorkState};
use crate::evidence::Stance;
use crate::source::SourceKind;
use crate::span::Span;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A claim with everything that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ClaimPart {
    /// Its id.
    pub id: String,
    /// Its number in the article.
    pub number: i32,
    /// A wording that stands on its own.
    pub statement: String,
    /// Where it stands in the version's text; empty where the text no longer has it.
    pub spans: Vec<Span>,
    /// The words there.
    pub quote: String,
    /// How well its place is known after changes of the text.
    #[serde(default = "written::exact", skip_serializing_if = "written::is_exact")]
    pub anchor: Anchor,
    /// How much the extraction thought it deserves checking, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none", serialize_with = "written::plain_number")]
    #[schema(value_type = Option<f64>, minimum = 0, maximum = 1)]
    pub check_worthiness: Option<f64>,
    /// Why it thought so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<Why>,
    /// The words that the desk sorts it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When it was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_at: Option<DateTime<Utc>>,
    /// Who has to act.
    pub state: WorkState,
    /// Whom it is attributed to.
    pub chain: Vec<LinkPart>,
    /// Did they say it? The weakest link.
    pub attribution: Option<AttributionVerdict>,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Why; may be empty.
    pub rationale: String,
    /// What was searched; may be empty.
    pub searched: String,
    /// Why an editor let the verdict pass with something missing.
    pub override_reason: Option<String>,
    /// Who set the verdict.
    pub checked_by: Option<String>,
    /// When.
    pub checked_at: Option<DateTime<Utc>>,
    /// Who signed it off.
    pub signed_off_by: Option<String>,
    /// When.
    pub signed_off_at: Option<DateTime<Utc>>,
    /// Who has it.
    pub assignee: Option<String>,
    /// Until when.
    pub due_on: Option<NaiveDate>,
    /// How soon it has to be done.
    pub priority: Priority,
    /// How much harm an error would do.
    pub risk: Risk,
    /// Of which kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risk_kinds: Vec<RiskKind>,
    /// For which day the finding holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub true_as_of: Option<NaiveDate>,
    /// Until when it has to be looked at again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recheck_by: Option<NaiveDate>,
    /// Why it is set aside, where it is.
    pub set_aside: Option<SetAsideReason>,
    /// What should happen to the text.
    pub text_action: Option<TextActionPart>,
    /// The evidence tied to it.
    pub evidence: Vec<TiePart>,
    /// Who was asked about it, first asked first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactPart>,
    /// How many pieces for or against it stand apart.
    pub independent_pieces: usize,
    /// Whether several pieces go back to one origin.
    pub circular: bool,
    /// All findings on it.
    pub reviews: Vec<ReviewPart>,
    /// What others found without seeing these, in the order in which they were asked; only what was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub second_checks: Vec<SecondCheckPart>,
}

/// One link of a chain, nearest to the reader first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LinkPart {
    /// The part it plays.
    pub role: Role,
    /// Canonical name of the source.
    pub source: String,
    /// What the source is.
    pub kind: SourceKind,
    /// Where the article names it.
    pub mention: Option<Span>,
    /// In which words.
    pub mention_text: Option<String>,
    /// Where the reporting words stand.
    pub cue: Option<Span>,
    /// Which they are.
    pub cue_text: Option<String>,
    /// How its words are given.
    pub quotation: Quotation,
    /// Did that source say it?
    pub verdict: Option<AttributionVerdict>,
    /// What the checker says of that; may be empty.
    pub note: String,
}

/// What should happen to the text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TextActionPart {
    /// What.
    pub action: TextAction,
    /// The wording that is proposed; may be empty.
    pub proposed_wording: String,
    /// Whether it was done.
    pub done: bool,
}

/// A piece of evidence's tie to a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TiePart {
    /// Id of the piece, among the report's evidence.
    pub evidence: String,
    /// What it says of the claim.
    pub stance: Stance,
    /// Who attached it; nobody is named for a confidential piece.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attached_by: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attached_at: Option<DateTime<Utc>>,
}

/// One person's finding on a claim at one time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReviewPart {
    /// Who.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did the sources say it?
    pub attribution: Option<AttributionVerdict>,
    /// Why.
    pub rationale: String,
    /// What was searched; may be empty.
    pub searched: String,
    /// Why an editor let it pass with something missing.
    pub override_reason: Option<String>,
    /// What was found on each link of the chain; empty where nothing was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkFindingPart>,
    /// Whether it is the one that the claim's verdicts and rationale are from.
    #[serde(default, skip_serializing_if = "written::is_false")]
    pub in_force: bool,
}

/// What somebody found on one link of a chain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LinkFindingPart {
    /// Its place in the claim's chain, from 1; `None` where the chain has the link no more.
    pub link: Option<usize>,
    /// Did that source say it?
    pub verdict: Option<AttributionVerdict>,
    /// What the checker said of that; may be empty.
    pub note: String,
}

/// Somebody asked for comment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ContactPart {
    /// Who was asked.
    pub name: String,
    /// What they are, or whom they speak for; may be empty.
    pub party: String,
    /// How they were asked.
    pub channel: ContactChannel,
    /// When.
    pub asked_on: NaiveDate,
    /// What they were asked.
    pub question: String,
    /// What came of it.
    pub outcome: ContactOutcome,
    /// When they answered.
    pub answered_on: Option<NaiveDate>,
    /// What they said; may be empty.
    pub answer: String,
    /// Whether who it was and what they said must not leave the desk.
    pub confidential: bool,
    /// Who of the desk asked, or entered that it was asked.
    pub entered_by: String,
    /// When it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_at: Option<DateTime<Utc>>,
}
