//! `evaluate matching`: how well earlier claims that say the same are found.

use super::figures::Figures;
use super::{lines, named, tell};
use crate::claim::seen::tally::{Tally, find_all};
use crate::cli::failure::{Failure, Outcome};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use std::path::PathBuf;

/// Score the search for earlier claims that say the same.
///
/// FOLDER holds matching-claims.jsonl, {"id", "claim", "title"}, and matching-dev.jsonl, {"id", "query", "relevant":
/// [ids of claims]}, one JSON object a line. Prints mean average precision over the first five, the mean reciprocal rank,
/// and the share of queries with a right claim among the first 1, 5 and 20; then, of what the desk would show, the share
/// that is right, and the shares of queries that are shown a right claim, and any.
#[derive(Debug, clap::Args)]
pub struct Matching {
    /// The folder.
    folder: PathBuf,
    /// Compare with the wording of claims alone, without their titles, as the desk does with its own claims.
    #[arg(long)]
    wording_alone: bool,
    /// Also write what was found, {"id", "ranked": [ids of claims, best first]}, one query a line.
    #[arg(long, value_name = "FILE")]
    ranked: Option<PathBuf>,
    /// Write the figures as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Deserialize)]
struct Claim {
    id: String,
    #[serde(rename = "claim")]
    wording: String,
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
struct Query {
    id: String,
    #[serde(rename = "query")]
    text: String,
    relevant: Vec<String>,
}

impl Matching {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let claims: Vec<Claim> = lines(&named(&self.folder.join("matching-claims.jsonl")))?;
        let queries: Vec<Query> = lines(&named(&self.folder.join("matching-dev.jsonl")))?;
        if claims.is_empty() || queries.is_empty() {
            return Err("there is nothing to score: no claims, or no queries".into());
        }
        let (ids, texts): (Vec<String>, Vec<(String, String)>) = claims.into_iter().map(|one| (one.id, (one.wording, self.titled(one.title)))).unzip();
        let numbers: HashMap<&str, usize> = ids.iter().enumerate().map(|(number, id)| (id.as_str(), number)).collect();
        let found = find_all(&texts, queries.iter().map(|query| query.text.as_str()));
        let mut tally = Tally::default();
        let mut ranked = String::new();
        for (query, found) in queries.iter().zip(&found) {
            let number = |id: &String| numbers.get(id.as_str()).copied();
            let same: Option<Vec<usize>> = query.relevant.iter().map(number).collect();
            let same = same.ok_or_else(|| Failure::Failed(format!("query {} names a claim that is none of the claims", query.id)))?;
            tally.add(found, &same);
            let names: Vec<&String> = found.iter().filter_map(|found| ids.get(found.claim)).collect();
            ranked.push_str(&json!({"id": query.id, "ranked": names}).to_string());
            ranked.push('\n');
        }
        if let Some(file) = &self.ranked {
            std::fs::write(file, ranked).map_err(|error| Failure::Failed(format!("{} can't be written: {error}", file.display())))?;
        }
        let mut figures = Figures::default();
        figures.matching(&tally);
        tell(&figures, self.json)
    }

    fn titled(&self, title: String) -> String {
        if self.wording_alone { String::new() } else { title }
    }
}
