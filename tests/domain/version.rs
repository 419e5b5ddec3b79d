//! Rule 6: a new version of a text, and what becomes of the work on its claims.

use crate::support::{Desk, actions, on_both_databases};
use corroborate::account::Acting;
use corroborate::article::store as articles;
use corroborate::article::{Article, ArticleState, SentenceKind};
use corroborate::claim::store as claims;
use corroborate::claim::{Anchor, AttributionVerdict, Claim, Substance, WorkState};
use corroborate::history::{self, Action, EventFilter};
use corroborate::intake::read::Limits;
use corroborate::intake::{ImportError, NewArticle, NewVersion, Plan, Seen, add_version, import_article, preview_version};
use corroborate::review::article::{coverage, sign_off_article};
use corroborate::review::{ReviewError, amend, decide, undo};
use corroborate::span::{ScalarIndex, Span};

on_both_databases! { Desk:
    unchanged_sentences_keep_state_verdict_evidence_and_findings,
    a_changed_claim_falls_back_and_its_old_verdict_stays_in_the_history,
    a_lost_claim_is_taken_out_with_its_work_and_can_be_put_back,
    what_is_new_becomes_a_claim_with_the_next_number,
    a_preview_writes_nothing_and_says_what_is_then_done,
    what_happened_between_is_a_conflict,
    a_wording_that_a_person_gave_is_kept_and_marked,
    kinds_that_people_marked_stay_on_unchanged_sentences,
    a_signed_off_article_is_opened_again,
    only_editors_put_versions_in,
    the_same_text_is_no_version,
    claims_taken_out_before_stay_out_and_do_not_come_again,
    every_anchor_points_at_the_words_it_quotes,
    a_verdict_on_the_old_words_does_not_come_back_by_undo,
}

const FIRST: &str = "The border\n\nBloomberg reported on Monday that 400 soldiers crossed the border on 3 February, citing Norland's defense ministry.\n\n\
    The finance ministry said the state budget grew by 12 percent in 2025.\n\nPolice arrested 31 people in the capital on Tuesday.\n\n\
    The central bank raised its interest rate to 4.5 percent in January.\n";

fn put_in(desk: &mut Desk, text: &str) -> Article {
    let editor = desk.editor("Importer");
    let new = NewArticle { text, ..NewArticle::default() };
    import_article(desk.c(), &editor, &new, &Limits::default()).unwrap().article
}

fn next(desk: &mut Desk, editor: &Acting, article: &Article, text: &str) -> Plan {
    add_version(desk.c(), editor, article.id, &NewVersion { text, ..NewVersion::default() }, Seen::default(), &Limits::default()).unwrap()
}

/// The claim whose statement has these words.
fn about(desk: &mut Desk, article: &Article, words: &str) -> Claim {
    desk.claims_of(article).into_iter().find(|claim| claim.statement.contains(words)).unwrap_or_else(|| panic!("no claim about {words}"))
}

fn unchanged_sentences_keep_state_verdict_evidence_and_findings(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let claim = about(desk, &article, "budget");
    let claim = desk.bring(claim, WorkState::SignedOff);
    let chain = desk.chain(claim.id);
    let editor = desk.editor("Editor");
    let text =
        FIRST.replace("Police arrested 31 people", "A storm hit the coast.\n\nPolice arrested 31 people").replace("The border\n\n", "The border again\n\n");
    next(desk, &editor, &article, &text);
    let now = desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.review_id, now.signed_off_by), (WorkState::SignedOff, claim.substance, claim.review_id, claim.signed_off_by));
    assert_eq!((now.anchor, now.removed_at, &now.statement), (Anchor::Exact, None, &claim.statement));
    assert_ne!(now.version_id, claim.version_id);
    let links = desk.chain(claim.id);
    assert_eq!(links.iter().map(|link| (link.id, link.verdict)).collect::<Vec<_>>(), chain.iter().map(|link| (link.id, link.verdict)).collect::<Vec<_>>());
    desk.history_is_whole();
}

