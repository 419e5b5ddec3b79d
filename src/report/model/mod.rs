//! A report as plain data: what every format is made of, and what the JSON format is.
//!
//! Everything a reader needs to follow the check is in it, by name and not by reference to the desk's database;
//! only evidence is kept once and tied to its claims by id. Comments are the desk's own talk and are never part
//! of it. Fields are only ever added; a change of meaning raises [`SCHEMA`]. A file an idea: [`frozen`], [`taken_from`],
//! [`article`], [`claim`], [`second`], [`evidence`]; `written` says how single fields are written. Start at [`Report`].

mod article;
mod claim;
mod evidence;
mod frozen;
mod second;
mod taken_from;
mod written;

pub use article::*;
pub use claim::*;
pub use evidence::*;
pub use frozen::*;
pub use second::*;
pub use taken_from::TakenFromPart;

use chrono::{DateTime, Utc};
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
