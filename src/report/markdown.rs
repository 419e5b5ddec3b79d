//! Markdown, in the common dialect. Whatever people or articles wrote is escaped, so that
//! nothing of it becomes markup, HTML or a link. Start at [`write`]; [`escape`] holds the rules.

use super::table::{ClaimRow, Pieces, by_id};
use super::telling::{self, is_web, verdict};
use super::{ClaimPart, EvidencePart, Report};
use crate::claim::annotated::Paragraph;
use crate::wording::Words;
use std::fmt::{Result, Write};

pub(super) fn write(report: &Report, w: &Words) -> String {
    let mut out = String::new();
    // Writing to a String can't fail.
    let _ = compose(report, w, &mut out);
    telling::printable(&out)
}

fn compose(report: &Report, w: &Words, out: &mut String) -> Result {
    let a = &report.article;
    writeln!(out, "# {}\n", escape(&w.s("report-title", "title", &a.title)))?;
    let by: Vec<String> = telling::byline(report, w).iter().map(|part| escape(part)).collect();
    if !by.is_empty() {
        writeln!(out, "{}\n", by.join(" · "))?;
    }
    if let Some(url) = a.source_url.as_deref().filter(|url| is_web(url)) {
        writeln!(out, "{}\n", link(&w.t("report-original"), url))?;
    }
    for (label, value) in telling::facts(report, w) {
        writeln!(out, "- **{}** {}", escape(&w.before(&label)), escape(&value))?;
    }
    compose_method(report, w, out)?;
    compose_summary(report, w, out)?;
    writeln!(out, "\n## {}\n", w.t("report-text"))?;
    for paragraph in telling::annotated(report) {
        writeln!(out, "{}\n", annotated(&paragraph))?;
    }
    writeln!(out, "## {}\n", w.t("report-claims"))?;
    if report.claims.is_empty() {
        writeln!(out, "{}\n", w.t("report-no-claims"))?;
    }
    let pieces = by_id(&report.evidence);
    for claim in &report.claims {
        compose_claim(&pieces, claim, w, out)?;
    }
    compose_sources(report, w, out)?;
    compose_corrections(report, w, out)?;
    let people = telling::roll(report, w);
    if !people.is_empty() {
        writeln!(out, "## {}\n", w.t("report-people"))?;
        for (name, parts) in people {
            writeln!(out, "- {}", escape(&w.labelled(&name, &parts)))?;
        }
        writeln!(out)?;
    }
    writeln!(out, "---\n\n{}", escape(&telling::footer(report, w)))
}

/// The head of a list of claims: its title, and what it says of itself.
pub(super) fn list_head(title: &str, told: &[(String, String)], w: &Words) -> String {
    let mut out = format!("# {}\n\n", escape(title));
    for (label, value) in told {
        // Writing to a String can't fail.
        let _ = writeln!(out, "- **{}** {}", escape(&w.before(&label.replace(':', ""))), escape(value));
    }
    out.push('\n');
    telling::printable(&out)
}

/// A claim of a list, under the title of its article where it is another one than before.
pub(super) fn list_claim(row: &ClaimRow<'_>, begins_article: bool, w: &Words) -> String {
    let mut out = String::new();
    if begins_article {
        // Writing to a String can't fail.
        let _ = writeln!(out, "## {}\n", escape(&telling::title(row.article, w)));
    }
    let _ = compose_claim(row.pieces, row.claim, w, &mut out);
    telling::printable(&out)
}

fn compose_method(report: &Report, w: &Words, out: &mut String) -> Result {
    let (desk, a) = (&report.desk, &report.article);
    for (key, note) in [("report-method", &desk.method_note), ("report-method-article", &a.method_note), ("report-selection", &a.selection_reason)] {
        if !note.is_empty() {
            writeln!(out, "\n## {}\n\n{}", w.t(key), escape(note))?;
        }
    }
    for (key, url) in [("report-methodology-link", &desk.methodology_url), ("report-corrections-link", &desk.corrections_url)] {
        if is_web(url) {
            writeln!(out, "\n{}", link(&w.t(key), url))?;
        }
    }
    Ok(())
}

