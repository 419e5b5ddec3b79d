//! Rule 8, the taking back: every step that can be undone is, and none past a rule or over later work.

use crate::support::{Desk, actions, because, finding, on_both_databases};
use corroborate::account::Acting;
use corroborate::article::{ArticleState, SentenceKind, store as articles};
use corroborate::claim::store::{self as claims, Claim};
use corroborate::claim::{AttributionVerdict, Risk, Substance, TextAction, WorkState};
use corroborate::evidence::{Stance, store as evidence};
use corroborate::history::{Action, Event};
use corroborate::ids::EventId;
use corroborate::review::ReviewError;
use corroborate::review::article::{ArticleDetails, amend_article, reopen_article, sign_off_article};
use corroborate::review::assign::{self, Order};
use corroborate::review::decide::{self, Finding};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::undo::{can_be_undone, undo};
use corroborate::review::{amend, discuss};
use corroborate::span::Span;

on_both_databases! { Desk:
    a_step_of_state_is_taken_back,
    an_assignment_is_taken_back_and_the_assignee_is_shown_so,
    a_verdict_is_taken_back_with_its_findings_on_links,
    a_text_action_is_taken_back,
    other_words_are_taken_back,
    a_risk_is_taken_back,
    a_claim_made_taken_out_and_put_back_is_taken_back,
    a_kind_of_sentence_is_taken_back,
    details_sign_off_and_opening_of_an_article_are_taken_back,
    evidence_attached_taken_away_and_changed_is_taken_back,
    an_undo_is_a_line_that_names_the_one_it_takes_back,
    a_step_is_taken_back_once,
    an_undo_can_itself_be_taken_back,
    a_step_is_not_taken_back_over_later_work,
    what_can_not_be_undone_is_refused,
    somebody_elses_step_is_an_editors_to_take_back,
    a_sign_off_is_not_put_back_over_another_verdict,
    a_sign_off_comes_back_where_nothing_changed,
    taking_back_the_verdict_of_a_signed_off_claim_opens_it,
    an_article_is_not_signed_off_again_over_an_open_claim,
    an_unknown_line_is_refused,
}

/// Does something, takes it back as an editor does, and makes sure that the claim is as it was.
fn there_and_back(desk: &mut Desk, claim: &Claim, deed: impl FnOnce(&mut Desk)) -> Vec<Event> {
    let eva = desk.editor("Eva Editor");
    let before = desk.now(claim.id);
    let ((), done) = desk.watch(deed);
    assert_ne!(desk.now(claim.id), before, "the deed did something");
    let ((), undone) = desk.watch(|desk| undo(desk.c(), &eva, done[0].id).unwrap());
    let after = desk.now(claim.id);
    assert_eq!(Claim { revision: before.revision, updated_at: before.updated_at, ..after }, before);
    assert_eq!(undone[0].undoes, Some(done[0].id));
    assert_eq!((undone[0].before_value(), undone[0].after_value()), (done[0].after_value(), done[0].before_value()));
    desk.history_is_whole();
    undone
}

fn refuse(desk: &mut Desk, who: &Acting, line: EventId) -> ReviewError {
    desk.refused(|c| undo(c, who, line))
}

fn a_step_of_state_is_taken_back(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    for (from, to) in [
        (WorkState::ToCheck, WorkState::Checking),
        (WorkState::Checking, WorkState::Waiting),
        (WorkState::Waiting, WorkState::SetAside),
        (WorkState::InReview, WorkState::Checking),
        (WorkState::InReview, WorkState::SignedOff),
        (WorkState::SignedOff, WorkState::Checking),
        (WorkState::SetAside, WorkState::Checking),
    ] {
        let claim = desk.claim_in(from);
        let lines = there_and_back(desk, &claim, |desk| {
            desk.move_to(&eva, claim.id, to);
        });
        assert_eq!(actions(&lines), [Action::StateChanged], "{from} to {to}");
    }
}

fn an_assignment_is_taken_back_and_the_assignee_is_shown_so(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    desk.give(claim.id, &ron);
    let claim = desk.now(claim.id);
    there_and_back(desk, &claim, |desk| {
        desk.give(claim.id, &rita);
    });
    let (shown, _) = claims::latest_assignment(desk.c(), claim.id).unwrap().unwrap();
    assert_eq!(shown.assignee_id, ron.id);
}

