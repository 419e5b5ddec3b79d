//! Typed ids: a UUID version 7 each, so that the order of ids is the order of time.
//!
//! The only place that makes ids. Tests make them from a counter (see [`Ids::counting`]).

use crate::db::column::Uuid as SqlUuid;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sqlite::{Sqlite, SqliteValue};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// A typed id.
pub trait Id: Copy {
    /// The id with this UUID.
    fn from_uuid(uuid: Uuid) -> Self;
    /// Its UUID.
    fn uuid(self) -> Uuid;
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, AsExpression, FromSqlRow, Serialize, Deserialize)]
        #[diesel(sql_type = SqlUuid)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);
        impl Id for $name {
            fn from_uuid(uuid: Uuid) -> Self { Self(uuid) }
            fn uuid(self) -> Uuid { self.0 }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }
        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> { text.parse().map(Self) }
        }
        crate::wire!(Uuid, $name, Uuid);
        impl ToSql<SqlUuid, Sqlite> for $name {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
                out.set_value(self.0.as_bytes().as_slice());
                Ok(IsNull::No)
            }
        }
        impl FromSql<SqlUuid, Sqlite> for $name {
            fn from_sql(mut value: SqliteValue<'_, '_, '_>) -> deserialize::Result<Self> {
                Ok(Self(Uuid::from_slice(value.read_blob())?))
            }
        }
    )+ };
}

ids! {
    /// A person of the desk.
    PersonId,
    /// A signed-in browser.
    SessionId,
    /// A token for the API.
    TokenId,
    /// A link that works once.
    LinkId,
    /// A hash chain of history: an article's, or the desk's.
    ChainId,
    /// A line of history.
    EventId,
    /// An article.
    ArticleId,
    /// A version of an article's text.
    VersionId,
    /// A sentence of a version.
    SentenceId,
    /// An entry of the registry of sources.
    SourceId,
    /// Another name of a source.
    AliasId,
    /// A dated note on a source's reliability.
    NoteId,
    /// A claim.
    ClaimId,
    /// A piece of text that a claim covers.
    ClaimSpanId,
    /// A claim's tie to a source.
    AttributionId,
    /// A finding on a claim.
    ReviewId,
    /// A second check of a claim.
    SecondCheckId,
    /// A claim given to a person.
    AssignmentId,
    /// A remark on a claim.
    CommentId,
    /// A line of somebody's inbox.
    NotificationId,
    /// Somebody asked for comment.
    ContactId,
    /// A piece of evidence.
    EvidenceId,
    /// A stored copy of a page.
    SnapshotId,
    /// A frozen report.
    ReportId,
    /// The public page of an article.
    PublicationId,
    /// What a reader of a public page reported.
    ReaderReportId,
    /// An entry of an article's corrections.
    CorrectionId,
    /// A word that claims are sorted by.
    TagId,
    /// Something done to many claims at once.
    StepId,
    /// A filter of the queue under a name.
    ViewId,
    /// A long file that somebody asked for.
    JobId,
    /// Anything that history can speak of.
    SubjectId,
}

impl ChainId {
    /// The desk's own chain.
    pub const DESK: Self = Self(Uuid::nil());
}

/// Where new ids come from.
#[derive(Clone, Debug, Default)]
pub enum Ids {
    /// From the time and chance.
    #[default]
    System,
    /// From a counter, for tests.
    Counting(Arc<AtomicU64>),
}

impl Ids {
    /// Ids from a counter that starts at one.
    pub fn counting() -> Self {
        Self::Counting(Arc::new(AtomicU64::new(1)))
    }

    /// A new id.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that makes ids")]
    pub fn make<T: Id>(&self) -> T {
        T::from_uuid(match self {
            Self::System => Uuid::now_v7(),
            Self::Counting(next) => {
                let n = next.fetch_add(1, Ordering::Relaxed);
                Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 | u128::from(n))
            }
        })
    }
}
