//! Gathering evidence: attaching, changing, taking away; what is confidential.

use crate::support::{Desk, actions, later, on_both_databases};
use corroborate::evidence::store as evidence;
use corroborate::evidence::{Grade, Independence, Stance};
use corroborate::history::{Action, chain_of};
use corroborate::ids::ChainId;
use corroborate::review::ReviewError;
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::reuse::take_over;
use corroborate::review::undo;

on_both_databases! { Desk:
    a_piece_is_attached_with_everything_said_of_it,
    a_link_or_a_title_is_needed,
    all_fields_that_can_not_be_used_are_told_at_once,
    a_link_without_a_title_is_called_by_its_address,
    the_day_of_access_is_today_unless_said_otherwise,
    a_piece_serves_several_claims_and_says_another_thing_of_each,
    a_piece_is_attached_to_a_claim_once,
    a_piece_taken_away_stays_on_the_desk,
    a_change_is_told_in_every_article_the_piece_serves,
    a_change_of_a_piece_that_serves_nothing_is_told_by_the_desk,
    a_change_of_nothing_writes_nothing,
    a_stale_change_is_refused_with_the_piece_as_it_is_now,
    what_is_confidential_says_so_in_history,
    an_origin_is_the_source_of_that_name,
    evidence_of_an_earlier_claim_is_taken_over_with_what_it_says,
    what_was_taken_over_is_taken_back_piece_by_piece,
}

const FULL: EvidenceEntry<'static> = EvidenceEntry {
    url: "https://www.statistics.example/budget/2025/",
    title: "Budget 2025",
    publisher: "Statistics Norland",
    published_on: "2026-01-15",
    accessed_on: "2026-03-01",
    excerpt: "Table 3: +12.0 %",
    archive_url: "https://keep.example/2026/budget",
    grade: "primary",
    independence: "independent",
    origin: "Statistics Norland",
    note: "Final figures.",
    confidential: false,
};

fn a_piece_is_attached_with_everything_said_of_it(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (piece, lines) = desk.watch(|desk| gather::attach_evidence(desk.c(), &ron, claim.id, &FULL, "partly").unwrap());
    assert_eq!((actions(&lines), lines[0].claim_id), (vec![Action::EvidenceAttached], Some(claim.id)));
    let (tie, kept) = evidence::list_of_claims(desk.c(), &[claim.id]).unwrap().remove(0);
    assert_eq!(kept, piece);
    assert_eq!((tie.stance, Some(tie.attached_by)), (Stance::Partly, ron.id));
    assert_eq!((kept.grade, kept.independence, Some(kept.created_by)), (Grade::Primary, Independence::Independent, ron.id));
    assert_eq!(kept.published_on.unwrap().to_string(), "2026-01-15");
}

fn a_link_or_a_title_is_needed(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let error = desk.refused(|c| gather::attach_evidence(c, &ron, claim.id, &EvidenceEntry { excerpt: "…", ..EvidenceEntry::default() }, ""));
    assert!(matches!(&error, ReviewError::Invalid(fields) if fields[0].message == "field-link-or-title-required"), "{error:?}");
}

fn all_fields_that_can_not_be_used_are_told_at_once(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let bad = EvidenceEntry { url: "javascript:alert(1)", published_on: "yesterday", accessed_on: "2031-01-01", grade: "best", ..EvidenceEntry::default() };
    let error = desk.refused(|c| gather::attach_evidence(c, &ron, claim.id, &bad, "supports"));
    let ReviewError::Invalid(fields) = error else { panic!("{error:?}") };
    let named: Vec<_> = fields.iter().map(|field| field.field).collect();
    assert_eq!(named, ["url", "published_on", "grade", "accessed_on"]);
}

fn a_link_without_a_title_is_called_by_its_address(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let piece = gather::attach_evidence(desk.c(), &ron, claim.id, &EvidenceEntry { title: " ", ..FULL }, "").unwrap();
    assert_eq!(piece.title, "statistics.example/budget/2025");
}

fn the_day_of_access_is_today_unless_said_otherwise(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let piece = gather::attach_evidence(desk.c(), &ron, claim.id, &EvidenceEntry { accessed_on: "", ..FULL }, "").unwrap();
    assert_eq!(piece.accessed_on, Some(ron.now.0.date_naive()));
    let book = gather::attach_evidence(desk.c(), &ron, claim.id, &EvidenceEntry { title: "A book", ..EvidenceEntry::default() }, "").unwrap();
    assert_eq!(book.accessed_on, None, "nobody looks at a book on the web");
}

