//! The languages of the interface: which one somebody gets, that they get it everywhere, and that no page that was kept is
//! shown to somebody who reads another.

use crate::support::{App, Reply, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::WorkState;
use corroborate::ids::ArticleId;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewVersion, Seen, add_version};
use corroborate::report::reader::{ReaderEntry, enter_reader_report};
use corroborate::report::{CorrectionEntry, enter_correction, freeze_report, publish_report};
use corroborate::review::amend;
use corroborate::web::routes::ROUTES;
use corroborate::wording::Catalogue;
use serde_json::json;
use std::collections::BTreeSet;

on_both_databases! { async App:
    every_page_speaks_french_to_a_french_browser,
    problems_and_errors_are_told_in_french,
    what_a_person_chose_goes_before_what_the_browser_asks_for,
    a_language_can_be_chosen_before_signing_in,
    a_page_that_is_kept_is_never_shown_in_another_language,
    a_program_is_answered_in_the_language_that_it_asks_for,
    reports_are_written_in_the_readers_language_and_public_pages_in_the_articles,
}

const FRENCH: &[(&str, &str)] = &[("accept-language", "fr-FR,fr;q=0.9,en;q=0.5")];

/// A desk on which every page has something to show, its article, and the addresses of its pages.
fn full(app: &mut App, ada: &Acting) -> (ArticleId, Vec<String>) {
    let claim = app.desk.claim_in(WorkState::InReview);
    app.desk.evidence(ada, claim.id, "Rapport 2026");
    let (article, source) = (claim.article_id, app.desk.chain(claim.id)[0].source_id);
    let evidence = app.desk.evidence(ada, claim.id, "Annexe 2026");
    let frozen = freeze_report(app.desk.c(), ada, article).unwrap();
    let entry = CorrectionEntry { claim: Some(claim.id), kind: "update", now_says: "380 soldiers", ..CorrectionEntry::default() };
    enter_correction(app.desk.c(), ada, article, &entry).unwrap();
    amend::reword_claim(app.desk.c(), ada, claim.id, "Said in other words.", None).unwrap();
    let second = freeze_report(app.desk.c(), ada, article).unwrap();
    publish_report(app.desk.c(), ada, second.id, "the-border").unwrap();
    let ids = app.desk.ids.clone();
    enter_reader_report(app.desk.c(), ada.now, &ids, "the-border", &ReaderEntry { claim: "1", body: "380.", contact: "" }).unwrap();
    assert_eq!(frozen.number, 1);
    let ron = app.desk.reviewer("Ron Reviewer");
    corroborate::review::discuss::add_comment(app.desk.c(), &ron, claim.id, "@Ada 380.").unwrap();
    // A version of another article, which has a page of its own once there is a next one.
    let other = app.desk.article().id;
    let text = crate::support::TEXT.replace("12 percent", "14 percent");
    let new = NewVersion { text: &text, ..NewVersion::default() };
    add_version(app.desk.c(), ada, other, &new, Seen::default(), &Limits::default()).unwrap();
    let ada = ada.id.unwrap();
    let of_routes = ROUTES.iter().filter(|route| route.method == "get" && !route.path.starts_with("/api/v1") && !route.path.starts_with("/p/"));
    let mut pages = Vec::new();
    for route in of_routes {
        let path = route.path;
        pages.push(match path {
            // No pages: files, steps on the way to another page, and what leads somewhere only with a token.
            "/key.pem" | "/figures.pdf" | "/claims/export" | "/claims/{id}/next" | "/inbox/{id}" | "/people/{id}/month" | "/setup" | "/password"
            | "/static/{path:.*}" | "/favicon.ico" | "/health" | "/ready" | "/metrics" => continue,
            "/articles/{id}/report/{format}" | "/reports/{id}/{format}" => continue,
            // These are there only while a long file is made.
            "/exports/{id}" | "/exports/{id}/file" => continue,
            "/articles/{id}/re-open" => format!("/articles/{article}/re-open"),
            _ if path.starts_with("/articles/{id}/versions/{number}") => format!("/articles/{other}/versions/1"),
            _ if path.starts_with("/articles/{id}/reports/compare") => format!("/articles/{article}/reports/compare?from=1&to=2"),
            _ if path.starts_with("/articles/{id}") => path.replace("{id}", &article.to_string()),
            _ if path.starts_with("/claims/{id}") => path.replace("{id}", &claim.id.to_string()),
            _ if path.starts_with("/evidence/{id}") => path.replace("{id}", &evidence.to_string()),
            "/sources/merge" => format!("/sources/merge?one={source}&with=o"),
            _ if path.starts_with("/sources/{id}") => path.replace("{id}", &source.to_string()),
            _ if path.starts_with("/reports/{id}") => path.replace("{id}", &second.id.to_string()),
            _ if path.starts_with("/people/{id}") => path.replace("{id}", &ada.to_string()),
            _ => path.to_owned(),
        });
    }
    let left: Vec<&String> = pages.iter().filter(|page| page.contains('{')).collect();
    assert!(left.is_empty(), "say where these lead to: {left:?}");
    pages.extend(["/claims?state=to_check&q=nothing+fits", "/articles?q=nothing", "/sources?q=nothing", "/history?person=me"].map(str::to_owned));
    (article, pages)
}

