//! Reports: the forms they come in, freezing, the frozen report's page, corrections.

use crate::support::{App, on_both_databases};
use corroborate::ids::{ArticleId, ClaimId};
use corroborate::report::store;
use corroborate::review::{amend, gather};

on_both_databases! { async App:
    every_form_is_a_file_with_its_name_and_media_type,
    the_article_leads_to_its_report,
    confidential_evidence_is_in_no_form_and_the_page_says_how_much_is_left_out,
    what_is_opened_runs_under_a_policy_of_its_own,
    the_page_says_in_words_what_claimreview_leaves_out,
    only_an_editor_freezes_a_report,
    a_frozen_report_stays_as_it_is_when_the_article_changes,
    a_correction_that_is_refused_keeps_what_was_typed,
    only_an_editor_enters_a_correction,
    getting_reports_writes_nothing_to_the_history,
    what_is_not_there_is_not_found,
    its_page_costs_as_many_statements_with_three_claims_as_with_one,
    what_changed_between_reports_is_a_page,
    the_key_is_shown_to_everybody,
}

const UNKNOWN: &str = "0190ffff-0000-7000-8000-000000000000";

const FORMS: [(&str, &str, &str); 11] = [
    ("html", "text/html; charset=utf-8", "html"),
    ("pdf", "application/pdf", "pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ("md", "text/markdown; charset=utf-8", "md"),
    ("csv", "text/csv; charset=utf-8", "csv"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ("json", "application/json", "json"),
    ("claimreview", "application/ld+json", "jsonld"),
    ("annotations", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "annotations.jsonld"),
    ("bibtex", "application/x-bibtex; charset=utf-8", "bib"),
    ("csl", "application/vnd.citationstyles.csl+json", "csl.json"),
];

/// An article with one claim that has confidential evidence.
fn with_a_secret(app: &mut App) -> (ArticleId, ClaimId) {
    let (claim, ron) = (app.desk.claim(), app.desk.reviewer("Ron Reviewer"));
    let entry = gather::EvidenceEntry {
        url: "https://secret.example/leak",
        title: "The leaked minutes",
        publisher: "A hidden office",
        excerpt: "Words nobody may read",
        confidential: true,
        ..gather::EvidenceEntry::default()
    };
    gather::attach_evidence(app.desk.c(), &ron, claim.id, &entry, "supports").unwrap();
    (claim.article_id, claim.id)
}

/// Freezes the report of an article and gives the address of its page.
async fn freeze(app: &mut App, article: ArticleId) -> String {
    let made = app.editor().post(&format!("/articles/{article}/reports"), &[]).await;
    let (page, done) = made.leads_to().split_once('?').unwrap();
    assert_eq!(done, "done=report_frozen");
    page.to_owned()
}

async fn every_form_is_a_file_with_its_name_and_media_type(mut app: App) {
    let article = app.desk.article().id;
    let frozen = freeze(&mut app, article).await;
    let viewer = app.viewer();
    for (at, stem) in [(format!("/articles/{article}/report"), "report-the-border"), (frozen, "report-the-border-1")] {
        let page = viewer.get(&at).await.is(200);
        for (form, media_type, ending) in FORMS {
            let file = viewer.get(&format!("{at}/{form}")).await.is(200);
            assert_eq!(file.header("content-type"), media_type);
            assert_eq!(file.header("content-disposition"), format!("attachment; filename=\"{stem}.{ending}\""));
            assert_eq!(file.header("cache-control"), "no-store");
            assert!(!file.body.is_empty());
            assert!(page.body.contains(&format!("href=\"{at}/{form}\"")), "{form} is not on {}", page.body);
        }
        page.says("One row a claim, for spreadsheets.").says(&format!("href=\"{at}/html?open\""));
    }
}

async fn the_article_leads_to_its_report(mut app: App) {
    let article = app.desk.article().id;
    let report = format!("/articles/{article}/report");
    let viewer = app.viewer();
    viewer.get(&format!("/articles/{article}")).await.is(200).says(&format!("href=\"{report}\"")).does_not_say(&format!("href=\"{report}s\""));
    viewer.get(&report).await.is(200).says(&format!("href=\"/articles/{article}\"")).says("No report of this article is frozen yet.");
}

async fn confidential_evidence_is_in_no_form_and_the_page_says_how_much_is_left_out(mut app: App) {
    let (article, claim) = with_a_secret(&mut app);
    let ron = app.desk.reviewer("Ron Reviewer");
    app.desk.evidence(&ron, claim, "The ministry’s table");
    let frozen = freeze(&mut app, article).await;
    let viewer = app.viewer();
    let at = format!("/articles/{article}/report");
    viewer.get(&at).await.is(200).says("One piece of evidence is confidential and is left out.").does_not_say("The leaked minutes");
    for at in [at, frozen] {
        for path in FORMS.iter().map(|(form, ..)| format!("{at}/{form}")).chain([format!("{at}/html?open")]) {
            let file = viewer.get(&path).await.is(200);
            for secret in ["secret.example", "leaked minutes", "hidden office", "Words nobody may read"] {
                assert!(!file.body.contains(secret), "“{secret}” is in {path}");
            }
        }
        // What is not confidential is there, so that the others are missed for the right reason.
        viewer.get(&format!("{at}/json")).await.is(200).says("The ministry’s table");
    }
    let open = app.desk.article().id;
    app.viewer().get(&format!("/articles/{open}/report")).await.is(200).does_not_say("confidential and is left out");
}

async fn what_is_opened_runs_under_a_policy_of_its_own(mut app: App) {
    let article = app.desk.article().id;
    let frozen = freeze(&mut app, article).await;
    let viewer = app.viewer();
    for at in [format!("/articles/{article}/report"), frozen] {
        let opened = viewer.get(&format!("{at}/html?open")).await.is(200).says("Verification report");
        assert!(opened.header("content-disposition").starts_with("inline; filename=\"report-"), "{}", opened.header("content-disposition"));
        assert_eq!(opened.headers.get_all("content-security-policy").count(), 1);
        let policy: Vec<&str> = opened.header("content-security-policy").split(';').map(str::trim).collect();
        for rule in ["default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "sandbox"] {
            assert!(policy.contains(&rule), "{rule} is not in {policy:?}");
        }
        assert!(!policy.iter().any(|rule| rule.starts_with("script-src") || rule.contains("allow-")), "{policy:?}");
        // The other forms are never shown in the browser, and no other answer has a looser policy.
        let other = viewer.get(&format!("{at}/md?open")).await.is(200);
        assert!(other.header("content-disposition").starts_with("attachment"));
        assert!(!other.header("content-security-policy").contains("unsafe-inline"));
    }
}

async fn the_page_says_in_words_what_claimreview_leaves_out(mut app: App) {
    let claim = app.desk.claim();
    let page = app.viewer().get(&format!("/articles/{}/report", claim.article_id)).await.is(200);
    page.says("Before you publish as ClaimReview").says(&format!("href=\"/claims/{}\">Claim 1</a>", claim.id)).says("Left out").says("Not signed off yet.");
}

async fn only_an_editor_freezes_a_report(mut app: App) {
    let article = app.desk.article().id;
    let (page, at) = (format!("/articles/{article}/report"), format!("/articles/{article}/reports"));
    app.reviewer().get(&page).await.is(200).does_not_say(&format!("action=\"{at}\"")).says("An editor of your desk can freeze the report.");
    app.reviewer().post(&at, &[]).await.is(403).says("Editor");
    assert_eq!(store::list_reports(app.desk.c(), article, None, 10).unwrap(), []);
    app.editor().get(&page).await.is(200).says(&format!("action=\"{at}\" data-confirm=\""));
    let frozen = freeze(&mut app, article).await;
    let row = store::list_reports(app.desk.c(), article, None, 10).unwrap().remove(0);
    assert_eq!(frozen, format!("/reports/{}", row.id));
    app.editor().get(&format!("{frozen}?done=report_frozen")).await.is(200).says("The report is frozen.");
    let shown = app.viewer().get(&frozen).await.is(200).says("<h1>Report 1</h1>").says(&row.sha256).says("Eva Editor").says("2 Mar 2026");
    let head = store::find_report(app.desk.c(), row.id).unwrap().unwrap().history_head;
    shown.says(&head).says("corroborate verify --report report-the-border-1.json");
    app.viewer().get(&page).await.is(200).says(&format!("href=\"{frozen}\">Report 1</a>")).says("Eva Editor");
    app.desk.history_is_whole();
}

async fn a_frozen_report_stays_as_it_is_when_the_article_changes(mut app: App) {
    let claim = app.desk.claim();
    let frozen = freeze(&mut app, claim.article_id).await;
    let viewer = app.viewer();
    let mut before = Vec::new();
    for (form, ..) in FORMS {
        before.push(viewer.get(&format!("{frozen}/{form}")).await.is(200).body);
    }
    let live = format!("/articles/{}/report/json", claim.article_id);
    viewer.get(&live).await.is(200).does_not_say("Put in other words");
    let ron = app.desk.reviewer("Ron Reviewer");
    amend::reword_claim(app.desk.c(), &ron, claim.id, "Put in other words", None).unwrap();
    let viewer = app.viewer();
    viewer.get(&live).await.is(200).says("Put in other words");
    for ((form, ..), before) in FORMS.iter().zip(before) {
        assert_eq!(viewer.get(&format!("{frozen}/{form}")).await.is(200).body, before, "{form}");
    }
    // The next one has the next number, and says what is so now.
    let second = freeze(&mut app, claim.article_id).await;
    app.viewer().get(&second).await.is(200).says("<h1>Report 2</h1>");
    app.viewer().get(&format!("{second}/json")).await.is(200).says("Put in other words");
}

async fn a_correction_that_is_refused_keeps_what_was_typed(mut app: App) {
    let claim = app.desk.claim();
    let (page, at) = (format!("/articles/{}/report", claim.article_id), format!("/articles/{}/corrections", claim.article_id));
    let id = claim.id.to_string();
    let mut fields = [
        ("kind", "correction"),
        ("claim", id.as_str()),
        ("was", "400 <soldiers>"),
        ("now_says", "380 soldiers"),
        ("why", ""),
        ("found_by", "Jane \"Roe\""),
        ("published_on", "2026-04-01"),
    ];
    app.editor().get(&page).await.is(200).says("This name is published in the report.");
    let refused = app.editor().post(&at, &fields).await.is(422).says("This can’t be empty.").says("This date lies in the future.");
    let refused = refused.says("400 &#60;soldiers&#62;</textarea>").says("380 soldiers</textarea>").says("value=\"Jane &#34;Roe&#34;\"");
    let refused = refused.says("value=\"2026-04-01\"").says("<option value=\"correction\" selected>");
    refused.says(&format!("<option value=\"{id}\" selected>")).says("id=\"why-error\"").says("id=\"published_on-error\"");
    app.editor().post(&at, &[("kind", "nonsense"), ("was", "Kept")]).await.is(422).says("Choose one of the values.").says("Kept</textarea>");
    assert_eq!(store::list_corrections(app.desk.c(), claim.article_id).unwrap(), []);
    fields[4].1 = "The guard’s minutes say so.";
    fields[6].1 = "2026-03-01";
    let done = app.editor().post(&at, &fields).await;
    assert_eq!(done.leads_to(), format!("{page}?done=correction_entered#corrections"));
    let shown = app.viewer().get(done.leads_to().split('#').next().unwrap()).await.is(200).says("The correction is entered.");
    let shown = shown.says("<h3>Correction</h3>").says("1 Mar 2026").says("Claim 1").says("400 &#60;soldiers&#62;").says("380 soldiers");
    shown.says("The guard’s minutes say so.").says("found by Jane &#34;Roe&#34;").says("approved by Eva Editor");
    app.viewer().get(&format!("{page}/md")).await.is(200).says("380 soldiers");
    app.desk.history_is_whole();
}

async fn only_an_editor_enters_a_correction(mut app: App) {
    let article = app.desk.article().id;
    let at = format!("/articles/{article}/corrections");
    app.reviewer().get(&format!("/articles/{article}/report")).await.is(200).does_not_say(&at).says("An editor of your desk can enter a correction.");
    app.reviewer().post(&at, &[("kind", "update"), ("now_says", "More")]).await.is(403).says("Editor");
    assert_eq!(store::list_corrections(app.desk.c(), article).unwrap(), []);
}

async fn getting_reports_writes_nothing_to_the_history(mut app: App) {
    let article = app.desk.article().id;
    let frozen = freeze(&mut app, article).await;
    let before = app.desk.lines();
    let editor = app.editor();
    for at in [format!("/articles/{article}/report"), frozen] {
        editor.get(&at).await.is(200);
        for (form, ..) in FORMS {
            editor.get(&format!("{at}/{form}")).await.is(200);
        }
    }
    let after = app.desk.lines();
    assert_eq!(before.len(), after.len());
    assert_eq!(store::list_reports(app.desk.c(), article, None, 10).unwrap().len(), 1);
}

async fn what_is_not_there_is_not_found(mut app: App) {
    let article = app.desk.article().id;
    let frozen = freeze(&mut app, article).await;
    let editor = app.editor();
    for id in [UNKNOWN, "7"] {
        for path in [format!("/articles/{id}/report"), format!("/articles/{id}/report/html"), format!("/reports/{id}"), format!("/reports/{id}/json")] {
            editor.get(&path).await.is(404);
        }
        editor.post(&format!("/articles/{id}/reports"), &[]).await.is(404);
        editor.post(&format!("/articles/{id}/corrections"), &[("kind", "update"), ("now_says", "More")]).await.is(404);
        let fields = [("kind", "update"), ("now_says", "More"), ("claim", id)];
        editor.post(&format!("/articles/{article}/corrections"), &fields).await.is(404);
    }
    for form in ["odt", "HTML", "claim_review"] {
        editor.get(&format!("/articles/{article}/report/{form}")).await.is(404);
        editor.get(&format!("{frozen}/{form}")).await.is(404);
    }
}

async fn its_page_costs_as_many_statements_with_three_claims_as_with_one(mut app: App) {
    let eva = app.desk.editor("Eva Editor");
    let mut of = |text: &str| {
        use corroborate::intake::{NewArticle, import_article, read::Limits};
        let new = NewArticle { title: "Counted", text, ..NewArticle::default() };
        import_article(app.desk.c(), &eva, &new, &Limits::default()).unwrap().article.id
    };
    let sentence = "Bloomberg reported on Monday that 400 soldiers crossed the border, citing Norland's defense ministry.\n";
    let (few, many) = (of(sentence), of(&sentence.repeat(3)));
    let browser = app.browser_of(&eva);
    let one = app.queries_of(async || drop(browser.get(&format!("/articles/{few}/report")).await.is(200).says("Claim 1").does_not_say("Claim 2"))).await;
    let three = app.queries_of(async || drop(browser.get(&format!("/articles/{many}/report")).await.is(200).says("Claim 3"))).await;
    assert_eq!(one, three);
}

async fn what_changed_between_reports_is_a_page(mut app: App) {
    let claim = app.desk.claim();
    let at = format!("/articles/{}/reports/compare", claim.article_id);
    // Nothing is frozen yet, so there is nothing to compare with.
    app.viewer().get(&at).await.is(404);
    let first = freeze(&mut app, claim.article_id).await;
    app.viewer().get(&at).await.is(200).says("Both say the same.");
    let ron = app.desk.reviewer("Ron Reviewer");
    amend::reword_claim(app.desk.c(), &ron, claim.id, "Put in <other> words", None).unwrap();
    let shown = app.viewer().get(&format!("{at}?from=1&to=")).await.is(200).says("<h1>What changed</h1>").says("to the check as it stands.");
    let shown = shown.says(&format!("href=\"/claims/{}\">Claim 1</a>", claim.id)).says("&#60;other&#62;").says("<ins>").says("<del>").does_not_say("<other>");
    shown.says("One claim is just as it was.").says("<option value=\"1\" selected>Report 1</option>");
    let second = freeze(&mut app, claim.article_id).await;
    app.viewer().get(&format!("{at}?from=1&to=2")).await.is(200).says("Put in");
    app.viewer().get(&format!("{at}?to=2")).await.is(200).says("From report 1 (");
    app.viewer().get(&first).await.is(200).says(&format!("{at}?from=1\"")).does_not_say(&format!("{at}?to=1\""));
    app.viewer().get(&second).await.is(200).says(&format!("{at}?to=2\""));
    app.viewer().get(&format!("/articles/{}/report", claim.article_id)).await.is(200).says(&format!("href=\"{at}\""));
    for wrong in ["?from=3", "?from=1&to=9", "?from=x", "?to=1", "?from=-1", "?from=99999999999"] {
        app.viewer().get(&format!("{at}{wrong}")).await.is(404);
    }
    let vera = app.desk.viewer("Vera Viewer");
    let json = app.program_of(&vera).get(&format!("/api/v1{at}?from=1&to=2")).await.is(200).json();
    assert_eq!(json["changed"][0]["fields"][0]["field"], "statement");
    assert_eq!((&json["from"]["number"], &json["to"]["number"], &json["unchanged"]), (&1.into(), &2.into(), &1.into()));
}

async fn the_key_is_shown_to_everybody(mut app: App) {
    app.anonymous().get("/key").await.is(200).says("has not frozen a report yet");
    assert_eq!(app.anonymous().get("/key.pem").await.leads_to(), "/key");
    let vera = app.desk.viewer("Vera Viewer");
    app.program_of(&vera).get("/api/v1/key").await.is(404);
    let article = app.desk.article().id;
    let frozen = freeze(&mut app, article).await;
    let key = store::public_key(app.desk.c()).unwrap().unwrap();
    app.anonymous().get("/key").await.is(200).says(&key.hex()).says(&key.base64()).says(&key.fingerprint()).says("openssl pkeyutl -verify");
    let pem = app.anonymous().get("/key.pem").await.is(200);
    assert_eq!((pem.body.as_str(), pem.header("set-cookie")), (key.pem().as_str(), ""));
    let json = app.program_of(&vera).get("/api/v1/key").await.is(200).json();
    assert_eq!((json["key"].as_str(), json["fingerprint"].as_str()), (Some(key.hex().as_str()), Some(key.fingerprint().as_str())));
    let viewer = app.viewer();
    viewer.get(&frozen).await.is(200).says(&key.fingerprint()).says("href=\"/key\"");
    for form in ["html", "md"] {
        viewer.get(&format!("{frozen}/{form}")).await.is(200).says(&key.fingerprint());
    }
    let file = viewer.get(&format!("{frozen}/json")).await.is(200).json();
    assert_eq!((file["frozen"]["key"].as_str(), file["signature"]["algorithm"].as_str()), (Some(key.hex().as_str()), Some("ed25519")));
    let row = app.program_of(&vera).get(&format!("/api/v1{frozen}")).await.is(200).json();
    assert_eq!((&row["signature"], row["report"].get("signature")), (&file["signature"], None));
}
