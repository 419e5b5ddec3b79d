//! Along a list: who came from the queue or from an article goes on in its order.

use super::page;
use crate::support::{App, on_both_databases};
use corroborate::claim::{Claim, WorkState};
use corroborate::review::assign::{Order, assign_claim};

on_both_databases! { async App:
    next_and_previous_follow_the_list,
    every_form_keeps_the_way,
    after_sending_the_next_claim_of_the_list_opens,
    an_article_gives_its_order_and_takes_one_back,
    signing_off_goes_on_along_the_list,
    a_way_that_leads_nowhere_is_passed_over,
}

const FINDING: [(&str, &str); 4] = [("substance", "unsupported"), ("rationale", "Nobody says so."), ("searched", "Three archives"), ("then", "send")];

/// Claims of two articles, the oldest first.
fn claims_of_two(app: &mut App) -> Vec<Claim> {
    let mut claims = Vec::new();
    for _ in 0..2 {
        let article = app.desk.article();
        claims.extend(app.desk.claims_of(&article));
    }
    claims.sort_by_key(|claim| claim.id);
    claims
}

async fn next_and_previous_follow_the_list(mut app: App) {
    let mut claims = claims_of_two(&mut app);
    let browser = app.reviewer();
    for sort in ["oldest", "newest", "urgency"] {
        if sort == "newest" {
            claims.reverse();
        }
        let from = format!("from=%2Fclaims%3Fstate%3Dto_check%26sort%3D{sort}");
        let list = browser.get(&format!("/claims?state=to_check&sort={sort}")).await.is(200);
        assert!(list.body.contains(&format!("/claims/{}?{from}\" data-open", claims[0].id)), "{}", list.body);
        let shown = browser.get(&format!("{}?{from}", page(&claims[1]))).await.is(200).body;
        let link = |rel: &str| shown.split(&format!("?{from}\" rel=\"{rel}\"")).next().unwrap().rsplit("/claims/").next().unwrap().to_owned();
        assert_eq!((link("prev"), link("next")), (claims[0].id.to_string(), claims[2].id.to_string()), "{sort}");
        assert!(shown.contains(&format!("href=\"/claims?state=to_check&#38;sort={sort}#claim-{}\"", claims[1].id)), "{shown}");
        let first = browser.get(&format!("{}?{from}", page(&claims[0]))).await.is(200);
        first.does_not_say("rel=\"prev\"").says("rel=\"next\"");
    }
}

async fn every_form_keeps_the_way(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let browser = app.editor();
    let shown = browser.get(&format!("{}?from=%2Fclaims%3Fstate%3Dopen", page(&claim))).await.is(200).body;
    for form in shown.split(" action=\"/claims/").skip(1).chain(shown.split(" action=\"/comments/").skip(1)) {
        assert!(form.split('"').next().unwrap().ends_with("?from=%2Fclaims%3Fstate%3Dopen"), "{form:.120}");
    }
    let piece = [("url", "https://ministry.example/briefing")];
    let reply = browser.post(&format!("{}/evidence?from=%2Fclaims%3Fstate%3Dopen", page(&claim)), &piece).await;
    assert_eq!(reply.leads_to(), format!("{}?done=evidence_attached&from=%2Fclaims%3Fstate%3Dopen#evidence", page(&claim)));
    // A step that is taken back leads back along the way, too.
    browser.get(reply.leads_to()).await.is(200).says(&format!("name=\"next\" value=\"{}?from=%2Fclaims%3Fstate%3Dopen\"", page(&claim)));
    // So does a form that was refused.
    let refused = browser.post(&format!("{}/verdict?from=%2Fclaims%3Fstate%3Dopen", page(&claim)), &[("substance", "confirmed")]).await.is(422);
    refused.says("/verdict?from=%2Fclaims%3Fstate%3Dopen");
}

async fn after_sending_the_next_claim_of_the_list_opens(mut app: App) {
    let claims = claims_of_two(&mut app);
    let last = claims.len() - 1;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    // What another person has is not in front of this one.
    let order = Order { assignee: Some(eva.id), ..Order::default() };
    assign_claim(app.desk.c(), &eva, claims[1].id, &order, None).unwrap();
    let browser = app.browser_of(&ron);
    let from = "from=%2Fclaims%3Fsort%3Doldest";
    let send = async |n: usize| browser.post(&format!("{}/verdict?{from}", page(&claims[n])), &FINDING).await.leads_to().to_owned();
    assert_eq!(send(0).await, format!("{}?done=step_send_next&{from}", page(&claims[2])));
    for n in 3..last {
        assert_eq!(send(n).await, format!("{}?done=step_send_next&{from}", page(&claims[n + 1])));
    }
    assert_eq!(send(last).await, format!("{}?done=step_send_next&{from}", page(&claims[2])), "round the end of the list");
    assert_eq!(browser.get(&format!("{}/next?{from}", page(&claims[last]))).await.leads_to(), format!("{}?{from}", page(&claims[2])));
    assert_eq!(send(2).await, "/claims?sort=oldest&done=step_send_last");
    browser.get("/claims?sort=oldest&done=step_send_last").await.is(200).says("Nothing else of this list waits for you.");
    assert_eq!(browser.get(&format!("{}/next?{from}", page(&claims[2]))).await.leads_to(), format!("{}?done=none_unreviewed&{from}", page(&claims[2])));
    app.desk.history_is_whole();
}

async fn an_article_gives_its_order_and_takes_one_back(mut app: App) {
    let article = app.desk.article();
    let claims = app.desk.claims_of(&article);
    let browser = app.reviewer();
    let at = format!("/articles/{}", article.id);
    browser.get(&at).await.is(200).says(&format!("href=\"{}?from={at}\" data-open", page(&claims[0])));
    let reply = browser.post(&format!("{}/verdict?from={at}", page(&claims[0])), &FINDING).await;
    let from = format!("from={}", at.replace('/', "%2F"));
    assert_eq!(reply.leads_to(), format!("{}?done=step_send_next&{from}", page(&claims[1])));
    browser.get(reply.leads_to()).await.is(200).says(&format!("href=\"{at}#claim-{}\"", claims[1].number));
}

async fn signing_off_goes_on_along_the_list(mut app: App) {
    let claims = [app.desk.claim_in(WorkState::InReview), app.desk.claim_in(WorkState::InReview)];
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let from = "from=%2Fclaims%3Fstate%3Din_review%26sort%3Doldest";
    let sign = async |n: usize| browser.post(&format!("{}/transition?{from}", page(&claims[n])), &[("to", "signed_off")]).await.leads_to().to_owned();
    let next = sign(0).await;
    assert!(next == format!("{}?done=step_sign_off_next&{from}", page(&claims[1])) || next.contains("done=step_sign_off&"), "{next}");
    assert_eq!(sign(1).await, format!("{}?done=step_sign_off&{from}", page(&claims[1])));
}

async fn a_way_that_leads_nowhere_is_passed_over(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let browser = app.reviewer();
    for from in ["https://elsewhere.example/", "//elsewhere.example", "/articles/nothing", "/settings", ""] {
        let from = url::form_urlencoded::byte_serialize(from.as_bytes()).collect::<String>();
        browser.get(&format!("{}?from={from}", page(&claim))).await.is(200).does_not_say("elsewhere");
    }
}
