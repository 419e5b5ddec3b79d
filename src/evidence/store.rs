//! Evidence, its ties to claims, and snapshots, in the database.

use super::codes::{EvidenceKind, Grade, Independence, Stance};
use crate::claim::Claim;
use crate::db::column::At;
use crate::db::schema::{articles, claim_evidence, claims, evidence, people, snapshots, sources};
use crate::db::{DbConnection, StoreError};
use crate::ids::{ArticleId, ClaimId, EvidenceId, PersonId, SnapshotId, SourceId};
use chrono::NaiveDate;
use diesel::prelude::*;

crate::text_columns!(EvidenceKind, Grade, Independence, Stance);

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = evidence)]
pub struct Evidence {
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
    pub published_on: Option<NaiveDate>,
    /// When the checker saw it.
    pub accessed_on: Option<NaiveDate>,
    /// The passage that counts; may be empty.
    pub excerpt: String,
    /// How near to the facts it is.
    pub grade: Grade,
    /// Whether it stands apart.
    pub independence: Independence,
    /// The source its own chain ends in.
    pub origin_id: Option<SourceId>,
    /// What the checker says of it; may be empty.
    pub note: String,
    /// Whether it must not leave the desk.
    pub confidential: bool,
    /// Who found it.
    pub created_by: PersonId,
    /// When.
    pub created_at: At,
    /// When it last changed.
    pub updated_at: At,
    /// Counts the changes of this row.
    pub revision: i32,
    /// Where a public archive keeps a copy of the page.
    pub archive_url: Option<String>,
    /// SHA-256 of a copy that another desk keeps, where the piece came with that desk's report.
    pub copy_sha256: Option<String>,
}

/// A piece of evidence's tie to a claim.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = claim_evidence)]
pub struct ClaimEvidence {
    /// The claim.
    pub claim_id: ClaimId,
    /// The piece.
    pub evidence_id: EvidenceId,
    /// What it says of the claim.
    pub stance: Stance,
    /// Who attached it.
    pub attached_by: PersonId,
    /// When.
    pub attached_at: At,
}

/// A stored copy of a page.
#[derive(Clone, Debug, PartialEq, Queryable, Selectable, Insertable)]
#[diesel(table_name = snapshots)]
pub struct Snapshot {
    /// Its id.
    pub id: SnapshotId,
    /// The piece of evidence it is a copy of.
    pub evidence_id: EvidenceId,
    /// What kind of file it is.
    pub media_type: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// How many bytes.
    pub size: i64,
    /// The text in it.
    pub extracted_text: String,
    /// When it was made.
    pub captured_at: At,
}

/// One piece.
pub fn find(c: &mut DbConnection, id: EvidenceId) -> Result<Option<Evidence>, StoreError> {
    Ok(evidence::table.find(id).select(Evidence::as_select()).first(c).optional()?)
}

/// The newest piece with this address.
pub fn find_by_url(c: &mut DbConnection, url: &str) -> Result<Option<Evidence>, StoreError> {
    Ok(evidence::table.filter(evidence::url.eq(url)).select(Evidence::as_select()).order(evidence::id.desc()).first(c).optional()?)
}

/// Keeps a new piece.
pub fn insert(c: &mut DbConnection, row: &Evidence) -> Result<(), StoreError> {
    diesel::insert_into(evidence::table).values(row).execute(c)?;
    Ok(())
}

/// Writes a piece's changeable fields if nobody changed them since `row.revision`.
pub fn update(c: &mut DbConnection, row: &Evidence) -> Result<bool, StoreError> {
    let changed = diesel::update(evidence::table.filter(evidence::id.eq(row.id)).filter(evidence::revision.eq(row.revision)))
        .set((
            (evidence::url.eq(&row.url), evidence::title.eq(&row.title), evidence::publisher.eq(&row.publisher)),
            (evidence::published_on.eq(row.published_on), evidence::accessed_on.eq(row.accessed_on), evidence::excerpt.eq(&row.excerpt)),
            (evidence::grade.eq(row.grade), evidence::independence.eq(row.independence), evidence::origin_id.eq(row.origin_id)),
            (evidence::note.eq(&row.note), evidence::confidential.eq(row.confidential), evidence::updated_at.eq(row.updated_at)),
            (evidence::archive_url.eq(&row.archive_url), evidence::revision.eq(row.revision + 1)),
        ))
        .execute(c)?;
    Ok(changed == 1)
}

/// A piece's tie to one claim.
pub fn find_tie(c: &mut DbConnection, claim: ClaimId, piece: EvidenceId) -> Result<Option<ClaimEvidence>, StoreError> {
    Ok(claim_evidence::table.find((claim, piece)).select(ClaimEvidence::as_select()).first(c).optional()?)
}

/// Ties a piece to a claim.
pub fn insert_tie(c: &mut DbConnection, tie: &ClaimEvidence) -> Result<(), StoreError> {
    diesel::insert_into(claim_evidence::table).values(tie).execute(c)?;
    Ok(())
}

