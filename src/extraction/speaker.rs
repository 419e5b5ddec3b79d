//! Which source a phrase means: its name within the article, and what it is.
//!
//! The memory holds the sources met so far; pronouns and short forms lead to the last that fits.

use super::lexicon;
use super::model::SourceKind;
use super::token::Token;

#[derive(Clone, Debug)]
pub(super) struct Known {
    pub name: String,
    pub kind: SourceKind,
    words: Vec<String>,
}

#[derive(Debug, Default)]
pub(super) struct Memory {
    known: Vec<Known>,
    /// The speaker of a quotation that a paragraph left open or ended with.
    pub last: Option<(String, SourceKind)>,
    pub paragraphs_since: usize,
}

impl Memory {
    pub fn new_paragraph(&mut self) {
        self.paragraphs_since += 1;
    }

    pub fn spoke(&mut self, name: &str, kind: SourceKind) {
        self.last = Some((name.to_owned(), kind));
        self.paragraphs_since = 0;
    }

    /// The name and kind of the source that these tokens mention. `surface` is the phrase as it stands.
    pub fn resolve(&mut self, tokens: &[Token], surface: &str) -> (String, SourceKind) {
        let words: Vec<&Token> = tokens.iter().filter(|t| t.word).collect();
        if words.len() == 1 && words.first().is_some_and(|w| w.is_any(lexicon::PRONOUNS)) {
            return self.pronoun(words.first().map_or("", |w| &w.low)).unwrap_or_else(|| (surface.to_owned(), SourceKind::Person));
        }
        let (name, kind) = describe(&words, surface);
        let named = words.iter().any(|w| w.capital);
        let keys: Vec<String> = key_words(&name);
        if kind != SourceKind::Unnamed && !keys.is_empty() {
            // The newest entry whose name has all the words of this one: "Markov" for "Sergei Markov", "the ministry"
            // for "South Korea's defense ministry".
            let fits = self.known.iter().rev().find(|known| keys.iter().all(|key| known.words.contains(key)) && known.words.len() >= keys.len());
            if let Some(known) = fits {
                return (known.name.clone(), known.kind);
            }
        }
        if named || matches!(kind, SourceKind::Document | SourceKind::Collective | SourceKind::Government) {
            self.known.push(Known { words: key_words(&name), name: name.clone(), kind });
        }
        (name, kind)
    }

    fn pronoun(&self, low: &str) -> Option<(String, SourceKind)> {
        let person = |kind: SourceKind| matches!(kind, SourceKind::Person | SourceKind::Official | SourceKind::Expert);
        let fits = |known: &&Known| match low {
            "he" | "she" | "i" | "who" => person(known.kind),
            "they" => !person(known.kind) || known.kind == SourceKind::Collective,
            _ => !person(known.kind),
        };
        if let Some((name, kind)) = self.last.as_ref().filter(|(_, kind)| matches!(low, "he" | "she" | "i") && person(*kind)) {
            return Some((name.clone(), *kind));
        }
        self.known.iter().rev().find(fits).map(|known| (known.name.clone(), known.kind))
    }
}

fn key_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(str::to_lowercase)
        .filter(|w| w.len() > 1 && !matches!(w.as_str(), "the" | "a" | "an" | "of" | "and" | "mr" | "mrs" | "ms" | "dr"))
        .collect()
}

