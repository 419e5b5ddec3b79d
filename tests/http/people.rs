//! People and settings.

use crate::support::{App, on_both_databases};
use corroborate::claim::Substance;

on_both_databases! { async App:
    an_admin_adds_a_person_and_gets_their_link,
    a_form_that_is_refused_keeps_what_was_typed,
    the_last_admin_stays,
    everybody_sees_who_is_here_and_only_admins_can_change_it,
    a_token_is_shown_once_and_can_be_revoked,
    the_present_password_is_needed_for_a_new_one,
    the_desks_settings_show_a_conflict,
    wished_colours_are_kept,
    a_list_costs_the_same_however_long_it_is,
    a_person_has_a_page_with_their_claims_and_what_they_did,
}

async fn an_admin_adds_a_person_and_gets_their_link(mut app: App) {
    let admin = app.admin();
    let page = admin.post("/people", &[("name", "Ron <b>R</b>"), ("email", "Ron@Desk.example"), ("role", "reviewer")]).await.is(200);
    page.says("/password?token=").says("Ron &#60;b&#62;R&#60;/b&#62;").does_not_say("<b>R");
    admin.post("/people", &[("name", "Other"), ("email", "ron@desk.example"), ("role", "viewer")]).await.is(409).says("here already");
}

async fn a_form_that_is_refused_keeps_what_was_typed(mut app: App) {
    let reply = app.admin().post("/people", &[("name", ""), ("email", "no address"), ("role", "editor")]).await.is(422);
    reply.says("value=\"no address\"").says("This is not a mail address.").says("This can’t be empty.").says("value=\"editor\" checked");
}

async fn the_last_admin_stays(mut app: App) {
    let ada = app.desk.admin("Ada Admin");
    let admin = app.browser_of(&ada);
    admin.post(&format!("/people/{}/role", ada.id.unwrap()), &[("role", "viewer")]).await.is(409).says("at least one admin");
}

async fn everybody_sees_who_is_here_and_only_admins_can_change_it(mut app: App) {
    let ada = app.desk.admin("Ada Admin");
    let viewer = app.viewer();
    viewer.get("/people").await.is(200).says("Ada Admin").does_not_say("Password link");
    viewer.post("/people", &[("name", "X"), ("email", "x@desk.example"), ("role", "admin")]).await.is(403).says("Admin");
    viewer.post(&format!("/people/{}/role", ada.id.unwrap()), &[("role", "viewer")]).await.is(403);
    viewer.post("/settings/desk", &[("name", "Mine"), ("revision", "0")]).await.is(403);
    app.admin().post("/people/not-an-id/role", &[("role", "viewer")]).await.is(404).says("person");
}

async fn a_token_is_shown_once_and_can_be_revoked(mut app: App) {
    let reviewer = app.reviewer();
    let page = reviewer.post("/settings/tokens", &[("name", "Import script"), ("days", "30")]).await.is(200).says("only this once");
    let secret = page.body.split("<code class=\"secret\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let again = reviewer.get("/settings").await.is(200).says("Import script").does_not_say(&secret);
    let id = again.body.split("/settings/tokens/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    assert_eq!(reviewer.post(&format!("/settings/tokens/{id}/revoke"), &[]).await.leads_to(), "/settings?done=token_revoked");
    reviewer.get("/settings").await.is(200).says("ended");
}

async fn the_present_password_is_needed_for_a_new_one(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let ada = app.desk.admin("Ada Admin");
    corroborate::account::member::set_password(&mut app.web.db.get().unwrap(), &ada, ron.id.unwrap(), "the old password").unwrap();
    let (browser, other) = (app.browser_of(&ron), app.browser_of(&ron));
    browser.post("/settings/password", &[("present", "wrong"), ("password", "the new password")]).await.is(422).says("not your present password");
    let done = browser.post("/settings/password", &[("present", "the old password"), ("password", "the new password")]).await;
    assert_eq!(done.leads_to(), "/settings?done=password_changed");
    browser.get("/settings").await.is(200);
    other.get("/settings").await.is(303);
}

async fn the_desks_settings_show_a_conflict(mut app: App) {
    let admin = app.admin();
    assert_eq!(
        admin.post("/settings/desk", &[("name", "First"), ("four_eyes", "yes"), ("revision", "0")]).await.leads_to(),
        "/settings?done=desk_changed#desk"
    );
    let late = admin.post("/settings/desk", &[("name", "Second"), ("four_eyes", "yes"), ("revision", "0")]).await.is(409);
    late.says("Somebody changed this").says("value=\"Second\"");
}

async fn wished_colours_are_kept(mut app: App) {
    let viewer = app.viewer();
    let reply = viewer.post("/settings/look", &[("theme", "dark"), ("language", "en")]).await.is(303);
    let cookies: Vec<_> = reply.headers.get_all("set-cookie").map(|v| v.to_str().unwrap().to_owned()).collect();
    assert!(cookies.iter().any(|c| c.starts_with("corroborate_theme=dark")), "{cookies:?}");
}

async fn a_list_costs_the_same_however_long_it_is(mut app: App) {
    let admin = app.desk.admin("Ada Admin");
    let one = app
        .queries_of(async || {
            app.browser_of(&admin).get("/people").await.is(200);
        })
        .await;
    app.desk.viewer("Vera Viewer");
    app.desk.viewer("Otto Viewer");
    let three = app
        .queries_of(async || {
            app.browser_of(&admin).get("/people").await.is(200).says("Otto Viewer");
        })
        .await;
    assert_eq!(one, three);
}

async fn a_person_has_a_page_with_their_claims_and_what_they_did(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron <b>Reviewer</b>"), app.desk.editor("Eva Editor"));
    let claim = app.desk.claim();
    app.desk.give(claim.id, &ron);
    app.desk.evidence(&ron, claim.id, "The table");
    app.desk.verdict(&ron, claim.id, Substance::Unsupported);
    app.desk.verdict(&ron, claim.id, Substance::Confirmed);
    let at = format!("/people/{}", ron.id.unwrap());
    let vera = app.desk.viewer("Vera Viewer");
    let viewer = app.browser_of(&vera);
    viewer.get("/people").await.is(200).says(&format!("href=\"{at}\""));
    let seen = viewer.get(&at).await.is(200).says("Ron &#60;b&#62;Reviewer&#60;/b&#62;").does_not_say("<b>Reviewer");
    let seen = seen.says(&format!("/claims/{}?from=%2Fclaims%3Fstate%3Dopen%26assignee%3D{}\"", claim.id, ron.id.unwrap()));
    seen.says("changed the verdict from “No adequate evidence found” to “Confirmed”").does_not_say("/undo\"");
    // Whoever may take a step back can do so from here, and comes back here.
    let own = app.browser_of(&ron).get(&at).await.is(200);
    let undo = own.body.split("action=\"/history/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let reply = app.browser_of(&ron).post(&format!("/history/{undo}"), &[("next", at.as_str())]).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=undone"));
    assert_eq!(app.desk.now(claim.id).substance, Some(Substance::Unsupported));
    let viewer = app.browser_of(&vera);
    viewer.get(&format!("/people/{}", eva.id.unwrap())).await.is(200).says("No open claim is with them.");
    viewer.get("/people/0190ffff-0000-7000-8000-000000000000").await.is(404);
}
