//! Changing the claim itself, its chain, and talking about it.

use super::{action_of, first_link, page, part};
use crate::support::{App, on_both_databases};
use corroborate::claim::store as claims;
use corroborate::claim::{AttributionVerdict, Role};

on_both_databases! { async App:
    a_chain_is_set_in_the_order_of_its_places_and_keeps_findings,
    a_refused_chain_is_shown_again_as_it_was_typed,
    a_claim_is_reworded_and_its_old_words_stand_in_the_history,
    a_claim_is_taken_out_and_put_back,
    a_remark_is_made_and_settled_once,
}

fn names(app: &mut App, claim: corroborate::ids::ClaimId) -> Vec<(String, Role, Option<AttributionVerdict>)> {
    claims::chains_of(app.desk.c(), &[claim]).unwrap().into_iter().map(|(link, source)| (source.name, link.role, link.verdict)).collect()
}

async fn a_chain_is_set_in_the_order_of_its_places_and_keeps_findings(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let (link, _) = first_link(&mut app, &claim);
    app.reviewer().post(&format!("{at}/verdict"), &[(link.as_str(), "as_stated")]).await.is(303);
    let old = names(&mut app, claim.id);
    assert_eq!((old[0].0.as_str(), old[0].1), ("Bloomberg", Role::Reporter));
    let span = app.desk.chain(claim.id)[0].mention_span().unwrap();
    let mention = format!("{}-{}", span.start, span.end);
    let shown = app.reviewer().get(&at).await.is(200).body;
    assert!(
        part(&shown, "action=\"/claims/", "Evidence").contains(&format!("name=\"mention\" value=\"{mention}\"")),
        "the form carries where the source is named"
    );
    // Three rows: the first stays, a new one comes between, the last is emptied.
    let row = |place: &'static str, source: &'static str, role: &'static str, mention: String| {
        [("place", place.to_owned()), ("source", source.to_owned()), ("role", role.to_owned()), ("mention", mention), ("cue", String::new())]
    };
    let mut fields: Vec<(&str, String)> = Vec::new();
    for row in [
        row("2", "Bloomberg", "reporter", mention.clone()),
        row("1", "The Norland Courier", "reporter", String::new()),
        row("3", "  ", "origin", String::new()),
    ] {
        fields.extend(row);
        fields.extend([("kind", "outlet".to_owned()), ("quotation", "indirect".to_owned())]);
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let reply = app.reviewer().post(&format!("{at}/chain"), &fields).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=chain_changed"));
    let expected = [("The Norland Courier".to_owned(), Role::Reporter, None), ("Bloomberg".to_owned(), Role::Reporter, Some(AttributionVerdict::AsStated))];
    assert_eq!(names(&mut app, claim.id), expected);
    let chain = app.desk.chain(claim.id);
    assert_eq!((chain[1].mention_span(), chain[0].mention_span()), (Some(span), None));
}

async fn a_refused_chain_is_shown_again_as_it_was_typed(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let fields = [("place", "first"), ("source", "A source to keep"), ("role", "origin"), ("kind", "person"), ("quotation", "direct")];
    let reply = app.reviewer().post(&format!("{at}/chain"), &fields).await.is(422);
    let reply = reply.says("A place is a number: 1 is nearest to the reader.").says("value=\"A source to keep\"").says("value=\"first\"");
    reply.says("<option value=\"person\" selected>");
}

async fn a_claim_is_reworded_and_its_old_words_stand_in_the_history(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let reply = app.reviewer().post(&format!("{at}/statement"), &[("statement", " ")]).await.is(422);
    reply.says("id=\"statement-error\"").says("This can’t be empty.");
    let reply = app.reviewer().post(&format!("{at}/statement"), &[("statement", "Norland says 400 soldiers crossed.")]).await;
    let shown = app.reviewer().get(reply.leads_to()).await.is(200).says("The statement is saved.").body;
    assert!(part(&shown, "<h1", "</h1>").contains("Norland says 400 soldiers crossed."), "{shown}");
    assert!(part(&shown, "id=\"history\"", "</section>").contains("Ron Reviewer reworded the claim"), "{shown}");
}

async fn a_claim_is_taken_out_and_put_back(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    app.editor().post(&format!("{at}/remove"), &[("reason", "Said twice")]).await.is(303);
    let shown = app.editor().get(&at).await.is(200).says("This claim was taken out on").says("Put it back").says("Said twice").body;
    assert!(!part(&shown, "<main", "</main>").contains(&format!("action=\"{at}/verdict\"")), "{shown}");
    app.reviewer().get(&at).await.is(200).does_not_say("Put it back");
    app.reviewer().post(&format!("{at}/restore"), &[]).await.is(403).says("Editor");
    let reply = app.editor().post(&format!("{at}/restore"), &[]).await;
    assert_eq!(reply.leads_to(), format!("{at}?done=claim_restored"));
    assert_eq!(app.desk.now(claim.id).removed_at, None);
    app.editor().get(&at).await.is(200).does_not_say("taken out on").says("id=\"verdict-form\"");
}

async fn a_remark_is_made_and_settled_once(mut app: App) {
    let claim = app.desk.claim();
    let at = page(&claim);
    let reply = app.reviewer().post(&format!("{at}/comments"), &[("body", "\n \n")]).await.is(422);
    reply.says("id=\"remark-error\"");
    let reply = app.reviewer().post(&format!("{at}/comments"), &[("body", "Which border?")]).await;
    let remark = reply.leads_to().split_once("#remark-").unwrap().1.to_owned();
    assert_eq!(reply.leads_to(), format!("{at}?remark={remark}&done=comment_added#remark-{remark}"));
    let shown = app.editor().get(&at).await.is(200).says("Which border?").says(&format!("id=\"remark-{remark}\"")).body;
    let settle = action_of(&shown, "/comments/");
    app.editor().post(settle, &[("resolution", "")]).await.is(422).says("This can’t be empty.").says("Which border?");
    let reply = app.editor().post(settle, &[("resolution", "The northern one.")]).await;
    assert_eq!(reply.leads_to(), format!("{at}?remark={remark}&done=comment_resolved#remark-{remark}"));
    app.reviewer().get(&at).await.is(200).says("Settled by Eva Editor").says("The northern one.");
    let reply = app.reviewer().post(settle, &[("resolution", "The southern one.")]).await.is(409);
    reply.says("The southern one.").says("The northern one.");
}
