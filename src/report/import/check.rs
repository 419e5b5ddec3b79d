//! Does a report fit together, and can a desk keep what it says? The first thing that does not fit is named with its place.
//! Pure.

use super::{Misfit, MisfitKind};
use crate::article::text_sha256;
use crate::claim::tag::{self, tag_key};
use crate::claim::{Anchor, WorkState};
use crate::input::{LINE, TEXT};
use crate::report::{
    ArticlePart, ClaimPart, ContactPart, CorrectionPart, EvidencePart, LinkFindingPart, LinkPart, Report, ReviewPart, SecondCheckPart, SourcePart,
};
use crate::source::name_key;
use crate::span::{ScalarIndex, Span};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::BTreeSet;

type Fits = Result<(), Misfit>;

/// Longest title, as of any article.
const TITLE: usize = 10_000;
/// Longest web address, as in any field.
const LINK: usize = 2_000;
/// Highest number of a version or claim: there must be room for those that follow.
const NUMBER: i32 = 1_000_000_000;

/// Checks a report; its text may have so many scalar values.
pub(super) fn check(report: &Report, most_chars: usize) -> Fits {
    let text = ScalarIndex::new(&report.version.text);
    if report.version.text.trim().is_empty() {
        return Err(Misfit::at("version.text", MisfitKind::NoText));
    }
    if text.len() > most_chars {
        return Err(Misfit::at("version.text", MisfitKind::LongText).saying(most_chars));
    }
    if text_sha256(&report.version.text) != report.version.text_sha256 {
        return Err(Misfit::at("version.text_sha256", MisfitKind::TextHash));
    }
    number("version.number", report.version.number)?;
    moment("version.created_at", Some(report.version.created_at))?;
    moment("assembled_at", Some(report.assembled_at))?;
    for (place, said) in [("desk.name", &report.desk.name), ("desk.url", &report.desk.url), ("tool", &report.tool)] {
        long(place, said, LINK)?;
    }
    article(&report.article)?;
    let mut end = 0;
    for (n, sentence) in report.sentences.iter().enumerate() {
        let place = format!("sentences[{n}]");
        span(&format!("{place}.span"), sentence.span, &text)?;
        if sentence.span.start < end {
            return Err(Misfit::at(place, MisfitKind::SentenceOrder));
        }
        end = sentence.span.end;
        name(&format!("{place}.marked_by"), sentence.marked_by.as_deref())?;
    }
    let known = Known::of(report)?;
    for (n, part) in report.claims.iter().enumerate() {
        claim(&format!("claims[{n}]"), part, &known, &text)?;
    }
    for (n, part) in report.corrections.iter().enumerate() {
        correction(&format!("corrections[{n}]"), part, &known)?;
    }
    Ok(())
}

/// What the parts of a report may name.
struct Known<'r> {
    sources: BTreeSet<String>,
    evidence: BTreeSet<&'r str>,
    numbers: BTreeSet<i32>,
}

impl<'r> Known<'r> {
    fn of(report: &'r Report) -> Result<Self, Misfit> {
        let mut known = Self { sources: BTreeSet::new(), evidence: BTreeSet::new(), numbers: BTreeSet::new() };
        for (n, part) in report.sources.iter().enumerate() {
            let place = format!("sources[{n}]");
            source(&place, part)?;
            if !known.sources.insert(name_key(&part.name)) {
                return Err(Misfit::at(format!("{place}.name"), MisfitKind::Twice));
            }
        }
        for (n, part) in report.evidence.iter().enumerate() {
            let place = format!("evidence[{n}]");
            piece(&place, part)?;
            if !known.evidence.insert(&part.id) {
                return Err(Misfit::at(format!("{place}.id"), MisfitKind::Twice));
            }
        }
        for (n, part) in report.claims.iter().enumerate() {
            let place = format!("claims[{n}].number");
            number(&place, part.number)?;
            if !known.numbers.insert(part.number) {
                return Err(Misfit::at(place, MisfitKind::Twice));
            }
        }
        Ok(known)
    }
}

fn article(part: &ArticlePart) -> Fits {
    long("article.id", &part.id, LINE)?;
    long("article.title", &part.title, TITLE)?;
    for (place, said) in [("article.byline", &part.byline), ("article.publisher", &part.publisher), ("article.language", &part.language)] {
        long(place, said, LINE)?;
    }
    long("article.method_note", &part.method_note, TEXT)?;
    long("article.selection_reason", &part.selection_reason, TEXT)?;
    long("article.coverage_reason", part.coverage_reason.as_deref().unwrap_or_default(), TEXT)?;
    link("article.source_url", part.source_url.as_deref())?;
    day("article.published_on", part.published_on)?;
    name("article.signed_off_by", part.signed_off_by.as_deref())?;
    moment("article.signed_off_at", part.signed_off_at)
}

