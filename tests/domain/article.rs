//! Rule 5 and the article as a whole: coverage, its sign-off, opening it again, its details.

use crate::support::{Desk, actions, because, on_both_databases};
use corroborate::article::store as articles;
use corroborate::article::{Article, ArticleState, SentenceKind};
use corroborate::claim::WorkState;
use corroborate::claim::store as claims;
use corroborate::history::{Action, SubjectKind};
use corroborate::ids::ArticleId;
use corroborate::review::ReviewError;
use corroborate::review::article::{ArticleDetails, amend_article, coverage, open_sentences, reopen_article, sign_off_article};
use corroborate::review::{amend, decide};
use corroborate::span::Span;

on_both_databases! { Desk:
    an_article_with_open_claims_is_not_signed_off,
    an_article_with_an_open_sentence_is_not_signed_off,
    an_editor_signs_off_with_something_open_by_saying_why,
    a_complete_article_is_signed_off_without_a_word,
    a_kind_that_needs_no_check_accounts_for_a_sentence,
    a_claim_over_two_sentences_accounts_for_both,
    a_claim_taken_out_accounts_for_nothing,
    signing_off_twice_and_opening_twice_are_refused,
    opening_again_needs_a_reason,
    a_claim_opened_again_opens_its_article,
    a_verdict_changed_opens_the_article_too,
    a_new_claim_opens_the_article,
    a_claim_put_back_opens_the_article,
    a_sentence_marked_as_a_claim_opens_the_article,
    a_sentence_marked_as_opinion_leaves_the_article_signed_off,
    details_are_amended_with_what_was_and_is,
    a_stale_amendment_is_refused_with_the_article_as_it_is_now,
    marking_a_sentence_tells_kind_before_and_after,
    a_stale_mark_is_refused,
}

/// An article on which nothing is left to do.
fn complete(desk: &mut Desk) -> Article {
    let article = desk.article();
    for claim in desk.claims_of(&article) {
        desk.bring(claim, WorkState::SignedOff);
    }
    let eva = desk.editor("Eva Editor");
    for sentence in open(desk, article.id) {
        amend::mark_sentence(desk.c(), &eva, sentence, SentenceKind::Transition, None).unwrap();
    }
    desk.article_now(article.id)
}

fn signed_off(desk: &mut Desk) -> Article {
    let article = complete(desk);
    let eva = desk.editor("Eva Editor");
    sign_off_article(desk.c(), &eva, article.id, "", None).unwrap()
}

fn open(desk: &mut Desk, id: ArticleId) -> Vec<corroborate::ids::SentenceId> {
    let article = desk.article_now(id);
    let sentences = articles::list_sentences(desk.c(), article.version_id).unwrap();
    let pieces = claims::spans_of_article(desk.c(), id).unwrap();
    let open: Vec<_> = open_sentences(&sentences, &pieces).iter().map(|s| s.id).collect();
    assert_eq!(coverage(&sentences, &pieces).open(), open.len());
    open
}

fn an_article_with_open_claims_is_not_signed_off(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = complete(desk);
    let claim = desk.claims_of(&article).remove(0);
    desk.move_to(&eva, claim.id, WorkState::Checking);
    let error = desk.refused(|c| sign_off_article(c, &eva, article.id, " ", None));
    assert!(matches!(error, ReviewError::ArticleOpen { sentences: 0, claims: 1 }), "{error:?}");
}

fn an_article_with_an_open_sentence_is_not_signed_off(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = complete(desk);
    let heading = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    amend::mark_sentence(desk.c(), &eva, heading.id, SentenceKind::Claim, None).unwrap();
    let error = desk.refused(|c| sign_off_article(c, &eva, article.id, "", None));
    assert!(matches!(error, ReviewError::ArticleOpen { sentences: 1, claims: 0 }), "{error:?}");
}

fn an_editor_signs_off_with_something_open_by_saying_why(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let (signed, lines) = desk.watch(|desk| sign_off_article(desk.c(), &eva, article.id, "Breaking; the rest follows.", None).unwrap());
    assert_eq!((signed.state, signed.coverage_reason.as_deref()), (ArticleState::SignedOff, Some("Breaking; the rest follows.")));
    assert_eq!((actions(&lines), lines[0].reason.as_deref()), (vec![Action::ArticleSignedOff], Some("Breaking; the rest follows.")));
}

