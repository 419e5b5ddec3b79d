//! Names taken apart for comparing them: words without titles, articles, accents and spelling of one country. Pure.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// Its words that say something, in order.
    pub words: Vec<String>,
    /// Whether it is a person's.
    pub person: bool,
    /// Whether it came with a title.
    pub titled: bool,
    /// The letters that could stand for it: with the small words, and without.
    pub initials: Vec<String>,
    /// The letters, where it is itself such.
    pub short: Option<String>,
}

/// Words that stand between others.
const SMALL: [&str; 14] = ["the", "a", "an", "of", "for", "and", "on", "in", "to", "at", "de", "la", "du", "des"];
/// Words before a person's name.
const TITLES: [&str; 32] = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "hon", "president", "minister", "chancellor",
    "senator", "sen", "representative", "rep", "governor", "gov", "general", "gen", "colonel", "col", "captain", "capt", "judge", "justice",
];
/// Words that two countries spell otherwise and no rule covers.
const SPELT: [(&str, &str); 8] = [
    ("defence", "defense"),
    ("offence", "offense"),
    ("licence", "license"),
    ("programme", "program"),
    ("grey", "gray"),
    ("cheque", "check"),
    ("catalogue", "catalog"),
    ("aluminium", "aluminum"),
];
/// Endings that two countries spell otherwise. What stands before them must be a few letters: “hour” is no “hor”.
const ENDINGS: [(&str, &str); 9] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("ours", "ors"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("elling", "eling"),
];

impl Folded {
    /// A name taken apart.
    pub fn of(name: &str, person: bool) -> Self {
        let all: Vec<&str> =
            name.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '\'' | '’' | '&' | '·'))).filter(|word| !word.is_empty()).collect();
        let mut folded = Self { person, ..Self::default() };
        let (mut letters, mut letters_that_say) = (String::new(), String::new());
        for word in &all {
            let plain = plain(word);
            if plain.is_empty() {
                continue;
            }
            letters.extend(plain.chars().next());
            if SMALL.contains(&plain.as_str()) {
                continue;
            }
            letters_that_say.extend(plain.chars().next());
            if person && folded.words.is_empty() && TITLES.contains(&plain.as_str()) {
                folded.titled = true;
                continue;
            }
            folded.words.push(spelt(plain));
        }
        if folded.words.len() > 1 {
            let begins = letters.strip_prefix('t').filter(|_| all.first().is_some_and(|word| word.eq_ignore_ascii_case("the")));
            folded.initials = vec![begins.unwrap_or(&letters).to_owned(), letters_that_say];
            folded.initials.dedup();
            folded.initials.retain(|letters| letters.chars().count() > 1);
        }
        folded.short = short(&all);
        folded
    }

    /// Its words in order of the alphabet.
    pub fn bag(&self) -> String {
        self.bag_without(usize::MAX)
    }

    /// The same, without the word at a place.
    pub fn bag_without(&self, at: usize) -> String {
        let mut words: Vec<&str> = self.words.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, word)| word.as_str()).collect();
        words.sort_unstable();
        words.join(" ")
    }

    /// Whether two names with as many words differ in one of them by a letter or two.
    pub fn differ_by_a_slip(&self, other: &Self) -> bool {
        let mut differing = self.words.iter().zip(&other.words).filter(|(a, b)| a != b);
        match (differing.next(), differing.next()) {
            (Some((a, b)), None) => near(a, b),
            _ => false,
        }
    }
}

/// Lower case without accents, points and apostrophes; a possessive ending is gone.
fn plain(word: &str) -> String {
    let lower: String = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
    let base = lower.trim_end_matches(['\'', '’', '.']);
    let base = base.strip_suffix("'s").or_else(|| base.strip_suffix("’s")).unwrap_or(base);
    base.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A word in the spelling that all are compared in.
fn spelt(word: String) -> String {
    if let Some((_, one)) = SPELT.iter().find(|(other, _)| *other == word) {
        return (*one).to_owned();
    }
    for (british, american) in ENDINGS {
        if let Some(stem) = word.strip_suffix(british)
            && stem.chars().count() >= 3
        {
            return format!("{stem}{american}");
        }
    }
    word
}

/// The letters of a name that is nothing but letters which stand for others: “WHO”, “W.H.O.”, “`MoD`”.
fn short(words: &[&str]) -> Option<String> {
    let [only] = words else { return None };
    let letters: Vec<char> = only.chars().filter(|c| c.is_alphabetic()).collect();
    let great = letters.iter().filter(|c| c.is_uppercase()).count();
    let fits = (2..=8).contains(&letters.len()) && great >= 2 && great * 2 >= letters.len() && only.chars().all(|c| c.is_alphabetic() || c == '.');
    fits.then(|| letters.iter().flat_map(|c| c.to_lowercase()).collect())
}

/// Whether two words differ by a slip: one letter in a word of five or more, two in one of nine or more. Numbers never do.
pub(super) fn near(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let most = match a.len().min(b.len()) {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    };
    let number = a.iter().chain(&b).any(|c| c.is_numeric());
    most > 0 && !number && a != b && a.len().abs_diff(b.len()) <= most && distance(&a, &b) <= most
}

/// How many letters have to be put in, taken out or exchanged, or stand in each other's place.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], place: usize| row.get(place).copied().unwrap_or(usize::MAX - 1);
            let mut least = (at(&row, j) + usize::from(x != y)).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let turned = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x) && x != y;
            if turned {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_its_words_in_one_spelling() {
        assert_eq!(Folded::of("The Ministry of Defence", false).bag(), Folded::of("defense ministry", false).bag());
        assert_eq!(Folded::of("Centre for Labour Programmes", false).words, ["center", "labor", "programmes"]);
        assert_eq!(Folded::of("Dr. José Müller’s", true).words, ["jose", "muller"]);
        assert_eq!(Folded::of("The Hour", false).words, ["hour"]);
    }

    #[test]
    fn letters_that_stand_for_a_name() {
        assert_eq!(Folded::of("World Health Organization", false).initials, ["who"]);
        assert_eq!(Folded::of("The Ministry of Defence", false).initials, ["mod", "md"]);
        assert_eq!(Folded::of("W.H.O.", false).short.as_deref(), Some("who"));
        assert_eq!(Folded::of("MoD", false).short.as_deref(), Some("mod"));
        assert_eq!((Folded::of("Reuters", false).short, Folded::of("WHO Europe", false).short), (None, None));
    }

    #[test]
    fn a_slip_is_a_letter_or_two_in_a_long_word_and_never_a_number() {
        assert!(near("zelensky", "zelenskiy") && near("bloomberg", "blomberg") && near("reuters", "reutres"));
        assert!(!near("iran", "iraq") && !near("north", "south") && !near("source12", "source13") && !near("austria", "australia"));
    }
}
