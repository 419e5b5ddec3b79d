//! Deeds on people: the first admin, adding, renaming, roles, disabling, password links, and their own keys.

use super::sign_in::Brake;
use super::store::{self, OneTimeLink, Person};
use super::{AccountError, Acting, KeyMap, MIN_PASSWORD, Permission, Role, Secret, hash_password, verify_password};
use crate::db::column::At;
use crate::db::{DbConnection, StoreError, transact};
use crate::history::{self, Action, NewEvent, SubjectKind};
use crate::ids::{ChainId, Ids, PersonId, SessionId};
use crate::input::{FieldError, Fields, LINE};
use chrono::Duration;
use serde_json::json;

/// How long a link to set a password works.
const PASSWORD_LINK_HOURS: i64 = 72;
/// How long the set-up link of an empty desk works.
const SETUP_LINK_HOURS: i64 = 24;

/// Who is to be added.
#[derive(Clone, Debug, Default)]
pub struct NewPerson<'a> {
    /// Their name.
    pub name: &'a str,
    /// Their mail address.
    pub email: &'a str,
    /// Their role, as a code.
    pub role: &'a str,
}

fn desk_event(action: Action, person: PersonId) -> NewEvent {
    NewEvent::new(action, SubjectKind::Person, person)
}

fn randomness(reason: String) -> StoreError {
    StoreError::Broken(reason)
}

/// Checks a new password.
fn checked_password(fields: &mut Fields, password: &str) {
    let length = password.chars().count();
    if length < MIN_PASSWORD {
        fields.refuse(FieldError::new("password", "field-password-short").with("least", MIN_PASSWORD));
    } else if length > 1_000 {
        fields.refuse(FieldError::new("password", "field-too-long").with("most", 1_000).with("length", length));
    }
}

/// Makes the link with which the first admin of an empty desk is set up; `None` once somebody is here.
/// Earlier links of the kind stop working.
pub fn make_setup_link(c: &mut DbConnection, now: At, ids: &Ids) -> Result<Option<Secret>, AccountError> {
    transact(c, |c| {
        if !store::is_empty_desk(c)? {
            return Ok(None);
        }
        store::close_links(c, "setup", None, now)?;
        make_link(c, "setup", None, now, SETUP_LINK_HOURS, ids).map(Some)
    })
}

fn make_link(c: &mut DbConnection, kind: &str, person: Option<PersonId>, now: At, hours: i64, ids: &Ids) -> Result<Secret, AccountError> {
    let secret = Secret::make().map_err(randomness)?;
    let link = OneTimeLink {
        id: ids.make(),
        kind: kind.to_owned(),
        person_id: person,
        token_hash: secret.hash(),
        created_at: now,
        expires_at: At(now.0 + Duration::hours(hours)),
        used_at: None,
    };
    store::insert_link(c, &link)?;
    Ok(secret)
}

/// Whether a set-up link still works.
///
/// # Errors
/// [`AccountError::LinkInvalid`] where it does not, or where somebody is here already.
pub fn check_setup_link(c: &mut DbConnection, token: &str, now: At) -> Result<(), AccountError> {
    let open = store::find_open_link(c, "setup", &Secret::presented(token).hash(), now)?.is_some();
    if open && store::is_empty_desk(c)? { Ok(()) } else { Err(AccountError::LinkInvalid) }
}

/// Sets the desk up: its first admin, by the one-time link.
pub fn set_up_desk(c: &mut DbConnection, token: &str, name: &str, email: &str, password: &str, now: At, ids: &Ids) -> Result<Person, AccountError> {
    let mut fields = Fields::new();
    let name = fields.required_line("name", name, LINE);
    let email = fields.mail_address("email", email);
    checked_password(&mut fields, password);
    fields.done()?;
    let hash = hash_password(password).map_err(randomness)?;
    transact(c, |c| {
        let link = store::find_open_link(c, "setup", &Secret::presented(token).hash(), now)?.ok_or(AccountError::LinkInvalid)?;
        if !store::is_empty_desk(c)? || !store::use_link(c, link.id, now)? {
            return Err(AccountError::LinkInvalid);
        }
        let person = insert(c, &name, &email, Role::Admin, Some(hash), now, ids)?;
        let acting = Acting::person(&person, now, ids);
        let event = NewEvent::new(Action::DeskSetUp, SubjectKind::Desk, person.id).after(json!({"name": name, "email": email}));
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok(person)
    })
}