fn a_changed_claim_falls_back_and_its_old_verdict_stays_in_the_history(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let claim = about(desk, &article, "budget");
    let claim = desk.bring(claim, WorkState::SignedOff);
    let was = claim.substance.unwrap();
    let editor = desk.editor("Editor");
    let text = FIRST.replace("grew by 12 percent", "grew by 14 percent");
    let (plan, lines) = desk.watch(|desk| next(desk, &editor, &article, &text));
    assert_eq!(plan.with_anchor(Anchor::Changed).count(), 1);
    let now = desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.attribution, now.review_id), (WorkState::ToCheck, None, None, None));
    assert_eq!((now.signed_off_by, now.verdict_by, now.anchor), (None, None, Anchor::Changed));
    assert!(now.statement.contains("14 percent"), "{}", now.statement);
    let line = lines.iter().find(|line| line.claim_id == Some(claim.id)).unwrap();
    let (before, after) = (line.before_value(), line.after_value());
    assert_eq!(before["substance"], serde_json::json!(was));
    assert_eq!((before["state"].as_str(), after["state"].as_str()), (Some("signed_off"), Some("to_check")));
    assert!(before["words"].as_str().unwrap().contains("12 percent") && after["words"].as_str().unwrap().contains("14 percent"));
    // One line for the version, one for each claim that was in the article.
    assert_eq!(actions(&lines).iter().filter(|action| **action == Action::VersionAdded).count(), 1);
    assert_eq!(actions(&lines).iter().filter(|action| **action == Action::ClaimCarried).count(), plan.claims.len());
    assert!(!undo::may_undo(&editor, line));
    desk.history_is_whole();
}

fn a_lost_claim_is_taken_out_with_its_work_and_can_be_put_back(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let claim = about(desk, &article, "arrested");
    let reviewer = desk.reviewer("Rea");
    desk.evidence(&reviewer, claim.id, "Police report");
    desk.verdict(&reviewer, claim.id, Substance::Confirmed);
    let before = desk.now(claim.id);
    let editor = desk.editor("Editor");
    let text = FIRST.replace("Police arrested 31 people in the capital on Tuesday.\n\n", "");
    let (_, lines) = desk.watch(|desk| next(desk, &editor, &article, &text));
    let now = desk.now(claim.id);
    assert!(now.removed_at.is_some());
    assert_eq!((now.anchor, now.substance, now.state, now.version_id), (Anchor::Lost, before.substance, before.state, before.version_id));
    let line = lines.iter().find(|line| line.claim_id == Some(claim.id)).unwrap().id;
    undo::undo(desk.c(), &editor, line).unwrap();
    let back = desk.now(claim.id);
    assert_eq!((back.removed_at, back.substance, back.anchor), (None, before.substance, Anchor::Lost));
    // It is in no sentence of the present text.
    let article = desk.article_now(article.id);
    let pieces = claims::spans_of_article(desk.c(), article.id).unwrap();
    assert!(pieces.iter().all(|piece| piece.claim_id != claim.id));
    desk.history_is_whole();
}

fn what_is_new_becomes_a_claim_with_the_next_number(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let highest = desk.claims_of(&article).iter().map(|claim| claim.number).max().unwrap();
    let editor = desk.editor("Editor");
    let text = format!("{FIRST}\nThe health ministry said 250 nurses were hired in March.\n");
    let plan = next(desk, &editor, &article, &text);
    let new = about(desk, &article, "nurses");
    assert_eq!((new.number, new.state, new.anchor, plan.new.len()), (highest + 1, WorkState::ToCheck, Anchor::Exact, 1));
    assert!(!desk.chain(new.id).is_empty());
    let article = desk.article_now(article.id);
    let sentences = articles::list_sentences(desk.c(), article.version_id).unwrap();
    let pieces = claims::spans_of_article(desk.c(), article.id).unwrap();
    assert_eq!(coverage(&sentences, &pieces).open(), 0);
}

