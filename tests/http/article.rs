//! Articles: the list, putting one in, the reading view, and the forms on it.

use crate::support::{App, Stage, TestDb, later, on_both_databases};
use corroborate::article::{Article, ArticleState, Sentence, SentenceKind, store as articles};
use corroborate::claim::store as claims;
use corroborate::claim::{Substance, WorkState};
use corroborate::code::Code;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use corroborate::review::amend;
use corroborate::source::merge::{MergeOrder, merge_sources};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::store as sources;

on_both_databases! { async App:
    a_text_becomes_an_article_whose_claims_show_who_says_so,
    an_empty_desk_says_what_to_do_next,
    what_a_file_says_of_itself_fills_empty_fields_and_how_it_was_read_is_told,
    a_form_that_is_refused_keeps_everything_typed,
    a_text_from_a_stranger_is_inert,
    only_editors_put_articles_in_and_others_are_told_who_may,
    what_is_not_there_is_not_found,
    the_list_finds_narrows_and_shows_how_far_a_check_is,
    a_list_costs_the_same_however_long_it_is,
    an_article_costs_as_many_statements_with_one_claim_as_with_many,
    a_page_that_was_seen_shows_what_was_done_since,
    an_open_sentence_is_flagged_and_keeps_the_article_from_being_signed_off,
    the_kind_of_a_sentence_is_set_and_a_conflict_shows_both_sides,
    marked_words_become_a_claim,
    an_article_is_signed_off_and_opened_again_with_a_reason,
    details_change_and_a_conflict_shows_both_sides,
    details_that_are_refused_keep_what_was_typed,
    whoever_only_reads_is_offered_nothing_to_change,
    a_card_shows_verdict_assignee_and_evidence_and_can_be_taken,
    a_long_article_comes_in_parts_and_every_claim_is_in_one,
}

/// An application that takes only small texts.
struct SmallApp(App);

impl Stage for SmallApp {
    fn on(db: TestDb) -> Self {
        Self(App::with(db, App::limited(4_000, 2_000)))
    }
}

mod small {
    use super::*;
    on_both_databases! { async SmallApp: too_large_a_text_is_refused_in_the_form, too_large_a_file_is_refused_in_the_form }
}

const TEXT: &str = "The border\n\nBloomberg reported on Monday that 400 soldiers crossed the border on 3 February, citing Norland's defense ministry.\n\n\
    The finance ministry said the state budget grew by 12 percent in 2025.\n";

fn sentences_of(app: &mut App, article: &Article) -> Vec<Sentence> {
    articles::list_sentences(app.desk.c(), article.version_id).unwrap()
}

/// What stands in the sentence of [`with_an_open_sentence`].
const OPEN: &str = "The finance ministry said the state budget grew by 12 percent in 2025.";

/// An article of which one sentence is open: it states something, and its claims were taken out.
fn with_an_open_sentence(app: &mut App) -> (Article, Sentence) {
    let (article, eva) = (app.desk.article(), app.desk.editor("Eva Editor"));
    let sentence = sentences_of(app, &article).pop().unwrap();
    assert_eq!(sentence.kind, SentenceKind::Claim);
    for claim in app.desk.claims_of(&article).iter().filter(|claim| claim.sentence_id == Some(sentence.id)) {
        amend::remove_claim(app.desk.c(), &eva, claim.id, "Not wanted.", None).unwrap();
    }
    (article, sentence)
}

async fn a_text_becomes_an_article_whose_claims_show_who_says_so(mut app: App) {
    let editor = app.editor();
    let form = [("text", TEXT), ("publisher", "The Norland Courier"), ("published_on", "2026-02-04"), ("source_url", "https://courier.example/border")];
    let made = editor.post("/articles", &form).await;
    assert!(made.leads_to().ends_with("?done=article_imported"), "{}", made.leads_to());
    let page = editor.get(made.leads_to()).await.is(200);
    page.clone().says("The border</h1>").says("The Norland Courier").says("4 Feb 2026").says("href=\"https://courier.example/border\"");
    page.clone().says("<bdi>Bloomberg</bdi>").says("Norland").says("<em class=\"mention\">").says("<em class=\"cue\">");
    page.clone().says("href=\"#claim-1\"").says("id=\"claim-1\"").says("aria-label=\"Claim 1, To check\"").says("mark--to_check");
    page.says("accounted for").does_not_say("⟨");
}

