//! `export --corrections`: what people corrected, in the form that `evaluate` reads.

use crate::Program;
use crate::support::{on_both_databases, start};
use corroborate::account::Acting;
use corroborate::account::member::{self, NewPerson};
use corroborate::article::{SentenceKind, store as articles};
use corroborate::claim::store as claims;
use corroborate::db::DbConnection;
use corroborate::db::column::At;
use corroborate::ids::Ids;
use corroborate::intake::read::Limits;
use corroborate::intake::{NewVersion, Seen, add_version};
use corroborate::review::amend;
use corroborate::review::attribute::mark::{Mark, Marked, mark_words, take_out};
use corroborate::review::undo::undo;
use corroborate::span::{ScalarIndex, Span};
use serde_json::{Value, json};

const TEXT: &str = "Norland’s ministry said 400 soldiers crossed the border.\n\nThe budget grew by 12 percent, according to the bank.\n\nNobody was hurt.\n";

on_both_databases! {
    Program: corrections_are_written_as_the_kit_writes_and_evaluate_reads_them, what_was_taken_back_is_no_correction,
    each_version_has_a_line_with_what_was_corrected_up_to_it,
    a_desk_without_corrections_writes_nothing, what_does_not_go_together_is_refused
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// An article, a connection, somebody who may check, and the article's id.
fn scene(program: &Program) -> (corroborate::db::Pooled, Acting, String) {
    let id = program.run_with(&["import", "-", "--title", "The border"], TEXT).ok().trim().to_owned();
    let mut c = program.db.db().get().unwrap();
    let new = NewPerson { name: "Ron Reviewer", email: "ron@desk.example", role: "reviewer" };
    let ron = member::add_person(&mut c, &Acting::command_line(At(start()), &Ids::System), &new, None).unwrap().0;
    (c, Acting::person(&ron, At(start()), &Ids::System), id)
}

fn claims_of(c: &mut DbConnection, article: &str) -> Vec<claims::Claim> {
    claims::list_of_article(c, article.parse().unwrap()).unwrap()
}

fn at(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    ScalarIndex::new(TEXT).span(start..start + words.len())
}

/// The words of a list of spans.
fn words(spans: &Value) -> Vec<String> {
    let index = ScalarIndex::new(TEXT);
    let spans: Vec<Span> = serde_json::from_value(spans.clone()).unwrap();
    spans.iter().map(|span| index.slice_within(*span).to_owned()).collect()
}

fn corrections_are_written_as_the_kit_writes_and_evaluate_reads_them(program: &mut Program) {
    let (mut c, ron, article) = scene(program);
    let other = program.run_with(&["import", "-", "--title", "Elsewhere"], "A mayor said the bridge is open.").ok();
    let found = claims_of(&mut c, &article);
    let (soldiers, budget) = (&found[0], &found[1]);
    let mark = |c: &mut DbConnection, claim: &claims::Claim, part, place, link| {
        mark_words(c, &ron, claim.id, &Mark { part, spans: &[place], link, name: "" }, None).unwrap();
    };
    // One claim has other reporting words, one is not the bank's, one that had nobody gets somebody, one sentence is none.
    mark(&mut c, soldiers, Marked::Cue, at("ministry said"), None);
    let link = claims::chains_of(&mut c, &[budget.id]).unwrap()[0].0.id;
    take_out(&mut c, &ron, budget.id, link, None).unwrap();
    let hurt = amend::add_claim(&mut c, &ron, soldiers.article_id, &[at("Nobody was hurt")], "").unwrap();
    mark(&mut c, &hurt, Marked::Source, at("the bank"), None);
    let sentence = articles::list_sentences(&mut c, soldiers.version_id).unwrap()[1].id;
    amend::mark_sentence(&mut c, &ron, sentence, SentenceKind::Opinion, None).unwrap();

    let out = program.run(&["export", "--corrections"]).ok();
    let [line] = lines(&out).try_into().unwrap();
    assert_eq!((&line["id"], &line["text"]), (&json!(soldiers.version_id), &json!(TEXT.trim_end())));
    let (said, machine) = (line["attributions"].as_array().unwrap(), line["machine"].as_array().unwrap());
    assert_eq!(machine.len(), 2, "{line}");
    assert_eq!(words(&said[0]["cue"]), ["ministry said"]);
    assert_eq!((&said[0]["source"], &said[0]["content"], &said[0]["kind"]), (&machine[0]["source"], &machine[0]["content"], &machine[0]["kind"]));
    assert_eq!(words(&machine[0]["cue"]), ["said"]);
    assert_eq!((said.len(), words(&said[1]["source"]), words(&said[1]["content"])), (2, vec!["the bank".to_owned()], vec!["Nobody was hurt".to_owned()]));
    assert_eq!(line["sentences"], json!([{"span": at("The budget grew by 12 percent, according to the bank."), "kind": "opinion"}]));

    // Into a file, for one article; and evaluate runs over it.
    program.run(&["export", "the border", "--corrections", "-o", "gold.jsonl"]).ok();
    assert_eq!(std::fs::read_to_string(program.folder.path().join("gold.jsonl")).unwrap(), out);
    let figures: Value = serde_json::from_str(&program.run(&["evaluate", "--gold", "gold.jsonl", "--json"]).ok()).unwrap();
    assert_eq!((&figures["counts"]["articles"], &figures["counts"]["gold"]), (&json!(1), &json!(2)), "{figures}");
    assert!(figures["all exact"]["f1"].as_f64().unwrap() < 1.0, "the engine still says what was corrected: {figures}");
    assert_eq!(program.run(&["export", other.trim(), "--corrections"]).ok(), "");
}

fn what_was_taken_back_is_no_correction(program: &mut Program) {
    let (mut c, ron, article) = scene(program);
    let claim = claims_of(&mut c, &article).remove(0);
    mark_words(&mut c, &ron, claim.id, &Mark { part: Marked::Content, spans: &[at("400 soldiers")], link: None, name: "" }, None).unwrap();
    let [line] = lines(&program.run(&["export", "--corrections"]).ok()).try_into().unwrap();
    assert!(words(&line["attributions"][0]["content"]).contains(&"400 soldiers".to_owned()), "{line}");
    let filter = corroborate::history::EventFilter { claim: Some(claim.id), ..Default::default() };
    let last = corroborate::history::list(&mut c, &filter, 1).unwrap().remove(0);
    undo(&mut c, &ron, last.id).unwrap();
    assert_eq!(program.run(&["export", "--corrections"]).ok(), "");
}

fn each_version_has_a_line_with_what_was_corrected_up_to_it(program: &mut Program) {
    let (mut c, ron, article) = scene(program);
    let claim = claims_of(&mut c, &article).remove(0);
    mark_words(&mut c, &ron, claim.id, &Mark { part: Marked::Cue, spans: &[at("ministry said")], link: None, name: "" }, None).unwrap();
    let text = format!("It began on Monday.\n\n{}", TEXT.trim_end());
    let (cli, new) = (Acting::command_line(At(start()), &Ids::System), NewVersion { text: &text, ..NewVersion::default() });
    add_version(&mut c, &cli, claim.article_id, &new, Seen::default(), &Limits::default()).unwrap();
    let [first, second] = lines(&program.run(&["export", "--corrections"]).ok()).try_into().unwrap();
    assert_eq!((&first["text"], &second["text"]), (&json!(TEXT.trim_end()), &json!(text)));
    assert_eq!(words(&first["attributions"][0]["cue"]), ["ministry said"]);
    let of = |line: &Value, part: &str| -> Vec<Span> { serde_json::from_value(line["attributions"][0][part].clone()).unwrap() };
    let moved = |spans: Vec<Span>| -> Vec<Span> { spans.iter().map(|span| Span::new(span.start + 21, span.end + 21)).collect() };
    for part in ["source", "cue", "content"] {
        assert_eq!(of(&second, part), moved(of(&first, part)), "{part}: {second}");
    }
    assert_ne!(second["machine"][0]["cue"], second["attributions"][0]["cue"]);
}

fn a_desk_without_corrections_writes_nothing(program: &mut Program) {
    let (_, _, _) = scene(program);
    let answer = program.run(&["export", "--corrections"]);
    assert!(answer.err.contains("0 corrected of 1 article"), "{answer:?}");
    assert_eq!(answer.ok(), "");
}

fn what_does_not_go_together_is_refused(program: &mut Program) {
    program.run(&["export"]).failed(2);
    program.run(&["export", "x"]).failed(2);
    program.run(&["export", "--format", "md"]).failed(2);
    program.run(&["export", "x", "--corrections", "--format", "md"]).failed(2);
    program.run(&["export", "x", "--corrections", "--frozen", "1"]).failed(2);
}
