//! Second opinions and ratings of sources in reports: what was given stands in every form, what is open or was declined in
//! none, and it comes back from another desk as it was.

use super::opened::rows;
use super::round_trip::{MOST, file_of};
use super::sample::words;
use super::support::{Desk, Stage, finding, later, on_both_databases};
use super::{rendered, text};
use calamine::Data;
use corroborate::account::Acting;
use corroborate::claim::store::second as store;
use corroborate::claim::{AttributionVerdict, Substance};
use corroborate::code::Code;
use corroborate::db::column::At;
use corroborate::ids::{ArticleId, ClaimId};
use corroborate::report::{ExportFormat, Report, ReportFile, SecondCheckPart, assemble, freeze_report, import_report, render_frozen, verify_report};
use corroborate::review::decide::{self, Finding};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::second::{self, Opinion};
use corroborate::source::Rating;
use corroborate::source::reliability::{NoteEntry, rate_source, withdraw_note};
use corroborate::wording::Catalogue;

on_both_databases! { Desk:
    a_second_finding_stands_in_every_form_for_readers,
    what_is_open_or_was_declined_is_in_no_form,
    whether_both_agree_is_said_of_each,
    where_the_first_finding_was_taken_back_there_is_nothing_to_compare,
    whoever_found_confidential_evidence_is_named_for_the_second_finding_alone,
    ratings_of_sources_stand_in_every_form_for_readers,
    a_frozen_report_with_second_findings_holds,
    what_another_desk_found_twice_does_not_count_as_this_desks_agreement,
}

/// The forms that people read.
const READ: [ExportFormat; 4] = [ExportFormat::Html, ExportFormat::Md, ExportFormat::Docx, ExportFormat::Pdf];

fn now() -> At {
    At(super::sample::at("2026-03-03T08:00:00Z"))
}

/// A claim that “Ron Reviewer” found mostly accurate, with its article.
fn first(desk: &mut Desk) -> (ArticleId, ClaimId) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim();
    let links = vec![desk.on_first_link(claim.id, AttributionVerdict::AsStated)];
    decide::set_verdict(desk.c(), &ron, claim.id, &Finding { links, ..finding(Substance::MostlyAccurate) }, None).unwrap();
    (claim.article_id, claim.id)
}

fn ask(desk: &mut Desk, claim: ClaimId, whom: &Acting) -> store::SecondCheck {
    let eva = desk.editor("Eva Editor");
    second::ask(desk.c(), &later(&eva, 5), claim, whom.id.unwrap(), "Quagga: the figure carries it.").unwrap()
}

/// What somebody finds on a claim when they are asked to.
fn give(desk: &mut Desk, claim: ClaimId, whom: &Acting, substance: Substance, said: AttributionVerdict) {
    let check = ask(desk, claim, whom);
    let links = vec![desk.on_first_link(claim, said)];
    let found = Opinion { substance: Some(substance), links, rationale: "Her own table says 398.", searched: "The harbour office." };
    second::give(desk.c(), &later(whom, 10), check.id, &found).unwrap();
}

fn report(desk: &mut Desk, article: ArticleId) -> Report {
    assemble(desk.c(), article, now()).unwrap()
}

fn second_checks(report: &Report, claim: ClaimId) -> &[SecondCheckPart] {
    &report.claims.iter().find(|part| part.id == claim.to_string()).unwrap().second_checks
}

/// Letters and figures alone: a form may break a line where it likes.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[track_caller]
fn says(report: &Report, format: ExportFormat, said: &[&str]) {
    let form = letters(&text(report, format));
    for said in said {
        assert!(form.contains(&letters(said)), "{format} does not say “{said}”");
    }
    assert!(!text(report, format).contains('⟨'), "{format} lacks a word");
}

