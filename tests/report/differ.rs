//! What changed between two reports: all of it, and nothing else.

use super::sample::{day, sample, with_claims, words};
use super::support::{Desk, later, on_both_databases};
use corroborate::article::CorrectionKind;
use corroborate::claim::{Substance, WorkState};
use corroborate::db::column::At;
use corroborate::evidence::Stance;
use corroborate::report::*;
use corroborate::review::amend;
use serde_json::{Value, json};

on_both_databases! { Desk:
    two_frozen_reports_and_the_check_as_it_stands_are_compared,
}

/// What a change of the sample comes to.
fn after(change: impl FnOnce(&mut Report)) -> Comparison {
    let old = sample();
    let mut new = old.clone();
    change(&mut new);
    differ(&old, &new)
}

fn changes(fields: &[FieldChange]) -> Vec<(ReportField, Value, Value)> {
    fields.iter().map(|change| (change.field, change.before.clone(), change.after.clone())).collect()
}

#[test]
fn the_same_report_has_no_changes() {
    let found = after(|_| {});
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(found.unchanged, sample().claims.len());
    // Where something stands in the text, who has it and when it was made is nothing that the report says of a claim.
    let moved = after(|r| {
        r.claims[0].spans.clear();
        r.claims[0].chain.iter_mut().for_each(|link| (link.mention, link.cue) = (None, None));
        r.assembled_at += chrono::Duration::days(1);
        r.history.lines += 7;
    });
    assert!(moved.is_empty(), "{moved:#?}");
}

#[test]
fn each_field_of_a_claim_is_told_once() {
    let found = after(|r| {
        let claim = &mut r.claims[0];
        claim.statement = "Said in other words.".to_owned();
        claim.substance = Some(Substance::Incorrect);
        claim.searched = String::new();
        claim.text_action = None;
    });
    assert_eq!((found.changed.len(), found.unchanged), (1, sample().claims.len() - 1));
    let told = changes(&found.changed[0].fields);
    let old = sample().claims[0].clone();
    assert_eq!(told[0], (ReportField::Statement, json!(old.statement), json!("Said in other words.")));
    assert!(told.contains(&(ReportField::Substance, json!(old.substance), json!("incorrect"))), "{told:?}");
    // What was emptied is nothing, not a text without words.
    assert!(!told.iter().any(|(_, before, after)| before == "" || after == ""), "{told:?}");
    let names: std::collections::BTreeSet<_> = told.iter().map(|(field, ..)| *field).collect();
    assert_eq!(names.len(), told.len());
}

#[test]
fn claims_that_came_and_went_are_told_by_their_ids() {
    let found = after(|r| {
        let mut gone = r.claims.remove(0);
        gone.id = "0190aaaa-0000-7000-8000-000000000009".to_owned();
        r.claims.push(gone);
    });
    let old = sample().claims[0].clone();
    assert_eq!((found.removed[0].id.as_str(), found.removed[0].number), (old.id.as_str(), old.number));
    assert_eq!(found.added[0].id, "0190aaaa-0000-7000-8000-000000000009");
    assert_eq!((found.added.len(), found.removed.len(), found.changed.len()), (1, 1, 0));
}

#[test]
fn a_chain_is_compared_link_by_link() {
    let chain = sample().claims[0].chain.clone();
    assert!(chain.len() >= 2);
    let found = after(|r| r.claims[0].chain[0].note = "Asked again.".to_owned());
    let link = &found.changed[0].chain[0];
    assert_eq!((link.source.as_str(), link.after.as_ref().unwrap().note.as_str()), (chain[0].source.as_str(), "Asked again."));
    let found = after(|r| r.claims[0].chain.reverse());
    assert!(found.changed[0].reordered && found.changed[0].chain.is_empty(), "{found:#?}");
    let found = after(|r| drop(r.claims[0].chain.remove(0)));
    assert_eq!(found.changed[0].chain.iter().map(|l| (l.source.clone(), l.after.is_none())).collect::<Vec<_>>(), [(chain[0].source.clone(), true)]);
    // The same source twice is two links.
    let found = after(|r| r.claims[0].chain.insert(0, chain[0].clone()));
    assert_eq!(found.changed[0].chain.iter().map(|l| l.before.is_none()).collect::<Vec<_>>(), [true]);
    assert!(!found.changed[0].reordered);
}

