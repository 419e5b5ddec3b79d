//! Which source a phrase means, within one article.
//!
//! The memory holds the sources met so far; pronouns and short forms lead to the newest that fits. What a phrase
//! is called and what kind of source it is, by its own words, is for `name` to say.

use super::lexicon::PRONOUNS;
use super::model::SourceKind;
use super::name;
use super::token::Token;
use std::collections::HashMap;

/// How many of the newest sources a short form or pronoun can mean.
const NEWEST: usize = 200;

#[derive(Clone, Debug)]
struct Known {
    name: String,
    kind: SourceKind,
    words: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Memory {
    known: Vec<Known>,
    /// Where each word of a name occurs in `known`.
    words: HashMap<String, Vec<usize>>,
    /// Who spoke last.
    pub last: Option<(String, SourceKind)>,
    /// How many paragraphs ago; 0 in the same one.
    pub paragraphs_since: usize,
}

impl Memory {
    pub fn new_paragraph(&mut self) {
        self.paragraphs_since += 1;
    }

    pub fn spoke(&mut self, speaker: &(String, SourceKind)) {
        self.last = Some(speaker.clone());
        self.paragraphs_since = 0;
    }

    /// The name and kind of the source that these tokens mention.
    pub fn resolve(&mut self, chars: &[char], tokens: &[Token]) -> (String, SourceKind) {
        if let [only] = tokens
            && (only.is_any(PRONOUNS) || only.is_any(&["his", "her", "their", "my", "our"]))
        {
            return self.pronoun(&only.low).unwrap_or_else(|| (super::text_of(chars, only.span), SourceKind::Person));
        }
        let (name, kind) = name::describe(chars, tokens);
        let keys = key_words(&name);
        if kind == SourceKind::Unnamed || keys.is_empty() {
            return (name, kind);
        }
        if let Some(known) = self.named(&keys) {
            return (known.name.clone(), known.kind);
        }
        if tokens.iter().any(|t| t.capital) || matches!(kind, SourceKind::Document | SourceKind::Collective | SourceKind::Government) {
            for key in &keys {
                self.words.entry(key.clone()).or_default().push(self.known.len());
            }
            self.known.push(Known { words: keys, name: name.clone(), kind });
        }
        (name, kind)
    }

    /// The newest of the sources whose names have all these words: “Markov” for “Sergei Markov”, “the ministry” for
    /// “South Korea's defense ministry”.
    fn named(&self, keys: &[String]) -> Option<&Known> {
        let mut places: Option<&Vec<usize>> = None;
        for key in keys {
            let here = self.words.get(key)?;
            places = places.filter(|rarest| rarest.len() <= here.len()).or(Some(here));
        }
        let mut known = places?.iter().rev().take(NEWEST).filter_map(|place| self.known.get(*place));
        known.find(|known| keys.iter().all(|key| known.words.contains(key)))
    }

    fn pronoun(&self, low: &str) -> Option<(String, SourceKind)> {
        let person = |kind: SourceKind| matches!(kind, SourceKind::Person | SourceKind::Official | SourceKind::Expert);
        let one = matches!(low, "he" | "she" | "i" | "who" | "his" | "her" | "my");
        let fits = |kind: SourceKind| if one { person(kind) } else { !person(kind) };
        if let Some(last) = self.last.as_ref().filter(|(_, kind)| fits(*kind) && low != "who") {
            return Some(last.clone());
        }
        self.known.iter().rev().take(NEWEST).find(|known| fits(known.kind)).map(|known| (known.name.clone(), known.kind))
    }
}

fn key_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(str::to_lowercase)
        .filter(|w| w.chars().count() > 1 && !matches!(w.as_str(), "the" | "an" | "of" | "and" | "mr" | "mrs" | "ms" | "dr"))
        .collect()
}
