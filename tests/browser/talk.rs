//! Two people talk: one is offered names by keyboard, the other is told at once, follows the link, and clears the inbox.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use fantoccini::key::Key;

on_both_databases! { async Site:
    a_name_is_offered_and_whoever_is_named_is_told_at_once,
}

async fn a_name_is_offered_and_whoever_is_named_is_told_at_once(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (ron, eva) = (site.desk.reviewer("Ron Reviewer"), site.desk.editor("Eva Editor"));
    site.desk.reviewer("Rosa Rey");
    let claim = site.desk.claim().id;
    let page = format!("/claims/{claim}");
    let (his, hers) = (site.browser_of(&ron).await, site.browser_of(&eva).await);
    // A page that listens for nothing else.
    his.visit("/help").await;
    his.run("window.sameAsBefore = true", vec![]).await;

    hers.visit(&page).await;
    hers.keys("m").await;
    assert_eq!(hers.focused().await, "body");
    hers.write("Which year, @ro").await;
    hers.find("#remark-names li:nth-child(2)").await;
    hers.is_accessible().await;
    assert_eq!(hers.find("#remark-names [aria-selected=true]").await.text().await.unwrap(), "Ron Reviewer");
    hers.write(&char::from(Key::Down).to_string()).await;
    assert_eq!(hers.find("#remark-names [aria-selected=true]").await.text().await.unwrap(), "Rosa Rey");
    hers.write(&format!("{}{}", char::from(Key::Up), char::from(Key::Enter))).await;
    assert_eq!(hers.value("#remark").await, "Which year, @Ron Reviewer ");
    assert_eq!(hers.count("#remark-names").await, 0);
    // Escape puts the list away and leaves the text.
    hers.write("@").await;
    hers.find("#remark-names").await;
    hers.key("Escape").await;
    assert_eq!((hers.count("#remark-names").await, hers.focused().await.as_str()), (0, "body"));
    hers.write("nobody?").await;
    hers.press("Add it").await;
    hers.says("Your remark is added. Told: Ron Reviewer. @nobody told nobody: nobody here has that name.").await;
    hers.find(".remarks > li:target .told").await;

    // He hears of it without a reload, and goes there by key.
    his.find("[data-inbox='1']").await;
    assert_eq!(his.run("return window.sameAsBefore", vec![]).await, true);
    his.keys("I").await;
    his.arrives_at("/inbox").await;
    his.says("Eva Editor speaks to you in a remark on claim 1").await;
    his.is_accessible().await;
    his.fits().await;
    hers.fill("#remark", "@Ron, or the one before?").await;
    hers.press("Add it").await;
    his.find(".inbox__lines > li:nth-child(2)").await;
    his.find("[data-inbox='2']").await;
    his.click(".inbox__lines > li:first-child .inbox__line a").await;
    his.arrives_at(&format!("{page}?remark=")).await;
    his.find(".remarks > li:target .told--me").await;
    his.find("[data-inbox='1']").await;
    his.is_accessible().await;
    his.visit("/inbox").await;
    his.press("Mark all as read").await;
    his.says("Marked as read.").await;
    his.find("[data-inbox='0']").await;
    assert_eq!(his.count(".inbox__lines > .is-unread").await, 0);

    his.close().await;
    hers.close().await;
    site.end().await;
}
