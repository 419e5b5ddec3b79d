//! `evaluate`: how well extraction fits annotated articles, in the figures of the evaluation kit.

use super::failure::{Failure, Outcome};
use super::terminal::{Output, read_file};
use crate::extraction::score::{Count, Score};
use crate::extraction::{self, Attribution, Options};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;

/// Largest file of annotated articles.
const MOST: usize = 1 << 30;

/// Score extraction on annotated articles.
///
/// The gold file holds one JSON object a line: {"id", "text", "attributions": [{"source", "cue", "content", "kind"}]},
/// spans as lists of [start, end) in Unicode scalar values.
#[derive(Debug, clap::Args)]
pub struct Evaluate {
    /// A folder with attribution-dev.jsonl, instead of --gold.
    #[arg(required_unless_present = "gold", conflicts_with = "gold")]
    folder: Option<String>,
    /// The annotated articles.
    #[arg(long, value_name = "FILE")]
    gold: Option<String>,
    /// Attributions to score instead of those that extraction finds, as `extract --format attributions` writes them.
    #[arg(long, value_name = "FILE")]
    predicted: Option<String>,
    /// Write the figures as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Deserialize)]
struct Article {
    id: String,
    text: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Predicted {
    id: String,
    attributions: Vec<Attribution>,
}

impl Evaluate {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        let folder = self.folder.map(|folder| Path::new(&folder).join("attribution-dev.jsonl").to_string_lossy().into_owned());
        let gold = self.gold.or(folder).unwrap_or_default();
        let predicted = self.predicted.map(|file| lines::<Predicted>(&file)).transpose()?;
        let predicted: Option<HashMap<String, Vec<Attribution>>> = predicted.map(|all| all.into_iter().map(|one| (one.id, one.attributions)).collect());
        let mut score = Score::default();
        for article in lines::<Article>(&gold)? {
            let found = match &predicted {
                Some(all) => all.get(&article.id).cloned().unwrap_or_default(),
                None => extraction::extract(&article.text, &Options::default()).attributions,
            };
            score.add(&article.text, &article.attributions, &found);
        }
        let mut out = Output::open();
        if self.json {
            out.line(&as_json(&score).to_string())?;
        } else {
            write(&mut out, &score)?;
        }
        out.flush()
    }
}

/// The objects of a file with one a line.
fn lines<T: for<'de> Deserialize<'de>>(file: &str) -> Result<Vec<T>, Failure> {
    let bytes = read_file(file, MOST)?;
    let text = String::from_utf8_lossy(&bytes);
    let line = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| Failure::Failed(format!("line {number} of {file} is no annotated article: {error}")))
    };
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// The counts with the names that the evaluation kit gives them.
fn named(score: &Score) -> [(&'static str, Count); 7] {
    let [cue, source, content] = score.tokens;
    [
        ("content >=0.5", score.content),
        ("content exact", score.exact),
        ("linked", score.linked),
        ("all exact", score.all_exact),
        ("tokens cue", cue),
        ("tokens source", source),
        ("tokens content", content),
    ]
}

/// The share of gold attributions of each kind that was found.
fn by_kind(score: &Score) -> Vec<(&str, f64)> {
    score.kinds.iter().map(|(kind, (found, all))| (kind.as_str(), *found as f64 / (*all).max(1) as f64)).collect()
}

fn write(out: &mut Output, score: &Score) -> Outcome {
    for (name, count) in named(score) {
        out.line(&format!("{name:16} precision {:.4}  recall {:.4}  f1 {:.4}", count.precision(), count.recall(), count.f1()))?;
    }
    let kinds: Vec<String> = by_kind(score).iter().map(|(kind, recall)| format!("{kind} {recall:.4}")).collect();
    out.line(&format!("{:16} {}", "recall by kind", kinds.join("  ")))?;
    out.line(&format!("{:16} articles {}  gold {}  predicted {}", "counts", score.articles, score.content.gold, score.content.predicted))
}

fn as_json(score: &Score) -> Value {
    let mut all = serde_json::Map::new();
    for (name, count) in named(score) {
        all.insert(name.to_owned(), json!({ "precision": count.precision(), "recall": count.recall(), "f1": count.f1() }));
    }
    all.insert("recall by kind".to_owned(), by_kind(score).into_iter().collect());
    all.insert("counts".to_owned(), json!({ "articles": score.articles, "gold": score.content.gold, "predicted": score.content.predicted }));
    Value::Object(all)
}
