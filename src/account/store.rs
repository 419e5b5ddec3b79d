//! People, sessions, tokens and one-time links in the database.

use super::role::Role;
use crate::db::column::At;
use crate::db::schema::{one_time_links, people, sessions, settings, tokens};
use crate::db::{DbConnection, StoreError};
use crate::ids::{LinkId, PersonId, SessionId, TokenId};
use crate::per_backend;
use diesel::prelude::*;

crate::text_columns!(Role);

/// A person of the desk.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = people)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their mail address, in lower case; they sign in with it.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// Argon2id hash of their password; `None` until they set one.
    pub password_hash: Option<String>,
    /// Since when they may not sign in.
    pub disabled_at: Option<At>,
    /// When they joined.
    pub created_at: At,
    /// Counts the changes of this row.
    pub revision: i32,
    /// What they changed of the usual keys, as [`KeyMap`](super::KeyMap) writes it.
    pub keys: String,
    /// The desk they are of, where it is another one: somebody whom an imported report names. They have no account here,
    /// and nobody can give them one.
    pub from_desk: Option<String>,
    /// The language in which they read the desk; `None` where their browser says it.
    pub language: Option<String>,
    /// Whether they want the daily digest.
    pub digest: bool,
}

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Session {
    pub id: SessionId,
    pub person_id: PersonId,
    pub token_hash: Vec<u8>,
    pub csrf: String,
    pub user_agent: String,
    pub created_at: At,
    pub last_seen_at: At,
    pub expires_at: At,
}

/// A token for the API.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = tokens)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct Token {
    pub id: TokenId,
    pub person_id: PersonId,
    pub name: String,
    pub token_hash: Vec<u8>,
    pub created_at: At,
    pub expires_at: Option<At>,
    pub last_used_at: Option<At>,
    pub revoked_at: Option<At>,
}

/// A link that works once.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = one_time_links)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct OneTimeLink {
    pub id: LinkId,
    pub kind: String,
    pub person_id: Option<PersonId>,
    pub token_hash: Vec<u8>,
    pub created_at: At,
    pub expires_at: At,
    pub used_at: Option<At>,
}

// --- people

/// Whether nobody is on the desk yet.
pub fn is_empty_desk(c: &mut DbConnection) -> Result<bool, StoreError> {
    Ok(people::table.filter(people::from_desk.is_null()).select(people::id).first::<PersonId>(c).optional()?.is_none())
}

/// One person of this desk.
pub fn find_member(c: &mut DbConnection, id: PersonId) -> Result<Option<Person>, StoreError> {
    Ok(find_person(c, id)?.filter(|person| person.from_desk.is_none()))
}

/// One person, of this desk or of another one.
pub fn find_person(c: &mut DbConnection, id: PersonId) -> Result<Option<Person>, StoreError> {
    Ok(people::table.find(id).select(Person::as_select()).first(c).optional()?)
}

/// The person of this desk with this mail address.
pub fn find_person_by_email(c: &mut DbConnection, email: &str) -> Result<Option<Person>, StoreError> {
    Ok(people::table.filter(people::email.eq(email)).filter(people::from_desk.is_null()).select(Person::as_select()).first(c).optional()?)
}

/// People of this desk by name, after a name and id, at most `limit`.
pub fn list_people(c: &mut DbConnection, after: Option<(String, PersonId)>, limit: i64) -> Result<Vec<Person>, StoreError> {
    let mut query = people::table.filter(people::from_desk.is_null()).select(Person::as_select()).into_boxed::<crate::db::MultiBackend>();
    if let Some((name, id)) = after {
        query = query.filter(people::name.gt(name.clone()).or(people::name.eq(name).and(people::id.gt(id))));
    }
    Ok(query.order((people::name.asc(), people::id.asc())).limit(limit).load(c)?)
}

/// Everybody who may be given claims: those who may check and can sign in, by name.
pub fn list_checkers(c: &mut DbConnection) -> Result<Vec<Person>, StoreError> {
    Ok(people::table
        .filter(people::disabled_at.is_null())
        .filter(people::from_desk.is_null())
        .filter(people::role.ne(Role::Viewer))
        .select(Person::as_select())
        .order((people::name.asc(), people::id.asc()))
        .limit(500)
        .load(c)?)
}

/// Names of these people.
pub fn names(c: &mut DbConnection, ids: &[PersonId]) -> Result<Vec<(PersonId, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(people::table.filter(people::id.eq_any(ids.to_vec())).select((people::id, people::name)).load(c)?)
}

