//! How far a content reaches over the sentences around its cue.
//!
//! From the sentence of the cue, one sentence after the other is taken in, forward and back, as long as the model says
//! so: quotations that go on over sentences and paragraphs, and those that a sentence in front of them announces.

use super::super::syntax::Parse;
use super::super::syntax::table::{Scorer, key, small};
use super::role::{CONTENT, SOURCE};
use super::spot::Setting;
use crate::span::Span;

/// Most sentences that a content takes in on one side.
const MOST: usize = 30;
/// How many features a step has.
pub const FEATURES: usize = 21;

/// A sentence as far as reach is concerned.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outline {
    /// Its place.
    pub span: Span,
    /// Tenths of its words that stand in quotations.
    pub quoted: u32,
    /// Whether a quotation opens with it.
    opens: bool,
    /// Whether one closes with it.
    closes: bool,
    /// How surely it holds a cue outside quotations, from 0 to 3.
    cue: u32,
    /// Where the quotation ends that runs in, where it ends inside.
    run_in: Option<usize>,
    /// Number of words.
    len: u32,
    /// First tag.
    tag: u32,
    /// Whether it ends in a colon.
    colon: bool,
    /// Number of its line.
    line: usize,
    /// Its setting.
    setting: Setting,
}

impl Outline {
    /// A sentence of which nothing is known but its place.
    pub fn bare(span: Span) -> Self {
        Self { span, ..Self::default() }
    }

    /// The outline of a sentence; `cue` is how surely it holds a cue outside quotations.
    pub fn of(parse: &Parse, span: Span, setting: Setting, line: usize, cue: f32) -> Self {
        let words = parse.words.iter().filter(|word| word.is_word()).count().max(1);
        let inside = parse.words.iter().filter(|word| word.is_word() && word.quote != 0).count();
        let quoted = u32::try_from(inside * 10 / words).unwrap_or(10);
        let last = parse.len().saturating_sub(1);
        let first = parse.quote(0);
        let run = parse.words.iter().take_while(|word| word.quote != 0 && word.quote == first);
        let run_in = if setting.runs_in && quoted < 9 { run.last().map(|word| word.end) } else { None };
        Self {
            span,
            quoted,
            opens: parse.mark(0) == '"',
            closes: parse.mark(last) == '"' || parse.mark(last.wrapping_sub(1)) == '"',
            cue: u32::from(cue > 0.2) + u32::from(cue > 0.5) + u32::from(cue > 0.8),
            run_in,
            len: u32::try_from(words).unwrap_or(99),
            tag: parse.tag(0),
            colon: parse.mark(last) == ':',
            line,
            setting,
        }
    }

    /// What of the sentence a content takes in: the quotation that runs in, else all.
    pub fn taken(&self) -> Span {
        self.run_in.map_or(self.span, |end| Span::new(self.span.start, end))
    }
}

/// What an attribution looks like in the sentence of its cue.
#[derive(Clone, Copy, Debug, Default)]
pub struct Anchor {
    /// Stem of the cue.
    stem: u32,
    /// Whether the content reaches the beginning of the sentence.
    starts: bool,
    /// Whether it reaches its end.
    ends: bool,
    /// How its words are given: 0 no content, 1 none quoted, 2 some, 3 all.
    pub quoted: u32,
    /// Whether there is content before the cue.
    before: bool,
    /// Whether there is content behind it.
    behind: bool,
    /// Whether the content begins in a quotation.
    first_quoted: bool,
    /// Whether it ends in one.
    last_quoted: bool,
    /// Whether the cue stands in a quotation.
    cue_quoted: bool,
    /// Whether there is a source.
    source: bool,
}

impl Anchor {
    /// The shape of the whole as one number.
    pub fn shape(&self) -> u32 {
        let bits = [self.starts, self.ends, self.before, self.behind, self.first_quoted, self.last_quoted, self.cue_quoted, self.source];
        bits.iter().fold(1_u32, |sum, bit| sum << 1 | u32::from(*bit)) << 2 | self.quoted
    }

    /// That of a quotation whose words are all in the sentence, or none of them.
    pub fn quotation(here: bool) -> Self {
        Self { quoted: if here { 3 } else { 0 }, ..Self::default() }
    }

    /// What these labels make of the sentence.
    pub fn of(parse: &Parse, labels: &[u8], cue: usize) -> Self {
        let words = || parse.words.iter().enumerate().filter(|(_, word)| word.is_word()).map(|(at, _)| at);
        let content = || words().filter(|at| labels.get(*at) == Some(&CONTENT));
        let all = content().count();
        let quoted = content().filter(|at| parse.quote(*at) != 0).count();
        let (first, last) = (content().next(), content().next_back());
        let edge = |at: Option<usize>| at.is_some_and(|at| parse.quote(at) != 0);
        Self {
            stem: parse.stem(cue),
            starts: first.is_some() && first == words().next(),
            ends: last.is_some() && last == words().next_back(),
            quoted: match (all, quoted) {
                (0, _) => 0,
                (_, 0) => 1,
                (all, some) if all == some => 3,
                _ => 2,
            },
            before: first.is_some_and(|at| at < cue),
            behind: last.is_some_and(|at| at > cue),
            first_quoted: edge(first),
            last_quoted: edge(last),
            cue_quoted: parse.quote(cue) != 0,
            source: labels.contains(&SOURCE),
        }
    }
}

