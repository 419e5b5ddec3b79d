//! Publishing: off until an editor does it, under an address of the article's own, taken back and put back by undo; and
//! what readers report, within bounds.

use super::support::{Desk, later, on_both_databases};
use corroborate::account::Acting;
use corroborate::article::publication::{Publication, store as publications};
use corroborate::db::column::At;
use corroborate::history::{Action, Event};
use corroborate::ids::ArticleId;
use corroborate::input::FieldError;
use corroborate::report::reader::{MOST_A_DAY, MOST_OPEN, ReaderEntry, ReaderReport, enter_reader_report, resolve_reader_report, store as readers};
use corroborate::report::*;
use corroborate::review::ReviewError;
use corroborate::review::undo::{can_be_undone, undo};

on_both_databases! { Desk:
    a_report_is_published_under_an_address_that_nobody_can_guess_or_a_chosen_one,
    an_address_that_is_taken_or_no_address_is_refused,
    a_page_moves_to_a_newer_report_and_is_taken_back,
    an_address_never_leads_to_another_article,
    every_step_is_told_and_can_be_undone,
    an_undo_never_makes_two_pages_public,
    only_an_editor_publishes,
    two_who_publish_at_once_make_one_page,
    a_reader_reports_and_the_desk_answers,
    what_a_reader_wrote_is_not_in_the_history,
    a_flood_of_readers_is_stopped,
    what_no_reader_can_mean_is_refused,
}

fn frozen(desk: &mut Desk, article: ArticleId) -> FrozenReport {
    let eva = desk.editor("Eva Editor");
    freeze_report(desk.c(), &eva, article).unwrap()
}

fn public_at(desk: &mut Desk, slug: &str) -> Option<Publication> {
    publications::find_by_slug(desk.c(), slug).unwrap().filter(Publication::is_public)
}

fn field(error: ReportError) -> &'static str {
    match error {
        ReportError::Invalid(errors) => errors.iter().map(|FieldError { message, .. }| *message).next().unwrap(),
        other => panic!("{other:?}"),
    }
}

fn a_report_is_published_under_an_address_that_nobody_can_guess_or_a_chosen_one(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (one, other) = (desk.article().id, desk.article().id);
    let (first, second) = (frozen(desk, one), frozen(desk, other));
    assert_eq!(publications::list_listed(desk.c(), 10).unwrap(), []);
    let hidden = publish_report(desk.c(), &eva, first.id, "").unwrap();
    assert_eq!((hidden.slug.len(), hidden.chosen, hidden.number), (26, false, 1));
    let chosen = publish_report(desk.c(), &eva, second.id, " The-Border ").unwrap();
    assert_eq!((chosen.slug.as_str(), chosen.chosen, chosen.report_id), ("the-border", true, second.id));
    assert_eq!(public_at(desk, &hidden.slug).unwrap().report_id, first.id);
    // Only what somebody chose to be found is listed.
    assert_eq!(publications::list_listed(desk.c(), 10).unwrap(), [chosen]);
}

fn an_address_that_is_taken_or_no_address_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (one, other) = (desk.article().id, desk.article().id);
    let (first, second) = (frozen(desk, one), frozen(desk, other));
    publish_report(desk.c(), &eva, first.id, "the-border").unwrap();
    assert_eq!(field(desk.refused(|c| publish_report(c, &eva, second.id, "THE-border"))), "field-address-taken");
    for bad in ["-a-b", "../etc/passwd", "a b c", "<script>", "ab", "ünïcode", "feed.atom"] {
        let error = field(desk.refused(|c| publish_report(c, &eva, second.id, bad)));
        assert!(["field-not-an-address", "field-address-too-short"].contains(&error), "{bad}: {error}");
    }
    assert_eq!(field(desk.refused(|c| publish_report(c, &eva, second.id, &"a".repeat(81)))), "field-too-long");
    let nowhere = desk.ids.make();
    assert!(matches!(desk.refused(|c| publish_report(c, &eva, nowhere, "")), ReportError::NotFound("report")));
}

