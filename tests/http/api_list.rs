//! Lists: every row once, whatever the page's size, in the order asked for; and as many questions to the database for one
//! row as for many.

use crate::support::{App, Visitor, on_both_databases};
use corroborate::claim::WorkState;
use serde_json::{Value, json};
use std::collections::BTreeSet;

on_both_databases! { async App:
    pages_have_every_row_once,
    pages_stay_whole_while_rows_come_in,
    filters_give_what_they_say,
    a_list_asks_as_much_for_many_rows_as_for_one,
}

/// All rows of a list, page by page.
async fn walk(program: &Visitor<'_>, list: &str, limit: usize) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut cursor = String::new();
    for _ in 0..200 {
        let mark = if list.contains('?') { '&' } else { '?' };
        let page = program.get(&format!("/api/v1/{list}{mark}limit={limit}&cursor={cursor}")).await.is(200).json();
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= limit, "{list}");
        rows.extend(items.iter().cloned());
        match page["next_cursor"].as_str() {
            Some(next) => {
                assert_eq!(items.len(), limit, "{list}: only the last page is short");
                next.clone_into(&mut cursor);
            }
            None => return rows,
        }
    }
    panic!("{list} does not end")
}

fn ids(rows: &[Value]) -> Vec<String> {
    rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
}

async fn pages_have_every_row_once(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let claims: Vec<_> = (0..6).map(|_| app.desk.claim()).collect();
    for name in ["Ana", "Ana", "Bo", "Émile", "Zoë"] {
        app.desk.person(&format!("{name} {}", name.len()), "reviewer");
    }
    let program = app.program_of(&eva);
    for n in 0..7 {
        program.send("post", &format!("/api/v1/claims/{}/comments", claims[0].id), &json!({"body": format!("Remark {n}")})).await.is(201);
        program.send("post", "/api/v1/sources", &json!({"name": format!("Source “{n}” 100% _x"), "kind": "person"})).await.is(201);
        program.send("post", &format!("/api/v1/articles/{}/reports", claims[0].article_id), &json!({})).await.is(201);
    }
    for (n, claim) in claims.iter().enumerate() {
        let order = json!({"due_on": format!("2026-03-{:02}", 10 + n / 2), "priority": if n % 2 == 0 { "high" } else { "low" }});
        program.send("post", &format!("/api/v1/claims/{}/assignments", claim.id), &order).await.is(201);
    }
    let lists = [
        "claims".to_owned(),
        "claims?sort=newest".to_owned(),
        "claims?sort=oldest".to_owned(),
        "claims?sort=worthiness".to_owned(),
        "claims?state=to_check,checking&q=soldiers".to_owned(),
        "articles".to_owned(),
        "articles?q=border".to_owned(),
        "sources".to_owned(),
        "sources?q=source".to_owned(),
        "people".to_owned(),
        "history".to_owned(),
        format!("history?subject={}", claims[0].article_id),
        format!("claims/{}/comments", claims[0].id),
        format!("articles/{}/reports", claims[0].article_id),
    ];
    for list in lists {
        let whole = ids(&walk(&program, &list, 200).await);
        assert!(whole.len() >= 5, "{list} has only {}", whole.len());
        assert_eq!(whole.iter().collect::<BTreeSet<_>>().len(), whole.len(), "{list} has a row twice");
        for limit in [1, 2, 3, whole.len()] {
            assert_eq!(ids(&walk(&program, &list, limit).await), whole, "{list} by {limit}");
        }
    }
}

async fn pages_stay_whole_while_rows_come_in(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    for _ in 0..4 {
        app.desk.article();
    }
    let program = app.program_of(&eva);
    let before = ids(&walk(&program, "articles", 200).await);
    let first = program.get("/api/v1/articles?limit=2").await.json();
    program.send("post", "/api/v1/articles", &json!({"text": "Something new came in."})).await.is(201);
    let mut rows = ids(first["items"].as_array().unwrap());
    let mut cursor = first["next_cursor"].as_str().map(str::to_owned);
    while let Some(at) = cursor {
        let page = program.get(&format!("/api/v1/articles?limit=2&cursor={at}")).await.json();
        rows.extend(ids(page["items"].as_array().unwrap()));
        cursor = page["next_cursor"].as_str().map(str::to_owned);
    }
    assert_eq!(rows, before);
}

async fn filters_give_what_they_say(mut app: App) {
    let waiting = app.desk.claim_in(WorkState::Waiting);
    let signed = app.desk.claim_in(WorkState::SignedOff);
    let ron = app.desk.reviewer("Ron Reviewer");
    let program = app.program_of(&ron);
    let found = async |query: &str| ids(&walk(&program, &format!("claims?{query}"), 200).await);
    let (waiting, signed, article) = (waiting.id.to_string(), signed.id.to_string(), signed.article_id);
    assert_eq!(found("state=waiting").await, std::slice::from_ref(&waiting));
    assert_eq!(found("verdict=mostly_accurate").await, std::slice::from_ref(&signed));
    let both: BTreeSet<String> = found("state=waiting,signed_off").await.into_iter().collect();
    assert_eq!(both, BTreeSet::from([waiting.clone(), signed.clone()]));
    assert!(found(&format!("article={article}")).await.contains(&signed));
    assert!(!found(&format!("article={article}")).await.contains(&waiting));
    let mine = found("assignee=me").await;
    assert!(mine.contains(&waiting) && mine.contains(&signed));
    assert!(found("assignee=none").await.iter().all(|id| *id != waiting && *id != signed));
    assert_eq!(found("state=waiting&due_before=2026-03-01").await, [""; 0]);
    assert_eq!(found("attribution=as_stated").await, [""; 0]);
    assert!(found("q=SOLDIERS+cross").await.contains(&signed), "words in any case, the last one begun");
    assert_eq!(found("q=nobody+wrote+this").await, [""; 0]);
    let source = program.get(&format!("/api/v1/claims/{signed}")).await.json()["chain"][0]["source_id"].as_str().unwrap().to_owned();
    assert!(found(&format!("source={source}")).await.contains(&signed));
}

async fn a_list_asks_as_much_for_many_rows_as_for_one(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    for _ in 0..3 {
        let claim = app.desk.claim();
        for title in ["One", "Two", "Three"] {
            app.desk.evidence(&eva, claim.id, title);
        }
    }
    let program = app.program_of(&eva);
    // The first use of a token is noted.
    program.get("/api/v1/people").await.is(200);
    for list in ["claims", "articles", "sources", "people", "history"] {
        let one = app.queries_of(async || drop(program.get(&format!("/api/v1/{list}?limit=1")).await.is(200))).await;
        let three = app.queries_of(async || drop(program.get(&format!("/api/v1/{list}?limit=3")).await.is(200))).await;
        assert_eq!(one, three, "{list}");
    }
}
