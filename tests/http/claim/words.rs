//! Words of the text, marked for a claim: from the reading view, from the claim's page, and by programs.

use super::{page, part};
use crate::support::{App, on_both_databases};
use corroborate::claim::store as claims;
use corroborate::claim::store::Claim;
use serde_json::json;

on_both_databases! { async App:
    marked_words_lead_back_to_where_they_were_marked,
    words_that_are_typed_are_looked_for_in_the_text,
    words_that_are_not_in_the_text_are_shown_again,
    the_chain_form_looks_for_changed_words,
    a_source_is_taken_out_from_the_reading_view,
    the_reading_view_and_the_claim_show_what_is_marked,
    stale_words_are_not_set,
    programs_set_spans_and_places,
}

fn place(app: &mut App, claim: &Claim, words: &str) -> (usize, usize) {
    let text = corroborate::article::store::find_version(app.desk.c(), claim.version_id).unwrap().unwrap().text;
    let start = text.find(words).unwrap();
    (start, start + words.len())
}

fn marked(app: &mut App, claim: &Claim) -> Vec<(String, Option<String>, Option<String>)> {
    claims::chains_of(app.desk.c(), &[claim.id]).unwrap().into_iter().map(|(link, source)| (source.name, link.mention, link.cue)).collect()
}

fn covered(app: &mut App, claim: &Claim) -> Vec<String> {
    claims::spans_of(app.desk.c(), &[claim.id]).unwrap().into_iter().map(|piece| piece.exact).collect()
}

async fn marked_words_lead_back_to_where_they_were_marked(mut app: App) {
    let claim = app.desk.claim();
    let link = app.desk.chain(claim.id)[0].id.to_string();
    let (start, end) = place(&mut app, &claim, "reported on Monday");
    let spans = format!("{start}-{end}");
    let fields = [("as", "cue"), ("spans", spans.as_str()), ("link", link.as_str()), ("revision", "1"), ("in_article", "yes")];
    let reply = app.reviewer().post(&format!("{}/words", page(&claim)), &fields).await;
    assert_eq!(reply.leads_to(), format!("/articles/{}?claim=1&done=cue_marked#claim-1", claim.article_id));
    assert_eq!(marked(&mut app, &claim)[0].2.as_deref(), Some("reported on Monday"));
    app.reviewer().get(reply.leads_to()).await.is(200).says("The reporting words are set.");
    // From the claim's page, back to it.
    let fields = [("as", "source"), ("spans", spans.as_str()), ("link", ""), ("name", "A wire service")];
    let reply = app.reviewer().post(&format!("{}/words", page(&claim)), &fields).await;
    assert_eq!(reply.leads_to(), format!("{}?done=source_marked", page(&claim)));
    let last = marked(&mut app, &claim).pop().unwrap();
    assert_eq!(last, ("A wire service".to_owned(), Some("reported on Monday".to_owned()), None));
    let shown = app.reviewer().get(reply.leads_to()).await.is(200).body;
    assert!(part(&shown, "id=\"history\"", "</section>").contains("corrected what the text says of the sources"), "{shown}");
}

async fn words_that_are_typed_are_looked_for_in_the_text(mut app: App) {
    let claim = app.desk.claim();
    let fields = [("as", "content"), ("words", "400  SOLDIERS crossed\r\n\r\non 3 February"), ("revision", "1")];
    let reply = app.reviewer().post(&format!("{}/words", page(&claim)), &fields).await;
    assert_eq!(reply.leads_to(), format!("{}?done=content_marked", page(&claim)));
    assert_eq!(covered(&mut app, &claim), ["400 soldiers crossed", "on 3 February"]);
    let shown = app.reviewer().get(reply.leads_to()).await.is(200).body;
    assert!(shown.contains(">400 soldiers crossed\non 3 February</textarea>"), "{shown}");
    assert!(part(&shown, "id=\"history\"", "</section>").contains("Ron Reviewer changed which words the claim covers"), "{shown}");
}

async fn words_that_are_not_in_the_text_are_shown_again(mut app: App) {
    let claim = app.desk.claim();
    let before = covered(&mut app, &claim);
    let reply = app.reviewer().post(&format!("{}/words", page(&claim)), &[("as", "content"), ("words", "900 tanks left"), ("revision", "1")]).await.is(422);
    reply.says("“900 tanks left” does not stand in the text.").says(">900 tanks left</textarea>").says("id=\"words-error\"");
    app.reviewer().post(&format!("{}/words", page(&claim)), &[("as", "content"), ("words", " ")]).await.is(422).says("This can’t be empty.");
    app.reviewer().post(&format!("{}/words", page(&claim)), &[("as", "nothing")]).await.is(422).says("Choose one of the values.");
    assert_eq!(covered(&mut app, &claim), before);
}

