//! What all handlers share: the database, the words, the clock, the settings.

use super::alike::Alikes;
use super::beside::Beside;
use super::drawn::Drawn;
use super::export::{Jobs, reason};
use super::kept::{Kept, KeptBy};
use super::live::Live;
use super::menu::Menus;
use super::page::public::keep::PublicPages;
use super::tally::DeskCounts;
use crate::account::sign_in::Brake;
use crate::claim::recall::Recall;
use crate::clock::Clock;
use crate::config::MailSettings;
use crate::db::column::At;
use crate::db::{Db, StoreError};
use crate::ids::{ClaimId, Ids};
use crate::intake::read::Limits;
use crate::report::figures::Figures;
use crate::report::reader::ReaderBrake;
use crate::wording::Catalogue;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Settings of the web side.
#[derive(Clone, Debug, Default)]
pub struct WebSettings {
    /// The address under which people reach the desk; links in mails and cookies' `Secure` go by it.
    pub public_url: Option<String>,
    /// How large a text may be.
    pub limits: Limits,
    /// How e-mail leaves the desk, where it does.
    pub mail: Option<MailSettings>,
}

impl WebSettings {
    /// Whether people reach the desk over TLS.
    pub fn behind_tls(&self) -> bool {
        self.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
    }
}

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
    /// The brake on what readers of public pages report.
    pub readers: Arc<ReaderBrake>,
    /// What happens, for whoever is connected.
    pub live: Arc<Live>,
    /// Settings.
    pub settings: Arc<WebSettings>,
    /// Counts of answers since the start.
    pub counters: Arc<super::observe::Counters>,
    /// Long files that are made beside everything else.
    pub exports: Jobs,
    /// How the whole desk stands; see [`Desk::state_counts`].
    pub(super) counts: Arc<Kept<DeskCounts>>,
    /// What menus offer; see [`Desk::menus`].
    pub(super) menus: Arc<Kept<Menus>>,
    /// What stands beside the queue; see [`Desk::fitting`].
    pub(super) beside: Arc<Beside>,
    /// Turns at work that keeps a processor busy for long; see [`super::Room::later`].
    pub(super) press: Arc<Semaphore>,
    /// Pages as they were drawn; see [`super::Room::drawn`].
    pub(super) drawn: Arc<Drawn>,
    /// Public pages as they were drawn.
    pub(super) public: Arc<PublicPages>,
    /// The desk in figures; see [`super::Room::figures`].
    pub(super) figures: Arc<KeptBy<Vec<ClaimId>, Figures>>,
    /// What all claims say.
    pub(super) recall: Arc<Recall>,
    /// Sources that may be the same; see [`Desk::alike`].
    pub(super) alikes: Arc<Alikes>,
}

impl Desk {
    /// A desk on a database.
    pub fn new(db: Db, catalogue: Arc<Catalogue>, clock: Clock, ids: Ids, settings: WebSettings) -> Self {
        let exports = Jobs::new(db.clone(), clock, ids.clone(), reason);
        Self {
            live: Live::new(db.clone(), clock),
            exports,
            db,
            catalogue,
            clock,
            ids,
            brake: Arc::default(),
            readers: Arc::default(),
            settings: Arc::new(settings),
            counters: Arc::default(),
            counts: Arc::default(),
            menus: Arc::default(),
            beside: Arc::default(),
            press: Arc::new(Semaphore::new(turns())),
            drawn: Arc::default(),
            public: Arc::default(),
            figures: Arc::default(),
            recall: Arc::default(),
            alikes: Arc::default(),
        }
    }

    /// Reads what all claims say, so that nobody has to wait for it; takes seconds on a desk with very many.
    ///
    /// # Errors
    /// Those of the database.
    pub fn recall_all(&self) -> Result<(), StoreError> {
        let mut c = self.db.connect()?;
        self.recall.read_all(&mut c, At(self.clock.now()))
    }

    /// The languages that the desk speaks, each with what it calls itself.
    pub(super) fn languages(&self) -> Vec<(String, String)> {
        let named = |code: &str| self.catalogue.choose(Some(code), None).t(&format!("language-{code}")).into_owned();
        self.catalogue.languages().map(|code| (code.to_owned(), named(code))).collect()
    }

    /// A language that was chosen, if the desk speaks it.
    pub(super) fn language(&self, chosen: &str) -> Option<&str> {
        self.catalogue.languages().find(|known| *known == chosen)
    }
}

/// How much that takes long is done at once: half of the processors stay free for everybody else.
fn turns() -> usize {
    std::thread::available_parallelism().map_or(1, |processors| (processors.get() / 2).max(1))
}
