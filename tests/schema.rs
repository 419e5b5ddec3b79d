//! The schema: both databases show the tables of `src/db/schema.rs`, their histories of steps are alike, and every
//! step can be taken back.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that panics has failed, as it should")]

#[path = "support/mod.rs"]
mod support;

use corroborate::account::Role;
use corroborate::article::{ArticleState, CorrectionKind, SentenceKind};
use corroborate::claim::{Anchor, AttributionVerdict, Quotation, SetAsideReason, Substance, TextAction, WorkState};
use corroborate::code::Code;
use corroborate::db::{DbConnection, DbKind, migrate};
use corroborate::evidence::{EvidenceKind, Grade, Independence, Stance};
use corroborate::source::SourceKind;
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use support::{TestDb, columns, definitions, tables};

on_both_databases! { TestDb:
    the_tables_are_those_of_the_program,
    the_columns_are_those_of_the_program,
    a_closed_list_of_a_column_is_the_list_of_its_codes,
    migrating_again_does_nothing,
    every_step_is_undone_by_its_down_file,
    servers_that_start_at_once_migrate_once,
}

/// Columns that only a full-text index needs; the program never asks for them.
const FOR_SEARCH: [(&str, &str); 2] = [("claims", "seq"), ("versions", "seq")];

/// Tables and columns of `src/db/schema.rs`: type and whether they may be empty.
fn of_the_program() -> BTreeMap<String, BTreeMap<String, (String, bool)>> {
    let text = std::fs::read_to_string("src/db/schema.rs").unwrap();
    let mut found: BTreeMap<String, BTreeMap<String, (String, bool)>> = BTreeMap::new();
    let mut table = String::new();
    for line in text.lines().map(str::trim) {
        if let Some((name, _)) = line.strip_suffix(") {").and_then(|line| line.split_once(" (")) {
            table = name.to_owned();
        } else if let Some((column, kind)) = line.strip_suffix(',').and_then(|line| line.split_once(" -> ")) {
            let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            found.entry(table.clone()).or_default().insert(column.to_owned(), (inner.unwrap_or(kind).to_owned(), inner.is_some()));
        }
    }
    assert!(found.len() > 20, "{found:?}");
    found
}

/// A type of the program as each database spells it.
fn spelt(kind: &str, database: DbKind) -> &'static str {
    let (sqlite, postgres) = match kind {
        "Uuid" => ("blob", "uuid"),
        "Text" => ("text", "text"),
        "Timestamptz" => ("bigint", "timestamp with time zone"),
        "Jsonb" => ("text", "jsonb"),
        "Int4" => ("integer", "integer"),
        "Int8" => ("bigint", "bigint"),
        "Float8" => ("double", "double precision"),
        "Bool" => ("boolean", "boolean"),
        "Date" => ("date", "date"),
        "Binary" => ("blob", "bytea"),
        other => panic!("what is {other} in a database?"),
    };
    if database == DbKind::Sqlite { sqlite } else { postgres }
}

fn the_tables_are_those_of_the_program(db: &mut TestDb) {
    let program: Vec<String> = of_the_program().into_keys().collect();
    assert_eq!(tables(&mut db.db().get().unwrap()), program);
}

fn the_columns_are_those_of_the_program(db: &mut TestDb) {
    let mut c = db.db().get().unwrap();
    for (table, wanted) in of_the_program() {
        let wanted: Vec<String> = wanted
            .iter()
            .map(|(column, (kind, nullable))| format!("{column} {}{}", spelt(kind, db.kind()), if *nullable { "" } else { " not null" }))
            .collect();
        let mut there = columns(&mut c, &table);
        there.retain(|column| !FOR_SEARCH.contains(&(table.as_str(), column.split(' ').next().unwrap())));
        assert_eq!(there, wanted, "{table}");
    }
}

fn codes<T: Code>() -> BTreeSet<String> {
    T::ALL.iter().map(|value| value.code().to_owned()).collect()
}

fn a_closed_list_of_a_column_is_the_list_of_its_codes(db: &mut TestDb) {
    let lists: [(&str, BTreeSet<String>); 28] = [
        ("people.role", codes::<Role>()),
        ("one_time_links.kind", BTreeSet::from(["setup".to_owned(), "password".to_owned()])),
        ("articles.state", codes::<ArticleState>()),
        ("sentences.kind", codes::<SentenceKind>()),
        ("sources.kind", codes::<SourceKind>()),
        ("reliability_notes.rating", codes::<corroborate::source::Rating>()),
        ("claims.state", codes::<WorkState>()),
        ("claims.substance", codes::<Substance>()),
        ("claims.attribution", codes::<AttributionVerdict>()),
        ("claims.set_aside", codes::<SetAsideReason>()),
        ("claims.anchor", codes::<Anchor>()),
        ("attributions.role", codes::<corroborate::claim::Role>()),
        ("attributions.quotation", codes::<Quotation>()),
        ("attributions.verdict", codes::<AttributionVerdict>()),
        ("reviews.substance", codes::<Substance>()),
        ("reviews.attribution", codes::<AttributionVerdict>()),
        ("second_checks.substance", codes::<Substance>()),
        ("second_checks.attribution", codes::<AttributionVerdict>()),
        ("text_actions.action", codes::<TextAction>()),
        ("evidence.kind", codes::<EvidenceKind>()),
        ("evidence.grade", codes::<Grade>()),
        ("evidence.independence", codes::<Independence>()),
        ("claim_evidence.stance", codes::<Stance>()),
        ("contacts.channel", codes::<corroborate::claim::contact::ContactChannel>()),
        ("contacts.outcome", codes::<corroborate::claim::contact::ContactOutcome>()),
        ("notifications.kind", codes::<corroborate::inbox::News>()),
        ("digests.state", codes::<corroborate::digest::store::State>()),
        ("corrections.kind", codes::<CorrectionKind>()),
    ];
    let folder = if db.kind() == DbKind::Sqlite { "sqlite" } else { "postgres" };
    assert_eq!(closed_lists(folder), BTreeMap::from(lists.map(|(column, codes)| (column.to_owned(), codes))));
}

