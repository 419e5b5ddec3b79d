//! Reviewing by keyboard: how many keys a claim takes, that nothing typed is lost, and that keys sleep while typing.

use crate::browser::Browser;
use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::claim::WorkState;

on_both_databases! { async Site:
    a_claim_takes_few_keys_from_the_list_to_sign_off,
    keys_sleep_while_somebody_types,
    a_refused_finding_keeps_what_was_typed_and_shows_what_it_lacks,
    a_reading_view_is_worked_by_keys,
}

/// Most keys from opening a claim to its being sent, beside the rationale itself.
const MOST: usize = 12;

/// Somebody at the keyboard, who counts the keys they press.
struct Typist<'b> {
    browser: &'b Browser,
    pressed: Vec<String>,
}

impl Typist<'_> {
    async fn press(&mut self, key: &str) {
        self.pressed.push(key.to_owned());
        self.browser.key(key).await;
    }

    /// What is said in words is no key of the way.
    async fn write(&self, text: &str) {
        self.browser.write(text).await;
    }

    /// Pastes with Ctrl+V: two keys.
    async fn paste(&mut self, text: &str) {
        self.pressed.extend(["Ctrl".to_owned(), "v".to_owned()]);
        self.browser.paste(text).await;
    }
}

async fn a_claim_takes_few_keys_from_the_list_to_sign_off(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let article = site.desk.article();
    let claims = site.desk.claims_of(&article);
    let browser = site.browser_of(&ron).await;
    browser.visit(&format!("/claims?article={}&sort=oldest", article.id)).await;

    let mut typist = Typist { browser: &browser, pressed: Vec::new() };
    typist.press("j").await;
    typist.press("o").await;
    browser.arrives_at(&format!("/claims/{}", claims[0].id)).await;
    browser.is_settled().await;
    // The link that was found is in the clipboard.
    typist.paste("https://ministry.example/briefing").await;
    typist.press("s").await;
    browser.says("The evidence is attached").await;
    browser.is_settled().await;
    typist.press("1").await;
    typist.press("r").await;
    typist.write("The briefing gives the same figure. See page 3, jk?").await;
    typist.press("Escape").await;
    typist.press("g").await;
    browser.arrives_at(&format!("/claims/{}", claims[1].id)).await;
    browser.says("This is your next one.").await;
    browser.is_accessible().await;

    println!("from opening to sent for sign-off: {} keys: {}", typist.pressed.len(), typist.pressed.join(" "));
    assert!(typist.pressed.len() <= MOST, "{:?}", typist.pressed);
    assert_eq!(typist.pressed.len(), 9, "{:?}", typist.pressed);
    let now = site.desk.now(claims[0].id);
    assert_eq!((now.state, now.substance.map(|verdict| verdict.to_string())), (WorkState::InReview, Some("confirmed".to_owned())));
    browser.close().await;
    site.end().await;
}

async fn keys_sleep_while_somebody_types(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let claim = site.desk.claim_in(WorkState::Checking);
    let browser = site.browser_of(&ron).await;
    browser.visit(&format!("/claims/{}", claim.id)).await;
    browser.key("r").await;
    browser.write("gwjk123?").await;
    assert_eq!(browser.value("#rationale").await, "gwjk123?");
    assert_eq!(browser.count("dialog[open]").await, 0);
    assert_eq!(browser.count("input[name=substance]:checked").await, browser.count("input[name=substance][checked]").await);
    // What was typed is back when the page is.
    browser.visit(&format!("/claims/{}", claim.id)).await;
    assert_eq!(browser.value("#rationale").await, "gwjk123?");
    browser.says("This is what you typed before").await;
    // Composing a letter and holding Ctrl, Alt or Meta press nothing; a plain key does.
    let checked = "const event = new KeyboardEvent('keydown', {key: arguments[0], bubbles: true, cancelable: true, ...arguments[1]});
        document.body.dispatchEvent(event); return event.defaultPrevented";
    for with in ["ctrlKey", "altKey", "metaKey", "isComposing"] {
        assert_eq!(browser.run(checked, vec!["2".into(), serde_json::json!({ with: true })]).await, false, "{with}");
    }
    assert_eq!(browser.run(checked, vec!["2".into(), serde_json::json!({})]).await, true);
    // The help names the keys of this page; while it is open, no key does anything else.
    browser.key("?").await;
    browser.find("dialog#keys[open]").await;
    browser.is_accessible().await;
    assert_eq!(browser.run(checked, vec!["3".into(), serde_json::json!({})]).await, false);
    // Switched off, nothing happens.
    browser.visit("/settings/keys").await;
    browser.click("input[name=on]").await;
    browser.press("Save").await;
    browser.says("Your keys are saved.").await;
    browser.visit(&format!("/claims/{}", claim.id)).await;
    assert_eq!(browser.run(checked, vec!["2".into(), serde_json::json!({})]).await, false);
    browser.close().await;
    site.end().await;
}

async fn a_refused_finding_keeps_what_was_typed_and_shows_what_it_lacks(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let at = format!("/claims/{}", site.desk.claim().id);
    let browser = site.browser_of(&ron).await;
    browser.visit(&at).await;
    browser.key("2").await;
    browser.key("r").await;
    browser.write("Only the upper bound is known").await;
    browser.save_typed().await;
    browser.says("a note of what was searched").await;
    browser.is_accessible().await;
    assert_eq!(browser.value("#rationale").await, "Only the upper bound is known");
    assert_eq!(browser.count("input[value=mostly_accurate]:checked").await, 1);
    // The first thing that is missing has the focus: the note is typed, and saved with it.
    assert_eq!(browser.focused().await, "searched");
    browser.write("Two archives").await;
    browser.save_typed().await;
    browser.says("The finding is saved").await;
    browser.close().await;
    site.end().await;
}

async fn a_reading_view_is_worked_by_keys(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let article = site.desk.article();
    let claims = site.desk.claims_of(&article);
    let browser = site.browser_of(&ron).await;
    browser.visit(&format!("/articles/{}", article.id)).await;
    browser.key("j").await;
    browser.key("t").await;
    browser.says("The claim is yours.").await;
    assert!(browser.path().await.ends_with(&format!("#claim-{}", claims[0].number)), "{}", browser.path().await);
    assert_eq!(site.desk.now(claims[0].id).assignee_id, ron.id);
    // A verdict pressed here opens the claim with it chosen; the way back leads to the same claim.
    browser.is_settled().await;
    browser.key("3").await;
    browser.arrives_at(&format!("/claims/{}", claims[0].id)).await;
    browser.find("input[value=mixed]:checked").await;
    browser.is_settled().await;
    browser.key("j").await;
    browser.arrives_at(&format!("/claims/{}", claims[1].id)).await;
    browser.is_settled().await;
    browser.key("u").await;
    browser.arrives_at(&format!("/articles/{}#claim-{}", article.id, claims[1].number)).await;
    browser.find(&format!("#claim-{}.is-current", claims[1].number)).await;
    browser.close().await;
    site.end().await;
}
