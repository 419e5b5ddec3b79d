//! From the database to a [`Report`]: one unchanging view, a fixed number of queries, whatever the article's size.
//!
//! [`assemble`] reads, nothing is written. [`Rows`] is what was read, grouped by claim; from there on it is plain
//! arithmetic. Confidential evidence is in the result and marked; [`super::render`] takes it out.

use super::error::ReportError;
use super::store::{self, ListedCorrection};
use super::{
    ArticlePart, ClaimPart, ContactPart, CorrectionPart, DeskPart, EvidencePart, FirstFindingPart, HistoryPart, LinkFindingPart, LinkPart, ReliabilityPart,
    Report, ReviewPart, SCHEMA, SecondCheckPart, SentencePart, SourcePart, Summary, TextActionPart, TiePart, VersionPart,
};
use crate::account::{desk, store as people};
use crate::article::store as articles;
use crate::article::{Article, Coverage, Sentence};
use crate::claim::store::second::{self, SecondCheck};
use crate::claim::store::tag;
use crate::claim::store::{self as claims, Attribution, Claim, ClaimSpan, Contact, Review, TextActionRow};
use crate::claim::{Anchor, Priority, Risk, RiskKinds};
use crate::code::Code;
use crate::db::column::{At, Json};
use crate::db::{DbConnection, StoreError, read_consistently};
use crate::evidence::independence::{Piece, circular, independent_count};
use crate::evidence::store::{self as evidence, TiedEvidence};
use crate::history::{self, chain_of};
use crate::ids::{ArticleId, ClaimId, EvidenceId, PersonId, SourceId, VersionId};
use crate::review::article::coverage;
use crate::review::decide::LinkFinding;
use crate::source::store::{self as sources, ReliabilityNote, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Name and version of this program, as files that it makes say.
pub(super) const TOOL: &str = concat!("Corroborate ", env!("CARGO_PKG_VERSION"));

/// The check of an article as it stands now.
///
/// # Errors
/// [`ReportError::NotFound`] where there is no such article.
pub fn assemble(c: &mut DbConnection, id: ArticleId, now: At) -> Result<Report, ReportError> {
    read_consistently(c, |c| assemble_in(c, id, now))
}

/// The body of [`assemble`], for callers that have a transaction.
pub(super) fn assemble_in(c: &mut DbConnection, id: ArticleId, now: At) -> Result<Report, ReportError> {
    let (article, version) = articles::find_with_version(c, id)?.ok_or(ReportError::NotFound("article"))?;
    let sentences = articles::list_sentences(c, version.id)?;
    let claims = claims::list_of_article(c, id)?;
    let rows = Rows::read(c, id, version.id)?;
    let names = Names::read(c, &article, &claims, &sentences, &rows)?;
    let (desk, _) = desk::settings(c)?;
    let corrections = store::list_corrections(c, id)?;
    let (lines, head_hash) = history::head(c, chain_of(id))?.unwrap_or_default();
    let coverage = coverage(&sentences, rows.spans.values().flatten());
    let evidence = rows.evidence_parts();
    let claims: Vec<ClaimPart> = claims.iter().map(|claim| rows.claim_part(claim, &names)).collect();
    Ok(Report {
        schema: SCHEMA,
        tool: TOOL.to_owned(),
        assembled_at: now.0,
        frozen: None,
        desk: DeskPart {
            name: desk.name,
            url: desk.url,
            methodology_url: desk.methodology_url,
            corrections_url: desk.corrections_url,
            method_note: desk.method_note,
            four_eyes: desk.four_eyes,
        },
        article: article_part(article, &names),
        version: VersionPart { number: version.number, text: version.text, text_sha256: version.text_sha256, created_at: version.created_at.0 },
        summary: summary(&claims, &evidence, coverage),
        sentences: sentences.iter().map(|s| SentencePart { span: s.span(), kind: s.kind, marked_by: names.of(s.marked_by) }).collect(),
        sources: rows.source_parts(),
        corrections: corrections.into_iter().map(|listed| correction_part(listed, &claims)).collect(),
        claims,
        evidence,
        history: HistoryPart { lines, head_hash },
        signature: None,
        taken_from: store::find_origin(c, id)?.map(|origin| origin.parts()).transpose()?.unwrap_or_default(),
    })
}

fn article_part(article: Article, names: &Names) -> ArticlePart {
    ArticlePart {
        id: article.id.to_string(),
        title: article.title,
        byline: article.byline,
        publisher: article.publisher,
        source_url: article.source_url,
        published_on: article.published_on,
        language: article.language,
        state: article.state,
        method_note: article.method_note,
        selection_reason: article.selection_reason,
        coverage_reason: article.coverage_reason,
        signed_off_by: names.of(article.signed_off_by),
        signed_off_at: article.signed_off_at.map(|at| at.0),
    }
}

fn correction_part(listed: ListedCorrection, claims: &[ClaimPart]) -> CorrectionPart {
    let row = listed.correction;
    CorrectionPart {
        kind: row.kind,
        // A claim that was taken out is not in the report, so there is nothing that its number could lead to.
        claim: listed.claim.filter(|number| claims.iter().any(|claim| claim.number == *number)),
        was: row.was,
        now_says: row.now_says,
        why: row.why,
        found_by: row.found_by,
        approved_by: listed.approved_by,
        published_on: row.published_on,
        signed_off_by: claims.iter().find(|claim| Some(claim.number) == listed.claim).and_then(|claim| claim.signed_off_by.clone()),
        entered_at: Some(row.created_at.0),
    }
}

/// What came out, in numbers; each list in the order of its codes.
fn summary(claims: &[ClaimPart], evidence: &[EvidencePart], coverage: Coverage) -> Summary {
    fn tally<T: Code + Ord, K>(values: impl Iterator<Item = T>, key: impl Fn(T) -> K) -> Vec<(K, usize)> {
        let mut counts: BTreeMap<T, usize> = BTreeMap::new();
        for value in values {
            *counts.entry(value).or_default() += 1;
        }
        T::ALL.iter().filter_map(|value| Some((key(*value), *counts.get(value)?))).collect()
    }
    fn with_none<T: Code + Ord>(values: impl Iterator<Item = Option<T>> + Clone) -> Vec<(Option<T>, usize)> {
        let none = values.clone().filter(Option::is_none).count();
        let mut tally = tally(values.flatten(), Some);
        tally.extend((none > 0).then_some((None, none)));
        tally
    }
    Summary {
        by_state: tally(claims.iter().map(|c| c.state), |v| v),
        by_substance: with_none(claims.iter().map(|c| c.substance)),
        by_attribution: with_none(claims.iter().filter(|c| !c.chain.is_empty()).map(|c| c.attribution)),
        set_aside: tally(claims.iter().filter_map(|c| c.set_aside), |v| v),
        coverage,
        signed_off: claims.iter().filter(|c| c.signed_off_at.is_some()).count(),
        confidential: evidence.iter().filter(|piece| piece.confidential).count(),
    }
}

/// Names of people by id.
struct Names(BTreeMap<PersonId, String>);

impl Names {
    fn read(c: &mut DbConnection, article: &Article, claims: &[Claim], sentences: &[Sentence], rows: &Rows) -> Result<Self, StoreError> {
        let in_claims = claims.iter().flat_map(|claim| [claim.verdict_by, claim.signed_off_by, claim.assignee_id]);
        let in_text = sentences.iter().map(|sentence| sentence.marked_by);
        let ids: BTreeSet<PersonId> = in_claims.chain(in_text).chain([article.signed_off_by]).flatten().chain(rows.people()).collect();
        let ids: Vec<PersonId> = ids.into_iter().collect();
        Ok(Self(people::names(c, &ids)?.into_iter().collect()))
    }

    fn of_list<'r>(
        c: &mut DbConnection,
        claims: impl Iterator<Item = &'r Claim>,
        articles: impl Iterator<Item = &'r Article>,
        rows: &Rows,
    ) -> Result<Self, StoreError> {
        let in_claims = claims.flat_map(|claim| [claim.verdict_by, claim.signed_off_by, claim.assignee_id]);
        let ids: BTreeSet<PersonId> = in_claims.chain(articles.map(|article| article.signed_off_by)).flatten().chain(rows.people()).collect();
        let ids: Vec<PersonId> = ids.into_iter().collect();
        Ok(Self(people::names(c, &ids)?.into_iter().collect()))
    }

    fn of(&self, id: Option<PersonId>) -> Option<String> {
        self.0.get(&id?).cloned()
    }
}

