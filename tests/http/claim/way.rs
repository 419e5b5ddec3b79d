//! From nobody's claim to a signed-off one and back, by nothing but the forms of the page.

use super::{action_of, first_link, page, part, revision, verdict_form};
use crate::support::{App, on_both_databases};
use corroborate::claim::{Priority, Risk, SetAsideReason, Substance, WorkState};
use corroborate::history::Action;
use corroborate::review::article::sign_off_article;

on_both_databases! { async App:
    a_claim_goes_its_whole_way_by_forms,
    whoever_set_the_verdict_is_offered_no_sign_off,
    after_sending_the_persons_next_claim_opens,
    a_reviewer_takes_a_claim_and_gives_it_back,
    setting_aside_takes_one_of_the_stated_reasons,
    the_page_offers_to_take_the_last_step_back,
    the_step_that_is_offered_is_the_one_that_is_named,
    no_key_means_two_things_in_any_state,
}

async fn a_claim_goes_its_whole_way_by_forms(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let (at, id) = (page(&claim), claim.id);
    let (link, note) = first_link(&mut app, &claim);
    let reviewer = ron.id.unwrap().to_string();

    let rev = revision(&mut app, id);
    let order = [("assignee", reviewer.as_str()), ("due_on", "2026-03-05"), ("priority", "high"), ("message", "Ring the ministry."), ("revision", &rev)];
    let reply = app.browser_of(&eva).post(&format!("{at}/assign"), &order).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=claim_assigned"));
    let shown = app.browser_of(&ron).get(reply.leads_to()).await.is(200).says("The claim is assigned.").says("Ring the ministry.");
    shown.says("Due 5 Mar 2026").says("Priority: High").says("Yours").says("Begin checking").does_not_say("Sign off<");
    let now = app.desk.now(id);
    assert_eq!((now.assignee_id, Priority::from_rank(now.priority)), (ron.id, Priority::High));

    // Without evidence the verdict is refused, and the page says what is missing and keeps what was typed.
    let rev = revision(&mut app, id);
    let verdict = [
        ("substance", "mostly_accurate"),
        (link.as_str(), "as_stated"),
        (note.as_str(), "Second paragraph"),
        ("rationale", "The figure is an upper bound."),
        ("text_action", "hedge"),
        ("proposed_wording", "up to 400 soldiers"),
        ("revision", &rev),
        ("then", "send"),
    ];
    let reply = app.browser_of(&ron).post(&format!("{at}/verdict"), &verdict).await.is(422);
    let reply = reply.says("a piece of evidence, or a note of what was searched").says("Attach a piece of evidence, or say here what was searched.");
    let form = verdict_form(&reply.body);
    assert!(form.contains(">The figure is an upper bound.</textarea>"), "{form}");
    assert!(form.contains(">up to 400 soldiers</textarea>") && form.contains("value=\"Second paragraph\""), "{form}");
    assert!(part(form, "value=\"mostly_accurate\"", ">").contains("checked"), "{form}");
    assert!(part(form, "value=\"as_stated\"", ">").contains("selected") && part(form, "value=\"hedge\"", ">").contains("selected"), "{form}");
    assert_eq!(app.desk.now(id).state, WorkState::ToCheck, "a refused verdict changes nothing");

    let piece = [("url", "https://ministry.example/briefing"), ("title", "Briefing of 3 February"), ("stance", "partly"), ("grade", "primary")];
    let reply = app.browser_of(&ron).post(&format!("{at}/evidence"), &piece).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=evidence_attached#evidence"));
    let reply = app.browser_of(&ron).post(&format!("{at}/verdict"), &verdict).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=step_send"));
    app.browser_of(&ron).get(reply.leads_to()).await.is(200).says("waits for sign-off").says("The finding waits for a second person.");
    let now = app.desk.now(id);
    assert_eq!((now.state, now.substance, now.verdict_by), (WorkState::InReview, Some(Substance::MostlyAccurate), ron.id));

    // A reviewer can't sign off; an editor sends back with a reason.
    let rev = revision(&mut app, id);
    app.browser_of(&ron).post(&format!("{at}/transition"), &[("to", "signed_off"), ("revision", &rev)]).await.is(403).says("Editor");
    let reply = app.browser_of(&eva).post(&format!("{at}/transition"), &[("to", "checking"), ("reason", "  "), ("revision", &rev)]).await.is(422);
    reply.says("Say why; others will read it in the history.").says("id=\"reason-checking-error\"");
    let back = [("to", "checking"), ("reason", "Which briefing was it?"), ("revision", rev.as_str())];
    let reply = app.browser_of(&eva).post(&format!("{at}/transition"), &back).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=step_send_back"));
    app.browser_of(&ron).get(&at).await.is(200).says("Which briefing was it?");

    // Sent on by somebody else, the finding stays with the person who made it.
    let rev = revision(&mut app, id);
    let again: Vec<(&str, &str)> = verdict.iter().map(|(name, value)| if *name == "revision" { (*name, rev.as_str()) } else { (*name, *value) }).collect();
    app.browser_of(&eva).post(&format!("{at}/verdict"), &again).await.is(303);
    assert_eq!((app.desk.now(id).state, app.desk.now(id).verdict_by), (WorkState::InReview, ron.id));

    app.browser_of(&eva).get(&at).await.is(200).says("Sign off <kbd").says("The figure is an upper bound.");
    let rev = revision(&mut app, id);
    let reply = app.browser_of(&eva).post(&format!("{at}/transition"), &[("to", "signed_off"), ("revision", &rev)]).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=step_sign_off"));
    app.browser_of(&ron).get(&at).await.is(200).says("Signed off by Eva Editor").says("Re-open");

    let rev = revision(&mut app, id);
    let open = [("to", "checking"), ("reason", "The ministry corrected itself."), ("revision", rev.as_str())];
    let reply = app.browser_of(&ron).post(&format!("{at}/transition"), &open).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=step_re_open"));
    let now = app.desk.now(id);
    assert_eq!((now.state, now.signed_off_by), (WorkState::Checking, None));
    let states = app.desk.lines().iter().filter(|line| line.action() == Some(Action::StateChanged)).count();
    assert_eq!(states, 5, "sent, sent back, sent, signed off, opened again");
    app.desk.history_is_whole();
}

