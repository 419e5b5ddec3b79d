//! What changed between two reports on one article: claims that came, went or say something else, what was found on
//! them, how far the text is accounted for, and what was corrected. Pure.
//!
//! Claims and pieces of evidence are known again by their ids, links of a chain by their source. Where something stands
//! in the text is no change of what is said of it. Both reports come redacted. Start at [`differ`].

use super::{ArticlePart, ClaimPart, ContactPart, CorrectionPart, EvidencePart, LinkPart, Report};
use crate::article::Coverage;
use crate::codes;
use crate::evidence::Stance;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

codes! {
    /// A field in which two reports may differ.
    "report-field"
    pub enum ReportField {
        /// The article's title.
        Title = "title",
        /// Who wrote it.
        Byline = "byline",
        /// Who published it.
        Publisher = "publisher",
        /// Where it stands.
        SourceUrl = "source_url",
        /// When it was published.
        PublishedOn = "published_on",
        /// The version of its text that was checked.
        Version = "version",
        /// How it was checked.
        MethodNote = "method_note",
        /// Why it was chosen.
        SelectionReason = "selection_reason",
        /// Where its check stands.
        ArticleState = "article_state",
        /// Why it was signed off with open sentences.
        CoverageReason = "coverage_reason",
        /// Who signed it, or a claim, off.
        SignedOffBy = "signed_off_by",
        /// A claim's wording.
        Statement = "statement",
        /// Its words in the text.
        Quote = "quote",
        /// Who has to act on it.
        State = "state",
        /// Is it so?
        Substance = "substance",
        /// Did they say it?
        Attribution = "attribution",
        /// Why.
        Rationale = "rationale",
        /// What was searched.
        Searched = "searched",
        /// Why an editor let it pass.
        OverrideReason = "override_reason",
        /// Who set the verdict.
        CheckedBy = "checked_by",
        /// Why it is set aside.
        SetAside = "set_aside",
        /// What should happen to the text.
        TextAction = "text_action",
        /// In which words.
        ProposedWording = "proposed_wording",
        /// Whether that is done.
        Done = "done",
        /// How much harm an error would do.
        Risk = "risk",
        /// For which day the finding holds.
        TrueAsOf = "true_as_of",
        /// Until when it has to be looked at again.
        RecheckBy = "recheck_by",
        /// How many pieces of evidence stand apart.
        IndependentPieces = "independent_pieces",
        /// Whether several go back to one origin.
        Circular = "circular",
        /// A piece of evidence's title.
        EvidenceTitle = "evidence_title",
        /// Where it is on the web.
        Url = "url",
        /// Where its copy in a public archive is.
        ArchiveUrl = "archive_url",
        /// Who published it.
        EvidencePublisher = "evidence_publisher",
        /// When it was published.
        EvidencePublishedOn = "evidence_published_on",
        /// When the checker saw it.
        AccessedOn = "accessed_on",
        /// The passage that counts.
        Excerpt = "excerpt",
        /// How near to the facts it is.
        Grade = "grade",
        /// Whether it stands apart.
        Independence = "independence",
        /// The source it goes back to.
        Origin = "origin",
        /// What the checker says of it.
        Note = "note",
        /// Whether it is confidential.
        Confidential = "confidential",
        /// The hash of its stored copy.
        SnapshotSha256 = "snapshot_sha256",
    }
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct FieldChange {
    /// Which.
    pub field: ReportField,
    /// What it was, as the report has it; `null` where it was empty.
    #[schema(value_type = Option<Object>)]
    pub before: Value,
    /// What it is.
    #[schema(value_type = Option<Object>)]
    pub after: Value,
}

/// Which of two reports.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ReportMark {
    /// Its number; `null` for the check as it stands.
    pub number: Option<i32>,
    /// When it was put together.
    pub assembled_at: chrono::DateTime<chrono::Utc>,
    /// SHA-256 of what it says, where it is frozen.
    pub sha256: Option<String>,
}

/// A claim that one of the reports alone has.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ClaimMark {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: i32,
    /// Its wording.
    pub statement: String,
}

