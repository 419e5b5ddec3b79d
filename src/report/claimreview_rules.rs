//! The rules that keep a claim out of the `ClaimReview` form, or say what could be better. Pure.
//!
//! They come from Google's page on fact-check markup, schema.org's definitions, and faults seen in published
//! markup: numbers outside their scale, several addresses in one text, links to the checker itself. A rule that
//! refuses has an id E1 to E12, one that warns W1 to W5. Start at [`check`].

use super::claimreview::{Item, Rating, is_confidential, items, rests_on_confidential, same_label, scale};
use super::{ClaimPart, Report, html};
use crate::claim::{Substance, WorkState};
use crate::wording::{Arg, Words};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use url::{Host, Url};

/// What a rule has to say about one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Number of the claim. What concerns the export as a whole stands at its first claim.
    pub claim: i32,
    /// The rule's id: `E…` refuses, `W…` warns.
    pub rule: &'static str,
    /// Whether the claim is left out; otherwise it is advice.
    pub refuses: bool,
    /// Key of the sentence.
    pub message: &'static str,
    /// A number in the sentence, as its argument `count`.
    pub count: Option<i64>,
    /// A text in the sentence, with its argument's name.
    pub text: Option<(&'static str, String)>,
}

impl Finding {
    fn new(claim: i32, rule: &'static str, message: &'static str) -> Self {
        Self { claim, rule, refuses: rule.starts_with('E'), message, count: None, text: None }
    }

    fn count(mut self, n: usize) -> Self {
        self.count = Some(i64::try_from(n).unwrap_or(i64::MAX));
        self
    }

    fn text(mut self, name: &'static str, value: &str) -> Self {
        self.text = Some((name, value.to_owned()));
        self
    }

    /// The sentence's arguments.
    pub fn args(&self) -> Vec<(&'static str, Arg<'static>)> {
        let count = self.count.map(|n| ("count", Arg::Number(n)));
        let text = self.text.clone().map(|(name, value)| (name, Arg::from(value)));
        count.into_iter().chain(text).collect()
    }
}

