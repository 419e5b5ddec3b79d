//! Quotation marks: which open, which close, and what stands between them.

use super::token::Token;

pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '„' | '«' | '‘' | '"' | '‚' | '「' | '『' | '‹')
}

pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '”' | '“' | '»' | '’' | '"' | '\'' | '」' | '』' | '›')
}

/// Whether the token is a double quotation mark (single ones are too often apostrophes).
fn is_double(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '«' | '»' | '"' | '「' | '」' | '『' | '』')
}

/// Ranges of tokens between quotation marks, marks included. A mark that is never closed runs to the end; a
/// closing mark without an opening one runs from the beginning: quotations may span sentences.
pub(super) fn quotations(tokens: &[Token]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (n, token) in tokens.iter().enumerate() {
        let Some(c) = token.mark().filter(|c| is_double(*c)) else { continue };
        match (c, open) {
            ('“' | '„' | '«' | '「' | '『', None) => open = Some(n),
            ('"', None) => open = Some(n),
            ('“' | '„' | '«' | '「' | '『', Some(_)) => {}
            (_, Some(start)) => {
                found.push((start, n + 1));
                open = None;
            }
            (_, None) => {
                if found.is_empty() {
                    found.push((0, n + 1));
                }
            }
        }
    }
    if let Some(start) = open {
        found.push((start, tokens.len()));
    }
    found
}