/// A link of a chain before and after.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct LinkChange {
    /// Its source.
    pub source: String,
    /// What it was; `null` where the chain did not name the source.
    pub before: Option<LinkPart>,
    /// What it is; `null` where the chain names the source no more.
    pub after: Option<LinkPart>,
}

/// A piece of evidence's tie to a claim before and after.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct TieChange {
    /// Id of the piece.
    pub evidence: String,
    /// Its title; empty where it is confidential.
    pub title: String,
    /// What it said of the claim; `null` where it was not tied to it.
    pub before: Option<Stance>,
    /// What it says of it; `null` where it is not tied to it any more.
    pub after: Option<Stance>,
}

/// A claim of which the reports say different things.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct ClaimChanges {
    /// Which; as the later report has it.
    #[serde(flatten)]
    pub claim: ClaimMark,
    /// Its fields.
    pub fields: Vec<FieldChange>,
    /// Its chain of sources.
    pub chain: Vec<LinkChange>,
    /// Whether the sources stand in another order.
    pub reordered: bool,
    /// Its evidence.
    pub evidence: Vec<TieChange>,
    /// Entries on who was asked about it that the earlier report alone has: taken out, or changed since.
    pub contacts_before: Vec<ContactPart>,
    /// Those that the later one alone has.
    pub contacts_after: Vec<ContactPart>,
}

/// A piece of evidence of which the reports say different things.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct EvidenceChanges {
    /// Its id.
    pub id: String,
    /// Its title, as the later report has it.
    pub title: String,
    /// Its fields.
    pub fields: Vec<FieldChange>,
}

/// What changed between two reports.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Comparison {
    /// The earlier one.
    pub from: ReportMark,
    /// The later one.
    pub to: ReportMark,
    /// The article and its check as a whole.
    pub article: Vec<FieldChange>,
    /// How far its sentences were accounted for, and are; `null` where as far as before.
    pub coverage: Option<[Coverage; 2]>,
    /// Claims that the later one alone has.
    pub added: Vec<ClaimMark>,
    /// Claims that the earlier one alone has.
    pub removed: Vec<ClaimMark>,
    /// Claims of which they say different things, by number.
    pub changed: Vec<ClaimChanges>,
    /// How many claims are just as they were.
    pub unchanged: usize,
    /// Pieces of evidence of which they say different things.
    pub evidence: Vec<EvidenceChanges>,
    /// Corrections entered between them.
    pub corrections: Vec<CorrectionPart>,
}

impl Comparison {
    /// Whether both say the same.
    pub fn is_empty(&self) -> bool {
        self.article.is_empty()
            && self.coverage.is_none()
            && self.added.is_empty()
            && self.removed.is_empty()
            && self.changed.is_empty()
            && self.evidence.is_empty()
            && self.corrections.is_empty()
    }
}

/// Compares two reports on one article.
pub fn differ(old: &Report, new: &Report) -> Comparison {
    let before: BTreeMap<&str, &ClaimPart> = old.claims.iter().map(|claim| (claim.id.as_str(), claim)).collect();
    let titles: BTreeMap<&str, &str> = old.evidence.iter().chain(&new.evidence).map(|piece| (piece.id.as_str(), piece.title.as_str())).collect();
    let (mut added, mut changed, mut unchanged) = (Vec::new(), Vec::new(), 0);
    for claim in &new.claims {
        match before.get(claim.id.as_str()).map(|before| claim_changes(before, claim, &titles)) {
            None => added.push(mark(claim)),
            Some(None) => unchanged += 1,
            Some(Some(changes)) => changed.push(changes),
        }
    }
    let kept: BTreeSet<&str> = new.claims.iter().map(|claim| claim.id.as_str()).collect();
    let removed = old.claims.iter().filter(|claim| !kept.contains(claim.id.as_str())).map(mark).collect();
    let (was, is) = (old.summary.coverage, new.summary.coverage);
    Comparison {
        from: report_mark(old),
        to: report_mark(new),
        article: article_changes(old, new),
        coverage: (was != is).then_some([was, is]),
        added,
        removed,
        changed,
        unchanged,
        evidence: evidence_changes(&old.evidence, &new.evidence),
        corrections: later_corrections(&old.corrections, &new.corrections),
    }
}

