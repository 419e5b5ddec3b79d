//! Evidence: attached, changed, detached, and its own page.

use crate::support::{App, on_both_databases};
use corroborate::evidence::{Grade, Stance, store as evidence};
use corroborate::ids::{ClaimId, EvidenceId};
use corroborate::review::gather;

on_both_databases! { async App:
    a_piece_is_attached_with_everything_that_was_said_of_it,
    a_refused_piece_is_shown_again_with_everything_typed,
    a_piece_is_changed_and_says_something_else_of_the_claim,
    a_stale_change_shows_both_sides_and_keeps_what_was_typed,
    a_piece_serves_a_second_claim_and_is_detached_from_the_first,
    its_page_tells_which_claims_it_serves,
    who_only_reads_is_offered_no_form,
    what_is_not_there_is_not_found,
    its_page_costs_as_many_statements_with_three_claims_as_with_one,
}

const FULL: [(&str, &str); 11] = [
    ("url", "https://ministry.example/briefing?day=3&page=2"),
    ("title", "Briefing of 3 February"),
    ("publisher", "Norland’s defense ministry"),
    ("published_on", "2026-02-03"),
    ("accessed_on", "2026-03-01"),
    ("excerpt", "“Some 400,” said the\r\nspokesman."),
    ("stance", "partly"),
    ("grade", "primary"),
    ("independence", "dependent"),
    ("origin", "Norland’s army"),
    ("note", "Recording in the archive"),
];

fn pieces(app: &mut App, claim: ClaimId) -> Vec<evidence::TiedEvidence> {
    evidence::list_of_claim(app.desk.c(), claim).unwrap()
}

/// A claim with one piece of evidence.
fn with_piece(app: &mut App) -> (ClaimId, EvidenceId) {
    let claim = app.desk.claim().id;
    let ron = app.desk.reviewer("Ron Reviewer");
    (claim, app.desk.evidence(&ron, claim, "The ministry’s table"))
}

async fn a_piece_is_attached_with_everything_that_was_said_of_it(mut app: App) {
    let claim = app.desk.claim().id;
    let fields = [FULL.as_slice(), &[("confidential", "yes")]].concat();
    app.reviewer().post(&format!("/claims/{claim}/evidence"), &fields).await.is(303);
    let shown = app.viewer().get(&format!("/claims/{claim}")).await.is(200);
    for words in [
        "href=\"https://ministry.example/briefing?day=3&#38;page=2\"",
        "rel=\"noopener noreferrer\"",
        "Briefing of 3 February",
        "Supports in part",
        "“Some 400,” said the\nspokesman.",
        "published 3 Feb 2026",
        "seen 1 Mar 2026",
        "Primary",
        "Not independent",
        "goes back to Norland’s army",
        "found by Ron Reviewer",
        "Recording in the archive",
        "Confidential",
    ] {
        assert!(shown.body.contains(words), "“{words}” is not in {}", shown.body);
    }
    let piece = pieces(&mut app, claim).remove(0);
    assert_eq!((piece.tie.stance, piece.piece.grade, piece.piece.confidential), (Stance::Partly, Grade::Primary, true));
}

async fn a_refused_piece_is_shown_again_with_everything_typed(mut app: App) {
    let claim = app.desk.claim().id;
    let mut fields = FULL.to_vec();
    fields[0].1 = "ministry";
    fields[4].1 = "2026-04-01";
    let reply = app.reviewer().post(&format!("/claims/{claim}/evidence"), &fields).await.is(422);
    let reply = reply.says("This is not a web address.").says("This date lies in the future.").says("value=\"ministry\"").says("value=\"2026-02-03\"");
    let reply = reply.says("value=\"Briefing of 3 February\"").says(">Recording in the archive</textarea>");
    reply.says("value=\"partly\" checked").says("<option value=\"primary\" selected>");
    assert_eq!(pieces(&mut app, claim), []);
    app.reviewer().post(&format!("/claims/{claim}/evidence"), &[]).await.is(422).says("Give a link, or at least a title.");
    // A link alone is enough; the same link once more is said.
    let link = [("url", "https://www.example.org/a/b")];
    app.reviewer().post(&format!("/claims/{claim}/evidence"), &link).await.is(303);
    assert_eq!(pieces(&mut app, claim).remove(0).piece.title, "example.org/a/b");
    app.reviewer().get(&format!("/claims/{claim}")).await.is(200).does_not_say("attached more than once");
    app.reviewer().post(&format!("/claims/{claim}/evidence"), &link).await.is(303);
    app.reviewer().get(&format!("/claims/{claim}")).await.is(200).says("“example.org/a/b” is attached more than once.");
}

