//! `extract`: formats, many texts at once, broken input.

use crate::program::run_alone;
use serde_json::Value;

const TEXT: &str = "A headline\n\nBloomberg reported that 400 soldiers crossed the border, citing Norland’s defence ministry.\n";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// The words at a span of scalar values.
fn at(text: &str, span: &Value) -> String {
    let place = |n: usize| usize::try_from(span[n].as_u64().unwrap()).unwrap();
    text.chars().skip(place(0)).take(place(1) - place(0)).collect()
}

#[test]
fn json_gives_sentences_and_claims_with_offsets_into_the_text_as_given() {
    let found = json(&run_alone(&["extract"], TEXT).ok());
    assert_eq!(found["language"], "en");
    let sentences: Vec<String> = found["sentences"].as_array().unwrap().iter().map(|s| at(TEXT, &s["span"])).collect();
    assert_eq!(sentences[0], "A headline");
    let claim = &found["claims"].as_array().unwrap()[0];
    assert!(claim["statement"].as_str().unwrap().contains("400 soldiers"), "{claim}");
    let chain: Vec<&str> = claim["chain"].as_array().unwrap().iter().map(|link| link["source"].as_str().unwrap()).collect();
    assert_eq!(chain, ["Bloomberg", "Norland’s defence ministry"]);
}

#[test]
fn line_breaks_of_another_kind_do_not_shift_the_offsets() {
    let text = TEXT.replace('\n', "\r\n");
    let found = json(&run_alone(&["extract", "-"], &text).ok());
    let said = at(&text, &found["sentences"].as_array().unwrap().last().unwrap()["span"]);
    assert!(said.starts_with("Bloomberg reported") && said.ends_with("ministry."), "{said}");
}

#[test]
fn attributions_are_in_the_form_that_the_scorer_reads() {
    let found = json(&run_alone(&["extract", "--format", "attributions"], TEXT).ok());
    assert_eq!(found["id"], "");
    let first = &found["attributions"][0];
    for part in ["source", "cue", "content"] {
        assert!(first[part].as_array().is_some_and(|spans| spans.iter().all(|span| span.as_array().unwrap().len() == 2)), "{first}");
    }
    assert!(["direct", "indirect", "mixed"].contains(&first["kind"].as_str().unwrap()));
}

#[test]
fn text_is_for_reading_and_cannot_steer_the_terminal() {
    let shown = run_alone(&["extract", "--format", "text"], format!("\u{1b}[2J{TEXT}")).ok();
    assert!(shown.contains("Bloomberg") && shown.contains("← Norland’s defence ministry"), "{shown}");
    assert!(!shown.contains('\u{1b}'));
}

#[test]
fn lines_come_back_in_order_each_under_its_own_id() {
    let count = 500;
    let one = |n: usize| serde_json::json!({"id": n, "text": format!("{}Officials said {n} ships left.", "A word. ".repeat(n % 7)), "more": true});
    let input: String = (0..count).map(|n| format!("{}\n", one(n))).collect();
    for format in ["json", "attributions"] {
        let out = run_alone(&["extract", "--lines", "--format", format], &input).ok();
        let ids: Vec<u64> = out.lines().map(|line| json(line)["id"].as_u64().unwrap()).collect();
        assert_eq!(ids, (0..count as u64).collect::<Vec<_>>(), "{format}");
    }
    let out = run_alone(&["extract", "--lines"], &input).ok();
    let last = json(out.lines().last().unwrap());
    assert!(last["claims"][0]["statement"].as_str().unwrap().contains("499 ships"), "{last}");
}

