//! Which word depends on which: a greedy transition parser (arc-hybrid), linear in the length of the sentence.

use super::table::{Table, key, small};
use super::word::Word;

/// Transitions: shift, attach the top of the stack to the next word, attach it to the word under it; one is unused.
pub const MOVES: usize = 4;
/// Push the next word.
pub const SHIFT: usize = 0;
/// The top of the stack depends on the next word.
pub const LEFT: usize = 1;
/// The top of the stack depends on the word under it.
pub const RIGHT: usize = 2;

/// Most features of a state.
pub const FEATURES: usize = 40;
const NONE: usize = usize::MAX;

/// What has been read and joined so far. The root stands behind the last word.
pub struct State<'s> {
    words: &'s [Word],
    tags: &'s [u8],
    /// Words whose head is not yet known, the newest last.
    pub stack: Vec<usize>,
    /// The next word.
    pub next: usize,
    /// The head of each word; the root is the number of words.
    pub heads: Vec<usize>,
    first: Vec<usize>,
    last: Vec<usize>,
    count: Vec<(u8, u8)>,
}

impl<'s> State<'s> {
    /// Nothing read.
    pub fn new(words: &'s [Word], tags: &'s [u8]) -> Self {
        let n = words.len();
        Self {
            words,
            tags,
            stack: Vec::with_capacity(n),
            next: 0,
            heads: vec![n; n],
            first: vec![NONE; n + 1],
            last: vec![NONE; n + 1],
            count: vec![(0, 0); n + 1],
        }
    }

    /// Whether every word has its head.
    pub fn done(&self) -> bool {
        self.next >= self.words.len() && self.stack.is_empty()
    }

    /// The word `n` places under the top of the stack.
    pub fn under(&self, n: usize) -> Option<usize> {
        self.stack.len().checked_sub(n + 1).and_then(|at| self.stack.get(at)).copied()
    }

    /// Which transitions are possible.
    pub fn allowed(&self) -> [bool; MOVES] {
        [self.next < self.words.len(), !self.stack.is_empty(), self.stack.len() > 1, false]
    }

    /// Makes a transition.
    pub fn go(&mut self, to: usize) {
        match to {
            LEFT => {
                if let Some(child) = self.stack.pop() {
                    self.attach(child, self.next);
                }
            }
            RIGHT => {
                if let Some(child) = self.stack.pop() {
                    let head = self.under(0).unwrap_or(self.words.len());
                    self.attach(child, head);
                }
            }
            _ => {
                self.stack.push(self.next);
                self.next += 1;
            }
        }
    }

    fn attach(&mut self, child: usize, head: usize) {
        if let Some(slot) = self.heads.get_mut(child) {
            *slot = head;
        }
        let left = child < head;
        if let Some(slot) = if left { self.first.get_mut(head) } else { self.last.get_mut(head) } {
            *slot = if left && *slot != NONE { (*slot).min(child) } else { child };
        }
        if let Some(count) = self.count.get_mut(head) {
            if left {
                count.0 = count.0.saturating_add(1).min(3);
            } else {
                count.1 = count.1.saturating_add(1).min(3);
            }
        }
    }

