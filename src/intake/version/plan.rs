//! What a new version does to an article: worked out from the present rows, and nothing written.

use super::Incoming;
use crate::article::store as articles;
use crate::article::{Article, Sentence, Version, text_sha256};
use crate::claim::carry::{CarryOver, Fate, Link, Placed, Row, Text};
use crate::claim::store::{self as claims, Attribution, Claim, ClaimSpan};
use crate::claim::{Anchor, WorkState};
use crate::db::DbConnection;
use crate::extraction::{self, Extraction};
use crate::history::{self, Action, chain_of};
use crate::ids::ClaimId;
use crate::intake::ImportError;
use crate::source::Source;
use crate::span::{self, ScalarIndex, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What a new version does.
#[derive(Debug)]
pub struct Plan {
    /// The article as it is before.
    pub article: Article,
    /// Its version before.
    pub from: Version,
    /// Number of the new version.
    pub number: i32,
    /// Title with the new version.
    pub title: String,
    /// The new text.
    pub text: String,
    /// What became of the sentences.
    pub rows: Vec<Row>,
    /// Every claim that stands in the version before, by number; those taken out earlier, too.
    pub claims: Vec<Carried>,
    /// Claims that are new.
    pub new: Vec<Found>,
    /// Stands for everything that this was worked out from: another base, another plan.
    pub base: String,
    /// What was found in the new text.
    pub(super) extraction: Extraction,
    /// For each new sentence the old one with the same words.
    pub(super) marked: Vec<Option<Sentence>>,
}

/// What becomes of one claim.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The claim as it is before.
    pub before: Claim,
    /// As it is after.
    pub after: Claim,
    /// Its words before; pieces are parted by “…”.
    pub was: String,
    /// Its words after; empty where it is lost.
    pub is: String,
    /// Its pieces in the new text.
    pub pieces: Vec<Span>,
    /// Whether its own words are kept while others in its sentence changed.
    pub around: bool,
    /// Whether its wording was kept although its words changed: somebody has to look at it.
    pub check_wording: bool,
    /// Its links as they are before.
    pub(super) chain: Vec<(Attribution, Source)>,
    /// Where they stand in the new text.
    pub(super) places: Vec<Link>,
    /// The claim of the extraction whose chain replaces its own.
    pub(super) new_chain: Option<usize>,
    /// Where it stands before.
    pub(super) old_pieces: Vec<Span>,
}

impl Carried {
    /// What became of its place.
    pub fn anchor(&self) -> Anchor {
        self.after.anchor
    }

    /// Whether somebody had taken it out before.
    pub fn was_out(&self) -> bool {
        self.before.removed_at.is_some()
    }
}

/// A claim that is new.
#[derive(Clone, Debug)]
pub struct Found {
    /// The number it gets.
    pub number: i32,
    /// Its statement.
    pub statement: String,
    /// Its words in the text.
    pub words: String,
    /// Which of the claims of the extraction it is.
    pub(super) place: usize,
}

impl Plan {
    /// The claims in the article that end with this anchor, by number.
    pub fn with_anchor(&self, anchor: Anchor) -> impl Iterator<Item = &Carried> {
        self.claims.iter().filter(move |carried| !carried.was_out() && carried.anchor() == anchor)
    }
}

/// The rows of an article that a plan is made from.
struct Present {
    sentences: Vec<Sentence>,
    claims: Vec<Claim>,
    pieces: BTreeMap<ClaimId, Vec<ClaimSpan>>,
    chains: BTreeMap<ClaimId, Vec<(Attribution, Source)>>,
    /// Claims in whose wording, or chain, a person had a hand.
    worded: BTreeSet<ClaimId>,
    chained: BTreeSet<ClaimId>,
    highest: i32,
}

