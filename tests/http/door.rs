//! The way in.

use crate::support::{App, on_both_databases};
use corroborate::account::member;
use corroborate::db::column::At;

on_both_databases! { async App:
    an_empty_desk_is_set_up_once_by_its_link,
    who_is_not_signed_in_is_led_to_the_door_and_back,
    a_wrong_password_says_nothing_about_who_is_here,
    many_wrong_tries_are_slowed_down,
    a_form_without_the_sessions_token_does_nothing,
    a_sign_in_from_another_site_does_nothing,
    somebody_who_is_disabled_is_out_at_once,
    a_password_link_works_once,
    signing_out_ends_the_session,
    the_way_back_never_leads_to_another_site,
}

async fn an_empty_desk_is_set_up_once_by_its_link(app: App) {
    let secret = member::make_setup_link(&mut app.web.db.get().unwrap(), At(crate::support::start()), &app.web.ids).unwrap().unwrap();
    let nobody = app.anonymous();
    nobody.get("/setup?token=wrong").await.is(410);
    nobody.get(&format!("/setup?token={}", secret.expose())).await.is(200).says("Set up this desk");
    let short = [("token", secret.expose()), ("name", "Ada"), ("email", "ada@desk.example"), ("password", "short")];
    nobody.post("/setup", &short).await.is(422).says("at least 10 characters").says("value=\"ada@desk.example\"").does_not_say("short\"");
    let full = [("token", secret.expose()), ("name", "Ada"), ("email", "ada@desk.example"), ("password", "a long password")];
    let reply = nobody.post("/setup", &full).await;
    assert_eq!(reply.leads_to(), "/?done=desk_set_up");
    let cookie = reply.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    nobody.post("/setup", &full).await.is(410);
    let back = nobody.post("/login", &[("email", " ADA@desk.example "), ("password", "a long password"), ("next", "/claims")]).await;
    assert_eq!(back.leads_to(), "/claims");
}

async fn who_is_not_signed_in_is_led_to_the_door_and_back(app: App) {
    let reply = app.anonymous().get("/settings?x=1").await;
    assert_eq!(reply.leads_to(), "/login?next=%2Fsettings%3Fx%3D1");
    app.anonymous().get(reply.leads_to()).await.is(200).says("value=\"/settings?x=1\"");
}

async fn a_wrong_password_says_nothing_about_who_is_here(mut app: App) {
    app.desk.editor("Eva Editor");
    let nobody = app.anonymous();
    let known = nobody.post("/login", &[("email", "eva.editor@desk.example"), ("password", "wrong")]).await.is(401);
    let unknown = nobody.post("/login", &[("email", "zoe.nobody@desk.example"), ("password", "wrong")]).await.is(401);
    assert_eq!(known.body.replace("eva.editor", "…"), unknown.body.replace("zoe.nobody", "…"));
}

async fn many_wrong_tries_are_slowed_down(app: App) {
    let nobody = app.anonymous();
    let mut statuses = Vec::new();
    for _ in 0..10 {
        statuses.push(nobody.post("/login", &[("email", "eva@desk.example"), ("password", "wrong")]).await.status.as_u16());
    }
    assert_eq!(statuses[..8], [401; 8]);
    assert_eq!(statuses[9], 429);
    // Somebody else can still get in.
    nobody.post("/login", &[("email", "otto@desk.example"), ("password", "wrong")]).await.is(401);
}

async fn a_form_without_the_sessions_token_does_nothing(mut app: App) {
    let admin = app.admin().with_csrf("something else");
    admin.post("/people", &[("name", "Mallory"), ("email", "m@desk.example"), ("role", "admin")]).await.is(403).says("no longer valid");
    admin.get("/people").await.is(200).does_not_say("Mallory");
}

async fn a_sign_in_from_another_site_does_nothing(app: App) {
    let body = b"email=a%40b.example&password=x".to_vec();
    let kind = "application/x-www-form-urlencoded";
    app.anonymous().send_bytes("post", "/login", kind, body, &[("origin", "https://elsewhere.example")]).await.is(403);
}

async fn somebody_who_is_disabled_is_out_at_once(mut app: App) {
    let (ada, ron) = (app.desk.admin("Ada Admin"), app.desk.reviewer("Ron Reviewer"));
    let browser = app.browser_of(&ron);
    let program = app.program_of(&ron);
    browser.get("/settings").await.is(200);
    let path = format!("/people/{}/disabled", ron.id.unwrap());
    assert_eq!(app.browser_of(&ada).post(&path, &[("disabled", "yes")]).await.leads_to(), "/people?done=person_disabled");
    browser.get("/settings").await.is(303);
    let _ = program;
}

async fn a_password_link_works_once(mut app: App) {
    let (ada, ron) = (app.desk.admin("Ada Admin"), app.desk.reviewer("Ron Reviewer"));
    let page = app.browser_of(&ada).post(&format!("/people/{}/password-link", ron.id.unwrap()), &[]).await.is(200);
    let token = page.body.split("/password?token=").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let nobody = app.anonymous();
    nobody.get(&format!("/password?token={token}")).await.is(200).says("Ron Reviewer");
    let fields = [("token", token.as_str()), ("password", "another long password")];
    assert_eq!(nobody.post("/password", &fields).await.leads_to(), "/?done=password_set");
    nobody.post("/password", &fields).await.is(410).says("new one");
    nobody.post("/login", &[("email", "ron.reviewer@desk.example"), ("password", "another long password")]).await.is(303);
}

async fn signing_out_ends_the_session(mut app: App) {
    let editor = app.editor();
    assert_eq!(editor.post("/logout", &[]).await.leads_to(), "/login");
    editor.get("/").await.is(303);
}

async fn the_way_back_never_leads_to_another_site(mut app: App) {
    let ada = app.desk.admin("Ada Admin");
    corroborate::account::member::set_password(&mut app.web.db.get().unwrap(), &ada, ada.id.unwrap(), "a long password").unwrap();
    for next in ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example"] {
        let reply = app.anonymous().post("/login", &[("email", "ada.admin@desk.example"), ("password", "a long password"), ("next", next)]).await;
        assert_eq!(reply.leads_to(), "/");
    }
}
