//! From a desk to a report: what stands in it, what never does, and what it costs.

use super::sample::words;
use super::support::{Desk, later, on_both_databases};
use corroborate::account::{DeskSettings, desk as settings};
use corroborate::article::{Article, SentenceKind};
use corroborate::claim::{AttributionVerdict, Risk, Substance, TextAction, WorkState};
use corroborate::code::Code;
use corroborate::db::column::At;
use corroborate::evidence::Stance;
use corroborate::ids::ArticleId;
use corroborate::report::{ExportFormat, Report, ReportError, assemble, freeze_report, render, render_frozen};
use corroborate::review::ask::{self, ContactEntry};
use corroborate::review::decide::{self, Finding};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::{amend, article};
use corroborate::source::registry::{self, SourceEntry};

on_both_databases! { Desk:
    a_report_tells_all_that_was_found,
    a_signed_off_article_names_who_signed_it_off_and_why_it_could_be,
    only_the_finding_in_force_stands_at_the_claim,
    a_piece_that_serves_two_claims_stands_once,
    claims_that_were_taken_out_are_not_in_it,
    confidential_evidence_is_in_no_form_of_a_report,
    a_report_takes_the_same_queries_for_one_claim_and_for_three,
    assembling_writes_nothing,
    an_article_that_is_not_there_has_no_report,
}

fn now() -> At {
    At(super::sample::at("2026-03-03T08:00:00Z"))
}

fn report(desk: &mut Desk, article: &Article) -> Report {
    assemble(desk.c(), article.id, now()).unwrap()
}

fn a_report_tells_all_that_was_found(desk: &mut Desk) {
    let (ron, eva, ada) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"), desk.admin("Ada Admin"));
    let (old, revision) = settings::settings(desk.c()).unwrap();
    let named = DeskSettings { name: "Norland Check".to_owned(), url: "https://check.example/".to_owned(), ..old };
    settings::change_settings(desk.c(), &ada, &named, revision).unwrap();
    let article = desk.article();
    let claims = desk.claims_of(&article);
    let (first, second) = (&claims[0], &claims[1]);
    amend::set_risk(desk.c(), &eva, first.id, Risk::High, None).unwrap();
    let piece = desk.evidence(&ron, first.id, "Minutes of the border guard");
    let source = desk.chain(first.id)[0].source_id;
    let entry = SourceEntry {
        name: "Bloomberg",
        kind: "outlet",
        aliases: "BBG\nBloomberg News",
        country: "United States",
        interests: "Sells data.",
        ..SourceEntry::default()
    };
    registry::amend_source(desk.c(), &eva, source, &entry, 1).unwrap();
    registry::note_reliability(desk.c(), &eva, source, "Corrects quickly.").unwrap();
    let link = desk.on_first_link(first.id, AttributionVerdict::WordingDiffers);
    let finding = Finding {
        substance: Some(Substance::MostlyAccurate),
        links: vec![link],
        rationale: "The minutes say 380.",
        searched: "The guard’s archive.",
        text_action: Some((TextAction::Hedge, "about 400 soldiers", false)),
        override_reason: "",
    };
    // One piece does not do for a high risk, so an editor steps in.
    let overridden = Finding { override_reason: "There is no second source.", ..finding };
    decide::set_verdict(desk.c(), &eva, first.id, &overridden, None).unwrap();
    desk.move_to(&eva, second.id, WorkState::SetAside);

    let report = report(desk, &article);
    assert_eq!((report.schema, report.desk.name.as_str(), report.article.title.as_str()), (1, "Norland Check", "The border"));
    assert_eq!((report.version.number, report.version.text_sha256.len()), (1, 64));
    assert_eq!(report.sentences.first().map(|s| s.kind), Some(SentenceKind::Heading));
    assert_eq!(report.summary.by_state, [(WorkState::Checking, 1), (WorkState::SetAside, 1)]);
    assert_eq!(report.summary.by_substance, [(Some(Substance::MostlyAccurate), 1), (None, 1)]);
    assert_eq!(report.summary.coverage.open(), 0);
    let claim = &report.claims[0];
    assert_eq!((claim.number, claim.risk, claim.attribution), (1, Risk::High, Some(AttributionVerdict::WordingDiffers)));
    assert_eq!((claim.rationale.as_str(), claim.searched.as_str()), ("The minutes say 380.", "The guard’s archive."));
    assert_eq!(claim.override_reason.as_deref(), Some("There is no second source."));
    assert_eq!((claim.checked_by.as_deref(), claim.signed_off_by.as_deref()), (Some("Eva Editor"), None));
    assert_eq!(claim.text_action.as_ref().map(|a| (a.action, a.proposed_wording.as_str(), a.done)), Some((TextAction::Hedge, "about 400 soldiers", false)));
    assert_eq!(claim.spans.iter().map(|span| span.slice(&report.version.text).unwrap()).collect::<Vec<_>>().join(" … "), claim.quote);
    assert_eq!(claim.evidence.iter().map(|tie| (tie.evidence.clone(), tie.stance)).collect::<Vec<_>>(), [(piece.to_string(), Stance::Supports)]);
    let link = &claim.chain[0];
    assert_eq!((link.source.as_str(), link.mention.unwrap().slice(&report.version.text)), ("Bloomberg", Some("Bloomberg")));
    assert_eq!((link.verdict, link.note.as_str()), (Some(AttributionVerdict::WordingDiffers), "Asked the press office."));
    let piece = &report.evidence[0];
    assert_eq!(
        (piece.title.as_str(), piece.found_by.as_str(), piece.accessed_on),
        ("Minutes of the border guard", "Ron Reviewer", Some(super::sample::day("2026-03-02")))
    );
    let source = report.sources.iter().find(|source| source.name == "Bloomberg").unwrap();
    assert_eq!(
        (source.aliases.join(", ").as_str(), source.reliability[0].note.as_str(), source.reliability[0].by.as_str()),
        ("BBG, Bloomberg News", "Corrects quickly.", "Eva Editor")
    );
    let lines = desk.lines().iter().filter(|line| line.chain_id.0 == article.id.0).count();
    assert_eq!(report.history.lines, i64::try_from(lines).unwrap());
    assert_eq!(report.history.head_hash.len(), 64);
    for format in ExportFormat::ALL {
        assert!(!super::text(&report, *format).contains('⟨'), "{format} lacks a word");
    }
}

