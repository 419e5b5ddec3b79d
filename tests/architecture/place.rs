//! What may stand where: SQL, HTTP, templates, the clock, chance.

use crate::tree::{File, files, none_of, program, without_comments};

fn is_store(path: &str) -> bool {
    path.starts_with("src/db/") || path.ends_with("/store.rs") || path.contains("/store/") || path == "src/ids.rs"
}

/// Lines of code outside comments that hold a word, in files to which a rule applies.
fn lines_with(word: &str, applies: impl Fn(&str) -> bool, fine: impl Fn(&str) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for File { path, text } in program() {
        if applies(&path) {
            let code = without_comments(&text);
            let lines = code.lines().enumerate().filter(|(_, line)| line.contains(word) && !fine(line));
            found.extend(lines.map(|(n, line)| format!("{path}:{}: {}", n + 1, line.trim())));
        }
    }
    found
}

#[test]
fn sql_stands_in_db_and_store_files_alone() {
    // A journey's error may hold what diesel says went wrong, and a deed may tell a unique violation from the rest.
    let broken = lines_with("diesel::", |path| !is_store(path), |line| line.contains("diesel::result::"));
    none_of("diesel outside db/ and store files", &broken);
    let broken = lines_with("sql_query", |path| !is_store(path), |_| false);
    none_of("SQL outside db/ and store files", &broken);
}

#[test]
fn http_stands_in_web_and_serve_alone() {
    let broken = lines_with("actix_", |path| !path.starts_with("src/web/") && path != "src/cli/serve.rs", |_| false);
    none_of("actix outside web/ and cli/serve.rs", &broken);
}

#[test]
fn templates_stand_in_web_and_the_html_report_alone() {
    let broken = lines_with("askama", |path| !path.starts_with("src/web/") && path != "src/report/html.rs", |_| false);
    none_of("askama outside web/ and report/html.rs", &broken);
}

#[test]
fn only_the_clock_tells_the_time_and_only_ids_makes_ids() {
    for word in ["Utc::now", "Local::now", "SystemTime::now"] {
        none_of("the time read outside clock.rs", &lines_with(word, |path| path != "src/clock.rs", |_| false));
    }
    for word in ["now_v7", "new_v4"] {
        none_of("ids made outside ids.rs", &lines_with(word, |path| path != "src/ids.rs", |_| false));
    }
    none_of("chance outside secret.rs", &lines_with("getrandom::", |path| path != "src/account/secret.rs", |_| false));
}

#[test]
fn only_the_command_line_speaks_to_a_terminal() {
    // Results go to the standard output through `cli/terminal.rs`, which notices when nobody reads on.
    for word in ["println!", "print!"] {
        let plain = |line: &str| line.contains(&format!("e{word}"));
        // The training programs are no part of the desk's.
        let desk = |path: &str| !path.starts_with("src/bin/");
        none_of("results printed past cli/terminal.rs", &lines_with(word, desk, plain));
        none_of("printing outside cli/", &lines_with(&format!("e{word}"), |path| desk(path) && !path.starts_with("src/cli/"), |_| false));
    }
    for word in ["dbg!", "todo!", "unimplemented!"] {
        none_of("placeholders", &lines_with(word, |_| true, |_| false));
    }
}

#[test]
fn every_lint_that_is_switched_off_says_why() {
    let mut broken = Vec::new();
    for File { path, text } in program().into_iter().chain(files("tests", &["rs"])).chain(files("benches", &["rs"])) {
        for word in ["allow(", "expect("] {
            for form in ["#[", "#!["] {
                for piece in text.split(&format!("{form}{word}")).skip(1) {
                    let attribute = piece.split(")]").next().unwrap();
                    if !attribute.contains("reason = ") && !piece.starts_with('"') {
                        broken.push(format!("{path}: {form}{word}{attribute})]"));
                    }
                }
            }
        }
    }
    none_of("lints switched off without a reason", &broken);
}

#[test]
fn nothing_names_a_path_of_somebodys_machine() {
    let mut broken = Vec::new();
    let kinds = ["rs", "toml", "md", "html", "css", "js", "ftl", "sql", "svg", "json", "txt", "snap", "yml", "yaml"];
    let folders = ["src", "tests", "templates", "static", "locales", "migrations", "docs", "benches"];
    let roots = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "Cargo.toml", "justfile", "clippy.toml"];
    let single = roots.iter().filter_map(|path| Some(File { text: std::fs::read_to_string(path).ok()?, path: (*path).to_owned() }));
    for File { path, text } in folders.iter().flat_map(|folder| files(folder, &kinds)).chain(single) {
        if path == "tests/architecture/place.rs" {
            continue;
        }
        for home in ["/home/", "/root/", "/Users/", "/work/", "C:\\Users"] {
            // An address of a web site is no path of a machine.
            let here = text.lines().enumerate().filter(|(_, line)| line.contains(home) && !line.contains("://"));
            broken.extend(here.map(|(n, line)| format!("{path}:{}: {}", n + 1, line.trim())));
        }
    }
    none_of("paths of a machine", &broken);
}
