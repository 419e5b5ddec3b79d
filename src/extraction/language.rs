//! Which language a text is in.

use whatlang::{Lang, Script};

/// How much of a text is looked at: a few thousand scalar values are plenty, and keep a huge text cheap.
const SAMPLE: usize = 4_000;

/// Common words that set English apart from its neighbours.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "that", "with", "from", "has", "have", "were", "been", "this", "said", "says", "which", "would", "who", "they", "their", "will", "not",
    "to",
];

/// BCP 47 code of the language, `und` where the text is too short to tell.
pub(super) fn guess(text: &str) -> String {
    let sample: String = text.chars().take(SAMPLE).collect();
    if is_english(&sample) {
        return "en".to_owned();
    }
    match whatlang::detect(&sample) {
        // A script that few languages share tells more than the length of the text.
        Some(info) if info.lang() != Lang::Eng && (info.is_reliable() || sample.chars().count() > 200 || info.script() != Script::Latin) => {
            code(info.lang()).to_owned()
        }
        Some(info) if info.lang() == Lang::Eng => "en".to_owned(),
        _ => "und".to_owned(),
    }
}

/// Whether two different common English words make up a good part of the text. Surer on short texts than letter
/// statistics are.
fn is_english(sample: &str) -> bool {
    let (mut words, mut common) = (0_usize, 0_usize);
    let mut seen: Vec<&str> = Vec::new();
    for word in sample.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words += 1;
        if let Some(known) = ENGLISH.iter().find(|known| word.eq_ignore_ascii_case(known)) {
            common += 1;
            if !seen.contains(known) {
                seen.push(known);
            }
        }
    }
    seen.len() >= 2 && common * 8 >= words
}

#[rustfmt::skip]
fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::Afr => "af", Lang::Aka => "ak", Lang::Amh => "am", Lang::Ara => "ar", Lang::Aze => "az", Lang::Bel => "be", Lang::Ben => "bn",
        Lang::Bul => "bg", Lang::Cat => "ca", Lang::Ces => "cs", Lang::Cmn => "zh", Lang::Cym => "cy", Lang::Dan => "da", Lang::Deu => "de",
        Lang::Ell => "el", Lang::Eng => "en", Lang::Epo => "eo", Lang::Est => "et", Lang::Fin => "fi", Lang::Fra => "fr", Lang::Guj => "gu",
        Lang::Heb => "he", Lang::Hin => "hi", Lang::Hrv => "hr", Lang::Hun => "hu", Lang::Hye => "hy", Lang::Ind => "id", Lang::Ita => "it",
        Lang::Jav => "jv", Lang::Jpn => "ja", Lang::Kan => "kn", Lang::Kat => "ka", Lang::Khm => "km", Lang::Kor => "ko", Lang::Lat => "la",
        Lang::Lav => "lv", Lang::Lit => "lt", Lang::Mal => "ml", Lang::Mar => "mr", Lang::Mkd => "mk", Lang::Mya => "my", Lang::Nep => "ne",
        Lang::Nld => "nl", Lang::Nob => "nb", Lang::Ori => "or", Lang::Pan => "pa", Lang::Pes => "fa", Lang::Pol => "pl", Lang::Por => "pt",
        Lang::Ron => "ro", Lang::Rus => "ru", Lang::Sin => "si", Lang::Slk => "sk", Lang::Slv => "sl", Lang::Sna => "sn", Lang::Spa => "es",
        Lang::Srp => "sr", Lang::Swe => "sv", Lang::Tam => "ta", Lang::Tel => "te", Lang::Tgl => "tl", Lang::Tha => "th", Lang::Tuk => "tk",
        Lang::Tur => "tr", Lang::Ukr => "uk", Lang::Urd => "ur", Lang::Uzb => "uz", Lang::Vie => "vi", Lang::Yid => "yi", Lang::Zul => "zu",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_english_text_is_known_as_one() {
        assert_eq!(guess("Mr Doe said the talks of the two ministers went on."), "en");
        assert_eq!(guess("Kremlin confirms the visit and says that it will take place."), "en");
    }

    #[test]
    fn other_languages_get_their_two_letters() {
        assert_eq!(guess("Der Kreml hat den Besuch des Präsidenten bestätigt, wie russische Medien berichten."), "de");
        assert_eq!(guess("Le Kremlin a confirmé la visite du président, selon plusieurs médias russes."), "fr");
        assert_eq!(guess("クレムリンは大統領の訪問を確認した。"), "ja");
    }

    #[test]
    fn too_little_to_tell_is_undetermined() {
        assert_eq!(guess(""), "und");
        assert_eq!(guess("12 34"), "und");
    }
}
