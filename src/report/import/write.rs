//! The rows of an imported report, made and kept in the caller's transaction.
//!
//! First all rows are made, which tells who is named; then they are kept in the order in which they rely on each other.

use super::cast::Cast;
use super::check::{compared_with, in_force};
use crate::account::Acting;
use crate::article::store::{self as articles, Article, Sentence, Version, column_of};
use crate::claim::store::second::{self, SecondCheck};
use crate::claim::store::{self as claims, Attribution, Claim, ClaimSpan, Contact, Review, TextActionRow, tag};
use crate::claim::tag::tag_key;
use crate::claim::{RiskKinds, urgency};
use crate::db::column::{At, Json};
use crate::db::{DbConnection, StoreError};
use crate::evidence::store::{self as evidence, ClaimEvidence, Evidence};
use crate::ids::{ArticleId, ClaimId, EvidenceId, PersonId, SourceId, VersionId};
use crate::report::store::{self as reports, Correction};
use crate::report::{ClaimPart, LinkFindingPart, Report, ReviewPart, SecondCheckPart, SourcePart};
use crate::review::decide::LinkFinding;
use crate::source::store::{self as sources, Alias, ReliabilityNote, Source};
use crate::source::{SourceKind, name_key, registry};
use crate::span::ScalarIndex;
use chrono::Duration;
use serde_json::json;
use std::collections::BTreeMap;

/// Stands for a title or a name that the report withholds.
const WITHHELD: &str = "Withheld by the desk that checked";

/// What was kept.
pub(super) struct Written {
    pub article: Article,
    /// Names of the people whom the report names.
    pub people: Vec<String>,
    /// Names of the sources that the registry had already.
    pub known_sources: Vec<String>,
}

/// Keeps a report that fits together.
pub(super) fn write(c: &mut DbConnection, acting: &Acting, report: &Report) -> Result<Written, StoreError> {
    let mut cast = Cast::of(&report.desk.name, acting);
    let registry = Registry::of(c, acting, report, &mut cast)?;
    let origins = origins(c, acting, report)?;
    let article = article(acting, report, &mut cast);
    let sentences = sentences(acting, report, article.version_id, &mut cast);
    let mut rows = Rows::default();
    for piece in &report.evidence {
        rows.add_piece(acting, piece, &origins, &mut cast);
    }
    let text = ScalarIndex::new(&report.version.text);
    let home = Home { acting, report, article: article.id, version: article.version_id, sentences: &sentences, text: &text, sources: &registry.ids };
    for part in &report.claims {
        rows.add_claim(&home, part, &mut cast);
    }
    let corrections = rows.corrections(&home, &mut cast);
    let people = cast.insert(c)?;
    registry.insert_notes(c)?;
    articles::insert_article(c, &article)?;
    articles::insert_version(c, &version_row(acting, report, &article))?;
    articles::insert_sentences(c, &sentences)?;
    rows.insert(c, acting, report)?;
    for row in &corrections {
        reports::insert_correction(c, row)?;
    }
    Ok(Written { article, people, known_sources: registry.known })
}

fn article(acting: &Acting, report: &Report, cast: &mut Cast<'_>) -> Article {
    let part = &report.article;
    Article {
        id: acting.ids.make(),
        title: part.title.clone(),
        byline: part.byline.clone(),
        publisher: part.publisher.clone(),
        source_url: part.source_url.clone(),
        published_on: part.published_on,
        language: part.language.clone(),
        state: part.state,
        version_id: acting.ids.make(),
        method_note: part.method_note.clone(),
        selection_reason: part.selection_reason.clone(),
        coverage_reason: part.coverage_reason.clone(),
        signed_off_by: cast.named(part.signed_off_by.as_deref()),
        signed_off_at: part.signed_off_at.map(At),
        created_by: acting.id,
        created_at: acting.now,
        updated_at: acting.now,
        revision: 1,
    }
}

fn version_row(acting: &Acting, report: &Report, article: &Article) -> Version {
    let part = &report.version;
    Version {
        id: article.version_id,
        article_id: article.id,
        number: part.number,
        title: article.title.clone(),
        text: part.text.clone(),
        text_sha256: part.text_sha256.clone(),
        created_by: acting.id,
        created_at: At(part.created_at),
    }
}

fn sentences(acting: &Acting, report: &Report, version_id: VersionId, cast: &mut Cast<'_>) -> Vec<Sentence> {
    let row = |(ordinal, part): (i32, &crate::report::SentencePart)| Sentence {
        id: acting.ids.make(),
        version_id,
        ordinal,
        span_start: column_of(part.span.start),
        span_end: column_of(part.span.end),
        kind: part.kind,
        marked_by: cast.named(part.marked_by.as_deref()),
        revision: 1,
    };
    (0_i32..).zip(&report.sentences).map(row).collect()
}

