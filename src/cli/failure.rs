//! Why a command failed, and the exit status that says so.

use crate::account::AccountError;
use crate::db::StoreError;
use crate::intake::ImportError;
use crate::report::ReportError;
use crate::web::{Problem, problem::field_sentence};
use std::process::ExitCode;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The command was used wrongly; the sentence says how. Status 2.
    Usage(String),
    /// It could not do what it was asked to; the sentence says why. Status 1.
    Failed(String),
    /// What was found is the answer, and it stands in the output already. Status 1.
    Told,
    /// Whoever read the output has enough of it. Status 0.
    NobodyReads,
}

/// What comes of a command.
pub type Outcome = Result<(), Failure>;

impl Failure {
    /// Says why on the standard error stream, and gives the exit status.
    pub fn report(&self) -> ExitCode {
        match self {
            Self::Usage(sentence) => {
                eprintln!("corroborate: {sentence}\nSee corroborate --help.");
                ExitCode::from(2)
            }
            Self::Failed(sentence) => {
                eprintln!("corroborate: {sentence}");
                ExitCode::FAILURE
            }
            Self::Told => ExitCode::FAILURE,
            Self::NobodyReads => ExitCode::SUCCESS,
        }
    }
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self::Failed(sentence)
    }
}

impl From<&str> for Failure {
    fn from(sentence: &str) -> Self {
        Self::Failed(sentence.to_owned())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// The sentence that a page would show, and one for each field that was refused.
fn in_words(problem: &Problem) -> Failure {
    let words = match super::desk::words() {
        Ok(words) => words,
        Err(failure) => return failure,
    };
    if problem.fields.is_empty() {
        return Failure::Failed(problem.sentence(&words));
    }
    let lines = problem.fields.iter().map(|error| format!("{}: {}", error.field.replace('_', "-"), field_sentence(error, &words)));
    Failure::Failed(lines.collect::<Vec<_>>().join("\n  "))
}

macro_rules! said_in_words {
    ($($error:ident),+) => { $(
        impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                match error {
                    // Whoever sits at the terminal runs the machine: they get the database's own words.
                    $error::Store(error) => error.into(),
                    error => in_words(&Problem::from(error)),
                }
            }
        }
    )+ };
}
said_in_words!(AccountError, ImportError, ReportError);