    /// The features of the state.
    pub fn features(&self) -> [u32; FEATURES] {
        let n = self.words.len();
        let s0 = self.under(0).unwrap_or(NONE);
        let s1 = self.under(1).unwrap_or(NONE);
        let s2 = self.under(2).unwrap_or(NONE);
        let b0 = self.next;
        let form = |at: usize| self.words.get(at).map_or(if at == n { 3 } else { 2 }, |word| word.low);
        let tag = |at: usize| self.tags.get(at).map_or(if at == n { 61 } else { 60 }, |tag| u32::from(*tag));
        let child = |list: &Vec<usize>, at: usize| tag(list.get(at).copied().unwrap_or(NONE));
        let (w0, w1, v0) = (form(s0), form(s1), form(b0));
        let (t0, t1, t2) = (tag(s0), tag(s1), tag(s2));
        let (u0, u1, u2) = (tag(b0), tag(b0.saturating_add(1)), tag(b0.saturating_add(2)));
        let (l0, r0, l1, r1, lb) = (child(&self.first, s0), child(&self.last, s0), child(&self.first, s1), child(&self.last, s1), child(&self.first, b0));
        let count = |at: usize| self.count.get(at).copied().unwrap_or_default();
        let gap = |a: usize, b: usize| if a == NONE || b == NONE { 7 } else { distance(b.saturating_sub(a)) };
        let (g0, g1) = (gap(s0, b0), gap(s1, s0));
        let quoted = |at: usize| self.words.get(at).map_or(0, |word| word.quote);
        let same = u32::from(quoted(s0) == quoted(b0)) + 2 * u32::from(quoted(s1) == quoted(s0));
        let (c0, c1, cb) = (count(s0), count(s1), count(b0));
        let pair = |a: u32, b: u32| a << 8 | b;
        [
            key(100, w0, t0, 0),
            key(101, t0, 0, 0),
            key(102, v0, u0, 0),
            key(103, u0, u1, 0),
            key(104, w1, t1, 0),
            key(105, t1, t0, 0),
            key(106, w0, v0, 0),
            key(107, w0, u0, 0),
            key(108, t0, v0, 0),
            key(109, t0, u0, u1),
            key(110, t1, t0, u0),
            key(111, w1, w0, 0),
            key(112, w1, t0, u0),
            key(113, t1, w0, u0),
            key(114, t1, t0, v0),
            key(115, t2, t1, pair(t0, u0)),
            key(116, t0, u0, g0),
            key(117, t1, t0, g1),
            key(118, t0, l0, u0),
            key(119, t0, r0, u0),
            key(120, t1, r1, t0),
            key(121, t1, l1, t0),
            key(122, t0, u0, lb),
            key(123, t0, pair(u0, u1), u2),
            key(124, pair(t0, u0), u32::from(c0.0), u32::from(c0.1)),
            key(125, pair(t1, t0), u32::from(c1.0), u32::from(c1.1)),
            key(126, pair(t0, u0), u32::from(cb.0), g0),
            key(127, w0, r0, u0),
            key(128, w1, r1, pair(t0, u0)),
            key(129, pair(t0, u0), same, t1),
            key(130, w0, g0, u0),
            key(131, v0, pair(t0, t1), u1),
            key(132, form(b0.saturating_add(1)), t0, u0),
            key(133, w1, u0, 0),
            key(134, w1, v0, 0),
            key(135, pair(t1, r1), pair(t0, r0), u0),
            key(136, pair(t1, t0), pair(l0, r0), u0),
            key(137, pair(t0, l0), pair(u0, lb), u1),
            key(138, w0, u0, u1),
            key(139, t2, t1, t0),
        ]
    }
}

/// A distance in few steps.
pub fn distance(n: usize) -> u32 {
    match n {
        0..=3 => small(n),
        4..=6 => 4,
        7..=12 => 5,
        _ => 6,
    }
}

/// The best transition that is possible, the first of several.
pub fn choose<T: Copy + PartialOrd>(scores: &[T; MOVES], allowed: [bool; MOVES]) -> usize {
    let mut best: Option<(usize, T)> = None;
    for (n, (score, ok)) in scores.iter().zip(allowed).enumerate() {
        if ok && best.is_none_or(|(_, top)| *score > top) {
            best = Some((n, *score));
        }
    }
    best.map_or(SHIFT, |(n, _)| n)
}

/// The head of each word; the root is the number of words.
pub fn heads<W: AsRef<[u8]>>(words: &[Word], tags: &[u8], model: &Table<W>) -> Vec<usize> {
    let mut state = State::new(words, tags);
    while !state.done() {
        let to = match state.allowed() {
            // Where there is no choice, nothing needs to be asked.
            [true, false, false, _] => SHIFT,
            [false, true, false, _] => LEFT,
            allowed => choose(&model.steps(&state.features()), allowed),
        };
        state.go(to);
    }
    state.heads
}
