//! A migrated database for one test, made by copying a template and gone with the test.

use corroborate::article::text_sha256;
use corroborate::db::{Db, DbConnection, DbKind, DbUrl, PoolOptions, migrate};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Once, OnceLock};
use std::time::Duration;

/// Where the address of the PostgreSQL server for tests stands; `scripts/with-postgres` sets it.
const SERVER: &str = "CORROBORATE_TEST_POSTGRES";
/// An arbitrary number that all test processes agree on, so that one of them makes the template.
const TEMPLATE_LOCK: i64 = 0x0c00_7e57;

/// What a test acts on, made from a fresh database.
pub trait Stage {
    /// The stage on this database.
    fn on(db: TestDb) -> Self;
}

/// A database of one test.
pub struct TestDb {
    db: Option<Db>,
    place: Place,
}

enum Place {
    Folder(tempfile::TempDir),
    Server {
        name: String,
    },
    /// Another one's, who removes it.
    Elsewhere,
}

impl Stage for TestDb {
    fn on(db: TestDb) -> Self {
        db
    }
}

impl TestDb {
    /// An SQLite file in a folder of its own.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("desk.db");
        std::fs::copy(sqlite_template(), &file).unwrap();
        Self { db: Some(open(&DbUrl::Sqlite(file))), place: Place::Folder(folder) }
    }

    /// A database of its own on the server for tests; `None` where there is none.
    pub fn postgres() -> Option<Self> {
        let server = server()?;
        let template = postgres_template(&server);
        let name = fresh_name();
        let mut c = connect(&server);
        c.batch_execute(&format!("DROP DATABASE IF EXISTS {name}")).unwrap();
        c.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).unwrap();
        let db = open(&DbUrl::Postgres(address_of(&server, &name)));
        Some(Self { db: Some(db), place: Place::Server { name } })
    }

    /// The same database with a pool of its own.
    pub fn shared(&self) -> Self {
        Self { db: Some(open(self.db().url())), place: Place::Elsewhere }
    }

    /// Another fresh database of the same kind.
    pub fn another(&self) -> Self {
        match self.kind() {
            DbKind::Sqlite => Self::sqlite(),
            DbKind::Postgres => Self::postgres().unwrap(),
        }
    }

    /// A database without any table, for tests of the migrations; `None` where there is no server.
    pub fn empty(kind: DbKind) -> Option<Self> {
        match kind {
            DbKind::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let db = open(&DbUrl::Sqlite(folder.path().join("empty.db")));
                Some(Self { db: Some(db), place: Place::Folder(folder) })
            }
            DbKind::Postgres => {
                let server = server()?;
                let name = fresh_name();
                connect(&server).batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0")).unwrap();
                let db = open(&DbUrl::Postgres(address_of(&server, &name)));
                Some(Self { db: Some(db), place: Place::Server { name } })
            }
        }
    }

    /// The pool.
    pub fn db(&self) -> &Db {
        self.db.as_ref().unwrap()
    }

    /// Which database this is.
    pub fn kind(&self) -> DbKind {
        self.db().kind()
    }

    /// A folder that lives as long as this database, where it has one.
    pub fn folder(&self) -> Option<&Path> {
        match &self.place {
            Place::Folder(folder) => Some(folder.path()),
            Place::Server { .. } | Place::Elsewhere => None,
        }
    }

    /// Its `DATABASE_URL`.
    pub fn url(&self) -> String {
        match self.db().url() {
            DbUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
            DbUrl::Postgres(url) => url.clone(),
        }
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        self.db = None;
        if let (Place::Server { name }, Some(server)) = (&self.place, server()) {
            // FORCE: a pool closes its connections in its own time.
            let dropped = PgConnection::establish(&server).map(|mut c| c.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
            if !std::thread::panicking() {
                dropped.unwrap().unwrap();
            }
        }
    }
}

/// Says once, past the test runner's capture, that the PostgreSQL half is not run; fails where it must be.
pub fn skip_without_postgres() {
    use std::io::Write;
    static ONCE: Once = Once::new();
    let sentence = format!("{SERVER} is not set: tests on PostgreSQL are SKIPPED (scripts/with-postgres COMMAND runs them)");
    assert!(std::env::var("CI").is_err(), "{sentence}; with CI set that is a failure");
    ONCE.call_once(|| {
        let mut out = std::io::stderr();
        writeln!(out, "{sentence}").unwrap();
    });
}

fn server() -> Option<String> {
    std::env::var(SERVER).ok().filter(|server| !server.is_empty())
}

fn open(url: &DbUrl) -> Db {
    Db::open(url, PoolOptions { size: 8, wait: Duration::from_secs(20) }).unwrap()
}

fn connect(address: &str) -> PgConnection {
    PgConnection::establish(address).unwrap_or_else(|e| panic!("the PostgreSQL server of {SERVER} does not answer: {e}"))
}

fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(1);
    format!("corroborate_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The server's address with another database in it.
fn address_of(server: &str, database: &str) -> String {
    let mut url = url::Url::parse(server).unwrap_or_else(|e| panic!("{SERVER} is no address: {e}"));
    url.set_path(&format!("/{database}"));
    url.to_string()
}

/// Names the present state of the migrations, so that a template of an older state is never taken.
fn fingerprint(kind: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path().join("up.sql")).collect();
    files.sort();
    let all: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    text_sha256(&all).chars().take(16).collect()
}

/// A migrated SQLite file to copy. Processes that make it at the same time make the same file.
fn sqlite_template() -> &'static Path {
    static MADE: OnceLock<PathBuf> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let template = folder.join(format!("template-{}.db", fingerprint("sqlite")));
        if !template.exists() {
            let making = tempfile::tempdir_in(folder).unwrap();
            let file = making.path().join("template.db");
            let db = open(&DbUrl::Sqlite(file.clone()));
            let mut c = db.get().unwrap();
            migrate(&mut c).unwrap();
            // Everything into the one file that is copied.
            c.batch_execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;").unwrap();
            std::fs::rename(file, &template).unwrap();
        }
        template
    })
}

/// A migrated PostgreSQL database to copy; made by the first process that needs it.
fn postgres_template(server: &str) -> &'static str {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    static MADE: OnceLock<String> = OnceLock::new();
    MADE.get_or_init(|| {
        let template = format!("corroborate_template_{}", fingerprint("postgres"));
        let mut c = connect(server);
        c.batch_execute(&format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})")).unwrap();
        let found: Found = diesel::sql_query(format!("SELECT count(*) AS n FROM pg_database WHERE datname = '{template}'")).get_result(&mut c).unwrap();
        if found.n == 0 {
            let making = format!("{template}_making");
            c.batch_execute(&format!("DROP DATABASE IF EXISTS {making}")).unwrap();
            c.batch_execute(&format!("CREATE DATABASE {making}")).unwrap();
            let mut inside = DbConnection::Postgres(connect(&address_of(server, &making)));
            migrate(&mut inside).unwrap();
            drop(inside);
            c.batch_execute(&format!("ALTER DATABASE {making} RENAME TO {template}")).unwrap();
        }
        c.batch_execute(&format!("SELECT pg_advisory_unlock({TEMPLATE_LOCK})")).unwrap();
        template
    })
}
