//! What the template is given: a chapter of the report in words, or the whole of a short one. Start at [`Book::document`].

use super::article::Paragraph;
use super::chapter::{Book, Chapter, Section};
use super::claim::{Claim, claims};
use crate::report::telling::{self, Tally, is_web};
use crate::report::typeset::{NARROW, Said, Setter, WIDE, cut};
use crate::report::{CorrectionPart, Report, SourcePart};
use crate::wording::{Arg, Words};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Words of the template itself, by the name it has for them.
const WORDS: [(&str, &str); 16] = [
    ("kicker", "report-kicker"),
    ("original", "report-original"),
    ("method", "report-method"),
    ("summary", "report-summary"),
    ("no_claims", "report-no-claims"),
    ("text_lead", "report-text-lead"),
    ("in_text", "report-in-text"),
    ("source", "report-source"),
    ("cue", "report-cue"),
    ("said", "report-said"),
    ("attribution", "report-attribution"),
    ("text_action", "report-text-action"),
    ("proposed", "report-proposed"),
    ("earlier", "report-earlier"),
    ("corrections", "report-corrections"),
    ("people", "report-people"),
];

/// Its labels that stand before a text in the same line.
const LABELS: [(&str, &str); 2] = [("archived", "report-archived"), ("question", "report-contact-question")];

/// A chapter; what it does not hold is empty or missing.
#[derive(Debug, Serialize)]
pub(super) struct Document<'r> {
    /// How many pages stand before it.
    pages_before: usize,
    /// Whether other files hold the rest, so that it can't say how many pages there are.
    in_parts: bool,
    /// Whether it begins with what the report is.
    opens: bool,
    /// Whether it ends with who wrote it with what.
    closes: bool,
    /// What stands where, of a report in several chapters.
    contents: Vec<Content>,
    #[serde(flatten)]
    head: &'r Head<'r>,
    text: Option<Heading>,
    paragraphs: &'r [Paragraph],
    claims_heading: Option<Heading>,
    claims: Vec<Claim>,
    sources_heading: Option<Heading>,
    sources: Vec<Source>,
    corrections: Vec<Correction>,
    people: Vec<String>,
    /// How many characters no font shows, in words.
    missing: Option<String>,
}

/// What is the same in every chapter, or stands in the first one.
#[derive(Debug, Serialize)]
pub(super) struct Head<'r> {
    /// What the file is called by readers of PDF; a fraction of a very long title.
    name: String,
    author: Vec<String>,
    language: &'r str,
    from_right: bool,
    words: BTreeMap<&'static str, Cow<'r, str>>,
    /// What stands at the head of every page but the first.
    running: Said,
    desk: String,
    /// What stands at the foot of every page.
    foot: String,
    title: Said,
    title_size: f32,
    by: String,
    original: Option<Address>,
    facts: Vec<(String, Said)>,
    /// What is said of how the desk works and of how it came to this article.
    pub method: Vec<(Option<String>, Vec<Said>)>,
    policies: Vec<(String, Address)>,
    charts: Vec<Chart>,
    article_language: BTreeMap<&'static str, String>,
    /// Whether the article's numbers lead to claims.
    leads: bool,
    footer: String,
}

/// The heading of a section.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Heading {
    /// What links to it are called.
    pub label: String,
    /// Its words.
    pub said: String,
    /// Whether the section began in a chapter before.
    pub goes_on: bool,
}

/// A line of the contents.
#[derive(Debug, Serialize)]
pub(super) struct Content {
    pub label: String,
    pub said: String,
    /// On which page it begins.
    pub page: usize,
}

/// A link to the web, with its address in print.
#[derive(Debug, Serialize)]
pub(super) struct Address {
    /// Where it leads, without anything that a PDF could not hold; nothing where it is longer than any reader follows.
    to: Option<String>,
    /// How it is printed.
    shown: String,
}

impl Address {
    /// Of an address that leads to the web.
    pub(super) fn of(url: &str, t: &Setter) -> Option<Self> {
        let to = url::Url::parse(url).ok().filter(|_| is_web(url))?.to_string();
        Some(Self { shown: t.fit(&cut(url.trim(), 500), WIDE, &mut 0), to: Some(to).filter(|to| to.len() <= 4_000) })
    }
}

