//! What the extraction found, as rows of the database: for an import, and for what is new in a new version.

use crate::account::Acting;
use crate::article::store::{Sentence, column_of};
use crate::claim::store::{Attribution, Claim, ClaimSpan};
use crate::db::column::Json;
use crate::extraction::{self, Extraction, Link};
use crate::ids::{ArticleId, ClaimId, SourceId, VersionId};
use crate::source::{SourceKind, name_key};
use crate::span::{ScalarIndex, Span};
use serde_json::json;
use std::collections::BTreeMap;

/// The sentences of a version.
pub(super) fn sentence_rows(acting: &Acting, version: VersionId, extraction: &Extraction) -> Vec<Sentence> {
    let row = |(n, sentence): (usize, &extraction::Sentence)| Sentence {
        id: acting.ids.make(),
        version_id: version,
        ordinal: column_of(n),
        span_start: column_of(sentence.span.start),
        span_end: column_of(sentence.span.end),
        kind: sentence.kind,
        marked_by: None,
        revision: 1,
    };
    extraction.sentences.iter().enumerate().map(row).collect()
}

/// The names of all sources of some claims, with what each is.
pub(super) fn names_in<'c>(claims: impl IntoIterator<Item = &'c extraction::Claim>) -> Vec<(String, SourceKind)> {
    claims.into_iter().flat_map(|claim| claim.chain.iter().map(|link| (link.source.clone(), link.kind))).collect()
}

/// Where claims are to stand.
pub(super) struct Home<'a> {
    /// The article.
    pub article: ArticleId,
    /// The version of its text.
    pub version: VersionId,
    /// The sentences of that version.
    pub sentences: &'a [Sentence],
    /// The registry's entries, by folded name.
    pub sources: &'a BTreeMap<String, SourceId>,
    /// The text.
    pub text: &'a ScalarIndex<'a>,
}

/// New claims with their pieces and chains.
pub(super) struct Rows {
    pub claims: Vec<Claim>,
    pub spans: Vec<ClaimSpan>,
    pub attributions: Vec<Attribution>,
}

impl Rows {
    /// The rows of these claims, each with its number.
    pub fn of<'c>(acting: &Acting, home: &Home<'_>, found: impl IntoIterator<Item = (i32, &'c extraction::Claim)>) -> Self {
        let mut rows = Self { claims: Vec::new(), spans: Vec::new(), attributions: Vec::new() };
        for (number, found) in found {
            let claim = Claim {
                sentence_id: home.sentences.get(found.sentence).map(|s| s.id),
                statement: crate::input::clean(&found.statement),
                check_worthiness: found.check_worthiness,
                why: Json(json!(found.why)),
                ..Claim::fresh(acting.ids.make(), home.article, home.version, number, acting.now)
            };
            rows.spans.extend(home.pieces(acting, claim.id, std::iter::once(&found.span).chain(&found.more)));
            rows.attributions.extend(home.chain(acting, claim.id, &found.chain));
            rows.claims.push(claim);
        }
        rows
    }
}

impl Home<'_> {
    /// The pieces of a claim.
    pub fn pieces<'s>(&self, acting: &Acting, claim: ClaimId, spans: impl IntoIterator<Item = &'s Span>) -> Vec<ClaimSpan> {
        ClaimSpan::all(&acting.ids, claim, spans, self.text)
    }

    /// The chain of a claim, with nothing found on its links yet.
    pub fn chain(&self, acting: &Acting, claim: ClaimId, links: &[Link]) -> Vec<Attribution> {
        // A name that folds to nothing is no source.
        let known = (0_i32..).zip(links).filter_map(|(ordinal, link)| Some((ordinal, link, *self.sources.get(&name_key(&link.source))?)));
        let row = |(ordinal, link, source_id): (i32, &Link, SourceId)| {
            Attribution::fresh(acting.ids.make(), claim, ordinal, link.role, source_id, link.quotation).at(link.mention, link.cue, self.text)
        };
        known.map(row).collect()
    }
}
