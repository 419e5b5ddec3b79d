//! Claims as programs see them.

use crate::article::store as articles;
use crate::claim::store::{self, Attribution, Claim, ClaimSpan, Review, TextActionRow, tag};
use crate::claim::{
    Anchor, AttributionVerdict, Priority, Quotation, Risk, RiskKind, RiskKinds, Role, SetAsideReason, Substance, TextAction, Veil, Why, WorkState,
};
use crate::db::DbConnection;
use crate::evidence::independence::{Piece, independent_count};
use crate::evidence::store as evidence;
use crate::ids::{ArticleId, AttributionId, ClaimId, ReviewId, SentenceId, SourceId, VersionId};
use crate::review::decide::{self, LinkFinding};
use crate::review::status;
use crate::review::verdict::Missing;
use crate::source::{Source, SourceKind};
use crate::span::Span;
use crate::web::api::evidence::EvidenceJson;
use crate::web::api::wire::{Day, Names, PersonRef};
use crate::web::{Problem, Room};
use chrono::{DateTime, Utc};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use utoipa::ToSchema;

/// A claim.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClaimJson {
    /// Its id.
    pub id: ClaimId,
    /// The article it is from.
    pub article_id: ArticleId,
    /// Title of the article.
    pub article_title: String,
    /// The version of the text that its spans count in.
    pub version_id: VersionId,
    /// The sentence it is from; `null` where it covers several.
    pub sentence_id: Option<SentenceId>,
    /// Its number in the article, from 1; never given twice.
    pub number: i32,
    /// A wording that stands on its own.
    pub statement: String,
    /// Where it stands in the text.
    pub spans: Vec<Span>,
    /// The words there; pieces are joined by “ … ”.
    pub quote: String,
    /// How well its place is known after the text changed.
    pub anchor: Anchor,
    /// How much it deserves checking, from 0 to 1.
    #[schema(minimum = 0.0, maximum = 1.0)]
    pub check_worthiness: f64,
    /// Reasons for that figure.
    pub why: Vec<Why>,
    /// Who has to act.
    pub state: WorkState,
    /// Who checks it.
    pub assignee: Option<PersonRef>,
    /// Until when.
    #[schema(value_type = Option<String>, format = Date)]
    pub due_on: Option<Day>,
    /// How soon it has to be done.
    pub priority: Priority,
    /// How much harm an error would do.
    pub risk: Risk,
    /// Of which kinds; may be empty also where the risk is high.
    pub risk_kinds: Vec<RiskKind>,
    /// The words that the desk sorts it by.
    pub tags: Vec<String>,
    /// For which day what was found holds.
    #[schema(value_type = Option<String>, format = Date)]
    pub true_as_of: Option<Day>,
    /// Until when it has to be looked at again.
    #[schema(value_type = Option<String>, format = Date)]
    pub recheck_by: Option<Day>,
    /// Whom it is attributed to, nearest to the reader first.
    pub chain: Vec<LinkJson>,
    /// Did they say it? The weakest link of the chain.
    pub attribution: Option<AttributionVerdict>,
    /// Is it so?
    pub substance: Option<Substance>,
    /// The figure of that verdict from 5 (is so) to 1 (is not), where it has one.
    #[schema(minimum = 1, maximum = 5)]
    pub rating: Option<u8>,
    /// The finding in force.
    pub review_id: Option<ReviewId>,
    /// Who set the verdict.
    pub verdict_by: Option<PersonRef>,
    /// When.
    pub verdict_at: Option<DateTime<Utc>>,
    /// Who signed it off.
    pub signed_off_by: Option<PersonRef>,
    /// When.
    pub signed_off_at: Option<DateTime<Utc>>,
    /// Why it is set aside, where it is.
    pub set_aside: Option<SetAsideReason>,
    /// What should happen to the text.
    pub text_action: Option<TextActionJson>,
    /// How many pieces of evidence it has.
    pub evidence_count: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts its changes; a change must name the one it was made on.
    pub revision: i32,
}