fn source(place: &str, part: &SourcePart) -> Fits {
    source_name(&format!("{place}.name"), &part.name)?;
    long(&format!("{place}.country"), &part.country, LINE)?;
    long(&format!("{place}.interests"), &part.interests, TEXT)?;
    for (n, alias) in part.aliases.iter().enumerate() {
        source_name(&format!("{place}.aliases[{n}]"), alias)?;
    }
    for (n, address) in part.links.iter().enumerate() {
        link(&format!("{place}.links[{n}]"), Some(address))?;
    }
    for (n, note) in part.reliability.iter().enumerate() {
        let place = format!("{place}.reliability[{n}]");
        name(&format!("{place}.by"), Some(&note.by))?;
        day(&format!("{place}.on"), Some(note.on))?;
        day(&format!("{place}.holds_from"), note.holds_from)?;
        long(&format!("{place}.note"), &note.note, TEXT)?;
    }
    Ok(())
}

fn source_name(place: &str, said: &str) -> Fits {
    long(place, said, LINE)?;
    if name_key(said).is_empty() { Err(Misfit::at(place, MisfitKind::NoName)) } else { Ok(()) }
}

fn piece(place: &str, part: &EvidencePart) -> Fits {
    let at = |field: &str| format!("{place}.{field}");
    long(&at("id"), &part.id, LINE)?;
    long(&at("title"), &part.title, LINE)?;
    long(&at("publisher"), &part.publisher, LINE)?;
    long(&at("excerpt"), &part.excerpt, TEXT)?;
    long(&at("note"), &part.note, TEXT)?;
    long(&at("snapshot_sha256"), part.snapshot_sha256.as_deref().unwrap_or_default(), LINE)?;
    link(&at("url"), part.url.as_deref())?;
    link(&at("archive_url"), part.archive_url.as_deref())?;
    day(&at("published_on"), part.published_on)?;
    day(&at("accessed_on"), part.accessed_on)?;
    moment(&at("found_at"), part.found_at)?;
    if let Some(origin) = &part.origin {
        source_name(&at("origin"), origin)?;
    }
    if part.confidential {
        return Ok(());
    }
    // Of what is confidential a report says neither what it is nor who found it.
    name(&at("found_by"), Some(&part.found_by))?;
    if part.title.trim().is_empty() { Err(Misfit::at(at("title"), MisfitKind::NoName)) } else { Ok(()) }
}

fn claim(place: &str, part: &ClaimPart, known: &Known<'_>, text: &ScalarIndex<'_>) -> Fits {
    let at = |field: &str| format!("{place}.{field}");
    for (n, piece) in part.spans.iter().enumerate() {
        span(&at(&format!("spans[{n}]")), *piece, text)?;
    }
    if part.quote != text.quote(&part.spans) || (part.anchor == Anchor::Lost && !part.spans.is_empty()) {
        return Err(Misfit::at(at("quote"), MisfitKind::OtherWords));
    }
    for (field, said) in [("statement", &part.statement), ("rationale", &part.rationale), ("searched", &part.searched)] {
        long(&at(field), said, TEXT)?;
    }
    for (field, said) in [("checked_by", &part.checked_by), ("signed_off_by", &part.signed_off_by), ("assignee", &part.assignee)] {
        name(&at(field), said.as_deref())?;
    }
    for (field, when) in [("checked_at", part.checked_at), ("signed_off_at", part.signed_off_at), ("made_at", part.made_at)] {
        moment(&at(field), when)?;
    }
    for (field, when) in [("due_on", part.due_on), ("true_as_of", part.true_as_of), ("recheck_by", part.recheck_by)] {
        day(&at(field), when)?;
    }
    if part.check_worthiness.is_some_and(|figure| !(0.0..=1.0).contains(&figure)) {
        return Err(Misfit::at(at("check_worthiness"), MisfitKind::Figure));
    }
    if part.state == WorkState::SetAside && part.set_aside.is_none() {
        return Err(Misfit::at(at("set_aside"), MisfitKind::NoReason));
    }
    if let Some(action) = &part.text_action {
        long(&at("text_action.proposed_wording"), &action.proposed_wording, TEXT)?;
    }
    for (n, link) in part.chain.iter().enumerate() {
        let place = at(&format!("chain[{n}]"));
        link_of_chain(&place, link, known, text)?;
        if part.anchor == Anchor::Lost && (link.mention.is_some() || link.cue.is_some()) {
            return Err(Misfit::at(place, MisfitKind::SpanOutside).saying("anchor: lost"));
        }
    }
    for (n, contact) in part.contacts.iter().enumerate() {
        asked(&at(&format!("contacts[{n}]")), contact)?;
    }
    ties(place, part, known)?;
    tags(&at("tags"), &part.tags)?;
    findings(place, part)?;
    second_checks(place, part)
}

