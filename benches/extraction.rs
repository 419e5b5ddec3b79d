//! How fast texts are broken into claims: words a second on news, the time for an article of the size that people
//! import, what a word costs in texts of one to a million words, and in the texts that anybody may send.
//!
//! Elements are words, where there are any, else bytes: the figure stays the same where cost grows with length alone.
//! `cargo bench --bench extraction`; add words of a name to run that part only.

use corroborate::extraction::{Options, extract};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

/// News as the tests have it.
const ARTICLES: [&str; 3] = [
    include_str!("../tests/extraction/articles/state_visit.txt"),
    include_str!("../tests/extraction/articles/harbour_strike.txt"),
    include_str!("../tests/extraction/articles/leak_inquiry.txt"),
];
/// The size of the texts that nobody would write.
const MEGABYTES: usize = 5_000_000;

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The articles one after the other, so many words of them.
fn repeated(most: usize) -> String {
    let (mut text, mut have) = (String::new(), 0);
    for line in ARTICLES.iter().flat_map(|article| article.lines()).cycle() {
        for word in line.split_inclusive(' ') {
            if have == most {
                return text;
            }
            have += usize::from(!word.trim().is_empty());
            text.push_str(word);
        }
        text.push('\n');
    }
    text
}

/// News in which hardly two sentences are the same: names, bodies, verbs, things and figures in changing company, so that
/// nothing is in the processor's memory only because it was there a moment ago.
fn mixed(most: usize) -> String {
    const FIRST: [&str; 8] = ["Anna", "Tomas", "Priya", "James", "Leila", "Viktor", "Mei", "Samuel"];
    const LAST: [&str; 8] = ["Roe", "Varga", "Okafor", "Lindqvist", "Doe", "Marchetti", "Haddad", "Novak"];
    const WHO: [&str; 8] = ["senator", "spokesman", "economist", "harbour master", "union leader", "professor", "police chief", "minister"];
    const BODY: [&str; 8] = [
        "the ministry", "the port authority", "the central bank", "a parliamentary committee", "the Halden Courier", "the union", "two officials",
        "a leaked memo",
    ];
    const SAID: [&str; 8] = ["said", "warned", "confirmed", "denied", "suggested", "told reporters", "argued", "announced"];
    const WHAT: [&str; 8] =
        ["the pipeline", "the budget", "a second vote", "the ferry terminal", "new border rules", "the inquiry", "his resignation", "the wage deal"];
    const DID: [&str; 8] = ["would cost", "had already cost", "could save", "was worth", "would lose", "has brought in", "may need", "will require"];
    const WHEN: [&str; 8] = ["on Monday", "last year", "before the election", "in a statement", "at a hearing", "by 2027", "after weeks of talks", "yesterday"];
    let mut state = 0x5EED_u64;
    let mut roll = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as usize
    };
    let mut text = String::new();
    let mut have = 0;
    while have < most {
        let from = text.len();
        let mut any = |list: &[&'static str; 8]| list.get(roll() % 8).copied().unwrap_or_default();
        let (first, last, who, body, said) = (any(&FIRST), any(&LAST), any(&WHO), any(&BODY), any(&SAID));
        let (what, did, when, other) = (any(&WHAT), any(&DID), any(&WHEN), any(&WHAT));
        let (shape, figure) = (roll() % 6, roll() % 9_000 + 12);
        let written = match shape {
            0 => write!(text, "{first} {last}, a {who}, {said} {when} that {what} {did} {figure} million euros. "),
            1 => write!(text, "“We expected {what} long before {other},” {last} {said}. “It {did} {figure} jobs.” "),
            2 => writeln!(text, "According to {body}, {what} {did} {figure} people {when}, more than {other}."),
            3 => write!(text, "The {who} {said}, citing {body}, that {what} {did} “nothing of the kind” {when}. "),
            4 => writeln!(text, "{what} and {other} were discussed {when}, and some {figure} residents of the old town signed against both."),
            _ => write!(text, "He {said} {when} that {body} knew of {what}; {first} {last} called it the largest of {figure} cases. "),
        };
        assert!(written.is_ok(), "a string takes whatever is written");
        have += text.get(from..).map_or(0, words);
    }
    text
}

/// Measures a text; large ones few times.
fn measure(group: &mut BenchmarkGroup<'_, WallTime>, name: &str, text: &str) {
    let options = Options { language: Some("en".to_owned()), ..Options::default() };
    let large = text.len() > 500_000;
    group.sampling_mode(if large { SamplingMode::Flat } else { SamplingMode::Auto });
    group.sample_size(if large { 10 } else { 50 }).measurement_time(Duration::from_secs(if large { 10 } else { 5 }));
    let count = words(text);
    group.throughput(if count > 0 && text.len() / count < 20 { Throughput::Elements(count as u64) } else { Throughput::Bytes(text.len() as u64) });
    group.bench_function(name, |bencher| bencher.iter(|| extract(black_box(text), &options)));
}

/// Words a second on news, and the time for one long article.
fn news(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("news");
    measure(&mut group, "the article of the demo, again and again", &ARTICLES[0].repeat(200));
    measure(&mut group, "sentences that differ", &mixed(60_000));
    measure(&mut group, "an article of 3,000 words", &mixed(3_000));
    group.finish();
}

/// What a word costs in texts of any length.
fn length(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("length");
    for most in [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] {
        measure(&mut group, &format!("{most} words"), &repeated(most));
    }
    group.finish();
}

/// Texts that nobody would write: each at a tenth of the size and whole, so that it shows where cost grows faster.
fn hostile(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("hostile");
    let nested: String = (0..).map(|n| if n % 2 == 0 { "“he said (that " } else { "she said «that [it " }).take(1_000).collect();
    let texts = [
        ("opening quotation marks", "“".to_owned()),
        ("closing quotation marks", "”".to_owned()),
        ("straight quotation marks", "\"".to_owned()),
        ("apostrophes", "'".to_owned()),
        ("quotations without words", "“” ".to_owned()),
        ("one paragraph", mixed(60_000).replace('\n', " ")),
        ("deep nesting", nested),
        ("brackets", "((".to_owned()),
        ("reporting verbs", "he said, ".to_owned()),
        ("letters without a space", "a".to_owned()),
    ];
    for (name, unit) in &texts {
        for (part, size) in [("a tenth of ", MEGABYTES / 10), ("", MEGABYTES)] {
            let whole = unit.repeat(size / unit.len() + 1);
            let end = (0..=size).rev().find(|end| whole.is_char_boundary(*end)).unwrap_or_default();
            measure(&mut group, &format!("{part}5 MB of {name}"), whole.get(..end).unwrap_or_default());
        }
    }
    group.finish();
}

criterion_group!(benches, news, length, hostile);
criterion_main!(benches);