/// Longest claim text that readers show whole.
const CLAIM_TEXT: usize = 75;
/// Longest label that readers show whole.
const LABEL: usize = 50;
/// Services whose addresses only lead on: Google does not follow them.
const SHORTENERS: &[&str] = &["bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "tiny.cc", "rebrand.ly", "cutt.ly", "lnkd.in"];

/// All that the rules say, claim by claim, refusals first.
pub fn check(report: &Report, w: &Words) -> Vec<Finding> {
    let items: BTreeMap<i32, Item> = items(report, w).into_iter().collect();
    // A page that can't be made shows no claim, so nothing goes out.
    let page = html::write(report, w).unwrap_or_default();
    let sections = sections(&page);
    let twice = twice(&items);
    let mut found = Vec::new();
    for claim in &report.claims {
        let item = match (policy(report, claim), items.get(&claim.number)) {
            (None, Some(item)) => item,
            (refusal, _) => {
                found.extend(refusal);
                continue;
            }
        };
        found.extend(check_item(claim.number, item, report.assembled_at.date_naive(), w));
        if item.url.as_ref().is_some_and(|url| twice.contains(url)) {
            found.push(Finding::new(claim.number, "E5", "claimreview-url-twice"));
        }
        if !is_shown(sections.get(&claim.number).copied(), claim, item) {
            found.push(Finding::new(claim.number, "E11", "claimreview-not-on-page"));
        }
    }
    let refused: BTreeSet<i32> = found.iter().filter(|f| f.refuses).map(|f| f.claim).collect();
    let kept: Vec<i32> = items.keys().copied().filter(|number| !refused.contains(number)).collect();
    if let Some(first) = kept.first() {
        found.extend(whole(*first, kept.len(), report));
    }
    found.sort_by_key(|f| (f.claim, !f.refuses));
    found
}

/// The numbers of the claims that are left out.
pub fn refused(report: &Report, w: &Words) -> BTreeSet<i32> {
    check(report, w).into_iter().filter(|finding| finding.refuses).map(|finding| finding.claim).collect()
}

/// E10: what the desk may publish at all.
fn policy(report: &Report, claim: &ClaimPart) -> Option<Finding> {
    let message = if claim.state != WorkState::SignedOff {
        "claimreview-not-signed-off"
    } else if claim.substance.is_none() {
        "claimreview-no-verdict"
    } else if claim.substance == Some(Substance::NotCheckable) {
        "claimreview-not-checkable"
    } else if rests_on_confidential(report, claim) && claim.evidence.iter().all(|tie| is_confidential(report, &tie.evidence)) {
        "claimreview-confidential"
    } else {
        let from = report.found_elsewhere(claim)?;
        let desk = Finding::new(claim.number, "E10", "claimreview-other-desk-unnamed");
        let named = Finding { message: "claimreview-other-desk", ..desk.clone() }.text("desk", &from.desk);
        return Some(if from.desk.is_empty() { desk } else { named });
    };
    Some(Finding::new(claim.number, "E10", message))
}

/// W4 and W5: what concerns the export as a whole.
fn whole(first: i32, kept: usize, report: &Report) -> Vec<Finding> {
    let mut found = Vec::new();
    if kept > 1 {
        found.push(Finding::new(first, "W4", "claimreview-several").count(kept));
    }
    if report.desk.corrections_url.is_empty() {
        found.push(Finding::new(first, "W5", "claimreview-no-corrections"));
    }
    if report.desk.methodology_url.is_empty() {
        found.push(Finding::new(first, "W5", "claimreview-no-methodology"));
    }
    found
}

/// The rules that look at one entry alone.
fn check_item(claim: i32, item: &Item, today: NaiveDate, w: &Words) -> Vec<Finding> {
    let say = |rule, message| Finding::new(claim, rule, message);
    let mut found = Vec::new();
    // E1, W1: the claim's wording
    if item.claim_reviewed.is_empty() {
        found.push(say("E1", "claimreview-no-statement"));
    }
    if holds_markup(&item.claim_reviewed) {
        found.push(say("E1", "claimreview-markup"));
    }
    let length = item.claim_reviewed.chars().count();
    if length > CLAIM_TEXT {
        found.push(say("W1", "claimreview-long").count(length));
    }
    let scale = scale(w);
    if let Some((word, _)) = scale.iter().find(|(label, _)| holds_words(&item.claim_reviewed, label)) {
        found.push(say("W1", "claimreview-rating-word").text("word", word));
    }
    found.extend(check_rating(claim, &item.review_rating, &scale));
    found.extend(check_address(claim, item));
    // E6: who checked
    if item.author.name.is_empty() {
        found.push(say("E6", "claimreview-no-desk-name"));
    }
    found.extend(check_reviewed(claim, item));
    // E9: the dates
    let (said, checked) = (item.item_reviewed.date_published, item.date_published);
    if said.zip(checked).is_some_and(|(said, checked)| said > checked) {
        found.push(say("E9", "claimreview-date-order"));
    }
    if said.into_iter().chain(checked).any(|day| day > today) {
        found.push(say("E9", "claimreview-date-future"));
    }
    found
}

/// E2, W2, E3, E4: the verdict.
fn check_rating(claim: i32, rating: &Rating, scale: &[(String, Option<u8>)]) -> Vec<Finding> {
    let say = |rule, message| Finding::new(claim, rule, message);
    let label = rating.alternate_name.trim();
    let mut found = Vec::new();
    // A message that is missing is shown between angle brackets.
    if label.is_empty() || label.starts_with('⟨') || label.contains('\n') {
        found.push(say("E2", "claimreview-no-label"));
    }
    let length = label.chars().count();
    if length > LABEL {
        found.push(say("W2", "claimreview-label-long").count(length));
    }
    if !numbers_fit(rating.rating_value, rating.worst_rating, rating.best_rating) {
        found.push(say("E3", "claimreview-numbers"));
    }
    if scale.iter().any(|(other, number)| same_label(other, label) && *number != rating.rating_value) {
        found.push(say("E4", "claimreview-label-shared").text("label", label));
    }
    found
}

/// All three numbers or none; the worst at least 1 and below the best; the value between them.
fn numbers_fit(value: Option<u8>, worst: Option<u8>, best: Option<u8>) -> bool {
    match (value, worst, best) {
        (None, None, None) => true,
        (Some(value), Some(worst), Some(best)) => worst >= 1 && worst < best && (worst..=best).contains(&value),
        _ => false,
    }
}

/// E5: a page of its own on the desk's own, public site.
fn check_address(claim: i32, item: &Item) -> Option<Finding> {
    let page = item.url.as_deref().and_then(|url| Url::parse(url).ok());
    let Some(page) = page.filter(|page| matches!(page.scheme(), "http" | "https")) else {
        return Some(Finding::new(claim, "E5", "claimreview-no-url"));
    };
    let host = host_of(page.as_str()).unwrap_or_default();
    let inside = |name: &str| matches!(name.rsplit('.').next(), Some("local" | "localhost" | "internal" | "lan"));
    let public = matches!(page.host(), Some(Host::Domain(name)) if name.contains('.') && !inside(name));
    let message = if !public || !same_site(&host, &item.author.url) {
        "claimreview-url-not-public"
    } else if SHORTENERS.contains(&host.as_str()) {
        "claimreview-url-short"
    } else if page.path().trim_matches('/').is_empty() {
        "claimreview-url-home"
    } else {
        return None;
    };
    Some(Finding::new(claim, "E5", message))
}

/// E7, E8, W3: whose claim it is and where it appeared.
fn check_reviewed(claim: i32, item: &Item) -> Vec<Finding> {
    let say = |rule, message| Finding::new(claim, rule, message);
    let own = |url: &str| host_of(url).is_some_and(|host| same_site(&host, &item.author.url));
    let mut found = Vec::new();
    if let Some(author) = &item.item_reviewed.author {
        if author.name.is_empty() {
            found.push(say("E7", "claimreview-no-author-name"));
        } else if same_label(&author.name, &item.author.name) || author.same_as.as_deref().is_some_and(own) {
            found.push(say("E7", "claimreview-own-claim"));
        }
        if author.same_as.is_none() {
            found.push(say("W3", "claimreview-no-same-as").text("name", &author.name));
        }
    }
    for appearance in &item.item_reviewed.appearance {
        if !is_one_address(&appearance.url) {
            found.push(say("E8", "claimreview-appearance"));
        } else if own(&appearance.url) {
            found.push(say("E8", "claimreview-own-article"));
        }
    }
    if item.item_reviewed.appearance.is_empty() {
        found.push(say("W3", "claimreview-no-appearance"));
    }
    found
}

/// Addresses that more than one entry has.
fn twice(items: &BTreeMap<i32, Item>) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    items.values().filter_map(|item| item.url.clone()).filter(|url| !seen.insert(url.clone())).collect()
}

