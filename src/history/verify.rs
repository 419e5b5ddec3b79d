//! Recomputes the chains and names the first broken line of each.
//!
//! What this finds: a line that was changed, removed or put in; a chain that was cut short or taken out
//! whole. What it can't find: somebody who rewrites a chain from a line on, with all hashes after it and
//! the stored head. That is what the head hash in every report is for: it stands outside the desk.

use super::action::Action;
use super::chain::first_hash;
use super::store::{self, Event};
use crate::codes;
use crate::db::{DbConnection, StoreError};
use crate::ids::ChainId;
use serde::Serialize;
use std::cmp::Ordering;

codes! {
    /// In what way a chain is broken.
    "break"
    pub enum BreakKind {
        /// A line does not have the content its hash was made of.
        Changed = "changed",
        /// Lines are missing.
        Removed = "removed",
        /// A line stands where none was written.
        Inserted = "inserted",
        /// The whole chain is missing.
        Missing = "missing",
    }
}

/// The first broken line of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Break {
    /// Number of the line, from 1.
    pub seq: i64,
    /// In what way.
    pub kind: BreakKind,
}

/// What a check of one chain found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChainReport {
    /// The chain.
    pub chain: ChainId,
    /// How many lines were read.
    pub lines: i64,
    /// Hash of the last good line.
    pub head: String,
    /// The first broken line, if any.
    pub broken: Option<Break>,
}

/// Checks one chain from its first line to its last.
pub fn verify_chain(c: &mut DbConnection, chain: ChainId) -> Result<ChainReport, StoreError> {
    const PAGE: i64 = 1_000;
    let mut report = ChainReport { chain, lines: 0, head: first_hash(chain), broken: None };
    let stored = store::head(c, chain)?;
    let mut last = i64::MIN;
    loop {
        let lines = store::lines_after(c, chain, last, PAGE)?;
        let full = lines.len() == usize::try_from(PAGE).unwrap_or(usize::MAX);
        for line in lines {
            last = line.seq;
            report.broken = fault(&report, &line);
            if report.broken.is_some() {
                return Ok(report);
            }
            report.lines = line.seq;
            report.head = line.hash;
        }
        if !full {
            break;
        }
    }
    let broken = |seq, kind| Some(Break { seq, kind });
    report.broken = match stored {
        None if report.lines == 0 => broken(1, BreakKind::Missing),
        None => broken(1, BreakKind::Inserted),
        Some((length, _)) if report.lines < length => broken(report.lines + 1, BreakKind::Removed),
        Some((length, _)) if report.lines > length => broken(length + 1, BreakKind::Inserted),
        Some((_, head)) if head != report.head => broken(report.lines.max(1), BreakKind::Changed),
        Some(_) => None,
    };
    Ok(report)
}

/// What is wrong with the line that follows what the report has read so far.
fn fault(report: &ChainReport, line: &Event) -> Option<Break> {
    let expected = report.lines + 1;
    let begins = expected > 1 || report.chain == ChainId::DESK || line.action() == Some(Action::ArticleImported);
    let (seq, kind) = match line.seq.cmp(&expected) {
        Ordering::Less => (line.seq, BreakKind::Inserted),
        Ordering::Greater => (expected, BreakKind::Removed),
        Ordering::Equal if line.line().hash() != line.hash => (line.seq, BreakKind::Changed),
        Ordering::Equal if line.prev_hash != report.head => (line.seq, BreakKind::Inserted),
        // An article's chain that begins with anything else is a new one in the place of one that is gone.
        Ordering::Equal if !begins => (line.seq, BreakKind::Removed),
        Ordering::Equal => return None,
    };
    Some(Break { seq, kind })
}

/// Checks every chain of the desk: first the desk's own, then each article's. A chain that must be there and
/// is not is reported too, and the desk's own where it does not know of an article that has a chain.
pub fn verify_all(c: &mut DbConnection) -> Result<Vec<ChainReport>, StoreError> {
    let chains = store::expected_chains(c)?;
    let imported = store::imported(c)?;
    let mut reports = chains.iter().map(|chain| verify_chain(c, *chain)).collect::<Result<Vec<_>, _>>()?;
    let unknown = reports.iter().any(|report| report.chain != ChainId::DESK && report.lines > 0 && !imported.contains(&report.chain));
    if let Some(desk) = reports.iter_mut().find(|report| report.chain == ChainId::DESK && report.broken.is_none() && unknown) {
        desk.broken = Some(Break { seq: 1, kind: BreakKind::Missing });
    }
    Ok(reports)
}
