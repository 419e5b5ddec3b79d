//! Public pages in the database.

use crate::db::column::At;
use crate::db::schema::publications;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, PublicationId, ReportId};
use diesel::prelude::*;

/// The public page of an article.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = publications)]
pub struct Publication {
    /// Its id.
    pub id: PublicationId,
    /// The article it is about.
    pub article_id: ArticleId,
    /// The last part of its address.
    pub slug: String,
    /// Whether somebody chose the address; otherwise nobody can guess it.
    pub chosen: bool,
    /// The frozen report that stands there.
    pub report_id: ReportId,
    /// Its number among the article's reports.
    pub number: i32,
    /// When the page was first published.
    pub published_at: At,
    /// When it last changed.
    pub updated_at: At,
    /// When it was taken back; `None` while everybody can read it.
    pub withdrawn_at: Option<At>,
    /// Counts the changes of this row.
    pub revision: i32,
}

/// The page with this address, public or not.
pub fn find_by_slug(c: &mut DbConnection, slug: &str) -> Result<Option<Publication>, StoreError> {
    Ok(publications::table.filter(publications::slug.eq(slug)).select(Publication::as_select()).first(c).optional()?)
}

/// One page.
pub fn find(c: &mut DbConnection, id: PublicationId) -> Result<Option<Publication>, StoreError> {
    Ok(publications::table.find(id).select(Publication::as_select()).first(c).optional()?)
}

/// All pages that an article has or had, the one that changed last first.
pub fn list_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<Publication>, StoreError> {
    Ok(publications::table
        .filter(publications::article_id.eq(article))
        .select(Publication::as_select())
        .order((publications::withdrawn_at.is_not_null().asc(), publications::updated_at.desc(), publications::id.desc()))
        .load(c)?)
}

/// The page of an article that everybody can read now.
pub fn public_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Option<Publication>, StoreError> {
    Ok(publications::table
        .filter(publications::article_id.eq(article))
        .filter(publications::withdrawn_at.is_null())
        .select(Publication::as_select())
        .first(c)
        .optional()?)
}

/// Public pages with a chosen address, the one that changed last first.
pub fn list_listed(c: &mut DbConnection, limit: i64) -> Result<Vec<Publication>, StoreError> {
    Ok(publications::table
        .filter(publications::withdrawn_at.is_null())
        .filter(publications::chosen.eq(true))
        .select(Publication::as_select())
        .order((publications::updated_at.desc(), publications::id.desc()))
        .limit(limit)
        .load(c)?)
}

/// Keeps a new page.
pub fn insert(c: &mut DbConnection, row: &Publication) -> Result<(), StoreError> {
    diesel::insert_into(publications::table).values(row).execute(c)?;
    Ok(())
}

/// Writes which report stands on a page, and whether everybody can read it, if nobody changed it since `row.revision`.
pub fn update(c: &mut DbConnection, row: &Publication) -> Result<bool, StoreError> {
    let changed = diesel::update(publications::table.filter(publications::id.eq(row.id)).filter(publications::revision.eq(row.revision)))
        .set((
            publications::report_id.eq(row.report_id),
            publications::number.eq(row.number),
            publications::updated_at.eq(row.updated_at),
            publications::withdrawn_at.eq(row.withdrawn_at),
            publications::revision.eq(row.revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}
