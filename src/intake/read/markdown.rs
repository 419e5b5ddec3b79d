//! Markdown: the words without the marks.

use super::Draft;
use chrono::NaiveDate;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    let text = text.replace("\r\n", "\n");
    let body = front_matter(&text, &mut draft);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES;
    let mut out = String::with_capacity(body.len());
    let mut images = 0_usize;
    let block = |out: &mut String, gap: &str| {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push_str(gap);
        }
    };
    for event in Parser::new_ext(body, options) {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Text(words) | Event::Code(words) if images == 0 => out.push_str(&words),
            Event::SoftBreak => out.push(' '),
            Event::HardBreak => out.push('\n'),
            Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => block(&mut out, "\n"),
            Event::End(TagEnd::TableCell) => out.push_str("  "),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::List(_) | TagEnd::Table | TagEnd::BlockQuote(_)) => {
                block(&mut out, "\n");
                out.push('\n');
            }
            _ => {}
        }
    }
    draft.text = out;
    draft
}

/// Takes the title, author and date out of a front matter block, and gives what follows it.
fn front_matter<'t>(text: &'t str, draft: &mut Draft) -> &'t str {
    let Some((head, body)) = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")) else { return text };
    for line in head.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        match key.trim().to_lowercase().as_str() {
            _ if value.is_empty() => {}
            "title" => draft.title = Some(value),
            "author" | "byline" => draft.byline = Some(value),
            "publisher" => draft.publisher = Some(value),
            "url" | "source_url" | "canonical" => draft.source_url = Some(value),
            "date" | "published" => draft.published_on = value.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()),
            _ => {}
        }
    }
    body
}
