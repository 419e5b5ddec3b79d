//! `export`: the report on an article, as it stands or as it was frozen.

use super::desk::{self, CommandDesk};
use super::failure::{Failure, Outcome};
use super::terminal::{Output, shown};
use super::which;
use crate::code::Code;
use crate::config::Config;
use crate::report::{self, ExportFormat, Rendered, Report, ReportError, claimreview, store as reports};
use crate::wording::Words;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::path::{Path, PathBuf};

/// Write the report on an article.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The article: its id, or a beginning of its title or id that fits no other.
    article: String,
    /// In which form.
    #[arg(long, value_parser = formats())]
    format: ExportFormat,
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
        let article = which::article(&mut c, &self.article)?;
        let rendered = if let Some(number) = self.frozen {
            let frozen = reports::find_report_numbered(&mut c, article, number)?;
            let frozen = frozen.ok_or_else(|| format!("this article has no frozen report number {number}"))?;
            report::render_frozen(&frozen, self.format, &words)?
        } else {
            let report = report::assemble(&mut c, article, desk.now())?;
            if self.format == ExportFormat::ClaimReview {
                tell_left_out(&report, &words);
            }
            report::render(&report, self.format, &words).map_err(ReportError::from)?
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
