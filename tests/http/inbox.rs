//! The inbox: who is told of what, once; reading it by page, by link and by program; and its count while a page is open.

use crate::support::{App, Stream, later, on_both_databases};
use corroborate::account::Acting;
use corroborate::claim::WorkState;
use corroborate::ids::ClaimId;
use corroborate::inbox::News;
use corroborate::inbox::store::{self, Shown};
use corroborate::review::assign::{Order, assign_claim, assign_claims};
use corroborate::review::discuss::{add_comment, reopen_comment, resolve_comment};
use corroborate::review::{decide, undo};
use serde_json::json;

on_both_databases! { async App:
    a_remark_tells_each_person_once_and_never_whoever_made_it,
    what_happens_to_ones_claims_and_verdicts_is_told,
    a_deed_that_does_not_happen_tells_nobody,
    the_page_shows_unread_lines_first_and_a_link_reads_them,
    marking_all_as_read_leaves_what_came_in_meanwhile,
    a_long_inbox_goes_on_page_by_page_at_the_same_cost,
    a_program_reads_its_owners_inbox_and_nobody_elses,
    what_was_said_stays_hidden_from_whoever_checks_a_second_time,
    the_count_is_told_to_whoever_listens_and_to_nobody_else,
    the_count_stands_on_every_page_also_on_one_that_was_kept,
}

fn inbox(app: &mut App, who: &Acting) -> Vec<Shown> {
    store::list(app.desk.c(), who.id.unwrap(), None, false, 200).unwrap()
}

/// What somebody was told of, the newest first.
fn told(app: &mut App, who: &Acting) -> Vec<News> {
    inbox(app, who).into_iter().map(|row| row.line.kind).collect()
}

fn remark(app: &mut App, who: &Acting, claim: ClaimId, body: &str) {
    add_comment(app.desk.c(), who, claim, body).unwrap();
}

async fn a_remark_tells_each_person_once_and_never_whoever_made_it(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva, ana, zoe) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"), app.desk.reviewer("Ana Lima"), app.desk.viewer("Zoe"));
    app.desk.give(claim, &ana);
    remark(&mut app, &ron, claim, "Which year?");
    // Ana has the claim, Ron remarked before; Zoe is named twice, Eva names herself, and a mention goes before a remark.
    remark(&mut app, &eva, claim, "@Zoe, @zoe: look. @Eva @Ana");
    assert_eq!(told(&mut app, &zoe), [News::Mention]);
    assert_eq!(told(&mut app, &ron), [News::Comment]);
    assert_eq!(told(&mut app, &ana), [News::Mention, News::Comment, News::Assigned]);
    assert_eq!(told(&mut app, &eva), []);
    let line = inbox(&mut app, &zoe).remove(0).line;
    assert_eq!((line.claim_id, line.actor_id, line.said.as_str(), line.read_at), (claim, eva.id, "@Zoe, @zoe: look. @Eva @Ana", None));
    // Settling one tells whoever made it; opening it again also whoever settled it.
    let comment = line.comment_id.unwrap();
    resolve_comment(app.desk.c(), &ron, comment, "2025.").unwrap();
    assert_eq!(told(&mut app, &eva), [News::CommentSettled]);
    reopen_comment(app.desk.c(), &ana, comment, "No.").unwrap();
    assert_eq!((told(&mut app, &eva)[0], told(&mut app, &ron)[0]), (News::CommentReopened, News::CommentReopened));
}

