//! XLSX: a workbook with the tables of [`super::table`], each on a sheet; a sheet that says what it is, and one that
//! says what stands in each column.
//!
//! Texts are written as texts and never as formulas; what looks like one carries Excel's mark for that, so that it
//! stays a text when the cell is edited. Excel's limits are kept where they can be seen: a text that is too long for
//! a cell ends with a note, control characters become replacement characters, an address that Excel would refuse is
//! a text and no link. The same report is the same bytes: the workbook carries the report's time. Start at [`write`];
//! [`Book`] is what any list of claims is written into, row by row.

use super::progress::one_by_one;
use super::table::{self, Cell, ClaimRow, ContactRow, EvidenceRow, Row};
use super::telling;
use super::{ExportError, LONG, Report, ReportError, Watch};
use crate::wording::{Arg, Words};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Url, Workbook, Worksheet, XlsxError};
use std::borrow::Cow;
use std::io::Write;

/// Most rows of a sheet, the one with the names of the columns included.
const ROWS: u32 = 1_048_576;
/// Most UTF-16 units of a cell.
const UNITS: usize = 32_767;
/// Most links of a sheet.
const LINKS: u32 = 65_530;
/// How many lines of a text are shown before a row grows no taller: one long text must not fill the screen.
const LINES: usize = 14;
/// Narrowest column in which texts are set in lines: in narrower ones stand ids and codes.
const NARROW: u8 = 16;
/// Height of a line, in points.
const LINE: f64 = 15.0;

/// A report.
pub(super) fn write(report: &Report, w: &Words, watch: Watch<'_>) -> Result<Vec<u8>, ReportError> {
    let title = w.s("report-title", "title", &telling::title(&report.article, w));
    let mut book = Book::begin(if report.claims.len() > LONG { Keep::InFile } else { Keep::InMemory })?;
    let pieces = table::by_id(&report.evidence);
    one_by_one(&report.claims, watch, |claim| book.add(&ClaimRow { article: &report.article, version: report.version.number, claim, pieces: &pieces }, w))?;
    let mut out = Vec::new();
    book.end(&title, report.assembled_at, &about(report, w), w, &mut out)?;
    Ok(out)
}

/// What the last sheet says of a report.
fn about(report: &Report, w: &Words) -> Vec<(String, String)> {
    let a = &report.article;
    let mut said = vec![(w.t("table-article").into_owned(), telling::title(&report.article, w)), (w.t("table-article-id").into_owned(), a.id.clone())];
    let by = telling::byline(report, w);
    said.extend((!by.is_empty()).then(|| (w.t("table-by").into_owned(), by.join(" · "))));
    said.extend(a.source_url.clone().map(|url| (w.t("report-original").into_owned(), url)));
    said.extend(telling::facts(report, w));
    said.push((w.t("table-times").into_owned(), w.t("table-times-value").into_owned()));
    said.push((w.t("table-made").into_owned(), telling::footer(report, w)));
    said
}

/// Where the rows of a workbook are until it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// In memory: for a report of the usual length.
    InMemory,
    /// In temporary files: for what may be of any length.
    InFile,
}

/// A workbook that is being written.
pub(super) struct Book {
    workbook: Workbook,
    looks: Looks,
    claims: Sheet,
    evidence: Sheet,
    contacts: Sheet,
}

impl Book {
    /// A workbook with empty tables.
    pub fn begin(keep: Keep) -> Result<Self, ExportError> {
        let (mut workbook, looks) = (Workbook::new(), Looks::new());
        let claims = Sheet::begin::<ClaimRow<'_>>(&mut workbook, keep, "claims", &looks).map_err(failed)?;
        let evidence = Sheet::begin::<EvidenceRow<'_>>(&mut workbook, keep, "evidence", &looks).map_err(failed)?;
        let contacts = Sheet::begin::<ContactRow<'_>>(&mut workbook, keep, "contacts", &looks).map_err(failed)?;
        Ok(Self { workbook, looks, claims, evidence, contacts })
    }

    /// Writes a claim, its evidence and who was asked about it, each on its sheet.
    pub fn add(&mut self, row: &ClaimRow<'_>, w: &Words) -> Result<(), ExportError> {
        self.claims.add(row, &self.looks, w).map_err(failed)?;
        row.evidence().try_for_each(|piece| self.evidence.add(&piece, &self.looks, w)).map_err(failed)?;
        row.contacts().try_for_each(|contact| self.contacts.add(&contact, &self.looks, w)).map_err(failed)
    }

