//! Merging two sources by page and by program: choosing the other, looking at both, merging, taking apart.

use crate::support::{App, Visitor, on_both_databases};
use corroborate::ids::SourceId;
use corroborate::source::store;
use serde_json::{Value, json};

on_both_databases! { async App:
    by_page_two_entries_are_looked_at_merged_and_taken_apart,
    the_other_entry_is_found_by_name,
    what_makes_no_sense_is_said_on_the_page,
    whoever_comes_second_hears_who_was_first,
    by_program_two_sources_are_merged_and_taken_apart,
    only_editors_are_offered_to_merge,
    a_page_costs_as_many_statements_with_three_merged_entries_as_with_one,
}

async fn enter(visitor: &Visitor<'_>, name: &str, kind: &str) -> String {
    let made = visitor.post("/sources", &[("name", name), ("kind", kind)]).await;
    made.leads_to().split('?').next().unwrap().rsplit('/').next().unwrap().to_owned()
}

async fn by_page_two_entries_are_looked_at_merged_and_taken_apart(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let cited: SourceId = app.desk.chain(claim.id)[0].source_id;
    let browser = app.browser_of(&eva);
    let other = enter(&browser, "Bloomberg <News>", "outlet").await;
    browser.get(&format!("/sources/{cited}")).await.is(200).says("The same as another?");
    let looked = browser.get(&format!("/sources/merge?one={cited}&with=bloomberg+%3Cnews%3E")).await.is(200);
    let looked = looked.says("Which one stays?").says("one claim").says("no claims").says("Bloomberg &#60;News&#62;");
    // The one that is cited stays unless somebody says otherwise.
    let looked = looked.says(&format!("value=\"{cited}\" checked"));
    looked.says("name=\"revision_one\" value=\"1\"");
    let form = |keep: &str| {
        let fields = [("one", cited.to_string()), ("other", other.clone()), ("revision_one", "1".to_owned()), ("revision_other", "1".to_owned())];
        fields.map(|(name, value)| (name.to_owned(), value)).into_iter().chain([("keep".to_owned(), keep.to_owned())]).collect::<Vec<_>>()
    };
    let send = async |keep: &str| {
        let fields = form(keep);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        browser.post("/sources/merge", &fields).await
    };
    send("").await.is(422).says("Which one stays?").says("field__error");
    let done = send(&other).await;
    assert_eq!(done.leads_to(), format!("/sources/{other}?done=source_merged"));
    let page = browser.get(done.leads_to()).await.is(200);
    page.says("The two are one source now.").says("Undo").says("Merged into this entry").says("Eva Editor merged it on 2 Mar 2026.").says("Cited once.");
    // The page of the one that went in leads there; so does the list of its claims.
    let page = browser.get(&format!("/sources/{cited}")).await.is(200);
    page.says("Bloomberg is part of Bloomberg &#60;News&#62; now.").says(&format!("href=\"/sources/{other}\"")).says("Take it out again");
    browser.get(&format!("/claims?source={cited}")).await.is(200).says("400 soldiers");
    browser.get("/history").await.is(200).says("Eva Editor merged the source “Bloomberg” into “Bloomberg &#60;News&#62;”");
    let apart = browser.post(&format!("/sources/{cited}/unmerge"), &[("revision", "2")]).await;
    assert_eq!(apart.leads_to(), format!("/sources/{cited}?done=source_unmerged"));
    browser.get(apart.leads_to()).await.is(200).says("The source stands on its own again.").says("Cited once.");
    browser.get("/history").await.is(200).says("Eva Editor took the source “Bloomberg” out of “Bloomberg &#60;News&#62;” again");
    browser.post(&format!("/sources/{cited}/unmerge"), &[]).await.is(409).says("“Bloomberg” stands on its own already.");
    app.desk.history_is_whole();
}

async fn the_other_entry_is_found_by_name(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let one = enter(&browser, "Harbour Authority", "government").await;
    let two = enter(&browser, "Harbour Office", "government").await;
    let page = browser.get(&format!("/sources/merge?one={one}")).await.is(200);
    page.says("Which entry is the same as Harbour Authority?");
    let page = browser.get(&format!("/sources/merge?one={one}&with=harb")).await.is(200);
    page.says(&format!("href=\"/sources/merge?one={one}&amp;other={two}\"")).does_not_say(&format!("other={one}"));
    browser.get(&format!("/sources/merge?one={one}&with=nobody")).await.is(200).says("No source has this name");
    browser.get("/sources/merge?one=7").await.is(404);
    browser.get("/sources/merge").await.is(404);
    browser.get(&format!("/sources/merge?one={one}&other=0190ffff-0000-7000-8000-000000000000")).await.is(404);
}

async fn what_makes_no_sense_is_said_on_the_page(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let one = enter(&browser, "Harbour Authority", "government").await;
    browser.get(&format!("/sources/merge?one={one}&other={one}")).await.is(422).says("This is one and the same entry.");
    browser.post("/sources/merge", &[("one", &one), ("other", &one), ("keep", &one)]).await.is(422).says("This is one and the same entry.");
    let refused = app.program_of(&eva).send("post", "/api/v1/sources/merge", &json!({"from": one, "into": one})).await.is(422);
    assert_eq!(refused.json()["code"], "merge_with_itself");
}

