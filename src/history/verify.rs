//! Recomputes the chains and names the first broken line of each.
//!
//! What this finds: a line that was changed, removed or put in; a chain that was cut short or taken out
//! whole. What it can't find: somebody who rewrites a chain from a line on, with all hashes after it and
//! the stored head. That is what the head hash in every report is for: it stands outside the desk.

use super::action::Action;
use super::chain::first_hash;
use super::store;
use crate::codes;
use crate::db::{DbConnection, StoreError};
use crate::ids::{ChainId, SubjectId};
use serde::Serialize;

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
    let broken = |seq, kind| Some(Break { seq, kind });
    'pages: loop {
        let lines = store::lines_after(c, chain, report.lines, PAGE)?;
        let full = lines.len() == usize::try_from(PAGE).unwrap_or(usize::MAX);
        for line in lines {
            let expected = report.lines + 1;
            if line.seq != expected {
                report.broken = broken(expected, BreakKind::Removed);
                break 'pages;
            }
            if line.line().hash() != line.hash {
                report.broken = broken(line.seq, BreakKind::Changed);
                break 'pages;
            }
            if line.prev_hash != report.head {
                report.broken = broken(line.seq, BreakKind::Inserted);
                break 'pages;
            }
            report.lines = line.seq;
            report.head = line.hash;
        }
        if !full {
            break;
        }
    }
    if report.broken.is_none() {
        report.broken = match stored {
            None if report.lines == 0 => broken(1, BreakKind::Missing),
            None => broken(1, BreakKind::Inserted),
            Some((length, _)) if report.lines < length => broken(report.lines + 1, BreakKind::Removed),
            Some((length, _)) if report.lines > length => broken(length + 1, BreakKind::Inserted),
            Some((_, head)) if head != report.head => broken(report.lines.max(1), BreakKind::Changed),
            Some(_) => None,
        };
    }
    Ok(report)
}

/// Checks every chain of the desk: first the desk's own, then each article's, among them those that
/// the desk's chain speaks of and that are gone.
pub fn verify_all(c: &mut DbConnection) -> Result<Vec<ChainReport>, StoreError> {
    let mut chains = store::chain_ids(c)?;
    for chain in store::chains_without_head(c)? {
        if !chains.contains(&chain) {
            chains.push(chain);
        }
    }
    let known: std::collections::BTreeSet<ChainId> = chains.iter().copied().collect();
    for (_, SubjectId(article)) in store::subjects_of(c, ChainId::DESK, Action::ArticleImported)? {
        if !known.contains(&ChainId(article)) {
            chains.push(ChainId(article));
        }
    }
    chains.iter().map(|chain| verify_chain(c, *chain)).collect()
}
