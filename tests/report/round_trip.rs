//! There and back: what a report says, the report of the desk that imported it says too, but for what
//! `docs/reports.md` names.

use super::schema::fits;
use super::support::{Desk, on_both_databases};
use super::{drawn, rendered};
use corroborate::account::Acting;
use corroborate::db::DbConnection;
use corroborate::db::column::At;
use corroborate::ids::{ArticleId, Ids};
use corroborate::report::import::Most;
use corroborate::report::{DeskPart, ExportFormat, HistoryPart, Report, Summary, assemble, import_report, redact};
use proptest::prelude::*;
use proptest::test_runner::{FileFailurePersistence, TestRunner};

on_both_databases! { Desk:
    the_demonstration_comes_back_as_it_was,
    a_check_comes_back_as_it_was,
    what_a_report_says_the_next_one_says_too,
}

pub const MOST: Most = Most { bytes: 20_000_000, chars: 1_000_000 };

/// A report without what differs from desk to desk: ids, the desk and its program, numbers and hashes of its history,
/// when it was put together, and where the check is from. `docs/reports.md` has the same list.
pub fn comparable(report: Report) -> Report {
    let mut report = redact(report);
    report.tool.clear();
    report.assembled_at = super::sample::at("2026-01-01T00:00:00Z");
    (report.frozen, report.signature) = (None, None);
    (report.desk, report.history) = (DeskPart::default(), HistoryPart::default());
    report.article.id.clear();
    report.taken_from.clear();
    let place = |id: &str, report: &Report| report.evidence.iter().position(|piece| piece.id == id).unwrap();
    let (places, secret): (Vec<_>, Vec<_>) = report
        .claims
        .iter()
        .map(|claim| {
            let places: Vec<usize> = claim.evidence.iter().map(|tie| place(&tie.evidence, &report)).collect();
            let secret = places.iter().any(|place| report.evidence[*place].confidential);
            (places, secret)
        })
        .unzip();
    for ((claim, places), secret) in report.claims.iter_mut().zip(places).zip(secret) {
        claim.id.clear();
        for (tie, place) in claim.evidence.iter_mut().zip(places) {
            tie.evidence = place.to_string();
        }
        if secret {
            // What stands apart is reckoned from what the report shows, and of these pieces it shows nothing.
            (claim.independent_pieces, claim.circular) = (0, false);
        }
    }
    for (n, piece) in report.evidence.iter_mut().enumerate() {
        piece.id = n.to_string();
    }
    report
}

/// The file of a report in the JSON form.
pub fn file_of(report: &Report) -> Vec<u8> {
    rendered(report, ExportFormat::Json).bytes
}

fn at(text: &str) -> At {
    At(super::sample::at(text))
}

/// Imports a report and gives the one of the desk that has it now.
fn there_and_back(c: &mut DbConnection, report: &Report) -> Report {
    let acting = Acting::command_line(at("2026-12-01T10:00:00Z"), &Ids::System);
    let imported = import_report(c, &acting, &file_of(report), false, MOST).unwrap();
    assemble(c, imported.article.id, at("2026-12-02T10:00:00Z")).unwrap()
}

#[track_caller]
fn same(one: Report, other: Report) {
    // As texts, so that what differs is shown.
    let lines = |report| serde_json::to_string_pretty(&comparable(report)).unwrap();
    let (one, other) = (lines(one), lines(other));
    for (n, (was, is)) in one.lines().zip(other.lines()).enumerate() {
        assert_eq!(was, is, "line {n}");
    }
    assert_eq!(one.lines().count(), other.lines().count());
}

fn the_demonstration_comes_back_as_it_was(desk: &mut Desk) {
    let ids = desk.ids.clone();
    corroborate::sample::demo::fill(desk.c(), at("2026-11-24T09:00:00Z"), &ids).unwrap().unwrap();
    let articles = corroborate::article::store::list_titles(desk.c(), None, 10).unwrap();
    let report = assemble(desk.c(), articles[0].0, at("2026-11-24T10:00:00Z")).unwrap();
    fits(&serde_json::from_slice(&file_of(&report)).unwrap());
    assert!(report.claims.iter().any(|claim| !claim.reviews.is_empty()) && !report.evidence.is_empty());
    let elsewhere = desk.test_db.another();
    let mut c = elsewhere.db().get().unwrap();
    let back = there_and_back(&mut c, &report);
    assert_eq!((back.taken_from.len(), back.taken_from[0].article.as_str()), (1, report.article.id.as_str()));
    // And once more: the chain of reports grows, the check stays.
    let third = desk.test_db.another();
    let again = there_and_back(&mut third.db().get().unwrap(), &back);
    assert_eq!(again.taken_from.iter().map(|from| from.article.clone()).collect::<Vec<_>>(), [back.article.id.clone(), report.article.id.clone()]);
    same(report, back.clone());
    same(back, again);
}

fn a_check_comes_back_as_it_was(desk: &mut Desk) {
    let article: ArticleId = drawn::check(desk);
    let report = assemble(desk.c(), article, at("2026-03-03T10:00:00Z")).unwrap();
    fits(&serde_json::from_slice(&file_of(&report)).unwrap());
    let elsewhere = desk.test_db.another();
    let back = there_and_back(&mut elsewhere.db().get().unwrap(), &report);
    same(report, back);
}

fn what_a_report_says_the_next_one_says_too(desk: &mut Desk) {
    let source_file = Some("tests/report/round_trip.rs");
    let failure_persistence = Some(Box::new(FileFailurePersistence::SourceParallel("regressions")) as Box<_>);
    let mut runner = TestRunner::new(ProptestConfig { cases: 12, source_file, failure_persistence, max_shrink_iters: 200, ..ProptestConfig::default() });
    let outcome = runner.run(&drawn::report(), |report| {
        let elsewhere = desk.test_db.another();
        let mut c = elsewhere.db().get().unwrap();
        let back = there_and_back(&mut c, &report);
        // What is reckoned is reckoned for the first time; from then on it stays.
        let reckoned = |mut report: Report| {
            report.summary = Summary::default();
            report.claims.iter_mut().for_each(|claim| (claim.independent_pieces, claim.circular) = (0, false));
            comparable(report)
        };
        prop_assert_eq!(reckoned(report), reckoned(back.clone()));
        let third = desk.test_db.another();
        let again = there_and_back(&mut third.db().get().unwrap(), &back);
        prop_assert_eq!(comparable(back), comparable(again));
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}\n{runner}");
    }
}
