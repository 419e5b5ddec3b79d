//! The demonstration: an article about a real event, three people, and a check that is half done.
//!
//! Everything is done by the deeds themselves, at times of the last two days, so that the history is a real one. The
//! same desk comes out each time but for ids, times and the password. The evidence is made up and stands at addresses
//! that nobody can own. [`fill`] is the whole of it; [`script`] is what happens, [`hand`] how it is done.

mod hand;
mod script;

use super::SampleError;
use super::password::make_password;
use crate::account::store as accounts;
use crate::article::store::{self as articles, ArticleFilter};
use crate::db::column::At;
use crate::db::{DbConnection, StoreError};
use crate::ids::Ids;

/// The article.
const ARTICLE: &str = include_str!("article.txt");

/// The people, in the order in which [`hand::Hand`] keeps them.
const PEOPLE: [SignIn; 3] = [
    SignIn { name: "Marta Lindqvist", email: "marta@example.org", role: "editor" },
    SignIn { name: "Daniel Okafor", email: "daniel@example.org", role: "reviewer" },
    SignIn { name: "Ines Carvalho", email: "ines@example.org", role: "admin" },
];

/// With what somebody signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// Their name.
    pub name: &'static str,
    /// Their mail address.
    pub email: &'static str,
    /// The code of their role.
    pub role: &'static str,
}

/// What somebody needs to know of a desk that was filled.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The people.
    pub people: [SignIn; 3],
    /// The password of all three, made for this desk.
    pub password: String,
}

/// Fills an empty desk; `None` where it is not empty.
///
/// # Errors
/// A deed that was refused, or a database that failed; what was done before stays.
pub fn fill(c: &mut DbConnection, now: At, ids: &Ids) -> Result<Option<Filled>, SampleError> {
    if !is_empty(c)? {
        return Ok(None);
    }
    let password = make_password()?;
    let mut hand = hand::Hand::begin(c, now, ids, &password)?;
    script::play(&mut hand)?;
    Ok(Some(Filled { people: PEOPLE, password }))
}

/// Whether there is neither a person nor an article on the desk.
fn is_empty(c: &mut DbConnection) -> Result<bool, StoreError> {
    Ok(accounts::is_empty_desk(c)? && articles::list(c, &ArticleFilter::default(), 1)?.rows.is_empty())
}
