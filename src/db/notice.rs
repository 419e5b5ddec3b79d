//! What processes on one PostgreSQL server tell each other: notices on channels, sent when a transaction is committed.
//!
//! SQLite has one process, which needs none of this: there every function does nothing.

use super::{DbConnection, StoreError};
use diesel::prelude::*;
use diesel::sql_types::Text;

/// Channel on which a transaction says that it wrote lines of history.
pub const EVENTS: &str = "corroborate_events";

/// Channel on which processes say who is on which article.
pub const PRESENCE: &str = "corroborate_presence";

/// Channel on which a transaction says that somebody holds a claim of an article, or no longer.
pub const HOLDS: &str = "corroborate_holds";

/// Channel on which a transaction says that somebody read lines of their inbox.
pub const INBOX: &str = "corroborate_inbox";

/// A notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// On which channel.
    pub channel: String,
    /// What it says; often nothing.
    pub says: String,
}

/// Has this connection hear a channel from now on.
pub fn listen(c: &mut DbConnection, channel: &'static str) -> Result<(), StoreError> {
    if let DbConnection::Postgres(c) = c {
        diesel::sql_query(format!("LISTEN {channel}")).execute(c)?;
    }
    Ok(())
}

/// What this connection heard since it was asked last. Does not wait.
pub fn heard(c: &mut DbConnection) -> Result<Vec<Notice>, StoreError> {
    match c {
        DbConnection::Sqlite(_) => Ok(Vec::new()),
        DbConnection::Postgres(c) => {
            c.notifications_iter().map(|heard| heard.map(|heard| Notice { channel: heard.channel, says: heard.payload }).map_err(StoreError::from)).collect()
        }
    }
}

/// Tells whoever listens; inside a transaction once it is committed. PostgreSQL takes less than 8,000 bytes.
pub fn tell(c: &mut DbConnection, channel: &'static str, says: &str) -> Result<(), StoreError> {
    if let DbConnection::Postgres(c) = c {
        diesel::sql_query("SELECT pg_notify($1, $2)").bind::<Text, _>(channel).bind::<Text, _>(says).execute(c)?;
    }
    Ok(())
}
