//! Claims and what belongs to one, in the database. The queue is in [`queue`].

pub mod beside;
mod carried;
mod contact;
pub mod figures;
mod finding;
pub mod hold;
pub mod mention;
mod of_article;
pub mod queue;
pub mod second;
pub mod seen;
pub mod tag;
mod tally;
pub mod view;

pub use carried::*;
pub use contact::*;
pub use finding::*;
pub use finding::{Assignment, Comment, Review};
pub use of_article::*;

use super::codes::{Anchor, AttributionVerdict, Priority, Risk, SetAsideReason, Substance, TextAction, WorkState};
use super::urgency::urgency;
use crate::article::store::{column_of, span_of};
use crate::db::column::{At, Json};
use crate::db::schema::{attributions, claim_spans, claims, sources, text_actions};
use crate::db::{DbConnection, StoreError};
use crate::extraction::model::{Quotation, Role};
use crate::ids::{ArticleId, AttributionId, ClaimId, ClaimSpanId, Ids, PersonId, ReviewId, SentenceId, SourceId, VersionId};
use crate::source::Source;
use crate::span::{BETWEEN, ScalarIndex, Span};
use crate::{insert_rows, per_backend};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::json;

crate::text_columns!(WorkState, Substance, AttributionVerdict, TextAction, SetAsideReason, Anchor, Role, Quotation);

/// A claim.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = claims)]
pub struct Claim {
    /// Its id.
    pub id: ClaimId,
    /// The article it is from.
    pub article_id: ArticleId,
    /// The version its spans count in.
    pub version_id: VersionId,
    /// The sentence it is from; `None` where it covers several.
    pub sentence_id: Option<SentenceId>,
    /// Its number in the article, from 1; never given twice.
    pub number: i32,
    /// A wording that stands on its own.
    pub statement: String,
    /// How much it deserves checking, from 0 to 1.
    pub check_worthiness: f64,
    /// Reasons for that figure: a JSON list of codes.
    pub why: Json,
    /// Who has to act.
    pub state: WorkState,
    /// Who checks it.
    pub assignee_id: Option<PersonId>,
    /// Until when.
    pub due_on: Option<NaiveDate>,
    /// Rank of its [`super::Priority`].
    pub priority: i32,
    /// Rank of its [`super::Risk`].
    pub risk: i32,
    /// Its place in the queue; see [`super::urgency`].
    pub urgency: i64,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did the sources say it? The weakest link of the chain.
    pub attribution: Option<AttributionVerdict>,
    /// The finding in force.
    pub review_id: Option<ReviewId>,
    /// Who set the verdict.
    pub verdict_by: Option<PersonId>,
    /// When.
    pub verdict_at: Option<At>,
    /// Who signed it off.
    pub signed_off_by: Option<PersonId>,
    /// When.
    pub signed_off_at: Option<At>,
    /// Why it is set aside, where it is.
    pub set_aside: Option<SetAsideReason>,
    /// How well its place in the text is known.
    pub anchor: Anchor,
    /// When it was made.
    pub created_at: At,
    /// When it last changed.
    pub updated_at: At,
    /// When it was taken out, where it was.
    pub removed_at: Option<At>,
    /// Counts the changes of this row.
    pub revision: i32,
    /// Bits of its [`super::RiskKinds`].
    pub risk_kinds: i32,
    /// For which day what was found holds.
    pub true_as_of: Option<NaiveDate>,
    /// Until when it has to be looked at again.
    pub recheck_by: Option<NaiveDate>,
}

/// A piece of text that a claim covers: position and quotation.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = claim_spans)]
pub struct ClaimSpan {
    /// Its id.
    pub id: ClaimSpanId,
    /// The claim.
    pub claim_id: ClaimId,
    /// Its place among the claim's pieces, from 0.
    pub ordinal: i32,
    /// Start of the piece.
    pub span_start: i32,
    /// End of the piece.
    pub span_end: i32,
    /// Up to 32 scalar values before it.
    pub prefix: String,
    /// The piece itself.
    pub exact: String,
    /// Up to 32 scalar values behind it.
    pub suffix: String,
}

/// Scalar values of context kept on each side of a piece, as the W3C's text quote selectors usually do.
const CONTEXT: usize = 32;

