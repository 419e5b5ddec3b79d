//! Keys of requests and the answers to them, in the database.

use super::KeyedRequest;
use crate::db::column::{At, Json};
use crate::db::schema::idempotency_keys;
use crate::db::{DbConnection, StoreError};
use crate::ids::PersonId;
use crate::per_backend;
use diesel::prelude::*;

/// An answer as it was given.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = idempotency_keys)]
pub struct KeptAnswer {
    /// Its HTTP status.
    pub status: i32,
    /// Its body.
    pub body: String,
    /// Its headers: a JSON list of `[name, value]`.
    pub headers: Json,
}

/// Forgets keys from before a time.
pub(super) fn delete_older(c: &mut DbConnection, than: At) -> Result<(), StoreError> {
    diesel::delete(idempotency_keys::table.filter(idempotency_keys::created_at.le(than))).execute(c)?;
    Ok(())
}

/// Takes a key; `false` where it is taken. On PostgreSQL this waits for a transaction that is just taking it.
pub(super) fn insert(c: &mut DbConnection, request: &KeyedRequest<'_>) -> Result<bool, StoreError> {
    let row = (
        idempotency_keys::person_id.eq(request.person),
        idempotency_keys::name.eq(request.key),
        idempotency_keys::request_hash.eq(&request.hash),
        idempotency_keys::status.eq(0),
        idempotency_keys::body.eq(""),
        idempotency_keys::created_at.eq(request.now),
    );
    let kept = per_backend!(c, |c| diesel::insert_into(idempotency_keys::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(kept == 1)
}

/// The request that took a key, and the answer to it.
pub(super) fn find(c: &mut DbConnection, person: PersonId, key: &str) -> Result<Option<(Vec<u8>, KeptAnswer)>, StoreError> {
    Ok(idempotency_keys::table.find((person, key)).select((idempotency_keys::request_hash, KeptAnswer::as_select())).first(c).optional()?)
}

/// Writes the answer beside its key.
pub(super) fn update(c: &mut DbConnection, request: &KeyedRequest<'_>, answer: &KeptAnswer) -> Result<(), StoreError> {
    diesel::update(idempotency_keys::table.find((request.person, request.key)))
        .set((idempotency_keys::status.eq(answer.status), idempotency_keys::body.eq(&answer.body), idempotency_keys::headers.eq(&answer.headers)))
        .execute(c)?;
    Ok(())
}
