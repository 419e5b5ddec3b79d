//! Words and marks of a sentence.

use super::lexicon::TITLES;
use crate::span::Span;

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub span: Span,
    /// Lower-case form; apostrophes of one kind, the stop of an abbreviated title left out.
    pub low: String,
    pub capital: bool,
    /// Whether it is all capitals, of two at least.
    pub upper: bool,
    pub word: bool,
}

impl Token {
    /// The mark, where the token is one.
    pub fn mark(&self) -> Option<char> {
        if self.word { None } else { self.low.chars().next() }
    }

    pub fn is(&self, text: &str) -> bool {
        self.low == text
    }

    pub fn is_any(&self, list: &[&str]) -> bool {
        let low = self.low.as_bytes();
        // Most words differ in length or in the first letter.
        self.word && list.iter().any(|word| word.len() == low.len() && word.as_bytes().first() == low.first() && word.as_bytes() == low)
    }

    pub fn is_number(&self) -> bool {
        self.word && self.low.starts_with(|c: char| c.is_numeric())
    }

    /// Whether the word owns what follows: “Markov's”, “sources'”.
    pub fn is_possessive(&self) -> bool {
        self.word && (self.low.ends_with("'s") || self.low.ends_with("s'"))
    }
}

/// The tokens of `span`: words (letters, digits, inner apostrophes, hyphens and stops) and single marks. A
/// possessive ending stays with its word, and so does the stop of an initial or a title (“J. Doe”, “Mr. Doe”).
/// Two apostrophes in a row are a double quotation mark.
pub(super) fn tokens(chars: &[char], span: Span) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = span.start;
    let mut single = false;
    while at < span.end {
        let Some(&c) = chars.get(at) else { break };
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        let mut token = if is_word(c) { word(chars, at, span.end) } else { mark(chars, at, span.end) };
        single |= matches!(c, '‘' | '\'');
        if !single && token.word && owns(chars, token.span, span.end) {
            token.span.end += 1;
            token.low.push('\'');
        }
        at = token.span.end;
        found.push(token);
    }
    found
}

fn mark(chars: &[char], at: usize, end: usize) -> Token {
    let c = chars.get(at).copied().unwrap_or_default();
    let doubled = matches!(c, '\'' | '’' | '‘' | '`') && at + 1 < end && chars.get(at + 1) == Some(&c);
    let low = if doubled { "\"".to_owned() } else { c.to_string() };
    Token { span: Span::new(at, if doubled { at + 2 } else { at + 1 }), low, capital: false, upper: false, word: false }
}

fn word(chars: &[char], from: usize, end: usize) -> Token {
    let mut at = from + 1;
    while at < end {
        let Some(&c) = chars.get(at) else { break };
        if is_word(c) || is_combining(c) || joins(chars, at, end) {
            at += 1;
        } else {
            break;
        }
    }
    let text = chars.get(from..at).unwrap_or_default();
    let low = lower(text);
    let capital = text.first().is_some_and(|c| c.is_uppercase());
    let titled = capital && (text.len() == 1 || TITLES.contains(&low.as_str()));
    let stop = titled && chars.get(at) == Some(&'.') && at + 2 < end && chars.get(at + 1).is_some_and(|c| c.is_whitespace());
    let until = if stop && chars.get(at + 2).is_some_and(|c| c.is_uppercase()) { at + 1 } else { at };
    let upper = text.len() > 1 && text.iter().all(|c| !c.is_lowercase()) && text.iter().filter(|c| c.is_uppercase()).count() > 1;
    Token { span: Span::new(from, until), low, capital, upper, word: true }
}

/// The word in lower case, with apostrophes of one kind.
fn lower(text: &[char]) -> String {
    let mut low = String::with_capacity(text.len());
    for c in text {
        match c {
            '’' => low.push('\''),
            c if c.is_ascii() => low.push(c.to_ascii_lowercase()),
            c => low.extend(c.to_lowercase()),
        }
    }
    low
}

/// Whether a word is a plural whose apostrophe stands behind it: “the sources’ word”.
fn owns(chars: &[char], word: Span, end: usize) -> bool {
    let plural = word.end.checked_sub(1).and_then(|last| chars.get(last)).is_some_and(|c| matches!(c, 's' | 'S'));
    plural
        && word.end + 2 < end
        && matches!(chars.get(word.end), Some('’' | '\''))
        && chars.get(word.end + 1) == Some(&' ')
        && chars.get(word.end + 2).is_some_and(|c| c.is_alphabetic())
}

/// Whether the mark at `at` stands inside a word or a number.
fn joins(chars: &[char], at: usize, end: usize) -> bool {
    let next = chars.get(at + 1).filter(|_| at + 1 < end);
    let numbers = || at.checked_sub(1).and_then(|before| chars.get(before)).is_some_and(|c| c.is_numeric()) && next.is_some_and(|c| c.is_numeric());
    match chars.get(at) {
        Some('\'' | '’' | '-' | '.' | '‑') => next.is_some_and(|c| is_word(*c)),
        Some(',') => numbers(),
        _ => false,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[rustfmt::skip]
fn is_combining(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}'
            | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{E31}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{200C}' | '\u{200D}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        tokens(&chars, Span::new(0, chars.len())).iter().map(|t| super::super::text_of(&chars, t.span)).collect()
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        assert_eq!(
            words("Mr. J. Doe’s 1,200 U.N.-led co-ops, he said."),
            ["Mr.", "J.", "Doe’s", "1,200", "U.N", ".", "-", "led", "co-ops", ",", "he", "said", "."]
        );
        assert_eq!(words("No. he is the no. 1"), ["No", ".", "he", "is", "the", "no", ".", "1"]);
    }

    #[test]
    fn two_apostrophes_are_one_mark() {
        assert_eq!(words("''a genius'' he said"), ["''", "a", "genius", "''", "he", "said"]);
    }
}
