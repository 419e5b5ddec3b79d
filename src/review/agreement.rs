//! How far two people who check the same claim apart from each other agree. Pure.
//!
//! [`cohens_kappa`] follows J. Cohen, “A coefficient of agreement for nominal scales”, Educational and Psychological
//! Measurement 20 (1960); [`krippendorffs_alpha`] follows K. Krippendorff, “Computing Krippendorff’s alpha-reliability”
//! (2011), whose worked examples are the tests below. Neither is known where all findings say the same: then chance
//! alone would agree as well.

use crate::claim::store::second::Pair;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// How far two findings on the same claims agree.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Agreement {
    /// How many claims were checked twice.
    pub pairs: usize,
    /// On the substance: is it so?
    pub substance: Figures,
    /// On what the sources said.
    pub attribution: Figures,
    /// Krippendorff’s alpha over the verdicts on substance that have a figure from 5 to 1, ordinal.
    pub alpha_ordinal: Option<f64>,
}

/// The figures on one verdict.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
pub struct Figures {
    /// In how many pairs both findings have this verdict.
    pub pairs: usize,
    /// The share of them in which both have the same.
    pub same: Option<f64>,
    /// Cohen’s kappa of first and second findings.
    pub kappa: Option<f64>,
    /// Krippendorff’s alpha, nominal.
    pub alpha: Option<f64>,
}

impl Figures {
    fn of<V: Ord + Copy>(pairs: &[(V, V)]) -> Self {
        let same = pairs.iter().filter(|(first, second)| first == second).count();
        let units: Vec<Vec<V>> = pairs.iter().map(|(first, second)| vec![*first, *second]).collect();
        Self {
            pairs: pairs.len(),
            same: (!pairs.is_empty()).then(|| count(same) / count(pairs.len())),
            kappa: cohens_kappa(pairs),
            alpha: krippendorffs_alpha(&units, Scale::Nominal),
        }
    }
}

/// The figures over all pairs of findings of a desk.
pub fn over(pairs: &[Pair]) -> Agreement {
    let substance: Vec<_> = pairs.iter().filter_map(|((first, second), _)| first.zip(*second)).collect();
    let attribution: Vec<_> = pairs.iter().filter_map(|(_, (first, second))| first.zip(*second)).collect();
    let rated: Vec<Vec<u8>> = substance.iter().filter_map(|(first, second)| Some(vec![first.rating()?, second.rating()?])).collect();
    Agreement {
        pairs: pairs.len(),
        substance: Figures::of(&substance),
        attribution: Figures::of(&attribution),
        alpha_ordinal: krippendorffs_alpha(&rated, Scale::Ordinal),
    }
}

/// How different two values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// The same or not.
    Nominal,
    /// By how many findings lie between them: values in the order of a scale.
    Ordinal,
}

/// Agreement of two raters beyond chance, from −1 to 1; `None` where it is not defined.
pub fn cohens_kappa<V: Ord + Copy>(pairs: &[(V, V)]) -> Option<f64> {
    if pairs.is_empty() {
        return None;
    }
    let mut marginals: BTreeMap<V, (f64, f64)> = BTreeMap::new();
    let mut same = 0.0;
    for (first, second) in pairs {
        marginals.entry(*first).or_default().0 += 1.0;
        marginals.entry(*second).or_default().1 += 1.0;
        same += f64::from(u8::from(first == second));
    }
    let n = count(pairs.len());
    let observed = same / n;
    let expected: f64 = marginals.values().map(|(first, second)| (first / n) * (second / n)).sum();
    (expected < 1.0).then(|| (observed - expected) / (1.0 - expected))
}

/// Krippendorff’s alpha over units that any number of people rated; a unit with fewer than two values counts nothing.
/// `None` where it is not defined.
pub fn krippendorffs_alpha<V: Ord + Copy>(units: &[Vec<V>], scale: Scale) -> Option<f64> {
    let mut coincidences: BTreeMap<(V, V), f64> = BTreeMap::new();
    let mut totals: BTreeMap<V, f64> = BTreeMap::new();
    for unit in units.iter().filter(|unit| unit.len() >= 2) {
        let weight = 1.0 / count(unit.len() - 1);
        for (i, one) in unit.iter().enumerate() {
            *totals.entry(*one).or_default() += 1.0;
            for (j, other) in unit.iter().enumerate() {
                if i != j {
                    *coincidences.entry((*one, *other)).or_default() += weight;
                }
            }
        }
    }
    let n: f64 = totals.values().sum();
    let values: Vec<(V, f64)> = totals.into_iter().collect();
    let (mut observed, mut expected) = (0.0, 0.0);
    for (i, (one, n_one)) in values.iter().enumerate() {
        for (j, (other, n_other)) in values.iter().enumerate().skip(i + 1) {
            let difference = match scale {
                Scale::Nominal => 1.0,
                Scale::Ordinal => {
                    let between: f64 = values.get(i..=j).unwrap_or_default().iter().map(|(_, n)| n).sum();
                    (between - f64::midpoint(*n_one, *n_other)).powi(2)
                }
            };
            observed += coincidences.get(&(*one, *other)).copied().unwrap_or_default() * difference;
            expected += n_one * n_other * difference;
        }
    }
    (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected)
}

#[expect(clippy::cast_precision_loss, reason = "a desk does not make 2^52 findings")]
fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four observers, twelve units, five values, some missing: example C of Krippendorff (2011).
    fn example() -> Vec<Vec<u8>> {
        let rows = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        (0..12).map(|unit| rows.iter().map(|row| row[unit]).filter(|value| *value != 0).collect()).collect()
    }

    #[test]
    fn alpha_is_what_its_author_computes() {
        let round = |value: Option<f64>| value.map(|value| (value * 1000.0).round() / 1000.0);
        assert_eq!(round(krippendorffs_alpha(&example(), Scale::Nominal)), Some(0.743));
        assert_eq!(round(krippendorffs_alpha(&example(), Scale::Ordinal)), Some(0.815));
        // Two observers, ten units, two values: example A.
        let a = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
        let b = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
        let units: Vec<Vec<u8>> = a.into_iter().zip(b).map(|(a, b)| vec![a, b]).collect();
        assert_eq!(round(krippendorffs_alpha(&units, Scale::Nominal)), Some(0.095));
    }

    #[test]
    fn kappa_is_what_is_left_of_agreement_beyond_chance() {
        // 20 times yes by both, 15 times no by both, 5 and 10 times one each: .4 in many textbooks.
        let pairs: Vec<(bool, bool)> = [(20, (true, true)), (5, (true, false)), (10, (false, true)), (15, (false, false))]
            .into_iter()
            .flat_map(|(times, pair)| std::iter::repeat_n(pair, times))
            .collect();
        assert!((cohens_kappa(&pairs).unwrap() - 0.4).abs() < 1e-12);
        assert_eq!(cohens_kappa(&[(1, 2), (2, 1)]), Some(-1.0));
    }

    #[test]
    fn where_all_say_the_same_nothing_can_be_said_beyond_chance() {
        assert_eq!(cohens_kappa::<u8>(&[]), None);
        assert_eq!(cohens_kappa(&[(1, 1), (1, 1)]), None);
        assert_eq!(krippendorffs_alpha(&[vec![1, 1], vec![1, 1], vec![2]], Scale::Nominal), None);
    }
}
