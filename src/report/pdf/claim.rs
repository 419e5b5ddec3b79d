//! A claim in words: its verdicts, chain, reasons, evidence, and who did what.

use super::chapter::Book;
use super::data::Address;
use crate::code::Code;
use crate::evidence::Stance;
use crate::report::table::{Pieces, by_id};
use crate::report::telling::{self, tone, verdict};
use crate::report::typeset::{NARROW, Said, Setter, WIDE};
use crate::report::{ClaimPart, ContactPart, EvidencePart, LinkPart};
use crate::wording::Words;
use serde::Serialize;
use std::ops::Range;

/// A claim.
#[derive(Debug, Serialize)]
pub(super) struct Claim {
    number: i32,
    /// Whether links lead to it: where a number is there twice, to the first.
    target: bool,
    code: &'static str,
    statement: Said,
    substance: String,
    attribution: Option<Verdict>,
    state: String,
    set_aside: Option<String>,
    quote: Vec<Said>,
    /// Whether the article shows it, and this is the claim that its number there leads to.
    in_text: bool,
    links: Vec<Link>,
    /// Why, and what was searched.
    texts: Vec<(String, Vec<Said>)>,
    evidence: Vec<(String, Vec<Item>)>,
    /// No evidence, or circular evidence.
    notices: Vec<(bool, String)>,
    contacts: Option<(String, Vec<Asked>)>,
    action: Option<Action>,
    earlier: Vec<Vec<Said>>,
    seconds: Option<(String, Vec<Second>)>,
    notes: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Verdict {
    label: String,
    tone: &'static str,
}

#[derive(Debug, Serialize)]
struct Link {
    source: Said,
    kind: String,
    place: Vec<Said>,
    verdict: Verdict,
    note: Vec<Said>,
}

#[derive(Debug, Serialize)]
struct Item {
    /// What stands in place of a confidential piece.
    hidden: Option<String>,
    title: Said,
    details: String,
    link: Option<Address>,
    archived: Option<Address>,
    excerpt: Vec<Said>,
    note: Vec<Said>,
    snapshot: Option<String>,
}

#[derive(Debug, Serialize)]
struct Asked {
    name: Said,
    details: String,
    question: Vec<Said>,
    answer: Vec<Said>,
}

/// A second finding.
#[derive(Debug, Serialize)]
struct Second {
    substance: Verdict,
    attribution: Option<Verdict>,
    who: Said,
    compared: Said,
    links: Vec<Vec<Said>>,
    texts: Vec<(String, Vec<Said>)>,
}

#[derive(Debug, Serialize)]
struct Action {
    said: String,
    wording: Vec<Said>,
}

/// Claims by their place in the report.
pub(super) fn claims(book: &Book<'_>, range: Range<usize>) -> Vec<Claim> {
    let pieces = by_id(&book.report.evidence);
    let some = book.report.claims.get(range.clone()).unwrap_or_default();
    let block = |(place, claim): (usize, &ClaimPart)| {
        let target = book.targets.get(&claim.number) == Some(&place);
        Claim { target, in_text: target && book.in_text.contains(&claim.number), ..block(&pieces, claim, book.words, &book.setter) }
    };
    range.zip(some).map(block).collect()
}

fn block(pieces: &Pieces<'_>, claim: &ClaimPart, w: &Words, t: &Setter) -> Claim {
    let texts = [("report-rationale", &claim.rationale), ("report-searched", &claim.searched)];
    let no_evidence = (claim.evidence.is_empty() && claim.set_aside.is_none()).then(|| (false, w.t("report-no-evidence").into_owned()));
    let circular = claim.circular.then(|| (true, w.t("report-circular").into_owned()));
    let work = telling::work(claim, w);
    let work = (!work.is_empty()).then(|| Said::Plain(t.joined(work.iter().map(String::as_str))));
    let people = telling::people(claim, w);
    let seconds: Vec<Second> = telling::seconds(claim, w).iter().map(|second| self::second(second, t)).collect();
    let asked: Vec<Asked> = claim.contacts.iter().map(|contact| asked(contact, w, t)).collect();
    Claim {
        number: claim.number,
        target: false,
        code: claim.substance.map_or("none", Code::code),
        statement: t.line(&claim.statement, WIDE),
        substance: verdict(claim.substance, w),
        attribution: (!claim.chain.is_empty()).then(|| Verdict { label: verdict(claim.attribution, w), tone: tone(claim.attribution) }),
        state: w.label(claim.state).into_owned(),
        set_aside: claim.set_aside.map(|reason| w.s("report-set-aside-because", "reason", &w.label(reason))),
        quote: t.lines(&claim.quote, WIDE),
        in_text: false,
        links: claim.chain.iter().map(|link| link_row(link, w, t)).collect(),
        texts: texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (w.t(key).into_owned(), t.lines(text, WIDE))).collect(),
        evidence: evidence(pieces, claim, w, t),
        notices: no_evidence.into_iter().chain(circular).collect(),
        contacts: (!asked.is_empty()).then(|| (w.t("report-contacts").into_owned(), asked)),
        action: claim.text_action.as_ref().map(|action| Action {
            said: format!("{} · {}", w.label(action.action), w.t(if action.done { "report-done" } else { "report-not-done" })),
            wording: t.lines(&action.proposed_wording, WIDE),
        }),
        earlier: telling::earlier(claim, w).iter().map(|text| t.lines(text, WIDE)).collect(),
        seconds: (!seconds.is_empty()).then(|| (w.t("report-second").into_owned(), seconds)),
        notes: work.into_iter().chain((!people.is_empty()).then(|| t.line(&people, WIDE))).collect(),
    }
}

