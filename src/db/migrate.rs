//! The schema's history, embedded in the program and brought up to date at start.

use super::{DbConnection, StoreError};
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// An arbitrary number that all servers of this product agree on, so that two starting at once on one
/// PostgreSQL migrate one after the other.
const MIGRATION_LOCK: i64 = 0x0c00_0b0b;

/// Brings the schema up to date and tells how many steps that took.
///
/// # Errors
/// A step that fails is undone and named; steps before it stay.
pub fn migrate(c: &mut DbConnection) -> Result<usize, StoreError> {
    match c {
        DbConnection::Sqlite(s) => {
            s.run_pending_migrations(SQLITE).map(|done| done.len()).map_err(|e| StoreError::Broken(format!("the schema could not be brought up to date: {e}")))
        }
        DbConnection::Postgres(p) => {
            p.batch_execute(&format!("SELECT pg_advisory_lock({MIGRATION_LOCK})"))?;
            let done = p
                .run_pending_migrations(POSTGRES)
                .map(|done| done.len())
                .map_err(|e| StoreError::Broken(format!("the schema could not be brought up to date: {e}")));
            p.batch_execute(&format!("SELECT pg_advisory_unlock({MIGRATION_LOCK})"))?;
            done
        }
    }
}
