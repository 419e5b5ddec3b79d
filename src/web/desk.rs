//! What all handlers share: the database, the words, the clock, the settings.

use crate::account::sign_in::Brake;
use crate::clock::Clock;
use crate::db::{Db, DbConnection, StoreError};
use crate::ids::{Ids, PersonId};
use crate::intake::read::Limits;
use crate::wording::Catalogue;
use std::sync::{Arc, Mutex, PoisonError};
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

/// People by name.
pub type Names = Arc<Vec<(PersonId, String)>>;

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
    /// Names for menus, kept a while; see [`Desk::checkers`].
    checkers: Arc<Mutex<Option<(Instant, Names)>>>,
    /// Counts of the whole desk, kept a while.
    pub counts: Arc<Mutex<Option<CountsTaken>>>,
    /// What menus offer, kept for a moment.
    pub menus: Arc<Mutex<Option<MenusMade>>>,
}

/// For how long names in menus may be behind, where another server changed them.
const NAMES_KEPT: std::time::Duration = std::time::Duration::from_secs(10);

impl Desk {
    /// Everybody who may be given claims, by name; read again every few seconds, and at once after a change here.
    pub fn checkers(&self, c: &mut DbConnection) -> Result<Names, StoreError> {
        let kept = || self.checkers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, names)) = kept().as_ref().filter(|(at, _)| at.elapsed() < NAMES_KEPT) {
            return Ok(names.clone());
        }
        let people = crate::account::store::list_checkers(c)?;
        let names: Names = Arc::new(people.into_iter().map(|person| (person.id, person.name)).collect());
        *kept() = Some((Instant::now(), names.clone()));
        Ok(names)
    }

    /// How many claims of the whole desk are in each state. Counting a large desk takes a while, so a count is kept at
    /// least two seconds, and fifty times as long as it took.
    pub fn state_counts(&self, c: &mut DbConnection) -> Result<DeskCounts, StoreError> {
        let kept = || self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, took, counts)) = kept().as_ref()
            && at.elapsed() < (*took * 50).max(std::time::Duration::from_secs(2))
        {
            return Ok(counts.clone());
        }
        let begun = Instant::now();
        let counts = crate::claim::store::queue::count_by_state(c)?;
        *kept() = Some((Instant::now(), begun.elapsed(), counts.clone()));
        Ok(counts)
    }

    /// Somebody joined, left or changed their role.
    pub fn forget_checkers(&self) {
        *self.checkers.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

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
            checkers: Arc::default(),
            counts: Arc::default(),
            menus: Arc::default(),
        }
    }
}