fn a_signed_off_article_names_who_signed_it_off_and_why_it_could_be(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let article = desk.article();
    let claims = desk.claims_of(&article);
    desk.bring(claims[0].clone(), WorkState::SignedOff);
    article::sign_off_article(desk.c(), &eva, article.id, "The rest was cut.", None).unwrap();
    let report = report(desk, &article);
    assert_eq!((report.article.signed_off_by.as_deref(), report.article.coverage_reason.as_deref()), (Some("Eva Editor"), Some("The rest was cut.")));
    assert_eq!((report.summary.signed_off, report.claims[0].signed_off_by.as_deref()), (1, Some("Eva Editor")));
}

fn only_the_finding_in_force_stands_at_the_claim(desk: &mut Desk) {
    let (ron, otto) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Otto Other"));
    let claim = desk.claim();
    let article = desk.article_now(claim.article_id);
    let found = |rationale| Finding { substance: Some(Substance::Mixed), rationale, searched: "Two archives.", ..Finding::default() };
    decide::set_verdict(desk.c(), &otto, claim.id, &found("At first."), None).unwrap();
    decide::set_verdict(desk.c(), &later(&ron, 5), claim.id, &found("On a second look."), None).unwrap();
    let report = report(desk, &article);
    let part = &report.claims[0];
    assert_eq!((part.rationale.as_str(), part.checked_by.as_deref()), ("On a second look.", Some("Ron Reviewer")));
    assert_eq!(
        part.reviews.iter().map(|r| (r.by.as_str(), r.rationale.as_str())).collect::<Vec<_>>(),
        [("Otto Other", "At first."), ("Ron Reviewer", "On a second look.")]
    );
}

fn a_piece_that_serves_two_claims_stands_once(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let article = desk.article();
    let claims = desk.claims_of(&article);
    let piece = desk.evidence(&ron, claims[0].id, "The budget");
    gather::attach_existing(desk.c(), &ron, claims[1].id, piece, "refutes").unwrap();
    let report = report(desk, &article);
    assert_eq!(report.evidence.len(), 1);
    assert_eq!([report.claims[0].evidence[0].stance, report.claims[1].evidence[0].stance], [Stance::Supports, Stance::Refutes]);
}