/// The English of messages that no French one says as well, as it stands in a page: whole texts of an element or an attribute.
fn english_only() -> BTreeSet<String> {
    let catalogue = Catalogue::embedded().unwrap();
    let (english, french) = (catalogue.choose(Some("en"), None), catalogue.choose(Some("fr"), None));
    let also_french: BTreeSet<String> = french.keys().iter().map(|key| french.t(key).to_lowercase()).collect();
    let plain = english.keys().iter().map(|key| english.t(key).into_owned()).filter(|text| !text.starts_with('⟨') && text.chars().any(char::is_alphabetic));
    let own = plain.filter(|text| text != "English" && !also_french.contains(&text.to_lowercase()));
    own.map(|text| text.replace('&', "&#38;").replace('\'', "&#39;").replace('"', "&#34;")).collect()
}

/// The texts of a page: what stands between its tags, and in the attributes that people are told of.
fn texts(page: &str) -> Vec<&str> {
    let between = page.split('>').filter_map(|piece| piece.split('<').next());
    let told = ["aria-label=\"", "title=\"", "placeholder=\"", "data-label=\"", "data-confirm=\"", "data-key-label=\"", "content=\""];
    let attributes = told.iter().flat_map(|name| page.split(name).skip(1).filter_map(|rest| rest.split('"').next()));
    between.chain(attributes).map(str::trim).filter(|text| !text.is_empty()).collect()
}

/// What a page says in English.
#[track_caller]
fn english_left<'p>(path: &str, reply: &'p Reply, english: &BTreeSet<String>) -> Vec<&'p str> {
    assert!(reply.body.contains("<html lang=\"fr\" dir=\"ltr\""), "{path} is not in French:\n{}", reply.body);
    assert!(!reply.body.contains('⟨'), "{path} lacks a message:\n{}", reply.body);
    // What the API is is described in English, and marked as English.
    let ours = reply.body.split(" lang=\"en\"").next().filter(|_| path == "/api").unwrap_or(&reply.body);
    texts(ours).into_iter().filter(|text| english.contains(*text)).collect()
}

async fn every_page_speaks_french_to_a_french_browser(mut app: App) {
    let ada = app.desk.admin("Ada Admin");
    let english = english_only();
    assert!(english.len() > 500, "{}", english.len());
    let mut left = Vec::new();
    for path in full(&mut app, &ada).1 {
        let reply = app.browser_of(&ada).get_with(&path, FRENCH).await;
        assert!(reply.status == 200, "{path}: {}", reply.status);
        left.extend(english_left(&path, &reply, &english).into_iter().map(|text| format!("{path}: {text}")));
        let reply = app.browser_of(&ada).get(&path).await.is(200);
        assert!(reply.body.contains("<html lang=\"en\""), "{path}");
    }
    let reply = app.anonymous().get_with("/login", FRENCH).await.is(200).says("Se connecter");
    left.extend(english_left("/login", &reply, &english).into_iter().map(str::to_owned));
    let reply = app.anonymous().get_with("/p/nowhere", FRENCH).await.is(404);
    left.extend(english_left("/p/nowhere", &reply, &english).into_iter().map(str::to_owned));
    assert_eq!(reply.header("vary"), "Accept-Language");
    assert!(left.is_empty(), "these are still said in English:\n{}", left.join("\n"));
}

