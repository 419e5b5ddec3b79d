//! PDF: the report set for paper, for keeping and for screen readers, with bookmarks and links that work.
//!
//! Here every part of the report is put into the words that `templates/report/export.typ` sets; [`super::typeset`]
//! makes the file. It says what the page form says, in the same words. A long report is set in chapters ([`chapter`]), so that
//! no more than two of them are held at a time: one is set while the one before is written. Start at [`write`].

mod article;
mod chapter;
mod claim;
mod data;

use super::pipeline::pipeline;
use super::progress::{self, Stage, Watch};
use super::typeset::{About, Part, Press};
use super::{ExportError, Report, ReportError};
use crate::wording::Words;
use chapter::{Book, said};
use data::Content;
use std::collections::BTreeMap;

const TEMPLATE: &str = include_str!("../../../templates/report/export.typ");

/// `watch` is told how many chapters are done, of how many.
pub(super) fn write(report: &Report, w: &Words, watch: Watch<'_>) -> Result<Vec<u8>, ReportError> {
    let number = report.frozen.as_ref().map(|frozen| frozen.number);
    let about = About {
        identity: format!("{} {number:?} {}", report.article.id, report.history.head_hash),
        tool: report.tool.clone(),
        at: report.frozen.as_ref().map_or(report.assembled_at, |frozen| frozen.at),
    };
    let book = Book::new(report, w);
    let chapters = book.chapters();
    let sections = if chapters.len() > 1 { book.sections(&chapters) } else { Vec::new() };
    let called = |label: &str| said(label, &sections, w);
    let mut press = Press::new(&about, &called)?;
    let Some((cover, rest)) = chapters.split_first() else { return Err(ExportError("nothing to set".to_owned()).into()) };
    let set = |chapter, before, contents| Part::set(TEMPLATE, &book.document(chapter, before, contents));
    let contents = |pages: &BTreeMap<String, usize>| {
        let content = |(label, said): &(String, String)| Content { label: label.clone(), said: said.clone(), page: pages.get(label).copied().unwrap_or(1) };
        sections.iter().map(content).collect()
    };

    // How long the first chapter is has to be known before the others are set, and where they begin before it is.
    let mut part = set(cover, 0, contents(&BTreeMap::new()))?;
    if !rest.is_empty() {
        let mut pages: BTreeMap<String, usize> = part.labels().collect();
        let mut before = part.pages();
        drop(part);
        let set_all = |hand: &mut dyn FnMut((usize, Part)) -> bool| {
            rest.iter().zip(1..).try_for_each(|(chapter, number)| {
                progress::tell(watch, Stage::Write, number - 1, chapters.len())?;
                let part = set(chapter, before, Vec::new())?;
                pages.extend(part.labels().map(|(label, page)| (label, page + before)));
                before += part.pages();
                if hand((number, part)) { Ok(()) } else { Err(ReportError::Stopped) }
            })
        };
        let lost = || ExportError("a part of the report could not be written".to_owned()).into();
        pipeline(set_all, |(number, part)| Ok(press.write(number, &part)?), lost)?;
        part = set(cover, 0, contents(&pages))?;
    }
    press.write(0, &part)?;
    Ok(press.finish()?)
}
