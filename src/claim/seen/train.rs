//! Learning what each figure weighs: the order by a softmax over the candidates of a text, how sure it is by a
//! logistic regression over the best of them. The same data give the same file.

use super::feature::{COUNT, Figures};
use super::fuzzy;
use super::index::Index;
use super::known::{Known, Weight};
use super::rank::{CROWD, figures, likely, weighed as weighed_by};
use super::saying::Saying;
use super::tally::{Found, indexed};
use super::{CANDIDATES, stem};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A text, and the numbers of the claims that say the same.
#[derive(Clone, Debug)]
pub struct Query {
    /// The text.
    pub text: String,
    /// Numbers of claims.
    pub same: Vec<usize>,
}

/// The candidates of a query.
struct Case {
    claims: Vec<usize>,
    figures: Vec<Figures>,
    right: Vec<bool>,
}

/// How often all examples are seen.
const ROUNDS: i32 = 500;
/// Pull of the weights toward 0.
const PULL: f32 = 0.03;
const PULL_SURE: f32 = 0.0005;
/// How many of a query's candidates, best first, teach how sure it is.
const TOP: usize = 10;

/// The file of what was learned from claims with their titles, and from queries.
pub fn learn(claims: &[(String, String)], queries: &[Query]) -> Vec<u8> {
    let known = words_of(claims);
    let (titled, bare) = (cases(claims, queries, &known), cases(&untitled(claims), queries, &known));
    weighed(known, &titled.iter().chain(&bare).collect::<Vec<_>>()).write()
}

/// What is found for each query by weights that were learned without it and without all that share a claim with it:
/// among claims with their titles, and among claims by their wording alone.
pub fn held_out(claims: &[(String, String)], queries: &[Query], parts: usize) -> [Vec<Vec<Found>>; 2] {
    let known = words_of(claims);
    let both = [cases(claims, queries, &known), cases(&untitled(claims), queries, &known)];
    let part = parted(queries, parts);
    let mut found = both.each_ref().map(|cases| vec![Vec::new(); cases.len()]);
    for held in 0..parts {
        let seen: Vec<&Case> = both.iter().flat_map(|cases| cases.iter().zip(&part)).filter(|(_, part)| **part != held).map(|(case, _)| case).collect();
        let weights = weighed(known.clone(), &seen);
        for (cases, found) in both.iter().zip(&mut found) {
            for ((case, _), place) in cases.iter().zip(&part).zip(found).filter(|((_, part), _)| **part == held) {
                *place = ordered(case, &weights);
            }
        }
    }
    found
}

/// Claims without their titles: how the desk's own claims are compared.
fn untitled(claims: &[(String, String)]) -> Vec<(String, String)> {
    claims.iter().map(|(claim, _)| (claim.clone(), String::new())).collect()
}

fn ordered(case: &Case, known: &Known) -> Vec<Found> {
    let found = weighed_by(&case.figures, known);
    found.into_iter().filter_map(|like| Some(Found { claim: *case.claims.get(like.place)?, sure: like.sure })).collect()
}

/// How common words and pieces of words are.
fn words_of(claims: &[(String, String)]) -> Known {
    let mut known = Known { texts: u32::try_from(claims.len()).unwrap_or(u32::MAX), ..Known::default() };
    let (mut stems, mut words, mut grams) = (HashMap::new(), HashMap::new(), HashMap::new());
    let count = |table: &mut HashMap<u32, u16>, key: u32| {
        let count = table.entry(key).or_default();
        *count = count.saturating_add(1);
    };
    for (claim, title) in claims {
        let parts = [Saying::read(claim, &known), Saying::read(title, &known)];
        let all = || parts.iter().flat_map(Saying::whole);
        for word in all() {
            count(&mut words, stem::key(&word.text));
        }
        for stem in all().map(|word| word.stem).collect::<HashSet<_>>() {
            count(&mut stems, stem);
        }
        for gram in fuzzy::Pieces::new(all()).keys() {
            count(&mut grams, gram);
        }
    }
    for table in [&mut stems, &mut words, &mut grams] {
        table.retain(|_, count| *count > 1);
    }
    (known.stems, known.words, known.grams) = (stems, words, grams);
    known
}