async fn an_empty_desk_says_what_to_do_next(mut app: App) {
    app.editor().get("/articles").await.is(200).says("No article is here yet").says("href=\"/articles/new\"");
    app.viewer().get("/articles").await.is(200).says("An editor of your desk puts articles in").does_not_say("href=\"/articles/new\"");
}

async fn what_a_file_says_of_itself_fills_empty_fields_and_how_it_was_read_is_told(mut app: App) {
    let editor = app.editor();
    let html = "<html><head><title>x</title><meta name=\"author\" content=\"Jane Roe\"><meta property=\"article:published_time\" content=\"2026-02-05T08:00:00Z\">\
        </head><body><nav>Menu</nav><article><h1>A web page</h1><p>The ministry said 12 ships left the port on Monday.</p></article></body></html>";
    let made = editor.upload("/articles", &[("text", ""), ("byline", "Typed by hand")], "page.html", "text/html", html.as_bytes()).await;
    let page = editor.get(made.leads_to()).await.is(200);
    page.clone().says("5 Feb 2026").says("12 ships").does_not_say("Menu<");
    page.says("<bdi>Typed by hand</bdi>").does_not_say("Jane Roe");
    let latin = b"Caf\xe9 owners said on Monday that 300 caf\xe9s closed, the mayor\x92s office reported.";
    let made = editor.upload("/articles", &[("title", "Cafés")], "cafe.txt", "text/plain", latin).await;
    let page = editor.get(made.leads_to()).await.is(200).says("300 cafés closed").says("windows-1252");
    page.says("the mayor’s office");
    let again = made.leads_to().split('?').next().unwrap().to_owned();
    editor.get(&again).await.is(200).does_not_say("windows-1252");
    editor.get(&format!("{again}?note=decoded_as.call-0900-12345")).await.is(200).does_not_say("0900-12345");
}

async fn a_form_that_is_refused_keeps_everything_typed(mut app: App) {
    let editor = app.editor();
    let form = [("text", TEXT), ("title", "T < 5"), ("byline", "J. Roe"), ("source_url", "not a link"), ("published_on", "yesterday")];
    let page = editor.post("/articles", &form).await.is(422);
    page.clone().says("400 soldiers crossed the border").says("value=\"T &#60; 5\"").says("value=\"J. Roe\"").says("value=\"not a link\"");
    page.says("This is not a web address.").says("This is not a date.");
    editor.post("/articles", &[("text", " \n "), ("byline", "J. Roe")]).await.is(422).says("id=\"text-error\"").says("value=\"J. Roe\"");
    let pdf = editor.upload("/articles", &[("text", ""), ("byline", "J. Roe")], "a.pdf", "application/pdf", b"%PDF-1.7 \x01\x02").await.is(422);
    pdf.says("a PDF").says("id=\"file-error\"").says("value=\"J. Roe\"");
    let both = editor.upload("/articles", &[("text", TEXT)], "a.txt", "text/plain", b"Another text.").await.is(422);
    both.says("400 soldiers crossed").says("There is a text above, too.");
    let again = editor.upload("/articles", &[("source_url", "no link")], "a.txt", "text/plain", b"The mayor said 3 roads are closed.").await.is(422);
    again.says("Choose the file again");
    assert!(articles::list_titles(app.desk.c(), None, 10).unwrap().is_empty(), "nothing was kept");
}

