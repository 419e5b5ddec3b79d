//! The columns of a piece of evidence, and of somebody who was asked for comment. Pure.

use super::{Cell, ClaimRow, Column, Row, code, day, link, maybe, text, time};
use crate::code::Code;
use crate::report::{ContactPart, EvidencePart, TiePart};

/// A piece of evidence for one claim.
pub(in crate::report) struct EvidenceRow<'r> {
    pub row: &'r ClaimRow<'r>,
    pub tie: &'r TiePart,
    pub piece: &'r EvidencePart,
}

impl<'r> EvidenceRow<'r> {
    const COLUMNS: &'r [Column<Self>] = &[
        Column { name: "article_id", width: 14, of: |r| text(&r.row.article.id) },
        Column { name: "article_title", width: 30, of: |r| text(&r.row.article.title) },
        Column { name: "claim_id", width: 14, of: |r| text(&r.row.claim.id) },
        Column { name: "claim_number", width: 8, of: |r| Cell::Number(r.row.claim.number.into()) },
        Column { name: "claim_statement", width: 40, of: |r| text(&r.row.claim.statement) },
        Column { name: "stance", width: 10, of: |r| code(Some(r.tie.stance)) },
        Column { name: "evidence_id", width: 14, of: |r| text(&r.piece.id) },
        Column { name: "kind", width: 8, of: |r| code(Some(r.piece.kind)) },
        Column { name: "title", width: 40, of: |r| text(&r.piece.title) },
        Column { name: "publisher", width: 24, of: |r| text(&r.piece.publisher) },
        Column { name: "url", width: 40, of: |r| link(r.piece.url.as_ref()) },
        Column { name: "archive_url", width: 40, of: |r| link(r.piece.archive_url.as_ref()) },
        Column { name: "published_on", width: 11, of: |r| day(r.piece.published_on) },
        Column { name: "accessed_on", width: 11, of: |r| day(r.piece.accessed_on) },
        Column { name: "excerpt", width: 60, of: |r| text(&r.piece.excerpt) },
        Column { name: "grade", width: 11, of: |r| code(Some(r.piece.grade)) },
        Column { name: "independence", width: 14, of: |r| code(Some(r.piece.independence)) },
        Column { name: "origin", width: 24, of: |r| maybe(r.piece.origin.as_ref()) },
        Column { name: "note", width: 40, of: |r| text(&r.piece.note) },
        Column { name: "confidential", width: 9, of: |r| Cell::Flag(r.piece.confidential) },
        Column { name: "found_by", width: 20, of: |r| text(&r.piece.found_by) },
        Column { name: "snapshot_sha256", width: 14, of: |r| maybe(r.piece.snapshot_sha256.as_ref()) },
        Column { name: "found_at", width: 19, of: |r| time(r.piece.found_at) },
        Column { name: "attached_by", width: 20, of: |r| maybe(r.tie.attached_by.as_ref()) },
        Column { name: "attached_at", width: 19, of: |r| time(r.tie.attached_at) },
    ];
}

impl Row for EvidenceRow<'_> {
    fn columns<'c>() -> &'c [Column<Self>]
    where
        Self: 'c,
    {
        Self::COLUMNS
    }
}

/// Somebody who was asked about one claim.
pub(in crate::report) struct ContactRow<'r> {
    pub row: &'r ClaimRow<'r>,
    pub contact: &'r ContactPart,
}

impl<'r> ContactRow<'r> {
    const COLUMNS: &'r [Column<Self>] = &[
        Column { name: "article_id", width: 14, of: |r| text(&r.row.article.id) },
        Column { name: "article_title", width: 30, of: |r| text(&r.row.article.title) },
        Column { name: "claim_id", width: 14, of: |r| text(&r.row.claim.id) },
        Column { name: "claim_number", width: 8, of: |r| Cell::Number(r.row.claim.number.into()) },
        Column { name: "name", width: 24, of: |r| text(&r.contact.name) },
        Column { name: "party", width: 24, of: |r| text(&r.contact.party) },
        Column { name: "channel", width: 10, of: |r| code(Some(r.contact.channel)) },
        Column { name: "asked_on", width: 11, of: |r| Cell::Day(r.contact.asked_on) },
        Column { name: "question", width: 50, of: |r| text(&r.contact.question) },
        Column { name: "outcome", width: 10, of: |r| code(Some(r.contact.outcome)) },
        Column { name: "answered_on", width: 11, of: |r| day(r.contact.answered_on) },
        Column { name: "answer", width: 50, of: |r| text(&r.contact.answer) },
        Column { name: "confidential", width: 9, of: |r| Cell::Flag(r.contact.confidential) },
        Column { name: "entered_by", width: 20, of: |r| text(&r.contact.entered_by) },
    ];
}

impl Row for ContactRow<'_> {
    fn columns<'c>() -> &'c [Column<Self>]
    where
        Self: 'c,
    {
        Self::COLUMNS
    }
}

/// Somebody who was asked, as one part of a claim's cell.
pub(super) fn contact(contact: &ContactPart) -> String {
    let outcome = contact.outcome.code();
    match (contact.confidential, contact.party.is_empty()) {
        (true, _) => format!("(confidential): {outcome}"),
        (false, true) => format!("{}: {outcome}", contact.name),
        (false, false) => format!("{}, {}: {outcome}", contact.name, contact.party),
    }
}