fn link_of_chain(place: &str, part: &LinkPart, known: &Known<'_>, text: &ScalarIndex<'_>) -> Fits {
    if !known.sources.contains(&name_key(&part.source)) {
        return Err(Misfit::at(format!("{place}.source"), MisfitKind::NoSource));
    }
    long(&format!("{place}.note"), &part.note, TEXT)?;
    for (field, where_, words) in [("mention", part.mention, &part.mention_text), ("cue", part.cue, &part.cue_text)] {
        let place = format!("{place}.{field}");
        long(&place, words.as_deref().unwrap_or_default(), TEXT)?;
        let Some(where_) = where_ else { continue };
        span(&place, where_, text)?;
        if words.as_deref() != Some(text.slice_within(where_)) {
            return Err(Misfit::at(format!("{place}_text"), MisfitKind::OtherWords));
        }
    }
    Ok(())
}

fn asked(place: &str, part: &ContactPart) -> Fits {
    let at = |field: &str| format!("{place}.{field}");
    long(&at("party"), &part.party, LINE)?;
    long(&at("question"), &part.question, TEXT)?;
    long(&at("answer"), &part.answer, TEXT)?;
    day(&at("asked_on"), Some(part.asked_on))?;
    day(&at("answered_on"), part.answered_on)?;
    moment(&at("entered_at"), part.entered_at)?;
    if part.confidential {
        return Ok(());
    }
    name(&at("name"), Some(&part.name))?;
    name(&at("entered_by"), Some(&part.entered_by))
}

fn ties(place: &str, part: &ClaimPart, known: &Known<'_>) -> Fits {
    let mut tied = BTreeSet::new();
    for (n, tie) in part.evidence.iter().enumerate() {
        let place = format!("{place}.evidence[{n}]");
        if !known.evidence.contains(tie.evidence.as_str()) {
            return Err(Misfit::at(place, MisfitKind::NoEvidence));
        }
        if !tied.insert(&tie.evidence) {
            return Err(Misfit::at(place, MisfitKind::Twice));
        }
        name(&format!("{place}.attached_by"), tie.attached_by.as_deref())?;
        moment(&format!("{place}.attached_at"), tie.attached_at)?;
    }
    Ok(())
}

fn tags(place: &str, tags: &[String]) -> Fits {
    let mut keys = BTreeSet::new();
    if tags.len() > tag::MOST {
        return Err(Misfit::at(place, MisfitKind::Long).saying(tag::MOST));
    }
    for (n, said) in tags.iter().enumerate() {
        let place = format!("{place}[{n}]");
        long(&place, said, tag::LONGEST)?;
        let key = tag_key(said);
        if key.is_empty() {
            return Err(Misfit::at(place, MisfitKind::NoName));
        }
        if !keys.insert(key) {
            return Err(Misfit::at(place, MisfitKind::Twice));
        }
    }
    Ok(())
}

fn findings(place: &str, part: &ClaimPart) -> Fits {
    for (n, review) in part.reviews.iter().enumerate() {
        let place = format!("{place}.reviews[{n}]");
        name(&format!("{place}.by"), Some(&review.by))?;
        moment(&format!("{place}.at"), Some(review.at))?;
        for (field, said) in
            [("rationale", Some(&review.rationale)), ("searched", Some(&review.searched)), ("override_reason", review.override_reason.as_ref())]
        {
            long(&format!("{place}.{field}"), said.map_or("", String::as_str), TEXT)?;
        }
        link_findings(&place, &review.links, part)?;
    }
    if part.reviews.iter().filter(|review| review.in_force).count() > 1 {
        return Err(Misfit::at(format!("{place}.reviews"), MisfitKind::SeveralInForce));
    }
    let says_something = !part.rationale.is_empty() || !part.searched.is_empty() || part.override_reason.is_some();
    match in_force(part) {
        Some(review) if !same_words(part, review) => Err(Misfit::at(format!("{place}.rationale"), MisfitKind::NoFinding)),
        None if says_something => Err(Misfit::at(format!("{place}.rationale"), MisfitKind::NoFinding)),
        _ => Ok(()),
    }
}

fn link_findings(place: &str, links: &[LinkFindingPart], claim: &ClaimPart) -> Fits {
    for (n, found) in links.iter().enumerate() {
        if found.link.is_some_and(|link| link == 0 || link > claim.chain.len()) {
            return Err(Misfit::at(format!("{place}.links[{n}].link"), MisfitKind::NoLink));
        }
        long(&format!("{place}.links[{n}].note"), &found.note, TEXT)?;
    }
    Ok(())
}