/// One link of a chain.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LinkJson {
    /// Names the link when a finding is made on it.
    pub attribution_id: AttributionId,
    /// The part the source plays.
    pub role: Role,
    /// The source.
    pub source_id: SourceId,
    /// Its name.
    pub source: String,
    /// What it is.
    pub kind: SourceKind,
    /// Where the article names it.
    pub mention: Option<Span>,
    /// In which words.
    pub mention_text: Option<String>,
    /// Where the reporting words stand.
    pub cue: Option<Span>,
    /// Which they are.
    pub cue_text: Option<String>,
    /// How its words are given.
    pub quotation: Quotation,
    /// Did it say so?
    pub verdict: Option<AttributionVerdict>,
    /// What the checker says of that; may be empty.
    pub note: String,
}

/// What should happen to the text.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TextActionJson {
    /// What.
    pub action: TextAction,
    /// The wording that is proposed; may be empty.
    pub proposed_wording: String,
    /// Whether it was done.
    pub done: bool,
}

/// A claim with all that belongs to it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClaimFullJson {
    /// The claim.
    #[serde(flatten)]
    pub claim: ClaimJson,
    /// What somebody was told when it was given to them last.
    pub assignment: Option<AssignmentJson>,
    /// The evidence attached to it, oldest first.
    pub evidence: Vec<TieJson>,
    /// How many pieces for or against it stand apart.
    pub independent_pieces: usize,
    /// All findings on it, oldest first.
    pub reviews: Vec<ReviewJson>,
    /// What is missing before it can go to sign-off.
    pub missing: Vec<Missing>,
    /// Where it can go from here.
    pub steps: Vec<StepJson>,
}

/// A claim given to a person.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AssignmentJson {
    /// Name of who gave it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What they said; may be empty.
    pub message: String,
}

/// A piece of evidence and what it says of this claim.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TieJson {
    /// What it says of the claim.
    pub stance: crate::evidence::Stance,
    /// Who attached it.
    pub attached_by: Option<PersonRef>,
    /// When.
    pub attached_at: DateTime<Utc>,
    /// The piece.
    #[serde(flatten)]
    pub piece: EvidenceJson,
}

/// One person's finding.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReviewJson {
    /// Its id.
    pub id: ReviewId,
    /// Who found it.
    pub by: PersonRef,
    /// When.
    pub at: DateTime<Utc>,
    /// Is it so?
    pub substance: Option<Substance>,
    /// Did the sources say it? The weakest link.
    pub attribution: Option<AttributionVerdict>,
    /// The finding on each link.
    pub attributions: Vec<FindingJson>,
    /// Why; may be empty.
    pub rationale: String,
    /// What was searched; may be empty.
    pub searched: String,
    /// Why an editor let it pass although something was missing.
    pub override_reason: Option<String>,
}

/// A finding on one link of the chain.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FindingJson {
    /// Which link.
    pub attribution_id: AttributionId,
    /// Did that source say it?
    pub verdict: Option<AttributionVerdict>,
    /// What the checker says of that; may be empty.
    pub note: String,
}

impl From<LinkFinding> for FindingJson {
    fn from(link: LinkFinding) -> Self {
        Self { attribution_id: link.attribution_id, verdict: link.verdict, note: link.note }
    }
}

/// A step that a claim can take.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct StepJson {
    /// Where to.
    pub to: WorkState,
    /// Whether it needs a reason.
    pub needs_reason: bool,
    /// The role that it takes at least.
    pub least_role: crate::account::Role,
}

/// Most ids in one question to the database.
const AT_ONCE: usize = 1_000;

/// Claims with what is shown of them in lists, in the order given.
pub fn claims_json(room: &mut Room<'_>, claims: Vec<Claim>) -> Result<Vec<ClaimJson>, Problem> {
    let veil = room.veil()?;
    let claims: Vec<Claim> = claims.into_iter().map(|claim| veil.over(claim)).collect();
    let mut parts = Parts::read(room.c, veil, &claims)?;
    Ok(claims.into_iter().map(|claim| parts.claim(claim)).collect())
}

