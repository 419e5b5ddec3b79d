//! The whole main job by the API alone: from an article to reports, with two people.

use crate::support::{App, on_both_databases};
use corroborate::account::{DeskSettings, desk as settings};
use serde_json::{Value, json};

on_both_databases! { async App:
    from_an_article_to_reports_in_every_form,
    a_page_is_read_and_says_what_was_done_to_it,
    work_on_many_claims_at_once,
    steps_are_taken_back_from_the_history,
    sources_are_kept_and_their_record_is_told,
    what_a_session_may_read_it_may_read_by_api,
}

const TEXT: &str = "The border\n\n\
    Bloomberg reported on Monday that 400 soldiers crossed the border on 3 February, citing Norland's defense ministry.\n\n\
    The finance ministry said the state budget grew by 12 percent in 2025.\n\n\
    Is that enough?\n";

fn path_of(row: &Value, things: &str) -> String {
    format!("/api/v1/{things}/{}", row["id"].as_str().unwrap())
}

async fn from_an_article_to_reports_in_every_form(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron"), app.desk.editor("Eva"));
    // A ClaimReview names the desk that made it.
    let (cli, named) =
        (app.desk.command_line(), DeskSettings { name: "The Desk".to_owned(), url: "https://desk.example/".to_owned(), ..DeskSettings::default() });
    settings::change_settings(app.desk.c(), &cli, &named, 0).unwrap();
    let (reviewer, editor) = (app.program_of(&ron), app.program_of(&eva));

    // An article comes in and is broken into claims.
    let new = json!({"text": TEXT, "title": "The border", "publisher": "The Norland Courier", "published_on": "2026-03-01", "source_url": "https://courier.example/border"});
    let reply = editor.send("post", "/api/v1/articles", &new).await.is(201);
    let article = reply.json();
    let article_path = path_of(&article, "articles");
    assert_eq!(reply.header("location"), article_path);
    assert_eq!(reply.header("etag"), "\"1\"");
    let shown = editor.get(&article_path).await.is(200).json();
    assert_eq!(shown, article, "the answer to the import is the article");
    assert_eq!(shown["version"]["text"].as_str().unwrap().lines().next(), Some("The border"));
    let claims = shown["claims"].as_array().unwrap().clone();
    let bloomberg = claims.iter().find(|claim| claim["quote"].as_str().unwrap().contains("400 soldiers")).unwrap();
    let budget = claims.iter().find(|claim| claim["quote"].as_str().unwrap().contains("budget")).unwrap();
    assert_eq!(bloomberg["chain"].as_array().unwrap().len(), 2, "{bloomberg}");
    let (first, second) = (path_of(bloomberg, "claims"), path_of(budget, "claims"));

    // Who is there, and who gets what.
    let people = editor.get("/api/v1/people").await.is(200).json();
    let ron_id = people["items"].as_array().unwrap().iter().find(|person| person["name"] == "Ron").unwrap()["id"].clone();
    let order = json!({"assignee_id": ron_id, "due_on": "2026-03-05", "priority": "high", "message": "The heart of the story."});
    let given = editor.send("post", &format!("{first}/assignments"), &order).await.is(201).json();
    assert_eq!((&given["assignee"]["name"], &given["due_on"], &given["priority"]), (&json!("Ron"), &json!("2026-03-05"), &json!("high")));
    assert_eq!(given["assignment"]["message"], "The heart of the story.");
    let queue = reviewer.get("/api/v1/claims?assignee=me&state=to_check,checking").await.is(200).json();
    assert_eq!(queue["items"].as_array().unwrap().len(), 1);
    assert_eq!(queue["items"][0]["article_title"], "The border");
    // A reviewer takes a claim that nobody has.
    reviewer.send("post", &format!("{second}/assignments"), &json!({"assignee_id": ron_id})).await.is(201);

    // Evidence and a finding.
    let piece = json!({"url": "https://ministry.example/figures", "title": "Figures", "publisher": "The ministry", "published_on": "2026-02-04",
        "excerpt": "Some 400 soldiers crossed.", "stance": "supports", "grade": "primary", "independence": "independent", "origin": "Norland’s defense ministry"});
    let reply = reviewer.send("post", &format!("{first}/evidence"), &piece).await.is(201);
    let evidence = reply.json();
    assert_eq!(reply.header("location"), path_of(&evidence, "evidence"));
    assert_eq!(evidence["accessed_on"], "2026-03-02", "seen today unless said otherwise");
    assert_eq!(evidence["claims"][0]["claim_id"], bloomberg["id"]);
    assert_eq!(evidence["origin"]["id"], bloomberg["chain"][1]["source_id"], "one name is one source: {evidence}");
    let secret = json!({"title": "A colonel, by telephone", "note": "SECRET-NOTE", "confidential": true, "stance": "partly"});
    reviewer.send("post", &format!("{first}/evidence"), &secret).await.is(201);
    let again = json!({"evidence_id": evidence["id"], "stance": "context"});
    reviewer.send("post", &format!("{second}/evidence"), &again).await.is(201);

    let links: Vec<Value> = bloomberg["chain"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| json!({"attribution_id": link["attribution_id"], "verdict": "as_stated", "note": "Read there."}))
        .collect();
    let finding = json!({"substance": "mostly_accurate", "attributions": links, "rationale": "The ministry's own figures.", "searched": "Two archives.",
        "text_action": {"action": "hedge", "proposed_wording": "some 400 soldiers"}});
    let found = reviewer.send("post", &format!("{first}/reviews"), &finding).await.is(201).json();
    assert_eq!(
        (&found["substance"], &found["rating"], &found["attribution"], &found["state"]),
        (&json!("mostly_accurate"), &json!(4), &json!("as_stated"), &json!("checking"))
    );
    assert_eq!(found["text_action"]["action"], "hedge");
    assert_eq!(found["missing"], json!([]));
    assert_eq!(found["reviews"][0]["id"], found["review_id"]);

    // Sign-off takes a second pair of eyes.
    reviewer.send("post", &format!("{first}/transitions"), &json!({"to": "in_review"})).await.is(200);
    reviewer.send("post", &format!("{first}/transitions"), &json!({"to": "signed_off"})).await.is(403);
    editor.send("post", &format!("{first}/transitions"), &json!({"to": "checking"})).await.is(422);
    let back = editor.send("post", &format!("{first}/transitions"), &json!({"to": "checking", "reason": "Name the archives."})).await.is(200).json();
    assert_eq!(back["state"], "checking");
    reviewer.send("post", &format!("{first}/transitions"), &json!({"to": "in_review"})).await.is(200);
    let signed = editor.send("post", &format!("{first}/transitions"), &json!({"to": "signed_off"})).await.is(200).json();
    assert_eq!((&signed["state"], &signed["signed_off_by"]["name"]), (&json!("signed_off"), &json!("Eva")));
    // An editor who sets a verdict can't sign it off either.
    editor.send("post", &format!("{second}/reviews"), &json!({"substance": "unsupported", "rationale": "No source.", "searched": "The budget."})).await.is(201);
    editor.send("post", &format!("{second}/transitions"), &json!({"to": "in_review"})).await.is(200);
    let refused = editor.send("post", &format!("{second}/transitions"), &json!({"to": "signed_off"})).await.is(403).json();
    assert_eq!(refused["code"], "four_eyes");

    // The rest of the text, a remark, and the article as a whole.
    let last = shown["sentences"].as_array().unwrap().last().unwrap();
    let marked = reviewer.send("patch", &path_of(last, "sentences"), &json!({"kind": "transition", "revision": last["revision"]})).await.is(200).json();
    assert_eq!((&marked["kind"], &marked["revision"], &marked["marked_by"]), (&json!("transition"), &json!(2), &ron_id));
    let remark = reviewer.send("post", &format!("{second}/comments"), &json!({"body": "Which year?"})).await.is(201).json();
    let settled = editor.send("post", &format!("{}/resolve", path_of(&remark, "comments")), &json!({"resolution": "2025."})).await.is(200).json();
    assert_eq!((&settled["resolved_by"]["name"], &settled["resolution"]), (&json!("Eva"), &json!("2025.")));
    editor.send("post", &format!("{article_path}/sign-off"), &json!({})).await.is(422);
    let done = editor.send("post", &format!("{article_path}/sign-off"), &json!({"reason": "The deadline."})).await.is(200).json();
    assert_eq!((&done["state"], &done["coverage_reason"]), (&json!("signed_off"), &json!("The deadline.")));
    editor.send_bytes("post", &format!("{article_path}/re-open"), "application/json", Vec::new(), &[]).await.is(422);
    editor.send("post", &format!("{article_path}/re-open"), &json!({"reason": "A correction."})).await.is(200);

    // What goes out, in every form, without what is confidential.
    for (format, media_type, words) in [
        ("html", "text/html; charset=utf-8", "<html"),
        ("md", "text/markdown; charset=utf-8", "# "),
        ("csv", "text/csv; charset=utf-8", ","),
        ("json", "application/json", "\"schema\""),
        ("claimreview", "application/ld+json", "ClaimReview"),
        ("annotations", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "AnnotationCollection"),
    ] {
        let reply = editor
            .get(&format!("{article_path}/report?format={format}"))
            .await
            .is(200)
            .says(words)
            .says("400 soldiers")
            .does_not_say("SECRET-NOTE")
            .does_not_say("A colonel");
        assert_eq!(reply.header("content-type"), media_type);
        assert!(reply.header("content-disposition").starts_with("attachment; filename=\"report-the-border."), "{}", reply.header("content-disposition"));
    }
    assert_eq!(editor.get(&format!("{article_path}/report")).await.is(200).header("content-type"), "application/json");
    editor.get(&format!("{article_path}/report?format=odt")).await.is(422).says("format");
    let reply = editor.send("post", &format!("{article_path}/reports"), &json!({})).await.is(201);
    let frozen = reply.json();
    assert_eq!(reply.header("location"), path_of(&frozen, "reports"));
    let full = reviewer.get(&path_of(&frozen, "reports")).await.is(200).json();
    assert_eq!((&full["sha256"], &full["number"], &full["frozen_by"]), (&frozen["sha256"], &json!(1), &json!("Eva")));
    assert_eq!(full["report"]["article"]["title"], "The border");
    reviewer.get(&format!("{}?format=md", path_of(&frozen, "reports"))).await.is(200).says("The border");
    let list = reviewer.get(&format!("{article_path}/reports")).await.is(200).json();
    assert_eq!(list["items"], json!([frozen]));
    app.desk.history_is_whole();
}

