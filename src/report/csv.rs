//! CSV (RFC 4180): one row a claim; the columns are stable and carry codes, ids, people and times.
//!
//! It begins with a byte order mark, without which Excel reads UTF-8 as Windows-1252. Fields that a
//! spreadsheet would take for a formula get an apostrophe in front, as OWASP advises.

use super::{ClaimPart, EvidencePart, ExportError, Report};
use crate::code::Code;
use crate::evidence::Stance;
use std::collections::BTreeMap;

/// The columns, in their order: a contract with whoever reads the table. New ones go to the end.
const COLUMNS: &[&str] = &[
    "article_id", "article_title", "article_version", "claim_id", "claim_number", "statement", "quote", "chain", "cues", "attribution_verdict",
    "attribution_by_link", "substance_verdict", "rating", "rationale", "searched", "evidence_for", "evidence_against", "evidence_context",
    "evidence_confidential", "independent_pieces", "circular", "state", "set_aside", "checked_by", "checked_at", "signed_off_by", "signed_off_at", "assignee",
    "due_on", "priority", "risk", "text_action", "proposed_wording", "text_action_done", "risk_kinds", "true_as_of", "recheck_by",
];

pub(super) fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let fail = |e: &dyn std::fmt::Display| ExportError(e.to_string());
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer("\u{FEFF}".as_bytes().to_vec());
    writer.write_record(COLUMNS).map_err(|e| fail(&e))?;
    let evidence: BTreeMap<&str, &EvidencePart> = report.evidence.iter().map(|piece| (piece.id.as_str(), piece)).collect();
    for claim in &report.claims {
        writer.write_record(row(report, &evidence, claim).iter().map(|field| defused(field))).map_err(|e| fail(&e))?;
    }
    writer.into_inner().map_err(|e| fail(&e))
}

fn row(report: &Report, evidence: &BTreeMap<&str, &EvidencePart>, claim: &ClaimPart) -> Vec<String> {
    fn code<T: Code>(value: Option<T>) -> String {
        value.map(|v| v.code().to_owned()).unwrap_or_default()
    }
    let time = |at: Option<chrono::DateTime<chrono::Utc>>| at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)).unwrap_or_default();
    let joined = |parts: Vec<String>| parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" | ");
    let pieces = |stances: &[Stance]| {
        joined(
            claim
                .evidence
                .iter()
                .filter(|tie| stances.contains(&tie.stance))
                .filter_map(|tie| evidence.get(tie.evidence.as_str()).filter(|e| !e.confidential))
                .map(|e| match &e.url {
                    Some(url) => format!("{} <{url}>", e.title),
                    None => e.title.clone(),
                })
                .collect(),
        )
    };
    let confidential = claim.evidence.iter().filter(|tie| evidence.get(tie.evidence.as_str()).is_some_and(|e| e.confidential)).count();
    let action = claim.text_action.as_ref();
    vec![
        report.article.id.clone(),
        report.article.title.clone(),
        report.version.number.to_string(),
        claim.id.clone(),
        claim.number.to_string(),
        claim.statement.clone(),
        claim.quote.clone(),
        claim.chain.iter().map(|l| l.source.clone()).collect::<Vec<_>>().join(" → "),
        joined(claim.chain.iter().map(|l| l.cue_text.clone().unwrap_or_default()).collect()),
        code(claim.attribution),
        joined(claim.chain.iter().map(|l| format!("{}: {}", l.source, code(l.verdict))).collect()),
        code(claim.substance),
        claim.substance.and_then(crate::claim::Substance::rating).map(|n| n.to_string()).unwrap_or_default(),
        claim.rationale.clone(),
        claim.searched.clone(),
        pieces(&[Stance::Supports, Stance::Partly]),
        pieces(&[Stance::Refutes]),
        pieces(&[Stance::Context]),
        confidential.to_string(),
        claim.independent_pieces.to_string(),
        claim.circular.to_string(),
        claim.state.code().to_owned(),
        code(claim.set_aside),
        claim.checked_by.clone().unwrap_or_default(),
        time(claim.checked_at),
        claim.signed_off_by.clone().unwrap_or_default(),
        time(claim.signed_off_at),
        claim.assignee.clone().unwrap_or_default(),
        claim.due_on.map(|d| d.to_string()).unwrap_or_default(),
        claim.priority.code().to_owned(),
        claim.risk.code().to_owned(),
        code(action.map(|a| a.action)),
        action.map(|a| a.proposed_wording.clone()).unwrap_or_default(),
        action.map(|a| a.done.to_string()).unwrap_or_default(),
        claim.risk_kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join("; "),
        claim.true_as_of.map(|d| d.to_string()).unwrap_or_default(),
        claim.recheck_by.map(|d| d.to_string()).unwrap_or_default(),
    ]
}

/// A field that no spreadsheet runs. Full-width signs count too: Excel reads them as the plain ones.
fn defused(field: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    // White space before the sign does not keep every program from running the formula.
    if field.starts_with(formula) || field.trim_start().starts_with(formula) { format!("'{field}") } else { field.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_defused() {
        for formula in ["=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u{a0}=1", "＝1"] {
            assert_eq!(defused(formula), format!("'{formula}"));
        }
        assert_eq!(defused("a=b"), "a=b");
        assert_eq!(defused(""), "");
    }
}