/// What belongs to several claims, read at once.
struct Parts {
    veil: Arc<Veil>,
    titles: BTreeMap<ArticleId, String>,
    names: Names,
    spans: BTreeMap<ClaimId, Vec<ClaimSpan>>,
    chains: BTreeMap<ClaimId, Vec<(Attribution, Source)>>,
    text_actions: BTreeMap<ClaimId, TextActionRow>,
    tags: BTreeMap<ClaimId, Vec<String>>,
    evidence: BTreeMap<ClaimId, i64>,
}

impl Parts {
    fn read(c: &mut DbConnection, veil: Arc<Veil>, claims: &[Claim]) -> Result<Self, Problem> {
        let articles: BTreeSet<ArticleId> = claims.iter().map(|claim| claim.article_id).collect();
        let articles: Vec<ArticleId> = articles.into_iter().collect();
        let mut parts = Self {
            veil,
            titles: articles::titles(c, &articles)?.into_iter().collect(),
            names: Names::of(c, claims.iter().flat_map(|claim| [claim.assignee_id, claim.verdict_by, claim.signed_off_by]))?,
            spans: BTreeMap::new(),
            chains: BTreeMap::new(),
            text_actions: BTreeMap::new(),
            tags: BTreeMap::new(),
            evidence: BTreeMap::new(),
        };
        for some in claims.chunks(AT_ONCE) {
            let ids: Vec<ClaimId> = some.iter().map(|claim| claim.id).collect();
            for span in store::spans_of(c, &ids)? {
                parts.spans.entry(span.claim_id).or_default().push(span);
            }
            for link in store::chains_of(c, &ids)? {
                parts.chains.entry(link.0.claim_id).or_default().push(link);
            }
            for (claim, _, name) in tag::tags_of(c, &ids)? {
                parts.tags.entry(claim).or_default().push(name);
            }
            parts.text_actions.extend(store::text_actions_of(c, &ids)?.into_iter().map(|row| (row.claim_id, row)));
            parts.evidence.extend(evidence::count_of_claims(c, &ids)?);
        }
        for hidden in parts.veil.claims() {
            parts.text_actions.remove(&hidden);
            parts.evidence.remove(&hidden);
        }
        Ok(parts)
    }

    fn claim(&mut self, claim: Claim) -> ClaimJson {
        let spans = self.spans.remove(&claim.id).unwrap_or_default();
        ClaimJson {
            id: claim.id,
            article_id: claim.article_id,
            article_title: self.titles.get(&claim.article_id).cloned().unwrap_or_default(),
            version_id: claim.version_id,
            sentence_id: claim.sentence_id,
            number: claim.number,
            statement: claim.statement,
            quote: ClaimSpan::quote(&spans),
            spans: spans.iter().map(ClaimSpan::span).collect(),
            anchor: claim.anchor,
            check_worthiness: claim.check_worthiness,
            why: serde_json::from_value(claim.why.0).unwrap_or_default(),
            state: claim.state,
            assignee: self.names.get(claim.assignee_id),
            due_on: claim.due_on.map(Day),
            priority: Priority::from_rank(claim.priority),
            risk: Risk::from_rank(claim.risk),
            risk_kinds: RiskKinds::from_bits(claim.risk_kinds).iter().collect(),
            tags: self.tags.remove(&claim.id).unwrap_or_default(),
            true_as_of: claim.true_as_of.map(Day),
            recheck_by: claim.recheck_by.map(Day),
            chain: self.chains.remove(&claim.id).unwrap_or_default().into_iter().map(|(link, source)| link_json(self.veil.over_link(link), source)).collect(),
            attribution: claim.attribution,
            substance: claim.substance,
            rating: claim.substance.and_then(Substance::rating),
            review_id: claim.review_id,
            verdict_by: self.names.get(claim.verdict_by),
            verdict_at: claim.verdict_at.map(|at| at.0),
            signed_off_by: self.names.get(claim.signed_off_by),
            signed_off_at: claim.signed_off_at.map(|at| at.0),
            set_aside: claim.set_aside,
            text_action: self.text_actions.remove(&claim.id).map(|row| TextActionJson {
                action: row.action,
                proposed_wording: row.proposed_wording,
                done: row.done,
            }),
            evidence_count: self.evidence.get(&claim.id).copied().unwrap_or_default(),
            created_at: claim.created_at.0,
            updated_at: claim.updated_at.0,
            revision: claim.revision,
        }
    }
}