fn report_mark(report: &Report) -> ReportMark {
    let frozen = report.frozen.as_ref();
    ReportMark { number: frozen.map(|frozen| frozen.number), assembled_at: report.assembled_at, sha256: frozen.and_then(|frozen| frozen.sha256.clone()) }
}

fn mark(claim: &ClaimPart) -> ClaimMark {
    ClaimMark { id: claim.id.clone(), number: claim.number, statement: claim.statement.clone() }
}

/// The fields that differ. An empty text is no value.
fn fields(all: impl IntoIterator<Item = (ReportField, Value, Value)>) -> Vec<FieldChange> {
    let filled = |value: Value| if value == "" { Value::Null } else { value };
    let pairs = all.into_iter().map(|(field, before, after)| FieldChange { field, before: filled(before), after: filled(after) });
    pairs.filter(|change| change.before != change.after).collect()
}

/// The named fields of two values, each with its code.
macro_rules! compared {
    ($old:expr, $new:expr; $($code:ident: $($field:ident).+),+ $(,)?) => {
        fields([$((ReportField::$code, json!($old.$($field).+), json!($new.$($field).+))),+])
    };
}

fn article_changes(old: &Report, new: &Report) -> Vec<FieldChange> {
    let (a, b): (&ArticlePart, &ArticlePart) = (&old.article, &new.article);
    let mut changes = compared!(a, b;
        Title: title, Byline: byline, Publisher: publisher, SourceUrl: source_url, PublishedOn: published_on, MethodNote: method_note,
        SelectionReason: selection_reason, ArticleState: state, CoverageReason: coverage_reason, SignedOffBy: signed_off_by,
    );
    changes.extend(fields([(ReportField::Version, json!(old.version.number), json!(new.version.number))]));
    changes
}

fn claim_changes(old: &ClaimPart, new: &ClaimPart, titles: &BTreeMap<&str, &str>) -> Option<ClaimChanges> {
    let mut found = compared!(old, new;
        Statement: statement, Quote: quote, State: state, Substance: substance, Attribution: attribution, Rationale: rationale, Searched: searched,
        OverrideReason: override_reason, CheckedBy: checked_by, SignedOffBy: signed_off_by, SetAside: set_aside, Risk: risk, TrueAsOf: true_as_of,
        RecheckBy: recheck_by, IndependentPieces: independent_pieces, Circular: circular,
    );
    let action = |claim: &ClaimPart| {
        let action = claim.text_action.as_ref();
        (action.map(|a| a.action), action.map(|a| a.proposed_wording.clone()), action.map(|a| a.done))
    };
    let (was, is) = (action(old), action(new));
    found.extend(fields([
        (ReportField::TextAction, json!(was.0), json!(is.0)),
        (ReportField::ProposedWording, json!(was.1), json!(is.1)),
        (ReportField::Done, json!(was.2), json!(is.2)),
    ]));
    let (chain, reordered) = chain_changes(&old.chain, &new.chain);
    let evidence = tie_changes(old, new, titles);
    // Reports of before don't say when an entry was made.
    let said = |contact: &ContactPart| ContactPart { entered_at: None, ..contact.clone() };
    let apart = |of: &[ContactPart], others: &[ContactPart]| {
        let others: Vec<ContactPart> = others.iter().map(said).collect();
        of.iter().filter(|contact| !others.contains(&said(contact))).cloned().collect::<Vec<_>>()
    };
    let (contacts_before, contacts_after) = (apart(&old.contacts, &new.contacts), apart(&new.contacts, &old.contacts));
    let asked = contacts_before.is_empty() && contacts_after.is_empty();
    let same = found.is_empty() && chain.is_empty() && !reordered && evidence.is_empty() && asked;
    (!same).then(|| ClaimChanges { claim: mark(new), fields: found, chain, reordered, evidence, contacts_before, contacts_after })
}

