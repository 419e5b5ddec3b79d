//! What a page weighs on the way to a browser that has been here never before.

use crate::support::{App, on_both_databases};
use std::collections::BTreeSet;

on_both_databases! { async App:
    the_pages_people_work_on_are_light,
}

/// Most bytes of script in all, as sent.
const SCRIPT: usize = 60_000;
/// Most bytes of a page with everything it shows, as sent.
const FIRST_LOAD: usize = 250_000;
/// Three articles of the extraction's tests as one long one.
const TEXT: &str = concat!(
    include_str!("../extraction/articles/state_visit.txt"),
    "\n\n",
    include_str!("../extraction/articles/harbour_strike.txt"),
    "\n\n",
    include_str!("../extraction/articles/leak_inquiry.txt")
);

/// The assets that a page names, without the fragments of icons.
fn assets_of(page: &str) -> BTreeSet<String> {
    let named = page.split(['"', '\'']).filter(|text| text.starts_with("/static/"));
    named.map(|text| text.split('#').next().unwrap().to_owned()).collect()
}

async fn the_pages_people_work_on_are_light(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let article = browser.post("/articles", &[("title", "Three articles"), ("text", TEXT)]).await.leads_to().split('?').next().unwrap().to_owned();
    let reading = browser.get(&article).await.is(200).body;
    let claim = format!("/claims/{}", reading.split("href=\"/claims/").nth(1).unwrap().split(['?', '"']).next().unwrap());
    let gzip = [("accept-encoding", "gzip")];
    let mut script = 0;
    for page in [article.as_str(), "/claims", &claim, "/"] {
        let own = browser.get_with(page, &gzip).await.is(200);
        assert_eq!(own.header("content-encoding"), "gzip");
        let (mut whole, mut scripts) = (own.length, 0);
        let mut told = vec![format!("{page} itself: {}", own.length)];
        for asset in assets_of(&browser.get(page).await.body) {
            let sent = browser.get_with(&asset, &gzip).await.is(200);
            // What is packed already is not packed again; all else is.
            assert!(sent.header("content-encoding") == "gzip" || sent.header("content-type") == "font/woff2", "{asset} is sent as it is");
            whole += sent.length;
            if sent.header("content-type").starts_with("text/javascript") {
                scripts += sent.length;
            }
            told.push(format!("{}: {}", asset.split('?').next().unwrap(), sent.length));
        }
        println!("{page}: {whole} bytes, {scripts} of script\n  {}", told.join("\n  "));
        assert!(whole < FIRST_LOAD, "{page} weighs {whole} bytes: {told:#?}");
        script = script.max(scripts);
    }
    assert!(script < SCRIPT, "{script} bytes of script");
}