fn a_verdict_is_taken_back_with_its_findings_on_links(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    let claim = desk.claim();
    let first = Finding { links: vec![desk.on_first_link(claim.id, AttributionVerdict::AsStated)], ..finding(Substance::Mixed) };
    decide::set_verdict(desk.c(), &ron, claim.id, &first, None).unwrap();
    let links = desk.chain(claim.id);
    let second = Finding { links: vec![desk.on_first_link(claim.id, AttributionVerdict::NotFound)], ..finding(Substance::Incorrect) };
    there_and_back(desk, &claim, |desk| {
        decide::set_verdict(desk.c(), &rita, claim.id, &second, None).unwrap();
    });
    assert_eq!(desk.chain(claim.id), links);
    assert_eq!(claims::reviews_of(desk.c(), &[claim.id]).unwrap().len(), 2, "what was found stays found");
}

fn a_text_action_is_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let now = |desk: &mut Desk| claims::text_actions_of(desk.c(), &[claim.id]).unwrap().pop().map(|row| (row.action, row.proposed_wording, row.done));
    let set = |desk: &mut Desk, action, wording, done| decide::set_text_action(desk.c(), &ron, claim.id, Some((action, wording, done)), None).unwrap();
    let (_, first) = desk.watch(|desk| set(desk, TextAction::Reword, "About 400 soldiers", false));
    let (_, second) = desk.watch(|desk| set(desk, TextAction::Cut, "", true));
    undo(desk.c(), &ron, second[0].id).unwrap();
    assert_eq!(now(desk), Some((TextAction::Reword, "About 400 soldiers".to_owned(), false)));
    undo(desk.c(), &ron, first[0].id).unwrap();
    assert_eq!(now(desk), None);
}

fn other_words_are_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    there_and_back(desk, &claim, |desk| {
        amend::reword_claim(desk.c(), &ron, claim.id, "400 soldiers came.", None).unwrap();
    });
}

fn a_risk_is_taken_back(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let claim = desk.claim();
    there_and_back(desk, &claim, |desk| {
        amend::set_risk(desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    });
}

fn a_claim_made_taken_out_and_put_back_is_taken_back(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let (claim, made) = desk.watch(|desk| amend::add_claim(desk.c(), &eva, article.id, &[Span::new(0, 10)], "").unwrap());
    there_and_back(desk, &claim, |desk| {
        amend::remove_claim(desk.c(), &eva, claim.id, "Twice.", None).unwrap();
    });
    undo(desk.c(), &eva, made[0].id).unwrap();
    assert!(desk.now(claim.id).removed_at.is_some());
    let claim = desk.now(claim.id);
    there_and_back(desk, &claim, |desk| {
        amend::restore_claim(desk.c(), &eva, claim.id).unwrap();
    });
}

fn a_kind_of_sentence_is_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = desk.article();
    let sentence = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    let (_, lines) = desk.watch(|desk| amend::mark_sentence(desk.c(), &ron, sentence.id, SentenceKind::Opinion, None).unwrap());
    undo(desk.c(), &ron, lines[0].id).unwrap();
    assert_eq!(articles::find_sentence(desk.c(), sentence.id).unwrap().unwrap().kind, sentence.kind);
}

fn details_sign_off_and_opening_of_an_article_are_taken_back(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let same = |desk: &mut Desk, then: &articles::Article| {
        let now = desk.article_now(then.id);
        assert_eq!(articles::Article { revision: then.revision, updated_at: then.updated_at, ..now }, *then);
    };
    let details = ArticleDetails { title: "Other", source_url: "https://courier.example/", published_on: "2026-03-01", ..ArticleDetails::default() };
    let (_, lines) = desk.watch(|desk| amend_article(desk.c(), &eva, article.id, &details, None).unwrap());
    undo(desk.c(), &eva, lines[0].id).unwrap();
    same(desk, &article);
    let (signed, lines) = desk.watch(|desk| sign_off_article(desk.c(), &eva, article.id, "In a hurry.", None).unwrap());
    undo(desk.c(), &eva, lines[0].id).unwrap();
    same(desk, &article);
    undo_last(desk, &eva);
    same(desk, &signed);
    let (_, lines) = desk.watch(|desk| reopen_article(desk.c(), &eva, article.id, "A letter.", None).unwrap());
    undo(desk.c(), &eva, lines[0].id).unwrap();
    same(desk, &signed);
}