fn compose_summary(report: &Report, w: &Words, out: &mut String) -> Result {
    writeln!(out, "\n## {}", w.t("report-summary"))?;
    for (caption, rows) in telling::charts(report, w) {
        writeln!(out, "\n**{caption}**\n")?;
        for (label, _, count) in rows {
            writeln!(out, "- {} {count}", escape(&w.before(&label)))?;
        }
    }
    Ok(())
}

/// A paragraph of the article with the number of each claim where it begins.
fn annotated(paragraph: &Paragraph<'_>) -> String {
    let mut line = String::new();
    for piece in paragraph.pieces() {
        for tag in &piece.begins {
            // Writing to a String can't fail.
            let _ = write!(line, "\\[{}\\] ", tag.number);
        }
        line.push_str(&escape_inside(piece.text));
    }
    let line = opening_nothing(&line);
    if paragraph.kind.is_heading() { format!("### {line}") } else { line }
}

fn compose_claim(pieces: &Pieces<'_>, claim: &ClaimPart, w: &Words, out: &mut String) -> Result {
    writeln!(out, "### {}. {}\n", claim.number, escape_inside(&claim.statement))?;
    if !claim.quote.is_empty() {
        writeln!(out, "> {}\n", escape(&claim.quote))?;
    }
    writeln!(out, "- **{}** {}", w.t("report-substance"), escape(&verdict(claim.substance, w)))?;
    if !claim.chain.is_empty() {
        writeln!(out, "- **{}** {}", w.t("report-attribution"), escape(&verdict(claim.attribution, w)))?;
    }
    writeln!(out, "- **{}** {}", w.before(&w.t("report-state")), escape(&w.label(claim.state)))?;
    if let Some(reason) = claim.set_aside {
        writeln!(out, "- {}", escape(&w.s("report-set-aside-because", "reason", &w.label(reason))))?;
    }
    for link in &claim.chain {
        let place = telling::place(link, w).join("; ");
        let kind = format!("{}, {}", w.label(link.kind), w.label(link.role));
        let found = verdict(link.verdict, w);
        let (label, colon) = (w.before(&w.t("report-source")), w.before(""));
        write!(out, "- **{label}** {} ({}; {}){colon} {}", escape(&link.source), escape(&kind), escape(&place), escape(&found))?;
        writeln!(out, "{}", if link.note.is_empty() { String::new() } else { format!(". {}", escape_inside(&link.note)) })?;
    }
    for (key, text) in [("report-rationale", &claim.rationale), ("report-searched", &claim.searched)] {
        if !text.is_empty() {
            writeln!(out, "\n**{}** {}", w.before(&w.t(key)), escape_inside(text))?;
        }
    }
    compose_evidence(pieces, claim, w, out)?;
    compose_contacts(claim, w, out)?;
    if let Some(action) = &claim.text_action {
        let done = w.t(if action.done { "report-done" } else { "report-not-done" });
        writeln!(out, "\n**{}** {} ({done})", w.before(&w.t("report-text-action")), escape(&w.label(action.action)))?;
        if !action.proposed_wording.is_empty() {
            writeln!(out, "\n> {}", escape(&action.proposed_wording))?;
        }
    }
    let earlier = telling::earlier(claim, w);
    if !earlier.is_empty() {
        writeln!(out, "\n**{}**\n", w.t("report-earlier"))?;
        earlier.iter().try_for_each(|text| writeln!(out, "- {}", escape(text)))?;
    }
    compose_seconds(claim, w, out)?;
    for text in [telling::work(claim, w).join(" · "), telling::people(claim, w)] {
        if !text.is_empty() {
            writeln!(out, "\n{}", escape(&text))?;
        }
    }
    writeln!(out)
}

fn compose_evidence(pieces: &Pieces<'_>, claim: &ClaimPart, w: &Words, out: &mut String) -> Result {
    for (heading, ties) in telling::evidence(claim, pieces, w) {
        writeln!(out, "\n**{heading}**\n")?;
        for (stance, piece) in ties {
            writeln!(out, "- {} {}", escape(&w.before(&w.label(stance))), evidence(piece, w))?;
        }
    }
    if claim.evidence.is_empty() && claim.set_aside.is_none() {
        writeln!(out, "\n{}", w.t("report-no-evidence"))?;
    }
    if claim.circular {
        writeln!(out, "\n{}", w.t("report-circular"))?;
    }
    Ok(())
}

