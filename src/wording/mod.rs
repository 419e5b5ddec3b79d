//! Every word that a person reads: message files, and dates and numbers in the manner of a language.
//!
//! Messages stand in `locales/LANGUAGE/*.ftl` (Fluent) and are embedded in the program. Code asks
//! [`Words`] for them by key; no sentence for people stands in code. Start at [`Catalogue::embedded`].

mod figures;
mod words;

pub use words::{Arg, Count, Words, label_key};

use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales"]
struct Files;

/// The language that is complete by definition; others fall back to it.
const FIRST: &str = "en";

/// A message file that can't be used.
#[derive(Debug, thiserror::Error)]
#[error("the message file {file} can't be used: {why}")]
pub struct WordingError {
    /// The file.
    pub file: String,
    /// What is wrong with it.
    pub why: String,
}

/// All languages the interface speaks.
#[derive(Debug)]
pub struct Catalogue {
    languages: BTreeMap<String, Arc<Words>>,
    first: Arc<Words>,
}

impl Catalogue {
    /// Reads the embedded message files.
    ///
    /// # Errors
    /// A file with a fault in it, or a language that ICU does not know.
    pub fn embedded() -> Result<Self, WordingError> {
        let mut sources: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
        for path in Files::iter() {
            let Some((language, _)) = path.split_once('/').filter(|_| path.ends_with(".ftl")) else { continue };
            let file = Files::get(&path).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default();
            sources.entry(language.to_owned()).or_default().push((path.to_string(), file));
        }
        let mut languages = BTreeMap::new();
        for (language, files) in sources {
            languages.insert(language.clone(), Arc::new(Words::load(&language, &files)?));
        }
        let first = languages.get(FIRST).cloned().ok_or_else(|| WordingError { file: FIRST.to_owned(), why: "it is missing".to_owned() })?;
        Ok(Self { languages, first })
    }

    /// The codes of the languages there are.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.keys().map(String::as_str)
    }

    /// The words for a person: what they chose, else what their browser asks for, else English.
    pub fn choose(&self, wish: Option<&str>, accept_language: Option<&str>) -> Arc<Words> {
        if let Some(words) = wish.and_then(|wish| self.languages.get(wish)) {
            return words.clone();
        }
        // RFC 9110, 12.5.4: a list of ranges, each with a weight; equal weights keep their order.
        let mut ranges: Vec<(f32, &str)> = accept_language
            .unwrap_or_default()
            .split(',')
            .filter_map(|part| {
                let (range, weight) = part.split_once(';').unwrap_or((part, "q=1"));
                let weight = weight.trim().strip_prefix("q=")?.parse().ok()?;
                Some((weight, range.trim()))
            })
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        ranges.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, range) in ranges {
            let Ok(range) = range.parse::<LanguageIdentifier>() else { continue };
            if let Some(words) = self.languages.get(range.language.as_str()) {
                return words.clone();
            }
        }
        self.first.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_chose_beats_what_the_browser_asks_for() {
        let catalogue = Catalogue::embedded().unwrap();
        assert_eq!(catalogue.choose(Some("en"), Some("de")).language(), "en");
        assert_eq!(catalogue.choose(None, Some("zz, en-US;q=0.8")).language(), "en");
        assert_eq!(catalogue.choose(None, None).language(), "en");
        assert_eq!(catalogue.choose(Some("en"), Some("fr")).language(), "en");
        assert_eq!(catalogue.choose(Some("zz"), Some("fr")).language(), "fr", "a wish that nobody can meet is none");
    }

    #[test]
    fn a_browser_gets_the_language_that_it_gives_the_most_weight() {
        let catalogue = Catalogue::embedded().unwrap();
        let asked = |accept| catalogue.choose(None, Some(accept)).language().to_owned();
        assert_eq!(asked("fr-CA,fr;q=0.9,en;q=0.8"), "fr");
        assert_eq!(asked("en;q=0.3, fr;q=0.7"), "fr");
        assert_eq!(asked("de, en-GB;q=0.9, fr;q=0.8"), "en");
        assert_eq!(asked("fr;q=0, *"), "en");
        assert_eq!(asked("fr;q=lots"), "en");
    }

    #[test]
    fn french_numbers_choose_the_french_form() {
        let words = Catalogue::embedded().unwrap().choose(Some("fr"), None);
        assert_eq!([0, 1, 2].map(|count: i64| words.n("listing-count", count)), ["0 affirmation", "1 affirmation", "2 affirmations"]);
        assert_eq!(words.n("listing-count", 1_000_i64), "1\u{202f}000 affirmations");
        assert_eq!(words.percent(0.91), "91\u{202f}%");
    }
}
