//! Articles, versions and sentences in the database.

use super::codes::{ArticleState, CorrectionKind, SentenceKind};
use crate::db::column::At;
use crate::db::page::{Page, read_cursor, rows_before};
use crate::db::schema::{articles, sentences, versions};
use crate::db::search::{ArticleMatches, words};
use crate::db::{DbConnection, MultiBackend, StoreError};
use crate::ids::{ArticleId, PersonId, SentenceId, VersionId};
use crate::insert_rows;
use crate::span::Span;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Text};

crate::text_columns!(ArticleState, SentenceKind, CorrectionKind);

/// An article under check.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = articles)]
pub struct Article {
    /// Its id.
    pub id: ArticleId,
    /// Its title.
    pub title: String,
    /// Who wrote it; may be empty.
    pub byline: String,
    /// Who publishes it; may be empty.
    pub publisher: String,
    /// Where it stands on the web.
    pub source_url: Option<String>,
    /// The day it was or will be published.
    pub published_on: Option<NaiveDate>,
    /// BCP 47 code of its language, `und` where it can't be told.
    pub language: String,
    /// Where its check stands.
    pub state: ArticleState,
    /// Its present version.
    pub version_id: VersionId,
    /// How this check was done, beyond the desk's own note.
    pub method_note: String,
    /// Why this article was chosen for a check.
    pub selection_reason: String,
    /// Why it was signed off with open sentences or claims, where it was.
    pub coverage_reason: Option<String>,
    /// Who signed it off.
    pub signed_off_by: Option<PersonId>,
    /// When.
    pub signed_off_at: Option<At>,
    /// Who put it in; `None` for the command line.
    pub created_by: Option<PersonId>,
    /// When it came in.
    pub created_at: At,
    /// When its row was last changed.
    pub updated_at: At,
    /// Counts the changes of this row.
    pub revision: i32,
}

/// One immutable state of an article's text.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = versions)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// The article it belongs to.
    pub article_id: ArticleId,
    /// Its number in the article, from 1.
    pub number: i32,
    /// The title at the time.
    pub title: String,
    /// The text. Spans count its Unicode scalar values.
    pub text: String,
    /// SHA-256 of the text.
    pub text_sha256: String,
    /// Who put it in.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: At,
}

/// A version without its text.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable)]
#[diesel(table_name = versions)]
#[expect(missing_docs, reason = "the same names as in `Version`")]
pub struct VersionHead {
    pub id: VersionId,
    pub number: i32,
    pub title: String,
    pub text_sha256: String,
    pub created_by: Option<PersonId>,
    pub created_at: At,
}

/// One sentence of a version.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = sentences)]
pub struct Sentence {
    /// Its id.
    pub id: SentenceId,
    /// The version it belongs to.
    pub version_id: VersionId,
    /// Its place among the sentences, from 0.
    pub ordinal: i32,
    /// Start of its span.
    pub span_start: i32,
    /// End of its span.
    pub span_end: i32,
    /// What it is.
    pub kind: SentenceKind,
    /// Who set the kind; `None` where the extraction did.
    pub marked_by: Option<PersonId>,
    /// Counts the changes of this row.
    pub revision: i32,
}

impl Sentence {
    /// Its place in the version's text.
    pub fn span(&self) -> Span {
        span_of(self.span_start, self.span_end)
    }
}

/// The sentence that holds all pieces, if one does.
pub fn sentence_of(sentences: &[Sentence], pieces: &[Span]) -> Option<SentenceId> {
    let first = pieces.first()?;
    let place = sentences.partition_point(|sentence| sentence.span().end <= first.start);
    let sentence = sentences.get(place)?;
    pieces.iter().all(|piece| sentence.span().contains(*piece)).then_some(sentence.id)
}

/// A span from two columns.
pub fn span_of(start: i32, end: i32) -> Span {
    Span::new(usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0))
}

/// A position as a column; texts are bounded far below this type's limit.
pub fn column_of(position: usize) -> i32 {
    i32::try_from(position).unwrap_or(i32::MAX)
}

/// Keeps a new article; its version is kept by [`insert_version`] in the same transaction.
pub fn insert_article(c: &mut DbConnection, article: &Article) -> Result<(), StoreError> {
    diesel::insert_into(articles::table).values(article).execute(c)?;
    Ok(())
}

