//! The columns of a claim. Pure.

use super::{Cell, ClaimRow, Column, Row, code, day, joined, link, maybe, number, owned, text, time};
use crate::claim::{AttributionVerdict, Substance};
use crate::code::Code;
use crate::evidence::Stance;
use crate::report::telling::earlier_findings;
use crate::report::{EvidencePart, LinkPart};
use chrono::{DateTime, SecondsFormat, Utc};

impl<'r> ClaimRow<'r> {
    const COLUMNS: &'r [Column<Self>] = &[
        Column { name: "article_id", width: 14, of: |r| text(&r.article.id) },
        Column { name: "article_title", width: 30, of: |r| text(&r.article.title) },
        Column { name: "article_version", width: 8, of: |r| Cell::Number(r.version.into()) },
        Column { name: "claim_id", width: 14, of: |r| text(&r.claim.id) },
        Column { name: "claim_number", width: 8, of: |r| Cell::Number(r.claim.number.into()) },
        Column { name: "statement", width: 50, of: |r| text(&r.claim.statement) },
        Column { name: "quote", width: 50, of: |r| text(&r.claim.quote) },
        Column { name: "chain", width: 30, of: |r| owned(r.claim.chain.iter().map(|link| link.source.as_str()).collect::<Vec<_>>().join(" → ")) },
        Column { name: "cues", width: 18, of: |r| joined(links(r, |link| link.cue_text.clone().unwrap_or_default())) },
        Column { name: "attribution_verdict", width: 18, of: |r| code(r.claim.attribution) },
        Column { name: "attribution_by_link", width: 36, of: |r| joined(links(r, |link| format!("{}: {}", link.source, link.verdict.map_or("", Code::code)))) },
        Column { name: "substance_verdict", width: 18, of: |r| code(r.claim.substance) },
        Column { name: "rating", width: 7, of: |r| r.claim.substance.and_then(Substance::rating).map_or(Cell::Empty, |rating| Cell::Number(rating.into())) },
        Column { name: "rationale", width: 60, of: |r| text(&r.claim.rationale) },
        Column { name: "searched", width: 40, of: |r| text(&r.claim.searched) },
        Column { name: "evidence_for", width: 40, of: |r| pieces(r, FOR) },
        Column { name: "evidence_against", width: 40, of: |r| pieces(r, AGAINST) },
        Column { name: "evidence_context", width: 30, of: |r| pieces(r, CONTEXT) },
        Column { name: "evidence_confidential", width: 11, of: |r| number(tied(r, ALL).filter(|piece| piece.confidential).count()) },
        Column { name: "independent_pieces", width: 12, of: |r| number(r.claim.independent_pieces) },
        Column { name: "circular", width: 9, of: |r| Cell::Flag(r.claim.circular) },
        Column { name: "state", width: 12, of: |r| code(Some(r.claim.state)) },
        Column { name: "set_aside", width: 16, of: |r| code(r.claim.set_aside) },
        Column { name: "checked_by", width: 20, of: |r| maybe(r.claim.checked_by.as_ref()) },
        Column { name: "checked_at", width: 19, of: |r| time(r.claim.checked_at) },
        Column { name: "signed_off_by", width: 20, of: |r| maybe(r.claim.signed_off_by.as_ref()) },
        Column { name: "signed_off_at", width: 19, of: |r| time(r.claim.signed_off_at) },
        Column { name: "assignee", width: 20, of: |r| maybe(r.claim.assignee.as_ref()) },
        Column { name: "due_on", width: 11, of: |r| day(r.claim.due_on) },
        Column { name: "priority", width: 9, of: |r| code(Some(r.claim.priority)) },
        Column { name: "risk", width: 9, of: |r| code(Some(r.claim.risk)) },
        Column { name: "text_action", width: 16, of: |r| code(r.claim.text_action.as_ref().map(|action| action.action)) },
        Column { name: "proposed_wording", width: 40, of: |r| r.claim.text_action.as_ref().map_or(Cell::Empty, |action| text(&action.proposed_wording)) },
        Column { name: "text_action_done", width: 9, of: |r| r.claim.text_action.as_ref().map_or(Cell::Empty, |action| Cell::Flag(action.done)) },
        Column { name: "risk_kinds", width: 18, of: |r| owned(r.claim.risk_kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join("; ")) },
        Column { name: "true_as_of", width: 11, of: |r| day(r.claim.true_as_of) },
        Column { name: "recheck_by", width: 11, of: |r| day(r.claim.recheck_by) },
        // Since reports are given as XLSX.
        Column {
            name: "spans",
            width: 14,
            of: |r| owned(r.claim.spans.iter().map(|span| format!("{}-{}", span.start, span.end)).collect::<Vec<_>>().join("; ")),
        },
        Column { name: "chain_roles", width: 18, of: |r| joined(links(r, |link| link.role.code().to_owned())) },
        Column { name: "chain_kinds", width: 18, of: |r| joined(links(r, |link| link.kind.code().to_owned())) },
        Column { name: "mentions", width: 30, of: |r| joined(links(r, |link| link.mention_text.clone().unwrap_or_default())) },
        Column { name: "quotations", width: 18, of: |r| joined(links(r, |link| link.quotation.code().to_owned())) },
        Column { name: "attribution_notes", width: 36, of: |r| joined(links(r, attribution_note)) },
        Column { name: "override_reason", width: 30, of: |r| maybe(r.claim.override_reason.as_ref()) },
        Column { name: "evidence_for_count", width: 9, of: |r| number(tied(r, FOR).count()) },
        Column { name: "evidence_against_count", width: 9, of: |r| number(tied(r, AGAINST).count()) },
        Column { name: "evidence_context_count", width: 9, of: |r| number(tied(r, CONTEXT).count()) },
        Column { name: "contacts", width: 40, of: |r| joined(r.claim.contacts.iter().map(super::evidence::contact)) },
        Column { name: "contacts_count", width: 9, of: |r| number(r.claim.contacts.len()) },
        Column {
            name: "earlier_findings",
            width: 40,
            of: |r| joined(earlier_findings(r.claim).into_iter().map(|f| finding(f.at, &f.by, (f.substance, f.attribution), &f.rationale))),
        },
        Column { name: "findings_count", width: 9, of: |r| number(r.claim.reviews.len()) },
        Column { name: "article_url", width: 36, of: |r| link(r.article.source_url.as_ref()) },
        Column { name: "article_publisher", width: 20, of: |r| text(&r.article.publisher) },
        Column { name: "article_published_on", width: 11, of: |r| day(r.article.published_on) },
        Column { name: "article_state", width: 12, of: |r| code(Some(r.article.state)) },
        Column { name: "tags", width: 20, of: |r| owned(r.claim.tags.join("; ")) },
        Column { name: "made_at", width: 19, of: |r| time(r.claim.made_at) },
        Column { name: "anchor", width: 9, of: |r| code(Some(r.claim.anchor)) },
        Column { name: "check_worthiness", width: 9, of: |r| r.claim.check_worthiness.map_or(Cell::Empty, Cell::Share) },
        Column {
            name: "second_findings",
            width: 40,
            of: |r| joined(r.claim.second_checks.iter().map(|s| finding(s.at, &s.by, (s.substance, s.attribution), &s.rationale))),
        },
        Column { name: "second_findings_agree", width: 9, of: |r| all_agree(r).map_or(Cell::Empty, Cell::Flag) },
    ];
}

