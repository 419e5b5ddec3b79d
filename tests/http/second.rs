//! A second check on pages and by program: that nothing of the first finding reaches whoever was asked, by any way, until
//! theirs is given; and that both stand side by side then.

use crate::support::{App, Reply, finding, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::store::Claim;
use corroborate::claim::{AttributionVerdict, Substance, TextAction, WorkState};
use corroborate::report::freeze_report;
use corroborate::review::decide::{self, Finding};
use corroborate::review::discuss;
use corroborate::web::routes::ROUTES;
use serde_json::json;

on_both_databases! { async App:
    nothing_of_the_first_finding_reaches_whoever_was_asked,
    by_page_it_is_asked_given_and_compared,
    what_is_refused_keeps_what_was_typed,
    by_program_it_is_asked_given_and_compared,
    two_second_checks_are_compared_with_one_finding,
    reports_and_lists_have_it_once_it_is_given,
    agreement_stands_on_a_page,
}

/// Words that only the first checker wrote.
const SECRET: [&str; 6] = ["Zanzibar", "Quagga", "Wolfram", "Xylophone", "Yttrium", "Veritas"];

/// A claim with a first finding of which every part says one of the secret words; its verdict is `disputed`.
fn first(app: &mut App) -> (Claim, Acting) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let claim = app.desk.claim();
    app.desk.give(claim.id, &ron);
    let link = decide::LinkFinding { note: "Quagga".to_owned(), ..app.desk.on_first_link(claim.id, AttributionVerdict::MeaningChanged) };
    let found = Finding {
        links: vec![link],
        rationale: "Zanzibar says otherwise.",
        searched: "The Wolfram archive.",
        text_action: Some((TextAction::Hedge, "Xylophone wording", false)),
        ..finding(Substance::Disputed)
    };
    decide::set_verdict(app.desk.c(), &ron, claim.id, &found, None).unwrap();
    app.desk.evidence(&ron, claim.id, "Yttrium table");
    discuss::add_comment(app.desk.c(), &ron, claim.id, "Veritas remarks.").unwrap();
    app.desk.move_to(&ron, claim.id, WorkState::InReview);
    (app.desk.now(claim.id), ron)
}

/// A second check of it that `whom` is asked for: its address under the API.
async fn asked(app: &App, claim: &Claim, eva: &Acting, whom: &Acting) -> String {
    let path = format!("/api/v1/claims/{}/second-checks", claim.id);
    let made = app.program_of(eva).send("post", &path, &json!({"checker_id": whom.id, "message": "Please."})).await.is(201).json();
    format!("/second-checks/{}", made["id"].as_str().unwrap())
}

#[track_caller]
fn tells_nothing(reply: &Reply, path: &str) {
    for word in SECRET {
        assert!(!reply.body.contains(word), "{path} tells “{word}”: {}", reply.body);
    }
}

