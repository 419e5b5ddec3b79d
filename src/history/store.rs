//! The lines of history in the database: written once, read in pages.

use super::action::{Action, SubjectKind};
use super::chain::{Line, canonical_json, first_hash};
use super::{NewEvent, Pen, chain_of};
use crate::code::Code;
use crate::db::column::{At, is_sqlite};
use crate::db::schema::{articles, bulk_lines, bulk_steps, chains, claims, events, people};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ArticleId, ChainId, ClaimId, EventId, PersonId, StepId, SubjectId};
use crate::{insert_rows, per_backend};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use std::collections::BTreeSet;

/// A line of history.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = events)]
pub struct Event {
    /// Its id; later lines have higher ones.
    pub id: EventId,
    /// The chain it is part of.
    pub chain_id: ChainId,
    /// Its number in the chain, from 1.
    pub seq: i64,
    /// When.
    pub at: At,
    /// Who; `None` for the command line.
    pub actor_id: Option<PersonId>,
    /// Their name at the time.
    pub actor_name: String,
    /// What was done, as a code of [`Action`].
    pub action: String,
    /// What kind of thing it was done to, as a code of [`SubjectKind`].
    pub subject_kind: String,
    /// Which one.
    pub subject_id: SubjectId,
    /// The claim it concerns.
    pub claim_id: Option<ClaimId>,
    /// What was so before, as canonical JSON.
    pub before: Option<String>,
    /// What was so after, as canonical JSON.
    pub after: Option<String>,
    /// The reason given.
    pub reason: Option<String>,
    /// The line that this one takes back.
    pub undoes: Option<EventId>,
    /// Hash of the line before.
    pub prev_hash: String,
    /// Hash of this line.
    pub hash: String,
}

impl Event {
    /// What was done, where this version of the program knows the code.
    pub fn action(&self) -> Option<Action> {
        Action::from_code(&self.action)
    }

    /// What kind of thing it was done to.
    pub fn subject_kind(&self) -> Option<SubjectKind> {
        SubjectKind::from_code(&self.subject_kind)
    }

