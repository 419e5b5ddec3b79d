//! The order of the lines in the database, with what of a line anybody on the desk may be told at once.

use crate::db::column::At;
use crate::db::schema::{claims, event_order, events};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ChainId, ClaimId, EventId, PersonId, SubjectId};
use diesel::prelude::*;

/// A line at its place in the order: that something happened, not what was written.
#[derive(Clone, Debug, PartialEq, Queryable)]
pub struct Placed {
    /// Its place; later lines have higher ones.
    pub number: i64,
    /// The line.
    pub id: EventId,
    /// The chain it is part of.
    pub chain_id: ChainId,
    /// When.
    pub at: At,
    /// Who; `None` for the command line.
    pub actor_id: Option<PersonId>,
    /// Their name at the time.
    pub actor_name: String,
    /// What was done, as a code.
    pub action: String,
    /// What kind of thing it was done to, as a code.
    pub subject_kind: String,
    /// Which one.
    pub subject_id: SubjectId,
    /// The claim it concerns.
    pub claim_id: Option<ClaimId>,
    /// That claim's number in its article.
    pub claim_number: Option<i32>,
    /// That claim's revision as it is now.
    pub claim_revision: Option<i32>,
}

/// Which lines somebody listens for; all where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Lines of one chain.
    pub chain: Option<ChainId>,
    /// Lines that concern one claim.
    pub claim: Option<ClaimId>,
}

impl Wanted {
    /// Whether these are wanted: of this chain, about this claim.
    pub fn has(&self, chain: ChainId, claim: Option<ClaimId>) -> bool {
        self.chain.is_none_or(|wanted| wanted == chain) && self.claim.is_none_or(|wanted| claim == Some(wanted))
    }
}

/// The place of the newest line; 0 where there is none.
pub fn end(c: &mut DbConnection) -> Result<i64, StoreError> {
    let newest = event_order::table.select(event_order::number).order(event_order::number.desc()).first(c).optional()?;
    Ok(newest.unwrap_or(0))
}

/// The next lines after a place that are wanted, in order, at most `limit`.
pub fn list_after(c: &mut DbConnection, number: i64, wanted: Wanted, limit: i64) -> Result<Vec<Placed>, StoreError> {
    let mut query = event_order::table
        .inner_join(events::table)
        .left_join(claims::table.on(claims::id.nullable().eq(events::claim_id)))
        .filter(event_order::number.gt(number))
        .select((
            event_order::number,
            events::id,
            events::chain_id,
            events::at,
            events::actor_id,
            events::actor_name,
            events::action,
            events::subject_kind,
            events::subject_id,
            events::claim_id,
            claims::number.nullable(),
            claims::revision.nullable(),
        ))
        .into_boxed::<MultiBackend>();
    if let Some(chain) = wanted.chain {
        query = query.filter(events::chain_id.eq(chain));
    }
    if let Some(claim) = wanted.claim {
        query = query.filter(events::claim_id.eq(claim));
    }
    Ok(query.order(event_order::number.asc()).limit(limit).load(c)?)
}
