//! What is refused: conflicts with both sides, roles, what is not there, hostile texts.

use super::{first_link, page, part, revision, verdict_form};
use crate::support::{App, on_both_databases};
use corroborate::claim::{Risk, Substance, WorkState};
use corroborate::review::{amend, decide};

on_both_databases! { async App:
    a_stale_verdict_shows_both_sides_and_keeps_what_was_typed,
    other_stale_forms_keep_what_was_typed_too,
    a_refusal_that_is_no_conflict_keeps_the_revision_it_was_typed_on,
    what_was_typed_is_shown_where_the_form_is_gone,
    who_may_not_change_reads_and_is_told_who_may,
    what_is_not_there_is_not_found,
    hostile_texts_stay_inert,
    the_page_costs_as_many_statements_with_three_pieces_as_with_one,
    codes_that_do_not_exist_are_refused_at_their_field,
}

async fn a_stale_verdict_shows_both_sides_and_keeps_what_was_typed(mut app: App) {
    let claim = app.desk.claim();
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let (link, note) = first_link(&mut app, &claim);
    let at = page(&claim);
    let old = revision(&mut app, claim.id);
    let finding =
        decide::Finding { substance: Some(Substance::Confirmed), rationale: "The table says so.", searched: "The table", ..decide::Finding::default() };
    decide::set_verdict(app.desk.c(), &eva, claim.id, &finding, None).unwrap();
    let typed = [
        ("substance", "misleading"),
        (link.as_str(), "not_found"),
        (note.as_str(), "Asked twice"),
        ("rationale", "The table is of another year."),
        ("searched", "The other table"),
        ("revision", old.as_str()),
    ];
    let reply = app.browser_of(&ron).post(&format!("{at}/verdict"), &typed).await.is(409);
    let conflict = part(&reply.body, "<section class=\"conflict\"", "</section>");
    let (now, yours) = conflict.split_once("As you typed it").unwrap();
    for words in ["Confirmed", "The table says so.", "Eva Editor set the verdict"] {
        assert!(now.contains(words), "“{words}” is not in {now}");
    }
    for words in ["Misleading", "The table is of another year.", "Not found", "Asked twice", "The other table"] {
        assert!(yours.contains(words), "“{words}” is not in {yours}");
    }
    let form = verdict_form(&reply.body);
    assert!(part(form, "value=\"misleading\"", ">").contains("checked") && form.contains(">The table is of another year.</textarea>"), "{form}");
    let new = revision(&mut app, claim.id);
    assert!(form.contains(&format!("name=\"revision\" value=\"{new}\"")), "{form}");
    assert_eq!(app.desk.now(claim.id).substance, Some(Substance::Confirmed));
    // Sent again as it stands, it takes the place of the other.
    let again: Vec<(&str, &str)> = typed.iter().map(|(name, value)| if *name == "revision" { (*name, new.as_str()) } else { (*name, *value) }).collect();
    app.browser_of(&ron).post(&format!("{at}/verdict"), &again).await.is(303);
    assert_eq!(app.desk.now(claim.id).substance, Some(Substance::Misleading));
}

