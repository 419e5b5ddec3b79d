//! The history in words, and taking steps back from it.

use crate::support::{App, later, on_both_databases};
use corroborate::claim::{Risk, Substance, WorkState};
use corroborate::history::Action;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::amend;
use corroborate::review::assign::{Order, assign_claim};
use corroborate::review::discuss::add_comment;

on_both_databases! {
    async App: lines_are_told_in_words_without_a_code_or_an_id_in_sight, the_history_narrows_to_person_article_and_claim,
    pages_follow_each_other_without_gaps_or_doubles, a_long_list_costs_as_many_statements_as_a_short_one, a_step_is_undone_from_the_history,
    a_refused_undo_says_why_and_leads_on, somebody_elses_step_is_an_editors_to_undo, what_is_not_there_is_not_found,
    an_admin_sees_whether_a_chain_is_whole, hostile_names_stay_inert,
}

/// The visible text of a page's timeline, without its markup.
fn told(body: &str) -> String {
    let timeline = body.split_once("<ol class=\"timeline\">").map_or("", |(_, rest)| rest.split_once("</ol>").map_or(rest, |(list, _)| list));
    let mut text = String::new();
    let mut inside = false;
    for c in timeline.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}

fn count(body: &str, part: &str) -> usize {
    body.matches(part).count()
}

async fn lines_are_told_in_words_without_a_code_or_an_id_in_sight(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let claim = app.desk.claim();
    let order = Order { assignee: Some(ron.id), message: "Please ring the ministry.", ..Order::default() };
    assign_claim(app.desk.c(), &later(&eva, 1), claim.id, &order, None).unwrap();
    amend::set_risk(app.desk.c(), &later(&eva, 2), claim.id, Risk::High, None).unwrap();
    amend::reword_claim(app.desk.c(), &later(&ron, 3), claim.id, "400 soldiers crossed.", None).unwrap();
    app.desk.evidence(&ron, claim.id, "The ministry's table");
    app.desk.verdict(&ron, claim.id, Substance::Unsupported);
    app.desk.verdict(&ron, claim.id, Substance::MostlyAccurate);
    add_comment(app.desk.c(), &ron, claim.id, "Who counted them?").unwrap();
    app.desk.move_to(&ron, claim.id, WorkState::InReview);
    app.desk.move_to(&eva, claim.id, WorkState::Checking);
    let body = app.viewer().get(&format!("/history?claim={}", claim.id)).await.is(200).body;
    let text = told(&body);
    for sentence in [
        "Eva Editor gave the claim to Ron Reviewer",
        "Please ring the ministry.",
        "Eva Editor changed the risk from “Normal” to “High”",
        "Ron Reviewer reworded the claim",
        "400 soldiers crossed.",
        "Ron Reviewer attached the evidence “The ministry",
        "Ron Reviewer set the verdict “No adequate evidence found”",
        "Ron Reviewer changed the verdict from “No adequate evidence found” to “Accurate with a flaw”",
        "Who counted them?",
        "Ron Reviewer sent the claim to sign-off",
        "Eva Editor sent the claim back",
        "It has to be.",
        "2 Mar 2026, 09:01 UTC",
    ] {
        assert!(text.contains(sentence), "“{sentence}” is not in\n{text}");
    }
    for hidden in ["unsupported", "mostly_accurate", "in_review", "to_check", &claim.id.to_string(), &ron.id.unwrap().to_string(), "⟨"] {
        assert!(!text.contains(hidden), "“{hidden}” is in\n{text}");
    }
}

async fn the_history_narrows_to_person_article_and_claim(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let claim = app.desk.claim_in(WorkState::Checking);
    let other = app.desk.claim();
    let viewer = app.viewer();
    let mine = viewer.get(&format!("/history?person={}", ron.id.unwrap())).await.is(200).body;
    assert_eq!((count(&mine, "Ron Reviewer began checking"), count(&mine, "put in the article")), (1, 0));
    let all = viewer.get("/history").await.is(200).body;
    assert_eq!(count(&all, "put in the article"), 2, "each article came in once, whatever chains tell of it");
    let one = viewer.get(&format!("/history?article={}", claim.article_id)).await.is(200).body;
    assert_eq!((count(&one, "put in the article"), count(&one, "began checking</p>")), (1, 1));
    let none = viewer.get(&format!("/history?claim={}", other.id)).await.is(200);
    none.says("Nothing in the history fits").says("href=\"/history\"");
}