/// What belongs to the claims of an article.
struct Rows {
    /// The versions in which spans count.
    present: BTreeSet<VersionId>,
    spans: BTreeMap<ClaimId, Vec<ClaimSpan>>,
    chains: BTreeMap<ClaimId, Vec<(Attribution, SourceId)>>,
    sources: BTreeMap<SourceId, Source>,
    aliases: BTreeMap<SourceId, Vec<String>>,
    notes: BTreeMap<SourceId, Vec<ReliabilityPart>>,
    reviews: BTreeMap<ClaimId, Vec<(Review, String)>>,
    seconds: BTreeMap<ClaimId, Vec<SecondCheck>>,
    text_actions: BTreeMap<ClaimId, TextActionRow>,
    contacts: BTreeMap<ClaimId, Vec<(Contact, String)>>,
    evidence: Vec<TiedEvidence>,
    ties: BTreeMap<ClaimId, Vec<usize>>,
    snapshots: BTreeMap<EvidenceId, String>,
    tags: BTreeMap<ClaimId, Vec<String>>,
}

impl Rows {
    fn read(c: &mut DbConnection, id: ArticleId, version: VersionId) -> Result<Self, StoreError> {
        let mut rows = Self {
            present: BTreeSet::from([version]),
            spans: grouped(claims::spans_of_article(c, id)?.into_iter().map(|row| (row.claim_id, row))),
            chains: BTreeMap::new(),
            sources: BTreeMap::new(),
            aliases: grouped(sources::aliases_of_article(c, id)?.into_iter().map(|row| (row.source_id, row.alias))),
            notes: grouped(sources::notes_of_article(c, id)?.into_iter().map(|(row, by)| (row.source_id, reliability_part(row, by)))),
            reviews: grouped(claims::reviews_of_article(c, id)?.into_iter().map(|row| (row.0.claim_id, row))),
            seconds: grouped(claims::second_checks_of_article(c, id)?.into_iter().map(|row| (row.claim_id, row))),
            text_actions: claims::text_actions_of_article(c, id)?.into_iter().map(|row| (row.claim_id, row)).collect(),
            contacts: grouped(claims::contacts_of_article(c, id)?.into_iter().map(|row| (row.0.claim_id, row))),
            evidence: evidence::list_of_article(c, id)?,
            ties: BTreeMap::new(),
            // Oldest first, so that the newest copy stays.
            snapshots: evidence::snapshot_hashes_of_article(c, id)?.into_iter().collect(),
            tags: grouped(tag::tags_of_article(c, id)?.into_iter()),
        };
        rows.link(claims::chains_of_article(c, id)?);
        Ok(rows)
    }

