//! A report as plain data: what every format is made of, and what the JSON format is.
//!
//! Everything a reader needs to follow the check is in it, by name and not by reference to the desk's database;
//! only evidence is kept once and tied to its claims by id. Comments are the desk's own talk and are never part
//! of it. Fields are only ever added; a change of meaning raises [`SCHEMA`]. Start at [`Report`].

use super::taken_from::TakenFromPart;
use super::written;
use crate::article::{ArticleState, CorrectionKind, Coverage, SentenceKind};
use crate::claim::contact::{ContactChannel, ContactOutcome};
use crate::claim::{Anchor, AttributionVerdict, Priority, Quotation, Risk, RiskKind, Role, SetAsideReason, Substance, TextAction, Why, WorkState};
use crate::evidence::{EvidenceKind, Grade, Independence, Stance};
use crate::source::SourceKind;
use crate::span::Span;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Version of the JSON form.
pub const SCHEMA: u32 = 1;

/// The check of one article at one moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Report {
    /// Version of the JSON form; see [`SCHEMA`].
    pub schema: u32,
    /// Name and version of the program that made it.
    pub tool: String,
    /// When it was put together.
    pub assembled_at: DateTime<Utc>,
    /// Its number, where it was frozen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<FrozenPart>,
    /// The desk that checked.
    pub desk: DeskPart,
    /// The article.
    pub article: ArticlePart,
    /// The version of its text that was checked.
    pub version: VersionPart,
    /// What came out, in numbers.
    pub summary: Summary,
    /// All sentences of the version, in order.
    pub sentences: Vec<SentencePart>,
    /// The claims, by number.
    pub claims: Vec<ClaimPart>,
    /// Every piece of evidence tied to one of the claims, once.
    pub evidence: Vec<EvidencePart>,
    /// The sources the article cites, by name.
    pub sources: Vec<SourcePart>,
    /// What was changed after publication, oldest first.
    pub corrections: Vec<CorrectionPart>,
    /// Where the article's history stands.
    pub history: HistoryPart,
    /// The desk's signature on all the rest, where it was frozen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignaturePart>,
    /// The reports that the check was taken over from, the last one first; none where it was made here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_from: Vec<TakenFromPart>,
}

/// What makes a report a frozen one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FrozenPart {
    /// Its number among the article's reports, from 1.
    pub number: i32,
    /// Who froze it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The article's frozen report before it, so that none can be taken out or exchanged unseen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<PreviousPart>,
    /// The desk's public key (Ed25519, 32 bytes in lower-case hexadecimal); reports older than the key have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// SHA-256 of the frozen content. No report can hold its own hash; forms for readers show it.
    #[serde(skip)]
    pub sha256: Option<String>,
}

/// The frozen report before a frozen report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PreviousPart {
    /// Its number among the article's reports.
    pub number: i32,
    /// SHA-256 of its content.
    pub sha256: String,
}

/// The desk's signature on a frozen report. It stands beside what was hashed and is no part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SignaturePart {
    /// How it was made: `ed25519`.
    pub algorithm: String,
    /// SHA-256 of the report without this part, as canonical JSON.
    pub sha256: String,
    /// The signature of that hash, in base64.
    pub value: String,
}

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
    /// Id of the piece, in [`Report::evidence`].
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
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct EvidencePart {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: EvidenceKind,
    /// Its title.
    pub title: String,
    /// Who published it; may be empty.
    pub publisher: String,
    /// Where it is on the web.
    pub url: Option<String>,
    /// When it was published.
    pub published_on: Option<NaiveDate>,
    /// When the checker saw it.
    pub accessed_on: Option<NaiveDate>,
    /// The passage that counts; may be empty.
    pub excerpt: String,
    /// How near to the facts it is.
    pub grade: Grade,
    /// Whether it stands apart.
    pub independence: Independence,
    /// The source it goes back to.
    pub origin: Option<String>,
    /// What the checker says of it; may be empty.
    pub note: String,
    /// Whether it must not leave the desk; see [`super::redact`].
    pub confidential: bool,
    /// Who found it.
    pub found_by: String,
    /// When it was put in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_at: Option<DateTime<Utc>>,
    /// SHA-256 of the stored copy.
    pub snapshot_sha256: Option<String>,
    /// Where a public archive keeps a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archive_url: Option<String>,
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
    /// Whether who it was and what they said must not leave the desk; see [`super::redact`].
    pub confidential: bool,
    /// Who of the desk asked, or entered that it was asked.
    pub entered_by: String,
    /// When it was entered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered_at: Option<DateTime<Utc>>,
}

/// A source, as the registry knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SourcePart {
    /// Its canonical name.
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Its country; may be empty.
    pub country: String,
    /// Links about it.
    pub links: Vec<String>,
    /// Its interests in what it is cited for; may be empty.
    pub interests: String,
    /// Notes on its reliability.
    pub reliability: Vec<ReliabilityPart>,
}

/// A dated note on a source's reliability.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReliabilityPart {
    /// Who wrote it.
    pub by: String,
    /// Of which day it is.
    pub on: NaiveDate,
    /// The note.
    pub note: String,
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

/// Where a history stands: enough to prove later that nothing before was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HistoryPart {
    /// How many lines it has.
    pub lines: i64,
    /// Hash of the last one.
    pub head_hash: String,
}