async fn too_large_a_text_is_refused_in_the_form(mut app: SmallApp) {
    let text = "The mayor said so. ".repeat(250);
    let page = app.0.editor().post("/articles", &[("text", text.trim()), ("title", "Kept")]).await.is(413);
    page.says("too large").says("id=\"text-error\"").says("value=\"Kept\"").says(text.trim());
}

async fn too_large_a_file_is_refused_in_the_form(mut app: SmallApp) {
    let editor = app.0.editor();
    for length in [4_500, 20_000] {
        let page = editor.upload("/articles", &[("text", ""), ("title", "Kept")], "a.txt", "text/plain", &vec![b'a'; length]).await.is(413);
        page.says("too large").says("id=\"file-error\"").says("value=\"Kept\"");
    }
    editor.upload("/articles", &[("title", "Kept")], "a.txt", "text/plain", &vec![b'a'; 200_000]).await.is(413).says("too large");
}

async fn a_text_from_a_stranger_is_inert(mut app: App) {
    let editor = app.editor();
    let text = "<script>alert(1)</script> said 5 \u{202E}evil\u{202C} things \u{1F680} on Monday.\n\n\
        The \"ministry\" said <img src=x onerror=alert(2)> & 'that' 400 soldiers\0 left.\n\n<!-- --></div></body>";
    let made = editor.post("/articles", &[("text", text), ("title", "<img src=x onerror=alert(3)>"), ("publisher", "</bdi><script>")]).await;
    for path in [made.leads_to(), "/articles"] {
        let page = editor.get(path).await.is(200);
        assert!(page.header("content-security-policy").contains("script-src 'self'"));
        page.clone().says("&#60;img src=x onerror=alert(3)&#62;");
        page.does_not_say("<script>").does_not_say("<img").does_not_say("</div></body>\n</p>").does_not_say("\0");
    }
    let page = editor.get(made.leads_to()).await.is(200);
    page.says("&#60;script&#62;alert(1)&#60;/script&#62;").says("\u{202E}evil\u{202C}").says("\u{1F680}").says("dir=\"auto\"").says("soldiers\u{FFFD}");
}

async fn only_editors_put_articles_in_and_others_are_told_who_may(mut app: App) {
    let article = app.desk.article();
    let ron = app.desk.reviewer("Ron Reviewer");
    let reviewer = app.browser_of(&ron);
    reviewer.get("/articles/new").await.is(403).says("Editor");
    reviewer.post("/articles", &[("text", TEXT)]).await.is(403).says("Editor");
    for step in ["details", "sign-off", "re-open"] {
        reviewer.get(&format!("/articles/{}/{step}", article.id)).await.is(403).says("Editor");
        reviewer.post(&format!("/articles/{}/{step}", article.id), &[("title", "X"), ("reason", "X")]).await.is(403).says("Editor");
    }
    let vera = app.desk.viewer("Vera Viewer");
    let viewer = app.browser_of(&vera);
    viewer.post(&format!("/articles/{}/claims", article.id), &[("spans", "0-5")]).await.is(403).says("Reviewer");
    let sentence = sentences_of(&mut app, &article)[0].id;
    app.browser_of(&vera).post(&format!("/sentences/{sentence}/kind"), &[("kind", "opinion")]).await.is(403).says("Reviewer");
    assert_eq!(app.desk.article_now(article.id).state, ArticleState::Open);
}

async fn what_is_not_there_is_not_found(mut app: App) {
    let editor = app.editor();
    let nothing = "0190ffff-0000-7000-8000-000000000000";
    for id in [nothing, "not-an-id", "1"] {
        for rest in ["", "/details", "/sign-off", "/re-open"] {
            editor.get(&format!("/articles/{id}{rest}")).await.is(404).says("article").says("href=\"/\"");
        }
        editor.post(&format!("/articles/{id}/claims"), &[("spans", "0-5")]).await.is(404).says("article");
        editor.post(&format!("/articles/{id}/details"), &[("title", "X")]).await.is(404);
        editor.post(&format!("/sentences/{id}/kind"), &[("kind", "opinion")]).await.is(404).says("sentence");
    }
}

