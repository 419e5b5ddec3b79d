//! What the reading view reads: a fixed number of queries, however many sentences and claims there are.

use crate::account::store as people;
use crate::article::store as articles;
use crate::article::{Article, Sentence, Version};
use crate::claim::carry::wording::{Piece, difference};
use crate::claim::store::{self as claims, CardRow, ClaimSpan, LinkRow};
use crate::claim::{Anchor, Substance, WorkState};
use crate::code::Code;
use crate::evidence::store as evidence;
use crate::history::{self, Action};
use crate::ids::{ArticleId, ClaimId};
use crate::review::article::open_sentences;
use crate::span::Span;
use crate::web::page::id;
use crate::web::{Problem, Room};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of an article and of the claims in it.
pub(super) struct Loaded {
    pub article: Article,
    pub version: Version,
    /// Whether the version before it is here, too: an imported report brings the one alone that was checked.
    pub has_before: bool,
    pub sentences: Vec<Sentence>,
    /// Places of the sentences that nobody has accounted for.
    pub open: Vec<usize>,
    /// The claims, by where they begin in the text; those that are no longer in it come last.
    pub claims: Vec<CardRow>,
    /// The chains of the claims, by claim.
    links: Vec<LinkRow>,
    /// The pieces of the claims, by claim.
    spans: Vec<ClaimSpan>,
    /// How many pieces of evidence claims have.
    pub evidence: BTreeMap<ClaimId, i64>,
    /// Who signed the article off.
    pub signed_off_by: Option<String>,
    /// What happened to the claims whose words changed with a version.
    pub changes: BTreeMap<ClaimId, WordsChanged>,
}

/// What a version did to the words of a claim.
pub(super) struct WordsChanged {
    /// Number of the version.
    pub version: i64,
    /// The words before and since.
    pub pieces: Vec<Piece>,
    /// What had been found of the old ones, and where the claim stood.
    pub substance: Option<Substance>,
    pub state: Option<WorkState>,
    /// Whether the wording of the claim was kept all the same.
    pub check_wording: bool,
}

impl WordsChanged {
    /// The newest such line of each claim.
    fn read(room: &mut Room<'_>, claims: &[CardRow]) -> Result<BTreeMap<ClaimId, Self>, Problem> {
        let changed: Vec<ClaimId> = claims.iter().filter(|claim| claim.anchor == Anchor::Changed).map(|claim| claim.id).collect();
        let mut found = BTreeMap::new();
        for line in history::list_on_claims(room.c, &changed, Action::ClaimCarried)? {
            let (was, is) = (line.before_value(), line.after_value());
            if let (Some(claim), Some(old), Some(new)) = (line.claim_id, text(&was, "words"), text(&is, "words")) {
                let change = Self {
                    version: is.get("version").and_then(Value::as_i64).unwrap_or_default(),
                    pieces: difference(old, new),
                    substance: text(&was, "substance").and_then(Substance::from_code),
                    state: text(&was, "state").and_then(WorkState::from_code),
                    check_wording: is.get("check_wording").and_then(Value::as_bool).unwrap_or_default(),
                };
                found.insert(claim, change);
            }
        }
        Ok(found)
    }
}

fn text<'v>(side: &'v Value, key: &str) -> Option<&'v str> {
    side.get(key).and_then(Value::as_str)
}

/// The article that an address names.
pub(in crate::web::page::article) fn find(room: &mut Room<'_>, path: &str) -> Result<Article, Problem> {
    articles::find_article(room.c, id(path, "article")?)?.ok_or_else(|| Problem::not_found("article"))
}

