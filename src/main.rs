//! The program: everything it does stands in `corroborate::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    corroborate::cli::run()
}
