//! Weights while they are learned.

use super::super::syntax::table::{Scorer, Table};

/// An averaged perceptron over hashed features.
pub struct Perceptron {
    mask: u32,
    weights: Vec<f32>,
    sums: Vec<f32>,
    clock: f32,
}

impl Perceptron {
    /// One with `2^bits` rows of `classes` columns.
    pub fn new(bits: u32, classes: usize) -> Self {
        let size = (1_usize << bits) * classes;
        Self { mask: (1_u32 << bits) - 1, weights: vec![0.0; size], sums: vec![0.0; size], clock: 1.0 }
    }

    /// Notes that an example has passed.
    pub fn tick(&mut self) {
        self.clock += 1.0;
    }

    /// Moves the weights of these features of a class.
    pub fn change<const N: usize>(&mut self, keys: &[u32], class: usize, by: f32) {
        for key in keys {
            let at = (key & self.mask) as usize * N + class;
            if let (Some(weight), Some(sum)) = (self.weights.get_mut(at), self.sums.get_mut(at)) {
                *weight += by;
                *sum += by * self.clock;
            }
        }
    }

    /// The average of the weights over time, in a table of `2^bits` rows.
    pub fn finish(&self, bits: u32, classes: usize) -> Table<Vec<u8>> {
        let mean: Vec<f32> = self.weights.iter().zip(&self.sums).map(|(weight, sum)| weight - sum / self.clock).collect();
        packed(&mean, &mean, classes, bits)
    }
}

/// Weights as bytes in a table of `2^bits` rows: of the features that fall on one row, the one that weighs most has it.
/// The few largest weights are cut.
pub fn packed(weights: &[f32], worth: &[f32], classes: usize, bits: u32) -> Table<Vec<u8>> {
    let slots = weights.len() / classes;
    let rows = 1_usize << bits;
    let sum = |slot: usize| worth.get(slot * classes..(slot + 1) * classes).unwrap_or_default().iter().map(|weight| weight.abs()).sum::<f32>();
    let mut kept: Vec<(f32, usize)> = vec![(0.0, 0); rows];
    for slot in 0..slots {
        let worth = sum(slot);
        if let Some(best) = kept.get_mut(slot % rows).filter(|best| worth > best.0) {
            *best = (worth, slot);
        }
    }
    let row = |slot: usize| weights.get(slot * classes..(slot + 1) * classes).unwrap_or_default();
    let mut sizes: Vec<f32> =
        kept.iter().filter(|kept| kept.0 > 0.0).flat_map(|kept| row(kept.1)).map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 5000)).copied().unwrap_or(1.0);
    let scale = top / 127.0;
    let mut bytes = Vec::with_capacity(rows * (classes + 1));
    for (worth, slot) in kept {
        bytes.push(u8::try_from(slot / rows).unwrap_or_default());
        let weight = |weight: &f32| if worth > 0.0 { in_a_byte(weight / scale) } else { 0 };
        bytes.extend(row(slot).iter().map(weight));
    }
    Table { bits, marks: u32::try_from(slots / rows).unwrap_or(1).max(1) - 1, scale, weights: bytes }
}

impl<const N: usize> Scorer<N> for Perceptron {
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

/// A number from -127 to 127 as a byte.
#[expect(clippy::cast_possible_truncation, reason = "clamped to what a byte holds")]
fn in_a_byte(number: f32) -> u8 {
    (number.round().clamp(-127.0, 127.0) as i8).cast_unsigned()
}

/// A source of chance that always gives the same.
pub struct Chance(pub u64);

impl Chance {
    /// The next number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % (n.max(1) as u64)).unwrap_or_default()
    }

    /// Puts a list in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}
