//! Whom a remark speaks to: `@` and the name of somebody of the desk. Pure.
//!
//! The longest full name that stands behind the `@` is meant; else the first name alone, where one active person has it.
//! Upper and lower case, accents and the number of spaces between two words do not matter. A word that means nobody is
//! told as such and stays in the text: it may be somebody's handle elsewhere.

use crate::codes;
use crate::ids::PersonId;
use crate::span::{ScalarIndex, Span};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

codes! {
    /// Why a word behind `@` tells nobody.
    "untold"
    pub enum Untold {
        /// Nobody of the desk is called that.
        Unknown = "unknown",
        /// Several people of the desk are.
        Ambiguous = "ambiguous",
        /// They can no longer sign in.
        Disabled = "disabled",
    }
}

/// Somebody whom a remark may speak to.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Whether they can sign in.
    pub active: bool,
}

/// A place where a remark speaks to somebody, or seems to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Where, with the `@`.
    pub span: Span,
    /// The words, with the `@`.
    pub words: String,
    /// Who is meant, or why nobody is.
    pub who: Result<PersonId, Untold>,
}

/// All places where a text speaks to somebody, in order.
pub fn calls(text: &str, people: &[Somebody]) -> Vec<Call> {
    let folded = Folded::of(text);
    let named: Vec<Named<'_>> = people.iter().map(Named::of).filter(|named| !named.full.is_empty()).collect();
    let index = ScalarIndex::new(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begin) = folded.next_call(at) {
        let Some((end, who)) = folded.meant(begin + 1, &named) else {
            at = begin + 1;
            continue;
        };
        let span = Span::new(folded.place(begin), folded.place(end));
        found.push(Call { span, words: index.slice_within(span).to_owned(), who });
        at = end;
    }
    found
}

/// A name as it is compared.
struct Named<'p> {
    full: Vec<char>,
    /// The first of several words.
    first: Option<Vec<char>>,
    who: &'p Somebody,
}

impl<'p> Named<'p> {
    fn of(who: &'p Somebody) -> Self {
        let full: Vec<char> = Folded::of(who.name.trim()).letters.into_iter().map(|(letter, _)| letter).collect();
        let first = full.iter().position(|letter| *letter == ' ').and_then(|end| full.get(..end)).map(<[char]>::to_vec);
        Self { full, first, who }
    }
}

/// A text as it is compared: lower case, without accents, one space between words; each letter with its place in the text.
struct Folded {
    letters: Vec<(char, usize)>,
    length: usize,
}

