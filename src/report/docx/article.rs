//! The article's text with its claims: a number that leads to each, its words on the colour of its verdict, and a
//! comment on them with the verdict and the reason. Pure.

use super::xml::{Doc, Line, Remark};
use super::{claim_mark, colours, section, text_mark};
use crate::claim::annotated::{Paragraph, ParagraphKind, Piece};
use crate::report::telling::verdict;
use crate::report::{ClaimPart, Report};
use crate::wording::Words;
use chrono::SecondsFormat;
use std::collections::BTreeMap;

/// Longest comment, in characters; the claim itself has it all.
const COMMENT: usize = 3_000;

pub(super) fn text(report: &Report, paragraphs: &[Paragraph<'_>], w: &Words, doc: &mut Doc) {
    section(doc, "text", &w.t("report-text"));
    if !report.claims.is_empty() {
        doc.line("Note", |line| line.text(&w.t("report-text-lead")));
    }
    let mut marked = Marked { report, w, claims: report.claims.iter().map(|claim| (claim.number, claim)).collect(), open: Vec::new() };
    for (n, paragraph) in paragraphs.iter().enumerate() {
        let is_last = n + 1 == paragraphs.len();
        doc.line(style(paragraph.kind), |line| marked.paragraph(paragraph, is_last, line));
    }
}

fn style(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Title => "ArticleTitle",
        ParagraphKind::Heading => "ArticleHeading",
        ParagraphKind::Boilerplate => "ArticleAside",
        ParagraphKind::Text => "ArticleText",
    }
}

struct Marked<'r> {
    report: &'r Report,
    w: &'r Words,
    claims: BTreeMap<i32, &'r ClaimPart>,
    /// The comments that are open: number of the claim, number of the comment.
    open: Vec<(i32, usize)>,
}

impl Marked<'_> {
    fn paragraph<'d>(&mut self, paragraph: &Paragraph<'_>, is_last: bool, mut line: Line<'d>) -> Line<'d> {
        for piece in paragraph.pieces() {
            line = self.close(line, |number| !piece.shades.iter().any(|shade| shade.number == number && !shade.cited));
            for tag in &piece.begins {
                line = line.bookmark(&text_mark(tag.number)).jump(&claim_mark(tag.number), &format!("{}\u{2009}", tag.number), "ClaimNumber");
                if let Some(claim) = self.claims.get(&tag.number) {
                    self.open.push((tag.number, line.begin_remark(&remark(claim, self.report, self.w))));
                }
            }
            line = line.looked(piece.text, &look(piece));
        }
        if is_last { self.close(line, |_| true) } else { line }
    }

    /// Ends the comments of claims that end here.
    fn close<'d>(&mut self, line: Line<'d>, ends: impl Fn(i32) -> bool) -> Line<'d> {
        let (ended, open) = self.open.iter().partition(|(number, _)| ends(*number));
        self.open = open;
        let ended: Vec<(i32, usize)> = ended;
        ended.into_iter().fold(line, |line, (_, comment)| line.end_remark(comment))
    }
}

/// How words look that a claim covers: on the colour of its verdict, and underlined.
fn look(piece: &Piece<'_>) -> String {
    piece.mark().map_or_else(String::new, |mark| {
        let (ink, ground) = colours(mark.state);
        format!("<w:u w:val=\"single\" w:color=\"{ink}\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{ground}\"/>")
    })
}

/// The comment on a claim, by whoever checked it.
fn remark<'r>(claim: &'r ClaimPart, report: &'r Report, w: &Words) -> Remark<'r> {
    let desk = if report.desk.name.trim().is_empty() { &report.tool } else { &report.desk.name };
    let number = w.s("report-claim", "number", &claim.number.to_string());
    let mut lines = vec![w.labelled(&number, &verdict(claim.substance, w))];
    if !claim.chain.is_empty() {
        lines.push(format!("{} {}", w.t("report-attribution"), verdict(claim.attribution, w)));
    }
    lines.extend(claim.set_aside.map(|reason| w.s("report-set-aside-because", "reason", &w.label(reason))));
    if !claim.rationale.is_empty() {
        lines.push(shortened(&claim.rationale));
    }
    if let Some(action) = &claim.text_action {
        let (label, wording) = (w.label(action.action), shortened(&action.proposed_wording));
        lines.push(if wording.is_empty() { label.into_owned() } else { w.labelled(&label, &w.s("report-quoted", "text", &wording)) });
    }
    Remark {
        by: claim.checked_by.as_ref().filter(|name| !name.trim().is_empty()).unwrap_or(desk),
        at: claim.checked_at.unwrap_or(report.assembled_at).to_rfc3339_opts(SecondsFormat::Secs, true),
        lines,
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(COMMENT).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
