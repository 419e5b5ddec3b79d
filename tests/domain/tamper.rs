//! Rule 8, the hash chains: what somebody does to the database by hand is found and named, and the databases
//! refuse the plain ways of doing it.

use crate::support::{Desk, on_both_databases};
use corroborate::article::Article;
use corroborate::claim::WorkState;
use corroborate::db::DbConnection;
use corroborate::history::{self, Break, BreakKind, ChainReport, chain_of};
use corroborate::ids::ChainId;
use diesel::connection::SimpleConnection;

on_both_databases! { Desk:
    an_untouched_desk_is_whole,
    an_empty_desk_is_whole,
    the_database_refuses_to_change_or_remove_a_line,
    a_changed_line_is_named,
    every_field_of_a_line_is_guarded,
    a_removed_line_is_named,
    a_line_put_in_is_named,
    a_line_put_before_the_first_is_named,
    a_line_put_at_the_end_is_named,
    a_chain_cut_short_is_named,
    a_chain_that_is_gone_is_named,
    a_chain_that_is_gone_with_its_entry_is_named,
    the_desks_own_chain_that_is_gone_is_named,
    a_chain_begun_anew_in_place_of_one_that_is_gone_is_named,
    two_lines_that_changed_places_are_named,
    the_head_of_a_chain_can_not_be_moved_alone,
}

/// An article with a history of seven lines or more.
fn article(desk: &mut Desk) -> Article {
    let article = desk.article();
    for claim in desk.claims_of(&article) {
        desk.bring(claim, WorkState::SignedOff);
    }
    article
}

/// Runs SQL by hand, with the triggers out of the way.
fn by_hand(desk: &mut Desk, sql: &str) {
    let c = desk.c();
    match c {
        DbConnection::Sqlite(c) => c.batch_execute("DROP TRIGGER IF EXISTS events_are_not_updated; DROP TRIGGER IF EXISTS events_are_not_deleted").unwrap(),
        DbConnection::Postgres(c) => c.batch_execute("DROP TRIGGER IF EXISTS events_are_not_changed ON events").unwrap(),
    }
    c.batch_execute(sql).unwrap();
}

/// A chain's id as this database writes it.
fn literal(desk: &mut Desk, chain: ChainId) -> String {
    match desk.c() {
        DbConnection::Sqlite(_) => format!("X'{}'", chain.0.simple()),
        DbConnection::Postgres(_) => format!("'{}'", chain.0),
    }
}

fn broken(desk: &mut Desk) -> Vec<(ChainId, Break)> {
    let reports = history::verify_all(desk.c()).unwrap();
    reports.into_iter().filter_map(|ChainReport { chain, broken, .. }| broken.map(|broken| (chain, broken))).collect()
}

fn finds(desk: &mut Desk, chain: ChainId, seq: i64, kind: BreakKind) {
    assert_eq!(broken(desk), [(chain, Break { seq, kind })]);
}

fn length(desk: &mut Desk, chain: ChainId) -> i64 {
    history::count_lines(desk.c(), chain).unwrap()
}

fn an_untouched_desk_is_whole(desk: &mut Desk) {
    let (one, two) = (article(desk), article(desk));
    let reports = history::verify_all(desk.c()).unwrap();
    assert_eq!(broken(desk), []);
    assert_eq!(reports.iter().map(|report| report.chain).collect::<Vec<_>>(), [ChainId::DESK, chain_of(one.id), chain_of(two.id)]);
    for report in reports {
        assert_eq!(history::head(desk.c(), report.chain).unwrap(), Some((report.lines, report.head)));
    }
}

fn an_empty_desk_is_whole(desk: &mut Desk) {
    assert_eq!(history::verify_all(desk.c()).unwrap(), []);
}

fn the_database_refuses_to_change_or_remove_a_line(desk: &mut Desk) {
    article(desk);
    let before = desk.test_db.all_rows();
    let mut orders = vec!["UPDATE events SET actor_name = 'Somebody' WHERE seq = 1", "UPDATE events SET seq = seq", "DELETE FROM events"];
    if matches!(desk.c(), DbConnection::Postgres(_)) {
        orders.push("TRUNCATE events CASCADE");
    }
    for order in orders {
        let refused = desk.c().batch_execute(order).unwrap_err();
        assert!(refused.to_string().contains("history is append-only"), "{order}: {refused}");
    }
    assert_eq!(before, desk.test_db.all_rows());
}

