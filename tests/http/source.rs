//! The registry of sources: the list, an entry and its conflicts, notes on reliability, the record.

use crate::support::{App, finding, on_both_databases};
use corroborate::claim::AttributionVerdict;
use corroborate::claim::Substance;
use corroborate::ids::SourceId;
use corroborate::review::decide;
use corroborate::source::store;

on_both_databases! { async App:
    a_search_finds_a_source_by_any_of_its_names,
    an_editor_enters_a_source_and_what_is_refused_stays_typed,
    two_people_change_an_entry_and_the_second_sees_both_sides,
    a_note_on_reliability_carries_name_and_day,
    the_record_says_how_a_source_fared,
    whoever_only_checks_is_offered_nothing_to_change,
    words_of_strangers_are_inert,
    what_is_not_there_is_not_found,
    a_list_costs_as_many_statements_with_three_sources_as_with_one,
}

const UNKNOWN: &str = "0190ffff-0000-7000-8000-000000000000";

/// Enters a source and gives the address of its page.
async fn enter(app: &mut App, fields: &[(&str, &str)]) -> String {
    let made = app.editor().post("/sources", fields).await;
    let (page, done) = made.leads_to().split_once('?').unwrap();
    assert_eq!(done, "done=source_added");
    page.to_owned()
}

async fn a_search_finds_a_source_by_any_of_its_names(mut app: App) {
    let page = enter(&mut app, &[("name", "Harbour Authority"), ("kind", "government"), ("aliases", "HA\nPort Office"), ("country", "Norland")]).await;
    enter(&mut app, &[("name", "Quay Weekly"), ("kind", "outlet")]).await;
    let viewer = app.viewer();
    for q in ["harb", "port%20off", "HA"] {
        viewer.get(&format!("/sources?q={q}")).await.is(200).says(&page).says("also HA, Port Office").does_not_say("Quay Weekly");
    }
    viewer.get("/sources?q=nobody-has-this").await.is(200).says("No source has this name").says("Show all sources");
    viewer.get("/sources").await.is(200).says(&page).says("Quay Weekly");
    viewer.get(&page).await.is(200).says("<h1 class=\"break\" dir=\"auto\">Harbour Authority</h1>").says("Port Office").says("Norland").says("Government");
}

async fn an_editor_enters_a_source_and_what_is_refused_stays_typed(mut app: App) {
    let fields = [("name", ""), ("kind", "expert"), ("links", "javascript:alert(1)"), ("interests", "Sells <b>boats</b>")];
    let refused = app.editor().post("/sources", &fields).await.is(422).says("This can’t be empty.");
    refused.says("Sells &#60;b&#62;boats&#60;/b&#62;</textarea>").says("javascript:alert(1)</textarea>").says("<option value=\"expert\" selected>");
    app.editor().get("/sources").await.is(200).says("No sources yet");
    enter(&mut app, &[("name", "Harbour Authority"), ("kind", "government")]).await;
    // The same name in other letters is the same source.
    app.editor().post("/sources", &[("name", "HARBOUR  authority"), ("kind", "outlet")]).await.is(409);
    app.desk.history_is_whole();
}

async fn two_people_change_an_entry_and_the_second_sees_both_sides(mut app: App) {
    let page = enter(&mut app, &[("name", "Harbour Authority"), ("kind", "government")]).await;
    let entry = |name, revision| [("name", name), ("kind", "government"), ("revision", revision)];
    app.editor().post(&page, &entry("Port Authority", "1")).await.is(303);
    let stale = app.editor().post(&page, &entry("Dock Authority", "1")).await.is(409);
    stale.says("Port Authority").says("value=\"Dock Authority\"").says("<dd class=\"wrap-lines\" dir=\"auto\">Dock Authority</dd>");
    app.editor().get(&page).await.is(200).says("Port Authority").does_not_say("Dock Authority");
}

async fn a_note_on_reliability_carries_name_and_day(mut app: App) {
    let page = enter(&mut app, &[("name", "Quay Weekly"), ("kind", "outlet")]).await;
    app.editor().post(&format!("{page}/notes"), &[("note", "  ")]).await.is(422).says("This can’t be empty.");
    let done = app.editor().post(&format!("{page}/notes"), &[("note", "Ran a forged letter in May.")]).await;
    assert_eq!(done.leads_to(), format!("{page}?done=reliability_noted#notes"));
    app.viewer().get(&page).await.is(200).says("Ran a forged letter in May.").says("Eva Editor").says("2 Mar 2026");
}

async fn the_record_says_how_a_source_fared(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron Reviewer");
    let cited: SourceId = app.desk.chain(claim.id)[0].source_id;
    let page = format!("/sources/{cited}");
    app.viewer().get(&page).await.is(200).says("Not judged yet").says(&format!("href=\"/claims?source={cited}\""));
    let links = vec![app.desk.on_first_link(claim.id, AttributionVerdict::MeaningChanged)];
    let found = decide::Finding { links, ..finding(Substance::Incorrect) };
    decide::set_verdict(app.desk.c(), &ron, claim.id, &found, None).unwrap();
    app.viewer().get(&page).await.is(200).says("Meaning changed").says("Incorrect").says("once");
}

async fn whoever_only_checks_is_offered_nothing_to_change(mut app: App) {
    let page = enter(&mut app, &[("name", "Quay Weekly"), ("kind", "outlet")]).await;
    for path in ["/sources", &page] {
        app.viewer().get(path).await.is(200).does_not_say("method=\"post\" action=\"/sources");
        app.viewer().post(path, &[("name", "X"), ("kind", "outlet"), ("revision", "0")]).await.is(403).says("Editor");
    }
    app.viewer().post(&format!("{page}/notes"), &[("note", "X")]).await.is(403);
}

async fn words_of_strangers_are_inert(mut app: App) {
    let name = "<script>alert(1)</script> \u{202e}txt";
    let page = enter(&mut app, &[("name", name), ("kind", "unnamed"), ("aliases", "\"><img src=x>"), ("links", "https://a.example/?<b>")]).await;
    for path in ["/sources", &page] {
        app.editor().get(path).await.is(200).says("&#60;script&#62;alert(1)").does_not_say("<script>alert").does_not_say("<img src=x").does_not_say("?<b>");
    }
}

async fn what_is_not_there_is_not_found(mut app: App) {
    let editor = app.editor();
    for id in [UNKNOWN, "7"] {
        editor.get(&format!("/sources/{id}")).await.is(404);
        editor.post(&format!("/sources/{id}"), &[("name", "X"), ("kind", "outlet"), ("revision", "0")]).await.is(404);
        editor.post(&format!("/sources/{id}/notes"), &[("note", "X")]).await.is(404);
    }
}

async fn a_list_costs_as_many_statements_with_three_sources_as_with_one(mut app: App) {
    enter(&mut app, &[("name", "One"), ("kind", "outlet")]).await;
    let viewer = app.viewer();
    let session = viewer.session();
    let one = app.queries_of(async || drop(app.browser_again(&session).get("/sources").await.is(200))).await;
    for name in ["Two", "Three"] {
        enter(&mut app, &[("name", name), ("kind", "outlet"), ("aliases", "a\nb")]).await;
    }
    assert_eq!(store::list(app.desk.c(), None, None, 10).unwrap().rows.len(), 3);
    let three = app.queries_of(async || drop(app.browser_again(&session).get("/sources").await.is(200))).await;
    assert_eq!(one, three);
}