    /// What belongs to claims of any articles; of their sources only what a chain shows.
    fn of_claims(c: &mut DbConnection, ids: &[ClaimId], present: BTreeSet<VersionId>) -> Result<Self, StoreError> {
        let mut rows = Self {
            present,
            spans: grouped(claims::spans_of(c, ids)?.into_iter().map(|row| (row.claim_id, row))),
            chains: BTreeMap::new(),
            sources: BTreeMap::new(),
            aliases: BTreeMap::new(),
            notes: BTreeMap::new(),
            reviews: grouped(claims::reviews_of(c, ids)?.into_iter().map(|row| (row.0.claim_id, row))),
            seconds: grouped(second::given_of(c, ids)?.into_iter().map(|row| (row.claim_id, row))),
            text_actions: claims::text_actions_of(c, ids)?.into_iter().map(|row| (row.claim_id, row)).collect(),
            contacts: grouped(claims::contacts_of_claims(c, ids)?.into_iter().map(|row| (row.0.claim_id, row))),
            evidence: evidence::tied_to(c, ids)?,
            ties: BTreeMap::new(),
            snapshots: evidence::snapshot_hashes_of(c, ids)?.into_iter().collect(),
            tags: grouped(tag::tags_of(c, ids)?.into_iter().map(|(claim, _, name)| (claim, name))),
        };
        rows.link(claims::chains_of(c, ids)?);
        Ok(rows)
    }