    /// What was so before, as JSON; `Null` where nothing was.
    pub fn before_value(&self) -> serde_json::Value {
        self.before.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// What was so after, as JSON; `Null` where nothing was.
    pub fn after_value(&self) -> serde_json::Value {
        self.after.as_deref().and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The fields that the hash covers.
    pub fn line(&self) -> Line<'_> {
        Line {
            prev_hash: &self.prev_hash,
            chain_id: self.chain_id,
            seq: self.seq,
            id: self.id,
            at: self.at,
            actor_id: self.actor_id,
            actor_name: &self.actor_name,
            action: &self.action,
            subject_kind: &self.subject_kind,
            subject_id: self.subject_id,
            claim_id: self.claim_id,
            before: self.before.as_deref(),
            after: self.after.as_deref(),
            reason: self.reason.as_deref(),
            undoes: self.undoes,
        }
    }
}

/// Takes a chain for the rest of the transaction: whoever else is about to write to it waits.
///
/// A deed takes its chain before it reads what it decides by. So what it read is still so when it writes,
/// and two deeds never wait for each other in a ring. (On SQLite a transaction that writes is alone anyway.)
pub fn hold(c: &mut DbConnection, chain: ChainId) -> Result<(), StoreError> {
    if is_sqlite(c) { Ok(()) } else { lock_chain(c, chain).map(|_| ()) }
}

/// Takes a chain's lock for the rest of the transaction and gives its length and head: until the transaction ends
/// nobody else's change to what the chain tells of is committed.
pub fn lock_chain(c: &mut DbConnection, chain: ChainId) -> Result<(i64, String), StoreError> {
    // An update that changes nothing holds the row on PostgreSQL; on SQLite the transaction holds everything.
    let lock = |c: &mut DbConnection| -> QueryResult<Option<(i64, String)>> {
        diesel::update(chains::table.find(chain)).set(chains::length.eq(chains::length)).returning((chains::length, chains::head_hash)).get_result(c).optional()
    };
    if let Some(found) = lock(c)? {
        return Ok(found);
    }
    let row = (chains::id.eq(chain), chains::length.eq(0_i64), chains::head_hash.eq(first_hash(chain)));
    per_backend!(c, |c| diesel::insert_into(chains::table).values(row).on_conflict_do_nothing().execute(c))?;
    lock(c)?.ok_or_else(|| StoreError::Broken("a history chain could not be begun".to_owned()))
}

/// Writes one line at the end of `chain`. Must run inside the transaction of the change it tells of.
pub fn record(c: &mut DbConnection, pen: &Pen<'_>, chain: ChainId, event: NewEvent) -> Result<EventId, StoreError> {
    let ids = record_all(c, pen, chain, vec![event])?;
    ids.first().copied().ok_or_else(|| StoreError::Broken("no line of history was written".to_owned()))
}

/// Writes several lines at the end of `chain`, in order. Must run inside the transaction of the changes.
pub fn record_all(c: &mut DbConnection, pen: &Pen<'_>, chain: ChainId, new: Vec<NewEvent>) -> Result<Vec<EventId>, StoreError> {
    let (mut length, mut head) = lock_chain(c, chain)?;
    let mut rows = Vec::with_capacity(new.len());
    for event in new {
        length += 1;
        let mut row = Event {
            id: pen.ids.make(),
            chain_id: chain,
            seq: length,
            at: pen.now,
            actor_id: pen.who,
            actor_name: pen.name.replace('\0', "\u{FFFD}"),
            action: event.action.code().to_owned(),
            subject_kind: event.kind.code().to_owned(),
            subject_id: event.subject,
            claim_id: event.claim,
            before: event.before.as_ref().map(canonical_json),
            after: event.after.as_ref().map(canonical_json),
            reason: event.reason.map(|reason| reason.replace('\0', "\u{FFFD}")),
            undoes: event.undoes,
            prev_hash: std::mem::take(&mut head),
            hash: String::new(),
        };
        row.hash = row.line().hash();
        head.clone_from(&row.hash);
        rows.push(row);
    }
    for part in rows.chunks(500) {
        insert_rows!(c, events::table, part)?;
    }
    diesel::update(chains::table.find(chain)).set((chains::length.eq(length), chains::head_hash.eq(&head))).execute(c)?;
    let ids: Vec<EventId> = rows.iter().map(|row| row.id).collect();
    if let Some(step) = pen.step {
        let lines: Vec<_> = ids.iter().map(|id| (bulk_lines::event_id.eq(*id), bulk_lines::step_id.eq(step))).collect();
        insert_rows!(c, bulk_lines::table, &lines)?;
    }
    Ok(ids)
}

/// Something done to many claims at once; its lines of history know it by id.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = bulk_steps)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Who did it; `None` for the command line.
    pub actor_id: Option<PersonId>,
    /// When.
    pub at: At,
    /// How many claims it changed.
    pub claims: i32,
    /// The step that this one takes back.
    pub undoes: Option<StepId>,
}

/// Begins a step: what is written with its id from now on is part of it.
pub fn begin_step(c: &mut DbConnection, step: &Step) -> Result<(), StoreError> {
    diesel::insert_into(bulk_steps::table).values(step).execute(c)?;
    Ok(())
}

/// Ends a step that changed so many claims; one that wrote nothing is forgotten.
pub fn end_step(c: &mut DbConnection, id: StepId, claims: i32) -> Result<(), StoreError> {
    match claims {
        0 => diesel::delete(bulk_steps::table.find(id)).execute(c)?,
        _ => diesel::update(bulk_steps::table.find(id)).set(bulk_steps::claims.eq(claims)).execute(c)?,
    };
    Ok(())
}

/// One step.
pub fn find_step(c: &mut DbConnection, id: StepId) -> Result<Option<Step>, StoreError> {
    Ok(bulk_steps::table.find(id).select(Step::as_select()).first(c).optional()?)
}

