//! Remarks that speak to people: who is told, which words tell nobody, links to a remark, and opening one again.

use crate::support::{App, on_both_databases};
use corroborate::account::member;
use corroborate::review::discuss::add_comment;
use serde_json::{Value, json};

on_both_databases! { async App:
    a_remark_tells_those_whom_it_names_and_says_so,
    a_word_that_means_nobody_is_told_as_such_and_the_remark_is_kept,
    a_program_learns_who_is_told,
    a_remark_of_a_megabyte_is_refused_and_nothing_typed_is_lost,
    a_settled_remark_is_opened_again_with_a_reason,
    names_cost_no_more_for_many_remarks,
    a_long_talk_is_shown_in_parts_and_a_link_leads_to_any_remark,
}

async fn a_remark_tells_those_whom_it_names_and_says_so(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva, zoe) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"), app.desk.viewer("Zoé Lefèvre"));
    let at = format!("/claims/{claim}");
    let body = "@eva, see <b>this</b>: @Zoe Lefevre and @Ron Reviewer too. @Eva!";
    let reply = app.browser_of(&ron).post(&format!("{at}/comments"), &[("body", body)]).await;
    let target = reply.leads_to().to_owned();
    let (path, place) = target.split_once('#').unwrap();
    let shown = app.browser_of(&ron).get(path).await.is(200);
    let shown = shown
        .says("Your remark is added. Told: Eva Editor and Zoé Lefèvre.")
        .says(&format!("id=\"{place}\""))
        .says(&format!("href=\"{at}?{}#{place}\"", place.replace("remark-", "remark=")));
    // Each place is marked, and what was written is no markup.
    let told = |name: &str, words: &str, me: &str| format!("<span class=\"told{me}\" title=\"{name}\">{words}</span>");
    let shown = shown.says(&told("Eva Editor", "@eva", "")).says(&told("Zoé Lefèvre", "@Zoe Lefevre", "")).says(&told("Eva Editor", "@Eva", ""));
    shown.says(&told("Ron Reviewer", "@Ron Reviewer", " told--me")).says(", see &#60;b&#62;this&#60;/b&#62;: ");
    // It is said once, to whoever made it.
    app.browser_of(&eva).get(path).await.is(200).does_not_say("Told:").says("<span class=\"told told--me\" title=\"Eva Editor\">@eva</span>");
    app.browser_of(&zoe).get(&at).await.is(200).does_not_say("Told:").does_not_say("name=\"resolution\"");
}

async fn a_word_that_means_nobody_is_told_as_such_and_the_remark_is_kept(mut app: App) {
    let claim = app.desk.claim().id;
    let ron = app.desk.reviewer("Ron Reviewer");
    app.desk.reviewer("Ana Lima");
    app.desk.reviewer("Ana Costa");
    app.desk.admin("Ada Admin");
    let tom = app.desk.reviewer("Tom Gone");
    let cli = app.desk.command_line();
    member::set_disabled(app.desk.c(), &cli, tom.id.unwrap(), true, None).unwrap();
    let body = "@Nobody and @ana and @Tom, as @press_office wrote; mail tom@desk.example.";
    let reply = app.browser_of(&ron).post(&format!("/claims/{claim}/comments"), &[("body", body)]).await;
    let shown = app.browser_of(&ron).get(reply.leads_to()).await.is(200).does_not_say("Told:").does_not_say("class=\"told");
    let shown = shown.says("@Nobody told nobody: nobody here has that name.").says("@ana told nobody: several people here have that name.");
    shown.says("@Tom told nobody: they can no longer sign in.").says("@press_office told nobody").says(body);
}

async fn a_program_learns_who_is_told(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let path = format!("/api/v1/claims/{claim}/comments");
    let made = app.program_of(&ron).send("post", &path, &json!({"body": "Zoé? @Eva, @ron, @Nobody, @Eva"})).await.is(201).json();
    let person = json!({"id": eva.id, "name": "Eva Editor"});
    assert_eq!((&made["told"], &made["told_nobody"]), (&json!([person]), &json!([{"words": "@Nobody", "why": "unknown"}])));
    let mentions = json!([
        {"person": person, "span": [5, 9]}, {"person": {"id": ron.id, "name": "Ron Reviewer"}, "span": [11, 15]}, {"person": person, "span": [26, 30]},
    ]);
    assert_eq!(made["mentions"], mentions);
    let listed = app.program_of(&eva).get(&path).await.is(200).json();
    assert_eq!((&listed["items"][0]["mentions"], &listed["items"][0]["told"]), (&mentions, &Value::Null));
}

