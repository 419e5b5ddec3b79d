//! What belongs to the claims of one article, all at once: one query each, however many claims there are.
//!
//! Claims that were taken out are left out. For single claims and pages of the queue see the functions that take ids.

use super::second::SecondCheck;
use super::{Anchor, Attribution, AttributionVerdict, ClaimSpan, Quotation, Review, Role, SetAsideReason, Substance, TextActionRow, WorkState};
use crate::article::store::span_of;
use crate::db::column::Json;
use crate::db::schema::{articles, attributions, claim_spans, claims, people, reviews, second_checks, sources, text_actions};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, AttributionId, ClaimId, PersonId, SourceId, VersionId};
use crate::source::{Source, SourceKind};
use crate::span::Span;
use chrono::NaiveDate;
use diesel::prelude::*;

/// The ids of an article's claims that are not taken out, as part of a query.
macro_rules! claims_in {
    ($article:expr) => {
        claims::table.filter(claims::article_id.eq($article)).filter(claims::removed_at.is_null()).select(claims::id)
    };
}

/// Where the claims of an article stand in its present text: their pieces, in order. A claim whose words are no longer
/// in it stands nowhere.
pub fn spans_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<ClaimSpan>, StoreError> {
    let present = articles::table.filter(articles::id.eq(article)).select(articles::version_id);
    Ok(claim_spans::table
        .filter(claim_spans::claim_id.eq_any(claims_in!(article).filter(claims::version_id.eq_any(present))))
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

/// The second checks of an article's claims that were given, those asked for first in front.
pub fn second_checks_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<SecondCheck>, StoreError> {
    let given = second_checks::table.filter(second_checks::claim_id.eq_any(claims_in!(article))).filter(second_checks::given_at.is_not_null());
    Ok(given.select(SecondCheck::as_select()).order(second_checks::id.asc()).load(c)?)
}

/// What should happen to the text of an article's claims.
pub fn text_actions_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<TextActionRow>, StoreError> {
    Ok(text_actions::table.filter(text_actions::claim_id.eq_any(claims_in!(article))).select(TextActionRow::as_select()).load(c)?)
}

/// A claim as it stands on its card beside the text.
#[derive(Clone, Debug, PartialEq, Queryable)]
#[expect(missing_docs, reason = "the same names as in `Claim`")]
pub struct CardRow {
    pub id: ClaimId,
    pub version_id: VersionId,
    pub number: i32,
    pub statement: String,
    pub why: Json,
    pub state: WorkState,
    pub assignee_id: Option<PersonId>,
    pub due_on: Option<NaiveDate>,
    pub priority: i32,
    pub risk: i32,
    pub substance: Option<Substance>,
    pub attribution: Option<AttributionVerdict>,
    pub set_aside: Option<SetAsideReason>,
    pub anchor: Anchor,
    pub revision: i32,
    /// Name of the assignee.
    pub assignee: Option<String>,
}

/// The claims of an article as they stand on their cards, by number, with who has them.
pub fn cards_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<CardRow>, StoreError> {
    Ok(claims::table
        .left_join(people::table.on(people::id.nullable().eq(claims::assignee_id)))
        .filter(claims::article_id.eq(article))
        .filter(claims::removed_at.is_null())
        .select((
            claims::id,
            claims::version_id,
            claims::number,
            claims::statement,
            claims::why,
            claims::state,
            claims::assignee_id,
            claims::due_on,
            claims::priority,
            claims::risk,
            claims::substance,
            claims::attribution,
            claims::set_aside,
            claims::anchor,
            claims::revision,
            people::name.nullable(),
        ))
        .order(claims::number.asc())
        .load(c)?)
}

/// A link of a chain as it stands on a card.
#[derive(Clone, Debug, PartialEq, Queryable)]
#[expect(missing_docs, reason = "the same names as in `Attribution`")]
pub struct LinkRow {
    pub id: AttributionId,
    pub claim_id: ClaimId,
    pub role: Role,
    pub source_id: SourceId,
    pub mention_start: Option<i32>,
    pub mention_end: Option<i32>,
    pub mention: Option<String>,
    pub cue_start: Option<i32>,
    pub cue_end: Option<i32>,
    pub cue: Option<String>,
    pub quotation: Quotation,
    pub verdict: Option<AttributionVerdict>,
    /// Name of the source.
    pub source: String,
    /// What the source is.
    pub kind: SourceKind,
}

impl LinkRow {
    /// Where the article names the source.
    pub fn mention_span(&self) -> Option<Span> {
        Some(span_of(self.mention_start?, self.mention_end?))
    }

    /// Where the reporting words stand.
    pub fn cue_span(&self) -> Option<Span> {
        Some(span_of(self.cue_start?, self.cue_end?))
    }
}

/// The chains of an article's claims as they stand on cards: by claim, and in order within it.
pub fn links_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<LinkRow>, StoreError> {
    Ok(attributions::table
        .inner_join(sources::table)
        .filter(attributions::claim_id.eq_any(claims_in!(article)))
        .select((
            attributions::id,
            attributions::claim_id,
            attributions::role,
            attributions::source_id,
            attributions::mention_start,
            attributions::mention_end,
            attributions::mention,
            attributions::cue_start,
            attributions::cue_end,
            attributions::cue,
            attributions::quotation,
            attributions::verdict,
            sources::name,
            sources::kind,
        ))
        .order((attributions::claim_id.asc(), attributions::ordinal.asc()))
        .load(c)?)
}