/// The lines of a step, newest first.
pub fn lines_of_step(c: &mut DbConnection, id: StepId) -> Result<Vec<Event>, StoreError> {
    let of_step = bulk_lines::table.filter(bulk_lines::step_id.eq(id)).select(bulk_lines::event_id);
    Ok(events::table.filter(events::id.eq_any(of_step)).select(Event::as_select()).order(events::id.desc()).load(c)?)
}

/// The steps that these lines are part of.
pub fn steps_of(c: &mut DbConnection, ids: &[EventId]) -> Result<Vec<(EventId, Step)>, StoreError> {
    Ok(bulk_lines::table
        .inner_join(bulk_steps::table)
        .filter(bulk_lines::event_id.eq_any(ids.to_vec()))
        .select((bulk_lines::event_id, Step::as_select()))
        .load(c)?)
}

/// Which lines to list.
#[derive(Clone, Debug, Default)]
pub struct EventFilter {
    /// Lines of one chain.
    pub chain: Option<ChainId>,
    /// Lines about one thing.
    pub subject: Option<SubjectId>,
    /// Lines that concern one claim.
    pub claim: Option<ClaimId>,
    /// Lines that one person wrote.
    pub actor: Option<PersonId>,
    /// Lines before this one.
    pub before: Option<EventId>,
    /// Each import once: an article's own chain and the desk's both tell of it.
    pub imports_once: bool,
    /// Lines after this one.
    pub after: Option<EventId>,
}

/// Lines that fit, newest first, at most `limit`.
pub fn list(c: &mut DbConnection, filter: &EventFilter, limit: i64) -> Result<Vec<Event>, StoreError> {
    let mut query = events::table.select(Event::as_select()).into_boxed::<MultiBackend>();
    if let Some(chain) = filter.chain {
        query = query.filter(events::chain_id.eq(chain));
    }
    if let Some(subject) = filter.subject {
        query = query.filter(events::subject_id.eq(subject));
    }
    if let Some(claim) = filter.claim {
        query = query.filter(events::claim_id.eq(claim));
    }
    if let Some(actor) = filter.actor {
        query = query.filter(events::actor_id.eq(actor));
    }
    if let Some(before) = filter.before {
        query = query.filter(events::id.lt(before));
    }
    if filter.imports_once {
        query = query.filter(events::chain_id.ne(ChainId::DESK).or(events::action.ne(Action::ArticleImported.code())));
    }
    if let Some(after) = filter.after {
        query = query.filter(events::id.gt(after));
    }
    Ok(query.order(events::id.desc()).limit(limit).load(c)?)
}

/// The lines of a chain with this action, in order.
pub fn list_of_action(c: &mut DbConnection, chain: ChainId, action: Action) -> Result<Vec<Event>, StoreError> {
    Ok(events::table.filter(events::chain_id.eq(chain)).filter(events::action.eq(action.code())).select(Event::as_select()).order(events::seq.asc()).load(c)?)
}

/// The lines on these claims with this action, in order.
pub fn list_on_claims(c: &mut DbConnection, claims: &[ClaimId], action: Action) -> Result<Vec<Event>, StoreError> {
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    let claims: Vec<Option<ClaimId>> = claims.iter().copied().map(Some).collect();
    Ok(events::table
        .filter(events::claim_id.eq_any(claims))
        .filter(events::action.eq(action.code()))
        .select(Event::as_select())
        .order(events::id.asc())
        .load(c)?)
}

/// One line.
pub fn find(c: &mut DbConnection, id: EventId) -> Result<Option<Event>, StoreError> {
    Ok(events::table.find(id).select(Event::as_select()).first(c).optional()?)
}

/// One line, by its number in its chain.
pub fn find_line(c: &mut DbConnection, chain: ChainId, seq: i64) -> Result<Option<Event>, StoreError> {
    Ok(events::table.filter(events::chain_id.eq(chain)).filter(events::seq.eq(seq)).select(Event::as_select()).first(c).optional()?)
}

