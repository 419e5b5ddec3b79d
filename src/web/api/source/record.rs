//! What a source was cited for, and how often it was right.

use super::find;
use crate::claim::{AttributionVerdict, Quotation, Role, Substance};
use crate::code::Code;
use crate::ids::{ArticleId, AttributionId, ClaimId, SourceId};
use crate::source::store;
use crate::source::store::ledger::{self, Citation, Judged, LedgerFilter};
use crate::web::api::{Answered, Request, paging, reply};
use crate::web::page::source::judged;
use crate::web::{Desk, Problem};
use actix_web::web;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// How often a source was cited, for what, and what came of it; under all names that were merged into it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordJson {
    /// The source; of one that was merged, the one that it is part of.
    pub source_id: SourceId,
    /// Its name.
    pub name: String,
    /// How many claims it is cited for.
    pub claims: i64,
    /// In how many articles.
    pub articles: i64,
    /// How often; a claim may cite it twice, in two parts.
    pub citations: i64,
    /// The citations by verdict on substance and by whether the source said so.
    pub by_verdict: Vec<RecordRowJson>,
    /// The citations one by one, the newest claim first.
    pub items: Vec<CitationJson>,
    /// Continues the list; `null` where it ends.
    pub next_cursor: Option<String>,
}

/// Citations with one pair of verdicts.
#[derive(Debug, Serialize, ToSchema)]
pub struct RecordRowJson {
    /// Is it so? `null` where nobody has said.
    pub substance: Option<Substance>,
    /// Did the source say it? `null` where nobody has said.
    pub attribution: Option<AttributionVerdict>,
    /// How many.
    pub claims: i64,
}

/// One claim that a source is cited for, in one part.
#[derive(Debug, Serialize, ToSchema)]
pub struct CitationJson {
    /// The link of the claim’s chain.
    pub attribution_id: AttributionId,
    /// The claim.
    pub claim_id: ClaimId,
    /// Its statement.
    pub statement: String,
    /// The article.
    pub article_id: ArticleId,
    /// Its title.
    pub article: String,
    /// When the article came out, or came in where that is not known.
    pub on: NaiveDate,
    /// The part that the source plays.
    pub role: Option<Role>,
    /// How its words are given.
    pub quotation: Option<Quotation>,
    /// How the article names it.
    pub mention: Option<String>,
    /// Is it so? `null` where nobody has said.
    pub substance: Option<Substance>,
    /// Did the source say it? `null` where nobody has said.
    pub attribution: Option<AttributionVerdict>,
    /// What was noted about that.
    pub note: String,
}

impl CitationJson {
    fn of(row: Citation) -> Self {
        Self {
            on: row.day(),
            attribution_id: row.id,
            claim_id: row.claim_id,
            statement: row.statement,
            article_id: row.article_id,
            article: row.article,
            role: Role::from_code(&row.role),
            quotation: Quotation::from_code(&row.quotation),
            mention: row.mention,
            substance: row.substance.as_deref().and_then(Substance::from_code),
            attribution: row.verdict.as_deref().and_then(AttributionVerdict::from_code),
            note: row.verdict_note,
        }
    }
}

/// Which citations to list one by one. The sums are always of all.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct RecordQuery {
    /// With this verdict on substance; `open` where nobody has judged.
    substance: Option<String>,
    /// With this verdict on attribution; `open` where nobody has judged.
    attribution: Option<String>,
    /// How many; 50 unless said otherwise, and never more than 200.
    #[param(minimum = 1)]
    limit: Option<i64>,
    /// What the page before gave as `next_cursor`.
    #[param(pattern = "^[A-Za-z0-9_-]*$")]
    cursor: Option<String>,
}

fn asked<C: Code>(field: &'static str, code: Option<&str>) -> Result<Option<Judged>, Problem> {
    match code.filter(|code| !code.is_empty()) {
        None => Ok(None),
        Some(code) => judged::<C>(code).map(Some).ok_or_else(|| Problem::unfit(field, crate::code::UnknownCode::of::<C>(code))),
    }
}

/// Read what a source was cited for, and what came of it.
#[utoipa::path(get, path = "/api/v1/sources/{id}/record", operation_id = "read_source_record", tag = "Sources",
    params(("id" = SourceId, Path, description = "The source."), RecordQuery), responses((status = 200, description = "Its record.", body = RecordJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: RecordQuery = request.query()?;
        let (limit, _) = paging::<ledger::LedgerKey>(query.limit, query.cursor.as_deref())?;
        let filter = LedgerFilter {
            substance: asked::<Substance>("substance", query.substance.as_deref())?,
            attribution: asked::<AttributionVerdict>("attribution", query.attribution.as_deref())?,
            without: room.veil()?.claims(),
        };
        let mut source = find(room.c, request.id("source")?)?;
        if let Some(root) = source.merged_into {
            source = find(room.c, root)?;
        }
        let row = |(substance, attribution, claims): store::VerdictCount| RecordRowJson {
            substance: substance.as_deref().and_then(Substance::from_code),
            attribution: attribution.as_deref().and_then(AttributionVerdict::from_code),
            claims,
        };
        let by_verdict: Vec<RecordRowJson> = store::record_of(room.c, source.id, &filter.without)?.into_iter().map(row).collect();
        let (claims, articles) = ledger::counted(room.c, source.id, &filter.without)?;
        let page = ledger::list(room.c, source.id, &filter, query.cursor.as_deref(), limit)?;
        reply::value(&RecordJson {
            source_id: source.id,
            name: source.name,
            claims,
            articles,
            citations: by_verdict.iter().map(|row| row.claims).sum(),
            by_verdict,
            items: page.rows.into_iter().map(CitationJson::of).collect(),
            next_cursor: page.next,
        })
    })
    .await
}