async fn whoever_set_the_verdict_is_offered_no_sign_off(mut app: App) {
    let claim = app.desk.claim();
    let (eva, emil) = (app.desk.editor("Eva Editor"), app.desk.editor("Emil Editor"));
    app.desk.move_to(&eva, claim.id, WorkState::Checking);
    app.desk.verdict(&eva, claim.id, Substance::Confirmed);
    app.desk.move_to(&eva, claim.id, WorkState::InReview);
    let at = page(&claim);
    let steps = |body: &str| part(body, "id=\"steps\"", "</section>").to_owned();
    let own = steps(&app.browser_of(&eva).get(&at).await.is(200).body);
    assert!(own.contains("somebody else has to sign it off") && !own.contains("value=\"signed_off\""), "{own}");
    let rev = revision(&mut app, claim.id);
    let sign = [("to", "signed_off"), ("revision", rev.as_str())];
    app.browser_of(&eva).post(&format!("{at}/transition"), &sign).await.is(403).says("You set this verdict, so somebody else has to sign it off.");
    let other = steps(&app.browser_of(&emil).get(&at).await.is(200).body);
    assert!(other.contains("value=\"signed_off\""), "{other}");
    app.browser_of(&emil).post(&format!("{at}/transition"), &sign).await.is(303);
    assert_eq!(app.desk.now(claim.id).signed_off_by, emil.id);
}

async fn after_sending_the_persons_next_claim_opens(mut app: App) {
    let article = app.desk.article();
    let claims = app.desk.claims_of(&article);
    let elsewhere = app.desk.claim();
    let ron = app.desk.reviewer("Ron Reviewer");
    let browser = app.browser_of(&ron);
    for claim in [&claims[0], &claims[1], &elsewhere] {
        browser.post(&format!("{}/assign", page(claim)), &[("assignee", &ron.id.unwrap().to_string())]).await.is(303);
    }
    let finding = [("substance", "unsupported"), ("rationale", "Nobody says so."), ("searched", "Three archives"), ("then", "send")];
    let reply = browser.post(&format!("{}/verdict", page(&claims[0])), &finding).await;
    assert_eq!(reply.leads_to(), format!("{}?done=step_send_next", page(&claims[1])), "the same article comes first");
    browser.get(reply.leads_to()).await.is(200).says("This is your next one.");
    let reply = browser.post(&format!("{}/verdict", page(&claims[1])), &finding).await;
    assert_eq!(reply.leads_to(), format!("{}?done=step_send_next", page(&elsewhere)));
    // A step may also say itself where it goes on.
    browser.post(&format!("{}/verdict", page(&elsewhere)), &finding[..3]).await.is(303);
    let reply = browser.post(&format!("{}/transition", page(&elsewhere)), &[("to", "in_review"), ("next", "/claims?state=checking")]).await;
    assert_eq!(reply.leads_to(), "/claims?state=checking&done=step_send");
}

