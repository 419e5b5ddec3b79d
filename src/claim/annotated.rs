//! An article's text in paragraphs, with its claims marked: what the reading view and the report page show. Pure.
//!
//! One line of the text is one paragraph. A paragraph is cut into the parts of its sentences, and these into
//! pieces, each of them with the claims that cover it: claims may overlap in any way and cover several lines.
//! Pieces are slices of the text itself; put together they give each line back. Start at [`paragraphs`].
//!
//! The reading view shows a piece inside one element a [`Shade`], outermost first, so that each claim keeps all of its
//! words however claims overlap; words highlighted for a claim lie directly inside its element:
//!
//! ```html
//! <span class="mark mark--checking" data-claim="12"><a class="mark__tag" id="m12" href="#claim-12" data-claim="12">12</a>…</span>
//! <span class="mark mark--checking mark--cited" data-claim="12"><em class="mention">Bloomberg</em></span>
//! ```
//!
//! The report page, which can't light up one claim at a time, shows the innermost claim of a piece alone.

use crate::extraction::model::SentenceKind;
use crate::span::{ScalarIndex, Span};
use std::collections::BTreeMap;

/// A piece of text that a claim covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where.
    pub span: Span,
    /// Number of the claim.
    pub number: i32,
    /// How it is shown: a code that the page's style sheet knows.
    pub state: &'static str,
    /// Whether the claim begins here; its other pieces get no number.
    pub first: bool,
}

/// Words of the text that tell who says what a claim says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Where.
    pub span: Span,
    /// Number of the claim.
    pub number: i32,
    /// What the words are.
    pub kind: HighlightKind,
}

/// What highlighted words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HighlightKind {
    /// They name the source.
    Mention,
    /// They say that it says so.
    Cue,
}

impl HighlightKind {
    /// The name of its class in the style sheets.
    pub fn class(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Cue => "cue",
        }
    }
}

/// A sentence of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where.
    pub span: Span,
    /// What it is.
    pub kind: SentenceKind,
    /// Whether somebody still has to look at it.
    pub open: bool,
}

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// The heading with which the text begins.
    Title,
    /// Any other heading.
    Heading,
    /// Not part of the article.
    Boilerplate,
    /// Running text.
    Text,
}

impl ParagraphKind {
    /// The name of its class in the style sheets.
    pub fn class(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading => "heading",
            Self::Boilerplate => "boilerplate",
            Self::Text => "text",
        }
    }

    /// Whether it is a heading of either sort.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Title | Self::Heading)
    }
}

/// One line of the text that holds more than white space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph<'t> {
    /// Where it stands, without its line break.
    pub span: Span,
    /// How it is set.
    pub kind: ParagraphKind,
    /// Its sentences, and what stands between them.
    pub parts: Vec<Part<'t>>,
}

impl<'t> Paragraph<'t> {
    /// All its pieces, for pages that do not show sentences.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece<'t>> {
        self.parts.iter().flat_map(|part| &part.pieces)
    }
}

/// A sentence as far as it stands in one paragraph, or text that is in no sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'t> {
    /// The sentence; `None` for what stands between sentences.
    pub sentence: Option<InSentence>,
    /// Its text.
    pub pieces: Vec<Piece<'t>>,
}

/// Which sentence a part belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InSentence {
    /// Its place among the sentences that were given.
    pub index: usize,
    /// What it is.
    pub kind: SentenceKind,
    /// Whether somebody still has to look at it.
    pub open: bool,
    /// Whether it begins here; a sentence of several lines has several parts.
    pub begins: bool,
}

/// Text that the same claims cover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The text.
    pub text: &'t str,
    /// The claims that begin here, lowest number first.
    pub begins: Vec<Tag>,
    /// The claims that it belongs to, outermost first.
    pub shades: Vec<Shade>,
}

impl Piece<'_> {
    /// The innermost claim that covers it, for pages that show one.
    pub fn mark(&self) -> Option<&Shade> {
        self.shades.iter().rev().find(|shade| !shade.cited)
    }
}