/// Which of these lines were taken back by a later one.
pub fn undone_by(c: &mut DbConnection, ids: &[EventId]) -> Result<Vec<EventId>, StoreError> {
    let undone: Vec<Option<EventId>> = events::table.filter(events::undoes.eq_any(ids.to_vec())).select(events::undoes).load(c)?;
    Ok(undone.into_iter().flatten().collect())
}

/// A chain's length and the hash of its last line, as they were when it was last written.
pub fn head(c: &mut DbConnection, chain: ChainId) -> Result<Option<(i64, String)>, StoreError> {
    Ok(chains::table.find(chain).select((chains::length, chains::head_hash)).first(c).optional()?)
}

/// How many lines a chain really has.
pub fn count_lines(c: &mut DbConnection, chain: ChainId) -> Result<i64, StoreError> {
    Ok(events::table.filter(events::chain_id.eq(chain)).count().get_result(c)?)
}

/// The next lines of a chain after number `after`, in order; `i64::MIN` begins before any line.
pub(super) fn lines_after(c: &mut DbConnection, chain: ChainId, after: i64, limit: i64) -> Result<Vec<Event>, StoreError> {
    Ok(events::table
        .filter(events::chain_id.eq(chain))
        .filter(events::seq.gt(after))
        .select(Event::as_select())
        .order(events::seq.asc())
        .limit(limit)
        .load(c)?)
}

/// All chains there must be: the desk's once anything happened, one of each article, and whatever has an
/// entry or lines. The desk's comes first.
pub(super) fn expected_chains(c: &mut DbConnection) -> Result<Vec<ChainId>, StoreError> {
    let mut expected: BTreeSet<ChainId> = chains::table.select(chains::id).load(c)?.into_iter().collect();
    expected.extend(events::table.select(events::chain_id).distinct().load::<ChainId>(c)?);
    expected.extend(articles::table.select(articles::id).load::<ArticleId>(c)?.into_iter().map(chain_of));
    expected.extend(imported(c)?);
    let anybody = people::table.select(people::id).first::<PersonId>(c).optional()?.is_some();
    if anybody || !expected.is_empty() {
        expected.insert(ChainId::DESK);
    }
    Ok(expected.into_iter().collect())
}

/// The subjects of all lines of a chain with this action, each with its line's number.
pub fn subjects_of(c: &mut DbConnection, chain: ChainId, action: Action) -> Result<Vec<(i64, SubjectId)>, StoreError> {
    Ok(events::table
        .filter(events::chain_id.eq(chain))
        .filter(events::action.eq(action.code()))
        .select((events::seq, events::subject_id))
        .order(events::seq.asc())
        .load(c)?)
}

/// The claims that a person did one of these things to from one day to before another, first done first.
pub fn claims_worked_on(c: &mut DbConnection, person: PersonId, actions: &[Action], from: NaiveDate, until: NaiveDate) -> Result<Vec<ClaimId>, StoreError> {
    let start = |day: NaiveDate| At(day.and_time(NaiveTime::MIN).and_utc());
    let codes: Vec<&str> = actions.iter().map(|action| action.code()).collect();
    let done: Vec<Option<ClaimId>> = events::table
        .inner_join(claims::table.on(claims::id.nullable().eq(events::claim_id)))
        .filter(events::actor_id.eq(person))
        .filter(events::action.eq_any(codes))
        .filter(events::at.ge(start(from)))
        .filter(events::at.lt(start(until)))
        .filter(claims::removed_at.is_null())
        .select(events::claim_id)
        .order(events::id.asc())
        .load(c)?;
    let mut seen = BTreeSet::new();
    Ok(done.into_iter().flatten().filter(|claim| seen.insert(*claim)).collect())
}

/// The chains of all articles whose coming in the desk's chain tells of.
pub(super) fn imported(c: &mut DbConnection) -> Result<BTreeSet<ChainId>, StoreError> {
    Ok(subjects_of(c, ChainId::DESK, Action::ArticleImported)?.into_iter().map(|(_, subject)| ChainId(subject.0)).collect())
}