async fn a_piece_is_changed_and_says_something_else_of_the_claim(mut app: App) {
    let (claim, piece) = with_piece(&mut app);
    let at = format!("/evidence/{piece}");
    let shown = app.reviewer().get(&format!("{at}?claim={claim}")).await.is(200).says("The ministry’s table").says("name=\"stance\"");
    shown.says(&format!("href=\"/claims/{claim}#evidence\""));
    app.reviewer().get(&at).await.is(200).does_not_say("name=\"stance\"");
    let claim_id = claim.to_string();
    let fields = [FULL.as_slice(), &[("stance", "refutes"), ("claim", &claim_id), ("revision", "1")]].concat();
    let fields: Vec<(&str, &str)> = fields.into_iter().filter(|field| *field != ("stance", "partly")).collect();
    let reply = app.reviewer().post(&at, &fields).await;
    assert_eq!(reply.leads_to(), format!("/claims/{claim}?done=evidence_amended#evidence"));
    let shown = app.reviewer().get(reply.leads_to()).await.is(200).says("The evidence is saved.").says("Briefing of 3 February").says("Refutes");
    shown.says("Ron Reviewer changed the evidence");
    assert_eq!(pieces(&mut app, claim).remove(0).tie.stance, Stance::Refutes);
    app.desk.history_is_whole();
}

async fn a_stale_change_shows_both_sides_and_keeps_what_was_typed(mut app: App) {
    let (claim, piece) = with_piece(&mut app);
    let eva = app.desk.editor("Eva Editor");
    let theirs = gather::EvidenceEntry { title: "Eva’s title", publisher: "Eva’s publisher", ..gather::EvidenceEntry::default() };
    gather::amend_evidence(app.desk.c(), &eva, piece, &theirs, None, 1).unwrap();
    let at = format!("/evidence/{piece}");
    let fields = [FULL.as_slice(), &[("revision", "1")]].concat();
    let reply = app.reviewer().post(&at, &fields).await.is(409).says("Somebody changed this while you were working on it");
    let conflict = reply.body.split_once("<section class=\"conflict\"").unwrap().1.split_once("</section>").unwrap().0;
    let (now, yours) = conflict.split_once("As you typed it").unwrap();
    assert!(now.contains("Eva’s title") && now.contains("Eva’s publisher") && now.contains("Secondary"), "{now}");
    assert!(yours.contains("Briefing of 3 February") && yours.contains("Recording in the archive") && yours.contains("Primary"), "{yours}");
    let reply = reply.says("name=\"revision\" value=\"2\"").says("value=\"Briefing of 3 February\"");
    drop(reply);
    app.reviewer().post(&at, &[FULL.as_slice(), &[("revision", "2")]].concat()).await.is(303);
    assert_eq!(pieces(&mut app, claim).remove(0).piece.title, "Briefing of 3 February");
}

