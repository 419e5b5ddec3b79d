//! A connection made ready for one long load, and made as it was again.

use super::{DbConnection, StoreError};
use diesel::connection::SimpleConnection;

/// Makes a connection ready for millions of rows. On SQLite nothing waits for the disk until [`end_bulk`]: a power cut
/// meanwhile can leave a broken file, so this is for data that can be made again.
pub fn begin_bulk(c: &mut DbConnection) -> Result<(), StoreError> {
    if let DbConnection::Sqlite(c) = c {
        c.batch_execute("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA wal_autocheckpoint=20000;")?;
    }
    Ok(())
}

/// Brings everything to the disk, and the planner's figures up to date.
pub fn end_bulk(c: &mut DbConnection) -> Result<(), StoreError> {
    match c {
        DbConnection::Sqlite(c) => {
            c.batch_execute(
                "PRAGMA synchronous=FULL; PRAGMA cache_size=-8000; PRAGMA wal_autocheckpoint=1000; PRAGMA wal_checkpoint(TRUNCATE); \
                 PRAGMA analysis_limit=1000; ANALYZE;",
            )?;
        }
        DbConnection::Postgres(c) => c.batch_execute("ANALYZE")?,
    }
    Ok(())
}