fn a_changed_line_is_named(desk: &mut Desk) {
    let (one, _) = (article(desk), article(desk));
    let chain = literal(desk, chain_of(one.id));
    by_hand(desk, &format!("UPDATE events SET actor_name = 'Somebody Else' WHERE chain_id = {chain} AND seq >= 3"));
    finds(desk, chain_of(one.id), 3, BreakKind::Changed);
}

fn every_field_of_a_line_is_guarded(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    let (other_id, other_time) = match desk.c() {
        DbConnection::Sqlite(_) => ("randomblob(16)", "at + 1"),
        DbConnection::Postgres(_) => ("gen_random_uuid()", "at + interval '1 microsecond'"),
    };
    let changes = [
        format!("id = {other_id}"),
        format!("at = {other_time}"),
        format!("actor_id = {other_id}"),
        "actor_name = actor_name || ' '".to_owned(),
        "action = 'assigned'".to_owned(),
        "subject_kind = 'desk'".to_owned(),
        format!("subject_id = {other_id}"),
        format!("claim_id = {other_id}"),
        "before = NULL".to_owned(),
        "after = '{}'".to_owned(),
        "reason = coalesce(reason, '') || '!'".to_owned(),
        format!("undoes = {other_id}"),
        "prev_hash = hash".to_owned(),
        "hash = prev_hash".to_owned(),
    ];
    by_hand(desk, "CREATE TABLE kept AS SELECT * FROM events");
    for change in changes {
        by_hand(desk, &format!("UPDATE events SET {change} WHERE chain_id = {chain} AND seq = 2"));
        assert_eq!(broken(desk), [(chain_of(one.id), Break { seq: 2, kind: BreakKind::Changed })], "{change}");
        by_hand(desk, "DELETE FROM events; INSERT INTO events SELECT * FROM kept");
        assert_eq!(broken(desk), []);
    }
}

fn a_removed_line_is_named(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    by_hand(desk, &format!("DELETE FROM events WHERE chain_id = {chain} AND seq = 4"));
    finds(desk, chain_of(one.id), 4, BreakKind::Removed);
    // Closing the gap does not help.
    by_hand(
        desk,
        &format!("UPDATE events SET seq = -seq WHERE chain_id = {chain} AND seq > 4; UPDATE events SET seq = -seq - 1 WHERE chain_id = {chain} AND seq < 0"),
    );
    finds(desk, chain_of(one.id), 4, BreakKind::Changed);
}

fn columns_but(desk: &mut Desk, changed: &str) -> String {
    let all = crate::support::columns(desk.c(), "events");
    all.iter().map(|column| column.split(' ').next().unwrap()).filter(|name| !changed.contains(name)).collect::<Vec<_>>().join(", ")
}

/// Puts a copy of a line of another chain into a chain, under a number and with a hash that fits it.
fn put_in(desk: &mut Desk, chain: ChainId, seq: i64) {
    let all = desk.lines();
    let model = all.iter().find(|line| line.chain_id == chain && line.seq == 2).unwrap().clone();
    let before = all.iter().find(|line| line.chain_id == chain && line.seq == seq - 1);
    let mut line = history::Event { seq, id: corroborate::ids::Ids::System.make(), actor_name: "Somebody".to_owned(), ..model };
    line.prev_hash = before.map_or_else(|| history::first_hash(chain), |line| line.hash.clone());
    line.hash = line.line().hash();
    let rest = columns_but(desk, "id seq actor_name prev_hash hash");
    let literal_chain = literal(desk, chain);
    let id = literal(desk, ChainId(line.id.0));
    by_hand(
        desk,
        &format!(
            "INSERT INTO events (id, seq, actor_name, prev_hash, hash, {rest}) \
         SELECT {id}, {seq}, 'Somebody', '{}', '{}', {rest} FROM events WHERE chain_id = {literal_chain} AND seq = 2",
            line.prev_hash, line.hash
        ),
    );
}