fn compose_contacts(claim: &ClaimPart, w: &Words, out: &mut String) -> Result {
    if claim.contacts.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n**{}**\n", w.t("report-contacts"))?;
    for contact in &claim.contacts {
        let (name, details) = telling::contact(contact, w);
        writeln!(out, "- {} ({})", escape(&name), escape_inside(&details.join(" · ")))?;
        for (key, text) in [("report-contact-question", &contact.question), ("report-contact-answer", &contact.answer)] {
            if !text.is_empty() {
                writeln!(out, "  - {} {}", w.before(&w.t(key)), escape_inside(text))?;
            }
        }
    }
    Ok(())
}

fn compose_seconds(claim: &ClaimPart, w: &Words, out: &mut String) -> Result {
    let seconds = telling::seconds(claim, w);
    if !seconds.is_empty() {
        writeln!(out, "\n**{}**\n", w.t("report-second"))?;
    }
    for second in seconds {
        let attribution = second.attribution.map(|(label, _)| format!("; {} {label}", w.t("report-attribution"))).unwrap_or_default();
        writeln!(out, "- **{}**{} ({})", escape(&second.substance.0), escape_inside(&attribution), escape_inside(&second.who))?;
        writeln!(out, "  - {}", escape(&second.compared))?;
        second.links.iter().try_for_each(|link| writeln!(out, "  - {}", escape(link)))?;
        for (label, text) in &second.texts {
            writeln!(out, "  - {label} {}", escape_inside(text))?;
        }
    }
    Ok(())
}

fn evidence(piece: &EvidencePart, w: &Words) -> String {
    if piece.confidential {
        return w.t("report-confidential").into_owned();
    }
    let title = match piece.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => link(&piece.title, url),
        None => escape_inside(&piece.title),
    };
    let mut line = format!("{title} ({})", escape_inside(&telling::evidence_details(piece, w).join(" · ")));
    if !piece.excerpt.is_empty() {
        let _ = write!(line, " {}", w.s("report-quoted", "text", &escape_inside(&piece.excerpt)));
    }
    if !piece.note.is_empty() {
        let _ = write!(line, " {}", escape_inside(&piece.note));
    }
    if let Some(url) = piece.archive_url.as_deref().filter(|url| is_web(url)) {
        let _ = write!(line, " {}", link(&w.t("report-archived"), url));
    }
    if let Some(hash) = &piece.snapshot_sha256 {
        let _ = write!(line, " ({})", escape_inside(&w.s("report-snapshot", "hash", hash)));
    }
    line
}

fn compose_sources(report: &Report, w: &Words, out: &mut String) -> Result {
    if report.sources.is_empty() {
        return Ok(());
    }
    writeln!(out, "## {}\n", w.t("report-sources"))?;
    for source in &report.sources {
        let country = Some(&source.country).filter(|country| !country.is_empty()).map(|country| format!(", {}", escape_inside(country)));
        writeln!(out, "- **{}** ({}{})", escape(&source.name), escape(&w.label(source.kind)), country.unwrap_or_default())?;
        if !source.aliases.is_empty() {
            writeln!(out, "  - {}", escape(&w.s("report-aliases", "names", &w.list(&source.aliases))))?;
        }
        if !source.interests.is_empty() {
            writeln!(out, "  - {} {}", w.before(&w.t("report-interests")), escape_inside(&source.interests))?;
        }
        for note in &source.reliability {
            writeln!(
                out,
                "  - {} {} ({})",
                w.before(&w.t("report-reliability")),
                escape_inside(&telling::note(note, w)),
                escape_inside(&telling::note_by(note, w))
            )?;
        }
        for url in source.links.iter().filter(|url| is_web(url)) {
            writeln!(out, "  - {}", link(url, url))?;
        }
    }
    writeln!(out)
}

