//! How a report is cut into chapters: a short one is one, a long one is set some claims at a time. Start at [`Book`].

use super::article::{Paragraph, paragraphs};
use super::data::{Head, Heading};
use crate::report::typeset::Setter;
use crate::report::{Report, telling};
use crate::wording::{Arg, Words};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// So many claims are set at a time: the typesetter holds about a megabyte for each.
pub(super) const CLAIMS: usize = 80;

/// So many characters of the article.
const CHARACTERS: usize = 80_000;

/// So many sources.
const SOURCES: usize = 400;

/// A section and which of its items are set.
pub(super) type Section = Option<(Heading, Range<usize>)>;

/// What is set at a time.
#[derive(Debug, Default)]
pub(super) struct Chapter {
    /// It begins with what the report is, how it was made and what came of it.
    pub opens: bool,
    /// Paragraphs of the article.
    pub text: Section,
    pub claims: Section,
    pub sources: Section,
    /// It ends with corrections, people and what wrote it.
    pub closes: bool,
}

impl Chapter {
    fn headings(&self) -> impl Iterator<Item = &Heading> {
        [&self.text, &self.claims, &self.sources].into_iter().flatten().map(|(heading, _)| heading)
    }
}

/// A report that is set.
pub(super) struct Book<'r> {
    pub report: &'r Report,
    pub words: &'r Words,
    pub setter: Setter,
    pub head: Head<'r>,
    pub paragraphs: Vec<Paragraph>,
    /// The numbers of the claims that begin in the text.
    pub in_text: BTreeSet<i32>,
    /// Where the first claim of each number stands: links lead to it.
    pub targets: BTreeMap<i32, usize>,
    /// Whether it takes several chapters.
    pub in_parts: bool,
}

impl<'r> Book<'r> {
    pub(super) fn new(report: &'r Report, words: &'r Words) -> Self {
        let setter = Setter::new(words.direction() == "rtl");
        let head = Head::new(report, words, &setter);
        let (paragraphs, in_text) = paragraphs(report, &setter);
        let mut targets = BTreeMap::new();
        for (place, claim) in report.claims.iter().enumerate() {
            targets.entry(claim.number).or_insert(place);
        }
        let text: usize = paragraphs.iter().map(Paragraph::characters).sum();
        let in_parts = report.claims.len() > CLAIMS || text > CHARACTERS || report.sources.len() > SOURCES;
        Self { report, words, setter, head, paragraphs, in_text, targets, in_parts }
    }

    /// The chapters in their order.
    pub(super) fn chapters(&self) -> Vec<Chapter> {
        let (sources, claims) = (self.report.sources.len(), self.report.claims.len());
        if !self.in_parts {
            let whole = |key, count| Some((self.heading(key, 0, String::new()), 0..count));
            let sources = (sources > 0).then(|| whole("report-sources", sources)).flatten();
            return vec![Chapter {
                opens: true,
                text: whole("report-text", self.paragraphs.len()),
                claims: whole("report-claims", claims),
                sources,
                closes: true,
            }];
        }
        let mut chapters = vec![Chapter { opens: true, ..Chapter::default() }];
        let texts = self.texts();
        let parts = texts.len();
        for (n, range) in texts.into_iter().enumerate() {
            chapters.push(Chapter { text: Some((self.heading("report-text", n, self.part(n, parts)), range)), ..Chapter::default() });
        }
        for (n, range) in pieces(claims.max(1), CLAIMS).enumerate() {
            let range = range.start..range.end.min(claims);
            let (first, last) = (self.number(range.start), self.number(range.end.saturating_sub(1)));
            let which = self.words.with("report-pdf-range", &[("first", Arg::from(first)), ("last", Arg::from(last))]);
            chapters.push(Chapter { claims: Some((self.heading("report-claims", n, which), range)), ..Chapter::default() });
        }
        let parts = sources.div_ceil(SOURCES);
        for (n, range) in pieces(sources, SOURCES).enumerate() {
            chapters.push(Chapter { sources: Some((self.heading("report-sources", n, self.part(n, parts)), range)), ..Chapter::default() });
        }
        if self.has_people() || !self.report.corrections.is_empty() {
            chapters.push(Chapter::default());
        }
        if let Some(last) = chapters.last_mut() {
            last.closes = true;
        }
        chapters
    }

    /// The sections of a report in several chapters, in their order: their labels, and what they are called.
    pub(super) fn sections(&self, chapters: &[Chapter]) -> Vec<(String, String)> {
        let own = |key: &str| (format!("section-{}", key.trim_start_matches("report-")), self.words.t(key).into_owned());
        let opening = (!self.head.method.is_empty()).then(|| own("report-method")).into_iter().chain([own("report-summary")]);
        let headings = chapters.iter().flat_map(Chapter::headings).map(|heading| (heading.label.clone(), heading.said.clone()));
        let corrections = (!self.report.corrections.is_empty()).then(|| own("report-corrections"));
        let people = self.has_people().then(|| own("report-people"));
        opening.chain(headings).chain(corrections).chain(people).collect()
    }

    fn has_people(&self) -> bool {
        !telling::roll(self.report, self.words).is_empty()
    }

    /// Which part of a section this is, where it has several.
    fn part(&self, n: usize, parts: usize) -> String {
        if parts > 1 { self.words.with("report-pdf-part", &[("part", Arg::from(n + 1)), ("parts", Arg::from(parts))]) } else { String::new() }
    }

    fn heading(&self, key: &'static str, n: usize, which: String) -> Heading {
        let said = self.words.t(key);
        let said = if which.is_empty() { said.into_owned() } else { format!("{said} · {which}") };
        Heading { label: format!("section-{}-{n}", key.trim_start_matches("report-")), said, goes_on: n > 0 }
    }

    fn number(&self, place: usize) -> i64 {
        self.report.claims.get(place).map_or(0, |claim| i64::from(claim.number))
    }

    /// The paragraphs in pieces of about the same length.
    fn texts(&self) -> Vec<Range<usize>> {
        let (mut ranges, mut start, mut length) = (Vec::new(), 0, 0);
        for (n, paragraph) in self.paragraphs.iter().enumerate() {
            if length > 0 && length + paragraph.characters() > CHARACTERS {
                ranges.push(start..n);
                (start, length) = (n, 0);
            }
            length += paragraph.characters();
        }
        ranges.push(start..self.paragraphs.len());
        ranges
    }
}

/// What a link to a label is called, for those who don't see it.
pub(super) fn said(label: &str, sections: &[(String, String)], w: &Words) -> String {
    match label.split_once('-') {
        Some(("claim", number)) => w.s("report-pdf-to-claim", "number", number),
        Some(("text", number)) => w.s("report-pdf-to-text", "number", number),
        _ => sections.iter().find(|(known, _)| known == label).map_or_else(String::new, |(_, said)| said.clone()),
    }
}

/// `count` things in pieces of so many.
fn pieces(count: usize, most: usize) -> impl Iterator<Item = Range<usize>> {
    (0..count).step_by(most).map(move |start| start..(start + most).min(count))
}
