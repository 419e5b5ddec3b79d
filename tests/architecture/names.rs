//! Names of modules, and the paragraph each opens with.

use crate::tree::{files, none_of};

#[test]
fn no_module_is_a_drawer_for_odds_and_ends() {
    const DRAWERS: &[&str] =
        &["utils", "util", "helpers", "helper", "common", "misc", "types", "services", "service", "managers", "manager", "stuff", "shared"];
    let mut broken = Vec::new();
    for file in files("src", &["rs"]).into_iter().chain(files("tests", &["rs"])) {
        let parts = file.path.split('/').map(|part| part.trim_end_matches(".rs"));
        broken.extend(parts.filter(|part| DRAWERS.contains(part)).map(|part| format!("{} is in “{part}”", file.path)));
    }
    none_of("modules that name no idea", &broken);
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let all = files("src", &["rs"]).into_iter().chain(files("tests", &["rs"])).chain(files("benches", &["rs"]));
    let broken: Vec<String> = all.filter(|file| !file.text.starts_with("//! ")).map(|file| file.path).collect();
    none_of("files without an opening paragraph", &broken);
}

#[test]
fn every_small_script_and_style_sheet_opens_by_saying_what_it_is_for() {
    let all = files("static/js", &["js"]).into_iter().chain(files("static/css", &["css"]));
    let broken: Vec<String> = all.filter(|file| !file.text.starts_with("/*") && !file.text.starts_with("//")).map(|file| file.path).collect();
    none_of("scripts and style sheets without an opening comment", &broken);
}
