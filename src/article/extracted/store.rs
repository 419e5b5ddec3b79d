//! What extractions gave, in the database: written once, read by version.

use crate::db::column::Json;
use crate::db::schema::{extractions, versions};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, VersionId};
use diesel::prelude::*;

/// What the extraction gave for a version.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = extractions)]
pub struct Extracted {
    /// The version.
    pub version_id: VersionId,
    /// Version of the program that extracted.
    pub engine: String,
    /// Names the weights that it extracted with.
    pub weights: String,
    /// Who says what: a JSON list in the form that the evaluation kit reads.
    pub attributions: Json,
    /// The sentences: a JSON list of spans with their kinds.
    pub sentences: Json,
}

/// Keeps what the extraction gave for a new version.
pub fn insert(c: &mut DbConnection, row: &Extracted) -> Result<(), StoreError> {
    diesel::insert_into(extractions::table).values(row).execute(c)?;
    Ok(())
}

/// What the extraction gave for a version; `None` for one that came in before this was kept.
pub fn find(c: &mut DbConnection, version: VersionId) -> Result<Option<Extracted>, StoreError> {
    Ok(extractions::table.find(version).select(Extracted::as_select()).first(c).optional()?)
}

/// What the extraction gave for the versions of an article, in their order.
pub fn list_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<Extracted>, StoreError> {
    Ok(extractions::table
        .inner_join(versions::table)
        .filter(versions::article_id.eq(article))
        .select(Extracted::as_select())
        .order(versions::number.asc())
        .load(c)?)
}