/// A name and kind for a phrase, from its words alone.
fn describe(words: &[&Token], surface: &str) -> (String, SourceKind) {
    let any = |list: &[&str]| words.iter().any(|w| w.is_any(list));
    let bare = |s: &str| s.trim_end_matches("'s").to_owned();
    let outlet = words.iter().any(|w| w.capital && (lexicon::OUTLETS.contains(&bare(&w.low).as_str()) || w.is_any(lexicon::OUTLET_WORDS)));
    // A proper name after a description: "Political scientist Sergei Markov" is Sergei Markov.
    let run = last_capital_run(words);
    let person_like = run.len() >= 2 || (run.len() == 1 && any(lexicon::OFFICIAL));
    let heads_unnamed = any(lexicon::UNNAMED) || (any(&["official", "officials"]) && run.is_empty());
    if outlet && !any(lexicon::OFFICIAL) {
        return (clean(surface_without_trailing_document(words, surface)), SourceKind::Outlet);
    }
    if any(lexicon::DOCUMENT) {
        return (clean(surface), SourceKind::Document);
    }
    if heads_unnamed && run.is_empty() {
        let head = if any(&["official", "officials"]) { "unnamed officials" } else { "unnamed sources" };
        return (head.to_owned(), SourceKind::Unnamed);
    }
    if any(lexicon::COLLECTIVE) && !person_like {
        return (clean(surface), SourceKind::Collective);
    }
    if any(lexicon::GOVERNMENT) && !any(lexicon::OFFICIAL) {
        return (clean(surface), SourceKind::Government);
    }
    if any(lexicon::ORGANISATION) && !any(lexicon::OFFICIAL) && !any(lexicon::EXPERT) {
        return (clean(surface), SourceKind::Organisation);
    }
    let title_word = |w: &&&Token| w.is_any(lexicon::OFFICIAL) || w.is_any(lexicon::EXPERT);
    let kind = if any(lexicon::EXPERT) {
        SourceKind::Expert
    } else if any(lexicon::OFFICIAL) {
        SourceKind::Official
    } else if run.is_empty() {
        SourceKind::Collective
    } else if run.len() == 1
        && run
            .first()
            .is_some_and(|w| w.low.ends_with("ns") || w.low.chars().filter(|c| c.is_alphabetic()).count() <= 4 && surface.chars().all(|c| c.is_uppercase()))
    {
        SourceKind::Organisation
    } else {
        SourceKind::Person
    };
    if run.is_empty() {
        return (clean(surface), kind);
    }
    // Drop titles at the run's front ("President Vladimir Putin"), keep at least one word.
    let front = run.iter().take_while(title_word).count().min(run.len().saturating_sub(1));
    let name = run.iter().skip(front).map(|w| restore(w, surface)).collect::<Vec<_>>().join(" ");
    (clean(&name), kind)
}

/// The last run of capitalised words (of, de, van … may stand inside).
fn last_capital_run<'t>(words: &[&'t Token]) -> Vec<&'t Token> {
    let mut best: Vec<&Token> = Vec::new();
    let mut run: Vec<&Token> = Vec::new();
    for word in words {
        if word.capital && !matches!(word.low.as_str(), "the" | "a" | "an" | "political" | "former" | "senior" | "according") {
            run.push(word);
        } else if !run.is_empty() && matches!(word.low.as_str(), "de" | "van" | "von" | "bin" | "al" | "el" | "la") {
            run.push(word);
        } else if !run.is_empty() {
            best = std::mem::take(&mut run);
        }
    }
    if run.is_empty() { best } else { run }
}

/// The word as it stands in the phrase.
fn restore(word: &Token, surface: &str) -> String {
    surface
        .split_whitespace()
        .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'' | '’')))
        .find(|part| part.to_lowercase().replace('’', "'") == word.low)
        .map_or_else(|| word.low.clone(), str::to_owned)
}

/// "Bloomberg reports" as a phrase means Bloomberg.
fn surface_without_trailing_document<'s>(words: &[&Token], surface: &'s str) -> &'s str {
    if words.len() > 1 && words.last().is_some_and(|w| w.is_any(lexicon::DOCUMENT)) {
        surface.rsplit_once(char::is_whitespace).map_or(surface, |(front, _)| front)
    } else {
        surface
    }
}

fn clean(name: &str) -> String {
    let name = name.trim().trim_matches(|c: char| matches!(c, ',' | '“' | '”' | '"' | ':' | ';'));
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    let name = if let Some(bare) = name.strip_suffix("’s").or_else(|| name.strip_suffix("'s")) { bare } else { name };
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