/// The part of the page that shows each claim. What people wrote is escaped there, so it can't begin a part.
fn sections(page: &str) -> BTreeMap<i32, &str> {
    let number = |section: &str| section.split_once("id=\"claim-")?.1.split_once('"')?.0.parse().ok();
    page.split("<article class=\"claim ").skip(1).filter_map(|section| Some((number(section)?, section))).collect()
}

/// E11: the page shows the same wording and the same verdict.
fn is_shown(section: Option<&str>, claim: &ClaimPart, item: &Item) -> bool {
    let needed = [claim.statement.as_str(), &item.review_rating.alternate_name];
    section.is_some_and(|section| needed.iter().all(|text| section.contains(&html::escaped(text))))
}

/// E12: JSON that no script element ends early for. What is escaped stays the same JSON.
pub(super) fn safe_in_script(json: &str) -> String {
    json.replace("</", "<\\/").replace("<!--", "\\u003C!--")
}

/// The host of an address, without “www.”.
pub(super) fn host_of(url: &str) -> Option<String> {
    Url::parse(url).ok()?.host_str().map(|host| host.trim_start_matches("www.").to_owned())
}

/// Whether a host and a site's address belong together: the same, or one a part of the other.
fn same_site(host: &str, site: &str) -> bool {
    host_of(site).is_some_and(|own| host == own || host.ends_with(&format!(".{own}")) || own.ends_with(&format!(".{host}")))
}

/// Whether a text is one web address, not several and not something else.
fn is_one_address(text: &str) -> bool {
    let several = text.contains(char::is_whitespace) || text.matches("://").count() > 1 && text.contains([',', ';', '|']);
    !several && super::telling::is_web(text)
}

