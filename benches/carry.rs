//! What it costs to find out what a new version does: two texts compared, every claim placed, with and without the
//! extraction of the new text. Heavy editing: of every ten sentences one is taken out, one is new, three have other
//! words, one is split, and a tenth of all paragraphs stand elsewhere. `cargo bench --bench carry`.

use corroborate::claim::carry::{CarryOver, Link, Placed, Text};
use corroborate::extraction::{Extraction, Options, extract};
use corroborate::span::{ScalarIndex, Span};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;

const ARTICLES: [&str; 3] = [
    include_str!("../tests/extraction/articles/state_visit.txt"),
    include_str!("../tests/extraction/articles/harbour_strike.txt"),
    include_str!("../tests/extraction/articles/leak_inquiry.txt"),
];

/// The articles one after the other, up to so many words; figures make every round another one.
fn of_words(most: usize) -> String {
    let (mut text, mut have, mut round) = (String::new(), 0, 0);
    while have < most {
        for line in ARTICLES.iter().flat_map(|article| article.lines()) {
            have += line.split_whitespace().count();
            let mut line = line.to_owned();
            for (digit, other) in [("2", 3), ("5", 7), ("a ", 1)] {
                if digit == "a " && round > 0 {
                    line = line.replacen(" the ", &format!(" the {}th ", round + 1), 1);
                } else if round > 0 {
                    line = line.replace(digit, &((other + round) % 10).to_string());
                }
            }
            text.push_str(&line);
            text.push('\n');
        }
        round += 1;
    }
    text
}

/// The text after heavy editing.
fn edited(text: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut number = 0;
    for line in text.lines() {
        let mut paragraph = String::new();
        for sentence in line.split_inclusive(". ") {
            number += 1;
            match number % 10 {
                0 => {}
                1 => {
                    let _ = write!(paragraph, "{sentence}A spokesman added that {number} people had written in. ");
                }
                2 => paragraph.push_str(&sentence.replacen(" the ", " that ", 1).replacen(" in ", " during ", 2)),
                4 => paragraph.push_str(&sentence.replacen(" of ", " among the many of ", 1).replacen(" was ", " had been ", 1)),
                6 => paragraph.push_str(&sentence.replace(['1', '3', '7'], "4").replacen(" a ", " one ", 1)),
                8 => paragraph.push_str(&sentence.replacen(", ", ". ", 1)),
                _ => paragraph.push_str(sentence),
            }
        }
        paragraphs.push(paragraph);
    }
    let count = paragraphs.len();
    for from in (0..count).step_by(10) {
        paragraphs.swap(from, (from * 7 + 3) % count);
    }
    paragraphs.join("\n")
}

fn spans(extraction: &Extraction) -> Vec<Span> {
    extraction.sentences.iter().map(|sentence| sentence.span).collect()
}

/// Compares and places every claim; gives how many are kept.
fn carry(old: &ScalarIndex<'_>, before: &Extraction, new: &ScalarIndex<'_>, after: &Extraction) -> usize {
    let (was, is) = (spans(before), spans(after));
    let carry = CarryOver::between(&Text { index: old, sentences: &was }, &Text { index: new, sentences: &is });
    let fate = |claim: &corroborate::extraction::Claim| {
        let pieces: Vec<Span> = std::iter::once(claim.span).chain(claim.more.iter().copied()).collect();
        let chain: Vec<Link> = claim.chain.iter().map(|link| Link { mention: link.mention, cue: link.cue }).collect();
        carry.fate(&Placed { pieces: &pieces, chain: &chain })
    };
    carry.rows().len() + before.claims.iter().map(fate).filter(|fate| !fate.pieces.is_empty()).count()
}

fn benchmark(criterion: &mut Criterion) {
    let options = Options::default();
    let mut group = criterion.benchmark_group("carry");
    group.sample_size(20);
    for words in [5_000, 50_000] {
        let old = of_words(words);
        let new = edited(&old);
        let (before, after) = (extract(&old, &options), extract(&new, &options));
        let (old_index, new_index) = (ScalarIndex::new(&old), ScalarIndex::new(&new));
        group.throughput(Throughput::Elements(words as u64));
        group.bench_function(format!("{words} words, comparison alone"), |bencher| {
            bencher.iter(|| carry(black_box(&old_index), &before, black_box(&new_index), &after));
        });
        group.bench_function(format!("{words} words, with the extraction"), |bencher| {
            bencher.iter(|| {
                let after = extract(black_box(&new), &options);
                carry(&old_index, &before, &new_index, &after)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