async fn the_list_finds_narrows_and_shows_how_far_a_check_is(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let article = app.desk.article();
    let claim = app.desk.claims_of(&article).remove(0);
    app.desk.bring(claim, WorkState::SignedOff);
    for n in 0..55 {
        let (title, text) = (format!("Harvest {n}"), format!("The mayor said {n} farms were sold on Monday."));
        let new = NewArticle { title: &title, text: &text, ..NewArticle::default() };
        import_article(app.desk.c(), &later(&eva, 5 + n), &new, &Limits::default()).unwrap();
    }
    let browser = app.browser_of(&eva);
    let first = browser.get("/articles").await.is(200).says("Harvest 54").does_not_say("Harvest 1<").does_not_say("The border");
    let next = first.body.split("rel=\"next\" href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&");
    browser.get(&next).await.is(200).says("Harvest 1<").says("The border").says("1 of 2 settled").says("First page");
    let found = browser.get("/articles?q=soldiers+crossed").await.is(200);
    found.says("The border").says("The Norland Courier").does_not_say("Harvest").says("value=\"soldiers crossed\"");
    browser.get("/articles?state=signed_off").await.is(200).says("No article fits").says("Show all");
    browser.get("/articles?cursor=nonsense&state=nonsense").await.is(200).says("Harvest 54");
    browser.get("/articles?q=%22%27%3C").await.is(200);
}

async fn a_list_costs_the_same_however_long_it_is(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    app.desk.article();
    let browser = app.browser_of(&eva);
    let one = app.queries_of(async || drop(browser.get("/articles").await.is(200))).await;
    app.desk.article();
    app.desk.article();
    let browser = app.browser_of(&eva);
    let three = app.queries_of(async || drop(browser.get("/articles").await.is(200))).await;
    assert_eq!(one, three);
}

async fn an_article_costs_as_many_statements_with_one_claim_as_with_many(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let mut of = |text: &str| {
        let new = NewArticle { title: "Counted", text, ..NewArticle::default() };
        import_article(app.desk.c(), &eva, &new, &Limits::default()).unwrap().article.id
    };
    let sentence = "Bloomberg reported on Monday that 400 soldiers crossed the border, citing Norland's defense ministry.\n";
    let (few, many) = (of(sentence), of(&sentence.repeat(40)));
    let browser = app.browser_of(&eva);
    let one = app.queries_of(async || drop(browser.get(&format!("/articles/{few}?part=1")).await.is(200).says("id=\"claim-1\""))).await;
    let forty = app.queries_of(async || drop(browser.get(&format!("/articles/{many}?part=1")).await.is(200).says("id=\"claim-40\""))).await;
    assert_eq!(one, forty);
    assert!(one <= 10, "{one} statements");
}

