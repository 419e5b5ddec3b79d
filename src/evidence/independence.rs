//! How many pieces of evidence really stand apart (rule 10). Pure.

use super::{Independence, Stance};
use crate::ids::{EvidenceId, SourceId};
use std::collections::BTreeSet;

/// What counts of one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Which one.
    pub id: EvidenceId,
    /// What it says of the claim.
    pub stance: Stance,
    /// Whether the checker found it independent.
    pub independence: Independence,
    /// The source it ends in, where that is known.
    pub origin: Option<SourceId>,
}

/// How many of the pieces support or refute the claim and stand apart: those marked dependent do not count,
/// and pieces that end in the same origin count once.
pub fn independent_count(pieces: &[Piece]) -> usize {
    let mut origins = BTreeSet::new();
    pieces
        .iter()
        .filter(|piece| piece.stance != Stance::Context && piece.independence == Independence::Independent)
        .filter(|piece| piece.origin.is_none_or(|origin| origins.insert(origin)))
        .count()
}

/// Groups of pieces that end in the same origin: circular sourcing.
pub fn circular(pieces: &[Piece]) -> Vec<(SourceId, Vec<EvidenceId>)> {
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
        let piece = |origin, independence| Piece { id: ids.make(), stance: Stance::Supports, independence, origin };
        let pieces = [
            piece(Some(ministry), Independence::Independent),
            piece(Some(ministry), Independence::Independent),
            piece(Some(other), Independence::Independent),
            piece(None, Independence::Dependent),
        ];
        assert_eq!(independent_count(&pieces), 2);
        assert_eq!(circular(&pieces).len(), 1);
    }
}
