//! Which source a phrase means, within one article.
//!
//! The memory holds the names that the whole text gives in full (`people`), the sources met so far and who spoke last;
//! pronouns and short forms lead to the one that fits. What a phrase is called and what kind of source it is, by its own
//! words, is for `name` to say.

use super::lexicon::{EXPERT, GENERIC_AUTHORITIES, GENERIC_BODIES, GENERIC_OUTLETS, NATIONS, OFFICIAL, PRONOUNS, TITLES};
use super::model::SourceKind;
use super::name;
use super::people::{self, Gender, Named, People};
use super::token::Token;
use crate::span::Span;
use std::collections::HashMap;

/// How many of the newest sources a short form or pronoun can mean.
const NEWEST: usize = 200;
/// For how many paragraphs a pronoun means who spoke last.
const PARAGRAPHS: usize = 3;

type Speaker = (String, SourceKind);

#[derive(Clone, Debug)]
struct Known {
    name: String,
    kind: SourceKind,
    words: Vec<String>,
}

#[derive(Debug)]
pub(super) struct Memory<'p> {
    people: &'p People,
    known: Vec<Known>,
    /// Where each word of a name occurs in `known`.
    words: HashMap<String, Vec<usize>>,
    /// Who spoke last.
    pub last: Option<Speaker>,
    /// The body or outlet that spoke last.
    body: Option<Speaker>,
    /// How many paragraphs ago; 0 in the same one.
    pub paragraphs_since: usize,
}

impl<'p> Memory<'p> {
    /// A memory that has the names of a text, and has met nobody.
    pub fn of(people: &'p People) -> Self {
        Self { people, known: Vec::new(), words: HashMap::new(), last: None, body: None, paragraphs_since: 0 }
    }

    pub fn new_paragraph(&mut self) {
        self.paragraphs_since += 1;
    }

    pub fn spoke(&mut self, speaker: &Speaker) {
        if matches!(speaker.1, SourceKind::Outlet | SourceKind::Government | SourceKind::Organisation) {
            self.body = Some(speaker.clone());
        }
        self.last = Some(speaker.clone());
        self.paragraphs_since = 0;
    }

    /// The name and kind of the source that these tokens mention.
    pub fn resolve(&mut self, chars: &[char], tokens: &[Token]) -> Speaker {
        let place = tokens.first().map_or(0, |first| first.span.start);
        if let [only] = tokens
            && (only.is_any(PRONOUNS) || only.is_any(&["his", "her", "their", "my", "our", "whose"]))
        {
            return self.pronoun(&only.low, place).unwrap_or_else(|| (super::text_of(chars, only.span), SourceKind::Person));
        }
        if let Some(found) = self.described(chars, tokens, place) {
            return found;
        }
        let (name, kind) = name::describe(chars, tokens);
        let keys = key_words(&name);
        if kind == SourceKind::Unnamed || keys.is_empty() {
            return (name, kind);
        }
        let (name, kind, whole) = match self.in_full(&name, kind) {
            Some((name, kind)) => (name, kind, true),
            None => (name, kind, false),
        };
        if let Some(known) = self.named(&key_words(&name), &name).filter(|known| !whole || known.name == name) {
            return (known.name.clone(), known.kind);
        }
        if tokens.iter().any(|t| t.capital) || matches!(kind, SourceKind::Document | SourceKind::Collective | SourceKind::Government) {
            let words = key_words(&name);
            for key in &words {
                self.words.entry(key.clone()).or_default().push(self.known.len());
            }
            self.known.push(Known { words, name: name.clone(), kind });
        }
        (name, kind)
    }

    /// The full name that the text gives for a surname, or for the initials of a body, with what the text tells of it.
    fn in_full(&self, name: &str, kind: SourceKind) -> Option<Speaker> {
        let words: Vec<&str> = name.split(' ').collect();
        let short = match words.as_slice() {
            [only] => only,
            [title, surname] if TITLES.contains(&title.trim_end_matches('.').to_lowercase().as_str()) => surname,
            _ => {
                // “Anna Roe Hammers Banks” in a headline; “the conservative-leaning Tax Foundation”.
                let person = (2..4).find_map(|count| self.people.known(&words.get(..count)?.join(" "))).filter(|_| is_person(kind));
                let capital = words.iter().position(|word| word.starts_with(char::is_uppercase)).filter(|at| *at > 0);
                let body = || self.people.body(&words.get(capital?..)?.join(" ")).filter(|_| !is_person(kind) && kind != SourceKind::Document);
                return person.or_else(body).map(|named| (named.name.clone(), kind_of(named, kind)));
            }
        };
        let named = self.people.in_full(short)?;
        match kind {
            _ if named.person => is_person(kind).then(|| (named.name.clone(), kind_of(named, kind))),
            SourceKind::Person => Some((named.name.clone(), SourceKind::Organisation)),
            _ => Some((named.name.clone(), kind)),
        }
    }