fn a_piece_serves_several_claims_and_says_another_thing_of_each(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (one, two) = (desk.claim(), desk.claim());
    let piece = gather::attach_evidence(desk.c(), &ron, one.id, &FULL, "supports").unwrap();
    let (_, lines) = desk.watch(|desk| gather::attach_existing(desk.c(), &ron, two.id, piece.id, "refutes").unwrap());
    assert_eq!((lines[0].claim_id, lines[0].chain_id), (Some(two.id), chain_of(two.article_id)));
    let stances: Vec<_> = [one.id, two.id].map(|claim| evidence::find_tie(desk.c(), claim, piece.id).unwrap().unwrap().stance).to_vec();
    assert_eq!(stances, [Stance::Supports, Stance::Refutes]);
}

fn a_piece_is_attached_to_a_claim_once(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let piece = desk.evidence(&ron, claim.id, "Budget 2025");
    let error = desk.refused(|c| gather::attach_existing(c, &ron, claim.id, piece, "context"));
    assert!(matches!(error, ReviewError::AlreadyAttached), "{error:?}");
}

fn a_piece_taken_away_stays_on_the_desk(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let piece = desk.evidence(&ron, claim.id, "Budget 2025");
    let ((), lines) = desk.watch(|desk| gather::detach_evidence(desk.c(), &ron, claim.id, piece).unwrap());
    assert_eq!((actions(&lines), &lines[0].before_value()["title"]), (vec![Action::EvidenceDetached], &"Budget 2025".into()));
    assert!(evidence::list_of_claims(desk.c(), &[claim.id]).unwrap().is_empty());
    assert!(evidence::find(desk.c(), piece).unwrap().is_some());
    let error = desk.refused(|c| gather::detach_evidence(c, &ron, claim.id, piece));
    assert!(matches!(error, ReviewError::NotFound("evidence")), "{error:?}");
}

fn a_change_is_told_in_every_article_the_piece_serves(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = desk.article();
    let claims = desk.claims_of(&article);
    let elsewhere = desk.claim();
    let piece = gather::attach_evidence(desk.c(), &ron, claims[0].id, &FULL, "supports").unwrap();
    gather::attach_existing(desk.c(), &ron, claims[1].id, piece.id, "context").unwrap();
    gather::attach_existing(desk.c(), &ron, elsewhere.id, piece.id, "supports").unwrap();
    let revised = EvidenceEntry { note: "Revised figures.", ..FULL };
    let stance = Some((claims[1].id, "refutes"));
    let (amended, lines) = desk.watch(|desk| gather::amend_evidence(desk.c(), &ron, piece.id, &revised, stance, 1).unwrap());
    assert_eq!((amended.note.as_str(), amended.revision), ("Revised figures.", 2));
    let told: Vec<_> = lines.iter().map(|line| (line.chain_id, line.claim_id)).collect();
    assert_eq!(told, [(chain_of(article.id), Some(claims[1].id)), (chain_of(elsewhere.article_id), Some(elsewhere.id))], "one line an article");
    assert_eq!((&lines[0].before_value()["stance"], &lines[0].after_value()["stance"]), (&"context".into(), &"refutes".into()));
    assert_eq!((&lines[0].before_value()["note"], &lines[0].after_value()["note"]), (&"Final figures.".into(), &"Revised figures.".into()));
}

fn a_change_of_a_piece_that_serves_nothing_is_told_by_the_desk(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let piece = gather::attach_evidence(desk.c(), &ron, claim.id, &FULL, "supports").unwrap();
    gather::detach_evidence(desk.c(), &ron, claim.id, piece.id).unwrap();
    let revised = EvidenceEntry { note: "Revised figures.", ..FULL };
    let (_, lines) = desk.watch(|desk| gather::amend_evidence(desk.c(), &ron, piece.id, &revised, None, 1).unwrap());
    assert_eq!(lines.iter().map(|line| line.chain_id).collect::<Vec<_>>(), [ChainId::DESK]);
}