fn second_checks(place: &str, part: &ClaimPart) -> Fits {
    for (n, second) in part.second_checks.iter().enumerate() {
        let place = format!("{place}.second_checks[{n}]");
        let at = |field: &str| format!("{place}.{field}");
        name(&at("by"), Some(&second.by))?;
        name(&at("asked_by"), Some(&second.asked_by))?;
        moment(&at("at"), Some(second.at))?;
        moment(&at("asked_at"), Some(second.asked_at))?;
        long(&at("rationale"), &second.rationale, TEXT)?;
        long(&at("searched"), &second.searched, TEXT)?;
        link_findings(&place, &second.links, part)?;
        if second.first.is_some() && second.firsts(&part.reviews).next().is_none() {
            return Err(Misfit::at(at("first"), MisfitKind::NoFinding));
        }
        if compared_with(part, second).is_none() && (second.first.is_some() || second.agrees.is_some()) {
            return Err(Misfit::at(at("agrees"), MisfitKind::Agreement));
        }
    }
    Ok(())
}

/// The finding that a second one is compared with.
pub(super) fn compared_with<'r>(part: &'r ClaimPart, second: &'r SecondCheckPart) -> Option<&'r ReviewPart> {
    second.firsts(&part.reviews).find(|review| second.agrees == Some(second.agrees_with(review)))
}

fn same_words(part: &ClaimPart, review: &ReviewPart) -> bool {
    (&part.rationale, &part.searched, &part.override_reason) == (&review.rationale, &review.searched, &review.override_reason)
}

/// The finding that a claim's verdicts and rationale are from. Reports of earlier versions do not say which: there it is the
/// newest that says what the claim says.
pub(super) fn in_force(part: &ClaimPart) -> Option<&ReviewPart> {
    let says_so = part.reviews.iter().find(|review| review.in_force);
    let found = part.substance.is_some() || part.attribution.is_some() || !part.rationale.is_empty() || !part.searched.is_empty();
    says_so.or_else(|| part.reviews.iter().filter(|review| found && same_words(part, review)).max_by_key(|review| review.at))
}

fn correction(place: &str, part: &CorrectionPart, known: &Known<'_>) -> Fits {
    if part.claim.is_some_and(|number| !known.numbers.contains(&number)) {
        return Err(Misfit::at(format!("{place}.claim"), MisfitKind::NoClaim));
    }
    for (field, said) in [("was", &part.was), ("now_says", &part.now_says), ("why", &part.why)] {
        long(&format!("{place}.{field}"), said, TEXT)?;
    }
    long(&format!("{place}.found_by"), &part.found_by, LINE)?;
    name(&format!("{place}.approved_by"), Some(&part.approved_by))?;
    day(&format!("{place}.published_on"), Some(part.published_on))?;
    moment(&format!("{place}.entered_at"), part.entered_at)
}

fn number(place: &str, number: i32) -> Fits {
    if (1..=NUMBER).contains(&number) { Ok(()) } else { Err(Misfit::at(place, MisfitKind::NumberUnfit)) }
}

fn span(place: &str, span: Span, text: &ScalarIndex<'_>) -> Fits {
    if span.start < span.end && span.end <= text.len() { Ok(()) } else { Err(Misfit::at(place, MisfitKind::SpanOutside).saying(text.len())) }
}

fn long(place: &str, said: &str, most: usize) -> Fits {
    if said.chars().count() <= most { Ok(()) } else { Err(Misfit::at(place, MisfitKind::Long).saying(most)) }
}

/// The name of a person, where one is named.
fn name(place: &str, name: Option<&str>) -> Fits {
    match name {
        Some(name) if name.trim().is_empty() => Err(Misfit::at(place, MisfitKind::NoName)),
        Some(name) => long(place, name, LINE),
        None => Ok(()),
    }
}

fn link(place: &str, address: Option<&str>) -> Fits {
    let Some(address) = address else { return Ok(()) };
    long(place, address, LINK)?;
    match url::Url::parse(address) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.host().is_some() => Ok(()),
        _ => Err(Misfit::at(place, MisfitKind::NotALink)),
    }
}

fn day(place: &str, day: Option<NaiveDate>) -> Fits {
    year(place, day.map(|day| day.year()))
}

fn moment(place: &str, at: Option<DateTime<Utc>>) -> Fits {
    year(place, at.map(|at| at.year()))
}

fn year(place: &str, year: Option<i32>) -> Fits {
    if year.is_none_or(|year| (1..=9_999).contains(&year)) { Ok(()) } else { Err(Misfit::at(place, MisfitKind::Date)) }
}
