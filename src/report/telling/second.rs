//! Second opinions in words: who found what without seeing the first finding, whether both agree, and why. Pure.

use super::{by_at, tone, verdict};
use crate::code::Code;
use crate::report::{ClaimPart, LinkFindingPart, SecondCheckPart};
use crate::wording::{Arg, Words};

/// A second finding on a claim.
pub(in crate::report) struct Second<'r> {
    /// Its verdict on substance, and whose colour and shape that has.
    pub substance: (String, &'static str),
    /// The same on attribution, where the claim is attributed to somebody.
    pub attribution: Option<(String, &'static str)>,
    /// Who gave it and who had asked, each with when.
    pub who: String,
    /// Whether it agrees, and with which finding.
    pub compared: String,
    /// What was found on each link of the chain.
    pub links: Vec<String>,
    /// Why, and what was searched: the label before it, and the text.
    pub texts: Vec<(String, &'r str)>,
}

/// The second findings on a claim, in the order of the report.
pub(in crate::report) fn seconds<'r>(claim: &'r ClaimPart, w: &Words) -> Vec<Second<'r>> {
    claim.second_checks.iter().map(|check| second(check, claim, w)).collect()
}

fn second<'r>(check: &'r SecondCheckPart, claim: &ClaimPart, w: &Words) -> Second<'r> {
    let who = [
        ("name", Arg::from(&check.by)),
        ("at", Arg::from(w.date_time(check.at))),
        ("asker", Arg::from(&check.asked_by)),
        ("asked", Arg::from(w.date_time(check.asked_at))),
    ];
    let texts = [("report-rationale", &check.rationale), ("report-searched", &check.searched)];
    Second {
        substance: (verdict(check.substance, w), check.substance.map_or("none", Code::code)),
        attribution: (!claim.chain.is_empty()).then(|| (verdict(check.attribution, w), tone(check.attribution))),
        who: w.with("report-second-who", &who),
        compared: compared(check, claim, w),
        links: check.links.iter().map(|found| link(found, claim, w)).collect(),
        texts: texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (w.before(&w.t(key)), text.as_str())).collect(),
    }
}

fn compared(check: &SecondCheckPart, claim: &ClaimPart, w: &Words) -> String {
    let (Some(first), Some(agrees)) = (&check.first, check.agrees) else { return w.t("second-nothing-to-compare").into_owned() };
    let same_substance = check.firsts(&claim.reviews).any(|review| review.substance == check.substance);
    let key = match (agrees, same_substance) {
        (true, _) => "report-second-agrees",
        (false, true) => "report-second-differs-on-sources",
        (false, false) => "report-second-differs",
    };
    by_at(w, key, &first.by, first.at)
}

fn link(found: &LinkFindingPart, claim: &ClaimPart, w: &Words) -> String {
    let link = found.link.and_then(|place| claim.chain.get(place.checked_sub(1)?));
    let source = link.map_or_else(|| w.t("report-second-link-gone").into_owned(), |link| link.source.clone());
    let said = w.labelled(&source, &verdict(found.verdict, w));
    if found.note.is_empty() { said } else { format!("{said}. {}", found.note) }
}
