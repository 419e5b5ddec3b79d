//! The desk in figures: counted rightly, drawn, and readable as tables; by program and for paper.

use crate::support::{App, because, finding, later, on_both_databases};
use corroborate::claim::{AttributionVerdict, Substance, WorkState};
use corroborate::review::assign::{Order, assign_claim};
use corroborate::review::decide::{self, Finding};
use serde_json::json;

on_both_databases! { async App:
    an_empty_desk_says_that_there_is_nothing_to_count,
    what_waits_is_counted_by_article_person_and_age,
    what_came_out_is_counted_by_week_and_source,
    everything_drawn_can_be_read_as_a_table,
    the_figures_are_there_for_paper,
}

async fn an_empty_desk_says_that_there_is_nothing_to_count(mut app: App) {
    let vera = app.desk.viewer("Vera");
    let page = app.browser_of(&vera).get("/figures").await.is(200);
    assert_eq!(page.body.matches("Nothing to count yet.").count(), 7, "{}", page.body);
    assert!(!page.body.contains("<svg xmlns"), "{}", page.body);
    app.program_of(&vera).get("/api/v1/figures").await.is(200).says("\"articles\":[]");
}

async fn what_waits_is_counted_by_article_person_and_age(mut app: App) {
    let (eva, rita) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Rita Reviewer"));
    let claim = app.desk.claim_in(WorkState::Checking);
    let order = Order { assignee: Some(rita.id), due_on: Some(Some("2026-03-01".parse().unwrap())), ..Order::default() };
    assign_claim(app.desk.c(), &eva, claim.id, &order, None).unwrap();
    let figures = app.program_of(&eva).get("/api/v1/figures").await.is(200).json();
    let article = &figures["articles"][0];
    assert_eq!((&article["id"], &article["states"]), (&json!(claim.article_id), &json!({"checking": 1, "to_check": 1})));
    assert_eq!((&article["sentences"], &article["accounted"]), (&json!(3), &json!(3)));
    let people = figures["people"].as_array().unwrap();
    let of = |name: &str| people.iter().find(|row| row["name"] == name).unwrap();
    assert_eq!(of("Rita Reviewer")["overdue"], 1);
    assert_eq!((&of("")["person_id"], &of("")["later"]), (&json!(null), &json!(1)));
    assert_eq!(figures["ages"][0], json!({"from_days": 0, "before_days": 1, "claims": 2}));
    assert_eq!(figures["ages"].as_array().unwrap().iter().map(|age| age["claims"].as_i64().unwrap()).sum::<i64>(), 2);
}

async fn what_came_out_is_counted_by_week_and_source(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let claim = app.desk.claim();
    let link = app.desk.on_first_link(claim.id, AttributionVerdict::AsStated);
    let found = Finding { links: vec![link], ..finding(Substance::Mixed) };
    decide::set_verdict(app.desk.c(), &ron, claim.id, &found, None).unwrap();
    app.desk.move_to(&ron, claim.id, WorkState::InReview);
    // Three days later.
    let eva = later(&eva, 3 * 24 * 60);
    decide::transition(app.desk.c(), &eva, claim.id, &because(WorkState::SignedOff, ""), None).unwrap();
    let figures = app.program_of(&eva).get("/api/v1/figures").await.is(200).json();
    let weeks = figures["verdicts"].as_array().unwrap();
    assert_eq!((weeks.len(), &weeks[11]), (12, &json!({"week": "2026-03-02", "substance": {"mixed": 1}})));
    let signed = &figures["sign_offs"][11];
    assert_eq!((&signed["claims"], &signed["median_hours"], &signed["ninth_decile_hours"]), (&json!(1), &json!(72.0), &json!(72.0)));
    let source = app.desk.chain(claim.id)[0].source_id;
    let row = figures["sources"].as_array().unwrap().iter().find(|row| row["id"] == json!(source)).unwrap().clone();
    assert_eq!((&row["cited"], &row["substance"], &row["attribution"]), (&json!(1), &json!({"mixed": 1}), &json!({"as_stated": 1})));
}

async fn everything_drawn_can_be_read_as_a_table(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let claim = app.desk.claim_in(WorkState::SignedOff);
    let link = app.desk.on_first_link(claim.id, AttributionVerdict::WordingDiffers);
    let found = Finding { links: vec![link], ..finding(Substance::Mixed) };
    decide::set_verdict(app.desk.c(), &ron, claim.id, &found, None).unwrap();
    app.desk.move_to(&ron, claim.id, WorkState::InReview);
    decide::transition(app.desk.c(), &eva, claim.id, &because(WorkState::SignedOff, ""), None).unwrap();
    let page = app.browser_of(&eva).get("/figures").await.is(200);
    let name = app.program_of(&eva).get(&format!("/api/v1/claims/{}", claim.id)).await.json()["chain"][0]["source"].as_str().unwrap().to_owned();
    // Each chart twice, for wide and for narrow windows, and a table for each.
    assert_eq!((page.body.matches("<svg xmlns").count(), page.body.matches("<table").count()), (14, 7), "{}", page.body);
    page.clone().says("series series--mixed").says("series series--wording_differs").says(&format!(">{name}</a>"));
    page.says(&format!("/articles/{}\">", claim.article_id)).says("3 of 3").says("Wording differs");
}

async fn the_figures_are_there_for_paper(mut app: App) {
    app.desk.claim_in(WorkState::SignedOff);
    let vera = app.desk.viewer("Vera");
    let file = app.browser_of(&vera).get("/figures.pdf").await.is(200);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert!(file.header("content-disposition").contains("figures-2026-03-02.pdf"), "{}", file.header("content-disposition"));
    assert!(file.body.starts_with("%PDF-1.7"), "{}", file.body.chars().take(20).collect::<String>());
}