async fn problems_and_errors_are_told_in_french(mut app: App) {
    let vera = app.desk.viewer("Vera Viewer");
    app.browser_of(&vera).get_with("/articles/new", FRENCH).await.is(403).says("Accès refusé").says("le rôle Édition ou un rôle supérieur");
    app.browser_of(&vera).get_with("/nowhere", FRENCH).await.is(404).says("Introuvable ici\u{202f}: page.");
}

async fn what_a_person_chose_goes_before_what_the_browser_asks_for(mut app: App) {
    let (ron, vera) = (app.desk.reviewer("Ron Reviewer"), app.desk.viewer("Vera Viewer"));
    let browser = app.browser_of(&ron);
    browser.get("/").await.is(200).says("<html lang=\"en\"");
    let kept = browser.post("/settings/look", &[("theme", ""), ("language", "fr")]).await;
    assert_eq!(kept.leads_to(), "/settings?done=look_changed");
    assert!(kept.headers.get_all("set-cookie").any(|cookie| cookie.to_str().unwrap().starts_with("corroborate_language=fr;")));
    browser.get("/settings?done=look_changed").await.is(200).says("C’est enregistré.").says("<option value=\"fr\" selected>Français</option>");
    // In every other browser of theirs too, whatever it asks for; and what is refused is refused in French.
    app.browser_of(&ron).get_with("/", &[("accept-language", "en-GB,en")]).await.is(200).says("<html lang=\"fr\"");
    app.browser_of(&ron).get_with("/articles/new", &[("accept-language", "en")]).await.is(403).says("Accès refusé");
    // Nobody else's pages change.
    app.browser_of(&vera).get("/").await.is(200).says("<html lang=\"en\"");
    // What was chosen in the browser alone does not go before what the person chose.
    let cookie = format!("corroborate_session={}; corroborate_language=en", browser.session().0);
    app.anonymous().get_with("/", &[("cookie", &cookie)]).await.is(200).says("<html lang=\"fr\"");
    // And back to what the browser asks for.
    browser.post("/settings/look", &[("theme", ""), ("language", "")]).await.is(303);
    browser.get("/").await.is(200).says("<html lang=\"en\"");
    browser.get_with("/", FRENCH).await.is(200).says("<html lang=\"fr\"");
    browser.post("/settings/look", &[("theme", ""), ("language", "tlh")]).await.is(303);
    browser.get("/").await.is(200).says("<html lang=\"en\"");
}

async fn a_language_can_be_chosen_before_signing_in(mut app: App) {
    let nobody = app.anonymous();
    let page = nobody.get("/login?next=%2Fclaims%3Fstate%3Dopen").await.is(200);
    page.says("<button class=\"button button--small button--quiet\" type=\"submit\" name=\"language\" value=\"fr\" lang=\"fr\">Français</button>");
    let there = "/login?next=%2Fclaims%3Fstate%3Dopen";
    let chosen = nobody.post("/language", &[("next", there), ("language", "fr")]).await;
    assert_eq!(chosen.leads_to(), there);
    let cookie = chosen.header("set-cookie").split(';').next().unwrap().to_owned();
    assert_eq!(cookie, "corroborate_language=fr");
    let page = nobody.get_with(there, &[("cookie", &cookie), ("accept-language", "en")]).await.is(200);
    page.says("Se connecter").says("name=\"next\" value=\"/claims?state=open\"").says("name=\"language\" value=\"en\" lang=\"en\">English<");
    // It leads nowhere else, and no other site's page can choose.
    assert_eq!(nobody.post("/language", &[("next", "https://elsewhere.example"), ("language", "fr")]).await.leads_to(), "/login");
    let form = b"language=fr".to_vec();
    let kind = "application/x-www-form-urlencoded";
    nobody.send_bytes("post", "/language", kind, form, &[("origin", "https://elsewhere.example")]).await.is(403);
    // Whoever signs in with a language of their own finds it at the door of this browser afterwards.
    let (ada, ron) = (app.desk.admin("Ada Admin"), app.desk.reviewer("Ron Reviewer"));
    corroborate::account::member::set_password(app.desk.c(), &ada, ron.id.unwrap(), "a long password").unwrap();
    corroborate::account::member::choose_own_language(app.desk.c(), &ron, Some("fr")).unwrap();
    let inside = app.anonymous().post("/login", &[("email", "ron.reviewer@desk.example"), ("password", "a long password")]).await.is(303);
    assert!(inside.headers.get_all("set-cookie").any(|cookie| cookie.to_str().unwrap().starts_with("corroborate_language=fr;")));
}

