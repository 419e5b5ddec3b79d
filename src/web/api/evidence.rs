//! Evidence: attach it to claims, change it, detach it.

use super::wire::{Day, Given, Names, PersonRef, day_text};
use super::{Answered, Request, reply};
use crate::claim::store as claims;
use crate::db::{DbConnection, transact};
use crate::evidence::store::{self, Evidence};
use crate::evidence::{EvidenceKind, Grade, Independence, Stance};
use crate::ids::{ClaimId, EvidenceId, SourceId};
use crate::review::ReviewError;
use crate::review::gather::{self, EvidenceEntry};
use crate::source::store as sources;
use crate::web::{Answer, Desk, Problem, Room};
use actix_web::web;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Most claims that one piece is shown with.
const SERVED: i64 = 1_000;

/// A piece of evidence.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EvidenceJson {
    /// Its id.
    pub id: EvidenceId,
    /// What it is.
    pub kind: EvidenceKind,
    /// Where it is on the web.
    pub url: Option<String>,
    /// Its title.
    pub title: String,
    /// Who publishes it; may be empty.
    pub publisher: String,
    /// When it was published.
    #[schema(value_type = Option<String>, format = Date)]
    pub published_on: Option<Day>,
    /// When the checker saw it.
    #[schema(value_type = Option<String>, format = Date)]
    pub accessed_on: Option<Day>,
    /// The passage that counts; may be empty.
    pub excerpt: String,
    /// Where a public archive keeps a copy.
    pub archive_url: Option<String>,
    /// How near to the facts it is.
    pub grade: Grade,
    /// Whether it stands apart.
    pub independence: Independence,
    /// The source its own chain ends in.
    pub origin: Option<SourceRef>,
    /// What the checker says of it; may be empty.
    pub note: String,
    /// Whether it is taken out of every report.
    pub confidential: bool,
    /// Who found it.
    pub found_by: Option<PersonRef>,
    /// When.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

/// A source, by name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SourceRef {
    /// Its id.
    pub id: SourceId,
    /// Its name.
    pub name: String,
}

/// A piece of evidence and the claims it serves.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvidenceFullJson {
    /// The piece.
    #[serde(flatten)]
    pub piece: EvidenceJson,
    /// The claims it is attached to.
    pub claims: Vec<ServedJson>,
}

/// A claim that a piece of evidence serves.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServedJson {
    /// The claim.
    pub claim_id: ClaimId,
    /// Its statement.
    pub statement: String,
    /// What the piece says of it.
    pub stance: Stance,
    /// Name of who attached it.
    pub attached_by: String,
    /// When.
    pub attached_at: DateTime<Utc>,
}

impl EvidenceJson {
    /// Pieces with their finders and origins, in the order given.
    pub fn all(c: &mut DbConnection, pieces: Vec<Evidence>) -> Result<Vec<Self>, Problem> {
        let names = Names::of(c, pieces.iter().map(|piece| Some(piece.created_by)))?;
        let origins: Vec<SourceId> = pieces.iter().filter_map(|piece| piece.origin_id).collect();
        let origins: BTreeMap<SourceId, String> = sources::names(c, &origins)?.into_iter().collect();
        let json = |piece: Evidence| Self {
            id: piece.id,
            kind: piece.kind,
            url: piece.url,
            title: piece.title,
            publisher: piece.publisher,
            published_on: piece.published_on.map(Day),
            accessed_on: piece.accessed_on.map(Day),
            excerpt: piece.excerpt,
            archive_url: piece.archive_url,
            grade: piece.grade,
            independence: piece.independence,
            origin: piece.origin_id.and_then(|id| Some(SourceRef { id, name: origins.get(&id)?.clone() })),
            note: piece.note,
            confidential: piece.confidential,
            found_by: names.get(Some(piece.created_by)),
            created_at: piece.created_at.0,
            updated_at: piece.updated_at.0,
            revision: piece.revision,
        };
        Ok(pieces.into_iter().map(json).collect())
    }
}

/// A piece with the claims it serves.
fn full(room: &mut Room<'_>, piece: Evidence) -> Result<EvidenceFullJson, Problem> {
    let veil = room.veil()?;
    let c = &mut *room.c;
    let served = store::claims_of(c, piece.id, SERVED)?;
    let shown = served.into_iter().filter(|(tie, _, _)| veil.shows_of(tie.claim_id, tie.attached_by));
    let claims = shown.map(|(tie, statement, attached_by)| ServedJson {
        claim_id: tie.claim_id,
        statement,
        stance: tie.stance,
        attached_by,
        attached_at: tie.attached_at.0,
    });
    let claims = claims.collect();
    let piece = EvidenceJson::all(c, vec![piece])?.pop().ok_or_else(|| Problem::not_found("evidence"))?;
    Ok(EvidenceFullJson { piece, claims })
}

fn find(c: &mut DbConnection, id: EvidenceId) -> Result<Evidence, Problem> {
    store::find(c, id)?.ok_or_else(|| Problem::not_found("evidence"))
}

