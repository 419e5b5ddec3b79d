//! The people of the desk: who they are, how they prove it, and what they may do.
//!
//! Roles and permissions are in [`role`], which key does what in [`keys`] (both pure); passwords and tokens are only ever stored as hashes.
//! Deeds: [`member`] (add, change, disable), [`sign_in`], [`api_token`], [`desk`] (settings). [`once`] keeps what
//! programs send twice from being done twice.

pub mod api_token;
pub mod desk;
pub mod keys;
pub mod limiter;
pub mod member;
pub mod once;
mod password;
pub mod role;
mod secret;
pub mod sign_in;
pub mod store;

pub use desk::DeskSettings;
pub use keys::{KeyAction, KeyMap};
pub use password::{MIN_PASSWORD, hash_password, verify_password};
pub use role::{Permission, Role};
pub use secret::{Secret, random_bytes};
pub use store::Person;

use crate::db::StoreError;
use crate::db::column::At;
use crate::history::Pen;
use crate::ids::{Ids, PersonId, StepId};
use crate::input::FieldError;

/// Who does a deed, and when; every deed takes one.
#[derive(Clone, Debug)]
pub struct Acting {
    /// The person; `None` for the command line.
    pub id: Option<PersonId>,
    /// Their name.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// The time of the deed.
    pub now: At,
    /// Where ids come from.
    pub ids: Ids,
    /// The step on many claims that the deed is part of.
    pub step: Option<StepId>,
}

impl Acting {
    /// A person at work.
    pub fn person(person: &Person, now: At, ids: &Ids) -> Self {
        Self { id: Some(person.id), name: person.name.clone(), role: person.role, now, ids: ids.clone(), step: None }
    }

    /// The program itself, called from the command line by somebody with access to the machine.
    pub fn command_line(now: At, ids: &Ids) -> Self {
        Self { id: None, name: "command line".to_owned(), role: Role::Admin, now, ids: ids.clone(), step: None }
    }

    /// How this hand writes history.
    pub fn pen(&self) -> Pen<'_> {
        Pen { who: self.id, name: &self.name, now: self.now, ids: &self.ids, step: self.step }
    }

    /// Refuses a deed that this role may not do.
    ///
    /// # Errors
    /// [`Forbidden`], which knows who may.
    pub fn require(&self, permission: Permission) -> Result<(), Forbidden> {
        if self.role.may(permission) { Ok(()) } else { Err(Forbidden(permission)) }
    }
}

/// A deed that the role of the person does not cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this needs the role {} or higher", self.0.least_role())]
pub struct Forbidden(pub Permission);

/// Why a deed on people, tokens or settings was refused.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The role does not cover it.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Some fields can't be used as they are.
    #[error("some fields need another value")]
    Invalid(Vec<FieldError>),
    /// There is no such person, token or link.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// Mail address and password do not belong together, or the person is disabled.
    #[error("mail address and password do not match")]
    SignInFailed,
    /// Too many wrong tries.
    #[error("too many tries; wait {0} seconds")]
    Throttled(u64),
    /// A one-time link that is used, expired or unknown.
    #[error("this link is used, expired or unknown")]
    LinkInvalid,
    /// Somebody with this mail address is already here.
    #[error("somebody with this mail address is already here")]
    MailTaken,
    /// The desk would be left without an admin.
    #[error("the desk needs at least one admin who can sign in")]
    LastAdmin,
    /// The row changed since it was read.
    #[error("somebody changed this meanwhile")]
    Stale,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for AccountError {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<Vec<FieldError>> for AccountError {
    fn from(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }
}
