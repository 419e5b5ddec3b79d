//! The rows of some articles, gathered and then written in one transaction.

use crate::account::Person;
use crate::article::store::{self as articles, Article, Sentence, Version};
use crate::claim::store::{self as claims, Assignment, Attribution, Claim, ClaimSpan, Comment, Review, TextActionRow};
use crate::db::column::At;
use crate::db::{DbConnection, StoreError, transact};
use crate::evidence::store::{self as evidence, ClaimEvidence, Evidence};
use crate::history::{self, NewEvent, Pen, chain_of};
use crate::ids::{ArticleId, ChainId, Ids};

/// What one person did to one article at one time.
pub(super) struct Told<'p> {
    /// The article.
    pub article: ArticleId,
    /// Who.
    pub who: &'p Person,
    /// When.
    pub at: At,
    /// The lines of history, in order.
    pub events: Vec<NewEvent>,
}

/// Rows of every table that work on an article fills.
#[derive(Default)]
pub(super) struct Rows<'p> {
    pub articles: Vec<Article>,
    pub versions: Vec<Version>,
    pub sentences: Vec<Sentence>,
    pub claims: Vec<Claim>,
    pub spans: Vec<ClaimSpan>,
    pub attributions: Vec<Attribution>,
    pub assignments: Vec<Assignment>,
    pub evidence: Vec<Evidence>,
    pub ties: Vec<ClaimEvidence>,
    pub reviews: Vec<Review>,
    pub text_actions: Vec<TextActionRow>,
    pub comments: Vec<Comment>,
    /// Lines of the articles' own chains.
    pub told: Vec<Told<'p>>,
    /// Lines of the desk's chain.
    pub told_desk: Vec<Told<'p>>,
}

impl Rows<'_> {
    /// Writes everything: all or nothing.
    pub(super) fn write(self, c: &mut DbConnection, ids: &Ids) -> Result<(), StoreError> {
        transact(c, |c| {
            for (article, version) in self.articles.iter().zip(&self.versions) {
                articles::insert_article(c, article)?;
                articles::insert_version(c, version)?;
            }
            articles::insert_sentences(c, &self.sentences)?;
            claims::insert(c, &self.claims)?;
            claims::insert_spans(c, &self.spans)?;
            claims::insert_attributions(c, &self.attributions)?;
            self.assignments.iter().try_for_each(|row| claims::insert_assignment(c, row))?;
            self.evidence.iter().try_for_each(|row| evidence::insert(c, row))?;
            self.ties.iter().try_for_each(|row| evidence::insert_tie(c, row))?;
            self.reviews.iter().try_for_each(|row| claims::insert_review(c, row))?;
            self.text_actions.iter().try_for_each(|row| claims::save_text_action(c, row))?;
            self.comments.iter().try_for_each(|row| claims::insert_comment(c, row))?;
            for told in self.told {
                let chain = chain_of(told.article);
                tell(c, ids, chain, told)?;
            }
            self.told_desk.into_iter().try_for_each(|told| tell(c, ids, ChainId::DESK, told))
        })
    }
}

fn tell(c: &mut DbConnection, ids: &Ids, chain: ChainId, told: Told<'_>) -> Result<(), StoreError> {
    let pen = Pen { who: Some(told.who.id), name: &told.who.name, now: told.at, ids, step: None };
    history::record_all(c, &pen, chain, told.events).map(|_| ())
}
