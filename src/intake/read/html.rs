//! HTML: the words of a page, or of its article where it has one.

use super::Draft;
use chrono::NaiveDate;
use scraper::node::Node;
use scraper::{Html, Selector};

pub(super) fn read(text: &str) -> Draft {
    let page = Html::parse_document(text);
    let mut draft = Draft {
        title: meta(&page, &["meta[property='og:title']"]).or_else(|| first_text(&page, "title")),
        byline: meta(&page, &["meta[name='author']", "meta[property='article:author']"]),
        publisher: meta(&page, &["meta[property='og:site_name']", "meta[name='publisher']"]),
        source_url: meta(&page, &["meta[property='og:url']"]).or_else(|| attribute(&page, "link[rel='canonical']", "href")),
        published_on: meta(&page, &["meta[property='article:published_time']", "meta[name='date']"])
            .or_else(|| attribute(&page, "time[datetime]", "datetime"))
            .and_then(|day| NaiveDate::parse_from_str(day.get(..10)?, "%Y-%m-%d").ok()),
        text: String::new(),
    };
    // The one <article> or <main> of a page is the article; with none, or several, the whole body is read.
    let home = ["article", "main"].iter().find_map(|name| {
        let selector = Selector::parse(name).ok()?;
        let mut found = page.select(&selector);
        let first = found.next()?;
        found.next().is_none().then(|| first.id())
    });
    draft.text = words(&page, home);
    if draft.text.trim().is_empty() && home.is_some() {
        draft.text = words(&page, None);
    }
    draft
}

fn meta(page: &Html, selectors: &[&str]) -> Option<String> {
    selectors.iter().find_map(|selector| attribute(page, selector, "content"))
}

fn attribute(page: &Html, selector: &str, name: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let value = page.select(&selector).next()?.attr(name)?.trim().to_owned();
    (!value.is_empty()).then_some(value)
}

fn first_text(page: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let text = page.select(&selector).next()?.text().collect::<String>();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// Elements whose content is no text of the page.
const SILENT: &[&str] = &["script", "style", "template", "noscript", "head", "svg", "iframe", "object", "nav", "footer", "form", "button", "select", "textarea", "aside"];
/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address", "article", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tr", "ul",
];

/// The words of a part of a page, blocks on lines of their own. Walks without recursion: pages may be nested
/// deeper than any stack.
fn words(page: &Html, home: Option<ego_tree::NodeId>) -> String {
    let root = home.and_then(|id| page.tree.get(id)).unwrap_or_else(|| page.tree.root());
    let mut out = String::new();
    let mut silent = 0_usize;
    for edge in root.traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match node.value() {
                Node::Text(text) if silent == 0 => push_folded(&mut out, text),
                Node::Element(element) => {
                    if SILENT.contains(&element.name()) {
                        silent += 1;
                    } else if BLOCKS.contains(&element.name()) {
                        end_line(&mut out);
                    } else if matches!(element.name(), "td" | "th") && !out.ends_with('\n') {
                        out.push(' ');
                    }
                }
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if SILENT.contains(&element.name()) {
                        silent = silent.saturating_sub(1);
                    } else if BLOCKS.contains(&element.name()) {
                        end_line(&mut out);
                    }
                }
            }
        }
    }
    out
}

fn end_line(out: &mut String) {
    let kept = out.trim_end_matches(' ').len();
    out.truncate(kept);
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

/// Adds text with its white space folded as a browser would.
fn push_folded(out: &mut String, text: &str) {
    for c in text.chars() {
        if matches!(c, ' ' | '\n' | '\r' | '\t' | '\u{C}') {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
}
