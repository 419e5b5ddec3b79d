//! What every form for readers says in words: facts, tallies, who did what. Pure.
//!
//! HTML and Markdown share these, so that both say the same. Nothing here is escaped: each form does
//! that in its own way. Start at [`facts`].

mod second;

pub(super) use second::{Second, seconds};

use super::seal::PublicKey;
use super::table::Pieces;
use super::{ArticlePart, ClaimPart, ContactPart, CorrectionPart, EvidencePart, LinkPart, ReliabilityPart, Report, ReviewPart, SourcePart, TakenFromPart};
use crate::claim::annotated::{Mark, Paragraph, Sentence, paragraphs};
use crate::claim::{AttributionVerdict, Priority, Risk};
use crate::code::Code;
use crate::evidence::Stance;
use crate::span::ScalarIndex;
use crate::wording::{Arg, Words};
use chrono::{DateTime, Utc};
use icu_properties::CodePointMapData;
use icu_properties::props::BidiClass;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Whether a text is a link that may be followed: only what leads to the web.
pub(super) fn is_web(url: &str) -> bool {
    url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// The longest address that office programs follow, in characters.
const ADDRESS: usize = 2_079;

/// An address as strict readers take it (RFC 3986), where it may be followed and is not too long for office programs:
/// these call a whole file broken for a single address that they can't read.
pub(super) fn address(url: &str) -> Option<String> {
    let parsed = url::Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let mut address = String::new();
    let mut in_fragment = false;
    for c in parsed.as_str().chars() {
        match c {
            '#' if !in_fragment => {
                in_fragment = true;
                address.push('#');
            }
            // Writing to a String can't fail.
            '#' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => drop(write!(address, "%{:02X}", u32::from(c))),
            c => address.push(c),
        }
    }
    Some(address).filter(|address| address.len() <= ADDRESS)
}

/// The label of a verdict, or that there is none yet.
pub(super) fn verdict<C: Code>(value: Option<C>, w: &Words) -> String {
    value.map_or_else(|| w.t("report-no-verdict").into_owned(), |value| w.label(value).into_owned())
}

/// The title of an article, or that it has none.
pub fn title(article: &ArticlePart, w: &Words) -> String {
    let title = article.title.trim();
    if title.is_empty() { w.t("report-untitled").into_owned() } else { title.to_owned() }
}

/// What stands in a column of a table.
pub(super) fn column(name: &str, w: &Words) -> String {
    w.t(&format!("table-column-{}", name.replace('_', "-"))).into_owned()
}

/// Who wrote and published the article, and when.
pub(super) fn byline(report: &Report, w: &Words) -> Vec<String> {
    let a = &report.article;
    let names = [&a.byline, &a.publisher].into_iter().filter(|text| !text.is_empty()).cloned();
    names.chain(a.published_on.map(|day| w.date(day))).collect()
}

/// The facts at the head of a report: label and value.
pub(super) fn facts(report: &Report, w: &Words) -> Vec<(String, String)> {
    let (a, s) = (&report.article, &report.summary);
    let said = |key: &str| w.t(key).into_owned();
    let mut facts = vec![(said("report-state"), w.label(a.state).into_owned())];
    if let (Some(by), Some(at)) = (&a.signed_off_by, a.signed_off_at) {
        facts.push((said("report-signed-off"), by_at(w, "report-by-at", by, at)));
    }
    facts.push((said("report-claims"), claims_value(report, w)));
    let coverage = [("sentences", s.coverage.sentences), ("accounted", s.coverage.accounted), ("open", s.coverage.open())];
    facts.push((said("report-coverage"), w.with("report-coverage-value", &coverage.map(|(name, n)| (name, Arg::from(n))))));
    if let Some(reason) = &a.coverage_reason {
        facts.push((said("report-coverage-reason"), reason.clone()));
    }
    if !s.set_aside.is_empty() {
        let reasons: Vec<String> = s.set_aside.iter().map(|(reason, n)| format!("{} ({n})", w.label(*reason))).collect();
        facts.push((said("report-set-aside"), reasons.join(", ")));
    }
    if s.confidential > 0 {
        facts.push((said("report-confidential-count"), w.n("report-confidential-value", s.confidential)));
    }
    if !report.desk.four_eyes {
        facts.push((said("report-one-person"), said("report-one-person-value")));
    }
    if !report.desk.name.is_empty() {
        facts.push((said("report-desk"), report.desk.name.clone()));
    }
    facts.extend(report.taken_from.iter().map(|from| (said("report-taken-from"), taken_from(from, w))));
    let version = [("number", Arg::from(i64::from(report.version.number))), ("at", Arg::from(w.date_time(report.version.created_at)))];
    facts.push((said("report-version"), w.with("report-version-value", &version)));
    facts.push((said("report-text-hash"), report.version.text_sha256.clone()));
    facts.push((said("report-assembled"), w.date_time(report.assembled_at)));
    if let Some(frozen) = &report.frozen {
        let number = [("number", Arg::from(i64::from(frozen.number))), ("name", Arg::from(&frozen.by)), ("at", Arg::from(w.date_time(frozen.at)))];
        facts.push((said("report-frozen"), w.with("report-frozen-value", &number)));
        facts.extend(frozen.sha256.clone().map(|hash| (said("report-frozen-hash"), hash)));
        if let Some(key) = frozen.key.as_deref().and_then(PublicKey::read) {
            facts.push((said("report-frozen-key"), key.fingerprint()));
        }
        if let Some(before) = &frozen.previous {
            let before = [("number", Arg::from(i64::from(before.number))), ("hash", Arg::from(&before.sha256))];
            facts.push((said("report-frozen-previous"), w.with("report-frozen-previous-value", &before)));
        }
    }
    facts
}

/// The report that a check was taken over from.
fn taken_from(from: &TakenFromPart, w: &Words) -> String {
    let desk = if from.desk.is_empty() { w.t("report-taken-from-unnamed").into_owned() } else { from.desk.clone() };
    let said = [
        ("desk", Arg::from(desk)),
        ("made", Arg::from(w.date_time(from.assembled_at))),
        ("name", Arg::from(&from.by)),
        ("at", Arg::from(w.date_time(from.at))),
        ("hash", Arg::from(&from.sha256)),
        ("number", Arg::from(i64::from(from.number.unwrap_or(0)))),
    ];
    w.with("report-taken-from-value", &said)
}

fn claims_value(report: &Report, w: &Words) -> String {
    w.with("report-claims-value", &[("count", Arg::from(report.claims.len())), ("signed", Arg::from(report.summary.signed_off))])
}

fn by_at(w: &Words, key: &str, name: &str, at: DateTime<Utc>) -> String {
    w.with(key, &[("name", Arg::from(name)), ("at", Arg::from(w.date_time(at)))])
}

/// A row of a tally: its label, the tone it is shown in, and how many there are.
pub(super) type Tally = (String, &'static str, usize);

/// The tallies of a report that have a row, each under its caption.
pub(super) fn charts(report: &Report, w: &Words) -> Vec<(String, Vec<Tally>)> {
    let charts = [("report-chart", substances(report, w)), ("report-chart-attribution", attributions(report, w)), ("report-chart-state", states(report, w))];
    charts.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(key, rows)| (w.t(key).into_owned(), rows)).collect()
}

/// Pieces of evidence with what each says of the claim.
pub(super) type Ties<'r> = Vec<(Stance, &'r EvidencePart)>;