fn a_page_moves_to_a_newer_report_and_is_taken_back(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article().id;
    let (first, second) = (frozen(desk, article), frozen(desk, article));
    assert!(matches!(desk.refused(|c| withdraw_page(c, &eva, article, "")), ReportError::NotFound("public page")));
    publish_report(desk.c(), &eva, first.id, "the-border").unwrap();
    assert!(matches!(desk.refused(|c| publish_report(c, &eva, second.id, "elsewhere")), ReportError::PublicElsewhere));
    let moved = publish_report(desk.c(), &later(&eva, 5), second.id, "").unwrap();
    assert_eq!((moved.slug.as_str(), moved.number, moved.published_at), ("the-border", 2, eva.now));
    // Doing it twice does nothing.
    let (again, lines) = desk.watch(|desk| publish_report(desk.c(), &later(&eva, 6), second.id, "the-border").unwrap());
    assert_eq!((again.updated_at, lines.len()), (later(&eva, 5).now, 0));
    withdraw_page(desk.c(), &eva, article, "Counsel asked for it.").unwrap();
    assert_eq!(public_at(desk, "the-border"), None);
    // The same address again, or another.
    let again = publish_report(desk.c(), &eva, first.id, "the-border").unwrap();
    assert_eq!((again.id, again.number), (moved.id, 1));
    withdraw_page(desk.c(), &eva, article, "").unwrap();
    assert_ne!(publish_report(desk.c(), &eva, first.id, "a-new-place").unwrap().id, moved.id);
    assert_eq!(public_at(desk, "the-border"), None);
    desk.history_is_whole();
}

fn an_address_never_leads_to_another_article(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let (one, other) = (desk.article().id, desk.article().id);
    let (first, second) = (frozen(desk, one), frozen(desk, other));
    publish_report(desk.c(), &eva, first.id, "the-border").unwrap();
    withdraw_page(desk.c(), &eva, one, "").unwrap();
    assert_eq!(field(desk.refused(|c| publish_report(c, &eva, second.id, "the-border"))), "field-address-taken");
}

fn actions(lines: &[Event]) -> Vec<Action> {
    lines.iter().map(|line| line.action().unwrap()).collect()
}

fn every_step_is_told_and_can_be_undone(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article().id;
    let (first, second) = (frozen(desk, article), frozen(desk, article));
    let ((), lines) = desk.watch(|desk| {
        publish_report(desk.c(), &eva, first.id, "the-border").unwrap();
        publish_report(desk.c(), &eva, second.id, "").unwrap();
        withdraw_page(desk.c(), &eva, article, "For now.").unwrap();
    });
    assert_eq!(actions(&lines), [Action::PagePublished, Action::PageMoved, Action::PageWithdrawn]);
    assert!(lines.iter().all(|line| line.chain_id.0 == article.0 && can_be_undone(line)));
    assert_eq!((lines[0].after_value()["address"].as_str(), lines[2].reason.as_deref()), (Some("the-border"), Some("For now.")));
    // Backwards, one after the other; out of order it is refused.
    let ron = desk.reviewer("Ron Reviewer");
    assert!(matches!(desk.refused(|c| undo(c, &ron, lines[2].id)), ReviewError::Forbidden(_)));
    assert!(matches!(desk.refused(|c| undo(c, &eva, lines[0].id)), ReviewError::UndoStale));
    let ((), back) = desk.watch(|desk| undo(desk.c(), &eva, lines[2].id).unwrap());
    assert_eq!((actions(&back), public_at(desk, "the-border").unwrap().number), (vec![Action::PagePublished], 2));
    let ((), back) = desk.watch(|desk| undo(desk.c(), &eva, lines[1].id).unwrap());
    assert_eq!((actions(&back), public_at(desk, "the-border").unwrap().report_id), (vec![Action::PageMoved], first.id));
    let ((), back) = desk.watch(|desk| undo(desk.c(), &eva, lines[0].id).unwrap());
    assert_eq!((actions(&back), public_at(desk, "the-border")), (vec![Action::PageWithdrawn], None));
    desk.history_is_whole();
}

