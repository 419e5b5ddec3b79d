//! What all handlers share: the database, the words, the clock, the settings.

use crate::account::sign_in::Brake;
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::Ids;
use crate::intake::read::Limits;
use crate::wording::Catalogue;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Instant;

/// Settings of the web side.
#[derive(Clone, Debug, Default)]
pub struct WebSettings {
    /// The address under which people reach the desk; links in mails and cookies' `Secure` go by it.
    pub public_url: Option<String>,
    /// How large a text may be.
    pub limits: Limits,
}

impl WebSettings {
    /// Whether people reach the desk over TLS.
    pub fn behind_tls(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

/// How many claims of the whole desk are in each state.
pub type DeskCounts = Vec<(crate::claim::WorkState, i64)>;

/// When counts were taken, how long that took, and what came out.
pub type CountsTaken = (Instant, std::time::Duration, DeskCounts);

/// When menus were made, and the menus.
pub type MenusMade = (Instant, Arc<super::menu::Menus>);

/// What all handlers share. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The database.
    pub db: Db,
    /// All words.
    pub catalogue: Arc<Catalogue>,
    /// The time.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
    /// The brake on guessing passwords.
    pub brake: Arc<Brake>,
    /// Settings.
    pub settings: Arc<WebSettings>,
    /// Counts of answers since the start.
    pub counters: Arc<super::observe::Counters>,
    /// Counts of the whole desk, kept a while.
    pub counts: Arc<Mutex<Option<CountsTaken>>>,
    /// What menus offer, kept for a moment.
    pub menus: Arc<Mutex<Option<MenusMade>>>,
}

impl Desk {
    /// A desk on a database.
    pub fn new(db: Db, catalogue: Arc<Catalogue>, clock: Clock, ids: Ids, settings: WebSettings) -> Self {
        Self {
            db,
            catalogue,
            clock,
            ids,
            brake: Arc::default(),
            settings: Arc::new(settings),
            counters: Arc::default(),
            counts: Arc::default(),
            menus: Arc::default(),
        }
    }
}
