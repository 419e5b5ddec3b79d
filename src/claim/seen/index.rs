//! Which of very many claims share the rarest words of a text: for each word the numbers of the claims that hold it,
//! packed as the distances between them, a byte or two each. A million claims take some tens of megabytes.

use super::known::{Known, embedded, rarity};
use super::saying::Saying;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};
use std::sync::Arc;

/// How much long claims are held back, and how soon: BM25's two constants.
const OFTEN: f32 = 0.8;
const LONG: f32 = 0.75;
/// How many places of words are looked at for one text; the commonest words are left out beyond that.
const PLACES: u32 = 2_000_000;

/// Where one word stands.
#[derive(Clone, Debug, Default)]
struct Places {
    /// Distances between the numbers of its claims, seven bits a byte, the low ones first.
    packed: Vec<u8>,
    /// The last claim, plus one.
    behind: u32,
    count: u32,
}

/// An index of claims by their words. Claims have numbers, from 0, in the order in which they were added.
#[derive(Clone, Debug)]
pub struct Index {
    known: Arc<Known>,
    words: HashMap<u32, Places>,
    lengths: Vec<u8>,
    total: u64,
}

impl Default for Index {
    fn default() -> Self {
        Self::new()
    }
}

impl Index {
    /// An index without claims.
    pub fn new() -> Self {
        Self::knowing(embedded().clone())
    }

    /// The same, with other knowledge than the program was built with.
    pub(super) fn knowing(known: Arc<Known>) -> Self {
        Self { known, words: HashMap::new(), lengths: Vec::new(), total: 0 }
    }

    /// How many claims it holds.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Adds a claim: its wording, and what else it is known by, such as a headline. Gives its number.
    pub fn add(&mut self, parts: &[&Saying]) -> usize {
        let number = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        let stems: Vec<u32> = parts.iter().flat_map(|part| part.whole()).map(|word| word.stem).collect();
        self.total += stems.len() as u64;
        self.lengths.push(u8::try_from(stems.len()).unwrap_or(u8::MAX));
        for stem in stems.into_iter().collect::<HashSet<_>>() {
            let places = self.words.entry(stem).or_default();
            pack(number.saturating_sub(places.behind), &mut places.packed);
            places.behind = number.saturating_add(1);
            places.count += 1;
        }
        self.lengths.len() - 1
    }

    /// The numbers of up to `most` claims that share the most telling words with a text, best first.
    pub fn candidates(&self, asked: &Saying, most: usize) -> Vec<usize> {
        let mut stems: Vec<(u32, &Places)> =
            asked.whole().map(|word| word.stem).collect::<HashSet<_>>().into_iter().filter_map(|stem| Some((stem, self.words.get(&stem)?))).collect();
        stems.sort_by_key(|(stem, places)| (places.count, *stem));
        let usual = (self.total as f32 / self.lengths.len().max(1) as f32).max(1.0);
        let mut scores = vec![0.0_f32; self.lengths.len()];
        let mut left = PLACES;
        for (at, (stem, places)) in stems.into_iter().enumerate() {
            if places.count > left && at > 0 {
                break;
            }
            left = left.saturating_sub(places.count);
            let telling = self.rarity(stem);
            places.each(|number| {
                if let (Some(score), Some(length)) = (scores.get_mut(number), self.lengths.get(number)) {
                    *score += telling * (OFTEN + 1.0) / (1.0 + OFTEN * (1.0 - LONG + LONG * f32::from(*length) / usual));
                }
            });
        }
        best(&scores, most)
    }

    /// How telling a stem is: by these claims, and by what is known beforehand.
    pub(super) fn rarity(&self, stem: u32) -> f32 {
        let known = &self.known;
        let here = self.words.get(&stem).map_or(0, |places| places.count);
        let all = u32::try_from(self.lengths.len()).unwrap_or(u32::MAX);
        rarity(known.texts.saturating_add(all), known.stem(stem).saturating_add(here))
    }

    /// What is known beforehand.
    pub(super) fn known(&self) -> &Known {
        &self.known
    }
}

impl Places {
    fn each(&self, mut found: impl FnMut(usize)) {
        let (mut number, mut distance, mut shift) = (0_u32, 0_u32, 0_u32);
        for byte in &self.packed {
            distance |= u32::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                number = number.wrapping_add(distance);
                found(number as usize);
                number = number.wrapping_add(1);
                (distance, shift) = (0, 0);
            } else {
                shift += 7;
            }
        }
    }
}

fn pack(mut distance: u32, packed: &mut Vec<u8>) {
    while distance >= 0x80 {
        packed.push(low(distance) | 0x80);
        distance >>= 7;
    }
    packed.push(low(distance));
}

/// The lowest seven bits.
fn low(distance: u32) -> u8 {
    u8::try_from(distance & 0x7F).unwrap_or_default()
}

/// The places of the highest figures above 0, highest first; of equal ones the earlier.
fn best(scores: &[f32], most: usize) -> Vec<usize> {
    let mut heap: BinaryHeap<Reverse<(u32, Reverse<usize>)>> = BinaryHeap::with_capacity(most + 1);
    for (number, score) in scores.iter().enumerate().filter(|(_, score)| **score > 0.0) {
        // The bits of figures above 0 are in the order of the figures.
        let entry = Reverse((score.to_bits(), Reverse(number)));
        if heap.len() < most {
            heap.push(entry);
        } else if heap.peek().is_some_and(|least| entry < *least) {
            heap.pop();
            heap.push(entry);
        }
    }
    heap.into_sorted_vec().into_iter().map(|Reverse((_, Reverse(number)))| number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_come_back() {
        let mut places = Places::default();
        for distance in [0, 0, 127, 128, 300_000] {
            pack(distance, &mut places.packed);
        }
        let mut found = Vec::new();
        places.each(|number| found.push(number));
        assert_eq!(found, [0, 1, 129, 258, 300_259]);
    }

    #[test]
    fn the_best_come_first_and_of_equals_the_earlier() {
        assert_eq!(best(&[0.0, 2.0, 1.0, 2.0, 3.0], 3), [4, 1, 3]);
    }
}
