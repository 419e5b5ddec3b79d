//! `evaluate`: how well extraction and the search for earlier claims do beside gold standards, in the figures of the
//! evaluation kit.

mod figures;
mod matching;

use super::failure::{Failure, Outcome};
use super::terminal::{Output, read_file};
use crate::extraction::score::{Count, Score};
use crate::extraction::{self, Attribution, Options, tally};
use crate::span::Span;
use figures::Figures;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Largest file of annotated articles.
const MOST: usize = 1 << 30;

/// Score extraction, or the search for earlier claims, beside gold standards.
///
/// FOLDER may hold attribution-dev.jsonl (who says what), sentences-dev.jsonl (where sentences end) and
/// worthiness-dev.jsonl (which sentences fact-checkers chose); what is there is scored. Every file holds one JSON object
/// a line, spans are [start, end) in Unicode scalar values:
/// {"id", "text", "attributions": [{"source", "cue", "content", "kind"}]}, {"id", "text", "sentences": [[start, end]]},
/// {"id": "document:number", "sentence", "label": 0 or 1}.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Evaluate {
    #[command(subcommand)]
    part: Option<Part>,
    /// A folder with gold standards, instead of --gold.
    #[arg(required_unless_present = "gold", conflicts_with = "gold")]
    folder: Option<PathBuf>,
    /// Annotated articles alone.
    #[arg(long, value_name = "FILE")]
    gold: Option<String>,
    /// Attributions to score instead of those that extraction finds, as `extract --format attributions` writes them.
    #[arg(long, value_name = "FILE")]
    predicted: Option<String>,
    /// Whom the articles mean by pronouns and short forms: {"id", "speakers": [{"source": [start, end], "name"}]}.
    #[arg(long, value_name = "FILE")]
    speakers: Option<String>,
    /// Write the figures as JSON.
    #[arg(long)]
    json: bool,
}

/// What is scored alone.
#[derive(Debug, clap::Subcommand)]
enum Part {
    Matching(matching::Matching),
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

#[derive(Deserialize)]
struct Document {
    text: String,
    sentences: Vec<Span>,
}

#[derive(Deserialize)]
struct Rated {
    id: String,
    sentence: String,
    label: u8,
}

#[derive(Deserialize)]
struct Speakers {
    id: String,
    speakers: Vec<Speaker>,
}

#[derive(Deserialize)]
struct Speaker {
    source: Span,
    name: String,
}

impl Evaluate {
    /// Runs the command.
    pub fn run(self) -> Outcome {
        if let Some(Part::Matching(command)) = self.part {
            return command.run();
        }
        let inside = |name: &str| self.folder.as_ref().map(|folder| folder.join(name)).filter(|file| file.is_file()).map(|file| named(&file));
        let mut figures = Figures::default();
        let articles: Vec<Article> = match self.gold.clone().or_else(|| inside("attribution-dev.jsonl")) {
            Some(file) => lines(&file)?,
            None if self.predicted.is_some() || self.speakers.is_some() => return Err("there are no annotated articles to score these on".into()),
            None => Vec::new(),
        };
        if !articles.is_empty() {
            figures.attributions(&attributions(&articles, self.predicted.as_deref())?);
        }
        if let Some(file) = &self.speakers {
            let (right, all) = speakers(&articles, lines(file)?)?;
            figures.speakers(right, all);
        }
        if let Some(file) = inside("sentences-dev.jsonl") {
            let (count, documents) = sentences(lines(&file)?);
            figures.sentences(count, documents);
        }
        if let Some(file) = inside("worthiness-dev.jsonl") {
            figures.worthiness(worthiness(lines(&file)?));
        }
        if figures.is_empty() {
            return Err("there is nothing to score: no gold standard, or an empty one".into());
        }
        tell(&figures, self.json)
    }
}

/// Writes figures to the standard output.
fn tell(figures: &Figures, json: bool) -> Outcome {
    let mut out = Output::open();
    if json {
        out.line(&figures.json().to_string())?;
    } else {
        for line in figures.lines() {
            out.line(&line)?;
        }
    }
    out.flush()
}

fn named(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}

/// The objects of a file with one a line.
fn lines<T: for<'de> Deserialize<'de>>(file: &str) -> Result<Vec<T>, Failure> {
    let bytes = read_file(file, MOST)?;
    let text = String::from_utf8_lossy(&bytes);
    let line = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| Failure::Failed(format!("line {number} of {file} is not of the form that is scored: {error}")))
    };
    (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()).map(line).collect()
}

/// Who says what, as extraction finds it or as a file has it.
fn attributions(articles: &[Article], predicted: Option<&str>) -> Result<Score, Failure> {
    let predicted = predicted.map(lines::<Predicted>).transpose()?;
    let predicted: Option<HashMap<String, Vec<Attribution>>> = predicted.map(|all| all.into_iter().map(|one| (one.id, one.attributions)).collect());
    let mut score = Score::default();
    for article in articles {
        let found = match &predicted {
            Some(all) => all.get(&article.id).cloned().unwrap_or_default(),
            None => extraction::extract(&article.text, &Options::default()).attributions,
        };
        score.add(&article.text, &article.attributions, &found);
    }
    Ok(score)
}

/// How many pronouns and short forms lead to the right name, and how many there are.
fn speakers(articles: &[Article], gold: Vec<Speakers>) -> Result<(usize, usize), Failure> {
    let (mut right, mut all) = (0, 0);
    for one in gold {
        let article = articles.iter().find(|article| article.id == one.id);
        let article = article.ok_or_else(|| Failure::Failed(format!("speakers are told of {}, which is none of the articles", one.id)))?;
        let mentions: Vec<Span> = article.attributions.iter().filter_map(|found| found.source.first().copied()).collect();
        let named: Vec<(Span, String)> = one.speakers.into_iter().map(|named| (named.source, named.name)).collect();
        let (hits, count) = tally::speakers(&article.text, &mentions, &named);
        right += hits;
        all += count;
    }
    Ok((right, all))
}

/// Sentences of English documents, and how many documents there are.
fn sentences(documents: Vec<Document>) -> (Count, usize) {
    let english = Options { language: Some("en".to_owned()), ..Options::default() };
    let mut count = Count::default();
    for one in &documents {
        let found: Vec<Span> = extraction::extract(&one.text, &english).sentences.iter().map(|sentence| sentence.span).collect();
        count += tally::sentences(&one.text, &one.sentences, &found);
    }
    (count, documents.len())
}

/// Mean average precision over documents; equal scores rank by id, as in the evaluation kit.
fn worthiness(mut rated: Vec<Rated>) -> f64 {
    rated.sort_by(|a, b| a.id.cmp(&b.id));
    let document = |id: &'_ str| id.find(':').unwrap_or(id.len());
    let ranked = rated.iter().map(|one| (one.id.get(..document(&one.id)).unwrap_or_default(), extraction::check_worthiness(&one.sentence), one.label == 1));
    tally::mean_average_precision(ranked)
}
