//! `import`, `export` and `verify`: a text goes in, a report comes out, and what was tampered with is found.

use crate::Program;
use crate::support::on_both_databases;
use corroborate::db::DbConnection;
use diesel::connection::SimpleConnection;

const TEXT: &str = "Norland’s ministry said 400 soldiers crossed the border.\n\nThe budget grew by 12 percent, according to the bank.\n";

on_both_databases! {
    Program: what_is_imported_can_be_exported_and_verified, files_of_all_kinds_come_in_and_the_rest_is_named,
    an_article_is_found_by_a_beginning_that_fits_no_other, a_changed_a_removed_and_an_inserted_line_are_found,
    a_history_that_is_gone_is_found, a_report_file_is_held_against_the_desk,
    a_report_that_nobody_froze_is_found, a_page_is_not_fetched, what_was_seen_before_is_told
}

fn import(program: &Program, title: &str) -> String {
    program.run_with(&["import", "-", "--title", title, "--publisher", "The Courier"], TEXT).ok().trim().to_owned()
}

fn what_is_imported_can_be_exported_and_verified(program: &mut Program) {
    let id = import(program, "The border");
    assert_eq!(id.len(), 36);
    for (format, mark) in [("html", "<!"), ("md", "The border"), ("csv", "400 soldiers"), ("json", "\"The Courier\""), ("claimreview", "[")] {
        let report = program.run(&["export", &id, "--format", format]).ok();
        assert!(report.contains(mark), "{format}: {report}");
    }
    program.run(&["export", "the border", "--format", "json", "-o", "report.json"]).ok();
    program.run(&["export", "the border", "--format", "md", "-o", "."]).ok();
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(program.folder.path().join("report.json")).unwrap()).unwrap();
    assert_eq!(written["article"]["title"], "The border");
    assert!(program.folder.path().join("report-the-border.md").exists());
    assert!(program.run(&["verify"]).ok().contains("2 lines in 2 chains"));
    assert!(program.run(&["verify", "the bord"]).ok().contains("one line in one chain"));
}

fn files_of_all_kinds_come_in_and_the_rest_is_named(program: &mut Program) {
    program.file("a.txt", "Plain words here.");
    program.file("b.md", "# A title\n\nSome *marked* words.");
    program.file("c.html", "<!doctype html><title>A page</title><article><p>Words on a page.</p></article>");
    program.file("d.pdf", b"%PDF-1.7\n\x00");
    let answer = program.run(&["import", "a.txt", "b.md", "d.pdf", "c.html", "e.txt"]);
    assert_eq!(answer.out.lines().count(), 3, "{answer:?}");
    let said = answer.failed(1);
    assert!(said.contains("“A title”") && said.contains("d.pdf: ") && said.contains("e.txt can't be read") && said.contains("2 of 5"), "{said}");
    program.run(&["import", "a.txt", "b.md", "--title", "Both"]).failed(2);
    program.run(&["import"]).failed(2);
    let said = program.run_with(&["import", "-", "--published-on", "yesterday"], TEXT).failed(1);
    assert!(said.contains("published-on: "), "{said}");
}

fn an_article_is_found_by_a_beginning_that_fits_no_other(program: &mut Program) {
    let first = import(program, "Putin’s visit");
    let second = import(program, "Putin’s visit to the east");
    // The whole title of one is the beginning of another: it means the one.
    assert!(program.run(&["export", "putin's visit", "--format", "json"]).ok().contains(&first));
    let said = program.run(&["export", "putin", "--format", "json"]).failed(1);
    assert!(said.contains(&first) && said.contains(&second), "{said}");
    assert!(program.run(&["export", &second[..35], "--format", "json"]).ok().contains(&second));
    let said = program.run(&["export", "elsewhere", "--format", "json"]).failed(1);
    assert!(said.contains("elsewhere"), "{said}");
}

/// Does what the database itself refuses: whoever has the file or the server can.
fn tamper(program: &Program, statement: &str) {
    let mut c = program.db.db().get().unwrap();
    let open = match &*c {
        DbConnection::Sqlite(_) => "DROP TRIGGER IF EXISTS events_are_not_updated; DROP TRIGGER IF EXISTS events_are_not_deleted",
        DbConnection::Postgres(_) => "ALTER TABLE events DISABLE TRIGGER ALL",
    };
    c.batch_execute(open).unwrap();
    c.batch_execute(statement).unwrap();
}

