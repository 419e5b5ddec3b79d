//! What the menus of lists offer: people who may be given claims, and articles under check.
//!
//! Every page of the queue shows them, so they are kept for a moment: a menu may be a second old.
//! Nothing is decided by them; a deed looks at the rows themselves.

use super::Desk;
use crate::account::store as accounts;
use crate::article::ArticleState;
use crate::article::store::{self as articles, ArticleFilter};
use crate::claim::store::tag::list_tags;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, PersonId};
use crate::report::reader::store::count_open;
use std::sync::Arc;
use std::time::Duration;

/// How old a menu may be.
const LIFE: Duration = Duration::from_secs(1);
/// Most articles in a menu; older ones are reached from their own page.
const ARTICLES: i64 = 40;

/// Most tags in a menu.
const TAGS: i64 = 500;

/// What menus offer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Menus {
    /// Who may be given claims, by name.
    pub checkers: Vec<(PersonId, String)>,
    /// The newest articles under check.
    pub articles: Vec<(ArticleId, String)>,
    /// The tags that claims have, by name.
    pub tags: Vec<String>,
    /// How many reports of readers wait for an answer.
    pub readers: i64,
}

impl Menus {
    fn read(c: &mut DbConnection) -> Result<Self, StoreError> {
        let checkers = accounts::list_checkers(c)?.into_iter().map(|person| (person.id, person.name)).collect();
        let open = ArticleFilter { state: Some(ArticleState::Open), ..ArticleFilter::default() };
        let articles = articles::list(c, &open, ARTICLES)?.rows.into_iter().map(|article| (article.id, article.title)).collect();
        let tags = list_tags(c, TAGS)?;
        let readers = count_open(c, None)?;
        Ok(Self { checkers, articles, tags, readers })
    }
}

impl Desk {
    /// What menus offer now.
    pub fn menus(&self, c: &mut DbConnection) -> Result<Arc<Menus>, StoreError> {
        self.menus.get((), LIFE, || Menus::read(c))
    }
}
