//! What was acknowledged is there after the server was killed in the middle of its work.

use crate::Program;
use crate::program::Client;
use crate::support::on_both_databases;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

on_both_databases! { Program: no_acknowledged_write_is_lost_when_the_server_is_killed }

const PASSWORD: &str = "several plain words";

fn no_acknowledged_write_is_lost_when_the_server_is_killed(program: &mut Program) {
    program.run_with(&["user", "add", "ana@desk.example", "--name", "Ana", "--role", "admin", "--password"], PASSWORD).ok();
    for round in 0..3 {
        let server = program.serve(&[]);
        let mut first = Client::new(&server.address, "");
        let cookie = first.sign_in("ana@desk.example", PASSWORD);
        let csrf = first.csrf();
        let acknowledged = Arc::new(AtomicUsize::new(0));
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let (address, cookie, csrf, count) = (server.address.clone(), cookie.clone(), csrf.clone(), acknowledged.clone());
                thread::spawn(move || write_until_it_dies(&address, &cookie, &csrf, &format!("r{round}w{writer}"), &count))
            })
            .collect();
        let begun = Instant::now();
        while acknowledged.load(Ordering::Relaxed) < 40 {
            assert!(begun.elapsed() < Duration::from_mins(1), "the writers are stuck");
            thread::sleep(Duration::from_millis(1));
        }
        server.kill();
        let written: Vec<String> = writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect();
        let there = program.run(&["user", "list"]).ok();
        let lost: Vec<_> = written.iter().filter(|email| !there.contains(email.as_str())).collect();
        assert!(written.len() >= 40 && lost.is_empty(), "{} of {} were lost: {lost:?}", lost.len(), written.len());
        assert!(program.run(&["verify"]).ok().contains("whole"));
    }
}

/// Adds people until the server is gone; gives those whose adding it acknowledged.
fn write_until_it_dies(address: &str, cookie: &str, csrf: &str, name: &str, count: &AtomicUsize) -> Vec<String> {
    let mut client = Client::new(address, cookie);
    let mut written = Vec::new();
    for n in 0.. {
        let email = format!("{name}n{n}@desk.example");
        match client.post("/people", &[("csrf", csrf), ("name", name), ("email", &email), ("role", "viewer")]) {
            Ok((status, _, _)) if status < 400 => written.push(email),
            Ok((status, _, body)) => panic!("{status}: {body}"),
            Err(_) => break,
        }
        count.fetch_add(1, Ordering::Relaxed);
    }
    written
}
