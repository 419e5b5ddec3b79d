//! Linear models over hashed features: a weight a byte, added up.
//!
//! A model is a small file: the mark `CLM1`, how many bits a key has, the size of one step, a checksum, and the
//! weights. What a key stands for is for the caller to say; `fit` learns the weights.

use crate::checksum::fnv1a;

/// The mark that a file begins with.
const MARK: &[u8; 4] = b"CLM1";
/// Length of what stands before the weights.
const HEAD: usize = 4 + 4 + 4 + 8;
/// Most bits of a key.
const BITS: u32 = 24;

/// Weights as they stand in a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Linear<'w> {
    mask: u32,
    step: f32,
    weights: &'w [u8],
}

impl<'w> Linear<'w> {
    /// Reads a file; `None` where it is damaged.
    pub fn read(file: &'w [u8]) -> Option<Self> {
        let (head, weights) = file.split_at_checked(HEAD)?;
        let (mark, head) = head.split_first_chunk::<4>()?;
        let (bits, head) = head.split_first_chunk::<4>()?;
        let (step, sum) = head.split_first_chunk::<4>()?;
        let bits = u32::from_le_bytes(*bits);
        let whole = mark == MARK && (1..=BITS).contains(&bits) && weights.len() == 1 << bits && sum == fnv1a(weights).to_le_bytes();
        whole.then(|| Self { mask: (1 << bits) - 1, step: f32::from_le_bytes(*step), weights })
    }

    /// The sum of the weights of these keys; above 0 means yes.
    pub fn score(&self, keys: &[u32]) -> f32 {
        let weight = |key: &u32| self.weights.get((key & self.mask) as usize).map_or(0, |weight| i32::from(weight.cast_signed()));
        keys.iter().map(weight).sum::<i32>() as f32 * self.step
    }
}

/// The file of these weights, of which there are `2^bits`: each in 255 steps, the few largest cut.
pub(super) fn file_of(weights: &[f32], bits: u32) -> Vec<u8> {
    let mut sizes: Vec<f32> = weights.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
    sizes.sort_by(f32::total_cmp);
    let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2_000)).copied().unwrap_or(1.0);
    let step = top / 127.0;
    #[expect(clippy::cast_possible_truncation, reason = "clamped to a byte")]
    let bytes: Vec<u8> = weights.iter().map(|weight| ((weight / step).round().clamp(-127.0, 127.0) as i8).cast_unsigned()).collect();
    let mut file = MARK.to_vec();
    file.extend(bits.to_le_bytes());
    file.extend(step.to_le_bytes());
    file.extend(fnv1a(&bytes).to_le_bytes());
    file.extend(bytes);
    file
}

/// A key of a template and the values that fill it.
pub(super) fn key(template: u32, values: &[u32]) -> u32 {
    let mixed = values.iter().fold(template.wrapping_mul(0x9E37_79B1), |sum, value| (sum.rotate_left(5) ^ value).wrapping_mul(0x85EB_CA6B));
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0xC2B2_AE35);
    mixed ^ (mixed >> 13)
}

/// A value of some characters.
pub(super) fn value(chars: impl Iterator<Item = char>) -> u32 {
    chars.fold(0x811C_9DC5, |sum, c| (sum ^ u32::from(c)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_come_back_in_steps() {
        let file = file_of(&[0.5, -1.0, 0.0, 0.25], 2);
        let model = Linear::read(&file).unwrap_or_else(|| panic!("a whole file"));
        assert!((model.score(&[0]) - 0.5).abs() < 0.01);
        assert!((model.score(&[1, 4]) + 0.5).abs() < 0.01);
    }

    #[test]
    fn a_damaged_file_is_none() {
        let file = file_of(&[0.5, -1.0, 0.0, 0.25], 2);
        assert!(Linear::read(file.get(1..).unwrap_or_default()).is_none());
        let mut bent = file;
        if let Some(last) = bent.last_mut() {
            *last ^= 1;
        }
        assert!(Linear::read(&bent).is_none());
        assert!(Linear::read(&[]).is_none());
    }
}
