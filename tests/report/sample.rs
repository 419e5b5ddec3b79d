//! One small but complete report, and builders that change it.

use chrono::{DateTime, NaiveDate, Utc};
use corroborate::article::{ArticleState, CorrectionKind, Coverage, SentenceKind};
use corroborate::claim::contact::{ContactChannel, ContactOutcome};
use corroborate::claim::{
    Anchor, AttributionVerdict as Said, Priority, Quotation, Risk, RiskKind, Role, SetAsideReason, Substance, TextAction, Why, WorkState,
};
use corroborate::evidence::{EvidenceKind, Grade, Independence, Stance};
use corroborate::report::*;
use corroborate::source::{Rating, SourceKind};
use corroborate::span::Span;
use corroborate::wording::{Catalogue, Words};
use std::sync::Arc;

pub const TEXT: &str = "Shells for Russia\n\
    Bloomberg reports, citing South Korea’s defence ministry, that North Korea has shipped nearly five million shells. \
    A wonderful friendship!\n\
    It is Putin’s second visit 🚀, after 2000. He comes every year.";

pub fn words() -> Arc<Words> {
    Catalogue::embedded().unwrap().choose(Some("en"), None)
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The place of some words in the sample's text.
pub fn place(words: &str) -> Span {
    let byte = TEXT.find(words).unwrap();
    let start = TEXT[..byte].chars().count();
    Span::new(start, start + words.chars().count())
}

/// The report: four claims, one of them set aside, five pieces of evidence, one of them confidential.
pub fn sample() -> Report {
    let sentence = |words: &str, kind| SentencePart { span: place(words), kind, marked_by: None };
    Report {
        schema: SCHEMA,
        tool: "Corroborate 0.1.0".to_owned(),
        assembled_at: at("2026-11-24T09:30:00Z"),
        frozen: None,
        desk: DeskPart {
            name: "Example Desk".to_owned(),
            url: "https://facts.example.org/".to_owned(),
            methodology_url: "https://facts.example.org/method".to_owned(),
            corrections_url: "https://facts.example.org/corrections".to_owned(),
            method_note: "Every sentence is accounted for.\nEvery source is asked.".to_owned(),
            four_eyes: true,
        },
        article: article(),
        version: VersionPart { number: 2, text: TEXT.to_owned(), text_sha256: "ab".repeat(32), created_at: at("2026-11-21T08:00:00Z") },
        summary: Summary {
            by_state: vec![(WorkState::Checking, 1), (WorkState::SignedOff, 2), (WorkState::SetAside, 1)],
            by_substance: vec![(Some(Substance::MostlyAccurate), 1), (Some(Substance::Unsupported), 1), (None, 2)],
            by_attribution: vec![(Some(Said::WordingDiffers), 1)],
            set_aside: vec![(SetAsideReason::OutOfScope, 1)],
            coverage: Coverage { sentences: 5, accounted: 4 },
            signed_off: 2,
            confidential: 1,
        },
        sentences: vec![
            sentence("Shells for Russia", SentenceKind::Heading),
            sentence("Bloomberg reports, citing South Korea’s defence ministry, that North Korea has shipped nearly five million shells.", SentenceKind::Claim),
            sentence("A wonderful friendship!", SentenceKind::Opinion),
            sentence("It is Putin’s second visit 🚀, after 2000.", SentenceKind::Claim),
            sentence("He comes every year.", SentenceKind::Claim),
        ],
        claims: vec![shells(), visit(), yearly(), friendship()],
        evidence: evidence(),
        sources: sources(),
        corrections: vec![CorrectionPart {
            kind: CorrectionKind::Correction,
            claim: Some(1),
            was: "ten million shells".to_owned(),
            now_says: "nearly five million shells".to_owned(),
            why: "The ministry named a lower figure.".to_owned(),
            found_by: "A reader".to_owned(),
            approved_by: "Eda Itor".to_owned(),
            published_on: day("2026-11-22"),
            signed_off_by: Some("Eda Itor".to_owned()),
            entered_at: Some(at("2026-11-22T18:00:00Z")),
        }],
        signature: None,
        history: HistoryPart { lines: 41, head_hash: "cd".repeat(32) },
        taken_from: Vec::new(),
    }
}

fn article() -> ArticlePart {
    ArticlePart {
        id: "0192f000-0000-7000-8000-000000000001".to_owned(),
        title: "Shells for Russia".to_owned(),
        byline: "Ada Example".to_owned(),
        publisher: "The Example Times".to_owned(),
        source_url: Some("https://news.example.com/shells?a=1&b=2".to_owned()),
        published_on: Some(day("2026-11-20")),
        language: "en".to_owned(),
        state: ArticleState::SignedOff,
        method_note: "We asked the ministry in writing.".to_owned(),
        selection_reason: "Readers asked about it.".to_owned(),
        coverage_reason: Some("The last line was cut in print.".to_owned()),
        signed_off_by: Some("Eda Itor".to_owned()),
        signed_off_at: Some(at("2026-11-23T16:00:00Z")),
    }
}

/// A claim of which nothing is known yet.
pub fn plain(number: i32, statement: &str, spans: Vec<Span>) -> ClaimPart {
    ClaimPart {
        id: format!("0192f000-0000-7000-8000-0000000001{number:02}"),
        number,
        statement: statement.to_owned(),
        anchor: Anchor::Exact,
        check_worthiness: None,
        why: Vec::new(),
        tags: Vec::new(),
        made_at: None,
        quote: spans.iter().filter_map(|span| span.slice(TEXT)).collect::<Vec<_>>().join(" … "),
        spans,
        state: WorkState::ToCheck,
        chain: Vec::new(),
        attribution: None,
        substance: None,
        rationale: String::new(),
        searched: String::new(),
        override_reason: None,
        checked_by: None,
        checked_at: None,
        signed_off_by: None,
        signed_off_at: None,
        assignee: None,
        due_on: None,
        priority: Priority::Normal,
        risk: Risk::Normal,
        risk_kinds: Vec::new(),
        true_as_of: None,
        recheck_by: None,
        set_aside: None,
        text_action: None,
        evidence: Vec::new(),
        contacts: Vec::new(),
        independent_pieces: 0,
        circular: false,
        reviews: Vec::new(),
        second_checks: Vec::new(),
    }
}

fn contacts() -> Vec<ContactPart> {
    vec![
        ContactPart {
            name: "Kim Min-su".to_owned(),
            party: "spokesman of the ministry".to_owned(),
            channel: ContactChannel::Phone,
            asked_on: day("2026-11-21"),
            question: "Is five million what was sent, or what the containers could hold?".to_owned(),
            outcome: ContactOutcome::Answered,
            answered_on: Some(day("2026-11-22")),
            answer: "It is what they could hold.".to_owned(),
            confidential: false,
            entered_by: "Rita Viewer".to_owned(),
            entered_at: None,
        },
        ContactPart {
            name: "SECRET name".to_owned(),
            party: "SECRET office".to_owned(),
            channel: ContactChannel::InPerson,
            asked_on: day("2026-11-22"),
            question: "SECRET question".to_owned(),
            outcome: ContactOutcome::Declined,
            answered_on: None,
            answer: String::new(),
            confidential: true,
            entered_by: "SECRET asker".to_owned(),
            entered_at: None,
        },
    ]
}

fn shells() -> ClaimPart {
    let link = |role, source: &str, kind, mention: &str, cue: &str, verdict, note: &str| LinkPart {
        role,
        source: source.to_owned(),
        kind,
        mention: Some(place(mention)),
        mention_text: Some(mention.to_owned()),
        cue: Some(place(cue)),
        cue_text: Some(cue.to_owned()),
        quotation: Quotation::Indirect,
        verdict: Some(verdict),
        note: note.to_owned(),
    };
    let review = |by: &str, when, substance, in_force| ReviewPart {
        by: by.to_owned(),
        at: at(when),
        substance: Some(substance),
        attribution: Some(Said::WordingDiffers),
        rationale: "The ministry gave a range; the article took its upper end.".to_owned(),
        searched: String::new(),
        override_reason: None,
        links: vec![LinkFindingPart { link: Some(2), verdict: Some(Said::WordingDiffers), note: "It said “up to”.".to_owned() }],
        in_force,
    };
    let ministry = "South Korea’s defence ministry";
    let ties = [("e1", Stance::Supports), ("e2", Stance::Partly), ("e3", Stance::Refutes), ("e4", Stance::Context), ("e5", Stance::Supports)];
    ClaimPart {
        state: WorkState::SignedOff,
        chain: vec![
            link(Role::Reporter, "Bloomberg", SourceKind::Outlet, "Bloomberg", "reports", Said::AsStated, ""),
            link(Role::Origin, "Ministry of National Defence", SourceKind::Government, ministry, "citing", Said::WordingDiffers, "It said “up to”."),
        ],
        attribution: Some(Said::WordingDiffers),
        substance: Some(Substance::MostlyAccurate),
        rationale: "The ministry gave a range; the article took its upper end.".to_owned(),
        searched: "The ministry’s briefings of 2026.".to_owned(),
        checked_by: Some("Rita Viewer".to_owned()),
        checked_at: Some(at("2026-11-22T10:00:00Z")),
        signed_off_by: Some("Eda Itor".to_owned()),
        signed_off_at: Some(at("2026-11-23T11:15:00Z")),
        assignee: Some("Rita Viewer".to_owned()),
        due_on: Some(day("2026-11-23")),
        priority: Priority::High,
        risk: Risk::High,
        risk_kinds: vec![RiskKind::Harm, RiskKind::Central],
        true_as_of: Some(day("2026-11-20")),
        recheck_by: Some(day("2026-12-20")),
        check_worthiness: Some(0.91),
        why: vec![Why::Quantity],
        tags: vec!["front page".to_owned()],
        made_at: Some(at("2026-11-21T08:00:00Z")),
        text_action: Some(TextActionPart { action: TextAction::Hedge, proposed_wording: "up to five million shells".to_owned(), done: false }),
        evidence: ties
            .into_iter()
            .map(|(id, stance)| TiePart {
                evidence: id.to_owned(),
                stance,
                attached_by: Some(if id == "e5" { "SECRET finder" } else { "Rita Viewer" }.to_owned()),
                attached_at: Some(at("2026-11-22T09:00:00Z")),
            })
            .collect(),
        contacts: contacts(),
        independent_pieces: 2,
        circular: true,
        reviews: vec![
            review("Rita Viewer", "2026-11-22T10:00:00Z", Substance::MostlyAccurate, true),
            review("Otto Früher", "2026-11-21T10:00:00Z", Substance::Confirmed, false),
        ],
        second_checks: vec![SecondCheckPart {
            links: vec![
                LinkFindingPart { link: Some(1), verdict: Some(Said::AsStated), note: String::new() },
                LinkFindingPart { link: None, verdict: Some(Said::NotFound), note: "It was cut since.".to_owned() },
            ],
            first: Some(FirstFindingPart { by: "Rita Viewer".to_owned(), at: at("2026-11-22T10:00:00Z") }),
            agrees: Some(false),
            ..second_check(Substance::Mixed)
        }],
        ..plain(1, "North Korea shipped nearly five million shells to Russia", vec![place("North Korea has shipped nearly five million shells")])
    }
}

/// A second finding that is compared with none.
fn second_check(substance: Substance) -> SecondCheckPart {
    SecondCheckPart {
        by: "Sam Second".to_owned(),
        at: at("2026-11-23T09:30:00Z"),
        asked_by: "Eda Itor".to_owned(),
        asked_at: at("2026-11-22T15:00:00Z"),
        substance: Some(substance),
        attribution: Some(Said::AsStated),
        rationale: "Nobody counted the containers.".to_owned(),
        searched: "Photographs of the harbour.".to_owned(),
        links: Vec::new(),
        first: None,
        agrees: None,
    }
}

fn visit() -> ClaimPart {
    ClaimPart {
        state: WorkState::SignedOff,
        substance: Some(Substance::Unsupported),
        rationale: "No list of visits names a number.".to_owned(),
        searched: "The Kremlin’s calendar.".to_owned(),
        override_reason: Some("No list is complete.".to_owned()),
        second_checks: vec![SecondCheckPart { attribution: None, searched: String::new(), ..second_check(Substance::Unsupported) }],
        checked_by: Some("Otto Früher".to_owned()),
        checked_at: Some(at("2026-11-22T12:00:00Z")),
        signed_off_by: Some("Eda Itor".to_owned()),
        signed_off_at: Some(at("2026-11-23T11:20:00Z")),
        // In two pieces, the second of them inside the third claim's sentence.
        ..plain(2, "It is Putin’s second visit, he comes every year", vec![place("It is Putin’s second visit"), place("He comes")])
    }
}

fn yearly() -> ClaimPart {
    ClaimPart { state: WorkState::Checking, ..plain(3, "Putin comes every year", vec![place("He comes every year")]) }
}

fn friendship() -> ClaimPart {
    ClaimPart { state: WorkState::SetAside, set_aside: Some(SetAsideReason::OutOfScope), ..plain(4, "The friendship is wonderful", vec![]) }
}

fn evidence() -> Vec<EvidencePart> {
    let piece = |id: &str, title: &str, url: &str| EvidencePart {
        id: id.to_owned(),
        kind: EvidenceKind::Link,
        title: title.to_owned(),
        publisher: "Ministry of National Defence".to_owned(),
        url: Some(url.to_owned()),
        published_on: Some(day("2026-11-19")),
        accessed_on: Some(day("2026-11-22")),
        excerpt: "between four and five million".to_owned(),
        grade: Grade::Primary,
        independence: Independence::Independent,
        origin: Some("Ministry of National Defence".to_owned()),
        note: "The minister’s own words.".to_owned(),
        confidential: false,
        found_by: "Rita Viewer".to_owned(),
        found_at: Some(at("2026-11-22T09:00:00Z")),
        snapshot_sha256: Some("ef".repeat(32)),
        archive_url: Some(format!("{url}?archived")),
    };
    vec![
        piece("e1", "Briefing of 19 November", "https://ministry.example.kr/briefing"),
        piece("e2", "Report on the briefing", "https://agency.example.net/42"),
        EvidencePart { excerpt: String::new(), snapshot_sha256: None, origin: None, ..piece("e3", "Satellite count", "https://orbit.example.org/count") },
        EvidencePart { kind: EvidenceKind::File, url: None, grade: Grade::Tertiary, ..piece("e4", "Handbook of shells", "https://x.example") },
        EvidencePart {
            publisher: "SECRET publisher".to_owned(),
            excerpt: "SECRET excerpt".to_owned(),
            origin: Some("SECRET origin".to_owned()),
            note: "SECRET note".to_owned(),
            confidential: true,
            found_by: "SECRET finder".to_owned(),
            snapshot_sha256: Some("5ec2e7".repeat(10)),
            ..piece("e5", "SECRET title", "https://secret.example/SECRET")
        },
    ]
}

fn sources() -> Vec<SourcePart> {
    vec![
        SourcePart {
            name: "Bloomberg".to_owned(),
            kind: SourceKind::Outlet,
            aliases: vec!["Bloomberg News".to_owned(), "BBG".to_owned()],
            country: "United States".to_owned(),
            links: vec!["https://www.bloomberg.com/".to_owned(), "javascript:alert(1)".to_owned()],
            interests: "Sells market data.".to_owned(),
            reliability: vec![
                ReliabilityPart {
                    by: "Eda Itor".to_owned(),
                    on: day("2026-06-08"),
                    note: "Ran a forged letter.".to_owned(),
                    rating: Some(Rating::Mixed),
                    holds_from: Some(day("2026-06-01")),
                },
                ReliabilityPart { by: "Eda Itor".to_owned(), on: day("2026-05-04"), note: "Corrects quickly.".to_owned(), rating: None, holds_from: None },
            ],
        },
        SourcePart {
            name: "Ministry of National Defence".to_owned(),
            kind: SourceKind::Government,
            aliases: Vec::new(),
            country: "South Korea".to_owned(),
            links: vec!["https://ministry.example.kr/".to_owned(), "https://www.wikidata.org/wiki/Q494384".to_owned()],
            interests: String::new(),
            reliability: Vec::new(),
        },
    ]
}

/// A report of an article without text and without claims.
pub fn empty() -> Report {
    let full = sample();
    Report {
        desk: DeskPart { four_eyes: false, ..DeskPart::default() },
        article: ArticlePart {
            title: String::new(),
            byline: String::new(),
            publisher: String::new(),
            source_url: None,
            published_on: None,
            state: ArticleState::Open,
            method_note: String::new(),
            selection_reason: String::new(),
            coverage_reason: None,
            signed_off_by: None,
            signed_off_at: None,
            ..full.article
        },
        version: VersionPart { text: String::new(), ..full.version },
        summary: Summary::default(),
        sentences: Vec::new(),
        claims: Vec::new(),
        evidence: Vec::new(),
        sources: Vec::new(),
        corrections: Vec::new(),
        history: HistoryPart::default(),
        ..full
    }
}

/// The sample with the same text, evil or odd, in every place where people or articles write.
pub fn filled(evil: &str) -> Report {
    let mut report = sample();
    let text = || evil.to_owned();
    report.frozen = Some(FrozenPart {
        number: 1,
        by: text(),
        at: at("2026-11-24T09:30:00Z"),
        previous: Some(PreviousPart { number: 0, sha256: text() }),
        key: Some(text()),
        sha256: Some("12".repeat(32)),
    });
    report.desk.name = text();
    report.desk.method_note = text();
    let a = &mut report.article;
    (a.title, a.byline, a.publisher, a.language) = (text(), text(), text(), text());
    (a.method_note, a.selection_reason, a.coverage_reason, a.signed_off_by) = (text(), text(), Some(text()), Some(text()));
    a.source_url = Some(text());
    report.version.text = text();
    report.sentences.clear();
    for claim in &mut report.claims {
        claim.spans = vec![Span::new(0, evil.chars().count())];
        (claim.statement, claim.quote, claim.rationale, claim.searched) = (text(), text(), text(), text());
        (claim.checked_by, claim.signed_off_by, claim.assignee, claim.override_reason) = (Some(text()), Some(text()), Some(text()), Some(text()));
        for link in &mut claim.chain {
            (link.source, link.note, link.mention_text, link.cue_text) = (text(), text(), Some(text()), Some(text()));
        }
        for review in &mut claim.reviews {
            (review.by, review.rationale) = (text(), text());
        }
        for check in &mut claim.second_checks {
            (check.by, check.asked_by, check.rationale, check.searched) = (text(), text(), text(), text());
            check.links.iter_mut().for_each(|found| found.note = text());
            check.first.iter_mut().for_each(|first| first.by = text());
        }
        for contact in &mut claim.contacts {
            (contact.name, contact.party, contact.question, contact.answer, contact.entered_by) = (text(), text(), text(), text(), text());
        }
        if let Some(action) = &mut claim.text_action {
            action.proposed_wording = text();
        }
    }
    for (n, piece) in report.evidence.iter_mut().enumerate() {
        (piece.title, piece.publisher, piece.excerpt, piece.note, piece.found_by) = (text(), text(), text(), text(), text());
        piece.origin = Some(text());
        // Every other piece keeps its address, so that its title stands in a link.
        if n % 2 == 1 {
            piece.url = Some(text());
            piece.archive_url = Some(text());
        }
    }
    for source in &mut report.sources {
        (source.name, source.country, source.interests) = (text(), text(), text());
        (source.aliases, source.links) = (vec![text()], vec![text()]);
        source.reliability.iter_mut().for_each(|note| (note.by, note.note) = (text(), text()));
    }
    for c in &mut report.corrections {
        (c.was, c.now_says, c.why, c.found_by, c.approved_by) = (text(), text(), text(), text(), text());
    }
    report
}

/// The sample with this many signed-off claims.
pub fn with_claims(count: i32) -> Report {
    let mut report = sample();
    let model = shells();
    report.claims = (1..=count).map(|number| ClaimPart { number, statement: format!("Claim number {number} of many"), ..model.clone() }).collect();
    report
}
