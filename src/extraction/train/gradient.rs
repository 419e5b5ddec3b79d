//! Learns decisions and chains of labels by their likelihood.
#![expect(clippy::indexing_slicing, reason = "lists of known length; this runs in training alone, never in the program")]

use super::super::attribution::role::{LABELS, PAIRS, Views};
use super::super::syntax::table::{Scorer, Table};
use super::perceptron::packed;

/// A linear model whose steps shrink where a weight has moved much (`AdaGrad`).
pub struct Gradient {
    mask: u32,
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// Sum of the weights at the end of rounds, and how many.
    sums: Vec<f32>,
    rounds: f32,
    rate: f32,
    decay: f32,
}

impl Gradient {
    /// One with `2^bits` rows of `classes` columns; `start` damps the first steps.
    pub fn new(bits: u32, classes: usize, rate: f32, start: f32, decay: f32) -> Self {
        let size = (1_usize << bits) * classes;
        Self { mask: (1_u32 << bits) - 1, weights: vec![0.0; size], squares: vec![start; size], sums: vec![0.0; size], rounds: 0.0, rate, decay }
    }

    /// Moves the weights of these features against the gradient of each class.
    pub fn change<const N: usize>(&mut self, keys: &[u32], gradient: &[f32; N]) {
        for key in keys {
            let row = (key & self.mask) as usize * N;
            for (n, by) in gradient.iter().enumerate() {
                if by.abs() < 1e-4 {
                    continue;
                }
                if let (Some(weight), Some(square)) = (self.weights.get_mut(row + n), self.squares.get_mut(row + n)) {
                    let by = by + self.decay * *weight;
                    *square += by * by;
                    *weight -= self.rate * by / square.sqrt();
                }
            }
        }
    }

    /// Notes the weights at the end of a round: what is kept is their mean.
    pub fn note(&mut self) {
        for (sum, weight) in self.sums.iter_mut().zip(&self.weights) {
            *sum += weight;
        }
        self.rounds += 1.0;
    }

    /// The mean of the noted weights in a table of `2^bits` rows. What moved a weight often counts for more.
    pub fn finish(&self, bits: u32, classes: usize) -> Table<Vec<u8>> {
        let mean: Vec<f32> = self.sums.iter().map(|sum| sum / self.rounds.max(1.0)).collect();
        let worth: Vec<f32> = mean.iter().zip(&self.squares).map(|(weight, square)| weight * square.sqrt()).collect();
        packed(&mean, &worth, classes, bits)
    }
}

impl<const N: usize> Scorer<N> for Gradient {
    fn scores(&self, keys: &[u32]) -> [f32; N] {
        let mut sums = [0.0; N];
        for key in keys {
            let row = (key & self.mask) as usize * N;
            if let Some(row) = self.weights.get(row..).and_then(<[f32]>::first_chunk::<N>) {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += weight;
                }
            }
        }
        sums
    }
}

/// The chance that a score stands for.
pub fn chance(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

/// One step of learning a decision; `right` is how right it would be, from 0 to 1.
pub fn learn_decision(model: &mut Gradient, keys: &[u32], right: f32) {
    let [score] = model.scores(keys);
    let error = chance(score) - right;
    model.change(keys, &[error]);
}

/// One step of learning a chain of labels.
pub fn learn_chain(single: &mut Gradient, double: &mut Gradient, views: &Views, labels: &[u8]) {
    let n = views.single.len();
    let own: Vec<[f32; LABELS]> = views.single.iter().map(|keys| single.scores(keys)).collect();
    let joint: Vec<[f32; PAIRS]> = views.double.iter().map(|keys| double.scores(keys)).collect();
    let allowed = |at: usize, label: usize| at != views.cue || label == 2;
    let sum = |values: &[f32]| {
        let top = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        if top == f32::NEG_INFINITY { top } else { top + values.iter().map(|v| (v - top).exp()).sum::<f32>().ln() }
    };
    let mut forward = vec![[f32::NEG_INFINITY; LABELS]; n];
    for at in 0..n {
        for label in 0..LABELS {
            if !allowed(at, label) {
                continue;
            }
            forward[at][label] = own[at][label]
                + if at == 0 { joint[0][label] } else { sum(&[0, 1, 2, 3].map(|before| forward[at - 1][before] + joint[at][before * LABELS + label])) };
        }
    }
    let mut backward = vec![[0.0_f32; LABELS]; n];
    for at in (0..n.saturating_sub(1)).rev() {
        for label in 0..LABELS {
            backward[at][label] = sum(&[0, 1, 2, 3].map(|next| {
                if allowed(at + 1, next) { joint[at + 1][label * LABELS + next] + own[at + 1][next] + backward[at + 1][next] } else { f32::NEG_INFINITY }
            }));
        }
    }
    let Some(last) = forward.last() else { return };
    let total = sum(last);
    for at in 0..n {
        let mut gradient = [0.0; LABELS];
        for label in 0..LABELS {
            gradient[label] = (forward[at][label] + backward[at][label] - total).exp() - f32::from(u8::from(usize::from(labels[at]) == label));
        }
        single.change(&views.single[at], &gradient);
        let mut gradient = [0.0; PAIRS];
        for before in 0..LABELS {
            for label in 0..LABELS {
                let pair = before * LABELS + label;
                if at == 0 {
                    if before == 0 {
                        gradient[pair] = (forward[0][label] + backward[0][label] - total).exp() - f32::from(u8::from(usize::from(labels[0]) == label));
                    }
                } else if allowed(at, label) {
                    let expected = (forward[at - 1][before] + joint[at][pair] + own[at][label] + backward[at][label] - total).exp();
                    gradient[pair] = expected - f32::from(u8::from(usize::from(labels[at]) == label && usize::from(labels[at - 1]) == before));
                }
            }
        }
        double.change(&views.double[at], &gradient);
    }
}