/// A page that was drawn is kept until something happens; whatever happens must be on the next one.
async fn a_page_that_was_seen_shows_what_was_done_since(mut app: App) {
    let (eva, ron) = (app.desk.editor("Eva Editor"), app.desk.reviewer("Ron Reviewer"));
    let claim = app.desk.claim();
    let path = format!("/articles/{}", claim.article_id);
    let session = app.browser_of(&ron).session();
    let mut last = app.browser_again(&session).get(&path).await.is(200).body;
    for step in 0..8 {
        let kept = app.browser_again(&session).get(&path).await.is(200).body;
        assert_eq!(kept, last, "nothing happened before step {step}");
        match step {
            0 => drop(app.desk.give(claim.id, &ron)),
            1 => drop(amend::reword_claim(app.desk.c(), &ron, claim.id, "Put in other words", None).unwrap()),
            2 => drop(app.desk.move_to(&ron, claim.id, WorkState::Checking)),
            3 => drop(app.desk.evidence(&ron, claim.id, "The ministry’s table")),
            4 => drop(app.desk.verdict(&ron, claim.id, Substance::Confirmed)),
            5 => drop(app.desk.move_to(&ron, claim.id, WorkState::InReview)),
            6 => {
                let cited = app.desk.chain(claim.id).remove(0).source_id;
                let source = sources::find(app.desk.c(), cited).unwrap().unwrap();
                let entry = SourceEntry { name: "A source by another name", kind: source.kind.code(), ..SourceEntry::default() };
                drop(registry::amend_source(app.desk.c(), &eva, cited, &entry, source.revision).unwrap());
            }
            _ => {
                let from = app.desk.chain(claim.id).remove(0).source_id;
                let entry = SourceEntry { name: "The source that stays", kind: "outlet", ..SourceEntry::default() };
                let into = registry::add_source(app.desk.c(), &eva, &entry).unwrap().id;
                let next = app.browser_again(&session).get(&path).await.is(200);
                last = next.says("A source by another name").body;
                let order = MergeOrder { from, into, from_revision: None, into_revision: None };
                drop(merge_sources(app.desk.c(), &eva, order).unwrap());
            }
        }
        let next = app.browser_again(&session).get(&path).await.is(200).body;
        assert_ne!(next, last, "step {step} is not on the page");
        last = next;
    }
    assert!(last.contains("The source that stays") && !last.contains("A source by another name") && last.contains("Put in other words"), "{last}");
    // Who takes it packed gets what is kept as it is.
    let browser = app.browser_again(&session);
    for _ in 0..2 {
        let packed = browser.get_with(&path, &[("accept-encoding", "gzip")]).await.is(200);
        assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("gzip", "accept-encoding"));
        assert!(packed.length * 2 < last.len(), "{} of {} bytes", packed.length, last.len());
    }
    assert_eq!(browser.get(&path).await.is(200).body, last);
    // Nobody is shown the page that another was shown: it carries their token.
    app.browser_of(&eva).get(&path).await.is(200).does_not_say(&session.1);
}

async fn an_open_sentence_is_flagged_and_keeps_the_article_from_being_signed_off(mut app: App) {
    let (article, sentence) = with_an_open_sentence(&mut app);
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let page = browser.get(&format!("/articles/{}", article.id)).await.is(200);
    page.says("1 open").says(" s--open\"").says(&format!("{OPEN}</q>")).says(&format!("/sentences/{}/kind", sentence.id));
    let path = format!("/articles/{}/sign-off", article.id);
    browser.get(&path).await.is(200).says("1 sentence is neither a claim").says("name=\"reason\"");
    browser.post(&path, &[("reason", "")]).await.is(422).says("Not everything is accounted for");
    assert_eq!(app.desk.article_now(article.id).state, ArticleState::Open);
}

async fn the_kind_of_a_sentence_is_set_and_a_conflict_shows_both_sides(mut app: App) {
    let (article, sentence) = with_an_open_sentence(&mut app);
    let ron = app.desk.reviewer("Ron Reviewer");
    let browser = app.browser_of(&ron);
    let (path, old) = (format!("/sentences/{}/kind", sentence.id), sentence.revision.to_string());
    browser.post(&path, &[("kind", "nonsense"), ("revision", &old)]).await.is(422).says("Choose what it is.");
    let done = browser.post(&path, &[("kind", "forecast"), ("revision", &old)]).await;
    browser
        .get(done.leads_to().split('#').next().unwrap())
        .await
        .is(200)
        .says("The kind of the sentence is set.")
        .does_not_say(" s--open\"")
        .says("s--forecast");
    let late = browser.post(&path, &[("kind", "question"), ("revision", &old)]).await.is(409);
    late.clone().says("Somebody changed this").says("As it is now").says("Forecast").says("Question");
    late.says("<option value=\"question\" selected>").says(&format!("name=\"revision\" value=\"{}\"", sentence.revision + 1));
    let away = browser.post(&path, &[("kind", "opinion"), ("next", "//evil.example")]).await;
    assert!(away.leads_to().starts_with(&format!("/articles/{}", article.id)), "{}", away.leads_to());
}