#[test]
fn evidence_is_compared_as_it_is_tied_and_as_it_is() {
    let old = sample();
    let tie = old.claims[0].evidence[0].clone();
    let found = after(|r| {
        r.claims[0].evidence[0].stance = if tie.stance == Stance::Refutes { Stance::Supports } else { Stance::Refutes };
    });
    assert_eq!(found.changed[0].evidence.iter().map(|t| (t.evidence.clone(), t.before)).collect::<Vec<_>>(), [(tie.evidence.clone(), Some(tie.stance))]);
    let found = after(|r| drop(r.claims[0].evidence.remove(0)));
    assert_eq!((found.changed[0].evidence[0].before, found.changed[0].evidence[0].after), (Some(tie.stance), None));
    let found = after(|r| r.evidence[0].excerpt = "Another passage.".to_owned());
    assert_eq!((found.changed.len(), changes(&found.evidence[0].fields)[0].2.clone()), (0, json!("Another passage.")));
}

#[test]
fn the_article_its_coverage_and_corrections_are_compared() {
    let found = after(|r| {
        r.article.title = "Another title".to_owned();
        r.version.number += 1;
        r.summary.coverage.accounted += 1;
        let again = r.corrections[0].clone();
        // The same entry a second time is a second entry, and one that is dated before others is still new.
        r.corrections.insert(0, again);
        r.corrections.insert(0, CorrectionPart { kind: CorrectionKind::Typo, published_on: day("2020-01-01"), ..r.corrections[0].clone() });
    });
    assert_eq!(found.article.iter().map(|change| change.field).collect::<Vec<_>>(), [ReportField::Title, ReportField::Version]);
    let [was, is] = found.coverage.unwrap();
    assert_eq!(was.accounted + 1, is.accounted);
    assert_eq!(found.corrections.iter().map(|c| c.kind).collect::<Vec<_>>(), [CorrectionKind::Typo, sample().corrections[0].kind]);
}

#[test]
fn five_thousand_claims_are_compared_soon() {
    let mut old = with_claims(5_000);
    old.claims.iter_mut().for_each(|claim| claim.id = format!("claim {}", claim.number));
    let mut new = old.clone();
    new.claims[4_999].rationale = "Another reason.".to_owned();
    let begun = std::time::Instant::now();
    let found = differ(&old, &new);
    assert_eq!((found.changed.len(), found.unchanged), (1, 4_999));
    assert!(begun.elapsed() < std::time::Duration::from_secs(5), "{:?}", begun.elapsed());
}

fn two_frozen_reports_and_the_check_as_it_stands_are_compared(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim_in(WorkState::SignedOff);
    let now = At(later(&ron, 240).now.0);
    let compare = |desk: &mut Desk, from, to| compare_reports(desk.c(), claim.article_id, from, to, now);
    assert!(matches!(compare(desk, None, None), Err(ReportError::NotFound("report"))));
    let file = |frozen: &FrozenReport| render_frozen(frozen, ExportFormat::Json, &words()).unwrap().bytes;
    let first = freeze_report(desk.c(), &eva, claim.article_id).unwrap();
    assert!(compare(desk, None, None).unwrap().is_empty());
    desk.verdict(&later(&ron, 60), claim.id, Substance::Incorrect);
    let second = freeze_report(desk.c(), &later(&eva, 120), claim.article_id).unwrap();
    assert_ne!(file(&first), file(&second));
    amend::reword_claim(desk.c(), &later(&ron, 180), claim.id, "Something else", None).unwrap();

    let between = compare(desk, Some(2), Some(1)).unwrap();
    assert_eq!((between.from.number, between.to.number, between.to.sha256.as_deref()), (Some(1), Some(2), Some(second.sha256.as_str())));
    let told = changes(&between.changed[0].fields);
    assert!(told.contains(&(ReportField::Substance, json!("mostly_accurate"), json!("incorrect"))), "{told:?}");
    assert!(!told.iter().any(|(field, ..)| *field == ReportField::Statement), "{told:?}");
    assert_eq!(compare(desk, None, Some(2)).unwrap(), between);
    let since = compare(desk, None, None).unwrap();
    assert_eq!((since.from.number, since.to.number), (Some(2), None));
    assert_eq!(changes(&since.changed[0].fields)[0].2, json!("Something else"));
    assert!(matches!(compare(desk, Some(3), None), Err(ReportError::NotFound("report"))));
    assert!(matches!(compare(desk, None, Some(1)), Err(ReportError::NotFound("report"))));
    let nowhere = desk.ids.make();
    assert!(matches!(compare_reports(desk.c(), nowhere, None, None, now), Err(ReportError::NotFound("article"))));
}
