//! `verify`: recomputes the history chains, or holds report files against the desk. What is said of a file without the
//! desk is in [`super::seal`].

use super::desk::{self, CommandDesk};
use super::failure::{Failure, Outcome};
use super::terminal::{Output, read_file, shown};
use super::{seal, which};
use crate::article::store as articles;
use crate::config::Config;
use crate::db::DbConnection;
use crate::history::{self, Break, BreakKind, ChainReport, chain_of};
use crate::ids::{ArticleId, ChainId};
use crate::report::{self, CopyBreak, CopyBreakKind, FileCheck, FileStanding, HistoryStanding, ReportFile, SealStanding};
use crate::wording::Words;

/// Check that no line of history was changed, removed or put in, and that every frozen report is what was frozen.
///
/// Exit status 1 with the first broken line of each chain, and each report that is not what it was. With --report: whether a report in the JSON
/// form says what this desk froze. With --key, or where no desk is, this is said by the file's own hash and signature alone, without any
/// database: exit status 0 where nothing in it was changed since it was signed.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// Check one article's history alone: its id, or a beginning of its title or id that fits no other.
    #[arg(conflicts_with = "report")]
    article: Option<String>,
    /// A report file in the JSON form; - is the standard input stream. Several are also held against each other.
    #[arg(long, value_name = "FILE")]
    report: Vec<String>,
    /// The desk's public key, as its page /key gives it, or a file with it: checks the report without the desk.
    #[arg(long, value_name = "KEY or FILE", requires = "report")]
    key: Option<String>,
}

/// Most bytes of a report file.
const MOST: usize = 1024 * 1024 * 1024;

impl Verify {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let mut out = Output::open();
        let whole = if self.report.is_empty() { self.chains(config, &mut out)? } else { self.files(config, &mut out)? };
        out.flush()?;
        if whole { Ok(()) } else { Err(Failure::Told) }
    }

    fn chains(&self, config: &Config, out: &mut Output) -> Result<bool, Failure> {
        let words = desk::words()?;
        let desk = CommandDesk::open_existing(config)?;
        let mut c = desk.connect()?;
        let reports = match &self.article {
            Some(article) => {
                let chain = chain_meant(&mut c, article)?;
                vec![history::verify_chain(&mut c, chain)?]
            }
            None => history::verify_all(&mut c)?,
        };
        tell_chains(out, &mut c, &reports, &words)
    }

    fn files(&self, config: &Config, out: &mut Output) -> Result<bool, Failure> {
        let key = self.key.as_deref().map(seal::key).transpose()?;
        let mut files = Vec::with_capacity(self.report.len());
        for name in &self.report {
            files.push(ReportFile::read(&read_file(name, MOST)?)?);
        }
        let mut whole = true;
        if key.is_some() || !desk::is_there(config)? {
            for file in &files {
                whole &= seal::tell(out, file, key.as_ref())?;
            }
        } else {
            let desk = CommandDesk::open_existing(config)?;
            let mut c = desk.connect()?;
            for file in &files {
                whole &= tell_report(out, file, &report::verify_report(&mut c, file)?)?;
            }
        }
        Ok(seal::tell_order(out, &files)? && whole)
    }
}

/// The chain of an article; an id will do even where the article itself is gone.
fn chain_meant(c: &mut DbConnection, article: &str) -> Result<ChainId, Failure> {
    match (which::article(c, article), article.trim().parse::<ArticleId>()) {
        (Ok(id), _) => Ok(chain_of(id)),
        (Err(_), Ok(id)) if history::head(c, chain_of(id))?.is_some() || history::count_lines(c, chain_of(id))? > 0 => Ok(chain_of(id)),
        (Err(failure), _) => Err(failure),
    }
}