/// The evidence for a claim, against it and beside it, each under its heading; what there is none of is left out.
pub(super) fn evidence<'r>(claim: &ClaimPart, pieces: &Pieces<'r>, w: &Words) -> Vec<(String, Ties<'r>)> {
    let groups: [(&str, &[Stance]); 3] = [
        ("report-evidence-for", &[Stance::Supports, Stance::Partly]),
        ("report-evidence-against", &[Stance::Refutes]),
        ("report-evidence-context", &[Stance::Context]),
    ];
    let tied = |stances: &[Stance]| -> Ties<'r> {
        let ties = claim.evidence.iter().filter(|tie| stances.contains(&tie.stance));
        ties.filter_map(|tie| Some((tie.stance, *pieces.get(tie.evidence.as_str())?))).collect()
    };
    groups.into_iter().map(|(key, stances)| (w.t(key).into_owned(), tied(stances))).filter(|(_, ties)| !ties.is_empty()).collect()
}

/// How many claims have each verdict on substance.
pub(super) fn substances(report: &Report, w: &Words) -> Vec<Tally> {
    report.summary.by_substance.iter().map(|(v, n)| (verdict(*v, w), v.map_or("none", Code::code), *n)).collect()
}

/// How many claims have each verdict on attribution.
pub(super) fn attributions(report: &Report, w: &Words) -> Vec<Tally> {
    report.summary.by_attribution.iter().map(|(v, n)| (verdict(*v, w), tone(*v), *n)).collect()
}

/// How many claims are in each work state.
pub(super) fn states(report: &Report, w: &Words) -> Vec<Tally> {
    report.summary.by_state.iter().map(|(v, n)| (w.label(*v).into_owned(), "state", *n)).collect()
}

