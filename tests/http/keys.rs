//! One's own keys: kept for the person, shown on every page, refused where two actions would share one.

use crate::support::{App, on_both_databases};
use corroborate::account::KeyAction;
use corroborate::claim::WorkState;
use corroborate::code::Code;

on_both_databases! { async App:
    keys_are_ones_own_and_kept,
    two_actions_of_a_page_never_share_a_key,
    keys_can_be_switched_off_and_set_back,
    a_page_that_was_kept_shows_new_keys_at_once,
    no_page_has_a_key_twice,
}

async fn keys_are_ones_own_and_kept(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let at = format!("/claims/{}", claim.id);
    let (ron, rita) = (app.desk.reviewer("Ron Reviewer"), app.desk.reviewer("Rita Reviewer"));
    let browser = app.browser_of(&ron);
    browser.get(&at).await.is(200).says("data-key=\"r\" data-key-label=\"Why\"");
    assert_eq!(
        browser.post("/settings/keys", &[("on", "yes"), ("rationale", "ü"), ("tick", ""), ("revision", "1")]).await.leads_to(),
        "/settings/keys?done=keys_changed"
    );
    browser.get("/settings/keys?done=keys_changed").await.is(200).says("Your keys are saved.").says("value=\"ü\"").says("usually r");
    browser.get("/settings").await.is(200).says("2 of them changed");
    // In another browser of the same person, and nowhere else.
    app.browser_of(&ron).get(&at).await.is(200).says("data-key=\"ü\"").does_not_say("data-key=\"r\"");
    app.browser_of(&rita).get(&at).await.is(200).says("data-key=\"r\"").does_not_say("data-key=\"ü\"");
    // Whoever changed them in another window meanwhile is told so, and keeps what they typed.
    let late = browser.post("/settings/keys", &[("on", "yes"), ("rationale", "ä"), ("revision", "1")]).await.is(409);
    late.says("value=\"ä\"");
}

async fn two_actions_of_a_page_never_share_a_key(mut app: App) {
    let browser = app.reviewer();
    let refused = browser.post("/settings/keys", &[("on", "yes"), ("rationale", "s"), ("take", "ab"), ("open", "/")]).await.is(422);
    let refused = refused.says("“s” is the key of both “To the rationale” and “Save”. Give one of them another key.").says("id=\"key-save-error\"");
    refused.says("Type one letter, digit or sign.").says("Browsers use “/” for a search of their own.").says("value=\"ab\"");
    browser.get("/settings/keys").await.is(200).does_not_say("usually");
}

async fn keys_can_be_switched_off_and_set_back(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let browser = app.reviewer();
    browser.post("/settings/keys", &[("rationale", "ü")]).await.is(303);
    let page = browser.get(&format!("/claims/{}", claim.id)).await.is(200).says("Keys are switched off in your settings.");
    let live = page.body.split(" data-key=\"").skip(1).chain(page.body.split(" data-does=\"").skip(1)).filter(|rest| !rest.starts_with('"'));
    assert_eq!(live.filter(|rest| rest.split('<').next().unwrap().ends_with("\">ü")).count(), 0);
    assert!(page.body.split(" data-key=\"").skip(1).all(|rest| rest.starts_with('"')), "no key works");
    // What was set is not forgotten meanwhile.
    browser.get("/settings/keys").await.is(200).says("value=\"ü\"");
    assert_eq!(browser.post("/settings/keys", &[("reset", "yes")]).await.leads_to(), "/settings/keys?done=keys_reset");
    browser.get("/settings/keys").await.is(200).does_not_say("value=\"ü\"").says("name=\"on\" value=\"yes\" checked");
}

async fn a_page_that_was_kept_shows_new_keys_at_once(mut app: App) {
    let article = app.desk.article();
    let at = format!("/articles/{}", article.id);
    let browser = app.reviewer();
    browser.get(&at).await.is(200).says("data-key=\"c\" data-key-label=\"Make the marked");
    browser.post("/settings/keys", &[("on", "yes"), ("make_claim", "ö")]).await.is(303);
    browser.get(&at).await.is(200).says("data-key=\"ö\" data-key-label=\"Make the marked");
}

async fn no_page_has_a_key_twice(mut app: App) {
    let article = app.desk.article();
    let claim = app.desk.claims_of(&article).remove(0);
    let source = app.desk.chain(claim.id)[0].source_id;
    let pages = [
        "/".to_owned(),
        "/claims".to_owned(),
        "/articles".to_owned(),
        format!("/articles/{}", article.id),
        format!("/claims/{}", claim.id),
        "/sources".to_owned(),
        format!("/sources/{source}"),
        "/help".to_owned(),
    ];
    let usual: Vec<String> = KeyAction::ALL.iter().map(|action| action.usual().to_string()).collect();
    for who in [app.desk.viewer("Vera Viewer"), app.desk.editor("Eva Editor")] {
        for page in &pages {
            let body = app.browser_of(&who).get(page).await.is(200).body;
            let own = body.split(" data-key=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
            let list = if body.contains("data-list") {
                body.split(" data-does=\"").skip(1).map(|rest| rest.split(['>', '<']).nth(1).unwrap()).collect()
            } else {
                Vec::new()
            };
            let mut keys: Vec<&str> = own.chain(list).collect();
            assert!(keys.iter().all(|key| usual.iter().any(|usual| usual == key)), "{page}: {keys:?}");
            keys.sort_unstable();
            let all = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), all, "{page} has a key twice: {keys:?}");
        }
    }
}
