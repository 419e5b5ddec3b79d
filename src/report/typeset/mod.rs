//! The typesetting of reports and posters: a template and data become a PDF or a picture.
//!
//! A template is one of the files under `templates/report/`. What people wrote reaches it as data, through `json()`,
//! and never as source, so nothing of it can be read as a command; and there is no other file a template could read
//! ([`world`]). Nor is there a clock: the same template and data are the same bytes. What a text may hold is settled
//! in [`text`] before; the fonts are in the program ([`font`]). Start at [`pdf`] and [`png`].

mod font;
mod text;
mod world;

pub(super) use text::{NARROW, Said, Setter, WIDE, cut};

use super::ExportError;
use chrono::{DateTime, Datelike, Timelike, Utc};
use serde::Serialize;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::Sheet;

/// What a PDF says of itself beside its pages.
pub(super) struct About {
    /// What makes it the same document when it is made again.
    pub identity: String,
    /// The program that made it.
    pub tool: String,
    /// When what it shows was put together.
    pub at: DateTime<Utc>,
}

/// What a PDF is held to, best first: for keeping and for screen readers; for screen readers; tagged, no more.
const STANDARDS: [&[PdfStandard]; 3] = [&[PdfStandard::A_2a, PdfStandard::Ua_1], &[PdfStandard::Ua_1], &[]];

/// Sets data as the template says and gives the PDF.
///
/// It keeps PDF/A-2a and PDF/UA-1 together wherever the text at hand allows it.
pub(super) fn pdf(template: &'static str, data: &impl Serialize, about: &About) -> Result<Vec<u8>, ExportError> {
    let made = set(template, data).and_then(|document| written(&document, about));
    forget();
    made
}

/// Sets data as the template says and gives its first page as a picture, so many pixels wide.
pub(super) fn png(template: &'static str, data: &impl Serialize, width: u16) -> Result<Vec<u8>, ExportError> {
    let made = set(template, data).and_then(|document| drawn(&document, width));
    forget();
    made
}

fn set(template: &'static str, data: &impl Serialize) -> Result<PagedDocument, ExportError> {
    typst::compile(&Sheet::new(template, data)?).output.map_err(|errors| said_by(&errors))
}

/// The typesetter remembers all it has set; what it remembers of one report is of no use to the next.
fn forget() {
    comemo::evict(0);
}

fn said_by(errors: &[SourceDiagnostic]) -> ExportError {
    let mut said: Vec<&str> = errors.iter().map(|error| error.message.as_str()).take(3).collect();
    said.dedup();
    ExportError(said.join("; "))
}

fn written(document: &PagedDocument, about: &About) -> Result<Vec<u8>, ExportError> {
    let mut made = Err(ExportError(String::new()));
    for standards in STANDARDS {
        made = exported(document, about, standards)?.map_err(|errors| said_by(&errors));
        match &made {
            Ok(_) => break,
            Err(error) => tracing::warn!(%error, ?standards, "a report does not fit a standard"),
        }
    }
    made
}

fn exported(document: &PagedDocument, about: &About, standards: &[PdfStandard]) -> Result<SourceResult<Vec<u8>>, ExportError> {
    let options = PdfOptions {
        ident: Smart::Custom(about.identity.clone()),
        creator: Smart::Custom(Some(about.tool.clone())),
        timestamp: datetime(about.at).map(Timestamp::new_utc),
        standards: PdfStandards::new(standards).map_err(|error| ExportError(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    Ok(typst_pdf::pdf(document, &options))
}

fn datetime(at: DateTime<Utc>) -> Option<Datetime> {
    let part = |n: u32| u8::try_from(n).ok();
    Datetime::from_ymd_hms(at.year(), part(at.month())?, part(at.day())?, part(at.hour())?, part(at.minute())?, part(at.second())?)
}

fn drawn(document: &PagedDocument, width: u16) -> Result<Vec<u8>, ExportError> {
    let page = document.pages().first().ok_or_else(|| ExportError("nothing was set".to_owned()))?;
    let options = typst_render::RenderOptions { pixel_per_pt: (f64::from(width) / page.frame.width().to_pt()).into(), render_bleed: false };
    typst_render::render(page, &options).encode_png().map_err(|error| ExportError(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn about() -> About {
        About { identity: "one".to_owned(), tool: "Tester 1".to_owned(), at: "2026-11-24T09:30:00Z".parse().unwrap() }
    }

    #[test]
    fn a_template_reads_its_data_and_no_other_file() {
        let page = "#set document(title: [t])\n#let d = json(\"data.json\")\n= #d.said";
        assert!(pdf(page, &json!({"said": "#read(\"/etc/passwd\") $x$ *no*"}), &about()).unwrap().starts_with(b"%PDF-1.7"));
        for other in ["#read(\"/etc/passwd\")", "#include \"other.typ\"", "#import \"@preview/x:0.1.0\": *", "#read(\"../data.json\")", "#datetime.today()"] {
            assert!(pdf(other, &json!({}), &about()).is_err(), "{other} was read");
        }
    }

    #[test]
    fn a_picture_is_as_wide_as_asked_for() {
        let picture = png("#set page(width: 300pt, height: 150pt)\nHello", &json!({}), 1200).unwrap();
        assert!(picture.starts_with(b"\x89PNG"));
        assert_eq!(picture[16..24], [0, 0, 4, 176, 0, 0, 2, 88]);
    }
}