/// The links that came, went or say something else, and whether those that stayed stand in another order. A source that
/// a chain names twice is told apart by which time it is.
fn chain_changes(old: &[LinkPart], new: &[LinkPart]) -> (Vec<LinkChange>, bool) {
    let (was, is) = (counted(old), counted(new));
    let find = |links: &Links<'_>, key: (&str, usize)| links.iter().find(|(other, _)| *other == key).map(|(_, link)| (*link).clone());
    let said = |link: &LinkPart| LinkPart { mention: None, cue: None, ..link.clone() };
    let gone = was.iter().filter(|(key, _)| find(&is, *key).is_none()).map(|(key, _)| *key);
    let changes = is.iter().map(|(key, _)| *key).chain(gone).map(|key| LinkChange { source: key.0.to_owned(), before: find(&was, key), after: find(&is, key) });
    let changes = changes.filter(|change| change.before.as_ref().map(said) != change.after.as_ref().map(said)).collect();
    let stayed = |links: &Links<'_>, others: &Links<'_>| -> Vec<String> {
        links.iter().filter(|(key, _)| find(others, *key).is_some()).map(|((source, n), _)| format!("{n} {source}")).collect()
    };
    (changes, stayed(&was, &is) != stayed(&is, &was))
}

/// Links, each by its source and how often the chain named that before.
type Links<'l> = Vec<((&'l str, usize), &'l LinkPart)>;

fn counted(links: &[LinkPart]) -> Links<'_> {
    let before = |n: usize, source: &str| links.iter().take(n).filter(|link| link.source == source).count();
    links.iter().enumerate().map(|(n, link)| ((link.source.as_str(), before(n, &link.source)), link)).collect()
}

fn tie_changes(old: &ClaimPart, new: &ClaimPart, titles: &BTreeMap<&str, &str>) -> Vec<TieChange> {
    let stance = |claim: &ClaimPart, id: &str| claim.evidence.iter().find(|tie| tie.evidence == id).map(|tie| tie.stance);
    let gone = old.evidence.iter().filter(|tie| stance(new, &tie.evidence).is_none());
    let all = new.evidence.iter().chain(gone).map(|tie| TieChange {
        evidence: tie.evidence.clone(),
        title: titles.get(tie.evidence.as_str()).map(|title| (*title).to_owned()).unwrap_or_default(),
        before: stance(old, &tie.evidence),
        after: stance(new, &tie.evidence),
    });
    all.filter(|change| change.before != change.after).collect()
}

fn evidence_changes(old: &[EvidencePart], new: &[EvidencePart]) -> Vec<EvidenceChanges> {
    let old: BTreeMap<&str, &EvidencePart> = old.iter().map(|piece| (piece.id.as_str(), piece)).collect();
    let mut changes = Vec::new();
    for piece in new {
        let Some(before) = old.get(piece.id.as_str()) else { continue };
        let fields = compared!(before, piece;
            EvidenceTitle: title, Url: url, ArchiveUrl: archive_url, EvidencePublisher: publisher, EvidencePublishedOn: published_on, AccessedOn: accessed_on,
            Excerpt: excerpt, Grade: grade, Independence: independence, Origin: origin, Note: note, Confidential: confidential,
            SnapshotSha256: snapshot_sha256,
        );
        if !fields.is_empty() {
            changes.push(EvidenceChanges { id: piece.id.clone(), title: piece.title.clone(), fields });
        }
    }
    changes
}

/// Corrections are only ever added, but one may be dated before another; equal ones are counted. Who signed the claim off
/// may change behind a correction, which makes it no other; and reports of before don't say when it was entered.
fn later_corrections(old: &[CorrectionPart], new: &[CorrectionPart]) -> Vec<CorrectionPart> {
    let entry = |correction: &CorrectionPart| CorrectionPart { signed_off_by: None, entered_at: None, ..correction.clone() };
    let mut known: Vec<CorrectionPart> = old.iter().map(entry).collect();
    let mut later = Vec::new();
    for correction in new {
        match known.iter().position(|other| *other == entry(correction)) {
            Some(at) => drop(known.remove(at)),
            None => later.push(correction.clone()),
        }
    }
    later
}
