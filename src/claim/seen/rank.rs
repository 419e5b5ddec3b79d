//! Earlier claims in order of how alike they are, each with how sure that is.

use super::feature::{Asked, COUNT, Figures, shared};
use super::index::Index;
use super::known::{Known, Weight};
use super::saying::Saying;

/// How sure it must be that an earlier claim says the same before people are shown it.
pub const SURE: f32 = 0.5;
/// On a desk with fewer claims than this, both must have at least this share of the telling words of the one or the other.
/// The weights were learned among thousands of claims; where there are few, two about the same country stand out from all
/// others and still say different things.
const FEW: usize = 1_000;
const LEAST_SHARED: f32 = 0.35;
/// How many are shown at most.
pub const SHOWN: usize = 5;

/// An earlier claim.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// Its wording.
    pub claim: Saying,
    /// What else it is known by; may be empty.
    pub title: Saying,
}

/// How alike an earlier claim is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// Its place among those that were given.
    pub place: usize,
    /// Its rank: higher is more alike. Comparable for the same text alone.
    pub order: f32,
    /// How sure it is that it says the same, from 0 to 1.
    pub sure: f32,
}

/// Earlier claims by how alike they are to what is asked about, the most alike first.
pub fn rank(asked: &Saying, earlier: &[Earlier], index: &Index) -> Vec<Likeness> {
    let ready = Asked::new(asked, index);
    let figures: Vec<Figures> = earlier.iter().map(|one| ready.figures(one)).collect();
    let mut found = weighed(&figures, index.known());
    for like in &mut found {
        let shared = figures.get(like.place).map_or(0.0, shared);
        if index.len() < FEW && shared < LEAST_SHARED {
            like.sure = like.sure.min(SURE * shared / LEAST_SHARED);
        }
        // The very same words need no judgement.
        if !asked.all.is_empty() && earlier.get(like.place).is_some_and(|one| one.claim.all == asked.all) {
            (like.order, like.sure) = (f32::MAX, 1.0);
        }
    }
    found.sort_by(|a, b| b.order.total_cmp(&a.order).then(a.place.cmp(&b.place)));
    found
}

/// Candidates by what their figures weigh, the best first.
pub(super) fn weighed(figures: &[Figures], known: &Known) -> Vec<Likeness> {
    let sum = |figures: &Figures, which: fn(&Weight) -> f32| {
        figures.iter().zip(&known.weights).map(|(figure, weight)| (figure - weight.mean) / weight.spread.max(1e-6) * which(weight)).sum::<f32>()
    };
    let like = |(place, figures): (usize, &Figures)| Likeness { place, order: sum(figures, |weight| weight.order), sure: sum(figures, |weight| weight.sure) };
    let mut found: Vec<Likeness> = figures.iter().enumerate().map(like).collect();
    found.sort_by(|a, b| b.order.total_cmp(&a.order).then(a.place.cmp(&b.place)));
    let best = found.first().map_or(0.0, |first| first.order);
    let crowd = found.get(CROWD).map_or(known.crowd, |like| like.order);
    let [ahead, behind] = known.gaps;
    for like in &mut found {
        like.sure = likely(like.sure + ahead * (like.order - crowd) + behind * (best - like.order) + known.bias);
    }
    found
}

/// The place, from 0, of the candidate that stands for the crowd.
pub(super) const CROWD: usize = 9;

/// A figure of any size as one from 0 to 1.
pub(super) fn likely(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// The figures of every candidate, for learning.
pub(super) fn figures(asked: &Saying, earlier: &[&Earlier], index: &Index) -> Vec<[f32; COUNT]> {
    let ready = Asked::new(asked, index);
    earlier.iter().map(|one| ready.figures(one)).collect()
}