async fn other_stale_forms_keep_what_was_typed_too(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let eva = app.desk.editor("Eva Editor");
    let at = page(&claim);
    let old = revision(&mut app, claim.id);
    amend::set_risk(app.desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    let rev = ("revision", old.as_str());
    type Form<'f> = (&'f str, Vec<(&'f str, &'f str)>, &'f str);
    let forms: [Form<'_>; 5] = [
        ("statement", vec![("statement", "Other words entirely"), rev], ">Other words entirely</textarea>"),
        ("transition", vec![("to", "set_aside"), ("set_aside", "out_of_scope"), ("reason", "Not our beat"), rev], ">Not our beat</textarea>"),
        ("assign", vec![("assignee", ""), ("due_on", "2026-03-09"), ("priority", "low"), ("message", "No hurry"), rev], ">No hurry</textarea>"),
        ("chain", vec![("source", "Reuters"), ("place", "1"), ("role", "origin"), ("kind", "outlet"), ("quotation", "direct"), rev], "value=\"Reuters\""),
        ("remove", vec![("reason", "Said twice"), rev], ">Said twice</textarea>"),
    ];
    for (form, fields, kept) in forms {
        let reply = app.browser_of(&eva).post(&format!("{at}/{form}"), &fields).await.is(409);
        let reply = reply.says("Somebody changed this while you were working on it").says("Eva Editor changed the risk from “Normal” to “High”").says(kept);
        let new = revision(&mut app, claim.id);
        let shown = part(&reply.body, &format!("action=\"/claims/{}/{form}\"", claim.id), "</form>");
        assert!(reply.body.contains(&format!("name=\"revision\" value=\"{new}\"")), "{form}: {shown}");
    }
}

async fn a_refusal_that_is_no_conflict_keeps_the_revision_it_was_typed_on(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let old = revision(&mut app, claim.id);
    amend::set_risk(app.desk.c(), &eva, claim.id, Risk::High, None).unwrap();
    let typed = [("substance", "confirmed"), ("text_action", "nonsense"), ("rationale", "Because."), ("revision", old.as_str())];
    let reply = app.reviewer().post(&format!("{}/verdict", page(&claim)), &typed).await.is(422);
    let form = verdict_form(&reply.body);
    assert!(form.contains(&format!("name=\"revision\" value=\"{old}\"")), "the change between is not overlooked when the form is sent again: {form}");
}

async fn what_was_typed_is_shown_where_the_form_is_gone(mut app: App) {
    let claim = app.desk.claim();
    let eva = app.desk.editor("Eva Editor");
    let at = page(&claim);
    app.desk.move_to(&eva, claim.id, WorkState::SetAside);
    let typed = [("substance", "mixed"), ("rationale", "I had found something."), ("searched", "Everywhere")];
    let reply = app.reviewer().post(&format!("{at}/verdict"), &typed).await.is(409);
    let reply = reply.says("This claim is set aside. Re-open it first.").says("What you typed");
    let kept = part(&reply.body, "<section class=\"conflict\"", "</section>");
    assert!(kept.contains("I had found something.") && kept.contains("Everywhere") && kept.contains("Partly right"), "{kept}");
    amend::remove_claim(app.desk.c(), &eva, claim.id, "", None).unwrap();
    let reply = app.reviewer().post(&format!("{at}/comments"), &[("body", "What about this?")]).await.is(404);
    reply.says("This claim was taken out on").says("What about this?");
    app.viewer().post(&format!("{at}/comments"), &[("body", "I only read, it seems")]).await.is(403).says("I only read, it seems");
}

async fn who_may_not_change_reads_and_is_told_who_may(mut app: App) {
    let claim = app.desk.claim_in(WorkState::Checking);
    let at = page(&claim);
    let shown = app.viewer().get(&at).await.is(200).body;
    let main = part(&shown, "<main", "</main>");
    assert!(!main.contains("<form"), "a viewer is offered no form: {main}");
    for form in ["verdict", "transition", "assign", "statement", "chain", "evidence", "comments"] {
        app.viewer().post(&format!("{at}/{form}"), &[("to", "waiting")]).await.is(403).says("Reviewer");
    }
    let shown = app.reviewer().get(&at).await.is(200).body;
    for offered in ["risk", "remove"] {
        assert!(!shown.contains(&format!("action=\"/claims/{}/{offered}\"", claim.id)), "{offered}");
        app.reviewer().post(&format!("{at}/{offered}"), &[("risk", "high")]).await.is(403).says("Editor");
    }
    assert_eq!(app.desk.now(claim.id).revision, claim.revision);
}

async fn what_is_not_there_is_not_found(mut app: App) {
    let claim = app.desk.claim();
    let unknown = "0190ffff-0000-7000-8000-000000000000";
    let editor = app.editor();
    for id in [unknown, "7", "%00", "..."] {
        editor.get(&format!("/claims/{id}")).await.is(404).says("There is no such claim here").says("href=\"/\"");
        editor.post(&format!("/claims/{id}/verdict"), &[("substance", "confirmed")]).await.is(404);
        editor.post(&format!("/claims/{id}/transition"), &[("to", "checking")]).await.is(404);
        editor.post(&format!("/comments/{id}/resolve"), &[("resolution", "Done")]).await.is(404);
    }
    let at = page(&claim);
    editor.post(&format!("{at}/assign"), &[("assignee", unknown)]).await.is(404).says("There is no such person here");
    editor.post(&format!("{at}/evidence"), &[("evidence", unknown)]).await.is(404).says("There is no such piece of evidence here");
    editor.post(&format!("{at}/evidence/{unknown}/detach"), &[]).await.is(404);
    let link = format!("attribution_{unknown}");
    editor.post(&format!("{at}/verdict"), &[(link.as_str(), "as_stated"), ("rationale", "Kept")]).await.is(404).says(">Kept</textarea>");
}

async fn hostile_texts_stay_inert(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)> \u{202E}\0 {{ 7*7 }}";
    let (link, note) = first_link(&mut app, &claim);
    let editor = app.editor();
    editor.post(&format!("{at}/statement"), &[("statement", evil)]).await.is(303);
    editor.post(&format!("{at}/comments"), &[("body", evil)]).await.is(303);
    let piece =
        [("title", evil), ("publisher", evil), ("excerpt", evil), ("note", evil), ("origin", evil), ("url", "https://example.org/\"onclick=\"alert(3)")];
    editor.post(&format!("{at}/evidence"), &piece).await.is(303);
    let finding = [
        ("substance", "mixed"),
        (link.as_str(), "other_source"),
        (note.as_str(), evil),
        ("rationale", evil),
        ("searched", evil),
        ("text_action", "cut"),
        ("proposed_wording", evil),
    ];
    editor.post(&format!("{at}/verdict"), &finding).await.is(303);
    let chain = [("source", evil), ("place", "1"), ("role", "origin"), ("kind", "person"), ("quotation", "direct")];
    editor.post(&format!("{at}/chain"), &chain).await.is(303);
    for reply in [editor.get(&at).await.is(200), editor.post(&format!("{at}/transition"), &[("to", "set_aside"), ("reason", evil)]).await.is(422)] {
        let body = reply.body;
        assert!(!body.contains("<script>alert") && !body.contains("<img src=x") && !body.contains("\"onclick=") && !body.contains('\0'), "{body}");
        assert!(body.contains("{{ 7*7 }}"), "the text itself is shown");
    }
    // A link that is no web address is refused and never becomes one to press.
    for url in ["javascript:alert(1)", "data:text/html,x", "//example.org", "file:///etc/passwd"] {
        let reply = editor.post(&format!("{at}/evidence"), &[("url", url), ("title", "A title to keep")]).await.is(422);
        let reply = reply.says("This is not a web address.").says("value=\"A title to keep\"").says("id=\"piece-url-error\"");
        assert!(!reply.body.contains(&format!("href=\"{url}")), "{url}");
    }
}