async fn marked_words_become_a_claim(mut app: App) {
    let (article, sentence) = with_an_open_sentence(&mut app);
    let ron = app.desk.reviewer("Ron Reviewer");
    let browser = app.browser_of(&ron);
    let path = format!("/articles/{}/claims", article.id);
    let spans = format!("{}-{}", sentence.span_start, sentence.span_end);
    let made = browser.post(&path, &[("spans", &spans)]).await;
    assert!(made.leads_to().ends_with("#claim-3"), "{}", made.leads_to());
    browser.get(made.leads_to().split('#').next().unwrap()).await.is(200).says("id=\"m3\"").says(&format!("{OPEN}</a>")).does_not_say(" s--open\"");
    // In the order of the text, whatever their numbers.
    browser.post(&path, &[("spans", "12-21")]).await.is(303);
    let page = browser.get(&format!("/articles/{}", article.id)).await.is(200);
    let cards: Vec<&str> = page.body.split("id=\"claim-").skip(1).filter_map(|piece| piece.split('"').next()).collect();
    assert_eq!(cards, ["4", "1", "3"], "{}", page.body);
    for wrong in ["", "x", "0-0", "5000-6000"] {
        browser.post(&path, &[("spans", wrong)]).await.is(422).says("field__error");
    }
    assert_eq!(claims::list_of_article(app.desk.c(), article.id).unwrap().iter().map(|claim| claim.number).max(), Some(4));
}

async fn an_article_is_signed_off_and_opened_again_with_a_reason(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let (sign_off, re_open) = (format!("/articles/{}/sign-off", article.id), format!("/articles/{}/re-open", article.id));
    let revision = article.revision.to_string();
    let refused = browser.post(&sign_off, &[("reason", ""), ("revision", &revision)]).await.is(422);
    refused.says("Not everything is accounted for").says("2 claims are neither signed off nor set aside");
    let done = browser.post(&sign_off, &[("reason", "The <b>page</b> goes to print."), ("revision", &revision)]).await;
    let page = browser.get(done.leads_to()).await.is(200).says("The article is signed off.").says("Signed off by Eva Editor");
    page.says("The &#60;b&#62;page&#60;/b&#62; goes to print.").says(&re_open);
    browser.get(&sign_off).await.is(200).says("The article is signed off.").does_not_say("name=\"reason\"");
    browser.post(&sign_off, &[("reason", "Once more"), ("revision", &revision)]).await.is(409).says("Somebody changed this").says("Once more");
    browser.post(&sign_off, &[("reason", "Once more")]).await.is(409).says("in that state already");
    browser.post(&re_open, &[("reason", " ")]).await.is(422).says("Say why");
    let done = browser.post(&re_open, &[("reason", "A reader wrote.")]).await;
    browser.get(done.leads_to()).await.is(200).says("The check is open again.").does_not_say("Signed off by");
    app.desk.history_is_whole();
}

async fn details_change_and_a_conflict_shows_both_sides(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let browser = app.browser_of(&eva);
    let path = format!("/articles/{}/details", article.id);
    browser.get(&path).await.is(200).says("value=\"The border\"").says("value=\"The Norland Courier\"").says("name=\"revision\" value=\"1\"");
    let form = [("title", "The border, again"), ("publisher", "The Norland Courier"), ("selection_reason", "Many shared it."), ("revision", "1")];
    let done = browser.post(&path, &form).await;
    browser.get(done.leads_to()).await.is(200).says("The details are saved.").says("The border, again").says("Many shared it.");
    let late =
        browser.post(&path, &[("title", "My border"), ("publisher", "The Norland Courier"), ("method_note", "By phone."), ("revision", "1")]).await.is(409);
    late.clone().says("Somebody changed this").says("The border, again").says("value=\"My border\"").says("By phone.").says("name=\"revision\" value=\"2\"");
    late.says("As you typed it");
    assert_eq!(app.desk.article_now(article.id).title, "The border, again");
}