    fn link(&mut self, chains: Vec<(Attribution, Source)>) {
        for (link, source) in chains {
            self.chains.entry(link.claim_id).or_default().push((link, source.id));
            self.sources.insert(source.id, source);
        }
        self.ties = grouped(self.evidence.iter().enumerate().map(|(n, tied)| (tied.tie.claim_id, n)));
    }

    /// Those of whom the rows have only the ids.
    fn people(&self) -> impl Iterator<Item = PersonId> {
        let of_seconds = self.seconds.values().flatten().flat_map(|check| [check.checker_id, check.asked_by]);
        self.evidence.iter().map(|tied| tied.tie.attached_by).chain(of_seconds)
    }

    /// Each piece once, in the order in which they were attached first.
    fn evidence_parts(&self) -> Vec<EvidencePart> {
        let mut seen = BTreeSet::new();
        let once = self.evidence.iter().filter(|tied| seen.insert(tied.piece.id));
        let part = |tied: &TiedEvidence| {
            let piece = &tied.piece;
            EvidencePart {
                id: piece.id.to_string(),
                kind: piece.kind,
                title: piece.title.clone(),
                publisher: piece.publisher.clone(),
                url: piece.url.clone(),
                published_on: piece.published_on,
                accessed_on: piece.accessed_on,
                excerpt: piece.excerpt.clone(),
                grade: piece.grade,
                independence: piece.independence,
                origin: tied.origin.clone(),
                note: piece.note.clone(),
                confidential: piece.confidential,
                found_by: tied.found_by.clone(),
                found_at: Some(piece.created_at.0),
                snapshot_sha256: self.snapshots.get(&piece.id).or(piece.copy_sha256.as_ref()).cloned(),
                archive_url: piece.archive_url.clone(),
            }
        };
        once.map(part).collect()
    }

    fn source_parts(&self) -> Vec<SourcePart> {
        let mut sources: Vec<&Source> = self.sources.values().collect();
        sources.sort_by(|a, b| (&a.name_key, a.id).cmp(&(&b.name_key, b.id)));
        let part = |source: &Source| SourcePart {
            name: source.name.clone(),
            kind: source.kind,
            aliases: self.aliases.get(&source.id).cloned().unwrap_or_default(),
            country: source.country.clone(),
            links: source.link_list(),
            interests: source.interests.clone(),
            reliability: self.notes.get(&source.id).cloned().unwrap_or_default(),
        };
        sources.into_iter().map(part).collect()
    }

