//! Signing in and out: sessions, and the brake on guessing.

use super::limiter::Limiter;
use super::store::{self, Person, Session};
use super::{AccountError, Secret, verify_password};
use crate::db::column::At;
use crate::db::{DbConnection, StoreError};
use crate::ids::{Ids, SessionId};
use chrono::Duration;

/// How long a session holds without being used.
const SESSION_DAYS: i64 = 14;
/// Most sessions shown to a person.
const SESSIONS_SHOWN: i64 = 50;
/// How often a session's use is written down, at most.
const TOUCH_MINUTES: i64 = 15;

/// Counts tries to sign in, by account and by address they come from.
#[derive(Debug)]
pub struct Brake {
    by_account: Limiter,
    by_address: Limiter,
}

impl Default for Brake {
    fn default() -> Self {
        Self { by_account: Limiter::new(8, std::time::Duration::from_secs(30)), by_address: Limiter::new(60, std::time::Duration::from_secs(5)) }
    }
}

impl Brake {
    /// Lets a try at one account's password through, or says how many seconds to wait.
    pub(super) fn check_account(&self, account: &str) -> Result<(), AccountError> {
        self.by_account.check(account).map_err(AccountError::Throttled)
    }

    /// Lets a try through, or says how many seconds to wait.
    fn check(&self, account: &str, address: &str) -> Result<(), AccountError> {
        self.by_address.check(address).map_err(AccountError::Throttled)?;
        self.check_account(account)
    }
}

/// A try to sign in: what was typed, and where it comes from.
#[derive(Clone, Copy)]
#[expect(missing_docs, reason = "named after what they hold")]
pub struct Attempt<'a> {
    pub email: &'a str,
    pub password: &'a str,
    pub address: &'a str,
    pub user_agent: &'a str,
}

/// Signs a person in: the session's cookie value and the person.
pub fn sign_in(c: &mut DbConnection, brake: &Brake, attempt: Attempt<'_>, now: At, ids: &Ids) -> Result<(Secret, Person), AccountError> {
    let email = crate::input::clean(attempt.email).trim().to_lowercase();
    brake.check(&email, attempt.address)?;
    let person = store::find_person_by_email(c, &email)?;
    let stored = person.as_ref().and_then(|p| p.password_hash.as_deref());
    let fits = verify_password(attempt.password, stored);
    let person = match person {
        Some(person) if fits && person.disabled_at.is_none() => person,
        _ => return Err(AccountError::SignInFailed),
    };
    let secret = begin_session(c, &person, attempt.user_agent, now, ids)?;
    Ok((secret, person))
}

/// Begins a session for somebody who has proved who they are.
pub fn begin_session(c: &mut DbConnection, person: &Person, user_agent: &str, now: At, ids: &Ids) -> Result<Secret, StoreError> {
    let secret = Secret::make().map_err(StoreError::Broken)?;
    let csrf = Secret::make().map_err(StoreError::Broken)?;
    store::delete_expired_sessions(c, now)?;
    store::insert_session(
        c,
        &Session {
            id: ids.make(),
            person_id: person.id,
            token_hash: secret.hash(),
            csrf: csrf.expose().to_owned(),
            user_agent: crate::input::clean(user_agent).chars().take(300).collect(),
            created_at: now,
            last_seen_at: now,
            expires_at: At(now.0 + Duration::days(SESSION_DAYS)),
        },
    )?;
    Ok(secret)
}

/// The session and person behind a cookie, if it still holds. Writes its use down now and then.
pub fn resume(c: &mut DbConnection, cookie: &str, now: At) -> Result<Option<(Session, Person)>, StoreError> {
    let Some((session, person)) = store::find_session(c, &Secret::presented(cookie).hash(), now)? else { return Ok(None) };
    if now.0 - session.last_seen_at.0 > Duration::minutes(TOUCH_MINUTES) {
        store::touch_session(c, session.id, now, At(now.0 + Duration::days(SESSION_DAYS)))?;
    }
    Ok(Some((session, person)))
}

/// The browsers in which a person is signed in, the one used last first.
pub fn sessions_of(c: &mut DbConnection, person: &Person, now: At) -> Result<Vec<Session>, StoreError> {
    store::list_sessions_of(c, person.id, now, SESSIONS_SHOWN)
}

/// Signs a person out everywhere but in one browser.
pub fn sign_out_elsewhere(c: &mut DbConnection, person: &Person, but: SessionId) -> Result<(), StoreError> {
    store::delete_sessions_of(c, person.id, Some(but))
}

/// Ends a session.
pub fn sign_out(c: &mut DbConnection, session: SessionId) -> Result<(), StoreError> {
    store::delete_session(c, session)
}
