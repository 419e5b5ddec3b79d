//! The schema's history, embedded in the program and brought up to date at start.

use super::column::is_sqlite;
use super::{DbConnection, StoreError, transact};
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// An arbitrary number that all servers of this product agree on, so that two starting at once on one
/// PostgreSQL migrate one after the other.
const MIGRATION_LOCK: i64 = 0x0c00_0b0b;

/// Brings the schema up to date and tells how many steps that took. Programs that start at once do it one after the
/// other, and the later ones find nothing left to do.
///
/// # Errors
/// A step that fails is undone and named; on PostgreSQL the steps before it stay, on SQLite they are undone too.
pub fn migrate(c: &mut DbConnection) -> Result<usize, StoreError> {
    if is_sqlite(c) {
        // Asked first, so that a desk that is up to date starts while somebody else writes.
        if up_to_date(c)? {
            return Ok(0);
        }
        return transact(c, run);
    }
    c.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
    let done = run(c);
    c.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
    done
}

fn up_to_date(c: &mut DbConnection) -> Result<bool, StoreError> {
    let pending = match c {
        DbConnection::Sqlite(s) => s.has_pending_migration(SQLITE),
        DbConnection::Postgres(p) => p.has_pending_migration(POSTGRES),
    };
    pending.map(|pending| !pending).map_err(failed)
}

fn run(c: &mut DbConnection) -> Result<usize, StoreError> {
    let done = match c {
        DbConnection::Sqlite(s) => s.run_pending_migrations(SQLITE).map(|done| done.len()),
        DbConnection::Postgres(p) => p.run_pending_migrations(POSTGRES).map(|done| done.len()),
    };
    done.map_err(failed)
}

fn failed(error: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    StoreError::Broken(format!("the schema could not be brought up to date: {error}"))
}
