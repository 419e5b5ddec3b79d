//! How good an order of earlier claims is, beside claims that people say are the same.

use super::{CANDIDATES, Earlier, Index, SHOWN, SURE, Saying, rank};

/// An earlier claim found for a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// Its number among the claims.
    pub claim: usize,
    /// How sure it is that it says the same.
    pub sure: f32,
}

/// The sums that the figures are made of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    queries: usize,
    precision: f64,
    reciprocal: f64,
    recall: [usize; 3],
    shown: usize,
    right: usize,
    answered: usize,
    satisfied: usize,
}

/// Ranks up to which recall is told.
pub const RANKS: [usize; 3] = [1, 5, 20];
/// How many ranks count for the mean average precision.
const FIRST: usize = 5;

impl Tally {
    /// Counts what was found for one text, best first, and the numbers of the claims that say the same.
    pub fn add(&mut self, found: &[Found], same: &[usize]) {
        let right = |one: &Found| same.contains(&one.claim);
        let (mut hits, mut total) = (0.0, 0.0);
        for (rank, _) in (1_u32..).zip(found.iter().take(FIRST)).filter(|(_, one)| right(one)) {
            hits += 1.0;
            total += hits / f64::from(rank);
        }
        self.queries += 1;
        self.precision += total / same.len().clamp(1, FIRST) as f64;
        self.reciprocal += found.iter().position(right).map_or(0.0, |place| 1.0 / (place + 1) as f64);
        for (recall, rank) in self.recall.iter_mut().zip(RANKS) {
            *recall += usize::from(found.iter().take(rank).any(right));
        }
        let shown: Vec<&Found> = found.iter().take(SHOWN).filter(|one| one.sure >= SURE).collect();
        self.shown += shown.len();
        self.right += shown.iter().filter(|one| right(one)).count();
        self.answered += usize::from(!shown.is_empty());
        self.satisfied += usize::from(shown.iter().any(|one| right(one)));
    }

    /// How many texts were asked about.
    pub fn queries(&self) -> usize {
        self.queries
    }

    /// Mean average precision over the first five.
    pub fn mean_average_precision(&self) -> f64 {
        self.precision / self.queries.max(1) as f64
    }

    /// Mean of one divided by the rank of the first right one.
    pub fn reciprocal_rank(&self) -> f64 {
        self.reciprocal / self.queries.max(1) as f64
    }

    /// The shares of texts with a right one up to each of [`RANKS`].
    pub fn recall(&self) -> [f64; 3] {
        self.recall.map(|found| found as f64 / self.queries.max(1) as f64)
    }

    /// The share of right ones among those that people are shown.
    pub fn precision_shown(&self) -> f64 {
        self.right as f64 / self.shown.max(1) as f64
    }

    /// The share of texts for which people are shown a right one.
    pub fn recall_shown(&self) -> f64 {
        self.satisfied as f64 / self.queries.max(1) as f64
    }

    /// The share of texts for which people are shown anything.
    pub fn answered(&self) -> f64 {
        self.answered as f64 / self.queries.max(1) as f64
    }
}

/// What is found for each text among these claims, each with its title, as the desk looks them up.
pub fn find_all<'t>(claims: &[(String, String)], texts: impl IntoIterator<Item = &'t str>) -> Vec<Vec<Found>> {
    let (index, earlier) = indexed(claims, Index::new(), Saying::new);
    let find = |text: &str| {
        let asked = Saying::new(text);
        let numbers = index.candidates(&asked, CANDIDATES);
        let candidates: Vec<Earlier> = numbers.iter().filter_map(|number| earlier.get(*number).cloned()).collect();
        let ranked = rank(&asked, &candidates, &index);
        ranked.iter().filter_map(|like| Some(Found { claim: *numbers.get(like.place)?, sure: like.sure })).collect()
    };
    texts.into_iter().map(find).collect()
}

/// An index of claims, and the claims as they are compared.
pub(super) fn indexed(claims: &[(String, String)], mut index: Index, read: impl Fn(&str) -> Saying) -> (Index, Vec<Earlier>) {
    let earlier: Vec<Earlier> = claims.iter().map(|(claim, title)| Earlier { claim: read(claim), title: read(title) }).collect();
    for one in &earlier {
        index.add(&[&one.claim, &one.title]);
    }
    (index, earlier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_of_the_evaluation_kit() {
        let found = |claims: &[(usize, f32)]| claims.iter().map(|&(claim, sure)| Found { claim, sure }).collect::<Vec<_>>();
        let mut tally = Tally::default();
        tally.add(&found(&[(4, 0.9), (7, 0.9), (1, 0.1)]), &[7]);
        tally.add(&found(&[(1, 0.2), (2, 0.1)]), &[9]);
        assert!((tally.mean_average_precision() - 0.25).abs() < 1e-9);
        assert!((tally.reciprocal_rank() - 0.25).abs() < 1e-9);
        assert_eq!(format!("{:?}", tally.recall()), "[0.0, 0.5, 0.5]");
        assert!((tally.precision_shown() - 0.5).abs() < 1e-9);
        assert!((tally.answered() - 0.5).abs() < 1e-9 && (tally.recall_shown() - 0.5).abs() < 1e-9);
    }
}
