//! Requests that a program may send again without anything being done twice.
//!
//! A request that carries a key is answered inside one transaction: [`begin`] takes the key, the work is done,
//! [`keep`] stores the answer. Either all of it is kept or none of it is, also when the program or the power fails in
//! between. Two that arrive at once wait for each other: the second finds the first one's answer. A refused request
//! changes nothing, and leaves its key free.

mod store;

use crate::db::column::{At, Json};
use crate::db::{DbConnection, StoreError};
use crate::ids::PersonId;
use chrono::Duration;
use sha2::{Digest, Sha256};
pub use store::KeptAnswer;

/// How long a key and its answer are kept.
pub const HOURS: i64 = 24;
/// Most characters of a key.
pub const LONGEST: usize = 255;

/// A request with a key.
#[derive(Clone, Debug)]
pub struct KeyedRequest<'a> {
    /// Who sends it; keys of different people have nothing to do with each other.
    pub person: PersonId,
    /// The key.
    pub key: &'a str,
    /// Names the request; see [`hash_of`].
    pub hash: Vec<u8>,
    /// When it came.
    pub now: At,
}

/// What a key says of a request.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It comes for the first time: do it, then [`keep`] the answer.
    New,
    /// It was done; this was the answer.
    Done(KeptAnswer),
    /// The key was used for something else.
    Other,
}

/// Whether a text can be a key: 1 to [`LONGEST`] visible ASCII characters.
pub fn is_key(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Names a request by all that counts of it.
pub fn hash_of(method: &str, target: &str, body: &[u8]) -> Vec<u8> {
    let mut digest = Sha256::new();
    for part in [method.as_bytes(), target.as_bytes(), body] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    digest.finalize().to_vec()
}

/// Takes the key for this request, or says what came of it earlier. Must run inside the transaction of the work.
pub fn begin(c: &mut DbConnection, request: &KeyedRequest<'_>) -> Result<Standing, StoreError> {
    store::delete_older(c, At(request.now.0 - Duration::hours(HOURS)))?;
    if store::insert(c, request)? {
        return Ok(Standing::New);
    }
    Ok(match store::find(c, request.person, request.key)? {
        Some((hash, kept)) if hash == request.hash => Standing::Done(kept),
        _ => Standing::Other,
    })
}

/// Keeps the answer. Must run inside the transaction of the work.
pub fn keep(c: &mut DbConnection, request: &KeyedRequest<'_>, status: u16, headers: &[(String, String)], body: String) -> Result<(), StoreError> {
    let headers = Json(serde_json::json!(headers));
    store::update(c, request, &KeptAnswer { status: status.into(), body, headers })
}

impl KeptAnswer {
    /// The headers, as names and values.
    pub fn header_list(&self) -> Vec<(String, String)> {
        serde_json::from_value(self.headers.0.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_named_by_method_target_and_body() {
        let hash = hash_of("POST", "/a", b"b");
        assert_eq!(hash, hash_of("POST", "/a", b"b"));
        assert_ne!(hash, hash_of("POST", "/ab", b""));
        assert_ne!(hash, hash_of("PUT", "/a", b"b"));
    }

    #[test]
    fn a_key_is_short_and_visible() {
        assert!(is_key("0190f5a3-7c1e"));
        assert!(!is_key("") && !is_key("a b") && !is_key("é") && !is_key(&"x".repeat(256)));
    }
}
