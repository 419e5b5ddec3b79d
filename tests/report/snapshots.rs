//! The complete sample in each form, word for word; and what every form keeps to itself.

use super::opened::readable;
use super::sample::{at, empty, plain, sample, with_claims};
use super::{rendered, text};
use corroborate::article::SentenceKind;
use corroborate::code::Code;
use corroborate::report::{ExportFormat, FrozenPart, PreviousPart, Report, SentencePart, redact};
use corroborate::span::Span;

#[test]
fn the_page() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Html).split_once("</style>").unwrap().1);
}

#[test]
fn the_markdown() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Md));
}

#[test]
fn the_table() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Csv));
}

#[test]
fn the_data() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Json));
}

#[test]
fn the_claim_reviews() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::ClaimReview));
}

#[test]
fn the_page_of_an_empty_article() {
    insta::assert_snapshot!(text(&empty(), ExportFormat::Html).split_once("</style>").unwrap().1);
}

#[test]
fn confidential_evidence_is_in_no_form_and_counted_in_all_that_tell_of_evidence() {
    for format in ExportFormat::ALL {
        let text = text(&sample(), *format);
        for secret in ["SECRET", "secret.example", "5ec2e7"] {
            assert!(!text.contains(secret), "{format} gives {secret} away");
        }
    }
    let redacted = redact(sample());
    assert_eq!(redacted.summary.confidential, 1);
    assert_eq!(redacted.claims[0].rationale, sample().claims[0].rationale);
    assert_eq!(redacted.claims[0].evidence.len(), 5);
    assert!(text(&sample(), ExportFormat::Html).contains("Confidential evidence, not shown"));
    assert!(text(&sample(), ExportFormat::Md).contains("Confidential evidence, not shown"));
}

#[test]
fn the_data_loses_nothing_but_what_is_confidential() {
    let read: Report = serde_json::from_str(&text(&sample(), ExportFormat::Json)).unwrap();
    assert_eq!(read, redact(sample()));
    assert_eq!(read.schema, 1);
}

#[test]
fn the_same_report_is_the_same_bytes() {
    for format in ExportFormat::ALL {
        assert_eq!(rendered(&sample(), *format).bytes, rendered(&sample(), *format).bytes);
    }
}

#[test]
fn a_discontinuous_claim_is_numbered_once_and_marked_in_all_its_pieces() {
    let page = text(&sample(), ExportFormat::Html);
    assert_eq!(page.matches("id=\"text-2\"").count(), 1);
    assert!(page.contains("<mark class=\"v-unsupported\">It is Putin’s second visit</mark>"));
    assert!(page.contains("<mark class=\"v-unsupported\">He comes</mark><mark class=\"v-none\"> every year</mark>"));
}

#[test]
fn a_one_person_desk_says_so() {
    assert!(text(&empty(), ExportFormat::Html).contains("One-person desk"));
    assert!(!text(&sample(), ExportFormat::Html).contains("One-person desk"));
}

#[test]
fn a_frozen_report_names_its_number_and_its_hash() {
    let mut report = sample();
    report.frozen = Some(FrozenPart {
        number: 3,
        by: "Eda Itor".to_owned(),
        at: at("2026-11-24T10:00:00Z"),
        previous: Some(PreviousPart { number: 2, sha256: "ab".repeat(32) }),
        key: Some("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a".to_owned()),
        sha256: Some("12".repeat(32)),
    });
    for format in [ExportFormat::Html, ExportFormat::Md] {
        let text = text(&report, format);
        let before = format!("2, SHA-256 {}", "ab".repeat(32));
        for said in ["3, frozen by Eda Itor, 24 Nov 2026, 10:00 UTC", &"12".repeat(32), "21fe 31df a154 a261 626b f854 046f d227", &before] {
            assert!(text.contains(said), "{format} does not say {said}");
        }
    }
    assert_eq!(rendered(&report, ExportFormat::Md).file_name, "report-shells-for-russia-3.md");
}

#[test]
fn a_thousand_claims_are_all_there() {
    let report = with_claims(1_000);
    // PDF, which takes its time, has its own tests.
    for format in ExportFormat::ALL.iter().filter(|format| **format != ExportFormat::Pdf) {
        let rendered = rendered(&report, *format);
        // References tell of evidence alone.
        let tells = readable(*format, rendered.bytes).contains("Claim number 1000 of many");
        assert_eq!(tells, !matches!(format, ExportFormat::Bibtex | ExportFormat::Csl), "{format}");
    }
}

#[test]
fn five_megabytes_in_one_line_are_shown_whole_and_soon() {
    let mut report = empty();
    report.version.text = "Ünd er sagt es. ".repeat(300_000);
    report.sentences =
        (0..300_000_usize).step_by(10).map(|n| SentencePart { span: Span::new(n * 16, n * 16 + 159), kind: SentenceKind::Claim, marked_by: None }).collect();
    report.claims = (1..=2_000).zip((0..).step_by(320)).map(|(number, start)| plain(number, "He says it", vec![Span::new(start, start + 15)])).collect();
    let begun = std::time::Instant::now();
    let page = text(&report, ExportFormat::Html);
    assert_eq!(page.matches("er sagt es").count(), 300_000);
    assert_eq!(page.matches("class=\"n\"").count(), 2_000);
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
}

#[test]
fn files_are_named_after_the_article_in_plain_letters() {
    let mut report = sample();
    report.article.title = "../Ünïcode \"&\r\n; filename=evil.exe".to_owned();
    assert_eq!(rendered(&report, ExportFormat::Html).file_name, "report-n-code-filename-evil-exe.html");
    report.article.title = "평양".to_owned();
    assert_eq!(rendered(&report, ExportFormat::Csv).file_name, "report.csv");
}
