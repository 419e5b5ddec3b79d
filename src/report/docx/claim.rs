//! A claim: verdicts, words, chain, reason, evidence, who was asked, what should happen to the text, who did what. Pure.

use super::xml::{BOLD, Doc, SOFT};
use super::{WIDTH, claim_mark, rtl, section, text_mark, tone, toned};
use crate::evidence::Stance;
use crate::report::progress::one_by_one;
use crate::report::table::{Pieces, by_id};
use crate::report::telling::{self, is_web, verdict};
use crate::report::{ClaimPart, EvidencePart, Report, ReportError, Watch};
use crate::wording::Words;
use std::collections::BTreeSet;

/// All claims; `in_text` are the numbers that the article shows.
pub(super) fn claims(report: &Report, in_text: &BTreeSet<i32>, w: &Words, watch: Watch<'_>, doc: &mut Doc) -> Result<(), ReportError> {
    section(doc, "claims", &w.t("report-claims"));
    if report.claims.is_empty() {
        doc.line("Normal", |line| line.text(&w.t("report-no-claims")));
    }
    let pieces = by_id(&report.evidence);
    one_by_one(&report.claims, watch, |claim| -> Result<(), ReportError> {
        head(claim, in_text.contains(&claim.number), w, doc);
        chain(claim, w, doc);
        for (key, text) in [("report-rationale", &claim.rationale), ("report-searched", &claim.searched)] {
            if !text.is_empty() {
                doc.line("Heading3", |line| line.text(&w.t(key)));
                doc.line("Normal", |line| line.text(text));
            }
        }
        evidence(claim, &pieces, w, doc);
        contacts(claim, w, doc);
        action(claim, w, doc);
        earlier(claim, w, doc);
        seconds(claim, w, doc);
        work(claim, w, doc);
        Ok(())
    })
}

fn head(claim: &ClaimPart, in_text: bool, w: &Words, doc: &mut Doc) {
    doc.line("Heading2", |line| line.bookmark(&claim_mark(claim.number)).looked(&format!("{}. ", claim.number), "").text(&claim.statement));
    doc.line("Verdict", |mut line| {
        line = line.looked(&format!("{} ", w.t("report-substance")), SOFT).looked(&verdict(claim.substance, w), &toned(tone(claim.substance)));
        if !claim.chain.is_empty() {
            line = line.text("   ").looked(&format!("{} ", w.t("report-attribution")), SOFT);
            line = line.looked(&verdict(claim.attribution, w), &toned(telling::tone(claim.attribution)));
        }
        line.text("   ").looked(&w.labelled(&w.t("report-state"), &w.label(claim.state)), SOFT)
    });
    if let Some(reason) = claim.set_aside {
        doc.line("Note", |line| line.text(&w.s("report-set-aside-because", "reason", &w.label(reason))));
    }
    if !claim.quote.is_empty() {
        doc.line("ArticleQuote", |line| line.text(&claim.quote));
    }
    if in_text {
        doc.line("Note", |line| line.jump(&text_mark(claim.number), &w.t("report-in-text"), "Hyperlink"));
    }
}

fn chain(claim: &ClaimPart, w: &Words, doc: &mut Doc) {
    if claim.chain.is_empty() {
        return;
    }
    let mut rows = vec![["report-source", "report-cue", "report-said"].map(|key| doc.made("TableHead", |line| line.text(&w.t(key)))).to_vec()];
    for link in &claim.chain {
        let kind = format!("{}, {}", w.label(link.kind), w.label(link.role));
        let source = doc.made("TableText", |line| line.looked(&link.source, BOLD)) + &doc.made("TableNote", |line| line.text(&kind));
        let place: String = telling::place(link, w).iter().map(|part| doc.made("TableText", |line| line.text(part))).collect();
        let mut said = doc.made("TableText", |line| line.looked(&verdict(link.verdict, w), &toned(telling::tone(link.verdict))));
        if !link.note.is_empty() {
            said.push_str(&doc.made("TableText", |line| line.text(&link.note)));
        }
        rows.push(vec![source, place, said]);
    }
    doc.table("Chain", &[WIDTH / 3, WIDTH / 3, WIDTH - 2 * (WIDTH / 3)], true, rtl(w), &rows);
}

fn evidence(claim: &ClaimPart, pieces: &Pieces<'_>, w: &Words, doc: &mut Doc) {
    for (heading, ties) in telling::evidence(claim, pieces, w) {
        doc.line("Heading3", |line| line.text(&heading));
        for (stance, piece) in ties {
            self::piece(stance, piece, w, doc);
        }
    }
    if claim.evidence.is_empty() && claim.set_aside.is_none() {
        doc.line("Note", |line| line.text(&w.t("report-no-evidence")));
    }
    if claim.circular {
        doc.line("Warning", |line| line.text(&w.t("report-circular")));
    }
}

