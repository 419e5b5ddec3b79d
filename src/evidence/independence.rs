//! How many pieces of evidence really stand apart (rule 10). Pure.

use super::store::{ClaimEvidence, Evidence};
use super::{Independence, Stance};
use crate::ids::{EvidenceId, SourceId};
use std::collections::BTreeSet;

/// What counts of one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Which one.
    pub id: EvidenceId,
    /// What it says of the claim.
    pub stance: Stance,
    /// Whether the checker found it independent.
    pub independence: Independence,
    /// The source it ends in, where that is known.
    pub origin: Option<SourceId>,
    /// Where it is on the web.
    pub url: Option<&'a str>,
}

impl<'a> Piece<'a> {
    /// A piece as it is tied to a claim.
    pub fn of(tie: &ClaimEvidence, piece: &'a Evidence) -> Self {
        Self { id: piece.id, stance: tie.stance, independence: piece.independence, origin: piece.origin_id, url: piece.url.as_deref() }
    }

    /// The page it is on: the address as a browser asks for it, so without the place on the page.
    fn page(&self) -> Option<&'a str> {
        self.url.map(|url| url.split_once('#').map_or(url, |(page, _)| page))
    }
}

/// How many of the pieces support or refute the claim and stand apart: those marked dependent do not count,
/// and pieces that end in the same origin, or are on the same page, count once.
pub fn independent_count(pieces: &[Piece<'_>]) -> usize {
    let (mut origins, mut pages) = (BTreeSet::new(), BTreeSet::new());
    pieces
        .iter()
        .filter(|piece| piece.stance != Stance::Context && piece.independence == Independence::Independent)
        .filter(|piece| {
            let new_origin = piece.origin.is_none_or(|origin| origins.insert(origin));
            let new_page = piece.page().is_none_or(|page| pages.insert(page));
            new_origin && new_page
        })
        .count()
}

/// Groups of pieces that end in the same origin: circular sourcing.
pub fn circular(pieces: &[Piece<'_>]) -> Vec<(SourceId, Vec<EvidenceId>)> {
    let origins: BTreeSet<SourceId> = pieces.iter().filter_map(|piece| piece.origin).collect();
    origins
        .into_iter()
        .map(|origin| (origin, pieces.iter().filter(|p| p.origin == Some(origin)).map(|p| p.id).collect::<Vec<_>>()))
        .filter(|(_, ids)| ids.len() > 1)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    #[test]
    fn two_pieces_with_one_origin_count_as_one() {
        let ids = Ids::counting();
        let (ministry, other) = (ids.make(), ids.make());
        let piece = |origin, independence| Piece { id: ids.make(), stance: Stance::Supports, independence, origin, url: None };
        let pieces = [
            piece(Some(ministry), Independence::Independent),
            piece(Some(ministry), Independence::Independent),
            piece(Some(other), Independence::Independent),
            piece(None, Independence::Dependent),
        ];
        assert_eq!(independent_count(&pieces), 2);
        assert_eq!(circular(&pieces).len(), 1);
    }

    #[test]
    fn a_page_that_is_attached_twice_counts_as_one() {
        let ids = Ids::counting();
        let on = |url| Piece { id: ids.make(), stance: Stance::Supports, independence: Independence::Independent, origin: None, url: Some(url) };
        let pieces = [on("https://a.example/data"), on("https://a.example/data#table-2"), on("https://b.example/data")];
        assert_eq!(independent_count(&pieces), 2);
    }
}