impl Claim {
    /// A claim that nobody has looked at, says nothing yet and is worth nothing yet: number `number` of its article.
    pub fn fresh(id: ClaimId, article: ArticleId, version: VersionId, number: i32, now: At) -> Self {
        Self {
            id,
            article_id: article,
            version_id: version,
            sentence_id: None,
            number,
            statement: String::new(),
            check_worthiness: 0.0,
            why: Json(json!([])),
            state: WorkState::ToCheck,
            assignee_id: None,
            due_on: None,
            priority: Priority::Normal.rank(),
            risk: Risk::Normal.rank(),
            urgency: urgency(Priority::Normal, Risk::Normal, None),
            substance: None,
            attribution: None,
            review_id: None,
            verdict_by: None,
            verdict_at: None,
            signed_off_by: None,
            signed_off_at: None,
            set_aside: None,
            anchor: Anchor::Exact,
            created_at: now,
            updated_at: now,
            removed_at: None,
            revision: 1,
            risk_kinds: 0,
            true_as_of: None,
            recheck_by: None,
        }
    }
}

impl ClaimSpan {
    /// The pieces of a claim at these places of a text.
    pub fn all<'s>(ids: &Ids, claim: ClaimId, places: impl IntoIterator<Item = &'s Span>, text: &ScalarIndex<'_>) -> Vec<Self> {
        (0_i32..).zip(places).map(|(ordinal, place)| Self::at(ids.make(), claim, ordinal, *place, text)).collect()
    }

    /// The words of a claim, told together.
    pub fn quote(pieces: &[Self]) -> String {
        pieces.iter().map(|piece| piece.exact.as_str()).collect::<Vec<_>>().join(BETWEEN)
    }

    /// The piece at `span` of a text.
    pub fn at(id: ClaimSpanId, claim_id: ClaimId, ordinal: i32, span: Span, text: &ScalarIndex<'_>) -> Self {
        let before = Span::new(span.start.saturating_sub(CONTEXT), span.start);
        let behind = Span::new(span.end, span.end + CONTEXT);
        Self {
            id,
            claim_id,
            ordinal,
            span_start: column_of(span.start),
            span_end: column_of(span.end),
            prefix: text.slice_within(before).to_owned(),
            exact: text.slice_within(span).to_owned(),
            suffix: text.slice_within(behind).to_owned(),
        }
    }

    /// Its place in the version's text.
    pub fn span(&self) -> Span {
        span_of(self.span_start, self.span_end)
    }
}

/// A claim's tie to a source: one link of its chain.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = attributions)]
pub struct Attribution {
    /// Its id.
    pub id: AttributionId,
    /// The claim.
    pub claim_id: ClaimId,
    /// Its place in the chain, from 0, nearest to the reader first.
    pub ordinal: i32,
    /// The part the source plays.
    pub role: Role,
    /// The source.
    pub source_id: SourceId,
    /// Start of where the article names it.
    pub mention_start: Option<i32>,
    /// End of where the article names it.
    pub mention_end: Option<i32>,
    /// The words in which the article names it.
    pub mention: Option<String>,
    /// Start of the reporting words.
    pub cue_start: Option<i32>,
    /// End of the reporting words.
    pub cue_end: Option<i32>,
    /// The reporting words.
    pub cue: Option<String>,
    /// How the source's words are given.
    pub quotation: Quotation,
    /// Did it say so?
    pub verdict: Option<AttributionVerdict>,
    /// What the checker says of that.
    pub verdict_note: String,
}

impl Attribution {
    /// A link that stands nowhere in the text yet and that nobody has checked.
    pub fn fresh(id: AttributionId, claim_id: ClaimId, ordinal: i32, role: Role, source_id: SourceId, quotation: Quotation) -> Self {
        Self {
            id,
            claim_id,
            ordinal,
            role,
            source_id,
            mention_start: None,
            mention_end: None,
            mention: None,
            cue_start: None,
            cue_end: None,
            cue: None,
            quotation,
            verdict: None,
            verdict_note: String::new(),
        }
    }

    /// The same link with its source named here and the reporting words there.
    #[must_use]
    pub fn at(self, mention: Option<Span>, cue: Option<Span>, text: &ScalarIndex<'_>) -> Self {
        let words = |place: Option<Span>| place.map(|place| text.slice_within(place).to_owned());
        Self {
            mention_start: mention.map(|place| column_of(place.start)),
            mention_end: mention.map(|place| column_of(place.end)),
            mention: words(mention),
            cue_start: cue.map(|place| column_of(place.start)),
            cue_end: cue.map(|place| column_of(place.end)),
            cue: words(cue),
            ..self
        }
    }

