//! `serve --demo`.

use crate::Program;
use crate::program::{Client, Server};
use crate::support::on_both_databases;
use corroborate::claim::WorkState;
use corroborate::claim::store::queue::count_by_state;

on_both_databases! { Program: an_empty_desk_is_filled_and_no_other, what_it_shows_is_a_check_that_is_half_done }

/// The sign-in as it was printed: mail addresses and the password.
fn sign_in_of(out: &str) -> (Vec<String>, String) {
    let lines: Vec<&str> = out.lines().map(str::trim).collect();
    let people = lines.iter().filter(|line| line.contains('@')).map(|line| line.split_whitespace().next().unwrap().to_owned());
    (people.collect(), (*lines.last().unwrap()).to_owned())
}

fn ready(server: &Server) -> Client {
    let mut client = Client::new(&server.address, "");
    assert_eq!(client.ask("GET", "/ready", "", "").unwrap().0, 200);
    client
}

fn an_empty_desk_is_filled_and_no_other(program: &mut Program) {
    let server = program.serve(&["--demo"]);
    ready(&server);
    let (people, password) = sign_in_of(&server.kill());
    assert_eq!(people, ["marta@example.org", "daniel@example.org", "ines@example.org"]);
    let before = program.db.all_rows();
    assert!(program.run(&["verify"]).ok().contains("in 2 chains"));

    let server = program.serve(&["--demo"]);
    assert!(server.said.contains("not empty"), "{}", server.said);
    let mut client = ready(&server);
    for person in &people {
        client.sign_in(person, &password);
    }
    assert_eq!(server.kill(), "");
    let after = program.db.all_rows();
    for (table, rows) in before.iter().filter(|(table, _)| *table != "sessions") {
        assert_eq!(rows, &after[table], "{table}");
    }
}

fn what_it_shows_is_a_check_that_is_half_done(program: &mut Program) {
    let server = program.serve(&["--demo"]);
    ready(&server);
    server.kill();
    let mut c = program.db.db().get().unwrap();
    let states: Vec<WorkState> = count_by_state(&mut c).unwrap().into_iter().map(|(state, _)| state).collect();
    for state in [WorkState::ToCheck, WorkState::Checking, WorkState::Waiting, WorkState::InReview, WorkState::SignedOff, WorkState::SetAside] {
        assert!(states.contains(&state), "{state}");
    }
    let json = program.run(&["export", "moscow", "--format", "json"]).ok();
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["summary"]["signed_off"], 3);
    assert_eq!(report["summary"]["confidential"], 1);
    let claims = report["claims"].as_array().unwrap();
    let signed: Vec<_> = claims.iter().filter(|claim| claim["signed_off_by"].is_string()).collect();
    assert!(signed.iter().all(|claim| claim["signed_off_by"] != claim["checked_by"]), "four eyes");
    assert!(claims.iter().any(|claim| claim["risk"] == "high" && claim["chain"].as_array().unwrap().len() == 2), "the chain of two");
    let kinds: Vec<&str> = report["sentences"].as_array().unwrap().iter().map(|sentence| sentence["kind"].as_str().unwrap()).collect();
    for kind in ["heading", "claim", "opinion", "question", "forecast", "boilerplate"] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
    for format in ["html", "md", "csv"] {
        assert!(program.run(&["export", "moscow", "--format", format]).ok().contains("4.8 million"), "{format}");
    }
    let answer = program.run(&["export", "moscow", "--format", "claimreview"]);
    assert!(answer.err.contains("left out") && answer.out.matches("\"ClaimReview\"").count() == 3, "{answer:?}");
}
