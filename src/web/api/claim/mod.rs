//! Claims: the queue, one claim, and changes of what the extraction found. Work on a claim is in [`work`], work on many
//! in [`bulk`].

pub mod bulk;
pub mod hold;
mod json;
mod query;
pub mod regroup;
pub mod seen;
pub mod work;

pub use json::*;
pub use query::*;

use super::wire::{Day, Given, ListJson};
use super::{Answered, Request, reply};
use crate::account::Acting;
use crate::claim::store::Claim;
use crate::claim::store::queue::{self, ClaimFilter, QueueSort};
use crate::claim::{Priority, Quotation, Risk, RiskKind, RiskKinds, RiskMark, Role, TextAction};
use crate::db::{DbConnection, page, transact};
use crate::ids::{ArticleId, ClaimId, PersonId};
use crate::job;
use crate::report::listing::{About, Chosen, ListingFormat};
use crate::report::stem;
use crate::review::amend::{self, Dates};
use crate::review::assign::{self, Order};
use crate::review::attribute::{self, LinkEntry};
use crate::review::{ReviewError, decide, tag};
use crate::source::SourceKind;
use crate::span::Span;
use crate::web::export::attached;
use crate::web::{Answer, Desk, FormData, Problem, Room};
use actix_web::web;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// A claim with all that belongs to it, as an answer.
pub(super) fn answer(room: &mut Room<'_>, claim: Claim) -> Result<Answer, Problem> {
    let revision = claim.revision;
    reply::row(&claim_full(room, claim)?, revision)
}

/// A refused change of a claim; where somebody was faster, with the claim as it is now.
pub(super) fn refused(room: &mut Room<'_>, id: ClaimId, error: ReviewError) -> Problem {
    let stale = matches!(error, ReviewError::Stale { what: "claim", .. });
    let problem = Problem::from(error);
    if !stale {
        return problem;
    }
    let now = claim_now(room.c, id).and_then(|claim| claims_json(room, vec![claim]));
    match now.map(|claims| serde_json::json!(claims.first())) {
        Ok(current) => Problem { current: Some(current), ..problem },
        Err(problem) => problem,
    }
}

/// All claims that fit, as a file that says what was asked.
fn export(room: &mut Room<'_>, query: &ClaimQuery, sort: QueueSort, format: ListingFormat) -> Result<Answer, Problem> {
    let asked = FormData::read(room.visit.query().as_bytes());
    let narrowed = asked.pairs().iter().filter(|(name, value)| name != "format" && !value.is_empty()).cloned().collect();
    let filter = room.unveiled(query.filter(room.me.id))?;
    let order = list_order(room, filter, sort, format, narrowed);
    list_file(room, order)
}

/// A list of claims for a program, which waits for it however long that takes.
pub(super) fn list_file(room: &mut Room<'_>, order: job::Order) -> Result<Answer, Problem> {
    room.list_file(order, |room, order| room.made_later(order, attached))
}

/// The file of all claims that fit; `narrowed` is what it says of the filter.
pub(super) fn list_order(room: &Room<'_>, filter: ClaimFilter, sort: QueueSort, format: ListingFormat, narrowed: Vec<(String, String)>) -> job::Order {
    let about = About { title: room.words.t("queue-title").into_owned(), narrowed, made_at: room.now };
    let stem = stem("claims", &room.now.0.format("%Y-%m-%d").to_string());
    job::Order::List { chosen: Box::new(Chosen::Fitting(filter, sort)), about, stem, format }
}

/// List claims of the whole desk, filtered and sorted.
#[utoipa::path(get, path = "/api/v1/claims", operation_id = "list_claims", tag = "Claims", params(ClaimQuery),
    responses((status = 200, description = "One page of claims; a file of all that fit where a form is asked for.", content(
        (ListJson<ClaimJson> = "application/json"), (String = "text/csv"), (String = "text/markdown"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))))]
pub async fn list(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let query: ClaimQuery = request.query()?;
        let sort = query.sort.unwrap_or(QueueSort::Urgency);
        if let Some(format) = query.format {
            return export(room, &query, sort, format);
        }
        let (limit, _) = super::paging::<()>(query.limit, None)?;
        if query.cursor.as_deref().is_some_and(|cursor| !queue::is_cursor(sort, cursor)) {
            return Err(Problem::bad_request("cursor_unreadable"));
        }
        let filter = room.fair(query.filter(room.me.id))?;
        let page = queue::list(room.c, &filter, sort, query.cursor.as_deref(), limit)?;
        let claims = claims_json(room, page.rows.into_iter().map(|row| row.claim).collect())?;
        reply::value(&ListJson::from(page::Page { rows: claims, next: page.next }))
    })
    .await
}

