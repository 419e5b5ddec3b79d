//! What it costs to wait for the disk before a deed is acknowledged: the same deed, written with and without waiting.
//! `cargo bench --bench commit` measures SQLite in a file of its own, in the folder named in `BENCH_DIR` (else the
//! system's temporary one); with `BENCH_POSTGRES` naming an empty database on a PostgreSQL server, that one too.

#![expect(clippy::unwrap_used, reason = "a benchmark that panics has failed, as it should")]

use chrono::{TimeZone, Utc};
use corroborate::account::Acting;
use corroborate::claim::store as claims;
use corroborate::db::column::At;
use corroborate::db::{Db, DbUrl, PoolOptions, migrate};
use corroborate::ids::Ids;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::amend;
use criterion::{Criterion, criterion_group, criterion_main};
use diesel::connection::SimpleConnection;

/// Measures rewording a claim, once for each way of committing.
fn measure(criterion: &mut Criterion, name: &str, url: &DbUrl, ways: [(&str, &str); 2]) {
    let db = Db::open(url, PoolOptions::usual(url)).unwrap();
    let mut c = db.get().unwrap();
    migrate(&mut c).unwrap();
    let acting = Acting::command_line(At(Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap()), &Ids::System);
    let mut group = criterion.benchmark_group(name);
    let mut turn = 0_u64;
    for (way, setting) in ways {
        // An article of its own for each way, and no rows left over from the way before.
        let new = NewArticle { title: "The border", text: "Norland’s ministry said 400 soldiers crossed the border.", ..NewArticle::default() };
        let article = import_article(&mut c, &acting, &new, &Limits::default()).unwrap().article;
        let claim = claims::list_of_article(&mut c, article.id).unwrap().remove(0);
        c.batch_execute("VACUUM").unwrap();
        c.batch_execute(setting).unwrap();
        group.bench_function(way, |bencher| {
            bencher.iter(|| {
                turn += 1;
                amend::reword_claim(&mut c, &acting, claim.id, &format!("400 soldiers crossed the border, wording {turn}."), None).unwrap()
            });
        });
    }
    group.finish();
}

fn benchmark(criterion: &mut Criterion) {
    let folder = tempfile::tempdir_in(std::env::var_os("BENCH_DIR").map_or_else(std::env::temp_dir, Into::into)).unwrap();
    let file = DbUrl::Sqlite(folder.path().join("desk.db"));
    measure(criterion, "a deed on SQLite", &file, [("synchronous=FULL", "PRAGMA synchronous=FULL"), ("synchronous=NORMAL", "PRAGMA synchronous=NORMAL")]);
    if let Ok(server) = std::env::var("BENCH_POSTGRES") {
        let ways = [("synchronous_commit=on", "SET synchronous_commit = on"), ("synchronous_commit=off", "SET synchronous_commit = off")];
        measure(criterion, "a deed on PostgreSQL", &DbUrl::parse(&server).unwrap(), ways);
    }
}

criterion_group!(benches, benchmark);
criterion_main!(benches);
