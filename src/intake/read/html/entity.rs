//! Character references: `&amp;`, `&#8211;`, `&eacute` and their kind.

use std::borrow::Cow;
use web_atoms::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// No name is longer, its semicolon included.
const LONGEST: usize = 32;

/// A text with its character references decoded. In an attribute a name without its semicolon counts only
/// where no word or "=" goes on after it, so that `?a=1&copy=2` stays a query.
pub(super) fn decode(text: &str, attribute: bool) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let used = match after.strip_prefix('#') {
            Some(digits) => numeric(digits, &mut out).map(|used| used + 1),
            None => named(after, attribute, &mut out),
        };
        if used.is_none() {
            out.push('&');
        }
        rest = after.get(used.unwrap_or(0)..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Decodes what follows `&#`, and gives how many bytes that took.
fn numeric(text: &str, out: &mut String) -> Option<usize> {
    let (digits, radix, mark) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16, 1),
        None => (text, 10, 0),
    };
    let length = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
    let (number, tail) = digits.split_at_checked(length).filter(|(number, _)| !number.is_empty())?;
    // A number too long for the type is no character either.
    let code = u32::from_str_radix(number, radix).unwrap_or(u32::MAX);
    let windows = code.checked_sub(0x80).and_then(|n| C1_REPLACEMENTS.get(usize::try_from(n).ok()?).copied().flatten());
    out.push(windows.or_else(|| char::from_u32(code).filter(|c| *c != '\0')).unwrap_or('\u{FFFD}'));
    Some(mark + length + usize::from(tail.starts_with(';')))
}

/// Decodes the longest name that follows `&`, and gives how many bytes that took.
fn named(text: &str, attribute: bool, out: &mut String) -> Option<usize> {
    let length = text.bytes().take(LONGEST).take_while(u8::is_ascii_alphanumeric).count();
    let whole = length + usize::from(text.get(length..).is_some_and(|tail| tail.starts_with(';')));
    for used in (1..=whole).rev() {
        let Some((name, tail)) = text.split_at_checked(used) else { continue };
        let Some((first, second)) = NAMED_ENTITIES.get(name).copied().filter(|(first, _)| *first != 0) else { continue };
        if attribute && !name.ends_with(';') && tail.starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric()) {
            return None;
        }
        out.extend([first, second].into_iter().filter(|code| *code != 0).filter_map(char::from_u32));
        return Some(used);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_become_their_characters() {
        assert_eq!(decode("&ldquo;5&nbsp;km&rdquo; &#8211; &#x2026;&hellip; caf&eacute &NotEqualTilde;", false), "“5\u{A0}km” – …… café ≂̸");
    }

    #[test]
    fn windows_1252_numbers_are_what_their_writers_meant() {
        assert_eq!(decode("&#147;so&#148; &#150;", false), "“so” –");
    }

    #[test]
    fn what_is_no_reference_stays() {
        assert_eq!(decode("R&D & &; &#; &#x; &unknown; AT&T", false), "R&D & &; &#; &#x; &unknown; AT&T");
        assert_eq!(decode("&#0; &#xD800; &#99999999999;", false), "\u{FFFD} \u{FFFD} \u{FFFD}");
    }

    #[test]
    fn a_query_in_a_link_stays_a_query() {
        assert_eq!(decode("?a=1&copy=2&notit=3&amp;b", true), "?a=1&copy=2&notit=3&b");
        assert_eq!(decode("&notit", false), "¬it");
    }
}
