//! The command line, a file a subcommand. Results go to stdout, everything else to stderr; the exit status is
//! 0, 1 for a failure that the message explains, 2 for wrong usage.

mod desk;
mod digest;
mod evaluate;
mod export;
mod extract;
mod failure;
mod import;
mod load_sample;
mod seal;
mod seen;
mod serve;
mod terminal;
mod token;
pub mod train;
mod user;
mod verify;
mod which;

use crate::config::{Config, Flags};
use clap::{Parser, Subcommand};
use failure::Outcome;
use std::process::ExitCode;

/// A self-hosted workbench for fact-checkers.
///
/// Settings come from these flags, then from the environment, then from corroborate.toml. Results go to the standard
/// output stream, everything else to the standard error stream. The exit status is 0, 1 for a failure that the message
/// explains, 2 for wrong usage.
#[derive(Debug, Parser)]
#[command(name = "corroborate", version, about, long_about, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Extract(extract::Extract),
    Import(import::Import),
    Export(export::Export),
    Verify(verify::Verify),
    Evaluate(evaluate::Evaluate),
    #[command(subcommand)]
    User(user::User),
    #[command(subcommand)]
    Token(token::Token),
    Digest(digest::Digest),
    LoadSample(load_sample::LoadSample),
}

impl Command {
    fn run(self, config: &Config) -> Outcome {
        match self {
            Self::Serve(command) => command.run(config),
            Self::Extract(command) => command.run(config),
            Self::Import(command) => command.run(config),
            Self::Export(command) => command.run(config),
            Self::Verify(command) => command.run(config),
            Self::Evaluate(command) => command.run(),
            Self::User(command) => command.run(config),
            Self::Token(command) => command.run(config),
            Self::Digest(command) => command.run(config),
            Self::LoadSample(command) => command.run(config),
        }
    }
}

/// Runs the program.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let done = Config::gather(cli.flags).map_err(Into::into).and_then(|config| cli.command.run(&config));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}