impl Folded {
    fn of(text: &str) -> Self {
        let (mut letters, mut length): (Vec<(char, usize)>, usize) = (Vec::new(), 0);
        for (place, letter) in text.chars().enumerate() {
            length = place + 1;
            if letter.is_whitespace() && letter != '\n' {
                if letters.last().is_none_or(|(last, _)| *last != ' ') {
                    letters.push((' ', place));
                }
            } else {
                let plain = letter.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase);
                letters.extend(plain.map(|part| (part, place)));
            }
        }
        Self { letters, length }
    }

    fn letter(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|(letter, _)| *letter)
    }

    /// The place of a letter in the text; behind the last one that of its end, so that accents belong to what they stand on.
    fn place(&self, at: usize) -> usize {
        self.letters.get(at).map_or(self.length, |(_, place)| *place)
    }

    /// The next `@` that begins a word; one inside a mail address does not.
    fn next_call(&self, from: usize) -> Option<usize> {
        let begins = |at: &usize| self.letter(*at) == Some('@') && !at.checked_sub(1).and_then(|before| self.letter(before)).is_some_and(is_of_a_word);
        (from..self.letters.len()).find(begins)
    }

    /// Whether a name that ends here is not part of a longer word, address or handle.
    fn ends(&self, at: usize) -> bool {
        match self.letter(at) {
            None => true,
            Some('.' | '-' | '@') => !self.letter(at + 1).is_some_and(is_of_a_word),
            Some(letter) => !is_of_a_word(letter),
        }
    }

    fn says(&self, at: usize, name: &[char]) -> bool {
        self.letters.get(at..at + name.len()).is_some_and(|here| here.iter().map(|(letter, _)| letter).eq(name)) && self.ends(at + name.len())
    }

    /// Where what stands behind an `@` ends, and whom it means; nothing where no word stands there.
    fn meant(&self, at: usize, people: &[Named<'_>]) -> Option<(usize, Result<PersonId, Untold>)> {
        let full = people.iter().filter(|named| self.says(at, &named.full)).map(|named| (named.full.len(), named.who));
        let first = || people.iter().filter_map(|named| Some((named.first.as_ref()?, named.who))).filter(|(first, _)| self.says(at, first));
        let longest = one_of_the_longest(full).or_else(|| one_of_the_longest(first().map(|(first, who)| (first.len(), who))));
        if let Some((length, who)) = longest {
            return Some((at + length, who));
        }
        let end = (at..=self.letters.len()).find(|end| self.ends(*end)).filter(|end| *end > at)?;
        Some((end, Err(Untold::Unknown)))
    }
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whom the longest of some names means, with its length.
fn one_of_the_longest<'p>(names: impl Iterator<Item = (usize, &'p Somebody)> + Clone) -> Option<(usize, Result<PersonId, Untold>)> {
    let length = names.clone().map(|(length, _)| length).max()?;
    let mut active = names.filter(|(this, who)| *this == length && who.active).map(|(_, who)| who.id);
    let who = match (active.next(), active.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Untold::Ambiguous),
        (None, _) => Err(Untold::Disabled),
    };
    Some((length, who))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Ids;

    fn people(names: &[&str]) -> Vec<Somebody> {
        let ids = Ids::counting();
        // A name in brackets is of somebody who can no longer sign in.
        let somebody = |name: &&str| Somebody { id: ids.make(), name: name.trim_matches(['(', ')']).to_owned(), active: !name.starts_with('(') };
        names.iter().map(somebody).collect()
    }

    fn found(text: &str, names: &[&str]) -> Vec<(String, Result<String, Untold>)> {
        let people = people(names);
        let name = |id| people.iter().find(|who| who.id == id).unwrap().name.clone();
        calls(text, &people).into_iter().map(|call| (call.words, call.who.map(name))).collect()
    }

    fn one(text: &str, names: &[&str]) -> (String, Result<String, Untold>) {
        let mut all = found(text, names);
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    fn means(words: &str, name: &str) -> (String, Result<String, Untold>) {
        (words.to_owned(), Ok(name.to_owned()))
    }

    fn nobody(words: &str, why: Untold) -> (String, Result<String, Untold>) {
        (words.to_owned(), Err(why))
    }

    #[test]
    fn the_longest_full_name_is_meant() {
        let names = ["Ana", "Ana Lima", "Ana Lima Costa", "Ron Reviewer"];
        assert_eq!(one("See this, @Ana Lima Costa: is it so?", &names), means("@Ana Lima Costa", "Ana Lima Costa"));
        assert_eq!(one("@Ana Lima, look.", &names), means("@Ana Lima", "Ana Lima"));
        assert_eq!(one("@ana looks", &names), means("@ana", "Ana"));
        assert_eq!(found("(@Ron Reviewer)/@Ana’s", &names), [means("@Ron Reviewer", "Ron Reviewer"), means("@Ana", "Ana")]);
    }

    #[test]
    fn case_accents_and_spaces_do_not_matter() {
        assert_eq!(one("Bonjour @ZOE  lefevre !", &["Zoé Lefèvre"]), means("@ZOE  lefevre", "Zoé Lefèvre"));
        assert_eq!(one("@Zoe\u{301} Lefe\u{300}vre", &["Zoé Lefèvre"]), means("@Zoe\u{301} Lefe\u{300}vre", "Zoé Lefèvre"));
        assert_eq!(one("@Zoé\u{a0}Lefèvre", &["Zoe Lefevre"]), means("@Zoé\u{a0}Lefèvre", "Zoe Lefevre"));
        assert_eq!(one("@이민호 보세요", &["이민호"]), means("@이민호", "이민호"));
        assert_eq!(one("@Мария", &["мария"]), means("@Мария", "мария"));
        // Not over the end of a line.
        assert_eq!(one("@Ana\nLima", &["Ana Lima", "Ana Costa"]), nobody("@Ana", Untold::Ambiguous));
    }

    #[test]
    fn a_first_name_is_enough_where_one_active_person_has_it() {
        let names = ["Ana Lima", "Ron Reviewer", "Ron Editor", "(Eva Old)", "Eva New", "(Tom Gone)"];
        assert_eq!(one("@Ana look", &names), means("@Ana", "Ana Lima"));
        assert_eq!(one("@Ron look", &names), nobody("@Ron", Untold::Ambiguous));
        assert_eq!(one("@Eva look", &names), means("@Eva", "Eva New"));
        assert_eq!(one("@Tom look", &names), nobody("@Tom", Untold::Disabled));
        assert_eq!(one("@Eva Old look", &names), nobody("@Eva Old", Untold::Disabled));
        assert_eq!(one("@Sam Twin", &["Sam Twin", "Sam Twin"]), nobody("@Sam Twin", Untold::Ambiguous));
        assert_eq!(one("@Sam Twin", &["(Sam Twin)", "Sam Twin"]), means("@Sam Twin", "Sam Twin"));
    }

    #[test]
    fn what_means_nobody_is_told_and_addresses_are_left_alone() {
        let names = ["Ana Lima", "Ron"];
        assert_eq!(one("@Nobody said so", &names), nobody("@Nobody", Untold::Unknown));
        assert_eq!(one("as @ana_lima.press wrote.", &names), nobody("@ana_lima.press", Untold::Unknown));
        assert_eq!(one("@ron@press.example wrote", &names), nobody("@ron@press.example", Untold::Unknown));
        assert_eq!(one("@Ron-Paul", &names), nobody("@Ron-Paul", Untold::Unknown));
        for none in ["", "@", "@ Ron", "mail ron@desk.example", "a@Ron", "@@", "@\n", "3 @ 5", "@…"] {
            assert_eq!(found(none, &names), [], "{none}");
        }
        assert_eq!(found("@Ron", &[""]), [nobody("@Ron", Untold::Unknown)]);
    }

    #[test]
    fn places_count_letters_of_the_text() {
        let call = calls("Zoé: @Ron!", &people(&["Ron"])).remove(0);
        assert_eq!(call.span, Span::new(5, 9));
        let text = "@Ron ".repeat(4_000);
        assert_eq!(calls(&text, &people(&["Ron"])).len(), 4_000);
    }
}
