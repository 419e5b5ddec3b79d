//! Which words of a sentence are the source, the cue and the content, given the word that reports.
//!
//! A chain model: each word's label depends on its own features and on the label before it.

use super::super::syntax::Parse;
use super::super::syntax::arcs::distance;
use super::super::syntax::table::{Scorer, byte, key, small};
use super::spot::{Frame, Setting};

/// The labels: none, source, cue, content.
pub const LABELS: usize = 4;
/// Pairs of labels.
pub const PAIRS: usize = 16;
/// No part of the attribution.
pub const NONE: u8 = 0;
/// Part of the source.
pub const SOURCE: u8 = 1;
/// Part of the cue.
pub const CUE: u8 = 2;
/// Part of the content.
pub const CONTENT: u8 = 3;

/// Most levels above the cue that are told apart.
const LEVELS: u32 = 5;

/// Where a word stands in the tree, as seen from the cue.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// How far above the cue the branch joins; `LEVELS` is farther.
    level: u32,
    /// The top word of the branch that the word stands in.
    branch: usize,
    /// How deep in the branch.
    depth: u32,
}

/// The features of all words of a sentence with its cue.
#[derive(Debug, Default)]
pub struct Views {
    /// Features of each word on its own.
    pub single: Vec<[u32; SINGLE]>,
    /// Features of each word with the one before.
    pub double: Vec<[u32; DOUBLE]>,
    /// The cue.
    pub cue: usize,
}

/// Features of a word.
pub const SINGLE: usize = 37;
/// Features of two neighbours.
pub const DOUBLE: usize = 15;

fn places(parse: &Parse, cue: usize) -> Vec<Place> {
    let n = parse.len();
    let mut places: Vec<Option<Place>> = vec![None; n];
    let (mut at, mut level) = (cue, 0);
    while let Some(slot) = places.get_mut(at).filter(|slot| slot.is_none()) {
        *slot = Some(Place { level, branch: at, depth: 0 });
        at = parse.head(at);
        level = (level + 1).min(LEVELS);
    }
    let mut path = Vec::new();
    for start in 0..n {
        let mut at = start;
        while at < n && places.get(at).is_some_and(Option::is_none) {
            path.push(at);
            at = parse.head(at);
        }
        while let Some(low) = path.pop() {
            let head = parse.head(low);
            let above = places.get(head).copied().flatten();
            let place = match above {
                Some(above) if above.branch == head && above.depth == 0 && is_spine(above, head) => Place { level: above.level, branch: low, depth: 1 },
                Some(above) => Place { depth: (above.depth + 1).min(4), ..above },
                None => Place { level: LEVELS + 1, branch: low, depth: 1 },
            };
            if let Some(slot) = places.get_mut(low) {
                *slot = Some(place);
            }
        }
    }
    places.into_iter().map(Option::unwrap_or_default).collect()
}

/// Whether the word is the cue or above it.
fn is_spine(place: Place, at: usize) -> bool {
    place.depth == 0 && place.branch == at
}

impl Views {
    /// What there is to see of a sentence from its cue; `spots` tells which words may be cues, `hints` how the rules label
    /// each word.
    pub fn new(parse: &Parse, cue: usize, frame: &Frame, setting: Setting, spots: &[bool], hints: &[u8]) -> Self {
        let n = parse.len();
        let eye = Eye { parse, cue, frame, setting, hints, places: places(parse, cue), between: between(parse, cue, spots) };
        Self { single: (0..n).map(|at| eye.single(at)).collect(), double: (0..n).map(|at| eye.double(at)).collect(), cue }
    }
}

/// What lies between each word and the cue: commas, verbs, other words that may be cues; few are counted.
fn between(parse: &Parse, cue: usize, spots: &[bool]) -> Vec<[u32; 3]> {
    let mut between = vec![[0_u32; 3]; parse.len()];
    let mut tally = |range: &mut dyn Iterator<Item = usize>| {
        let [mut commas, mut verbs, mut others] = [0_u32; 3];
        for at in range {
            if let Some(slot) = between.get_mut(at) {
                *slot = [commas, verbs, others];
            }
            commas = (commas + u32::from(matches!(parse.mark(at), ',' | '—' | ';' | ':'))).min(3);
            verbs = (verbs + u32::from(parse.is_verb(at))).min(3);
            others = (others + u32::from(spots.get(at).copied().unwrap_or_default() && at != cue)).min(2);
        }
    };
    tally(&mut (cue..parse.len()));
    tally(&mut (0..=cue).rev());
    between
}