fn a_complete_article_is_signed_off_without_a_word(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = complete(desk);
    let signed = sign_off_article(desk.c(), &eva, article.id, "", Some(article.revision)).unwrap();
    assert_eq!((signed.state, signed.coverage_reason, signed.signed_off_by), (ArticleState::SignedOff, None, eva.id));
    assert_eq!(desk.article_now(article.id).revision, article.revision + 1);
}

fn a_kind_that_needs_no_check_accounts_for_a_sentence(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = complete(desk);
    let heading = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    amend::mark_sentence(desk.c(), &eva, heading.id, SentenceKind::Claim, None).unwrap();
    assert_eq!(open(desk, article.id), [heading.id]);
    for kind in [SentenceKind::Opinion, SentenceKind::Question, SentenceKind::Forecast, SentenceKind::Transition, SentenceKind::Boilerplate] {
        amend::mark_sentence(desk.c(), &eva, heading.id, kind, None).unwrap();
        assert_eq!(open(desk, article.id), [], "{kind}");
    }
}

fn a_claim_over_two_sentences_accounts_for_both(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    for claim in desk.claims_of(&article) {
        amend::remove_claim(desk.c(), &eva, claim.id, "Made anew over both.", None).unwrap();
    }
    let statements = open(desk, article.id);
    assert!(statements.len() >= 2, "{statements:?}");
    let sentences = articles::list_sentences(desk.c(), article.version_id).unwrap();
    let both = sentences.iter().filter(|s| statements.contains(&s.id)).map(articles::Sentence::span).reduce(Span::cover).unwrap();
    let claim = amend::add_claim(desk.c(), &eva, article.id, &[both], "").unwrap();
    assert_eq!(claim.sentence_id, None);
    assert_eq!(open(desk, article.id), []);
}

fn a_claim_taken_out_accounts_for_nothing(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = complete(desk);
    let claim = desk.claims_of(&article).remove(0);
    amend::remove_claim(desk.c(), &eva, claim.id, "", None).unwrap();
    assert_eq!(open(desk, article.id), [claim.sentence_id.unwrap()]);
}

fn signing_off_twice_and_opening_twice_are_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = signed_off(desk);
    let error = desk.refused(|c| sign_off_article(c, &eva, article.id, "", None));
    assert!(matches!(error, ReviewError::ArticleUnchanged), "{error:?}");
    let (opened, lines) = desk.watch(|desk| reopen_article(desk.c(), &eva, article.id, "A reader wrote in.", None).unwrap());
    assert_eq!((opened.state, opened.signed_off_by, opened.signed_off_at), (ArticleState::Open, None, None));
    assert_eq!(actions(&lines), [Action::ArticleReopened]);
    let error = desk.refused(|c| reopen_article(c, &eva, article.id, "Once more.", None));
    assert!(matches!(error, ReviewError::ArticleUnchanged), "{error:?}");
}

fn opening_again_needs_a_reason(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = signed_off(desk);
    let error = desk.refused(|c| reopen_article(c, &eva, article.id, "  ", None));
    assert!(matches!(error, ReviewError::ReasonMissing), "{error:?}");
}

fn opens_with(desk: &mut Desk, article: &Article, deed: impl FnOnce(&mut Desk), expected: &[Action]) {
    let ((), lines) = desk.watch(deed);
    assert_eq!(actions(&lines), expected);
    let last = lines.last().unwrap();
    assert_eq!((last.subject_kind(), last.subject_id.0), (Some(SubjectKind::Article), article.id.0));
    let now = desk.article_now(article.id);
    assert_eq!((now.state, now.signed_off_by, now.signed_off_at), (ArticleState::Open, None, None));
    desk.history_is_whole();
}

fn a_claim_opened_again_opens_its_article(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = signed_off(desk);
    let claim = desk.claims_of(&article).remove(0);
    let deed = |desk: &mut Desk| {
        decide::transition(desk.c(), &ron, claim.id, &because(WorkState::Checking, "New figures are out."), None).unwrap();
    };
    opens_with(desk, &article, deed, &[Action::StateChanged, Action::ArticleReopened]);
}

fn a_verdict_changed_opens_the_article_too(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = signed_off(desk);
    let claim = desk.claims_of(&article).remove(0);
    let deed = |desk: &mut Desk| {
        desk.verdict(&ron, claim.id, corroborate::claim::Substance::Incorrect);
    };
    opens_with(desk, &article, deed, &[Action::VerdictSet, Action::ArticleReopened]);
}

