//! A long list: taken from the queue with the usual button, followed on its page, and there again among one's files.

use crate::site::{Site, can_be_visited};
use crate::support::{on_both_databases, start};
use corroborate::db::column::At;
use corroborate::report::LONG;
use corroborate::sample::load;

on_both_databases! { async Site:
    a_long_list_is_followed_until_it_is_there,
}

async fn a_long_list_is_followed_until_it_is_there(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ids = site.desk.ids.clone();
    load::fill(site.desk.c(), At(start()), &ids, LONG / load::CLAIMS + 1, &mut |_| ()).unwrap();
    let eva = site.desk.editor("Eva Editor");
    let browser = site.browser_of(&eva).await;
    for width in [390, 768, 1440] {
        browser.resize(width).await;
        browser.visit("/claims").await;
        browser.run("document.querySelector('.menu--flat').open = true", vec![]).await;
        browser.fits().await;
        browser.is_accessible().await;
    }
    browser.press("Table (CSV)").await;
    browser.says("The file is ready.").await;
    assert!(browser.path().await.starts_with("/exports/"));
    assert_eq!(browser.count("progress").await, 0, "what was followed is over");
    let page = browser.path().await;
    for width in [390, 768, 1440] {
        browser.resize(width).await;
        for page in [page.as_str(), "/exports", "/claims/export?format=json", "/exports/0190ffff-0000-7000-8000-000000000000?of=/claims/export"] {
            browser.visit(page).await;
            browser.fits().await;
            browser.is_accessible().await;
        }
    }
    browser.says("This file is not here any more").await;
    browser.press("Make it again").await;
    browser.says("The file is ready.").await;
    browser.visit("/exports").await;
    browser.says("Claims").await;
    browser.close().await;
    site.end().await;
}
