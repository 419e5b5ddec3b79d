//! Long files: asked for where they are offered, made beside everything else, followed and taken by whoever asked.

use crate::support::{App, Reply, Visitor, on_both_databases};
use corroborate::db::column::At;
use corroborate::ids::ArticleId;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::report::{LONG, LONG_IN_PDF};
use corroborate::sample::load;
use serde_json::{Value, json};
use std::time::Duration;

on_both_databases! { async App:
    a_file_is_asked_for_on_a_page_followed_and_taken,
    a_program_asks_for_every_kind_of_file_and_takes_it,
    what_would_be_long_is_asked_for_with_the_same_button,
    a_long_list_is_made_as_a_file_and_a_program_that_waits_for_it_gets_it_too,
    a_file_is_for_whoever_asked_for_it_alone,
    a_file_that_the_desk_knows_no_more_can_be_asked_for_again,
    what_is_over_is_forgotten_when_it_is_removed,
    what_can_not_be_made_is_refused_at_once,
}

const NOTHING: &str = "0190ffff-0000-7000-8000-000000000000";

/// Asks again and again, as a page without script does, until the answer is what is waited for.
async fn until(ask: impl AsyncFn() -> Reply, is_there: impl Fn(&Reply) -> bool) -> Reply {
    for _ in 0..1_000 {
        let reply = ask().await;
        if is_there(&reply) {
            return reply;
        }
        actix_web::rt::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it never came");
}

/// Asks for a file on a page; gives the address of its own page.
async fn started(who: &Visitor<'_>, of: &str) -> String {
    who.post("/exports", &[("of", of)]).await.leads_to().to_owned()
}

/// The page of a file once it is ready.
async fn ready(who: &Visitor<'_>, page: &str) -> Reply {
    until(async || who.get(page).await.is(200), |reply| reply.body.contains("The file is ready.")).await
}

/// A file that a program asked for, once it is there.
async fn made(program: &Visitor<'_>, order: &Value) -> Value {
    let asked = program.send("post", "/api/v1/exports", order).await.is(202);
    let at = asked.header("location").to_owned();
    assert_eq!(at, format!("/api/v1/exports/{}", asked.json()["id"].as_str().unwrap()));
    until(async || program.get(&at).await.is(200), |reply| reply.json()["state"] == "done").await.json()
}

/// An article of so many claims.
fn article_of(app: &mut App, claims: usize) -> ArticleId {
    let eva = app.desk.editor("Eva Editor");
    let sentence = |n: usize| format!("Agency {n} reported on Monday that {} soldiers crossed the border near the town of Oldhaven.", 400 + n);
    let text = (0..claims).map(sentence).collect::<Vec<_>>().join("\n\n");
    let new = NewArticle { title: "Many claims", text: &text, ..NewArticle::default() };
    let article = import_article(app.desk.c(), &eva, &new, &Limits::default()).unwrap().article;
    assert_eq!(app.desk.claims_of(&article).len(), claims);
    article.id
}

async fn a_file_is_asked_for_on_a_page_followed_and_taken(mut app: App) {
    let article = app.desk.article().id;
    let vera = app.desk.viewer("Vera Viewer");
    let before = app.desk.lines().len();
    let viewer = app.browser_of(&vera);
    let of = format!("/articles/{article}/report/csv");
    let page = started(&viewer, &of).await;
    assert!(page.starts_with("/exports/") && page.contains("?of="), "{page}");
    let shown = ready(&viewer, &page).await.says("The border").says("Download").does_not_say("http-equiv=\"refresh\"");
    let file = format!("{}/file", page.split_once('?').unwrap().0);
    assert!(shown.body.contains(&format!("href=\"{file}\"")), "{}", shown.body);
    let (now, later) = (viewer.get(&of).await.is(200), viewer.get(&file).await.is(200));
    assert_eq!(later.body, now.body);
    for header in ["content-type", "content-disposition", "cache-control"] {
        assert_eq!(later.header(header), now.header(header));
    }
    assert_eq!(viewer.get(&file).await.is(200).body, now.body, "it can be taken again");
    viewer.get("/exports").await.is(200).says("The border").says(&file);
    assert_eq!(app.desk.lines().len(), before, "taking a file writes nothing");
}

async fn a_program_asks_for_every_kind_of_file_and_takes_it(mut app: App) {
    let claim = app.desk.claim();
    let (article, eva) = (claim.article_id, app.desk.editor("Eva Editor"));
    let program = app.program_of(&eva);
    let frozen = program.send("post", &format!("/api/v1/articles/{article}/reports"), &json!({})).await.is(201).json();
    let (frozen, eva) = (frozen["id"].as_str().unwrap().to_owned(), eva.id.unwrap());
    let orders = [
        (json!({"type": "article", "id": article, "format": "docx"}), format!("/api/v1/articles/{article}/report?format=docx")),
        (json!({"type": "report", "id": frozen, "format": "json"}), format!("/api/v1/reports/{frozen}?format=json")),
        (json!({"type": "claims", "filter": {"state": ["to_check"]}, "format": "csv"}), "/api/v1/claims?state=to_check&format=csv".to_owned()),
        (json!({"type": "claims", "format": "json"}), "/api/v1/claims?format=json".to_owned()),
        (json!({"type": "person", "id": eva, "format": "md"}), format!("/api/v1/people/{eva}/work?format=md")),
    ];
    for (order, at_once) in &orders {
        let job = made(&program, order).await;
        assert_eq!((&job["percent"], &job["format"]), (&json!(100), &order["format"]), "{job}");
        assert!(job["expires_at"].is_string() && job["title"].as_str().is_some_and(|title| !title.is_empty()), "{job}");
        let (now, later) = (program.get(at_once).await.is(200), program.get(job["file"].as_str().unwrap()).await.is(200));
        assert_eq!((&later.body, later.length), (&now.body, now.length), "{order}");
        assert_eq!(job["bytes"], later.length, "{job}");
        for header in ["content-type", "content-disposition", "link"] {
            assert_eq!(later.header(header), now.header(header), "{order}");
        }
    }
    let listed = program.get("/api/v1/exports").await.is(200).json();
    assert_eq!(listed["items"].as_array().unwrap().len(), orders.len());
    assert_eq!(listed["items"][0]["format"], "md", "the last one comes first");
}

async fn what_would_be_long_is_asked_for_with_the_same_button(mut app: App) {
    let (short, long) = (app.desk.article().id, article_of(&mut app, LONG_IN_PDF + 1));
    let editor = app.editor();
    let frozen = editor.post(&format!("/articles/{long}/reports"), &[]).await.leads_to().split_once('?').unwrap().0.to_owned();
    let at = |article| format!("/articles/{article}/report");
    for at in [at(long), frozen] {
        let (page, of) = (editor.get(&at).await.is(200), format!("name=\"of\" value=\"{at}/pdf\""));
        let link = format!("href=\"{at}/csv\"");
        page.says(&of).says(&link).does_not_say(&format!("href=\"{at}/pdf\""));
        // Who comes by the address alone presses once more.
        editor.get(&format!("{at}/pdf")).await.is(200).says("This file is long").says(&of);
    }
    editor.get(&at(short)).await.is(200).does_not_say("name=\"of\"").says(&format!("href=\"{}/pdf\"", at(short)));
}

async fn a_long_list_is_made_as_a_file_and_a_program_that_waits_for_it_gets_it_too(mut app: App) {
    let ids = app.desk.ids.clone();
    load::fill(app.desk.c(), At(crate::support::start()), &ids, LONG / load::CLAIMS + 1, &mut |_| ()).unwrap();
    let claims = LONG + load::CLAIMS;
    let eva = app.desk.editor("Eva Editor");
    let (browser, program) = (app.browser_of(&eva), app.program_of(&eva));
    let of = "/claims/export?format=csv";
    browser.get("/claims").await.is(200).says("name=\"of\" value=\"/claims/export?format=csv\"");
    browser.get(of).await.is(200).says("This file is long").does_not_say("claim_id");
    // What is short stays a link.
    browser.get("/claims?state=waiting").await.is(200).says("format=csv\" download").does_not_say("name=\"of\"");
    let page = started(&browser, of).await;
    ready(&browser, &page).await;
    let file = browser.get(&format!("{}/file", page.split_once('?').unwrap().0)).await.is(200);
    let waited = program.get("/api/v1/claims?format=csv").await.is(200);
    for table in [&file.body, &waited.body] {
        let rows = table.lines().filter(|line| line.trim_start_matches('\u{feff}').starts_with("0190")).count();
        assert!(rows >= claims, "{rows} rows of {claims} claims");
    }
    assert_eq!(file.body, waited.body);
}

async fn a_file_is_for_whoever_asked_for_it_alone(mut app: App) {
    let article = app.desk.article().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let (mine, other, program) = (app.browser_of(&ron), app.browser_of(&eva), app.program_of(&eva));
    let page = started(&mine, &format!("/articles/{article}/report/md")).await;
    ready(&mine, &page).await;
    let at = page.split_once('?').unwrap().0;
    other.get(at).await.is(404).says("This file is not here any more").does_not_say("The border");
    other.get(&format!("{at}/file")).await.is(404);
    other.post(&format!("{at}/cancel"), &[]).await.is(404);
    other.get("/exports").await.is(200).does_not_say("The border");
    for path in [format!("/api/v1{at}"), format!("/api/v1{at}/file")] {
        program.get(&path).await.is(404);
    }
    program.send("delete", &format!("/api/v1{at}"), &json!({})).await.is(404);
    mine.get(&format!("{at}/file")).await.is(200);
}

async fn a_file_that_the_desk_knows_no_more_can_be_asked_for_again(mut app: App) {
    let viewer = app.viewer();
    let again = "name=\"of\" value=\"/claims/export?format=csv\"";
    let gone = viewer.get(&format!("/exports/{NOTHING}?of=/claims/export%3Fformat%3Dcsv")).await.is(404);
    gone.says("This file is not here any more").says("Make it again").says(again);
    for elsewhere in ["https%3A%2F%2Felsewhere.example%2Freports%2Fx%2Fpdf", "%2F%2Felsewhere.example%2Freports%2Fx%2Fpdf", "%2Flogout", ""] {
        viewer.get(&format!("/exports/{NOTHING}?of={elsewhere}")).await.is(404).does_not_say("Make it again").does_not_say("elsewhere.example");
    }
}

async fn what_is_over_is_forgotten_when_it_is_removed(mut app: App) {
    let article = app.desk.article().id;
    let eva = app.desk.editor("Eva Editor");
    let (browser, program) = (app.browser_of(&eva), app.program_of(&eva));
    let page = started(&browser, &format!("/articles/{article}/report/html")).await;
    ready(&browser, &page).await.says("/file?open");
    let at = page.split_once('?').unwrap().0.to_owned();
    let opened = browser.get(&format!("{at}/file?open")).await.is(200);
    assert!(opened.header("content-disposition").starts_with("inline") && opened.header("content-security-policy").ends_with("sandbox"));
    assert_eq!(browser.post(&format!("{at}/cancel"), &[]).await.leads_to(), "/exports");
    browser.get(&at).await.is(404);
    let job = made(&program, &json!({"type": "article", "id": article, "format": "bibtex"})).await;
    let at = format!("/api/v1/exports/{}", job["id"].as_str().unwrap());
    program.send("delete", &at, &json!({})).await.is(204);
    program.get(&at).await.is(404);
    assert_eq!(program.get("/api/v1/exports").await.json()["items"], json!([]));
}

async fn what_can_not_be_made_is_refused_at_once(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let (browser, program) = (app.browser_of(&eva), app.program_of(&eva));
    for of in
        ["", "/claims", "/logout", "https://elsewhere.example/reports/x/pdf", &format!("/reports/{NOTHING}/pdf"), &format!("/articles/{NOTHING}/report/odt")]
    {
        browser.post("/exports", &[("of", of)]).await.is(404);
    }
    let order = |kind: &str, format: &str| json!({"type": kind, "id": NOTHING, "format": format});
    program.send("post", "/api/v1/exports", &order("article", "pdf")).await.is(404);
    program.send("post", "/api/v1/exports", &order("person", "csv")).await.is(404);
    program.send("post", "/api/v1/exports", &order("article", "odt")).await.is(422);
    program.send("post", "/api/v1/exports", &order("cartoon", "pdf")).await.is(422);
    assert_eq!(program.get("/api/v1/exports").await.json()["items"], json!([]));
}
