//! `user` and `token`.

use crate::Program;
use crate::program::Client;
use crate::support::on_both_databases;

on_both_databases! {
    Program: people_are_added_listed_and_changed, a_password_comes_from_the_input_and_lets_in, the_last_admin_stays,
    tokens_are_made_listed_and_revoked
}

const PASSWORD: &str = "several plain words\n";

fn add(program: &Program, email: &str, role: &str) {
    program.run_with(&["user", "add", email, "--name", "Ana Alves", "--role", role, "--password"], PASSWORD).ok();
}

fn people_are_added_listed_and_changed(program: &mut Program) {
    add(program, "Ana@Desk.example", "admin");
    let link = program.run(&["user", "add", "ben@desk.example", "--name", "Ben", "--role", "viewer", "--public-url", "https://desk.example"]).ok();
    assert!(link.starts_with("https://desk.example/password?token="), "{link}");
    program.run(&["user", "role", "ben@desk.example", "reviewer"]).ok();
    assert_eq!(program.run(&["user", "list"]).ok(), "ana@desk.example\tadmin\tactive\tAna Alves\nben@desk.example\treviewer\tno password yet\tBen\n");
    program.run(&["user", "disable", "ben@desk.example"]).ok();
    assert!(program.run(&["user", "list"]).ok().contains("ben@desk.example\treviewer\tdisabled"));
    program.run(&["user", "enable", "ben@desk.example"]).ok();
    let said = program.run(&["user", "disable", "nobody@desk.example"]).failed(1);
    assert!(said.contains("nobody@desk.example"), "{said}");
    program.run(&["user", "add", "ana@desk.example", "--name", "Ana", "--role", "viewer"]).failed(1);
    program.run(&["user", "role", "ana@desk.example", "emperor"]).failed(2);
    assert!(program.run(&["verify"]).ok().contains("whole"));
}

fn a_password_comes_from_the_input_and_lets_in(program: &mut Program) {
    add(program, "ana@desk.example", "admin");
    let said = program.run_with(&["user", "password", "ana@desk.example"], "short\n").failed(1);
    assert!(said.contains("password: "), "{said}");
    program.run_with(&["user", "password", "ana@desk.example"], "other plain words\n").ok();
    // A password can't be given where everybody on the machine could read it.
    program.run(&["user", "password", "ana@desk.example", "secret words here"]).failed(2);
    let server = program.serve(&[]);
    let mut client = Client::new(&server.address, "");
    assert_eq!(client.post("/login", &[("email", "ana@desk.example"), ("password", PASSWORD.trim())]).unwrap().0, 401);
    client.sign_in("ana@desk.example", "other plain words");
}

fn the_last_admin_stays(program: &mut Program) {
    add(program, "ana@desk.example", "admin");
    let said = program.run(&["user", "disable", "ana@desk.example"]).failed(1);
    assert!(said.contains("admin"), "{said}");
    program.run(&["user", "role", "ana@desk.example", "viewer"]).failed(1);
}

fn tokens_are_made_listed_and_revoked(program: &mut Program) {
    add(program, "ana@desk.example", "admin");
    let secret = program.run(&["token", "add", "ana@desk.example", "--name", "feed", "--days", "30"]).ok();
    assert_eq!(secret.trim().len(), 43);
    let list = program.run(&["token", "list"]).ok();
    assert!(list.contains("ana@desk.example\tuntil ") && !list.contains(secret.trim()), "{list}");
    let id = list.split('\t').next().unwrap();
    program.run(&["token", "revoke", id]).ok();
    assert!(program.run(&["token", "list", "ana@desk.example"]).ok().contains("revoked"));
    program.run(&["token", "revoke", "feed"]).failed(2);
    program.run(&["token", "revoke", "0190aaaa-0000-7000-8000-000000000000"]).failed(1);
    program.run(&["token", "add", "ana@desk.example", "--name", "feed", "--days", "0"]).failed(2);
}
