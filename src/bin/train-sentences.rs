//! Learns where English sentences end and which of them deserve checking; writes the files under `models/`.
//!
//! `train-sentences boundaries GOLD.jsonl NEWS.jsonl FILE` and `train-sentences worthiness GOLD.jsonl FILE` write a file;
//! without FILE they print how well documents fare that the weights did not see. The lines are those of the evaluation
//! kit: `{"id","text","sentences":[[s,e],…]}`, articles `{"text"}`, `{"id":"DOCUMENT:N","sentence","label"}`.

use corroborate::extraction::learn::{self, Rated, Sample};
use corroborate::extraction::score::Count;
use corroborate::extraction::tally;
use corroborate::span::Span;
use serde::Deserialize;
use std::error::Error;
use std::process::ExitCode;

/// In how many parts documents are held out, one part at a time.
const PARTS: usize = 10;

#[derive(Deserialize)]
struct Document {
    text: String,
    sentences: Vec<Span>,
}

#[derive(Deserialize)]
struct Article {
    text: String,
}

#[derive(Deserialize)]
struct Choice {
    id: String,
    sentence: String,
    label: u8,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let told: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match told.as_slice() {
        ["boundaries", gold, news, rest @ ..] if rest.len() < 2 => boundaries(gold, news, rest.first().copied()),
        ["worthiness", gold, rest @ ..] if rest.len() < 2 => worthiness(gold, rest.first().copied()),
        _ => {
            eprintln!("usage: train-sentences boundaries GOLD.jsonl NEWS.jsonl [FILE]\n       train-sentences worthiness GOLD.jsonl [FILE]");
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

fn boundaries(gold: &str, news: &str, file: Option<&str>) -> Result<(), Box<dyn Error>> {
    let documents: Vec<Document> = rows(gold)?;
    let samples: Vec<Sample> = documents.into_iter().map(|one| Sample { text: one.text, sentences: one.sentences }).collect();
    let news: Vec<String> = rows::<Article>(news)?.into_iter().map(|one| one.text).collect();
    if let Some(file) = file {
        return Ok(std::fs::write(file, learn::boundaries(&samples, &news))?);
    }
    let mut count = Count::default();
    for (sample, found) in samples.iter().zip(learn::boundaries_held_out(&samples, &news, PARTS)) {
        count += tally::sentences(&sample.text, &sample.sentences, &found);
    }
    println!("precision {:.4}  recall {:.4}  f1 {:.4}", count.precision(), count.recall(), count.f1());
    Ok(())
}

fn worthiness(gold: &str, file: Option<&str>) -> Result<(), Box<dyn Error>> {
    let rated: Vec<Rated> = rows::<Choice>(gold)?
        .into_iter()
        .map(|one| Rated { document: one.id.split(':').next().unwrap_or_default().to_owned(), sentence: one.sentence, chosen: one.label == 1 })
        .collect();
    if let Some(file) = file {
        return Ok(std::fs::write(file, learn::worthiness(&rated))?);
    }
    let scores = learn::worthiness_held_out(&rated);
    let ranked = rated.iter().zip(scores).map(|(one, score)| (one.document.as_str(), score, one.chosen));
    println!("mean average precision {:.4}", tally::mean_average_precision(ranked));
    Ok(())
}

fn rows<T: for<'de> Deserialize<'de>>(path: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).map_err(|error| format!("{path}: {error}").into())).collect()
}
