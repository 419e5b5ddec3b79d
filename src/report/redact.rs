//! Takes confidential evidence out of a report (rule 9). Pure.
//!
//! A piece stays as an entry that says how near to the facts and how independent it is, so that it is counted and the
//! verdict can be followed; what it is, where it is, what it says and who brought it are gone. What people wrote of a
//! claim in their own words is theirs and stays as it is. Doing it twice changes nothing.

use super::{ContactPart, EvidencePart, Report};
use std::collections::BTreeSet;

/// The report without what must not leave the desk.
#[must_use]
pub fn redact(mut report: Report) -> Report {
    report.summary.confidential = report.evidence.iter().filter(|piece| piece.confidential).count();
    let hidden_ones: BTreeSet<&str> = report.evidence.iter().filter(|piece| piece.confidential).map(|piece| piece.id.as_str()).collect();
    for tie in report.claims.iter_mut().flat_map(|claim| &mut claim.evidence).filter(|tie| hidden_ones.contains(tie.evidence.as_str())) {
        tie.attached_by = None;
    }
    report.evidence = report.evidence.into_iter().map(|piece| if piece.confidential { hidden(piece) } else { piece }).collect();
    for claim in &mut report.claims {
        claim.contacts = std::mem::take(&mut claim.contacts).into_iter().map(|contact| if contact.confidential { unnamed(contact) } else { contact }).collect();
    }
    report
}

/// Somebody was asked, how and when, and whether they answered; not who, nor what was said.
fn unnamed(contact: ContactPart) -> ContactPart {
    ContactPart {
        name: String::new(),
        party: String::new(),
        channel: contact.channel,
        asked_on: contact.asked_on,
        question: String::new(),
        outcome: contact.outcome,
        answered_on: contact.answered_on,
        answer: String::new(),
        confidential: true,
        entered_by: String::new(),
        // Beside the days there is nothing to learn from it, and it keeps the order.
        entered_at: contact.entered_at,
    }
}

/// All fields are named, so that nobody adds one without deciding whether it may be shown.
fn hidden(piece: EvidencePart) -> EvidencePart {
    EvidencePart {
        id: piece.id,
        kind: piece.kind,
        title: String::new(),
        publisher: String::new(),
        url: None,
        published_on: None,
        accessed_on: None,
        excerpt: String::new(),
        grade: piece.grade,
        independence: piece.independence,
        origin: None,
        note: String::new(),
        confidential: true,
        found_by: String::new(),
        found_at: None,
        snapshot_sha256: None,
        archive_url: None,
    }
}
