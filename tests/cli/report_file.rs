//! `import` of a report: from one desk's file to another desk, and what is refused.

use crate::Program;
use crate::support::{Stage, on_both_databases};
use serde_json::Value;

const TEXT: &str = "Norland’s ministry said 400 soldiers crossed the border.\n\nThe budget grew by 12 percent, according to the bank.\n";

on_both_databases! {
    Program: a_report_goes_from_one_desk_to_another_and_back_out, the_same_report_is_not_imported_twice, what_is_broken_is_refused_and_leaves_nothing
}

/// A report of another desk on an article of [`TEXT`].
fn report(program: &Program) -> String {
    let other = Program::on(program.db.another());
    let id = other.run_with(&["import", "-", "--title", "The border"], TEXT).ok();
    other.run(&["export", id.trim(), "--format", "json"]).ok()
}

fn a_report_goes_from_one_desk_to_another_and_back_out(program: &mut Program) {
    let sent = report(program);
    program.file("report.json", &sent);
    let answer = program.run(&["import", "report.json"]);
    assert!(answer.err.contains("“The border”: the check of 2 claims with 0 pieces of evidence, from a report of another desk"), "{answer:?}");
    let id = answer.ok();
    let back: Value = serde_json::from_str(&program.run(&["export", id.trim(), "--format", "json"]).ok()).unwrap();
    let sent: Value = serde_json::from_str(&sent).unwrap();
    assert_eq!((&back["version"], &back["sentences"], &back["sources"]), (&sent["version"], &sent["sentences"], &sent["sources"]));
    assert_eq!(back["taken_from"][0]["article"], sent["article"]["id"]);
    assert_eq!(back["taken_from"][0]["by"], "command line");
    assert!(program.run(&["verify"]).ok().contains("2 lines in 2 chains"));
}

fn the_same_report_is_not_imported_twice(program: &mut Program) {
    let sent = report(program);
    let first = program.run_with(&["import", "-"], &sent).ok();
    let said = program.run_with(&["import", "-"], &sent).failed(1);
    assert!(said.contains("“The border”") && said.contains(first.trim()) && said.contains("--again"), "{said}");
    let second = program.run_with(&["import", "-", "--again"], &sent).ok();
    assert_ne!(first, second);
    program.run_with(&["import", "-", "--again", "--title", "Mine"], &sent).failed(1);
    program.run_with(&["import", "-", "--version-of", first.trim()], &sent).failed(1);
}

fn what_is_broken_is_refused_and_leaves_nothing(program: &mut Program) {
    let sent = report(program);
    let before = program.db.all_rows();
    let cut: String = sent.chars().take(sent.chars().count() / 2).collect();
    let said = program.run_with(&["import", "-"], cut).failed(1);
    assert!(said.contains("no report in the JSON form"), "{said}");
    let changed = sent.replacen("400 soldiers", "500 soldiers", 1);
    let said = program.run_with(&["import", "-"], changed).failed(1);
    assert!(said.contains("version.text_sha256") && said.contains("the hash is not that of the text"), "{said}");
    let later = sent.replacen("\"schema\": 1", "\"schema\": 2", 1);
    let said = program.run_with(&["import", "-"], later).failed(1);
    assert!(said.contains("later version"), "{said}");
    assert_eq!(before, program.db.all_rows());
}
