//! Public pages as strangers get them: no session, no cookie, no script, kept by whoever asks, and nothing to be learned
//! of what is not public.

use crate::support::{App, Desk, Reply, Stage, TestDb, on_both_databases};
use corroborate::claim::WorkState;
use corroborate::claim::store::Claim;
use corroborate::ids::ArticleId;
use corroborate::report::reader::store as readers;
use corroborate::report::{CorrectionEntry, FrozenReport, enter_correction, freeze_report, publish_report, withdraw_page};
use corroborate::review::amend;
use corroborate::web::WebSettings;
use serde_json::{Value, json};

on_both_databases! { async Site:
    what_is_published_is_read_by_everybody,
    what_is_not_public_looks_like_what_is_not_there,
    whoever_has_the_page_already_is_sent_nothing,
    a_page_says_what_was_frozen_whatever_happens_on_the_desk,
    a_page_runs_nothing_and_sets_nothing,
    no_text_closes_the_data_for_search_engines,
    a_page_that_nobody_can_guess_is_in_no_feed,
    feeds_tell_of_pages_and_corrections,
    a_reader_reports_an_error_without_an_account,
    what_a_reader_typed_is_kept_when_it_is_refused,
    a_program_that_fills_in_what_nobody_sees_reports_nothing,
    a_reader_who_sends_too_much_is_stopped,
    an_editor_publishes_moves_and_takes_back_on_the_reports_page,
    the_desk_answers_what_readers_report,
    programs_publish_and_answer_too,
    who_shares_a_page_shares_its_picture,
}

/// A desk with a public address.
struct Site(App);

impl Stage for Site {
    fn on(db: TestDb) -> Self {
        Self(App::with(db, WebSettings { public_url: Some("https://desk.example.org".to_owned()), ..WebSettings::default() }))
    }
}

fn freeze(desk: &mut Desk, article: ArticleId) -> FrozenReport {
    let eva = desk.editor("Eva Editor");
    freeze_report(desk.c(), &eva, article).unwrap()
}

/// A signed-off claim of an article whose report is public at this address.
fn published(app: &mut App, slug: &str) -> (Claim, FrozenReport) {
    let claim = app.desk.claim_in(WorkState::SignedOff);
    let frozen = freeze(&mut app.desk, claim.article_id);
    let eva = app.desk.editor("Eva Editor");
    publish_report(app.desk.c(), &eva, frozen.id, slug).unwrap();
    (claim, frozen)
}

async fn what_is_published_is_read_by_everybody(Site(mut app): Site) {
    let (claim, frozen) = published(&mut app, "the-border");
    let nobody = app.anonymous();
    let page = nobody.get("/p/the-border").await.is(200).says("The border").says(&claim.statement.replace('\'', "&#39;")).says(&frozen.sha256);
    let page = page.says("href=\"/p/the-border/corrections\"").says("href=\"/p/the-border/error?claim=1\"").says("action=\"/p/the-border/error\"");
    let page = page.says("<link rel=\"canonical\" href=\"https://desk.example.org/p/the-border\">").says("property=\"og:title\"").does_not_say("noindex");
    page.says("2 claims. ").does_not_say("⟨");
    nobody.get("/p/the-border/corrections").await.is(200).says("Nothing has been corrected");
    nobody.get("/p/the-border/error").await.is(200).says("<form");
    nobody.get("/p/the-border/reported").await.is(200).says("Thank you");
    // Signed in or not, it is the same page.
    let same = nobody.get("/p/the-border").await.body;
    assert_eq!(app.editor().get("/p/the-border").await.body, same);
    app.anonymous().get("/static/report.css").await.is(200).says(".claim{");
}