    /// Writes what the workbook is, and with it the whole file.
    pub fn end(mut self, title: &str, made_at: DateTime<Utc>, about: &[(String, String)], w: &Words, out: impl Write + Send) -> Result<(), ExportError> {
        let left_out = self.claims.left_out + self.evidence.left_out + self.contacts.left_out;
        let (mut told, mut explained) = (Worksheet::new(), Worksheet::new());
        tell(&mut told, about, left_out, &self.looks, w).map_err(failed)?;
        explain(&mut explained, &self.looks, w).map_err(failed)?;
        let created = ExcelDateTime::from_timestamp(made_at.timestamp()).map_err(failed)?;
        // Excel refuses longer ones.
        let title: String = printable(title).chars().take(255).collect();
        self.workbook.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
        for table in [self.claims, self.evidence, self.contacts] {
            self.workbook.push_worksheet(table.end().map_err(failed)?);
        }
        self.workbook.push_worksheet(told);
        self.workbook.push_worksheet(explained);
        self.workbook.save_to_writer(out).map_err(failed)
    }
}

fn failed(error: XlsxError) -> ExportError {
    ExportError(error.to_string())
}

/// How cells look.
struct Looks {
    head: Format,
    text: Format,
    quoted: Format,
    link: Format,
    number: Format,
    day: Format,
    time: Format,
    label: Format,
}

impl Looks {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let text = top.clone().set_text_wrap();
        let head = Format::new().set_bold().set_background_color(Color::RGB(0x00E9_EDF2)).set_border_bottom(FormatBorder::Thin);
        Self {
            head: head.set_align(FormatAlign::Top),
            quoted: text.clone().set_quote_prefix(),
            link: text.clone().set_font_color(Color::RGB(0x001A_4FA0)).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            day: top.clone().set_num_format("yyyy-mm-dd"),
            time: top.clone().set_num_format("yyyy-mm-dd hh:mm:ss"),
            label: text.clone().set_bold(),
            number: top,
            text,
        }
    }
}

/// A sheet that is being written.
struct Sheet {
    cells: Box<Worksheet>,
    columns: u16,
    /// The row that is written next.
    row: u32,
    links: u32,
    left_out: usize,
}

impl Sheet {
    fn begin<R: Row>(workbook: &mut Workbook, keep: Keep, name: &str, looks: &Looks) -> Result<Self, XlsxError> {
        let mut sheet = match keep {
            Keep::InMemory => Worksheet::new(),
            Keep::InFile => workbook.new_worksheet_with_constant_memory()?,
        };
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        let mut columns = 0;
        for (at, column) in (0..).zip(R::columns()) {
            // Wide enough for its name and the arrow of the filter.
            let name = u8::try_from(column.name.len() + 4).unwrap_or(u8::MAX);
            sheet.set_column_width(at, f64::from(column.width.max(name)))?;
            sheet.write_string_with_format(0, at, column.name, &looks.head)?;
            columns = at + 1;
        }
        Ok(Self { cells: Box::new(sheet), columns, row: 1, links: 0, left_out: 0 })
    }

    fn add<R: Row>(&mut self, row: &R, looks: &Looks, w: &Words) -> Result<(), XlsxError> {
        if self.row >= ROWS {
            self.left_out += 1;
            return Ok(());
        }
        let mut lines = 1;
        for (at, column) in (0..).zip(R::columns()) {
            let cell = (column.of)(row);
            let is_set_in_lines = column.width >= NARROW;
            if let Cell::Text(text) = &cell
                && is_set_in_lines
            {
                lines = lines.max(lines_of(text, column.width));
            }
            self.write(at, &cell, is_set_in_lines, looks, w)?;
        }
        // Not every program makes a row as tall as its texts.
        if lines > 1 {
            self.cells.set_row_height(self.row, LINE * f64::from(u32::try_from(lines.min(LINES)).unwrap_or(1)))?;
        }
        self.row += 1;
        Ok(())
    }

    fn write(&mut self, at: u16, cell: &Cell<'_>, is_set_in_lines: bool, looks: &Looks, w: &Words) -> Result<(), XlsxError> {
        let (sheet, row) = (&mut self.cells, self.row);
        match cell {
            Cell::Empty => {}
            Cell::Text(text) if is_set_in_lines || table::is_formula(text) => write_text(sheet, row, at, text, looks, w)?,
            Cell::Text(text) => drop(sheet.write_string_with_format(row, at, fitting(text, w), &looks.number)?),
            Cell::Link(url) => {
                // What is shown is the address as it was typed; where it leads is what Excel takes.
                let target = telling::address(url).filter(|_| self.links < LINKS).map(|address| Url::new(address).set_text(fitting(url, w)));
                if target.is_some_and(|target| sheet.write_url_with_format(row, at, target, &looks.link).is_ok()) {
                    self.links += 1;
                } else {
                    write_text(sheet, row, at, url, looks, w)?;
                }
            }
            Cell::Number(number) => {
                sheet.write_number_with_format(row, at, *number as f64, &looks.number)?;
            }
            Cell::Share(share) => {
                sheet.write_number_with_format(row, at, *share, &looks.number)?;
            }
            Cell::Flag(yes) => {
                sheet.write_boolean_with_format(row, at, *yes, &looks.number)?;
            }
            Cell::Day(day) => match excel_day(*day) {
                Some(day) => drop(sheet.write_datetime_with_format(row, at, &day, &looks.day)?),
                None => write_text(sheet, row, at, &table::plain(cell), looks, w)?,
            },
            Cell::Time(moment) => match ExcelDateTime::from_timestamp(moment.timestamp()).ok().filter(|_| excel_day(moment.date_naive()).is_some()) {
                Some(moment) => drop(sheet.write_datetime_with_format(row, at, &moment, &looks.time)?),
                None => write_text(sheet, row, at, &table::plain(cell), looks, w)?,
            },
        }
        Ok(())
    }

