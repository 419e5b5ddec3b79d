//! The text with its claims marked, by example and for any text at all.

use super::*;
use proptest::prelude::*;

const TEXT: &str = "Shells for Russia\nBloomberg reports that ten 🚀 shells went. Wow!\n\n  \nFollow us";

fn place(words: &str) -> Span {
    let start = TEXT.split(words).next().unwrap().chars().count();
    Span::new(start, start + words.chars().count())
}

fn mark(number: i32, words: &str) -> Mark {
    Mark { span: place(words), number, state: "to_check", first: true }
}

fn sentence(words: &str, kind: SentenceKind, open: bool) -> Sentence {
    Sentence { span: place(words), kind, open }
}

fn sentences() -> Vec<Sentence> {
    vec![
        sentence("Shells for Russia", SentenceKind::Heading, false),
        sentence("Bloomberg reports that ten 🚀 shells went.", SentenceKind::Claim, false),
        sentence("Wow!", SentenceKind::Opinion, false),
        sentence("Follow us", SentenceKind::Boilerplate, false),
    ]
}

/// The paragraphs as text: `[number|text]` for each shade, `#number` where a claim begins.
fn drawn(marks: Vec<Mark>, highlights: &[Highlight]) -> Vec<String> {
    let index = ScalarIndex::new(TEXT);
    let found = paragraphs(&index, &sentences(), marks, highlights);
    let draw = |piece: &Piece<'_>| {
        let tags: Vec<String> = piece.begins.iter().map(|tag| format!("#{} ", tag.number)).collect();
        let shade = |s: &Shade| format!("[{}{}{}|", s.number, if s.cited { "~" } else { "" }, s.highlight.map_or("", HighlightKind::class));
        let open: Vec<String> = piece.shades.iter().map(shade).collect();
        format!("{}{}{}{}", tags.concat(), open.concat(), piece.text, "]".repeat(piece.shades.len()))
    };
    found.iter().map(|p| p.pieces().map(draw).collect()).collect()
}

#[test]
fn each_line_is_a_paragraph_set_as_its_sentences_are() {
    let index = ScalarIndex::new(TEXT);
    let found = paragraphs(&index, &sentences(), Vec::new(), &[]);
    let kinds: Vec<ParagraphKind> = found.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, [ParagraphKind::Title, ParagraphKind::Text, ParagraphKind::Boilerplate]);
    let parts: Vec<Option<usize>> = found[1].parts.iter().map(|part| part.sentence.map(|s| s.index)).collect();
    assert_eq!(parts, [Some(1), None, Some(2)]);
}

#[test]
fn only_the_heading_at_the_beginning_is_the_title() {
    let index = ScalarIndex::new("One\nTwo");
    let heading = |start, end| Sentence { span: Span::new(start, end), kind: SentenceKind::Heading, open: false };
    let kinds = |sentences: &[Sentence]| paragraphs(&index, sentences, Vec::new(), &[]).iter().map(|p| p.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&[heading(0, 3), heading(4, 7)]), [ParagraphKind::Title, ParagraphKind::Heading]);
    assert_eq!(kinds(&[heading(4, 7)]), [ParagraphKind::Text, ParagraphKind::Heading]);
}

#[test]
fn a_text_whose_sentences_are_unknown_is_still_shown_line_by_line() {
    let index = ScalarIndex::new("é\n\n ab");
    let texts: Vec<&str> = paragraphs(&index, &[], Vec::new(), &[]).iter().flat_map(|p| p.pieces().map(|s| s.text).collect::<Vec<_>>()).collect();
    assert_eq!(texts, ["é", " ab"]);
    assert_eq!(paragraphs(&ScalarIndex::new(""), &[], Vec::new(), &[]), []);
}

