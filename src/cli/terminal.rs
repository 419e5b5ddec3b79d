//! What goes to the terminal and what comes from it: results, secrets, texts of strangers.

use super::failure::{Failure, Outcome};
use std::io::{self, BufRead, BufWriter, IsTerminal, Read, Write};
use std::path::Path;

/// Results, on the standard output stream or in a file.
pub struct Output(BufWriter<Box<dyn Write>>);

impl Output {
    /// The standard output stream.
    pub fn open() -> Self {
        Self(BufWriter::with_capacity(64 * 1024, Box::new(io::stdout().lock())))
    }

    /// A new file, or an old one emptied.
    pub fn file(path: &Path) -> Result<Self, Failure> {
        let file = std::fs::File::create(path).map_err(|error| Failure::Failed(format!("{} can't be written: {error}", shown(&path.display().to_string()))))?;
        Ok(Self(BufWriter::with_capacity(64 * 1024, Box::new(file))))
    }

    /// Writes bytes as they are.
    pub fn bytes(&mut self, bytes: &[u8]) -> Outcome {
        self.0.write_all(bytes).map_err(unwritten)
    }

    /// Writes a line.
    pub fn line(&mut self, text: &str) -> Outcome {
        writeln!(self.0, "{text}").map_err(unwritten)
    }

    /// Writes what is still held back.
    pub fn flush(&mut self) -> Outcome {
        self.0.flush().map_err(unwritten)
    }
}

fn unwritten(error: io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::NobodyReads,
        _ => Failure::Failed(format!("the result can't be written: {error}")),
    }
}

/// A text of a stranger as it may go to a terminal: characters that would steer it, or turn the direction of what
/// follows, are replaced.
pub fn shown(text: &str) -> String {
    let steers = |c: char| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| {
            if c == '\n' || c == '\t' {
                ' '
            } else if steers(c) {
                '\u{FFFD}'
            } else {
                c
            }
        })
        .collect()
}

/// The bytes of a file, or of the standard input stream for `-`; one byte more than `most` at most, so that whoever
/// measures them sees that they are too many.
pub fn read_file(name: &str, most: usize) -> Result<Vec<u8>, Failure> {
    let enough = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let read = if name == "-" {
        io::stdin().lock().take(enough).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(enough).read_to_end(&mut bytes))
    };
    match read {
        Ok(_) => Ok(bytes),
        Err(error) => Err(unread(name, &error)),
    }
}

/// Why a file can't be read.
pub fn unread(name: &str, error: &io::Error) -> Failure {
    let name = if name == "-" { "the standard input stream" } else { name };
    Failure::Failed(format!("{name} can't be read: {error}"))
}

/// A secret: asked for where somebody sits at the terminal, else the first line of the standard input stream.
/// Never an argument, which everybody on the machine could see.
pub fn read_secret(what: &str) -> Result<String, Failure> {
    let cannot = |error: io::Error| Failure::Failed(format!("the {what} can't be read: {error}"));
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().lock().take(10_000).read_line(&mut line).map_err(cannot)?;
        return Ok(line.trim_end_matches(['\n', '\r']).to_owned());
    }
    let first = rpassword::prompt_password(format!("New {what}: ")).map_err(cannot)?;
    let again = rpassword::prompt_password("Once more: ").map_err(cannot)?;
    if first == again { Ok(first) } else { Err("the two do not match; nothing was changed".into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_a_stranger_does_not_steer_the_terminal() {
        assert_eq!(shown("a\u{1b}[31mb\u{202e}c\nd"), "a\u{FFFD}[31mb\u{FFFD}c d");
    }
}
