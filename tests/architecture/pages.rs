//! Pages obey the strict Content-Security-Policy they are sent with, and stay templates.

use crate::tree::{File, files, none_of};

/// The report as one self-contained file is no page of the desk: it carries its own style sheet.
const SELF_CONTAINED: &str = "templates/report/export";

fn pages() -> Vec<File> {
    files("templates", &["html"]).into_iter().filter(|file| !file.path.starts_with(SELF_CONTAINED)).collect()
}

/// The start tags of a page, each as its text in lower case.
fn tags(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for piece in text.split('<').skip(1) {
        if piece.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push(piece.split('>').next().unwrap().to_lowercase().replace('\n', " "));
        }
    }
    found
}

#[test]
fn no_script_or_style_stands_inline() {
    let mut broken = Vec::new();
    for File { path, text } in pages() {
        for tag in tags(&text) {
            let inline_script = tag.starts_with("script") && !tag.contains(" src=");
            let handler = tag.split_whitespace().any(|word| word.starts_with("on") && word.contains("=\""));
            if inline_script || handler || tag.starts_with("style") || tag.contains(" style=") || tag.contains("javascript:") {
                broken.push(format!("{path}: <{tag}>"));
            }
        }
    }
    none_of("script or style inline", &broken);
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let mut broken = Vec::new();
    for File { path, text } in files("templates", &["html", "css"]).into_iter().chain(files("static/css", &["css"])).chain(files("static/js", &["js"])) {
        for tag in tags(&text) {
            let loads = ["script", "link", "img", "iframe", "source", "video", "audio"].iter().any(|name| tag.starts_with(name));
            if loads && (tag.contains("=\"http") || tag.contains("=\"//")) {
                broken.push(format!("{path}: <{tag}>"));
            }
        }
        broken.extend(
            text.lines().filter(|line| line.contains("@import") || line.contains("url(http") || line.contains("url(//")).map(|line| format!("{path}: {line}")),
        );
    }
    none_of("things loaded from elsewhere", &broken);
}

#[test]
fn templates_only_choose_repeat_and_compose() {
    const STEPS: &[&str] = &[
        "if", "else", "endif", "for", "endfor", "match", "when", "endmatch", "block", "endblock", "extends", "include", "import", "macro", "endmacro", "call",
        "endcall", "let",
    ];
    let mut broken = Vec::new();
    for File { path, text } in files("templates", &["html"]) {
        for step in text.split("{%").skip(1) {
            let word = step.trim_start_matches(['-', '~', '+']).trim_start().split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
            if !STEPS.contains(&word) {
                broken.push(format!("{path}: {{% {word} …"));
            }
        }
        // What a stranger wrote is never put in as markup.
        broken.extend(text.lines().filter(|line| line.replace(' ', "").contains("|safe")).map(|line| format!("{path}: {}", line.trim())));
    }
    none_of("templates that do more than choose, repeat and compose", &broken);
}

#[test]
fn the_scripts_that_are_sent_as_one_import_nothing_from_each_other() {
    let app = std::fs::read_to_string("static/js/app.js").unwrap();
    let mut broken = Vec::new();
    for name in app.lines().filter_map(|line| line.strip_prefix("import \"./")?.strip_suffix("\";")) {
        let text = std::fs::read_to_string(format!("static/js/{name}")).unwrap();
        broken.extend(text.lines().filter(|line| line.starts_with("import ") || line.starts_with("export ")).map(|line| format!("{name}: {line}")));
    }
    none_of("scripts that import or export", &broken);
}

#[test]
fn every_key_is_an_action_that_a_person_can_give_another_key() {
    use corroborate::account::KeyAction;
    use corroborate::code::Code;
    let mut broken = Vec::new();
    for File { path, text } in pages() {
        for attribute in [" data-key=\"", " data-key-inside=\""] {
            broken.extend(text.split(attribute).skip(1).filter(|rest| !rest.starts_with("{{ shell.key(")).map(|rest| format!("{path}:{attribute}{rest:.20}")));
        }
        for rest in text.split("shell.key(\"").skip(1) {
            let action = rest.split('"').next().unwrap();
            if KeyAction::from_code(action).is_none() {
                broken.push(format!("{path}: there is no action {action}"));
            }
        }
    }
    none_of("keys that stand in a template", &broken);
}