#[derive(Debug, Serialize)]
struct Chart {
    caption: String,
    /// Whether one bar shows all of them together before the rows.
    stacked: bool,
    rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Row {
    label: String,
    tone: &'static str,
    count: usize,
    shown: String,
}

#[derive(Debug, Serialize)]
struct Source {
    name: Said,
    kind: String,
    texts: Vec<(String, Vec<Said>)>,
    links: Vec<Address>,
}

#[derive(Debug, Serialize)]
struct Correction {
    kind: String,
    day: String,
    texts: Vec<(String, Vec<Said>)>,
    details: String,
}

fn words(w: &Words) -> BTreeMap<&'static str, Cow<'_, str>> {
    let labels = LABELS.into_iter().map(|(name, key)| (name, Cow::from(w.before(&w.t(key)))));
    WORDS.into_iter().map(|(name, key)| (name, w.t(key))).chain(labels).collect()
}

impl<'r> Head<'r> {
    pub(super) fn new(report: &'r Report, w: &'r Words, t: &Setter) -> Self {
        let title = telling::title(&report.article, w);
        let named = w.s("report-title", "title", &title);
        let fit = |text: &str| t.fit(text, WIDE, &mut 0);
        Self {
            name: fit(&cut(&named, 250)),
            author: Some(fit(&cut(&report.desk.name, 250))).filter(|name| !name.trim().is_empty()).into_iter().collect(),
            language: w.language(),
            from_right: w.direction() == "rtl",
            words: words(w),
            running: t.line(&cut(&named, 80), NARROW),
            desk: fit(&cut(&report.desk.name, 40)),
            foot: foot(report, w),
            title: t.line(&title, if title.len() > 300 { WIDE } else { NARROW }),
            title_size: size_of_title(title.chars().count()),
            by: t.joined(telling::byline(report, w).iter().map(String::as_str)),
            original: report.article.source_url.as_deref().and_then(|url| Address::of(url, t)),
            facts: telling::facts(report, w).into_iter().map(|(label, value)| (label, t.line(&value, WIDE))).collect(),
            method: method(report, w, t),
            policies: policies(report, w, t),
            charts: charts(report, w),
            article_language: language_of(&report.article.language),
            leads: !report.claims.is_empty(),
            footer: fit(&telling::footer(report, w)),
        }
    }
}

impl<'r> Book<'r> {
    /// A chapter as the template takes it.
    pub(super) fn document(&'r self, chapter: &Chapter, pages_before: usize, contents: Vec<Content>) -> Document<'r> {
        let (report, w, t) = (self.report, self.words, &self.setter);
        let heading = |section: &Section| section.as_ref().map(|(heading, _)| heading.clone());
        let sources = chapter.sources.as_ref().and_then(|(_, range)| report.sources.get(range.clone())).unwrap_or_default();
        let corrections = if chapter.closes { report.corrections.as_slice() } else { &[] };
        let mut document = Document {
            pages_before,
            in_parts: self.in_parts,
            opens: chapter.opens,
            closes: chapter.closes,
            contents,
            head: &self.head,
            text: heading(&chapter.text),
            paragraphs: chapter.text.as_ref().and_then(|(_, range)| self.paragraphs.get(range.clone())).unwrap_or_default(),
            claims_heading: heading(&chapter.claims),
            claims: chapter.claims.as_ref().map(|(_, range)| claims(self, range.clone())).unwrap_or_default(),
            sources_heading: heading(&chapter.sources),
            sources: sources.iter().map(|source| source_block(source, w, t)).collect(),
            corrections: corrections.iter().map(|c| correction_block(c, w, t)).collect(),
            people: Vec::new(),
            missing: None,
        };
        if chapter.closes {
            let fit = |name: &str| t.fit(name, WIDE, &mut 0);
            document.people = telling::roll(report, w).into_iter().map(|(name, parts)| w.labelled(&fit(&name), &parts)).collect();
            document.missing = (t.missing() > 0).then(|| w.n("report-pdf-missing", t.missing()));
        }
        document
    }
}

/// How large a title is set, in points: a long one smaller, so that it leaves room for what follows.
fn size_of_title(characters: usize) -> f32 {
    match characters {
        0..=90 => 23.0,
        91..=200 => 18.0,
        201..=600 => 13.0,
        _ => 9.5,
    }
}

fn foot(report: &Report, w: &Words) -> String {
    match &report.frozen {
        Some(frozen) => {
            let number = w.with("reports-frozen-title", &[("number", Arg::from(i64::from(frozen.number)))]);
            format!("{number} · {}", w.date_time(frozen.at))
        }
        None => format!("{} {}", w.t("report-assembled"), w.date_time(report.assembled_at)),
    }
}

/// Language and region of a BCP 47 code, where it has them in the form that the typesetter takes.
fn language_of(code: &str) -> BTreeMap<&'static str, String> {
    let mut parts = code.split(['-', '_']);
    let letters = |part: &&str| part.chars().all(|c| c.is_ascii_alphabetic());
    let language = parts.next().filter(letters).filter(|part| matches!(part.len(), 2 | 3));
    let region = parts.find(|part| part.len() == 2).filter(letters);
    let known = language.map(|language| ("lang", language.to_ascii_lowercase()));
    known.iter().cloned().chain(region.filter(|_| known.is_some()).map(|region| ("region", region.to_ascii_uppercase()))).collect()
}

fn method(report: &Report, w: &Words, t: &Setter) -> Vec<(Option<String>, Vec<Said>)> {
    let (desk, a) = (&report.desk, &report.article);
    let texts = [(None, &desk.method_note), (Some(w.t("report-method-article")), &a.method_note), (Some(w.t("report-selection")), &a.selection_reason)];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label.map(Cow::into_owned), t.lines(text, WIDE))).collect()
}

