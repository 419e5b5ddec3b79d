//! The desk as commands reach it: the database of the settings, opened and brought up to date.

use super::failure::Failure;
use crate::account::Acting;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::column::At;
use crate::db::{self, Db, DbConnection, DbUrl, PoolOptions};
use crate::ids::Ids;
use crate::intake::read::Limits;
use crate::wording::{Catalogue, Words};
use std::ops::DerefMut;
use std::sync::Arc;

/// A desk that a command works on.
pub struct CommandDesk {
    db: Db,
    clock: Clock,
    ids: Ids,
}

impl CommandDesk {
    /// Opens the desk; where there is none yet, an empty one is made.
    pub fn open(config: &Config) -> Result<Self, Failure> {
        let url = DbUrl::parse(&config.database_url)?;
        let db = Db::open(&url, PoolOptions::usual(&url).with_size(Some(1)))?;
        let mut c = db.get().map_err(|e| format!("{e} (DATABASE_URL is {})", url.shown()))?;
        db::migrate(&mut c)?;
        drop(c);
        Ok(Self { db, clock: Clock::System, ids: Ids::System })
    }

    /// Opens a desk that must be there already: a slip in an address must not make an empty one.
    pub fn open_existing(config: &Config) -> Result<Self, Failure> {
        if let DbUrl::Sqlite(path) = DbUrl::parse(&config.database_url)?
            && !path.exists()
        {
            return Err(format!("there is no desk at {}; say where it is in DATABASE_URL or --database-url", path.display()).into());
        }
        Self::open(config)
    }

    /// A connection.
    pub fn connect(&self) -> Result<impl DerefMut<Target = DbConnection>, Failure> {
        Ok(self.db.get()?)
    }

    /// Now.
    pub fn now(&self) -> At {
        At(self.clock.now())
    }

    /// Where ids come from.
    pub fn ids(&self) -> &Ids {
        &self.ids
    }

    /// The program itself as the one who acts.
    pub fn acting(&self) -> Acting {
        Acting::command_line(self.now(), &self.ids)
    }
}

/// Whether the settings lead to a desk. Of a server that is away nobody can tell, so it counts as one.
pub fn is_there(config: &Config) -> Result<bool, Failure> {
    Ok(match DbUrl::parse(&config.database_url)? {
        DbUrl::Sqlite(path) => path.exists(),
        DbUrl::Postgres(_) => true,
    })
}

/// The address under which people reach the desk, as far as the settings tell.
pub fn address(config: &Config) -> String {
    let listens = || format!("http://{}", config.bind.as_deref().unwrap_or(super::serve::USUAL_ADDRESS));
    config.public_url.clone().unwrap_or_else(listens).trim_end_matches('/').to_owned()
}

/// How large a text may be.
pub fn limits(config: &Config) -> Limits {
    let usual = Limits::default();
    Limits { bytes: config.max_upload_bytes.unwrap_or(usual.bytes), chars: config.max_article_chars.unwrap_or(usual.chars) }
}

/// The words of reports, labels and messages, in the language that the terminal is set to.
pub fn words() -> Result<Arc<Words>, Failure> {
    Ok(Catalogue::embedded().map_err(|e| e.to_string())?.choose(language_of_terminal().as_deref(), None))
}

/// The language that the environment asks for, as POSIX orders its variables: `fr` of `fr_CA.UTF-8`.
fn language_of_terminal() -> Option<String> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())?;
    set.split(['_', '.', '@']).next().map(str::to_lowercase)
}
