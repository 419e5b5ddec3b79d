//! The desk in French, and an article that is written from right to left beside an interface that is not.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::claim::WorkState;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewArticle, import_article};
use serde_json::json;

on_both_databases! { async Site:
    a_person_turns_the_desk_french_and_its_pages_fit,
    text_from_right_to_left_stands_beside_an_interface_from_left_to_right,
}

async fn a_person_turns_the_desk_french_and_its_pages_fit(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ada = site.desk.admin("Ada Admin");
    let claim = site.desk.claim_in(WorkState::InReview);
    let article = format!("/articles/{}", claim.article_id);
    let browser = site.browser_of(&ada).await;
    browser.visit("/settings").await;
    browser.choose("#language", "Français").await;
    browser.press("Save").await;
    browser.says("C’est enregistré.").await;
    let (report, claim, source) =
        (format!("{article}/report"), format!("/claims/{}", claim.id), format!("/sources/{}", site.desk.chain(claim.id)[0].source_id));
    let pages = [
        "/", "/articles", "/articles/new", &article, "/claims", &claim, &source, &report, "/history", "/people", "/settings", "/settings/keys", "/help",
        "/workload",
    ];
    for width in [390, 1440] {
        browser.resize(width).await;
        for page in pages {
            browser.visit(page).await;
            browser.fits().await;
        }
    }
    // The door of this browser speaks French as well, and can be turned back.
    browser.visit("/login").await;
    browser.says("Connexion").await;
    browser.press("English").await;
    browser.says("Sign in").await;
    browser.is_accessible().await;
    browser.close().await;
    site.end().await;
}

/// Two paragraphs of Arabic with a figure and a Latin name in them, and one of English.
const ARABIC: &str = "الحدود\n\nقالت وزارة الدفاع إن 400 جندي عبروا الحدود يوم الثلاثاء. وأضافت وكالة Bloomberg أن العدد ارتفع بنسبة 12 في المئة.\n\n\
    The ministry repeated the figure in English on Wednesday.\n";

async fn text_from_right_to_left_stands_beside_an_interface_from_left_to_right(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let eva = site.desk.editor("Eva Editor");
    let article = import_article(site.desk.c(), &eva, &NewArticle { text: ARABIC, ..NewArticle::default() }, &Limits::default()).unwrap().article;
    let browser = site.browser_of(&eva).await;
    browser.visit(&format!("/articles/{}", article.id)).await;
    let directions = "const of = (selector) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).direction);
        return {page: of('html'), head: of('main h1'), text: of('.text > p'), cards: of('.claim-card__say'), marks: of('.mark__tag'), tools: of('.pane__tools')}";
    let found = browser.run(directions, vec![]).await;
    let all = |name: &str, direction: &str| {
        let list = found[name].as_array().unwrap();
        assert!(!list.is_empty() && list.iter().all(|one| one == direction), "{name}: {found}");
    };
    all("page", "ltr");
    all("head", "rtl");
    all("tools", "ltr");
    assert_eq!(found["text"].as_array().unwrap().last(), Some(&json!("ltr")), "{found}");
    assert_eq!(found["text"][0], "rtl", "{found}");
    assert!(found["cards"].as_array().unwrap().iter().all(|one| one == "rtl" || one == "ltr"), "{found}");
    // A paragraph from right to left begins at the right edge of its pane.
    let edges = "const p = document.querySelector('.text > p'), line = document.createRange(); line.selectNodeContents(p);
        const box = p.getBoundingClientRect(), words = line.getClientRects()[0]; return [Math.round(box.right - words.right), p.lang || p.closest('[lang]').lang]";
    let edges = browser.run(edges, vec![]).await;
    assert!(edges[0].as_i64().unwrap().abs() <= 2, "{edges}");
    assert_eq!(edges[1], "ar");
    for width in [390, 1440] {
        browser.resize(width).await;
        browser.is_accessible().await;
        browser.fits().await;
    }
    browser.close().await;
    site.end().await;
}