async fn a_page_is_read_and_says_what_was_done_to_it(mut app: App) {
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    let html = "<!doctype html><html><head><title>From the page</title><meta name=author content='Ana'></head><body><nav>Home</nav>\
        <article><p>The ministry said <b>400</b> soldiers crossed the border on 3 February.</p></article><script>alert(1)</script></body></html>";
    let article = program.send("post", "/api/v1/articles", &json!({"html": html, "publisher": "Ours"})).await.is(201).json();
    assert_eq!((&article["title"], &article["byline"], &article["publisher"]), (&json!("From the page"), &json!("Ana"), &json!("Ours")));
    let text = article["version"]["text"].as_str().unwrap();
    assert!(text.contains("said 400 soldiers") && !text.contains("alert"), "{text}");
    for note in article["notes"].as_array().unwrap() {
        assert!(!note.as_str().unwrap().contains('⟨'), "{note}");
    }
    let given = program.send("post", "/api/v1/articles", &json!({"html": html, "title": "Mine"})).await.is(201).json();
    assert_eq!(given["title"], "Mine", "what is given goes before what the page says");
    let article =
        program.send("patch", &path_of(&given, "articles"), &json!({"revision": 1, "byline": null, "method_note": "By telephone."})).await.is(200).json();
    assert_eq!(
        (&article["byline"], &article["method_note"], &article["title"], &article["revision"]),
        (&json!(""), &json!("By telephone."), &json!("Mine"), &json!(2))
    );
}