async fn nothing_of_the_first_finding_reaches_whoever_was_asked(mut app: App) {
    let (claim, ron) = first(&mut app);
    let eva = app.desk.editor("Eva Editor");
    let frozen = freeze_report(app.desk.c(), &eva, claim.article_id).unwrap();
    let evidence = app.program_of(&eva).get(&format!("/api/v1/claims/{}", claim.id)).await.json()["evidence"][0]["id"].as_str().unwrap().to_owned();
    let source = app.desk.chain(claim.id)[0].source_id.to_string();
    let rita = app.desk.reviewer("Rita Reviewer");
    asked(&app, &claim, &eva, &rita).await;
    let (hers, program) = (app.browser_of(&rita), app.program_of(&rita));
    let mut seen = 0;
    for route in ROUTES.iter().filter(|route| route.method == "get" && !route.path.starts_with("/static") && !route.path.starts_with("/p/")) {
        let path = route.path;
        // The piece itself may serve other claims; that it serves this one is not told.
        let (ids, place) = if path.contains("/evidence/{id}") {
            (evidence.clone(), "/evidence/")
        } else if path.contains("/articles/{id}") {
            (claim.article_id.to_string(), "/articles/")
        } else if path.contains("/claims/{id}") {
            (claim.id.to_string(), "/claims/")
        } else if path.contains("/reports/{id}") {
            (frozen.id.to_string(), "/reports/")
        } else if path.contains("/people/{id}") {
            (ron.id.unwrap().to_string(), "/people/")
        } else if path.contains("/sources/{id}") {
            (source.clone(), "/sources/")
        } else {
            (String::new(), "")
        };
        if matches!(path, "/logout" | "/setup" | "/password" | "/metrics" | "/api/v1/events") || path.contains("/exports/{id}") {
            continue;
        }
        let path = path.replace("{id}", &ids).replace("{number}", "1").replace("{format}", "html").replace("/compare", "/compare?from=1");
        let asks = if path.starts_with("/api/v1/") { &program } else { &hers };
        let reply = asks.get(&path).await;
        if place == "/evidence/" {
            assert!(!reply.body.contains(&claim.statement), "{path}: {}", reply.body);
        } else {
            tells_nothing(&reply, &path);
        }
        seen += usize::from(reply.status == 200);
    }
    assert!(seen > 40, "{seen}");
    let id = claim.id;
    for path in [
        "/claims?verdict=disputed".to_owned(),
        "/claims?attribution=meaning_changed".to_owned(),
        format!("/history?claim={id}"),
        format!("/articles/{}/report/csv", claim.article_id),
        "/claims/export?format=csv".to_owned(),
        format!("/people/{}/month?format=csv", ron.id.unwrap()),
    ] {
        let reply = hers.get(&path).await;
        tells_nothing(&reply, &path);
        assert!(!reply.body.contains("verdict--disputed") && !reply.body.contains("attribution--meaning_changed"), "{path}: {}", reply.body);
    }
    let listed = |path: String| {
        let program = &program;
        async move { program.get(&path).await.is(200).json()["items"].as_array().unwrap().len() }
    };
    assert_eq!(listed("/api/v1/claims?verdict=disputed".to_owned()).await, 0);
    assert_eq!(listed(format!("/api/v1/claims?article={}", claim.article_id)).await, 2, "the claim itself is there");
    let json = program.get(&format!("/api/v1/claims/{id}")).await.json();
    for part in ["substance", "attribution", "review_id", "verdict_by", "text_action"] {
        assert!(json[part].is_null(), "{part}: {json}");
    }
    assert_eq!((json["evidence"].as_array().unwrap().len(), json["reviews"].as_array().unwrap().len()), (0, 0));
    hers.get(&format!("/claims/{id}")).await.is(200).says("Eva Editor asked you").says("hidden from you").does_not_say("verdict--disputed");
    hers.get(&format!("/reports/{}", frozen.id)).await.is(409).says("Give your finding first");
    program.get(&format!("/api/v1/articles/{}/report?format=json", claim.article_id)).await.is(409);
    // Others see all of it as ever, and she does once hers is given.
    app.program_of(&eva).get(&format!("/api/v1/claims/{id}")).await.says("Zanzibar");
    let check = program.get("/api/v1/second-checks").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    let hers_found = json!({"substance": "mixed", "rationale": "Its own table says 398.", "searched": "The ministry."});
    program.send("post", &format!("/api/v1/second-checks/{check}/finding"), &hers_found).await.is(200).says("Zanzibar");
    let shown = hers.get(&format!("/claims/{id}")).await.is(200);
    for word in SECRET {
        shown.clone().says(word);
    }
    hers.get(&format!("/reports/{}", frozen.id)).await.is(200);
}

