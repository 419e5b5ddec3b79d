//! What the desk remembers: an index of what all claims say, in memory, kept up with the database.
//!
//! It is asked which claims say the same as one, and brings itself up to date first: claims that were made since, by
//! whichever process, are read in the order of their ids. Words of a claim that was reworded elsewhere are those of the
//! day when it was read, until its page is looked at or the program starts again; what is compared and shown is always
//! the wording in the database.

use super::{Desk, Problem};
use crate::claim::seen::{CANDIDATES, Earlier, Index, SHOWN, SURE, Saying, rank};
use crate::claim::store::Claim;
use crate::claim::store::seen as store;
use crate::db::DbConnection;
use crate::db::column::At;
use crate::ids::ClaimId;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use uuid::Uuid;

/// How many claims are read at once.
const BATCH: i64 = 2_000;
/// How many claims one request reads at most; the rest is left to [`Desk::recall_all`].
const AT_ONCE: usize = 10_000;
/// Most claims whose words are asked for in one statement.
const ASKED: usize = 500;
/// For how long a claim may have been on its way into the database when a later one was read, in milliseconds.
const ON_ITS_WAY: i64 = 60_000;

/// The index and what it is of.
#[derive(Debug, Default)]
pub(super) struct Recall(RwLock<Remembered>);

#[derive(Debug, Default)]
struct Remembered {
    index: Index,
    /// The claim of each number of the index.
    ids: Vec<ClaimId>,
    /// What each claim said when it was read, as a number.
    said: HashMap<ClaimId, u64>,
    last: Option<ClaimId>,
}

/// A claim that says the same.
#[derive(Clone, Copy, Debug)]
pub(super) struct Same {
    /// The claim.
    pub id: ClaimId,
    /// How sure that is, from 0 to 1.
    pub sure: f32,
}

/// What a claim says, as a number.
fn in_short(statement: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    statement.hash(&mut hasher);
    hasher.finish()
}

impl Remembered {
    /// Whether the index has a claim in these words.
    fn has(&self, id: ClaimId, statement: &str) -> bool {
        self.said.get(&id) == Some(&in_short(statement))
    }

    fn take(&mut self, id: ClaimId, statement: &str) {
        if !self.has(id, statement) {
            self.said.insert(id, in_short(statement));
            self.index.add(&[&Saying::new(statement)]);
            self.ids.push(id);
        }
    }

    /// Behind which claim to read on: the last, but not behind what may still have been on its way.
    fn behind(&self, now: At) -> Option<ClaimId> {
        let settled = u128::try_from(now.0.timestamp_millis() - ON_ITS_WAY).unwrap_or_default() << 80;
        self.last.map(|last| last.min(ClaimId(Uuid::from_u128(settled))))
    }
}

impl Recall {
    fn read(&self) -> RwLockReadGuard<'_, Remembered> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Remembered> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes in what claims say. Whoever looks meanwhile is held up only where some of it is new.
    fn take<'s>(&self, said: impl Iterator<Item = (ClaimId, &'s str)> + Clone) {
        let is_known = {
            let remembered = self.read();
            said.clone().all(|(id, statement)| remembered.has(id, statement))
        };
        if !is_known {
            let mut remembered = self.write();
            said.for_each(|(id, statement)| remembered.take(id, statement));
        }
    }

    /// Reads up to `most` claims that are new; says whether those are all.
    fn catch_up(&self, c: &mut DbConnection, now: At, most: usize) -> Result<bool, Problem> {
        let mut from = self.read().behind(now);
        let mut read = 0;
        while read < most {
            let rows = store::wordings_behind(c, from, BATCH)?;
            let whole = i64::try_from(rows.len()).unwrap_or(i64::MAX) < BATCH;
            from = rows.last().map(|(id, _)| *id).or(from);
            read += rows.len();
            self.take(rows.iter().map(|(id, statement)| (*id, statement.as_str())));
            if from > self.read().last {
                let mut remembered = self.write();
                remembered.last = remembered.last.max(from);
            }
            if whole {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The claims that say the same as one, the most alike first; `None` while not all claims are read yet.
    pub fn same(&self, c: &mut DbConnection, now: At, claim: &Claim, said_on: Option<NaiveDate>) -> Result<Option<Vec<Same>>, Problem> {
        let found = self.same_of(c, now, std::slice::from_ref(claim), said_on)?;
        Ok(found.map(|mut found| found.pop().unwrap_or_default()))
    }

    /// For each of some claims those that say the same, the most alike first; `None` while not all claims are read yet.
    pub fn same_of(&self, c: &mut DbConnection, now: At, claims: &[Claim], said_on: Option<NaiveDate>) -> Result<Option<Vec<Vec<Same>>>, Problem> {
        if !self.catch_up(c, now, AT_ONCE)? {
            return Ok(None);
        }
        self.take(claims.iter().map(|claim| (claim.id, claim.statement.as_str())));
        let asked = |claim: &Claim| {
            let asked = Saying::new(&claim.statement);
            match said_on {
                Some(day) => asked.said_in(day.year(), day.month()),
                None => asked,
            }
        };
        let asked: Vec<Saying> = claims.iter().map(asked).collect();
        let candidates: Vec<Vec<ClaimId>> = claims.iter().zip(&asked).map(|(claim, asked)| self.candidates(claim.id, asked)).collect();
        let all: BTreeSet<ClaimId> = candidates.iter().flatten().copied().collect();
        let all: Vec<ClaimId> = all.into_iter().collect();
        let mut said: BTreeMap<ClaimId, Saying> = BTreeMap::new();
        for some in all.chunks(ASKED) {
            said.extend(store::wordings(c, some)?.into_iter().map(|(id, statement)| (id, Saying::new(&statement))));
        }
        let ranked = |(asked, candidates): (&Saying, Vec<ClaimId>)| {
            let there: Vec<(ClaimId, Earlier)> =
                candidates.into_iter().filter_map(|id| Some((id, Earlier { claim: said.get(&id)?.clone(), title: Saying::default() }))).collect();
            let (ids, earlier): (Vec<ClaimId>, Vec<Earlier>) = there.into_iter().unzip();
            let ranked = rank(asked, &earlier, &self.read().index);
            let same = |like: crate::claim::seen::Likeness| ids.get(like.place).map(|id| Same { id: *id, sure: like.sure });
            ranked.into_iter().take(SHOWN).filter(|like| like.sure >= SURE).filter_map(same).collect()
        };
        Ok(Some(asked.iter().zip(candidates).map(ranked).collect()))
    }

    /// Claims that may say the same as one, in the order of their ids.
    fn candidates(&self, claim: ClaimId, asked: &Saying) -> Vec<ClaimId> {
        let remembered = self.read();
        let numbers = remembered.index.candidates(asked, CANDIDATES);
        let found: BTreeSet<ClaimId> = numbers.iter().filter_map(|number| remembered.ids.get(*number).copied()).filter(|id| *id != claim).collect();
        found.into_iter().collect()
    }
}

impl Desk {
    /// Reads what all claims say, so that nobody has to wait for it; takes seconds on a desk with very many.
    ///
    /// # Errors
    /// Those of the database.
    pub fn recall_all(&self) -> Result<(), Problem> {
        let mut c = self.db.connect()?;
        while !self.recall.catch_up(&mut c, At(self.clock.now()), AT_ONCE)? {}
        Ok(())
    }
}