/// The verdict on substance whose colour and shape a verdict on attribution borrows.
pub(super) fn tone(value: Option<AttributionVerdict>) -> &'static str {
    use AttributionVerdict as V;
    match value {
        Some(V::AsStated | V::ConfidentialSeen) => "confirmed",
        Some(V::WordingDiffers) => "mostly_accurate",
        Some(V::MeaningChanged) => "incorrect",
        Some(V::OtherSource) => "misleading",
        Some(V::NotFound) => "unsupported",
        Some(V::Unreachable) => "outdated",
        Some(V::NotApplicable) => "not_checkable",
        None => "none",
    }
}

/// The text with its claims marked in the colour of their verdict.
pub(super) fn annotated(report: &Report) -> Vec<Paragraph<'_>> {
    let index = ScalarIndex::new(&report.version.text);
    let sentences: Vec<Sentence> = report.sentences.iter().map(|s| Sentence { span: s.span, kind: s.kind, open: false }).collect();
    let marks = report.claims.iter().flat_map(|claim| {
        let state = claim.substance.map_or("none", Code::code);
        let spans = claim.spans.iter().filter(|span| !span.is_empty());
        spans.enumerate().map(move |(n, span)| Mark { span: *span, number: claim.number, state, first: n == 0 })
    });
    paragraphs(&index, &sentences, marks.collect(), &[])
}

/// The numbers of the claims that begin somewhere in the text.
pub(super) fn in_text(paragraphs: &[Paragraph<'_>]) -> BTreeSet<i32> {
    paragraphs.iter().flat_map(Paragraph::pieces).flat_map(|piece| piece.begins.iter().map(|tag| tag.number)).collect()
}

/// Who checked a claim and who signed it off, in sentences.
pub(super) fn people(claim: &ClaimPart, w: &Words) -> String {
    let said = |key, name: &Option<String>, at: Option<DateTime<Utc>>| Some(by_at(w, key, name.as_deref()?, at?));
    let checked = said("report-checked-by", &claim.checked_by, claim.checked_at);
    let signed = said("report-signed-by", &claim.signed_off_by, claim.signed_off_at);
    let overridden = claim.override_reason.as_ref().map(|reason| w.s("report-override", "reason", reason));
    [checked, signed, overridden].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What else is known of the work on a claim: risk, priority, who has it, until when, and for when it holds.
pub(super) fn work(claim: &ClaimPart, w: &Words) -> Vec<String> {
    let mut said = Vec::new();
    if claim.risk != Risk::Normal {
        let kinds: Vec<String> = claim.risk_kinds.iter().map(|kind| w.label(*kind).into_owned()).collect();
        let risk = w.s("report-risk", "risk", &w.label(claim.risk));
        said.push(if kinds.is_empty() { risk } else { format!("{risk} ({})", w.list(&kinds)) });
    }
    if claim.priority != Priority::Normal {
        said.push(w.s("report-priority", "priority", &w.label(claim.priority)));
    }
    said.extend(claim.assignee.as_ref().map(|name| w.s("report-assignee", "name", name)));
    said.extend(claim.due_on.map(|day| w.s("report-due", "date", &w.date(day))));
    said.extend(claim.true_as_of.map(|day| w.s("report-true-as-of", "date", &w.date(day))));
    said.extend(claim.recheck_by.map(|day| w.s("report-recheck-by", "date", &w.date(day))));
    if claim.independent_pieces > 0 {
        said.push(w.n("report-independent", claim.independent_pieces));
    }
    said
}

/// Earlier findings on a claim, oldest first, a sentence each; the one in force is not among them.
pub(super) fn earlier(claim: &ClaimPart, w: &Words) -> Vec<String> {
    let said = |review: &ReviewPart| {
        let args = [
            ("name", Arg::from(&review.by)),
            ("at", Arg::from(w.date_time(review.at))),
            ("verdict", Arg::from(verdict(review.substance, w))),
            ("attribution", Arg::from(verdict(review.attribution, w))),
            ("rationale", Arg::from(&review.rationale)),
        ];
        w.with("report-earlier-finding", &args)
    };
    earlier_findings(claim).into_iter().map(said).collect()
}

/// Findings on a claim that are no longer in force, oldest first.
pub(super) fn earlier_findings(claim: &ClaimPart) -> Vec<&ReviewPart> {
    let mut reviews: Vec<&ReviewPart> = claim.reviews.iter().collect();
    reviews.sort_by_key(|review| review.at);
    if reviews.last().is_some_and(|last| Some(last.at) == claim.checked_at) {
        reviews.pop();
    }
    reviews
}

/// How the article gives a link of a chain: what it calls the source, its reporting words, quoted or not.
pub(super) fn place(link: &LinkPart, w: &Words) -> Vec<String> {
    let named = link.mention_text.as_ref().filter(|text| !text.is_empty() && **text != link.source);
    let cue = link.cue_text.as_ref().filter(|text| !text.is_empty());
    let mut said: Vec<String> = named.map(|text| w.s("report-named-as", "text", text)).into_iter().collect();
    said.extend(cue.map(|text| w.s("report-cue-words", "text", text)));
    said.push(w.label(link.quotation).into_owned());
    said
}

/// What is known of a piece of evidence, beside its title and what it says.
pub(super) fn evidence_details(piece: &EvidencePart, w: &Words) -> Vec<String> {
    let mut details = Vec::new();
    if !piece.publisher.is_empty() {
        details.push(piece.publisher.clone());
    }
    details.extend(piece.published_on.map(|day| w.s("report-published", "date", &w.date(day))));
    details.extend(piece.accessed_on.map(|day| w.s("report-accessed", "date", &w.date(day))));
    details.push(w.label(piece.grade).into_owned());
    details.push(w.label(piece.independence).into_owned());
    details.extend(piece.origin.as_ref().map(|name| w.s("report-origin", "name", name)));
    if !piece.found_by.is_empty() {
        details.push(w.s("report-found-by", "name", &piece.found_by));
    }
    details
}

/// Somebody who was asked for comment: who, and what is known beside what was said.
pub(super) fn contact(contact: &ContactPart, w: &Words) -> (String, Vec<String>) {
    let name = match (contact.confidential, contact.party.is_empty()) {
        (true, _) => w.t("report-contact-confidential").into_owned(),
        (false, true) => contact.name.clone(),
        (false, false) => format!("{}, {}", contact.name, contact.party),
    };
    let mut details =
        vec![w.label(contact.outcome).into_owned(), w.label(contact.channel).into_owned(), w.s("contact-asked", "date", &w.date(contact.asked_on))];
    details.extend(contact.answered_on.map(|day| w.s("contact-answered", "date", &w.date(day))));
    if !contact.entered_by.is_empty() {
        details.push(w.s("contact-entered-by", "name", &contact.entered_by));
    }
    (name, details)
}

/// What a correction says, each text under what it is; those that it lacks are left out.
pub fn correction_texts<'c>(c: &'c CorrectionPart, w: &Words) -> Vec<(String, &'c str)> {
    let texts = [("report-was", c.was.as_str()), ("report-now", &c.now_says), ("report-because", &c.why)];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (w.t(key).into_owned(), text)).collect()
}

