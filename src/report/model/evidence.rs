//! The evidence, and the sources that the article cites. Pure.

use crate::evidence::{EvidenceKind, Grade, Independence};
use crate::source::{Rating, SourceKind};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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
    /// Whether it must not leave the desk.
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

/// A dated note on a source's reliability, with or without a rating.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ReliabilityPart {
    /// Who wrote it.
    pub by: String,
    /// Of which day it is.
    pub on: NaiveDate,
    /// The note.
    pub note: String,
    /// How far the desk relies on the source since, where the note says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// From which day on that holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds_from: Option<NaiveDate>,
}