    fn claim_part(&self, claim: &Claim, names: &Names) -> ClaimPart {
        let spans = of(&self.spans, claim.id);
        // What stood in another version, or is gone, has no place in this text.
        let in_text = self.present.contains(&claim.version_id) && claim.anchor != Anchor::Lost;
        let reviews = of(&self.reviews, claim.id);
        let in_force = reviews.iter().map(|(review, _)| review).find(|review| Some(review.id) == claim.review_id);
        let links = of(&self.chains, claim.id);
        let tied: Vec<&TiedEvidence> = of(&self.ties, claim.id).iter().filter_map(|n| self.evidence.get(*n)).collect();
        let pieces: Vec<Piece<'_>> = tied.iter().map(|tied| Piece::of(&tied.tie, &tied.piece)).collect();
        ClaimPart {
            id: claim.id.to_string(),
            number: claim.number,
            statement: claim.statement.clone(),
            spans: if in_text { spans.iter().map(ClaimSpan::span).collect() } else { Vec::new() },
            quote: if in_text { ClaimSpan::quote(spans) } else { String::new() },
            anchor: claim.anchor,
            check_worthiness: Some(claim.check_worthiness),
            why: serde_json::from_value(claim.why.0.clone()).unwrap_or_default(),
            tags: of(&self.tags, claim.id).to_vec(),
            made_at: Some(claim.created_at.0),
            state: claim.state,
            chain: links.iter().filter_map(|(link, id)| Some(link_part(link, self.sources.get(id)?, in_text))).collect(),
            attribution: claim.attribution,
            substance: claim.substance,
            rationale: in_force.map(|review| review.rationale.clone()).unwrap_or_default(),
            searched: in_force.map(|review| review.searched.clone()).unwrap_or_default(),
            override_reason: in_force.and_then(|review| review.override_reason.clone()),
            checked_by: names.of(claim.verdict_by),
            checked_at: claim.verdict_at.map(|at| at.0),
            signed_off_by: names.of(claim.signed_off_by),
            signed_off_at: claim.signed_off_at.map(|at| at.0),
            assignee: names.of(claim.assignee_id),
            due_on: claim.due_on,
            priority: Priority::from_rank(claim.priority),
            risk: Risk::from_rank(claim.risk),
            risk_kinds: RiskKinds::from_bits(claim.risk_kinds).iter().collect(),
            true_as_of: claim.true_as_of,
            recheck_by: claim.recheck_by,
            set_aside: claim.set_aside,
            text_action: self.text_actions.get(&claim.id).map(text_action_part),
            evidence: tied.iter().map(|tied| tie_part(tied, names)).collect(),
            contacts: of(&self.contacts, claim.id).iter().map(contact_part).collect(),
            independent_pieces: independent_count(&pieces),
            circular: !circular(&pieces).is_empty(),
            reviews: reviews.iter().map(|review| review_part(review, claim, links)).collect(),
            second_checks: of(&self.seconds, claim.id).iter().filter_map(|check| second_part(check, reviews, links, names)).collect(),
        }
    }
}

/// A claim of a list, with its article and the number of the article's present version.
pub(super) struct Listed {
    pub article: ArticlePart,
    pub version: i32,
    pub claim: ClaimPart,
}

/// Claims of any articles in the order of their ids as given, and their evidence, each piece once: a fixed number of
/// queries, however many claims and articles they are. Confidential evidence is in the result and marked.
pub(super) fn listed(c: &mut DbConnection, ids: &[ClaimId]) -> Result<(Vec<Listed>, Vec<EvidencePart>), StoreError> {
    let found: BTreeMap<ClaimId, Claim> = claims::find_many(c, ids)?.into_iter().map(|claim| (claim.id, claim)).collect();
    let of_articles: BTreeSet<ArticleId> = found.values().map(|claim| claim.article_id).collect();
    let of_articles: Vec<ArticleId> = of_articles.into_iter().collect();
    let articles: BTreeMap<ArticleId, (Article, i32)> =
        articles::list_with_versions(c, &of_articles)?.into_iter().map(|(article, number)| (article.id, (article, number))).collect();
    let present = articles.values().map(|(article, _)| article.version_id).collect();
    let rows = Rows::of_claims(c, ids, present)?;
    let names = Names::of_list(c, found.values(), articles.values().map(|(article, _)| article), &rows)?;
    let listed = |claim: &Claim| {
        let (article, version) = articles.get(&claim.article_id)?;
        Some(Listed { article: article_part(article.clone(), &names), version: *version, claim: rows.claim_part(claim, &names) })
    };
    Ok((ids.iter().filter_map(|id| listed(found.get(id)?)).collect(), rows.evidence_parts()))
}

fn grouped<K: Ord, V>(rows: impl Iterator<Item = (K, V)>) -> BTreeMap<K, Vec<V>> {
    let mut groups: BTreeMap<K, Vec<V>> = BTreeMap::new();
    for (key, row) in rows {
        groups.entry(key).or_default().push(row);
    }
    groups
}

