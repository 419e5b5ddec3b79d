//! Where a check is from that was not made on the desk that reports it. Pure.

use super::{ClaimPart, HistoryPart, Report};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A report of another desk that a check was taken over from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TakenFromPart {
    /// Name of the desk that had made the report; may be empty.
    pub desk: String,
    /// Its public address; may be empty.
    pub url: String,
    /// Id of the article there.
    pub article: String,
    /// Number of the report there, where it was a frozen one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i32>,
    /// SHA-256 of what the report said, as canonical JSON: of a frozen one the hash under which it was frozen.
    pub sha256: String,
    /// The key that it was signed with; the signature fitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// When it was put together.
    pub assembled_at: DateTime<Utc>,
    /// Name and version of the program that had made it.
    pub tool: String,
    /// Where the article's history stood there.
    pub history: HistoryPart,
    /// Who took it over.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Report {
    /// The report of another desk with which the finding on a claim came here; none where it was made here.
    pub fn found_elsewhere(&self, claim: &ClaimPart) -> Option<&TakenFromPart> {
        let found_at = claim.checked_at?;
        // The last one was taken over last, from a desk that may have taken it over itself.
        self.taken_from.iter().rev().find(|from| found_at <= from.at)
    }
}