fn undo_last(desk: &mut Desk, who: &Acting) {
    let last = desk.lines().pop().unwrap().id;
    undo(desk.c(), who, last).unwrap();
}

fn evidence_attached_taken_away_and_changed_is_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let entry = EvidenceEntry { title: "Budget", origin: "Statistics Norland", confidential: true, ..EvidenceEntry::default() };
    let (piece, attached) = desk.watch(|desk| gather::attach_evidence(desk.c(), &ron, claim.id, &entry, "partly").unwrap());
    let changed = EvidenceEntry { title: "Budget, revised", ..EvidenceEntry::default() };
    let (_, lines) = desk.watch(|desk| gather::amend_evidence(desk.c(), &ron, piece.id, &changed, Some((claim.id, "refutes")), 1).unwrap());
    undo(desk.c(), &ron, lines[0].id).unwrap();
    let now = evidence::find(desk.c(), piece.id).unwrap().unwrap();
    assert_eq!(evidence::Evidence { revision: 1, ..now }, piece);
    let stance = |desk: &mut Desk| evidence::find_tie(desk.c(), claim.id, piece.id).unwrap().map(|tie| tie.stance);
    assert_eq!(stance(desk), Some(Stance::Partly));
    let ((), lines) = desk.watch(|desk| gather::detach_evidence(desk.c(), &ron, claim.id, piece.id).unwrap());
    undo(desk.c(), &ron, lines[0].id).unwrap();
    assert_eq!(stance(desk), Some(Stance::Partly));
    undo(desk.c(), &ron, attached[0].id).unwrap();
    assert_eq!(stance(desk), None);
    desk.history_is_whole();
}

fn an_undo_is_a_line_that_names_the_one_it_takes_back(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.editor("Rita Editor"));
    let claim = desk.claim();
    let (_, done) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    let ((), undone) = desk.watch(|desk| undo(desk.c(), &rita, done[0].id).unwrap());
    assert_eq!(undone.len(), 1);
    assert_eq!((undone[0].undoes, undone[0].actor_id, undone[0].action()), (Some(done[0].id), rita.id, Some(Action::StateChanged)));
}

fn a_step_is_taken_back_once(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (_, done) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    undo(desk.c(), &ron, done[0].id).unwrap();
    let error = refuse(desk, &ron, done[0].id);
    assert!(matches!(error, ReviewError::AlreadyUndone), "{error:?}");
}

fn an_undo_can_itself_be_taken_back(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (_, done) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    let ((), undone) = desk.watch(|desk| undo(desk.c(), &ron, done[0].id).unwrap());
    undo(desk.c(), &ron, undone[0].id).unwrap();
    assert_eq!(desk.now(claim.id).state, WorkState::Checking);
}

fn a_step_is_not_taken_back_over_later_work(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let (_, begun) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    desk.move_to(&ron, claim.id, WorkState::Waiting);
    let error = refuse(desk, &ron, begun[0].id);
    assert!(matches!(error, ReviewError::UndoStale), "{error:?}");
    let piece = gather::attach_evidence(desk.c(), &ron, claim.id, &EvidenceEntry { title: "A", ..EvidenceEntry::default() }, "").unwrap();
    let amend = |desk: &mut Desk, title, revision| {
        gather::amend_evidence(desk.c(), &ron, piece.id, &EvidenceEntry { title, ..EvidenceEntry::default() }, None, revision).unwrap()
    };
    let (_, first) = desk.watch(|desk| amend(desk, "B", 1));
    amend(desk, "C", 2);
    let error = refuse(desk, &ron, first[0].id);
    assert!(matches!(error, ReviewError::UndoStale), "{error:?}");
}

fn what_can_not_be_undone_is_refused(desk: &mut Desk) {
    let (ada, ron) = (desk.admin("Ada Admin"), desk.reviewer("Ron Reviewer"));
    let claim = desk.claim();
    discuss::add_comment(desk.c(), &ron, claim.id, "Who says so?").unwrap();
    for line in desk.lines() {
        assert!(!can_be_undone(&line), "{}", line.action);
        let error = refuse(desk, &ada, line.id);
        assert!(matches!(error, ReviewError::NotUndoable), "{}: {error:?}", line.action);
    }
}