async fn pages_follow_each_other_without_gaps_or_doubles(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let claim = app.desk.claim();
    for n in 0..120 {
        add_comment(app.desk.c(), &eva, claim.id, &format!("Remark number {n}.")).unwrap();
    }
    let viewer = app.viewer();
    let mut path = format!("/history?claim={}", claim.id);
    let mut seen = Vec::new();
    for _ in 0..3 {
        let body = viewer.get(&path).await.is(200).body;
        seen.extend((0..120).filter(|n| body.contains(&format!("Remark number {n}."))));
        let Some((_, rest)) = body.split_once("rel=\"next\" href=\"") else { break };
        path = rest.split_once('"').unwrap().0.replace("&#38;", "&");
    }
    let mut expected: Vec<i32> = (0..120).collect();
    seen.sort_unstable();
    expected.sort_unstable();
    assert_eq!(seen, expected);
}

async fn a_long_list_costs_as_many_statements_as_a_short_one(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let (one, many) = (app.desk.claim(), app.desk.claim());
    add_comment(app.desk.c(), &eva, one.id, "One.").unwrap();
    for _ in 0..3 {
        add_comment(app.desk.c(), &eva, many.id, "Many.").unwrap();
    }
    let viewer = app.desk.viewer("Vera Viewer");
    let viewer = app.browser_of(&viewer);
    viewer.get("/history").await.is(200);
    let few = app.queries_of(async || drop(viewer.get(&format!("/history?claim={}", one.id)).await.is(200))).await;
    let more = app.queries_of(async || drop(viewer.get(&format!("/history?claim={}", many.id)).await.is(200))).await;
    assert_eq!(few, more);
}

async fn a_step_is_undone_from_the_history(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Waiting);
    let eva = app.desk.editor("Eva Editor");
    let editor = app.browser_of(&eva);
    let line = app_lines(&app, Action::StateChanged).pop().unwrap();
    let next = format!("/history?claim={}", claim.id);
    let reply = editor.post(&format!("/history/{line}/undo"), &[("next", &next)]).await;
    assert_eq!(reply.leads_to(), format!("{next}&done=undone"));
    let page = editor.get(reply.leads_to()).await.is(200);
    let page = page.says("Undone. The history tells of it.").says("undone later").says("takes an earlier step back");
    assert!(told(&page.body).contains("Eva Editor moved the claim from “Waiting” to “Checking”"), "{}", told(&page.body));
    assert_eq!(app.desk.now(claim.id).state, WorkState::Checking);
    app.desk.history_is_whole();
}

fn app_lines(app: &App, action: Action) -> Vec<corroborate::ids::EventId> {
    let mut c = app.web.db.get().unwrap();
    let mut lines = corroborate::history::list(&mut c, &corroborate::history::EventFilter::default(), 1_000).unwrap();
    lines.reverse();
    lines.into_iter().filter(|line| line.action() == Some(action)).map(|line| line.id).collect()
}

async fn a_refused_undo_says_why_and_leads_on(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Waiting);
    let first = app_lines(&app, Action::StateChanged)[0];
    let editor = app.editor();
    let back = format!("/claims/{}", claim.id);
    let reply = editor.post(&format!("/history/{first}/undo"), &[("next", &back)]).await.is(409);
    let reply = reply.says("Something else changed since. Undo that first.").says("Ron Reviewer began checking").says(&format!("href=\"{back}\""));
    reply.says(&format!("href=\"/history?claim={}\"", claim.id));
    assert_eq!(app.desk.now(claim.id).state, WorkState::Waiting);
    // A way out of the site is no way on.
    let import = app_lines(&app, Action::ArticleImported)[0];
    let reply = app.editor().post(&format!("/history/{import}/undo"), &[("next", "//elsewhere.example/")]).await.is(422);
    reply.says("This step can’t be undone.").does_not_say("elsewhere.example");
}

