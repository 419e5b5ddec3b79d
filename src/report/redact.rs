//! Takes confidential evidence out of a report (rule 9). Pure.
//!
//! A piece stays as an entry that says how near to the facts and how independent it is, so that it is counted and the
//! verdict can be followed; what it is, where it is, what it says and who brought it are gone. What people wrote of a
//! claim in their own words is theirs and stays as it is. Doing it twice changes nothing.

use super::{ClaimPart, ContactPart, EvidencePart, Report};
use std::collections::BTreeSet;

/// The report without what must not leave the desk.
#[must_use]
pub fn redact(mut report: Report) -> Report {
    report.summary.confidential = report.evidence.iter().filter(|piece| piece.confidential).count();
    redact_parts(report.claims.iter_mut(), &mut report.evidence);
    report
}

/// Takes what must not leave the desk out of claims and their evidence.
pub(super) fn redact_parts<'r>(claims: impl Iterator<Item = &'r mut ClaimPart>, evidence: &mut Vec<EvidencePart>) {
    let confidential: BTreeSet<String> = evidence.iter().filter(|piece| piece.confidential).map(|piece| piece.id.clone()).collect();
    for claim in claims {
        for tie in claim.evidence.iter_mut().filter(|tie| confidential.contains(&tie.evidence)) {
            tie.attached_by = None;
        }
        claim.contacts = std::mem::take(&mut claim.contacts).into_iter().map(|contact| if contact.confidential { unnamed(contact) } else { contact }).collect();
    }
    *evidence = std::mem::take(evidence).into_iter().map(|piece| if piece.confidential { hidden(piece) } else { piece }).collect();
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