/// Who had a part in a correction.
pub fn correction_people(c: &CorrectionPart, w: &Words) -> Vec<String> {
    let name = |key, name: &str| Some(name).filter(|name| !name.is_empty()).map(|name| w.s(key, "name", name));
    let signed = c.signed_off_by.as_deref().map(|name| w.s("report-correction-signed-off", "name", name));
    [signed, name("report-correction-found", &c.found_by), name("report-correction-approved", &c.approved_by)].into_iter().flatten().collect()
}

/// What is known of a correction beside the words that changed.
pub(super) fn correction_details(c: &CorrectionPart, w: &Words) -> Vec<String> {
    let claim = c.claim.map(|number| w.s("report-claim", "number", &number.to_string()));
    claim.into_iter().chain(correction_people(c, w)).collect()
}

/// What a source is, and of which country.
pub(super) fn source_kind(source: &SourcePart, w: &Words) -> String {
    let kind = w.label(source.kind);
    if source.country.is_empty() { kind.into_owned() } else { format!("{kind}, {}", source.country) }
}

/// A note on a source's reliability, behind the rating that it gives.
pub(super) fn note(note: &ReliabilityPart, w: &Words) -> String {
    let Some(rating) = note.rating else { return note.note.clone() };
    let day = w.date(note.holds_from.unwrap_or(note.on));
    w.with("report-reliability-rated", &[("rating", Arg::from(w.label(rating).into_owned())), ("date", Arg::from(day)), ("note", Arg::from(&note.note))])
}

/// Who made a note on a source's reliability, and when.
pub(super) fn note_by(note: &ReliabilityPart, w: &Words) -> String {
    w.with("report-reliability-by", &[("name", Arg::from(&note.by)), ("date", Arg::from(w.date(note.on)))])
}

