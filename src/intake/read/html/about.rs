//! What a page says of itself: title, author, publisher, date, language, address.
//!
//! Looks at the metadata for machines first (JSON-LD, then meta elements) and at what readers see last. What
//! is not usable is passed over: a page's mistake in its own description never refuses the page.

use super::page::{Element, Page, Piece};
use crate::intake::read::{Draft, day_of};
use serde_json::Value;

/// Longest value taken over; what is longer is a mistake of the page.
const LONGEST: usize = 400;

/// Fills in everything but the text.
pub(super) fn describe(page: &Page<'_>, draft: &mut Draft) {
    let linked = linked_data(page);
    let named = |path: &[&str]| linked.as_ref().and_then(|data| name_at(data, path));
    let metas = |names: &[&str]| names.iter().find_map(|name| meta(page, name));
    let item = |name: &str| {
        let element = page.find(|e| e.attribute("itemprop").is_some_and(|prop| prop.eq_ignore_ascii_case(name)))?;
        let told = element.attribute("content").or_else(|| element.attribute("datetime")).and_then(line);
        told.or_else(|| words_of(page, element))
    };
    let author = |name: &String| !name.starts_with("http");
    draft.title = metas(&["og:title"]).or_else(|| named(&["headline"])).or_else(|| heading(page));
    draft.byline = named(&["author"])
        .or_else(|| metas(&["author", "article:author", "dc.creator", "parsely-author"]).filter(author))
        .or_else(|| item("author"))
        .filter(author);
    draft.publisher = metas(&["og:site_name"]).or_else(|| named(&["publisher"])).or_else(|| metas(&["publisher", "dc.publisher"]));
    let dates = ["article:published_time", "datepublished", "date", "dc.date", "dcterms.created", "dc.date.issued", "parsely-pub-date", "pubdate"];
    draft.published_on = named(&["datePublished"])
        .and_then(|text| day_of(&text))
        .or_else(|| dates.iter().find_map(|name| day_of(&meta(page, name)?)))
        .or_else(|| day_of(&item("datePublished")?))
        .or_else(|| day_of(page.find(|e| e.name == "time" && e.attribute("datetime").is_some())?.attribute("datetime")?));
    let canonical =
        || page.find(|e| e.name == "link" && e.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")))?.attribute("href").and_then(line);
    draft.source_url = canonical().filter(|text| is_address(text)).or_else(|| metas(&["og:url"]).filter(|text| is_address(text)));
    let language = page.find(|e| e.name == "html").and_then(|e| e.attribute("lang")).and_then(line);
    draft.language = language.map(|tag| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase()).filter(|tag| (2..=3).contains(&tag.len()));
}

fn is_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some())
}

/// The headline that readers see, else the page's title: its tail is often the name of the site.
fn heading(page: &Page<'_>) -> Option<String> {
    let title = page.find(|e| e.name == "title").and_then(|e| words_of(page, e));
    let mut headings = page.elements.iter().filter(|e| e.name == "h1");
    let only = headings.next().filter(|_| headings.next().is_none()).and_then(|e| words_of(page, e));
    match (title, only) {
        (Some(title), Some(heading)) if title.contains(&heading) => Some(heading),
        (None, heading) => heading,
        (title, _) => title,
    }
}

fn meta(page: &Page<'_>, name: &str) -> Option<String> {
    let fits = |e: &Element<'_>| {
        e.name == "meta" && ["property", "name"].iter().any(|key| e.attribute(key).is_some_and(|value| value.trim().eq_ignore_ascii_case(name)))
    };
    page.elements.iter().filter(|e| fits(e)).find_map(|e| line(e.attribute("content")?))
}

/// A value as one line; `None` where it is empty or no plausible value.
fn line(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ").replace(char::is_control, "\u{FFFD}");
    (!text.is_empty() && text.chars().count() <= LONGEST).then_some(text)
}

fn words_of(page: &Page<'_>, element: &Element<'_>) -> Option<String> {
    let texts = page.inside(element).iter().map(|piece| if let Piece::Text(text) = piece { text.as_ref() } else { "" });
    // No more than the longest usable value is gathered, however large the element.
    let mut all = String::new();
    for text in texts {
        all.push_str(text);
        if all.len() > LONGEST * 40 {
            return None;
        }
    }
    line(&all)
}

/// The JSON-LD object that describes an article, if the page has one.
fn linked_data(page: &Page<'_>) -> Option<Value> {
    let scripts =
        page.elements.iter().filter(|e| e.name == "script" && e.attribute("type").is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")));
    let blocks = scripts
        .filter_map(|e| page.inside(e).iter().find_map(|piece| if let Piece::Text(text) = piece { serde_json::from_str::<Value>(text).ok() } else { None }));
    blocks.flat_map(articles).next()
}

fn articles(block: Value) -> Vec<Value> {
    let is_article = |data: &Value| {
        let kinds = match data.get("@type") {
            Some(Value::Array(kinds)) => kinds.clone(),
            Some(kind) => vec![kind.clone()],
            None => Vec::new(),
        };
        kinds.iter().filter_map(Value::as_str).any(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report")
    };
    let mut all = match block {
        Value::Array(list) => list,
        one => vec![one],
    };
    let graphs: Vec<Value> = all.iter_mut().filter_map(|data| data.get_mut("@graph").and_then(Value::as_array_mut)).flat_map(std::mem::take).collect();
    all.extend(graphs);
    all.into_iter().filter(is_article).collect()
}

/// A text in an object: as it is, or the names of the people or bodies that stand there.
fn name_at(data: &Value, path: &[&str]) -> Option<String> {
    let value = path.iter().try_fold(data, |data, key| data.get(key))?;
    let name = |value: &Value| value.as_str().or_else(|| value.get("name")?.as_str()).and_then(|text| line(&super::entity::decode(text, false)));
    match value {
        Value::Array(list) => line(&list.iter().take(20).filter_map(name).collect::<Vec<_>>().join(", ")),
        one => name(one),
    }
}
