//! Claims split and merged: what each part gets, what is taken over, both histories, taking it back, and what is refused.

use crate::support::{Desk, actions, on_both_databases};
use corroborate::claim::WorkState;
use corroborate::claim::store::{self as claims, Claim};
use corroborate::evidence::store as evidence;
use corroborate::history;
use corroborate::history::{Action, EventFilter};
use corroborate::ids::ClaimId;
use corroborate::review::ReviewError;
use corroborate::review::regroup::{SplitPart, merge_claims, split_claim};
use corroborate::review::undo::undo;
use corroborate::review::{amend, attribute};
use corroborate::span::Span;

on_both_databases! { Desk:
    the_parts_of_a_claim_are_claims_with_its_sources_and_evidence,
    a_split_is_taken_back,
    a_split_is_not_taken_back_over_work_on_a_part,
    merged_claims_become_one_and_keep_their_histories,
    a_merge_is_taken_back,
    a_split_opens_what_was_signed_off,
    what_does_not_fit_is_refused_and_nothing_is_written,
}

/// The words that a claim covers.
fn covered(desk: &mut Desk, claim: ClaimId) -> Vec<String> {
    claims::spans_of(desk.c(), &[claim]).unwrap().into_iter().map(|piece| piece.exact).collect()
}

fn spans(desk: &mut Desk, claim: ClaimId) -> Vec<Span> {
    claims::spans_of(desk.c(), &[claim]).unwrap().iter().map(claims::ClaimSpan::span).collect()
}

fn sources(desk: &mut Desk, claim: ClaimId) -> Vec<String> {
    claims::chains_of(desk.c(), &[claim]).unwrap().into_iter().map(|(_, source)| source.name).collect()
}

fn pieces(desk: &mut Desk, claim: ClaimId) -> usize {
    evidence::list_of_claims(desk.c(), &[claim]).unwrap().len()
}

/// The two halves of the first piece of a claim, cut at a space.
fn halves(desk: &mut Desk, claim: &Claim) -> [SplitPart<'static>; 2] {
    let whole = spans(desk, claim.id)[0];
    let words = covered(desk, claim.id).remove(0);
    let middle = words.chars().count() / 2;
    let cut = (0..middle).rev().find(|at| words.chars().nth(*at) == Some(' ')).unwrap();
    let part = |start, end| SplitPart { spans: vec![Span::new(start, end)], statement: "" };
    [part(whole.start, whole.start + cut), part(whole.start + cut, whole.end)]
}

/// The actions on a claim, as its history tells them.
fn told(desk: &mut Desk, claim: ClaimId) -> Vec<Action> {
    let lines = history::list(desk.c(), &EventFilter { claim: Some(claim), ..EventFilter::default() }, 100).unwrap();
    let mut told = actions(&lines);
    told.reverse();
    told
}

fn the_parts_of_a_claim_are_claims_with_its_sources_and_evidence(desk: &mut Desk) {
    let (eva, ron) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"));
    let claim = desk.claim();
    desk.give(claim.id, &ron);
    desk.evidence(&eva, claim.id, "A table");
    let before = covered(desk, claim.id).concat();
    let parts = halves(desk, &claim);
    let (made, lines) = desk.watch(|desk| split_claim(desk.c(), &ron, claim.id, &parts, None).unwrap());
    assert_eq!(made.len(), 2);
    assert_eq!((made[0].id, made[0].number), (claim.id, claim.number));
    assert!(made[1].number > claim.number && made[1].state == WorkState::ToCheck && made[1].assignee_id == ron.id);
    let now: Vec<String> = made.iter().flat_map(|part| covered(desk, part.id)).collect();
    assert_eq!(now.join(" "), before);
    assert_eq!(made.iter().map(|part| part.statement.clone()).collect::<Vec<_>>(), now, "each part says its words until somebody words it");
    for part in &made {
        assert_eq!(sources(desk, part.id), sources(desk, claim.id));
        assert_eq!(pieces(desk, part.id), 1);
        assert_eq!(desk.now(part.id), *part);
    }
    assert_eq!(actions(&lines), [Action::ClaimAdded, Action::EvidenceAttached, Action::ClaimSplit]);
    assert_eq!(lines[0].after_value()["split_from"], claim.number);
    assert_eq!(lines[2].after_value()["parts"][0]["number"], made[1].number);
    desk.history_is_whole();
}

fn a_split_is_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (before, chain) = (spans(desk, claim.id), desk.chain(claim.id));
    let parts = halves(desk, &claim);
    let (made, lines) = desk.watch(|desk| split_claim(desk.c(), &ron, claim.id, &parts, None).unwrap());
    undo(desk.c(), &ron, lines.last().unwrap().id).unwrap();
    assert_eq!((spans(desk, claim.id), desk.chain(claim.id)), (before, chain));
    assert_eq!(desk.now(claim.id).statement, claim.statement);
    assert!(desk.now(made[1].id).removed_at.is_some());
    let again = desk.refused(|c| undo(c, &ron, lines.last().unwrap().id));
    assert!(matches!(again, ReviewError::AlreadyUndone), "{again:?}");
    desk.history_is_whole();
}

fn a_split_is_not_taken_back_over_work_on_a_part(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let parts = halves(desk, &claim);
    let (made, lines) = desk.watch(|desk| split_claim(desk.c(), &ron, claim.id, &parts, None).unwrap());
    amend::reword_claim(desk.c(), &ron, made[1].id, "Said better.", None).unwrap();
    let error = desk.refused(|c| undo(c, &ron, lines.last().unwrap().id));
    assert!(matches!(error, ReviewError::UndoStale), "{error:?}");
}

