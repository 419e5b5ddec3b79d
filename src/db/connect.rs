//! How a connection is made and kept: the URL, the pool, and each database's settings.

use super::{DbConnection, StoreError};
use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::r2d2::{self, Pool, PooledConnection};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// Which database a desk uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DbKind {
    /// SQLite, inside the program.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// A checked `DATABASE_URL`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DbUrl {
    /// A file on this machine.
    Sqlite(PathBuf),
    /// A server, in libpq's URL form.
    Postgres(String),
}

impl DbUrl {
    /// Reads a URL; the scheme alone decides which database is meant.
    ///
    /// # Errors
    /// A sentence that says which forms are understood.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        if let Some(path) = text.strip_prefix("sqlite://").or_else(|| text.strip_prefix("sqlite:")) {
            if path.is_empty() {
                return Err("DATABASE_URL names no file; write sqlite://data/corroborate.db".to_owned());
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
        Err(format!(
            "DATABASE_URL must begin with sqlite:// or postgres:// (it begins with “{scheme}”); \
             for example sqlite://data/corroborate.db or postgres://user:password@host/corroborate"
        ))
    }

    /// Which database the URL leads to.
    pub fn kind(&self) -> DbKind {
        match self {
            Self::Sqlite(_) => DbKind::Sqlite,
            Self::Postgres(_) => DbKind::Postgres,
        }
    }

    /// The URL as it may stand in a log: without a password.
    pub fn shown(&self) -> String {
        match self {
            Self::Sqlite(path) => format!("sqlite://{}", path.display()),
            Self::Postgres(url) => match url.split_once("://").and_then(|(s, rest)| Some((s, rest.rsplit_once('@')?))) {
                Some((scheme, (user, place))) => {
                    let user = user.split(':').next().unwrap_or_default();
                    format!("{scheme}://{user}@{place}")
                }
                None => url.clone(),
            },
        }
    }
}

/// How many connections to keep and how long to wait for one.
#[derive(Clone, Copy, Debug)]
pub struct PoolOptions {
    /// Most connections at a time.
    pub size: u32,
    /// How long a request waits for a free one before it is told that the database is away.
    pub wait: Duration,
}

/// How long a request waits for a connection where nothing else is said.
const USUAL_WAIT: Duration = Duration::from_secs(3);
/// Connections to a PostgreSQL server where nothing else is said.
const USUAL_SERVER_CONNECTIONS: u32 = 6;

impl PoolOptions {
    /// What suits a database where nothing else is said. SQLite works on the processors of this machine, so more
    /// connections than one for each and one that waits for the disk only cost memory.
    pub fn usual(url: &DbUrl) -> Self {
        let processors = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let size = match url.kind() {
            DbKind::Sqlite => u32::try_from(processors + 1).unwrap_or(u32::MAX).clamp(3, 9),
            DbKind::Postgres => USUAL_SERVER_CONNECTIONS,
        };
        Self { size, wait: USUAL_WAIT }
    }

    /// So many connections.
    #[must_use]
    pub fn with_size(self, size: Option<u32>) -> Self {
        Self { size: size.unwrap_or(self.size), ..self }
    }
}

/// The desk's database: a pool that may be cloned freely.
#[derive(Clone)]
pub struct Db {
    pool: Pool<Manager>,
    url: DbUrl,
    queries: Arc<AtomicU64>,
}

impl std::fmt::Debug for Db {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Db({})", self.url.shown())
    }
}

/// A connection out of the pool; it goes back when it is dropped.
pub type Pooled = PooledConnection<Manager>;

impl Db {
    /// Prepares a pool. Connections are made when they are first needed, so this succeeds while a
    /// PostgreSQL server is still away.
    ///
    /// # Errors
    /// When the folder of an SQLite file can't be made.
    pub fn open(url: &DbUrl, options: PoolOptions) -> Result<Self, StoreError> {
        if let DbUrl::Sqlite(path) = url {
            make_folder(path)?;
        }
        let queries = Arc::<AtomicU64>::default();
        let pool = Pool::builder()
            .max_size(options.size)
            .min_idle(Some(0))
            .connection_timeout(options.wait)
            .test_on_check_out(url.kind() == DbKind::Postgres)
            .error_handler(Box::new(r2d2_log::Quiet))
            .build_unchecked(Manager { url: url.clone(), queries: queries.clone(), connections: options.size });
        Ok(Self { pool, url: url.clone(), queries })
    }

    /// A connection, waiting for a free one if need be.
    ///
    /// # Errors
    /// [`StoreError::Away`] when none can be had in time.
    pub fn get(&self) -> Result<Pooled, StoreError> {
        self.pool.get().map_err(|e| StoreError::Away(e.to_string()))
    }

    /// A connection beside the pool, for whoever keeps one for long: as long as the program runs, or while a long list is written.
    ///
    /// # Errors
    /// [`StoreError::Away`] when the database does not answer.
    pub fn connect(&self) -> Result<DbConnection, StoreError> {
        use diesel::r2d2::ManageConnection;
        let manager = Manager { url: self.url.clone(), queries: Arc::default(), connections: BESIDE };
        manager.connect().map_err(|e| StoreError::Away(e.to_string()))
    }

