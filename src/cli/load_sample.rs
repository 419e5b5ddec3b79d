//! `load-sample`: generated work for load tests.

use super::desk::CommandDesk;
use super::failure::Outcome;
use super::terminal::Output;
use crate::config::Config;
use crate::sample::load;
use std::time::Instant;

/// After how many articles the progress is told.
const TELL: usize = 1_000;

/// Fill a desk with generated work for load tests.
///
/// Adds editors and reviewers, and articles of 25 claims each in all states, with chains, evidence, assignments and
/// history. Not for a desk that people work on: what is added can't be taken out again. Prints the sign-in of an editor
/// and a reviewer and a token for the API, a line each, as name and value separated by a tab.
#[derive(Debug, clap::Args)]
pub struct LoadSample {
    /// How many articles.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    articles: u32,
}

impl LoadSample {
    /// Runs the command.
    pub fn run(self, config: &Config) -> Outcome {
        let desk = CommandDesk::open(config)?;
        let mut c = desk.connect()?;
        let begun = Instant::now();
        let articles = usize::try_from(self.articles).unwrap_or(usize::MAX);
        let loaded = load::fill(&mut c, desk.now(), desk.ids(), articles, &mut |done| {
            if done % TELL == 0 {
                eprintln!("{done} of {articles} articles, {} s", begun.elapsed().as_secs());
            }
        })
        .map_err(|error| error.to_string())?;
        eprintln!("{} claims in {:.1} s", loaded.claims, begun.elapsed().as_secs_f64());
        let mut out = Output::open();
        for (name, value) in [("editor", &loaded.editor), ("reviewer", &loaded.reviewer), ("password", &loaded.password), ("token", &loaded.token)] {
            out.line(&format!("{name}\t{value}"))?;
        }
        out.flush()
    }
}
