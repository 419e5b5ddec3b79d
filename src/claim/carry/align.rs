//! Which units of the new text are which of the old one.
//!
//! 1. Units that are the same, in the same order: a histogram diff over units.
//! 2. The same ones anywhere else, first to first.
//! 3. Of what is left, units that are alike, the most alike first; those between the same neighbours more readily.
//! 4. What is left beside such a pair joins it where it holds what the other side of the pair lacks: a sentence that
//!    was split, or two that were joined.
//!
//! What is paired now and is not in the order of the old text counts as moved: the longest run in order stays.

use super::alike::{Bag, Weights};
use super::word::{Side, Words};
use crate::span::Span;
use imara_diff::{Algorithm, Diff, Token as Number};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::ops::Range;

/// Likeness from which units between the same neighbours are the same sentence, changed.
const NEAR: f32 = 0.3;
/// Likeness from which units anywhere are.
const FAR: f32 = 0.5;
/// In how many units a word may stand to lead from one to another.
const RARE: usize = 24;
/// How many units are looked at for one: those with the most in common, and the nearest between the same neighbours.
const LOOKED_AT: usize = 12;
const NEIGHBOURS: usize = 4;

/// Where an old word is in the new text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// It is this one.
    Same(usize),
    /// These stand in its place; none where it was taken out there.
    Instead(usize, usize),
    /// Its unit is gone.
    Gone,
}

/// Units that belong together.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
    /// Whether both sides are one unit with the same words.
    pub same: bool,
    /// Whether it is out of the order of the old text.
    pub moved: bool,
    pub likeness: f32,
}

/// How the units of both texts hang together.
#[derive(Debug)]
pub(super) struct Alignment {
    pub groups: Vec<Group>,
    /// The group of each old unit, and of each new one.
    pub of_old: Vec<Option<usize>>,
    pub of_new: Vec<Option<usize>>,
    /// Where each old word is.
    pub at: Vec<At>,
    /// For each new word whether it was in the old text.
    pub known: Vec<bool>,
}

impl Alignment {
    pub fn of(words: &Words) -> Self {
        let mut all = Self {
            groups: Vec::new(),
            of_old: vec![None; words.old.units.len()],
            of_new: vec![None; words.new.units.len()],
            at: vec![At::Gone; words.old.tokens.len()],
            known: vec![false; words.new.tokens.len()],
        };
        all.pair_same_in_order(words);
        all.pair_same_elsewhere(words);
        all.pair_alike(words);
        all.mark_moved();
        all.place_words(words);
        all
    }

    /// The old unit that has the same words as a new one and was paired with it.
    pub fn same_as(&self, new: usize) -> Option<usize> {
        let group = self.groups.get(self.of_new.get(new).copied().flatten()?)?;
        if group.same { group.old.first().copied() } else { None }
    }

    fn pair(&mut self, old: usize, new: usize, same: bool, likeness: f32) {
        let group = Some(self.groups.len());
        put(&mut self.of_old, old, group);
        put(&mut self.of_new, new, group);
        self.groups.push(Group { old: vec![old], new: vec![new], same, moved: false, likeness });
    }

    fn pair_same_in_order(&mut self, words: &Words) {
        let ids = |side: &Side| side.units.iter().map(|unit| Number(unit.id)).collect::<Vec<_>>();
        for (old, new) in common(Algorithm::Histogram, &ids(&words.old), &ids(&words.new), words.unit_kinds) {
            self.pair(old, new, true, 1.0);
        }
    }

    fn pair_same_elsewhere(&mut self, words: &Words) {
        let mut waiting: HashMap<u32, VecDeque<usize>> = HashMap::new();
        for old in free(&self.of_old) {
            if let Some(unit) = words.old.units.get(old) {
                waiting.entry(unit.id).or_default().push_back(old);
            }
        }
        for new in free(&self.of_new) {
            let same = words.new.units.get(new).and_then(|unit| waiting.get_mut(&unit.id)).and_then(VecDeque::pop_front);
            if let Some(old) = same {
                self.pair(old, new, true, 1.0);
            }
        }
    }

