//! Many texts, one a line: read by one thread, worked on by several, written in the order in which they came.
//!
//! Line number n goes to worker n modulo their number, and its result is fetched from there in turn; the channels
//! hold a few lines each. So the order costs nothing, and memory does not grow with the number of lines.

use super::{Format, named};
use crate::cli::failure::{Failure, Outcome};
use crate::cli::terminal::{Output, unread};
use crate::extraction::{self, Options};
use crate::intake::read::Limits;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};
use std::io::{self, BufRead, BufReader, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Lines that wait for each worker, and results that wait behind it.
const WAITING: usize = 4;
/// Most bytes of a line, for each byte a text may have: JSON can write one as six, and does so with few.
const BYTES_PER_BYTE: usize = 3;

/// One line as it was read.
struct Line {
    number: usize,
    bytes: Vec<u8>,
    /// It was longer than may be; the rest was passed over.
    cut: bool,
}

#[derive(Deserialize)]
struct Given {
    id: Value,
    text: String,
    language: Option<String>,
    published: Option<NaiveDate>,
}

type Wanted = Result<Line, io::Error>;
type Found = Result<(bool, String), io::Error>;

/// Reads `file` line by line and writes a result for each.
pub(super) fn run(file: &str, format: Format, options: &Options, limits: Limits) -> Outcome {
    let input: Box<dyn Read + Send> = match file {
        "-" => Box::new(io::stdin()),
        name => Box::new(std::fs::File::open(name).map_err(|error| unread(name, &error))?),
    };
    let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get).min(16);
    let mut to_workers = Vec::new();
    let mut from_workers = Vec::new();
    let mut threads = Vec::new();
    for _ in 0..workers {
        let (to, lines) = sync_channel::<Wanted>(WAITING);
        let (results, from) = sync_channel::<Found>(WAITING);
        let options = options.clone();
        threads.push(thread::spawn(move || work(&lines, &results, format, &options, limits)));
        to_workers.push(to);
        from_workers.push(from);
    }
    let most = limits.bytes.saturating_mul(BYTES_PER_BYTE);
    threads.push(thread::spawn(move || deal(BufReader::with_capacity(256 * 1024, input), &to_workers, most)));
    let bad = collect(&from_workers, file)?;
    if threads.into_iter().any(|thread| thread.join().is_err()) {
        return Err("the extraction stopped over a text it could not handle; results behind it are missing".into());
    }
    match bad {
        0 => Ok(()),
        1 => Err("one line could not be read; an error stands in its place".into()),
        many => Err(format!("{many} lines could not be read; an error stands in the place of each").into()),
    }
}

/// Deals the lines out in turn until there are none, or nobody takes them.
fn deal(mut input: impl BufRead, to_workers: &[SyncSender<Wanted>], most: usize) {
    for (number, to) in (1..).zip(to_workers.iter().cycle()) {
        let line = match read_line(&mut input, number, most) {
            Ok(None) => return,
            Ok(Some(line)) => Ok(line),
            Err(error) => Err(error),
        };
        let ended = line.is_err();
        if to.send(line).is_err() || ended {
            return;
        }
    }
}

/// The next line, at most `most` bytes of it.
fn read_line(input: &mut impl BufRead, number: usize, most: usize) -> Result<Option<Line>, io::Error> {
    let mut bytes = Vec::new();
    let enough = u64::try_from(most).unwrap_or(u64::MAX);
    input.by_ref().take(enough.saturating_add(1)).read_until(b'\n', &mut bytes)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    let whole = bytes.last() == Some(&b'\n');
    let cut = !whole && bytes.len() > most;
    if cut {
        bytes.clear();
        input.skip_until(b'\n')?;
    }
    Ok(Some(Line { number, bytes, cut }))
}

fn work(lines: &Receiver<Wanted>, results: &SyncSender<Found>, format: Format, options: &Options, limits: Limits) {
    for line in lines {
        let result = line.map(|line| match answer(&line, format, options, limits) {
            Ok(found) => (true, found.to_string()),
            Err((id, why)) => (false, json!({"id": id, "line": line.number, "error": why}).to_string()),
        });
        if results.send(result).is_err() {
            return;
        }
    }
}

/// The result for one line, or its id as far as it can be told, and what is wrong with it.
fn answer(line: &Line, format: Format, options: &Options, limits: Limits) -> Result<Value, (Value, String)> {
    if line.cut {
        return Err((Value::Null, format!("the line is longer than {} bytes", limits.bytes.saturating_mul(BYTES_PER_BYTE))));
    }
    let given: Given = serde_json::from_slice(&line.bytes).map_err(|error| {
        let id = serde_json::from_slice::<Value>(&line.bytes).ok().and_then(|value| value.get("id").cloned());
        (id.unwrap_or_default(), format!("the line is not an object with \"id\" and \"text\": {}", without_place(&error)))
    })?;
    if given.text.len() > limits.bytes || given.text.chars().count() > limits.chars {
        return Err((given.id, format!("the text is longer than {} characters", limits.chars.min(limits.bytes))));
    }
    let options = Options { language: given.language.or_else(|| options.language.clone()), published: given.published.or(options.published) };
    let found = extraction::extract(&given.text, &options);
    Ok(named(given.id, &found, format))
}

/// A parser's message, whose "line 1" would read as the number of the line.
fn without_place(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column", " at byte")
}

/// Writes the results in turn; gives how many lines could not be read.
fn collect(from_workers: &[Receiver<Found>], file: &str) -> Result<usize, Failure> {
    let mut out = Output::open();
    let mut bad = 0;
    for from in from_workers.iter().cycle() {
        // A worker that has no more is the one whose turn would be behind the last line.
        let Ok(result) = from.recv() else { break };
        match result {
            Ok((good, line)) => {
                bad += usize::from(!good);
                out.line(&line)?;
            }
            Err(error) => {
                out.flush()?;
                return Err(unread(file, &error));
            }
        }
    }
    out.flush()?;
    Ok(bad)
}