async fn details_that_are_refused_keep_what_was_typed(mut app: App) {
    let article = app.desk.article();
    let eva = app.desk.editor("Eva Editor");
    let form =
        [("title", " "), ("byline", "J. Roe"), ("source_url", "ftp://x"), ("published_on", "2026-13-01"), ("method_note", "By phone."), ("revision", "1")];
    let page = app.browser_of(&eva).post(&format!("/articles/{}/details", article.id), &form).await.is(422);
    page.clone().says("This can’t be empty.").says("This is not a web address.").says("This is not a date.");
    page.says("value=\"J. Roe\"").says("value=\"ftp://x\"").says("By phone.").does_not_say("value=\"The border\"");
}

async fn whoever_only_reads_is_offered_nothing_to_change(mut app: App) {
    let (article, _) = with_an_open_sentence(&mut app);
    let whole = app.desk.article();
    for id in [article.id, whole.id] {
        let page = app.viewer().get(&format!("/articles/{id}")).await.is(200);
        let forms = page.body.matches("<form method=\"post\"").count();
        assert_eq!(forms, 1, "only the one to sign out: {}", page.body);
        page.does_not_say("/sign-off").does_not_say("/details\"").does_not_say("data-article-text");
    }
}

async fn a_card_shows_verdict_assignee_and_evidence_and_can_be_taken(mut app: App) {
    let article = app.desk.article();
    let ron = app.desk.reviewer("Ron Reviewer");
    let claims = app.desk.claims_of(&article);
    app.desk.evidence(&ron, claims[0].id, "The ministry's table");
    app.desk.evidence(&ron, claims[0].id, "A second table");
    app.desk.verdict(&ron, claims[0].id, Substance::Misleading);
    let page = app.browser_of(&ron).get(&format!("/articles/{}", article.id)).await.is(200);
    page.clone().says("data-verdict=\"misleading\"").says("Misleading").says("2 pieces of evidence").says("Taken for");
    page.says(&format!("action=\"/claims/{}/assign\"", claims[1].id)).says(&format!("value=\"/articles/{}#claim-2\"", article.id));
}

async fn a_long_article_comes_in_parts_and_every_claim_is_in_one(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    // One line, as long texts from elsewhere often are.
    let text = (0..900).map(|n| format!("The mayor said on Monday that {n} farms é were sold.")).collect::<Vec<_>>().join(" ");
    let new = NewArticle { title: "Long", text: &text, ..NewArticle::default() };
    let article = import_article(app.desk.c(), &eva, &new, &Limits::default()).unwrap().article;
    let sentences = sentences_of(&mut app, &article).len();
    assert_eq!(sentences, 900);
    let numbers: Vec<i32> = claims::list_of_article(app.desk.c(), article.id).unwrap().iter().map(|claim| claim.number).collect();
    let browser = app.browser_of(&eva);
    let mut seen = Vec::new();
    for part in 1..=3 {
        let page = browser.get(&format!("/articles/{}?part={part}", article.id)).await.is(200).says(&format!("Part {part} of 3"));
        for piece in page.body.split("id=\"claim-").skip(1) {
            let number: i32 = piece.split('"').next().unwrap().parse().unwrap();
            assert!(page.body.contains(&format!("id=\"m{number}\"")), "claim {number} is marked where its card is");
            seen.push(number);
        }
    }
    assert_eq!(seen, numbers);
    let last = *numbers.last().unwrap();
    browser.get(&format!("/articles/{}?claim={last}", article.id)).await.is(200).says("Part 3 of 3").says(&format!("id=\"claim-{last}\""));
    let page = browser.get(&format!("/articles/{}?sentence=500", article.id)).await.is(200).says("Part 2 of 3").says("id=\"open-500\"");
    let start = text.split("The mayor said on Monday that 400 ").next().unwrap().chars().count();
    page.says(&format!("data-start=\"{start}\"")).says("400 farms é were sold");
    browser.get(&format!("/articles/{}?part=99&sentence=0", article.id)).await.is(200);
}