#[test]
fn a_claim_is_numbered_where_it_begins_and_marked_in_all_its_pieces() {
    let second = Mark { first: false, ..mark(7, "Wow") };
    assert_eq!(drawn(vec![mark(7, "ten 🚀"), second], &[])[1], "Bloomberg reports that #7 [7|ten 🚀] shells went. [7|Wow]!");
}

#[test]
fn where_claims_overlap_the_shorter_lies_inside() {
    assert_eq!(drawn(vec![mark(1, "ten 🚀 shells"), mark(2, "🚀")], &[])[1], "Bloomberg reports that #1 [1|ten ]#2 [1|[2|🚀]][1| shells] went. Wow!");
    assert_eq!(drawn(vec![mark(2, "Wow"), mark(1, "Wow")], &[])[1], "Bloomberg reports that ten 🚀 shells went. #1 #2 [2|[1|Wow]]!");
}

#[test]
fn a_claim_over_several_lines_is_numbered_once() {
    let all = Mark { span: Span::new(0, 1_000), ..mark(3, "S") };
    assert_eq!(drawn(vec![all], &[]), ["#3 [3|Shells for Russia]", "[3|Bloomberg reports that ten 🚀 shells went.][3| ][3|Wow!]", "[3|Follow us]"]);
}

#[test]
fn a_sentence_over_several_lines_begins_once() {
    let index = ScalarIndex::new("One\ntwo. Three");
    let claim = |start, end| Sentence { span: Span::new(start, end), kind: SentenceKind::Claim, open: true };
    let found = paragraphs(&index, &[claim(0, 8), claim(9, 14)], Vec::new(), &[]);
    let begins: Vec<(usize, bool)> = found.iter().flat_map(|p| &p.parts).filter_map(|part| part.sentence.map(|s| (s.index, s.begins))).collect();
    assert_eq!(begins, [(0, true), (0, false), (1, true)]);
}

#[test]
fn words_that_name_the_source_belong_to_the_claim_inside_and_outside_of_it() {
    let says = |words, kind| Highlight { span: place(words), number: 4, kind };
    let highlights = [says("Bloomberg", HighlightKind::Mention), says("reports", HighlightKind::Cue), says("shells went", HighlightKind::Mention)];
    let drawn = drawn(vec![mark(4, "ten 🚀 shells went")], &highlights);
    assert_eq!(drawn[1], "[4~mention|Bloomberg] [4~cue|reports] that #4 [4|ten 🚀 ][4mention|shells went]. Wow!");
}

#[test]
fn a_highlight_of_a_claim_without_a_mark_is_left_out() {
    let highlight = Highlight { span: place("Bloomberg"), number: 9, kind: HighlightKind::Mention };
    assert_eq!(drawn(vec![mark(1, "Wow")], &[highlight])[1], "Bloomberg reports that ten 🚀 shells went. #1 [1|Wow]!");
}

#[test]
fn a_page_that_shows_one_claim_a_piece_shows_the_innermost() {
    let index = ScalarIndex::new(TEXT);
    let cited = Highlight { span: place("ten"), number: 3, kind: HighlightKind::Mention };
    let found = paragraphs(&index, &[], vec![mark(1, "ten 🚀 shells"), mark(2, "ten"), mark(3, "Wow")], &[cited]);
    let piece = found[1].pieces().find(|piece| piece.text == "ten").unwrap();
    assert_eq!(piece.mark().map(|shade| shade.number), Some(2));
    assert_eq!(piece.shades.len(), 3);
}