fn a_preview_writes_nothing_and_says_what_is_then_done(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    let text = FIRST.replace("31 people", "33 people").replace("The central bank raised its interest rate to 4.5 percent in January.\n", "");
    let new = NewVersion { text: &text, title: "Another title" };
    let (plan, lines) = desk.watch(|desk| preview_version(desk.c(), &editor, article.id, &new, &Limits::default()).unwrap());
    assert!(lines.is_empty());
    assert_eq!(desk.article_now(article.id), article);
    let seen = Seen { revision: Some(article.revision), base: Some(&plan.base) };
    let done = add_version(desk.c(), &editor, article.id, &new, seen, &Limits::default()).unwrap();
    let fates = |plan: &Plan| plan.claims.iter().map(|carried| (carried.before.number, carried.anchor(), carried.pieces.clone())).collect::<Vec<_>>();
    assert_eq!(fates(&plan), fates(&done));
    let now = desk.article_now(article.id);
    assert_eq!((now.title.as_str(), now.revision), ("Another title", article.revision + 1));
    assert_eq!(articles::list_versions(desk.c(), article.id).unwrap().iter().map(|version| version.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(
        articles::find_numbered(desk.c(), article.id, 1).unwrap().unwrap().text,
        articles::find_version(desk.c(), article.version_id).unwrap().unwrap().text
    );
}

fn what_happened_between_is_a_conflict(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    let text = FIRST.replace("31 people", "33 people");
    let new = NewVersion { text: &text, ..NewVersion::default() };
    let plan = preview_version(desk.c(), &editor, article.id, &new, &Limits::default()).unwrap();
    let claim = about(desk, &article, "budget");
    amend::reword_claim(desk.c(), &editor, claim.id, "The budget grew.", None).unwrap();
    let seen = Seen { revision: Some(article.revision), base: Some(&plan.base) };
    let refused = desk.refused(|c| add_version(c, &editor, article.id, &new, seen, &Limits::default()));
    assert!(matches!(refused, ImportError::Review(ReviewError::Stale { what: "article", .. })), "{refused:?}");
    let refused = desk.refused(|c| add_version(c, &editor, article.id, &new, Seen { revision: Some(9), base: None }, &Limits::default()));
    assert!(matches!(refused, ImportError::Review(ReviewError::Stale { .. })), "{refused:?}");
}

fn a_wording_that_a_person_gave_is_kept_and_marked(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    let claim = about(desk, &article, "arrested");
    amend::reword_claim(desk.c(), &editor, claim.id, "In the capital 31 were arrested.", None).unwrap();
    let plan = next(desk, &editor, &article, &FIRST.replace("31 people", "33 people"));
    let carried = plan.with_anchor(Anchor::Changed).next().unwrap();
    assert!(carried.check_wording && carried.is.contains("33 people"));
    assert_eq!(desk.now(claim.id).statement, "In the capital 31 were arrested.");
}

fn kinds_that_people_marked_stay_on_unchanged_sentences(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    let sentences = articles::list_sentences(desk.c(), article.version_id).unwrap();
    let (kept, lost) = (sentences[2].clone(), sentences[3].clone());
    for sentence in [&kept, &lost] {
        amend::mark_sentence(desk.c(), &editor, sentence.id, SentenceKind::Forecast, None).unwrap();
    }
    next(desk, &editor, &article, &FIRST.replace("31 people", "33 people"));
    let article = desk.article_now(article.id);
    let now = articles::list_sentences(desk.c(), article.version_id).unwrap();
    assert_eq!((now[2].kind, now[2].marked_by), (SentenceKind::Forecast, editor.id));
    assert_eq!((now[3].kind, now[3].marked_by), (SentenceKind::Claim, None));
}

fn a_signed_off_article_is_opened_again(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    sign_off_article(desk.c(), &editor, article.id, "Printed at six.", None).unwrap();
    let (_, lines) = desk.watch(|desk| next(desk, &editor, &article, &FIRST.replace("31 people", "33 people")));
    assert_eq!(desk.article_now(article.id).state, ArticleState::Open);
    assert!(actions(&lines).contains(&Action::ArticleReopened));
    desk.history_is_whole();
}

fn only_editors_put_versions_in(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    for who in [desk.reviewer("Rea"), desk.viewer("Vic")] {
        let new = NewVersion { text: "Another text.", ..NewVersion::default() };
        let refused = desk.refused(|c| add_version(c, &who, article.id, &new, Seen::default(), &Limits::default()));
        assert!(matches!(refused, ImportError::Forbidden(_)), "{refused:?}");
        let refused = desk.refused(|c| preview_version(c, &who, article.id, &new, &Limits::default()));
        assert!(matches!(refused, ImportError::Forbidden(_)), "{refused:?}");
    }
}

fn the_same_text_is_no_version(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    for (text, field) in [(FIRST, "text"), (&FIRST.replace('\n', "\r\n"), "text")] {
        let new = NewVersion { text, ..NewVersion::default() };
        let refused = desk.refused(|c| add_version(c, &editor, article.id, &new, Seen::default(), &Limits::default()));
        assert!(matches!(&refused, ImportError::Invalid(fields) if fields[0].field == field), "{refused:?}");
    }
    let new = NewVersion::default();
    let refused = desk.refused(|c| add_version(c, &editor, article.id, &new, Seen::default(), &Limits::default()));
    assert!(matches!(refused, ImportError::Unreadable(_)), "{refused:?}");
}

fn claims_taken_out_before_stay_out_and_do_not_come_again(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    let claim = about(desk, &article, "budget");
    amend::remove_claim(desk.c(), &editor, claim.id, "Not ours.", None).unwrap();
    let mut text = FIRST.to_owned();
    for change in [("31 people", "33 people"), ("33 people", "34 people")] {
        text = text.replace(change.0, change.1);
        let plan = next(desk, &editor, &article, &text);
        assert!(plan.new.is_empty(), "{:?}", plan.new);
        assert_eq!(plan.claims.iter().filter(|carried| carried.was_out()).count(), 1);
    }
    assert!(desk.now(claim.id).removed_at.is_some());
    assert!(desk.claims_of(&article).iter().all(|claim| !claim.statement.contains("budget")));
    amend::restore_claim(desk.c(), &editor, claim.id).unwrap();
    let pieces = claims::spans_of(desk.c(), &[claim.id]).unwrap();
    let version = desk.now(claim.id).version_id;
    let version = articles::find_version(desk.c(), version).unwrap().unwrap();
    assert_eq!((version.number, pieces[0].span().slice(&version.text)), (3, Some(pieces[0].exact.as_str())));
}

fn a_verdict_on_the_old_words_does_not_come_back_by_undo(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let (editor, reviewer) = (desk.editor("Editor"), desk.reviewer("Rea"));
    let claim = about(desk, &article, "arrested");
    desk.evidence(&reviewer, claim.id, "Police report");
    let (_, lines) = desk.watch(|desk| desk.verdict(&reviewer, claim.id, Substance::Confirmed));
    let set = lines.iter().find(|line| line.action() == Some(Action::VerdictSet)).unwrap().id;
    let ((), lines) = desk.watch(|desk| undo::undo(desk.c(), &editor, set).unwrap());
    let withdrawn = lines[0].id;
    next(desk, &editor, &article, &FIRST.replace("31 people", "33 people"));
    let refused = desk.refused(|c| undo::undo(c, &editor, withdrawn));
    assert!(matches!(refused, ReviewError::UndoStale), "{refused:?}");
    assert_eq!(desk.now(claim.id).substance, None);
}

fn every_anchor_points_at_the_words_it_quotes(desk: &mut Desk) {
    let article = put_in(desk, FIRST);
    let editor = desk.editor("Editor");
    let reviewer = desk.reviewer("Rea");
    let claim = about(desk, &article, "soldiers");
    let claim = desk.bring(claim, WorkState::InReview);
    let finding = desk.on_first_link(claim.id, AttributionVerdict::AsStated);
    decide::set_verdict(desk.c(), &reviewer, claim.id, &decide::Finding { links: vec![finding], rationale: "Read.", ..decide::Finding::default() }, None)
        .unwrap();
    let text = FIRST
        .replace("The finance ministry", "“Nobody knows,” said a man. The finance ministry")
        .replace("4.5 percent", "4.25 percent")
        .replace("Norland's", "Norland’s");
    next(desk, &editor, &article, &text);
    let article = desk.article_now(article.id);
    let version = articles::find_version(desk.c(), article.version_id).unwrap().unwrap();
    let index = ScalarIndex::new(&version.text);
    let (mut seen, ids) = (0, desk.claims_of(&article).iter().map(|claim| claim.id).collect::<Vec<_>>());
    for piece in claims::spans_of(desk.c(), &ids).unwrap() {
        assert_eq!(index.slice(piece.span()), Some(piece.exact.as_str()));
        assert!(version.text.contains(&format!("{}{}{}", piece.prefix, piece.exact, piece.suffix)));
        seen += 1;
    }
    let at = |start: Option<i32>, end: Option<i32>| index.slice(Span::new(usize::try_from(start?).ok()?, usize::try_from(end?).ok()?));
    for (link, _) in claims::chains_of(desk.c(), &ids).unwrap() {
        assert_eq!(at(link.mention_start, link.mention_end), link.mention.as_deref());
        assert_eq!(at(link.cue_start, link.cue_end), link.cue.as_deref());
        seen += 1;
    }
    assert!(seen > 6, "{seen}");
    assert_eq!(desk.chain(claim.id)[0].verdict, Some(AttributionVerdict::AsStated));
    let filter = EventFilter { claim: Some(claim.id), ..EventFilter::default() };
    assert_eq!(history::list(desk.c(), &filter, 1).unwrap()[0].action(), Some(Action::ClaimCarried));
}