fn link_row(link: &LinkPart, w: &Words, t: &Setter) -> Link {
    Link {
        source: t.line(&link.source, NARROW),
        kind: format!("{}, {}", w.label(link.kind), w.label(link.role)),
        place: telling::place(link, w).iter().map(|text| t.line(text, NARROW)).collect(),
        verdict: Verdict { label: verdict(link.verdict, w), tone: tone(link.verdict) },
        note: t.lines(&link.note, NARROW),
    }
}

fn evidence(pieces: &Pieces<'_>, claim: &ClaimPart, w: &Words, t: &Setter) -> Vec<(String, Vec<Item>)> {
    let items = |ties: telling::Ties<'_>| ties.into_iter().map(|(stance, piece)| item(piece, stance, w, t)).collect();
    telling::evidence(claim, pieces, w).into_iter().map(|(heading, ties)| (heading, items(ties))).collect()
}

fn item(piece: &EvidencePart, stance: Stance, w: &Words, t: &Setter) -> Item {
    let (stance, details) = (w.label(stance), if piece.confidential { Vec::new() } else { telling::evidence_details(piece, w) });
    Item {
        hidden: piece.confidential.then(|| w.t("report-confidential").into_owned()),
        title: t.line(&piece.title, WIDE),
        details: t.joined(std::iter::once(stance.as_ref()).chain(details.iter().map(String::as_str))),
        link: piece.url.as_deref().and_then(|url| Address::of(url, t)),
        archived: piece.archive_url.as_deref().and_then(|url| Address::of(url, t)),
        excerpt: t.lines(&piece.excerpt, WIDE),
        note: t.lines(&piece.note, WIDE),
        snapshot: piece.snapshot_sha256.as_ref().map(|hash| t.fit(&w.s("report-snapshot", "hash", hash), WIDE, &mut 0)),
    }
}

fn asked(contact: &ContactPart, w: &Words, t: &Setter) -> Asked {
    let (name, details) = telling::contact(contact, w);
    Asked {
        name: t.line(&name, WIDE),
        details: t.joined(details.iter().map(String::as_str)),
        question: t.lines(&contact.question, WIDE),
        answer: t.lines(&contact.answer, WIDE),
    }
}

fn second(second: &telling::Second<'_>, t: &Setter) -> Second {
    let verdict = |(label, tone): &(String, &'static str)| Verdict { label: label.clone(), tone };
    Second {
        substance: verdict(&second.substance),
        attribution: second.attribution.as_ref().map(verdict),
        who: t.line(&second.who, WIDE),
        compared: t.line(&second.compared, WIDE),
        links: second.links.iter().map(|link| t.lines(link, WIDE)).collect(),
        texts: second.texts.iter().map(|(label, text)| (label.clone(), t.lines(text, WIDE))).collect(),
    }
}
