//! A new version of an article's text: what becomes of the claims (rule 6), shown before it is done, then done.
//!
//! [`preview_version`] works out a [`Plan`] and writes nothing. [`add_version`] works out the same plan inside its
//! transaction and carries it out. Which sentence became which, and where a claim's words are, is found by
//! [`claim::carry`](crate::claim::carry); what follows for the work on a claim is decided in [`plan`].

mod apply;
mod plan;

pub use plan::{Carried, Found, Plan};

use super::ImportError;
use super::read::{self, Limits, ReadError};
use crate::account::{Acting, Permission};
use crate::article::store as articles;
use crate::article::{Article, Version};
use crate::db::{DbConnection, transact};
use crate::extraction::{self, Extraction};
use crate::history::{self, chain_of};
use crate::ids::ArticleId;
use crate::input::{FieldError, Fields};
use crate::review::ReviewError;
use crate::review::article::article_at;
use crate::span::ScalarIndex;

/// Longest title.
const TITLE: usize = 10_000;

/// The next version of an article. Texts as typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewVersion<'a> {
    /// Title; where empty it stays.
    pub title: &'a str,
    /// The text.
    pub text: &'a str,
}

/// What a version was made on, as somebody saw it. What is left out is not held against the present state.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'a> {
    /// Revision of the article.
    pub revision: Option<i32>,
    /// What a [`Plan`] gave as its `base`.
    pub base: Option<&'a str>,
}

/// A text that is read and taken apart, before anything is known of the article.
struct Incoming {
    title: String,
    text: String,
    extraction: Extraction,
}

/// What a new version would do. Writes nothing.
pub fn preview_version(c: &mut DbConnection, acting: &Acting, id: ArticleId, new: &NewVersion<'_>, limits: &Limits) -> Result<Plan, ImportError> {
    acting.require(Permission::Edit)?;
    let article = articles::find_article(c, id)?.ok_or(ReviewError::NotFound("article"))?;
    let incoming = read_in(new, &article, limits)?;
    transact(c, |c| {
        let (article, version) = articles::find_with_version(c, id)?.ok_or(ReviewError::NotFound("article"))?;
        plan_of(c, article, version, incoming)
    })
}

/// Makes the text the article's present version. Every claim is carried over, changed, or taken out as lost; each with
/// its line of history.
///
/// # Errors
/// [`ReviewError::Stale`] where the article or its claims are not as they were seen.
pub fn add_version(c: &mut DbConnection, acting: &Acting, id: ArticleId, new: &NewVersion<'_>, seen: Seen<'_>, limits: &Limits) -> Result<Plan, ImportError> {
    acting.require(Permission::Edit)?;
    let article = articles::find_article(c, id)?.ok_or(ReviewError::NotFound("article"))?;
    let incoming = read_in(new, &article, limits)?;
    transact(c, |c| {
        history::hold(c, chain_of(id))?;
        let article = article_at(c, id, seen.revision)?;
        let version = articles::find_version(c, article.version_id)?.ok_or(ReviewError::NotFound("version"))?;
        let plan = plan_of(c, article, version, incoming)?;
        if seen.base.is_some_and(|base| base != plan.base) {
            return Err(crate::review::article::stale(&plan.article).into());
        }
        apply::apply(c, acting, &plan)?;
        Ok(plan)
    })
}

fn read_in(new: &NewVersion<'_>, article: &Article, limits: &Limits) -> Result<Incoming, ImportError> {
    let mut fields = Fields::new();
    let title = fields.line("title", new.title, TITLE);
    fields.done()?;
    let text = read::tidy(new.text);
    let index = ScalarIndex::new(&text);
    if text.is_empty() {
        return Err(ReadError::Empty.into());
    }
    if index.len() > limits.chars || text.len() > limits.bytes {
        return Err(ReadError::TooLarge { most: limits.chars }.into());
    }
    let extraction = extraction::extract(&text, &extraction::Options { published: article.published_on, ..extraction::Options::default() });
    if extraction.sentences.is_empty() {
        return Err(ReadError::Empty.into());
    }
    Ok(Incoming { title, text, extraction })
}

fn plan_of(c: &mut DbConnection, article: Article, version: Version, incoming: Incoming) -> Result<Plan, ImportError> {
    if incoming.text == version.text {
        return Err(vec![FieldError::new("text", "field-version-unchanged")].into());
    }
    plan::plan(c, article, version, incoming)
}
