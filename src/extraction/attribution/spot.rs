//! Which words report: the features by which a word is taken for a cue.

use super::super::syntax::Parse;
use super::super::syntax::arcs::distance;
use super::super::syntax::table::key;
use super::super::syntax::word::hash;

const THAT: u32 = hash("that");
const TO: u32 = hash("to");
const BE: u32 = hash("be");
const HAVE: u32 = hash("hav");
const NOT: u32 = hash("not");
const NT: u32 = hash("n't");
const MD: u32 = 23;
const WH: [u32; 3] = [24, 25, 26];

/// What depends on a word that may report.
#[derive(Clone, Copy, Debug, Default)]
pub struct Frame {
    /// The nearest noun or pronoun that depends on it and stands before it.
    pub subject: Option<usize>,
    /// The first noun behind it.
    pub object: Option<usize>,
    /// The first verb behind it that depends on it.
    pub clause: Option<usize>,
    /// How that clause begins: 0 none, 1 with "that", 2 with "to", 3 with a question word, 4 with a subject, 5 plain.
    pub opening: u32,
    /// Auxiliaries: bits for be, have, modal, negation, "to".
    pub auxiliaries: u32,
    /// Where quotations stand.
    pub quotes: u32,
    /// What the rules say: 0 no cue, 1 without, 2 with a source.
    pub ruled: u32,
}

impl Frame {
    /// The frame of the word at `at`.
    pub fn of(parse: &Parse, at: usize) -> Self {
        let mut frame = Self::default();
        for child in parse.children(at) {
            let child = *child;
            if child < at {
                match (parse.stem(child), parse.low(child)) {
                    (BE, _) => frame.auxiliaries |= 1,
                    (HAVE, _) => frame.auxiliaries |= 2,
                    (_, NOT | NT) => frame.auxiliaries |= 8,
                    (_, TO) => frame.auxiliaries |= 16,
                    _ if parse.tag(child) == MD => frame.auxiliaries |= 4,
                    _ if parse.is_noun(child) => frame.subject = Some(child),
                    _ => {}
                }
            } else if parse.is_verb(child) && frame.clause.is_none() {
                frame.clause = Some(child);
            } else if parse.is_noun(child) && frame.object.is_none() {
                frame.object = Some(child);
            }
        }
        if let Some(clause) = frame.clause {
            frame.opening = 5;
            for child in parse.children(clause).iter().take_while(|child| **child < clause) {
                match parse.low(*child) {
                    THAT => frame.opening = 1,
                    TO => frame.opening = frame.opening.min(2),
                    _ if WH.contains(&parse.tag(*child)) => frame.opening = frame.opening.min(3),
                    _ if parse.is_noun(*child) => frame.opening = frame.opening.min(4),
                    _ => {}
                }
            }
        }
        frame.quotes = quotes(parse, at);
        frame
    }
}

/// Where quotations stand: around the word, right behind it, right before, anywhere before, anywhere behind.
fn quotes(parse: &Parse, at: usize) -> u32 {
    let here = parse.quote(at);
    let differs = |other: usize| parse.quote(other) != 0 && parse.quote(other) != here;
    let behind = differs(at + 1) || matches!(parse.mark(at + 1), ',' | ':') && differs(at + 2);
    let before = at > 0 && differs(at - 1) || at > 1 && differs(at - 2) || at > 2 && differs(at - 3);
    let first = parse.words.first().is_some_and(|word| word.quote != 0 && word.quote != here);
    let last = parse.words.iter().rev().take(2).any(|word| word.quote != 0 && word.quote != here);
    u32::from(here != 0) + 2 * u32::from(behind) + 4 * u32::from(before) + 8 * u32::from(first) + 16 * u32::from(last)
}

/// What is known of the line around a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct Setting {
    /// Whether it is a title.
    pub title: bool,
    /// Whether it is the first sentence of its line, and the last.
    pub first: bool,
    /// See `first`.
    pub last: bool,
    /// Whether a quotation that began before goes on here.
    pub runs_in: bool,
    /// Whether a quotation goes on behind it.
    pub runs_on: bool,
}

/// How many features a cue has.
pub const FEATURES: usize = 49;

