//! Words marked in the reading view: by mouse and by keyboard alone, for the claim that is chosen; taken out again.

use crate::site::{Site, can_be_visited};
use crate::support::on_both_databases;
use corroborate::claim::store as claims;
use corroborate::ids::ClaimId;

on_both_databases! { async Site:
    words_marked_in_the_text_say_who_said_it,
    words_are_marked_by_keyboard_alone,
    several_pieces_make_one_claim,
}

/// Selects words in the text, as a mouse does.
const SELECT: &str = "const walker = document.createTreeWalker(document.querySelector('[data-article-text]'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(arguments[0]);
        if (at < 0) continue;
        getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + arguments[0].length);
        return;
    }
    throw new Error('not in the text');";

fn chain(site: &mut Site, claim: ClaimId) -> Vec<(String, Option<String>, Option<String>)> {
    claims::chains_of(site.desk.c(), &[claim]).unwrap().into_iter().map(|(link, source)| (source.name, link.mention, link.cue)).collect()
}

async fn words_marked_in_the_text_say_who_said_it(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let claim = site.desk.claim();
    let browser = site.browser_of(&ron).await;
    browser.visit(&format!("/articles/{}#claim-1", claim.article_id)).await;
    // Who is cited, and in which words, is marked for the claim that is chosen.
    browser.find(".mark.is-current > .mention").await;
    browser.find(".mark.is-current > .cue").await;
    browser.run(SELECT, vec!["The finance ministry".into()]).await;
    browser.find("form[data-picked]:not([hidden])").await;
    browser.is_accessible().await;
    browser.press("This is who said it").await;
    browser.says("The source is set.").await;
    browser.arrives_at(&format!("/articles/{}?claim=1", claim.article_id)).await;
    assert_eq!(chain(&mut site, claim.id)[0].1.as_deref(), Some("The finance ministry"));
    let marked = browser.run("return [...document.querySelectorAll('.mark.is-current > .mention')].map((e) => e.textContent)", vec![]).await;
    assert!(marked.as_array().unwrap().contains(&"The finance ministry".into()), "{marked}");
    // The other source is chosen from the menu beside the buttons.
    browser.run(SELECT, vec!["citing".into()]).await;
    browser.run("const menu = document.querySelector('[data-picked-link]'); menu.selectedIndex = 1;", vec![]).await;
    browser.press("These are the reporting words").await;
    browser.says("The reporting words are set.").await;
    assert_eq!(chain(&mut site, claim.id)[1].2.as_deref(), Some("citing"));
    let links = chain(&mut site, claim.id).len();
    browser.press("Take out").await;
    browser.says("The source is taken out of the chain.").await;
    assert_eq!(chain(&mut site, claim.id).len(), links - 1);
    browser.is_accessible().await;
    // On the claim's page the passage can be marked, too.
    browser.visit(&format!("/claims/{}", claim.id)).await;
    browser.run(SELECT, vec!["400 soldiers".into()]).await;
    browser.press("This is what was said").await;
    browser.says("The words that the claim covers are set.").await;
    assert_eq!(claims::spans_of(site.desk.c(), &[claim.id]).unwrap()[0].exact, "400 soldiers");
    browser.close().await;
    site.end().await;
}

async fn words_are_marked_by_keyboard_alone(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let claim = site.desk.claim();
    let (shift, right, down, escape) = ("\u{E008}", "\u{E014}", "\u{E015}", "\u{E00C}");
    let browser = site.browser_of(&ron).await;
    browser.visit(&format!("/articles/{}", claim.article_id)).await;
    // The first claim, its first words, two words more; then these are what was said.
    browser.keys("j").await;
    browser.keys("l").await;
    assert_eq!(browser.run("return document.activeElement === document.querySelector('[data-article-text]')", vec![]).await, true);
    let first = browser.run("return getSelection().toString()", vec![]).await;
    for _ in 0..2 {
        browser.chord(&format!("{shift}{right}")).await;
    }
    let marked = browser.run("return getSelection().toString()", vec![]).await;
    let marked = marked.as_str().unwrap().to_owned();
    assert!(marked.starts_with(first.as_str().unwrap()) && marked.split_whitespace().count() == 3, "{marked}");
    browser.find("form[data-picked]:not([hidden])").await;
    browser.keys("z").await;
    browser.says("The words that the claim covers are set.").await;
    assert_eq!(claims::spans_of(site.desk.c(), &[claim.id]).unwrap()[0].exact, marked);
    // To the next sentence, and away without doing anything.
    browser.keys("l").await;
    let here = browser.run("return getSelection().toString()", vec![]).await;
    browser.keys(down).await;
    assert_ne!(browser.run("return getSelection().toString()", vec![]).await, here);
    browser.keys(escape).await;
    assert_eq!(browser.run("return getSelection().isCollapsed && document.activeElement.matches('[data-pick]')", vec![]).await, true);
    browser.close().await;
    site.end().await;
}

async fn several_pieces_make_one_claim(mut site: Site) {
    if !can_be_visited() {
        return site.end().await;
    }
    let ron = site.desk.reviewer("Ron Reviewer");
    let claim = site.desk.claim();
    let browser = site.browser_of(&ron).await;
    browser.visit(&format!("/articles/{}", claim.article_id)).await;
    browser.run(SELECT, vec!["400 soldiers".into()]).await;
    browser.press("One more piece").await;
    browser.says("Pieces kept: 1").await;
    browser.run(SELECT, vec!["the state budget".into()]).await;
    browser.is_accessible().await;
    browser.press("Make it a claim").await;
    browser.says("The claim is made.").await;
    let article = site.desk.article_now(claim.article_id);
    let made = site.desk.claims_of(&article).pop().unwrap();
    let pieces: Vec<String> = claims::spans_of(site.desk.c(), &[made.id]).unwrap().into_iter().map(|piece| piece.exact).collect();
    assert_eq!(pieces, ["400 soldiers", "the state budget"]);
    browser.close().await;
    site.end().await;
}