fn a_new_claim_opens_the_article(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = signed_off(desk);
    let deed = |desk: &mut Desk| {
        amend::add_claim(desk.c(), &ron, article.id, &[Span::new(0, 10)], "").unwrap();
    };
    opens_with(desk, &article, deed, &[Action::ClaimAdded, Action::ArticleReopened]);
}

fn a_claim_put_back_opens_the_article(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = complete(desk);
    let extra = amend::add_claim(desk.c(), &eva, article.id, &[Span::new(0, 10)], "").unwrap();
    amend::remove_claim(desk.c(), &eva, extra.id, "Not needed.", None).unwrap();
    sign_off_article(desk.c(), &eva, article.id, "", None).unwrap();
    let deed = |desk: &mut Desk| {
        amend::restore_claim(desk.c(), &eva, extra.id).unwrap();
    };
    opens_with(desk, &article, deed, &[Action::ClaimRestored, Action::ArticleReopened]);
}

fn a_sentence_marked_as_a_claim_opens_the_article(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = signed_off(desk);
    let heading = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    let deed = |desk: &mut Desk| {
        amend::mark_sentence(desk.c(), &ron, heading.id, SentenceKind::Claim, None).unwrap();
    };
    opens_with(desk, &article, deed, &[Action::SentenceMarked, Action::ArticleReopened]);
}

fn a_sentence_marked_as_opinion_leaves_the_article_signed_off(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = signed_off(desk);
    let heading = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    amend::mark_sentence(desk.c(), &ron, heading.id, SentenceKind::Opinion, None).unwrap();
    assert_eq!(desk.article_now(article.id).state, ArticleState::SignedOff);
}

fn details_are_amended_with_what_was_and_is(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let details = ArticleDetails { title: "The border", byline: "A. Writer", publisher: "The Norland Courier", ..ArticleDetails::default() };
    let (amended, lines) = desk.watch(|desk| amend_article(desk.c(), &eva, article.id, &details, Some(article.revision)).unwrap());
    assert_eq!(amended.byline, "A. Writer");
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0].before_value(), serde_json::json!({"byline": ""}), "only what changed is told");
    assert_eq!(lines[0].after_value(), serde_json::json!({"byline": "A. Writer"}));
    let before = desk.test_db.all_rows();
    amend_article(desk.c(), &eva, article.id, &details, None).unwrap();
    assert_eq!(before, desk.test_db.all_rows(), "a change of nothing writes nothing");
}

fn a_stale_amendment_is_refused_with_the_article_as_it_is_now(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let details = |title| ArticleDetails { title, ..ArticleDetails::default() };
    amend_article(desk.c(), &eva, article.id, &details("At the border"), None).unwrap();
    let error = desk.refused(|c| amend_article(c, &eva, article.id, &details("Over the border"), Some(article.revision)));
    let ReviewError::Stale { what: "article", current } = error else { panic!("{error:?}") };
    assert_eq!((&current["title"], &current["revision"]), (&"At the border".into(), &(article.revision + 1).into()));
}

fn marking_a_sentence_tells_kind_before_and_after(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = desk.article();
    let heading = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    let mark = |desk: &mut Desk, kind| amend::mark_sentence(desk.c(), &ron, heading.id, kind, None).unwrap();
    let (marked, lines) = desk.watch(|desk| mark(desk, SentenceKind::Question));
    assert_eq!((marked.kind, marked.marked_by, marked.revision), (SentenceKind::Question, ron.id, heading.revision + 1));
    assert_eq!((&lines[0].before_value()["kind"], &lines[0].after_value()["kind"]), (&heading.kind.to_string().into(), &"question".into()));
    let (_, lines) = desk.watch(|desk| mark(desk, SentenceKind::Question));
    assert!(lines.is_empty(), "marked again as it is");
}

fn a_stale_mark_is_refused(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = desk.article();
    let heading = articles::list_sentences(desk.c(), article.version_id).unwrap().remove(0);
    amend::mark_sentence(desk.c(), &ron, heading.id, SentenceKind::Question, None).unwrap();
    let error = desk.refused(|c| amend::mark_sentence(c, &ron, heading.id, SentenceKind::Opinion, Some(heading.revision)));
    let ReviewError::Stale { what: "sentence", current } = error else { panic!("{error:?}") };
    assert_eq!(current["kind"], "question");
}