/// The number of a claim where it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag {
    /// Number of the claim.
    pub number: i32,
    /// How it is shown.
    pub state: &'static str,
}

/// A claim's hold on a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shade {
    /// Number of the claim.
    pub number: i32,
    /// How it is shown.
    pub state: &'static str,
    /// Set where the piece names the claim's source, or says that it says so.
    pub highlight: Option<HighlightKind>,
    /// Whether the piece belongs to the claim for its highlight alone, outside of what the claim covers.
    pub cited: bool,
}

/// Most claims that are shown around one piece; where more lie on top of each other, the innermost are.
const DEEPEST: usize = 16;

/// The text in paragraphs. `sentences` come in order and do not overlap; marks and highlights come in any order and
/// may. What reaches past the end of the text is cut, what covers nothing is left out, and so is a highlight of
/// a claim that has no mark.
pub fn paragraphs<'t>(text: &ScalarIndex<'t>, sentences: &[Sentence], marks: Vec<Mark>, highlights: &[Highlight]) -> Vec<Paragraph<'t>> {
    let covers = covers(text.len(), marks, highlights);
    let mut walk = Walk { text, sentences, cuts: cuts(text.len(), sentences, &covers), covers, active: Vec::new(), next: At::default() };
    let mut found: Vec<Paragraph<'t>> = Vec::new();
    let mut start = 0;
    for line in text.text().split('\n') {
        let span = Span::new(start, start + line.chars().count());
        start = span.end + 1;
        if line.trim().is_empty() {
            continue;
        }
        let parts = walk.parts(span);
        let kind = match kind_of(&parts) {
            ParagraphKind::Heading if found.is_empty() => ParagraphKind::Title,
            kind => kind,
        };
        found.push(Paragraph { span, kind, parts });
    }
    found
}

