//! Reports opened as other programs open them.

use calamine::{Data, Reader, Xlsx};
use corroborate::report::ExportFormat;
use std::fmt::Write;
use std::io::Cursor;

/// What a reader of a form gets to see, as text.
pub fn readable(format: ExportFormat, bytes: Vec<u8>) -> String {
    match format {
        ExportFormat::Xlsx => workbook(&bytes),
        ExportFormat::Docx => document(&bytes),
        #[cfg(feature = "pdf")]
        ExportFormat::Pdf => super::pdf::readable(&bytes),
        _ => String::from_utf8(bytes).unwrap(),
    }
}

/// The sheets of a workbook, by name, each as rows of cells.
pub fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    book.worksheets().into_iter().map(|(name, range)| (name, range.rows().map(<[Data]>::to_vec).collect())).collect()
}

/// The rows of one sheet, as maps from the names of the columns to the cells.
pub fn rows(bytes: &[u8], sheet: &str) -> Vec<std::collections::BTreeMap<String, Data>> {
    let sheets = sheets(bytes);
    let rows = &sheets.iter().find(|(name, _)| name == sheet).unwrap().1;
    let names: Vec<String> = rows[0].iter().map(ToString::to_string).collect();
    rows[1..].iter().map(|row| names.iter().cloned().zip(row.iter().cloned()).collect()).collect()
}

/// The parts of a file that is an archive of texts, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |at| {
        let file = archive.by_index(at).unwrap();
        (file.name().unwrap().to_string(), std::io::read_to_string(file).unwrap())
    };
    (0..count).map(part).collect()
}

fn workbook(bytes: &[u8]) -> String {
    let mut out = String::new();
    for (name, rows) in sheets(bytes) {
        writeln!(out, "== {name}").unwrap();
        for row in rows {
            writeln!(out, "{}", row.iter().map(cell).collect::<Vec<_>>().join("¦").trim_end_matches('¦')).unwrap();
        }
    }
    out
}

/// The paragraphs of a document with their styles, and its comments, as text.
fn document(bytes: &[u8]) -> String {
    let parts = parts(bytes);
    let part = |name: &str| parts.iter().find(|(part, _)| part == name).unwrap().1.as_str();
    let mut out = paragraphs(part("word/document.xml"));
    out.push_str("== comments\n");
    out.push_str(&paragraphs(part("word/comments.xml")));
    out
}

/// Style and text of each paragraph of a part; links, comments and breaks stand between marks.
fn paragraphs(xml: &str) -> String {
    let mut out = String::new();
    for paragraph in xml.split("<w:p>").skip(1) {
        let style = paragraph.split("<w:pStyle w:val=\"").nth(1).map_or("", |rest| rest.split('"').next().unwrap());
        let mut text = String::new();
        for tag in paragraph.split("</w:p>").next().unwrap().split('<').skip(1) {
            let (name, said) = tag.split_once('>').unwrap();
            match name.split([' ', '/']).next().unwrap() {
                "w:t" => text.push_str(said),
                "w:br" => text.push('⏎'),
                "w:tab" => text.push('⇥'),
                "w:commentRangeStart" => text.push('⟦'),
                "w:commentRangeEnd" => text.push('⟧'),
                "w:hyperlink" => write!(text, "→({})", name.split('"').nth(1).unwrap()).unwrap(),
                _ => {}
            }
        }
        writeln!(out, "{style}: {text}").unwrap();
    }
    for (mark, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        out = out.replace(mark, character);
    }
    out
}

/// A cell as a person sees it; what is no text says so.
pub fn cell(cell: &Data) -> String {
    match cell {
        Data::DateTime(at) => match at.to_ymd_hms_milli() {
            (year, month, day, 0, 0, 0, _) => format!("day {year}-{month:02}-{day:02}"),
            (year, month, day, hour, minute, second, _) => format!("time {year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
        },
        Data::Float(number) => format!("number {number}"),
        Data::Bool(yes) => format!("flag {yes}"),
        other => other.to_string(),
    }
}
