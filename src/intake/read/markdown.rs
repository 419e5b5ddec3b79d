//! Markdown: the words without the marks.
//!
//! Headings, paragraphs, list items and rows of tables stand on lines of their own; a link gives its words, a
//! picture nothing. HTML inside is read as HTML. A block of settings at the head (front matter) tells title,
//! author and date.

use super::{Draft, day_of, html};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub(super) fn read(text: &str) -> Draft {
    let mut draft = Draft::default();
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let body = front_matter(&text, &mut draft);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let mut out = String::with_capacity(body.len());
    let mut markup = String::new();
    let mut images = 0_usize;
    for event in Parser::new_ext(body, options) {
        match event {
            Event::Start(Tag::Image { .. }) => images += 1,
            Event::End(TagEnd::Image) => images = images.saturating_sub(1),
            Event::Text(words) | Event::Code(words) | Event::InlineMath(words) | Event::DisplayMath(words) if images == 0 => out.push_str(&words),
            Event::SoftBreak if images == 0 => out.push(' '),
            Event::HardBreak if images == 0 => out.push('\n'),
            Event::Html(words) => markup.push_str(&words),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => out.push('\n'),
            Event::End(TagEnd::HtmlBlock) => {
                end_line(&mut out);
                out.push_str(&html::fragment(&std::mem::take(&mut markup)));
                end_block(&mut out);
            }
            Event::End(TagEnd::TableCell) => out.push('\t'),
            Event::Start(Tag::Item | Tag::List(_) | Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Heading { .. })
            | Event::End(TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead) => end_line(&mut out),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::CodeBlock
                | TagEnd::List(_)
                | TagEnd::Table
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition,
            )
            | Event::Rule => end_block(&mut out),
            _ => {}
        }
    }
    draft.text = out;
    draft
}

fn end_line(out: &mut String) {
    if !out.is_empty() && !out.ends_with('\n') {
        out.push('\n');
    }
}

fn end_block(out: &mut String) {
    end_line(out);
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push('\n');
    }
}

/// Takes the title, author and date out of a front matter block, and gives what follows it. A text that
/// merely begins with a rule is no front matter.
fn front_matter<'t>(text: &'t str, draft: &mut Draft) -> &'t str {
    let text = text.trim_start_matches('\u{FEFF}');
    let block = |fence: &str| {
        let rest = text.strip_prefix(fence)?.strip_prefix('\n')?;
        let mut length = 0;
        for line in rest.split_inclusive('\n') {
            if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
                return rest.split_at_checked(length).map(|(head, tail)| (head, tail.strip_prefix(line).unwrap_or_default()));
            }
            length += line.len();
        }
        None
    };
    let Some(((head, body), mark)) = block("---").zip(Some(':')).or_else(|| block("+++").zip(Some('='))) else { return text };
    let setting =
        |line: &str| line.trim().is_empty() || line.starts_with([' ', '\t', '#', '-', '[', ']']) || line.split_once(mark).is_some_and(|(key, _)| is_key(key));
    if !head.lines().all(setting) || !head.lines().any(|line| line.split_once(mark).is_some_and(|(key, _)| is_key(key))) {
        return text;
    }
    for line in head.lines() {
        let Some((key, value)) = line.split_once(mark) else { continue };
        let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim().to_owned();
        match key.trim().to_lowercase().as_str() {
            _ if value.is_empty() || key.starts_with([' ', '\t', '-', '#']) => {}
            "title" => draft.title = Some(value),
            "author" | "byline" | "authors" => draft.byline = Some(value),
            "publisher" => draft.publisher = Some(value),
            "url" | "source_url" | "canonical" | "link" => draft.source_url = Some(value),
            "date" | "published" | "published_on" => draft.published_on = day_of(&value),
            "lang" | "language" => draft.language = value.split(['-', '_']).next().map(str::to_lowercase),
            _ => {}
        }
    }
    body
}

/// Whether this can be the name of a setting: one word, as in `publish_date`.
fn is_key(key: &str) -> bool {
    let key = key.trim();
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn text(markdown: &str) -> String {
        super::super::plain::tidy(&read(markdown).text)
    }

    #[test]
    fn marks_go_and_words_stay() {
        let given = "# Head\n\nOne *two* [three](http://x.example)\nfour  \nfive ~~six~~ `code`.\n\nTail\n====\n\n> quoted\n\n![a picture](x.png)\n\n```\nlet x;\n```\n";
        assert_eq!(text(given), "Head\n\nOne two three four\nfive six code.\n\nTail\n\nquoted\n\nlet x;");
    }

    #[test]
    fn items_of_lists_stand_on_lines_of_their_own_however_nested() {
        assert_eq!(text("- a\n  - b\n  - c\n- d\n\n1. e\n2. f"), "a\nb\nc\n\nd\n\ne\nf");
    }

    #[test]
    fn rows_of_tables_stand_on_lines_of_their_own() {
        assert_eq!(text("|a|b|\n|-|-|\n|c|d|"), "a\tb\nc\td");
    }

    #[test]
    fn html_inside_is_read_as_html() {
        assert_eq!(text("one<br>two <b>three</b>\n\n<div>four &amp; <i>five</i>\n<script>x</script></div>\n\nsix"), "one\ntwo three\n\nfour & five\n\nsix");
    }

    #[test]
    fn front_matter_is_taken_out() {
        let draft = read("---\r\ntitle: \"A: title\"\r\nauthor: Ana\r\ndate: 2026-11-20T08:00:00Z\r\ntags:\r\n  - x\r\n---\r\nBody");
        assert_eq!(draft.text.trim(), "Body");
        assert_eq!((draft.title.as_deref(), draft.byline.as_deref()), (Some("A: title"), Some("Ana")));
        assert_eq!(draft.published_on, NaiveDate::from_ymd_opt(2026, 11, 20));
        assert_eq!(read("+++\ntitle = \"T\"\n+++\nBody").title.as_deref(), Some("T"));
    }

    #[test]
    fn a_rule_at_the_start_is_no_front_matter() {
        assert_eq!(text("---\nA sentence that counts.\n\n---\nrest"), "A sentence that counts.\n\nrest");
        assert_eq!(text("---\nHe said: it counts.\n\n---\nrest"), "He said: it counts.\n\nrest");
    }
}
