//! The command line, a file a subcommand. Results go to stdout, everything else to stderr; the exit status is
//! 0, 1 for a failure that the message explains, 2 for wrong usage.

mod serve;

use crate::config::{Config, Flags};
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// A self-hosted workbench for fact-checkers.
#[derive(Debug, Parser)]
#[command(name = "corroborate", version, about, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and the API.
    Serve(serve::Serve),
}

/// A failure, in a sentence for the person at the terminal.
pub type Outcome = Result<(), String>;

/// Runs the program.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let done = Config::gather(cli.flags).and_then(|config| match cli.command {
        Command::Serve(serve) => serve.run(&config),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("corroborate: {sentence}");
            ExitCode::FAILURE
        }
    }
}
