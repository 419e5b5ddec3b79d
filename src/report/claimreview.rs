//! The `ClaimReview` form of schema.org, as JSON-LD: one entry for each claim that may be published.
//!
//! [`items`] makes the entries, [`super::claimreview_rules`] says which may go out and what could be better,
//! [`write`] writes those that may. Verdicts without a number leave the numbers out. schema.org can't express a
//! chain of sources: the origin stands as the claim's author, the article as where it appeared; the whole chain
//! is in the JSON form. An editor sees what [`check`] finds before anything is published.

use super::claimreview_rules;
pub use super::claimreview_rules::{Finding, check, refused};
use super::{ClaimPart, DeskPart, ExportError, Report};
use crate::claim::Substance;
use crate::code::Code;
use crate::source::SourceKind;
use crate::wording::Words;
use chrono::NaiveDate;
use serde::Serialize;

/// One entry. The fields stand in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names are schema.org’s")]
pub(super) struct Item {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<NaiveDate>,
    pub in_language: String,
    pub claim_reviewed: String,
    pub author: Desk,
    pub item_reviewed: Reviewed,
    pub review_rating: Rating,
}

/// The desk that checked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Desk {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub publishing_principles: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub corrections_policy: String,
}

/// What was checked: who said it, when, and where it appeared.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Reviewed {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<Party>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub appearance: Vec<Appearance>,
}

/// A person or an organisation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Party {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
}

/// The article in which the claim stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Appearance {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    pub url: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub headline: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Party>,
}

/// The verdict.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_field_names, reason = "the names are schema.org’s")]
pub(super) struct Rating {
    #[serde(rename = "@type")]
    pub kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_value: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worst_rating: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_rating: Option<u8>,
    pub alternate_name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rating_explanation: String,
}

#[derive(Serialize)]
struct Graph<'i> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<&'i Item>,
}

pub(super) fn write(report: &Report, w: &Words) -> Result<Vec<u8>, ExportError> {
    let refused = refused(report, w);
    let items = items(report, w);
    let graph = items.iter().filter(|(number, _)| !refused.contains(number)).map(|(_, item)| item).collect();
    let text = serde_json::to_string_pretty(&Graph { context: "https://schema.org", graph }).map_err(|e| ExportError(e.to_string()))?;
    Ok((claimreview_rules::safe_in_script(&text) + "\n").into_bytes())
}