async fn what_happens_to_ones_claims_and_verdicts_is_told(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let claim = app.desk.claim_in(WorkState::InReview).id;
    assert_eq!(told(&mut app, &ron), [], "what one does oneself is not told");
    app.desk.move_to(&eva, claim, WorkState::Checking);
    assert_eq!(told(&mut app, &ron), [News::SentBack]);
    assert_eq!(inbox(&mut app, &ron)[0].line.said, "It has to be.");
    app.desk.move_to(&ron, claim, WorkState::InReview);
    app.desk.move_to(&eva, claim, WorkState::SignedOff);
    app.desk.move_to(&eva, claim, WorkState::Checking);
    assert_eq!(told(&mut app, &ron), [News::Reopened, News::SignedOff, News::SentBack]);
    assert_eq!(told(&mut app, &eva), []);
    // Many at once, a message, a date alone, and taking it back.
    let other = app.desk.claim().id;
    let order = Order { assignee: Some(ron.id), message: "Please.", ..Order::default() };
    assign_claims(app.desk.c(), &eva, &[other, claim], &order).unwrap();
    assert_eq!(told(&mut app, &ron)[..2], [News::Assigned, News::Assigned]);
    assert_eq!(inbox(&mut app, &ron)[0].line.said, "Please.");
    let due = Order { due_on: Some(Some(eva.now.0.date_naive())), ..Order::default() };
    assign_claim(app.desk.c(), &eva, other, &due, None).unwrap();
    assert_eq!(told(&mut app, &ron).len(), 5);
    let line = app.desk.lines().pop().unwrap().id;
    undo::undo(app.desk.c(), &eva, line).unwrap();
    assert_eq!(told(&mut app, &ron).len(), 5);
}

async fn a_deed_that_does_not_happen_tells_nobody(mut app: App) {
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let claim = app.desk.claim_in(WorkState::InReview).id;
    // Each is refused without a row being touched.
    app.desk.refused(|c| decide::transition(c, &eva, claim, &crate::support::because(WorkState::Checking, ""), None));
    app.desk.refused(|c| add_comment(c, &eva, claim, " "));
    assert_eq!(told(&mut app, &ron), []);
}

async fn the_page_shows_unread_lines_first_and_a_link_reads_them(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let browser = app.browser_of(&ron).session();
    app.browser_again(&browser).get("/inbox").await.is(200).says("Nothing yet").does_not_say("Mark all as read");
    remark(&mut app, &eva, claim.id, "@Ron, <i>which</i> year?");
    remark(&mut app, &later(&eva, 24 * 60), claim.id, "@Ron, the other one.");
    let lines = inbox(&mut app, &ron);
    let (newest, oldest) = (&lines[0].line, &lines[1].line);
    let his = app.browser_again(&browser);
    let said = format!("Eva Editor speaks to you in a remark on claim {}", claim.number);
    let page = his.get("/inbox").await.is(200).says(&said).says("@Ron, &#60;i&#62;which&#60;/i&#62; year?").says("2 unread").says("The border");
    let place = |page: &str, text: &str| page.find(text).unwrap_or_else(|| panic!("no {text}: {page}"));
    assert!(place(&page.body, "3 Mar 2026</h3>") < place(&page.body, "2 Mar 2026</h3>"));
    // Asking for the headers, and fetching beforehand, is no reading.
    let link = format!("/inbox/{}", newest.id);
    his.get_with(&link, &[("sec-purpose", "prefetch")]).await.leads_to();
    let target = format!("/claims/{}?remark={1}#remark-{1}", claim.id, newest.comment_id.unwrap());
    his.get("/inbox?show=unread").await.says("2 unread");
    assert_eq!(his.get(&link).await.leads_to(), target);
    assert_eq!(his.get(&link).await.leads_to(), target, "a link works as often as one likes");
    let page = his.get("/inbox").await.says("1 unread");
    assert!(place(&page.body, &oldest.id.to_string()) < place(&page.body, ">Read</h2>"));
    assert!(place(&page.body, ">Read</h2>") < place(&page.body, &newest.id.to_string()));
    his.get("/inbox?show=unread").await.does_not_say(&newest.id.to_string());
    // One by its button; then nothing is unread.
    let reply = his.post("/inbox/read", &[("id", &oldest.id.to_string())]).await;
    assert_eq!(reply.leads_to(), "/inbox?done=inbox_read");
    his.get(reply.leads_to()).await.says("Marked as read.").does_not_say("Mark all as read").does_not_say("/undo");
    // What is another's is not there.
    let hers = app.browser_of(&eva);
    hers.get(&link).await.is(404);
    hers.post("/inbox/read", &[]).await.is(400);
}

