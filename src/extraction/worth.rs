//! How much a sentence deserves checking, by what was learned from sentences that fact-checkers chose.

use super::linear::{Linear, key, value};
use super::theme::{Theme, Themes};
use super::token::Token;
use std::sync::LazyLock;

static MODEL: LazyLock<Option<Linear<'static>>> = LazyLock::new(|| Linear::read(super::weights::WORTHINESS));

/// The weights that the program carries.
pub(super) fn model() -> Option<Linear<'static>> {
    *MODEL
}

/// The score of a sentence that is as often chosen as not where half of all are, and how far scores lie apart.
const MIDDLE: f32 = -2.5;
const SPREAD: f32 = 1.0;

/// The chance, from 0 to 1, that fact-checkers would choose the sentence of these tokens.
pub(super) fn chance(tokens: &[&Token], model: Linear<'_>) -> f64 {
    let score = model.score(&keys(tokens));
    f64::from(1.0 / (1.0 + (-(score - MIDDLE) / SPREAD).exp()))
}

/// The keys of a sentence.
pub(super) fn keys(tokens: &[&Token]) -> Vec<u32> {
    let words: Vec<&Token> = tokens.iter().copied().filter(|t| t.word).collect();
    let themes = Themes::of_all(&words);
    let mut keys = Vec::with_capacity(words.len() * 4 + 16);
    keys.push(key(0, &[]));
    let mut add = |template: u32, values: &[u32]| keys.push(key(template, values));
    let forms: Vec<u32> = words.iter().map(|t| form(t)).collect();
    for pair in forms.windows(2) {
        if let [a, b] = pair {
            add(2, &[*a, *b]);
        }
    }
    let mut once = forms.clone();
    once.sort_unstable();
    once.dedup();
    for form in &once {
        add(1, &[*form]);
    }
    let count = |fits: &dyn Fn(&Token) -> bool| u32::try_from(words.iter().filter(|t| fits(t)).count().min(4)).unwrap_or_default();
    let numbers = count(&|t: &Token| t.is_number() || themes.has(Theme::Number) && Themes::of(t).has(Theme::Number));
    let names = u32::try_from(words.iter().skip(1).filter(|t| t.capital && !t.is("i") && !t.low.starts_with("i'")).count().min(4)).unwrap_or_default();
    let length = bucket(words.len());
    let past = count(&|t: &Token| {
        t.low.len() > 4 && t.low.ends_with("ed")
            || t.is_any(&["was", "were", "had", "did", "went", "came", "got", "took", "made", "gave", "said", "lost", "left", "cut", "put", "voted"])
    })
    .min(2);
    let own = u32::from(words.iter().any(|t| t.is_any(&["i", "my", "me", "i'm", "i've", "i'll"])));
    let our = u32::from(words.iter().any(|t| t.is_any(&["we", "our", "us", "we're", "we've", "we'll"])));
    let your = u32::from(words.iter().any(|t| t.is_any(&["you", "your", "you're"])));
    let later = u32::from(words.iter().any(|t| t.is_any(&["will", "would", "going", "should", "let", "let's", "want", "gonna", "think", "believe"])));
    let asks = u32::from(tokens.iter().rev().take(2).any(|t| t.mark() == Some('?')));
    add(3, &[length]);
    add(4, &[numbers]);
    add(5, &[names]);
    add(6, &[numbers, length]);
    add(7, &[names, length]);
    add(8, &[past, own, our]);
    add(9, &[later, numbers.min(1)]);
    add(10, &[asks]);
    add(11, &[your, own]);
    add(12, &[numbers.min(1), names.min(2), past]);
    for (n, theme) in Theme::WEIGHED.into_iter().enumerate() {
        if themes.has(theme) {
            add(13, &[u32::try_from(n).unwrap_or_default()]);
            add(14, &[u32::try_from(n).unwrap_or_default(), numbers.min(1)]);
        }
    }
    if let [first, second, ..] = forms.as_slice() {
        add(15, &[*first]);
        add(16, &[*first, *second]);
    }
    for word in &words {
        let n = word.low.chars().count();
        if n > 5 {
            add(17, &[value(word.low.chars().take(5))]);
            add(18, &[value(word.low.chars().skip(n - 3))]);
        }
    }
    keys
}

/// A word; figures by their kind.
fn form(token: &Token) -> u32 {
    if !token.is_number() {
        return value(token.low.chars());
    }
    let digits = token.low.chars().filter(char::is_ascii_digit).count();
    let year = digits == 4 && token.low.len() == 4 && (token.low.starts_with("19") || token.low.starts_with("20"));
    if year {
        1
    } else if digits > 3 {
        2
    } else if token.low.contains('.') {
        3
    } else {
        4 + u32::from(digits > 1)
    }
}

fn bucket(words: usize) -> u32 {
    match words {
        0..=4 => 0,
        5..=7 => 1,
        8..=11 => 2,
        12..=16 => 3,
        17..=24 => 4,
        25..=35 => 5,
        _ => 6,
    }
}