fn cases(claims: &[(String, String)], queries: &[Query], known: &Known) -> Vec<Case> {
    let read = |text: &str| Saying::read(text, known);
    let (index, earlier) = indexed(claims, Index::knowing(Arc::new(known.clone())), read);
    let case = |query: &Query| {
        let asked = read(&query.text);
        let claims = index.candidates(&asked, CANDIDATES);
        let candidates: Vec<_> = claims.iter().filter_map(|number| earlier.get(*number)).collect();
        Case { figures: figures(&asked, &candidates, &index), right: claims.iter().map(|claim| query.same.contains(claim)).collect(), claims }
    };
    queries.iter().map(case).collect()
}

/// The part that each query falls into: queries that share a claim, by whatever way, fall into the same.
fn parted(queries: &[Query], parts: usize) -> Vec<usize> {
    let mut group: Vec<usize> = (0..queries.len()).collect();
    loop {
        let mut least: HashMap<usize, usize> = HashMap::new();
        for (query, group) in queries.iter().zip(&group) {
            for claim in &query.same {
                least.entry(*claim).and_modify(|least| *least = (*least).min(*group)).or_insert(*group);
            }
        }
        let next: Vec<usize> =
            queries.iter().zip(&group).map(|(query, group)| query.same.iter().filter_map(|claim| least.get(claim)).min().copied().unwrap_or(*group)).collect();
        if next == group {
            return group.into_iter().map(|group| spread(group) % parts.max(1)).collect();
        }
        group = next;
    }
}

/// A number that looks like chance.
fn spread(number: usize) -> usize {
    let mixed = (number as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from((mixed ^ (mixed >> 29)) >> 33).unwrap_or_default()
}

fn standard(figures: &Figures, weights: &[Weight; COUNT]) -> Figures {
    let mut standard = *figures;
    for (figure, weight) in standard.iter_mut().zip(weights) {
        *figure = (*figure - weight.mean) / weight.spread.max(1e-6);
    }
    standard
}

fn weighed(mut known: Known, cases: &[&Case]) -> Known {
    for (at, weight) in known.weights.iter_mut().enumerate() {
        let each = || cases.iter().flat_map(|case| &case.figures).filter_map(|figures| figures.get(at).copied());
        let mean = mean_of(each());
        let spread = mean_of(each().map(|figure| (figure - mean).powi(2))).sqrt();
        *weight = Weight { mean, spread: spread.max(1e-6), order: 0.0, sure: 0.0 };
    }
    let ready: Vec<(Vec<Figures>, &[bool])> =
        (cases.iter()).map(|case| (case.figures.iter().map(|figures| standard(figures, &known.weights)).collect(), case.right.as_slice())).collect();
    let order = order(&ready);
    for (weight, order) in known.weights.iter_mut().zip(&order) {
        weight.order = *order;
    }
    known.crowd = crowd(&ready, &order);
    let mut best: Vec<([f32; COUNT + 2], bool)> = Vec::new();
    for (figures, right) in &ready {
        let mut scored: Vec<(f32, &Figures, bool)> = figures.iter().zip(*right).map(|(figures, right)| (dot(figures, &order), figures, *right)).collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0));
        let first = scored.first().map_or(0.0, |first| first.0);
        let crowd = scored.get(CROWD).map_or(known.crowd, |one| one.0);
        best.extend(scored.into_iter().take(TOP).map(|(score, figures, right)| {
            let mut example = [0.0; COUNT + 2];
            example.iter_mut().zip(figures.iter().chain(&[score - crowd, first - score])).for_each(|(place, figure)| *place = *figure);
            (example, right)
        }));
    }
    let (sure, bias) = sure(&best);
    for (weight, sure) in known.weights.iter_mut().zip(&sure) {
        weight.sure = *sure;
    }
    known.gaps.iter_mut().zip(sure.iter().skip(COUNT)).for_each(|(gap, learned)| *gap = *learned);
    known.bias = bias;
    known
}

#[expect(clippy::cast_possible_truncation, reason = "a mean of figures is a figure")]
fn mean_of(figures: impl Iterator<Item = f32>) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0);
    for figure in figures {
        sum += f64::from(figure);
        count += 1.0;
    }
    (sum / f64::max(count, 1.0)) as f32
}

