//! The thread that reads what happened, for all streams of this process.
//!
//! Another process on the same PostgreSQL server is heard by its notices; what this one wrote rings the bell at once;
//! and now and then it looks anyway, so that a notice that is lost, or a command that writes to an SQLite file, only
//! costs a moment. It ends when nobody has listened for a while.

use super::frame::Frame;
use super::{Bell, Live, MOST_MISSED};
use crate::db::{Db, DbConnection, DbKind, StoreError, notice};
use crate::history::order::{self, Wanted};
use crate::ids::EventId;
use crate::inbox::store::told_of;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

/// How long to wait for the bell before looking whether another process gave notice.
const PAUSE: Duration = Duration::from_millis(100);
/// How long to wait where no other process can.
const PAUSE_ALONE: Duration = Duration::from_secs(1);
/// How often to look without being told.
const LOOK: Duration = Duration::from_secs(10);
/// How long to wait after the database failed.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(2);
/// How often a stream gives a sign of life; proxies end what is silent for a minute.
const BEAT: Duration = Duration::from_secs(25);
/// How often changes of who is where are told: somebody who goes from page to page leaves and enters in one.
const PRESENCE: Duration = Duration::from_millis(900);
/// How often other processes are told again who is where.
const PRESENCE_AGAIN: Duration = Duration::from_secs(10);
/// How long nobody has to listen for it to end.
const IDLE: Duration = Duration::from_mins(1);

/// Begins to read after a number; says whether it did.
pub(super) fn begin(live: &Arc<Live>, number: i64) -> bool {
    let now = Instant::now();
    let tail =
        Tail { live: Arc::downgrade(live), db: live.db.clone(), bell: live.bell.clone(), c: None, number, looked: None, beat: now, presence: now, again: now };
    let begun = std::thread::Builder::new().name("live".to_owned()).spawn(move || tail.run());
    if let Err(error) = &begun {
        tracing::error!(%error, "live updates could not be begun");
    }
    begun.is_ok()
}

struct Tail {
    /// Weak, so that the thread ends with the desk.
    live: Weak<Live>,
    db: Db,
    bell: Arc<Bell>,
    c: Option<DbConnection>,
    /// Everything up to here was told.
    number: i64,
    looked: Option<Instant>,
    beat: Instant,
    presence: Instant,
    again: Instant,
}

impl Tail {
    fn run(mut self) {
        let alone = self.db.kind() == DbKind::Sqlite;
        let mut rung = true;
        while let Some(live) = self.live.upgrade() {
            if is_idle(&live) {
                return;
            }
            let done = self.step(&live, rung);
            drop(live);
            let pause = match done {
                Ok(()) if alone => PAUSE_ALONE,
                Ok(()) => PAUSE,
                Err(error) => {
                    tracing::warn!(%error, "live updates wait for the database");
                    self.c = None;
                    PAUSE_AFTER_FAILURE
                }
            };
            rung = self.bell.wait(pause);
        }
    }

    fn step(&mut self, live: &Live, rung: bool) -> Result<(), StoreError> {
        if self.beat.elapsed() >= BEAT {
            self.beat = Instant::now();
            live.send(Frame::beat());
        }
        let c = if let Some(c) = &mut self.c {
            c
        } else {
            let mut c = self.db.connect()?;
            notice::listen(&mut c, notice::EVENTS)?;
            notice::listen(&mut c, notice::PRESENCE)?;
            notice::listen(&mut c, notice::HOLDS)?;
            notice::listen(&mut c, notice::INBOX)?;
            notice::tell(&mut c, notice::PRESENCE, &live.presence().hello())?;
            self.looked = None;
            self.c.insert(c)
        };
        let mut told = false;
        for notice in notice::heard(c)? {
            match notice.channel.as_str() {
                notice::PRESENCE => live.presence().hear(&notice.says, Instant::now()),
                notice::HOLDS => {
                    if let Ok(article) = notice.says.parse() {
                        live.presence().note_hold(article);
                    }
                }
                notice::INBOX => live.note_inboxes(notice.says.parse()),
                _ => told = true,
            }
        }
        let alone = self.db.kind() == DbKind::Sqlite;
        if rung || told || alone || self.looked.is_none_or(|at| at.elapsed() >= LOOK) {
            self.number = read(c, live, self.number)?;
            self.looked = Some(Instant::now());
        }
        live.tell_inboxes(c)?;
        if self.presence.elapsed() >= PRESENCE {
            self.presence = Instant::now();
            let again = self.again.elapsed() >= PRESENCE_AGAIN;
            if again {
                self.again = Instant::now();
            }
            tell_presence(c, live, again)?;
        }
        Ok(())
    }
}

/// Tells listeners and other processes who is where, as far as it changed; with `again` other processes all of it.
fn tell_presence(c: &mut DbConnection, live: &Live, again: bool) -> Result<(), StoreError> {
    let (to_tell, changed) = {
        let mut presence = live.presence();
        presence.forget(Instant::now());
        if again {
            presence.tell_all();
        }
        (presence.take_told(), presence.take_changed())
    };
    for on in changed {
        live.send(Frame::presence(&live.with_holds(c, on)?));
    }
    for says in to_tell {
        notice::tell(c, notice::PRESENCE, &says)?;
    }
    Ok(())
}

/// Tells what happened after a number; gives the number up to which everything is told now.
fn read(c: &mut DbConnection, live: &Live, number: i64) -> Result<i64, StoreError> {
    let most = i64::try_from(MOST_MISSED).unwrap_or(i64::MAX);
    let rows = order::list_after(c, number, Wanted::default(), most + 1)?;
    // A step on thousands of claims is told as one thing.
    let many = rows.len() > MOST_MISSED;
    let upto = if many { order::end(c)? } else { rows.last().map_or(number, |row| row.number) };
    if many {
        live.send(Frame::resync(upto));
        live.note_inboxes(live.everybody());
    } else {
        let events: Vec<EventId> = rows.iter().map(|row| row.id).collect();
        live.note_inboxes(told_of(c, &events)?);
        for row in &rows {
            live.send(Frame::change(row));
            if let Some(frame) = Frame::doubt(row) {
                live.send(frame);
            }
        }
    }
    Ok(upto)
}

/// Whether nobody has listened for a while; then the thread counts as ended.
fn is_idle(live: &Live) -> bool {
    let mut seats = live.seats();
    let idle = seats.empty_since.is_some_and(|since| since.elapsed() >= IDLE);
    seats.read = !idle;
    idle
}
