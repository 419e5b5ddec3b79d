//! What the desk remembers: an index of what all claims say, in memory, kept up with the database.
//!
//! It is asked which claims say the same as one, and brings itself up to date first: claims that were made since, by
//! whichever process, are read in the order of their ids. Words of a claim that was reworded elsewhere are those of the
//! day when it was read, until its page is looked at or the program starts again; what is compared and shown is always
//! the wording in the database.

use super::Veil;
use super::seen::{CANDIDATES, Earlier, Index, SHOWN, SURE, Saying, rank};
use super::store::{self as claims, Claim, seen as store};
use crate::article::{Article, store as articles};
use crate::db::column::At;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use uuid::Uuid;

/// How many claims are read at once.
const BATCH: i64 = 2_000;
/// How many new claims one question reads at most; the rest is left to [`Recall::read_all`].
const AT_ONCE: usize = 10_000;
/// Most claims of an article that are looked up.
const OF_AN_ARTICLE: usize = 500;
/// Most claims whose words are asked for in one statement.
const ASKED: usize = 500;
/// For how long a claim may have been on its way into the database when a later one was read, in milliseconds.
const ON_ITS_WAY: i64 = 60_000;

/// The index and what it is of. One for all who ask.
#[derive(Debug, Default)]
pub struct Recall(RwLock<Remembered>);

/// A million claims are the usual measure, so what is kept of each is little: its id, four bytes, its places in the index.
#[derive(Debug, Default)]
struct Remembered {
    index: Index,
    /// The claim of each number of the index, in the order of ids; at the number of one that is in `late`, the id before.
    ids: Vec<ClaimId>,
    /// What each of them said when it was read, in short.
    said: Vec<u32>,
    /// Claims that came out of order, and those that were reworded: by their numbers, and their last numbers.
    late: HashMap<u32, ClaimId>,
    late_numbers: HashMap<ClaimId, u32>,
    last: Option<ClaimId>,
}

/// A claim that says the same.
#[derive(Clone, Copy, Debug)]
pub struct Same {
    /// The claim.
    pub id: ClaimId,
    /// How sure that is, from 0 to 1.
    pub sure: f32,
}

/// A claim of an article, and what the desk found before on one that says the same.
#[derive(Clone, Debug)]
pub struct SeenBefore {
    /// The claim of the article.
    pub claim: Claim,
    /// The earlier one.
    pub earlier: Claim,
    /// Title of its article.
    pub article: String,
    /// How sure it is that both say the same, from 0 to 1.
    pub sure: f32,
}

/// What was seen before of an article's claims.
#[derive(Clone, Debug)]
pub struct SeenInArticle {
    /// Those claims, in the order of their numbers.
    pub rows: Vec<SeenBefore>,
    /// How many claims were looked up.
    pub claims: usize,
    /// Whether all claims of the desk were looked through, for all claims of the article.
    pub whole: bool,
}

