//! HTML as a row of tags and texts.
//!
//! Follows the tokenization rules of the HTML standard as far as text and nesting need them, in one pass
//! whose time and memory grow with the length of the page alone, whatever the page holds. Never builds a
//! tree and never fails. Start at [`Tokens`].

use super::entity;
use std::borrow::Cow;

/// A tag or a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'t> {
    /// Text with its character references decoded.
    Text(Cow<'t, str>),
    /// `<name …>`
    Open {
        /// In lower case.
        name: Cow<'t, str>,
        /// Those of [`WANTED`] that it has.
        attributes: Vec<Attribute<'t>>,
        /// Whether it ends in `/>`.
        self_closing: bool,
    },
    /// `</name>`, in lower case.
    Close(Cow<'t, str>),
}

/// An attribute: its name out of [`WANTED`], and its value.
pub(super) type Attribute<'t> = (&'static str, Cow<'t, str>);

/// The attributes that anything here asks for; others are passed over.
const WANTED: &[&str] = &["content", "datetime", "hidden", "href", "itemprop", "lang", "name", "property", "rel", "role", "style", "type"];

/// Elements whose content is text up to their end tag, whatever it looks like.
pub(super) const RAW: &[&str] = &["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

const SPACE: [char; 5] = [' ', '\n', '\r', '\t', '\u{C}'];

/// Walks a page.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    rest: &'t str,
    raw: Option<&'static str>,
}

impl<'t> Tokens<'t> {
    /// From the start of a page.
    pub(super) fn new(page: &'t str) -> Self {
        Self { rest: page, raw: None }
    }

    /// Reads what follows as the content of a raw element, where `name` is one.
    pub(super) fn enter(&mut self, name: &str) -> bool {
        self.raw = RAW.iter().copied().find(|raw| *raw == name);
        self.raw.is_some()
    }

    /// The next tag or text.
    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        if let Some(name) = self.raw.take() {
            let text = self.cut(raw_end(self.rest, name));
            if !text.is_empty() {
                let decoded = matches!(name, "title" | "textarea");
                return Some(Token::Text(if decoded { entity::decode(text, false) } else { Cow::Borrowed(text) }));
            }
        }
        loop {
            let at = self.rest.find('<').unwrap_or(self.rest.len());
            if at > 0 {
                return Some(Token::Text(entity::decode(self.cut(at), false)));
            }
            let mut ahead = self.rest.chars().skip(1);
            match (ahead.next(), ahead.next()) {
                (Some('a'..='z' | 'A'..='Z'), _) => return self.tag(1),
                (Some('/'), Some('a'..='z' | 'A'..='Z')) => return self.tag(2),
                (Some('!'), _) if self.rest.starts_with("<!--") => self.skip_comment(),
                (Some('!' | '?'), _) | (Some('/'), Some(_)) => self.skip_past('>'),
                (None, _) if self.rest.is_empty() => return None,
                // A bare "<" is text like any other.
                _ => {
                    let next = self.rest.chars().skip(1).position(|c| c == '<');
                    let end = next.and_then(|n| self.rest.char_indices().nth(n + 1)).map_or(self.rest.len(), |(at, _)| at);
                    return Some(Token::Text(entity::decode(self.cut(end), false)));
                }
            }
        }
    }

    /// A tag whose name starts `skip` bytes ahead; `None` where the page ends inside it.
    fn tag(&mut self, skip: usize) -> Option<Token<'t>> {
        self.cut(skip);
        let name = lower(self.cut_until(|c| SPACE.contains(&c) || matches!(c, '/' | '>')));
        let mut attributes = Vec::new();
        let mut self_closing = false;
        loop {
            self.cut_until(|c| !SPACE.contains(&c));
            match self.rest.chars().next()? {
                '>' => {
                    self.cut(1);
                    break;
                }
                '/' => {
                    self.cut(1);
                    self_closing = self.rest.starts_with('>');
                }
                _ => self.attribute(&mut attributes)?,
            }
        }
        Some(if skip == 1 { Token::Open { name, attributes, self_closing } } else { Token::Close(name) })
    }

    fn attribute(&mut self, attributes: &mut Vec<Attribute<'t>>) -> Option<()> {
        // An "=" in first place belongs to the name.
        let first = self.rest.chars().next()?;
        let name = self.cut_name(first == '=');
        self.cut_until(|c| !SPACE.contains(&c));
        let value = if self.rest.starts_with('=') {
            self.cut(1);
            self.cut_until(|c| !SPACE.contains(&c));
            match self.rest.chars().next()? {
                quote @ ('"' | '\'') => {
                    self.cut(1);
                    let end = self.rest.find(quote)?;
                    let value = self.cut(end);
                    self.cut(1);
                    value
                }
                _ => self.cut_until(|c| SPACE.contains(&c) || c == '>'),
            }
        } else {
            ""
        };
        let wanted = WANTED.iter().copied().find(|wanted| name.eq_ignore_ascii_case(wanted));
        if let Some(name) = wanted.filter(|name| !attributes.iter().any(|(known, _)| known == name)) {
            attributes.push((name, entity::decode(value, true)));
        }
        Some(())
    }

    fn cut_name(&mut self, past_first: bool) -> &'t str {
        let from = usize::from(past_first);
        let tail = self.rest.get(from..).unwrap_or_default();
        let end = tail.find(|c: char| SPACE.contains(&c) || matches!(c, '/' | '>' | '=')).unwrap_or(tail.len());
        self.cut(from + end)
    }

    /// Skips a comment. Looks at each dash once, so that many unusual comments cost no more than one.
    fn skip_comment(&mut self) {
        self.cut(4);
        if self.rest.starts_with('>') || self.rest.starts_with("->") {
            return self.skip_past('>');
        }
        let mut dashes = self.rest.match_indices('-').map(|(at, _)| (at, self.rest.get(at..).unwrap_or_default()));
        let end = dashes.find_map(|(at, tail)| if tail.starts_with("-->") { Some(at + 3) } else { tail.starts_with("--!>").then_some(at + 4) });
        self.cut(end.unwrap_or(self.rest.len()));
    }

    fn skip_past(&mut self, last: char) {
        let end = self.rest.find(last).map_or(self.rest.len(), |at| at + last.len_utf8());
        self.cut(end);
    }

    fn cut_until(&mut self, stop: impl Fn(char) -> bool) -> &'t str {
        self.cut(self.rest.find(stop).unwrap_or(self.rest.len()))
    }

    fn cut(&mut self, at: usize) -> &'t str {
        let (head, tail) = self.rest.split_at_checked(at).unwrap_or((self.rest, ""));
        self.rest = tail;
        head
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.chars().any(|c| c.is_ascii_uppercase()) { Cow::Owned(name.to_ascii_lowercase()) } else { Cow::Borrowed(name) }
}