async fn by_page_it_is_asked_given_and_compared(mut app: App) {
    let (claim, _) = first(&mut app);
    let (eva, rita) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"));
    let page = format!("/claims/{}", claim.id);
    let (editor, hers) = (app.browser_of(&eva), app.browser_of(&rita));
    let shown = editor.get(&page).await.is(200).says("Ask for a second check");
    let offered = shown.body.split("name=\"checker_id\"").nth(1).and_then(|rest| rest.split("</select>").next()).unwrap();
    assert!(offered.contains("Rita Reviewer") && !offered.contains("Ron Reviewer"), "{offered}");
    hers.get(&page).await.is(200).does_not_say("Ask for a second check");
    let to = editor.post(&format!("{page}/second-check"), &[("checker_id", &rita.id.unwrap().to_string()), ("message", "The figure carries it.")]).await;
    assert!(to.leads_to().ends_with("done=second_asked#second"), "{}", to.leads_to());
    editor.get(&page).await.says("asked Rita Reviewer for a second check").says("Call this second check off").says("Zanzibar");
    hers.get("/").await.is(200).says("Second checks asked of you").says(&claim.statement);
    let shown = hers.get(&page).await.is(200).says("The figure carries it.").says("Give my finding").says("Decline this second check");
    let action = shown.body.split("action=\"").find(|rest| rest.starts_with("/second-checks/") && rest.contains("/finding\"")).unwrap();
    let give = action.split('"').next().unwrap().to_owned();
    let to = hers.post(&give, &[("substance", "disputed"), ("rationale", "The table says 398."), ("searched", "The ministry.")]).await;
    assert!(to.leads_to().ends_with("done=second_given#second"), "{}", to.leads_to());
    let compared = hers.get(&page).await.is(200);
    compared.clone().says("The findings agree on the substance and differ on what the sources said.").says("First finding").says("The table says 398.");
    editor.get(&page).await.says("Second finding").says("gave a second check: “Credible sources conflict”");
    hers.get("/").await.does_not_say("Second checks asked of you");
}

async fn what_is_refused_keeps_what_was_typed(mut app: App) {
    let (claim, ron) = first(&mut app);
    let (eva, rita) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"));
    let editor = app.browser_of(&eva);
    let ask = format!("/claims/{}/second-check", claim.id);
    editor.post(&ask, &[("checker_id", ""), ("message", "Kept words")]).await.is(422).says("Kept words");
    let unfit = editor.post(&ask, &[("checker_id", &ron.id.unwrap().to_string()), ("message", "Kept words")]).await.is(422);
    unfit.says("can’t check the claim a second time").says("Kept words");
    let check = asked(&app, &claim, &eva, &rita).await;
    let hers = app.browser_of(&rita);
    let form = [("substance", "mixed"), ("rationale", "Words of hers that stay"), ("searched", "")];
    let refused = hers.post(&format!("{check}/finding"), &form).await.is(422).says("Words of hers that stay");
    tells_nothing(&refused, "the refused form");
    hers.post(&format!("{check}/withdraw"), &[("reason", "")]).await.is(422);
    // Called off while she writes: what she typed is shown, and is not lost.
    let off = editor.post(&format!("{check}/withdraw"), &[("reason", "Cut from the text.")]).await;
    off.leads_to();
    let late = [("substance", "mixed"), ("rationale", "Words of hers that stay"), ("searched", "The ministry.")];
    hers.post(&format!("{check}/finding"), &late).await.is(409).says("given or called off already").says("Words of hers that stay");
}

async fn by_program_it_is_asked_given_and_compared(mut app: App) {
    let (claim, ron) = first(&mut app);
    let (eva, rita) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"));
    let check = asked(&app, &claim, &eva, &rita).await;
    let path = format!("/api/v1/claims/{}/second-checks", claim.id);
    let again = app.program_of(&eva).send("post", &path, &json!({"checker_id": rita.id})).await.is(409);
    assert_eq!(again.json()["code"], "second_check_open");
    let open = app.program_of(&ron).get(&path).await.json();
    assert_eq!((&open["items"][0]["state"], &open["items"][0]["checker"]["name"]), (&json!("open"), &json!("Rita Reviewer")));
    let verdict = json!({"substance": "incorrect", "rationale": "R", "searched": "S"});
    let refused = app.program_of(&rita).send("post", &format!("/api/v1/claims/{}/reviews", claim.id), &verdict).await.is(409);
    assert_eq!(refused.json()["code"], "second_check_first");
    let link = app.desk.chain(claim.id)[0].id;
    let hers = json!({
        "substance": "disputed", "rationale": "The table says 398.", "searched": "The ministry.",
        "attributions": [{"attribution_id": link, "verdict": "meaning_changed", "note": "By phone."}],
    });
    let given = app.program_of(&rita).send("post", &format!("/api/v1{check}/finding"), &hers).await.is(200).json();
    assert_eq!((&given["state"], &given["agrees"], &given["first"]["by"]["name"]), (&json!("given"), &json!(true), &json!("Ron Reviewer")));
    let closed = app.program_of(&eva).send("post", &format!("/api/v1{check}/withdraw"), &json!({"reason": "R"})).await.is(409);
    assert_eq!(closed.json()["code"], "second_check_closed");
    let agreement = app.program_of(&ron).get("/api/v1/agreement").await.is(200).json();
    assert_eq!((&agreement["pairs"], &agreement["substance"]["same"], &agreement["substance"]["kappa"]), (&json!(1), &json!(1.0), &json!(null)));
    assert_eq!(agreement["items"][0]["claim_id"], json!(claim.id));
}