/// What a claim says, as a number. Where two wordings of one claim have the same, the index keeps the older one's words.
fn in_short(statement: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    statement.hash(&mut hasher);
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

impl Remembered {
    /// The number under which the index has a claim in the words in which it was read last.
    fn number(&self, id: ClaimId) -> Option<usize> {
        if let Some(number) = self.late_numbers.get(&id) {
            return usize::try_from(*number).ok();
        }
        let place = self.ids.partition_point(|other| *other < id);
        (self.ids.get(place) == Some(&id)).then_some(place)
    }

    /// The claim of a number of the index.
    fn id(&self, number: usize) -> Option<ClaimId> {
        let late = u32::try_from(number).ok().and_then(|number| self.late.get(&number));
        late.or_else(|| self.ids.get(number)).copied()
    }

    /// Whether the index has a claim in these words.
    fn has(&self, id: ClaimId, statement: &str) -> bool {
        self.number(id).and_then(|number| self.said.get(number)) == Some(&in_short(statement))
    }

    fn take(&mut self, id: ClaimId, statement: &str) {
        if self.has(id, statement) {
            return;
        }
        let newest = self.ids.last().copied();
        if newest.is_none_or(|newest| newest < id) {
            self.ids.push(id);
        } else {
            let number = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
            self.late.insert(number, id);
            self.late_numbers.insert(id, number);
            self.ids.extend(newest);
        }
        self.said.push(in_short(statement));
        self.index.add(&[&Saying::new(statement)]);
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

    /// Takes in what claims say, and gives how many of them say something new. Whoever looks meanwhile is held up only where
    /// some do.
    fn take<'s>(&self, said: impl Iterator<Item = (ClaimId, &'s str)> + Clone) -> usize {
        let new = {
            let remembered = self.read();
            said.clone().filter(|(id, statement)| !remembered.has(*id, statement)).count()
        };
        if new > 0 {
            let mut remembered = self.write();
            said.for_each(|(id, statement)| remembered.take(id, statement));
        }
        new
    }

    /// Reads up to about `most` claims that are new; says whether those are all. Those of the last minute are read again each
    /// time and don't count, or a desk into which many come at once would not be read to its end before that minute is over.
    fn catch_up(&self, c: &mut DbConnection, now: At, most: usize) -> Result<bool, StoreError> {
        let mut from = self.read().behind(now);
        let mut read = 0;
        while read < most {
            let rows = store::wordings_behind(c, from, BATCH)?;
            let whole = i64::try_from(rows.len()).unwrap_or(i64::MAX) < BATCH;
            from = rows.last().map(|(id, _)| *id).or(from);
            read += self.take(rows.iter().map(|(id, statement)| (*id, statement.as_str())));
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

    /// Reads what all claims say, in one go, so that nobody has to wait for it; takes seconds on a desk with very many.
    ///
    /// # Errors
    /// Those of the database.
    pub fn read_all(&self, c: &mut DbConnection, now: At) -> Result<(), StoreError> {
        self.catch_up(c, now, usize::MAX).map(drop)
    }

    /// The claims that say the same as one, the most alike first; `None` while not all claims are read yet.
    ///
    /// # Errors
    /// Those of the database.
    pub fn same(&self, c: &mut DbConnection, now: At, claim: &Claim, said_on: Option<NaiveDate>) -> Result<Option<Vec<Same>>, StoreError> {
        let found = self.same_of(c, now, std::slice::from_ref(claim), said_on)?;
        Ok(found.map(|mut found| found.pop().unwrap_or_default()))
    }

    /// For each of some claims those that say the same, the most alike first; `None` while not all claims are read yet.
    fn same_of(&self, c: &mut DbConnection, now: At, claims: &[Claim], said_on: Option<NaiveDate>) -> Result<Option<Vec<Vec<Same>>>, StoreError> {
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
            let same = |like: super::seen::Likeness| ids.get(like.place).map(|id| Same { id: *id, sure: like.sure });
            ranked.into_iter().take(SHOWN).filter(|like| like.sure >= SURE).filter_map(same).collect()
        };
        Ok(Some(asked.iter().zip(candidates).map(ranked).collect()))
    }

    /// What the desk found before on claims that say the same as those of an article, of which the first five hundred are
    /// looked up, all at once. Claims of the same article count only where they are other claims that were decided; what the
    /// veil hides does not.
    ///
    /// # Errors
    /// Those of the database.
    pub fn seen_in(&self, c: &mut DbConnection, now: At, article: &Article, veil: &Veil) -> Result<SeenInArticle, StoreError> {
        let mut mine = claims::list_of_article(c, article.id)?;
        let all = mine.len();
        mine.truncate(OF_AN_ARTICLE);
        let claims = mine.len();
        let rows = self.seen_before(c, now, mine, article.published_on, veil)?;
        let whole = rows.is_some() && claims == all;
        Ok(SeenInArticle { rows: rows.unwrap_or_default(), claims, whole })
    }

    /// For each claim the earlier one that says the same: the most alike of those that were decided, else the most alike.
    /// `None` while not all claims are read yet.
    fn seen_before(
        &self,
        c: &mut DbConnection,
        now: At,
        claims: Vec<Claim>,
        said_on: Option<NaiveDate>,
        veil: &Veil,
    ) -> Result<Option<Vec<SeenBefore>>, StoreError> {
        let Some(same) = self.same_of(c, now, &claims, said_on)? else { return Ok(None) };
        let ids: BTreeSet<ClaimId> = same.iter().flatten().map(|same| same.id).filter(|id| !veil.hides(*id)).collect();
        let ids: Vec<ClaimId> = ids.into_iter().collect();
        let mut found: BTreeMap<ClaimId, Claim> = BTreeMap::new();
        for some in ids.chunks(ASKED) {
            found.extend(claims::find_many(c, some)?.into_iter().map(|row| (row.id, row)));
        }
        let from: BTreeSet<ArticleId> = found.values().map(|row| row.article_id).collect();
        let titles: BTreeMap<ArticleId, String> = articles::titles(c, &from.into_iter().collect::<Vec<_>>())?.into_iter().collect();
        let row = |(claim, same): (Claim, Vec<Same>)| {
            let of = |same: &Same| Some((found.get(&same.id)?, same.sure));
            let fits = |(row, _): &(&Claim, f32)| row.substance.is_some() || row.article_id != claim.article_id;
            let there: Vec<(&Claim, f32)> = same.iter().filter_map(of).filter(fits).collect();
            let (earlier, sure) = there.iter().find(|(row, _)| row.substance.is_some()).or(there.first()).copied()?;
            let article = titles.get(&earlier.article_id).cloned().unwrap_or_default();
            Some(SeenBefore { claim, earlier: earlier.clone(), article, sure })
        };
        Ok(Some(claims.into_iter().zip(same).filter_map(row).collect()))
    }

    /// Claims that may say the same as one, in the order of their ids.
    fn candidates(&self, claim: ClaimId, asked: &Saying) -> Vec<ClaimId> {
        let remembered = self.read();
        let numbers = remembered.index.candidates(asked, CANDIDATES);
        let found: BTreeSet<ClaimId> = numbers.iter().filter_map(|number| remembered.id(*number)).filter(|id| *id != claim).collect();
        found.into_iter().collect()
    }
}
