//! Which entries of the registry may be the same source: by spelling, a shared name, initials, titles, a surname. Pure.
//!
//! It only suggests, and says why; a merge is always somebody's deed. Entries are compared only where they share a key (the
//! words of a name, its initials, a surname, a name without one of its words), never each with each. Entries of clearly
//! different kinds, an outlet and a person, are never the same; people whom an article does not name are nobody.

use super::fold::{Folded, near};
use super::{SourceKind, name_key};
use crate::codes;
use crate::ids::SourceId;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

codes! {
    /// Why two entries may be the same.
    "alike"
    pub enum Alike {
        /// They have a name in common.
        SharedName = "shared_name",
        /// The names have the same words, in another spelling or order.
        Spelling = "spelling",
        /// One has a title that the other lacks.
        Title = "same_person",
        /// One gives first names as initials, or leaves some out.
        Initials = "initials",
        /// One is the initials of the other.
        Acronym = "acronym",
        /// The names differ by a letter or two.
        NearlySame = "nearly_same",
        /// One is the surname of the other.
        Surname = "surname",
    }
}

impl Alike {
    /// How sure it is, from 0 to 100. Initials of two letters stand for many things.
    fn score(self, letters: usize) -> u8 {
        match self {
            Self::SharedName => 97,
            Self::Spelling => 95,
            Self::Title => 90,
            Self::Initials => 80,
            Self::Acronym if letters > 2 => 85,
            Self::Acronym => 60,
            Self::NearlySame => 65,
            Self::Surname => 55,
        }
    }
}

/// An entry with all its names, the canonical one first.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which.
    pub id: SourceId,
    /// What it is.
    pub kind: SourceKind,
    /// Its names.
    pub names: Vec<String>,
}

/// Two entries that may be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The one with the lower id.
    pub one: SourceId,
    /// The other.
    pub other: SourceId,
    /// Why.
    pub why: Alike,
    /// How sure, from 0 to 100.
    pub score: u8,
    /// The names that fit: of the one, of the other.
    pub names: (String, String),
}

/// Two entries in the order in which pairs of them are kept.
pub fn pair(a: SourceId, b: SourceId) -> (SourceId, SourceId) {
    if a < b { (a, b) } else { (b, a) }
}

/// Most names that share a key and are compared each with each; what more share says nothing.
const CROWD: usize = 200;

/// Entries that may be the same, the surest first; without those that somebody said are different.
pub fn suggest(entries: &[Entry], apart: &BTreeSet<(SourceId, SourceId)>) -> Vec<Suggestion> {
    let names: Vec<Named<'_>> = entries.iter().flat_map(Named::all).collect();
    let mut groups: HashMap<Key<'_>, Vec<usize>> = HashMap::new();
    for (at, named) in names.iter().enumerate() {
        for key in named.keys() {
            groups.entry(key).or_default().push(at);
        }
    }
    let mut best: BTreeMap<(SourceId, SourceId), Suggestion> = BTreeMap::new();
    for (key, members) in groups.iter().filter(|(_, members)| members.len() > 1 && members.len() <= CROWD) {
        for (n, a) in members.iter().enumerate() {
            for b in members.iter().skip(n + 1) {
                let (Some(a), Some(b)) = (names.get(*a), names.get(*b)) else { continue };
                let place = pair(a.entry.id, b.entry.id);
                if a.entry.id == b.entry.id || apart.contains(&place) || !may_be_one(a.entry.kind, b.entry.kind) {
                    continue;
                }
                let Some((why, score)) = a.fits(b, key) else { continue };
                if best.get(&place).is_none_or(|found| found.score < score) {
                    let (one, other) = if a.entry.id == place.0 { (a, b) } else { (b, a) };
                    let names = (one.name.to_owned(), other.name.to_owned());
                    best.insert(place, Suggestion { one: place.0, other: place.1, why, score, names });
                }
            }
        }
    }
    drop_ambiguous(&mut best);
    let mut found: Vec<Suggestion> = best.into_values().collect();
    found.sort_by(|a, b| (Reverse(a.score), &a.names, a.one, a.other).cmp(&(Reverse(b.score), &b.names, b.one, b.other)));
    found
}

/// A surname, or initials, that several people or bodies could be meant by: no guess is better than a wrong one.
fn drop_ambiguous(found: &mut BTreeMap<(SourceId, SourceId), Suggestion>) {
    let mut meant: BTreeMap<SourceId, usize> = BTreeMap::new();
    for suggestion in found.values().filter(|suggestion| suggestion.why == Alike::Surname) {
        let (one, other) = &suggestion.names;
        let short = if one.split_whitespace().count() < other.split_whitespace().count() { suggestion.one } else { suggestion.other };
        *meant.entry(short).or_default() += 1;
    }
    found.retain(|_, suggestion| suggestion.why != Alike::Surname || [suggestion.one, suggestion.other].iter().all(|id| meant.get(id).is_none_or(|n| *n < 2)));
}

