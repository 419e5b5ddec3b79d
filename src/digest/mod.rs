//! The daily digest: once a day, everybody who wants it gets an e-mail with what is unread in their inbox and was in no
//! digest before.
//!
//! A digest goes out once, also where several processes work on one database and through restarts. A process takes the row of
//! a person and a day before it does anything, and says in the row that it is sending before the first byte of the letter
//! leaves ([`store::State`]). Whatever fails before that, or is refused by the server, is tried again within the day, less and
//! less often. Where the connection breaks behind it nobody knows whether the letter arrived: it is not sent again; what it
//! told of is still unread in the inbox, and is told of in the next day's. The letter of a person and a day always has the
//! same `Message-ID`.
//!
//! Start at [`Round::go`].

pub mod letter;
mod post;
pub mod store;

use crate::account::{desk, store as accounts};
use crate::clock::Clock;
use crate::config::MailSettings;
use crate::db::column::At;
use crate::db::{DbConnection, StoreError};
use crate::ids::NotificationId;
use crate::inbox::store as inbox;
use crate::wording::Catalogue;
use chrono::{DateTime, Duration, NaiveDate, NaiveTime, Utc};
use letter::Letter;
use post::{Failure, Post};
use store::{Digest, State};

/// Most people who are looked at in one round.
const PEOPLE: i64 = 5_000;
/// Most lines that a letter shows; it says how many more there are.
const SHOWN: i64 = 50;
/// Most lines that one letter counts as told.
const TOLD: i64 = 1_000;
/// How long whoever took a digest is believed to be at it, in minutes; sending one takes less.
const BELIEVED: i64 = 15;
/// The longest wait between two tries, in minutes.
const LONGEST_WAIT: i64 = 120;

/// What came of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Letters that the server took.
    pub sent: usize,
    /// Letters that are tried again later.
    pub failed: usize,
    /// Letters of which nobody knows.
    pub unsure: usize,
    /// Why the last one failed.
    pub error: Option<String>,
}

/// What a round of sending needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Round<'a> {
    /// The time.
    pub clock: Clock,
    /// The words.
    pub catalogue: &'a Catalogue,
    /// The address of the desk, for links.
    pub site: &'a str,
    /// How e-mail leaves the desk.
    pub mail: &'a MailSettings,
    /// Whether today's go out although it is not time yet, and those that wait to be tried again do not wait.
    pub now: bool,
}

/// The day whose digests are due: today's from the time of day on at which they go out, before that yesterday's.
pub fn day_due(now: DateTime<Utc>, at: NaiveTime) -> NaiveDate {
    if now.time() >= at { now.date_naive() } else { now.date_naive().pred_opt().unwrap_or(now.date_naive()) }
}

/// A letter to somebody about what came in before a moment, and the lines that it tells of.
fn write(
    c: &mut DbConnection,
    site: &str,
    catalogue: &Catalogue,
    who: &accounts::Person,
    until: At,
) -> Result<Option<(Letter, Vec<NotificationId>)>, StoreError> {
    let ids = inbox::unmailed(c, who.id, until, TOLD)?;
    if ids.is_empty() {
        return Ok(None);
    }
    let shown = inbox::list_unmailed(c, who.id, until, SHOWN)?;
    let (settings, _) = desk::settings(c)?;
    let words = catalogue.choose(who.language.as_deref(), None);
    Ok(Some((Letter::of(&who.name, &who.email, &settings.name, &shown, ids.len(), site, &words), ids)))
}

/// The letters that would go out if it were time now, without sending any.
///
/// # Errors
/// Those of the database.
pub fn written(c: &mut DbConnection, catalogue: &Catalogue, site: &str, now: At) -> Result<Vec<Letter>, StoreError> {
    let mut letters = Vec::new();
    for who in store::people_with_news(c, now, PEOPLE)? {
        letters.extend(write(c, site, catalogue, &who, now)?.map(|(letter, _)| letter));
    }
    Ok(letters)
}