fn a_line_put_in_is_named(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    by_hand(
        desk,
        &format!("UPDATE events SET seq = -seq WHERE chain_id = {chain} AND seq >= 3; UPDATE events SET seq = -seq + 1 WHERE chain_id = {chain} AND seq < 0"),
    );
    put_in(desk, chain_of(one.id), 3);
    // The line itself is well made: the one behind it is what no longer fits.
    finds(desk, chain_of(one.id), 4, BreakKind::Changed);
}

fn a_line_put_before_the_first_is_named(desk: &mut Desk) {
    let one = article(desk);
    put_in(desk, chain_of(one.id), 0);
    finds(desk, chain_of(one.id), 0, BreakKind::Inserted);
}

fn a_line_put_at_the_end_is_named(desk: &mut Desk) {
    let one = article(desk);
    let end = length(desk, chain_of(one.id)) + 1;
    put_in(desk, chain_of(one.id), end);
    finds(desk, chain_of(one.id), end, BreakKind::Inserted);
}

fn a_chain_cut_short_is_named(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    by_hand(desk, &format!("DELETE FROM events WHERE chain_id = {chain} AND seq > 2"));
    finds(desk, chain_of(one.id), 3, BreakKind::Removed);
}

fn a_chain_that_is_gone_is_named(desk: &mut Desk) {
    let (one, _) = (article(desk), article(desk));
    let chain = literal(desk, chain_of(one.id));
    by_hand(desk, &format!("DELETE FROM events WHERE chain_id = {chain}"));
    finds(desk, chain_of(one.id), 1, BreakKind::Removed);
}

fn a_chain_that_is_gone_with_its_entry_is_named(desk: &mut Desk) {
    let (one, _) = (article(desk), article(desk));
    let chain = literal(desk, chain_of(one.id));
    by_hand(desk, &format!("DELETE FROM events WHERE chain_id = {chain}; DELETE FROM chains WHERE id = {chain}"));
    finds(desk, chain_of(one.id), 1, BreakKind::Missing);
}

fn the_desks_own_chain_that_is_gone_is_named(desk: &mut Desk) {
    article(desk);
    let chain = literal(desk, ChainId::DESK);
    by_hand(desk, &format!("DELETE FROM events WHERE chain_id = {chain}; DELETE FROM chains WHERE id = {chain}"));
    finds(desk, ChainId::DESK, 1, BreakKind::Missing);
    // Nor does it help that it begins anew with the next thing that happens.
    article(desk);
    finds(desk, ChainId::DESK, 1, BreakKind::Missing);
}

fn a_chain_begun_anew_in_place_of_one_that_is_gone_is_named(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    by_hand(desk, &format!("DELETE FROM events WHERE chain_id = {chain}; DELETE FROM chains WHERE id = {chain}"));
    let claim = desk.claims_of(&one).remove(0);
    let ron = desk.reviewer("Ron Reviewer");
    desk.move_to(&ron, claim.id, WorkState::Checking);
    finds(desk, chain_of(one.id), 1, BreakKind::Removed);
}

fn two_lines_that_changed_places_are_named(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    by_hand(
        desk,
        &format!(
            "UPDATE events SET seq = -1 WHERE chain_id = {chain} AND seq = 2; UPDATE events SET seq = 2 WHERE chain_id = {chain} AND seq = 3; \
         UPDATE events SET seq = 3 WHERE chain_id = {chain} AND seq = -1"
        ),
    );
    finds(desk, chain_of(one.id), 2, BreakKind::Changed);
}

fn the_head_of_a_chain_can_not_be_moved_alone(desk: &mut Desk) {
    let one = article(desk);
    let chain = literal(desk, chain_of(one.id));
    let lines = length(desk, chain_of(one.id));
    by_hand(desk, &format!("UPDATE chains SET head_hash = 'ff' WHERE id = {chain}"));
    finds(desk, chain_of(one.id), lines, BreakKind::Changed);
}
