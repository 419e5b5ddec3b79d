//! The passage a claim stands in: its words with some text around them, who is named and the words that say so.

use crate::claim::annotated::{self, Highlight, HighlightKind, Mark};
use crate::claim::store::{Attribution, ClaimSpan};
use crate::source::Source;
use crate::span::{ScalarIndex, Span};

/// How far around the claim's words the text is shown, in scalar values; less where the paragraph ends.
const AROUND: usize = 420;
/// How much further it is shown where the paragraph begins or ends there.
const NEARLY: usize = 80;
/// Most scalar values between the first and the last word that is fetched: a claim may be spread over a whole book.
const WIDEST: usize = 60_000;

/// Some lines of the article around words of the claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// Its paragraphs.
    pub paragraphs: Vec<Line>,
    /// Whether the paragraph begins before it.
    pub cut_before: bool,
    /// Whether the paragraph goes on behind it.
    pub cut_behind: bool,
}

/// A paragraph, or what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where in the version it begins.
    pub start: usize,
    /// Its text.
    pub bits: Vec<Bit>,
}

/// A stretch of text that is shown in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bit {
    /// The text.
    pub text: String,
    /// Whether the claim covers it.
    pub marked: bool,
    /// `mention`, `cue` or nothing.
    pub class: &'static str,
}

fn highlights(chain: &[(Attribution, Source)]) -> Vec<(Span, HighlightKind)> {
    let mentions = chain.iter().filter_map(|(link, _)| Some((link.mention_span()?, HighlightKind::Mention)));
    let cues = chain.iter().filter_map(|(link, _)| Some((link.cue_span()?, HighlightKind::Cue)));
    mentions.chain(cues).filter(|(span, _)| !span.is_empty()).collect()
}

/// All places that the passage has to show, in order.
fn places(spans: &[ClaimSpan], chain: &[(Attribution, Source)]) -> Vec<Span> {
    let mut places: Vec<Span> = spans.iter().map(ClaimSpan::span).chain(highlights(chain).into_iter().map(|(span, _)| span)).collect();
    places.sort_unstable();
    places
}

/// The part of the text to fetch.
pub(super) fn window(spans: &[ClaimSpan], chain: &[(Attribution, Source)]) -> Span {
    let places = places(spans, chain);
    let Some(all) = places.iter().copied().reduce(Span::cover) else { return Span::default() };
    let start = all.start.saturating_sub(AROUND + NEARLY);
    Span::new(start, (all.end + AROUND + NEARLY).min(start + WIDEST))
}

/// The passage as it is shown: one excerpt, or several where the claim's words lie far apart. `start` says where in the
/// version the text begins.
pub(super) fn excerpts(start: usize, text: &str, spans: &[ClaimSpan], chain: &[(Attribution, Source)]) -> Vec<Excerpt> {
    let index = ScalarIndex::new(text);
    let within = |span: Span| Span::new(span.start.saturating_sub(start).min(index.len()), span.end.saturating_sub(start).min(index.len()));
    let mut shown: Vec<Span> = Vec::new();
    for place in places(spans, chain).into_iter().map(within).filter(|place| !place.is_empty()) {
        let wide = widened(&index, place, start == 0);
        match shown.last_mut().filter(|last| wide.start <= last.end + 1) {
            Some(last) => *last = last.cover(wide),
            None => shown.push(wide),
        }
    }
    let marks: Vec<Span> = spans.iter().map(|span| within(span.span())).collect();
    let lit: Vec<(Span, HighlightKind)> = highlights(chain).into_iter().map(|(span, kind)| (within(span), kind)).collect();
    shown.into_iter().map(|span| excerpt(&index, span, &marks, &lit, start)).collect()
}

/// A place with the text around it, up to where its paragraph begins and ends, or to a space in it.
fn widened(text: &ScalarIndex<'_>, place: Span, from_start: bool) -> Span {
    let before = text.slice_within(Span::new(place.start.saturating_sub(AROUND + NEARLY), place.start));
    let behind = text.slice_within(Span::new(place.end, place.end + AROUND + NEARLY));
    let length = |text: &str| text.chars().count();
    let lead = match before.rsplit_once('\n') {
        Some((_, line)) => length(line),
        None if from_start && length(before) == place.start => place.start,
        None => before.chars().rev().take(AROUND).collect::<Vec<_>>().iter().rposition(|c| c.is_whitespace()).unwrap_or(AROUND.min(length(before))),
    };
    let tail = match behind.split_once('\n') {
        Some((line, _)) => length(line),
        None if length(behind) < AROUND + NEARLY => length(behind),
        None => behind.chars().take(AROUND).collect::<Vec<_>>().iter().rposition(|c| c.is_whitespace()).unwrap_or(AROUND),
    };
    Span::new(place.start - lead, place.end + tail)
}

