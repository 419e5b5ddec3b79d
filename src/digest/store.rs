//! Digests in the database: a row for each person and day.

use crate::account::store::Person;
use crate::codes;
use crate::db::column::At;
use crate::db::schema::{digests, notifications, people};
use crate::db::{DbConnection, StoreError, transact};
use crate::ids::{NotificationId, PersonId};
use crate::per_backend;
use chrono::NaiveDate;
use diesel::prelude::*;

codes! {
    /// How far a digest is.
    "digest-state"
    pub enum State {
        /// A process is at it and has sent nothing yet.
        Taken = "taken",
        /// Its letter is on the way to the server.
        Sending = "sending",
        /// The server took it.
        Sent = "sent",
        /// It could not be sent and is tried again.
        Failed = "failed",
        /// The connection broke while it was sent: nobody knows whether it arrived, and it is not sent again.
        Unsure = "unsure",
    }
}

crate::text_columns!(State);

/// The digest of a person and a day.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = digests)]
pub struct Digest {
    /// Whose.
    pub person_id: PersonId,
    /// Of which day.
    pub day: NaiveDate,
    /// How far it is.
    pub state: State,
    /// How often it was tried.
    pub tries: i32,
    /// When it was tried last.
    pub taken_at: At,
    /// When it is tried again.
    pub next_at: Option<At>,
    /// When the server took it.
    pub sent_at: Option<At>,
    /// Why it failed.
    pub error: String,
}

/// How the digests of a day stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How many were sent.
    pub sent: usize,
    /// How many wait to be tried again.
    pub waiting: usize,
    /// How many may or may not have arrived.
    pub unsure: usize,
    /// The last that failed.
    pub failed: Option<Digest>,
}

/// Everybody who wants digests, can sign in, and has unread lines from before a moment that were in no digest yet; in the
/// order of their ids.
pub fn people_with_news(c: &mut DbConnection, until: At, limit: i64) -> Result<Vec<Person>, StoreError> {
    let news =
        notifications::table.filter(notifications::read_at.is_null()).filter(notifications::mailed_at.is_null()).filter(notifications::created_at.lt(until));
    Ok(people::table
        .filter(people::digest.eq(true))
        .filter(people::disabled_at.is_null())
        .filter(people::from_desk.is_null())
        .filter(people::id.eq_any(news.select(notifications::person_id)))
        .select(Person::as_select())
        .order(people::id.asc())
        .limit(limit)
        .load(c)?)
}

/// The digest of a person and a day.
pub fn find(c: &mut DbConnection, person: PersonId, day: NaiveDate) -> Result<Option<Digest>, StoreError> {
    Ok(digests::table.find((person, day)).select(Digest::as_select()).first(c).optional()?)
}

/// The last digest of a person.
pub fn last(c: &mut DbConnection, person: PersonId) -> Result<Option<Digest>, StoreError> {
    Ok(digests::table.filter(digests::person_id.eq(person)).select(Digest::as_select()).order(digests::day.desc()).first(c).optional()?)
}

/// How the digests of a day stand.
pub fn standing(c: &mut DbConnection, day: NaiveDate) -> Result<Standing, StoreError> {
    let rows: Vec<Digest> = digests::table.filter(digests::day.eq(day)).select(Digest::as_select()).load(c)?;
    let count = |states: &[State]| rows.iter().filter(|row| states.contains(&row.state)).count();
    let (sent, waiting, unsure) = (count(&[State::Sent]), count(&[State::Failed]), count(&[State::Unsure, State::Sending]));
    let failed = rows.into_iter().filter(|row| matches!(row.state, State::Failed | State::Unsure)).max_by_key(|row| row.taken_at);
    Ok(Standing { sent, waiting, unsure, failed })
}

/// Takes a digest that nobody has, or has as `was` still says; false where somebody else was quicker.
pub fn take(c: &mut DbConnection, mine: &Digest, was: Option<&Digest>) -> Result<bool, StoreError> {
    let Some(was) = was else {
        return Ok(per_backend!(c, |c| diesel::insert_into(digests::table).values(mine).on_conflict_do_nothing().execute(c))? == 1);
    };
    let same = digests::table.find((was.person_id, was.day)).filter(digests::state.eq(was.state)).filter(digests::tries.eq(was.tries));
    let set = (digests::state.eq(mine.state), digests::tries.eq(mine.tries), digests::taken_at.eq(mine.taken_at), digests::next_at.eq(None::<At>));
    Ok(diesel::update(same).set(set).execute(c)? == 1)
}

/// Says that the letter leaves now; false where somebody else has the digest by now.
pub fn begin_to_send(c: &mut DbConnection, mine: &Digest) -> Result<bool, StoreError> {
    let same = digests::table.find((mine.person_id, mine.day)).filter(digests::state.eq(State::Taken)).filter(digests::tries.eq(mine.tries));
    Ok(diesel::update(same).set(digests::state.eq(State::Sending)).execute(c)? == 1)
}

/// Gives a digest back for which there is nothing to tell.
pub fn give_back(c: &mut DbConnection, mine: &Digest) -> Result<(), StoreError> {
    let same = digests::table.find((mine.person_id, mine.day)).filter(digests::state.eq(State::Taken)).filter(digests::tries.eq(mine.tries));
    diesel::delete(same).execute(c)?;
    Ok(())
}

/// Says what came of a try, as long as the digest is still one's own.
pub fn mark(c: &mut DbConnection, mine: &Digest, state: State, next_at: Option<At>, error: &str) -> Result<(), StoreError> {
    let same = digests::table.find((mine.person_id, mine.day)).filter(digests::tries.eq(mine.tries)).filter(digests::state.ne(State::Sent));
    let error: String = error.replace('\0', "\u{FFFD}").chars().take(500).collect();
    diesel::update(same).set((digests::state.eq(state), digests::next_at.eq(next_at), digests::error.eq(error))).execute(c)?;
    Ok(())
}

/// Says that the server took a digest, and that these lines have been told of.
pub fn mark_sent(c: &mut DbConnection, mine: &Digest, lines: &[NotificationId], at: At) -> Result<(), StoreError> {
    transact(c, |c| {
        let same = digests::table.find((mine.person_id, mine.day));
        diesel::update(same)
            .set((digests::state.eq(State::Sent), digests::sent_at.eq(Some(at)), digests::next_at.eq(None::<At>), digests::error.eq("")))
            .execute(c)?;
        for part in lines.chunks(500) {
            let told = notifications::table.filter(notifications::id.eq_any(part.to_vec())).filter(notifications::person_id.eq(mine.person_id));
            diesel::update(told).set(notifications::mailed_at.eq(Some(at))).execute(c)?;
        }
        Ok::<(), StoreError>(())
    })
}