    /// Where the article names the source.
    pub fn mention_span(&self) -> Option<Span> {
        Some(span_of(self.mention_start?, self.mention_end?))
    }

    /// Where the reporting words stand.
    pub fn cue_span(&self) -> Option<Span> {
        Some(span_of(self.cue_start?, self.cue_end?))
    }
}

/// What should happen to the text.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = text_actions)]
#[expect(missing_docs, reason = "the columns of the table, named after what they hold")]
pub struct TextActionRow {
    pub claim_id: ClaimId,
    pub action: TextAction,
    pub proposed_wording: String,
    pub done: bool,
}

/// One claim; those taken out are found too.
pub fn find(c: &mut DbConnection, id: ClaimId) -> Result<Option<Claim>, StoreError> {
    Ok(claims::table.filter(claims::id.eq(id)).select(Claim::as_select()).first(c).optional()?)
}

/// The article a claim is from; it never changes.
pub fn article_of(c: &mut DbConnection, id: ClaimId) -> Result<Option<ArticleId>, StoreError> {
    Ok(claims::table.filter(claims::id.eq(id)).select(claims::article_id).first(c).optional()?)
}

/// The articles these claims are from, in the order of their ids.
pub fn articles_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<ArticleId>, StoreError> {
    let query = claims::table.filter(claims::id.eq_any(ids.to_vec())).select(claims::article_id).distinct();
    Ok(query.order(claims::article_id.asc()).load(c)?)
}