/// What all the sentences of a paragraph are makes what it is; text outside of sentences makes it running text.
fn kind_of(parts: &[Part<'_>]) -> ParagraphKind {
    let kinds = || parts.iter().filter(|part| part.pieces.iter().any(|piece| !piece.text.trim().is_empty())).map(|part| part.sentence.map(|s| s.kind));
    if kinds().all(|kind| kind == Some(SentenceKind::Heading)) {
        ParagraphKind::Heading
    } else if kinds().all(|kind| kind == Some(SentenceKind::Boilerplate)) {
        ParagraphKind::Boilerplate
    } else {
        ParagraphKind::Text
    }
}

/// A stretch of text that belongs to a claim: covered by it, or highlighted for it.
#[derive(Clone, Copy, Debug)]
struct Cover {
    span: Span,
    tag: Tag,
    highlight: Option<HighlightKind>,
    /// Whether the claim's number is still to be shown.
    untold: bool,
}

/// All covers by where they begin.
fn covers(length: usize, marks: Vec<Mark>, highlights: &[Highlight]) -> Vec<Cover> {
    let within = |span: Span| Span::new(span.start.min(length), span.end.min(length));
    let states: BTreeMap<i32, &'static str> = marks.iter().map(|mark| (mark.number, mark.state)).collect();
    let marked = marks.iter().map(|m| Cover { span: within(m.span), tag: Tag { number: m.number, state: m.state }, highlight: None, untold: m.first });
    let highlighted = highlights.iter().filter_map(|h| {
        let tag = Tag { number: h.number, state: states.get(&h.number)? };
        Some(Cover { span: within(h.span), tag, highlight: Some(h.kind), untold: false })
    });
    let mut covers: Vec<Cover> = marked.chain(highlighted).filter(|cover| !cover.span.is_empty()).collect();
    covers.sort_by_key(|cover| (cover.span.start, cover.span.end, cover.tag.number));
    covers
}

/// Every position where something begins or ends, in order.
fn cuts(length: usize, sentences: &[Sentence], covers: &[Cover]) -> Vec<usize> {
    let spans = sentences.iter().map(|s| s.span).chain(covers.iter().map(|cover| cover.span));
    let mut cuts: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).filter(|cut| *cut < length).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// How far the walk is in each of its lists; all of them only go forward.
#[derive(Default)]
struct At {
    cut: usize,
    cover: usize,
    sentence: usize,
    begun: Option<usize>,
}

struct Walk<'a, 't> {
    text: &'a ScalarIndex<'t>,
    sentences: &'a [Sentence],
    cuts: Vec<usize>,
    covers: Vec<Cover>,
    active: Vec<Cover>,
    next: At,
}

impl<'t> Walk<'_, 't> {
    /// The parts of one line.
    fn parts(&mut self, line: Span) -> Vec<Part<'t>> {
        let mut parts: Vec<Part<'t>> = Vec::new();
        let mut start = line.start;
        while start < line.end {
            let end = self.cut_after(start).min(line.end);
            let sentence = self.sentence_at(start);
            let piece = self.piece(Span::new(start, end));
            match parts.last_mut().filter(|last| last.sentence.map(|s| s.index) == sentence.map(|s| s.index)) {
                Some(last) => last.pieces.push(piece),
                None => parts.push(Part { sentence, pieces: vec![piece] }),
            }
            start = end;
        }
        parts
    }

    /// The first cut behind a position.
    fn cut_after(&mut self, position: usize) -> usize {
        while self.cuts.get(self.next.cut).is_some_and(|cut| *cut <= position) {
            self.next.cut += 1;
        }
        self.cuts.get(self.next.cut).copied().unwrap_or(self.text.len())
    }

    /// The sentence at a position.
    fn sentence_at(&mut self, position: usize) -> Option<InSentence> {
        while self.sentences.get(self.next.sentence).is_some_and(|s| s.span.end <= position) {
            self.next.sentence += 1;
        }
        let index = self.next.sentence;
        let sentence = self.sentences.get(index).filter(|s| s.span.start <= position)?;
        let begins = self.next.begun.is_none_or(|last| last < index);
        self.next.begun = Some(index);
        Some(InSentence { index, kind: sentence.kind, open: sentence.open, begins })
    }

    /// The piece at a span that nothing cuts.
    fn piece(&mut self, span: Span) -> Piece<'t> {
        self.active.retain(|cover| cover.span.end > span.start);
        while let Some(cover) = self.covers.get(self.next.cover).filter(|cover| cover.span.start <= span.start) {
            if cover.span.end > span.start {
                self.active.push(*cover);
            }
            self.next.cover += 1;
        }
        let mut begins: Vec<Tag> = Vec::new();
        for cover in self.active.iter_mut().filter(|cover| cover.untold) {
            cover.untold = false;
            begins.push(cover.tag);
        }
        begins.sort_unstable();
        Piece { text: self.text.slice_within(span), begins, shades: shades(&self.active) }
    }
}

/// The covers of one piece, one shade a claim: the longest is outermost, of equally long ones that of the highest number.
fn shades(active: &[Cover]) -> Vec<Shade> {
    if active.is_empty() {
        return Vec::new();
    }
    let mut by_claim: BTreeMap<i32, (usize, Shade)> = BTreeMap::new();
    for cover in active {
        let new = Shade { number: cover.tag.number, state: cover.tag.state, highlight: None, cited: true };
        let (length, shade) = by_claim.entry(cover.tag.number).or_insert((0, new));
        match cover.highlight {
            Some(kind) => shade.highlight = Some(shade.highlight.map_or(kind, |other| other.min(kind))),
            None => shade.cited = false,
        }
        *length = (*length).max(cover.span.len());
    }
    let mut shades: Vec<(usize, Shade)> = by_claim.into_values().collect();
    shades.sort_by_key(|(length, shade)| std::cmp::Reverse((*length, shade.number)));
    let hidden = shades.len().saturating_sub(DEEPEST);
    shades.into_iter().skip(hidden).map(|(_, shade)| shade).collect()
}

#[cfg(test)]
mod tests;