/// Everybody who had a part in the check, and which: name and sentence.
pub(super) fn roll(report: &Report, w: &Words) -> Vec<(String, String)> {
    let checked = report.claims.iter().filter_map(|claim| Some((claim.checked_by.as_deref()?, [1, 0, 0, 0])));
    let second = report.claims.iter().flat_map(|claim| &claim.second_checks).map(|check| (check.by.as_str(), [0, 1, 0, 0]));
    let signed = report.claims.iter().filter_map(|claim| Some((claim.signed_off_by.as_deref()?, [0, 0, 1, 0])));
    let found = report.evidence.iter().map(|piece| (piece.found_by.as_str(), [0, 0, 0, 1]));
    let mut parts: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for (name, part) in checked.chain(second).chain(signed).chain(found).filter(|(name, _)| !name.is_empty()) {
        for (count, more) in parts.entry(name).or_default().iter_mut().zip(part) {
            *count += more;
        }
    }
    let keys = ["report-part-checked", "report-part-second", "report-part-signed", "report-part-found"];
    let said = |counts: [usize; 4]| {
        let parts: Vec<String> = keys.iter().zip(counts).filter(|(_, n)| *n > 0).map(|(key, n)| w.n(key, n)).collect();
        w.list(&parts)
    };
    parts.into_iter().map(|(name, counts)| (name.to_owned(), said(counts))).collect()
}

/// What came out, in one sentence: for lists of reports and for who shares one.
pub fn in_a_sentence(report: &Report, w: &Words) -> String {
    let verdicts: Vec<String> = substances(report, w).into_iter().map(|(label, _, n)| w.labelled(&label, &n.to_string())).collect();
    let claims = w.with("report-in-a-sentence", &[("count", Arg::from(report.claims.len()))]);
    if verdicts.is_empty() { claims } else { format!("{claims} {}.", verdicts.join(", ")) }
}

/// What stands under a report: where its history stands, and what made it.
pub(super) fn footer(report: &Report, w: &Words) -> String {
    let history = [("lines", Arg::from(report.history.lines)), ("hash", Arg::from(&report.history.head_hash)), ("tool", Arg::from(&report.tool))];
    w.with("report-footer", &history)
}

/// The marks that end every change of direction still in force at the end of a text, innermost first.
pub(super) fn closing(text: &str) -> String {
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push('\u{202C}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202C}' | '\u{2069}' if open.last() == Some(&c) => {
                open.pop();
            }
            _ => {}
        }
    }
    open.into_iter().rev().collect()
}

/// Whether a letter is written from right to left; `None` where it has no direction of its own.
pub(super) fn from_right(c: char) -> Option<bool> {
    match CodePointMapData::<BidiClass>::new().get(c) {
        BidiClass::LeftToRight => Some(false),
        BidiClass::RightToLeft | BidiClass::ArabicLetter => Some(true),
        _ => None,
    }
}

/// Whether the first letter of a text that has a direction is written from right to left; `None` where no letter has one.
pub(super) fn first_strong(text: &str) -> Option<bool> {
    text.chars().find_map(from_right)
}

/// Text without the control characters that neither HTML nor Markdown may hold.
pub(super) fn printable(text: &str) -> String {
    // The last two of every plane and 32 in the first are no characters, now and for ever (Unicode 16, 23.7).
    let is_none = |c: char| matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    text.chars().map(|c| if is_none(c) || c.is_control() && !matches!(c, '\n' | '\t') { '\u{FFFD}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        assert!(is_web("https://example.org/a?b=c"));
        assert!(is_web("HTTP://example.org"));
        for bad in ["javascript:alert(1)", "java\nscript:alert(1)", " data:text/html,x", "//example.org", "/etc/passwd", "file:///etc/passwd", ""] {
            assert!(!is_web(bad), "{bad:?} became a link");
        }
    }

    #[test]
    fn an_address_is_one_that_strict_readers_take() {
        assert_eq!(address("HTTPS://Example.org/a b|c?d={e}#f#g").as_deref(), Some("https://example.org/a%20b%7Cc?d=%7Be%7D#f%23g"));
        assert_eq!(address(&format!("https://example.org/{}", "a".repeat(3_000))), None);
        assert_eq!(address("javascript:alert(1)"), None);
    }

    #[test]
    fn the_first_letter_with_a_direction_decides() {
        assert_eq!([first_strong("1. «مرحبا»"), first_strong("(a) שלום"), first_strong("2026 – 27")], [Some(true), Some(false), None]);
    }

    #[test]
    fn control_characters_do_not_reach_the_page() {
        assert_eq!(printable("a\u{0}b\u{1b}[31m\n\té\u{85}"), "a\u{FFFD}b\u{FFFD}[31m\n\té\u{FFFD}");
        assert_eq!(printable("a\u{FFFE}b\u{1FFFF}\u{FDD0}\u{FDCF}"), "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FDCF}");
    }
}