/// The sentence as seen from its cue.
struct Eye<'s> {
    parse: &'s Parse,
    cue: usize,
    frame: &'s Frame,
    setting: Setting,
    hints: &'s [u8],
    places: Vec<Place>,
    between: Vec<[u32; 3]>,
}

/// Two small numbers in one.
fn pair(a: u32, b: u32) -> u32 {
    a << 8 | b
}

impl Eye<'_> {
    /// Distance from the cue, with its side.
    fn off(&self, at: usize) -> u32 {
        if at > self.cue { 8 + small((at - self.cue).min(7)) } else { 8 - small((self.cue - at).min(7)) }
    }

    /// Whether the word stands in a quotation, in that of the cue, and on which side.
    fn state(&self, at: usize) -> u32 {
        let here = self.parse.quote(self.cue);
        let state = match self.parse.quote(at) {
            0 => u32::from(here != 0),
            quote if quote == here => 2,
            _ => 3,
        };
        state * 2 + u32::from(at > self.cue)
    }

    fn hint(&self, at: usize) -> u32 {
        self.hints.get(at).map_or(9, |hint| u32::from(*hint))
    }

    /// Level and side of the branch of a word.
    fn branch(&self, place: Place) -> u32 {
        pair(place.level, u32::from(place.branch > self.cue) + 2 * u32::from(place.branch > self.parse.head(place.branch)))
    }

    /// The features of the word at `at`.
    fn single(&self, at: usize) -> [u32; SINGLE] {
        let Self { parse, cue, frame, setting, .. } = *self;
        let place = self.places.get(at).copied().unwrap_or_default();
        let [commas, verbs, others] = self.between.get(at).copied().unwrap_or_default();
        let (stem, tag) = (parse.stem(cue), parse.tag(cue));
        let set = u32::from(setting.title) + 2 * u32::from(setting.runs_in) + 4 * u32::from(setting.runs_on);
        let behind = u32::from(at > cue);
        let (off, state, hint, where_) = (self.off(at), self.state(at), self.hint(at), self.branch(place));
        let far = distance(at.abs_diff(cue)) * 2 + behind;
        let before = at.wrapping_sub(1);
        let (low, t) = (parse.low(at), parse.tag(at));
        let (low1, t1) = (parse.low(before), parse.tag(before));
        let (low2, t2) = (parse.low(at + 1), parse.tag(at + 1));
        let (bl, bt) = (parse.low(place.branch), parse.tag(place.branch));
        let bside = where_ & 255;
        let top = u32::from(place.branch == at);
        let head = parse.head(at);
        let passive = frame.auxiliaries & 1;
        [
            key(300, low, behind, 0),
            key(301, t, far, 0),
            key(302, where_, bt, 0),
            key(303, where_, bt, stem),
            key(304, where_, bl, 0),
            key(305, where_, t, place.depth),
            key(306, low, where_, top),
            key(307, state, frame.quotes, 0),
            key(308, state, where_, 0),
            key(309, state, stem, 0),
            key(310, where_, bt, tag),
            key(311, low1, low, behind),
            key(312, low, low2, behind),
            key(313, pair(t1, t), t2, behind),
            key(314, pair(commas, state), where_, 0),
            key(315, pair(verbs, t), behind, commas),
            key(316, off, low, 0),
            key(317, off, t, tag),
            key(318, off, stem, 0),
            key(319, off, stem, low),
            key(320, others, where_, pair(state, commas)),
            key(321, pair(passive, tag), where_, bt),
            key(322, bl, stem, bside),
            key(323, where_, bt, parse.tag(parse.head(cue))),
            key(324, parse.low(head), behind, t),
            key(325, parse.tag(head), t, far),
            key(326, state, set, commas),
            key(327, frame.opening, where_, bt),
            key(328, pair(frame.opening, frame.quotes), pair(state, commas), stem),
            key(329, off, pair(t, t2), t1),
            key(330, frame.opening, where_, pair(u32::from(Some(place.branch) == frame.clause), state)),
            key(331, pair(u32::from(Some(place.branch) == frame.subject), u32::from(Some(place.branch) == frame.object)), pair(passive, tag), place.depth),
            key(332, stem, pair(behind, commas), verbs),
            key(334, hint, behind, 0),
            key(335, hint, where_, bt),
            key(336, hint, pair(state, commas), stem),
            key(333, tag, pair(state, far), frame.quotes),
        ]
    }

    /// The features of the word at `at` with the one before.
    fn double(&self, at: usize) -> [u32; DOUBLE] {
        let parse = self.parse;
        let before = at.wrapping_sub(1);
        let place = self.places.get(at).copied().unwrap_or_default();
        let last = self.places.get(before).copied().unwrap_or_default();
        let (stem, tag) = (parse.stem(self.cue), parse.tag(self.cue));
        let behind = u32::from(at > self.cue);
        let (off, state, where_) = (self.off(at), self.state(at), self.branch(place));
        let (hint, hint1) = (self.hint(at), self.hint(before));
        let (low, t) = (parse.low(at), parse.tag(at));
        let (low1, t1) = (parse.low(before), parse.tag(before));
        let bt = parse.tag(place.branch);
        let same = u32::from(last.branch == place.branch) + 2 * u32::from(last.level == place.level);
        let edge = u32::from(parse.quote(before) != parse.quote(at)) + 2 * u32::from(parse.quote(at) != 0);
        [
            key(400, u32::from(at == 0), 0, 0),
            key(401, t, behind, 0),
            key(402, pair(t1, t), behind, 0),
            key(403, low, behind, 0),
            key(404, low1, behind, 0),
            key(405, same, where_, pair(last.level, place.depth)),
            key(406, edge, state, 0),
            key(407, off, tag, 0),
            key(408, off, stem, 0),
            key(409, same, pair(t1, t), where_),
            key(410, low1, t, same),
            key(411, low, t1, same),
            key(413, hint, hint1, behind),
            key(414, pair(hint, hint1), same, t),
            key(412, same, bt, pair(edge, behind)),
        ]
    }
}