/// Keeps a version.
pub fn insert_version(c: &mut DbConnection, version: &Version) -> Result<(), StoreError> {
    diesel::insert_into(versions::table).values(version).execute(c)?;
    Ok(())
}

/// Keeps the sentences of a version.
pub fn insert_sentences(c: &mut DbConnection, rows: &[Sentence]) -> Result<(), StoreError> {
    for part in rows.chunks(500) {
        insert_rows!(c, sentences::table, part)?;
    }
    Ok(())
}

/// One article.
pub fn find_article(c: &mut DbConnection, id: ArticleId) -> Result<Option<Article>, StoreError> {
    Ok(articles::table.find(id).select(Article::as_select()).first(c).optional()?)
}

/// An article with its present version.
pub fn find_with_version(c: &mut DbConnection, id: ArticleId) -> Result<Option<(Article, Version)>, StoreError> {
    Ok(articles::table
        .inner_join(versions::table.on(versions::id.eq(articles::version_id)))
        .filter(articles::id.eq(id))
        .select((Article::as_select(), Version::as_select()))
        .first(c)
        .optional()?)
}

/// The versions of an article without their texts, oldest first: id, number, title, hash, who put it in, and when.
pub fn list_versions(c: &mut DbConnection, article: ArticleId) -> Result<Vec<VersionHead>, StoreError> {
    Ok(versions::table.filter(versions::article_id.eq(article)).select(VersionHead::as_select()).order(versions::number.asc()).load(c)?)
}

/// One version of an article, by its number.
pub fn find_numbered(c: &mut DbConnection, article: ArticleId, number: i32) -> Result<Option<Version>, StoreError> {
    Ok(versions::table.filter(versions::article_id.eq(article)).filter(versions::number.eq(number)).select(Version::as_select()).first(c).optional()?)
}

/// Whether an article has a version with this number.
pub fn has_numbered(c: &mut DbConnection, article: ArticleId, number: i32) -> Result<bool, StoreError> {
    let found: Option<VersionId> =
        versions::table.filter(versions::article_id.eq(article)).filter(versions::number.eq(number)).select(versions::id).first(c).optional()?;
    Ok(found.is_some())
}

/// One version.
pub fn find_version(c: &mut DbConnection, id: VersionId) -> Result<Option<Version>, StoreError> {
    Ok(versions::table.find(id).select(Version::as_select()).first(c).optional()?)
}

diesel::define_sql_function! {
    /// Part of a text: `count` scalar values from the one numbered `from`, counting from 1. The same on both databases.
    fn substr(text: Text, from: Integer, count: Integer) -> Text;
}

/// A part of a version's text, cut in the database: what it costs does not grow with the text around it.
pub fn passage(c: &mut DbConnection, version: VersionId, span: Span) -> Result<Option<String>, StoreError> {
    let part = substr(versions::text, column_of(span.start.saturating_add(1)), column_of(span.len()));
    Ok(versions::table.find(version).select(part).first(c).optional()?)
}

/// The sentences of a version, in order.
pub fn list_sentences(c: &mut DbConnection, version: VersionId) -> Result<Vec<Sentence>, StoreError> {
    Ok(sentences::table.filter(sentences::version_id.eq(version)).select(Sentence::as_select()).order(sentences::ordinal.asc()).load(c)?)
}

/// One sentence.
pub fn find_sentence(c: &mut DbConnection, id: SentenceId) -> Result<Option<Sentence>, StoreError> {
    Ok(sentences::table.find(id).select(Sentence::as_select()).first(c).optional()?)
}

/// The article of which a sentence is, and its place among the sentences, from 0.
pub fn place_of_sentence(c: &mut DbConnection, id: SentenceId) -> Result<Option<(ArticleId, i32)>, StoreError> {
    Ok(sentences::table.inner_join(versions::table).filter(sentences::id.eq(id)).select((versions::article_id, sentences::ordinal)).first(c).optional()?)
}