async fn what_is_not_public_looks_like_what_is_not_there(Site(mut app): Site) {
    let (claim, frozen) = published(&mut app, "the-border");
    let eva = app.desk.editor("Eva Editor");
    withdraw_page(app.desk.c(), &eva, claim.article_id, "").unwrap();
    let unpublished = app.desk.article().id;
    freeze(&mut app.desk, unpublished);
    let nobody = app.anonymous();
    let nothing = nobody.get("/p/never-was-there").await.is(404);
    let long = "a".repeat(5_000);
    let others = ["the-border", "THE-BORDER", &frozen.id.to_string(), &unpublished.to_string(), "..%2f..%2fetc", "%00", "%3Cscript%3E", "' OR 1=1 --", &long];
    for slug in others {
        let slug = slug.replace(' ', "%20");
        for part in ["", "/corrections", "/feed.atom", "/error", "/reported"] {
            let reply = nobody.get(&format!("/p/{slug}{part}")).await.is(404);
            assert_eq!(reply.body, nothing.body, "{slug}{part}");
            for header in ["content-security-policy", "cache-control", "etag", "x-robots-tag", "content-type"] {
                assert_eq!(reply.header(header), nothing.header(header), "{slug}{part}: {header}");
            }
        }
        assert_eq!(nobody.post(&format!("/p/{slug}/error"), &[("body", "Wrong.")]).await.is(404).body, nothing.body);
    }
    nobody.get("/p/feed.atom").await.is(404);
    assert_eq!(readers::count_open(app.desk.c(), None).unwrap(), 0);
}

async fn whoever_has_the_page_already_is_sent_nothing(Site(mut app): Site) {
    let (claim, _) = published(&mut app, "the-border");
    for part in ["/p/the-border", "/p/the-border/corrections", "/p/the-border/feed.atom", "/p/feed.atom"] {
        let nobody = app.anonymous();
        let page = nobody.get(part).await.is(200);
        let tag = page.header("etag").to_owned();
        assert!(tag.starts_with("W/\"") && page.header("cache-control") == "public, max-age=60", "{part}: {:?}", page.headers);
        assert!(page.headers.get_all("vary").any(|v| v.as_bytes().eq_ignore_ascii_case(b"accept-encoding")), "{part}: {:?}", page.headers);
        for have in [tag.clone(), format!("\"other\", {tag}"), tag.trim_start_matches("W/").to_owned(), "*".to_owned()] {
            let again = nobody.get_with(part, &[("if-none-match", &have)]).await.is(304);
            assert_eq!((again.length, again.header("etag"), again.header("cache-control")), (0, tag.as_str(), "public, max-age=60"), "{part}: {have}");
        }
        nobody.get_with(part, &[("if-none-match", "\"other\"")]).await.is(200);
    }
    // Another report on the page is another page.
    let before = app.anonymous().get("/p/the-border").await.header("etag").to_owned();
    let eva = app.desk.editor("Eva Editor");
    let second = freeze(&mut app.desk, claim.article_id);
    publish_report(app.desk.c(), &eva, second.id, "").unwrap();
    let after = app.anonymous().get_with("/p/the-border", &[("if-none-match", &before)]).await.is(200);
    assert_ne!(after.header("etag"), before);
    withdraw_page(app.desk.c(), &eva, claim.article_id, "").unwrap();
    app.anonymous().get_with("/p/the-border", &[("if-none-match", after.header("etag"))]).await.is(404);
}

async fn a_page_says_what_was_frozen_whatever_happens_on_the_desk(Site(mut app): Site) {
    let (claim, _) = published(&mut app, "the-border");
    let before = app.anonymous().get("/p/the-border").await.is(200).body;
    let ron = app.desk.reviewer("Ron Reviewer");
    amend::reword_claim(app.desk.c(), &ron, claim.id, "Something else entirely", None).unwrap();
    freeze(&mut app.desk, claim.article_id);
    assert_eq!(app.anonymous().get("/p/the-border").await.body, before);
    // Not by what was kept in memory: another server says the same.
    let other = corroborate::web::Desk::new(app.desk.db(), app.web.catalogue.clone(), app.web.clock, app.desk.ids.clone(), (*app.web.settings).clone());
    app.web = other;
    assert_eq!(app.anonymous().get("/p/the-border").await.body, before);
}

