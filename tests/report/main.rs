//! Reports: what stands in them, what they look like in every form, what hostile texts can't do to them, and that
//! frozen ones stay as they are.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice, reason = "a test that panics has failed, as it should")]

#[path = "../support/mod.rs"]
mod support;

mod annotations;
mod assembled;
mod citation;
mod claimreview;
mod corrected;
mod differ;
mod document;
mod drawn;
mod frozen;
mod hostile;
mod imported;
mod opened;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(feature = "pdf")]
mod poster;
mod published;
mod round_trip;
mod sample;
mod schema;
mod second;
mod snapshots;
mod workbook;

use corroborate::report::{ExportFormat, Rendered, Report, render};

fn rendered(report: &Report, format: ExportFormat) -> Rendered {
    render(report, format, &sample::words()).unwrap()
}

/// What a reader of a form gets to see, as text.
fn text(report: &Report, format: ExportFormat) -> String {
    opened::readable(format, rendered(report, format).bytes)
}