fn excerpt(text: &ScalarIndex<'_>, span: Span, marks: &[Span], lit: &[(Span, HighlightKind)], from: usize) -> Excerpt {
    let span = text.trim(span);
    let neighbour = |at: usize| text.slice_within(Span::new(at, at + 1));
    let cut_before = if span.start == 0 { from > 0 } else { !text.slice_within(Span::new(0, span.start)).ends_with('\n') };
    let cut_behind = span.end < text.len() && neighbour(span.end) != "\n";
    let inside = |place: &Span| Span::new(place.start.saturating_sub(span.start), place.end.saturating_sub(span.start));
    let marks = marks.iter().map(|place| Mark { span: inside(place), number: 0, state: "", first: false }).collect();
    let lit: Vec<Highlight> = lit.iter().map(|(place, kind)| Highlight { span: inside(place), number: 0, kind: *kind }).collect();
    let lines = ScalarIndex::new(text.slice_within(span));
    let paragraphs = annotated::paragraphs(&lines, &[], marks, &lit);
    let bit = |piece: &annotated::Piece<'_>| {
        let shade = piece.shades.first();
        Bit {
            text: piece.text.to_owned(),
            marked: shade.is_some_and(|shade| !shade.cited),
            class: shade.and_then(|shade| shade.highlight).map_or("", HighlightKind::class),
        }
    };
    let line = |p: &annotated::Paragraph<'_>| Line { start: from + span.start + p.span.start, bits: p.pieces().map(bit).collect() };
    Excerpt { paragraphs: paragraphs.iter().map(line).collect(), cut_before, cut_behind }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    fn span_at(text: &str, words: &str) -> ClaimSpan {
        let ids = Ids::counting();
        let start = text.split(words).next().unwrap().chars().count();
        ClaimSpan::at(ids.make(), ids.make(), 0, Span::new(start, start + words.chars().count()), &ScalarIndex::new(text))
    }

    fn shown(text: &str, spans: &[ClaimSpan]) -> Vec<Excerpt> {
        let window = window(spans, &[]);
        let part = ScalarIndex::new(text).slice_within(window);
        excerpts(window.start, part, spans, &[])
    }

    fn drawn(excerpt: &Excerpt) -> String {
        let bit = |bit: &Bit| if bit.marked { format!("[{}]", bit.text) } else { bit.text.clone() };
        let lines: Vec<String> = excerpt.paragraphs.iter().map(|line| line.bits.iter().map(bit).collect()).collect();
        format!("{}{}{}", if excerpt.cut_before { "… " } else { "" }, lines.join("¶"), if excerpt.cut_behind { " …" } else { "" })
    }

    #[test]
    fn a_short_paragraph_is_shown_whole() {
        let text = "Heading\n\nIt began 🚀 on Monday. Ten ships left. Nobody saw them.\n\nNext.";
        let found = shown(text, &[span_at(text, "Ten ships left.")]);
        assert_eq!(found.iter().map(drawn).collect::<Vec<_>>(), ["It began 🚀 on Monday. [Ten ships left.] Nobody saw them."]);
    }

    #[test]
    fn a_text_of_one_endless_line_is_cut_at_spaces() {
        let text = format!("{}TEN SHIPS{}", "word ".repeat(100_000), " word".repeat(100_000));
        let found = shown(&text, &[span_at(&text, "TEN SHIPS")]);
        let drawn = drawn(found.first().unwrap());
        assert!(drawn.starts_with("… word word") && drawn.contains("word [TEN SHIPS] word") && drawn.ends_with("word …"), "{drawn}");
        assert!(drawn.len() < 1_000, "{}", drawn.len());
    }

    #[test]
    fn a_text_without_any_space_is_cut_somewhere() {
        let text = format!("{}|here|{}", "é".repeat(5_000), "é".repeat(5_000));
        let found = shown(&text, &[span_at(&text, "|here|")]);
        assert_eq!(drawn(found.first().unwrap()).matches('é').count(), 2 * AROUND);
    }

    #[test]
    fn pieces_far_apart_are_two_excerpts_and_near_ones_are_one() {
        let text = format!("Ten ships left, it said.\n\nIn port. {}\n\nThey came back.", "Nothing. ".repeat(400));
        let spans = [span_at(&text, "Ten ships left"), span_at(&text, "They came back")];
        assert_eq!(shown(&text, &spans).iter().map(drawn).collect::<Vec<_>>(), ["[Ten ships left], it said.", "[They came back]."]);
        let near = [span_at(&text, "Ten ships left"), span_at(&text, "it said")];
        assert_eq!(shown(&text, &near).iter().map(drawn).collect::<Vec<_>>(), ["[Ten ships left], [it said]."]);
    }

    #[test]
    fn every_paragraph_says_where_in_the_version_it_begins() {
        let text = format!("{}Some 🚀 line.\n\nTen ships left.\nThey came back.", "word ".repeat(1_000));
        let found = shown(&text, &[span_at(&text, "Ten ships left.\nThey")]);
        let index = ScalarIndex::new(&text);
        for line in found.iter().flat_map(|excerpt| &excerpt.paragraphs) {
            let words: String = line.bits.iter().map(|bit| bit.text.as_str()).collect();
            assert_eq!(index.slice_within(Span::new(line.start, line.start + words.chars().count())), words);
        }
        assert_eq!(found[0].paragraphs.len(), 2);
    }

    #[test]
    fn a_claim_without_a_place_has_no_passage() {
        assert_eq!(shown("Some text.", &[]), []);
    }
}
