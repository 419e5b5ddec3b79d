//! Training: makes the weights that the engine reads, from annotated articles.
//!
//! [`learn`] goes through the models in the order in which they build on one another: tags, heads, cues and roles,
//! reach. A model whose output another learns from is applied to articles that it has not seen (`FOLDS` parts). The
//! same data and seed give the same weights.

pub mod accept;
pub mod attribution;
pub mod data;
pub mod gradient;
pub mod perceptron;
pub mod syntax;

use super::weights::Weights;
use attribution::{Lesson, Roles};
use data::{Article, Tree};

/// Parts into which the articles are dealt so that a model can be applied to what it has not seen.
const FOLDS: usize = 4;
/// Rounds over the trees.
const SYNTAX_ROUNDS: usize = 5;

/// Learns all weights; `trees` are those of each article. `tell` hears what is being done.
pub fn learn(articles: &[Article], trees: &[Vec<Tree>], mut tell: impl FnMut(&str)) -> Weights<Vec<u8>> {
    let other = |fold: usize| trees.iter().enumerate().filter(move |(n, _)| n % FOLDS != fold).flat_map(|(_, trees)| trees).collect::<Vec<_>>();
    let mut lessons = Vec::with_capacity(articles.len());
    let mut parts = Vec::new();
    for fold in 0..FOLDS {
        tell(&format!("syntax, part {} of {FOLDS}", fold + 1));
        parts.push(syntax::learn(&other(fold), SYNTAX_ROUNDS));
    }
    for (n, article) in articles.iter().enumerate() {
        lessons.extend(parts.get(n % FOLDS).map(|syntax| Lesson::new(article, syntax)));
    }
    tell("syntax, whole");
    let syntax = syntax::learn(&trees.iter().flatten().collect::<Vec<_>>(), SYNTAX_ROUNDS);
    let mut seen = Vec::new();
    for fold in 0..FOLDS {
        tell(&format!("cues and roles, part {} of {FOLDS}", fold + 1));
        let others: Vec<&Lesson> = lessons.iter().enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, lesson)| lesson).collect();
        seen.push(Roles::learn(&others).weights(&syntax));
    }
    tell("cues and roles, whole");
    let roles = Roles::learn(&lessons.iter().collect::<Vec<_>>());
    let guessed = || lessons.iter().enumerate().filter_map(|(n, lesson)| Some((lesson, seen.get(n % FOLDS)?)));
    tell("reach");
    let reach = attribution::learn_reach(guessed());
    tell("which guesses to accept");
    let accept = accept::learn(guessed());
    Weights { reach, accept, ..roles.weights(&syntax) }
}
