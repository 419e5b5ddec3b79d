//! `export`: the report on an article, as it stands or as it was frozen; or what people corrected of the extraction.

use super::desk::{self, CommandDesk};
use super::failure::{Failure, Outcome};
use super::terminal::{Output, shown};
use super::which;
use crate::article::store as articles;
use crate::code::Code;
use crate::config::Config;
use crate::db::DbConnection;
use crate::ids::ArticleId;
use crate::report::{self, ExportFormat, Rendered, Report, claimreview, store as reports, training};
use crate::wording::Words;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};

/// Articles that are looked at in one go.
const PAGE: i64 = 1_000;

/// Write the report on an article; or, with --corrections, what people corrected of what the extraction found.
///
/// Corrections are one JSON object a line for each version that somebody corrected: {"id", "text", "attributions", "machine", "sentences"}. `evaluate
/// --gold` reads them.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The article: its id, or a beginning of its title or id that fits no other.
    #[arg(required_unless_present = "corrections")]
    article: Option<String>,
    /// In which form.
    #[arg(long, value_parser = formats(), required_unless_present = "corrections")]
    format: Option<ExportFormat>,
    /// The corrections of the article, or of all articles, to train with.
    #[arg(long, conflicts_with_all = ["format", "frozen"])]
    corrections: bool,
    /// Where to; a folder gets a file named after the article. Without it: the standard output stream.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The frozen report with this number, instead of the check as it stands.
    #[arg(long, value_name = "NUMBER")]
    frozen: Option<i32>,
}

fn formats() -> impl TypedValueParser<Value = ExportFormat> {
    PossibleValuesParser::new(ExportFormat::ALL.iter().map(|format| format.code())).try_map(|code| code.parse::<ExportFormat>())
}

impl Export {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let words = desk::words()?;
        let desk = CommandDesk::open_existing(config)?;
        let mut c = desk.connect()?;
        let article = self.article.as_deref().map(|meant| which::article(&mut c, meant)).transpose()?;
        let (Some(article), Some(format)) = (article, self.format) else {
            return corrections(&mut c, article, self.output.as_deref());
        };
        let rendered = if let Some(number) = self.frozen {
            let frozen = reports::find_report_numbered(&mut c, article, number)?;
            let frozen = frozen.ok_or_else(|| format!("this article has no frozen report number {number}"))?;
            report::render_frozen(&frozen, format, &words)?
        } else {
            let report = report::assemble(&mut c, article, desk.now())?;
            if format == ExportFormat::ClaimReview {
                tell_left_out(&report, &words);
            }
            report::render(&report, format, &words)?
        };
        match self.output.as_deref().filter(|path| *path != Path::new("-")) {
            None => {
                let mut out = Output::open();
                out.bytes(&rendered.bytes)?;
                out.flush()
            }
            Some(path) => write_file(path, &rendered),
        }
    }
}

/// Writes what people corrected, a version a line.
fn corrections(c: &mut DbConnection, article: Option<ArticleId>, to: Option<&Path>) -> Outcome {
    let mut out = match to.filter(|path| *path != Path::new("-")) {
        None => Output::open(),
        Some(path) => Output::file(path)?,
    };
    let mut after = None;
    let (mut articles, mut lines) = (0_usize, 0_usize);
    loop {
        let some: Vec<ArticleId> = match article {
            Some(only) => vec![only],
            None => articles::list_titles(c, after, PAGE)?.into_iter().map(|(id, _)| id).collect(),
        };
        for id in &some {
            for version in training::corrected_versions(c, *id)? {
                let line = serde_json::to_string(&version).map_err(|error| Failure::Failed(error.to_string()))?;
                out.line(&line)?;
                lines += 1;
            }
        }
        articles += some.len();
        after = some.last().copied();
        if article.is_some() || after.is_none() {
            break;
        }
    }
    out.flush()?;
    eprintln!("{lines} corrected of {articles} {}", if articles == 1 { "article" } else { "articles" });
    Ok(())
}

/// Says which claims are left out of the `ClaimReview` form, and what could be read better, with the reasons.
fn tell_left_out(report: &Report, words: &Words) {
    for finding in claimreview::check(&report::redact(report.clone()), words) {
        let what = if finding.refuses { "left out" } else { "advice" };
        eprintln!("claim {} ({what}): {}", finding.claim, words.with(finding.message, &finding.args()));
    }
}

fn write_file(path: &Path, rendered: &Rendered) -> Outcome {
    let path = if path.is_dir() { path.join(&rendered.file_name) } else { path.to_owned() };
    let name = shown(&path.display().to_string());
    std::fs::write(&path, &rendered.bytes).map_err(|error| Failure::Failed(format!("{name} can't be written: {error}")))?;
    eprintln!("wrote {name}");
    Ok(())
}