fn a_second_finding_stands_in_every_form_for_readers(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let rita = desk.reviewer("Rita Reviewer");
    give(desk, claim, &rita, Substance::Incorrect, AttributionVerdict::MeaningChanged);
    let report = report(desk, article);
    for format in READ {
        says(
            &report,
            format,
            &[
                "Second check, made without seeing what was found before",
                "Rita Reviewer, 2 Mar 2026, 09:10 UTC; asked by Eva Editor, 2 Mar 2026, 09:05 UTC",
                "Differs on the substance from the finding of Ron Reviewer, 2 Mar 2026, 09:00 UTC.",
                "Her own table says 398.",
                "The harbour office.",
                "Asked the press office.",
                "checked one claim a second time",
            ],
        );
    }
    let french = corroborate::report::render(&report, ExportFormat::Html, &Catalogue::embedded().unwrap().choose(Some("fr"), None)).unwrap();
    let french = String::from_utf8(french.bytes).unwrap();
    assert!(french.contains("Diffère sur le fond du constat de Ron Reviewer") && !french.contains('⟨'));
    let found = &second_checks(&report, claim)[0];
    assert_eq!((found.by.as_str(), found.asked_by.as_str(), found.substance), ("Rita Reviewer", "Eva Editor", Some(Substance::Incorrect)));
    assert_eq!((found.attribution, found.links[0].link, found.agrees), (Some(AttributionVerdict::MeaningChanged), Some(1), Some(false)));
    assert_eq!(found.first.as_ref().map(|first| first.by.as_str()), Some("Ron Reviewer"));
    let book = rows(&rendered(&report, ExportFormat::Xlsx).bytes, "claims");
    assert!(book[0]["second_findings"].to_string().contains("Rita Reviewer: incorrect, meaning_changed: Her own table says 398."));
    assert_eq!((book[0]["second_findings_agree"].clone(), book[1]["second_findings_agree"].clone()), (Data::Bool(false), Data::Empty));
    // The claim's own verdicts, and what search engines are told, are those of the first finding.
    assert_eq!((report.claims[0].substance, report.claims[0].checked_by.as_deref()), (Some(Substance::MostlyAccurate), Some("Ron Reviewer")));
    assert!(!text(&report, ExportFormat::ClaimReview).contains("398"));
}

fn what_is_open_or_was_declined_is_in_no_form(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let (olga, dora) = (desk.reviewer("Olga Open"), desk.reviewer("Dora Declines"));
    let declined = ask(desk, claim, &dora);
    second::withdraw(desk.c(), &later(&dora, 6), declined.id, "Wombat: I know the author.").unwrap();
    ask(desk, claim, &olga);
    let report = report(desk, article);
    assert!(report.claims.iter().all(|claim| claim.second_checks.is_empty()));
    for format in ExportFormat::ALL {
        let form = text(&report, *format);
        for hidden in ["Olga", "Dora", "Quagga", "Wombat", "Second check", "second_checks"] {
            assert!(!form.contains(hidden), "{format} says “{hidden}”");
        }
    }
}

fn whether_both_agree_is_said_of_each(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let (rita, rosa) = (desk.reviewer("Rita Reviewer"), desk.reviewer("Rosa Reviewer"));
    give(desk, claim, &rita, Substance::MostlyAccurate, AttributionVerdict::AsStated);
    give(desk, claim, &rosa, Substance::MostlyAccurate, AttributionVerdict::NotFound);
    let report = report(desk, article);
    let found = second_checks(&report, claim).iter().map(|found| (found.by.as_str(), found.agrees)).collect::<Vec<_>>();
    assert_eq!(found, [("Rita Reviewer", Some(true)), ("Rosa Reviewer", Some(false))]);
    for format in READ {
        says(
            &report,
            format,
            &[
                "Agrees with the finding of Ron Reviewer, 2 Mar 2026, 09:00 UTC.",
                "Agrees on the substance with the finding of Ron Reviewer, 2 Mar 2026, 09:00 UTC, and differs on what the sources said.",
            ],
        );
    }
    let book = rows(&rendered(&report, ExportFormat::Xlsx).bytes, "claims");
    assert_eq!(book[0]["second_findings_agree"], Data::Bool(false), "one of them does not");
}

fn where_the_first_finding_was_taken_back_there_is_nothing_to_compare(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let (rita, eva) = (desk.reviewer("Rita Reviewer"), desk.editor("Eva Editor"));
    let verdict = desk.lines().into_iter().rfind(|line| line.action() == Some(corroborate::history::Action::VerdictSet)).unwrap();
    let check = ask(desk, claim, &rita);
    corroborate::review::undo::undo(desk.c(), &later(&eva, 7), verdict.id).unwrap();
    let found = Opinion { substance: Some(Substance::Mixed), links: Vec::new(), rationale: "Her own table says 398.", searched: "The harbour office." };
    second::give(desk.c(), &later(&rita, 10), check.id, &found).unwrap();
    let report = report(desk, article);
    let found = &second_checks(&report, claim)[0];
    assert_eq!((&found.first, found.agrees), (&None, None));
    for format in READ {
        says(&report, format, &["so there is nothing to compare it with."]);
    }
}

