//! What it costs to bring an article in: from its bytes to sentences, claims, chains, sources and history on an SQLite
//! file that waits for the disk as a desk does. `cargo bench --bench import`.
//!
//! The database grows with every turn, as a desk's does.

#![expect(clippy::unwrap_used, reason = "a benchmark that panics has failed, as it should")]

use chrono::{TimeZone, Utc};
use corroborate::account::Acting;
use corroborate::db::column::At;
use corroborate::db::{Db, DbUrl, PoolOptions, migrate};
use corroborate::ids::Ids;
use corroborate::intake::read::{Hint, Limits};
use corroborate::intake::{NewArticle, draft_of, import_article};
use criterion::{Criterion, criterion_group, criterion_main};

const ARTICLES: [&str; 3] = [
    include_str!("../tests/extraction/articles/state_visit.txt"),
    include_str!("../tests/extraction/articles/harbour_strike.txt"),
    include_str!("../tests/extraction/articles/leak_inquiry.txt"),
];

/// The articles one after the other, up to so many words.
fn of_words(most: usize) -> String {
    let (mut text, mut have) = (String::new(), 0);
    for line in ARTICLES.iter().flat_map(|article| article.lines()).cycle() {
        have += line.split_whitespace().count();
        text.push_str(line);
        text.push('\n');
        if have >= most {
            return text;
        }
    }
    text
}

fn benchmark(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let url = DbUrl::Sqlite(folder.path().join("desk.db"));
    let db = Db::open(&url, PoolOptions::usual(&url)).unwrap();
    let mut c = db.get().unwrap();
    migrate(&mut c).unwrap();
    let acting = Acting::command_line(At(Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap()), &Ids::System);
    let limits = Limits::default();
    let mut group = criterion.benchmark_group("import");
    for words in [300, 3_000] {
        let bytes = of_words(words).into_bytes();
        group.bench_function(format!("an article of {words} words"), |bencher| {
            bencher.iter(|| {
                let draft = draft_of(&bytes, Hint::default(), &limits).unwrap();
                let new = NewArticle { title: "The visit", text: &draft.text, ..NewArticle::default() };
                import_article(&mut c, &acting, &new, &limits).unwrap()
            });
        });
    }
    group.finish();
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
