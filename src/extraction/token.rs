//! Words and marks of a sentence.

use crate::span::Span;

#[derive(Clone, Debug)]
pub(super) struct Token {
    pub span: Span,
    /// Lower-case form; apostrophes of one kind.
    pub low: String,
    pub capital: bool,
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
        self.word && list.contains(&self.low.as_str())
    }

    pub fn is_number(&self) -> bool {
        self.word && self.low.starts_with(|c: char| c.is_numeric())
    }
}

/// The tokens of `span`: words (letters, digits, inner apostrophes, hyphens and stops) and single marks. A
/// possessive ending stays with its word.
pub(super) fn tokens(chars: &[char], span: Span) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let Some(&c) = chars.get(at) else { break };
        if c.is_whitespace() {
            at += 1;
            continue;
        }
        let from = at;
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        if is_word(c) {
            at += 1;
            while at < span.end {
                let Some(&c) = chars.get(at) else { break };
                let next_is_word = at + 1 < span.end && chars.get(at + 1).is_some_and(|n| is_word(*n));
                let joins = matches!(c, '\'' | '’' | '-' | '.' | ',' | '‑') && next_is_word;
                let comma_in_number = c != ',' || (chars.get(at - 1).is_some_and(|p| p.is_numeric()) && chars.get(at + 1).is_some_and(|n| n.is_numeric()));
                if is_word(c) || is_combining(c) || (joins && comma_in_number) {
                    at += 1;
                } else {
                    break;
                }
            }
        } else {
            at += 1;
        }
        let text = chars.get(from..at).unwrap_or_default();
        found.push(Token {
            span: Span::new(from, at),
            low: text.iter().flat_map(|c| c.to_lowercase()).map(|c| if c == '’' { '\'' } else { c }).collect(),
            capital: c.is_uppercase(),
            word: is_word(c),
        });
        // Marks keep their own form: ’ may be a quotation mark.
        if let Some(last) = found.last_mut().filter(|token| !token.word) {
            last.low = c.to_string();
        }
    }
    found
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{200C}' | '\u{200D}')
}
