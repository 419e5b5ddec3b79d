//! The database: one connection type for SQLite and PostgreSQL, a pool, and transactions.
//!
//! Everything here is about *how* to reach rows, never about what they mean. Start at [`Db`];
//! writes go through [`transact`]. Queries live in the `store.rs` file of the thing they are about.

mod bulk;
pub mod column;
pub mod condition;
mod connect;
mod migrate;
pub mod notice;
pub mod page;
pub mod schema;
pub mod search;

pub use bulk::{begin_bulk, end_bulk};
pub use connect::{Db, DbKind, DbUrl, PoolOptions, Pooled};
pub use migrate::migrate;

use diesel::connection::{AnsiTransactionManager, Connection, TransactionManager};

#[allow(missing_docs, reason = "diesel's derive makes public types without docs")]
mod connection {
    use diesel::prelude::*;

    /// A connection to whichever database the desk uses.
    #[derive(diesel::MultiConnection)]
    pub enum DbConnection {
        /// SQLite, inside the program.
        Sqlite(SqliteConnection),
        /// A PostgreSQL server.
        Postgres(PgConnection),
    }
}
pub use connection::{DbConnection, MultiBackend};

/// What went wrong between the program and its database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A statement failed.
    #[error("a database statement failed: {0}")]
    Query(#[from] diesel::result::Error),
    /// No connection could be had in time.
    #[error("the database can't be reached: {0}")]
    Away(String),
    /// A stored value does not have the form it must have.
    #[error("a stored value is broken: {0}")]
    Broken(String),
}

impl StoreError {
    /// Whether the database itself is out of reach, or took this work back for the sake of another, so that trying again makes
    /// sense.
    pub fn is_away(&self) -> bool {
        use diesel::result::{DatabaseErrorKind, Error};
        match self {
            Self::Away(_) => true,
            Self::Query(Error::DatabaseError(DatabaseErrorKind::ClosedConnection, _)) => true,
            Self::Query(Error::DatabaseError(_, info)) => {
                let text = info.message();
                [
                    "server closed the connection", "terminating connection", "shutting down", "starting up", "connection refused", "database is locked",
                    "could not connect", "deadlock detected",
                ]
                .iter()
                .any(|part| text.contains(part))
            }
            Self::Query(Error::BrokenTransactionManager) => true,
            Self::Query(_) | Self::Broken(_) => false,
        }
    }

    /// Whether the store can't take more: disk full, read-only file or folder.
    pub fn is_full(&self) -> bool {
        match self {
            Self::Query(diesel::result::Error::DatabaseError(_, info)) => {
                let text = info.message();
                ["disk is full", "No space left", "readonly database", "read-only", "disk I/O error"].iter().any(|part| text.contains(part))
            }
            _ => false,
        }
    }
}

/// Code written once and compiled once for each database: for what the common backend can't express
/// (upserts).
#[macro_export]
macro_rules! per_backend {
    ($conn:expr, |$c:ident| $body:expr) => {
        match $conn {
            $crate::db::DbConnection::Sqlite($c) => $body,
            $crate::db::DbConnection::Postgres($c) => $body,
        }
    };
}

/// Inserts rows, inside a transaction that is the caller's: in one statement on PostgreSQL, row by row on SQLite, where
/// diesel would put a savepoint around them, whose journal SQLite goes through again after each row.
#[macro_export]
macro_rules! insert_rows {
    ($conn:expr, $table:expr, $rows:expr) => {
        match $conn {
            $crate::db::DbConnection::Sqlite(c) => $rows.iter().try_for_each(|row| diesel::insert_into($table).values(row).execute(c).map(drop)),
            $crate::db::DbConnection::Postgres(c) => diesel::insert_into($table).values($rows).execute(c).map(drop),
        }
    };
}

/// Runs `work` in one transaction that may write; any error undoes all of it.
///
/// On SQLite it takes the write lock at once (`BEGIN IMMEDIATE`): a transaction that first reads and
/// then writes would otherwise fail at once, whatever the busy timeout, when somebody else wrote between.
/// Inside another transaction it is a savepoint: its own work is undone on an error, the rest is the caller's.
pub fn transact<T, E: From<diesel::result::Error>>(c: &mut DbConnection, work: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> Result<T, E> {
    type Manager = <DbConnection as Connection>::TransactionManager;
    match c {
        DbConnection::Sqlite(s) => match AnsiTransactionManager::transaction_manager_status_mut(s).transaction_depth()? {
            None => AnsiTransactionManager::begin_transaction_sql(s, "BEGIN IMMEDIATE")?,
            Some(_) => AnsiTransactionManager::begin_transaction(s)?,
        },
        DbConnection::Postgres(p) => AnsiTransactionManager::begin_transaction(p)?,
    }
    match work(c) {
        Ok(value) => {
            Manager::commit_transaction(c)?;
            Ok(value)
        }
        Err(error) => match Manager::rollback_transaction(c) {
            Ok(()) | Err(diesel::result::Error::BrokenTransactionManager) => Err(error),
            Err(failed) => Err(failed.into()),
        },
    }
}

/// Runs `work` on one unchanging view of the database, so that several queries fit together.
pub fn read_consistently<T, E: From<diesel::result::Error>>(c: &mut DbConnection, work: impl FnOnce(&mut DbConnection) -> Result<T, E>) -> Result<T, E> {
    type Manager = <DbConnection as Connection>::TransactionManager;
    match c {
        DbConnection::Sqlite(s) => AnsiTransactionManager::begin_transaction_sql(s, "BEGIN")?,
        DbConnection::Postgres(p) => {
            AnsiTransactionManager::begin_transaction_sql(p, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        }
    }
    let result = work(c);
    match Manager::rollback_transaction(c) {
        Ok(()) | Err(diesel::result::Error::BrokenTransactionManager) => result,
        Err(failed) => result.and(Err(failed.into())),
    }
}