impl Row for ClaimRow<'_> {
    fn columns<'c>() -> &'c [Column<Self>]
    where
        Self: 'c,
    {
        Self::COLUMNS
    }
}

const FOR: &[Stance] = &[Stance::Supports, Stance::Partly];
const AGAINST: &[Stance] = &[Stance::Refutes];
const CONTEXT: &[Stance] = &[Stance::Context];
const ALL: &[Stance] = <Stance as Code>::ALL;

/// Something of each link of the chain.
fn links<'r>(row: &'r ClaimRow<'_>, said: impl Fn(&LinkPart) -> String + 'r) -> impl Iterator<Item = String> + 'r {
    row.claim.chain.iter().map(said)
}

fn attribution_note(link: &LinkPart) -> String {
    if link.note.is_empty() { String::new() } else { format!("{}: {}", link.source, link.note) }
}

/// The pieces of evidence of some stances, confidential ones too.
fn tied<'r>(row: &'r ClaimRow<'_>, stances: &'r [Stance]) -> impl Iterator<Item = &'r EvidencePart> {
    row.claim.evidence.iter().filter(|tie| stances.contains(&tie.stance)).filter_map(|tie| row.pieces.get(tie.evidence.as_str()).copied())
}

/// The pieces of evidence of some stances that may be shown.
fn pieces<'r>(row: &'r ClaimRow<'_>, stances: &'r [Stance]) -> Cell<'r> {
    let said = |piece: &EvidencePart| match &piece.url {
        Some(url) => format!("{} <{url}>", piece.title),
        None => piece.title.clone(),
    };
    joined(tied(row, stances).filter(|piece| !piece.confidential).map(said))
}

/// Whether all second findings agree with those that they are compared with; `None` where there is nothing to compare.
fn all_agree(row: &ClaimRow<'_>) -> Option<bool> {
    row.claim.second_checks.iter().filter_map(|check| check.agrees).reduce(|all, agrees| all && agrees)
}

fn finding(at: DateTime<Utc>, by: &str, (substance, attribution): (Option<Substance>, Option<AttributionVerdict>), rationale: &str) -> String {
    let at = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let verdicts = [substance.map_or("", Code::code), attribution.map_or("", Code::code)];
    let verdicts = verdicts.into_iter().filter(|code| !code.is_empty()).collect::<Vec<_>>().join(", ");
    format!("{at} {by}: {verdicts}: {rationale}")
}