fn somebody_elses_step_is_an_editors_to_take_back(desk: &mut Desk) {
    let (ron, rita, eva) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim();
    let (_, done) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    let error = refuse(desk, &rita, done[0].id);
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    undo(desk.c(), &eva, done[0].id).unwrap();
    let viewer = desk.viewer("Vic Viewer");
    let (_, done) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    let error = refuse(desk, &viewer, done[0].id);
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
    let (_, given) = desk.watch(|desk| {
        let order = Order { assignee: Some(rita.id), ..Order::default() };
        assign::assign_claim(desk.c(), &eva, claim.id, &order, None).unwrap()
    });
    let error = refuse(desk, &rita, given[0].id);
    assert!(matches!(error, ReviewError::Forbidden(_)), "{error:?}");
}

fn a_sign_off_is_not_put_back_over_another_verdict(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim_in(WorkState::SignedOff);
    let (_, opened) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    let (_, changed) = desk.watch(|desk| desk.verdict(&ron, claim.id, Substance::Incorrect));
    let error = refuse(desk, &eva, opened[0].id);
    assert!(matches!(error, ReviewError::UndoStale), "{error:?}");
    undo(desk.c(), &eva, changed[0].id).unwrap();
    undo(desk.c(), &eva, opened[0].id).unwrap();
    let now = desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.signed_off_by), (WorkState::SignedOff, claim.substance, claim.signed_off_by));
}

fn a_sign_off_comes_back_where_nothing_changed(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim_in(WorkState::SignedOff);
    let (_, opened) = desk.watch(|desk| desk.move_to(&ron, claim.id, WorkState::Checking));
    discuss::add_comment(desk.c(), &ron, claim.id, "Opened by mistake.").unwrap();
    let error = refuse(desk, &ron, opened[0].id);
    assert!(matches!(error, ReviewError::Forbidden(_)), "a reviewer signs nothing off, not by undoing either: {error:?}");
    undo(desk.c(), &eva, opened[0].id).unwrap();
    assert_eq!(desk.now(claim.id).signed_off_by, claim.signed_off_by);
}

fn taking_back_the_verdict_of_a_signed_off_claim_opens_it(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let claim = desk.claim_in(WorkState::Checking);
    let (_, set) = desk.watch(|desk| desk.verdict(&ron, claim.id, Substance::Mixed));
    desk.move_to(&ron, claim.id, WorkState::InReview);
    desk.move_to(&eva, claim.id, WorkState::SignedOff);
    sign_off_article(desk.c(), &eva, claim.article_id, "The rest follows.", None).unwrap();
    let ((), lines) = desk.watch(|desk| undo(desk.c(), &eva, set[0].id).unwrap());
    let now = desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.signed_off_by), (WorkState::Checking, None, None));
    assert_eq!(actions(&lines), [Action::VerdictSet, Action::ArticleReopened]);
}

fn an_article_is_not_signed_off_again_over_an_open_claim(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let article = desk.article();
    for claim in desk.claims_of(&article) {
        desk.bring(claim, WorkState::SignedOff);
    }
    sign_off_article(desk.c(), &eva, article.id, "", None).unwrap();
    let claim = desk.claims_of(&article).remove(0);
    let step = because(WorkState::Checking, "New figures.");
    let (_, lines) = desk.watch(|desk| decide::transition(desk.c(), &ron, claim.id, &step, None).unwrap());
    let error = refuse(desk, &eva, lines[1].id);
    assert!(matches!(error, ReviewError::ArticleOpen { claims: 1, .. }), "{error:?}");
    undo(desk.c(), &eva, lines[0].id).unwrap();
    undo(desk.c(), &eva, lines[1].id).unwrap();
    assert_eq!(desk.article_now(article.id).state, ArticleState::SignedOff);
}

fn an_unknown_line_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let error = refuse(desk, &ron, corroborate::ids::Ids::System.make());
    assert!(matches!(error, ReviewError::NotFound(_)), "{error:?}");
}