#[test]
fn a_very_long_line_with_very_many_claims_takes_no_long_time() {
    let text = "é says it. ".repeat(100_000);
    let index = ScalarIndex::new(&text);
    let marks: Vec<Mark> =
        (0_i32..50_000).zip((0..).step_by(22)).map(|(number, start)| Mark { span: Span::new(start, start + 9), number, state: "", first: true }).collect();
    let sentences: Vec<Sentence> =
        (0..100_000_usize).map(|n| Sentence { span: Span::new(n * 11, n * 11 + 10), kind: SentenceKind::Claim, open: false }).collect();
    let begun = std::time::Instant::now();
    let found = paragraphs(&index, &sentences, marks, &[]);
    assert_eq!(found[0].pieces().filter(|piece| !piece.begins.is_empty()).count(), 50_000);
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

fn some_marks(length: usize) -> impl Strategy<Value = Vec<Mark>> {
    let one = (0..=length + 2, 0..=length + 2, 0..4_i32, any::<bool>());
    prop::collection::vec(one, 0..8)
        .prop_map(|marks| marks.into_iter().map(|(start, end, number, first)| Mark { span: Span::new(start, end), number, state: "x", first }).collect())
}

fn some_sentences(length: usize) -> impl Strategy<Value = Vec<Sentence>> {
    prop::collection::btree_set(0..=length, 0..10).prop_map(|cuts| {
        let cuts: Vec<usize> = cuts.into_iter().collect();
        let kind = |n: usize| if n.is_multiple_of(2) { SentenceKind::Heading } else { SentenceKind::Claim };
        cuts.chunks(2)
            .enumerate()
            .filter_map(|(n, pair)| Some(Sentence { span: Span::new(*pair.first()?, *pair.get(1)?), kind: kind(n), open: n.is_multiple_of(3) }))
            .collect()
    })
}

fn some_case() -> impl Strategy<Value = (String, Vec<Mark>, Vec<Mark>, Vec<Sentence>)> {
    "[a é🚀\u{301}\u{202E}\n\r\0]{0,40}".prop_flat_map(|text| {
        let length = text.chars().count();
        (Just(text), some_marks(length), some_marks(length), some_sentences(length))
    })
}

proptest! {
    #[test]
    fn the_pieces_give_the_text_back_and_marks_cover_just_their_spans((text, marks, others, sentences) in some_case()) {
        let index = ScalarIndex::new(&text);
        let highlights: Vec<Highlight> = others.iter().map(|m| Highlight { span: m.span, number: m.number, kind: HighlightKind::Cue }).collect();
        let found = paragraphs(&index, &sentences, marks.clone(), &highlights);
        let lines: Vec<&str> = text.split('\n').filter(|line| !line.trim().is_empty()).collect();
        let given: Vec<String> = found.iter().map(|p| p.pieces().map(|piece| piece.text).collect()).collect();
        prop_assert_eq!(&given, &lines);
        for paragraph in &found {
            prop_assert_eq!(index.slice(paragraph.span).unwrap(), paragraph.pieces().map(|piece| piece.text).collect::<String>());
            let mut at = paragraph.span.start;
            for part in &paragraph.parts {
                for piece in &part.pieces {
                    prop_assert!(!piece.text.is_empty());
                    for position in at..at + piece.text.chars().count() {
                        let here = Span::new(position, position + 1);
                        for number in 0..4 {
                            let marked = marks.iter().any(|m| m.number == number && m.span.contains(here));
                            let shown = piece.shades.iter().any(|s| s.number == number && !s.cited);
                            prop_assert_eq!(marked, shown, "claim {} at {}", number, position);
                            let has_mark = marks.iter().any(|m| m.number == number && m.span.start < index.len() && !m.span.is_empty());
                            let named = has_mark && highlights.iter().any(|h| h.number == number && h.span.contains(here));
                            let lit = piece.shades.iter().any(|s| s.number == number && s.highlight.is_some());
                            prop_assert!(named == lit || !has_mark, "highlight of {} at {}", number, position);
                        }
                        let sentence = sentences.iter().position(|s| s.span.contains(here));
                        prop_assert_eq!(part.sentence.map(|s| s.index), sentence);
                    }
                    at += piece.text.chars().count();
                }
            }
        }
        let tags = found.iter().flat_map(Paragraph::pieces).map(|piece| piece.begins.len()).sum::<usize>();
        prop_assert!(tags <= marks.iter().filter(|m| m.first).count());
    }
}