async fn work_on_many_claims_at_once(mut app: App) {
    use corroborate::claim::WorkState;
    let (one, two) = (app.desk.claim(), app.desk.claim_in(WorkState::SignedOff));
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let program = app.program_of(&eva);
    let nowhere = "0190ffff-0000-7000-8000-000000000000";
    let body = json!({"ids": [one.id, two.id, nowhere], "action": {"type": "transition", "to": "checking"}});
    let result = program.send("post", "/api/v1/claims/bulk", &body).await.is(200).json();
    assert_eq!(result["done"], json!([one.id]));
    let left = |n: usize| (result["left"][n]["id"].clone(), result["left"][n]["problem"]["code"].clone());
    assert_eq!((left(0), left(1)), ((json!(two.id), json!("reason_missing")), (json!(nowhere), json!("not_found"))));
    let body = json!({"filter": {"article": one.article_id, "state": ["checking", "to_check"]},
        "action": {"type": "assign", "assignee_id": ron.id, "due_on": "2026-03-09", "message": "All of these."}});
    let result = program.send("post", "/api/v1/claims/bulk", &body).await.is(200).json();
    assert!(result["done"].as_array().unwrap().len() >= 2 && result["left"] == json!([]), "{result}");
    let list = program.get(&format!("/api/v1/claims?article={}&assignee={}&due_before=2026-03-10", one.article_id, ron.id.unwrap())).await.is(200).json();
    assert_eq!(list["items"].as_array().unwrap().len(), result["done"].as_array().unwrap().len());
    let body = json!({"ids": [one.id], "action": {"type": "set_risk", "risk": "high"}});
    program.send("post", "/api/v1/claims/bulk", &body).await.is(200);
    assert_eq!(program.get(&format!("/api/v1/claims?risk=high&article={}", one.article_id)).await.json()["items"][0]["id"], json!(one.id));
    let many: Vec<String> = (0..1_001).map(|_| nowhere.to_owned()).collect();
    assert_eq!(
        program.send("post", "/api/v1/claims/bulk", &json!({"ids": many, "action": {"type": "set_risk", "risk": "high"}})).await.is(422).json()["code"],
        "too_many"
    );
}

