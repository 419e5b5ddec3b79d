//! How well attributions are found: floors on a small sample of news in our own words, with every kind of attribution
//! that the engine knows, and what an explanation says.

use corroborate::extraction::score::Score;
use corroborate::extraction::{Attribution, Options, explain, extract};
use serde::Deserialize;

#[derive(Deserialize)]
struct Article {
    text: String,
    attributions: Vec<Attribution>,
}

fn sample() -> Vec<Article> {
    include_str!("sample.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn most_attributions_of_the_sample_are_found_with_their_sources() {
    let mut score = Score::default();
    for article in sample() {
        score.add(&article.text, &article.attributions, &extract(&article.text, &Options::default()).attributions);
    }
    assert!(score.content.gold >= 30);
    let figures = [score.content.f1(), score.linked.f1(), score.all_exact.f1()];
    assert!(figures.iter().zip([0.85, 0.85, 0.70]).all(|(figure, floor)| *figure >= floor), "{figures:?}");
    let direct = score.kinds["direct"];
    assert!(direct.0 * 10 >= direct.1 * 8, "{direct:?}");
}

#[test]
fn what_is_right_in_all_scores_one() {
    let mut score = Score::default();
    for article in sample() {
        score.add(&article.text, &article.attributions, &article.attributions);
    }
    assert!([score.content, score.exact, score.linked, score.all_exact].iter().all(|count| (count.f1() - 1.0).abs() < 1e-9));
    assert!(score.tokens.iter().all(|count| (count.f1() - 1.0).abs() < 1e-9));
}

#[test]
fn an_explanation_names_what_counts_for_each_attribution() {
    let text = "Anna Roe said that the bridge was closed.";
    let found = extract(text, &Options::default());
    let explained = explain(text, &found.attributions);
    assert_eq!(explained.len(), 1);
    assert!(explained[0].chance > 0.5 && explained[0].ruled && !explained[0].reasons.is_empty());
    let told = explained[0].in_words(|span| span.slice(text).unwrap().to_owned());
    assert!(told.starts_with("[Anna Roe] <said"), "{told}");
}