/// Whether entries of these kinds can be one source.
fn may_be_one(a: SourceKind, b: SourceKind) -> bool {
    use SourceKind as K;
    let class = |kind| match kind {
        K::Outlet => 1,
        K::Government | K::Organisation | K::Collective => 2,
        K::Expert | K::Official | K::Person => 3,
        K::Document => 4,
        K::Unnamed => 0,
    };
    match (class(a), class(b)) {
        (0, _) | (_, 0) => false,
        // Agencies and broadcasters are companies too.
        (1, 2) | (2, 1) => a == K::Organisation || b == K::Organisation,
        (a, b) => a == b,
    }
}

/// What two names can have in common.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    /// The name as the registry compares it.
    Same(&'a str),
    /// The words of the name in order of the alphabet.
    Bag(String),
    /// The initials of a long name, or a short one.
    Initials(String),
    /// The last name of a person.
    Surname(&'a str),
    /// The name without the word at a place, in order of the alphabet.
    Without(String),
    /// How a single long word begins or ends.
    Edge(bool, String),
}

/// One name of an entry, ready to be compared.
struct Named<'a> {
    entry: &'a Entry,
    name: &'a str,
    key: String,
    folded: Folded,
}

impl<'a> Named<'a> {
    fn all(entry: &'a Entry) -> impl Iterator<Item = Self> {
        let person = matches!(entry.kind, SourceKind::Expert | SourceKind::Official | SourceKind::Person);
        let known = entry.kind != SourceKind::Unnamed;
        let names = entry.names.iter().filter(move |_| known);
        names.map(move |name| Self { entry, name, key: name_key(name), folded: Folded::of(name, person) }).filter(|named| !named.key.is_empty())
    }

    fn keys(&self) -> Vec<Key<'_>> {
        let folded = &self.folded;
        let mut keys = vec![Key::Same(&self.key), Key::Bag(folded.bag())];
        if folded.person {
            keys.extend(folded.words.last().map(|word| Key::Surname(word)));
        } else {
            keys.extend(folded.initials.iter().cloned().map(Key::Initials));
            keys.extend(folded.short.clone().map(Key::Initials));
        }
        match folded.words.as_slice() {
            [only] if only.chars().count() >= 7 => {
                let letters: Vec<char> = only.chars().collect();
                keys.push(Key::Edge(true, letters.iter().take(4).collect()));
                keys.push(Key::Edge(false, letters.iter().rev().take(4).collect()));
            }
            [] | [_] => {}
            words => keys.extend((0..words.len()).map(|at| Key::Without(folded.bag_without(at)))),
        }
        keys
    }

    /// Why two names that share a key fit, and how well.
    fn fits(&self, other: &Self, key: &Key<'_>) -> Option<(Alike, u8)> {
        let (a, b) = (&self.folded, &other.folded);
        let why = match key {
            Key::Same(_) => Alike::SharedName,
            Key::Bag(bag) if bag.is_empty() => return None,
            Key::Bag(_) if a.titled != b.titled => Alike::Title,
            Key::Bag(_) => Alike::Spelling,
            Key::Initials(letters) => {
                let stand_for = |long: &Folded, short: &Folded| short.short.as_ref() == Some(letters) && long.initials.contains(letters);
                let score = Alike::Acronym.score(letters.chars().count());
                return (stand_for(a, b) || stand_for(b, a)).then_some((Alike::Acronym, score));
            }
            Key::Surname(_) => match (a.words.as_slice(), b.words.as_slice()) {
                ([_], [_]) => return None,
                ([_], [_, ..]) | ([_, ..], [_]) => Alike::Surname,
                ([first_a @ .., _], [first_b @ .., _]) if same_first_names(first_a, first_b) => Alike::Initials,
                _ => return None,
            },
            Key::Without(_) if a.words.len() == b.words.len() && a.differ_by_a_slip(b) => Alike::NearlySame,
            Key::Edge(..) if near(a.words.first()?, b.words.first()?) => Alike::NearlySame,
            Key::Without(_) | Key::Edge(..) => return None,
        };
        Some((why, why.score(0)))
    }
}