/// The registry's entries for the sources of a report.
struct Registry {
    /// Every source's entry, by the key of its name.
    ids: BTreeMap<String, SourceId>,
    /// Names of those that were there already.
    known: Vec<String>,
    notes: Vec<ReliabilityNote>,
}

impl Registry {
    /// Finds each source by name or other name, and enters what is not there. What the registry says of a source it knows
    /// stays as it is, and no two entries are merged.
    fn of(c: &mut DbConnection, acting: &Acting, report: &Report, cast: &mut Cast<'_>) -> Result<Self, StoreError> {
        let keys: Vec<String> = report.sources.iter().map(|part| name_key(&part.name)).collect();
        let mut found = BTreeMap::new();
        for part in keys.chunks(500) {
            found.extend(sources::find_by_keys(c, part)?);
        }
        let mut registry = Self { ids: BTreeMap::new(), known: Vec::new(), notes: Vec::new() };
        for (key, part) in keys.into_iter().zip(&report.sources) {
            let id = if let Some(id) = found.get(&key) {
                registry.known.push(part.name.clone());
                *id
            } else {
                registry.enter(c, acting, &key, part, cast)?
            };
            registry.ids.insert(key, id);
        }
        let now = sources::merge::keep(c, &registry.ids.values().copied().collect())?;
        registry.ids.values_mut().for_each(|id| *id = now.get(id).copied().unwrap_or(*id));
        Ok(registry)
    }

    fn enter(&mut self, c: &mut DbConnection, acting: &Acting, key: &str, part: &SourcePart, cast: &mut Cast<'_>) -> Result<SourceId, StoreError> {
        let source = Source {
            id: acting.ids.make(),
            name: part.name.clone(),
            name_key: key.to_owned(),
            kind: part.kind,
            country: part.country.clone(),
            links: Json(json!(part.links)),
            interests: part.interests.clone(),
            merged_into: None,
            created_at: acting.now,
            revision: 1,
        };
        if !sources::insert(c, &source)? {
            // Somebody entered the same name at the same moment.
            let found = sources::find_by_keys(c, &[key.to_owned()])?.first().map(|(_, id)| *id);
            return found.ok_or_else(|| StoreError::Broken("a source could not be entered".to_owned()));
        }
        let alias = |alias: &String| Alias { id: acting.ids.make(), source_id: source.id, alias: alias.clone(), alias_key: name_key(alias) };
        sources::replace_aliases(c, source.id, &part.aliases.iter().map(alias).collect::<Vec<_>>())?;
        // The report has the newest first, and so have pages, by id.
        let note = |note: &crate::report::ReliabilityPart| ReliabilityNote {
            id: acting.ids.make(),
            source_id: source.id,
            author_id: cast.person(&note.by),
            note: note.note.clone(),
            noted_on: note.on,
            created_at: acting.now,
            rating: note.rating,
            holds_from: note.holds_from,
            withdrawn_at: None,
            withdrawn_by: None,
            withdrawn_why: None,
        };
        self.notes.extend(part.reliability.iter().rev().map(note));
        Ok(source.id)
    }

    fn insert_notes(&self, c: &mut DbConnection) -> Result<(), StoreError> {
        self.notes.iter().try_for_each(|note| sources::insert_note(c, note))
    }
}

/// The registry's entries for what evidence goes back to, by the key of the name. Most are sources of the report.
fn origins(c: &mut DbConnection, acting: &Acting, report: &Report) -> Result<BTreeMap<String, SourceId>, StoreError> {
    let named = |name: &String| (name.clone(), SourceKind::Organisation);
    let names: Vec<_> = report.evidence.iter().filter_map(|piece| piece.origin.as_ref()).map(named).collect();
    registry::resolve_names(c, acting, &names)
}

/// Where the claims of a report are to stand.
struct Home<'a> {
    acting: &'a Acting,
    report: &'a Report,
    article: ArticleId,
    version: VersionId,
    sentences: &'a [Sentence],
    text: &'a ScalarIndex<'a>,
    sources: &'a BTreeMap<String, SourceId>,
}

/// Claims and evidence with everything that belongs to them.
#[derive(Default)]
struct Rows {
    claims: Vec<Claim>,
    spans: Vec<ClaimSpan>,
    chains: Vec<Attribution>,
    reviews: Vec<Review>,
    seconds: Vec<SecondCheck>,
    text_actions: Vec<TextActionRow>,
    contacts: Vec<Contact>,
    evidence: Vec<Evidence>,
    ties: Vec<ClaimEvidence>,
    /// The pieces by their ids in the report, and who found each.
    pieces: BTreeMap<String, (EvidenceId, PersonId)>,
}

