//! Maps and sets with a cheap hash, for keys that stand in the program: nobody can choose them so that they collide.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words of the program.
pub(super) type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set of words of the program.
pub(super) type QuickSet<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// Eight bytes at a time, multiplied and folded.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Quick(u64);

impl Quick {
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.add(u64::from_le_bytes(*chunk));
        }
        if !rest.is_empty() {
            self.add(rest.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, value: u8) {
        self.0 ^= u64::from(value) << 56;
    }

    fn write_u32(&mut self, value: u32) {
        self.add(u64::from(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_anywhere_are_told_apart() {
        let words = ["", "a", "b", "ab", "ba", "a\0", "abcdefgh", "abcdefghi", "ibcdefgh", "abcdefgi"];
        let map: QuickMap<&str, usize> = words.iter().enumerate().map(|(n, word)| (*word, n)).collect();
        assert!(words.iter().enumerate().all(|(n, word)| map.get(word) == Some(&n)));
        let hash = |word: &str| std::hash::BuildHasher::hash_one(&BuildHasherDefault::<Quick>::default(), word);
        assert_eq!(words.iter().map(|word| hash(word)).collect::<std::collections::HashSet<_>>().len(), words.len());
    }
}
