//! A page as a row of pieces with its elements beside it: as much of a tree as reading needs.
//!
//! Nesting is held in positions, not in pointers, so nothing here or in its users recurses, and a page nested
//! deeper than any stack is read like another. Start at [`Page::of`].

use super::token::{Attribute, RAW, Token, Tokens};
use std::borrow::Cow;

/// Elements deeper than this are left out of the nesting, as browsers do; their text stays.
const DEEPEST: usize = 512;

/// What an element means for the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Runs within a line.
    Inline,
    /// A link, within a line.
    Link,
    /// Stands on lines of its own.
    Block,
    /// Stands on lines of its own, its white space kept.
    Verbatim,
    /// A cell of a table.
    Cell,
    /// Around the article: navigation, a page's header, footer and side columns.
    Chrome,
    /// No text at all: scripts, forms' fields, what is hidden.
    Silent,
}

/// An element. Its pieces are those from `open` to `close`.
#[derive(Debug)]
pub(super) struct Element<'t> {
    /// In lower case.
    pub(super) name: Cow<'t, str>,
    /// What it means for the text.
    pub(super) role: Role,
    /// Where it opens, in [`Page::pieces`].
    pub(super) open: usize,
    /// Where it closes.
    pub(super) close: usize,
    attributes: Vec<Attribute<'t>>,
}

impl Element<'_> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_ref())
    }
}

/// A piece of a page.
#[derive(Debug)]
pub(super) enum Piece<'t> {
    /// Text.
    Text(Cow<'t, str>),
    /// An element opens.
    Open(usize),
    /// An element closes.
    Close(usize),
    /// A line ends.
    Break,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page<'t> {
    /// Everything in order.
    pub(super) pieces: Vec<Piece<'t>>,
    /// All elements in the order in which they open.
    pub(super) elements: Vec<Element<'t>>,
    /// Whether it is a whole page, not a fragment of one.
    pub(super) whole: bool,
}

impl<'t> Page<'t> {
    /// Reads a page.
    pub(super) fn of(text: &'t str) -> Self {
        let mut builder = Builder::default();
        let mut tokens = Tokens::new(text);
        while let Some(token) = tokens.next() {
            match token {
                Token::Text(text) => builder.page.pieces.push(Piece::Text(text)),
                Token::Open { name, attributes, self_closing } => {
                    if builder.open(name.clone(), attributes, self_closing) {
                        tokens.enter(&name);
                    }
                }
                Token::Close(name) => builder.close(&name),
            }
        }
        builder.pop_to(0);
        builder.page
    }

    /// The first element that fits.
    pub(super) fn find(&self, fits: impl Fn(&Element<'_>) -> bool) -> Option<&Element<'t>> {
        self.elements.iter().find(|element| fits(element))
    }

    /// The element that a piece opens or closes.
    pub(super) fn element(&self, number: usize) -> Option<&Element<'t>> {
        self.elements.get(number)
    }

    /// The pieces of an element, its own opening and closing included.
    pub(super) fn inside(&self, element: &Element<'_>) -> &[Piece<'t>] {
        self.pieces.get(element.open..=element.close).unwrap_or_default()
    }
}

#[derive(Default)]
struct Builder<'t> {
    page: Page<'t>,
    stack: Vec<usize>,
    /// How many open elements make a header, footer or side column part of the article.
    articles: usize,
    /// How many open drawings and formulas: in them `/>` closes.
    foreign: usize,
}

impl<'t> Builder<'t> {
    /// Opens an element; true where what follows may be raw text.
    fn open(&mut self, name: Cow<'t, str>, attributes: Vec<Attribute<'t>>, self_closing: bool) -> bool {
        match name.as_ref() {
            "html" | "head" | "body" => self.page.whole = true,
            "br" | "hr" => {
                self.page.pieces.push(Piece::Break);
                return false;
            }
            "area" | "base" | "col" | "embed" | "img" | "input" | "param" | "source" | "track" | "wbr" => return false,
            _ => {}
        }
        if self_closing && (self.foreign > 0 || is_foreign(&name)) {
            return false;
        }
        self.close_implied(&name);
        let raw = RAW.contains(&name.as_ref());
        if self.stack.len() >= DEEPEST && !raw {
            if is_block(&name) {
                self.page.pieces.push(Piece::Break);
            }
            return false;
        }
        if name == "h1" {
            self.keep_headers();
        }
        let empty = matches!(name.as_ref(), "meta" | "link");
        let role = self.role_of(&name, &attributes);
        self.articles += usize::from(is_article(&name));
        self.foreign += usize::from(is_foreign(&name));
        let number = self.page.elements.len();
        self.page.elements.push(Element { name, role, open: self.page.pieces.len(), close: 0, attributes });
        self.page.pieces.push(Piece::Open(number));
        self.stack.push(number);
        if empty {
            self.pop();
        }
        raw
    }

