//! CSV (RFC 4180): one row a claim, in the columns that [`super::table`] has for claims.
//!
//! It begins with a byte order mark, without which Excel reads UTF-8 as Windows-1252. Fields that a
//! spreadsheet would take for a formula get an apostrophe in front, as OWASP advises.

use super::progress::one_by_one;
use super::table::{self, Cell, ClaimRow, Row};
use super::{ExportError, Report, ReportError, Watch};
use std::borrow::Cow;
use std::io::Write;

/// The claims of a report.
pub(super) fn write(report: &Report, watch: Watch<'_>) -> Result<Vec<u8>, ReportError> {
    let mut table = Table::begin::<ClaimRow<'_>>(Vec::new())?;
    let pieces = table::by_id(&report.evidence);
    one_by_one(&report.claims, watch, |claim| table.add(&ClaimRow { article: &report.article, version: report.version.number, claim, pieces: &pieces }))?;
    Ok(table.end()?)
}

/// A table that is being written.
pub(super) struct Table<W: Write> {
    writer: ::csv::Writer<W>,
}

impl<W: Write> Table<W> {
    /// Writes the names of the columns.
    pub fn begin<R: Row>(mut out: W) -> Result<Self, ExportError> {
        out.write_all("\u{FEFF}".as_bytes()).map_err(|e| failed(&e))?;
        let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
        writer.write_record(R::columns().iter().map(|column| column.name)).map_err(|e| failed(&e))?;
        Ok(Self { writer })
    }

    /// Writes a row.
    pub fn add<R: Row>(&mut self, row: &R) -> Result<(), ExportError> {
        for column in R::columns() {
            let cell = (column.of)(row);
            self.writer.write_field(field(&cell).as_bytes()).map_err(|e| failed(&e))?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(|e| failed(&e))
    }

    /// What was written to.
    pub fn end(self) -> Result<W, ExportError> {
        self.writer.into_inner().map_err(|e| failed(&e))
    }
}

fn failed(error: &dyn std::fmt::Display) -> ExportError {
    ExportError(error.to_string())
}

/// A cell as a field that no spreadsheet runs.
fn field<'r>(cell: &'r Cell<'_>) -> Cow<'r, str> {
    let text = table::plain(cell);
    if matches!(cell, Cell::Text(_) | Cell::Link(_)) && table::is_formula(&text) { Cow::Owned(format!("'{text}")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused_and_numbers_stay_numbers() {
        assert_eq!(field(&Cell::Text(Cow::Borrowed("=1"))), "'=1");
        assert_eq!(field(&Cell::Link("@SUM(A1)")), "'@SUM(A1)");
        assert_eq!(field(&Cell::Text(Cow::Borrowed("a=b"))), "a=b");
        assert_eq!(field(&Cell::Number(-1)), "-1");
    }
}
