//! What a source was cited for: claim by claim, in sums, by page and by program, under all names merged into it.

use crate::support::{App, finding, on_both_databases};
use corroborate::claim::store as claims;
use corroborate::claim::{AttributionVerdict, Substance};
use corroborate::ids::SourceId;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::decide;
use corroborate::source::merge::{MergeOrder, merge_sources};
use serde_json::{Value, json};

on_both_databases! { async App:
    the_page_lists_the_claims_with_both_verdicts_and_sums,
    a_verdict_narrows_the_list_and_not_the_sums,
    by_program_the_record_is_the_same,
    what_was_cited_under_a_merged_name_counts,
    a_long_record_comes_in_pages_at_the_same_cost,
}

/// A desk with Bloomberg cited for three claims: one judged wrong and changed in meaning, one confirmed, one open.
fn cited(app: &mut App) -> SourceId {
    let ron = app.desk.reviewer("Ron Reviewer");
    let claims = [app.desk.claim(), app.desk.claim(), app.desk.claim()];
    let links = vec![app.desk.on_first_link(claims[0].id, AttributionVerdict::MeaningChanged)];
    let found = decide::Finding { links, ..finding(Substance::Incorrect) };
    decide::set_verdict(app.desk.c(), &ron, claims[0].id, &found, None).unwrap();
    let links = vec![app.desk.on_first_link(claims[1].id, AttributionVerdict::AsStated)];
    let found = decide::Finding { links, ..finding(Substance::Confirmed) };
    decide::set_verdict(app.desk.c(), &ron, claims[1].id, &found, None).unwrap();
    app.desk.chain(claims[0].id)[0].source_id
}

async fn the_page_lists_the_claims_with_both_verdicts_and_sums(mut app: App) {
    let source = cited(&mut app);
    let page = app.viewer().get(&format!("/sources/{source}")).await.is(200);
    let page = page.says("Cited for 3 claims in 3 articles.");
    let page = page.says("Was it so? 2 of 3 judged, 1 of them confirmed or accurate with a flaw.");
    let page = page.says("Did it say so? 2 of 3 judged, 1 of them as stated.");
    let page = page.says("Asked the press office.").says("The border").says("passes it on").says("Meaning changed").says("Not judged yet");
    assert_eq!(page.body.matches("<tr role=\"row\" data-item>").count(), 3);
    // Each number of the table leads to its claims.
    page.says(&format!("href=\"/sources/{source}?substance=incorrect&#38;attribution=meaning_changed#ledger\">1</a>"));
}

async fn a_verdict_narrows_the_list_and_not_the_sums(mut app: App) {
    let source = cited(&mut app);
    let viewer = app.viewer();
    for (query, rows) in [
        ("substance=incorrect", 1),
        ("substance=open", 1),
        ("attribution=as_stated", 1),
        ("substance=incorrect&attribution=as_stated", 0),
        ("substance=mixed", 0),
        ("substance=nonsense", 3),
        ("", 3),
    ] {
        let page = viewer.get(&format!("/sources/{source}?{query}")).await.is(200).says("Cited for 3 claims in 3 articles.");
        assert_eq!(page.body.matches("<tr role=\"row\" data-item>").count(), rows, "{query}");
    }
    viewer.get(&format!("/sources/{source}?substance=mixed")).await.is(200).says("No claim fits").says("<option value=\"mixed\" selected>");
}

async fn by_program_the_record_is_the_same(mut app: App) {
    let source = cited(&mut app);
    let vera = app.desk.viewer("Vera");
    let program = app.program_of(&vera);
    let path = format!("/api/v1/sources/{source}/record");
    let record = program.get(&path).await.is(200).json();
    assert_eq!((&record["claims"], &record["articles"], &record["citations"]), (&json!(3), &json!(3), &json!(3)));
    let items = record["items"].as_array().unwrap();
    assert_eq!(items.iter().map(|item| item["substance"].clone()).collect::<Vec<_>>(), [Value::Null, json!("confirmed"), json!("incorrect")]);
    let last = &items[2];
    assert_eq!((&last["attribution"], &last["note"], &last["role"]), (&json!("meaning_changed"), &json!("Asked the press office."), &json!("reporter")));
    assert_eq!((&last["article"], &last["mention"]), (&json!("The border"), &json!("Bloomberg")));
    let narrowed = program.get(&format!("{path}?substance=open&attribution=open")).await.is(200).json();
    assert_eq!((narrowed["items"].as_array().map(Vec::len), &narrowed["claims"]), (Some(1), &json!(3)));
    let first = program.get(&format!("{path}?limit=2")).await.is(200).json();
    let next = program.get(&format!("{path}?limit=2&cursor={}", first["next_cursor"].as_str().unwrap())).await.is(200).json();
    assert_eq!((&next["items"][0], &next["next_cursor"]), (last, &Value::Null));
    assert_eq!(program.get(&format!("{path}?substance=true")).await.is(422).json()["code"], "invalid");
    assert_eq!(program.get(&format!("{path}?cursor=nonsense")).await.is(400).json()["code"], "cursor_unreadable");
    // The file has the same claims.
    let file = app.browser_of(&vera).get(&format!("/claims/export?source={source}&sort=newest&format=csv")).await.is(200);
    assert_eq!(file.body.lines().filter(|line| line.contains("400 soldiers")).count(), 3, "{}", file.body);
}

async fn what_was_cited_under_a_merged_name_counts(mut app: App) {
    let source = cited(&mut app);
    let eva = app.desk.editor("Eva Editor");
    let text = "Norland Press Agency said the bridge had been closed for 3 days.";
    let imported = import_article(app.desk.c(), &eva, &NewArticle { title: "The bridge", text, ..NewArticle::default() }, &Limits::default()).unwrap();
    let claim = claims::list_of_article(app.desk.c(), imported.article.id).unwrap()[0].id;
    let into = app.desk.chain(claim)[0].source_id;
    merge_sources(app.desk.c(), &eva, MergeOrder { from: source, into, from_revision: None, into_revision: None }).unwrap();
    let page = app.viewer().get(&format!("/sources/{into}")).await.is(200);
    page.says("Cited for 4 claims in 4 articles.").says("as “Bloomberg”").says("The bridge");
    let record = app.program_of(&eva).get(&format!("/api/v1/sources/{source}/record")).await.is(200).json();
    assert_eq!((&record["source_id"], &record["claims"]), (&json!(into), &json!(4)));
}

async fn a_long_record_comes_in_pages_at_the_same_cost(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let one = app.desk.claim();
    let source = app.desk.chain(one.id)[0].source_id;
    let page = format!("/sources/{source}");
    let viewer = app.viewer();
    let session = viewer.session();
    drop(viewer);
    let few = app.queries_of(async || drop(app.browser_again(&session).get(&page).await.is(200))).await;
    let sentence = "Bloomberg reported on Monday that 400 soldiers crossed the border, citing Norland's defense ministry.\n";
    let text = sentence.repeat(60);
    import_article(app.desk.c(), &eva, &NewArticle { title: "Long", text: &text, ..NewArticle::default() }, &Limits::default()).unwrap();
    let many = app.queries_of(async || drop(app.browser_again(&session).get(&page).await.is(200))).await;
    assert_eq!(few, many);
    let browser = app.browser_again(&session);
    let first = browser.get(&page).await.is(200).says("Cited for 61 claims in 2 articles.");
    let next = first.body.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    let second = browser.get(next.split('#').next().unwrap()).await.is(200);
    let rows = |body: &str| body.matches("<tr role=\"row\" data-item>").count();
    assert_eq!((rows(&first.body), rows(&second.body)), (50, 11));
}
