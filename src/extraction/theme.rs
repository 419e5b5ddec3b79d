//! What words tell of the sentences they stand in: that something is counted, compared, blamed.

use super::lexicon;
use super::quick::QuickMap;
use super::token::Token;
use std::sync::LazyLock;

/// What a word can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    Comparison,
    Record,
    Accusation,
    Causal,
    Rule,
    /// A number in words, or a word for one.
    Number,
}

impl Theme {
    /// Those that are weighed, in the order that the model of check-worthiness knows.
    pub const WEIGHED: [Self; 5] = [Self::Comparison, Self::Record, Self::Accusation, Self::Causal, Self::Rule];

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Comparison => lexicon::COMPARISON,
            Self::Record => lexicon::RECORD,
            Self::Accusation => lexicon::ACCUSATION,
            Self::Causal => lexicon::CAUSAL,
            Self::Rule => lexicon::RULE,
            Self::Number => lexicon::NUMBER_WORDS,
        }
    }
}

/// A set of themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Themes(u8);

impl Themes {
    /// What a word tells by itself.
    pub fn of(token: &Token) -> Self {
        if token.word { THEMES.get(token.low.as_str()).copied().unwrap_or_default() } else { Self::default() }
    }

    /// What any of these words tells.
    pub fn of_all(tokens: &[&Token]) -> Self {
        Self(tokens.iter().fold(0, |sum, token| sum | Self::of(token).0))
    }

    pub fn has(self, theme: Theme) -> bool {
        self.0 & 1 << theme as u8 != 0
    }
}

static THEMES: LazyLock<QuickMap<&'static str, Themes>> = LazyLock::new(|| {
    let mut themes: QuickMap<&str, Themes> = QuickMap::default();
    for theme in Theme::WEIGHED.into_iter().chain([Theme::Number]) {
        for word in theme.words() {
            themes.entry(word).or_default().0 |= 1 << theme as u8;
        }
    }
    themes
});
