//! Two entries of one source: suggested on the list, compared, merged from the keyboard, taken apart again.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::reliability::{NoteEntry, rate_source};

on_both_databases! { async Site:
    two_entries_are_merged_and_taken_apart_by_hand,
}

async fn two_entries_are_merged_and_taken_apart_by_hand(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let eva = site.desk.editor("Eva Editor");
    let claim = site.desk.claim();
    let cited = site.desk.chain(claim.id)[0].source_id;
    let entry = SourceEntry { name: "Blomberg", kind: "outlet", ..SourceEntry::default() };
    let other = registry::add_source(site.desk.c(), &eva, &entry).unwrap().id;
    rate_source(site.desk.c(), &eva, cited, NoteEntry { note: "Corrects late.", rating: "mixed", holds_from: "" }).unwrap();
    let browser = site.browser_of(&eva).await;
    let (page, merge) = (format!("/sources/{cited}"), format!("/sources/merge?one={cited}&other={other}"));
    let search = format!("/sources/merge?one={cited}&with=o");
    for width in [390, 768, 1440] {
        browser.resize(width).await;
        for at in ["/sources", "/sources/suggestions", &page, &merge, &search] {
            browser.visit(at).await;
            browser.fits().await;
            browser.is_accessible().await;
        }
    }
    browser.visit("/sources").await;
    browser.says("They differ by a letter or two").await;
    browser.follow("Merge…").await;
    browser.says("Which one stays?").await;
    // The one that is cited stays; the key that saves merges.
    browser.keys("s").await;
    browser.says("The two are one source now.").await;
    assert!(browser.path().await.starts_with(&page), "the one that is cited stays");
    browser.says("Eva Editor merged it on").await;
    browser.visit(&format!("/sources/{other}")).await;
    browser.says("Blomberg is part of Bloomberg now.").await;
    for width in [390, 1440] {
        browser.resize(width).await;
        browser.fits().await;
        browser.is_accessible().await;
    }
    browser.press("Take it out again").await;
    browser.says("The source stands on its own again.").await;
    browser.visit("/sources").await;
    browser.press("They are different").await;
    browser.says("nobody is asked again").await;
    assert_eq!(browser.count("#alike").await, 0);
    browser.close().await;
    site.end().await;
}