/// The labels of a sentence, and how much the best labels of the whole are better than the best ones in which a word has
/// another label.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    /// The label of each word.
    pub labels: Vec<u8>,
    /// The margin of each.
    pub margins: Vec<f32>,
}

/// Worse than any labels that are possible.
const NEVER: f32 = -1e9;

/// What each label of one word adds, and each pair of labels with that before.
type Link = ([f32; LABELS], [f32; PAIRS]);

/// The best score of each label of a word from those of the word before.
fn onward(before: &[f32; LABELS], (own, joint): &Link) -> [f32; LABELS] {
    let mut next = [f32::NEG_INFINITY; LABELS];
    for (sum, pairs) in before.iter().zip(joint.chunks_exact(LABELS)) {
        for ((best, pair), score) in next.iter_mut().zip(pairs).zip(own) {
            *best = best.max(sum + pair + score);
        }
    }
    next
}

/// The best score of what follows each label of a word, from that of the next word.
fn backward(behind: &[f32; LABELS], (own, joint): &Link) -> [f32; LABELS] {
    let mut sums = [f32::NEG_INFINITY; LABELS];
    for (best, pairs) in sums.iter_mut().zip(joint.chunks_exact(LABELS)) {
        for ((pair, score), rest) in pairs.iter().zip(own).zip(behind) {
            *best = best.max(pair + score + rest);
        }
    }
    sums
}

/// The best labels (the algorithm of Viterbi, forward and backward).
pub fn decode(views: &Views, single: &impl Scorer<LABELS>, double: &impl Scorer<PAIRS>) -> Labels {
    let link = |(at, (one, two)): (usize, (&[u32; SINGLE], &[u32; DOUBLE]))| {
        let mut own = single.scores(one);
        if at == views.cue {
            own.iter_mut().enumerate().filter(|(label, _)| *label != usize::from(CUE)).for_each(|(_, score)| *score = NEVER);
        }
        (own, double.scores(two))
    };
    let links: Vec<Link> = views.single.iter().zip(&views.double).enumerate().map(link).collect();
    let mut forward = Vec::with_capacity(links.len());
    // In front of the first word stands the label NONE.
    let mut sums = [NEVER; LABELS];
    if let Some(first) = sums.first_mut() {
        *first = 0.0;
    }
    for link in &links {
        sums = onward(&sums, link);
        forward.push(sums);
    }
    let mut found = Labels { labels: vec![NONE; links.len()], margins: vec![0.0; links.len()] };
    let mut rest = [0.0; LABELS];
    for (((slot, margin), sums), link) in found.labels.iter_mut().zip(&mut found.margins).zip(&forward).zip(&links).rev() {
        let (mut best, mut second) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
        for (label, (sum, rest)) in sums.iter().zip(&rest).enumerate() {
            let whole = sum + rest;
            if whole > best {
                (best, second, *slot) = (whole, best, byte(label));
            } else {
                second = second.max(whole);
            }
        }
        *margin = best - second;
        rest = backward(&rest, link);
    }
    found
}