/// Read one claim with its chain, evidence and findings.
#[utoipa::path(get, path = "/api/v1/claims/{id}", operation_id = "read_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), responses((status = 200, description = "The claim.", body = ClaimFullJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let claim = claim_now(room.c, request.id("claim")?)?;
        answer(room, claim)
    })
    .await
}

/// A new claim.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"spans": [[0, 42]], "statement": "400 soldiers crossed the border on 3 February."}))]
pub struct ClaimPost {
    /// The pieces of the present text that it covers, in any order.
    #[schema(min_items = 1, max_items = 20)]
    spans: Vec<Span>,
    /// A wording that stands on its own; where left out, the words themselves.
    #[serde(default)]
    #[schema(max_length = 10000)]
    statement: String,
}

/// Make a claim from pieces of an article's text.
#[utoipa::path(post, path = "/api/v1/articles/{id}/claims", operation_id = "add_claim", tag = "Claims",
    params(("id" = ArticleId, Path, description = "The article.")), request_body = ClaimPost,
    responses((status = 201, description = "The new claim.", body = ClaimFullJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let article: ArticleId = request.id("article")?;
        let new: ClaimPost = request.json()?;
        let claim = amend::add_claim(room.c, &room.acting(), article, &new.spans, &new.statement)?;
        let (path, revision) = (format!("/claims/{}", claim.id), claim.revision);
        reply::created(&path, &claim_full(room, claim)?, Some(revision))
    })
    .await
}

/// A change of a claim. What is left out stays as it is.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "statement": "400 soldiers crossed the border on 3 February.", "risk": "high"}))]
pub struct ClaimPatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// A wording that stands on its own.
    #[schema(min_length = 1, max_length = 10000)]
    statement: Option<String>,
    /// How much harm an error would do; an editor's to say.
    risk: Option<Risk>,
    /// Of which kinds; any makes the risk high.
    risk_kinds: Option<Vec<RiskKind>>,
    /// All the words that the desk sorts it by.
    #[schema(max_items = 20)]
    tags: Option<Vec<String>>,
    /// For which day what was found holds; `null` takes the date away.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    true_as_of: Given<Day>,
    /// Until when it has to be looked at again; `null` takes the date away.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    recheck_by: Given<Day>,
    /// Who checks it; `null` gives it back to the desk.
    #[serde(default)]
    #[schema(value_type = Option<PersonId>)]
    assignee_id: Given<PersonId>,
    /// Until when; `null` takes the date away.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    due_on: Given<Day>,
    /// How soon it has to be done.
    priority: Option<Priority>,
    /// The pieces of its version's text that it covers, in any order.
    #[schema(min_items = 1, max_items = 20)]
    spans: Option<Vec<Span>>,
    /// The whole chain of sources, nearest to the reader first. Findings on links whose source stays are kept.
    #[schema(max_items = 20)]
    chain: Option<Vec<LinkPost>>,
    /// What should happen to the text; `null` takes the decision back.
    #[serde(default)]
    #[schema(value_type = Option<TextActionPost>)]
    text_action: Given<TextActionPost>,
}

/// One link of a chain.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkPost {
    /// The part the source plays.
    role: Role,
    /// Name of the source; one that the registry does not know is entered.
    #[schema(min_length = 1, max_length = 500)]
    source: String,
    /// What it is, where it is new to the registry; an organisation unless said otherwise.
    kind: Option<SourceKind>,
    /// How its words are given; indirect unless said otherwise.
    quotation: Option<Quotation>,
    /// Where the article names it.
    mention: Option<Span>,
    /// Where the reporting words stand.
    cue: Option<Span>,
}

/// What should happen to the text.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TextActionPost {
    /// What.
    pub action: TextAction,
    /// The wording that is proposed.
    #[serde(default)]
    pub proposed_wording: String,
    /// Whether it was done.
    #[serde(default)]
    pub done: bool,
}