async fn a_remark_of_a_megabyte_is_refused_and_nothing_typed_is_lost(mut app: App) {
    let claim = app.desk.claim().id;
    let ron = app.desk.reviewer("Ron Reviewer");
    let body = format!("Begins here. {}Ends here.", "@x é".repeat(250_000));
    assert!(body.len() > 1_000_000);
    let before = app.desk.test_db.all_rows()["comments"].clone();
    let reply = app.browser_of(&ron).post(&format!("/claims/{claim}/comments"), &[("body", &body)]).await.is(422);
    reply.says("id=\"remark-error\"").says("20,000").says(&body);
    let refused = app.program_of(&ron).send("post", &format!("/api/v1/claims/{claim}/comments"), &json!({"body": body})).await.is(422).json();
    assert_eq!(refused["errors"][0]["field"], "body");
    assert_eq!(app.desk.test_db.all_rows()["comments"], before);
}

async fn a_settled_remark_is_opened_again_with_a_reason(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let remark = add_comment(app.desk.c(), &ron, claim, "Which year?").unwrap().comment.id;
    let (settle, reopen) = (format!("/comments/{remark}/resolve"), format!("/comments/{remark}/re-open"));
    let refused = app.browser_of(&eva).post(&reopen, &[("reason", "It is not settled at all.")]).await.is(409);
    refused.says("It is so already.").says("It is not settled at all.");
    app.browser_of(&eva).post(&settle, &[("resolution", "2025.")]).await.leads_to();
    app.browser_of(&ron).post(&reopen, &[("reason", " ")]).await.is(422).says(&format!("id=\"reopen-{remark}-error\""));
    let reply = app.browser_of(&ron).post(&reopen, &[("reason", "The table is of 2024.")]).await;
    assert_eq!(reply.leads_to(), format!("/claims/{claim}?remark={remark}&done=comment_reopened#remark-{remark}"));
    let shown = app.browser_of(&ron).get(reply.leads_to()).await.says("The remark is open again.").does_not_say("Settled by");
    // How it was settled stays in the history.
    shown.says("Ron Reviewer opened a remark again").says("The table is of 2024.").says("2025.");
    let program = app.program_of(&eva);
    assert_eq!(program.send("post", &format!("/api/v1{settle}"), &json!({"resolution": "2024."})).await.is(200).json()["resolution"], "2024.");
    let opened = program.send("post", &format!("/api/v1{reopen}"), &json!({"reason": "No."})).await.is(200).json();
    assert_eq!((&opened["resolution"], &opened["resolved_by"], &opened["revision"]), (&Value::Null, &Value::Null, &json!(5)));
    app.desk.history_is_whole();
}

async fn names_cost_no_more_for_many_remarks(mut app: App) {
    let (few, many) = (app.desk.claim().id, app.desk.claim().id);
    let eva = app.desk.editor("Eva Editor");
    let ron = app.desk.reviewer("Ron Reviewer");
    add_comment(app.desk.c(), &ron, few, "@Eva").unwrap();
    for _ in 0..3 {
        add_comment(app.desk.c(), &ron, many, "@Eva and @Ron Reviewer").unwrap();
    }
    let browser = app.browser_of(&eva);
    let one = app.queries_of(async || drop(browser.get(&format!("/claims/{few}")).await.is(200))).await;
    assert_eq!(one, app.queries_of(async || drop(browser.get(&format!("/claims/{many}")).await.is(200))).await);
}

async fn a_long_talk_is_shown_in_parts_and_a_link_leads_to_any_remark(mut app: App) {
    let claim = app.desk.claim().id;
    let ron = app.desk.reviewer("Ron Reviewer");
    let said: Vec<String> = (1..=405).map(|n| add_comment(app.desk.c(), &ron, claim, &format!("Remark no. {n}.")).unwrap().comment.id.to_string()).collect();
    let (at, place) = (format!("/claims/{claim}"), |n: usize| format!("id=\"remark-{}\"", said[n - 1]));
    let from = |n: usize| format!("{at}?remark={}", said[n - 1]);
    let browser = app.browser_of(&ron);
    let shown = browser.get(&at).await.is(200).says(&place(405)).says(&place(206)).does_not_say(&place(205));
    shown.says("<span class=\"count\">405</span>").says(&format!("href=\"{}#remarks\">Earlier remarks", from(6))).does_not_say("To the newest remarks");
    let shown = browser.get(&from(6)).await.is(200).says(&place(6)).says(&place(205)).does_not_say(&place(206)).does_not_say(&place(5));
    shown.says(&format!("href=\"{}#remarks\">Earlier remarks", from(1))).says("To the newest remarks");
    let shown = browser.get(&from(1)).await.is(200).says(&place(1)).does_not_say("Earlier remarks");
    shown.says(&format!("{}#remark-{}", from(2), said[1]));
    // What one types to an old remark comes back with it.
    let settle = format!("/comments/{}/resolve", said[2]);
    let refused = browser.post(&settle, &[("resolution", &"too long ".repeat(2_500))]).await;
    refused.is(422).says(&place(3)).says("too long too long");
    let settled = browser.post(&settle, &[("resolution", "Done.")]).await;
    let target = settled.leads_to().to_owned();
    browser.get(target.split_once('#').unwrap().0).await.is(200).says(&place(3)).says("Done.").does_not_say("Told:");
    browser.get(&format!("{at}?remark=nothing")).await.is(200).says(&place(405));
}