impl Round<'_> {
    /// Sends every digest that is due and not sent yet. Once the server can't be reached, the others of the round wait with
    /// the first.
    ///
    /// # Errors
    /// Those of the database. What the mail server says is in what is returned, and in the rows.
    pub fn go(&self, c: &mut DbConnection) -> Result<Sent, StoreError> {
        let now = self.clock.now();
        // What came in behind the time of day at which they go out is for the next day's.
        let (day, until) = if self.now {
            (now.date_naive(), now)
        } else {
            let day = day_due(now, self.mail.digest_at);
            (day, day.and_time(self.mail.digest_at).and_utc())
        };
        let until = At(until);
        let mut sent = Sent::default();
        let mut post = Post::new(self.mail);
        let mut away = None;
        for who in store::people_with_news(c, until, PEOPLE)? {
            let Some(digest) = self.take(c, &who, day)? else { continue };
            let Some((letter, ids)) = write(c, self.site, self.catalogue, &who, until)? else {
                // It was read in the meantime.
                store::give_back(c, &digest)?;
                continue;
            };
            let came = match &away {
                Some(why) => Err(Failure::Unreachable(String::clone(why))),
                None => self.send(c, &mut post, &letter, &digest),
            };
            match came {
                Ok(()) => {
                    store::mark_sent(c, &digest, &ids, At(self.clock.now()))?;
                    sent.sent += 1;
                }
                Err(Failure::Lost) => {}
                Err(Failure::Store(error)) => return Err(error),
                Err(Failure::Unsure(why)) => {
                    tracing::warn!(%day, person = %who.id, %why, "the mail server broke off; nobody knows whether a digest arrived, and it is not sent again");
                    store::mark(c, &digest, State::Unsure, None, &why)?;
                    sent.unsure += 1;
                    sent.error = Some(why);
                }
                Err(Failure::Refused(why)) => self.put_off(c, &mut sent, &digest, why)?,
                Err(Failure::Unreachable(why)) => {
                    away = Some(why.clone());
                    self.put_off(c, &mut sent, &digest, why)?;
                }
            }
        }
        if sent.failed > 0 {
            tracing::warn!(failed = sent.failed, error = sent.error.as_deref(), "digests could not be sent and are tried again");
        }
        if sent.sent > 0 {
            tracing::info!(sent = sent.sent, %day, "digests are sent");
        }
        Ok(sent)
    }

    /// Takes the digest of a person and a day, where nobody sent it, is at it, or has to wait with it.
    fn take(&self, c: &mut DbConnection, who: &accounts::Person, day: NaiveDate) -> Result<Option<Digest>, StoreError> {
        let now = At(self.clock.now());
        let there = store::find(c, who.id, day)?;
        let free = match &there {
            None => true,
            Some(there) => match there.state {
                State::Failed => self.now || there.next_at.is_none_or(|next| next <= now),
                State::Taken => there.taken_at.0 + Duration::minutes(BELIEVED) <= now.0,
                State::Sending | State::Sent | State::Unsure => false,
            },
        };
        if !free {
            return Ok(None);
        }
        let tries = there.as_ref().map_or(0, |there| there.tries);
        let mine = Digest { person_id: who.id, day, state: State::Taken, tries: tries + 1, taken_at: now, next_at: None, sent_at: None, error: String::new() };
        Ok(if store::take(c, &mine, there.as_ref())? { Some(mine) } else { None })
    }

    fn send(&self, c: &mut DbConnection, post: &mut Post<'_>, letter: &Letter, digest: &Digest) -> Result<(), Failure> {
        let message = post.message(letter, &digest.person_id.to_string(), digest.day, self.clock.now())?;
        post.hand_over(&message, || store::begin_to_send(c, digest))
    }

    fn put_off(&self, c: &mut DbConnection, sent: &mut Sent, digest: &Digest, why: String) -> Result<(), StoreError> {
        let wait = 1_i64.checked_shl(u32::try_from(digest.tries - 1).unwrap_or(0)).unwrap_or(LONGEST_WAIT).clamp(1, LONGEST_WAIT);
        let next = At(self.clock.now() + Duration::minutes(wait));
        store::mark(c, digest, State::Failed, Some(next), &why)?;
        sent.failed += 1;
        sent.error = Some(why);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_due_from_its_time_of_day_until_that_of_the_next() {
        let at = NaiveTime::from_hms_opt(6, 0, 0).unwrap();
        let due = |text: &str| day_due(text.parse().unwrap(), at).to_string();
        assert_eq!(due("2026-03-02T06:00:00Z"), "2026-03-02");
        assert_eq!(due("2026-03-02T05:59:59Z"), "2026-03-01");
        assert_eq!(due("2026-03-01T23:59:00Z"), "2026-03-01");
    }
}