/// Name of a person.
pub fn name(c: &mut DbConnection, id: PersonId) -> Result<Option<String>, StoreError> {
    Ok(people::table.find(id).select(people::name).first(c).optional()?)
}

/// How many admins can sign in.
pub fn count_active_admins(c: &mut DbConnection) -> Result<i64, StoreError> {
    Ok(people::table.filter(people::role.eq(Role::Admin)).filter(people::disabled_at.is_null()).count().get_result(c)?)
}

/// Adds a person; a taken mail address is a unique violation.
pub fn insert_person(c: &mut DbConnection, person: &Person) -> Result<(), diesel::result::Error> {
    diesel::insert_into(people::table).values(person).execute(c).map(|_| ())
}

/// Writes a person's changeable fields if nobody changed them since `person.revision`.
pub fn update_person(c: &mut DbConnection, person: &Person) -> Result<bool, StoreError> {
    let changed = diesel::update(people::table.filter(people::id.eq(person.id)).filter(people::revision.eq(person.revision)))
        .set((
            people::name.eq(&person.name),
            people::role.eq(person.role),
            people::password_hash.eq(&person.password_hash),
            people::disabled_at.eq(person.disabled_at),
            people::keys.eq(&person.keys),
            people::language.eq(&person.language),
            people::digest.eq(person.digest),
            people::revision.eq(person.revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

// --- sessions

/// Keeps a session.
pub fn insert_session(c: &mut DbConnection, session: &Session) -> Result<(), StoreError> {
    diesel::insert_into(sessions::table).values(session).execute(c)?;
    Ok(())
}

/// The session with this cookie, and its person, if it still holds.
pub fn find_session(c: &mut DbConnection, token_hash: &[u8], now: At) -> Result<Option<(Session, Person)>, StoreError> {
    Ok(sessions::table
        .inner_join(people::table)
        .filter(sessions::token_hash.eq(token_hash.to_vec()))
        .filter(sessions::expires_at.gt(now))
        .filter(people::disabled_at.is_null())
        .select((Session::as_select(), Person::as_select()))
        .first(c)
        .optional()?)
}

/// Notes that a session was used.
pub fn touch_session(c: &mut DbConnection, id: SessionId, now: At, expires_at: At) -> Result<(), StoreError> {
    diesel::update(sessions::table.find(id)).set((sessions::last_seen_at.eq(now), sessions::expires_at.eq(expires_at))).execute(c)?;
    Ok(())
}

/// Ends one session.
pub fn delete_session(c: &mut DbConnection, id: SessionId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.find(id)).execute(c)?;
    Ok(())
}

/// Ends all sessions of a person but, where given, one.
pub fn delete_sessions_of(c: &mut DbConnection, person: PersonId, but: Option<SessionId>) -> Result<(), StoreError> {
    let keep = but.unwrap_or(SessionId(uuid::Uuid::nil()));
    diesel::delete(sessions::table.filter(sessions::person_id.eq(person)).filter(sessions::id.ne(keep))).execute(c)?;
    Ok(())
}

/// The sessions of a person that still hold, the one used last first.
pub fn list_sessions_of(c: &mut DbConnection, person: PersonId, now: At, limit: i64) -> Result<Vec<Session>, StoreError> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::expires_at.gt(now))
        .select(Session::as_select())
        .order(sessions::last_seen_at.desc())
        .limit(limit)
        .load(c)?)
}

/// Forgets sessions that ended.
pub fn delete_expired_sessions(c: &mut DbConnection, now: At) -> Result<usize, StoreError> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(c)?)
}

// --- tokens

/// Keeps a token.
pub fn insert_token(c: &mut DbConnection, token: &Token) -> Result<(), StoreError> {
    diesel::insert_into(tokens::table).values(token).execute(c)?;
    Ok(())
}

/// The token with this hash, and its person, if both still hold.
pub fn find_token(c: &mut DbConnection, token_hash: &[u8], now: At) -> Result<Option<(Token, Person)>, StoreError> {
    Ok(tokens::table
        .inner_join(people::table)
        .filter(tokens::token_hash.eq(token_hash.to_vec()))
        .filter(tokens::revoked_at.is_null())
        .filter(tokens::expires_at.is_null().or(tokens::expires_at.gt(now)))
        .filter(people::disabled_at.is_null())
        .select((Token::as_select(), Person::as_select()))
        .first(c)
        .optional()?)
}

/// One token.
pub fn find_token_by_id(c: &mut DbConnection, id: TokenId) -> Result<Option<Token>, StoreError> {
    Ok(tokens::table.find(id).select(Token::as_select()).first(c).optional()?)
}

