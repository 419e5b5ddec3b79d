//! No word is missing, and none is left over.

use crate::tree::{files, none_of, program, quoted, without_comments};
use corroborate::code::Code;
use std::collections::BTreeSet;

/// The keys of the English messages; `languages` holds the other languages against them.
fn english() -> BTreeSet<String> {
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase());
    let lines = files("locales/en", &["ftl"]).into_iter().flat_map(|file| file.text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.filter(|line| begins(line)).filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned())).collect()
}

/// The expressions of a template: what stands between its marks.
fn expressions(text: &str) -> String {
    let mut all = String::new();
    for (open, close) in [("{{", "}}"), ("{%", "%}")] {
        for piece in text.split(open).skip(1) {
            all.push_str(piece.split(close).next().unwrap());
            all.push('\n');
        }
    }
    all
}

/// All code that can ask for a message: the program's, without its tests, and the templates'.
fn code() -> Vec<(String, String)> {
    let rust = program().into_iter().map(|file| (file.path, without_comments(&file.text).split("#[cfg(test)]").next().unwrap().to_owned()));
    let templates = files("templates", &["html"]).into_iter().map(|file| (file.path, expressions(&file.text)));
    rust.chain(templates).collect()
}

#[test]
fn every_message_that_is_asked_for_is_there() {
    const ASKS: &[&str] = &["w.t(", "w.n(", "w.s(", "w.with(", "words.t(", "words.n(", "words.s(", "words.with(", "words().t(", "words().with("];
    let (known, mut broken) = (english(), Vec::new());
    for (path, code) in code() {
        for found in quoted(&code) {
            if ASKS.iter().any(|ask| found.before.ends_with(ask)) && !known.contains(found.text) {
                broken.push(format!("{path} asks for “{}”", found.text));
            }
        }
    }
    none_of("messages that are not there", &broken);
}

#[test]
fn every_problem_thing_and_field_has_its_sentence() {
    let (known, mut broken) = (english(), Vec::new());
    let mut want = |path: &str, key: String| {
        if !known.contains(&key) {
            broken.push(format!("{path} needs “{key}”"));
        }
    };
    for (path, code) in code() {
        for found in quoted(&code) {
            let before: String = found.before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
            let named = |what: &str| before.trim_end().ends_with(what);
            let is_code = found.text.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if named("NotFound(") || named("not_found(") {
                want(&path, format!("thing-{}", found.text.replace([' ', '_'], "-")));
            } else if is_code && (named("bad_request(") || (before.contains("Problem::new(StatusCode::") && named(","))) {
                want(&path, format!("problem-{}", found.text.replace('_', "-")));
            } else if before.contains("FieldError::new(") && found.text.starts_with("field-") {
                want(&path, found.text.to_owned());
            }
        }
    }
    none_of("sentences that are not there", &broken);
}

/// The beginnings of keys that are put together, as `format!("step-{}", …)`.
fn families(code: &[(String, String)]) -> BTreeSet<String> {
    let mut families = BTreeSet::new();
    for (_, code) in code {
        for found in quoted(code) {
            if let Some((begin, _)) = found.text.split_once('{').filter(|(begin, _)| begin.ends_with('-') && begin.len() > 3) {
                families.insert(begin.to_owned());
            }
        }
    }
    families
}

#[test]
fn no_message_is_left_over() {
    let code = code();
    let mut used: BTreeSet<&str> = code.iter().flat_map(|(_, code)| quoted(code)).map(|found| found.text).collect();
    let families = families(&code);
    let labels: BTreeSet<String> =
        lists().into_iter().flat_map(|(list, codes)| codes.into_iter().map(move |code| format!("{list}-{}", code.replace('_', "-")))).collect();
    used.extend(labels.iter().map(String::as_str));
    let built = |key: &str| families.iter().any(|family| key.starts_with(family.as_str()));
    // Messages may also be parts of others.
    let parts: String = files("locales/en", &["ftl"]).into_iter().map(|file| file.text).collect();
    let part = |key: &str| parts.contains(&format!("{{ {key} }}"));
    let broken: Vec<String> = english().into_iter().filter(|key| !used.contains(key.as_str()) && !built(key) && !part(key)).collect();
    none_of("messages that nothing asks for", &broken);
}

fn list<T: Code>() -> (&'static str, Vec<&'static str>) {
    (T::LIST, T::ALL.iter().map(|value| value.code()).collect())
}

/// The closed lists whose values people see.
fn lists() -> Vec<(&'static str, Vec<&'static str>)> {
    use corroborate::{account, article, claim, evidence, history, report, review, source, web};
    vec![
        list::<account::Role>(),
        list::<article::ArticleState>(),
        list::<article::CorrectionKind>(),
        list::<article::SentenceKind>(),
        list::<claim::Anchor>(),
        list::<claim::AttributionVerdict>(),
        list::<claim::Priority>(),
        list::<claim::Quotation>(),
        list::<claim::Risk>(),
        list::<claim::RiskKind>(),
        list::<claim::Role>(),
        list::<claim::SetAsideReason>(),
        list::<claim::Substance>(),
        list::<claim::TextAction>(),
        list::<claim::mention::Untold>(),
        list::<claim::Why>(),
        list::<claim::WorkState>(),
        list::<claim::store::queue::QueueSort>(),
        list::<evidence::EvidenceKind>(),
        list::<evidence::Grade>(),
        list::<evidence::Independence>(),
        list::<evidence::Stance>(),
        list::<history::BreakKind>(),
        list::<report::CopyBreakKind>(),
        list::<report::ExportFormat>(),
        list::<report::FileStanding>(),
        list::<report::HistoryStanding>(),
        list::<report::listing::ListingFormat>(),
        list::<report::Stage>(),
        list::<web::export::ExportState>(),
        list::<report::ReportField>(),
        list::<report::MisfitKind>(),
        list::<review::verdict::Missing>(),
        list::<source::SourceKind>(),
        list::<source::alike::Alike>(),
        list::<source::Rating>(),
    ]
}

#[test]
fn every_value_that_people_see_has_a_label_and_every_label_a_value() {
    let (known, mut broken) = (english(), Vec::new());
    for (list, codes) in lists() {
        for code in &codes {
            let key = format!("{list}-{}", code.replace('_', "-"));
            if !known.contains(&key) {
                broken.push(format!("{key} is missing"));
            }
        }
    }
    none_of("labels", &broken);
}
