//! The workbook, read back by another program's reader.

use super::opened::{cell, parts, rows, sheets};
use super::sample::{empty, filled, sample};
use super::{rendered, text};
use calamine::Data;
use corroborate::report::{ExportFormat, Report};

fn bytes(report: &Report) -> Vec<u8> {
    rendered(report, ExportFormat::Xlsx).bytes
}

#[test]
fn the_workbook() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Xlsx));
}

#[test]
fn the_columns_of_its_claims_are_those_of_the_table_and_say_the_same() {
    let table = text(&sample(), ExportFormat::Csv);
    let mut table = csv::Reader::from_reader(table.strip_prefix('\u{FEFF}').unwrap().as_bytes());
    let names: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let (_, claims) = sheets(&bytes(&sample())).remove(0);
    assert_eq!(claims[0].iter().map(ToString::to_string).collect::<Vec<_>>(), names);
    let plain = |data: &Data| cell(data).replace("day ", "").replace("time ", "").replace("number ", "").replace("flag ", "");
    for (record, row) in table.records().map(Result::unwrap).zip(&claims[1..]) {
        for (field, data) in record.iter().zip(row) {
            assert_eq!(field.trim_end_matches('Z').replace('T', " "), plain(data).replace('T', " "));
        }
    }
}

#[test]
fn days_times_numbers_and_flags_are_what_they_are() {
    let claims = rows(&bytes(&sample()), "claims");
    assert!(matches!(claims[0]["due_on"], Data::DateTime(_)) && matches!(claims[0]["checked_at"], Data::DateTime(_)));
    assert_eq!((claims[0]["rating"].clone(), claims[0]["circular"].clone()), (Data::Float(4.0), Data::Bool(true)));
    let days = |field: &str| cell(&claims[0][field]);
    assert_eq!((days("due_on"), days("checked_at")), ("day 2026-11-23".to_owned(), "time 2026-11-22 10:00:00".to_owned()));
}

#[test]
fn there_is_a_row_a_piece_of_evidence_and_none_says_what_is_confidential() {
    let evidence = rows(&bytes(&sample()), "evidence");
    assert_eq!(evidence.len(), 5);
    let hidden = &evidence[4];
    assert_eq!((hidden["confidential"].clone(), hidden["stance"].to_string()), (Data::Bool(true), "supports".to_owned()));
    assert!(["title", "publisher", "url", "excerpt", "note", "found_by", "origin"].iter().all(|name| hidden[*name] == Data::Empty));
}

#[test]
fn an_article_without_claims_has_empty_tables() {
    let book = sheets(&bytes(&empty()));
    assert_eq!(book.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["claims", "evidence", "contacts", "about", "columns"]);
    assert!(book[..3].iter().all(|(_, rows)| rows.len() == 1));
}

#[test]
fn no_text_is_a_formula() {
    for evil in ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1+1)", "\t=1", "=HYPERLINK(\"http://evil.example\")", "＝1+1"] {
        let bytes = bytes(&filled(evil));
        for (name, part) in parts(&bytes) {
            assert!(!part.contains("<f>") && !part.contains("<f "), "{evil:?} is a formula in {name}");
            assert!(!part.contains("Target=\"http://evil"), "{evil:?} is a link in {name}");
        }
        assert_eq!(rows(&bytes, "claims")[0]["statement"], Data::String(evil.to_owned()));
    }
}

#[test]
fn what_is_too_long_for_a_cell_says_so_at_its_end() {
    let mut report = sample();
    report.claims[0].rationale = "🚀".repeat(20_000);
    report.claims[0].searched = "x".repeat(32_767);
    let claims = rows(&bytes(&report), "claims");
    let said = claims[0]["rationale"].to_string();
    assert!(said.ends_with("[Cut here: 20,000 characters are too many for a cell.]"), "{}", &said[said.len() - 80..]);
    assert!((32_700..=32_767).contains(&said.encode_utf16().count()));
    assert_eq!(claims[0]["searched"].to_string().len(), 32_767);
}

#[test]
fn characters_that_xml_may_not_hold_are_replaced_where_it_can_be_seen() {
    let mut report = sample();
    report.claims[0].rationale = "nul\u{0}bell\u{7}esc\u{1b} a\r\nb\rc\td \u{FFFF} _x0041_ \u{85}".to_owned();
    assert_eq!(rows(&bytes(&report), "claims")[0]["rationale"].to_string(), "nul\u{FFFD}bell\u{FFFD}esc\u{FFFD} a\nb\nc\td \u{FFFD} _x0041_ \u{FFFD}");
}

#[test]
fn addresses_are_links_as_long_as_excel_takes_them() {
    let mut report = sample();
    report.evidence[0].url = Some(format!("https://long.example/{}", "a".repeat(3_000)));
    report.evidence[1].url = Some("HTTPS://UPPER.example/a b\"<>#x".to_owned());
    report.evidence[2].url = Some("javascript:alert(1)".to_owned());
    let evidence = rows(&bytes(&report), "evidence");
    assert_eq!(evidence[0]["url"].to_string().len(), 3_021);
    assert_eq!(evidence[1]["url"].to_string(), "HTTPS://UPPER.example/a b\"<>#x");
    assert_eq!(evidence[2]["url"].to_string(), "javascript:alert(1)");
}