impl Present {
    fn read(c: &mut DbConnection, article: &Article) -> Result<Self, ImportError> {
        let list = claims::list_of_version(c, article.id, article.version_id)?;
        let ids: Vec<ClaimId> = list.iter().map(|claim| claim.id).collect();
        let (mut pieces, mut chains) = (BTreeMap::new(), BTreeMap::new());
        for piece in claims::spans_of(c, &ids)? {
            pieces.entry(piece.claim_id).or_insert_with(Vec::new).push(piece);
        }
        for link in claims::chains_of(c, &ids)? {
            chains.entry(link.0.claim_id).or_insert_with(Vec::new).push(link);
        }
        let mut touched = |actions: &[Action]| -> Result<BTreeSet<ClaimId>, ImportError> {
            let mut all = BTreeSet::new();
            for action in actions {
                all.extend(history::subjects_of(c, chain_of(article.id), *action)?.into_iter().map(|(_, subject)| ClaimId(subject.0)));
            }
            Ok(all)
        };
        // A claim that a version brought in is the machine's although a line tells of it.
        let added = touched(&[Action::ClaimAdded])?
            .into_iter()
            .filter(|id| list.iter().any(|claim| claim.id == *id && claim.why.0.as_array().is_none_or(Vec::is_empty)));
        let mut worded: BTreeSet<ClaimId> = added.collect();
        worded.extend(touched(&[Action::ClaimReworded, Action::SpansChanged])?);
        let chained = touched(&[Action::ChainChanged])?;
        Ok(Self {
            sentences: articles::list_sentences(c, article.version_id)?,
            highest: claims::highest_number(c, article.id)?,
            claims: list,
            pieces,
            chains,
            worded,
            chained,
        })
    }

    fn base(&self, article: &Article) -> String {
        let claims = self.claims.iter().map(|claim| format!("\n{} {}", claim.id, claim.revision));
        let marked = self.sentences.iter().filter(|sentence| sentence.marked_by.is_some()).map(|sentence| format!("\n{} {}", sentence.id, sentence.revision));
        let told: String = std::iter::once(format!("{} {}", article.version_id, article.revision)).chain(claims).chain(marked).collect();
        text_sha256(&told)
    }
}

pub(super) fn plan(c: &mut DbConnection, article: Article, from: Version, incoming: Incoming) -> Result<Plan, ImportError> {
    let present = Present::read(c, &article)?;
    let Incoming { title, text, extraction } = incoming;
    let base = present.base(&article);
    let (rows, marked, claims, new) = {
        let (old, new) = (ScalarIndex::new(&from.text), ScalarIndex::new(&text));
        let old_spans: Vec<Span> = present.sentences.iter().map(Sentence::span).collect();
        let new_spans: Vec<Span> = extraction.sentences.iter().map(|sentence| sentence.span).collect();
        let carry = CarryOver::between(&Text { index: &old, sentences: &old_spans }, &Text { index: &new, sentences: &new_spans });
        let marked = (0..new_spans.len()).map(|sentence| present.sentences.get(carry.same_sentence(sentence)?).cloned()).collect();
        let mut claims: Vec<Carried> = present.claims.iter().map(|claim| carried(claim, &present, &carry, &old)).collect();
        adopt(&mut claims, &present, &extraction);
        for carried in &mut claims {
            carried.is = new.quote(&carried.pieces);
        }
        let found = found(&claims, &extraction, &new, present.highest);
        (carry.rows(), marked, claims, found)
    };
    let title = if title.is_empty() { article.title.clone() } else { title };
    let number = from.number + 1;
    Ok(Plan { article, from, number, title, text, rows, claims, new, base, extraction, marked })
}

