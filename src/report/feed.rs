//! Atom (RFC 4287): the corrections of a public page, and the public pages of a desk. Pure.

use super::telling::printable;
use chrono::{DateTime, SecondsFormat, Utc};

/// A feed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// What it is called.
    pub title: String,
    /// Its own address, which is its id too.
    pub own: String,
    /// The page it is about.
    pub page: Option<String>,
    /// Who answers for it.
    pub author: String,
    /// When it last changed.
    pub updated: DateTime<Utc>,
    /// In which language its words are.
    pub language: String,
    /// Its entries, the newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// What it is for good, as an address that names it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub link: String,
    /// When it was first there.
    pub published: DateTime<Utc>,
    /// When it last changed.
    pub updated: DateTime<Utc>,
    /// What it says, in plain words.
    pub summary: String,
}

/// The feed as XML.
pub fn atom(feed: &Feed) -> String {
    let mut lines = vec![
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>".to_owned(),
        format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", escaped(&feed.language)),
        element("id", &feed.own),
        element("title", &feed.title),
        element("updated", &moment(feed.updated)),
        format!("<author>{}</author>", element("name", &feed.author)),
        link("self", "application/atom+xml", &feed.own),
    ];
    lines.extend(feed.page.iter().map(|page| link("alternate", "text/html", page)));
    lines.push(element("generator", concat!("Corroborate ", env!("CARGO_PKG_VERSION"))));
    for entry in &feed.entries {
        lines.extend([
            "<entry>".to_owned(),
            element("id", &entry.id),
            element("title", &entry.title),
            link("alternate", "text/html", &entry.link),
            element("published", &moment(entry.published)),
            element("updated", &moment(entry.updated)),
            element("summary", &entry.summary),
            "</entry>".to_owned(),
        ]);
    }
    lines.push("</feed>\n".to_owned());
    lines.join("\n")
}

fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escaped(text))
}

fn link(relation: &str, media_type: &str, address: &str) -> String {
    format!("<link rel=\"{relation}\" type=\"{media_type}\" href=\"{}\"/>", escaped(address))
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// A text as XML holds it: marks escaped, and no character that XML can't hold at all.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup_or_breaks_the_file() {
        let at = DateTime::UNIX_EPOCH;
        let evil = "]]></title><script>\u{0}\u{FFFE}&\"'\u{1b}";
        let entry = FeedEntry { id: "urn:a".to_owned(), title: evil.to_owned(), link: evil.to_owned(), published: at, updated: at, summary: evil.to_owned() };
        let feed = Feed {
            title: evil.to_owned(),
            own: "https://a.example/feed".to_owned(),
            page: Some(evil.to_owned()),
            author: evil.to_owned(),
            updated: at,
            language: "en".to_owned(),
            entries: vec![entry],
        };
        let text = atom(&feed);
        assert!(!text.contains("<script") && !text.contains('\u{0}') && !text.contains('\u{FFFE}'), "{text}");
        assert!(text.contains("<updated>1970-01-01T00:00:00Z</updated>"));
        assert_eq!(text.matches("<title>").count(), 2);
    }
}
