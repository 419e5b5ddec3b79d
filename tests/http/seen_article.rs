//! Seen before in a whole article: which of its claims the desk knows from elsewhere, with what was found there.

use crate::support::{App, on_both_databases};
use corroborate::claim::Substance;
use serde_json::json;

on_both_databases! { async App:
    claims_that_were_decided_elsewhere_are_told_with_their_verdicts,
    what_is_hidden_from_a_second_checker_is_not_told,
    an_article_that_says_nothing_known_says_so,
}

async fn claims_that_were_decided_elsewhere_are_told_with_their_verdicts(mut app: App) {
    let (ron, vera) = (app.desk.reviewer("Ron Reviewer"), app.desk.viewer("Vera"));
    let earlier = app.desk.claim();
    app.desk.verdict(&ron, earlier.id, Substance::Misleading);
    // The same text again: both claims are known, one of them with a verdict.
    let article = app.desk.article();
    let mine = app.desk.claims_of(&article);
    let found = app.program_of(&vera).get(&format!("/api/v1/articles/{}/seen", article.id)).await.is(200).json();
    assert_eq!((&found["claims"], &found["whole"]), (&json!(2), &json!(true)));
    let first = &found["items"][0];
    assert_eq!((&first["claim_id"], &first["earlier_id"], &first["substance"]), (&json!(mine[0].id), &json!(earlier.id), &json!("misleading")));
    assert_eq!((&found["items"][1]["number"], &found["items"][1]["substance"]), (&json!(2), &json!(null)));
    let page = app.browser_of(&ron).get(&format!("/articles/{}/seen", article.id)).await.is(200);
    page.clone().says("2 of 2 claims were here before").says("verdict--misleading").says(&earlier.statement);
    page.says("Seen before: Misleading, in “The border”").says(&format!("/claims/{}/take-over", mine[0].id));
    app.browser_of(&vera).get(&format!("/articles/{}/seen", article.id)).await.is(200).does_not_say("take-over");
    app.browser_of(&vera).get(&format!("/articles/{}", article.id)).await.says(&format!("data-seen=\"/articles/{}/seen\"", article.id));
    // A claim never is an earlier one of its own article as long as nobody decided it.
    let items = app.program_of(&vera).get(&format!("/api/v1/articles/{}/seen", article.id)).await.json();
    assert!(items["items"].as_array().unwrap().iter().all(|item| item["article_id"] != json!(article.id)), "{items}");
}

async fn what_is_hidden_from_a_second_checker_is_not_told(mut app: App) {
    let (ron, eva, rita) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"));
    let earlier = app.desk.claim();
    app.desk.verdict(&ron, earlier.id, Substance::Misleading);
    corroborate::review::second::ask(app.desk.c(), &eva, earlier.id, rita.id.unwrap(), "").unwrap();
    let article = app.desk.article();
    let path = format!("/api/v1/articles/{}/seen", article.id);
    app.program_of(&eva).get(&path).await.says("misleading");
    let hers = app.program_of(&rita).get(&path).await.is(200).does_not_say("misleading");
    assert_eq!(hers.json()["items"].as_array().unwrap().len(), 1, "{}", hers.body);
}

async fn an_article_that_says_nothing_known_says_so(mut app: App) {
    let vera = app.desk.viewer("Vera");
    let article = app.desk.article();
    let page = app.browser_of(&vera).get(&format!("/articles/{}/seen", article.id)).await.is(200);
    page.says("None of the 2 claims is one that the desk knows").says("No other claim of the desk says the same.");
    app.program_of(&vera).get("/api/v1/articles/0190ffff-0000-7000-8000-000000000000/seen").await.is(404);
}