impl Rows {
    fn add_piece(&mut self, acting: &Acting, part: &crate::report::EvidencePart, origins: &BTreeMap<String, SourceId>, cast: &mut Cast<'_>) {
        let row = Evidence {
            id: acting.ids.make(),
            kind: part.kind,
            url: part.url.clone(),
            title: if part.title.is_empty() { WITHHELD.to_owned() } else { part.title.clone() },
            publisher: part.publisher.clone(),
            published_on: part.published_on,
            accessed_on: part.accessed_on,
            excerpt: part.excerpt.clone(),
            grade: part.grade,
            independence: part.independence,
            origin_id: part.origin.as_ref().and_then(|name| origins.get(&name_key(name)).copied()),
            note: part.note.clone(),
            confidential: part.confidential,
            created_by: cast.person(&part.found_by),
            created_at: part.found_at.map_or(acting.now, At),
            updated_at: acting.now,
            revision: 1,
            archive_url: part.archive_url.clone(),
            copy_sha256: part.snapshot_sha256.clone(),
        };
        self.pieces.insert(part.id.clone(), (row.id, row.created_by));
        self.evidence.push(row);
    }

    fn add_claim(&mut self, home: &Home<'_>, part: &ClaimPart, cast: &mut Cast<'_>) {
        let acting = home.acting;
        let id: ClaimId = acting.ids.make();
        let links: Vec<Attribution> = (0_i32..).zip(&part.chain).filter_map(|(ordinal, link)| home.link(id, ordinal, link)).collect();
        let reviews: Vec<(&ReviewPart, Review)> = part.reviews.iter().map(|review| (review, home.review(id, review, &links, cast))).collect();
        let row_of = |found: &ReviewPart| reviews.iter().find(|(review, _)| std::ptr::eq(*review, found)).map(|(_, row)| row.id);
        let decided = in_force(part).and_then(row_of);
        let seconds = part
            .second_checks
            .iter()
            .map(|second| SecondCheck { first_review_id: compared_with(part, second).and_then(row_of), ..home.second(id, second, &links, cast) });
        self.seconds.extend(seconds);
        self.claims.push(Claim {
            sentence_id: articles::sentence_of(home.sentences, &part.spans),
            statement: part.statement.clone(),
            check_worthiness: part.check_worthiness.unwrap_or_default(),
            why: Json(json!(part.why)),
            state: part.state,
            assignee_id: cast.named(part.assignee.as_deref()),
            due_on: part.due_on,
            priority: part.priority.rank(),
            risk: part.risk.rank(),
            urgency: urgency(part.priority, part.risk, part.due_on),
            substance: part.substance,
            attribution: part.attribution,
            review_id: decided,
            verdict_by: cast.named(part.checked_by.as_deref()),
            verdict_at: part.checked_at.map(At),
            signed_off_by: cast.named(part.signed_off_by.as_deref()),
            signed_off_at: part.signed_off_at.map(At),
            set_aside: part.set_aside,
            anchor: part.anchor,
            created_at: At(part.made_at.unwrap_or(home.report.version.created_at)),
            updated_at: acting.now,
            risk_kinds: RiskKinds::of(part.risk_kinds.iter().copied()).bits(),
            true_as_of: part.true_as_of,
            recheck_by: part.recheck_by,
            ..Claim::fresh(id, home.article, home.version, part.number, acting.now)
        });
        self.spans.extend(ClaimSpan::all(&acting.ids, id, &part.spans, home.text));
        self.chains.extend(links);
        self.reviews.extend(reviews.into_iter().map(|(_, row)| row));
        self.text_actions.extend(part.text_action.as_ref().map(|action| TextActionRow {
            claim_id: id,
            action: action.action,
            proposed_wording: action.proposed_wording.clone(),
            done: action.done,
        }));
        self.contacts.extend(part.contacts.iter().map(|contact| home.contact(id, contact, cast)));
        // Reports of earlier versions have only the order of attaching, not the times.
        let mut last = acting.now;
        for tie in &part.evidence {
            let Some((evidence_id, found_by)) = self.pieces.get(&tie.evidence).copied() else { continue };
            last = tie.attached_at.map_or(At(last.0 + Duration::microseconds(1)), At);
            self.ties.push(ClaimEvidence {
                claim_id: id,
                evidence_id,
                stance: tie.stance,
                attached_by: cast.named(tie.attached_by.as_deref()).unwrap_or(found_by),
                attached_at: last,
            });
        }
    }

    fn corrections(&self, home: &Home<'_>, cast: &mut Cast<'_>) -> Vec<Correction> {
        let acting = home.acting;
        let numbered = |number: i32| self.claims.iter().find(|claim| claim.number == number).map(|claim| claim.id);
        let row = |part: &crate::report::CorrectionPart| Correction {
            id: acting.ids.make(),
            article_id: home.article,
            claim_id: part.claim.and_then(numbered),
            kind: part.kind,
            was: part.was.clone(),
            now_says: part.now_says.clone(),
            why: part.why.clone(),
            found_by: part.found_by.clone(),
            approved_by: cast.person(&part.approved_by),
            published_on: part.published_on,
            created_at: part.entered_at.map_or(acting.now, At),
        };
        home.report.corrections.iter().map(row).collect()
    }

