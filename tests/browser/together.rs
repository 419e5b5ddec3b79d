//! Two people at once: what one does appears to the other without a reload, and takes neither focus nor typed text.

use crate::browser::Browser;
use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::claim::WorkState;

on_both_databases! { async Site:
    what_is_typed_stays_while_somebody_else_decides,
    rows_and_cards_change_without_a_reload,
    who_is_here_and_who_checks_is_seen_and_taken_over,
    a_second_check_is_asked_given_blind_and_compared,
}

/// Marks the page, so that a reload would show.
async fn not_loaded_anew(browser: &Browser) -> bool {
    browser.run("return window.sameAsBefore === true", vec![]).await == true
}

async fn remember(browser: &Browser) {
    browser.run("window.sameAsBefore = true", vec![]).await;
}

async fn what_is_typed_stays_while_somebody_else_decides(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (ron, eva) = (site.desk.reviewer("Ron Reviewer"), site.desk.editor("Eva Editor"));
    let claim = site.desk.claim_in(WorkState::Checking);
    let page = format!("/claims/{}", claim.id);
    let (his, hers) = (site.browser_of(&ron).await, site.browser_of(&eva).await);

    his.visit(&page).await;
    remember(&his).await;
    his.run("document.querySelector('#rationale').focus()", vec![]).await;
    his.write("The ministry's table").await;
    hers.visit(&page).await;
    hers.run("document.querySelector('input[name=substance][value=incorrect]').click()", vec![]).await;
    hers.fill("#rationale", "The archive says otherwise.").await;
    hers.fill("#searched", "The archive.").await;
    hers.press("Save the finding").await;
    hers.says("The finding is saved.").await;

    // He hears of it beside what he types; his words and his place in them stay.
    his.says("What you typed stays").await;
    his.says("Eva Editor").await;
    assert_eq!(his.focused().await, "rationale");
    his.write(" says 400.").await;
    assert_eq!(his.value("#rationale").await, "The ministry's table says 400.");
    // What he does not touch is as it is now.
    let head = his.find(".claim-head").await.text().await.unwrap();
    assert!(head.contains("Incorrect"), "{head}");
    assert!(his.find("#history").await.text().await.unwrap().contains("The archive says otherwise."));
    assert!(not_loaded_anew(&his).await);
    his.is_accessible().await;

    // He saves, and both sides are shown; nothing is lost.
    his.run("document.querySelector('input[name=substance][value=confirmed]').click()", vec![]).await;
    his.press("Save the finding").await;
    his.says("Somebody changed this while you were working on it").await;
    his.says("The archive says otherwise.").await;
    assert_eq!(his.value("#rationale").await, "The ministry's table says 400.");

    his.close().await;
    hers.close().await;
    site.end().await;
}

async fn rows_and_cards_change_without_a_reload(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (ron, eva) = (site.desk.reviewer("Ron Reviewer"), site.desk.editor("Eva Editor"));
    let claim = site.desk.claim();
    let page = format!("/claims/{}", claim.id);
    let (his, hers) = (site.browser_of(&ron).await, site.browser_of(&eva).await);
    let row = format!("#claim-{}", claim.id);
    his.visit("/claims").await;
    // He has ticked the row and stands on its link.
    his.click(&format!("{row} input[data-select-one]")).await;
    his.run("document.querySelector(arguments[0] + ' [data-open]').focus()", vec![row.clone().into()]).await;
    remember(&his).await;
    hers.visit(&page).await;
    hers.press("Begin checking").await;
    his.find(&format!("{row} .state--checking")).await;
    assert!(not_loaded_anew(&his).await);
    assert_eq!(his.run("return document.activeElement.matches(arguments[0] + ' [data-open]')", vec![row.clone().into()]).await, true);
    assert_eq!(his.run("return document.querySelector(arguments[0] + ' input[data-select-one]').checked", vec![row.into()]).await, true);
    his.says("1 ticked").await;
    his.is_accessible().await;

    // The reading view: the card, the mark in the text and the head.
    his.visit(&format!("/articles/{}", claim.article_id)).await;
    remember(&his).await;
    hers.run("document.querySelector('input[name=substance][value=mixed]').click()", vec![]).await;
    hers.fill("#rationale", "In part.").await;
    hers.fill("#searched", "The archive.").await;
    hers.press("Save the finding").await;
    his.find(&format!("#claim-{} .verdict--mixed", claim.number)).await;
    his.find(&format!(".mark[data-claim='{}'][data-verdict=mixed]", claim.number)).await;
    assert!(not_loaded_anew(&his).await);
    his.is_accessible().await;

    his.close().await;
    hers.close().await;
    site.end().await;
}

