//! The text side of the reading view: the article with its claims marked, or a part of one too long for one page.
//!
//! A text of many sentences is shown in parts; each part holds the claims that begin in it. Pages stay quick with
//! whatever text a stranger wrote.

use super::load::Loaded;
use crate::article::store::{column_of, span_of};
use crate::claim::annotated::{self, Highlight, HighlightKind, Mark, Paragraph};
use crate::claim::store::CardRow;
use crate::code::Code;
use crate::span::{ScalarIndex, Span};

/// Most sentences on one page.
const PART: usize = 400;

/// The part of an article that a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its number, from 1.
    pub number: usize,
    /// How many parts there are.
    pub of: usize,
    /// First of its sentences.
    from: usize,
    /// The one behind its last.
    to: usize,
    /// What of the text it covers.
    pub span: Span,
}

impl Part {
    /// The part with this number, the nearest there is.
    pub fn numbered(loaded: &Loaded, length: usize, number: usize) -> Self {
        let of = loaded.sentences.len().div_ceil(PART).max(1);
        let number = number.clamp(1, of);
        let (from, to) = ((number - 1) * PART, if number == of { loaded.sentences.len() } else { number * PART });
        Self { number, of, from, to, span: loaded.reach(from, to, length) }
    }

    /// The part that holds a sentence.
    pub fn of_sentence(loaded: &Loaded, length: usize, place: usize) -> Self {
        Self::numbered(loaded, length, place / PART + 1)
    }

    /// The part in which a claim begins.
    pub fn of_claim(loaded: &Loaded, length: usize, number: i32) -> Self {
        let claim = loaded.claims.iter().find(|claim| claim.number == number);
        let place = claim.and_then(|claim| loaded.place(claim.id)).map(column_of);
        let sentence = place.map_or(0, |place| loaded.sentences.partition_point(|sentence| sentence.span_end <= place));
        Self::of_sentence(loaded, length, sentence)
    }

    /// Whether a claim's card stands beside it: the claim begins in it, or is nowhere in the text and this is the first.
    pub fn has_claim(&self, loaded: &Loaded, claim: &CardRow) -> bool {
        match loaded.place(claim.id) {
            Some(place) => self.of == 1 || (self.span.start..self.span.end).contains(&place) || (self.number == self.of && place >= self.span.end),
            None => self.number == 1,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "templates pass what they have by reference")]
impl Part {
    /// Whether the sentence with this number is in it.
    pub fn has_sentence(&self, number: &usize) -> bool {
        (self.from + 1..=self.to).contains(number)
    }

    /// The number of a sentence of the part, from 1, as people count: through the whole article.
    pub fn sentence_number(&self, index: &usize) -> usize {
        self.from + index + 1
    }

    /// A place in the part as one in the whole text.
    pub fn in_text(&self, position: &usize) -> usize {
        self.span.start + position
    }
}

/// The paragraphs of a part. `text` is that part alone.
pub(super) fn paragraphs<'t>(loaded: &Loaded, part: &Part, text: &ScalarIndex<'t>) -> Vec<Paragraph<'t>> {
    let inside = |span: Span| {
        let start = |at: usize| at.saturating_sub(part.span.start);
        Span::new(start(span.start), start(span.end))
    };
    let sentences = loaded.sentences.iter().enumerate().take(part.to).skip(part.from);
    let sentences: Vec<annotated::Sentence> =
        sentences.map(|(place, sentence)| annotated::Sentence { span: inside(sentence.span()), kind: sentence.kind, open: loaded.is_open(place) }).collect();
    let (mut marks, mut highlights) = (Vec::new(), Vec::new());
    for claim in &loaded.claims {
        let pieces = loaded.spans(claim.id);
        if !pieces.iter().any(|piece| piece.span().overlaps(part.span)) {
            continue;
        }
        let begins_here = part.has_claim(loaded, claim);
        for (n, piece) in pieces.iter().enumerate() {
            marks.push(Mark { span: inside(piece.span()), number: claim.number, state: claim.state.code(), first: n == 0 && begins_here });
        }
        for link in loaded.links(claim.id) {
            let places = [(link.mention_start, link.mention_end, HighlightKind::Mention), (link.cue_start, link.cue_end, HighlightKind::Cue)];
            for (start, end, kind) in places {
                if let (Some(start), Some(end)) = (start, end) {
                    highlights.push(Highlight { span: inside(span_of(start, end)), number: claim.number, kind });
                }
            }
        }
    }
    annotated::paragraphs(text, &sentences, marks, &highlights)
}
