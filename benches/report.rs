//! What a report costs: an article of 200 claims, each with a chain, a finding and three pieces of evidence, from an
//! SQLite file to a report and from there to each form. `cargo bench --bench report`.

#![expect(clippy::unwrap_used, reason = "a benchmark that panics has failed, as it should")]

use chrono::{TimeZone, Utc};
use corroborate::account::Acting;
use corroborate::account::member::{self, NewPerson};
use corroborate::claim::Substance;
use corroborate::claim::store as claims;
use corroborate::code::Code;
use corroborate::db::column::At;
use corroborate::db::{Db, DbConnection, DbUrl, PoolOptions, migrate};
use corroborate::ids::{ArticleId, Ids};
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::report::{ExportFormat, ReportFile, assemble, freeze_report, render, render_frozen, verify_report};
use corroborate::review::decide::{self, Finding};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::wording::Catalogue;
use criterion::{Criterion, criterion_group, criterion_main};

const CLAIMS: usize = 200;
const PIECES: usize = 3;

fn now() -> At {
    At(Utc.with_ymd_and_hms(2026, 3, 2, 9, 0, 0).unwrap())
}

/// An editor and an article with all its work.
fn furnish(c: &mut DbConnection) -> (Acting, ArticleId) {
    let ids = Ids::counting();
    let cli = Acting::command_line(now(), &ids);
    let (person, _) = member::add_person(c, &cli, &NewPerson { name: "Eva Editor", email: "eva@desk.example", role: "editor" }, None).unwrap();
    let eva = Acting::person(&person, now(), &ids);
    let sentence = |n: usize| {
        let end = if n % 5 == 4 { "\n\n" } else { " " };
        format!("Agency {} reported on Monday that {} soldiers crossed the border near the town of Oldhaven on 3 February.{end}", n % 20, 400 + n)
    };
    let text = std::iter::once("The border\n\n".to_owned()).chain((0..CLAIMS).map(sentence)).collect::<Vec<_>>().concat();
    let article = import_article(c, &eva, &NewArticle { title: "The border", text: &text, ..NewArticle::default() }, &Limits::default()).unwrap().article;
    let found = claims::list_of_article(c, article.id).unwrap();
    assert_eq!(found.len(), CLAIMS);
    for claim in &found {
        for n in 0..PIECES {
            let (title, url) = (format!("Minutes {n} for claim {}", claim.number), format!("https://guard.example/{}/{n}", claim.number));
            let excerpt = "On the third of February we counted men on the bridge, and then on the road behind it. ".repeat(4);
            let entry =
                EvidenceEntry { url: &url, title: &title, publisher: "Border Guard", excerpt: &excerpt, confidential: n == 2, ..EvidenceEntry::default() };
            gather::attach_evidence(c, &eva, claim.id, &entry, "supports").unwrap();
        }
        let rationale = "The guard's minutes give the same number, and so does the second source; nobody denies it. ".repeat(5);
        let finding = Finding { substance: Some(Substance::Confirmed), rationale: &rationale, searched: "The archive.", ..Finding::default() };
        decide::set_verdict(c, &eva, claim.id, &finding, None).unwrap();
    }
    (eva, article.id)
}

fn report(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let url = DbUrl::Sqlite(folder.path().join("desk.db"));
    let db = Db::open(&url, PoolOptions::usual(&url)).unwrap();
    let mut c = db.get().unwrap();
    migrate(&mut c).unwrap();
    let (eva, article) = furnish(&mut c);
    let words = Catalogue::embedded().unwrap().choose(None, None);
    criterion.bench_function("report/assemble", |b| b.iter(|| assemble(&mut c, article, now()).unwrap()));
    let report = assemble(&mut c, article, now()).unwrap();
    assert_eq!((report.claims.len(), report.evidence.len()), (CLAIMS, CLAIMS * PIECES));
    for format in ExportFormat::ALL {
        criterion.bench_function(&format!("report/render/{format}"), |b| b.iter(|| render(&report, *format, &words).unwrap()));
    }
    criterion.bench_function("report/freeze", |b| b.iter(|| freeze_report(&mut c, &eva, article).unwrap()));
    let frozen = freeze_report(&mut c, &eva, article).unwrap();
    criterion.bench_function("report/frozen/html", |b| b.iter(|| render_frozen(&frozen, ExportFormat::Html, &words).unwrap()));
    let file = render_frozen(&frozen, ExportFormat::Json, &words).unwrap().bytes;
    criterion.bench_function("report/verify", |b| b.iter(|| assert!(verify_report(&mut c, &ReportFile::read(&file).unwrap()).unwrap().holds())));
}

criterion_group!(benches, report);
criterion_main!(benches);