fn compose_corrections(report: &Report, w: &Words, out: &mut String) -> Result {
    if report.corrections.is_empty() {
        return Ok(());
    }
    writeln!(out, "## {}\n", w.t("report-corrections"))?;
    for c in &report.corrections {
        let details = telling::correction_details(c, w).join(" · ");
        writeln!(out, "- {}, {} ({})", escape(&w.label(c.kind)), escape_inside(&w.date(c.published_on)), escape_inside(&details))?;
        for (label, text) in telling::correction_texts(c, w) {
            writeln!(out, "  - {} {}", w.before(&label), escape_inside(text))?;
        }
    }
    writeln!(out)
}

/// A link whose address can't end the link early.
fn link(text: &str, url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for c in url.trim().chars() {
        match c {
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '\\' => address.push_str("%5C"),
            c if c.is_whitespace() || c.is_control() => address.push_str("%20"),
            // A character reference would be read as what it stands for.
            '&' => address.push_str("&amp;"),
            c => address.push(c),
        }
    }
    // Inside a link no bare address becomes another one.
    let text = escape_inside(text).replace("\\:/", ":/").replace("\\.", ".");
    format!("[{}](<{address}>)", text.trim())
}

/// Text for the start of a line: also what would open a list, a code block or a heading is made plain.
fn escape(text: &str) -> String {
    opening_nothing(&escape_inside(text))
}

/// A line of escaped text that opens no block, whatever it begins with.
fn opening_nothing(line: &str) -> String {
    let start = line.trim_start();
    let digits = start.chars().take_while(char::is_ascii_digit).count();
    match start.chars().nth(digits) {
        Some('.') if digits > 0 => start.replacen('.', "\\.", 1),
        Some('-' | '=') if digits == 0 => format!("\\{start}"),
        _ => line.to_owned(),
    }
}

/// Text with every mark that Markdown or HTML would read made plain; white space becomes single spaces, and
/// directions that were turned are turned back, so that nothing behind the text is shown in another order.
fn escape_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut chars = word.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|' | '~' | '>' | '@' | '$' => {
                    out.push('\\');
                    out.push(c);
                }
                // GitHub makes links of bare addresses, of any that begin “www.” too.
                ':' if chars.peek() == Some(&'/') => out.push_str("\\:"),
                '.' if out.chars().rev().take(3).filter(|c| c.eq_ignore_ascii_case(&'w')).count() == 3 => out.push_str("\\."),
                '<' => out.push_str("&lt;"),
                '&' => out.push_str("&amp;"),
                c => out.push(c),
            }
        }
    }
    if out.is_empty() && !text.is_empty() {
        return " ".to_owned();
    }
    let lead = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let trail = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{lead}{out}{}{trail}", telling::closing(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_never_becomes_markup() {
        assert_eq!(escape("# <script>[x](javascript:y)*"), "\\# &lt;script\\>\\[x\\]\\(javascript:y\\)\\*");
        assert_eq!(escape("https://example.org a: b"), "https\\://example.org a: b");
        assert_eq!(escape("1. not a list"), "1\\. not a list");
        assert_eq!(escape("- not a list"), "\\- not a list");
        assert_eq!(escape(" 1. not a list"), "1\\. not a list");
        assert_eq!(escape("=== not a heading"), "\\=== not a heading");
        assert_eq!(escape_inside("see www.example.org"), "see www\\.example.org");
        assert_eq!(escape_inside(" \n"), " ");
        assert_eq!(escape("It rose by 3.5 per cent."), "It rose by 3.5 per cent.");
    }

    #[test]
    fn a_link_cannot_be_broken_out_of() {
        assert_eq!(link("a](b", "https://x.org/ >) <b> &gt;"), "[a\\]\\(b](<https://x.org/%20%3E)%20%3Cb%3E%20&amp;gt;>)");
    }

    #[test]
    fn a_turned_direction_ends_with_its_text() {
        assert_eq!(escape("a\u{202E}b"), "a\u{202E}b\u{202C}");
        assert_eq!(escape("\u{2067}a\u{2069}"), "\u{2067}a\u{2069}");
    }
}
