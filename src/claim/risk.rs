//! The risk mark of a claim: how much harm an error would do, and which kinds of it. Pure.

use super::{Risk, RiskKind};
use crate::code::Code;

/// Kinds of risk: what the database keeps as one number, a bit a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskKinds(i32);

impl RiskKinds {
    /// The set of these kinds.
    pub fn of(kinds: impl IntoIterator<Item = RiskKind>) -> Self {
        Self(kinds.into_iter().fold(0, |bits, kind| bits | bit(kind)))
    }

    /// The set that the database keeps as `bits`; bits that mean nothing are left out.
    pub fn from_bits(bits: i32) -> Self {
        Self(bits & Self::of(RiskKind::ALL.iter().copied()).0)
    }

    /// What the database keeps.
    pub fn bits(self) -> i32 {
        self.0
    }

    /// Whether a kind is in it.
    pub fn contains(self, kind: RiskKind) -> bool {
        self.0 & bit(kind) != 0
    }

    /// Whether none is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Its kinds, in their documented order.
    pub fn iter(self) -> impl Iterator<Item = RiskKind> {
        RiskKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }

    /// The bits of every set that has this kind: so a database finds them by equality alone.
    pub fn all_with(kind: RiskKind) -> Vec<i32> {
        (0..8).filter(|bits| Self(*bits).contains(kind)).collect()
    }
}

fn bit(kind: RiskKind) -> i32 {
    match kind {
        RiskKind::Harm => 1,
        RiskKind::Legal => 2,
        RiskKind::Central => 4,
    }
}

/// How a claim is to be marked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskMark {
    /// How much harm an error would do; `None` leaves it as it is.
    pub risk: Option<Risk>,
    /// Which kinds; `None` leaves them as they are.
    pub kinds: Option<RiskKinds>,
}

impl From<Risk> for RiskMark {
    fn from(risk: Risk) -> Self {
        Self { risk: Some(risk), kinds: None }
    }
}

impl RiskMark {
    /// What a claim with this risk and these kinds carries under this mark: whatever is given a kind is of high risk,
    /// and what is of normal risk has none.
    pub fn on(self, risk: Risk, kinds: RiskKinds) -> (Risk, RiskKinds) {
        match (self.risk.unwrap_or(risk), self.kinds) {
            (_, Some(kinds)) if !kinds.is_empty() => (Risk::High, kinds),
            (Risk::High, given) => (Risk::High, given.unwrap_or(kinds)),
            (Risk::Normal, _) => (Risk::Normal, RiskKinds::default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_keeps_what_is_put_in() {
        let set = RiskKinds::of([RiskKind::Central, RiskKind::Harm]);
        assert_eq!(set.iter().collect::<Vec<_>>(), [RiskKind::Harm, RiskKind::Central]);
        assert_eq!(RiskKinds::from_bits(set.bits() | 64), set);
        assert!(RiskKinds::all_with(RiskKind::Legal).iter().all(|bits| RiskKinds::from_bits(*bits).contains(RiskKind::Legal)));
        assert_eq!(RiskKinds::all_with(RiskKind::Legal).len(), 4);
    }

    #[test]
    fn a_kind_makes_the_risk_high_and_normal_risk_has_no_kind() {
        let (harm, none) = (RiskKinds::of([RiskKind::Harm]), RiskKinds::default());
        assert_eq!(RiskMark { risk: Some(Risk::Normal), kinds: Some(harm) }.on(Risk::Normal, none), (Risk::High, harm));
        assert_eq!(RiskMark::from(Risk::High).on(Risk::High, harm), (Risk::High, harm));
        assert_eq!(RiskMark::from(Risk::Normal).on(Risk::High, harm), (Risk::Normal, none));
        assert_eq!(RiskMark { risk: None, kinds: Some(none) }.on(Risk::High, harm), (Risk::High, none));
    }
}