fn whoever_found_confidential_evidence_is_named_for_the_second_finding_alone(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let rita = desk.reviewer("Rita Reviewer");
    let letter = EvidenceEntry { title: "Sekret letter", note: "Sekret note", confidential: true, ..EvidenceEntry::default() };
    gather::attach_evidence(desk.c(), &later(&rita, 6), claim, &letter, "refutes").unwrap();
    give(desk, claim, &rita, Substance::Incorrect, AttributionVerdict::AsStated);
    let report = report(desk, article);
    for format in ExportFormat::ALL {
        assert!(!text(&report, *format).contains("Sekret"), "{format}");
    }
    let read: Report = serde_json::from_slice(&file_of(&report)).unwrap();
    let tie = &read.claims[0].evidence[0];
    assert_eq!((&tie.attached_by, read.evidence[0].found_by.as_str()), (&None, ""));
    assert_eq!(second_checks(&read, claim)[0].by, "Rita Reviewer");
}

fn ratings_of_sources_stand_in_every_form_for_readers(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let eva = desk.editor("Eva Editor");
    let source = desk.chain(claim)[0].source_id;
    let entry = NoteEntry { note: "Ran a forged letter.", rating: "unreliable", holds_from: "2026-02-01" };
    rate_source(desk.c(), &eva, source, entry).unwrap();
    rate_source(desk.c(), &later(&eva, 1), source, NoteEntry { note: "Answers mail.", ..NoteEntry::default() }).unwrap();
    let wrong = rate_source(desk.c(), &later(&eva, 2), source, NoteEntry { note: "Wombat.", rating: "reliable", holds_from: "" }).unwrap();
    withdraw_note(desk.c(), &later(&eva, 3), wrong.id, "Another paper.").unwrap();
    let report = report(desk, article);
    let notes = &report.sources.iter().find(|part| part.name == "Bloomberg").unwrap().reliability;
    let told = notes.iter().map(|note| (note.note.as_str(), note.rating, note.holds_from)).collect::<Vec<_>>();
    assert_eq!(told, [("Answers mail.", None, None), ("Ran a forged letter.", Some(Rating::Unreliable), Some(super::sample::day("2026-02-01")))]);
    for format in READ {
        says(&report, format, &["Not reliable from 1 Feb 2026. Ran a forged letter.", "Answers mail.", "Eva Editor, 2 Mar 2026"]);
        assert!(!text(&report, format).contains("Wombat"), "{format}");
    }
}

fn a_frozen_report_with_second_findings_holds(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let (rita, eva) = (desk.reviewer("Rita Reviewer"), desk.editor("Eva Editor"));
    give(desk, claim, &rita, Substance::Mixed, AttributionVerdict::AsStated);
    let frozen = freeze_report(desk.c(), &later(&eva, 20), article).unwrap();
    let file = render_frozen(&frozen, ExportFormat::Json, &words()).unwrap().bytes;
    let file = ReportFile::read(&file).unwrap();
    assert_eq!(second_checks(&file.report, claim).len(), 1);
    assert!(verify_report(desk.c(), &file).unwrap().holds());
    let changed = String::from_utf8(file_of(&file.report)).unwrap().replacen("\"agrees\": false", "\"agrees\": true", 1);
    assert!(!verify_report(desk.c(), &ReportFile::read(changed.as_bytes()).unwrap()).unwrap().holds());
}

fn what_another_desk_found_twice_does_not_count_as_this_desks_agreement(desk: &mut Desk) {
    let (article, claim) = first(desk);
    let rita = desk.reviewer("Rita Reviewer");
    give(desk, claim, &rita, Substance::Mixed, AttributionVerdict::AsStated);
    let report = report(desk, article);
    assert_eq!(store::pairs(desk.c()).unwrap().len(), 1);
    let mut other = <Desk as Stage>::on(desk.test_db.another());
    let eva = other.editor("Eva Editor");
    let there = import_report(other.c(), &eva, &file_of(&report), false, MOST).unwrap().article;
    let back = assemble(other.c(), there.id, now()).unwrap();
    assert_eq!(back.claims[0].second_checks, report.claims[0].second_checks);
    let (pairs, listed) = (store::pairs(other.c()).unwrap(), store::compared(other.c(), None, 10).unwrap());
    assert!(pairs.is_empty() && listed.is_empty() && store::differing(other.c(), None, 10).unwrap().is_empty());
}