/// Says what came of the chains; whether all are whole.
fn tell_chains(out: &mut Output, c: &mut DbConnection, reports: &[ChainReport], words: &Words) -> Result<bool, Failure> {
    let mut whole = true;
    for report in reports {
        if let Some(broken) = &report.broken {
            whole = false;
            out.line(&broken_sentence(c, report.chain, broken, words)?)?;
        }
        if report.chain != ChainId::DESK {
            for copy in report::verify_copies(c, ArticleId(report.chain.0))? {
                whole = false;
                out.line(&copy_sentence(c, report.chain, copy)?)?;
            }
        }
    }
    if whole {
        let lines: i64 = reports.iter().map(|report| report.lines).sum();
        let counted = |n: i64, what: &str| if n == 1 { format!("one {what}") } else { format!("{n} {what}s") };
        let chains = i64::try_from(reports.len()).unwrap_or(i64::MAX);
        out.line(&format!("The history is whole: {} in {}.", counted(lines, "line"), counted(chains, "chain")))?;
    }
    Ok(whole)
}

/// What a chain is the history of.
fn named(c: &mut DbConnection, chain: ChainId) -> Result<String, Failure> {
    if chain == ChainId::DESK {
        return Ok("the desk".to_owned());
    }
    Ok(match articles::find_article(c, ArticleId(chain.0))? {
        Some(article) => format!("“{}” ({chain})", shown(&article.title)),
        None => format!("an article that is no longer there ({chain})"),
    })
}

fn copy_sentence(c: &mut DbConnection, chain: ChainId, copy: CopyBreak) -> Result<String, Failure> {
    let of = named(c, chain)?;
    let what = match copy.kind {
        CopyBreakKind::Changed => "does not say what was frozen",
        CopyBreakKind::Missing => "is missing",
        CopyBreakKind::Inserted => "was frozen by nobody",
    };
    Ok(format!("Report {} on {of} {what}.", copy.number))
}

fn broken_sentence(c: &mut DbConnection, chain: ChainId, broken: &Break, words: &Words) -> Result<String, Failure> {
    let of = named(c, chain)?;
    let what = match broken.kind {
        BreakKind::Changed => "it does not say what its hash was made of",
        BreakKind::Removed => "it is missing",
        BreakKind::Inserted => "it was put in, or the line before it was replaced",
        BreakKind::Missing => "no line of it is left",
    };
    let says = match history::find_line(c, chain, broken.seq)? {
        Some(line) if broken.kind != BreakKind::Removed => {
            format!(". It now reads: {}, {}, {}", shown(&line.actor_name), words.date_time(line.at.0), shown(&line.action.replace('_', " ")))
        }
        _ => String::new(),
    };
    Ok(format!("The history of {of} is broken at line {}: {what}{says}.", broken.seq))
}

/// Says how a report file stands to the desk; whether it holds.
fn tell_report(out: &mut Output, file: &ReportFile, check: &FileCheck) -> Result<bool, Failure> {
    out.line(&format!(
        "{}: {}.",
        seal::named(file),
        match check.file {
            FileStanding::Same => "the file says just what this desk froze",
            FileStanding::Changed => "the file does not say what this desk froze",
            FileStanding::CopyChanged => "the file says what the history knows, but the desk's own copy was changed since",
            FileStanding::NotFrozen => "it was exported without being frozen, so the desk can't tell whether the file was changed",
            FileStanding::Unknown => "this desk froze no such report",
        }
    ))?;
    if file.number().is_some() {
        out.line(&format!(
            "Its signature: {}.",
            match check.seal {
                SealStanding::Fits => "by this desk's key, on just what the file says",
                SealStanding::OtherKey => "on just what the file says, but by another key than this desk's",
                SealStanding::Broken => "it does not fit what the file says",
                SealStanding::Missing => "none; it was frozen before the desk had a key, or the signature was taken out",
            }
        ))?;
    }
    out.line(&format!(
        "Its history: {}.",
        match check.history {
            HistoryStanding::Same => "the line it names is there, and all before it is whole",
            HistoryStanding::Rewritten => "another line stands where the line it names was, so the history was written anew",
            HistoryStanding::Missing => "the line it names is not on this desk",
            HistoryStanding::Broken => "the chain is broken; corroborate verify names the line",
        }
    ))?;
    Ok(check.holds())
}
