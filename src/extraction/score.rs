//! How well attributions fit a gold standard: the figures of the evaluation kit.
//!
//! Spans become sets of words (letters, digits, inner apostrophes, hyphens and stops). Predicted and gold attributions
//! are paired one to one, the best overlap of their contents first.

use super::model::Attribution;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::AddAssign;

/// Words that alone make no overlap of sources or cues.
const STOP: &[&str] = &["the", "a", "an", "of", "and", "to", "in", "for", "that", "his", "her", "their", "its"];

/// Hits, predicted and gold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Right ones.
    pub hits: usize,
    /// How many were predicted.
    pub predicted: usize,
    /// How many there are.
    pub gold: usize,
}

impl Count {
    /// The share of predicted ones that are right.
    pub fn precision(self) -> f64 {
        if self.predicted > 0 { self.hits as f64 / self.predicted as f64 } else { f64::from(u8::from(self.gold == 0)) }
    }

    /// The share of all that was found.
    pub fn recall(self) -> f64 {
        if self.gold > 0 { self.hits as f64 / self.gold as f64 } else { f64::from(u8::from(self.predicted == 0)) }
    }

    /// Harmonic mean of both.
    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.hits += more.hits;
        self.predicted += more.predicted;
        self.gold += more.gold;
    }
}

/// The figures over several articles.
#[derive(Clone, Debug, Default)]
pub struct Score {
    /// Contents that overlap by half at least, that are the same, linked ones, and those right in all.
    pub content: Count,
    /// See `content`.
    pub exact: Count,
    /// See `content`.
    pub linked: Count,
    /// See `content`.
    pub all_exact: Count,
    /// Words of cues, sources and contents over the whole article.
    pub tokens: [Count; 3],
    /// Found and all gold ones by kind.
    pub kinds: BTreeMap<String, (usize, usize)>,
    /// Articles counted.
    pub articles: usize,
}

/// An attribution in words.
struct Sets {
    parts: [BTreeSet<usize>; 3],
    kind: String,
}

/// The words of a text, in scalar values.
fn words(chars: &[char]) -> Vec<Span> {
    let inside = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_');
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !inside(at) {
            at += 1;
            continue;
        }
        let start = at;
        while inside(at) || chars.get(at).is_some_and(|c| matches!(c, '’' | '\'' | '-' | '.')) && inside(at + 1) {
            at += 1;
        }
        found.push(Span::new(start, at));
    }
    found
}

fn sets(words: &[Span], attributions: &[Attribution]) -> Vec<Sets> {
    let set = |spans: &[Span]| {
        let mut set = BTreeSet::new();
        for span in spans {
            let from = words.partition_point(|word| word.end <= span.start);
            set.extend((from..words.len()).take_while(|n| words.get(*n).is_some_and(|word| word.start < span.end)));
        }
        set
    };
    let made = attributions
        .iter()
        .map(|one| Sets { parts: [set(&one.cue), set(&one.source), set(&one.content)], kind: one.kind.map(|kind| kind.to_string()).unwrap_or_default() });
    made.filter(|one| !one.parts[2].is_empty()).collect()
}

impl Score {
    /// Adds an article; gives which gold attribution each predicted one was paired with, and whether it is linked.
    pub fn add(&mut self, text: &str, gold: &[Attribution], predicted: &[Attribution]) -> Vec<(usize, usize, bool)> {
        let chars: Vec<char> = text.chars().collect();
        let words = words(&chars);
        let stops: Vec<bool> = words.iter().map(|word| STOP.contains(&super::text_of(&chars, *word).to_lowercase().as_str())).collect();
        let (gold, predicted) = (sets(&words, gold), sets(&words, predicted));
        self.articles += 1;
        for (n, count) in self.tokens.iter_mut().enumerate() {
            let all = |sets: &[Sets]| sets.iter().filter_map(|one| one.parts.get(n)).flatten().copied().collect::<BTreeSet<usize>>();
            let (a, b) = (all(&gold), all(&predicted));
            count.hits += a.intersection(&b).count();
            count.gold += a.len();
            count.predicted += b.len();
        }
        let soft = |a: &BTreeSet<usize>, b: &BTreeSet<usize>| {
            a.is_empty() && b.is_empty() || a.intersection(b).any(|n| !stops.get(*n).copied().unwrap_or_default()) || !a.is_disjoint(b) && a == b
        };
        let mut pairs = Vec::new();
        for (i, a) in gold.iter().enumerate() {
            for (j, b) in predicted.iter().enumerate() {
                let common = a.parts[2].intersection(&b.parts[2]).count();
                if common > 0 {
                    let share = common as f64 / a.parts[2].union(&b.parts[2]).count() as f64;
                    pairs.push((share, usize::from(soft(&a.parts[1], &b.parts[1])) + usize::from(soft(&a.parts[0], &b.parts[0])), i, j));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2, b.3).cmp(&(a.1, a.2, a.3))));
        let (mut used_gold, mut used) = (vec![false; gold.len()], vec![false; predicted.len()]);
        let mut paired = Vec::new();
        for count in [&mut self.content, &mut self.exact, &mut self.linked, &mut self.all_exact] {
            count.gold += gold.len();
            count.predicted += predicted.len();
        }
        for (share, links, i, j) in pairs {
            let (Some(a), Some(b), Some(ug), Some(up)) = (gold.get(i), predicted.get(j), used_gold.get_mut(i), used.get_mut(j)) else { continue };
            if share < 0.5 || *ug || *up {
                continue;
            }
            (*ug, *up) = (true, true);
            self.content.hits += 1;
            self.exact.hits += usize::from(a.parts[2] == b.parts[2]);
            self.linked.hits += usize::from(links == 2);
            self.all_exact.hits += usize::from(a.parts == b.parts);
            paired.push((i, j, links == 2));
        }
        for (one, found) in gold.iter().zip(used_gold) {
            let kind = self.kinds.entry(one.kind.clone()).or_default();
            kind.0 += usize::from(found);
            kind.1 += 1;
        }
        paired
    }
}
