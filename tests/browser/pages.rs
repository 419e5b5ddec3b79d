//! Every page of a desk, in three widths and both colour schemes: accessible, and no wider than the window.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewVersion, Seen, add_version};

on_both_databases! { async Site:
    every_page_is_accessible_and_fits,
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
    let pages = [
        "/", "/articles", "/articles/new", &article, &details, &again, &version, &next, &report, "/claims", "/workload", "/views", &claim, "/sources", &source,
        "/history", "/people", &person, "/settings", "/settings/keys", "/help", "/api",
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