    /// A header that holds the main heading is no mere frame: the lines that introduce the article stand there.
    fn keep_headers(&mut self) {
        for number in &self.stack {
            if let Some(element) = self.page.elements.get_mut(*number).filter(|e| e.name == "header" && e.role == Role::Chrome) {
                element.role = Role::Block;
            }
        }
    }

    fn role_of(&self, name: &str, attributes: &[Attribute<'_>]) -> Role {
        let hidden = attributes.iter().any(|(attribute, value)| match *attribute {
            "hidden" => !value.eq_ignore_ascii_case("until-found"),
            "style" => value.to_ascii_lowercase().split_whitespace().collect::<String>().contains("display:none"),
            _ => false,
        });
        match role(name) {
            _ if hidden && !matches!(name, "html" | "body" | "article" | "main") => Role::Silent,
            // The credits, boxes and footnotes of the article itself are part of it.
            Role::Chrome if name != "nav" && self.articles > 0 => Role::Block,
            role => role,
        }
    }

    /// Closes what a new element ends without an end tag.
    fn close_implied(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            _ => (&[], &[]),
        };
        if ends.is_empty() {
            return self.close_paragraph(name);
        }
        let names = self.stack.iter().enumerate().rev().filter_map(|(depth, number)| Some((depth, self.page.element(*number)?.name.as_ref())));
        let first = names.into_iter().take_while(|(_, open)| !within.contains(open)).find(|(_, open)| ends.contains(open));
        match first {
            Some((depth, _)) => self.pop_to(depth),
            None => self.close_paragraph(name),
        }
    }

    /// A paragraph ends where a block begins.
    fn close_paragraph(&mut self, name: &str) {
        let top = self.stack.last().and_then(|number| self.page.element(*number));
        if is_block(name) && top.is_some_and(|top| top.name == "p") {
            self.pop();
        }
    }

    fn close(&mut self, name: &str) {
        if matches!(name, "html" | "body") {
            return;
        }
        let table = matches!(name, "table" | "thead" | "tbody" | "tfoot" | "tr" | "td" | "th" | "caption");
        for (depth, number) in self.stack.iter().enumerate().rev() {
            let open = self.page.element(*number).map_or("", |element| element.name.as_ref());
            if open == name {
                self.pop_to(depth);
                return;
            }
            // What a cell holds ends with the cell.
            if !table && matches!(open, "td" | "th" | "caption" | "table") {
                break;
            }
        }
        // An end tag without its start is passed over, unless the start was left out for its depth.
        if matches!(name, "p" | "br") || (self.stack.len() >= DEEPEST && is_block(name)) {
            self.page.pieces.push(Piece::Break);
        }
    }

    fn pop_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(number) = self.stack.pop() else { return };
        let Some(element) = self.page.elements.get_mut(number) else { return };
        element.close = self.page.pieces.len();
        self.articles = self.articles.saturating_sub(usize::from(is_article(&element.name)));
        self.foreign = self.foreign.saturating_sub(usize::from(is_foreign(&element.name)));
        self.page.pieces.push(Piece::Close(number));
    }
}

fn is_article(name: &str) -> bool {
    matches!(name, "article" | "main" | "blockquote")
}

fn is_block(name: &str) -> bool {
    matches!(role(name), Role::Block | Role::Verbatim | Role::Chrome)
}

fn is_foreign(name: &str) -> bool {
    matches!(name, "svg" | "math")
}

#[rustfmt::skip]
fn role(name: &str) -> Role {
    match name {
        "a" => Role::Link,
        "td" | "th" => Role::Cell,
        "pre" | "listing" | "xmp" | "plaintext" => Role::Verbatim,
        "nav" | "header" | "footer" | "aside" | "dialog" => Role::Chrome,
        "script" | "style" | "template" | "noscript" | "title" | "svg" | "iframe" | "object" | "select" | "textarea" | "button" | "datalist"
        | "noembed" | "noframes" | "canvas" | "audio" | "video" | "rp" | "rt" | "annotation" | "annotation-xml" => Role::Silent,
        "address" | "article" | "blockquote" | "body" | "caption" | "center" | "dd" | "details" | "dir" | "div" | "dl" | "dt" | "fieldset"
        | "figcaption" | "figure" | "form" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "head" | "hgroup" | "html" | "legend" | "li" | "main"
        | "menu" | "ol" | "optgroup" | "option" | "p" | "search" | "section" | "summary" | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" => Role::Block,
        _ => Role::Inline,
    }
}
