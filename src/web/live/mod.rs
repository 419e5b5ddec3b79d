//! Live updates: what happens on the desk reaches whoever is connected to `/api/v1/events`.
//!
//! One thread a process ([`tail`]) reads the order of history on a connection of its own, and only while somebody
//! listens. What it finds is rendered once ([`frame`]) and handed to all streams ([`watch`]) as the same bytes. A stream
//! holds no thread, no connection and no list: one that falls behind is ended, and goes on from where it was when it
//! comes again. Start at [`Live::watch`].

mod frame;
mod presence;
mod tail;
mod watch;

pub use frame::ChangeJson;
pub use presence::{PresenceJson, PresentJson};
pub use watch::Watch;

use crate::claim::store::hold::holds_of_article;
use crate::clock::Clock;
use crate::db::column::At;
use crate::db::{Db, DbConnection, StoreError};
use crate::history::order::{self, Wanted};
use crate::ids::{ArticleId, ClaimId, PersonId};
use crate::inbox::store as inbox;
use crate::web::api::claim::hold::HoldJson;
use frame::Frame;
use presence::{Here, Presence};
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::broadcast;

/// Most changes that are told one by one; whoever missed more is told to load anew what they show.
pub const MOST_MISSED: usize = 500;
/// How far back changes are looked through for those that are wanted.
const FARTHEST: i64 = 20_000;
/// Frames that a stream may fall behind. More than [`MOST_MISSED`], so that no burst ends a stream.
const BEHIND: usize = 1_024;
/// Most streams of one person, and of all.
const STREAMS_EACH: usize = 24;
const STREAMS: usize = 2_000;

/// The live updates of a process.
#[derive(Debug)]
pub struct Live {
    db: Db,
    clock: Clock,
    frames: broadcast::Sender<Arc<Frame>>,
    seats: Mutex<Seats>,
    presence: Mutex<Presence>,
    /// Whose inboxes are to be counted anew.
    inboxes: Mutex<BTreeSet<PersonId>>,
    bell: Arc<Bell>,
}

/// Who is connected.
#[derive(Debug, Default)]
struct Seats {
    of: HashMap<PersonId, usize>,
    all: usize,
    /// Whether the thread runs.
    read: bool,
    /// Since when nobody is connected.
    empty_since: Option<Instant>,
}

/// Wakes the thread.
#[derive(Debug, Default)]
struct Bell {
    rung: Mutex<bool>,
    heard: Condvar,
}

impl Bell {
    fn ring(&self) {
        *self.rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.heard.notify_all();
    }

    /// Waits until it rings, at most so long; says whether it rang.
    fn wait(&self, most: Duration) -> bool {
        let rung = self.rung.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut rung, _) = self.heard.wait_timeout_while(rung, most, |rung| !*rung).unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *rung)
    }
}

/// Where somebody's page is, for others to see.
#[derive(Clone, Debug)]
pub struct Page {
    /// Their name.
    pub name: String,
    /// The claim, where it is one.
    pub claim: Option<ClaimId>,
}

/// Where somebody begins to listen, and for what.
#[derive(Clone, Debug)]
pub struct Listener {
    /// Who.
    pub person: PersonId,
    /// Whether a program listens, with a token.
    pub by_token: bool,
    /// What for.
    pub wanted: Wanted,
    /// Whether changes are told at all.
    pub changes: bool,
    /// Whether what comes into their own inbox is told.
    pub inbox: bool,
    /// The article, or that of the claim, that they listen for.
    pub article: Option<ArticleId>,
    /// What page of that article they have open, where others are to see that.
    pub page: Option<Page>,
    /// The last number they know; `None` for what happens from now on.
    pub after: Option<i64>,
}

/// There are as many streams as there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSeat;

impl Live {
    /// Live updates of a desk; nothing runs yet.
    pub fn new(db: Db, clock: Clock) -> Arc<Self> {
        Arc::new(Self {
            db,
            clock,
            frames: broadcast::Sender::new(BEHIND),
            seats: Mutex::default(),
            presence: Mutex::default(),
            inboxes: Mutex::default(),
            bell: Arc::default(),
        })
    }

    /// Says that something may have been written here.
    pub fn ring(&self) {
        self.bell.ring();
    }

    /// How many streams are open.
    pub fn streams(&self) -> usize {
        self.seats().all
    }

    /// Ends all streams, before the server stops: browsers come again, and meet another server or this one.
    pub fn end_streams(&self) {
        self.send(Frame::end_all());
    }

    /// Begins a stream: first what was missed, then what happens.
    ///
    /// # Errors
    /// [`NoSeat`] inside where there are too many; those of the database.
    pub fn watch(self: &Arc<Self>, c: &mut DbConnection, listener: Listener) -> Result<Result<Watch, NoSeat>, StoreError> {
        let Some(mut seat) = self.take_seat(listener.person) else { return Ok(Err(NoSeat)) };
        self.read_on(c)?;
        // Heard from now on; what is read below is not told twice.
        let frames = self.frames.subscribe();
        let mut missed = missed(c, &listener)?;
        if let Some(article) = listener.article {
            let mut presence = self.presence();
            let enter = |page: &Page| presence.enter(article, Here { person: listener.person, name: page.name.clone(), claim: page.claim });
            seat.entered = listener.page.as_ref().map(enter);
            let on = presence.on(article);
            drop(presence);
            missed.frames.push(Frame::presence(&self.with_holds(c, on)?));
        }
        if listener.inbox {
            let unread = inbox::count_unread_of(c, listener.person)?;
            missed.frames.push(Frame::inbox(listener.person, unread));
        }
        Ok(Ok(Watch::new(seat, frames, &listener, &missed)))
    }