/// Changes what a piece says of a claim.
pub fn update_stance(c: &mut DbConnection, claim: ClaimId, piece: EvidenceId, stance: Stance) -> Result<(), StoreError> {
    diesel::update(claim_evidence::table.find((claim, piece))).set(claim_evidence::stance.eq(stance)).execute(c)?;
    Ok(())
}

/// Unties a piece from a claim; the piece itself stays.
pub fn delete_tie(c: &mut DbConnection, claim: ClaimId, piece: EvidenceId) -> Result<bool, StoreError> {
    Ok(diesel::delete(claim_evidence::table.find((claim, piece))).execute(c)? == 1)
}

/// The evidence of these claims, oldest tie first.
pub fn list_of_claims(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(ClaimEvidence, Evidence)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claim_evidence::table
        .inner_join(evidence::table)
        .filter(claim_evidence::claim_id.eq_any(ids.to_vec()))
        .select((ClaimEvidence::as_select(), Evidence::as_select()))
        .order((claim_evidence::attached_at.asc(), claim_evidence::evidence_id.asc()))
        .load(c)?)
}

/// Which pieces these claims have, as pairs of claim and piece.
pub fn ties_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(ClaimId, EvidenceId)>, StoreError> {
    let query = claim_evidence::table.filter(claim_evidence::claim_id.eq_any(ids.to_vec()));
    Ok(query.select((claim_evidence::claim_id, claim_evidence::evidence_id)).order(claim_evidence::evidence_id.asc()).load(c)?)
}

/// How many pieces each of these claims has.
pub fn count_of_claims(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(ClaimId, i64)>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(claim_evidence::table
        .filter(claim_evidence::claim_id.eq_any(ids.to_vec()))
        .group_by(claim_evidence::claim_id)
        .select((claim_evidence::claim_id, diesel::dsl::count_star()))
        .load(c)?)
}

/// The claims a piece serves, with their statements, who attached it and what it says of each.
pub fn claims_of(c: &mut DbConnection, id: EvidenceId, limit: i64) -> Result<Vec<(ClaimEvidence, String, String)>, StoreError> {
    Ok(claim_evidence::table
        .inner_join(claims::table.on(claims::id.eq(claim_evidence::claim_id)))
        .inner_join(people::table.on(people::id.eq(claim_evidence::attached_by)))
        .filter(claim_evidence::evidence_id.eq(id))
        .select((ClaimEvidence::as_select(), claims::statement, people::name))
        .order(claim_evidence::claim_id.asc())
        .limit(limit)
        .load(c)?)
}

/// The newest snapshot of each of these pieces.
pub fn snapshots_of(c: &mut DbConnection, ids: &[EvidenceId]) -> Result<Vec<Snapshot>, StoreError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(snapshots::table.filter(snapshots::evidence_id.eq_any(ids.to_vec())).select(Snapshot::as_select()).order(snapshots::id.desc()).load(c)?)
}

/// The ids of an article's claims that are not taken out, as part of a query.
macro_rules! claims_in {
    ($article:expr) => {
        claims::table.filter(claims::article_id.eq($article)).filter(claims::removed_at.is_null()).select(claims::id)
    };
}

/// A piece as it is tied to a claim, with the names of the source it goes back to and of its finder.
#[derive(Clone, Debug, PartialEq)]
pub struct TiedEvidence {
    /// The tie.
    pub tie: ClaimEvidence,
    /// The piece.
    pub piece: Evidence,
    /// The source it goes back to.
    pub origin: Option<String>,
    /// Who found it.
    pub found_by: String,
}

/// The evidence of all claims of an article, oldest tie first: one query, however many claims there are.
pub fn list_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<TiedEvidence>, StoreError> {
    let rows: Vec<(ClaimEvidence, Evidence, Option<String>, String)> = claim_evidence::table
        .inner_join(evidence::table.inner_join(people::table).left_join(sources::table))
        .filter(claim_evidence::claim_id.eq_any(claims_in!(article)))
        .select((ClaimEvidence::as_select(), Evidence::as_select(), sources::name.nullable(), people::name))
        .order((claim_evidence::attached_at.asc(), claim_evidence::evidence_id.asc(), claim_evidence::claim_id.asc()))
        .load(c)?;
    Ok(tied(rows))
}

fn tied(rows: Vec<(ClaimEvidence, Evidence, Option<String>, String)>) -> Vec<TiedEvidence> {
    rows.into_iter().map(|(tie, piece, origin, found_by)| TiedEvidence { tie, piece, origin, found_by }).collect()
}

/// The evidence of one claim, oldest tie first.
pub fn list_of_claim(c: &mut DbConnection, claim: ClaimId) -> Result<Vec<TiedEvidence>, StoreError> {
    let rows = claim_evidence::table
        .inner_join(evidence::table.inner_join(people::table).left_join(sources::table))
        .filter(claim_evidence::claim_id.eq(claim))
        .select((ClaimEvidence::as_select(), Evidence::as_select(), sources::name.nullable(), people::name))
        .order((claim_evidence::attached_at.asc(), claim_evidence::evidence_id.asc()))
        .load(c)?;
    Ok(tied(rows))
}

