//! A new version of a text: pasted or uploaded, looked at, applied; by page and by API.

use crate::support::{App, on_both_databases};
use corroborate::article::store as articles;
use corroborate::article::{Article, ArticleState};
use corroborate::claim::{Anchor, Substance, WorkState};
use serde_json::{Value, json};

on_both_databases! { async App:
    a_version_is_looked_at_and_then_applied,
    a_file_is_read_as_at_import_and_what_is_refused_stays_typed,
    work_done_meanwhile_shows_the_preview_again,
    old_versions_stay_readable_with_what_the_next_one_changed,
    programs_preview_and_add_versions,
    a_program_with_a_stale_base_is_refused,
    whoever_only_checks_is_not_offered_a_new_version,
}

/// The text of the desk's usual article.
const TEXT: &str = crate::support::TEXT;

fn changed() -> String {
    format!("{}\nPolice arrested 31 people in the capital on Tuesday.\n", TEXT.replace("12 percent", "14 percent"))
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let begin = format!("name=\"{name}\" value=\"");
    let from = page.find(&begin).unwrap_or_else(|| panic!("no field {name}")) + begin.len();
    page[from..].split('"').next().unwrap().to_owned()
}

fn path_of(article: &Article) -> String {
    format!("/articles/{}/versions/new", article.id)
}

async fn a_version_is_looked_at_and_then_applied(mut app: App) {
    let article = app.desk.article();
    let claim = app.desk.claims_of(&article).into_iter().find(|claim| claim.statement.contains("budget")).unwrap();
    let claim = app.desk.bring(claim, WorkState::SignedOff);
    assert_eq!(claim.substance, Some(Substance::MostlyAccurate));
    let eva = app.desk.editor("Eva Editor");
    let path = path_of(&article);
    app.browser_of(&eva).get(&format!("/articles/{}", article.id)).await.is(200).says(&path);
    app.browser_of(&eva).get(&path).await.is(200).says("name=\"text\"");
    let preview = app.browser_of(&eva).post(&path, &[("text", &changed()), ("title", "")]).await.is(200);
    let said = preview
        .clone()
        .says("1 changed")
        .says("1 new")
        .says("1 kept")
        .says("<del>")
        .says("<ins>")
        .says("Accurate with a flaw")
        .says("Signed off")
        .says("31 people");
    assert_eq!(app.desk.article_now(article.id), article, "a preview writes nothing");
    let form = [
        ("text", changed()),
        ("title", String::new()),
        ("base", hidden(&said.body, "base")),
        ("revision", hidden(&said.body, "revision")),
        ("step", "apply".to_owned()),
    ];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let back: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, if *name == "step" { "back" } else { *value })).collect();
    app.browser_of(&eva).post(&path, &back).await.is(200).says("14 percent").says("name=\"file\"");
    let done = app.browser_of(&eva).post(&path, &form).await;
    let page = app.browser_of(&eva).get(done.leads_to()).await.is(200).says("The new version is in.").says("Changed in version 2.");
    let page = page.does_not_say("action=\"/history/");
    page.says("<del><span class=\"hidden-text\">Taken out: </span>12 </del>").says("Verdict on the old words:").says("Version 2").says("31 people");
    let now = app.desk.now(claim.id);
    assert_eq!((now.state, now.substance, now.anchor), (WorkState::ToCheck, None, Anchor::Changed));
    app.browser_of(&eva).get(&format!("/history?article={}", article.id)).await.is(200).says("put in version 2 of the text").says("is to be checked again");
}

async fn a_file_is_read_as_at_import_and_what_is_refused_stays_typed(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let path = path_of(&article);
    let html = "<html><head><title>T</title></head><body><article><h1>The border</h1><p>The finance ministry said the state budget grew by 14 percent in 2025.</p></article></body></html>";
    app.browser_of(&eva).upload(&path, &[("text", "")], "a.html", "text/html", html.as_bytes()).await.is(200).says("14").says("1 changed").says("1 lost");
    app.browser_of(&eva).post(&path, &[("text", " \n"), ("title", "Kept title")]).await.is(422).says("id=\"text-error\"").says("Kept title");
    app.browser_of(&eva)
        .post(&path, &[("text", TEXT), ("title", "Kept title")])
        .await
        .is(422)
        .says("This is the text as it stands.")
        .says("400 soldiers")
        .says("Kept title");
    app.browser_of(&eva)
        .upload(&path, &[("text", "Typed text.")], "a.txt", "text/plain", b"Another text.")
        .await
        .is(422)
        .says("Typed text.")
        .says("There is a text above, too.");
    app.browser_of(&eva).upload(&path, &[("text", "")], "a.pdf", "application/pdf", b"%PDF-1.7 \x01\x02").await.is(422).says("a PDF");
    assert_eq!(app.desk.article_now(article.id), article);
}