fn link_json(link: Attribution, source: Source) -> LinkJson {
    LinkJson {
        attribution_id: link.id,
        role: link.role,
        source_id: source.id,
        source: source.name,
        kind: source.kind,
        mention: link.mention_span(),
        cue: link.cue_span(),
        mention_text: link.mention,
        cue_text: link.cue,
        quotation: link.quotation,
        verdict: link.verdict,
        note: link.verdict_note,
    }
}

/// A claim with all that belongs to it.
pub fn claim_full(room: &mut Room<'_>, claim: Claim) -> Result<ClaimFullJson, Problem> {
    let veil = room.veil()?;
    let claim = veil.over(claim);
    let c = &mut *room.c;
    let id = claim.id;
    let missing = decide::still_missing(c, &claim)?;
    let steps =
        status::steps_from(claim.state).map(|(to, step)| StepJson { to, needs_reason: step.needs_reason, least_role: step.permission.least_role() }).collect();
    let assignment = store::latest_assignment(c, id)?.map(|(row, by)| AssignmentJson { by, at: row.created_at.0, message: row.message });
    let mut tied = evidence::list_of_claims(c, &[id])?;
    tied.retain(|(tie, _)| veil.shows_of(id, tie.attached_by));
    let independent_pieces = independent_count(&tied.iter().map(|(tie, piece)| Piece::of(tie, piece)).collect::<Vec<_>>());
    let names = Names::of(c, tied.iter().map(|(tie, _)| Some(tie.attached_by)))?;
    let ties: Vec<_> = tied.iter().map(|(tie, _)| tie.clone()).collect();
    let rows = EvidenceJson::all(c, tied.into_iter().map(|(_, piece)| piece).collect())?;
    let evidence = ties
        .into_iter()
        .zip(rows)
        .map(|(tie, piece)| TieJson { stance: tie.stance, attached_by: names.get(Some(tie.attached_by)), attached_at: tie.attached_at.0, piece })
        .collect();
    let found = store::reviews_of(c, &[id])?.into_iter().filter(|(review, _)| veil.shows_of(id, review.reviewer_id));
    let reviews = found.map(review_json).collect();
    let claim = claims_json(room, vec![claim])?.pop().ok_or_else(|| Problem::not_found("claim"))?;
    Ok(ClaimFullJson { claim, assignment, evidence, independent_pieces, reviews, missing, steps })
}

pub(in crate::web::api) fn review_json((review, name): (Review, String)) -> ReviewJson {
    let links: Vec<LinkFinding> = serde_json::from_value(review.links.0).unwrap_or_default();
    ReviewJson {
        id: review.id,
        by: PersonRef { id: review.reviewer_id, name },
        at: review.created_at.0,
        substance: review.substance,
        attribution: review.attribution,
        attributions: links.into_iter().map(FindingJson::from).collect(),
        rationale: review.rationale,
        searched: review.searched,
        override_reason: review.override_reason,
    }
}

/// The claim with this id as it is now.
pub fn claim_now(c: &mut DbConnection, id: ClaimId) -> Result<Claim, Problem> {
    store::find(c, id)?.filter(|claim| claim.removed_at.is_none()).ok_or_else(|| Problem::not_found("claim"))
}