/// The evidence of these claims, oldest tie first.
pub fn tied_to(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<TiedEvidence>, StoreError> {
    let rows = claim_evidence::table
        .inner_join(evidence::table.inner_join(people::table).left_join(sources::table))
        .filter(claim_evidence::claim_id.eq_any(ids.to_vec()))
        .select((ClaimEvidence::as_select(), Evidence::as_select(), sources::name.nullable(), people::name))
        .order((claim_evidence::attached_at.asc(), claim_evidence::evidence_id.asc(), claim_evidence::claim_id.asc()))
        .load(c)?;
    Ok(tied(rows))
}

/// The newest pieces of an article that one of its claims does not have yet: id, title and publisher.
pub fn list_not_yet_of_claim(c: &mut DbConnection, article: ArticleId, claim: ClaimId, limit: i64) -> Result<Vec<(EvidenceId, String, String)>, StoreError> {
    let there = claim_evidence::table.filter(claim_evidence::claim_id.eq_any(claims_in!(article))).select(claim_evidence::evidence_id);
    let here = claim_evidence::table.filter(claim_evidence::claim_id.eq(claim)).select(claim_evidence::evidence_id);
    Ok(evidence::table
        .filter(evidence::id.eq_any(there))
        .filter(evidence::id.ne_all(here))
        .select((evidence::id, evidence::title, evidence::publisher))
        .order(evidence::id.desc())
        .limit(limit)
        .load(c)?)
}

/// A claim that a piece serves.
#[derive(Clone, Debug, PartialEq)]
pub struct Served {
    /// The tie.
    pub tie: ClaimEvidence,
    /// The claim.
    pub claim: Claim,
    /// Title of its article.
    pub article_title: String,
    /// Who attached the piece.
    pub attached_by: String,
}

/// The claims a piece serves, oldest tie first; those taken out are left out.
pub fn served_by(c: &mut DbConnection, id: EvidenceId, limit: i64) -> Result<Vec<Served>, StoreError> {
    let rows: Vec<(ClaimEvidence, Claim, String, String)> = claim_evidence::table
        .inner_join(claims::table.inner_join(articles::table))
        .inner_join(people::table.on(people::id.eq(claim_evidence::attached_by)))
        .filter(claim_evidence::evidence_id.eq(id))
        .filter(claims::removed_at.is_null())
        .select((ClaimEvidence::as_select(), Claim::as_select(), articles::title, people::name))
        .order((claim_evidence::attached_at.asc(), claim_evidence::claim_id.asc()))
        .limit(limit)
        .load(c)?;
    Ok(rows.into_iter().map(|(tie, claim, article_title, attached_by)| Served { tie, claim, article_title, attached_by }).collect())
}

/// One piece with the names of the source it goes back to and of its finder.
pub fn find_named(c: &mut DbConnection, id: EvidenceId) -> Result<Option<(Evidence, Option<String>, String)>, StoreError> {
    Ok(evidence::table
        .inner_join(people::table)
        .left_join(sources::table)
        .filter(evidence::id.eq(id))
        .select((Evidence::as_select(), sources::name.nullable(), people::name))
        .first(c)
        .optional()?)
}

/// How many pieces each claim of an article has; claims without any are left out.
pub fn count_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(ClaimId, i64)>, StoreError> {
    Ok(claim_evidence::table
        .filter(claim_evidence::claim_id.eq_any(claims_in!(article)))
        .group_by(claim_evidence::claim_id)
        .select((claim_evidence::claim_id, diesel::dsl::count_star()))
        .load(c)?)
}

/// Hashes of the stored copies of an article's evidence, oldest first.
pub fn snapshot_hashes_of_article(c: &mut DbConnection, article: ArticleId) -> Result<Vec<(EvidenceId, String)>, StoreError> {
    let pieces = claim_evidence::table.filter(claim_evidence::claim_id.eq_any(claims_in!(article))).select(claim_evidence::evidence_id);
    Ok(snapshots::table.filter(snapshots::evidence_id.eq_any(pieces)).select((snapshots::evidence_id, snapshots::sha256)).order(snapshots::id.asc()).load(c)?)
}

/// Hashes of the stored copies of the evidence of these claims, oldest first.
pub fn snapshot_hashes_of(c: &mut DbConnection, ids: &[ClaimId]) -> Result<Vec<(EvidenceId, String)>, StoreError> {
    let pieces = claim_evidence::table.filter(claim_evidence::claim_id.eq_any(ids.to_vec())).select(claim_evidence::evidence_id);
    Ok(snapshots::table.filter(snapshots::evidence_id.eq_any(pieces)).select((snapshots::evidence_id, snapshots::sha256)).order(snapshots::id.asc()).load(c)?)
}
