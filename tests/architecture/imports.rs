//! A module imports only modules on earlier lines.

use crate::tree::{none_of, program, without_comments};

/// Import order: a module may use any module on an earlier line, never one on its own or a later line.
const LEVELS: &[&[&str]] = &[
    &["span", "clock", "code", "checksum"],
    &["config", "input", "wording"],
    &["db", "extraction"],
    &["ids"],
    &["history"],
    &["account"],
    &["article", "source"],
    &["claim"],
    &["evidence", "inbox"],
    &["review"],
    &["intake", "report"],
    &["sample", "job", "digest"],
    &["web"],
    &["cli"],
];

/// Macros stand at the root of the crate; this is the module each belongs to.
const MACROS: &[(&str, &str)] = &[("codes", "code"), ("per_backend", "db"), ("text_columns", "db"), ("text_column_expressions", "db"), ("wire", "db")];

fn level(module: &str) -> Option<usize> {
    LEVELS.iter().position(|names| names.contains(&module))
}

fn module_of(path: &str) -> &str {
    path.trim_start_matches("src/").split('/').next().unwrap().trim_end_matches(".rs")
}

#[test]
fn modules_use_only_modules_on_earlier_lines() {
    let mut broken = Vec::new();
    for file in program() {
        let module = module_of(&file.path);
        if matches!(module, "lib" | "main" | "bin") {
            continue;
        }
        let Some(here) = level(module) else {
            broken.push(format!("{}: {module} has no place in LEVELS yet", file.path));
            continue;
        };
        for piece in without_comments(&file.text).split("crate::").skip(1) {
            let used: String = piece.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let owner = MACROS.iter().find(|(name, _)| *name == used).map_or(used.as_str(), |(_, owner)| owner);
            if owner != module && level(owner).is_some_and(|there| there >= here) {
                broken.push(format!("{} uses crate::{used}", file.path));
            }
        }
    }
    none_of("modules that use others on the same or a later line", &broken);
}

#[test]
fn the_pure_files_know_no_database_no_clock_and_no_web() {
    const PURE: &[&str] = &[
        "src/extraction/", "src/review/status.rs", "src/review/verdict.rs", "src/account/role.rs", "src/account/keys.rs", "src/evidence/independence.rs",
        "src/claim/carry/", "src/claim/seen/", "src/claim/codes.rs", "src/claim/urgency.rs", "src/claim/mention.rs", "src/digest/letter.rs",
        "src/article/codes.rs", "src/source/alike.rs", "src/source/fold.rs", "src/source/name.rs", "src/history/chain.rs", "src/intake/read/",
        "src/report/annotations.rs", "src/report/citation.rs", "src/report/claimreview.rs", "src/report/claimreview_rules.rs", "src/report/csv.rs",
        "src/report/docx/", "src/report/html.rs", "src/report/import/check.rs", "src/report/import/misfit.rs", "src/report/import/read.rs",
        "src/report/json.rs", "src/report/listing/form.rs", "src/report/markdown.rs", "src/report/pdf/", "src/report/redact.rs", "src/report/schema.rs",
        "src/report/table/", "src/report/telling.rs", "src/report/telling/", "src/report/typeset/", "src/report/xlsx.rs", "src/report/xml.rs",
        "src/report/figures/chart.rs", "src/report/figures/svg.rs", "src/review/agreement.rs", "src/claim/veil.rs",
    ];
    const IMPURE: &[&str] =
        &["DbConnection", "diesel", "actix_web", "std::fs", "std::net", "std::env", "std::thread", "Clock", "SystemTime", "::now(", "getrandom", "tokio"];
    let mut broken = Vec::new();
    for pure in PURE {
        let held = program().into_iter().filter(|file| file.path.starts_with(pure)).collect::<Vec<_>>();
        if held.is_empty() {
            broken.push(format!("{pure} is not there"));
        }
        for file in held {
            // Tests may measure time.
            let code = without_comments(&file.text);
            let code = code.split("#[cfg(test)]").next().unwrap();
            broken.extend(IMPURE.iter().filter(|word| code.contains(*word)).map(|word| format!("{} has “{word}”", file.path)));
        }
    }
    none_of("pure files that reach out", &broken);
}
