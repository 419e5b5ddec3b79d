//! Carry-over as a pure function: what becomes of claims when a text changes, on texts made by chance and by hand.

use corroborate::claim::Anchor;
use corroborate::claim::carry::wording::{Piece, difference};
use corroborate::claim::carry::{CarryOver, Fate, Link, Placed, RowKind, Text};
use corroborate::span::{ScalarIndex, Span};
use proptest::prelude::*;

/// A text with its sentences and, for each, the words of a claim in it.
#[derive(Clone, Debug)]
struct Article {
    sentences: Vec<String>,
}

impl Article {
    fn text(&self) -> String {
        self.sentences.join(" ")
    }

    fn spans(&self) -> Vec<Span> {
        let mut start = 0;
        let span = |sentence: &String| {
            let span = Span::new(start, start + sentence.chars().count());
            start = span.end + 1;
            span
        };
        self.sentences.iter().map(span).collect()
    }
}

/// Words without marks and white space: what a quotation says.
fn said(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn compare<R>(old: &Article, new: &Article, with: impl FnOnce(&CarryOver, &ScalarIndex<'_>, &ScalarIndex<'_>) -> R) -> R {
    let (old_text, new_text) = (old.text(), new.text());
    let (old_index, new_index) = (ScalarIndex::new(&old_text), ScalarIndex::new(&new_text));
    let (old_spans, new_spans) = (old.spans(), new.spans());
    let carry = CarryOver::between(&Text { index: &old_index, sentences: &old_spans }, &Text { index: &new_index, sentences: &new_spans });
    with(&carry, &old_index, &new_index)
}

fn whole(carry: &CarryOver, piece: Span) -> Fate {
    carry.fate(&Placed { pieces: &[piece], chain: &[] })
}

#[derive(Clone, Debug)]
enum Edit {
    Delete(usize),
    Insert(usize, String),
    Swap(usize, usize),
    Replace(usize, usize, String),
    TakeOut(usize, usize),
    PutIn(usize, usize, String),
    Duplicate(usize, usize),
    Join(usize),
    Split(usize, usize),
}

fn edited(article: &Article, edits: &[Edit]) -> Article {
    let mut sentences = article.sentences.clone();
    for edit in edits {
        let count = sentences.len();
        if count == 0 {
            break;
        }
        match edit {
            Edit::Delete(at) => drop(sentences.remove(at % count)),
            Edit::Insert(at, sentence) => sentences.insert(at % (count + 1), sentence.clone()),
            Edit::Swap(a, b) => sentences.swap(a % count, b % count),
            Edit::Duplicate(from, to) => sentences.insert(to % (count + 1), sentences[from % count].clone()),
            Edit::Replace(at, word, new) => change(&mut sentences[at % count], |words| {
                let place = word % words.len();
                words[place] = new.clone();
            }),
            Edit::TakeOut(at, word) => change(&mut sentences[at % count], |words| drop(words.remove(word % words.len()))),
            Edit::PutIn(at, word, new) => change(&mut sentences[at % count], |words| words.insert(word % (words.len() + 1), new.clone())),
            Edit::Join(at) if at % count + 1 < count => {
                let second = sentences.remove(at % count + 1);
                let first = &mut sentences[at % count];
                *first = format!("{}, {second}", first.trim_end_matches('.'));
            }
            Edit::Join(_) => {}
            Edit::Split(at, word) => {
                let words: Vec<String> = sentences[at % count].split(' ').map(str::to_owned).collect();
                if words.len() > 1 {
                    let (a, b) = words.split_at(1 + word % (words.len() - 1));
                    let (a, b) = (format!("{}.", a.join(" ").trim_end_matches('.')), b.join(" "));
                    sentences.splice(at % count..=at % count, [a, b]);
                }
            }
        }
    }
    Article { sentences }
}

fn change(sentence: &mut String, with: impl FnOnce(&mut Vec<String>)) {
    let mut words: Vec<String> = sentence.trim_end_matches('.').split(' ').map(str::to_owned).collect();
    with(&mut words);
    *sentence = format!("{}.", words.join(" "));
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-f]{1,4}",
        "[A-C][a-c]{1,3}",
        "[0-9]{1,4}",
        Just("“Müller”".to_owned()),
        Just("don’t".to_owned()),
        Just("not".to_owned()),
        Just("平壌".to_owned()),
        Just("🚀".to_owned()),
        Just("e\u{301}t".to_owned()),
        Just("1,000.5".to_owned()),
    ]
}

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..12).prop_map(|words| format!("{}.", words.join(" ")))
}

fn article() -> impl Strategy<Value = Article> {
    prop::collection::vec(sentence(), 0..20).prop_map(|sentences| Article { sentences })
}

