//! Pages of articles as they were drawn, for as long as nothing happened to what they show.
//!
//! Every change writes a line of history in its own transaction: what belongs to an article to the article's chain,
//! people and sources to the desk's. So a page is as good as new while both chains end where they ended when it was
//! drawn. Kept in memory only and packed, for each session its own, and within a limit.

use super::pack::Packed;
use super::shelf::Shelf;
use super::{Answer, Problem, Room};
use crate::db::{DbConnection, StoreError};
use crate::history::{self, chain_of};
use crate::ids::{ArticleId, ChainId, SessionId};
use chrono::NaiveDate;

/// Most bytes of all pages together.
const MOST: usize = 8 << 20;
/// Longest page that is kept.
const LONGEST: usize = MOST / 8;

/// Whose page of which address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    session: SessionId,
    target: String,
    language: String,
    theme: String,
    keys: String,
}

/// What a page was drawn from: the ends of the chains, the day it says things are late on, and what the head says of the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    article: Option<(i64, String)>,
    desk: Option<(i64, String)>,
    day: NaiveDate,
    /// How many lines of the reader's inbox are unread.
    unread: i64,
}

impl Stamp {
    fn read(c: &mut DbConnection, article: ArticleId, day: NaiveDate, unread: i64) -> Result<Self, StoreError> {
        Ok(Self { article: history::head(c, chain_of(article))?, desk: history::head(c, ChainId::DESK)?, day, unread })
    }
}

/// The pages.
#[derive(Debug)]
pub struct Drawn(Shelf<Key, (Stamp, Packed)>);

impl Default for Drawn {
    fn default() -> Self {
        Self(Shelf::new(MOST, LONGEST))
    }
}

impl Room<'_> {
    /// The page of an article as it was drawn for this visitor, or as `draw` makes it now.
    ///
    /// # Errors
    /// Those of `draw`, and of the database.
    pub fn drawn(&mut self, article: ArticleId, draw: impl FnOnce(&mut Self) -> Result<Answer, Problem>) -> Result<Answer, Problem> {
        // An address with a query may tell of what was just done, which is said once.
        let Some(session) = self.session.filter(|_| !self.visit.target.contains('?')) else { return draw(self) };
        let (target, theme, keys) = (self.visit.target.clone(), self.visit.theme.clone(), self.me.keys.clone());
        let key = Key { session, target, language: self.words.language().to_owned(), theme, keys };
        // Read before the page is: what happens in between makes it old at once, never good for too long.
        let unread = *self.desk.unread(self.c, self.me.id)?;
        let stamp = Stamp::read(self.c, article, self.now.0.date_naive(), unread)?;
        let takes_gzip = self.visit.takes_gzip;
        if let Some((_, page)) = self.desk.drawn.0.find(&key, |(drawn, _)| *drawn == stamp) {
            return page.for_one_who(takes_gzip);
        }
        let answer = draw(self)?;
        let page = Packed::of(answer.clone())?;
        self.desk.drawn.0.keep(key, (stamp, page.clone()), page.len());
        if takes_gzip { page.for_one_who(true) } else { Ok(answer) }
    }
}