    /// The sheet with filters over all its rows.
    fn end(mut self) -> Result<Worksheet, XlsxError> {
        let (last_row, last_column) = (self.row - 1, self.columns.saturating_sub(1));
        self.cells.autofilter(0, 0, last_row, last_column)?;
        // A number of digits in a text is no mistake to point at.
        self.cells.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
        Ok(*self.cells)
    }
}

/// A day that Excel has: from 1900 to 9999.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok().filter(|year| (1900..=9999).contains(year))?;
    ExcelDateTime::from_ymd(year, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

fn write_text(sheet: &mut Worksheet, row: u32, at: u16, text: &str, looks: &Looks, w: &Words) -> Result<(), XlsxError> {
    let text = fitting(text, w);
    let look = if table::is_formula(&text) { &looks.quoted } else { &looks.text };
    sheet.write_string_with_format(row, at, text, look)?;
    Ok(())
}

/// About how many lines a text takes in a column.
fn lines_of(text: &str, width: u8) -> usize {
    // No more than matter are looked at.
    let most = usize::from(width) * (LINES + 1);
    text.chars().take(most).collect::<String>().split('\n').map(|line| line.chars().count() / usize::from(width).max(1) + 1).sum()
}

/// What may stand in a cell of a text, with a note at the end where it is too long.
fn fitting<'t>(text: &'t str, w: &Words) -> Cow<'t, str> {
    let text = printable(text);
    if text.len() <= UNITS || text.encode_utf16().count() <= UNITS {
        return text;
    }
    let note = w.with("table-cut", &[("count", Arg::from(text.chars().count()))]);
    let room = UNITS.saturating_sub(note.encode_utf16().count() + 1);
    let mut units = 0;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= room
    });
    Cow::Owned(format!("{} {note}", kept.collect::<String>()))
}

/// A text in which every character may stand in XML and line breaks are Excel's.
fn printable(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if !text.contains(bad) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(text.chars().map(|c| if bad(c) { '\u{FFFD}' } else { c }).collect())
}

/// The sheet that says what the workbook is.
fn tell(sheet: &mut Worksheet, about: &[(String, String)], left_out: usize, looks: &Looks, w: &Words) -> Result<(), XlsxError> {
    sheet.set_name("about")?.set_column_width(0, 30)?.set_column_width(1, 100)?;
    let left_out = (left_out > 0).then(|| (w.t("table-rows").into_owned(), w.n("table-left-out", left_out)));
    for (row, (label, value)) in (0..).zip(about.iter().chain(&left_out)) {
        sheet.write_string_with_format(row, 0, fitting(label, w), &looks.label)?;
        write_text(sheet, row, 1, value, looks, w)?;
    }
    Ok(())
}

/// The sheet that says what stands in each column.
fn explain(sheet: &mut Worksheet, looks: &Looks, w: &Words) -> Result<(), XlsxError> {
    fn names<R: Row>() -> Vec<&'static str> {
        R::columns().iter().map(|column| column.name).collect()
    }
    sheet.set_name("columns")?.set_freeze_panes(1, 0)?;
    sheet.set_column_width(0, 12)?.set_column_width(1, 26)?.set_column_width(2, 100)?;
    for (at, name) in (0..).zip(["sheet", "column", "meaning"]) {
        sheet.write_string_with_format(0, at, name, &looks.head)?;
    }
    let sheets = [("claims", names::<ClaimRow<'_>>()), ("evidence", names::<EvidenceRow<'_>>()), ("contacts", names::<ContactRow<'_>>())];
    let columns = sheets.iter().flat_map(|(sheet, columns)| columns.iter().map(move |column| (sheet, column)));
    let mut last = 0;
    for (row, (name, column)) in (1..).zip(columns) {
        sheet.write_string_with_format(row, 0, *name, &looks.text)?.write_string_with_format(row, 1, *column, &looks.text)?;
        write_text(sheet, row, 2, &telling::column(column, w), looks, w)?;
        last = row;
    }
    sheet.autofilter(0, 0, last, 2)?;
    Ok(())
}