async fn the_chain_form_looks_for_changed_words(mut app: App) {
    let claim = app.desk.claim();
    let link = app.desk.chain(claim.id).remove(0);
    let mention = link.mention_span().map(|span| format!("{}-{}", span.start, span.end)).unwrap();
    let shown = app.reviewer().get(&page(&claim)).await.is(200).body;
    assert!(shown.contains("name=\"mention_words\" value=\"Bloomberg\""), "{shown}");
    let with = |cue: &'static str| {
        [
            ("place", "1".to_owned()),
            ("source", "Bloomberg".to_owned()),
            ("role", "reporter".to_owned()),
            ("kind", "outlet".to_owned()),
            ("quotation", "mixed".to_owned()),
            ("mention", mention.clone()),
            ("mention_words", "Bloomberg".to_owned()),
            ("cue", String::new()),
            ("cue_words", cue.to_owned()),
        ]
    };
    for (cue, status) in [("reported on Monday", 303), ("whispered", 422)] {
        let fields = with(cue);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = app.reviewer().post(&format!("{}/chain", page(&claim)), &fields).await.is(status);
        if status == 422 {
            reply.says("“whispered” does not stand in the text.").says("name=\"cue_words\" value=\"whispered\"");
        }
    }
    let now = app.desk.chain(claim.id);
    assert_eq!((now.len(), now[0].mention_span(), now[0].cue.as_deref()), (1, link.mention_span(), Some("reported on Monday")));
}

async fn a_source_is_taken_out_from_the_reading_view(mut app: App) {
    let claim = app.desk.claim();
    let chain = app.desk.chain(claim.id);
    let shown = app.reviewer().get(&format!("/articles/{}", claim.article_id)).await.is(200).body;
    let button = format!("name=\"take_out\" value=\"{} 1\"", chain[0].id);
    assert!(shown.contains(&button), "no {button} in {shown}");
    let value = format!("{} 1", chain[0].id);
    let reply = app.reviewer().post(&format!("{}/words", page(&claim)), &[("take_out", value.as_str()), ("in_article", "yes")]).await;
    assert_eq!(reply.leads_to(), format!("/articles/{}?claim=1&done=link_taken_out#claim-1", claim.article_id));
    assert_eq!(app.desk.chain(claim.id).len(), chain.len() - 1);
    // The page is drawn anew: the history tells of it.
    let shown = app.reviewer().get(&format!("/articles/{}", claim.article_id)).await.is(200).body;
    assert!(!shown.contains(&button));
    let vera = app.viewer();
    assert!(!vera.get(&format!("/articles/{}", claim.article_id)).await.is(200).body.contains("take_out"));
    vera.post(&format!("{}/words", page(&claim)), &[("take_out", value.as_str())]).await.is(403);
}

async fn the_reading_view_and_the_claim_show_what_is_marked(mut app: App) {
    let claim = app.desk.claim();
    for at in [format!("/articles/{}", claim.article_id), page(&claim)] {
        let shown = app.reviewer().get(&at).await.is(200).body;
        for words in [
            "<em class=\"mention\">Bloomberg</em>", "<em class=\"cue\">reported</em>", "who said it</em>", "the reporting words</em>", "what was said",
            "Taken for",
        ] {
            assert!(shown.contains(words), "no {words} on {at}: {shown}");
        }
    }
}

async fn stale_words_are_not_set(mut app: App) {
    let claim = app.desk.claim();
    let fields = [("as", "content"), ("words", "400 soldiers"), ("revision", "1")];
    app.reviewer().post(&format!("{}/words", page(&claim)), &fields).await.is(303);
    let again = [("as", "content"), ("words", "3 February"), ("revision", "1")];
    let reply = app.reviewer().post(&format!("{}/words", page(&claim)), &again).await.is(409);
    reply.says("400 soldiers").says(">3 February</textarea>");
    assert_eq!(covered(&mut app, &claim), ["400 soldiers"]);
}

async fn programs_set_spans_and_places(mut app: App) {
    let claim = app.desk.claim();
    let ron = app.desk.reviewer("Ron Reviewer");
    let (at, said) = (place(&mut app, &claim, "400 soldiers crossed"), place(&mut app, &claim, "reported"));
    let change = json!({"revision": 1, "spans": [at], "chain": [{"role": "reporter", "source": "Bloomberg", "cue": said}]});
    let now = app.program_of(&ron).send("patch", &format!("/api/v1{}", page(&claim)), &change).await.is(200).json();
    assert_eq!((&now["quote"], &now["spans"], &now["revision"]), (&json!("400 soldiers crossed"), &json!([at]), &json!(3)));
    assert_eq!((&now["chain"][0]["cue"], &now["chain"][0]["cue_text"], &now["chain"][0]["mention"]), (&json!(said), &json!("reported"), &json!(null)));
    let wrong = json!({"revision": 3, "spans": [[5, 100_000]]});
    app.program_of(&ron).send("patch", &format!("/api/v1{}", page(&claim)), &wrong).await.is(422);
    let wrong = json!({"revision": 3, "chain": [{"role": "reporter", "source": "Bloomberg", "cue": [5, 100_000]}]});
    app.program_of(&ron).send("patch", &format!("/api/v1{}", page(&claim)), &wrong).await.is(422);
    assert_eq!(covered(&mut app, &claim), ["400 soldiers crossed"]);
}