/// Sets a sentence's kind if nobody changed it since `revision`.
pub fn update_sentence_kind(c: &mut DbConnection, id: SentenceId, kind: SentenceKind, by: Option<PersonId>, revision: i32) -> Result<bool, StoreError> {
    let changed = diesel::update(sentences::table.filter(sentences::id.eq(id)).filter(sentences::revision.eq(revision)))
        .set((sentences::kind.eq(kind), sentences::marked_by.eq(by), sentences::revision.eq(revision + 1)))
        .execute(c)?;
    Ok(changed == 1)
}

/// Writes an article's changeable fields if nobody changed them since `article.revision`.
pub fn update_article(c: &mut DbConnection, article: &Article) -> Result<bool, StoreError> {
    let changed = diesel::update(articles::table.filter(articles::id.eq(article.id)).filter(articles::revision.eq(article.revision)))
        .set((
            articles::title.eq(&article.title),
            articles::language.eq(&article.language),
            articles::byline.eq(&article.byline),
            articles::publisher.eq(&article.publisher),
            articles::source_url.eq(&article.source_url),
            articles::published_on.eq(article.published_on),
            articles::state.eq(article.state),
            articles::version_id.eq(article.version_id),
            articles::method_note.eq(&article.method_note),
            articles::selection_reason.eq(&article.selection_reason),
            articles::coverage_reason.eq(&article.coverage_reason),
            articles::signed_off_by.eq(article.signed_off_by),
            articles::signed_off_at.eq(article.signed_off_at),
            articles::updated_at.eq(article.updated_at),
            articles::revision.eq(article.revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

/// Which articles to list.
#[derive(Clone, Debug, Default)]
pub struct ArticleFilter {
    /// Words that title or text must have.
    pub q: Option<String>,
    /// Where the check stands.
    pub state: Option<ArticleState>,
    /// Cursor of the page before.
    pub cursor: Option<String>,
}

/// What a cursor of the list holds.
pub type ListKey = (At, ArticleId);

/// Articles that fit, newest first.
pub fn list(c: &mut DbConnection, filter: &ArticleFilter, limit: i64) -> Result<Page<Article>, StoreError> {
    let mut query = articles::table.select(Article::as_select()).into_boxed::<MultiBackend>();
    if let Some(words) = filter.q.as_deref().and_then(words) {
        query = query.filter(ArticleMatches::new(&words));
    }
    if let Some(state) = filter.state {
        query = query.filter(articles::state.eq(state));
    }
    if let Some((at, id)) = filter.cursor.as_deref().and_then(read_cursor::<ListKey>) {
        query = query.filter(rows_before(articles::created_at, articles::id, at, id));
    }
    let rows = query.order((articles::created_at.desc(), articles::id.desc())).limit(limit + 1).load(c)?;
    Ok(Page::cut(rows, limit, |a: &Article| (a.created_at, a.id)))
}

/// These articles, each with the number of its present version.
pub fn list_with_versions(c: &mut DbConnection, ids: &[ArticleId]) -> Result<Vec<(Article, i32)>, StoreError> {
    Ok(articles::table
        .inner_join(versions::table.on(versions::id.eq(articles::version_id)))
        .filter(articles::id.eq_any(ids.to_vec()))
        .select((Article::as_select(), versions::number))
        .load(c)?)
}

/// Titles of these articles.
pub fn titles(c: &mut DbConnection, ids: &[ArticleId]) -> Result<Vec<(ArticleId, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(articles::table.filter(articles::id.eq_any(ids.to_vec())).select((articles::id, articles::title)).load(c)?)
}

/// The title of an article.
pub fn title_of(c: &mut DbConnection, id: ArticleId) -> Result<Option<String>, StoreError> {
    Ok(titles(c, &[id])?.pop().map(|(_, title)| title))
}

/// Ids and titles of all articles, in the order of their ids, those after `after`, at most `limit`.
pub fn list_titles(c: &mut DbConnection, after: Option<ArticleId>, limit: i64) -> Result<Vec<(ArticleId, String)>, StoreError> {
    let mut query = articles::table.select((articles::id, articles::title)).into_boxed::<MultiBackend>();
    if let Some(after) = after {
        query = query.filter(articles::id.gt(after));
    }
    Ok(query.order(articles::id.asc()).limit(limit).load(c)?)
}
