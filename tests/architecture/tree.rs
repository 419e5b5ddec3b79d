//! The files of the tree, and a plain reading of Rust: its code without comments, and its texts in quotation marks.

use std::path::{Path, PathBuf};

/// A file with its text.
pub struct File {
    /// Its path from the root of the tree, with slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All files of a folder with one of these endings, in order.
pub fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let mut found = Vec::new();
    walk(Path::new(folder), &mut found);
    found.sort();
    let fits = |path: &PathBuf| path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending));
    let read = |path: PathBuf| File { text: std::fs::read_to_string(&path).unwrap(), path: path.to_str().unwrap().replace('\\', "/") };
    found.into_iter().filter(fits).map(read).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path, found) } else { found.push(path) }
    }
}

/// The Rust files of the program.
pub fn program() -> Vec<File> {
    files("src", &["rs"])
}

/// Rust code with its comments blanked out, so that positions and lines stay.
pub fn without_comments(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    for line in text.lines() {
        let end = comment_of(line).unwrap_or(line.len());
        code.push_str(line.get(..end).unwrap());
        code.push('\n');
    }
    code
}

/// Where a line's comment begins, if it has one; `//` inside quotation marks begins none.
fn comment_of(line: &str) -> Option<usize> {
    let (mut quoted, mut escaped, mut before) = (false, false, ' ');
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' if before != '\'' || quoted => quoted = !quoted,
            '/' if !quoted && before == '/' => return Some(at - 1),
            _ => {}
        }
        before = c;
    }
    None
}

/// A text in quotation marks, with the code before it on all lines up to there.
pub struct Quoted<'t> {
    /// What stands before it.
    pub before: &'t str,
    /// The text.
    pub text: &'t str,
}

/// The texts in plain quotation marks of some code. Raw strings come out in pieces, which does no harm here.
pub fn quoted(code: &str) -> Vec<Quoted<'_>> {
    let mut found = Vec::new();
    let mut begin = None;
    let (mut escaped, mut before) = (false, ' ');
    for (at, c) in code.char_indices() {
        match (c, begin) {
            _ if escaped => escaped = false,
            ('\\', Some(_)) => escaped = true,
            ('"', Some(start)) => {
                found.push(Quoted { before: code.get(..start).unwrap().strip_suffix('"').unwrap(), text: code.get(start..at).unwrap() });
                begin = None;
            }
            ('"', None) if before != '\'' => begin = Some(at + 1),
            _ => {}
        }
        before = c;
    }
    found
}

/// Fails with a list, unless it is empty.
pub fn none_of(what: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{what}:\n  {}\n", broken.join("\n  "));
}

/// Exceptions that no longer except anything, as a list of failures.
pub fn unneeded<'e>(exceptions: impl IntoIterator<Item = &'e str>, needed: &[String]) -> Vec<String> {
    exceptions
        .into_iter()
        .filter(|exception| !needed.iter().any(|needed| needed == exception))
        .map(|e| format!("{e} is no exception any more: take it off the list"))
        .collect()
}

#[test]
fn comments_and_quotations_are_told_apart() {
    let code = "let a = \"https://x\"; // said \"so\"\n//! \"not\"\nlet b = '\"'; t(\"b \\\" c\")\n";
    let code = without_comments(code);
    assert_eq!(code.lines().count(), 3);
    let texts: Vec<_> = quoted(&code).iter().map(|found| (found.before.chars().last(), found.text.to_owned())).collect();
    assert_eq!(texts, [(Some(' '), "https://x".to_owned()), (Some('('), "b \\\" c".to_owned())]);
}
