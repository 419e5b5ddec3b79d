//! The forms of a list of claims, written claim by claim. Pure.

use super::{About, ListingFormat};
use crate::report::table::ClaimRow;
use crate::report::xlsx::{Book, Keep};
use crate::report::{ArticlePart, ClaimPart, EvidencePart, ExportError, SCHEMA, TOOL, csv, markdown};
use crate::wording::{Arg, Words};
use serde::Serialize;
use serde_json::json;
use std::io::Write;

/// A form that is being written.
pub(super) enum Form<W: Write> {
    Csv(Box<csv::Table<W>>),
    Xlsx(Box<Book>, W),
    Json { out: W, rows: usize },
    Md { out: W, article: Option<String> },
}

/// A claim in the JSON form.
#[derive(Serialize)]
struct Row<'r> {
    article: &'r ArticlePart,
    version: i32,
    claim: &'r ClaimPart,
    evidence: Vec<&'r EvidencePart>,
}

fn failed(error: &dyn std::fmt::Display) -> ExportError {
    ExportError(error.to_string())
}

/// What a list says of itself: label and value.
fn told(about: &About, count: usize, w: &Words) -> Vec<(String, String)> {
    let mut told = vec![(w.t("report-claims").into_owned(), w.with("listing-count", &[("count", Arg::from(count))]))];
    told.extend(about.narrowed.iter().cloned());
    told.push((w.t("table-made").into_owned(), format!("{}, {TOOL}", w.date_time(about.made_at.0))));
    told
}

impl<W: Write + Send> Form<W> {
    /// Writes what stands before the claims.
    pub fn begin(format: ListingFormat, about: &About, count: usize, w: &Words, mut out: W) -> Result<Self, ExportError> {
        Ok(match format {
            ListingFormat::Csv => Self::Csv(Box::new(csv::Table::begin::<ClaimRow<'_>>(out)?)),
            ListingFormat::Xlsx => Self::Xlsx(Box::new(Book::begin(Keep::InFile)?), out),
            ListingFormat::Json => {
                let narrowed: Vec<_> = about.narrowed.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
                let head = json!({ "schema": SCHEMA, "tool": TOOL, "made_at": about.made_at.0, "title": about.title, "narrowed": narrowed, "count": count });
                let head = head.to_string();
                write!(out, "{},\"claims\":[", head.trim_end_matches('}')).map_err(|e| failed(&e))?;
                Self::Json { out, rows: 0 }
            }
            ListingFormat::Md => {
                out.write_all(markdown::list_head(&about.title, &told(about, count, w), w).as_bytes()).map_err(|e| failed(&e))?;
                Self::Md { out, article: None }
            }
        })
    }

    /// Writes a claim.
    pub fn add(&mut self, row: &ClaimRow<'_>, w: &Words) -> Result<(), ExportError> {
        match self {
            Self::Csv(table) => table.add(row),
            Self::Xlsx(book, _) => book.add(row, w),
            Self::Json { out, rows } => {
                let evidence = row.claim.evidence.iter().filter_map(|tie| row.pieces.get(tie.evidence.as_str()).copied()).collect();
                out.write_all(if *rows > 0 { b",\n" } else { b"\n" }).map_err(|e| failed(&e))?;
                *rows += 1;
                serde_json::to_writer(out, &Row { article: row.article, version: row.version, claim: row.claim, evidence }).map_err(|e| failed(&e))
            }
            Self::Md { out, article } => {
                let is_new = article.as_ref() != Some(&row.article.id);
                if is_new {
                    *article = Some(row.article.id.clone());
                }
                out.write_all(markdown::list_claim(row, is_new, w).as_bytes()).map_err(|e| failed(&e))
            }
        }
    }

    /// Writes what stands behind the claims.
    pub fn end(self, about: &About, count: usize, w: &Words) -> Result<(), ExportError> {
        match self {
            Self::Csv(table) => table.end().map(drop),
            Self::Xlsx(book, out) => {
                let mut said = vec![(w.t("listing-title").into_owned(), about.title.clone())];
                said.extend(told(about, count, w));
                said.push((w.t("table-times").into_owned(), w.t("table-times-value").into_owned()));
                book.end(&about.title, about.made_at.0, &said, w, out)
            }
            Self::Json { mut out, .. } => out.write_all(b"\n]}\n").and_then(|()| out.flush()).map_err(|e| failed(&e)),
            Self::Md { mut out, .. } => out.flush().map_err(|e| failed(&e)),
        }
    }
}
