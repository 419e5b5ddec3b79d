//! `load-sample`: what it writes is what the deeds would have left.

use crate::Program;
use crate::program::Client;
use crate::support::on_both_databases;
use corroborate::account::{Acting, store as accounts};
use corroborate::article::store::{self as articles, ArticleFilter};
use corroborate::claim::recall::Recall;
use corroborate::claim::store::{self as claims, queue};
use corroborate::claim::{Veil, WorkState};
use corroborate::db::column::At;
use corroborate::history::{self, EventFilter};
use corroborate::ids::{ClaimId, Ids};
use corroborate::review::{ClaimState, undo};
use std::collections::BTreeMap;

on_both_databases! { Program: a_loaded_desk_is_whole_and_lets_in, its_history_tells_how_each_claim_came_to_stand_as_it_does,
very_many_claims_of_the_last_minute_are_known }

/// The printed sign-in: names and values.
fn load(program: &Program, articles: usize) -> BTreeMap<String, String> {
    let out = program.run(&["load-sample", "--articles", &articles.to_string()]).ok();
    out.lines().map(|line| line.split_once('\t').unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn a_loaded_desk_is_whole_and_lets_in(program: &mut Program) {
    load(program, 3);
    // A second load comes on top of the first, with the same people.
    let told = load(program, 5);
    assert!(program.run(&["verify"]).ok().contains("in 9 chains"));
    let mut c = program.db.db().get().unwrap();
    let states: BTreeMap<WorkState, i64> = queue::count_by_state(&mut c).unwrap().into_iter().collect();
    assert_eq!((states.values().sum::<i64>(), states.len()), (8 * 25, 6), "{states:?}");
    assert_eq!(program.run(&["user", "list"]).ok().lines().count(), 14);

    let server = program.serve(&[]);
    let mut client = Client::new(&server.address, "");
    for person in ["editor", "reviewer"] {
        client.sign_in(&told[person], &told["password"]);
    }
    let article = articles::list(&mut c, &ArticleFilter::default(), 1).unwrap().rows.remove(0);
    let mut client = Client::new(&server.address, "");
    let token = format!("Authorization: Bearer {}\r\n", told["token"]);
    let (status, _, body) = client.ask("GET", &format!("/api/v1/articles/{}", article.id), &token, "").unwrap();
    assert!(status == 200 && body.contains(&article.title), "{status}: {body}");
    for format in ["html", "md", "csv", "json", "claimreview"] {
        program.run(&["export", &article.id.to_string(), "--format", format]).ok();
    }
    program.run(&["load-sample", "--articles", "0"]).failed(2);
}

fn its_history_tells_how_each_claim_came_to_stand_as_it_does(program: &mut Program) {
    load(program, 4);
    let mut c = program.db.db().get().unwrap();
    let mut last_steps: Vec<(ClaimId, WorkState)> = Vec::new();
    for article in articles::list(&mut c, &ArticleFilter::default(), 10).unwrap().rows {
        for claim in claims::list_of_article(&mut c, article.id).unwrap() {
            let filter = EventFilter { claim: Some(claim.id), ..EventFilter::default() };
            let mut lines = history::list(&mut c, &filter, 100).unwrap();
            lines.reverse();
            let is = ClaimState::of(&claim);
            // As it came in: the words of now, and nothing done yet.
            let fresh = serde_json::json!({"state": "to_check", "assignee_id": null, "due_on": null, "priority": 1, "risk": 0, "substance": null,
                "attribution": null, "review_id": null, "verdict_by": null, "verdict_at": null, "signed_off_by": null, "signed_off_at": null,
                "set_aside": null});
            let mut was = is.with(&fresh).unwrap();
            let mut changes = 1;
            for line in &lines {
                let about_claim = line.subject_id.0 == claim.id.0;
                if about_claim {
                    assert!(was.agrees_with(&line.before_value()), "{}: {:?} {:?}", line.action, was, line.before);
                    was = was.with(&line.after_value()).unwrap();
                    changes += 1;
                }
            }
            assert_eq!(was, is);
            assert_eq!(changes, claim.revision);
            if lines.last().is_some_and(undo::can_be_undone) {
                last_steps.push((claim.id, claim.state));
            }
        }
    }
    // Every step can be taken back like one of a person's.
    let editor = accounts::find_person_by_email(&mut c, "editor-1@load.example.org").unwrap().unwrap();
    let ids = Ids::System;
    let acting = Acting::person(&editor, At(corroborate::clock::Clock::System.now()), &ids);
    let sample: Vec<_> = last_steps.into_iter().filter(|(_, state)| *state == WorkState::SignedOff).take(5).collect();
    assert!(!sample.is_empty());
    for (claim, _) in sample {
        let filter = EventFilter { claim: Some(claim), ..EventFilter::default() };
        let last = history::list(&mut c, &filter, 1).unwrap().remove(0);
        undo::undo(&mut c, &acting, last.id).unwrap();
        assert_eq!(claims::find(&mut c, claim).unwrap().unwrap().state, WorkState::InReview);
    }
    assert!(program.run(&["verify"]).ok().contains("whole"));
}

/// Claims of the last minute are read again each time somebody asks, as others may still be on their way. Where they are more
/// than are read at once, what the desk knows must be found all the same, and at once.
fn very_many_claims_of_the_last_minute_are_known(program: &mut Program) {
    load(program, 420);
    let mut c = program.db.db().get().unwrap();
    let article = articles::list(&mut c, &ArticleFilter::default(), 1).unwrap().rows.remove(0);
    let (recall, now) = (Recall::default(), article.created_at);
    recall.read_all(&mut c, now).unwrap();
    let seen = recall.seen_in(&mut c, now, &article, &Veil::default()).unwrap();
    assert!(seen.whole && seen.claims == 25, "{seen:?}");
}
