//! The forms that split a claim and merge claims: by words and numbers, refused with everything typed.

use super::page;
use crate::support::{App, on_both_databases};
use corroborate::claim::store as claims;

on_both_databases! { async App:
    lines_of_words_become_claims,
    numbers_name_the_claims_to_merge,
    what_was_typed_is_kept_when_it_does_not_fit,
}

fn covered(app: &mut App, claim: corroborate::ids::ClaimId) -> String {
    claims::spans_of(app.desk.c(), &[claim]).unwrap().into_iter().map(|piece| piece.exact).collect::<Vec<_>>().join(" … ")
}

async fn lines_of_words_become_claims(mut app: App) {
    let claim = app.desk.claim();
    let words = covered(&mut app, claim.id);
    let (first, second) = words.split_once(" crossed ").unwrap();
    let form = [("revision", "1"), ("parts", &format!("{first}\n\n  crossed {second}\n"))];
    let reply = app.reviewer().post(&format!("{}/split", page(&claim)), &form).await;
    assert!(reply.leads_to().contains("done=claim_split"), "{}", reply.leads_to());
    assert_eq!(covered(&mut app, claim.id), first);
    let article = app.desk.article_now(claim.article_id);
    let part = app.desk.claims_of(&article).pop().unwrap();
    assert_eq!(covered(&mut app, part.id), format!("crossed {second}"));
    let browser = app.editor();
    browser.get(&page(&claim)).await.is(200).says("split the claim; the other parts are now claims of their own: 3");
    browser.get(&page(&part)).await.is(200).says("split the claim off from claim 1");
}

async fn numbers_name_the_claims_to_merge(mut app: App) {
    let claim = app.desk.claim();
    let form = [("revision", "1"), ("numbers", " 2 "), ("statement", "Both are so.")];
    let browser = app.editor();
    let reply = browser.post(&format!("{}/merge", page(&claim)), &form).await;
    let shown = browser.get(reply.leads_to()).await.is(200);
    shown.says("Both are so.").says("merged other claims into this one: 2");
}

async fn what_was_typed_is_kept_when_it_does_not_fit(mut app: App) {
    let claim = app.desk.claim();
    let editor = app.desk.editor("Eva");
    let browser = app.browser_of(&editor);
    let split = async |parts: &str| browser.post(&format!("{}/split", page(&claim)), &[("revision", "1"), ("parts", parts)]).await.is(422);
    split("One line only, which stands nowhere").await.says("does not stand in the text").says("One line only, which stands nowhere");
    split("400 soldiers").await.says("Split the claim into two to");
    let merge = async |numbers: &str| browser.post(&format!("{}/merge", page(&claim)), &[("revision", "1"), ("numbers", numbers)]).await.is(422);
    merge("99").await.says("The article has no claim 99").says("value=\"99\"");
    merge("two").await.says("Type the numbers of the claims").says("value=\"two\"");
    merge("1").await.says("A claim can’t be merged with itself");
    let reply = browser.post(&format!("{}/split", page(&claim)), &[("revision", "7"), ("parts", "400 soldiers\ncrossed the border")]).await.is(409);
    reply.says("crossed the border");
}
