//! `evaluate`: extraction beside gold standards, as text and as JSON.

use crate::program::run_alone;
use serde_json::{Value, json};
use std::path::Path;

const TEXT: &str = "The harbour will close in May, Anna Roe said. Ships left early. She said that 400 people work there.";

/// The place of some words of the text, in scalar values.
fn at(words: &str) -> Value {
    let start = TEXT.find(words).map(|at| TEXT[..at].chars().count()).unwrap();
    json!([start, start + words.chars().count()])
}

/// The place of a word in a part of the text.
fn within(part: &str, word: &str) -> Value {
    let from = at(part)[0].as_u64().unwrap() + u64::try_from(part[..part.find(word).unwrap()].chars().count()).unwrap();
    json!([from, from + u64::try_from(word.chars().count()).unwrap()])
}

/// A folder with gold standards of one article, right in all that extraction finds there.
fn gold() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let said =
        |source: &str, cue: &str, content: &str| json!({"source": [at(source)], "cue": [within(cue, "said")], "content": [at(content)], "kind": "indirect"});
    let attributions = [said("Anna Roe", "Anna Roe said", "The harbour will close in May"), said("She", "She said", "that 400 people work there")];
    put(folder.path(), "attribution-dev.jsonl", &[json!({"id": "harbour", "text": TEXT, "attributions": attributions})]);
    let sentences = [at("The harbour will close in May, Anna Roe said."), at("Ships left early."), at("She said that 400 people work there.")];
    put(folder.path(), "sentences-dev.jsonl", &[json!({"id": "harbour", "text": TEXT, "sentences": sentences})]);
    let rated = [("talk:1", "Thank you.", 0), ("talk:2", "Unemployment fell by 40 percent, the largest drop since 1990.", 1)];
    put(folder.path(), "worthiness-dev.jsonl", &rated.map(|(id, sentence, label)| json!({"id": id, "sentence": sentence, "label": label})));
    put(folder.path(), "speakers.jsonl", &[json!({"id": "harbour", "speakers": [{"source": at("She"), "name": "Anna Roe"}]})]);
    folder
}

fn put(folder: &Path, name: &str, rows: &[Value]) {
    std::fs::write(folder.join(name), rows.iter().map(|row| format!("{row}\n")).collect::<String>()).unwrap();
}

#[test]
fn a_folder_of_gold_standards_gives_all_figures() {
    let folder = gold();
    let (folder, speakers) = (folder.path().to_str().unwrap(), folder.path().join("speakers.jsonl"));
    let speakers = speakers.to_str().unwrap();
    let found: Value = serde_json::from_str(&run_alone(&["evaluate", folder, "--speakers", speakers, "--json"], "").ok()).unwrap();
    assert_eq!(found["counts"]["gold"], 2, "{found}");
    assert_eq!(found["linked"]["recall"], 1.0, "{found}");
    assert_eq!(found["speakers"], json!({"accuracy": 1.0, "right": 1, "gold": 1}));
    assert_eq!(found["sentences"]["f1"], 1.0, "{found}");
    assert_eq!(found["sentences"]["documents"], 1, "{found}");
    assert_eq!(found["average precision"]["mean"], 1.0, "{found}");
    let text = run_alone(&["evaluate", folder], "").ok();
    assert!(text.contains("average precision mean 1.0000") && text.contains("recall by kind    indirect 1.0000"), "{text}");
    assert!(!text.contains("speakers"), "{text}");
}

#[test]
fn what_a_folder_lacks_is_left_out() {
    let folder = gold();
    std::fs::remove_file(folder.path().join("attribution-dev.jsonl")).unwrap();
    std::fs::remove_file(folder.path().join("worthiness-dev.jsonl")).unwrap();
    let text = run_alone(&["evaluate", folder.path().to_str().unwrap()], "").ok();
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(text.starts_with("sentences "), "{text}");
}

#[test]
fn nothing_to_score_is_a_failure_that_says_so() {
    let empty = tempfile::tempdir().unwrap();
    let said = run_alone(&["evaluate", empty.path().to_str().unwrap()], "").failed(1);
    assert!(said.contains("nothing to score"), "{said}");
    let folder = gold();
    put(folder.path(), "speakers.jsonl", &[json!({"id": "elsewhere", "speakers": []})]);
    let (gold, speakers) = (folder.path().join("attribution-dev.jsonl"), folder.path().join("speakers.jsonl"));
    let said = run_alone(&["evaluate", "--gold", gold.to_str().unwrap(), "--speakers", speakers.to_str().unwrap()], "").failed(1);
    assert!(said.contains("elsewhere"), "{said}");
}

/// A folder with three claims, and two posts that repeat the first and the third.
fn repeated() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let claims = [
        ("frogs", "Frogs rained on the town of Lenz in August 2021.", "Did Frogs Rain on Lenz?"),
        ("bridge", "The Orlow bridge was closed because of cracks in its pillars.", "Orlow Bridge Closed"),
        ("tax", "Senator Brandt voted to tax bicycles at 40 percent.", "Did Senator Brandt Tax Bicycles?"),
    ];
    put(folder.path(), "matching-claims.jsonl", &claims.map(|(id, claim, title)| json!({"id": id, "claim": claim, "title": title})));
    let queries = [
        ("1", "OMG frogs are raining in #LenzTown!! pic.twitter.com/x1 — Ana (@ana) August 3, 2021", "frogs"),
        ("2", "so @SenatorBrandt wants 40 percent tax on your bicycle https://t.co/abc", "tax"),
    ];
    put(folder.path(), "matching-dev.jsonl", &queries.map(|(id, query, claim)| json!({"id": id, "query": query, "relevant": [claim]})));
    folder
}

#[test]
fn earlier_claims_are_scored_and_the_ranks_written() {
    let folder = repeated();
    let ranked = folder.path().join("ranked.jsonl");
    let told = run_alone(&["evaluate", "matching", folder.path().to_str().unwrap(), "--json", "--ranked", ranked.to_str().unwrap()], "").ok();
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["matching"], json!({"MAP@5": 1.0, "MRR": 1.0, "recall@1": 1.0, "recall@5": 1.0, "recall@20": 1.0}));
    assert_eq!(told["counts"], json!({"queries": 2}));
    let rows: Vec<Value> = std::fs::read_to_string(&ranked).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows[0]["ranked"][0], "frogs");
    assert_eq!(rows[1]["ranked"][0], "tax");
}

#[test]
fn a_query_that_names_no_claim_is_told() {
    let folder = repeated();
    put(folder.path(), "matching-dev.jsonl", &[json!({"id": "9", "query": "frogs", "relevant": ["newts"]})]);
    let told = run_alone(&["evaluate", "matching", folder.path().to_str().unwrap()], "").failed(1);
    assert!(told.contains("query 9 names a claim that is none of the claims"), "{told}");
}
