//! Corrections: typed, approved by an editor, in every report from then on.

use super::sample::{at, day, words};
use super::support::{Desk, on_both_databases};
use corroborate::article::CorrectionKind;
use corroborate::code::Code;
use corroborate::db::column::At;
use corroborate::history::Action;
use corroborate::report::{CorrectionEntry, ExportFormat, ReportError, assemble, enter_correction, render, store};

on_both_databases! { Desk:
    a_correction_stands_in_the_report_and_in_the_history,
    corrections_are_listed_by_the_day_they_were_published,
    each_kind_asks_for_what_it_can_not_do_without,
    a_correction_of_tomorrow_or_of_another_articles_claim_is_refused,
    only_an_editor_enters_a_correction,
}

fn entry() -> CorrectionEntry<'static> {
    CorrectionEntry {
        kind: "correction",
        was: "400 soldiers",
        now_says: "380 soldiers",
        why: "The guard’s minutes say so.",
        found_by: "A reader",
        published_on: "2026-03-01",
        ..CorrectionEntry::default()
    }
}

fn a_correction_stands_in_the_report_and_in_the_history(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claim = desk.claim();
    let (_, lines) = desk.watch(|desk| enter_correction(desk.c(), &eva, claim.article_id, &CorrectionEntry { claim: Some(claim.id), ..entry() }).unwrap());
    assert_eq!(lines.iter().map(|line| (line.action(), line.claim_id)).collect::<Vec<_>>(), [(Some(Action::CorrectionEntered), Some(claim.id))]);
    assert_eq!((&lines[0].after_value()["was"], &lines[0].after_value()["kind"]), (&"400 soldiers".into(), &"correction".into()));
    let report = assemble(desk.c(), claim.article_id, At(at("2026-03-03T08:00:00Z"))).unwrap();
    let part = &report.corrections[0];
    assert_eq!((part.kind, part.claim, part.published_on), (CorrectionKind::Correction, Some(1), day("2026-03-01")));
    assert_eq!((part.found_by.as_str(), part.approved_by.as_str()), ("A reader", "Eva Editor"));
    for format in [ExportFormat::Html, ExportFormat::Md, ExportFormat::Json] {
        let text = String::from_utf8(render(&report, format, &words()).unwrap().bytes).unwrap();
        assert!(text.contains("400 soldiers") && text.contains("380 soldiers"), "{format}");
    }
    desk.history_is_whole();
}

fn corrections_are_listed_by_the_day_they_were_published(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    for published_on in ["", "2026-02-01", "2026-02-20"] {
        enter_correction(desk.c(), &eva, article.id, &CorrectionEntry { published_on, ..entry() }).unwrap();
    }
    let days: Vec<_> = store::list_corrections(desk.c(), article.id).unwrap().iter().map(|c| c.correction.published_on.to_string()).collect();
    assert_eq!(days, ["2026-02-01", "2026-02-20", "2026-03-02"]);
}

fn refused_fields(desk: &mut Desk, entry: CorrectionEntry<'_>) -> Vec<&'static str> {
    let (eva, article) = (desk.editor("Eva Editor"), desk.article());
    match desk.refused(|c| enter_correction(c, &eva, article.id, &entry)) {
        ReportError::Invalid(fields) => fields.iter().map(|error| error.field).collect(),
        other => panic!("{other:?}"),
    }
}

fn each_kind_asks_for_what_it_can_not_do_without(desk: &mut Desk) {
    let empty = |kind: CorrectionKind| CorrectionEntry { kind: kind.code(), ..CorrectionEntry::default() };
    assert_eq!(refused_fields(desk, empty(CorrectionKind::Typo)), ["was", "now_says"]);
    assert_eq!(refused_fields(desk, empty(CorrectionKind::Clarification)), ["was", "now_says"]);
    assert_eq!(refused_fields(desk, empty(CorrectionKind::Correction)), ["was", "now_says", "why"]);
    assert_eq!(refused_fields(desk, empty(CorrectionKind::Update)), ["now_says"]);
    assert_eq!(refused_fields(desk, empty(CorrectionKind::Retraction)), ["why"]);
    assert_eq!(refused_fields(desk, CorrectionEntry { kind: "denial", ..entry() }), ["kind"]);
}

fn a_correction_of_tomorrow_or_of_another_articles_claim_is_refused(desk: &mut Desk) {
    assert_eq!(refused_fields(desk, CorrectionEntry { published_on: "2026-03-04", ..entry() }), ["published_on"]);
    let (eva, claim, other) = (desk.editor("Eva Editor"), desk.claim(), desk.article());
    let refused = desk.refused(|c| enter_correction(c, &eva, other.id, &CorrectionEntry { claim: Some(claim.id), ..entry() }));
    assert!(matches!(refused, ReportError::NotFound("claim")));
    let nowhere = desk.ids.make();
    assert!(matches!(desk.refused(|c| enter_correction(c, &eva, nowhere, &entry())), ReportError::NotFound("article")));
}

fn only_an_editor_enters_a_correction(desk: &mut Desk) {
    let article = desk.article();
    for who in [desk.reviewer("Ron Reviewer"), desk.command_line()] {
        assert!(matches!(desk.refused(|c| enter_correction(c, &who, article.id, &entry())), ReportError::Forbidden(_)), "{}", who.name);
    }
}