#[track_caller]
fn runs_nothing(reply: &Reply) {
    let policy: Vec<&str> = reply.header("content-security-policy").split(';').map(str::trim).collect();
    assert!(policy.contains(&"default-src 'none'") && policy.contains(&"form-action 'self'"), "{policy:?}");
    assert!(!policy.iter().any(|rule| rule.starts_with("script-src") || rule.starts_with("connect-src") || rule.contains("unsafe")), "{policy:?}");
    assert_eq!(reply.headers.get_all("content-security-policy").count(), 1);
    assert!(reply.headers.get("set-cookie").is_none(), "{:?}", reply.headers);
    for (n, piece) in reply.body.split("<script").enumerate().skip(1) {
        assert!(piece.starts_with(" type=\"application/ld+json\">"), "script {n}: {piece:.80}");
    }
    for part in [" src=\"http", "<link rel=\"stylesheet\" href=\"http", " style=\"", " onload", "<style", "<iframe", "<object"] {
        assert!(!reply.body.contains(part), "{part} is in the page");
    }
}

async fn a_page_runs_nothing_and_sets_nothing(Site(mut app): Site) {
    published(&mut app, "the-border");
    let nobody = app.anonymous();
    for part in ["", "/corrections", "/error?claim=1", "/reported"] {
        runs_nothing(&nobody.get(&format!("/p/the-border{part}")).await.is(200));
    }
    runs_nothing(&nobody.get("/p/nowhere").await.is(404));
    runs_nothing(&nobody.post("/p/the-border/error", &[("body", "")]).await.is(422));
    // A cookie that somebody has changes nothing.
    let with = nobody.get_with("/p/the-border", &[("cookie", "corroborate_session=x; corroborate_language=xx")]).await.is(200);
    assert_eq!(with.body, nobody.get("/p/the-border").await.body);
}