    fn insert(&self, c: &mut DbConnection, acting: &Acting, report: &Report) -> Result<(), StoreError> {
        claims::insert(c, &self.claims)?;
        claims::insert_spans(c, &self.spans)?;
        claims::insert_attributions(c, &self.chains)?;
        for review in &self.reviews {
            claims::insert_review(c, review)?;
        }
        for check in &self.seconds {
            second::insert(c, check)?;
        }
        for action in &self.text_actions {
            claims::save_text_action(c, action)?;
        }
        for contact in &self.contacts {
            claims::insert_contact(c, contact)?;
        }
        for (claim, part) in self.claims.iter().zip(&report.claims).filter(|(_, part)| !part.tags.is_empty()) {
            let named: Vec<(String, String)> = part.tags.iter().map(|name| (tag_key(name), name.clone())).collect();
            let entered = tag::enter_tags(c, &acting.ids, &named)?;
            tag::insert_claim_tags(c, claim.id, &entered.into_iter().map(|(id, _)| id).collect::<Vec<_>>())?;
        }
        for piece in &self.evidence {
            evidence::insert(c, piece)?;
        }
        self.ties.iter().try_for_each(|tie| evidence::insert_tie(c, tie))
    }
}

impl Home<'_> {
    fn link(&self, claim: ClaimId, ordinal: i32, part: &crate::report::LinkPart) -> Option<Attribution> {
        let source = *self.sources.get(&name_key(&part.source))?;
        let placed = Attribution::fresh(self.acting.ids.make(), claim, ordinal, part.role, source, part.quotation).at(part.mention, part.cue, self.text);
        Some(Attribution {
            // Of words that are in the text no more only what they were is known.
            mention: placed.mention.or_else(|| part.mention_text.clone()),
            cue: placed.cue.or_else(|| part.cue_text.clone()),
            verdict: part.verdict,
            verdict_note: part.note.clone(),
            ..placed
        })
    }

    fn contact(&self, claim: ClaimId, part: &crate::report::ContactPart, cast: &mut Cast<'_>) -> Contact {
        Contact {
            id: self.acting.ids.make(),
            claim_id: claim,
            name: if part.name.is_empty() { WITHHELD.to_owned() } else { part.name.clone() },
            party: part.party.clone(),
            channel: part.channel,
            asked_on: part.asked_on,
            question: part.question.clone(),
            outcome: part.outcome,
            answered_on: part.answered_on,
            answer: part.answer.clone(),
            confidential: part.confidential,
            created_by: cast.person(&part.entered_by),
            created_at: part.entered_at.map_or(self.acting.now, At),
            updated_at: self.acting.now,
            removed_at: None,
            revision: 1,
        }
    }

    fn review(&self, claim: ClaimId, part: &ReviewPart, chain: &[Attribution], cast: &mut Cast<'_>) -> Review {
        Review {
            id: self.acting.ids.make(),
            claim_id: claim,
            reviewer_id: cast.person(&part.by),
            substance: part.substance,
            attribution: part.attribution,
            links: self.link_findings(&part.links, chain),
            rationale: part.rationale.clone(),
            searched: part.searched.clone(),
            override_reason: part.override_reason.clone(),
            created_at: At(part.at),
        }
    }

    /// A second check, without the finding that it is compared with.
    fn second(&self, claim: ClaimId, part: &SecondCheckPart, chain: &[Attribution], cast: &mut Cast<'_>) -> SecondCheck {
        SecondCheck {
            id: self.acting.ids.make(),
            claim_id: claim,
            checker_id: cast.person(&part.by),
            asked_by: cast.person(&part.asked_by),
            message: String::new(),
            asked_at: At(part.asked_at),
            first_review_id: None,
            substance: part.substance,
            attribution: part.attribution,
            links: self.link_findings(&part.links, chain),
            rationale: part.rationale.clone(),
            searched: part.searched.clone(),
            given_at: Some(At(part.at)),
            withdrawn_by: None,
            withdrawn_at: None,
            withdrawn_why: None,
        }
    }

    fn link_findings(&self, links: &[LinkFindingPart], chain: &[Attribution]) -> Json {
        let found = links.iter().map(|found| {
            let link = found.link.and_then(|place| chain.get(place.checked_sub(1)?));
            // A link that the chain has no more has an id that leads nowhere.
            LinkFinding { attribution_id: link.map_or_else(|| self.acting.ids.make(), |link| link.id), verdict: found.verdict, note: found.note.clone() }
        });
        Json(json!(found.collect::<Vec<_>>()))
    }
}
