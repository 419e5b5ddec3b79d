//! Import: a text becomes an article with everything in it, or nothing happens at all.

use crate::support::{Desk, TEXT, on_both_databases};
use corroborate::article::store as articles;
use corroborate::article::{SentenceKind, text_sha256};
use corroborate::claim::store as claims;
use corroborate::history::{Action, chain_of};
use corroborate::ids::ChainId;
use corroborate::intake::read::{Limits, ReadError};
use corroborate::intake::{ImportError, NewArticle, import_article};
use corroborate::span::ScalarIndex;

on_both_databases! { Desk:
    an_article_comes_in_whole,
    every_sentence_has_a_kind_and_every_span_its_words,
    its_coming_is_told_in_its_own_chain_and_in_the_desks,
    names_of_sources_are_entered_once,
    nothing_to_read_is_refused,
    too_long_a_text_is_refused,
    fields_that_can_not_be_used_are_refused,
    a_title_is_taken_from_the_first_line,
    nothing_a_stranger_writes_breaks_an_import,
    an_article_of_very_many_claims_can_be_signed_off,
    the_same_text_twice_makes_two_articles,
}

fn an_article_comes_in_whole(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let new = NewArticle {
        title: "The border",
        byline: "A. Writer",
        publisher: "The Norland Courier",
        source_url: "https://courier.example/border",
        published_on: "2026-03-01",
        text: TEXT,
    };
    let imported = import_article(desk.c(), &eva, &new, &Limits::default()).unwrap();
    let (article, version) = articles::find_with_version(desk.c(), imported.article.id).unwrap().unwrap();
    assert_eq!(article, imported.article);
    assert_eq!((article.title.as_str(), article.byline.as_str(), article.created_by), ("The border", "A. Writer", eva.id));
    assert_eq!((version.number, &version.text_sha256), (1, &text_sha256(&version.text)));
    assert_eq!(claims::list_of_article(desk.c(), article.id).unwrap().len(), imported.claims);
    assert_eq!(articles::list_sentences(desk.c(), version.id).unwrap().len(), imported.sentences);
}

fn every_sentence_has_a_kind_and_every_span_its_words(desk: &mut Desk) {
    let article = desk.article();
    let (_, version) = articles::find_with_version(desk.c(), article.id).unwrap().unwrap();
    let text = ScalarIndex::new(&version.text);
    let sentences = articles::list_sentences(desk.c(), version.id).unwrap();
    let read: Vec<_> = sentences.iter().map(|s| (s.kind, text.slice(s.span()).unwrap())).collect();
    assert_eq!(read[0], (SentenceKind::Heading, "The border"));
    assert!(read.iter().any(|(kind, words)| *kind == SentenceKind::Claim && words.starts_with("The finance ministry")));
    for piece in claims::spans_of_article(desk.c(), article.id).unwrap() {
        assert_eq!(text.slice(piece.span()), Some(piece.exact.as_str()));
        let around = format!("{}{}{}", piece.prefix, piece.exact, piece.suffix);
        assert!(version.text.contains(&around), "{around}");
    }
    let ids: Vec<_> = desk.claims_of(&article).iter().map(|claim| claim.id).collect();
    for (link, _) in claims::chains_of(desk.c(), &ids).unwrap() {
        let mention = link.mention_span().and_then(|span| text.slice(span));
        assert_eq!((mention, link.cue_span().and_then(|span| text.slice(span))), (link.mention.as_deref(), link.cue.as_deref()));
    }
}

fn its_coming_is_told_in_its_own_chain_and_in_the_desks(desk: &mut Desk) {
    let (article, lines) = desk.watch(Desk::article);
    let chains: Vec<_> = lines.iter().filter(|line| line.action() == Some(Action::ArticleImported)).map(|line| line.chain_id).collect();
    assert_eq!(chains, [chain_of(article.id), ChainId::DESK]);
    desk.history_is_whole();
}