fn edit() -> impl Strategy<Value = Edit> {
    let n = || 0..64_usize;
    prop_oneof![
        n().prop_map(Edit::Delete),
        (n(), sentence()).prop_map(|(at, s)| Edit::Insert(at, s)),
        (n(), n()).prop_map(|(a, b)| Edit::Swap(a, b)),
        (n(), n(), word()).prop_map(|(a, b, w)| Edit::Replace(a, b, w)),
        (n(), n()).prop_map(|(a, b)| Edit::TakeOut(a, b)),
        (n(), n(), word()).prop_map(|(a, b, w)| Edit::PutIn(a, b, w)),
        (n(), n()).prop_map(|(a, b)| Edit::Duplicate(a, b)),
        n().prop_map(Edit::Join),
        (n(), n()).prop_map(|(a, b)| Edit::Split(a, b)),
    ]
}

/// Pieces of any length anywhere in a text.
fn anywhere(length: usize) -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..=length, 0..40_usize), 1..8)
}

fn case() -> impl Strategy<Value = (Article, Vec<Edit>, Vec<(usize, usize)>)> {
    (article(), prop::collection::vec(edit(), 0..14)).prop_flat_map(|(article, edits)| {
        let length = article.text().chars().count();
        (Just(article), Just(edits), anywhere(length))
    })
}