fn a_change_of_nothing_writes_nothing(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let piece = gather::attach_evidence(desk.c(), &ron, claim.id, &FULL, "supports").unwrap();
    let before = desk.test_db.all_rows();
    let same = gather::amend_evidence(desk.c(), &later(&ron, 5), piece.id, &FULL, Some((claim.id, "supports")), 1).unwrap();
    assert_eq!(same, piece);
    assert_eq!(before, desk.test_db.all_rows());
}

fn a_stale_change_is_refused_with_the_piece_as_it_is_now(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    let piece = gather::attach_evidence(desk.c(), &ron, claim.id, &FULL, "supports").unwrap();
    gather::amend_evidence(desk.c(), &rita, piece.id, &EvidenceEntry { note: "Hers.", ..FULL }, None, 1).unwrap();
    let error = desk.refused(|c| gather::amend_evidence(c, &ron, piece.id, &EvidenceEntry { note: "His.", ..FULL }, None, 1));
    let ReviewError::Stale { what: "evidence", current } = error else { panic!("{error:?}") };
    assert_eq!((&current["note"], &current["revision"]), (&"Hers.".into(), &2.into()));
}

fn what_is_confidential_says_so_in_history(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let secret = EvidenceEntry { confidential: true, ..FULL };
    let (piece, lines) = desk.watch(|desk| gather::attach_evidence(desk.c(), &ron, claim.id, &secret, "supports").unwrap());
    assert!(piece.confidential);
    assert_eq!(lines[0].after_value()["confidential"], true, "so that an export of history can leave its title out");
    let ((), lines) = desk.watch(|desk| gather::detach_evidence(desk.c(), &ron, claim.id, piece.id).unwrap());
    assert_eq!(lines[0].before_value()["confidential"], true);
}

fn an_origin_is_the_source_of_that_name(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let one = gather::attach_evidence(desk.c(), &ron, claim.id, &FULL, "supports").unwrap();
    let two = gather::attach_evidence(desk.c(), &ron, claim.id, &EvidenceEntry { title: "Other", origin: "The statistics  Norland", ..FULL }, "").unwrap();
    assert!(one.origin_id.is_some());
    assert_eq!(one.origin_id, two.origin_id);
}

fn evidence_of_an_earlier_claim_is_taken_over_with_what_it_says(desk: &mut Desk) {
    let (ron, vera) = (desk.reviewer("Ron Reviewer"), desk.viewer("Vera Viewer"));
    let (earlier, claim) = (desk.claim(), desk.claim());
    gather::attach_evidence(desk.c(), &ron, earlier.id, &EvidenceEntry { confidential: true, ..FULL }, "partly").unwrap();
    let shared = desk.evidence(&ron, earlier.id, "Shared");
    gather::attach_existing(desk.c(), &ron, claim.id, shared, "refutes").unwrap();
    assert!(matches!(desk.refused(|c| take_over(c, &vera, claim.id, earlier.id)), ReviewError::Forbidden(_)));
    assert!(matches!(desk.refused(|c| take_over(c, &ron, claim.id, claim.id)), ReviewError::NotFound("claim")));
    let (taken, lines) = desk.watch(|desk| take_over(desk.c(), &ron, claim.id, earlier.id).unwrap());
    assert_eq!((taken.attached, actions(&lines)), (1, vec![Action::EvidenceAttached]));
    let ties = evidence::list_of_claims(desk.c(), &[claim.id]).unwrap();
    let stances: Vec<_> = ties.iter().map(|(tie, piece)| (tie.stance, piece.confidential)).collect();
    assert!(stances.contains(&(Stance::Partly, true)) && stances.contains(&(Stance::Refutes, false)) && stances.len() == 2, "{stances:?}");
    assert_eq!(desk.now(claim.id).substance, None);
    desk.history_is_whole();
}

fn what_was_taken_over_is_taken_back_piece_by_piece(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (earlier, claim) = (desk.claim(), desk.claim());
    desk.evidence(&ron, earlier.id, "A table");
    let (_, lines) = desk.watch(|desk| take_over(desk.c(), &ron, claim.id, earlier.id).unwrap());
    undo::undo(desk.c(), &ron, lines[0].id).unwrap();
    assert!(evidence::list_of_claims(desk.c(), &[claim.id]).unwrap().is_empty());
    assert_eq!(evidence::list_of_claims(desk.c(), &[earlier.id]).unwrap().len(), 1);
}
