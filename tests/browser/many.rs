//! Many claims at once, by mouse and keyboard: a range is ticked, the step is seen, done and taken back as a whole; and
//! a filter is kept under a name.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::claim::WorkState;

on_both_databases! { async Site:
    a_range_is_changed_and_taken_back_as_a_whole,
}

async fn a_range_is_changed_and_taken_back_as_a_whole(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let (eva, ron) = (site.desk.editor("Eva Editor"), site.desk.reviewer("Ron Reviewer"));
    let claims: Vec<_> = (0..4).map(|_| site.desk.claim_in(WorkState::Checking).id).collect();
    let editor = site.browser_of(&eva).await;

    // The filter is kept under a name and stands beside the queue.
    editor.visit("/claims?state=checking").await;
    editor.run("document.querySelector('.saved details').open = true", vec![]).await;
    editor.fill("#view-name", "On it").await;
    editor.press("Save").await;
    editor.says("The view is saved.").await;
    editor.visit("/claims").await;
    editor.follow("On it").await;
    editor.arrives_at("/claims?state=checking").await;

    // Keys: down to the first row, tick it, down twice, tick all between.
    editor.keys("jxjjX").await;
    editor.says("3 ticked").await;
    editor.run("document.querySelector('#bulk-tag-add').closest('details').open = true", vec![]).await;
    editor.fill("#bulk-tag-add", "Border").await;
    editor.run("scrollTo(0, 0)", vec![]).await;
    editor.is_accessible().await;
    editor.press("Change the tags").await;
    editor.says("3 claims would change").await;
    editor.is_accessible().await;

    // Back to the form: nothing is lost.
    editor.press("Back to the form").await;
    editor.says("3 ticked").await;
    assert_eq!(editor.run("return document.querySelector('#bulk-tag-add').value", vec![]).await, "Border");
    editor.run("document.querySelector('#bulk-tag-add').closest('details').open = true", vec![]).await;
    editor.press("Change the tags").await;
    editor.says("3 claims would change").await;
    editor.press("Apply").await;
    editor.says("3 claims were changed.").await;
    editor.is_accessible().await;
    assert_eq!(editor.count(".table .tag").await, 3);
    editor.press("Undo the whole step").await;
    editor.says("Undone.").await;
    assert_eq!(editor.count(".table .tag").await, 0);

    // All that fit, passed on to somebody else where the workload shows them.
    editor.visit("/workload").await;
    editor.is_accessible().await;
    editor.choose(&format!("#to-{}", ron.id.unwrap()), "Eva Editor").await;
    editor.run("document.querySelector('#to-' + arguments[0]).form.requestSubmit()", vec![ron.id.unwrap().to_string().into()]).await;
    editor.says("4 claims would change").await;
    editor.press("Apply").await;
    editor.says("4 claims were changed.").await;
    for claim in claims {
        let now = site.desk.now(claim);
        assert_eq!((now.assignee_id, now.state), (eva.id, WorkState::Checking));
    }
    editor.close().await;
    site.end().await;
}