fn of<K: Ord, V>(groups: &BTreeMap<K, Vec<V>>, key: K) -> &[V] {
    groups.get(&key).map_or(&[], Vec::as_slice)
}

fn link_part(link: &Attribution, source: &Source, in_text: bool) -> LinkPart {
    LinkPart {
        role: link.role,
        source: source.name.clone(),
        kind: source.kind,
        mention: link.mention_span().filter(|_| in_text),
        mention_text: link.mention.clone(),
        cue: link.cue_span().filter(|_| in_text),
        cue_text: link.cue.clone(),
        quotation: link.quotation,
        verdict: link.verdict,
        note: link.verdict_note.clone(),
    }
}

fn text_action_part(row: &TextActionRow) -> TextActionPart {
    TextActionPart { action: row.action, proposed_wording: row.proposed_wording.clone(), done: row.done }
}

fn contact_part((contact, entered_by): &(Contact, String)) -> ContactPart {
    ContactPart {
        name: contact.name.clone(),
        party: contact.party.clone(),
        channel: contact.channel,
        asked_on: contact.asked_on,
        question: contact.question.clone(),
        outcome: contact.outcome,
        answered_on: contact.answered_on,
        answer: contact.answer.clone(),
        confidential: contact.confidential,
        entered_by: entered_by.clone(),
        entered_at: Some(contact.created_at.0),
    }
}

fn tie_part(tied: &TiedEvidence, names: &Names) -> TiePart {
    TiePart {
        evidence: tied.piece.id.to_string(),
        stance: tied.tie.stance,
        attached_by: names.of(Some(tied.tie.attached_by)),
        attached_at: Some(tied.tie.attached_at.0),
    }
}

fn review_part((review, by): &(Review, String), claim: &Claim, chain: &[(Attribution, SourceId)]) -> ReviewPart {
    ReviewPart {
        by: by.clone(),
        at: review.created_at.0,
        substance: review.substance,
        attribution: review.attribution,
        rationale: review.rationale.clone(),
        searched: review.searched.clone(),
        override_reason: review.override_reason.clone(),
        links: link_findings(&review.links, chain),
        in_force: claim.review_id == Some(review.id),
    }
}

fn link_findings(kept: &Json, chain: &[(Attribution, SourceId)]) -> Vec<LinkFindingPart> {
    let found: Vec<LinkFinding> = serde_json::from_value(kept.0.clone()).unwrap_or_default();
    let place = |finding: &LinkFinding| chain.iter().position(|(link, _)| link.id == finding.attribution_id).map(|place| place + 1);
    found.into_iter().map(|finding| LinkFindingPart { link: place(&finding), verdict: finding.verdict, note: finding.note }).collect()
}

/// A second check; nothing where it is not given.
fn second_part(check: &SecondCheck, reviews: &[(Review, String)], chain: &[(Attribution, SourceId)], names: &Names) -> Option<SecondCheckPart> {
    let first = reviews.iter().find(|(review, _)| Some(review.id) == check.first_review_id);
    Some(SecondCheckPart {
        by: names.of(Some(check.checker_id)).unwrap_or_default(),
        at: check.given_at?.0,
        asked_by: names.of(Some(check.asked_by)).unwrap_or_default(),
        asked_at: check.asked_at.0,
        substance: check.substance,
        attribution: check.attribution,
        rationale: check.rationale.clone(),
        searched: check.searched.clone(),
        links: link_findings(&check.links, chain),
        first: first.map(|(review, by)| FirstFindingPart { by: by.clone(), at: review.created_at.0 }),
        agrees: first.map(|(review, _)| check.agrees_with(review)),
    })
}

fn reliability_part(row: ReliabilityNote, by: String) -> ReliabilityPart {
    ReliabilityPart { by, on: row.noted_on, note: row.note, rating: row.rating, holds_from: row.holds_from }
}
