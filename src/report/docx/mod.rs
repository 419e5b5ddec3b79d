//! DOCX: the report as a document for Word and `LibreOffice`, to go on working with.
//!
//! It says what the page form says, in the same words. Headings are real ones; the article's text has a number at each
//! claim that leads to it, and a comment with the verdict and the reason at the claim's words, as editors know it
//! from a manuscript; the claim leads back. `article` writes the annotated text, `claim` a claim, `xml` holds what
//! keeps texts texts, and `package` what surrounds the words. Start at [`write`].

mod article;
mod claim;
mod package;
mod xml;

use super::telling;
use super::{CorrectionPart, Report, ReportError, SourcePart, Watch};
use crate::code::Code;
use crate::wording::Words;
use package::Properties;
use xml::{BOLD, Doc, SOFT};

/// Width of the text, in twentieths of a point.
const WIDTH: usize = 9_298;
/// Width of the column of a chart that has the bars, in twentieths of a point.
const BARS: usize = WIDTH - 3_800;
/// Longest title that is set large, in characters.
const LARGE: usize = 250;

pub(super) fn write(report: &Report, w: &Words, watch: Watch<'_>) -> Result<Vec<u8>, ReportError> {
    let mut doc = Doc::default();
    head(report, w, &mut doc);
    method(report, w, &mut doc);
    summary(report, w, &mut doc);
    let paragraphs = telling::annotated(report);
    article::text(report, &paragraphs, w, &mut doc);
    claim::claims(report, &telling::in_text(&paragraphs), w, watch, &mut doc)?;
    sources(report, w, &mut doc);
    corrections(report, w, &mut doc);
    people(report, w, &mut doc);
    doc.line("Note", |line| line.text(&telling::footer(report, w)));
    let desk = Some(report.desk.name.as_str()).filter(|name| !name.trim().is_empty());
    let properties = Properties {
        title: w.s("report-title", "title", &telling::title(&report.article, w)),
        by: desk.unwrap_or(&report.tool).to_owned(),
        about: telling::footer(report, w),
        tool: report.tool.clone(),
        made_at: report.assembled_at,
        language: w.language().to_owned(),
        article_language: language(&report.article.language),
        rtl: rtl(w),
    };
    Ok(package::file(&doc, &properties)?)
}

/// The language of the article, where its code can be one.
fn language(code: &str) -> Option<String> {
    let is_code =
        (2..=35).contains(&code.len()) && code.split('-').all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    (is_code && code != "und").then(|| code.to_owned())
}

fn rtl(w: &Words) -> bool {
    w.direction() == "rtl"
}

/// The colour of a verdict: text on white, and the ground of marked words.
fn colours(tone: &str) -> (&'static str, &'static str) {
    match tone {
        "confirmed" => ("1C6940", "E2F0E8"),
        "mostly_accurate" => ("4A6612", "EAF1DC"),
        "mixed" => ("855600", "F8EEDB"),
        "misleading" => ("A04508", "FAE9DE"),
        "incorrect" => ("A1201D", "F8E3E2"),
        "disputed" => ("69399A", "EFE6F7"),
        "unsupported" => ("4A5263", "E8EAEE"),
        "outdated" => ("6A5339", "F0EAE2"),
        "state" => ("6F7D8F", "E9ECF0"),
        _ => ("635F57", "EEEDEA"),
    }
}

/// How a verdict looks: in its colour, heavier. The word is there, so that nothing hangs on the colour.
fn toned(tone: &str) -> String {
    format!("{BOLD}<w:color w:val=\"{}\"/>", colours(tone).0)
}

fn section(doc: &mut Doc, bookmark: &str, title: &str) {
    doc.line("Heading1", |line| line.bookmark(bookmark).text(title));
}

fn head(report: &Report, w: &Words, doc: &mut Doc) {
    doc.line("Kicker", |line| line.text(&w.t("report-kicker")));
    let title = telling::title(&report.article, w);
    doc.line(if title.chars().count() > LARGE { "LongTitle" } else { "Title" }, |line| line.text(&title));
    let by = telling::byline(report, w);
    if !by.is_empty() {
        doc.line("Note", |line| line.row(&by, ""));
    }
    if let Some(url) = report.article.source_url.as_deref().filter(|url| telling::is_web(url)) {
        doc.line("Note", |line| line.link(url, &w.t("report-original")));
    }
    let facts = telling::facts(report, w);
    let rows: Vec<Vec<String>> =
        facts.iter().map(|(label, value)| vec![doc.made("FactLabel", |line| line.text(label)), doc.made("TableText", |line| line.text(value))]).collect();
    doc.table("Facts", &[2_400, WIDTH - 2_400], false, rtl(w), &rows);
    let mut contents = vec![("summary", "report-summary"), ("text", "report-text"), ("claims", "report-claims")];
    contents.extend((!report.sources.is_empty()).then_some(("sources", "report-sources")));
    contents.extend((!report.corrections.is_empty()).then_some(("corrections", "report-corrections")));
    contents.extend((!telling::roll(report, w).is_empty()).then_some(("people", "report-people")));
    doc.line("Normal", |line| {
        contents.into_iter().enumerate().fold(line, |line, (n, (bookmark, key))| {
            let line = if n > 0 { line.text(" · ") } else { line };
            line.jump(bookmark, &w.t(key), "Hyperlink")
        })
    });
}

