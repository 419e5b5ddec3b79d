//! `verify --report`: a frozen report's file is held against its desk, or checked by its own hash and signature on a
//! machine that has no desk.

use crate::Program;
use crate::program::run_alone;
use crate::support::{on_both_databases, start};
use corroborate::account::Acting;
use corroborate::account::member::{self, NewPerson};
use corroborate::db::column::At;
use corroborate::ids::Ids;
use corroborate::report::{freeze_report, store};
use std::process::Command;

on_both_databases! {
    Program: a_frozen_report_is_checked_on_its_desk_and_on_any_machine, several_files_are_held_against_each_other,
    a_signature_is_checked_by_hand_with_openssl
}

const TEXT: &str = "Norland’s ministry said 400 soldiers crossed the border.\n";

/// An article whose report is frozen as often as that, each in a file, and the desk's key.
fn scene(program: &Program, times: usize) -> (Vec<String>, String) {
    let id = program.run_with(&["import", "-", "--title", "The border"], TEXT).ok().trim().to_owned();
    let mut c = program.db.db().get().unwrap();
    let new = NewPerson { name: "Eva Editor", email: "eva@desk.example", role: "editor" };
    let eva = member::add_person(&mut c, &Acting::command_line(At(start()), &Ids::System), &new, None).unwrap().0;
    let eva = Acting::person(&eva, At(start()), &Ids::System);
    let mut files = Vec::new();
    for n in 1..=times {
        freeze_report(&mut c, &eva, id.parse().unwrap()).unwrap();
        let name = format!("report-{n}.json");
        program.run(&["export", &id, "--format", "json", "--frozen", &n.to_string(), "-o", &name]).ok();
        files.push(std::fs::read_to_string(program.folder.path().join(name)).unwrap());
    }
    let key = store::public_key(&mut c).unwrap().unwrap().hex();
    (files, key)
}

fn a_frozen_report_is_checked_on_its_desk_and_on_any_machine(program: &mut Program) {
    let (files, key) = scene(program, 1);
    let file = &files[0];
    let said = program.run(&["verify", "--report", "report-1.json"]).ok();
    assert!(said.contains("just what this desk froze") && said.contains("by this desk's key") && said.contains("all before it is whole"), "{said}");
    // Where no desk is: nothing is opened, and nothing made.
    let said = run_alone(&["verify", "--report", "-"], file).ok();
    assert!(said.contains("Report 1 on “The border”: it says just what was signed with the key that it names"), "{said}");
    assert!(said.contains("Proven: ") && said.contains("Not proven: whose key that is") && said.contains(&key), "{said}");
    let said = run_alone(&["verify", "--report", "-", "--key", &key], file).ok();
    assert!(said.contains("signed with the key that was given") && !said.contains("whose key"), "{said}");
    // The key as a file, too, even where a desk is.
    program.file("key.pem", corroborate::report::PublicKey::read(&key).unwrap().pem());
    assert!(program.run(&["verify", "--report", "report-1.json", "--key", "key.pem"]).ok().contains("that was given"));
    program.file("none.pem", "no key");
    assert!(program.run(&["verify", "--report", "report-1.json", "--key", "none.pem"]).failed(1).contains("holds no public key"));
    program.run(&["verify", "--key", &key]).failed(2);

    let other = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    let answer = run_alone(&["verify", "--report", "-", "--key", other], file);
    assert!(answer.out.contains("another key than the one that was given"), "{answer:?}");
    answer.failed(1);
    let changed = file.replace("400 soldiers", "500 soldiers");
    assert_ne!(&changed, file);
    let answer = run_alone(&["verify", "--report", "-"], &changed);
    assert!(answer.out.contains("does not fit what it says") && !answer.out.contains("Proven: "), "{answer:?}");
    answer.failed(1);
    let unsigned: serde_json::Value = serde_json::from_str(file).unwrap();
    let mut unsigned = unsigned;
    unsigned.as_object_mut().unwrap().remove("signature");
    let answer = run_alone(&["verify", "--report", "-"], unsigned.to_string());
    assert!(answer.out.contains("carries no signature"), "{answer:?}");
    answer.failed(1);
}

fn several_files_are_held_against_each_other(program: &mut Program) {
    let (files, key) = scene(program, 2);
    let of = |answer: &crate::program::Answer| answer.out.lines().last().unwrap_or_default().to_owned();
    let answer = program.run(&["verify", "--report", "report-2.json", "--report", "report-1.json", "--key", &key]);
    assert!(of(&answer).contains("and it is the one named"), "{answer:?}");
    answer.ok();
    program.file("other.json", files[0].replace("The border", "The burden"));
    let answer = program.run(&["verify", "--report", "report-2.json", "--report", "other.json", "--key", &key]);
    assert!(of(&answer).contains("it is not the one named"), "{answer:?}");
    answer.failed(1);
}

/// What the page `/key` tells people to do.
fn a_signature_is_checked_by_hand_with_openssl(program: &mut Program) {
    let (_, key) = scene(program, 1);
    let there = |name: &str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    if !(there("python3") && Command::new("openssl").arg("version").output().is_ok()) {
        assert!(std::env::var("CI").is_err(), "python3 and openssl are needed with CI set");
        eprintln!("skipped: python3 and openssl are not here");
        return;
    }
    program.file("key.pem", corroborate::report::PublicKey::read(&key).unwrap().pem());
    program.run(&["export", "the border", "--format", "json", "--frozen", "1", "-o", "report.json"]).ok();
    let by_hand = |file: &str| {
        program.file("steps.sh", corroborate::report::by_hand());
        std::fs::write(program.folder.path().join("report.json"), file).unwrap();
        Command::new("sh").arg("steps.sh").current_dir(program.folder.path()).output().unwrap()
    };
    let file = std::fs::read_to_string(program.folder.path().join("report.json")).unwrap();
    let output = by_hand(&file);
    assert!(output.status.success(), "{output:?}");
    let output = by_hand(&file.replace("400 soldiers", "500 soldiers"));
    assert!(!output.status.success(), "{output:?}");
}