async fn a_reviewer_takes_a_claim_and_gives_it_back(mut app: App) {
    let claim = app.desk.claim();
    let (ron, rosa) = (app.desk.reviewer("Ron Reviewer"), app.desk.reviewer("Rosa Reviewer"));
    let at = page(&claim);
    let me = |who: &corroborate::account::Acting| who.id.unwrap().to_string();
    app.browser_of(&ron).get(&at).await.is(200).says("Take it").does_not_say("Save the assignment");
    let reply = app.browser_of(&ron).post(&format!("{at}/assign"), &[("assignee", &me(&ron))]).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=claim_taken"));
    app.browser_of(&rosa).get(&at).await.is(200).does_not_say("Take it");
    app.browser_of(&rosa).post(&format!("{at}/assign"), &[("assignee", &me(&rosa))]).await.is(403).says("Editor");
    app.browser_of(&ron).get(&at).await.is(200).says("Give it back");
    let reply = app.browser_of(&ron).post(&format!("{at}/assign"), &[("assignee", "")]).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=claim_given_back"));
    assert_eq!(app.desk.now(claim.id).assignee_id, None);
}

async fn setting_aside_takes_one_of_the_stated_reasons(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let reviewer = app.reviewer();
    let reply = reviewer.post(&format!("{at}/transition"), &[("to", "set_aside"), ("reason", "Seen it before")]).await.is(422);
    let reply = reply.says("Choose why the claim is set aside.").says(">Seen it before</textarea>").says("id=\"set_aside-error\"");
    reply.says("<option value=\"duplicate\">Another claim says the same</option>");
    reviewer.post(&format!("{at}/transition"), &[("to", "set_aside"), ("set_aside", "duplicate"), ("reason", "See claim 2")]).await.is(303);
    let shown = app.reviewer().get(&at).await.is(200).says("Another claim says the same").says("See claim 2").says("Re-open");
    shown.does_not_say("id=\"verdict-form\"");
    assert_eq!(app.desk.now(claim.id).set_aside, Some(SetAsideReason::Duplicate));
}

async fn no_key_means_two_things_in_any_state(mut app: App) {
    for state in [WorkState::ToCheck, WorkState::Checking, WorkState::Waiting, WorkState::InReview, WorkState::SignedOff, WorkState::SetAside] {
        let claim = app.desk.claim_in(state);
        for who in [app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor")] {
            let shown = app.browser_of(&who).get(&page(&claim)).await.is(200).body;
            let mut keys: Vec<&str> = shown.split(" data-key=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
            assert!(keys.contains(&"m"), "a remark can be made in every state");
            keys.sort_unstable();
            let all = keys.len();
            keys.dedup();
            assert_eq!(keys.len(), all, "{state}: {keys:?}");
            // Where a finding is only read, no key changes it by accident.
            let read = [WorkState::InReview, WorkState::SignedOff, WorkState::SetAside].contains(&state);
            assert_eq!(!keys.contains(&"1") && !keys.contains(&"s") && !keys.contains(&"g"), read, "{state}: {keys:?}");
        }
    }
}

async fn the_page_offers_to_take_the_last_step_back(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let editor = app.editor();
    let reply = editor.post(&format!("{at}/risk"), &[("risk", "high")]).await;
    let shown = editor.get(reply.leads_to()).await.is(200).says("The risk is saved.").says("Eva Editor changed the risk from “Normal” to “High”");
    let reply = editor.post(action_of(&shown.body, "/history/"), &[("next", &at)]).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=undone"));
    assert_eq!(Risk::from_rank(app.desk.now(claim.id).risk), Risk::Normal);
}

async fn the_step_that_is_offered_is_the_one_that_is_named(mut app: App) {
    let claim = app.desk.claim_in(WorkState::SignedOff);
    let eva = app.desk.editor("Eva Editor");
    sign_off_article(app.desk.c(), &eva, claim.article_id, "The rest is for tomorrow.", None).unwrap();
    // The article is opened with the claim: a line behind that of the new wording.
    let browser = app.browser_of(&eva);
    let at = page(&claim);
    let reply = browser.post(&format!("{at}/statement"), &[("statement", "It was said better.")]).await;
    let shown = browser.get(reply.leads_to()).await.is(200).says("The statement is saved.");
    browser.post(action_of(&shown.body, "/history/"), &[("next", &at)]).await.is(303);
    assert_eq!(app.desk.now(claim.id).statement, claim.statement);
}
