//! What is learned from: annotated articles, and machine-made syntax of the same.

use super::super::model::Attribution;
use super::super::quote::quotations;
use super::super::syntax::tagger;
use super::super::syntax::word::{Word, words};
use crate::span::Span;
use serde::Deserialize;

/// An article with its attributions, as the evaluation kit writes it.
#[derive(Clone, Debug, Deserialize)]
pub struct Article {
    /// Its name in the data.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Who says what in it.
    pub attributions: Vec<Attribution>,
}

/// A token: start, end, tag, dependency label, head in the sentence (-1 for the root), entity type.
pub type SilverToken = (usize, usize, String, String, i64, String);

/// The syntax of an article, as the evaluation kit writes it: sentences of tokens.
#[derive(Clone, Debug, Deserialize)]
pub struct Silver {
    /// The article's name.
    pub id: String,
    /// Its sentences.
    pub sentences: Vec<Vec<SilverToken>>,
}

/// A sentence with its right tags and heads; the root is the number of words.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Its words.
    pub words: Vec<Word>,
    /// Their tags.
    pub tags: Vec<u8>,
    /// Their heads.
    pub heads: Vec<usize>,
}

impl Silver {
    /// The trees over the engine's own words: each takes tag and head from the first of its tokens that depends on
    /// another word.
    pub fn trees(&self, text: &str) -> Vec<Tree> {
        let chars: Vec<char> = text.chars().collect();
        let mut trees = Vec::new();
        for sentence in &self.sentences {
            let (Some(first), Some(last)) = (sentence.first(), sentence.last()) else { continue };
            let span = Span::new(first.0, last.1);
            let words = words(&chars, span, &quotations(&chars, span));
            let Some(most) = words.len().checked_sub(1) else { continue };
            let owners: Vec<usize> = sentence.iter().map(|token| words.partition_point(|word| word.end <= token.0).min(most)).collect();
            let mut found: Vec<(Option<u8>, Option<usize>)> = vec![(None, None); words.len()];
            for ((_, _, tag, _, head, _), owner) in sentence.iter().zip(&owners) {
                let head = usize::try_from(*head).ok().and_then(|head| owners.get(head)).copied().unwrap_or(words.len());
                let Some(slot) = found.get_mut(*owner) else { continue };
                if head != *owner && slot.1.is_none() {
                    *slot = (Some(tagger::tag(tag)), Some(head));
                } else if slot.0.is_none() {
                    slot.0 = Some(tagger::tag(tag));
                }
            }
            let tags = found.iter().map(|(tag, _)| tag.unwrap_or(tagger::UNKNOWN)).collect();
            let heads = found.iter().map(|(_, head)| head.unwrap_or(words.len())).collect();
            trees.push(Tree { words, tags, heads });
        }
        trees
    }
}
