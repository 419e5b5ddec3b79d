//! `extract`: the extraction alone, without database or network.

mod lines;
mod text;

use super::desk;
use super::failure::{Failure, Outcome};
use super::terminal::{Output, read_file, shown};
use crate::config::Config;
use crate::extraction::{self, Extraction, Options, attributions_json};
use crate::intake::ImportError;
use crate::intake::read::{ReadNote, as_given};
use crate::span::ScalarIndex;
use crate::wording::Arg;
use chrono::NaiveDate;
use serde_json::Value;

/// In which form the result is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Sentences, claims and chains, for programs.
    Json,
    /// Who says what, as places of source, cue and content.
    Attributions,
    /// For reading.
    Text,
}

/// Find the sentences, claims and sources of a text.
///
/// Needs no database and no network. Offsets in the result count Unicode scalar values of the text as given,
/// half-open.
#[derive(Debug, clap::Args)]
pub struct Extract {
    /// The text; without it, or as -, the standard input stream.
    #[arg(default_value = "-", hide_default_value = true)]
    file: String,
    /// In which form the result is given.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// Read one JSON object {"id", "text"} a line and write one result a line, in the same order. A line that can't be
    /// read gives an object with "error" in its place, and exit status 1 at the end.
    #[arg(long)]
    lines: bool,
    /// Say for each attribution what it rests on: how likely its cue reports, and what speaks most for it and against it.
    #[arg(long, conflicts_with = "lines")]
    explain: bool,
    /// Language of the text, as a code like en, where it is known.
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// The day the text was published, as year-month-day: “on Monday” is then told as a date. A line of --lines may have
    /// "language" and "published" of its own.
    #[arg(long, value_name = "DATE", value_parser = day)]
    published: Option<NaiveDate>,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| "write a day as year-month-day, for example 2026-03-31".to_owned())
}

impl Extract {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let options = Options { language: self.language, published: self.published };
        if self.lines {
            if self.format == Format::Text {
                return Err(Failure::Usage("--lines gives one object a line; choose --format json or attributions".to_owned()));
            }
            return lines::run(&self.file, self.format, &options, desk::limits(config));
        }
        let limits = desk::limits(config);
        let (given, notes) = as_given(read_file(&self.file, limits.bytes)?, &limits).map_err(ImportError::from)?;
        tell(&notes)?;
        let found = extraction::extract(&given, &options);
        let mut out = Output::open();
        if self.explain {
            let index = ScalarIndex::new(&given);
            for one in extraction::explain(&given, &found.attributions) {
                out.line(&one.in_words(|span| shown(index.slice_within(span))))?;
            }
            return out.flush();
        }
        match self.format {
            Format::Text => text::write(&mut out, &given, &found, &*desk::words()?)?,
            Format::Json => out.line(&pretty(&serde_json::to_value(&found).unwrap_or_default()))?,
            Format::Attributions => out.line(&attributions_json(name_of(&self.file), &found).to_string())?,
        }
        out.flush()
    }
}

/// What a text from a file is called in the form that the scorer reads.
fn name_of(file: &str) -> &str {
    std::path::Path::new(file).file_stem().and_then(|stem| stem.to_str()).filter(|_| file != "-").unwrap_or_default()
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// Says what happened to a text on its way in.
pub(super) fn tell(notes: &[ReadNote]) -> Outcome {
    if notes.is_empty() {
        return Ok(());
    }
    let words = desk::words()?;
    for note in notes {
        let args: Vec<(&str, Arg<'_>)> =
            note.subject().into_iter().map(|(name, value)| (name, value.parse::<i64>().map_or_else(|_| Arg::from(value), Arg::from))).collect();
        eprintln!("{}", words.with(note.key(), &args));
    }
    Ok(())
}

/// One result of several: the object of [`Format`], under the text's own id.
fn named(id: Value, found: &Extraction, format: Format) -> Value {
    let mut object = match format {
        Format::Attributions => attributions_json("", found),
        Format::Json | Format::Text => serde_json::to_value(found).unwrap_or_default(),
    };
    if let Some(object) = object.as_object_mut() {
        object.insert("id".to_owned(), id);
    }
    object
}