/// What each feature looks at, in the order of [`features`].
#[rustfmt::skip]
pub const NAMES: [&str; FEATURES] = [
    "any word", "the word", "its stem", "its stem and part of speech", "parts of speech around it", "the word and the next", "the word and the one before",
    "its stem and what part of speech follows", "its stem and what part of speech goes before", "its stem and subject", "its stem and kind of subject",
    "its subject", "its stem and how the clause behind begins", "how the clause behind begins", "its stem and the quotations around it",
    "the quotations around it", "the word it depends on", "what it depends on", "its stem and the word it depends on", "its place in the sentence",
    "its stem and the commas beside it", "the commas beside it", "its stem and auxiliaries", "its auxiliaries", "the word and the next two",
    "the words beside it", "its stem and object", "its stem and kind of object", "its kind of object", "the kind of line", "quotations that run on",
    "the word and the two before", "the next word", "the word before", "its stem and kind of clause", "its stem and the next word but one",
    "what parts of speech follow", "a question word", "the word above the one it depends on", "its stem, heading the sentence or not",
    "its stem, clause and subject", "its subject and clause", "its object", "its ending", "the next two words", "subject, clause and auxiliaries",
    "what the rules say", "its stem and what the rules say", "what the rules say, and its clause",
];

/// The features of the word at `at` as a cue.
pub fn features(parse: &Parse, at: usize, frame: &Frame, setting: Setting) -> [u32; FEATURES] {
    let (low, stem, tag) = (parse.low(at), parse.stem(at), parse.tag(at));
    let before = at.wrapping_sub(1);
    let before2 = at.wrapping_sub(2);
    let (l1, l2, r1, r2) = (parse.low(before), parse.low(before2), parse.low(at + 1), parse.low(at + 2));
    let (tl1, tr1, tr2) = (parse.tag(before), parse.tag(at + 1), parse.tag(at + 2));
    let head = parse.head(at);
    let side = u32::from(head > at);
    let (hl, ht) = (parse.stem(head), parse.tag(head));
    let form = |at: Option<usize>| at.map_or(0, |at| parse.low(at));
    let kind = |at: Option<usize>| at.map_or(62, |at| parse.tag(at));
    let (sl, st) = (form(frame.subject), kind(frame.subject));
    let (ol, ot) = (form(frame.object), kind(frame.object));
    let ct = kind(frame.clause);
    let (open, aux, quotes) = (frame.opening, frame.auxiliaries, frame.quotes);
    let pair = |a: u32, b: u32| a << 8 | b;
    let place = distance(at) + 8 * distance(parse.len() - at);
    let set = u32::from(setting.title) + 2 * u32::from(setting.runs_in) + 4 * u32::from(setting.runs_on);
    let commas = u32::from(matches!(parse.mark(before), ',' | '"')) + 2 * u32::from(matches!(parse.mark(at + 1), ',' | '.' | ':' | '"'));
    let wh = parse.children(at).iter().find(|child| WH.contains(&parse.tag(**child))).map_or(0, |child| parse.low(*child));
    let grand = parse.head(head);
    [
        key(200, 0, 0, 0),
        key(201, low, 0, 0),
        key(202, stem, 0, 0),
        key(203, stem, tag, 0),
        key(204, tag, tl1, tr1),
        key(205, low, r1, 0),
        key(206, low, l1, 0),
        key(207, stem, tr1, 0),
        key(208, stem, tl1, 0),
        key(209, stem, sl, 0),
        key(210, stem, st, 0),
        key(211, sl, tag, 0),
        key(212, stem, open, 0),
        key(213, tag, open, st),
        key(214, stem, quotes, 0),
        key(215, tag, quotes, open),
        key(216, hl, tag, side),
        key(217, ht, tag, side),
        key(218, stem, hl, 0),
        key(219, tag, place, 0),
        key(220, stem, commas, 0),
        key(221, tag, commas, pair(open, quotes)),
        key(222, stem, aux, 0),
        key(223, tag, aux, open),
        key(224, low, r1, r2),
        key(225, l1, r1, 0),
        key(226, stem, ol, 0),
        key(227, stem, ot, 0),
        key(228, tag, ot, pair(open, aux)),
        key(229, set, tag, 0),
        key(230, set, quotes, tag),
        key(231, l1, low, l2),
        key(232, r1, tag, 0),
        key(233, l1, tag, 0),
        key(234, stem, ct, 0),
        key(235, stem, r2, 0),
        key(236, tag, tr1, tr2),
        key(237, wh, tag, 0),
        key(238, parse.stem(grand), tag, 0),
        key(239, stem, u32::from(head >= parse.len()), 0),
        key(240, stem, pair(open, st), aux),
        key(241, sl, open, quotes),
        key(242, ol, tag, 0),
        key(243, parse.words.get(at).map_or(0, |word| word.suffix), tag, open),
        key(244, r2, r1, 0),
        key(245, pair(st, open), pair(quotes, aux), tag),
        key(246, frame.ruled, 0, 0),
        key(247, frame.ruled, stem, 0),
        key(248, frame.ruled, tag, pair(open, quotes)),
    ]
}
