//! What a verdict needs before it can stand (rule 3). Pure.

use crate::claim::{Risk, Substance};
use crate::codes;
use crate::evidence::Stance;
use crate::evidence::independence::{Piece, independent_count};

codes! {
    /// What is missing for a verdict.
    "missing"
    pub enum Missing {
        /// No verdict on the substance is set.
        Verdict = "verdict",
        /// No rationale.
        Rationale = "rationale",
        /// Neither evidence nor a note of what was searched.
        EvidenceOrSearch = "evidence_or_search",
        /// `confirmed` on a high-risk claim needs two independent pieces that bear it out.
        SecondIndependentPiece = "second_independent_piece",
    }
}

/// What a verdict rests on.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// The verdict.
    pub substance: Option<Substance>,
    /// The claim's risk.
    pub risk: Risk,
    /// Why.
    pub rationale: &'a str,
    /// What was searched.
    pub searched: &'a str,
    /// The evidence attached.
    pub pieces: &'a [Piece<'a>],
}

/// What is still missing, in the order in which a checker would do it.
pub fn missing(grounds: &Grounds<'_>) -> Vec<Missing> {
    let mut missing = Vec::new();
    if grounds.substance.is_none() {
        missing.push(Missing::Verdict);
    }
    if grounds.rationale.trim().is_empty() {
        missing.push(Missing::Rationale);
    }
    if grounds.pieces.is_empty() && grounds.searched.trim().is_empty() {
        missing.push(Missing::EvidenceOrSearch);
    }
    let strict = grounds.risk == Risk::High && grounds.substance == Some(Substance::Confirmed);
    let bearing_out: Vec<Piece<'_>> = grounds.pieces.iter().filter(|piece| piece.stance != Stance::Refutes).copied().collect();
    if strict && independent_count(&bearing_out) < 2 {
        missing.push(Missing::SecondIndependentPiece);
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Independence;
    use crate::ids::Ids;

    fn piece(ids: &Ids) -> Piece<'static> {
        Piece { id: ids.make(), stance: Stance::Supports, independence: Independence::Independent, origin: Some(ids.make()), url: None }
    }

    #[test]
    fn a_note_of_what_was_searched_stands_in_for_evidence() {
        let grounds = Grounds { substance: Some(Substance::Unsupported), risk: Risk::Normal, rationale: "Nothing found.", searched: "", pieces: &[] };
        assert_eq!(missing(&grounds), [Missing::EvidenceOrSearch]);
        assert_eq!(missing(&Grounds { searched: "Ministry site, two archives", ..grounds }), []);
    }

    #[test]
    fn confirming_a_high_risk_claim_takes_two_independent_pieces() {
        let ids = Ids::counting();
        let pieces = [piece(&ids), piece(&ids)];
        let grounds = Grounds { substance: Some(Substance::Confirmed), risk: Risk::High, rationale: "Both agree.", searched: "", pieces: &pieces[..1] };
        assert_eq!(missing(&grounds), [Missing::SecondIndependentPiece]);
        assert_eq!(missing(&Grounds { pieces: &pieces, ..grounds }), []);
        assert_eq!(missing(&Grounds { risk: Risk::Normal, ..grounds }), []);
        let against = [pieces[0], Piece { stance: Stance::Refutes, ..pieces[1] }];
        assert_eq!(missing(&Grounds { pieces: &against, ..grounds }), [Missing::SecondIndependentPiece]);
    }
}
