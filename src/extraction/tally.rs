//! How good sentences, check-worthiness and the names of speakers are, beside a gold standard.

use super::score::Count;
use super::structure::trim;
use crate::span::Span;
use std::collections::{BTreeMap, HashSet};

/// Counts the sentences of a document, right where both ends are; white space at the edges does not count.
pub fn sentences(text: &str, gold: &[Span], found: &[Span]) -> Count {
    let chars: Vec<char> = text.chars().collect();
    let set = |spans: &[Span]| spans.iter().map(|span| trim(&chars, *span)).collect::<HashSet<Span>>();
    let (gold, found) = (set(gold), set(found));
    Count { hits: gold.intersection(&found).count(), predicted: found.len(), gold: gold.len() }
}

/// Average precision of each document's sentences ranked by score, averaged over the documents that have a chosen one.
/// Sentences are told as document, score, whether chosen; equal scores rank in the order told.
pub fn mean_average_precision<'d>(rated: impl IntoIterator<Item = (&'d str, f64, bool)>) -> f64 {
    let mut documents: BTreeMap<&str, Vec<(f64, bool)>> = BTreeMap::new();
    for (document, score, chosen) in rated {
        documents.entry(document).or_default().push((score, chosen));
    }
    let precisions: Vec<f64> = documents.into_values().filter_map(average_precision).collect();
    precisions.iter().sum::<f64>() / precisions.len().max(1) as f64
}

fn average_precision(mut ranked: Vec<(f64, bool)>) -> Option<f64> {
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0_usize, 0.0);
    for (n, (_, chosen)) in ranked.iter().enumerate() {
        if *chosen {
            hits += 1;
            sum += hits as f64 / (n + 1) as f64;
        }
    }
    (hits > 0).then(|| sum / hits as f64)
}

/// How many of the sources of an article are named right, and how many there are. `mentions` are all places where the
/// article names a source; `gold` some of them, with the name in full.
pub fn speakers(text: &str, mentions: &[Span], gold: &[(Span, String)]) -> (usize, usize) {
    let mut places: Vec<Span> = mentions.iter().copied().chain(gold.iter().map(|(place, _)| *place)).collect();
    places.sort_unstable();
    places.dedup();
    let named = super::speakers(text, &places);
    let is_right = |(place, name): &&(Span, String)| places.binary_search(place).is_ok_and(|at| named.get(at).is_some_and(|found| is_same_name(name, found)));
    (gold.iter().filter(is_right).count(), gold.len())
}

/// Whether a source was named right: the same words, titles and articles aside.
pub fn is_same_name(gold: &str, found: &str) -> bool {
    let words = |name: &str| {
        let low = name.to_lowercase();
        let words = low.split(|c: char| !c.is_alphanumeric()).filter(|word| !matches!(*word, "" | "the" | "mr" | "mrs" | "ms" | "dr" | "s"));
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    words(gold) == words(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_counts_when_both_ends_are_right() {
        let count = sentences("Yes. No. Why", &[Span::new(0, 4), Span::new(5, 8), Span::new(9, 12)], &[Span::new(0, 5), Span::new(5, 12)]);
        assert_eq!(count, Count { hits: 1, predicted: 2, gold: 3 });
        assert!((count.f1() - 0.4).abs() < 1e-9);
    }

    #[test]
    fn precision_is_averaged_over_documents() {
        let rated = [("a", 0.9, false), ("a", 0.5, true), ("b", 0.1, true), ("c", 0.1, false)];
        assert!((mean_average_precision(rated) - 0.75).abs() < 1e-9);
    }
}
