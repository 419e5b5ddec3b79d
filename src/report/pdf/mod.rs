//! PDF: the report set for paper, for keeping and for screen readers, with bookmarks and links that work.
//!
//! Here every part of the report is put into the words that `templates/report/export.typ` sets; [`super::typeset`]
//! makes the file. It says what the page form says, in the same words. Start at [`write`].

mod article;
mod claim;
mod data;

use super::typeset::{self, About};
use super::{ExportError, Report};
use crate::wording::Words;

const TEMPLATE: &str = include_str!("../../../templates/report/export.typ");

pub(super) fn write(report: &Report, w: &Words) -> Result<Vec<u8>, ExportError> {
    let number = report.frozen.as_ref().map(|frozen| frozen.number);
    let about = About {
        identity: format!("{} {number:?} {}", report.article.id, report.history.head_hash),
        tool: report.tool.clone(),
        at: report.frozen.as_ref().map_or(report.assembled_at, |frozen| frozen.at),
    };
    typeset::pdf(TEMPLATE, &data::document(report, w), &about)
}