async fn marking_all_as_read_leaves_what_came_in_meanwhile(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    remark(&mut app, &eva, claim, "@Ron one");
    remark(&mut app, &eva, claim, "@Ron two");
    let session = app.browser_of(&ron).session();
    let page = app.browser_again(&session).get("/inbox").await.is(200).body;
    let up_to = page.split("name=\"up_to\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    remark(&mut app, &eva, claim, "@Ron three");
    app.browser_again(&session).post("/inbox/read", &[("up_to", &up_to), ("show", "unread")]).await.leads_to();
    let unread: Vec<String> = inbox(&mut app, &ron).into_iter().filter(|row| row.line.read_at.is_none()).map(|row| row.line.said).collect();
    assert_eq!(unread, ["@Ron three"]);
}

async fn a_long_inbox_goes_on_page_by_page_at_the_same_cost(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    remark(&mut app, &eva, claim, "@Ron 0");
    let session = app.browser_of(&ron).session();
    let one = app.queries_of(async || drop(app.browser_again(&session).get("/inbox").await.is(200).says("@Ron 0"))).await;
    for n in 1..60 {
        remark(&mut app, &eva, claim, &format!("@Ron {n}"));
    }
    let many = app.queries_of(async || drop(app.browser_again(&session).get("/inbox").await.is(200).says("@Ron 59"))).await;
    assert!(many <= one, "{many} queries for fifty lines, {one} for one");
    let ids: Vec<_> = inbox(&mut app, &ron).into_iter().map(|row| row.line.id).take(5).collect();
    store::mark_read(app.desk.c(), ron.id.unwrap(), &ids, ron.now).unwrap();
    let program = app.program_of(&ron);
    let (mut cursor, mut said) = (String::new(), Vec::new());
    loop {
        let page = program.get(&format!("/api/v1/notifications?limit=25&cursor={cursor}")).await.is(200).json();
        said.extend(page["items"].as_array().unwrap().iter().map(|item| (item["read_at"].is_null(), item["said"].as_str().unwrap().to_owned())));
        let Some(next) = page["next_cursor"].as_str() else { break };
        next.clone_into(&mut cursor);
    }
    let expected: Vec<(bool, String)> =
        (0..55).rev().map(|n| (true, format!("@Ron {n}"))).chain((55..60).rev().map(|n| (false, format!("@Ron {n}")))).collect();
    assert_eq!(said, expected);
    let his = app.browser_again(&session);
    let first = his.get("/inbox").await.body;
    let next = first.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    his.get(&next).await.is(200).says("@Ron 4").says("@Ron 59").does_not_say("@Ron 20").says("First page");
}

async fn a_program_reads_its_owners_inbox_and_nobody_elses(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    app.desk.give(claim.id, &ron);
    remark(&mut app, &eva, claim.id, &format!("@Ron {}", "x".repeat(600)));
    let program = app.program_of(&ron);
    let page = program.get("/api/v1/notifications?unread=true").await.is(200).json();
    assert_eq!((&page["unread"], page["items"].as_array().unwrap().len(), &page["next_cursor"]), (&json!(2), 2, &json!(null)));
    let (first, second) = (&page["items"][0], &page["items"][1]);
    assert_eq!((&first["kind"], &second["kind"]), (&json!("mention"), &json!("assigned")));
    assert_eq!(first["actor"], json!({"id": eva.id, "name": "Eva Editor"}));
    let about = json!({"id": claim.id, "number": claim.number, "statement": claim.statement, "article_id": claim.article_id, "article_title": "The border"});
    assert_eq!(first["claim"], about);
    assert_eq!(first["url"], format!("/claims/{}?remark={1}#remark-{1}", claim.id, first["comment_id"].as_str().unwrap()));
    assert_eq!(first["said"].as_str().unwrap().chars().count(), 501);
    assert_eq!(second["url"], format!("/claims/{}#assigning", claim.id));
    // Another's program can't read it, nor mark it.
    let hers = app.program_of(&eva);
    assert_eq!(hers.get("/api/v1/notifications").await.json()["items"], json!([]));
    let read = "/api/v1/notifications/read";
    assert_eq!(hers.send("post", read, &json!({"ids": [first["id"]]})).await.is(200).json(), json!({"read": 0, "unread": 0}));
    assert_eq!(program.send("post", read, &json!({"ids": [first["id"], first["id"]]})).await.is(200).json(), json!({"read": 1, "unread": 1}));
    assert_eq!(program.send("post", read, &json!({"up_to": page["up_to"]})).await.is(200).json(), json!({"read": 1, "unread": 0}));
    assert_eq!(program.get("/api/v1/notifications?unread=true").await.json()["items"], json!([]));
    assert_eq!(program.get("/api/v1/notifications").await.json()["items"].as_array().unwrap().len(), 2);
    for wrong in [json!({}), json!({"ids": [], "up_to": 3}), json!({"ids": ["no"]}), json!({"upto": 3})] {
        program.send("post", read, &wrong).await.is(422);
    }
}

/// A stream of somebody's inbox, after its first count.
async fn counting(app: &App, who: &Acting, unread: i64) -> Stream {
    let mut stream = app.browser_of(who).listen("/api/v1/events?inbox=true&changes=false", None).await;
    assert_eq!(stream.next_of("inbox").await.data, json!({"unread": unread}));
    stream
}

async fn the_count_is_told_to_whoever_listens_and_to_nobody_else(mut app: App) {
    let claim = app.desk.claim().id;
    let (ron, eva, vera) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"), app.desk.viewer("Vera"));
    let (mut his, mut hers) = (counting(&app, &ron, 0).await, counting(&app, &vera, 0).await);
    let path = format!("/api/v1/claims/{claim}/comments");
    app.program_of(&eva).send("post", &path, &json!({"body": "@Ron, look."})).await.is(201);
    assert_eq!(his.next().await.unwrap().data, json!({"unread": 1}));
    app.program_of(&eva).send("post", &path, &json!({"body": "@Vera and @Ron, look."})).await.is(201);
    assert_eq!(his.next().await.unwrap().data, json!({"unread": 2}));
    assert_eq!(hers.next().await.unwrap().data, json!({"unread": 1}), "she hears of hers alone");
    // Reading in one window is seen in the other; a window that comes again hears the count at once.
    let page = app.program_of(&ron).get("/api/v1/notifications").await.json();
    app.program_of(&ron).send("post", "/api/v1/notifications/read", &json!({"up_to": page["up_to"]})).await.is(200);
    assert_eq!(his.next().await.unwrap().data, json!({"unread": 0}));
    drop(his);
    remark(&mut app, &eva, claim, "@Ron, after a night.");
    counting(&app, &ron, 1).await;
}

async fn the_count_stands_on_every_page_also_on_one_that_was_kept(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let other = app.desk.article().id;
    let (session, hers) = (app.browser_of(&ron).session(), app.browser_of(&eva).session());
    let pages = ["/".to_owned(), format!("/articles/{other}"), "/help".to_owned()];
    for page in &pages {
        app.browser_again(&session).get(page).await.is(200).says(">Inbox, nothing unread<");
    }
    // It comes in through an article of its own: what is kept of the other one is drawn anew all the same.
    app.browser_again(&hers).post(&format!("/claims/{}/comments", claim.id), &[("body", "@Ron, look.")]).await.leads_to();
    for page in &pages {
        app.browser_again(&session).get(page).await.is(200).says(">Inbox, 1 unread<");
    }
    let line = inbox(&mut app, &ron)[0].line.id;
    app.browser_again(&session).get(&format!("/inbox/{line}")).await.leads_to();
    app.browser_again(&session).get(&pages[1]).await.says(">Inbox, nothing unread<");
}

async fn what_was_said_stays_hidden_from_whoever_checks_a_second_time(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva, ana) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"), app.desk.reviewer("Ana Lima"));
    app.desk.give(claim.id, &ron);
    app.desk.verdict(&ron, claim.id, corroborate::claim::Substance::Mixed);
    let path = format!("/api/v1/claims/{}/second-checks", claim.id);
    app.program_of(&eva).send("post", &path, &json!({"checker_id": ana.id, "message": "Please."})).await.is(201);
    remark(&mut app, &ron, claim.id, "@Ana, Zanzibar says otherwise.");
    let page = app.browser_of(&ana).get("/inbox").await.is(200).says("Ron Reviewer speaks to you");
    page.does_not_say("Zanzibar");
    let listed = app.program_of(&ana).get("/api/v1/notifications").await.is(200).says("mention");
    listed.does_not_say("Zanzibar");
}
