//! The next version of an article: pasted, looked at, applied.

use crate::site::{Site, can_be_visited};
use crate::support::{TEXT, on_both_databases};

on_both_databases! { async Site:
    a_new_version_is_pasted_looked_at_and_applied,
}

async fn a_new_version_is_pasted_looked_at_and_applied(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let eva = site.desk.editor("Eva Editor");
    let article = site.desk.article();
    let editor = site.browser_of(&eva).await;
    let path = format!("/articles/{}", article.id);
    editor.visit(&format!("{path}/versions/new")).await;
    editor.fill("#text", &format!("{}\nPolice arrested 31 people in the capital on Tuesday.\n", TEXT.replace("12 percent", "14 percent"))).await;
    for width in [390, 768, 1440] {
        editor.resize(width).await;
        editor.press("Compare").await;
        editor.says("What the new version does").await;
        editor.says("31 people").await;
        assert!(editor.count(".versus ins").await > 0 && editor.count(".versus del").await > 0, "no words are marked");
        editor.is_accessible().await;
        editor.fits().await;
        editor.press("Back to the text").await;
        editor.says("Paste the changed text").await;
    }
    editor.press("Compare").await;
    editor.says("What the new version does").await;
    editor.press("Apply").await;
    editor.says("The new version is in.").await;
    editor.says("Changed in version 2.").await;
    editor.is_accessible().await;
    editor.close().await;
    site.end().await;
}