fn method(report: &Report, w: &Words, doc: &mut Doc) {
    let (desk, a) = (&report.desk, &report.article);
    let links = [("report-methodology-link", &desk.methodology_url), ("report-corrections-link", &desk.corrections_url)];
    let links: Vec<_> = links.into_iter().filter(|(_, url)| telling::is_web(url)).collect();
    if links.is_empty() && desk.method_note.is_empty() && a.method_note.is_empty() && a.selection_reason.is_empty() {
        return;
    }
    section(doc, "method", &w.t("report-method"));
    if !desk.method_note.is_empty() {
        doc.line("Normal", |line| line.text(&desk.method_note));
    }
    for (key, note) in [("report-method-article", &a.method_note), ("report-selection", &a.selection_reason)] {
        if !note.is_empty() {
            doc.line("Heading3", |line| line.text(&w.t(key)));
            doc.line("Normal", |line| line.text(note));
        }
    }
    for (key, url) in links {
        doc.line("Normal", |line| line.link(url, &w.t(key)));
    }
}

fn summary(report: &Report, w: &Words, doc: &mut Doc) {
    section(doc, "summary", &w.t("report-summary"));
    let charts = telling::charts(report, w);
    if charts.is_empty() {
        doc.line("Normal", |line| line.text(&w.t("report-no-claims")));
    }
    for (caption, tallies) in charts {
        doc.line("Heading3", |line| line.text(&caption));
        let most = tallies.iter().map(|(.., n)| *n).max().unwrap_or(1).max(1);
        let mut rows = Vec::new();
        for (label, tone, n) in tallies {
            rows.push(vec![
                doc.made("TableText", |line| line.text(&label)),
                doc.made("TableText", |line| line.looked(&w.number(n), BOLD)),
                // It has no text: programs that read a document aloud pass it over.
                xml::bar(colours(tone).0, BARS - (n * BARS / most).max(60), rtl(w)),
            ]);
        }
        doc.table("Facts", &[2_900, 900, BARS], false, rtl(w), &rows);
    }
}

fn sources(report: &Report, w: &Words, doc: &mut Doc) {
    if report.sources.is_empty() {
        return;
    }
    section(doc, "sources", &w.t("report-sources"));
    for source in &report.sources {
        doc.line("Heading2", |line| line.text(&source.name));
        self::source(source, w, doc);
    }
}

fn source(source: &SourcePart, w: &Words, doc: &mut Doc) {
    let mut about = vec![telling::source_kind(source, w)];
    about.extend((!source.aliases.is_empty()).then(|| w.s("report-aliases", "names", &w.list(&source.aliases))));
    doc.line("Note", |line| line.row(&about, ""));
    if !source.interests.is_empty() {
        doc.line("Normal", |line| line.looked(&(w.before(&w.t("report-interests")) + " "), BOLD).text(&source.interests));
    }
    for note in &source.reliability {
        let by = telling::note_by(note, w);
        doc.line("Normal", |line| line.looked(&(w.before(&w.t("report-reliability")) + " "), BOLD).text(&telling::note(note, w)).text(" ").looked(&by, SOFT));
    }
    for url in source.links.iter().filter(|url| telling::is_web(url)) {
        doc.line("ListBullet", |line| line.link(url, url));
    }
}

fn corrections(report: &Report, w: &Words, doc: &mut Doc) {
    if report.corrections.is_empty() {
        return;
    }
    section(doc, "corrections", &w.t("report-corrections"));
    for c in &report.corrections {
        correction(c, w, doc);
    }
}

fn correction(c: &CorrectionPart, w: &Words, doc: &mut Doc) {
    doc.line("Heading2", |line| line.text(&w.label(c.kind)).looked(&format!("  {}", w.date(c.published_on)), SOFT));
    let mut rows = Vec::new();
    for (label, text) in telling::correction_texts(c, w) {
        rows.push(vec![doc.made("FactLabel", |line| line.text(&label)), doc.made("TableText", |line| line.text(text))]);
    }
    if !rows.is_empty() {
        doc.table("Facts", &[2_400, WIDTH - 2_400], false, rtl(w), &rows);
    }
    let details = telling::correction_details(c, w);
    if !details.is_empty() {
        doc.line("Note", |line| line.row(&details, ""));
    }
}

fn people(report: &Report, w: &Words, doc: &mut Doc) {
    let people = telling::roll(report, w);
    if people.is_empty() {
        return;
    }
    section(doc, "people", &w.t("report-people"));
    for (name, parts) in people {
        doc.line("ListBullet", |line| line.looked(&w.before(&name), BOLD).text(" ").text(&parts));
    }
}

/// The tone of a verdict on substance.
fn tone<C: Code>(value: Option<C>) -> &'static str {
    value.map_or("none", Code::code)
}

/// Name of the bookmark at a claim.
fn claim_mark(number: i32) -> String {
    format!("claim_{number}")
}

/// Name of the bookmark where the text has a claim's number.
fn text_mark(number: i32) -> String {
    format!("text_{number}")
}