fn a_changed_a_removed_and_an_inserted_line_are_found(program: &mut Program) {
    for n in 1..=4 {
        import(program, &format!("Article {n}"));
    }
    program.run(&["verify"]).ok();
    // The desk's own chain has one line an article.
    let id = "(SELECT id FROM events WHERE seq = 2)";
    tamper(program, &format!("UPDATE events SET actor_name = 'Nobody' WHERE id = {id}"));
    let answer = program.run(&["verify"]);
    assert!(answer.out.contains("The history of the desk is broken at line 2") && answer.out.contains("Nobody"), "{answer:?}");
    answer.failed(1);
    tamper(program, &format!("UPDATE events SET actor_name = 'command line' WHERE id = {id}"));
    program.run(&["verify"]).ok();

    tamper(program, "DELETE FROM events WHERE seq = 3");
    let answer = program.run(&["verify"]);
    assert!(answer.out.contains("broken at line 3: it is missing"), "{answer:?}");
    answer.failed(1);

    tamper(program, "UPDATE events SET seq = 3 WHERE seq = 4");
    let answer = program.run(&["verify"]);
    assert!(answer.out.contains("broken at line 3"), "{answer:?}");
    answer.failed(1);
}

fn a_history_that_is_gone_is_found(program: &mut Program) {
    let id = import(program, "The border");
    tamper(program, "DELETE FROM events WHERE chain_id <> (SELECT chain_id FROM events ORDER BY chain_id LIMIT 1); DELETE FROM chains WHERE length = 1");
    let answer = program.run(&["verify"]);
    assert!(answer.out.contains("The border") && answer.out.contains("no line of it is left"), "{answer:?}");
    answer.failed(1);
    program.run(&["verify", &id]).failed(1);
}

fn a_report_file_is_held_against_the_desk(program: &mut Program) {
    import(program, "The border");
    program.run(&["export", "the border", "--format", "json", "-o", "report.json"]).ok();
    let answer = program.run(&["verify", "--report", "report.json"]);
    assert!(answer.out.contains("exported without being frozen") && answer.out.contains("all before it is whole"), "{answer:?}");
    answer.failed(1);
    program.run_with(&["verify", "--report", "-"], "{}").failed(1);
    program.run(&["verify", "the border", "--report", "report.json"]).failed(2);
    program.run(&["export", "the border", "--format", "json", "--frozen", "1"]).failed(1);
}

fn a_report_that_nobody_froze_is_found(program: &mut Program) {
    let id = import(program, "The border");
    program.run(&["user", "add", "ben@desk.example", "--name", "Ben", "--role", "editor", "--public-url", "https://desk.example"]).ok();
    program.run(&["verify"]).ok();
    tamper(program, "INSERT INTO reports SELECT a.id, a.id, 7, '{}', 'none', 'none', p.id, p.created_at, NULL FROM articles a, people p");
    for asked in [vec!["verify"], vec!["verify", &id]] {
        let answer = program.run(&asked);
        assert!(answer.out.contains("Report 7 on “The border”") && answer.out.contains("was frozen by nobody"), "{answer:?}");
        answer.failed(1);
    }
}

fn a_page_is_not_fetched(program: &mut Program) {
    let said = program.run(&["import", "https://gazette.example.org/story"]).failed(1);
    assert!(said.contains("can't be fetched"), "{said}");
}

#[test]
fn a_desk_that_is_not_there_is_not_made_by_looking_for_it() {
    let said = crate::program::run_alone(&["verify"], "").failed(1);
    assert!(said.contains("no desk at data/corroborate.db"), "{said}");
    crate::program::run_alone(&["export", "x", "--format", "md"], "").failed(1);
    let said = crate::program::run_alone(&["import", "-", "--database-url", "mysql://x"], "Words.").failed(1);
    assert!(said.contains("sqlite://") && said.contains("postgres://"), "{said}");
}

fn what_was_seen_before_is_told(program: &mut Program) {
    import(program, "The border");
    let other = "Norland’s ministry said that 400 soldiers have crossed the border.\n";
    let answer = program.run_with(&["import", "-", "--title", "Once more"], other);
    let id = answer.out.trim().to_owned();
    let said = &answer.err;
    assert!(said.contains("seen before: 1 of 1 claims") && said.contains(&format!("/articles/{id}/seen")), "{answer:?}");
    assert!(said.contains("400 soldiers crossed the border.” in “The border”") && said.contains("% alike"), "{said}");
    let answer = program.run_with(&["import", "-", "--title", "And again", "--without-seen"], other);
    assert!(!answer.err.contains("seen before"), "{answer:?}");
    let answer = program.run_with(&["import", "-", "--title", "Something else"], "The bank raised its rate to 4 percent on Monday.");
    assert!(!answer.err.contains("seen before"), "{answer:?}");
    // What has no more in common than a country is another claim, however few there are.
    import_quietly(program, "In March Norland vetoed a resolution that would have extended the work of those who watch over the sanctions against Sudland.");
    let answer =
        program.run_with(&["import", "-", "--title", "The visit"], "The president of Norland will travel to Sudland on Tuesday, ending weeks of guesswork.");
    assert!(!answer.err.contains("seen before"), "{answer:?}");
}

fn import_quietly(program: &mut Program, text: &str) {
    program.run_with(&["import", "-", "--title", "The veto", "--without-seen"], text).ok();
}
