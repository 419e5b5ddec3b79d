//! What makes a report a frozen one, and where the history stood that it was made from. Pure.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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

/// Where a history stands: enough to prove later that nothing before was changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HistoryPart {
    /// How many lines it has.
    pub lines: i64,
    /// Hash of the last one.
    pub head_hash: String,
}
