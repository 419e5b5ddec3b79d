//! Words as they are compared: folded, without their endings, as numbers.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that say little of what a text is about, and leftovers of web addresses.
const STOP: &str = " a an the of and or to in on at for from by with as is are was were be been being it its this that these those he she \
they we i you his her their our your my me him them us who whom which what when where why how do does did done has have had having not no nor so if \
than then there here just about into over under after before up down out off all any some more most such only own same too very can could will would \
shall should may might must am im also one rt via amp pic twitter com https http t co www ";

/// Small letters without accents.
pub(super) fn fold(text: &str) -> String {
    let plain = |c: char| if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c };
    text.nfkd().filter(|c| !is_combining_mark(*c)).map(plain).flat_map(char::to_lowercase).collect()
}

/// Whether a folded word says little.
pub(super) fn is_stop(word: &str) -> bool {
    // No word holds a space, so that a whole entry is found or none.
    STOP.match_indices(word).any(|(at, found)| {
        let before = STOP.get(..at).is_some_and(|rest| rest.ends_with(' '));
        before && STOP.get(at + found.len()..).is_some_and(|rest| rest.starts_with(' '))
    })
}

/// A folded word without the ending that its part in the sentence gives it: “claims”, “claimed” and “claiming” are one.
pub(super) fn stem(word: &str) -> String {
    let mut rest = word.to_owned();
    let length = word.chars().count();
    if length > 4 && word.ends_with("ies") {
        cut(&mut rest, 3);
        rest.push('y');
    } else if length > 4 && word.ends_with("sses") {
        cut(&mut rest, 2);
    } else if length > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|kept| word.ends_with(kept)) {
        cut(&mut rest, 1);
    }
    for ending in ["ingly", "edly", "ing", "ed", "ly", "er", "ion", "e"] {
        let least = if ending == "e" { 3 } else { 4 };
        if rest.ends_with(ending) && rest.chars().count() >= ending.len() + least {
            cut(&mut rest, ending.len());
            let mut last = rest.chars().rev();
            if let (Some(one), Some(other)) = (last.next(), last.next())
                && one == other
                && !matches!(one, 'l' | 's' | 'z')
                && rest.chars().count() > 3
            {
                rest.pop();
            }
            break;
        }
    }
    if rest.ends_with('i') && rest.chars().count() > 3 {
        rest.pop();
        rest.push('y');
    }
    rest
}

fn cut(word: &mut String, characters: usize) {
    for _ in 0..characters {
        word.pop();
    }
}

/// The number that stands for some characters: FNV-1a of 32 bits.
pub(super) fn key(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_are_one() {
        let same = |words: &[&str]| words.iter().map(|word| stem(word)).collect::<std::collections::BTreeSet<_>>().len() == 1;
        assert!(same(&["claims", "claimed", "claiming"]));
        assert!(same(&["party", "parties"]));
        assert!(same(&["stop", "stopped", "stopping"]) || stem("stopped") == "stop");
        assert_ne!(stem("news"), stem("newer"));
    }

    #[test]
    fn stop_words_are_whole_words() {
        assert!(is_stop("the") && is_stop("www") && is_stop("a"));
        assert!(!is_stop("th") && !is_stop("he the") && !is_stop("vaccine"));
    }

    #[test]
    fn accents_and_capitals_count_for_nothing() {
        assert_eq!(fold("Żółć’s É"), "zołc's e");
    }
}