/// A refused change; where somebody was faster, with the piece as it is now.
fn refused(room: &mut Room<'_>, id: EvidenceId, error: ReviewError) -> Problem {
    let stale = matches!(error, ReviewError::Stale { what: "evidence", .. });
    let problem = Problem::from(error);
    if !stale {
        return problem;
    }
    match find(room.c, id).and_then(|piece| full(room, piece)) {
        Ok(now) => Problem { current: Some(serde_json::json!(now)), ..problem },
        Err(problem) => problem,
    }
}

/// Evidence for a claim: a new piece, or one that the desk has already.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"url": "https://ministry.example/figures", "title": "Figures", "stance": "supports", "grade": "primary", "independence": "independent", "excerpt": "398 soldiers"}))]
pub struct EvidencePost {
    /// A piece that the desk has already; then only `stance` goes with it.
    evidence_id: Option<EvidenceId>,
    /// What it says of the claim; it supports it unless said otherwise.
    stance: Option<Stance>,
    /// Where it is on the web. This or a title is needed.
    #[schema(max_length = 2000)]
    url: Option<String>,
    /// Its title; the address stands in where there is none.
    #[schema(max_length = 500)]
    title: Option<String>,
    /// Who publishes it.
    #[schema(max_length = 500)]
    publisher: Option<String>,
    /// When it was published.
    #[schema(value_type = Option<String>, format = Date)]
    published_on: Option<Day>,
    /// When it was seen; today where there is an address and nothing is said.
    #[schema(value_type = Option<String>, format = Date)]
    accessed_on: Option<Day>,
    /// The passage that counts.
    #[schema(max_length = 100_000)]
    excerpt: Option<String>,
    /// Where a public archive keeps a copy.
    #[schema(max_length = 2000)]
    archive_url: Option<String>,
    /// How near to the facts it is; secondary unless said otherwise.
    grade: Option<Grade>,
    /// Whether it stands apart; unknown unless said otherwise.
    independence: Option<Independence>,
    /// Name of the source its own chain ends in; one that the registry does not know is entered.
    #[schema(max_length = 500)]
    origin: Option<String>,
    /// What the checker says of it.
    #[schema(max_length = 100_000)]
    note: Option<String>,
    /// Whether it is taken out of every report.
    confidential: Option<bool>,
}

impl EvidencePost {
    fn says_more_than_which(&self) -> bool {
        let texts = [&self.url, &self.archive_url, &self.title, &self.publisher, &self.excerpt, &self.origin, &self.note];
        texts.iter().any(|text| text.is_some())
            || self.published_on.is_some()
            || self.accessed_on.is_some()
            || self.grade.is_some()
            || self.independence.is_some()
            || self.confidential.is_some()
    }
}

fn code_text<C: crate::code::Code>(value: Option<C>) -> &'static str {
    value.map_or("", |value| value.code())
}

/// Attach evidence to a claim: a new piece, or by `evidence_id` one that is on the desk already.
#[utoipa::path(post, path = "/api/v1/claims/{id}/evidence", operation_id = "attach_evidence", tag = "Evidence",
    params(("id" = ClaimId, Path, description = "The claim.")), request_body = EvidencePost,
    responses((status = 201, description = "The piece, attached.", body = EvidenceFullJson)))]
pub async fn create(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let claim: ClaimId = request.id("claim")?;
        let new: EvidencePost = request.json()?;
        let (acting, stance) = (room.acting(), code_text(new.stance));
        let piece = match new.evidence_id {
            Some(_) if new.says_more_than_which() => {
                return Err(Problem::unfit("evidence_id", "a piece that is there already takes only a stance; change it with PATCH"));
            }
            Some(id) => gather::attach_existing(room.c, &acting, claim, id, stance)?,
            None => {
                let text = |text: &'_ Option<String>| text.clone().unwrap_or_default();
                let (url, title, publisher, excerpt) = (text(&new.url), text(&new.title), text(&new.publisher), text(&new.excerpt));
                let (origin, note, archive_url) = (text(&new.origin), text(&new.note), text(&new.archive_url));
                let entry = EvidenceEntry {
                    url: &url,
                    title: &title,
                    publisher: &publisher,
                    published_on: &day_text(new.published_on),
                    accessed_on: &day_text(new.accessed_on),
                    excerpt: &excerpt,
                    archive_url: &archive_url,
                    grade: code_text(new.grade),
                    independence: code_text(new.independence),
                    origin: &origin,
                    note: &note,
                    confidential: new.confidential.unwrap_or_default(),
                };
                gather::attach_evidence(room.c, &acting, claim, &entry, stance)?
            }
        };
        let (path, revision) = (format!("/evidence/{}", piece.id), piece.revision);
        reply::created(&path, &full(room, piece)?, Some(revision))
    })
    .await
}

/// Read one piece of evidence and which claims it serves.
#[utoipa::path(get, path = "/api/v1/evidence/{id}", operation_id = "read_evidence", tag = "Evidence",
    params(("id" = EvidenceId, Path, description = "The piece.")), responses((status = 200, description = "The piece.", body = EvidenceFullJson)))]
pub async fn show(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.read(request, |room, request| {
        let piece = find(room.c, request.id("evidence")?)?;
        answer(room, piece)
    })
    .await
}