    /// How many statements were sent to the database so far.
    pub fn queries(&self) -> u64 {
        self.queries.load(Ordering::Relaxed)
    }

    /// How many connections there are, and how many of them nobody uses.
    pub fn connections(&self) -> (u32, u32) {
        let state = self.pool.state();
        (state.connections, state.idle_connections)
    }

    /// How many connections there may be.
    pub fn most_connections(&self) -> u32 {
        self.pool.max_size()
    }

    /// Which database this is.
    pub fn kind(&self) -> DbKind {
        self.url.kind()
    }

    /// Where the database is.
    pub fn url(&self) -> &DbUrl {
        &self.url
    }
}

fn make_folder(path: &Path) -> Result<(), StoreError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            std::fs::create_dir_all(folder).map_err(|e| StoreError::Away(format!("the folder {} can't be made: {e}", folder.display())))
        }
        _ => Ok(()),
    }
}

mod r2d2_log {
    /// Connection failures reach the caller of [`super::Db::get`]; here they only leave a trace.
    #[derive(Debug)]
    pub struct Quiet;
    impl diesel::r2d2::HandleError<diesel::r2d2::Error> for Quiet {
        fn handle_error(&self, error: diesel::r2d2::Error) {
            tracing::warn!(%error, "no connection to the database");
        }
    }
}

/// Makes connections for the pool, choosing by the URL's scheme alone.
#[derive(Debug)]
pub struct Manager {
    url: DbUrl,
    queries: Arc<AtomicU64>,
    connections: u32,
}

impl Manager {
    /// Counts what a connection is asked.
    fn count(&self) -> impl FnMut(InstrumentationEvent<'_>) + Send + 'static {
        let queries = self.queries.clone();
        move |event| {
            if matches!(event, InstrumentationEvent::StartQuery { .. }) {
                queries.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

/// SQLite's settings. `busy_timeout` comes first, so that the switch to WAL itself waits its turn.
/// `synchronous=FULL` makes each commit reach the disk before it is acknowledged (docs/decisions/0002).
/// The file is not mapped into memory: a full disk or a failing one is then an error, not the end of the program.
const SQLITE_PRAGMAS: &str = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; \
    PRAGMA foreign_keys=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY;";
/// Memory for pages of an SQLite file that were read, of all connections together; in KiB.
const SQLITE_CACHE: u32 = 64 * 1024;
/// The share of that memory of a connection beside the pool: one in so many.
const BESIDE: u32 = 64;

/// PostgreSQL's settings. A server that is told not to wait for its disk is told to wait for this desk; one that waits
/// for more than its own disk goes on doing so.
const POSTGRES_SETTINGS: &str = "SET TIME ZONE 'UTC'; SET statement_timeout = '30s'; \
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local');";

impl diesel::r2d2::ManageConnection for Manager {
    type Connection = DbConnection;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<DbConnection, r2d2::Error> {
        match &self.url {
            DbUrl::Sqlite(path) => {
                let mut c = SqliteConnection::establish(&path.to_string_lossy()).map_err(r2d2::Error::ConnectionError)?;
                c.batch_execute(SQLITE_PRAGMAS).map_err(r2d2::Error::QueryError)?;
                let cache = format!("PRAGMA cache_size=-{}", SQLITE_CACHE / self.connections.max(1));
                c.batch_execute(&cache).map_err(r2d2::Error::QueryError)?;
                c.set_instrumentation(self.count());
                Ok(DbConnection::Sqlite(c))
            }
            DbUrl::Postgres(url) => {
                let mut c = PgConnection::establish(url).map_err(r2d2::Error::ConnectionError)?;
                c.batch_execute(POSTGRES_SETTINGS).map_err(r2d2::Error::QueryError)?;
                c.set_instrumentation(self.count());
                Ok(DbConnection::Postgres(c))
            }
        }
    }

    fn is_valid(&self, c: &mut DbConnection) -> Result<(), r2d2::Error> {
        c.batch_execute("SELECT 1").map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, c: &mut DbConnection) -> bool {
        use diesel::connection::TransactionManager;
        std::thread::panicking() || <DbConnection as Connection>::TransactionManager::is_broken_transaction_manager(c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scheme_decides_and_anything_else_is_refused_in_words() {
        assert_eq!(DbUrl::parse("sqlite://data/x.db"), Ok(DbUrl::Sqlite("data/x.db".into())));
        assert_eq!(DbUrl::parse("sqlite:///var/x.db"), Ok(DbUrl::Sqlite("/var/x.db".into())));
        assert_eq!(DbUrl::parse("postgres://u@h/d").map(|u| u.kind()), Ok(DbKind::Postgres));
        assert!(DbUrl::parse("postgrse://u@h/d").unwrap_err().contains("postgrse"));
    }

    #[test]
    fn a_password_never_reaches_a_log() {
        let url = DbUrl::parse("postgres://ana:s3cret@db.example/desk").unwrap();
        assert_eq!(url.shown(), "postgres://ana@db.example/desk");
    }
}