/// Two claims of one article; the second has a piece of evidence and a source of its own.
fn two(desk: &mut Desk) -> (Claim, Claim) {
    let eva = desk.editor("Eva Editor");
    let first = desk.claim();
    let article = desk.article_now(first.article_id);
    let second = desk.claims_of(&article).into_iter().find(|claim| claim.id != first.id).unwrap();
    let own = attribute::LinkEntry {
        role: corroborate::claim::Role::Origin,
        source: "The Tide Institute".to_owned(),
        kind: corroborate::source::SourceKind::Organisation,
        quotation: corroborate::claim::Quotation::Indirect,
        mention: None,
        cue: None,
    };
    attribute::change_chain(desk.c(), &eva, second.id, &[own], None).unwrap();
    desk.evidence(&eva, second.id, "A table");
    (desk.now(first.id), desk.now(second.id))
}

fn merged_claims_become_one_and_keep_their_histories(desk: &mut Desk) {
    let (keep, other) = two(desk);
    let eva = desk.editor("Eva Second");
    let (mut words, mut names) = (covered(desk, keep.id), sources(desk, keep.id));
    let (had, theirs) = (told(desk, other.id), covered(desk, other.id));
    let merged = merge_claims(desk.c(), &eva, keep.id, &[other.id], "Both are so.", Some(keep.revision)).unwrap();
    words.extend(theirs);
    words.sort();
    let mut now = covered(desk, keep.id);
    now.sort();
    assert_eq!(now, words);
    names.push("The Tide Institute".to_owned());
    assert_eq!(sources(desk, keep.id), names);
    assert_eq!((merged.statement.as_str(), pieces(desk, keep.id)), ("Both are so.", 1));
    assert_eq!(desk.now(keep.id), merged);
    let gone = desk.now(other.id);
    assert!(gone.removed_at.is_some() && gone.number == other.number);
    assert_eq!(told(desk, other.id), [had, vec![Action::ClaimMerged]].concat());
    assert!(told(desk, keep.id).ends_with(&[Action::EvidenceAttached, Action::ClaimsMerged]));
    desk.history_is_whole();
}

fn a_merge_is_taken_back(desk: &mut Desk) {
    let (keep, other) = two(desk);
    let eva = desk.editor("Eva Second");
    let (before, names) = (spans(desk, keep.id), sources(desk, keep.id));
    let ((), lines) = desk.watch(|desk| drop(merge_claims(desk.c(), &eva, keep.id, &[other.id], "", None).unwrap()));
    let line = lines.iter().find(|line| line.action() == Some(Action::ClaimsMerged)).unwrap().id;
    undo(desk.c(), &eva, line).unwrap();
    assert_eq!((spans(desk, keep.id), sources(desk, keep.id), pieces(desk, keep.id)), (before, names, 0));
    let back = desk.now(other.id);
    assert!(back.removed_at.is_none());
    assert_eq!((sources(desk, other.id), pieces(desk, other.id)), (vec!["The Tide Institute".to_owned()], 1));
    assert_eq!(desk.now(keep.id).statement, keep.statement);
    desk.history_is_whole();
}

fn a_split_opens_what_was_signed_off(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::SignedOff);
    let parts = halves(desk, &claim);
    let made = split_claim(desk.c(), &ron, claim.id, &parts, None).unwrap();
    assert_eq!((made[0].state, made[0].substance), (WorkState::Checking, claim.substance));
    assert_eq!((made[1].state, made[1].substance), (WorkState::ToCheck, None));
}

fn what_does_not_fit_is_refused_and_nothing_is_written(desk: &mut Desk) {
    let (eva, ron, vic) = (desk.editor("Eva Editor"), desk.reviewer("Ron Reviewer"), desk.viewer("Vic Viewer"));
    let claim = desk.claim();
    let parts = halves(desk, &claim);
    let outside = SplitPart { spans: vec![Span::new(0, 1_000_000)], statement: "" };
    let stranger = {
        let article = desk.article_by(&eva);
        desk.claims_of(&article).remove(0)
    };
    for (error, wanted) in [
        (desk.refused(|c| split_claim(c, &ron, claim.id, &parts[..1], None)), "field-parts-count"),
        (desk.refused(|c| split_claim(c, &ron, claim.id, &[parts[0].clone(), outside.clone()], None)), "field-spans-outside"),
        (desk.refused(|c| merge_claims(c, &eva, claim.id, &[], "", None)), "field-merge-count"),
        (desk.refused(|c| merge_claims(c, &eva, claim.id, &[claim.id], "", None)), "field-merge-self"),
        (desk.refused(|c| merge_claims(c, &eva, claim.id, &[stranger.id], "", None)), "field-merge-article"),
    ] {
        let ReviewError::Invalid(errors) = &error else { panic!("{error:?}") };
        assert_eq!(errors[0].message, wanted);
    }
    let stale = desk.refused(|c| split_claim(c, &ron, claim.id, &parts, Some(claim.revision + 1)));
    assert!(matches!(stale, ReviewError::Stale { .. }), "{stale:?}");
    let forbidden = [desk.refused(|c| split_claim(c, &vic, claim.id, &parts, None)), desk.refused(|c| merge_claims(c, &ron, claim.id, &[claim.id], "", None))];
    assert!(forbidden.iter().all(|error| matches!(error, ReviewError::Forbidden(_))), "{forbidden:?}");
}