fn answer(room: &mut Room<'_>, piece: Evidence) -> Result<Answer, Problem> {
    let revision = piece.revision;
    reply::row(&full(room, piece)?, revision)
}

/// A change of a piece of evidence. What is left out stays as it is; `null` empties a field.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"revision": 1, "note": "The table was corrected on 5 February.", "confidential": false}))]
pub struct EvidencePatch {
    /// The revision that was changed; may be given as `If-Match` instead.
    revision: Option<i32>,
    /// The claim that `stance` is about.
    claim_id: Option<ClaimId>,
    /// What the piece says of that claim.
    stance: Option<Stance>,
    /// Where it is on the web.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 2000)]
    url: Given<String>,
    /// Its title.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    title: Given<String>,
    /// Who publishes it.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    publisher: Given<String>,
    /// When it was published.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    published_on: Given<Day>,
    /// When it was seen.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    accessed_on: Given<Day>,
    /// The passage that counts.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    excerpt: Given<String>,
    /// Where a public archive keeps a copy.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 2000)]
    archive_url: Given<String>,
    /// How near to the facts it is.
    grade: Option<Grade>,
    /// Whether it stands apart.
    independence: Option<Independence>,
    /// Name of the source its own chain ends in.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 500)]
    origin: Given<String>,
    /// What the checker says of it.
    #[serde(default)]
    #[schema(value_type = Option<String>, max_length = 100_000)]
    note: Given<String>,
    /// Whether it is taken out of every report.
    confidential: Option<bool>,
}

/// Change a piece of evidence, for all claims it serves.
#[utoipa::path(patch, path = "/api/v1/evidence/{id}", operation_id = "change_evidence", tag = "Evidence",
    params(("id" = EvidenceId, Path, description = "The piece.")), request_body = EvidencePatch,
    responses((status = 200, description = "The piece as it is now.", body = EvidenceFullJson)))]
pub async fn update(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: EvidenceId = request.id("evidence")?;
        let patch: EvidencePatch = request.json()?;
        let revision = request.revision(patch.revision)?;
        let stance = match (patch.claim_id, patch.stance) {
            (Some(claim), Some(stance)) => Some((claim, crate::code::Code::code(stance))),
            (None, None) => None,
            _ => return Err(Problem::unfit("stance", "“stance” and “claim_id” go together")),
        };
        let acting = room.acting();
        let was = find(room.c, id)?;
        let origin = match was.origin_id {
            Some(origin) => sources::find(room.c, origin)?.map(|source| source.name).unwrap_or_default(),
            None => String::new(),
        };
        let entry = EvidenceEntry {
            url: patch.url.over(was.url.as_deref().unwrap_or_default()),
            title: patch.title.over(&was.title),
            publisher: patch.publisher.over(&was.publisher),
            published_on: &patch.published_on.over(was.published_on),
            accessed_on: &patch.accessed_on.over(was.accessed_on),
            excerpt: patch.excerpt.over(&was.excerpt),
            archive_url: patch.archive_url.over(was.archive_url.as_deref().unwrap_or_default()),
            grade: crate::code::Code::code(patch.grade.unwrap_or(was.grade)),
            independence: crate::code::Code::code(patch.independence.unwrap_or(was.independence)),
            origin: patch.origin.over(&origin),
            note: patch.note.over(&was.note),
            confidential: patch.confidential.unwrap_or(was.confidential),
        };
        match gather::amend_evidence(room.c, &acting, id, &entry, stance, revision) {
            Ok(piece) => answer(room, piece),
            Err(error) => Err(refused(room, id, error)),
        }
    })
    .await
}

/// From which claim to take a piece.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
struct DetachQuery {
    /// The claim; all claims where left out.
    claim: Option<ClaimId>,
}

/// Take a piece of evidence from one claim, or from all. The piece itself stays and can be attached again.
#[utoipa::path(delete, path = "/api/v1/evidence/{id}", operation_id = "detach_evidence", tag = "Evidence",
    params(("id" = EvidenceId, Path, description = "The piece."), DetachQuery), responses((status = 204, description = "It is detached.")))]
pub async fn delete(desk: web::Data<Desk>, request: Request) -> Answered {
    desk.write(request, |room, request| {
        let id: EvidenceId = request.id("evidence")?;
        let query: DetachQuery = request.query()?;
        let acting = room.acting();
        match query.claim {
            Some(claim) => gather::detach_evidence(room.c, &acting, claim, id)?,
            None => transact(room.c, |c| -> Result<(), Problem> {
                find(c, id)?;
                let served: Vec<ClaimId> = store::claims_of(c, id, SERVED)?.into_iter().map(|(tie, _, _)| tie.claim_id).collect();
                let mut served = claims::find_many(c, &served)?;
                // In the order of their articles, as every deed takes them.
                served.sort_by_key(|claim| (claim.article_id, claim.id));
                for claim in served.into_iter().filter(|claim| claim.removed_at.is_none()) {
                    gather::detach_evidence(c, &acting, claim.id, id)?;
                }
                Ok(())
            })?,
        }
        Ok(reply::gone())
    })
    .await
}
