//! The fonts that are in the program (`fonts/`), and which characters they can show.

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use rust_embed::RustEmbed;
use std::sync::LazyLock;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

#[derive(RustEmbed)]
#[folder = "fonts"]
struct Files;

/// All fonts, read once.
pub(super) struct Fonts {
    /// What the typesetter chooses from.
    pub(super) book: LazyHash<FontBook>,
    /// The fonts, in the order of the book.
    pub(super) all: Vec<Font>,
    /// A bit a character.
    shown: Vec<u64>,
}

impl Fonts {
    pub(super) fn all() -> &'static Self {
        static ALL: LazyLock<Fonts> = LazyLock::new(Fonts::read);
        &ALL
    }

    fn read() -> Self {
        let files = Files::iter().filter(|name| name.ends_with(".ttf")).filter_map(|name| Files::get(&name));
        let fonts: Vec<Font> = files.flat_map(|file| Font::iter(Bytes::new(file.data)).collect::<Vec<_>>()).collect();
        let mut shown = vec![0; 0x11_0000 / 64];
        for code in fonts.iter().flat_map(|font| font.info().coverage.iter()) {
            if let Some(bits) = usize::try_from(code / 64).ok().and_then(|at| shown.get_mut(at)) {
                *bits |= 1 << (code % 64);
            }
        }
        Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), all: fonts, shown }
    }

    /// Whether some font shows a character. Those for private use are never shown: they mean nothing to others.
    pub(super) fn show(&self, c: char) -> bool {
        let code = u32::from(c);
        let bits = usize::try_from(code / 64).ok().and_then(|at| self.shown.get(at)).copied().unwrap_or_default();
        bits & (1 << (code % 64)) != 0 && CodePointMapData::<GeneralCategory>::new().get(c) != GeneralCategory::PrivateUse
    }

    /// Whether one font shows all of these characters, as it must where they are drawn as one.
    pub(super) fn show_together(&self, together: &[char]) -> bool {
        self.all.iter().any(|font| together.iter().all(|c| font.info().coverage.contains(u32::from(*c))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fonts_show_the_scripts_of_the_world() {
        let fonts = Fonts::all();
        for text in [
            "Ağustos Łódź Việt",
            "Проверка",
            "Ελληνικά",
            "مرحبا پاکستان",
            "שלום",
            "中国國",
            "日本のカナ",
            "한국어",
            "हिन्दी বাংলা தமிழ்",
            "ไทย",
            "ქართული հայերեն አማርኛ",
            "🚀☂→✓€₽₹",
            "\u{FFFD}□",
        ] {
            for c in text.chars().filter(|c| !c.is_whitespace()) {
                assert!(fonts.show(c), "{c} of {text} is in no font");
            }
        }
        assert!(!fonts.show('\u{E000}') && !fonts.show('\u{10FFFF}'));
        assert!(fonts.show_together(&['e', '\u{301}']) && !fonts.show_together(&['中', '\u{5D0}']));
    }
}
