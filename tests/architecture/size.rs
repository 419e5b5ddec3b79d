//! How large things grow.

use crate::tree::{files, none_of, unneeded};

/// Most lines of a file of code.
const FILE: usize = 500;
/// Most lines of a function.
const FUNCTION: usize = 80;
/// Most lines of a template.
const TEMPLATE: usize = 200;

/// Files that are longer, each with its reason.
const LONG_FILES: &[(&str, &str)] = &[("src/db/schema.rs", "a line a column, in the one place where diesel looks for tables")];
/// Functions that are longer, each with its reason.
const LONG_FUNCTIONS: &[(&str, &str)] =
    &[("tests/http/api_journey.rs from_an_article_to_reports_in_every_form", "one journey, told in one piece from its beginning to its end")];
/// Templates that are longer, each with its reason.
const LONG_TEMPLATES: &[(&str, &str)] = &[];

fn check(what: &str, long: &[String], sizes: &[String], exceptions: &[(&str, &str)]) {
    let excepted = |name: &String| exceptions.iter().any(|(exception, _)| exception == name);
    let mut broken: Vec<String> = long.iter().zip(sizes).filter(|(name, _)| !excepted(name)).map(|(name, size)| format!("{name}: {size} lines")).collect();
    broken.extend(unneeded(exceptions.iter().map(|(name, _)| *name), long));
    none_of(what, &broken);
}

#[test]
fn files_stay_short() {
    let all = files("src", &["rs"]).into_iter().chain(files("tests", &["rs"])).chain(files("static/js", &["js"])).chain(files("static/css", &["css"]));
    let long: Vec<(String, String)> =
        all.map(|file| (file.path, file.text.lines().count())).filter(|(_, lines)| *lines > FILE).map(|(path, lines)| (path, lines.to_string())).collect();
    let (names, sizes): (Vec<_>, Vec<_>) = long.into_iter().unzip();
    check("files that are too long", &names, &sizes, LONG_FILES);
}

#[test]
fn templates_stay_short() {
    let all = files("templates", &["html"]).into_iter();
    let long: Vec<(String, String)> =
        all.map(|file| (file.path, file.text.lines().count())).filter(|(_, lines)| *lines > TEMPLATE).map(|(path, lines)| (path, lines.to_string())).collect();
    let (names, sizes): (Vec<_>, Vec<_>) = long.into_iter().unzip();
    check("templates that are too long", &names, &sizes, LONG_TEMPLATES);
}

#[test]
fn functions_stay_short() {
    let (mut names, mut sizes) = (Vec::new(), Vec::new());
    for file in files("src", &["rs"]).into_iter().chain(files("tests", &["rs"])) {
        for (name, lines) in functions(&file.text) {
            if lines > FUNCTION {
                names.push(format!("{} {name}", file.path));
                sizes.push(lines.to_string());
            }
        }
    }
    check("functions that are too long", &names, &sizes, LONG_FUNCTIONS);
}

/// The functions of a formatted file with their lengths: from the line with `fn` to the brace under its beginning.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let indent = line.len() - code.len();
        let Some(name) = name_of_function(code) else { continue };
        let end = lines[n..].iter().position(|line| line.len() == indent + 1 && line.ends_with('}'));
        if let Some(end) = end {
            found.push((name, end + 1));
        }
    }
    found
}

fn name_of_function(line: &str) -> Option<String> {
    let mut rest = line;
    for word in ["pub(super) ", "pub(crate) ", "pub ", "const ", "async "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let name = rest.strip_prefix("fn ")?;
    // One that stands on a single line is as short as can be.
    (!line.ends_with('}') && !line.ends_with(';')).then(|| name.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
}