/// Reads an article with everything its page shows.
pub(super) fn load(room: &mut Room<'_>, id: ArticleId) -> Result<Loaded, Problem> {
    let veil = room.veil()?;
    let mut claims = claims::cards_of_article(room.c, id)?;
    let mut changes = WordsChanged::read(room, &claims)?;
    let c = &mut *room.c;
    let (article, version) = articles::find_with_version(c, id)?.ok_or_else(|| Problem::not_found("article"))?;
    let has_before = version.number > 1 && articles::has_numbered(c, id, version.number - 1)?;
    let sentences = articles::list_sentences(c, version.id)?;
    let mut links = claims::links_of_article(c, id)?;
    let spans = claims::spans_of_article(c, id)?;
    let mut evidence: BTreeMap<ClaimId, i64> = evidence::count_of_article(c, id)?.into_iter().collect();
    if veil.hides_in(id) {
        links.iter_mut().filter(|link| veil.hides(link.claim_id)).for_each(|link| link.verdict = None);
        for claim in claims.iter_mut().filter(|claim| veil.hides(claim.id)) {
            (claim.substance, claim.attribution) = (None, None);
            evidence.remove(&claim.id);
            if let Some(change) = changes.get_mut(&claim.id) {
                change.substance = None;
            }
        }
    }
    let signed_off_by = match article.signed_off_by {
        Some(signer) => people::name(c, signer)?,
        None => None,
    };
    // Claims that are no longer in the text keep the places they had in the version they were in.
    let elsewhere: BTreeSet<ClaimId> = claims.iter().filter(|claim| claim.version_id != version.id).map(|claim| claim.id).collect();
    let spans: Vec<ClaimSpan> = spans.into_iter().filter(|span| !elsewhere.contains(&span.claim_id)).collect();
    let open = open_sentences(&sentences, &spans).iter().map(|sentence| usize::try_from(sentence.ordinal).unwrap_or_default()).collect();
    let mut loaded = Loaded { article, version, has_before, sentences, open, claims: Vec::new(), links, spans, evidence, signed_off_by, changes };
    loaded.claims = in_order(claims, &loaded);
    Ok(loaded)
}

/// Claims in the order of the text. Those the extraction made are in it already; those that people add are not.
fn in_order(mut claims: Vec<CardRow>, loaded: &Loaded) -> Vec<CardRow> {
    claims.sort_by_cached_key(|claim| (loaded.place(claim.id).unwrap_or(usize::MAX), claim.number));
    claims
}

impl Loaded {
    /// The chain of a claim.
    pub fn links(&self, claim: ClaimId) -> &[LinkRow] {
        run_of(&self.links, claim, |link| link.claim_id)
    }

    /// Where a claim stands in the text: its pieces in order, none where it is no longer in it.
    pub fn spans(&self, claim: ClaimId) -> &[ClaimSpan] {
        run_of(&self.spans, claim, |span| span.claim_id)
    }

    /// Where a claim begins.
    pub fn place(&self, claim: ClaimId) -> Option<usize> {
        self.spans(claim).first().map(|span| span.span().start)
    }

    /// Whether a claim reaches into a span.
    pub fn has_claim_in(&self, span: Span) -> bool {
        self.spans.iter().any(|piece| piece.span().overlaps(span))
    }

    /// Whether a sentence is open.
    pub fn is_open(&self, place: usize) -> bool {
        self.open.binary_search(&place).is_ok()
    }

    /// The span of the text that some sentences cover, with the white space behind each of them.
    pub fn reach(&self, from: usize, to: usize, length: usize) -> Span {
        let start = |place: usize| self.sentences.get(place).map_or(length, |sentence| sentence.span().start);
        Span::new(if from == 0 { 0 } else { start(from) }, if to >= self.sentences.len() { length } else { start(to) })
    }
}

/// The rows of one claim out of rows that are sorted by claim.
fn run_of<T>(rows: &[T], claim: ClaimId, of: impl Fn(&T) -> ClaimId) -> &[T] {
    let start = rows.partition_point(|row| of(row) < claim);
    let rest = rows.get(start..).unwrap_or_default();
    rest.get(..rest.partition_point(|row| of(row) == claim)).unwrap_or_default()
}
