//! The typesetting of reports and posters: a template and data become a PDF or a picture.
//!
//! A template is one of the files under `templates/report/`. What people wrote reaches it as data, through `json()`,
//! and never as source, so nothing of it can be read as a command; and there is no other file a template could read
//! ([`world`]). Nor is there a clock: the same template and data are the same bytes. What a text may hold is settled
//! in [`text`] before; the fonts are in the program ([`font`]). A long document is set in parts, one at a time, which are
//! bound into one file ([`bind`]). Start at [`Part::set`], [`Press`] and [`png`].

mod bind;
mod font;
mod text;
mod world;

pub(super) use text::{NARROW, Said, Setter, WIDE, cut};

use super::ExportError;
use bind::Binder;
use chrono::{DateTime, Datelike, Timelike, Utc};
use comemo::Track;
use serde::Serialize;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Content, Datetime, Smart};
use typst::introspection::Introspector;
use typst::model::LateLinkResolver;
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

/// A part of a document, set and not yet written.
pub(super) struct Part(PagedDocument);

impl Part {
    /// Sets data as the template says.
    pub(super) fn set(template: &'static str, data: &impl Serialize) -> Result<Self, ExportError> {
        let made = set(template, data).map(Self);
        forget();
        made
    }

    /// How many pages it takes.
    pub(super) fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// Its labels, each with the page of the part that it stands on, counted from 1.
    pub(super) fn labels(&self) -> impl Iterator<Item = (String, usize)> {
        let introspector = self.0.introspector();
        let page = |one: &Content| Some(introspector.position(one.location()?)?.page.get());
        introspector.query_labelled().into_iter().filter_map(move |one| Some((one.label()?.resolve().as_str().to_owned(), page(&one)?)))
    }
}

/// Writes parts as one PDF. It keeps PDF/A-2a and PDF/UA-1 together wherever the text at hand allows it.
pub(super) struct Press<'a> {
    about: &'a About,
    /// Which of [`STANDARDS`] all parts so far could be held to.
    standard: usize,
    binder: Binder<'a>,
}

impl<'a> Press<'a> {
    /// `said` is what a link to a label is called, for those who don't see it.
    pub(super) fn new(about: &'a About, said: &'a (dyn Fn(&str) -> String + Sync)) -> Result<Self, ExportError> {
        Ok(Self { about, standard: 0, binder: Binder::new(said)? })
    }

    /// Writes a part that is the `number`th of the document. The first of them, 0, says what all are held to: where there are
    /// others it comes last.
    pub(super) fn write(&mut self, number: usize, part: &Part) -> Result<(), ExportError> {
        let bytes = self.written(&part.0)?;
        self.binder.add(number, &bytes)
    }

    /// The file.
    pub(super) fn finish(self) -> Result<Vec<u8>, ExportError> {
        self.binder.finish()
    }

    fn written(&mut self, document: &PagedDocument) -> Result<Vec<u8>, ExportError> {
        loop {
            let standards = STANDARDS.get(self.standard).copied().unwrap_or_default();
            match exported(document, self.about, standards)?.map_err(|errors| said_by(&errors)) {
                Err(error) if self.standard + 1 < STANDARDS.len() => {
                    tracing::warn!(%error, ?standards, "a report does not fit a standard");
                    self.standard += 1;
                }
                done => return done,
            }
        }
    }
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

fn exported(document: &PagedDocument, about: &About, standards: &[PdfStandard]) -> Result<SourceResult<Vec<u8>>, ExportError> {
    let options = PdfOptions {
        ident: Smart::Custom(about.identity.clone()),
        creator: Smart::Custom(Some(about.tool.clone())),
        timestamp: datetime(about.at).map(Timestamp::new_utc),
        standards: PdfStandards::new(standards).map_err(|error| ExportError(error.message().to_string()))?,
        ..PdfOptions::default()
    };
    // Every label is a place that links of other parts can lead to.
    let labelled = document.introspector().query_labelled();
    let places: Vec<_> = labelled.iter().filter_map(|one| Some((one.location()?, one.label()?.resolve().as_str().into()))).collect();
    let resolver = LateLinkResolver::new(None, document.introspector().as_ref());
    Ok(typst_pdf::pdf_in_bundle(document, &options, &places, resolver.track()))
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

    fn pdf(template: &'static str, data: &serde_json::Value) -> Result<Vec<u8>, ExportError> {
        let about = about();
        let mut press = Press::new(&about, &str::to_owned)?;
        press.write(0, &Part::set(template, data)?)?;
        press.finish()
    }

    #[test]
    fn a_template_reads_its_data_and_no_other_file() {
        let page = "#set document(title: [t])\n#let d = json(\"data.json\")\n= #d.said";
        assert!(pdf(page, &json!({"said": "#read(\"/etc/passwd\") $x$ *no*"})).unwrap().starts_with(b"%PDF-1.7"));
        for other in ["#read(\"/etc/passwd\")", "#include \"other.typ\"", "#import \"@preview/x:0.1.0\": *", "#read(\"../data.json\")", "#datetime.today()"] {
            assert!(pdf(other, &json!({})).is_err(), "{other} was read");
        }
    }

    #[test]
    fn a_picture_is_as_wide_as_asked_for() {
        let picture = png("#set page(width: 300pt, height: 150pt)\nHello", &json!({}), 1200).unwrap();
        assert!(picture.starts_with(b"\x89PNG"));
        assert_eq!(picture[16..24], [0, 0, 4, 176, 0, 0, 2, 88]);
    }
}
