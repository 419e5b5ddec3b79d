//! The annotated article: its paragraphs with the number of each claim where it begins.

use crate::claim::annotated::ParagraphKind;
use crate::report::typeset::{NARROW, Setter, WIDE};
use crate::report::{Report, telling};
use serde::Serialize;
use std::collections::BTreeSet;

/// A paragraph.
#[derive(Debug, Serialize)]
pub(super) struct Paragraph {
    kind: &'static str,
    /// From where it is read: `ltr` or `rtl`.
    dir: &'static str,
    pieces: Vec<Piece>,
}

impl Paragraph {
    /// How long it is.
    pub(super) fn characters(&self) -> usize {
        let of = |piece: &Piece| match piece {
            Piece::Plain(text) | Piece::Marked { t: text, .. } => text.chars().count(),
            Piece::Tag { .. } => 6,
        };
        self.pieces.iter().map(of).sum()
    }
}

/// What a paragraph is made of.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Piece {
    /// Text of no claim.
    Plain(String),
    /// Text of a claim, in the tone of its verdict.
    Marked {
        /// The text.
        t: String,
        /// The tone.
        v: &'static str,
    },
    /// The number of a claim that begins.
    Tag {
        /// The number.
        n: i32,
        /// The tone.
        v: &'static str,
        /// Whether it begins here for the first time, so that the claim can lead back to here.
        first: bool,
    },
}

/// The text's paragraphs, and the numbers of all claims that begin in them.
pub(super) fn paragraphs(report: &Report, t: &Setter) -> (Vec<Paragraph>, BTreeSet<i32>) {
    let mut seen = BTreeSet::new();
    let mut set = Vec::new();
    for paragraph in telling::annotated(report) {
        let mut run = 0;
        let longest = if paragraph.kind == ParagraphKind::Title { NARROW } else { WIDE };
        let mut pieces = Vec::new();
        for piece in paragraph.pieces() {
            for tag in &piece.begins {
                pieces.push(Piece::Tag { n: tag.number, v: tag.state, first: seen.insert(tag.number) });
                run = 0;
            }
            let text = t.fit(piece.text, longest, &mut run);
            pieces.push(match piece.mark() {
                Some(mark) => Piece::Marked { t: text, v: mark.state },
                None => Piece::Plain(text),
            });
        }
        let text: String = paragraph.pieces().map(|piece| piece.text).collect();
        let dir = if t.reads_from_right(&text) { "rtl" } else { "ltr" };
        set.push(Paragraph { kind: paragraph.kind.class(), dir, pieces });
    }
    (set, seen)
}