async fn work_done_meanwhile_shows_the_preview_again(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let path = path_of(&article);
    let preview = app.browser_of(&eva).post(&path, &[("text", &changed())]).await.is(200);
    let (base, revision) = (hidden(&preview.body, "base"), hidden(&preview.body, "revision"));
    let claim = app.desk.claims_of(&article).into_iter().find(|claim| claim.statement.contains("budget")).unwrap();
    app.desk.bring(claim, WorkState::InReview);
    let text = changed();
    let form = [("text", text.as_str()), ("base", &base), ("revision", &revision), ("step", "apply")];
    let again =
        app.browser_of(&eva).post(&path, &form).await.is(409).says("Somebody worked on the article while you looked.").says("14 percent").says("In review");
    let base = hidden(&again.body, "base");
    let form = [("text", text.as_str()), ("base", &base), ("revision", &revision), ("step", "apply")];
    app.browser_of(&eva).post(&path, &form).await.leads_to();
}

async fn old_versions_stay_readable_with_what_the_next_one_changed(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let first = format!("/articles/{}/versions/1", article.id);
    app.browser_of(&eva).get(&first).await.is(200).says("12 percent").says("This is the present text.");
    app.program_of(&eva).send("post", &format!("/api/v1/articles/{}/versions", article.id), &json!({"text": changed()})).await.is(201);
    let page = app.browser_of(&eva).get(&first).await.is(200).says("12 percent").says("<del>").says("<ins>").does_not_say("This is the present text.");
    page.says("Claims in the next version:").says("/versions/2");
    app.browser_of(&eva).get(&format!("/articles/{}/versions/2", article.id)).await.is(200).says("14 percent").says("This is the present text.");
    for nowhere in ["0", "3", "x"] {
        app.browser_of(&eva).get(&format!("/articles/{}/versions/{nowhere}", article.id)).await.is(404);
    }
}

async fn programs_preview_and_add_versions(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let path = format!("/api/v1/articles/{}/versions", article.id);
    let preview = app.program_of(&eva).send("post", &path, &json!({"text": changed(), "preview": true})).await.is(200).json();
    assert_eq!(app.desk.article_now(article.id).revision, article.revision);
    let count = |json: &Value, list: &str| json[list].as_array().unwrap().len();
    let counts = |json: &Value| ["kept", "moved", "changed", "lost", "new", "removed"].map(|list| count(json, list));
    assert_eq!(counts(&preview), [1, 0, 1, 0, 1, 0], "{preview}");
    let reply = app.program_of(&eva).send("post", &path, &json!({"text": changed(), "base": preview["base"], "revision": article.revision})).await.is(201);
    let done = reply.json();
    assert_eq!(counts(&done), counts(&preview));
    assert!(reply.header("location").ends_with("/versions/2"));
    let claim = app.program_of(&eva).get(&format!("/api/v1/claims/{}", done["new"][0]["id"].as_str().unwrap())).await.is(200).json();
    assert_eq!(claim["number"], done["new"][0]["number"]);
    assert_eq!((&done["changed"][0]["state"], &done["changed"][0]["anchor"]), (&json!("to_check"), &json!("changed")));
    let list = app.program_of(&eva).get(&path).await.is(200).json();
    assert_eq!(list["items"].as_array().unwrap().iter().map(|version| version["number"].as_i64().unwrap()).collect::<Vec<_>>(), [1, 2]);
    let first = app.program_of(&eva).get(&format!("{path}/1")).await.is(200).json();
    assert_eq!(first["text"].as_str().unwrap(), articles::find_version(app.desk.c(), article.version_id).unwrap().unwrap().text);
    app.program_of(&eva).get(&format!("{path}/3")).await.is(404);
    app.program_of(&eva).send("post", &path, &json!({"text": changed()})).await.is(422);
    app.program_of(&eva).send("post", &path, &json!({})).await.is(422);
    assert_eq!(app.desk.article_now(article.id).state, ArticleState::Open);
    app.desk.history_is_whole();
}

async fn a_program_with_a_stale_base_is_refused(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let path = format!("/api/v1/articles/{}/versions", article.id);
    let refused = app.program_of(&eva).send("post", &path, &json!({"text": changed(), "base": "another"})).await.is(409).json();
    assert_eq!(refused["code"], "stale");
    app.program_of(&eva).send("post", &path, &json!({"text": changed(), "revision": 7})).await.is(409);
    assert_eq!(app.desk.article_now(article.id), article);
}

async fn whoever_only_checks_is_not_offered_a_new_version(mut app: App) {
    let article = app.desk.article();
    let ron = app.desk.reviewer("Ron Reviewer");
    app.browser_of(&ron).get(&format!("/articles/{}", article.id)).await.is(200).does_not_say("/versions/new");
    app.browser_of(&ron).get(&path_of(&article)).await.is(403);
    app.browser_of(&ron).post(&path_of(&article), &[("text", "Another text.")]).await.is(403);
    app.program_of(&ron).send("post", &format!("/api/v1/articles/{}/versions", article.id), &json!({"text": "Another text."})).await.is(403);
}