/// How the tenth candidates usually stand.
fn crowd(cases: &[(Vec<Figures>, &[bool])], order: &[f32; COUNT]) -> f32 {
    let tenth = |(figures, _): &(Vec<Figures>, &[bool])| {
        let mut scores: Vec<f32> = figures.iter().map(|figures| dot(figures, order)).collect();
        scores.sort_by(|a, b| b.total_cmp(a));
        scores.get(CROWD).copied()
    };
    let all: Vec<f32> = cases.iter().filter_map(tenth).collect();
    all.iter().sum::<f32>() / all.len().max(1) as f32
}

/// Weights under which the right candidates come first: each against all wrong ones of its query.
fn order(cases: &[(Vec<Figures>, &[bool])]) -> [f32; COUNT] {
    let mut weights = [0.0; COUNT];
    let examples = cases.iter().map(|(_, right)| right.iter().filter(|right| **right).count()).sum::<usize>().max(1) as f32;
    descend(&mut weights, PULL, |weights, slope| {
        for (figures, right) in cases {
            let scores: Vec<f32> = figures.iter().map(|figures| dot(figures, weights)).collect();
            for (mine, _) in right.iter().enumerate().filter(|(_, right)| **right) {
                let in_play = |at: usize| at == mine || right.get(at) == Some(&false);
                let most = scores.iter().enumerate().filter(|(at, _)| in_play(*at)).map(|(_, score)| *score).fold(f32::MIN, f32::max);
                let shares: Vec<f32> = scores.iter().enumerate().map(|(at, score)| if in_play(at) { (score - most).exp() } else { 0.0 }).collect();
                let whole: f32 = shares.iter().sum();
                for ((at, share), figures) in shares.iter().enumerate().zip(figures) {
                    let error = share / whole - if at == mine { 1.0 } else { 0.0 };
                    if error.abs() > 1e-5 {
                        slope.iter_mut().zip(figures).for_each(|(slope, figure)| *slope += error * figure / examples);
                    }
                }
            }
        }
    });
    weights
}

/// Weights and a constant under which the figure says how likely a candidate is right.
fn sure(examples: &[([f32; COUNT + 2], bool)]) -> ([f32; COUNT + 2], f32) {
    let mut all = [0.0; COUNT + 3];
    let count = examples.len().max(1) as f32;
    descend(&mut all, PULL_SURE, |all, slope| {
        let bias = all.last().copied().unwrap_or_default();
        for (figures, right) in examples {
            let error = likely(dot(figures, all) + bias) - f32::from(u8::from(*right));
            slope.iter_mut().zip(figures.iter().chain(&[1.0])).for_each(|(slope, figure)| *slope += error * figure / count);
        }
    });
    let mut weights = [0.0; COUNT + 2];
    weights.iter_mut().zip(all).for_each(|(weight, learned)| *weight = learned);
    (weights, all.last().copied().unwrap_or_default())
}

fn dot(figures: &[f32], weights: &[f32]) -> f32 {
    figures.iter().zip(weights).map(|(figure, weight)| figure * weight).sum()
}

/// Goes down the slope by steps that shrink, each weight at its own pace.
fn descend<const N: usize>(weights: &mut [f32; N], pull: f32, slope_at: impl Fn(&[f32; N], &mut [f32; N])) {
    let (mut first, mut second) = ([0.0_f32; N], [0.0_f32; N]);
    for round in 1..=ROUNDS {
        let mut slope = [0.0; N];
        slope_at(weights, &mut slope);
        let rate = 0.05 * (1.0 - round as f32 / (ROUNDS + 1) as f32);
        for (((weight, slope), first), second) in weights.iter_mut().zip(slope).zip(&mut first).zip(&mut second) {
            let slope = slope + 2.0 * pull * *weight;
            *first = 0.9 * *first + 0.1 * slope;
            *second = 0.99 * *second + 0.01 * slope * slope;
            let (first, second) = (*first / (1.0 - 0.9_f32.powi(round)), *second / (1.0 - 0.99_f32.powi(round)));
            *weight -= rate * first / (second.sqrt() + 1e-8);
        }
    }
}
