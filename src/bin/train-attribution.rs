//! The program that learns the weights of attribution: `cargo run --release --bin train-attribution -- FOLDER`.

use std::process::ExitCode;

fn main() -> ExitCode {
    corroborate::cli::train::run()
}