fn names_of_sources_are_entered_once(desk: &mut Desk) {
    let count = |desk: &mut Desk| corroborate::source::store::list(desk.c(), None, None, 200).unwrap().rows.len();
    desk.article();
    let once = count(desk);
    desk.article();
    assert!(once > 0);
    assert_eq!(count(desk), once);
}

fn nothing_to_read_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let error = desk.refused(|c| import_article(c, &eva, &NewArticle { title: "Empty", text: " \n\u{feff}\r\n", ..NewArticle::default() }, &Limits::default()));
    assert!(matches!(error, ImportError::Unreadable(ReadError::Empty)), "{error:?}");
}

fn too_long_a_text_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let limits = Limits { chars: 20, ..Limits::default() };
    let error = desk.refused(|c| import_article(c, &eva, &NewArticle { text: TEXT, ..NewArticle::default() }, &limits));
    assert!(matches!(error, ImportError::Unreadable(ReadError::TooLarge { most: 20 })), "{error:?}");
}

fn fields_that_can_not_be_used_are_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let new = NewArticle { source_url: "ftp://x", published_on: "2026-02-30", text: TEXT, ..NewArticle::default() };
    let error = desk.refused(|c| import_article(c, &eva, &new, &Limits::default()));
    let ImportError::Invalid(fields) = error else { panic!("{error:?}") };
    assert_eq!(fields.iter().map(|field| field.field).collect::<Vec<_>>(), ["source_url", "published_on"]);
}

fn a_title_is_taken_from_the_first_line(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let imported = import_article(desk.c(), &eva, &NewArticle { text: TEXT, ..NewArticle::default() }, &Limits::default()).unwrap();
    assert_eq!(imported.article.title, "The border");
}

fn nothing_a_stranger_writes_breaks_an_import(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    let one_line = "Officials said 12 people died. ".repeat(3_000);
    let hostile = [
        "NUL\0inside. The ministry said 400 \0 soldiers came.",
        "<script>alert(1)</script> The ministry said “<b>400</b>” soldiers came, O'Brien reported.",
        "\u{202e}The ministry said 400 soldiers came.\u{202c} 🧨🧨 👩‍👩‍👧 said so.",
        "a\r\nb\rc\n\n\u{2028}d'; DROP TABLE claims; --",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{0301}\u{0301}\u{0301} said 5.",
        one_line.as_str(),
    ];
    for text in hostile {
        let imported = import_article(desk.c(), &eva, &NewArticle { text, ..NewArticle::default() }, &Limits::default()).unwrap();
        let (_, version) = articles::find_with_version(desk.c(), imported.article.id).unwrap().unwrap();
        let index = ScalarIndex::new(&version.text);
        for piece in claims::spans_of_article(desk.c(), imported.article.id).unwrap() {
            assert_eq!(index.slice(piece.span()), Some(piece.exact.as_str()), "{text:.60}");
        }
    }
    desk.history_is_whole();
}

fn an_article_of_very_many_claims_can_be_signed_off(desk: &mut Desk) {
    use corroborate::review::article::sign_off_article;
    let eva = desk.editor("Eva Editor");
    // More claims than a statement of SQLite may have parameters (32,766); PostgreSQL takes 65,535 and its time.
    let many = if desk.test_db.kind() == corroborate::db::DbKind::Sqlite { 33_000 } else { 1_000 };
    let text = (0..many).map(|n| format!("He said {n} people came.")).collect::<Vec<_>>().join(" ");
    let imported = import_article(desk.c(), &eva, &NewArticle { title: "Long", text: &text, ..NewArticle::default() }, &Limits::default()).unwrap();
    assert_eq!(imported.claims, many);
    sign_off_article(desk.c(), &eva, imported.article.id, "Nobody checks all that.", None).unwrap();
}

fn the_same_text_twice_makes_two_articles(desk: &mut Desk) {
    let (one, two) = (desk.article(), desk.article());
    assert_ne!(one.id, two.id);
    assert_eq!(desk.claims_of(&one).len(), desk.claims_of(&two).len());
}