async fn a_piece_serves_a_second_claim_and_is_detached_from_the_first(mut app: App) {
    let article = app.desk.article();
    let claims = app.desk.claims_of(&article);
    let ron = app.desk.reviewer("Ron Reviewer");
    let piece = app.desk.evidence(&ron, claims[0].id, "The ministry’s table");
    let second = format!("/claims/{}", claims[1].id);
    app.reviewer().get(&second).await.is(200).says("Use a piece of this article").says(">The ministry’s table</option>");
    let existing = [("evidence", piece.to_string()), ("stance", "context".to_owned())];
    let existing: Vec<(&str, &str)> = existing.iter().map(|(name, value)| (*name, value.as_str())).collect();
    app.reviewer().post(&format!("{second}/evidence"), &existing).await.is(303);
    app.reviewer().post(&format!("{second}/evidence"), &existing).await.is(409).says("This evidence is attached to the claim already.");
    app.reviewer().get(&second).await.is(200).does_not_say("Use a piece of this article");
    let reply = app.reviewer().post(&format!("/claims/{}/evidence/{piece}/detach", claims[0].id), &[]).await;
    assert_eq!(reply.leads_to(), format!("/claims/{}?done=evidence_detached#evidence", claims[0].id));
    app.reviewer().get(reply.leads_to()).await.is(200).says("It stays on the desk and can be attached again.").says("No evidence yet.").says("/undo\"");
    assert_eq!(pieces(&mut app, claims[0].id), []);
    assert_eq!(pieces(&mut app, claims[1].id).remove(0).tie.stance, Stance::Context);
    app.reviewer().post(&format!("/claims/{}/evidence/{piece}/detach", claims[0].id), &[]).await.is(404).says("There is no such piece of evidence here");
}

async fn its_page_tells_which_claims_it_serves(mut app: App) {
    let (claim, piece) = with_piece(&mut app);
    let statement = app.desk.now(claim).statement;
    let shown = app.viewer().get(&format!("/evidence/{piece}")).await.is(200).says("Claims it serves").says("The border").says("Supports");
    let shown = shown.says(&format!("href=\"/claims/{claim}#evidence-{piece}\"")).says("attached by Ron Reviewer, 2 Mar 2026");
    assert!(shown.body.contains(statement.get(..20).unwrap()) && !shown.body.contains('⟨'), "{}", shown.body);
}

async fn who_only_reads_is_offered_no_form(mut app: App) {
    let (_, piece) = with_piece(&mut app);
    let at = format!("/evidence/{piece}");
    app.viewer().get(&at).await.is(200).does_not_say("data-draft=\"piece-");
    app.viewer().post(&at, &[("title", "Mine"), ("revision", "1")]).await.is(403).says("Reviewer");
    app.reviewer().post(&at, &[("title", "Mine")]).await.is(422);
}

async fn what_is_not_there_is_not_found(mut app: App) {
    let (claim, piece) = with_piece(&mut app);
    let unknown = "0190ffff-0000-7000-8000-000000000000";
    for id in [unknown, "7"] {
        app.editor().get(&format!("/evidence/{id}")).await.is(404).says("There is no such piece of evidence here");
        app.editor().post(&format!("/evidence/{id}"), &[("title", "T"), ("revision", "1")]).await.is(404);
    }
    // A claim that it does not serve is no claim to speak of.
    app.editor().get(&format!("/evidence/{piece}?claim={unknown}")).await.is(200).does_not_say("name=\"stance\"");
    let other = app.desk.claim().id;
    assert_ne!(other, claim);
    let other = other.to_string();
    app.editor().post(&format!("/evidence/{piece}"), &[("title", "T"), ("revision", "1"), ("claim", &other)]).await.is(404);
}

async fn its_page_costs_as_many_statements_with_three_claims_as_with_one(mut app: App) {
    let ron = app.desk.reviewer("Ron Reviewer");
    let (_, few) = with_piece(&mut app);
    let (_, many) = with_piece(&mut app);
    for _ in 0..2 {
        let claim = app.desk.claim().id;
        gather::attach_existing(app.desk.c(), &ron, claim, many, "context").unwrap();
    }
    let browser = app.browser_of(&ron);
    browser.get(&format!("/evidence/{few}")).await.is(200);
    let one = app.queries_of(async || drop(browser.get(&format!("/evidence/{few}")).await.is(200))).await;
    let three = app.queries_of(async || drop(browser.get(&format!("/evidence/{many}")).await.is(200))).await;
    assert_eq!(one, three);
}