async fn whoever_comes_second_hears_who_was_first(mut app: App) {
    let (eva, emil) = (app.desk.editor("Eva Editor"), app.desk.editor("Emil Editor"));
    let hers = app.browser_of(&eva);
    let (one, two) = (enter(&hers, "Harbour Authority", "government").await, enter(&hers, "Harbour Office", "government").await);
    let form = [("one", one.as_str()), ("other", &two), ("keep", &one), ("revision_one", "1"), ("revision_other", "1")];
    hers.post("/sources/merge", &form).await.is(303);
    let his = app.browser_of(&emil);
    let late = his.post("/sources/merge", &form).await.is(409);
    late.says("“Harbour Office” is part of “Harbour Authority” already: Eva Editor merged them.")
        .says("Part of Harbour Authority already.")
        .does_not_say("Merge them");
    hers.post(&format!("/sources/{two}/unmerge"), &[]).await.is(303);
    let late = his.post("/sources/merge", &form).await.is(409);
    late.says("Eva Editor changed “Harbour Office” while you were looking at it").says("name=\"revision_other\" value=\"3\"").says("Merge them");
    let form = [("one", one.as_str()), ("other", &two), ("keep", &one), ("revision_one", "3"), ("revision_other", "3")];
    his.post("/sources/merge", &form).await.is(303);
}

async fn by_program_two_sources_are_merged_and_taken_apart(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let cited = app.desk.chain(claim.id)[0].source_id;
    let program = app.program_of(&eva);
    let new = json!({"name": "Bloomberg News", "kind": "outlet"});
    let into = program.send("post", "/api/v1/sources", &new).await.is(201).json()["id"].clone();
    let merge = json!({"from": cited, "into": into, "from_revision": 1, "into_revision": 1});
    let merged = program.send("post", "/api/v1/sources/merge", &merge).await.is(200);
    assert_eq!(merged.header("etag"), "\"2\"");
    let stays = merged.json();
    assert_eq!((&stays["aliases"], &stays["merged"]), (&json!(["Bloomberg"]), &json!([{"id": cited, "name": "Bloomberg"}])));
    let part = program.get(&format!("/api/v1/sources/{cited}")).await.is(200).json();
    assert_eq!((&part["merged_into"], &part["merged"]), (&json!({"id": into, "name": "Bloomberg News"}), &json!([])));
    // Claims, queue and record speak of the one that stays.
    let shown = program.get(&format!("/api/v1/claims/{}", claim.id)).await.json();
    assert_eq!((&shown["chain"][0]["source_id"], &shown["chain"][0]["source"]), (&into, &json!("Bloomberg News")));
    for id in [&json!(cited), &into] {
        let list = program.get(&format!("/api/v1/claims?source={}", id.as_str().unwrap())).await.json();
        assert_eq!(list["items"].as_array().map(Vec::len), Some(1));
    }
    let record = program.get(&format!("/api/v1/sources/{}/record", into.as_str().unwrap())).await.json();
    assert_eq!(record["claims"], 1);
    let again = program.send("post", "/api/v1/sources/merge", &merge).await.is(409);
    assert_eq!(again.json()["code"], "already_merged");
    assert_eq!(
        program.send("patch", &format!("/api/v1/sources/{cited}"), &json!({"country": "C", "revision": 2})).await.is(409).json()["code"],
        "already_merged"
    );
    let apart: Value = program.send("post", &format!("/api/v1/sources/{cited}/unmerge"), &json!({"revision": 2})).await.is(200).json();
    assert_eq!((&apart["merged_into"], &apart["revision"]), (&Value::Null, &json!(3)));
    assert_eq!(program.send("post", &format!("/api/v1/sources/{cited}/unmerge"), &json!({})).await.is(409).json()["code"], "not_merged");
    let stale = json!({"from": cited, "into": into, "from_revision": 1});
    assert_eq!(program.send("post", "/api/v1/sources/merge", &stale).await.is(409).json()["code"], "changed_meanwhile");
    assert_eq!(app.desk.chain(claim.id)[0].source_id, cited);
}

async fn only_editors_are_offered_to_merge(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let browser = app.browser_of(&eva);
    let (one, two) = (enter(&browser, "Harbour Authority", "government").await, enter(&browser, "Harbour Office", "government").await);
    let his = app.browser_of(&ron);
    his.get(&format!("/sources/{one}")).await.is(200).does_not_say("/sources/merge");
    his.get(&format!("/sources/merge?one={one}")).await.is(403);
    his.post("/sources/merge", &[("one", &one), ("other", &two), ("keep", &one)]).await.is(403);
    browser.post("/sources/merge", &[("one", &one), ("other", &two), ("keep", &one)]).await.is(303);
    his.get(&format!("/sources/{two}")).await.is(200).says("is part of").does_not_say("unmerge");
    his.get(&format!("/sources/{one}")).await.is(200).says("Merged into this entry").does_not_say("unmerge");
    his.post(&format!("/sources/{two}/unmerge"), &[]).await.is(403);
}

async fn a_page_costs_as_many_statements_with_three_merged_entries_as_with_one(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let stays = enter(&browser, "Harbour Authority", "government").await;
    let merge = async |name: &str| {
        let from = enter(&browser, name, "government").await;
        browser.post("/sources/merge", &[("one", &stays), ("other", &from), ("keep", &stays)]).await.is(303);
    };
    merge("One").await;
    let page = format!("/sources/{stays}");
    let session = browser.session();
    let one = app.queries_of(async || drop(app.browser_again(&session).get(&page).await.is(200))).await;
    merge("Two").await;
    merge("Three").await;
    let three = app.queries_of(async || drop(app.browser_again(&session).get(&page).await.is(200))).await;
    assert_eq!(one, three);
    drop(browser);
    assert_eq!(store::list(app.desk.c(), None, None, 10).unwrap().rows.len(), 1);
}
