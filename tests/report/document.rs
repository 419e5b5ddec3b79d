//! The document for Word and `LibreOffice`: what stands in it, and that strict readers take it.

use super::hostile::EVIL;
use super::opened::parts;
use super::sample::{at, empty, filled, sample};
use super::{rendered, text};
use corroborate::report::{ExportFormat, Report};
use std::collections::BTreeSet;

fn bytes(report: &Report) -> Vec<u8> {
    rendered(report, ExportFormat::Docx).bytes
}

fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(part, _)| part == name).unwrap().1
}

/// The values of an attribute, wherever it stands behind a tag.
fn values<'x>(xml: &'x str, tag: &str, attribute: &str) -> Vec<&'x str> {
    let tags = xml.split('<').filter(|piece| piece.strip_prefix(tag).is_some_and(|rest| rest.starts_with([' ', '/', '>'])));
    tags.filter_map(|piece| piece.split('>').next().unwrap().split(&format!("{attribute}=\"")).nth(1)?.split('"').next()).collect()
}

#[test]
fn the_document() {
    insta::assert_snapshot!(text(&sample(), ExportFormat::Docx));
}

#[test]
fn the_document_of_an_empty_article_says_what_is_missing() {
    let said = text(&empty(), ExportFormat::Docx);
    assert!(said.contains("Title: Article without a title") && said.contains("No claims have been taken from this article."), "{said}");
}

#[test]
fn it_says_every_word_that_the_page_says() {
    let page = text(&sample(), ExportFormat::Html);
    let page = scraper::Html::parse_document(page.split_once("</head>").unwrap().1);
    let said = text(&sample(), ExportFormat::Docx);
    // The order of words is the document's own; which words there are is not.
    let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect::<BTreeSet<String>>();
    let (page, said) = (words(&page.root_element().text().collect::<Vec<_>>().join(" ")), words(&said));
    let missing: Vec<&String> = page.difference(&said).filter(|word| !["skip", "to", "contents", "links"].contains(&word.as_str())).collect();
    assert!(missing.is_empty(), "the document lacks {missing:?}");
}

#[test]
fn every_part_is_well_formed_whatever_is_written() {
    let long = "Ünd er sagt: \u{202E}<b> & ".repeat(400);
    for evil in EVIL.iter().copied().chain([long.as_str(), "\u{FFFE}\u{FFFF}\u{1}", "]]>", "&#0;"]) {
        for (name, xml) in parts(&bytes(&filled(evil))) {
            well_formed(&name, &xml);
        }
    }
}

fn well_formed(name: &str, xml: &str) {
    let (mut open, mut rest) = (Vec::new(), xml);
    while let Some((text, tag)) = rest.split_once('<') {
        assert!(!text.contains(|c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{FFFE}' | '\u{FFFF}')), "{name}: {text:?}");
        assert!(text.split('&').skip(1).all(|entity| ["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known))), "{name}: {text:?}");
        let (inside, after) = tag.split_once('>').unwrap();
        assert!(inside.matches('"').count() % 2 == 0, "{name}: {inside:?}");
        let element = inside.split([' ', '/']).next().unwrap();
        match (inside.starts_with('/'), inside.ends_with(['/', '?'])) {
            (true, _) => assert_eq!(open.pop(), Some(&inside[1..]), "{name}"),
            (false, false) => open.push(element),
            (false, true) => {}
        }
        rest = after;
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "{name}: {open:?}");
}

#[test]
fn an_independent_reader_takes_it() {
    for report in [sample(), empty(), filled("<w:p>&amp;\u{0}")] {
        docx_rs::read_docx(&bytes(&report)).unwrap();
    }
}

#[test]
fn every_link_and_every_comment_has_its_other_end() {
    let mut report = sample();
    report.evidence[0].url = Some("https://a.example/x y|z#1#2".to_owned());
    report.evidence[1].url = Some(format!("https://long.example/{}", "a".repeat(3_000)));
    for report in [report, filled("=1 \n2"), empty()] {
        let file = bytes(&report);
        let (document, comments, relations) = (part(&file, "word/document.xml"), part(&file, "word/comments.xml"), part(&file, "word/_rels/document.xml.rels"));
        let set = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect::<BTreeSet<String>>();
        let marks = values(&document, "w:bookmarkStart", "w:name");
        assert_eq!(set(marks.clone()).len(), marks.len(), "a bookmark is there twice");
        for anchor in values(&document, "w:hyperlink", "w:anchor") {
            assert!(marks.contains(&anchor), "nothing is at {anchor}");
        }
        let known = set(values(&relations, "Relationship", "Id"));
        assert!(set(values(&document, "w:hyperlink", "r:id")).is_subset(&known));
        let written = set(values(&comments, "w:comment", "w:id"));
        for end in ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"] {
            assert_eq!(set(values(&document, end, "w:id")), written, "{end}");
        }
        assert!(!relations.contains("javascript:") && !relations.contains("long.example"));
    }
}

#[test]
fn a_comment_names_who_checked_and_stands_on_the_words_of_its_claim() {
    let file = bytes(&sample());
    let comments = part(&file, "word/comments.xml");
    assert!(comments.contains("w:author=\"Rita Viewer\" w:date=\"2026-11-22T10:00:00Z\" w:initials=\"RV\""));
    let said = text(&sample(), ExportFormat::Docx);
    assert!(said.contains("⟦North Korea has shipped nearly five million shells⟧"), "{said}");
    assert!(said.contains("Claim 1: Accurate with a flaw") && said.contains("CommentText: The ministry gave a range"), "{said}");
}

#[test]
fn languages_and_directions_are_marked() {
    let mut report = sample();
    report.article.language = "ar".to_owned();
    report.version.text = "وزارة الدفاع 2026 said so.".to_owned();
    report.sentences.clear();
    report.claims.clear();
    let file = bytes(&report);
    assert!(part(&file, "word/styles.xml").contains("<w:lang w:val=\"ar\" w:eastAsia=\"ar\" w:bidi=\"ar\"/>"));
    let document = part(&file, "word/document.xml");
    assert!(document.contains("<w:pStyle w:val=\"ArticleText\"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr>"), "{document}");
    report.article.language = "\"><x".to_owned();
    assert!(!part(&bytes(&report), "word/styles.xml").contains("><x"));
}

#[test]
fn its_properties_are_the_reports() {
    let core = part(&bytes(&sample()), "docProps/core.xml");
    let made = sample().assembled_at;
    assert_eq!(made, at("2026-11-24T09:30:00Z"));
    for said in
        ["<dc:title>Verification report: Shells for Russia</dc:title>", "<dc:creator>Example Desk</dc:creator>", ">2026-11-24T09:30:00Z</dcterms:created>"]
    {
        assert!(core.contains(said), "{core}");
    }
}