    fn pair_alike(&mut self, words: &Words) {
        let (old, new) = (free(&self.of_old), free(&self.of_new));
        if old.is_empty() || new.is_empty() {
            return;
        }
        let weights = Weights::of(words);
        let bags = |side: &Side, units: &[usize]| units.iter().map(|unit| (*unit, Bag::of(side, *unit, &weights))).collect::<BTreeMap<_, _>>();
        let (old, new) = (bags(&words.old, &old), bags(&words.new, &new));
        for (likeness, left, right) in self.candidates(&old, &new, &weights) {
            let is_free = |of: &[Option<usize>], unit: usize| of.get(unit).is_some_and(Option::is_none);
            if is_free(&self.of_old, left) && is_free(&self.of_new, right) {
                self.pair(left, right, false, likeness);
            }
        }
        self.join(&old, &new, &weights);
    }

    /// Pairs that are alike enough, the most alike first.
    fn candidates(&self, old: &BTreeMap<usize, Bag>, new: &BTreeMap<usize, Bag>, weights: &Weights) -> Vec<(f32, usize, usize)> {
        let mut holding: HashMap<u32, Vec<usize>> = HashMap::new();
        for (unit, bag) in new {
            for id in bag.ids() {
                holding.entry(id).or_default().push(*unit);
            }
        }
        let gaps = (gaps(&self.of_old, &self.groups, |group| group.new.first().copied()), gaps_of_new(&self.of_new));
        let mut between: HashMap<usize, Vec<usize>> = HashMap::new();
        for unit in new.keys() {
            between.entry(gaps.1.get(*unit).copied().unwrap_or_default()).or_default().push(*unit);
        }
        let mut found: Vec<(f32, f32, usize, usize)> = Vec::new();
        let mut place_in_gap: HashMap<usize, usize> = HashMap::new();
        for (unit, bag) in old {
            let gap = gaps.0.get(*unit).copied().unwrap_or_default();
            let place = place_in_gap.entry(gap).or_default();
            let near = between.get(&gap).map(Vec::as_slice).unwrap_or_default();
            let around = place.saturating_sub(NEIGHBOURS)..near.len().min(*place + NEIGHBOURS + 1);
            *place += 1;
            let mut looked_at = most_in_common(bag, &holding, weights);
            looked_at.extend(near.get(around).unwrap_or_default());
            looked_at.sort_unstable();
            looked_at.dedup();
            for other in looked_at {
                let likeness = new.get(&other).map_or(0.0, |other| bag.likeness(other, weights));
                let is_near = gaps.1.get(other) == Some(&gap);
                if likeness >= if is_near { NEAR } else { FAR } {
                    found.push((if is_near { likeness + 0.1 } else { likeness }, likeness, *unit, other));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.2, a.3).cmp(&(b.2, b.3))));
        found.into_iter().map(|(_, likeness, old, new)| (likeness, old, new)).collect()
    }

    /// Units left over beside a pair join it where they hold what the pair's other side lacks.
    fn join(&mut self, old: &BTreeMap<usize, Bag>, new: &BTreeMap<usize, Bag>, weights: &Weights) {
        let sum = |units: &[usize], bags: &BTreeMap<usize, Bag>| {
            units.iter().filter_map(|unit| bags.get(unit)).fold(Bag::default(), |sum, bag| sum.with(bag, weights))
        };
        for forwards in [true, false] {
            for is_new in [true, false] {
                let mut left = free(if is_new { &self.of_new } else { &self.of_old });
                if !forwards {
                    left.reverse();
                }
                for unit in left {
                    let of = if is_new { &self.of_new } else { &self.of_old };
                    let beside = if forwards { unit.checked_sub(1) } else { Some(unit + 1) };
                    let Some(group) = beside.and_then(|unit| of.get(unit).copied().flatten()) else { continue };
                    let Some(found) = self.groups.get_mut(group).filter(|group| !group.same) else { continue };
                    let (has, lacks) = (sum(&found.old, old), sum(&found.new, new));
                    let wanted = if is_new { has.without(&lacks, weights) } else { lacks.without(&has, weights) };
                    let Some(own) = (if is_new { new.get(&unit) } else { old.get(&unit) }) else { continue };
                    let shared = own.shared(&wanted, weights);
                    if shared.count() < 2 || shared.weight < own.weight * 0.5 {
                        continue;
                    }
                    let units = if is_new { &mut found.new } else { &mut found.old };
                    units.insert(if forwards { units.len() } else { 0 }, unit);
                    put(if is_new { &mut self.of_new } else { &mut self.of_old }, unit, Some(group));
                }
            }
        }
    }