async fn the_page_costs_as_many_statements_with_three_pieces_as_with_one(mut app: App) {
    let (few, many) = (app.desk.claim(), app.desk.claim());
    let ron = app.desk.reviewer("Ron Reviewer");
    app.desk.evidence(&ron, few.id, "One");
    for title in ["One", "Two", "Three"] {
        app.desk.evidence(&ron, many.id, title);
    }
    let browser = app.browser_of(&ron);
    browser.get(&page(&few)).await.is(200);
    let one = app.queries_of(async || drop(browser.get(&page(&few)).await.is(200))).await;
    let three = app.queries_of(async || drop(browser.get(&page(&many)).await.is(200))).await;
    assert_eq!(one, three);
    // With remarks and a longer chain, too.
    for body in ["One.", "Two.", "Three."] {
        browser.post(&format!("{}/comments", page(&many)), &[("body", body)]).await.is(303);
    }
    browser.post(&format!("{}/comments", page(&few)), &[("body", "One.")]).await.is(303);
    let one = app.queries_of(async || drop(browser.get(&page(&few)).await.is(200))).await;
    let three = app.queries_of(async || drop(browser.get(&page(&many)).await.is(200))).await;
    assert_eq!(one, three);
}

async fn codes_that_do_not_exist_are_refused_at_their_field(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let (link, _) = first_link(&mut app, &claim);
    let editor = app.editor();
    for (form, field, value) in [
        ("verdict", "substance", "true"),
        ("verdict", link.as_str(), "maybe"),
        ("transition", "to", "done"),
        ("assign", "priority", "sometime"),
        ("risk", "risk", "extreme"),
        ("evidence", "grade", "A"),
    ] {
        editor.post(&format!("{at}/{form}"), &[(field, value)]).await.is(422).says("Some fields need another value.");
    }
    editor.post(&format!("{at}/assign"), &[("due_on", "2026-02-30"), ("message", "Kept")]).await.is(422).says("This is not a date.").says(">Kept</textarea>");
    assert_eq!(app.desk.now(claim.id).revision, claim.revision);
}
