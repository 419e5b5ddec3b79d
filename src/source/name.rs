//! When two names are the same name. Pure.

use unicode_normalization::UnicodeNormalization;

/// A name folded for comparison: compatibility forms made plain (NFKC), lower case, apostrophes and
/// dashes of one kind, possessive endings, leading articles and surplus white space gone. So “The Kremlin”
/// and “Kremlin’s” are one name, “South Korea’s defense ministry” stays itself however its apostrophe is set.
pub fn name_key(name: &str) -> String {
    let plain: String = name
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '‐' | '‑' | '–' | '—' | '−' => '-',
            '\0' => '\u{FFFD}',
            c => c,
        })
        .filter(|c| !matches!(c, '“' | '”' | '"' | '«' | '»' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'))
        .collect();
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    if words.len() > 1 && matches!(words.first(), Some(&("the" | "a" | "an"))) {
        words.remove(0);
    }
    let mut key = words.join(" ");
    for ending in ["'s", "'"] {
        if key.len() > ending.len() && key.ends_with(ending) {
            key.truncate(key.len() - ending.len());
            break;
        }
    }
    key.trim_end_matches(['.', ',', ';', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        assert_eq!(name_key("The Kremlin"), name_key("kremlin’s"));
        assert_eq!(name_key("South Korea’s  defense ministry"), name_key("South Korea's defense ministry"));
        assert_eq!(name_key("Ｒｅｕｔｅｒｓ"), "reuters");
    }

    #[test]
    fn different_names_stay_different() {
        assert_ne!(name_key("The Times"), name_key("Times of India"));
        assert_ne!(name_key("a"), name_key(""));
    }
}