/// Whether a text holds tags or character references.
fn holds_markup(text: &str) -> bool {
    let tag = text.split('<').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) && rest.contains('>'));
    let reference = text.split('&').skip(1).any(|rest| {
        let name = rest.split(';').next().unwrap_or_default();
        rest.len() > name.len() && name.len() > 1 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    });
    tag || reference
}

/// Whether the words of a label stand in a text, as whole words.
fn holds_words(text: &str, label: &str) -> bool {
    let words = |text: &str| {
        let parts: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_lowercase).collect();
        format!(" {} ", parts.join(" "))
    };
    !label.is_empty() && words(text).contains(&words(label))
}

#[cfg(test)]
mod tests {
    use super::super::claimreview::{Appearance, Desk, Party, Reviewed};
    use super::*;
    use crate::wording::Catalogue;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn party(name: &str, same_as: Option<&str>) -> Party {
        Party { kind: "Organization", name: name.to_owned(), same_as: same_as.map(str::to_owned) }
    }

    fn faultless() -> Item {
        Item {
            kind: "ClaimReview",
            id: None,
            url: Some("https://facts.example.org/checks/1#claim-1".to_owned()),
            date_published: Some(day("2026-11-23")),
            in_language: "en".to_owned(),
            claim_reviewed: "North Korea shipped nearly five million shells to Russia".to_owned(),
            author: Desk {
                kind: "Organization",
                name: "Example Desk".to_owned(),
                url: "https://facts.example.org/".to_owned(),
                publishing_principles: String::new(),
                corrections_policy: String::new(),
            },
            item_reviewed: Reviewed {
                kind: "Claim",
                author: Some(party("Defence ministry", Some("https://www.wikidata.org/wiki/Q1"))),
                date_published: Some(day("2026-11-20")),
                appearance: vec![Appearance {
                    kind: "NewsArticle",
                    url: "https://news.example.com/story".to_owned(),
                    headline: String::new(),
                    date_published: None,
                    publisher: None,
                }],
            },
            review_rating: Rating {
                kind: "Rating",
                rating_value: Some(4),
                worst_rating: Some(1),
                best_rating: Some(5),
                alternate_name: "Mostly so".to_owned(),
                rating_explanation: String::new(),
            },
        }
    }

    fn said(change: impl FnOnce(&mut Item)) -> Vec<(&'static str, &'static str)> {
        let mut item = faultless();
        change(&mut item);
        let words = Catalogue::embedded().unwrap().choose(None, None);
        check_item(1, &item, day("2026-11-24"), &words).iter().map(|f| (f.rule, f.message)).collect()
    }

    #[test]
    fn a_faultless_entry_is_left_alone() {
        assert_eq!(said(|_| {}), []);
    }

    #[test]
    fn e1_the_wording_is_there_and_is_no_markup() {
        assert_eq!(said(|i| i.claim_reviewed.clear()), [("E1", "claimreview-no-statement")]);
        assert_eq!(said(|i| i.claim_reviewed = "<b>Five</b> shells".to_owned()), [("E1", "claimreview-markup")]);
        assert_eq!(said(|i| i.claim_reviewed = "Profit &amp; loss".to_owned()), [("E1", "claimreview-markup")]);
        assert_eq!(said(|i| i.claim_reviewed = "AT&T is smaller: a < 5 and c > 6".to_owned()), []);
    }

    #[test]
    fn w1_the_wording_is_short_and_holds_no_verdict() {
        assert_eq!(said(|i| i.claim_reviewed = "é".repeat(75)), []);
        assert_eq!(said(|i| i.claim_reviewed = "é".repeat(76)), [("W1", "claimreview-long")]);
        assert!(holds_words("It is confirmed: he comes", "Confirmed"));
        assert!(!holds_words("It is unconfirmed", "Confirmed"));
    }

    #[test]
    fn e2_w2_the_label_is_there_and_short() {
        assert_eq!(said(|i| i.review_rating.alternate_name = " ".to_owned()), [("E2", "claimreview-no-label")]);
        assert_eq!(said(|i| i.review_rating.alternate_name = "⟨substance-x⟩".to_owned()), [("E2", "claimreview-no-label")]);
        assert_eq!(said(|i| i.review_rating.alternate_name = "x".repeat(51)), [("W2", "claimreview-label-long")]);
    }