/// A claim with what the comparison says of it, before the extraction of the new text is asked.
fn carried(claim: &Claim, present: &Present, carry: &CarryOver, old: &ScalarIndex<'_>) -> Carried {
    let old_pieces: Vec<Span> = present.pieces.get(&claim.id).into_iter().flatten().map(ClaimSpan::span).collect();
    let chain = present.chains.get(&claim.id).cloned().unwrap_or_default();
    let links: Vec<Link> = chain.iter().map(|(link, _)| Link { mention: link.mention_span(), cue: link.cue_span() }).collect();
    let Fate { anchor, pieces, chain: places, around } = carry.fate(&Placed { pieces: &old_pieces, chain: &links });
    let mut after = Claim { anchor, ..claim.clone() };
    if anchor == Anchor::Changed {
        after = Claim {
            state: WorkState::ToCheck,
            substance: None,
            attribution: None,
            review_id: None,
            verdict_by: None,
            verdict_at: None,
            signed_off_by: None,
            signed_off_at: None,
            set_aside: None,
            true_as_of: None,
            recheck_by: None,
            ..after
        };
    }
    let check_wording = anchor == Anchor::Changed;
    let was = old.quote(&old_pieces);
    Carried { before: claim.clone(), after, was, is: String::new(), pieces, around, check_wording, chain, places, new_chain: None, old_pieces }
}

/// How much of some spans others cover, in signs.
fn overlap(spans: &[Span], others: &[Span]) -> usize {
    let both = |a: &Span, b: &Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
    spans.iter().map(|a| others.iter().map(|b| both(a, b)).sum::<usize>()).sum()
}

fn length(spans: &[Span]) -> usize {
    spans.iter().map(|span| span.len()).sum()
}

fn spans_of(claim: &extraction::Claim) -> Vec<Span> {
    std::iter::once(claim.span).chain(claim.more.iter().copied()).collect()
}

/// Changed claims in whose wording nobody had a hand take the one that the extraction has for them now, with its place;
/// and its chain, where nobody had a hand in that.
fn adopt(claims: &mut [Carried], present: &Present, extraction: &Extraction) {
    let spans: Vec<Vec<Span>> = extraction.claims.iter().map(spans_of).collect();
    let mut taken = vec![false; spans.len()];
    for carried in claims.iter().filter(|carried| matches!(carried.anchor(), Anchor::Exact | Anchor::Moved)) {
        for (spans, taken) in spans.iter().zip(&mut taken) {
            *taken |= spans == &carried.pieces;
        }
    }
    for carried in claims.iter_mut().filter(|carried| carried.anchor() == Anchor::Changed && !present.worded.contains(&carried.before.id)) {
        let share = |spans: &[Span]| {
            let both = overlap(spans, &carried.pieces);
            both * 1_000 / (length(spans) + length(&carried.pieces) - both).max(1)
        };
        let best =
            spans.iter().enumerate().filter(|(place, _)| taken.get(*place) == Some(&false)).max_by_key(|(place, spans)| (share(spans), usize::MAX - place));
        let Some((place, own)) = best.filter(|(_, spans)| share(spans) >= 300) else { continue };
        let Some(found) = extraction.claims.get(place) else { continue };
        if let Some(taken) = taken.get_mut(place) {
            *taken = true;
        }
        carried.pieces = own.clone();
        carried.after.statement = crate::input::clean(&found.statement);
        carried.check_wording = false;
        if !present.chained.contains(&carried.before.id) {
            carried.new_chain = Some(place);
        }
    }
}

/// Claims of the new text that no claim carried over covers by half or more.
fn found(claims: &[Carried], extraction: &Extraction, text: &ScalarIndex<'_>, highest: i32) -> Vec<Found> {
    let covered = span::joined(claims.iter().flat_map(|carried| carried.pieces.iter().copied()));
    let near = |span: &Span| {
        let from = covered.partition_point(|other| other.end <= span.start);
        let until = covered.partition_point(|other| other.start < span.end);
        covered.get(from..until).unwrap_or_default()
    };
    let is_new = |claim: &extraction::Claim| {
        let spans = spans_of(claim);
        let both: usize = spans.iter().map(|span| overlap(std::slice::from_ref(span), near(span))).sum();
        both * 2 < length(&spans).max(1)
    };
    let new = extraction.claims.iter().enumerate().filter(|(_, claim)| is_new(claim));
    let row = |((place, claim), number): ((usize, &extraction::Claim), i32)| Found {
        number,
        statement: crate::input::clean(&claim.statement),
        words: text.quote(&spans_of(claim)),
        place,
    };
    new.zip(highest + 1..).map(row).collect()
}