    /// What somebody missed, for whoever does not stay.
    ///
    /// # Errors
    /// Those of the database.
    pub fn catch_up(c: &mut DbConnection, listener: Listener) -> Result<actix_web::web::Bytes, StoreError> {
        Ok(missed(c, &listener)?.bytes())
    }

    /// Says that somebody holds a claim of an article, or no longer.
    pub fn note_hold(&self, article: ArticleId) {
        self.presence().note_hold(article);
        self.ring();
    }

    /// Says that something came into somebody's inbox, or was read there.
    pub fn note_inbox(&self, person: PersonId) {
        self.note_inboxes([person]);
        self.ring();
    }

    /// Notes whose inboxes are to be counted anew; those who do not listen are left out.
    fn note_inboxes(&self, people: impl IntoIterator<Item = PersonId>) {
        let seats = self.seats();
        let here: Vec<PersonId> = people.into_iter().filter(|person| seats.of.contains_key(person)).collect();
        drop(seats);
        self.inboxes.lock().unwrap_or_else(PoisonError::into_inner).extend(here);
    }

    /// Tells those whose inboxes changed how much of them is unread.
    fn tell_inboxes(&self, c: &mut DbConnection) -> Result<(), StoreError> {
        let people: Vec<PersonId> = std::mem::take(&mut *self.inboxes.lock().unwrap_or_else(PoisonError::into_inner)).into_iter().collect();
        let unread: HashMap<PersonId, i64> = inbox::count_unread(c, &people)?.into_iter().collect();
        for person in people {
            self.send(Frame::inbox(person, unread.get(&person).copied().unwrap_or(0)));
        }
        Ok(())
    }

    /// Everybody who listens.
    fn everybody(&self) -> Vec<PersonId> {
        self.seats().of.keys().copied().collect()
    }

    /// Who is on an article, with who is checking what.
    fn with_holds(&self, c: &mut DbConnection, on: PresenceJson) -> Result<PresenceJson, StoreError> {
        let holds = holds_of_article(c, on.article_id, At(self.clock.now()))?;
        Ok(PresenceJson { holds: holds.into_iter().map(HoldJson::of).collect(), ..on })
    }

    fn send(&self, frame: Frame) {
        // Nobody listens: nothing to do.
        let _ = self.frames.send(Arc::new(frame));
    }

    fn seats(&self) -> MutexGuard<'_, Seats> {
        self.seats.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn presence(&self) -> MutexGuard<'_, Presence> {
        self.presence.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take_seat(self: &Arc<Self>, person: PersonId) -> Option<Seat> {
        let mut seats = self.seats();
        let mine = seats.of.get(&person).copied().unwrap_or(0);
        if seats.all >= STREAMS || mine >= STREAMS_EACH {
            return None;
        }
        seats.all += 1;
        seats.of.insert(person, mine + 1);
        seats.empty_since = None;
        drop(seats);
        Some(Seat { live: self.clone(), person, entered: None })
    }

    /// Has the thread run. It begins at the end as it is now, before the stream reads what it missed.
    fn read_on(self: &Arc<Self>, c: &mut DbConnection) -> Result<(), StoreError> {
        if self.seats().read {
            return Ok(());
        }
        let end = order::end(c)?;
        let mut seats = self.seats();
        if !seats.read {
            seats.read = tail::begin(self, end);
        }
        Ok(())
    }
}

/// A stream's place among those that there may be; given back when the stream is gone.
#[derive(Debug)]
struct Seat {
    live: Arc<Live>,
    person: PersonId,
    /// As what the stream's page was entered among those that are open.
    entered: Option<u64>,
}

impl Drop for Seat {
    fn drop(&mut self) {
        if let Some(entered) = self.entered {
            self.live.presence().leave(entered);
        }
        let mut seats = self.live.seats();
        seats.all = seats.all.saturating_sub(1);
        match seats.of.get(&self.person).copied().unwrap_or(0) {
            0 | 1 => drop(seats.of.remove(&self.person)),
            more => drop(seats.of.insert(self.person, more - 1)),
        }
        if seats.all == 0 {
            seats.empty_since = Some(Instant::now());
        }
    }
}

/// What somebody missed.
struct Missed {
    frames: Vec<Frame>,
    /// Up to which number that is everything.
    upto: i64,
}

impl Missed {
    fn bytes(&self) -> actix_web::web::Bytes {
        self.frames.iter().flat_map(|frame| frame.bytes.iter().copied()).collect()
    }
}

fn missed(c: &mut DbConnection, listener: &Listener) -> Result<Missed, StoreError> {
    let end = order::end(c)?;
    let Some(after) = listener.after.filter(|_| listener.changes) else { return Ok(Missed { frames: vec![Frame::ready(end)], upto: end }) };
    // A number of the future was given by another database.
    if after > end || after < end - FARTHEST {
        return Ok(Missed { frames: vec![Frame::resync(end), Frame::ready(end)], upto: end });
    }
    let most = i64::try_from(MOST_MISSED).unwrap_or(i64::MAX);
    let rows = order::list_after(c, after, listener.wanted, most + 1)?;
    let upto = rows.last().map_or(end, |row| row.number.max(end));
    let told = if rows.len() > MOST_MISSED { vec![Frame::resync(upto)] } else { rows.iter().map(Frame::change).collect() };
    Ok(Missed { frames: told.into_iter().chain([Frame::ready(upto)]).collect(), upto })
}
