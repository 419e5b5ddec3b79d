//! Seen before: claims that say the same, here or in other articles, and taking over what was found for them.

use super::{page, part};
use crate::support::{App, on_both_databases};
use corroborate::claim::{Claim, Substance, WorkState};
use corroborate::history::Action;
use serde_json::json;

on_both_databases! { async App:
    an_earlier_claim_is_shown_with_its_verdict,
    a_claim_that_was_taken_out_or_says_something_else_is_not_shown,
    one_step_takes_the_evidence_over_and_offers_the_rationale_as_a_draft,
    who_only_reads_sees_it_and_takes_nothing_over,
    programs_ask_and_take_over_too,
}

/// A claim that was signed off, with a piece of evidence, and a later one of another article that says the same.
fn twice(app: &mut App) -> (Claim, Claim) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let earlier = app.desk.claim();
    app.desk.evidence(&ron, earlier.id, "The budget");
    let earlier = app.desk.bring(earlier, WorkState::SignedOff);
    (earlier, app.desk.claim())
}

fn seen(body: &str) -> &str {
    part(body, "id=\"seen\"", "</section>")
}

async fn an_earlier_claim_is_shown_with_its_verdict(mut app: App) {
    let (earlier, claim) = twice(&mut app);
    let browser = app.reviewer();
    let shown = browser.get(&page(&claim)).await.is(200).body;
    let seen = seen(&shown);
    for words in
        [page(&earlier), "in “The border”".to_owned(), "100 % likely the same".to_owned(), "found by Ron Reviewer".to_owned(), "signed off by".to_owned()]
    {
        assert!(seen.contains(&words), "“{words}” is not in\n{seen}");
    }
    assert!(seen.contains("data-key=\"E\""), "{seen}");
    // A claim that comes later is found from the earlier one as well, and the claim itself never.
    let shown = browser.get(&page(&earlier)).await.is(200).body;
    assert!(self::seen(&shown).contains(&page(&claim)));
    assert!(!seen.contains(&format!("href=\"{}\"", page(&claim))), "{seen}");
}

async fn a_claim_that_was_taken_out_or_says_something_else_is_not_shown(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    app.browser_of(&eva).get(&page(&claim)).await.is(200).does_not_say("id=\"seen\"");
    let other = app.desk.claim();
    app.browser_of(&eva).get(&page(&claim)).await.is(200).says("id=\"seen\"");
    let revision = super::revision(&mut app, other.id);
    app.browser_of(&eva).post(&format!("{}/remove", page(&other)), &[("revision", &revision), ("reason", "Twice")]).await;
    app.browser_of(&eva).get(&page(&claim)).await.is(200).does_not_say("id=\"seen\"");
}

async fn one_step_takes_the_evidence_over_and_offers_the_rationale_as_a_draft(mut app: App) {
    let (earlier, claim) = twice(&mut app);
    let ron = app.desk.reviewer("Ron Reviewer");
    let from = earlier.id.to_string();
    let (reply, lines) = {
        let before = app.desk.lines().len();
        let reply = app.browser_of(&ron).post(&format!("{}/take-over", page(&claim)), &[("from", &from)]).await;
        (reply, app.desk.lines().split_off(before))
    };
    assert!(reply.leads_to().starts_with(&format!("{}?draft={from}", page(&claim))), "{}", reply.leads_to());
    let attached: Vec<_> = lines.iter().filter(|line| line.action() == Some(Action::EvidenceAttached)).collect();
    assert!(!attached.is_empty() && attached.iter().all(|line| line.claim_id == Some(claim.id)), "{lines:#?}");
    assert_eq!(attached[0].after_value()["earlier"], earlier.statement);
    assert_eq!(app.desk.now(claim.id).substance, None, "no verdict comes along");
    let shown = app.browser_of(&ron).get(reply.leads_to()).await.is(200).says("The evidence of the earlier claim is attached").says("as a draft").body;
    assert!(part(&shown, "id=\"evidence\"", "</section>").contains("The budget"));
    // Once taken over, there is no evidence left to take; the draft stays on offer until there is a rationale.
    app.desk.verdict(&ron, claim.id, Substance::Mixed);
    let shown = app.browser_of(&ron).get(&page(&claim)).await.is(200).body;
    assert!(!seen(&shown).contains("/take-over"), "{shown}");
    app.desk.history_is_whole();
}

async fn who_only_reads_sees_it_and_takes_nothing_over(mut app: App) {
    let (earlier, claim) = twice(&mut app);
    let viewer = app.viewer();
    let shown = viewer.get(&page(&claim)).await.is(200).body;
    assert!(seen(&shown).contains(&page(&earlier)) && !seen(&shown).contains("/take-over"), "{shown}");
    viewer.post(&format!("{}/take-over", page(&claim)), &[("from", &earlier.id.to_string())]).await.is(403);
}

async fn programs_ask_and_take_over_too(mut app: App) {
    let (earlier, claim) = twice(&mut app);
    let ron = app.desk.reviewer("Ron Reviewer");
    let program = app.program_of(&ron);
    let path = format!("/api/v1/claims/{}", claim.id);
    let seen = program.get(&format!("{path}/seen")).await.is(200).json();
    assert_eq!((&seen["whole"], &seen["items"][0]["claim_id"]), (&json!(true), &json!(earlier.id)));
    assert_eq!((&seen["items"][0]["likeness"], &seen["items"][0]["state"]), (&json!(1.0), &json!("signed_off")));
    let pieces = seen["items"][0]["new_evidence"].clone();
    let taken = program.send("post", &format!("{path}/take-over"), &json!({"from": earlier.id})).await.is(200).json();
    assert_eq!(taken["attached"], pieces);
    assert!(!taken["rationale"].as_str().unwrap().is_empty());
    let again = program.send("post", &format!("{path}/take-over"), &json!({"from": earlier.id})).await.is(200).json();
    assert_eq!(again["attached"], 0, "nothing is attached twice");
    program.send("post", &format!("{path}/take-over"), &json!({"from": claim.id})).await.is(404);
}