fn claims_that_were_taken_out_are_not_in_it(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let article = desk.article();
    let claims = desk.claims_of(&article);
    desk.evidence(&ron, claims[0].id, "The budget");
    amend::remove_claim(desk.c(), &eva, claims[0].id, "It is none.", None).unwrap();
    let report = report(desk, &article);
    assert_eq!((report.claims.len(), report.claims[0].number, report.evidence.len()), (claims.len() - 1, 2, 0));
    assert!(report.sources.iter().all(|source| source.name != "Bloomberg"), "{:?}", report.sources);
    assert!(report.summary.coverage.open() > 0);
}

fn confidential_evidence_is_in_no_form_of_a_report(desk: &mut Desk) {
    let (finder, eva) = (desk.reviewer("Sekretta Finder"), desk.editor("Eva Editor"));
    let article = desk.article();
    let claim = desk.claims_of(&article).remove(0);
    let entry = EvidenceEntry {
        url: "https://sekret.example/sekret",
        title: "Sekret title",
        publisher: "Sekret publisher",
        published_on: "2025-01-31",
        accessed_on: "2025-02-28",
        excerpt: "Sekret excerpt",
        archive_url: "https://sekret.example/kept",
        grade: "primary",
        independence: "independent",
        origin: "Sekret origin",
        note: "Sekret note",
        confidential: true,
    };
    gather::attach_evidence(desk.c(), &finder, claim.id, &entry, "supports").unwrap();
    let asked =
        ContactEntry { name: "Sekret Name", party: "Sekret party", question: "Sekret?", answer: "Sekret.", confidential: true, ..ContactEntry::default() };
    ask::enter_contact(desk.c(), &finder, claim.id, &asked).unwrap();
    desk.bring(claim, WorkState::SignedOff);
    let report = report(desk, &article);
    assert_eq!((report.summary.confidential, report.claims[0].evidence.len()), (1, 1));
    let frozen = freeze_report(desk.c(), &eva, article.id).unwrap();
    let mut texts = vec![("what was frozen", frozen.content.clone())];
    for format in ExportFormat::ALL {
        let live = render(&report, *format, &words()).unwrap();
        let kept = render_frozen(&frozen, *format, &words()).unwrap();
        texts.extend([live, kept].map(|rendered| (format.code(), super::opened::readable(*format, rendered.bytes))));
    }
    for (form, text) in texts {
        let text = text.to_lowercase();
        for secret in ["sekret", "2025-01-31", "31 jan 2025", "2025-02-28", "28 feb 2025"] {
            assert!(!text.contains(secret), "{form} gives {secret} away");
        }
    }
}

fn a_report_takes_the_same_queries_for_one_claim_and_for_three(desk: &mut Desk) {
    let (ron, eva) = (desk.reviewer("Ron Reviewer"), desk.editor("Eva Editor"));
    let mut article_with = |count: usize| {
        let article = desk.article();
        let text = assemble(desk.c(), article.id, now()).unwrap().version.text;
        let claims = desk.claims_of(&article);
        for claim in claims.iter().skip(count) {
            amend::remove_claim(desk.c(), &eva, claim.id, "", None).unwrap();
        }
        for n in claims.len()..count {
            amend::add_claim(desk.c(), &ron, article.id, &[corroborate::span::Span::new(0, 3 + n)], "").unwrap();
        }
        for claim in corroborate::claim::store::list_of_article(desk.c(), article.id).unwrap() {
            desk.evidence(&ron, claim.id, "A piece");
            desk.verdict(&ron, claim.id, Substance::Confirmed);
        }
        let before = desk.db().queries();
        let report = assemble(desk.c(), article.id, now()).unwrap();
        let queries = desk.db().queries() - before;
        assert_eq!((report.claims.len(), report.evidence.len(), report.version.text == text), (count, count, true));
        queries
    };
    // The statements that open and close the view of the database are among them.
    assert_eq!([article_with(1), article_with(3)], [21, 21]);
}

fn assembling_writes_nothing(desk: &mut Desk) {
    let claim = desk.claim_in(WorkState::SignedOff);
    let before = desk.test_db.all_rows();
    assemble(desk.c(), claim.article_id, now()).unwrap();
    assert_eq!(before, desk.test_db.all_rows());
}

fn an_article_that_is_not_there_has_no_report(desk: &mut Desk) {
    let nowhere: ArticleId = desk.ids.make();
    assert!(matches!(assemble(desk.c(), nowhere, now()), Err(ReportError::NotFound("article"))));
}