/// Tokens of one person, or of all, newest first, with the person's name.
pub fn list_tokens(c: &mut DbConnection, person: Option<PersonId>, before: Option<TokenId>, limit: i64) -> Result<Vec<(Token, String)>, StoreError> {
    let mut query = tokens::table.inner_join(people::table).select((Token::as_select(), people::name)).into_boxed::<crate::db::MultiBackend>();
    if let Some(person) = person {
        query = query.filter(tokens::person_id.eq(person));
    }
    if let Some(before) = before {
        query = query.filter(tokens::id.lt(before));
    }
    Ok(query.order(tokens::id.desc()).limit(limit).load(c)?)
}

/// Notes that a token was used.
pub fn touch_token(c: &mut DbConnection, id: TokenId, now: At) -> Result<(), StoreError> {
    diesel::update(tokens::table.find(id)).set(tokens::last_used_at.eq(Some(now))).execute(c)?;
    Ok(())
}

/// Revokes a token; says whether it was in force.
pub fn revoke_token(c: &mut DbConnection, id: TokenId, now: At) -> Result<bool, StoreError> {
    let changed =
        diesel::update(tokens::table.filter(tokens::id.eq(id)).filter(tokens::revoked_at.is_null())).set(tokens::revoked_at.eq(Some(now))).execute(c)?;
    Ok(changed == 1)
}

// --- one-time links

/// Keeps a link.
pub fn insert_link(c: &mut DbConnection, link: &OneTimeLink) -> Result<(), StoreError> {
    diesel::insert_into(one_time_links::table).values(link).execute(c)?;
    Ok(())
}

/// A link that may still be used.
pub fn find_open_link(c: &mut DbConnection, kind: &str, token_hash: &[u8], now: At) -> Result<Option<OneTimeLink>, StoreError> {
    Ok(one_time_links::table
        .filter(one_time_links::token_hash.eq(token_hash.to_vec()))
        .filter(one_time_links::kind.eq(kind.to_owned()))
        .filter(one_time_links::used_at.is_null())
        .filter(one_time_links::expires_at.gt(now))
        .select(OneTimeLink::as_select())
        .first(c)
        .optional()?)
}

/// Uses a link up; `false` when somebody was faster.
pub fn use_link(c: &mut DbConnection, id: LinkId, now: At) -> Result<bool, StoreError> {
    let changed = diesel::update(one_time_links::table.filter(one_time_links::id.eq(id)).filter(one_time_links::used_at.is_null()))
        .set(one_time_links::used_at.eq(Some(now)))
        .execute(c)?;
    Ok(changed == 1)
}

/// Uses up all open links of a kind, for one person or for nobody in particular.
pub fn close_links(c: &mut DbConnection, kind: &str, person: Option<PersonId>, now: At) -> Result<(), StoreError> {
    let open = one_time_links::table.filter(one_time_links::kind.eq(kind.to_owned())).filter(one_time_links::used_at.is_null());
    match person {
        Some(person) => diesel::update(open.filter(one_time_links::person_id.eq(person))).set(one_time_links::used_at.eq(Some(now))).execute(c)?,
        None => diesel::update(open.filter(one_time_links::person_id.is_null())).set(one_time_links::used_at.eq(Some(now))).execute(c)?,
    };
    Ok(())
}

// --- settings

/// A group of settings with its revision.
pub fn find_settings(c: &mut DbConnection, name: &str) -> Result<Option<(serde_json::Value, i32)>, StoreError> {
    let found: Option<(crate::db::column::Json, i32)> =
        settings::table.find(name.to_owned()).select((settings::value, settings::revision)).first(c).optional()?;
    Ok(found.map(|(value, revision)| (value.0, revision)))
}

/// Writes a group of settings if its revision still is `revision` (0: it is not there yet).
pub fn save_settings(c: &mut DbConnection, name: &str, value: serde_json::Value, revision: i32) -> Result<bool, StoreError> {
    let value = crate::db::column::Json(value);
    let changed = if revision == 0 {
        let row = (settings::name.eq(name), settings::value.eq(&value), settings::revision.eq(1));
        per_backend!(c, |c| diesel::insert_into(settings::table).values(row).on_conflict_do_nothing().execute(c))?
    } else {
        diesel::update(settings::table.filter(settings::name.eq(name.to_owned())).filter(settings::revision.eq(revision)))
            .set((settings::value.eq(&value), settings::revision.eq(revision + 1)))
            .execute(c)?
    };
    Ok(changed == 1)
}
