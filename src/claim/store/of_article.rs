//! What belongs to the claims of one article, all at once: one query each, however many claims there are.
//!
//! Claims that were taken out are left out. For single claims and pages of the queue see the functions that take ids.

use super::{Attribution, ClaimSpan, Review, TextActionRow};
use crate::db::schema::{attributions, claim_spans, claims, people, reviews, sources, text_actions};
use crate::db::{DbConnection, StoreError};
use crate::ids::ArticleId;
use crate::source::Source;
use diesel::prelude::*;

/// The ids of an article's claims that are not taken out, as part of a query.
macro_rules! claims_in {
    ($article:expr) => {
        claims::table.filter(claims::article_id.eq($article)).filter(claims::removed_at.is_null()).select(claims::id)
    };
}

/// Where the claims of an article stand: their pieces, in order.
pub fn spans_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<ClaimSpan>, StoreError> {
    Ok(claim_spans::table
        .filter(claim_spans::claim_id.eq_any(claims_in!(article)))
        .select(ClaimSpan::as_select())
        .order((claim_spans::claim_id.asc(), claim_spans::ordinal.asc()))
        .load(c)?)
}

/// The chains of an article's claims with their sources, in order.
pub fn chains_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(Attribution, Source)>, StoreError> {
    Ok(attributions::table
        .inner_join(sources::table)
        .filter(attributions::claim_id.eq_any(claims_in!(article)))
        .select((Attribution::as_select(), Source::as_select()))
        .order((attributions::claim_id.asc(), attributions::ordinal.asc()))
        .load(c)?)
}

/// All findings on an article's claims, oldest first, with who found them.
pub fn reviews_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(Review, String)>, StoreError> {
    Ok(reviews::table
        .inner_join(people::table)
        .filter(reviews::claim_id.eq_any(claims_in!(article)))
        .select((Review::as_select(), people::name))
        .order(reviews::id.asc())
        .load(c)?)
}

/// What should happen to the text of an article's claims.
pub fn text_actions_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<TextActionRow>, StoreError> {
    Ok(text_actions::table.filter(text_actions::claim_id.eq_any(claims_in!(article))).select(TextActionRow::as_select()).load(c)?)
}