    #[test]
    fn e3_the_numbers_fit_or_are_left_out() {
        assert!(numbers_fit(None, None, None));
        assert!(numbers_fit(Some(1), Some(1), Some(5)));
        for bad in
            [(Some(0), Some(1), Some(5)), (Some(6), Some(1), Some(5)), (Some(1), Some(1), Some(1)), (Some(1), Some(0), Some(5)), (Some(1), None, Some(5))]
        {
            assert!(!numbers_fit(bad.0, bad.1, bad.2), "{bad:?}");
        }
        assert_eq!(said(|i| i.review_rating.rating_value = Some(9)), [("E3", "claimreview-numbers")]);
    }

    #[test]
    fn e4_one_label_stands_for_one_number() {
        let scale = [("So".to_owned(), Some(5)), ("so ".to_owned(), Some(4))];
        let rating = Rating { alternate_name: "So".to_owned(), rating_value: Some(5), ..faultless().review_rating };
        assert_eq!(check_rating(1, &rating, &scale).iter().map(|f| f.rule).collect::<Vec<_>>(), ["E4"]);
    }

    #[test]
    fn e5_the_page_is_public_and_its_own() {
        let at = |url: &str| {
            said(|i| {
                i.url = Some(url.to_owned());
                i.author.url = url.to_owned();
            })
        };
        assert_eq!(said(|i| i.url = None), [("E5", "claimreview-no-url")]);
        assert_eq!(at("ftp://facts.example.org/x"), [("E5", "claimreview-no-url")]);
        for inside in ["http://localhost:8080/x", "http://127.0.0.1/x", "http://[::1]/x", "http://desk/x", "http://desk.local/x"] {
            assert_eq!(at(inside), [("E5", "claimreview-url-not-public")], "{inside}");
        }
        assert_eq!(at("https://bit.ly/x"), [("E5", "claimreview-url-short")]);
        assert_eq!(at("https://facts.example.org/#claim-1"), [("E5", "claimreview-url-home")]);
        let same = BTreeMap::from([(1, faultless()), (2, faultless())]);
        assert_eq!(twice(&same).len(), 1);
    }

    #[test]
    fn e6_the_desk_has_a_name() {
        assert_eq!(said(|i| i.author.name.clear()), [("E6", "claimreview-no-desk-name")]);
    }

    #[test]
    fn e7_the_claim_is_somebody_elses() {
        let by = |name: &'static str, link| said(move |i| i.item_reviewed.author = Some(party(name, link)));
        assert_eq!(by("", Some("https://x.org/")), [("E7", "claimreview-no-author-name")]);
        assert_eq!(by("example desk", Some("https://x.org/")), [("E7", "claimreview-own-claim")]);
        assert_eq!(by("We", Some("https://www.facts.example.org/us")), [("E7", "claimreview-own-claim")]);
        assert_eq!(by("Ministry", None), [("W3", "claimreview-no-same-as")]);
        assert_eq!(said(|i| i.item_reviewed.author = None), []);
    }

    #[test]
    fn e8_the_article_is_one_address_elsewhere() {
        let at = |url: &'static str| {
            said(move |i| {
                i.item_reviewed.appearance.iter_mut().for_each(|a| a.url = url.to_owned());
            })
        };
        for bad in ["https://a.org/1, https://b.org/2", "https://a.org/1 https://b.org/2", "a.org", "javascript:x"] {
            assert_eq!(at(bad), [("E8", "claimreview-appearance")], "{bad}");
        }
        assert_eq!(at("https://web.archive.org/web/2026/https://a.org/1"), []);
        assert_eq!(at("https://facts.example.org/story"), [("E8", "claimreview-own-article")]);
        assert_eq!(said(|i| i.item_reviewed.appearance.clear()), [("W3", "claimreview-no-appearance")]);
    }

    #[test]
    fn e9_the_dates_stand_in_order() {
        assert_eq!(said(|i| i.item_reviewed.date_published = Some(day("2026-11-24"))), [("E9", "claimreview-date-order")]);
        assert_eq!(said(|i| i.date_published = Some(day("2026-11-25"))), [("E9", "claimreview-date-future")]);
    }

    #[test]
    fn e12_nothing_ends_the_script_element() {
        let json = serde_json::to_string("</script><!-- x").unwrap();
        let safe = safe_in_script(&json);
        assert!(!safe.contains("</") && !safe.contains("<!--"));
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), "</script><!-- x");
    }
}
