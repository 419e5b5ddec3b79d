//! Texts that try to become something else.

use super::sample::{filled, sample};
use super::text;
use corroborate::code::Code;
use corroborate::report::ExportFormat;
use scraper::{Html, Selector};

pub const EVIL: &[&str] = &[
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "</title></style></script><svg onload=alert(1)>",
    "\"><a href=\"javascript:alert(1)\" onclick='x'>x</a>",
    "{{ 7 * 7 }}{% include \"/etc/passwd\" %}{# x #}${x}<%= x %>",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd",
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![y](http://evil.example/z) <http://evil.example>",
    "# heading\n\n- list\n\n```\ncode\n```\n\n<b>x</b>\n\n| a | b |\n|---|---|\n| c | d |",
    "1. one\n2) two\n    code\n***\n===\n> quote\n[ref]: http://evil.example\nhttp://evil.example www.evil.example",
    "\u{202E}gnp.exe\u{2066} مرحبا بالعالم שלום",
    "👩‍👩‍👧‍👦 e\u{301}\u{200b} 🇰🇵",
    "nul\u{0}bell\u{7}esc\u{1b}[31m del\u{7f} nel\u{85}",
    "a,b\"c\r\nd;e\tf",
    " ",
];

/// The addresses that the sample itself links to.
fn is_known(address: &str) -> bool {
    ["https://facts.example.org/", "https://ministry.example.kr/", "https://orbit.example.org/"].iter().any(|known| address.starts_with(known))
}

#[test]
fn no_text_becomes_an_element_a_handler_or_a_link_on_the_page() {
    let all = Selector::parse("*").unwrap();
    let names = |page: &str| {
        let page = Html::parse_document(page);
        let mut names: Vec<String> = page.select(&all).map(|e| e.value().name().to_owned()).collect();
        names.sort();
        names.dedup();
        names
    };
    let known = names(&text(&sample(), ExportFormat::Html));
    for evil in EVIL {
        let page = text(&filled(evil), ExportFormat::Html);
        for name in names(&page) {
            assert!(known.contains(&name), "{evil:?} became a {name} element");
        }
        for element in Html::parse_document(&page).select(&all) {
            for (name, value) in element.value().attrs() {
                assert!(!name.starts_with("on"), "{evil:?} became the handler {name}");
                if matches!(name, "href" | "src") {
                    assert!(value.starts_with('#') || is_known(value), "{evil:?} became a link to {value}");
                }
            }
        }
        assert!(!page.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{evil:?} kept a control character");
    }
}

#[test]
fn the_page_stands_alone_and_runs_nothing() {
    let page = text(&sample(), ExportFormat::Html);
    for outside in ["<script", "<link", "@import", "url(", "<iframe", "<img", "<object", "<form"] {
        assert!(!page.contains(outside), "the page holds {outside}");
    }
}

#[test]
fn no_text_becomes_markup_in_markdown() {
    for evil in EVIL {
        let markdown = text(&filled(evil), ExportFormat::Md);
        for event in pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::all()) {
            use pulldown_cmark::{Event, Tag};
            match event {
                Event::Html(html) | Event::InlineHtml(html) => panic!("{evil:?} became the HTML {html}"),
                Event::Start(Tag::Image { dest_url, .. }) => panic!("{evil:?} became the image {dest_url}"),
                Event::Start(Tag::Link { dest_url, .. }) => assert!(is_known(&dest_url), "{evil:?} became a link to {dest_url}"),
                Event::Start(tag @ (Tag::CodeBlock(_) | Tag::Table(_) | Tag::Emphasis | Tag::Strikethrough | Tag::FootnoteDefinition(_))) => {
                    panic!("{evil:?} became {tag:?}")
                }
                Event::Start(Tag::List(Some(_))) => panic!("{evil:?} became a numbered list"),
                Event::Code(code) => panic!("{evil:?} became the code {code}"),
                _ => {}
            }
        }
    }
}

#[test]
fn every_table_has_its_rows_and_runs_no_formula() {
    for evil in EVIL {
        let table = text(&filled(evil), ExportFormat::Csv);
        let table = table.strip_prefix('\u{FEFF}').unwrap();
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let columns = reader.headers().unwrap().len();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 4, "{evil:?}");
        for field in rows.iter().flat_map(csv::StringRecord::iter) {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{evil:?} stands as {field:?}");
        }
        assert_eq!(rows[0].len(), columns);
    }
}

#[test]
fn the_data_keeps_every_text_as_it_is() {
    for evil in EVIL {
        let report: corroborate::report::Report = serde_json::from_str(&text(&filled(evil), ExportFormat::Json)).unwrap();
        assert_eq!(report.article.title, *evil);
    }
}

#[test]
fn claim_reviews_can_stand_in_a_script_element() {
    for evil in EVIL {
        let json = text(&filled(evil), ExportFormat::ClaimReview);
        assert!(!json.contains("</") && !json.contains("<!--"), "{evil:?}");
        serde_json::from_str::<serde_json::Value>(&json).unwrap();
    }
}

#[test]
fn no_text_makes_a_form_fail() {
    for evil in EVIL.iter().copied().chain([""]) {
        // PDF, which takes its time, has its own tests.
        for format in ExportFormat::ALL.iter().filter(|format| **format != ExportFormat::Pdf) {
            assert!(!text(&filled(evil), *format).is_empty());
        }
    }
}