    /// The longest run of groups in the order of both texts stays; the others are moved.
    fn mark_moved(&mut self) {
        let mut order: Vec<(usize, usize, usize)> =
            self.groups.iter().enumerate().filter_map(|(n, group)| Some((*group.old.first()?, *group.new.first()?, n))).collect();
        order.sort_unstable();
        let news: Vec<usize> = order.iter().map(|(_, new, _)| *new).collect();
        let stays = longest_rising(&news);
        for (place, (_, _, group)) in order.iter().enumerate() {
            if let Some(group) = self.groups.get_mut(*group) {
                group.moved = !stays.get(place).copied().unwrap_or_default();
            }
        }
    }

    /// Gives every old word its place in the new text.
    fn place_words(&mut self, words: &Words) {
        for group in &self.groups {
            let list =
                |side: &Side, units: &[usize]| units.iter().filter_map(|unit| side.units.get(*unit)).flat_map(|unit| unit.tokens.clone()).collect::<Vec<_>>();
            let (old, new) = (list(&words.old, &group.old), list(&words.new, &group.new));
            let numbers = |side: &Side, tokens: &[usize]| {
                tokens.iter().filter_map(|at| side.tokens.get(*at)).map(|token| Number(if group.same { 0 } else { token.id })).collect::<Vec<_>>()
            };
            let (left, right) = (numbers(&words.old, &old), numbers(&words.new, &new));
            let end = new.last().map_or(0, |last| last + 1);
            let (mut a, mut b) = (0, 0);
            let pairs = common(Algorithm::Myers, &left, &right, words.kinds);
            for (i, j) in pairs.into_iter().chain([(old.len(), new.len())]) {
                let from = new.get(b).copied().unwrap_or(end);
                let to = if j > b { new.get(j - 1).map_or(end, |last| last + 1) } else { from };
                for at in old.get(a..i).unwrap_or_default() {
                    put(&mut self.at, *at, At::Instead(from, to));
                }
                if let (Some(at), Some(there)) = (old.get(i), new.get(j)) {
                    let same = matches!((words.old.tokens.get(*at), words.new.tokens.get(*there)), (Some(a), Some(b)) if a.same(b));
                    put(&mut self.at, *at, if same { At::Same(*there) } else { At::Instead(*there, there + 1) });
                    put(&mut self.known, *there, true);
                }
                (a, b) = (i + 1, j + 1);
            }
        }
    }
}

fn put<T>(list: &mut [T], at: usize, value: T) {
    if let Some(place) = list.get_mut(at) {
        *place = value;
    }
}

fn free(of: &[Option<usize>]) -> Vec<usize> {
    of.iter().enumerate().filter(|(_, group)| group.is_none()).map(|(unit, _)| unit).collect()
}

/// The pairs of places at which two lists agree, in order.
pub(super) fn common(algorithm: Algorithm, old: &[Number], new: &[Number], kinds: u32) -> Vec<(usize, usize)> {
    let mut diff = Diff::default();
    diff.compute_with(algorithm, old, new, kinds);
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let kept = (0..old.len()).filter(|at| !diff.is_removed(place(*at)));
    kept.zip((0..new.len()).filter(|at| !diff.is_added(place(*at)))).collect()
}

/// For each old unit which new unit follows the last pair before it: units with the same answer are between the same neighbours.
fn gaps(of: &[Option<usize>], groups: &[Group], partner: impl Fn(&Group) -> Option<usize>) -> Vec<usize> {
    let mut gap = 0;
    let next = |group: &Option<usize>| group.and_then(|group| groups.get(group)).and_then(&partner);
    of.iter()
        .map(|group| {
            if let Some(new) = next(group) {
                gap = new + 1;
            }
            gap
        })
        .collect()
}

/// The same for new units.
fn gaps_of_new(of: &[Option<usize>]) -> Vec<usize> {
    let mut gap = 0;
    of.iter()
        .enumerate()
        .map(|(unit, group)| {
            if group.is_some() {
                gap = unit + 1;
            }
            gap
        })
        .collect()
}