    /// Whom “the senator” means, or which body “the agency”.
    fn described(&self, chars: &[char], tokens: &[Token], place: usize) -> Option<Speaker> {
        let [the, .., noun] = tokens else { return None };
        let small = tokens
            .iter()
            .skip(1)
            .all(|t| t.mark() == Some('.') || t.word && !t.capital || t.is_any(NATIONS) || t.is_any(&["republican", "democratic", "gop", "u.s"]));
        if !the.is("the") || !small || tokens.len() > 5 || noun.capital {
            return None;
        }
        let role = people::role(&noun.low).filter(|role| !matches!(*role, "official" | "officials"));
        if let Some(role) = role {
            let last = self.last_person(None).and_then(|(name, _)| self.people.known(name)).filter(|named| named.is_called(role));
            let kind = if EXPERT.contains(&role) { SourceKind::Expert } else { SourceKind::Official };
            return Some(match last.or_else(|| self.people.called(role, place)) {
                Some(named) => (named.name.clone(), kind),
                None => (name::text_of_words(chars, Span::new(tokens.get(1)?.span.start, noun.span.end)), kind),
            });
        }
        let fits = |kind: SourceKind| match kind {
            SourceKind::Outlet => noun.is_any(GENERIC_OUTLETS),
            SourceKind::Government => noun.is_any(GENERIC_AUTHORITIES),
            SourceKind::Organisation => noun.is_any(GENERIC_BODIES),
            _ => false,
        };
        let plain = tokens.len() == 2 && self.named(std::slice::from_ref(&noun.low), &noun.low).is_none();
        self.body.clone().filter(|(_, kind)| plain && fits(*kind))
    }

    /// The newest of the sources whose names have all these words: “Markov” for “Sergei Markov”, “the ministry” for
    /// “South Korea's defense ministry”.
    fn named(&self, keys: &[String], name: &str) -> Option<&Known> {
        let mut places: Option<&Vec<usize>> = None;
        for key in keys {
            let here = self.words.get(key)?;
            places = places.filter(|rarest| rarest.len() <= here.len()).or(Some(here));
        }
        let known = || places.into_iter().flat_map(|places| places.iter().rev().take(NEWEST)).filter_map(|place| self.known.get(*place));
        known().find(|known| known.name == name).or_else(|| known().find(|known| keys.iter().all(|key| known.words.contains(key))))
    }

    /// Who spoke last, if that is a person whom the pronoun can mean and it is not long ago.
    fn last_person(&self, gender: Option<Gender>) -> Option<&Speaker> {
        self.last.as_ref().filter(|(name, kind)| is_person(*kind) && self.may_be(name, gender) && self.paragraphs_since <= PARAGRAPHS)
    }

    fn pronoun(&self, low: &str, place: usize) -> Option<Speaker> {
        let told = |named: &Named| (named.name.clone(), kind_of(named, SourceKind::Person));
        let gender = match low {
            "he" | "his" => Some(Gender::Male),
            "she" | "her" => Some(Gender::Female),
            _ => None,
        };
        if matches!(low, "who" | "whose") {
            return self.people.right_before(place).map(told);
        }
        if matches!(low, "he" | "she" | "i" | "his" | "her" | "my") {
            let newest = || self.known.iter().rev().take(NEWEST).find(|known| is_person(known.kind) && self.may_be(&known.name, gender));
            return self
                .last_person(gender)
                .cloned()
                .or_else(|| self.people.nearest(place, |named| named.may_be(gender)).map(told))
                .or_else(|| newest().map(|known| (known.name.clone(), known.kind)));
        }
        if let Some(last) = self.last.as_ref().filter(|(_, kind)| !is_person(*kind)) {
            return Some(last.clone());
        }
        let body = self.body.clone().filter(|_| low == "it");
        body.or_else(|| self.known.iter().rev().take(NEWEST).find(|known| !is_person(known.kind)).map(|known| (known.name.clone(), known.kind)))
    }

    fn may_be(&self, name: &str, gender: Option<Gender>) -> bool {
        let own = self.people.known(name).map_or_else(|| name.split(' ').next().and_then(people::gender_of), |named| named.gender);
        gender.is_none() || own.is_none() || own == gender
    }
}

fn is_person(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Person | SourceKind::Official | SourceKind::Expert)
}

/// What kind of source a person is by what the text calls them anywhere.
fn kind_of(named: &Named, kind: SourceKind) -> SourceKind {
    match kind {
        SourceKind::Person if OFFICIAL.iter().any(|role| named.is_called(role)) => SourceKind::Official,
        SourceKind::Person if EXPERT.iter().any(|role| named.is_called(role)) => SourceKind::Expert,
        _ => kind,
    }
}

fn key_words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(str::to_lowercase)
        .filter(|w| w.chars().count() > 1 && !matches!(w.as_str(), "the" | "an" | "of" | "and" | "mr" | "mrs" | "ms" | "dr"))
        .collect()
}