/// Where the end tag of a raw element stands. A script may hold a comment that holds a script, whose end tag
/// does not end the outer one.
fn raw_end(text: &str, name: &str) -> usize {
    let (mut comment, mut inner) = (false, false);
    for (at, _) in text.match_indices(['<', '-']) {
        let tail = text.get(at..).unwrap_or_default();
        if is_tag(tail, "</", name) {
            if !inner {
                return at;
            }
            inner = false;
        } else if name == "script" {
            if tail.starts_with("-->") {
                (comment, inner) = (false, false);
            } else if tail.starts_with("<!--") {
                comment = true;
            } else if comment && is_tag(tail, "<", name) {
                inner = true;
            }
        }
    }
    text.len()
}

fn is_tag(text: &str, start: &str, name: &str) -> bool {
    let Some(rest) = text.strip_prefix(start) else { return false };
    let Some((head, tail)) = rest.split_at_checked(name.len()) else { return false };
    head.eq_ignore_ascii_case(name) && tail.starts_with(|c| SPACE.contains(&c) || matches!(c, '/' | '>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> String {
        let mut tokens = Tokens::new(page);
        let mut out = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(text) => out.push(format!("{text:?}")),
                Token::Open { name, attributes, .. } => {
                    tokens.enter(&name);
                    out.push(attributes.iter().fold(format!("<{name}"), |all, (name, value)| format!("{all} {name}={value}")));
                }
                Token::Close(name) => out.push(format!("/{name}")),
            }
        }
        out.join(" ")
    }

    #[test]
    fn tags_attributes_and_texts_are_told_apart() {
        assert_eq!(told("<A Href='x>y' data-x=1 LANG=de/>t</a >"), r#"<a href=x>y lang=de/ "t" /a"#);
        assert_eq!(told("<p =x hidden name=\"a&amp;b\" name=c>1 < 2 &lt; 3"), r#"<p hidden= name=a&b "1 " "< 2 < 3""#);
    }

    #[test]
    fn comments_and_declarations_are_no_text() {
        assert_eq!(told("a<!-- <p>x --> b<!--> c<!doctype html>d<!-- x --!>e</ x>f<?php x?>g<!-- never"), r#""a" " b" " c" "d" "e" "f" "g""#);
    }

    #[test]
    fn a_script_ends_where_the_standard_says() {
        assert_eq!(told("<script>if (a </b) '<p>'</SCRIPT >x"), r#"<script "if (a </b) '<p>'" /script "x""#);
        assert_eq!(told("<script><!-- <script>x</script> y --></script>z"), r#"<script "<!-- <script>x</script> y -->" /script "z""#);
        assert_eq!(told("<title>A &amp; <b></title>z"), r#"<title "A & <b>" /title "z""#);
    }

    #[test]
    fn a_page_that_ends_inside_a_tag_loses_that_tag_alone() {
        for page in ["x<a", "x<a href", "x<a href=", "x<a href='", "x</a", "x<!-", "x<!--", "x</"] {
            assert!(told(page).starts_with("\"x\""), "{page}: {}", told(page));
        }
    }
}