fn policies(report: &Report, w: &Words, t: &Setter) -> Vec<(String, Address)> {
    let links = [("report-methodology-link", &report.desk.methodology_url), ("report-corrections-link", &report.desk.corrections_url)];
    links.into_iter().filter_map(|(key, url)| Some((w.t(key).into_owned(), Address::of(url, t)?))).collect()
}

fn charts(report: &Report, w: &Words) -> Vec<Chart> {
    let chart = |(caption, rows): (String, Vec<Tally>)| Chart {
        caption,
        // States have no tone of their own that would tell them apart in one bar.
        stacked: rows.len() > 1 && rows.iter().all(|(_, tone, _)| *tone != "state"),
        rows: rows.into_iter().map(|(label, tone, count)| Row { label, tone, count, shown: w.number(count) }).collect(),
    };
    telling::charts(report, w).into_iter().map(chart).filter(|chart| chart.rows.iter().any(|row| row.count > 0)).collect()
}

fn source_block(source: &SourcePart, w: &Words, t: &Setter) -> Source {
    let kind = telling::source_kind(source, w);
    let aliases = (!source.aliases.is_empty()).then(|| w.s("report-aliases", "names", &w.list(&source.aliases)));
    let interests = Some((w.t("report-interests").into_owned(), t.lines(&source.interests, WIDE))).filter(|_| !source.interests.is_empty());
    let notes = source
        .reliability
        .iter()
        .map(|note| (w.t("report-reliability").into_owned(), t.lines(&format!("{} ({})", telling::note(note, w), telling::note_by(note, w)), WIDE)));
    Source {
        name: t.line(&source.name, WIDE),
        kind: t.joined([Some(kind.as_str()), aliases.as_deref()].into_iter().flatten()),
        texts: interests.into_iter().chain(notes).collect(),
        links: source.links.iter().filter_map(|url| Address::of(url, t)).collect(),
    }
}

fn correction_block(c: &CorrectionPart, w: &Words, t: &Setter) -> Correction {
    Correction {
        kind: w.label(c.kind).into_owned(),
        day: w.date(c.published_on),
        texts: telling::correction_texts(c, w).into_iter().map(|(label, text)| (label, t.lines(text, WIDE))).collect(),
        details: t.joined(telling::correction_details(c, w).iter().map(String::as_str)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_that_the_typesetter_does_not_take_are_left_open() {
        assert_eq!(language_of("pt-BR"), BTreeMap::from([("lang", "pt".to_owned()), ("region", "BR".to_owned())]));
        assert_eq!(language_of("zh-Hant-TW"), BTreeMap::from([("lang", "zh".to_owned()), ("region", "TW".to_owned())]));
        assert_eq!(language_of("KOR"), BTreeMap::from([("lang", "kor".to_owned())]));
        for odd in ["", "x", "#let x", "123", "engl-US"] {
            assert_eq!(language_of(odd), BTreeMap::new(), "{odd}");
        }
    }
}
