//! Reports in every form: what they look like, and what hostile texts can't do to them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, reason = "a test that panics has failed, as it should")]

mod claimreview;
mod hostile;
mod sample;
mod snapshots;

use corroborate::report::{ExportFormat, Rendered, Report, render};

fn rendered(report: &Report, format: ExportFormat) -> Rendered {
    render(report, format, &sample::words()).unwrap()
}

fn text(report: &Report, format: ExportFormat) -> String {
    String::from_utf8(rendered(report, format).bytes).unwrap()
}
