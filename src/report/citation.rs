//! The evidence as a list of references: BibTeX and CSL-JSON, for reference managers and footnotes. Pure.
//!
//! Each piece that is not confidential stands once, under a key that stays the same from report to report: publisher, year,
//! a word of the title, and the end of its id. What is confidential is left out and counted. Start at [`bibtex`]
//! and [`csl`].

use super::telling::address;
use super::{EvidencePart, ExportError, Report};
use crate::code::Code;
use crate::evidence::EvidenceKind;
use crate::wording::Words;
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Names of months as BibTeX knows them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// How many letters and digits of an id stand in a key.
const OF_ID: usize = 6;

/// The evidence in BibTeX, in the fields of biblatex that older styles pass over.
pub(super) fn bibtex(report: &Report, w: &Words) -> Vec<u8> {
    // What stands between entries is passed over; nothing that people wrote may stand there, for an “@” begins an entry.
    let mut out = format!("% {}, {}\n", report.tool, report.assembled_at.format("%Y-%m-%dT%H:%M:%SZ"));
    if report.summary.confidential > 0 {
        out = format!("{out}% {}\n", w.n("report-confidential-left-out", report.summary.confidential));
    }
    for (key, piece) in keyed(report) {
        out.push_str(&entry(&key, piece, w));
    }
    out.into_bytes()
}

fn entry(key: &str, piece: &EvidencePart, w: &Words) -> String {
    let url = piece.url.as_deref().and_then(address);
    let kind = if piece.kind == EvidenceKind::Link && url.is_some() { "online" } else { "misc" };
    let mut fields = vec![("title", format!("{{{}}}", tex(&piece.title)))];
    if !piece.publisher.is_empty() {
        fields.push(("organization", format!("{{{}}}", tex(&piece.publisher))));
    }
    if let Some(day) = piece.published_on {
        fields.push(("date", day.to_string()));
        fields.push(("year", day.year().to_string()));
        fields.push(("month", MONTHS.get(day.month0() as usize).copied().unwrap_or_default().to_owned()));
    }
    fields.extend(url.map(|url| ("url", url)));
    fields.extend(piece.accessed_on.map(|day| ("urldate", day.to_string())));
    let notes = notes(piece, w);
    if !notes.is_empty() {
        fields.push(("note", tex(&notes)));
    }
    if !piece.excerpt.is_empty() {
        fields.push(("annotation", tex(&piece.excerpt)));
    }
    let fields: String =
        fields.into_iter().map(|(name, value)| if name == "month" { format!("  {name} = {value},\n") } else { format!("  {name} = {{{value}}},\n") }).collect();
    format!("\n@{kind}{{{key},\n{fields}}}\n")
}

/// The evidence in the JSON form of the Citation Style Language.
pub(super) fn csl(report: &Report, w: &Words) -> Result<Vec<u8>, ExportError> {
    let mut ties: Ties<'_> = BTreeMap::new();
    for claim in &report.claims {
        for tie in &claim.evidence {
            ties.entry(&tie.evidence).or_default().push(json!({ "claim": claim.number, "stance": tie.stance.code() }));
        }
    }
    let hidden = report.summary.confidential;
    let items: Vec<Value> =
        keyed(report).into_iter().map(|(key, piece)| item(key, piece, ties.remove(piece.id.as_str()).unwrap_or_default(), hidden, w)).collect();
    super::json::pretty(&items)
}

/// The claims that a piece is tied to, by its id.
type Ties<'r> = BTreeMap<&'r str, Vec<Value>>;

fn item(key: String, piece: &EvidencePart, claims: Vec<Value>, hidden: usize, w: &Words) -> Value {
    let mut item = Map::new();
    let mut put = |name: &str, value: Value| item.insert(name.to_owned(), value);
    put("id", key.into());
    put("type", if piece.kind == EvidenceKind::Link { "webpage".into() } else { "document".into() });
    put("title", piece.title.as_str().into());
    if !piece.publisher.is_empty() {
        put("publisher", piece.publisher.as_str().into());
        put("container-title", piece.publisher.as_str().into());
    }
    for (name, day) in [("issued", piece.published_on), ("accessed", piece.accessed_on)] {
        if let Some(day) = day {
            put(name, parts(day));
        }
    }
    if let Some(url) = piece.url.as_deref().and_then(address) {
        put("URL", url.into());
    }
    let notes = notes(piece, w);
    if !notes.is_empty() {
        put("note", notes.into());
    }
    if !piece.excerpt.is_empty() {
        put("abstract", piece.excerpt.as_str().into());
    }
    put("custom", json!({ "claims": claims, "confidential_left_out": hidden }));
    item.into()
}

fn parts(day: NaiveDate) -> Value {
    json!({ "date-parts": [[day.year(), day.month(), day.day()]] })
}

/// Where an archive has the piece, what the desk stored of it, and what the checker says of it.
fn notes(piece: &EvidencePart, w: &Words) -> String {
    let archived = piece.archive_url.as_deref().and_then(address).map(|url| w.labelled(&w.t("report-archived"), &url));
    let stored = piece.snapshot_sha256.as_ref().map(|hash| w.s("report-snapshot", "hash", hash));
    let note = Some(piece.note.clone()).filter(|note| !note.is_empty());
    [archived, stored, note].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What is not confidential, each piece under its key.
fn keyed(report: &Report) -> Vec<(String, &EvidencePart)> {
    let mut taken = BTreeSet::new();
    let shown = report.evidence.iter().filter(|piece| !piece.confidential);
    shown
        .map(|piece| {
            let mut key = key(piece);
            while !taken.insert(key.clone()) {
                key.push('x');
            }
            (key, piece)
        })
        .collect()
}

fn key(piece: &EvidencePart) -> String {
    let word = |text: &str| -> String {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
        words.filter(|word| word.len() > 3).map(|word| word.to_ascii_lowercase()).next().unwrap_or_default().chars().take(20).collect()
    };
    let year = piece.published_on.map_or_else(String::new, |day| day.year().to_string());
    let id: Vec<char> = piece.id.chars().filter(char::is_ascii_alphanumeric).collect();
    let id: String = id.iter().skip(id.len().saturating_sub(OF_ID)).collect();
    format!("{}{year}{}-{}", word(&piece.publisher), word(&piece.title), id.to_ascii_lowercase())
}

/// A text in which TeX reads every character as what it is. White space becomes single spaces.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '&' | '%' | '$' | '#' | '_' => {
                    out.push('\\');
                    out.push(c);
                }
                // Braces are counted even behind a backslash.
                '{' => out.push_str("\\textbraceleft{}"),
                '}' => out.push_str("\\textbraceright{}"),
                '\\' => out.push_str("\\textbackslash{}"),
                '~' => out.push_str("\\textasciitilde{}"),
                '^' => out.push_str("\\textasciicircum{}"),
                '"' => out.push_str("\\textquotedbl{}"),
                c if c.is_control() => out.push('\u{FFFD}'),
                c => out.push(c),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tex_reads_every_character_as_what_it_is() {
        assert_eq!(
            tex("50% of {A}\n\\input{x} $1 & #2_3~^\u{0}"),
            "50\\% of \\textbraceleft{}A\\textbraceright{} \\textbackslash{}input\\textbraceleft{}x\\textbraceright{} \\$1 \\& \\#2\\_3\\textasciitilde{}\\textasciicircum{}\u{FFFD}"
        );
    }
}
