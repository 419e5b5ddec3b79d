//! Training of the small models: where English sentences end, and which sentences deserve checking.
//!
//! Deterministic: the same samples give the same file, byte for byte. The program `train-sentences` calls this; the
//! product never does. The figures of `*_held_out` come from documents that the weights did not see.

use super::fit::{Example, Plan, fit};
use super::linear::{Linear, file_of};
use super::{boundary, claim, sentence, structure, token, worth};
use crate::span::Span;
use std::collections::HashMap;

/// A text and where its sentences are.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The text.
    pub text: String,
    /// Its sentences in order.
    pub sentences: Vec<Span>,
}

/// A sentence, the document it is from, and whether fact-checkers chose it.
#[derive(Clone, Debug)]
pub struct Rated {
    /// Names the document.
    pub document: String,
    /// The sentence.
    pub sentence: String,
    /// Whether it was found worth checking.
    pub chosen: bool,
}

/// Lines of news as short as this may be headings.
const SHORT: usize = 80;
/// Each how-manieth line of news is taken, and how much a place in it counts.
const EVERY: usize = 3;
const PLAIN: f32 = 0.1;
const BOUNDARIES: Plan = Plan { bits: 18, rounds: 20, rate: 0.02, pull: 0.0005, least: 2, yes: 1.3 };
const WORTHINESS: Plan = Plan { bits: 17, rounds: 10, rate: 0.006, pull: 0.0005, least: 3, yes: 3.0 };

/// The file `models/sentences.bin` from these samples.
///
/// `news` are articles whose sentences nobody marked: they teach that a name in the middle of a sentence of news is not
/// where one ends.
pub fn boundaries(samples: &[Sample], news: &[String]) -> Vec<u8> {
    let examples: Vec<Vec<Example>> = samples.iter().map(boundary_examples).collect();
    let plain = plain_examples(news);
    learned(examples.iter().flatten().chain(&plain), BOUNDARIES)
}

/// The sentences of each sample, by weights learned from the other parts: sample n is in part n modulo `parts`.
pub fn boundaries_held_out(samples: &[Sample], news: &[String], parts: usize) -> Vec<Vec<Span>> {
    let plain = plain_examples(news);
    let examples: Vec<Vec<Example>> = samples.iter().map(boundary_examples).collect();
    let parts = parts.clamp(1, samples.len().max(1));
    let others = |part: usize| examples.iter().enumerate().filter(move |(n, _)| n % parts != part).flat_map(|(_, examples)| examples);
    let files: Vec<Vec<u8>> = (0..parts).map(|part| learned(others(part).chain(&plain), BOUNDARIES)).collect();
    let model = |n: usize| files.get(n % parts).and_then(|file| Linear::read(file));
    samples.iter().enumerate().map(|(n, sample)| sentences(&sample.text, model(n))).collect()
}

fn boundary_examples(sample: &Sample) -> Vec<Example> {
    let chars: Vec<char> = sample.text.chars().collect();
    let gold: Vec<Span> = sample.sentences.iter().map(|span| structure::trim(&chars, *span)).collect();
    let mut found = Vec::new();
    for line in structure::lines(&chars) {
        let rules = sentence::by_rules(&chars, line.span);
        let examples = boundary::examples(&chars, line.span, &rules, &gold);
        found.extend(examples.into_iter().map(|choice| Example { keys: choice.keys, yes: choice.ends, weight: 1.0 }));
    }
    found
}

/// From some lines of news that end in a mark: places without a mark, where no sentence ends.
fn plain_examples(news: &[String]) -> Vec<Example> {
    let mut found = Vec::new();
    for text in news {
        let chars: Vec<char> = text.chars().collect();
        let long = structure::lines(&chars).into_iter().filter(|line| line.kind == structure::LineKind::Text && line.span.len() > SHORT);
        for line in long.step_by(EVERY) {
            let rules = sentence::by_rules(&chars, line.span);
            let examples = boundary::examples(&chars, line.span, &rules, &rules).into_iter().filter(|choice| choice.bare);
            found.extend(examples.map(|choice| Example { keys: choice.keys, yes: false, weight: PLAIN }));
        }
    }
    found
}

fn sentences(text: &str, model: Option<Linear<'_>>) -> Vec<Span> {
    let chars: Vec<char> = text.chars().collect();
    structure::lines(&chars).into_iter().flat_map(|line| sentence::with(&chars, line.span, model)).collect()
}

/// The file `models/worthiness.bin` from these sentences.
pub fn worthiness(rated: &[Rated]) -> Vec<u8> {
    let examples: Vec<Example> = rated.iter().map(worthiness_example).collect();
    learned(&examples, WORTHINESS)
}

/// How much each sentence deserves checking, by weights learned from the other documents.
pub fn worthiness_held_out(rated: &[Rated]) -> Vec<f64> {
    let examples: Vec<Example> = rated.iter().map(worthiness_example).collect();
    let mut files: HashMap<&str, Vec<u8>> = HashMap::new();
    for one in rated {
        files.entry(&one.document).or_insert_with(|| {
            let others = rated.iter().zip(&examples).filter(|(other, _)| other.document != one.document).map(|(_, example)| example);
            learned(others, WORTHINESS)
        });
    }
    let rate = |one: &Rated| claim::rate(&one.sentence, files.get(one.document.as_str()).and_then(|file| Linear::read(file)));
    rated.iter().map(rate).collect()
}

fn worthiness_example(rated: &Rated) -> Example {
    let chars: Vec<char> = rated.sentence.chars().collect();
    let tokens = token::tokens(&chars, Span::new(0, chars.len()));
    Example { keys: worth::keys(&tokens.iter().collect::<Vec<_>>()), yes: rated.chosen, weight: 1.0 }
}

/// The file of the weights that these examples give; keys seen less than `plan.least` times are left out.
fn learned<'e>(examples: impl IntoIterator<Item = &'e Example>, plan: Plan) -> Vec<u8> {
    let mut examples: Vec<Example> = examples.into_iter().cloned().collect();
    let mut seen: HashMap<u32, u32> = HashMap::new();
    for key in examples.iter().flat_map(|example| &example.keys) {
        *seen.entry(*key).or_default() += 1;
    }
    for example in &mut examples {
        example.keys.retain(|key| seen.get(key).is_some_and(|times| *times >= plan.least));
    }
    file_of(&fit(&examples, plan), plan.bits)
}