async fn a_page_that_is_kept_is_never_shown_in_another_language(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let article = app.desk.article().id;
    let browser = app.browser_of(&eva);
    let page = format!("/articles/{article}");
    for _ in 0..2 {
        browser.get(&page).await.is(200).says("<html lang=\"en\"").does_not_say("Rouvrir");
        browser.get_with(&page, FRENCH).await.is(200).says("<html lang=\"fr\"").says("Nature des phrases");
        browser.get("/claims").await.is(200).says("Nobody’s");
        browser.get_with("/claims", FRENCH).await.is(200).says("Libres").does_not_say("Nobody’s");
        browser.get("/api").await.is(200).says("For programs");
        browser.get_with("/api", FRENCH).await.is(200).says("Pour les programmes");
    }
    // What a person chooses counts at once, on pages that were drawn before.
    browser.post("/settings/look", &[("theme", ""), ("language", "fr")]).await.is(303);
    browser.get(&page).await.is(200).says("<html lang=\"fr\"");
}

async fn a_program_is_answered_in_the_language_that_it_asks_for(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    corroborate::account::member::choose_own_language(app.desk.c(), &ron, Some("fr")).unwrap();
    let program = app.program_of(&ron);
    let path = "/api/v1/claims/0190ffff-0000-7000-8000-000000000000";
    let english = program.get(path).await.is(404);
    assert!(english.json()["detail"].as_str().unwrap().starts_with("There is no such claim here."));
    assert_eq!([english.header("content-language"), english.header("vary")], ["en", "Accept-Language"]);
    let french = program.get_with(path, FRENCH).await.is(404);
    assert!(french.json()["detail"].as_str().unwrap().starts_with("Introuvable ici\u{202f}: affirmation."));
    assert_eq!(french.json()["code"], english.json()["code"]);
    assert_eq!(french.header("content-language"), "fr");
    app.anonymous().get_with("/api/v1/claims", FRENCH).await.is(401).says("Envoyez un jeton valable");
    program.send("post", "/api/v1/articles", &json!({"text": "x"})).await.is(403).says("needs the role");
}

async fn reports_are_written_in_the_readers_language_and_public_pages_in_the_articles(mut app: App) {
    let ada = app.desk.admin("Ada Admin");
    let (article, _) = full(&mut app, &ada);
    let browser = app.browser_of(&ada);
    for (format, french) in [("html", "Rapport de vérification"), ("md", "Rapport de vérification"), ("pdf", "%PDF"), ("docx", "PK")] {
        let reply = browser.get_with(&format!("/articles/{article}/report/{format}"), FRENCH).await.is(200).says(french);
        assert!(!reply.body.contains("Verification report"), "{format}");
    }
    // What programs read stays as it is, whoever asks.
    for format in ["csv", "json"] {
        let path = format!("/articles/{article}/report/{format}");
        let (english, french) = (browser.get(&path).await.is(200), browser.get_with(&path, FRENCH).await.is(200));
        assert_eq!(english.body, french.body, "{format}");
    }
    // The public page is one for everybody: it speaks the article's language.
    let (english, french) = (app.anonymous().get("/p/the-border").await.is(200), app.anonymous().get_with("/p/the-border", FRENCH).await.is(200));
    assert_eq!((english.body, english.headers.get("etag")), (french.body, french.headers.get("etag")));
}