impl ClaimPatch {
    /// Does all that the change says, each part by its own deed, all or nothing.
    fn apply(self, c: &mut DbConnection, acting: &Acting, id: ClaimId, revision: i32) -> Result<Option<Claim>, ReviewError> {
        let mut now: Option<Claim> = None;
        let at = |now: &Option<Claim>| Some(now.as_ref().map_or(revision, |claim| claim.revision));
        if let Some(statement) = &self.statement {
            now = Some(amend::reword_claim(c, acting, id, statement, at(&now))?);
        }
        if self.risk.is_some() || self.risk_kinds.is_some() {
            let mark = RiskMark { risk: self.risk, kinds: self.risk_kinds.map(RiskKinds::of) };
            now = Some(amend::set_risk(c, acting, id, mark, at(&now))?);
        }
        if let Some(tags) = &self.tags {
            now = Some(tag::set_tags(c, acting, id, &tags.join(","), at(&now))?);
        }
        if !self.true_as_of.is_left_out() || !self.recheck_by.is_left_out() {
            let dates = Dates { true_as_of: self.true_as_of.for_deed(|day| day.0), recheck_by: self.recheck_by.for_deed(|day| day.0) };
            now = Some(amend::set_dates(c, acting, id, &dates, at(&now))?);
        }
        if !self.assignee_id.is_left_out() || !self.due_on.is_left_out() || self.priority.is_some() {
            let (assignee, due_on) = (self.assignee_id.for_deed(|id| id), self.due_on.for_deed(|day| day.0));
            let order = Order { assignee, due_on, priority: self.priority, message: "" };
            now = Some(assign::assign_claim(c, acting, id, &order, at(&now))?);
        }
        if let Some(spans) = &self.spans {
            now = Some(attribute::change_spans(c, acting, id, spans, at(&now))?);
        }
        if let Some(chain) = self.chain {
            let links: Vec<LinkEntry> = chain.into_iter().map(LinkPost::entry).collect();
            now = Some(attribute::change_chain(c, acting, id, &links, at(&now))?);
        }
        if !self.text_action.is_left_out() {
            let action = match &self.text_action {
                Given::Value(action) => Some((action.action, action.proposed_wording.as_str(), action.done)),
                Given::Null | Given::LeftOut => None,
            };
            now = Some(decide::set_text_action(c, acting, id, action, at(&now))?);
        }
        Ok(now)
    }
}

impl LinkPost {
    fn entry(self) -> LinkEntry {
        LinkEntry {
            role: self.role,
            source: self.source,
            kind: self.kind.unwrap_or(SourceKind::Organisation),
            quotation: self.quotation.unwrap_or(Quotation::Indirect),
            mention: self.mention,
            cue: self.cue,
        }
    }
}

/// Change a claim: wording, risk, who has it, the words it covers, its chain, what should happen to the text.
///
/// Each kind of change is a line of history of its own; either all are made or none.
#[utoipa::path(patch, path = "/api/v1/claims/{id}", operation_id = "change_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = ClaimPatch,
    responses((status = 200, description = "The claim as it is now.", body = ClaimFullJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ClaimId = request.id("claim")?;
        let patch: ClaimPatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let acting = room.acting();
        match transact(room.c, |c| patch.apply(c, &acting, id, revision)) {
            Ok(Some(claim)) => answer(room, claim),
            Ok(None) => Err(Problem::unfit("body", "nothing to change")),
            Err(error) => Err(refused(room, id, error)),
        }
    })
    .await
}

/// Why a claim is taken out, and which revision of it.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct RemovalQuery {
    /// Why; the history keeps it.
    reason: String,
    /// The revision that was looked at; may be given as `If-Match` instead.
    #[param(value_type = Option<i32>)]
    revision: Option<i32>,
}

/// Take a claim out. It keeps its number and its work; undoing the line of history puts it back.
#[utoipa::path(delete, path = "/api/v1/claims/{id}", operation_id = "remove_claim", tag = "Claims",
    params(("id" = ClaimId, Path, description = "The claim."), RemovalQuery), responses((status = 204, description = "It is taken out.")))]
pub async fn delete(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: ClaimId = request.id("claim")?;
        let query: RemovalQuery = request.query()?;
        let revision = request.revision_if_sent(query.revision)?;
        let acting = room.acting();
        match amend::remove_claim(room.c, &acting, id, &query.reason, revision) {
            Ok(_) => Ok(reply::gone()),
            Err(error) => Err(refused(room, id, error)),
        }
    })
    .await
}

/// Does something to the claim in the path and answers with the claim as it is then.
fn on_claim(
    room: &mut Room<'_>,
    request: &Request,
    deed: impl FnOnce(&mut DbConnection, &Acting, ClaimId) -> Result<Claim, ReviewError>,
) -> Result<Answer, Problem> {
    let id: ClaimId = request.id("claim")?;
    let acting = room.acting();
    match deed(room.c, &acting, id) {
        Ok(claim) => answer(room, claim),
        Err(error) => Err(refused(room, id, error)),
    }
}