fn insert(c: &mut DbConnection, name: &str, email: &str, role: Role, password_hash: Option<String>, now: At, ids: &Ids) -> Result<Person, AccountError> {
    use diesel::result::{DatabaseErrorKind, Error};
    if store::find_person_by_email(c, email)?.is_some() {
        return Err(AccountError::MailTaken);
    }
    let person = Person {
        id: ids.make(),
        name: name.to_owned(),
        email: email.to_owned(),
        role,
        password_hash,
        disabled_at: None,
        created_at: now,
        revision: 1,
        keys: String::new(),
        from_desk: None,
        language: None,
        digest: true,
    };
    match store::insert_person(c, &person) {
        Ok(()) => Ok(person),
        Err(Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => Err(AccountError::MailTaken),
        Err(error) => Err(error.into()),
    }
}

/// Adds a person and makes the link with which they choose a password. A `password` (from the command
/// line) makes the link unnecessary.
pub fn add_person(c: &mut DbConnection, acting: &Acting, new: &NewPerson<'_>, password: Option<&str>) -> Result<(Person, Option<Secret>), AccountError> {
    acting.require(Permission::Administer)?;
    let mut fields = Fields::new();
    let name = fields.required_line("name", new.name, LINE);
    let email = fields.mail_address("email", new.email);
    let role = fields.choice("role", new.role, Role::Viewer);
    if let Some(password) = password {
        checked_password(&mut fields, password);
    }
    fields.done()?;
    let hash = password.map(hash_password).transpose().map_err(randomness)?;
    transact(c, |c| {
        let person = insert(c, &name, &email, role, hash, acting.now, &acting.ids)?;
        let event = desk_event(Action::PersonAdded, person.id).after(json!({"name": name, "email": email, "role": role}));
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        let link = match password {
            Some(_) => None,
            None => Some(make_link(c, "password", Some(person.id), acting.now, PASSWORD_LINK_HOURS, &acting.ids)?),
        };
        Ok((person, link))
    })
}

fn change(
    c: &mut DbConnection,
    acting: &Acting,
    id: PersonId,
    revision: Option<i32>,
    work: impl FnOnce(&mut DbConnection, &mut Person) -> Result<Option<NewEvent>, AccountError>,
) -> Result<Person, AccountError> {
    acting.require(Permission::Administer)?;
    transact(c, |c| {
        // Two who take each other's role at once must not both find an admin left.
        history::hold(c, ChainId::DESK)?;
        let mut person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        if revision.is_some_and(|revision| revision != person.revision) {
            return Err(AccountError::Stale);
        }
        let Some(event) = work(c, &mut person)? else { return Ok(person) };
        if !store::update_person(c, &person)? {
            return Err(AccountError::Stale);
        }
        if store::count_active_admins(c)? == 0 {
            return Err(AccountError::LastAdmin);
        }
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        person.revision += 1;
        Ok(person)
    })
}

/// Gives a person another role.
pub fn change_role(c: &mut DbConnection, acting: &Acting, id: PersonId, role: Role, revision: Option<i32>) -> Result<Person, AccountError> {
    change(c, acting, id, revision, |_, person| {
        if person.role == role {
            return Ok(None);
        }
        let event =
            desk_event(Action::RoleChanged, id).before(json!({"role": person.role, "name": person.name})).after(json!({"role": role, "name": person.name}));
        person.role = role;
        Ok(Some(event))
    })
}

/// Bars a person from signing in (their sessions and tokens stop at once), or lets them in again.
pub fn set_disabled(c: &mut DbConnection, acting: &Acting, id: PersonId, disabled: bool, revision: Option<i32>) -> Result<Person, AccountError> {
    change(c, acting, id, revision, |c, person| {
        if person.disabled_at.is_some() == disabled {
            return Ok(None);
        }
        person.disabled_at = disabled.then_some(acting.now);
        if disabled {
            store::delete_sessions_of(c, id, None)?;
        }
        let action = if disabled { Action::PersonDisabled } else { Action::PersonEnabled };
        Ok(Some(desk_event(action, id).after(json!({"name": person.name}))))
    })
}

/// Makes a link with which a person sets a new password; earlier ones stop working.
pub fn make_password_link(c: &mut DbConnection, acting: &Acting, id: PersonId) -> Result<Secret, AccountError> {
    acting.require(Permission::Administer)?;
    transact(c, |c| {
        let person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        store::close_links(c, "password", Some(id), acting.now)?;
        let secret = make_link(c, "password", Some(id), acting.now, PASSWORD_LINK_HOURS, &acting.ids)?;
        let event = desk_event(Action::PasswordLinkMade, id).after(json!({"name": person.name}));
        history::record(c, &acting.pen(), ChainId::DESK, event)?;
        Ok(secret)
    })
}

/// Who an open password link belongs to.
pub fn find_password_link(c: &mut DbConnection, token: &str, now: At) -> Result<Person, AccountError> {
    let link = store::find_open_link(c, "password", &Secret::presented(token).hash(), now)?.ok_or(AccountError::LinkInvalid)?;
    let person = link.person_id.ok_or(AccountError::LinkInvalid)?;
    store::find_member(c, person)?.ok_or(AccountError::LinkInvalid)
}

/// Sets a password by a one-time link; all sessions of the person end.
pub fn set_password_by_link(c: &mut DbConnection, token: &str, password: &str, now: At, ids: &Ids) -> Result<Person, AccountError> {
    let mut fields = Fields::new();
    checked_password(&mut fields, password);
    fields.done()?;
    let hash = hash_password(password).map_err(randomness)?;
    transact(c, |c| {
        let link = store::find_open_link(c, "password", &Secret::presented(token).hash(), now)?.ok_or(AccountError::LinkInvalid)?;
        if !store::use_link(c, link.id, now)? {
            return Err(AccountError::LinkInvalid);
        }
        let person = link.person_id.ok_or(AccountError::LinkInvalid)?;
        let person = store::find_member(c, person)?.ok_or(AccountError::LinkInvalid)?;
        let acting = Acting::person(&person, now, ids);
        write_password(c, &acting, person, hash)
    })
}

/// Sets a person's password from the command line.
pub fn set_password(c: &mut DbConnection, acting: &Acting, id: PersonId, password: &str) -> Result<Person, AccountError> {
    acting.require(Permission::Administer)?;
    let mut fields = Fields::new();
    checked_password(&mut fields, password);
    fields.done()?;
    let hash = hash_password(password).map_err(randomness)?;
    transact(c, |c| {
        let person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        write_password(c, acting, person, hash)
    })
}

/// Changes one's own password, proving the present one; every other browser of the person is signed out.
pub fn change_own_password(
    c: &mut DbConnection,
    acting: &Acting,
    brake: &Brake,
    present: &str,
    password: &str,
    keep: Option<SessionId>,
) -> Result<Person, AccountError> {
    let id = acting.id.ok_or(AccountError::NotFound("person"))?;
    let mut fields = Fields::new();
    checked_password(&mut fields, password);
    fields.done()?;
    let person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
    // A browser left open must not be a place to guess the password from.
    brake.check_account(&person.email)?;
    if !verify_password(present, person.password_hash.as_deref()) {
        return Err(vec![FieldError::new("present", "field-password-wrong")].into());
    }
    let hash = hash_password(password).map_err(randomness)?;
    transact(c, |c| {
        let person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        write_password_but(c, acting, person, hash, keep)
    })
}

fn write_password(c: &mut DbConnection, acting: &Acting, person: Person, hash: String) -> Result<Person, AccountError> {
    write_password_but(c, acting, person, hash, None)
}

fn write_password_but(c: &mut DbConnection, acting: &Acting, mut person: Person, hash: String, keep: Option<SessionId>) -> Result<Person, AccountError> {
    person.password_hash = Some(hash);
    if !store::update_person(c, &person)? {
        return Err(AccountError::Stale);
    }
    person.revision += 1;
    store::delete_sessions_of(c, person.id, keep)?;
    let event = desk_event(Action::PasswordSet, person.id).after(json!({"name": person.name}));
    history::record(c, &acting.pen(), ChainId::DESK, event)?;
    Ok(person)
}

/// Gives a person's actions the keys they wish. A wish of theirs alone, as the colours are: no line of history.
///
/// # Errors
/// [`AccountError::Stale`] where their entry changed since it was read.
pub fn change_own_keys(c: &mut DbConnection, acting: &Acting, keys: &KeyMap, revision: Option<i32>) -> Result<Person, AccountError> {
    let id = acting.id.ok_or(AccountError::NotFound("person"))?;
    transact(c, |c| {
        let mut person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        person.keys = keys.write();
        let current = revision.is_none_or(|revision| revision == person.revision);
        if !current || !store::update_person(c, &person)? {
            return Err(AccountError::Stale);
        }
        Ok(person)
    })
}

/// Has the desk speak a language to a person wherever they sign in, or the one that their browser asks for. A wish of theirs
/// alone, as their keys are: no line of history.
pub fn choose_own_language(c: &mut DbConnection, acting: &Acting, language: Option<&str>) -> Result<(), AccountError> {
    let id = acting.id.ok_or(AccountError::NotFound("person"))?;
    transact(c, |c| {
        let mut person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        if person.language.as_deref() == language {
            return Ok(());
        }
        person.language = language.map(str::to_owned);
        if store::update_person(c, &person)? { Ok(()) } else { Err(AccountError::Stale) }
    })
}

/// Has the daily digest sent to a person, or no longer. A wish of theirs alone: no line of history.
pub fn choose_own_digest(c: &mut DbConnection, acting: &Acting, wanted: bool) -> Result<(), AccountError> {
    let id = acting.id.ok_or(AccountError::NotFound("person"))?;
    transact(c, |c| {
        let mut person = store::find_member(c, id)?.ok_or(AccountError::NotFound("person"))?;
        if person.digest == wanted {
            return Ok(());
        }
        person.digest = wanted;
        if store::update_person(c, &person)? { Ok(()) } else { Err(AccountError::Stale) }
    })
}