async fn two_second_checks_are_compared_with_one_finding(mut app: App) {
    let (claim, _) = first(&mut app);
    let (eva, rita, rosa) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"), app.desk.reviewer("Rosa Reviewer"));
    for (who, substance) in [(&rita, "disputed"), (&rosa, "mixed")] {
        let check = asked(&app, &claim, &eva, who).await;
        let found = json!({"substance": substance, "rationale": "R", "searched": "S"});
        app.program_of(who).send("post", &format!("/api/v1{check}/finding"), &found).await.is(200);
    }
    let listed = app.program_of(&eva).get(&format!("/api/v1/claims/{}/second-checks", claim.id)).await.is(200).json();
    for n in 0..2 {
        assert_eq!((&listed["items"][n]["first"]["by"]["name"], &listed["items"][n]["agrees"]), (&json!("Ron Reviewer"), &json!(false)), "{n}");
    }
}

async fn reports_and_lists_have_it_once_it_is_given(mut app: App) {
    let (claim, _) = first(&mut app);
    let (eva, rita) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"));
    let check = asked(&app, &claim, &eva, &rita).await;
    let (page, list) = (format!("/articles/{}/report/html", claim.article_id), "/claims/export?format=json");
    let editor = app.browser_of(&eva);
    editor.get(&page).await.is(200).does_not_say("Second check").does_not_say("Rita Reviewer");
    editor.get(list).await.is(200).does_not_say("second_checks");
    app.browser_of(&rita).get(&page).await.is(409).says("Give your finding first");
    let hers = json!({"substance": "mixed", "rationale": "The table says 398.", "searched": "The ministry."});
    app.program_of(&rita).send("post", &format!("/api/v1{check}/finding"), &hers).await.is(200);
    for who in [&eva, &rita] {
        let told = app.browser_of(who).get(&page).await.is(200).says("Second check, made without seeing what was found before");
        told.says("Differs on the substance from the finding of Ron Reviewer").says("The table says 398.").says("asked by Eva Editor");
    }
    let listed = editor.get(list).await.is(200).json();
    let part = listed["claims"].as_array().unwrap().iter().find(|row| row["claim"]["id"] == json!(claim.id)).unwrap();
    let found = &part["claim"]["second_checks"][0];
    assert_eq!((&found["by"], &found["agrees"], &found["first"]["by"]), (&json!("Rita Reviewer"), &json!(false), &json!("Ron Reviewer")));
    editor.get("/claims/export?format=csv").await.is(200).says("Rita Reviewer: mixed: The table says 398.");
}

async fn agreement_stands_on_a_page(mut app: App) {
    let vera = app.desk.viewer("Vera");
    app.browser_of(&vera).get("/agreement").await.is(200).says("No second check was given yet");
    let eva = app.desk.editor("Eva Editor");
    let rita = app.desk.reviewer("Rita Reviewer");
    for substance in ["disputed", "mixed"] {
        let (claim, _) = first(&mut app);
        let check = asked(&app, &claim, &eva, &rita).await;
        let found = json!({"substance": substance, "rationale": "R", "searched": "S"});
        app.program_of(&rita).send("post", &format!("/api/v1{check}/finding"), &found).await.is(200);
    }
    let page = app.browser_of(&vera).get("/agreement").await.is(200);
    page.clone().says("2 claims were checked twice").says("50").says("Cohen’s kappa").says("Where they differ");
    page.says("Ron Reviewer").says("Rita Reviewer");
}