/// The sentence behind `at`, or before it.
fn step(at: usize, back: bool) -> Option<usize> {
    if back { at.checked_sub(1) } else { at.checked_add(1) }
}

/// The step from `last`, where a content has come, to the sentence next to it.
#[derive(Clone, Copy, Debug)]
pub struct Step<'o> {
    anchor: &'o Anchor,
    from: &'o Outline,
    last: &'o Outline,
    /// The sentence that may be taken in.
    pub next: &'o Outline,
    beyond: Option<&'o Outline>,
    steps: usize,
    back: bool,
}

impl<'o> Step<'o> {
    /// The step with which a content whose cue is in sentence `from` takes in its sentence number `steps`, if there is one.
    pub fn new(anchor: &'o Anchor, outlines: &'o [Outline], from: usize, steps: usize, back: bool) -> Option<(Self, usize)> {
        let last = if back { from.checked_sub(steps - 1)? } else { from + steps - 1 };
        let place = step(last, back).filter(|_| steps <= MOST)?;
        let next = outlines.get(place)?;
        let beyond = step(place, back).and_then(|at| outlines.get(at));
        Some((Self { anchor, from: outlines.get(from)?, last: outlines.get(last)?, next, beyond, steps, back }, place))
    }

    /// The features of the step.
    pub fn features(&self) -> [u32; FEATURES] {
        let Self { anchor, from, last, next, beyond, steps, back } = *self;
        let b = u32::from(back);
        let bit = |bits: &[bool]| bits.iter().fold(1_u32, |sum, bit| sum << 1 | u32::from(*bit));
        let steps = small(steps.min(4)) * 2 + b;
        let share = match next.quoted {
            0 => 0,
            1..=4 => 1,
            5..=8 => 2,
            _ => 3,
        };
        // Whether one quotation joins both.
        let joined = u32::from(if back { next.setting.runs_on } else { next.setting.runs_in });
        let line = small(next.line.abs_diff(last.line).min(2));
        let shape = bit(&[next.opens, next.closes, next.setting.runs_in, next.setting.runs_on]);
        let own = bit(&[anchor.starts, anchor.ends, anchor.before, anchor.behind, anchor.first_quoted, anchor.last_quoted]);
        let own = own << 2 | anchor.quoted;
        let was = bit(&[last.opens, last.closes, last.setting.runs_in, last.setting.runs_on, from.colon]);
        let after = beyond.map_or(9, |o| if o.line == next.line { o.cue } else { 4 + o.cue });
        let edge = u32::from(if back { anchor.first_quoted && anchor.starts } else { anchor.last_quoted && anchor.ends });
        let pair = |a: u32, b: u32| a << 8 | b;
        [
            key(500, steps, 0, 0),
            key(501, pair(steps, share), line, joined),
            key(502, pair(b, share), shape, line),
            key(503, own, pair(b, share), pair(line, joined)),
            key(504, own, shape, pair(steps, line)),
            key(505, anchor.stem, pair(steps, share), line),
            key(506, anchor.stem, pair(b, joined), 0),
            key(507, pair(next.cue, share), line, pair(b, joined)),
            key(508, was, shape, pair(b, line)),
            key(509, own, pair(next.cue, share), pair(steps, line)),
            key(510, pair(u32::from(from.colon), share), line, steps),
            key(511, after, pair(share, next.cue), pair(b, line)),
            key(512, next.tag, pair(share, b), line),
            key(513, edge, pair(joined, share), steps),
            key(514, u32::from(anchor.source), pair(share, b), line),
            key(515, u32::from(anchor.cue_quoted), pair(share, b), joined),
            key(516, edge, pair(next.cue, share), pair(line, b) << 1 | joined),
            key(517, bit(&[next.setting.first, next.setting.last, last.setting.first, last.setting.last]), pair(share, b), edge),
            key(518, edge, was, pair(b, share) << 2 | line),
            key(519, next.len.min(15), pair(share, b), line),
            key(520, anchor.quoted, pair(b, share), pair(line, next.cue)),
        ]
    }
}

/// The sentences that a content takes in beside that of its cue, in order.
pub fn reach(anchor: &Anchor, outlines: &[Outline], from: usize, model: &impl Scorer<1>) -> Vec<usize> {
    let mut taken = Vec::new();
    for back in [true, false] {
        for steps in 1.. {
            let Some((step, place)) = Step::new(anchor, outlines, from, steps, back) else { break };
            let [score] = model.scores(&step.features());
            if score < 0.0 {
                break;
            }
            taken.push(place);
        }
    }
    taken.sort_unstable();
    taken
}

/// The sentences before number `n` that belong to the quotation which it credits: those of its line as far back as they
/// are quoted, and of the lines before, where the credit stands alone or the quotation began there.
pub fn credited(outlines: &[Outline], n: usize) -> Vec<usize> {
    let Some(credit) = outlines.get(n) else { return Vec::new() };
    let mut taken: Vec<usize> = Vec::new();
    let mut last = credit;
    for (place, outline) in outlines.iter().enumerate().take(n).rev().take(MOST) {
        let alone = taken.is_empty() && credit.quoted == 0;
        let near = outline.line == last.line || outline.line + 1 == last.line && (alone || !last.opens || !outline.closes);
        if !near || outline.quoted < 9 {
            break;
        }
        taken.push(place);
        last = outline;
    }
    taken.reverse();
    taken
}
