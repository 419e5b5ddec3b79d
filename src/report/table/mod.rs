//! What every form in rows and columns holds: CSV, XLSX, and the rows of any filter. Pure.
//!
//! A [`Column`] is a name, a width and what stands in it; the name is a contract with whoever reads the table, so a
//! column is never renamed and new ones go to the end. Values are codes, ids, people by name and times in UTC, the
//! same in every form; each form writes a [`Cell`] in its own way. What can be a row: a [`ClaimRow`] (one a claim), an
//! [`EvidenceRow`] (one a piece for each claim it is tied to) and a [`ContactRow`] (one for everybody who was asked).

mod claim;
mod evidence;

pub(super) use evidence::{ContactRow, EvidenceRow};

use super::{ArticlePart, ClaimPart, EvidencePart};
use crate::code::Code;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What stands between several things in one cell.
const BETWEEN: &str = " | ";

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'r> {
    /// Nothing.
    Empty,
    /// Words.
    Text(Cow<'r, str>),
    /// An address; it may still be anything that somebody typed.
    Link(&'r str),
    /// A number.
    Number(i64),
    /// A share of one.
    Share(f64),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(NaiveDate),
    /// A moment.
    Time(DateTime<Utc>),
}

/// A column.
pub(super) struct Column<R> {
    /// Its name: stable.
    pub name: &'static str,
    /// How many digits wide a spreadsheet shows it.
    pub width: u8,
    /// What stands in it.
    pub of: for<'a> fn(&'a R) -> Cell<'a>,
}

/// What can be a row of a table.
pub(super) trait Row: Sized {
    /// Its columns, in their order: a contract with whoever reads the table. New ones go to the end.
    fn columns<'c>() -> &'c [Column<Self>]
    where
        Self: 'c;
}

/// A claim, the article it is from, and the evidence of that article by id.
pub(super) struct ClaimRow<'r> {
    pub article: &'r ArticlePart,
    pub version: i32,
    pub claim: &'r ClaimPart,
    pub pieces: &'r Pieces<'r>,
}

/// Evidence by id.
pub(super) type Pieces<'r> = BTreeMap<&'r str, &'r EvidencePart>;

/// Evidence by id.
pub(super) fn by_id(evidence: &[EvidencePart]) -> Pieces<'_> {
    evidence.iter().map(|piece| (piece.id.as_str(), piece)).collect()
}

impl ClaimRow<'_> {
    /// A row for each piece of evidence that is tied to the claim.
    pub fn evidence(&self) -> impl Iterator<Item = EvidenceRow<'_>> {
        self.claim.evidence.iter().filter_map(|tie| Some(EvidenceRow { row: self, tie, piece: self.pieces.get(tie.evidence.as_str())? }))
    }

    /// A row for everybody who was asked about the claim.
    pub fn contacts(&self) -> impl Iterator<Item = ContactRow<'_>> {
        self.claim.contacts.iter().map(|contact| ContactRow { row: self, contact })
    }
}

/// A cell as plain text, the same in every form that has no types of its own.
pub(super) fn plain<'r>(cell: &'r Cell<'_>) -> Cow<'r, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Link(url) => Cow::Borrowed(url),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Share(share) => Cow::Owned(share.to_string()),
        Cell::Flag(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
        Cell::Day(day) => Cow::Owned(day.to_string()),
        Cell::Time(at) => Cow::Owned(at.to_rfc3339_opts(SecondsFormat::Secs, true)),
    }
}

/// Whether a spreadsheet might run a text as a formula. Full-width signs count too: Excel reads them as the plain ones.
pub(super) fn is_formula(text: &str) -> bool {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    // White space before the sign does not keep every program from running the formula.
    text.starts_with(begins) || text.trim_start().starts_with(begins)
}

fn text(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Borrowed(text)) }
}

fn owned<'r>(text: String) -> Cell<'r> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(text)) }
}

fn maybe(text: Option<&String>) -> Cell<'_> {
    text.map_or(Cell::Empty, |value| self::text(value))
}

fn link(url: Option<&String>) -> Cell<'_> {
    url.filter(|url| !url.is_empty()).map_or(Cell::Empty, |url| Cell::Link(url))
}

fn code<'r, T: Code>(value: Option<T>) -> Cell<'r> {
    value.map_or(Cell::Empty, |value| Cell::Text(Cow::Borrowed(value.code())))
}

fn number<'r>(count: usize) -> Cell<'r> {
    Cell::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn day<'r>(day: Option<NaiveDate>) -> Cell<'r> {
    day.map_or(Cell::Empty, Cell::Day)
}

fn time<'r>(at: Option<DateTime<Utc>>) -> Cell<'r> {
    at.map_or(Cell::Empty, Cell::Time)
}

/// Several things in one cell; what is empty leaves no gap.
fn joined<'r>(parts: impl Iterator<Item = String>) -> Cell<'r> {
    owned(parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_might_be_run_is_known() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{a0}=1", "＝1"] {
            assert!(is_formula(formula), "{formula:?}");
        }
        assert!(!is_formula("a=b") && !is_formula(""));
    }

    #[test]
    fn no_two_columns_have_one_name() {
        fn names<R: Row + 'static>() -> Vec<&'static str> {
            R::columns().iter().map(|column| column.name).collect()
        }
        for names in [names::<ClaimRow<'static>>(), names::<EvidenceRow<'static>>(), names::<ContactRow<'static>>()] {
            assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), names.len());
            assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')));
        }
    }
}