async fn steps_are_taken_back_from_the_history(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron"), app.desk.editor("Eva"));
    let (reviewer, editor) = (app.program_of(&ron), app.program_of(&eva));
    let path = format!("/api/v1/claims/{}", claim.id);
    let was = editor.get(&path).await.json();
    reviewer.send("patch", &path, &json!({"statement": "Other words.", "revision": 1})).await.is(200);
    let history = reviewer.get(&format!("/api/v1/history?subject={}", claim.id)).await.is(200).json();
    let line = &history["items"][0];
    assert_eq!(
        (&line["action"], &line["actor"]["name"], &line["undoable"], &line["undone"]),
        (&json!("claim_reworded"), &json!("Ron"), &json!(true), &json!(false))
    );
    assert_eq!((&line["before"]["statement"], &line["after"]["statement"]), (&was["statement"], &json!("Other words.")));
    let undo = format!("/api/v1/history/{}/undo", line["id"].as_str().unwrap());
    assert_eq!(editor.send_bytes("post", &undo, "application/json", Vec::new(), &[]).await.is(200).json()["undone"], true);
    assert_eq!(editor.get(&path).await.json()["statement"], was["statement"]);
    assert_eq!(editor.send("post", &undo, &json!({})).await.is(409).json()["code"], "already_undone");
    // Taking a claim out and putting it back.
    editor.send("delete", &format!("{path}?reason=Twice"), &json!({})).await.is(204);
    editor.get(&path).await.is(404);
    let history = editor.get(&format!("/api/v1/history?subject={}&limit=1", claim.id)).await.json();
    assert_eq!(history["items"][0]["reason"], "Twice");
    editor.send("post", &format!("/api/v1/history/{}/undo", history["items"][0]["id"].as_str().unwrap()), &json!({})).await.is(200);
    editor.get(&path).await.is(200);
    // An article's history is its whole chain; the desk has its own.
    let of_article = editor.get(&format!("/api/v1/history?subject={}", claim.article_id)).await.json();
    assert!(of_article["items"].as_array().unwrap().iter().all(|line| line["article_id"] == json!(claim.article_id)));
    assert_eq!(of_article["items"].as_array().unwrap().last().unwrap()["action"], "article_imported");
    let of_desk = editor.get("/api/v1/history?subject=desk").await.json();
    assert!(of_desk["items"].as_array().unwrap().iter().all(|line| line["article_id"].is_null()));
    let of_ron = editor.get(&format!("/api/v1/history?actor={}", ron.id.unwrap())).await.json();
    assert!(of_ron["items"].as_array().unwrap().iter().all(|line| line["actor_name"] == "Ron"));
}