async fn somebody_elses_step_is_an_editors_to_undo(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Waiting);
    let rosa = app.desk.reviewer("Rosa Reviewer");
    let last = app_lines(&app, Action::StateChanged).pop().unwrap();
    let path = format!("/history/{last}/undo");
    let offered = format!("action=\"{path}\"");
    let list = format!("/history?claim={}", claim.id);
    app.browser_of(&rosa).get(&list).await.is(200).does_not_say(&offered);
    app.browser_of(&rosa).post(&path, &[]).await.is(403).says("Editor");
    app.viewer().get(&list).await.is(200).does_not_say("/undo\"");
    app.viewer().post(&path, &[]).await.is(403).says("Reviewer");
    assert_eq!(app.desk.now(claim.id).state, WorkState::Waiting);
    app.reviewer().get(&list).await.is(200).says(&offered);
    app.reviewer().post(&path, &[]).await.is(303);
    assert_eq!(app.desk.now(claim.id).state, WorkState::Checking);
}

async fn what_is_not_there_is_not_found(mut app: App) {
    let unknown = uuid();
    let editor = app.editor();
    for path in ["article", "claim"].map(|name| format!("/history?{name}={unknown}")) {
        editor.get(&path).await.is(404).says("href=\"/\"");
    }
    for name in ["person", "article", "claim", "subject"] {
        editor.get(&format!("/history?{name}=7")).await.is(404);
    }
    editor.post(&format!("/history/{unknown}/undo"), &[]).await.is(404);
    editor.post("/history/7/undo", &[]).await.is(404);
}

fn uuid() -> String {
    "01900000-0000-7000-8000-00000fffffff".to_owned()
}

async fn an_admin_sees_whether_a_chain_is_whole(mut app: App) {
    use diesel::connection::SimpleConnection;
    let article = app.desk.article();
    let path = format!("/history?article={}&check=yes", article.id);
    app.editor().get(&path).await.is(403).says("Admin");
    let admin = app.admin();
    admin.get("/history?check=yes").await.is(200).says("as they were written");
    admin.get(&path).await.is(200).says("as it was written");
    // By hand, past the triggers that refuse it.
    let claim = app.desk.claim_in(WorkState::Checking);
    let tamper = match app.web.db.kind() {
        corroborate::db::DbKind::Sqlite => "DROP TRIGGER events_are_not_updated; UPDATE events SET actor_name = 'Somebody' WHERE action = 'state_changed'",
        corroborate::db::DbKind::Postgres => "ALTER TABLE events DISABLE TRIGGER ALL; UPDATE events SET actor_name = 'Somebody' WHERE action = 'state_changed'",
    };
    app.desk.c().batch_execute(tamper).unwrap();
    let reply = app.admin().get(&format!("/history?article={}&check=yes", claim.article_id)).await.is(200);
    reply.says("role=\"alert\"").says("Line 2 was changed after it was written");
}

async fn hostile_names_stay_inert(mut app: App) {
    let name = "<script>alert(1)</script>\u{202E}evil";
    let eva = app.desk.editor(name);
    let new = NewArticle {
        title: name,
        text: "The finance ministry said the state budget grew by 12 percent in 2025. Bloomberg reported that 400 soldiers crossed the border on 3 February.",
        ..NewArticle::default()
    };
    let article = import_article(app.desk.c(), &eva, &new, &Limits::default()).unwrap().article;
    let claim = app.desk.claims_of(&article).remove(0);
    add_comment(app.desk.c(), &eva, claim.id, name).unwrap();
    amend::reword_claim(app.desk.c(), &eva, claim.id, name, None).unwrap();
    let body = app.viewer().get("/history").await.is(200).does_not_say("<script>alert").body;
    let text = told(&body);
    let sentences: Vec<&str> = text.split("reworded the claim").collect();
    assert!(sentences[0].contains("\u{2068}") && !sentences[0].rsplit('\n').next().unwrap().contains('\u{202E}'), "{text}");
}