/// Whether one set of first names can be the other: initials for names, or some left out. Not the very same.
fn same_first_names(a: &[String], b: &[String]) -> bool {
    let fits = |a: &String, b: &String| {
        let initial = |short: &String, long: &String| short.chars().count() == 1 && long.starts_with(short.as_str());
        a == b || initial(a, b) || initial(b, a)
    };
    !a.is_empty() && !b.is_empty() && a != b && a.iter().zip(b).all(|(a, b)| fits(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    fn entries(of: &[(SourceKind, &[&str])]) -> Vec<Entry> {
        let ids = Ids::counting();
        of.iter().map(|(kind, names)| Entry { id: ids.make(), kind: *kind, names: names.iter().map(|name| (*name).to_owned()).collect() }).collect()
    }

    fn found(of: &[(SourceKind, &[&str])]) -> Vec<(Alike, String)> {
        let found = suggest(&entries(of), &BTreeSet::new());
        found.into_iter().map(|one| (one.why, format!("{} = {}", one.names.0, one.names.1))).collect()
    }

    fn why(kind: SourceKind, a: &str, b: &str) -> Option<Alike> {
        found(&[(kind, &[a]), (kind, &[b])]).into_iter().map(|(why, _)| why).next()
    }

    #[test]
    fn bodies_are_found_by_spelling_initials_and_slips() {
        use SourceKind::{Government as G, Organisation as O, Outlet};
        assert_eq!(why(G, "Ministry of Defence", "The Defense Ministry"), Some(Alike::Spelling));
        assert_eq!(why(G, "Ministry of Defence", "MoD"), Some(Alike::Acronym));
        assert_eq!(why(O, "World Health Organization", "W.H.O."), Some(Alike::Acronym));
        assert_eq!(why(O, "World Health Organisation", "World Health Organization"), Some(Alike::Spelling));
        assert_eq!(why(Outlet, "Bloomberg", "Blomberg"), Some(Alike::NearlySame));
        assert_eq!(why(G, "Ministry of Helath", "Ministry of Health"), Some(Alike::NearlySame));
        assert_eq!(why(O, "Institut français", "Institut francais"), Some(Alike::Spelling));
        for (a, b) in
            [("Ministry of Health", "Ministry of Defence"), ("North Korea", "South Korea"), ("Iran", "Iraq"), ("Source 12", "Source 13"), ("WHO", "UN")]
        {
            assert_eq!(why(G, a, b), None, "{a} and {b}");
        }
    }

    #[test]
    fn people_are_found_by_title_initials_and_surname() {
        use SourceKind::{Official, Person};
        assert_eq!(why(Person, "Dr Anna Meyer", "Anna Meyer"), Some(Alike::Title));
        assert_eq!(why(Person, "J. Smith", "John Smith"), Some(Alike::Initials));
        assert_eq!(why(Official, "John F. Smith", "John Smith"), Some(Alike::Initials));
        assert_eq!(why(Person, "President Biden", "Joe Biden"), Some(Alike::Surname));
        assert_eq!(why(Person, "Meyer, Anna", "Anna Meyer"), Some(Alike::Spelling));
        assert_eq!(why(Person, "Anna Meyer", "Peter Meyer"), None);
        // A surname that could mean two people means neither.
        assert_eq!(found(&[(Person, &["Meyer"]), (Person, &["Anna Meyer"]), (Person, &["Peter Meyer"])]), []);
    }

    #[test]
    fn another_name_counts_as_much_and_a_kind_apart_never_fits() {
        use SourceKind as K;
        let by_alias = [(K::Government, ["Ministry of Defence", "The spokesman"].as_slice()), (K::Organisation, &["Defence press office", "spokesman"])];
        assert_eq!(found(&by_alias), [(Alike::SharedName, "The spokesman = spokesman".to_owned())]);
        for (a, b) in [(K::Outlet, K::Person), (K::Outlet, K::Government), (K::Document, K::Organisation), (K::Unnamed, K::Unnamed)] {
            assert_eq!(found(&[(a, &["The Guardian"]), (b, &["Guardian."])]), [], "{a} and {b}");
        }
        assert_eq!(found(&[(K::Outlet, &["Reuters"]), (K::Organisation, &["Reuters."])]).len(), 1);
    }

    #[test]
    fn what_somebody_said_is_different_is_not_suggested_and_the_surest_comes_first() {
        use SourceKind::Government as G;
        let all = entries(&[(G, &["Ministry of Defence"]), (G, &["MoD"]), (G, &["Defense Ministry"])]);
        let found = suggest(&all, &BTreeSet::new());
        assert_eq!(found.iter().map(|one| one.why).collect::<Vec<_>>(), [Alike::Spelling, Alike::Acronym]);
        assert!(found.windows(2).all(|two| two[0].score >= two[1].score));
        let apart = BTreeSet::from([pair(all[1].id, all[0].id)]);
        assert_eq!(suggest(&all, &apart).len(), 1);
    }
}