/// The units that share the most weight of rare words with a bag.
fn most_in_common(bag: &Bag, holding: &HashMap<u32, Vec<usize>>, weights: &Weights) -> Vec<usize> {
    let mut shared: HashMap<usize, f32> = HashMap::new();
    for id in bag.ids() {
        for unit in holding.get(&id).filter(|units| units.len() <= RARE).into_iter().flatten() {
            *shared.entry(*unit).or_default() += weights.get(id);
        }
    }
    let mut found: Vec<(usize, f32)> = shared.into_iter().collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found.truncate(LOOKED_AT);
    found.into_iter().map(|(unit, _)| unit).collect()
}

/// For each number of a list whether it is part of a longest rising run (patience sorting).
fn longest_rising(list: &[usize]) -> Vec<bool> {
    // `ends` holds for each length the place where the run of that length with the lowest end ends.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::with_capacity(list.len()));
    for (place, number) in list.iter().enumerate() {
        let length = ends.partition_point(|end| list.get(*end).is_some_and(|other| other < number));
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = place,
            None => ends.push(place),
        }
    }
    let mut stays = vec![false; list.len()];
    let mut at = ends.last().copied();
    while let Some(place) = at {
        put(&mut stays, place, true);
        at = before.get(place).copied().flatten();
    }
    stays
}

/// What became of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// It stands there as it stood.
    Same,
    /// The same words at another place.
    Moved,
    /// Its words changed; also where it was split, or joined with others.
    Changed,
    /// Its words changed, and it stands at another place.
    MovedAndChanged,
    /// It is gone.
    Out,
    /// It is new.
    In,
}

/// One line of the comparison: sentences that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What became of them.
    pub kind: RowKind,
    /// Their place in the old text; `None` where they are new.
    pub old: Option<Span>,
    /// Their place in the new text; `None` where they are gone.
    pub new: Option<Span>,
}

/// All rows, in the order of the new text; what is gone stands behind what it stood behind.
pub(super) fn rows(words: &Words, all: &Alignment) -> Vec<Row> {
    let mut rows = Vec::with_capacity(words.new.units.len());
    let mut told = vec![false; all.groups.len()];
    let mut old = 0;
    old = push_gone(&mut rows, words, all, old);
    for (unit, group) in all.of_new.iter().enumerate() {
        let Some((number, group)) = group.and_then(|number| Some((number, all.groups.get(number)?))) else {
            rows.push(Row { kind: RowKind::In, old: None, new: Some(hull(&words.new, &[unit])) });
            continue;
        };
        if told.get(number).copied().unwrap_or(true) {
            continue;
        }
        put(&mut told, number, true);
        let kind = match (group.same, group.moved) {
            (true, false) => RowKind::Same,
            (true, true) => RowKind::Moved,
            (false, false) => RowKind::Changed,
            (false, true) => RowKind::MovedAndChanged,
        };
        rows.push(Row { kind, old: Some(hull(&words.old, &group.old)), new: Some(hull(&words.new, &group.new)) });
        if !group.moved {
            old = push_gone(&mut rows, words, all, old.max(group.old.iter().max().map_or(0, |last| last + 1)));
        }
    }
    rows
}

/// Tells of the units that are gone from `old` on, up to one that has kept its place; gives that one.
fn push_gone(rows: &mut Vec<Row>, words: &Words, all: &Alignment, mut old: usize) -> usize {
    while let Some(group) = all.of_old.get(old) {
        match group.and_then(|group| all.groups.get(group)) {
            None => rows.push(Row { kind: RowKind::Out, old: Some(hull(&words.old, &[old])), new: None }),
            Some(group) if group.moved => {}
            Some(_) => break,
        }
        old += 1;
    }
    old
}

/// The place that some units cover together.
fn hull(side: &Side, units: &[usize]) -> Span {
    let tokens = |unit: &usize| side.units.get(*unit).map_or(0..0, |unit| unit.tokens.clone());
    let whole: Range<usize> = units.iter().map(tokens).reduce(|a, b| a.start.min(b.start)..a.end.max(b.end)).unwrap_or(0..0);
    side.span_of(whole)
}
