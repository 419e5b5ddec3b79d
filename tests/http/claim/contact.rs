//! Who was asked about a claim, on its page.

use crate::support::{App, on_both_databases};
use corroborate::claim::store::{self as claims, Contact};
use corroborate::ids::ClaimId;
use corroborate::review::ask::{self, ContactEntry};

on_both_databases! { async App:
    who_was_asked_is_entered_and_shown,
    a_refused_entry_is_shown_again_with_everything_typed,
    the_answer_is_entered_and_the_entry_taken_out,
    a_stale_change_shows_both_sides_and_keeps_what_was_typed,
    who_only_reads_is_offered_no_form,
    the_page_costs_as_many_statements_with_three_entries_as_with_one,
}

const ASKED: [(&str, &str); 5] =
    [("name", "Min-su Kim"), ("party", "spokesman"), ("channel", "phone"), ("asked_on", "2026-02-27"), ("question", "What <b>was</b> sent?")];

fn entries(app: &mut App, claim: ClaimId) -> Vec<Contact> {
    claims::contacts_of(app.desk.c(), claim).unwrap().into_iter().map(|(row, _)| row).collect()
}

async fn who_was_asked_is_entered_and_shown(mut app: App) {
    let claim = app.desk.claim().id;
    app.reviewer().post(&format!("/claims/{claim}/contacts"), &ASKED).await.is(303);
    let shown = app.viewer().get(&format!("/claims/{claim}")).await.is(200);
    for words in
        ["Asked for comment", "Min-su Kim", "spokesman", "By telephone", "asked on 27 Feb 2026", "What &#60;b&#62;was&#60;/b&#62; sent?", "Answer awaited"]
    {
        assert!(shown.body.contains(words), "{words} is missing");
    }
    assert_eq!(entries(&mut app, claim).len(), 1);
}

async fn a_refused_entry_is_shown_again_with_everything_typed(mut app: App) {
    let claim = app.desk.claim().id;
    let shown = app.reviewer().post(&format!("/claims/{claim}/contacts"), &[("name", ""), ("question", "What was sent?"), ("answer", "Shells.")]).await.is(422);
    assert!(shown.body.contains("What was sent?") && shown.body.contains("Shells."));
    assert!(shown.body.contains("contact-name-error"), "{}", shown.body);
    assert!(entries(&mut app, claim).is_empty());
}

async fn the_answer_is_entered_and_the_entry_taken_out(mut app: App) {
    let claim = app.desk.claim().id;
    app.reviewer().post(&format!("/claims/{claim}/contacts"), &ASKED).await.is(303);
    let entry = entries(&mut app, claim)[0].id;
    let answered =
        [ASKED.as_slice(), &[("revision", "1"), ("outcome", "answered"), ("answer", "What they could hold."), ("answered_on", "2026-02-28")]].concat();
    app.reviewer().post(&format!("/contacts/{entry}"), &answered).await.is(303);
    let shown = app.viewer().get(&format!("/claims/{claim}")).await.is(200);
    assert!(shown.body.contains("What they could hold.") && shown.body.contains("answered on 28 Feb 2026"));
    app.reviewer().post(&format!("/contacts/{entry}/remove"), &[]).await.is(303);
    let shown = app.viewer().get(&format!("/claims/{claim}")).await.is(200);
    assert!(!shown.body.contains(&format!("id=\"contact-{entry}")), "the entry is still there");
}

async fn a_stale_change_shows_both_sides_and_keeps_what_was_typed(mut app: App) {
    let claim = app.desk.claim().id;
    app.reviewer().post(&format!("/claims/{claim}/contacts"), &ASKED).await.is(303);
    let entry = entries(&mut app, claim)[0].id;
    let change = |answer: &'static str| [ASKED.as_slice(), &[("revision", "1"), ("outcome", "answered"), ("answer", answer)]].concat();
    app.reviewer().post(&format!("/contacts/{entry}"), &change("The first answer.")).await.is(303);
    let shown = app.reviewer().post(&format!("/contacts/{entry}"), &change("The second answer.")).await.is(409);
    assert!(shown.body.contains("The first answer.") && shown.body.contains("The second answer."));
    assert_eq!(entries(&mut app, claim)[0].answer, "The first answer.");
}

async fn who_only_reads_is_offered_no_form(mut app: App) {
    let claim = app.desk.claim().id;
    app.reviewer().post(&format!("/claims/{claim}/contacts"), &ASKED).await.is(303);
    let shown = app.viewer().get(&format!("/claims/{claim}")).await.is(200);
    assert!(!shown.body.contains("/contacts"), "a form is offered");
}

async fn the_page_costs_as_many_statements_with_three_entries_as_with_one(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let (few, many) = (app.desk.claim().id, app.desk.claim().id);
    let entry = ContactEntry { name: "The ministry", question: "Is it so?", ..ContactEntry::default() };
    for claim in [few, many, many, many] {
        ask::enter_contact(app.desk.c(), &ron, claim, &entry).unwrap();
    }
    let browser = app.browser_of(&ron);
    browser.get(&format!("/claims/{few}")).await.is(200);
    let one = app.queries_of(async || drop(browser.get(&format!("/claims/{few}")).await.is(200))).await;
    let three = app.queries_of(async || drop(browser.get(&format!("/claims/{many}")).await.is(200))).await;
    assert_eq!(one, three);
}