fn check(fate: &Fate, pieces: &[Span], links: usize, old: &ScalarIndex<'_>, new: &ScalarIndex<'_>) -> Result<(), TestCaseError> {
    prop_assert_eq!(fate.chain.len(), links);
    for place in fate.pieces.iter().copied().chain(fate.chain.iter().flat_map(|link| [link.mention, link.cue]).flatten()) {
        prop_assert!(place.start < place.end && place.end <= new.len(), "{:?} is outside of the text", place);
    }
    match fate.anchor {
        Anchor::Exact | Anchor::Moved => {
            prop_assert_eq!(fate.pieces.len(), pieces.len());
            for (was, is) in pieces.iter().zip(&fate.pieces) {
                prop_assert_eq!(plain(old.slice_within(*was)), plain(new.slice_within(*is)));
            }
        }
        Anchor::Changed => {
            prop_assert!(!fate.pieces.is_empty());
            prop_assert!(fate.pieces.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
        Anchor::Lost => prop_assert!(fate.pieces.is_empty()),
    }
    Ok(())
}

/// A quotation with its white space made even: where it does not part two words it counts for nothing. A capital at
/// the beginning of a sentence says nothing either.
fn plain(text: &str) -> String {
    let said = said(text).replace(['“', '”'], "\"");
    let is_of_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !matches!(c, '\u{4E00}'..='\u{9FFF}'));
    let (mut plain, mut rest) = (String::with_capacity(said.len()), said.chars().peekable());
    while let Some(c) = rest.next() {
        let parts = is_of_word(plain.chars().next_back()) && is_of_word(rest.peek().copied());
        if c != ' ' || parts {
            plain.push(c);
        }
    }
    plain
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn every_claim_has_one_fate_and_anchors_point_at_what_they_quote((old, edits, places) in case()) {
        let new = edited(&old, &edits);
        compare(&old, &new, |carry, was, is| {
            for (start, length) in &places {
                let piece = was.trim(Span::new(*start, (start + length).min(was.len())));
                let near = was.trim(Span::new(start.saturating_sub(6), *start));
                let link = Link { mention: Some(near).filter(|near| !near.is_empty()), cue: None };
                let pieces: Vec<Span> = Some(piece).filter(|piece| !piece.is_empty()).into_iter().collect();
                let fate = carry.fate(&Placed { pieces: &pieces, chain: &[link, Link::default()] });
                check(&fate, &pieces, 2, was, is)?;
            }
            let whole: Vec<Fate> = old.spans().iter().map(|span| carry.fate(&Placed { pieces: &[*span], chain: &[] })).collect();
            for (span, fate) in old.spans().iter().zip(&whole) {
                check(fate, &[*span], 0, was, is)?;
            }
            // No two sentences that are kept are said to be at the same place.
            let mut kept: Vec<Span> = whole.iter().filter(|fate| matches!(fate.anchor, Anchor::Exact | Anchor::Moved)).flat_map(|fate| fate.pieces.clone()).collect();
            kept.sort_unstable();
            prop_assert!(kept.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", kept);
            Ok(())
        })?;
    }

    #[test]
    fn the_same_text_keeps_everything((old, _, places) in case()) {
        compare(&old, &old, |carry, was, _| {
            for (start, length) in &places {
                let piece = was.trim(Span::new(*start, (start + length).min(was.len())));
                if !piece.is_empty() {
                    prop_assert_eq!(whole(carry, piece), Fate { anchor: Anchor::Exact, pieces: vec![piece], chain: vec![], around: false });
                }
            }
            prop_assert!(carry.rows().iter().all(|row| row.kind == RowKind::Same));
            Ok(())
        })?;
    }

    #[test]
    fn rows_hold_every_sentence_once((old, edits, _) in case()) {
        let new = edited(&old, &edits);
        compare(&old, &new, |carry, was, is| {
            let rows = carry.rows();
            let holds = |spans: Vec<Span>, side: &dyn Fn(usize) -> Option<Span>| {
                spans.iter().all(|span| (0..rows.len()).filter_map(side).any(|row| row.contains(*span)))
            };
            prop_assert!(holds(old.spans().into_iter().map(|span| was.trim(span)).collect(), &|row| rows[row].old));
            prop_assert!(holds(new.spans().into_iter().map(|span| is.trim(span)).collect(), &|row| rows[row].new));
            for row in &rows {
                if matches!(row.kind, RowKind::Same | RowKind::Moved) {
                    prop_assert_eq!(plain(was.slice_within(row.old.unwrap())), plain(is.slice_within(row.new.unwrap())));
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn a_difference_gives_both_wordings_back(old in sentence(), new in sentence()) {
        let pieces = difference(&old, &new);
        let put = |keep: fn(&Piece) -> bool| pieces.iter().filter(|piece| keep(piece)).map(|piece| piece.text.as_str()).collect::<String>();
        prop_assert_eq!(put(Piece::is_new), new);
        let even = |text: &str| text.split_whitespace().collect::<String>().replace(['“', '”'], "\"");
        prop_assert_eq!(even(&put(Piece::is_old)), even(&old));
    }
}

fn by_hand(old: &[&str], new: &[&str], claim: &str, cited: &[&str]) -> (Anchor, Vec<String>) {
    let article = |sentences: &[&str]| Article { sentences: sentences.iter().map(|s| (*s).to_owned()).collect() };
    let (old, new) = (article(old), article(new));
    compare(&old, &new, |carry, was, is| {
        let find = |words: &str| {
            let byte = was.text().find(words).unwrap();
            was.span(byte..byte + words.len())
        };
        let chain: Vec<Link> = cited.iter().map(|words| Link { mention: Some(find(words)), cue: None }).collect();
        let fate = carry.fate(&Placed { pieces: &[find(claim)], chain: &chain });
        (fate.anchor, fate.pieces.iter().map(|piece| is.slice_within(*piece).to_owned()).collect())
    })
}

const OTHERS: [&str; 3] = ["The river rose last week.", "Nobody was hurt in the village.", "Schools stay closed until Monday."];

#[test]
fn one_changed_figure_changes_the_claim_it_stands_in_and_no_other() {
    let old = [OTHERS[0], "Police said 12 people died, and 40 houses burned down.", OTHERS[1]];
    let new = [OTHERS[0], "Police said 14 people died, and 40 houses burned down.", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "12 people died", &["Police"]), (Anchor::Changed, vec!["14 people died".to_owned()]));
    assert_eq!(by_hand(&old, &new, "40 houses burned down", &["Police"]), (Anchor::Exact, vec!["40 houses burned down".to_owned()]));
}

#[test]
fn another_source_changes_every_claim_it_is_cited_for() {
    let old = [OTHERS[0], "Police said 12 people died.", OTHERS[1]];
    let new = [OTHERS[0], "Neighbours said 12 people died.", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "12 people died", &["Police said"]).0, Anchor::Changed);
}

#[test]
fn a_negation_anywhere_in_the_sentence_changes_the_claim() {
    let old = [OTHERS[0], "It is true, the minister wrote, that taxes fell in May.", OTHERS[1]];
    let new = [OTHERS[0], "It is not true, the minister wrote, that taxes fell in May.", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "taxes fell in May", &[]).0, Anchor::Changed);
    let denied = [OTHERS[0], "Taxes didn’t fall in May.", OTHERS[1]];
    assert_eq!(by_hand(&denied, &[OTHERS[0], "Taxes fall in May.", OTHERS[1]], "Taxes didn’t fall in May", &[]).0, Anchor::Changed);
}

#[test]
fn a_word_put_in_beside_a_claim_changes_it() {
    let old = [OTHERS[0], "Taxes fell by half.", OTHERS[1]];
    let new = [OTHERS[0], "Taxes fell by half in May.", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "Taxes fell by half", &[]), (Anchor::Changed, vec!["Taxes fell by half in May".to_owned()]));
    let new = [OTHERS[0], "In May, taxes fell by half.", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "Taxes fell by half", &[]), (Anchor::Changed, vec!["In May, taxes fell by half".to_owned()]));
}

#[test]
fn a_sentence_that_is_split_or_joined_keeps_its_claims() {
    let one = [OTHERS[0], "Twelve people died in the fire, and forty houses burned down.", OTHERS[1]];
    let two = [OTHERS[0], "Twelve people died in the fire.", "Forty houses burned down.", OTHERS[1]];
    assert_eq!(by_hand(&one, &two, "Twelve people died in the fire", &[]).0, Anchor::Exact);
    assert_eq!(by_hand(&one, &two, "forty houses burned down", &[]), (Anchor::Exact, vec!["Forty houses burned down".to_owned()]));
    assert_eq!(by_hand(&two, &one, "Forty houses burned down", &[]), (Anchor::Exact, vec!["forty houses burned down".to_owned()]));
}

#[test]
fn a_sentence_at_another_place_is_moved() {
    let old = ["Twelve people died in the fire.", OTHERS[0], OTHERS[1], OTHERS[2]];
    let new = [OTHERS[0], OTHERS[1], OTHERS[2], "Twelve people died in the fire."];
    assert_eq!(by_hand(&old, &new, "Twelve people died", &[]), (Anchor::Moved, vec!["Twelve people died".to_owned()]));
    assert_eq!(by_hand(&old, &new, "The river rose", &[]).0, Anchor::Exact);
}

#[test]
fn what_is_taken_out_is_lost() {
    let old = [OTHERS[0], "Twelve people died in the fire.", OTHERS[1]];
    assert_eq!(by_hand(&old, &[OTHERS[0], OTHERS[1]], "Twelve people died in the fire", &[]), (Anchor::Lost, vec![]));
    assert_eq!(by_hand(&old, &[""], "Twelve people died in the fire", &[]).0, Anchor::Lost);
}

#[test]
fn repeated_sentences_keep_their_order() {
    let again = "He denies it.";
    let old = Article { sentences: [again, OTHERS[0], again, OTHERS[1], again].iter().map(|s| (*s).to_owned()).collect() };
    let new = Article { sentences: [again, OTHERS[0], again, OTHERS[2], OTHERS[1], again].iter().map(|s| (*s).to_owned()).collect() };
    compare(&old, &new, |carry, _, _| {
        let there: Vec<usize> = old.spans().iter().map(|span| whole(carry, *span).pieces[0].start).collect();
        assert!(there.windows(2).all(|pair| pair[0] < pair[1]), "{there:?}");
        let again: Vec<Option<usize>> = (0..new.sentences.len()).map(|sentence| carry.same_sentence(sentence)).collect();
        assert_eq!(again, [Some(0), Some(1), Some(2), None, Some(3), Some(4)]);
    });
}

#[test]
fn typographic_quotation_marks_change_nothing() {
    let old = [OTHERS[0], "\"It's over\" - that was all he said.", OTHERS[1]];
    let new = [OTHERS[0], "“It’s over” – that was all he said.", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "It's over", &[]), (Anchor::Exact, vec!["It’s over".to_owned()]));
}

#[test]
fn white_space_that_parts_no_words_changes_nothing() {
    let old = [OTHERS[0], "Wer war in 平壌? He asked “ who ”.", OTHERS[1]];
    let new = [OTHERS[0], "Wer war in 平 壌\u{202F}? He asked “who” .", OTHERS[1]];
    assert_eq!(by_hand(&old, &new, "in 平壌?", &[]), (Anchor::Exact, vec!["in 平 壌\u{202F}?".to_owned()]));
    let apart = [OTHERS[0], "Wer war in 平壌? He asked “wh o”.", OTHERS[1]];
    assert_eq!(by_hand(&old, &apart, "He asked “ who ”.", &[]).0, Anchor::Changed);
}

/// Texts on which methods that compare all with all take minutes.
#[test]
fn texts_that_repeat_themselves_take_no_more_than_their_length() {
    let long = |sentence: &str, n: usize| Article { sentences: vec![sentence.to_owned(); n] };
    let cases = [
        (long("He said no.", 6_000), long("He said yes.", 6_000)),
        (long("a b.", 20_000), long("b a.", 15_000)),
        (Article { sentences: vec![["x y z"; 8_000].join(" ")] }, Article { sentences: vec![["z y x"; 8_000].join(" ")] }),
    ];
    let begun = std::time::Instant::now();
    for (old, new) in &cases {
        compare(old, new, |carry, _, _| assert!(!carry.rows().is_empty()));
    }
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}