#[test]
fn a_line_that_cannot_be_read_gets_an_error_in_its_place_and_the_others_their_results() {
    let input = b"{\"id\": \"a\", \"text\": \"One said so.\"}\n\nnot json\n{\"id\": \"d\"}\n\"text\"\n{\"id\": \"f\", \"text\": \"\xff\"}\n{\"id\": \"g\", \"text\": \"Last.\"}";
    let answer = run_alone(&["extract", "--lines"], input);
    let lines: Vec<Value> = answer.out.lines().map(json).collect();
    let bad: Vec<bool> = lines.iter().map(|line| line.get("error").is_some()).collect();
    assert_eq!(bad, [false, true, true, true, true, true, false]);
    assert_eq!((&lines[3]["id"], &lines[3]["line"]), (&Value::from("d"), &Value::from(4)));
    assert!(answer.failed(1).contains("5 lines"));
}

#[test]
fn a_line_longer_than_a_text_may_be_is_passed_over() {
    let input = format!("{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"Short.\"}}\n", "long ".repeat(2_000));
    let answer = run_alone(&["extract", "--lines", "--max-upload-bytes", "1000"], input);
    let lines: Vec<Value> = answer.out.lines().map(json).collect();
    assert!(lines[0]["error"].as_str().unwrap().contains("longer"), "{lines:?}");
    assert_eq!(lines[1]["id"], 2);
    answer.failed(1);
}

#[test]
fn bytes_that_are_no_text_are_refused_in_words() {
    let said = run_alone(&["extract"], b"%PDF-1.7\n\x00\x01").failed(1);
    assert!(said.to_lowercase().contains("pdf"), "{said}");
    let said = run_alone(&["extract", "no-such-file.txt"], "").failed(1);
    assert!(said.contains("no-such-file.txt can't be read"), "{said}");
}

#[test]
fn words_own_encoding_is_read_and_said() {
    let answer = run_alone(&["extract"], b"The minister said \x93the caf\xe9 is open\x94 on Monday.");
    assert!(answer.err.contains("windows-1252"), "{answer:?}");
    let found = json(&answer.ok());
    assert_eq!(found["sentences"][0]["span"][1], 47);
}

#[test]
fn nothing_in_gives_nothing_out() {
    assert_eq!(json(&run_alone(&["extract"], "").ok())["claims"], Value::Array(Vec::new()));
    assert_eq!(run_alone(&["extract", "--lines"], "").ok(), "");
}

#[test]
fn wrong_usage_is_told_apart_from_failure() {
    run_alone(&["extract", "--format", "pdf"], "").failed(2);
    run_alone(&["extract", "--lines", "--format", "text"], "").failed(2);
    run_alone(&["extract", "a", "b"], "").failed(2);
    run_alone(&["frobnicate"], "").failed(2);
    run_alone(&[], "").failed(2);
}

#[test]
fn every_command_explains_itself() {
    for command in ["serve", "extract", "import", "export", "verify", "user", "token", "load-sample"] {
        let help = run_alone(&[command, "--help"], "").ok();
        assert!(help.contains("Usage: corroborate"), "{help}");
    }
    assert!(run_alone(&["--version"], "").ok().starts_with("corroborate "));
}

#[test]
fn days_are_told_as_dates_where_the_day_of_publication_is_known() {
    let text = "The harbour of Oslo was closed on Monday.";
    let statement = |found: &Value| found["claims"][0]["statement"].as_str().unwrap().to_owned();
    let found = json(&run_alone(&["extract", "--language", "en", "--published", "2024-06-13"], text).ok());
    assert_eq!(statement(&found), "The harbour of Oslo was closed on Monday (10 June 2024).");
    let lines = format!(
        "{}\n{}\n",
        serde_json::json!({"id": 1, "text": text, "language": "en"}),
        serde_json::json!({"id": 2, "text": text, "language": "en", "published": "2023-06-15"}),
    );
    let out = run_alone(&["extract", "--lines", "--published", "2024-06-13"], &lines).ok();
    let dates: Vec<String> = out.lines().map(|line| statement(&json(line))).collect();
    assert_eq!(dates, ["The harbour of Oslo was closed on Monday (10 June 2024).", "The harbour of Oslo was closed on Monday (12 June 2023)."]);
    let wrong = run_alone(&["extract", "--published", "last Monday"], text);
    assert!(wrong.failed(2).contains("year-month-day"));
}
