//! The main job from an article to a report, by two people, with the mouse and the keyboard.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;

on_both_databases! { async Site:
    an_article_becomes_a_signed_off_report,
}

const TEXT: &str = "Budget talk\n\nThe finance ministry said the state budget grew by 12 percent in 2025.\n\nIs that enough?\n";

async fn an_article_becomes_a_signed_off_report(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (eva, ron) = (site.desk.editor("Eva Editor"), site.desk.reviewer("Ron Reviewer"));

    // The editor puts the article in and sees it broken into claims.
    let editor = site.browser_of(&eva).await;
    editor.visit("/articles/new").await;
    editor.fill("#text", TEXT).await;
    editor.press("Find the claims").await;
    editor.arrives_at("/articles/0").await;
    editor.is_accessible().await;
    editor.says("finance ministry").await;
    assert!(editor.count(".mark").await > 0, "no claim is marked in the text");
    let article = editor.path().await.split(['?', '#']).next().unwrap().to_owned();

    // She gives all of them to the reviewer.
    editor.visit(&format!("/claims?article={}", article.trim_start_matches("/articles/"))).await;
    editor.click("input[data-select-all]").await;
    editor.choose("#bulk-assignee", "Ron Reviewer").await;
    editor.press("Assign").await;
    editor.says("would change").await;
    editor.is_accessible().await;
    editor.press("Apply").await;
    editor.says("changed").await;

    // He finds it in his queue, attaches what he found, decides, and sends it on.
    let reviewer = site.browser_of(&ron).await;
    reviewer.visit("/").await;
    reviewer.says("state budget").await;
    reviewer.keys("jo").await;
    reviewer.arrives_at("/claims/0").await;
    reviewer.is_accessible().await;
    let claim = reviewer.path().await;
    reviewer.run(
        "const form = document.querySelector('form[data-paste]'); form.closest('details').open = true;
         form.querySelector('[name=url]').value = 'https://statistics.example/budget'; form.querySelector('[name=title]').value = 'Budget table'; form.requestSubmit();",
        vec![],
    )
    .await;
    reviewer.says("Budget table").await;
    reviewer.run("document.querySelector('input[name=substance][value=confirmed]').click()", vec![]).await;
    reviewer.fill("textarea[name=rationale]", "The table has the same figure.").await;
    reviewer.click("button[name=then][value=send]").await;
    reviewer.says("The claim waits for sign-off.").await;

    // Whoever set the verdict can't sign it off; somebody else can.
    editor.visit(&claim).await;
    editor.says("In review").await;
    editor.says("The table has the same figure.").await;
    editor.press("Sign off").await;
    editor.says("Signed off").await;

    // The report goes out.
    editor.visit(&format!("{article}/report")).await;
    editor.follow("Open").await;
    editor.says("Show in the article").await;
    editor.says("The table has the same figure.").await;
    editor.visit(&format!("{article}/report")).await;
    editor.press("Freeze the report as it is now").await;
    editor.press("Yes, do it").await;
    editor.says("Report 1").await;
    editor.is_accessible().await;

    reviewer.close().await;
    editor.close().await;
    site.end().await;
}