/// The same for a page of the desk's own site, at `page`, to be put into it: nothing in it can close the element that it
/// stands in. `None` where no claim may go out.
pub(super) fn embedded(report: &Report, w: &Words, site: &str, page: &str) -> Result<Option<String>, ExportError> {
    let desk = DeskPart { url: site.to_owned(), ..report.desk.clone() };
    let own = if report.desk.url.is_empty() { site } else { &report.desk.url }.to_owned();
    let at_home = Report { desk, ..report.clone() };
    let refused = refused(&at_home, w);
    let placed = |(number, item): (i32, Item)| {
        let url = Some(format!("{page}#claim-{number}"));
        Item { id: url.clone(), url, author: Desk { url: own.clone(), ..item.author.clone() }, ..item }
    };
    let items: Vec<Item> = items(&at_home, w).into_iter().filter(|(number, _)| !refused.contains(number)).map(placed).collect();
    if items.is_empty() {
        return Ok(None);
    }
    let graph = Graph { context: "https://schema.org", graph: items.iter().collect() };
    let text = serde_json::to_string(&graph).map_err(|e| ExportError(e.to_string()))?;
    // Marks stand only inside of texts, where they may be written as numbers.
    let escaped = [('<', "\\u003C"), ('>', "\\u003E"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];
    Ok(Some(escaped.iter().fold(text, |text, (mark, written)| text.replace(*mark, written))))
}

/// The entries of all claims with a verdict, whether they may go out or not, with their claims' numbers.
pub(super) fn items(report: &Report, w: &Words) -> Vec<(i32, Item)> {
    report.claims.iter().filter_map(|claim| Some((claim.number, item(report, claim, claim.substance?, w)))).collect()
}

fn item(report: &Report, claim: &ClaimPart, substance: Substance, w: &Words) -> Item {
    let (desk, a) = (&report.desk, &report.article);
    let url = page_of(report, claim);
    let scale = substance.rating().map(|value| (value, 1, 5));
    Item {
        kind: "ClaimReview",
        id: url.clone(),
        url,
        date_published: claim.signed_off_at.or(claim.checked_at).map(|at| at.date_naive()),
        in_language: w.language().to_owned(),
        claim_reviewed: one_line(&claim.statement),
        author: Desk {
            kind: "Organization",
            name: one_line(&desk.name),
            url: desk.url.clone(),
            publishing_principles: desk.methodology_url.clone(),
            corrections_policy: desk.corrections_url.clone(),
        },
        item_reviewed: Reviewed {
            kind: "Claim",
            author: claimant(report, claim),
            date_published: a.published_on,
            appearance: a.source_url.iter().filter(|url| !url.is_empty()).map(|url| appearance(report, url)).collect(),
        },
        review_rating: Rating {
            kind: "Rating",
            rating_value: scale.map(|(value, ..)| value),
            worst_rating: scale.map(|(_, worst, _)| worst),
            best_rating: scale.map(|(.., best)| best),
            alternate_name: w.label(substance).into_owned(),
            // What rests on confidential evidence is not sent out into the world's databases.
            rating_explanation: if rests_on_confidential(report, claim) { String::new() } else { one_line(&claim.rationale) },
        },
    }
}

/// Who made the claim: the far end of its chain; without a chain, whoever published the article. Nobody where
/// the article names nobody.
fn claimant(report: &Report, claim: &ClaimPart) -> Option<Party> {
    match claim.chain.last() {
        Some(link) if matches!(link.kind, SourceKind::Unnamed | SourceKind::Collective) => None,
        Some(link) => {
            let person = matches!(link.kind, SourceKind::Expert | SourceKind::Official | SourceKind::Person);
            Some(Party { kind: if person { "Person" } else { "Organization" }, name: one_line(&link.source), same_as: same_as(report, &link.source) })
        }
        None => publisher(report),
    }
}

fn publisher(report: &Report) -> Option<Party> {
    let name = one_line(&report.article.publisher);
    (!name.is_empty()).then(|| Party { kind: "Organization", same_as: same_as(report, &name), name })
}

/// The link that tells best who a source is: Wikidata, then Wikipedia, then the first one.
fn same_as(report: &Report, name: &str) -> Option<String> {
    let source = report.sources.iter().find(|source| source.name == name)?;
    let rank = |url: &str| match claimreview_rules::host_of(url).as_deref() {
        Some(host) if host.ends_with("wikidata.org") => 0,
        Some(host) if host.ends_with("wikipedia.org") => 1,
        _ => 2,
    };
    source.links.iter().filter(|url| super::telling::is_web(url)).min_by_key(|url| rank(url)).cloned()
}

fn appearance(report: &Report, url: &str) -> Appearance {
    Appearance {
        kind: "NewsArticle",
        url: url.to_owned(),
        headline: one_line(&report.article.title),
        date_published: report.article.published_on,
        publisher: publisher(report).map(|party| Party { same_as: None, ..party }),
    }
}

/// The page that shows this claim's check, under the desk's own address: where the desk publishes the HTML form.
fn page_of(report: &Report, claim: &ClaimPart) -> Option<String> {
    let mut page = url::Url::parse(&report.desk.url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    page.set_query(None);
    page.path_segments_mut().ok()?.pop_if_empty().extend(["checks", report.article.id.as_str()]);
    page.set_fragment(Some(&format!("claim-{}", claim.number)));
    Some(page.to_string())
}

pub(super) fn rests_on_confidential(report: &Report, claim: &ClaimPart) -> bool {
    claim.evidence.iter().any(|tie| is_confidential(report, &tie.evidence))
}

pub(super) fn is_confidential(report: &Report, id: &str) -> bool {
    report.evidence.iter().any(|piece| piece.confidential && piece.id == id)
}

/// A text as one line without white space to spare.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two labels are the same to a reader.
pub(super) fn same_label(a: &str, b: &str) -> bool {
    one_line(a).to_lowercase() == one_line(b).to_lowercase()
}

/// The labels of the whole scale with their numbers.
pub(super) fn scale(w: &Words) -> Vec<(String, Option<u8>)> {
    Substance::ALL.iter().map(|value| (w.label(*value).into_owned(), value.rating())).collect()
}
