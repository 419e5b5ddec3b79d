//! Import: a text becomes an article with sentences, claims, chains and sources, in one transaction.

use super::ImportError;
use super::read::{self, Draft, Hint, Limits, ReadError};
use super::rows::{Home, Rows, names_in, sentence_rows};
use crate::account::{Acting, Permission};
use crate::article::extracted::{self, Extracted};
use crate::article::store::{self as articles, Article, Version};
use crate::article::{ArticleState, text_sha256};
use crate::claim::store as claims;
use crate::db::{DbConnection, transact};
use crate::extraction;
use crate::history::{self, Action, NewEvent, SubjectKind, chain_of};
use crate::ids::ChainId;
use crate::input::{Fields, LINE};
use crate::source::registry;
use crate::span::ScalarIndex;
use serde_json::json;

/// Longest title.
const TITLE: usize = 10_000;

/// What is to become an article. Texts as typed.
#[derive(Clone, Debug, Default)]
pub struct NewArticle<'a> {
    /// Title; where empty the text's own title or first line is taken.
    pub title: &'a str,
    /// Who wrote it.
    pub byline: &'a str,
    /// Who publishes it.
    pub publisher: &'a str,
    /// Where it stands on the web.
    pub source_url: &'a str,
    /// When it was or will be published, as year-month-day.
    pub published_on: &'a str,
    /// The text.
    pub text: &'a str,
}

/// What came of an import.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// How many sentences.
    pub sentences: usize,
    /// How many claims.
    pub claims: usize,
}

/// Reads bytes; what the caller gives beside them goes before what the bytes say of themselves.
pub fn draft_of(bytes: &[u8], hint: Hint<'_>, limits: &Limits) -> Result<Draft, ImportError> {
    Ok(read::read(bytes, hint, limits)?)
}

/// Makes an article of a text.
pub fn import_article(c: &mut DbConnection, acting: &Acting, new: &NewArticle<'_>, limits: &Limits) -> Result<Imported, ImportError> {
    acting.require(Permission::Edit)?;
    let mut fields = Fields::new();
    let title = fields.line("title", new.title, TITLE);
    let byline = fields.line("byline", new.byline, LINE);
    let publisher = fields.line("publisher", new.publisher, LINE);
    let source_url = fields.web_address("source_url", new.source_url);
    let published_on = fields.date("published_on", new.published_on);
    fields.done()?;
    let text = read::tidy(new.text);
    if text.is_empty() {
        return Err(ReadError::Empty.into());
    }
    let index = ScalarIndex::new(&text);
    if index.len() > limits.chars || text.len() > limits.bytes {
        return Err(ReadError::TooLarge { most: limits.chars }.into());
    }
    let extraction = extraction::extract(&text, &extraction::Options { published: published_on, ..extraction::Options::default() });
    if extraction.sentences.is_empty() {
        // Nothing but marks that nobody sees.
        return Err(ReadError::Empty.into());
    }
    let title = if title.is_empty() { first_line(&text) } else { title };
    let (article_id, version_id) = (acting.ids.make(), acting.ids.make());
    let article = Article {
        id: article_id,
        title: title.clone(),
        byline,
        publisher,
        source_url,
        published_on,
        language: extraction.language.clone(),
        state: ArticleState::Open,
        version_id,
        method_note: String::new(),
        selection_reason: String::new(),
        coverage_reason: None,
        signed_off_by: None,
        signed_off_at: None,
        created_by: acting.id,
        created_at: acting.now,
        updated_at: acting.now,
        revision: 1,
    };
    let version = Version {
        id: version_id,
        article_id,
        number: 1,
        title,
        text_sha256: text_sha256(&text),
        created_by: acting.id,
        created_at: acting.now,
        text: text.clone(),
    };
    let sentences = sentence_rows(acting, version_id, &extraction);
    transact(c, |c| {
        articles::insert_article(c, &article)?;
        articles::insert_version(c, &version)?;
        articles::insert_sentences(c, &sentences)?;
        extracted::store::insert(c, &Extracted::of(version_id, &extraction))?;
        let sources = registry::resolve_names(c, acting, &names_in(&extraction.claims))?;
        let home = Home { article: article_id, version: version_id, sentences: &sentences, sources: &sources, text: &index };
        let rows = Rows::of(acting, &home, (1..).zip(&extraction.claims));
        claims::insert(c, &rows.claims)?;
        claims::insert_spans(c, &rows.spans)?;
        claims::insert_attributions(c, &rows.attributions)?;
        let told = json!({
            "title": article.title, "text_sha256": version.text_sha256, "version": 1, "sentences": sentences.len(), "claims": rows.claims.len(),
        });
        let event = || NewEvent::new(Action::ArticleImported, SubjectKind::Article, article_id).after(told.clone());
        history::record(c, &acting.pen(), chain_of(article_id), event())?;
        // The desk's chain knows every article, so that an article's whole chain can't go missing unseen.
        history::record(c, &acting.pen(), ChainId::DESK, event())?;
        Ok(Imported { article: article.clone(), sentences: sentences.len(), claims: rows.claims.len() })
    })
}

fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    let short: String = line.chars().take(120).collect();
    if short.len() < line.len() { format!("{}…", short.trim_end()) } else { short }
}