async fn who_is_here_and_who_checks_is_seen_and_taken_over(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (ron, eva) = (site.desk.reviewer("Ron Reviewer"), site.desk.editor("Eva Editor"));
    let page = format!("/claims/{}", site.desk.claim().id);
    let (his, hers) = (site.browser_of(&ron).await, site.browser_of(&eva).await);
    his.visit(&page).await;
    hers.visit(&page).await;
    // Each sees that the other is here.
    for (browser, other) in [(&his, "Eva Editor"), (&hers, "Ron Reviewer")] {
        browser.find("[data-here]:not([hidden]) .is-close").await;
        let here = browser.run("return document.querySelector('[data-here]').textContent", vec![]).await;
        assert!(here.as_str().unwrap().contains(other), "{here}");
    }
    remember(&hers).await;
    his.press("I’m checking this").await;
    his.says("You are checking this").await;
    hers.says("Ron Reviewer is checking this").await;
    assert!(not_loaded_anew(&hers).await);
    hers.is_accessible().await;
    // She takes it over; he sees that without a reload.
    remember(&his).await;
    hers.press("Check it instead").await;
    his.says("Eva Editor is checking this").await;
    assert!(not_loaded_anew(&his).await);
    for width in [390, 768, 1440] {
        his.resize(width).await;
        his.fits().await;
    }
    his.close().await;
    hers.close().await;
    site.end().await;
}

async fn a_second_check_is_asked_given_blind_and_compared(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (rita, eva) = (site.desk.reviewer("Rita Reviewer"), site.desk.editor("Eva Editor"));
    let claim = site.desk.claim_in(WorkState::InReview);
    let page = format!("/claims/{}", claim.id);
    let (hers, editor) = (site.browser_of(&rita).await, site.browser_of(&eva).await);
    editor.visit(&page).await;
    // The key opens the form and leads to its first field.
    editor.keys("S").await;
    assert_eq!(editor.focused().await, "checker_id");
    editor.choose("#checker_id", "Rita Reviewer").await;
    editor.fill("#second-message", "The figure carries the headline.").await;
    editor.press("Ask").await;
    editor.says("They are asked.").await;
    // Hers is found from her landing page; the first finding is not there, and keys give hers.
    hers.visit("/").await;
    hers.says("Second checks asked of you").await;
    hers.follow("400 soldiers crossed the border on 3 February.").await;
    hers.says("hidden from you until you give your own finding").await;
    assert_eq!(hers.count(".verdict--mostly_accurate").await, 0);
    for width in [390, 768, 1440] {
        hers.resize(width).await;
        hers.fits().await;
    }
    hers.keys("3").await;
    hers.fill("#rationale", "The table says 398.").await;
    hers.fill("#searched", "The ministry’s site.").await;
    hers.save_typed().await;
    hers.says("The findings differ on the substance.").await;
    assert!(hers.count("#second .verdict--mostly_accurate").await > 0 && hers.count("#second .verdict--mixed").await > 0);
    for width in [390, 768, 1440] {
        hers.resize(width).await;
        hers.fits().await;
    }
    // The editor's page has it without a reload.
    editor.says("The table says 398.").await;
    hers.visit("/agreement").await;
    hers.says("One claim was checked twice.").await;
    hers.fits().await;
    hers.close().await;
    editor.close().await;
    site.end().await;
}
