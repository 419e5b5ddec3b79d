//! What the desk holds of a source: rated from a day on, with reason and author; never changed, withdrawn with a reason.

use crate::support::{App, actions, later, on_both_databases};
use chrono::{Duration, NaiveDate};
use corroborate::history::Action;
use corroborate::source::reliability::{NoteEntry, in_force, rate_source, withdraw_note};
use corroborate::source::{Rating, RegistryError, store};
use serde_json::{Value, json};

on_both_databases! { async App:
    by_page_a_source_is_rated_from_a_day_on,
    in_force_is_what_begins_last_by_the_day,
    a_note_is_withdrawn_with_a_reason_and_stays_to_be_read,
    the_chain_of_a_claim_shows_the_rating_of_today,
    by_program_notes_are_made_and_withdrawn,
    only_who_keeps_the_registry_rates,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn by_page_a_source_is_rated_from_a_day_on(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let source = app.desk.chain(claim.id)[0].source_id;
    let page = format!("/sources/{source}");
    let browser = app.browser_of(&eva);
    let notes = format!("{page}/notes");
    let wrong = browser.post(&notes, &[("note", "Ran a <forged> letter."), ("rating", "superb"), ("holds_from", "2999-01-01")]).await.is(422);
    wrong.says("Ran a &#60;forged&#62; letter.</textarea>").says("rating-error").says("holds-from-error").says("value=\"2999-01-01\"");
    let form = [("note", "Ran a <forged> letter."), ("rating", "unreliable"), ("holds_from", "2026-02-01")];
    assert_eq!(browser.post(&notes, &form).await.leads_to(), format!("{page}?done=reliability_noted#notes"));
    let shown = browser.get(&page).await.is(200).says("Ran a &#60;forged&#62; letter.").says("Eva Editor");
    shown.says("<dt>Reliability</dt><dd><span class=\"attribution attribution--bad\">Not reliable</span> <span class=\"quiet\">from 1 Feb 2026</span></dd>");
    browser.get("/history").await.is(200).says("Eva Editor noted something on the reliability of “Bloomberg”").says("Not reliable");
}

async fn in_force_is_what_begins_last_by_the_day(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let source = app.desk.chain(claim.id)[0].source_id;
    let mut rate = |minutes: i64, rating, holds_from| {
        let entry = NoteEntry { note: "Because.", rating, holds_from };
        rate_source(app.desk.c(), &later(&eva, minutes), source, entry).unwrap().id
    };
    rate(0, "reliable", "2025-01-01");
    let wrong = rate(1, "unreliable", "2026-01-15");
    rate(2, "mixed", "2026-01-15");
    rate(3, "", "");
    rate(4, "unknown", "2024-01-01");
    let held = |app: &mut App, on: &str| {
        let notes: Vec<_> = store::notes_of(app.desk.c(), &[source]).unwrap().into_iter().map(|(note, _)| note).collect();
        in_force(&notes, day(on)).and_then(|note| note.rating)
    };
    for (on, rating) in [
        ("2023-12-31", None),
        ("2024-06-01", Some(Rating::Unknown)),
        ("2025-01-01", Some(Rating::Reliable)),
        ("2026-01-14", Some(Rating::Reliable)),
        ("2026-01-15", Some(Rating::Mixed)),
        ("2026-03-02", Some(Rating::Mixed)),
    ] {
        assert_eq!(held(&mut app, on), rating, "{on}");
    }
    // What is withdrawn was never in force.
    withdraw_note(app.desk.c(), &eva, wrong, "Another paper of the same name.").unwrap();
    assert_eq!(held(&mut app, "2026-01-15"), Some(Rating::Mixed));
    let newest = store::notes_of(app.desk.c(), &[source]).unwrap().into_iter().find(|(note, _)| note.rating == Some(Rating::Mixed)).unwrap().0.id;
    withdraw_note(app.desk.c(), &eva, newest, "Too early to say.").unwrap();
    assert_eq!(held(&mut app, "2026-01-15"), Some(Rating::Reliable));
    let tomorrow = (eva.now.0 + Duration::days(1)).date_naive().to_string();
    let entry = NoteEntry { note: "N", rating: "mixed", holds_from: &tomorrow };
    assert!(matches!(app.desk.refused(|c| rate_source(c, &eva, source, entry)), RegistryError::Invalid(_)));
}

async fn a_note_is_withdrawn_with_a_reason_and_stays_to_be_read(mut app: App) {
    let claim = app.desk.claim();
    let (eva, emil) = (app.desk.editor("Eva Editor"), app.desk.editor("Emil Editor"));
    let source = app.desk.chain(claim.id)[0].source_id;
    let entry = NoteEntry { note: "Ran a forged letter.", rating: "unreliable", holds_from: "" };
    let note = rate_source(app.desk.c(), &eva, source, entry).unwrap().id;
    let error = app.desk.refused(|c| withdraw_note(c, &emil, note, " "));
    assert!(matches!(error, RegistryError::Invalid(_)), "{error:?}");
    let browser = app.browser_of(&emil);
    let page = format!("/sources/{source}");
    browser.get(&page).await.is(200).says(&format!("action=\"/notes/{note}/withdraw\"")).says("<dt>Reliability</dt>");
    let done = browser.post(&format!("/notes/{note}/withdraw"), &[("reason", "Another paper.")]).await;
    assert_eq!(done.leads_to(), format!("{page}?done=reliability_withdrawn#notes"));
    let shown = browser.get(&page).await.is(200).says("<s>Ran a forged letter.</s>").says("Withdrawn by Emil Editor on 2 Mar 2026: Another paper.");
    shown.does_not_say("<dt>Reliability</dt>").does_not_say(&format!("/notes/{note}/withdraw"));
    browser.post(&format!("/notes/{note}/withdraw"), &[("reason", "Again.")]).await.is(409).says("Emil Editor withdrew this note already.");
    browser.get("/history").await.is(200).says("Emil Editor withdrew a note on the reliability of “Bloomberg”").says("Another paper.");
    drop(browser);
    // The report carries it no more.
    let json = app.browser_of(&eva).get(&format!("/articles/{}/report/json", claim.article_id)).await.is(200);
    json.does_not_say("Ran a forged letter.");
    app.desk.history_is_whole();
}

async fn the_chain_of_a_claim_shows_the_rating_of_today(mut app: App) {
    let claim = app.desk.claim();
    let (eva, vera, ron) = (app.desk.editor("Eva Editor"), app.desk.viewer("Vera"), app.desk.reviewer("Ron Reviewer"));
    let source = app.desk.chain(claim.id)[0].source_id;
    let page = format!("/claims/{}", claim.id);
    let badge = "<span class=\"attribution attribution--warn\">Reliable in part</span>";
    app.browser_of(&vera).get(&page).await.is(200).does_not_say(badge);
    let entry = NoteEntry { note: "Corrects late.", rating: "mixed", holds_from: "2026-03-01" };
    rate_source(app.desk.c(), &eva, source, entry).unwrap();
    for who in [&vera, &ron] {
        app.browser_of(who).get(&page).await.is(200).says(badge);
    }
}

async fn by_program_notes_are_made_and_withdrawn(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let source = app.desk.chain(claim.id)[0].source_id;
    let (page, program) = (format!("/api/v1/sources/{source}"), app.program_of(&eva));
    assert_eq!(program.get(&page).await.is(200).json()["rating"], Value::Null);
    let new = json!({"note": "Corrects within a day.", "rating": "reliable", "holds_from": "2026-01-01"});
    let note = program.send("post", &format!("{page}/notes"), &new).await.is(201).json();
    assert_eq!((&note["by"], &note["on"], &note["holds_from"]), (&json!("Eva Editor"), &json!("2026-03-02"), &json!("2026-01-01")));
    let shown = program.get(&page).await.is(200).json();
    assert_eq!((&shown["rating"], &shown["reliability"]), (&json!("reliable"), &json!([note])));
    for (wrong, field) in
        [(json!({"note": " "}), "note"), (json!({"note": "N", "rating": "superb"}), "rating"), (json!({"note": "N", "holds_from": "2999-01-01"}), "holds_from")]
    {
        let refused = program.send("post", &format!("{page}/notes"), &wrong).await.is(422).json();
        assert!(refused["errors"].to_string().contains(field), "{refused}");
    }
    let withdraw = format!("/api/v1/notes/{}/withdraw", note["id"].as_str().unwrap());
    program.send("post", &withdraw, &json!({})).await.is(422);
    let shown = program.send("post", &withdraw, &json!({"reason": "Another one."})).await.is(200).json();
    assert_eq!((&shown["rating"], &shown["reliability"][0]["withdrawn_why"]), (&Value::Null, &json!("Another one.")));
    assert_eq!(program.send("post", &withdraw, &json!({"reason": "R"})).await.is(409).json()["code"], "note_withdrawn");
}

async fn only_who_keeps_the_registry_rates(mut app: App) {
    let claim = app.desk.claim();
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let source = app.desk.chain(claim.id)[0].source_id;
    let (note, lines) = app.desk.watch(|desk| rate_source(desk.c(), &eva, source, NoteEntry { note: "N", rating: "mixed", holds_from: "" }).unwrap());
    assert_eq!(actions(&lines), [Action::ReliabilityNoted]);
    assert!(matches!(app.desk.refused(|c| rate_source(c, &ron, source, NoteEntry { note: "N", ..NoteEntry::default() })), RegistryError::Forbidden(_)));
    assert!(matches!(app.desk.refused(|c| withdraw_note(c, &ron, note.id, "R")), RegistryError::Forbidden(_)));
    app.browser_of(&ron).get(&format!("/sources/{source}")).await.is(200).says("Reliable in part").does_not_say("/withdraw");
}