/// Several claims, in the order of their ids.
pub fn find_many(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<Claim>, StoreError> {
    Ok(claims::table.filter(claims::id.eq_any(ids.to_vec())).select(Claim::as_select()).order(claims::id.asc()).load(c)?)
}

/// The claims of an article that are not taken out, by number.
pub fn list_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<Claim>, StoreError> {
    Ok(claims::table
        .filter(claims::article_id.eq(article))
        .filter(claims::removed_at.is_null())
        .select(Claim::as_select())
        .order(claims::number.asc())
        .load(c)?)
}

/// The claims of an article with these numbers, in order; those taken out are none.
pub fn find_numbered(c: &mut DbConnection, article: ArticleId, numbers: &[i32]) -> Result<Vec<(i32, ClaimId)>, StoreError> {
    Ok(claims::table
        .filter(claims::article_id.eq(article))
        .filter(claims::number.eq_any(numbers.to_vec()))
        .filter(claims::removed_at.is_null())
        .select((claims::number, claims::id))
        .order(claims::number.asc())
        .load(c)?)
}

/// The highest number ever given in an article; 0 where none was.
pub fn highest_number(c: &mut DbConnection, article: ArticleId) -> Result<i32, StoreError> {
    let highest: Option<i32> = claims::table.filter(claims::article_id.eq(article)).select(diesel::dsl::max(claims::number)).first(c)?;
    Ok(highest.unwrap_or(0))
}

/// Keeps new claims.
pub fn insert(c: &mut DbConnection, rows: &[Claim]) -> Result<(), StoreError> {
    for part in rows.chunks(200) {
        insert_rows!(c, claims::table, part)?;
    }
    Ok(())
}

/// Writes a claim's changeable fields if nobody changed it since `claim.revision`.
pub fn update(c: &mut DbConnection, claim: &Claim) -> Result<bool, StoreError> {
    let changed = diesel::update(claims::table.filter(claims::id.eq(claim.id)).filter(claims::revision.eq(claim.revision)))
        .set((
            (claims::statement.eq(&claim.statement), claims::state.eq(claim.state), claims::assignee_id.eq(claim.assignee_id)),
            (claims::due_on.eq(claim.due_on), claims::priority.eq(claim.priority), claims::risk.eq(claim.risk), claims::urgency.eq(claim.urgency)),
            (claims::substance.eq(claim.substance), claims::attribution.eq(claim.attribution), claims::review_id.eq(claim.review_id)),
            (claims::verdict_by.eq(claim.verdict_by), claims::verdict_at.eq(claim.verdict_at)),
            (claims::signed_off_by.eq(claim.signed_off_by), claims::signed_off_at.eq(claim.signed_off_at), claims::set_aside.eq(claim.set_aside)),
            (claims::updated_at.eq(claim.updated_at), claims::removed_at.eq(claim.removed_at)),
            (claims::risk_kinds.eq(claim.risk_kinds), claims::true_as_of.eq(claim.true_as_of), claims::recheck_by.eq(claim.recheck_by)),
            claims::revision.eq(claim.revision + 1),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

/// Numbers and wordings of these claims.
pub fn wordings(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(ClaimId, i32, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claims::table.filter(claims::id.eq_any(ids.to_vec())).select((claims::id, claims::number, claims::statement)).load(c)?)
}

/// Keeps the pieces of claims.
pub fn insert_spans(c: &mut DbConnection, rows: &[ClaimSpan]) -> Result<(), StoreError> {
    for part in rows.chunks(500) {
        insert_rows!(c, claim_spans::table, part)?;
    }
    Ok(())
}

/// The pieces of these claims, in order.
pub fn spans_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<ClaimSpan>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claim_spans::table
        .filter(claim_spans::claim_id.eq_any(ids.to_vec()))
        .select(ClaimSpan::as_select())
        .order((claim_spans::claim_id.asc(), claim_spans::ordinal.asc()))
        .load(c)?)
}

/// Takes the pieces of a claim away.
pub fn delete_spans(c: &mut DbConnection, claim: ClaimId) -> Result<(), StoreError> {
    diesel::delete(claim_spans::table.filter(claim_spans::claim_id.eq(claim))).execute(c)?;
    Ok(())
}

/// Sets which sentence a claim is from; whoever changes its pieces counts the change.
pub fn update_home(c: &mut DbConnection, claim: ClaimId, sentence: Option<SentenceId>) -> Result<(), StoreError> {
    diesel::update(claims::table.filter(claims::id.eq(claim))).set(claims::sentence_id.eq(sentence)).execute(c)?;
    Ok(())
}

/// Keeps links of chains.
pub fn insert_attributions(c: &mut DbConnection, rows: &[Attribution]) -> Result<(), StoreError> {
    for part in rows.chunks(300) {
        insert_rows!(c, attributions::table, part)?;
    }
    Ok(())
}

/// Takes the chain of a claim away.
pub fn delete_attributions(c: &mut DbConnection, claim: ClaimId) -> Result<(), StoreError> {
    diesel::delete(attributions::table.filter(attributions::claim_id.eq(claim))).execute(c)?;
    Ok(())
}

/// The chains of these claims with their sources, in order.
pub fn chains_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(Attribution, Source)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(attributions::table
        .inner_join(sources::table)
        .filter(attributions::claim_id.eq_any(ids.to_vec()))
        .select((Attribution::as_select(), Source::as_select()))
        .order((attributions::claim_id.asc(), attributions::ordinal.asc()))
        .load(c)?)
}

/// Names of the sources of these links, as far as the links still stand.
pub fn sources_of_links(c: &mut DbConnection, ids: &[AttributionId]) -> Result<Vec<(AttributionId, String)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(attributions::table.inner_join(sources::table).filter(attributions::id.eq_any(ids.to_vec())).select((attributions::id, sources::name)).load(c)?)
}

/// Sets whether the source of a link said so.
pub fn update_attribution_verdict(c: &mut DbConnection, id: AttributionId, verdict: Option<AttributionVerdict>, note: &str) -> Result<(), StoreError> {
    diesel::update(attributions::table.find(id)).set((attributions::verdict.eq(verdict), attributions::verdict_note.eq(note))).execute(c)?;
    Ok(())
}

/// What should happen to the text of these claims.
pub fn text_actions_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<TextActionRow>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(text_actions::table.filter(text_actions::claim_id.eq_any(ids.to_vec())).select(TextActionRow::as_select()).load(c)?)
}

/// Sets what should happen to a claim's text.
pub fn save_text_action(c: &mut DbConnection, row: &TextActionRow) -> Result<(), StoreError> {
    let set = (text_actions::action.eq(row.action), text_actions::proposed_wording.eq(&row.proposed_wording), text_actions::done.eq(row.done));
    per_backend!(c, |c| diesel::insert_into(text_actions::table).values(row).on_conflict(text_actions::claim_id).do_update().set(set).execute(c))?;
    Ok(())
}

/// Forgets what should happen to a claim's text.
pub fn delete_text_action(c: &mut DbConnection, claim: ClaimId) -> Result<(), StoreError> {
    diesel::delete(text_actions::table.find(claim)).execute(c)?;
    Ok(())
}