/// The closed lists that the steps of a database set: `table.column` with the values it takes.
fn closed_lists(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut lists = BTreeMap::new();
    for step in steps(folder) {
        let mut table = String::new();
        for line in up(folder, &step).lines() {
            if let Some(rest) = line.strip_prefix("CREATE TABLE ").or_else(|| line.strip_prefix("ALTER TABLE ")) {
                table = rest.split([' ', '(']).next().unwrap().to_owned();
            }
            let Some((_, check)) = line.split_once("CHECK (") else { continue };
            let Some((column, values)) = check.split_once(" IN (") else { continue };
            let values = values.split(')').next().unwrap().split(',').map(|value| value.trim().trim_matches('\'').to_owned()).collect();
            lists.insert(format!("{table}.{column}"), values);
        }
    }
    lists
}

fn steps(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(Path::new("migrations").join(folder)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn up(folder: &str, step: &str) -> String {
    std::fs::read_to_string(Path::new("migrations").join(folder).join(step).join("up.sql")).unwrap()
}

#[test]
fn both_databases_have_the_same_steps() {
    assert_eq!(steps("sqlite"), steps("postgres"));
    let dates: BTreeSet<String> = steps("sqlite").iter().map(|step| step.split('_').next().unwrap().to_owned()).collect();
    assert_eq!(dates.len(), steps("sqlite").len(), "two steps of the same second are one to the databases");
    for step in steps("sqlite") {
        let (date, name) = step.split_at(17);
        let dated = date.chars().zip("0000-00-00-000000".chars()).all(|(c, form)| if form == '0' { c.is_ascii_digit() } else { c == form });
        let named = name.starts_with('_') && name.chars().all(|c| c == '_' || c.is_ascii_lowercase() || c.is_ascii_digit());
        assert!(dated && named, "{step} is not called like 2026-01-31-120000_verb_thing");
        for folder in ["sqlite", "postgres"] {
            let down = Path::new("migrations").join(folder).join(&step).join("down.sql");
            assert!(down.exists(), "{} is missing", down.display());
            assert!(up(folder, &step).starts_with("--"), "{folder}/{step} does not begin by saying what it is for");
        }
    }
}

#[test]
fn both_databases_have_the_same_indexes() {
    let indexes = |folder: &str| -> BTreeSet<String> {
        let all = steps(folder).into_iter().map(|step| up(folder, &step)).collect::<Vec<_>>().join("\n");
        let lines = all.lines().filter(|line| line.starts_with("CREATE INDEX") || line.starts_with("CREATE UNIQUE INDEX"));
        lines.filter(|line| !line.contains("_search")).map(str::to_owned).collect()
    };
    assert_eq!(indexes("sqlite"), indexes("postgres"));
}

fn migrating_again_does_nothing(db: &mut TestDb) {
    assert_eq!(migrate(&mut db.db().get().unwrap()).unwrap(), 0);
}

fn forward(c: &mut DbConnection) -> bool {
    match c {
        DbConnection::Sqlite(c) => c.run_next_migration(files("sqlite")).is_ok(),
        DbConnection::Postgres(c) => c.run_next_migration(files("postgres")).is_ok(),
    }
}

fn back(c: &mut DbConnection) -> String {
    match c {
        DbConnection::Sqlite(c) => c.revert_last_migration(files("sqlite")).unwrap().to_string(),
        DbConnection::Postgres(c) => c.revert_last_migration(files("postgres")).unwrap().to_string(),
    }
}

fn files(folder: &str) -> FileBasedMigrations {
    FileBasedMigrations::from_path(Path::new("migrations").join(folder)).unwrap()
}

fn every_step_is_undone_by_its_down_file(db: &mut TestDb) {
    let empty = TestDb::empty(db.kind()).unwrap();
    let mut c = empty.db().get().unwrap();
    let count = steps("sqlite").len();
    let mut states = Vec::new();
    for _ in 0..count {
        states.push(definitions(&mut c));
        assert!(forward(&mut c));
    }
    assert_eq!(definitions(&mut c), definitions(&mut db.db().get().unwrap()), "the embedded steps are those of the files");
    while let Some(before) = states.pop() {
        let undone = back(&mut c);
        assert_eq!(definitions(&mut c), before, "after taking back {undone}");
    }
    assert!(forward(&mut c), "and all of it can be done again");
}

fn servers_that_start_at_once_migrate_once(db: &mut TestDb) {
    let empty = TestDb::empty(db.kind()).unwrap();
    let barrier = std::sync::Barrier::new(4);
    let done: Vec<usize> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..4)
            .map(|_| {
                let (db, barrier) = (empty.db().clone(), &barrier);
                scope.spawn(move || {
                    barrier.wait();
                    migrate(&mut db.get().unwrap()).unwrap()
                })
            })
            .collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(done.iter().sum::<usize>(), steps("sqlite").len(), "{done:?}");
}

/// A step is known by its number alone: of two with the same one, the second would never be taken.
#[test]
fn no_two_steps_have_the_same_number() {
    for database in ["sqlite", "postgres"] {
        let mut numbers = BTreeSet::new();
        for entry in std::fs::read_dir(format!("migrations/{database}")).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let number = name.split('_').next().unwrap().to_owned();
            assert!(numbers.insert(number), "{database}: another step has the number of {name}");
        }
    }
}