fn an_undo_never_makes_two_pages_public(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article().id;
    let first = frozen(desk, article);
    publish_report(desk.c(), &eva, first.id, "the-border").unwrap();
    let (_, lines) = desk.watch(|desk| withdraw_page(desk.c(), &eva, article, "").unwrap());
    publish_report(desk.c(), &eva, first.id, "elsewhere").unwrap();
    assert!(matches!(desk.refused(|c| undo(c, &eva, lines[0].id)), ReviewError::UndoStale));
}

fn only_an_editor_publishes(desk: &mut Desk) {
    let article = desk.article().id;
    let first = frozen(desk, article);
    for who in [desk.viewer("Vera Viewer"), desk.reviewer("Ron Reviewer")] {
        assert!(matches!(desk.refused(|c| publish_report(c, &who, first.id, "")), ReportError::Forbidden(_)));
        assert!(matches!(desk.refused(|c| withdraw_page(c, &who, article, "")), ReportError::Forbidden(_)));
    }
}

fn two_who_publish_at_once_make_one_page(desk: &mut Desk) {
    let (eva, db) = (desk.editor("Eva Editor"), desk.db());
    let (one, other) = (desk.article().id, desk.article().id);
    let reports = [frozen(desk, one), frozen(desk, one), frozen(desk, other)];
    let results: Vec<_> = std::thread::scope(|scope| {
        let publish = |report: &FrozenReport| publish_report(&mut db.get().unwrap(), &eva, report.id, "the-border").map(|page| page.article_id);
        let threads: Vec<_> = reports.iter().map(|report| scope.spawn(move || publish(report))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let page = public_at(desk, "the-border").unwrap();
    for (report, result) in reports.iter().zip(results) {
        match result {
            Ok(article) => assert_eq!((article, report.article_id), (page.article_id, page.article_id)),
            Err(error) => {
                assert_eq!(field(error), "field-address-taken");
                assert_ne!(report.article_id, page.article_id);
            }
        }
    }
    desk.history_is_whole();
}

/// An article with a public page at `the-border`.
fn published(desk: &mut Desk) -> ArticleId {
    let eva = desk.editor("Eva Editor");
    let article = desk.article().id;
    let report = frozen(desk, article);
    publish_report(desk.c(), &eva, report.id, "the-border").unwrap();
    article
}

fn report(desk: &mut Desk, now: At, entry: ReaderEntry<'_>) -> Result<ReaderReport, ReportError> {
    let ids = desk.ids.clone();
    enter_reader_report(desk.c(), now, &ids, "the-border", &entry)
}

fn now(desk: &mut Desk) -> (Acting, At) {
    let ron = desk.reviewer("Ron Reviewer");
    let now = ron.now;
    (ron, now)
}

fn a_reader_reports_and_the_desk_answers(desk: &mut Desk) {
    let article = published(desk);
    let (ron, now) = now(desk);
    let article_now = desk.article_now(article);
    let claim = desk.claims_of(&article_now).remove(0);
    let (row, lines) = desk.watch(|desk| report(desk, now, ReaderEntry { claim: "1", body: " It was 380.\r\nSee the minutes. ", contact: "" }).unwrap());
    assert_eq!((row.claim_id, row.body.as_str(), row.article_id), (Some(claim.id), "It was 380.\nSee the minutes.", article));
    assert_eq!((actions(&lines), lines[0].actor_id, lines[0].claim_id, can_be_undone(&lines[0])), (vec![Action::ReaderReported], None, Some(claim.id), false));
    let open = readers::list(desk.c(), &readers::ReaderFilter::default(), 10).unwrap();
    assert_eq!(open.iter().map(|row| (row.article.as_str(), row.claim.clone())).collect::<Vec<_>>(), [("The border", Some((1, claim.statement)))]);
    let vera = desk.viewer("Vera Viewer");
    assert!(matches!(desk.refused(|c| resolve_reader_report(c, &vera, row.id, "Done.")), ReportError::Forbidden(_)));
    assert_eq!(field(desk.refused(|c| resolve_reader_report(c, &ron, row.id, " "))), "field-required");
    let (done, lines) = desk.watch(|desk| resolve_reader_report(desk.c(), &ron, row.id, "The minutes say 400.").unwrap());
    assert_eq!((done.resolved_by, done.resolution.as_deref()), (ron.id, Some("The minutes say 400.")));
    assert_eq!((actions(&lines), lines[0].reason.as_deref()), (vec![Action::ReaderAnswered], Some("The minutes say 400.")));
    assert!(matches!(desk.refused(|c| resolve_reader_report(c, &ron, row.id, "Again.")), ReportError::AlreadyResolved));
    assert_eq!(readers::count_open(desk.c(), None).unwrap(), 0);
    let answered = readers::list(desk.c(), &readers::ReaderFilter { resolved: true, claim: Some(claim.id), before: None }, 10).unwrap();
    assert_eq!(answered[0].resolved_by.as_deref(), Some("Ron Reviewer"));
    desk.history_is_whole();
}

fn what_a_reader_wrote_is_not_in_the_history(desk: &mut Desk) {
    published(desk);
    let (_, now) = now(desk);
    report(desk, now, ReaderEntry { claim: "", body: "Words that must be removable", contact: "me@example.org" }).unwrap();
    let told = format!("{:?}", desk.lines());
    assert!(!told.contains("removable") && !told.contains("me@example.org"));
}

fn a_flood_of_readers_is_stopped(desk: &mut Desk) {
    let article = published(desk);
    let (ron, start) = now(desk);
    let entry = ReaderEntry { claim: "", body: "Wrong.", contact: "" };
    for _ in 0..MOST_A_DAY {
        report(desk, start, entry).unwrap();
    }
    let ids = desk.ids.clone();
    assert!(matches!(desk.refused(|c| enter_reader_report(c, start, &ids, "the-border", &entry)), ReportError::TooManyFromReaders));
    // The next day some more, until too many wait.
    let mut days = 0;
    while readers::count_open(desk.c(), Some(article)).unwrap() < MOST_OPEN {
        days += 1;
        let next = later(&ron, days * 25 * 60).now;
        while report(desk, next, entry).is_ok() {}
        assert!(days < 10);
    }
    let much_later = later(&ron, 100 * 24 * 60).now;
    assert!(matches!(report(desk, much_later, entry), Err(ReportError::TooManyFromReaders)));
    let first = readers::list(desk.c(), &readers::ReaderFilter::default(), 1).unwrap().remove(0).report;
    resolve_reader_report(desk.c(), &ron, first.id, "Nonsense.").unwrap();
    report(desk, much_later, entry).unwrap();
}

fn what_no_reader_can_mean_is_refused(desk: &mut Desk) {
    let article = published(desk);
    let (_, now) = now(desk);
    let ids = desk.ids.clone();
    let long = "x".repeat(2_001);
    let entry = |claim, body, contact| ReaderEntry { claim, body, contact };
    for (entry, message) in [
        (entry("", " \n ", ""), "field-required"),
        (entry("", long.as_str(), ""), "field-too-long"),
        (entry("", "Wrong.", long.as_str()), "field-too-long"),
        (entry("99", "Wrong.", ""), "field-claim-not-on-page"),
        (entry("one", "Wrong.", ""), "field-claim-not-on-page"),
        (entry("-1", "Wrong.", ""), "field-claim-not-on-page"),
    ] {
        assert_eq!(field(desk.refused(|c| enter_reader_report(c, now, &ids, "the-border", &entry))), message, "{entry:?}");
    }
    let fine = entry("", "Wrong.\0", "");
    assert_eq!(report(desk, now, fine).unwrap().body, "Wrong.\u{FFFD}");
    let eva = desk.editor("Eva Editor");
    withdraw_page(desk.c(), &eva, article, "").unwrap();
    for slug in ["the-border", "nowhere", ""] {
        assert!(matches!(desk.refused(|c| enter_reader_report(c, now, &ids, slug, &fine)), ReportError::NotFound("public page")), "{slug}");
    }
}
