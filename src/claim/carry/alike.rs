//! How alike two units are: the weight of the words they share. Rare words weigh more than common ones, marks nothing.

use super::word::{Side, Token, Words};

/// What words weigh: how few units of both texts they stand in.
pub(super) struct Weights(Vec<f32>);

impl Weights {
    pub fn of(words: &Words) -> Self {
        let kinds = usize::try_from(words.kinds).unwrap_or_default();
        let (mut seen_in, mut count) = (vec![0_usize; kinds], vec![0_u32; kinds]);
        let mut number = 0;
        for side in [&words.old, &words.new] {
            for unit in 0..side.units.len() {
                number += 1;
                for token in side.tokens_of(unit).iter().filter(|token| token.is_word) {
                    let at = place(token);
                    if let (Some(seen), Some(count)) = (seen_in.get_mut(at), count.get_mut(at))
                        && *seen != number
                    {
                        *seen = number;
                        *count += 1;
                    }
                }
            }
        }
        let all = number as f32;
        Self(count.iter().map(|count| if *count == 0 { 0.0 } else { (1.0 + all / *count as f32).ln() }).collect())
    }

    pub fn get(&self, id: u32) -> f32 {
        usize::try_from(id).ok().and_then(|at| self.0.get(at)).copied().unwrap_or_default()
    }
}

fn place(token: &Token) -> usize {
    usize::try_from(token.id).unwrap_or(usize::MAX)
}

/// The words of some units as a bag: in order of their numbers, with how often each stands there.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    words: Vec<(u32, u32)>,
    pub weight: f32,
}

impl Bag {
    pub fn of(side: &Side, unit: usize, weights: &Weights) -> Self {
        let mut ids: Vec<u32> = side.tokens_of(unit).iter().filter(|token| token.is_word).map(|token| token.id).collect();
        ids.sort_unstable();
        let mut words: Vec<(u32, u32)> = Vec::with_capacity(ids.len());
        for id in ids {
            match words.last_mut() {
                Some((last, count)) if *last == id => *count += 1,
                _ => words.push((id, 1)),
            }
        }
        Self::weighed(words, weights)
    }

    fn weighed(words: Vec<(u32, u32)>, weights: &Weights) -> Self {
        let weight = words.iter().map(|(id, count)| weights.get(*id) * *count as f32).sum();
        Self { words, weight }
    }

    pub fn ids(&self) -> impl Iterator<Item = u32> {
        self.words.iter().map(|(id, _)| *id)
    }

    /// Both bags together: `f` says how often a word stands in the result, from how often it stands in each.
    fn merged(&self, other: &Self, weights: &Weights, f: impl Fn(u32, u32) -> u32) -> Self {
        let (mut mine, mut others) = (self.words.iter().copied().peekable(), other.words.iter().copied().peekable());
        let mut words = Vec::with_capacity(self.words.len());
        loop {
            let (id, a, b) = match (mine.peek().copied(), others.peek().copied()) {
                (None, None) => break,
                (Some((id, a)), None) => (id, a, 0),
                (None, Some((id, b))) => (id, 0, b),
                (Some((left, a)), Some((right, b))) => (left.min(right), if left <= right { a } else { 0 }, if right <= left { b } else { 0 }),
            };
            mine.next_if(|(own, _)| *own == id);
            others.next_if(|(own, _)| *own == id);
            let count = f(a, b);
            if count > 0 {
                words.push((id, count));
            }
        }
        Self::weighed(words, weights)
    }

    /// What stands in both.
    pub fn shared(&self, other: &Self, weights: &Weights) -> Self {
        self.merged(other, weights, u32::min)
    }

    /// What stands here and not there.
    pub fn without(&self, other: &Self, weights: &Weights) -> Self {
        self.merged(other, weights, u32::saturating_sub)
    }

    /// What stands in either.
    pub fn with(&self, other: &Self, weights: &Weights) -> Self {
        self.merged(other, weights, |a, b| a + b)
    }

    /// How many words.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|(_, count)| count).sum()
    }

    /// How alike two bags are, from 0 (no word in common) to 1 (the same words).
    pub fn likeness(&self, other: &Self, weights: &Weights) -> f32 {
        let all = self.weight + other.weight;
        if all > 0.0 { 2.0 * self.shared(other, weights).weight / all } else { 0.0 }
    }
}