fn piece(stance: Stance, piece: &EvidencePart, w: &Words, doc: &mut Doc) {
    let mut details = vec![w.label(stance).into_owned()];
    if piece.confidential {
        doc.line("ListBullet", |line| line.looked(&w.t("report-confidential"), "<w:i/><w:iCs/>").text("  ").row(&details, SOFT));
        return;
    }
    details.extend(telling::evidence_details(piece, w));
    let archived = piece.archive_url.as_deref().filter(|url| is_web(url));
    doc.line("ListBullet", |line| match piece.url.as_deref() {
        Some(url) => line.link(url, &piece.title),
        None => line.text(&piece.title),
    });
    doc.line("ListNote", |line| match archived {
        Some(url) => line.row(&details, "").text(" · ").link(url, &w.t("report-archived")),
        None => line.row(&details, ""),
    });
    if !piece.excerpt.is_empty() {
        doc.line("Quote", |line| line.text(&piece.excerpt));
    }
    if !piece.note.is_empty() {
        doc.line("ListContinue", |line| line.text(&piece.note));
    }
    if let Some(hash) = &piece.snapshot_sha256 {
        doc.line("ListNote", |line| line.text(&w.s("report-snapshot", "hash", hash)));
    }
}

fn contacts(claim: &ClaimPart, w: &Words, doc: &mut Doc) {
    if claim.contacts.is_empty() {
        return;
    }
    doc.line("Heading3", |line| line.text(&w.t("report-contacts")));
    for contact in &claim.contacts {
        let (name, details) = telling::contact(contact, w);
        doc.line("ListBullet", |line| line.text(&name));
        doc.line("ListNote", |line| line.row(&details, ""));
        if !contact.question.is_empty() {
            doc.line("ListContinue", |line| line.looked(&(w.before(&w.t("report-contact-question")) + " "), BOLD).text(&contact.question));
        }
        if !contact.answer.is_empty() {
            doc.line("Quote", |line| line.text(&contact.answer));
        }
    }
}

fn action(claim: &ClaimPart, w: &Words, doc: &mut Doc) {
    let Some(action) = &claim.text_action else { return };
    let done = w.t(if action.done { "report-done" } else { "report-not-done" });
    doc.line("Heading3", |line| line.text(&w.t("report-text-action")));
    doc.line("Normal", |line| line.row(&[w.label(action.action).into_owned(), done.into_owned()], ""));
    if !action.proposed_wording.is_empty() {
        doc.line("Note", |line| line.keep().text(&w.t("report-proposed")));
        doc.line("ArticleQuote", |line| line.text(&action.proposed_wording));
    }
}

fn earlier(claim: &ClaimPart, w: &Words, doc: &mut Doc) {
    let earlier = telling::earlier(claim, w);
    if !earlier.is_empty() {
        doc.line("Heading3", |line| line.text(&w.t("report-earlier")));
        for text in &earlier {
            doc.line("ListBullet", |line| line.text(text));
        }
    }
}

fn seconds(claim: &ClaimPart, w: &Words, doc: &mut Doc) {
    let seconds = telling::seconds(claim, w);
    if !seconds.is_empty() {
        doc.line("Heading3", |line| line.text(&w.t("report-second")));
    }
    for second in &seconds {
        doc.line("ListBullet", |line| {
            let line = line.looked(&second.substance.0, &toned(second.substance.1));
            match &second.attribution {
                Some((label, tone)) => line.text("   ").looked(&format!("{} ", w.t("report-attribution")), SOFT).looked(label, &toned(tone)),
                None => line,
            }
        });
        doc.line("ListNote", |line| line.text(&second.who));
        doc.line("ListContinue", |line| line.looked(&second.compared, BOLD));
        for link in &second.links {
            doc.line("ListContinue", |line| line.text(link));
        }
        for (label, text) in &second.texts {
            doc.line("ListContinue", |line| line.looked(&format!("{label} "), BOLD).text(text));
        }
    }
}

fn work(claim: &ClaimPart, w: &Words, doc: &mut Doc) {
    let work = telling::work(claim, w);
    if !work.is_empty() {
        doc.line("Note", |line| line.row(&work, ""));
    }
    let people = telling::people(claim, w);
    if !people.is_empty() {
        doc.line("Note", |line| line.text(&people));
    }
}
