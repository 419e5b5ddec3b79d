//! Training the models of attribution: reads the evaluation kit, writes the file of weights. A program of its own, as
//! no desk needs it.

use super::failure::{Failure, Outcome};
use super::terminal::{read_file, unread};
use crate::extraction::train::data::{Article, Silver};
use crate::extraction::train::learn;
use clap::Parser;
use flate2::read::GzDecoder;
use serde::Deserialize;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Largest file of articles.
const MOST: usize = 1 << 30;

/// Learn who says what from annotated articles.
///
/// Takes a few minutes on one core. The same data give the same weights.
#[derive(Debug, Parser)]
#[command(name = "train-attribution", max_term_width = 100)]
struct Train {
    /// The folder with attribution-train.jsonl and syntax-train.jsonl.gz.
    folder: PathBuf,
    /// Where the weights go.
    #[arg(short, long, default_value = "models/attribution.bin")]
    output: PathBuf,
}

impl Train {
    fn run(&self) -> Outcome {
        let start = Instant::now();
        let articles: Vec<Article> = lines(&self.folder.join("attribution-train.jsonl"), read)?;
        let silver: Vec<Silver> = lines(&self.folder.join("syntax-train.jsonl.gz"), unpacked)?;
        let silver: HashMap<&str, &Silver> = silver.iter().map(|silver| (silver.id.as_str(), silver)).collect();
        let trees: Vec<_> =
            articles.iter().map(|article| silver.get(article.id.as_str()).map(|silver| silver.trees(&article.text)).unwrap_or_default()).collect();
        let weights = learn(&articles, &trees, |what| eprintln!("{:>4} s  {what}", start.elapsed().as_secs()));
        let file = weights.write();
        std::fs::write(&self.output, &file).map_err(|error| Failure::Failed(format!("{} can't be written: {error}", self.output.display())))?;
        eprintln!("{:>4} s  {} holds {} bytes", start.elapsed().as_secs(), self.output.display(), file.len());
        Ok(())
    }
}

type Lines = Box<dyn Iterator<Item = std::io::Result<String>>>;

fn read(file: &Path) -> Result<Lines, Failure> {
    let bytes = read_file(&file.to_string_lossy(), MOST)?;
    Ok(Box::new(std::io::Cursor::new(bytes).lines()))
}

fn unpacked(file: &Path) -> Result<Lines, Failure> {
    let open = std::fs::File::open(file).map_err(|error| unread(&file.to_string_lossy(), &error))?;
    Ok(Box::new(BufReader::new(GzDecoder::new(open)).lines()))
}

/// The objects of a file with one a line.
fn lines<T: for<'de> Deserialize<'de>>(file: &Path, open: impl Fn(&Path) -> Result<Lines, Failure>) -> Result<Vec<T>, Failure> {
    let parsed = |(number, line): (usize, std::io::Result<String>)| {
        let line = line.map_err(|error| unread(&file.to_string_lossy(), &error))?;
        serde_json::from_str(&line).map_err(|error| Failure::Failed(format!("line {number} of {} is not as the kit has it: {error}", file.display())))
    };
    (1..).zip(open(file)?).map(parsed).collect()
}

/// Runs the training program.
pub fn run() -> ExitCode {
    let train = match Train::try_parse() {
        Ok(train) => train,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    match train.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