async fn sources_are_kept_and_their_record_is_told(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva");
    let program = app.program_of(&eva);
    let chain = program.get(&format!("/api/v1/claims/{}", claim.id)).await.json()["chain"].clone();
    let cited = format!("/api/v1/sources/{}", chain[0]["source_id"].as_str().unwrap());
    let new = json!({"name": "The Statistics Office", "kind": "government", "aliases": ["Stat Office", "SO"], "country": "Norland", "links": ["https://stat.example/"]});
    let source = program.send("post", "/api/v1/sources", &new).await.is(201).json();
    assert_eq!(source["aliases"], json!(["SO", "Stat Office"]));
    assert_eq!(program.send("post", "/api/v1/sources", &json!({"name": "statistics office", "kind": "person"})).await.is(409).json()["code"], "name_taken");
    let found = program.get("/api/v1/sources?q=stat").await.json();
    assert_eq!(found["items"], json!([source]));
    let changed = program.send("patch", &path_of(&source, "sources"), &json!({"revision": 1, "country": null, "aliases": ["S.O."]})).await.is(200).json();
    assert_eq!((&changed["country"], &changed["aliases"], &changed["links"]), (&json!(""), &json!(["S.O."]), &json!(["https://stat.example/"])));
    let record = program.get(&format!("{cited}/record")).await.is(200).json();
    assert!(record["claims"].as_i64().unwrap() >= 1, "{record}");
    // A chain by names: one that the registry knows, one that is new.
    let chain = json!({"revision": 1, "chain": [{"role": "reporter", "source": "The Daily Norland", "kind": "outlet"}, {"role": "origin", "source": "statistics office", "quotation": "direct"}]});
    let claim = program.send("patch", &format!("/api/v1/claims/{}", claim.id), &chain).await.is(200).json();
    assert_eq!(claim["chain"][1]["source_id"], source["id"]);
    assert_eq!((&claim["chain"][0]["source"], &claim["chain"][0]["kind"]), (&json!("The Daily Norland"), &json!("outlet")));
}

async fn what_a_session_may_read_it_may_read_by_api(mut app: App) {
    let claim = app.desk.claim();
    let browser = app.editor();
    let path = format!("/api/v1/claims/{}", claim.id);
    browser.get(&path).await.is(200);
    browser.send("patch", &path, &json!({"revision": 1, "risk": "high"})).await.is(200);
    let refused = browser.with_csrf("another").send("patch", &path, &json!({"revision": 2, "risk": "normal"})).await.is(403).json();
    assert_eq!(refused["code"], "form_expired");
    let foreign = browser.send_with("patch", &path, &json!({"revision": 2, "risk": "normal"}), &[("origin", "https://elsewhere.example")]).await;
    assert_eq!(foreign.is(403).json()["code"], "form_expired");
}
