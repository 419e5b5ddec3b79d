//! How fast texts are broken into claims: words a second on articles, the time for a text of the size that people
//! import, and for the longest line that anybody may send.
//!
//! Elements are words; the articles are those of the tests. `cargo bench --bench extraction`.

use corroborate::extraction::{Options, extract};
use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

const ARTICLES: [&str; 3] = [
    include_str!("../tests/extraction/articles/state_visit.txt"),
    include_str!("../tests/extraction/articles/harbour_strike.txt"),
    include_str!("../tests/extraction/articles/leak_inquiry.txt"),
];

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The articles one after the other, up to so many words.
fn of_words(most: usize) -> String {
    let (mut text, mut have) = (String::new(), 0);
    for line in ARTICLES.iter().flat_map(|article| article.lines()).cycle() {
        have += words(line);
        text.push_str(line);
        text.push('\n');
        if have >= most {
            return text;
        }
    }
    text
}

fn benchmark(criterion: &mut Criterion) {
    let options = Options::default();
    let mut group = criterion.benchmark_group("extraction");
    let texts = [
        ("an article of 300 words", of_words(300)),
        ("a text of 3,000 words", of_words(3_000)),
        ("a text of 100,000 words", of_words(100_000)),
        ("5 MB in one line", of_words(850_000).replace('\n', " ")),
        ("5 MB of quotation marks", "“".repeat(5_000_000 / '“'.len_utf8())),
    ];
    for (name, text) in &texts {
        if text.len() > 500_000 {
            group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(10));
        }
        group.throughput(Throughput::Elements(words(text) as u64));
        group.bench_function(*name, |bencher| bencher.iter(|| extract(black_box(text), &options)));
    }
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