/// The data for search engines in a page.
fn data(page: &str) -> Value {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap_or_else(|| panic!("no data in {page}"));
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

async fn no_text_closes_the_data_for_search_engines(Site(mut app): Site) {
    let (mut settings, revision) = corroborate::account::desk::settings(app.desk.c()).unwrap();
    settings.name = "The <Desk> & Co".to_owned();
    let cli = app.desk.command_line();
    corroborate::account::desk::change_settings(app.desk.c(), &cli, &settings, revision).unwrap();
    let claim = app.desk.claim_in(WorkState::InReview);
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    let finding = corroborate::review::decide::Finding {
        rationale: "Closed: </script><script>alert(1)</script><!-- \u{2028} ]]> &lt;",
        ..crate::support::finding(corroborate::claim::Substance::Mixed)
    };
    corroborate::review::decide::set_verdict(app.desk.c(), &ron, claim.id, &finding, None).unwrap();
    app.desk.move_to(&eva, claim.id, WorkState::SignedOff);
    let frozen = freeze(&mut app.desk, claim.article_id);
    publish_report(app.desk.c(), &eva, frozen.id, "the-border").unwrap();
    let page = app.anonymous().get("/p/the-border").await.is(200);
    runs_nothing(&page);
    assert_eq!(page.body.matches("</script>").count(), 1);
    let data = data(&page.body);
    let item = &data["@graph"][0];
    assert_eq!((item["@type"].as_str(), item["url"].as_str()), (Some("ClaimReview"), Some("https://desk.example.org/p/the-border#claim-1")));
    assert!(item["reviewRating"]["ratingExplanation"].as_str().unwrap().contains("</script><script>alert(1)</script>"), "{item}");
    assert_eq!(item["author"]["name"], "The <Desk> & Co");
    page.says("The &#60;Desk&#62; &#38; Co");
}

async fn a_page_that_nobody_can_guess_is_in_no_feed(Site(mut app): Site) {
    let (claim, frozen) = published(&mut app, "");
    let eva = app.desk.editor("Eva Editor");
    let page = publish_report(app.desk.c(), &eva, frozen.id, "").unwrap();
    let path = format!("/p/{}", page.slug);
    let nobody = app.anonymous();
    let shown = nobody.get(&path).await.is(200).says("<meta name=\"robots\" content=\"noindex, nofollow\">");
    assert_eq!(shown.header("x-robots-tag"), "noindex, nofollow");
    nobody.get("/p/feed.atom").await.is(404);
    let (other, _) = published(&mut app, "another");
    assert_ne!(other.article_id, claim.article_id);
    app.anonymous().get("/p/feed.atom").await.is(200).says("/p/another").does_not_say(&page.slug);
}

async fn feeds_tell_of_pages_and_corrections(Site(mut app): Site) {
    let (claim, _) = published(&mut app, "the-border");
    let eva = app.desk.editor("Eva Editor");
    let entry = CorrectionEntry {
        claim: Some(claim.id),
        kind: "correction",
        was: "400 <soldiers>",
        now_says: "380 soldiers",
        why: "The minutes say so.",
        found_by: "A reader",
        published_on: "2026-03-01",
    };
    enter_correction(app.desk.c(), &eva, claim.article_id, &entry).unwrap();
    // It stands on the page with the report that was frozen after it.
    app.anonymous().get("/p/the-border/corrections").await.is(200).does_not_say("380 soldiers");
    let second = freeze(&mut app.desk, claim.article_id);
    publish_report(app.desk.c(), &eva, second.id, "").unwrap();
    let nobody = app.anonymous();
    let page = nobody.get("/p/the-border/corrections").await.is(200).says("400 &#60;soldiers&#62;").says("380 soldiers").says("id=\"correction-1\"");
    page.says("href=\"/p/the-border#claim-1\"").says("approved by Eva Editor").says("found by A reader");
    nobody.get("/p/the-border").await.is(200).says("380 soldiers");
    let feed = nobody.get("/p/the-border/feed.atom").await.is(200);
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    let feed = feed.says("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">").says("400 &lt;soldiers&gt;");
    let feed = feed.says("<id>https://desk.example.org/p/the-border/corrections#correction-1</id>").says("<updated>2026-03-01T00:00:00Z</updated>");
    feed.says("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://desk.example.org/p/the-border/feed.atom\"/>").says("<author><name>");
    let desk = nobody.get("/p/feed.atom").await.is(200).says("<title>The border</title>").says("href=\"https://desk.example.org/p/the-border\"");
    assert_eq!(desk.body.matches("<entry>").count(), 1);
}

async fn a_reader_reports_an_error_without_an_account(Site(mut app): Site) {
    let (claim, _) = published(&mut app, "the-border");
    let sent = app.anonymous().post("/p/the-border/error", &[("claim", "1"), ("body", "It was 380."), ("contact", ""), ("website", "")]).await;
    assert_eq!(sent.leads_to(), "/p/the-border/reported");
    let rows = readers::list(app.desk.c(), &readers::ReaderFilter::default(), 10).unwrap();
    assert_eq!(rows.iter().map(|row| (row.report.claim_id, row.report.body.as_str())).collect::<Vec<_>>(), [(Some(claim.id), "It was 380.")]);
    app.reviewer().get("/").await.is(200).says("One report from a reader waits for an answer");
    app.reviewer().get("/claims").await.is(200).says("href=\"/readers\"");
}

async fn what_a_reader_typed_is_kept_when_it_is_refused(Site(mut app): Site) {
    published(&mut app, "the-border");
    let nobody = app.anonymous();
    let page = nobody.post("/p/the-border/error", &[("claim", "77"), ("body", "<b>It</b> was 380."), ("contact", "Jane \"Roe\"")]).await.is(422);
    let page = page.says("This page has no claim with that number.").says("&#60;b&#62;It&#60;/b&#62; was 380.</textarea>").says("value=\"77\"");
    page.says("value=\"Jane &#34;Roe&#34;\"").says("aria-describedby=\"claim-error\"");
    nobody.post("/p/the-border/error", &[("body", "")]).await.is(422).says("This can’t be empty.");
    let long = "x".repeat(3_000);
    nobody.post("/p/the-border/error", &[("body", &long)]).await.is(422).says("at most 2,000 fit").says(&long);
    // Prefilled by a link at a claim; with digits and nothing else.
    nobody.get("/p/the-border/error?claim=1%22%3E%3Cscript%3E").await.is(200).says("value=\"1\"").does_not_say("<script>");
    assert_eq!(readers::count_open(app.desk.c(), None).unwrap(), 0);
}

async fn a_program_that_fills_in_what_nobody_sees_reports_nothing(Site(mut app): Site) {
    published(&mut app, "the-border");
    let sent = app.anonymous().post("/p/the-border/error", &[("body", "Buy pills"), ("website", "https://pills.example")]).await;
    assert_eq!(sent.leads_to(), "/p/the-border/reported");
    assert_eq!(readers::count_open(app.desk.c(), None).unwrap(), 0);
}

async fn a_reader_who_sends_too_much_is_stopped(Site(mut app): Site) {
    published(&mut app, "the-border");
    let megabyte = "x".repeat(1_000_000);
    app.anonymous().post("/p/the-border/error", &[("body", &megabyte)]).await.is(413).says("This is too long.").says("<form");
    let before = app.desk.lines().len();
    let mut stopped = false;
    for n in 0..20 {
        let reply = app.anonymous().post("/p/the-border/error", &[("body", &format!("Report {n}"))]).await;
        if reply.status == 429 {
            reply.says("Several reports came from your address").says(&format!("Report {n}</textarea>"));
            stopped = true;
            break;
        }
        reply.leads_to();
    }
    assert!(stopped);
    assert_eq!(app.desk.lines().len() - before, 5);
    // A form that another site sends is not taken.
    let (form, from) = ("application/x-www-form-urlencoded", [("origin", "https://evil.example")]);
    let reply = app.anonymous().send_bytes("post", "/p/the-border/error", form, b"body=Hm".to_vec(), &from).await;
    reply.is(403).says("Hm</textarea>");
}

async fn an_editor_publishes_moves_and_takes_back_on_the_reports_page(Site(mut app): Site) {
    let article = app.desk.article().id;
    let (first, second) = (freeze(&mut app.desk, article), freeze(&mut app.desk, article));
    let at = |frozen: &FrozenReport| format!("/reports/{}", frozen.id);
    app.reviewer()
        .get(&at(&first))
        .await
        .is(200)
        .says("Nobody outside the desk can read this report.")
        .says("An editor of your desk can publish")
        .does_not_say("/publish\"");
    let refused = app.editor().post(&format!("{}/publish", at(&first)), &[("address", "No Address!")]).await.is(422);
    refused.says("value=\"No Address!\"").says("id=\"address-error\"").says("An address has letters from a to z");
    let done = app.editor().post(&format!("{}/publish", at(&first)), &[("address", "The-Border")]).await;
    assert_eq!(done.leads_to(), format!("{}?done=page_published#public", at(&first)));
    let shown = app.editor().get(&format!("{}?done=page_published", at(&first))).await.is(200).says("The report is public.").says("Undo");
    shown.says("https://desk.example.org/p/the-border</a>").says("/withdraw\"");
    app.editor().get(&at(&second)).await.is(200).says("Report 1 of this article is public:").says("Put this report there instead");
    let moved = app.editor().post(&format!("{}/publish", at(&second)), &[]).await;
    assert_eq!(moved.leads_to(), format!("{}?done=page_moved#public", at(&second)));
    app.anonymous().get("/p/the-border").await.is(200).says(&second.sha256);
    let other = app.desk.article().id;
    let third = freeze(&mut app.desk, other);
    app.editor().post(&format!("{}/publish", at(&third)), &[("address", "the-border")]).await.is(422).says("This address is taken. Choose another.");
    app.editor().post(&format!("/articles/{article}/withdraw"), &[]).await.leads_to();
    app.anonymous().get("/p/the-border").await.is(404);
    app.editor().get(&at(&second)).await.is(200).says("value=\"the-border\"");
    app.editor().get("/history").await.is(200).says("Eva Editor took the public page back").says("published report 1 for everybody, at “the-border”");
    app.reviewer().post(&format!("{}/publish", at(&first)), &[]).await.is(403);
    app.desk.history_is_whole();
}

async fn the_desk_answers_what_readers_report(Site(mut app): Site) {
    let (claim, _) = published(&mut app, "the-border");
    app.anonymous().post("/p/the-border/error", &[("claim", "1"), ("body", "<i>It</i> was 380."), ("contact", "me@example.org")]).await.leads_to();
    let id = readers::list(app.desk.c(), &readers::ReaderFilter::default(), 1).unwrap().remove(0).report.id;
    let shown = app.reviewer().get("/readers").await.is(200).says("&#60;i&#62;It&#60;/i&#62; was 380.").says("Can be reached: me@example.org");
    shown.says(&format!("href=\"/claims/{}\">Claim 1</a>", claim.id)).says(&format!("action=\"/readers/{id}\""));
    app.reviewer().get(&format!("/claims/{}", claim.id)).await.is(200).says("A reader reports an error in this claim.");
    app.viewer().get("/readers").await.is(200).does_not_say("<textarea");
    app.reviewer().post(&format!("/readers/{id}"), &[("resolution", "")]).await.is(422).says("This can’t be empty.");
    let done = app.reviewer().post(&format!("/readers/{id}"), &[("resolution", "The minutes say 400.")]).await;
    assert_eq!(done.leads_to(), "/readers?done=reader_answered");
    app.reviewer().get("/readers").await.is(200).says("No report waits for an answer.");
    app.reviewer().get("/readers?answered").await.is(200).says("The minutes say 400.").says("Ron Reviewer");
    app.reviewer().post(&format!("/readers/{id}"), &[("resolution", "Again.")]).await.is(409);
    app.reviewer().get(&format!("/history?claim={}", claim.id)).await.is(200).says("A reader reported an error").says("answered what a reader reported");
}

async fn programs_publish_and_answer_too(Site(mut app): Site) {
    let claim = app.desk.claim();
    let frozen = freeze(&mut app.desk, claim.article_id);
    let eva = app.desk.editor("Eva Editor");
    let at = format!("/api/v1/reports/{}/publish", frozen.id);
    let page = app.program_of(&eva).send("post", &at, &json!({"address": "the-border"})).await.is(200).json();
    assert_eq!((&page["url"], &page["listed"], &page["public"]), (&"https://desk.example.org/p/the-border".into(), &true.into(), &true.into()));
    let taken = app.program_of(&eva).send("post", &at, &json!({"address": "elsewhere"})).await.is(409).json();
    assert_eq!(taken["code"], "public_elsewhere");
    app.program_of(&eva).send("post", &at, &json!({"slug": "x"})).await.is(422);
    app.anonymous().post("/p/the-border/error", &[("body", "Wrong.")]).await.leads_to();
    let list = app.program_of(&eva).get("/api/v1/reader-reports").await.is(200).json();
    let id = list["items"][0]["id"].as_str().unwrap().to_owned();
    let resolve = format!("/api/v1/reader-reports/{id}/resolve");
    let done = app.program_of(&eva).send("post", &resolve, &json!({"resolution": "It was not."})).await.is(200).json();
    assert_eq!((&done["resolution"], &done["resolved_by"]["name"]), (&"It was not.".into(), &"Eva Editor".into()));
    assert_eq!(app.program_of(&eva).send("post", &resolve, &json!({"resolution": "Again."})).await.is(409).json()["code"], "already_resolved");
    assert_eq!(app.program_of(&eva).get("/api/v1/reader-reports?answered=true").await.json()["items"].as_array().unwrap().len(), 1);
    let away = app.program_of(&eva).send("post", &format!("/api/v1/articles/{}/withdraw", claim.article_id), &json!({})).await.is(200).json();
    assert_eq!(away["public"], false);
}

async fn who_shares_a_page_shares_its_picture(Site(mut app): Site) {
    published(&mut app, "the-border");
    let page = app.anonymous().get("/p/the-border").await.is(200);
    if !corroborate::report::DRAWS_POSTERS {
        page.does_not_say("og:image");
        app.anonymous().get("/p/the-border/poster.png").await.is(404);
        return;
    }
    page.says("<meta property=\"og:image\" content=\"https://desk.example.org/p/the-border/poster.png\">").says("summary_large_image");
    let picture = app.anonymous().get("/p/the-border/poster.png").await.is(200);
    assert_eq!((picture.header("content-type"), picture.header("cache-control")), ("image/png", "public, max-age=60"));
    assert!(picture.length > 5_000 && picture.body.starts_with("\u{FFFD}PNG"), "{}", picture.length);
    app.anonymous().get_with("/p/the-border/poster.png", &[("if-none-match", picture.header("etag"))]).await.is(304);
    app.anonymous().get("/p/nowhere/poster.png").await.is(404);
}
