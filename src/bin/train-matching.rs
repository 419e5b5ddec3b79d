//! Learns which earlier claims say the same as a text; writes `models/matching.bin`.
//!
//! `train-matching FOLDER FILE` writes the file; without FILE it prints how well queries fare that the weights did not
//! see. The folder holds `matching-claims.jsonl`, `{"id","claim","title"}`, and `matching-dev.jsonl`,
//! `{"id","query","relevant":[id,…]}`.

use corroborate::claim::seen::tally::Tally;
use corroborate::claim::seen::train::{Query, held_out, learn};
use serde::Deserialize;
use std::collections::HashMap;
use std::error::Error;
use std::process::ExitCode;

/// In how many parts queries are held out, one part at a time.
const PARTS: usize = 5;

#[derive(Deserialize)]
struct Claim {
    id: String,
    #[serde(rename = "claim")]
    wording: String,
    title: String,
}

#[derive(Deserialize)]
struct Asked {
    #[serde(rename = "query")]
    text: String,
    relevant: Vec<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let told: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match told.as_slice() {
        [folder] => train(folder, None),
        [folder, file] => train(folder, Some(file)),
        _ => {
            eprintln!("usage: train-matching FOLDER [FILE]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn train(folder: &str, file: Option<&str>) -> Result<(), Box<dyn Error>> {
    let claims: Vec<Claim> = rows(&format!("{folder}/matching-claims.jsonl"))?;
    let numbers: HashMap<&str, usize> = claims.iter().enumerate().map(|(number, claim)| (claim.id.as_str(), number)).collect();
    let asked: Vec<Asked> = rows(&format!("{folder}/matching-dev.jsonl"))?;
    let queries: Vec<Query> = asked
        .into_iter()
        .map(|asked| Query { same: asked.relevant.iter().filter_map(|id| numbers.get(id.as_str()).copied()).collect(), text: asked.text })
        .collect();
    let claims: Vec<(String, String)> = claims.iter().map(|claim| (claim.wording.clone(), claim.title.clone())).collect();
    if let Some(file) = file {
        return Ok(std::fs::write(file, learn(&claims, &queries))?);
    }
    for (what, found) in ["claims with titles", "wording alone"].into_iter().zip(held_out(&claims, &queries, PARTS)) {
        let mut tally = Tally::default();
        for (query, found) in queries.iter().zip(found) {
            tally.add(&found, &query.same);
        }
        let [one, five, twenty] = tally.recall();
        println!(
            "{what}, held out: MAP@5 {:.4}  MRR {:.4}  recall@1 {one:.4}  recall@5 {five:.4}  recall@20 {twenty:.4}  shown: precision {:.4}  recall {:.4}  answered {:.4}",
            tally.mean_average_precision(),
            tally.reciprocal_rank(),
            tally.precision_shown(),
            tally.recall_shown(),
            tally.answered()
        );
    }
    Ok(())
}

fn rows<T: for<'de> Deserialize<'de>>(path: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).map_err(|error| format!("{path}: {error}").into())).collect()
}
