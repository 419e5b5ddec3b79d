//! Every page of a desk, in three widths and both colour schemes: accessible, and no wider than the window.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::account::Acting;
use corroborate::ids::{ArticleId, ClaimId};
use corroborate::intake::read::Limits;
use corroborate::intake::{NewVersion, Seen, add_version};
use corroborate::report::reader::{ReaderEntry, enter_reader_report};
use corroborate::report::{CorrectionEntry, enter_correction, freeze_report, publish_report};
use corroborate::review::{amend, discuss};

on_both_databases! { async Site:
    every_page_is_accessible_and_fits,
    what_was_seen_before_stands_beside_the_cards,
}

async fn every_page_is_accessible_and_fits(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ada = site.desk.admin("Ada Admin");
    let browser = site.browser_of(&ada).await;
    site.desk.claim_in(corroborate::claim::WorkState::InReview);
    let article = site.desk.article();
    let claim = site.desk.claims_of(&article).remove(0);
    let source = site.desk.chain(claim.id)[0].source_id;
    site.desk.give(claim.id, &ada);
    let ron = site.desk.reviewer("Ron Reviewer");
    discuss::add_comment(site.desk.c(), &ron, claim.id, "@Ada Admin, is this so?").unwrap();
    let article_id = article.id;
    let (article, report, details) =
        (format!("/articles/{}", article.id), format!("/articles/{}/report", article.id), format!("/articles/{}/details", article.id));
    // A version of another article, and what it changed.
    let second = site.desk.article();
    let text = crate::support::TEXT.replace("12 percent", "14 percent");
    let new = NewVersion { text: &text, ..NewVersion::default() };
    add_version(site.desk.c(), &ada, second.id, &new, Seen::default(), &Limits::default()).unwrap();
    let (again, version, next) =
        (format!("/articles/{}", second.id), format!("/articles/{}/versions/1", second.id), format!("/articles/{}/versions/new", second.id));
    let (claim, source, person) = (format!("/claims/{}", claim.id), format!("/sources/{source}"), format!("/people/{}", ada.id.unwrap()));
    let (frozen, compared) = public(&mut site, &ada, article_id);
    let pages = [
        "/key", &frozen, &compared, "/readers", "/p/the-border", "/p/the-border/corrections", "/p/the-border/error?claim=1", "/p/the-border/reported",
        "/p/nowhere", "/", "/articles", "/articles/new", &article, &details, &again, &version, &next, &report, "/claims", "/workload", "/views", &claim,
        "/sources", &source, "/history", "/inbox", "/figures", "/agreement", "/people", &person, "/settings", "/settings/keys", "/help", "/api",
    ];
    for width in [390, 768, 1440] {
        browser.resize(width).await;
        for page in pages {
            browser.visit(page).await;
            browser.fits().await;
        }
    }
    browser.close().await;
    site.end().await;
}

/// Publishes a report of an article, changes the article and enters what a reader reports; gives the pages of the frozen
/// report and of what changed since.
fn public(site: &mut Site, who: &Acting, article: ArticleId) -> (String, String) {
    let claim = claims_of(site, article).remove(0);
    let frozen = freeze_report(site.desk.c(), who, article).unwrap();
    let entry = CorrectionEntry { claim: Some(claim), kind: "update", now_says: "380 soldiers", ..CorrectionEntry::default() };
    enter_correction(site.desk.c(), who, article, &entry).unwrap();
    amend::reword_claim(site.desk.c(), who, claim, "Said in other words.", None).unwrap();
    let second = freeze_report(site.desk.c(), who, article).unwrap();
    publish_report(site.desk.c(), who, second.id, "the-border").unwrap();
    let ids = site.desk.ids.clone();
    enter_reader_report(site.desk.c(), who.now, &ids, "the-border", &ReaderEntry { claim: "1", body: "It was 380.", contact: "" }).unwrap();
    assert_eq!(frozen.number, 1);
    (format!("/reports/{}", second.id), format!("/articles/{article}/reports/compare?from=1&to=2"))
}

fn claims_of(site: &mut Site, article: ArticleId) -> Vec<ClaimId> {
    let article = site.desk.article_now(article);
    site.desk.claims_of(&article).into_iter().map(|claim| claim.id).collect()
}

async fn what_was_seen_before_stands_beside_the_cards(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (ron, eva) = (site.desk.reviewer("Ron Reviewer"), site.desk.editor("Eva Editor"));
    let earlier = site.desk.claim();
    site.desk.verdict(&ron, earlier.id, corroborate::claim::Substance::Misleading);
    let article = site.desk.article();
    let browser = site.browser_of(&eva).await;
    browser.visit(&format!("/articles/{}", article.id)).await;
    browser.says("2 of 2 claims were here before").await;
    browser.says("Seen before: Misleading, in “The border”").await;
    for width in [390, 768, 1440] {
        browser.resize(width).await;
        browser.fits().await;
    }
    browser.follow("2 of 2 claims were here before").await;
    browser.says("Seen before").await;
    for width in [390, 768, 1440] {
        browser.resize(width).await;
        browser.fits().await;
    }
    browser.close().await;
    site.end().await;
}
