//! Frozen reports: numbered, unchanging, and proof against whoever changes a file, the desk or its history.

use super::sample::words;
use super::support::{Desk, later, on_both_databases};
use corroborate::account::Acting;
use corroborate::article::{Article, text_sha256};
use corroborate::claim::{Substance, WorkState};
use corroborate::code::Code;
use corroborate::db::{DbConnection, column::At};
use corroborate::history::Action;
use corroborate::report::{
    CopyBreakKind, ExportFormat, FileCheck, FileStanding, FrozenReport, HistoryStanding, PublicKey, ReportError, ReportFile, SealStanding, assemble,
    freeze_report, render, render_frozen, store, verify_copies, verify_report,
};
use corroborate::review::amend;
use diesel::connection::SimpleConnection;
use serde_json::Value;

on_both_databases! { Desk:
    reports_are_numbered_an_article,
    a_frozen_report_stays_as_it_was,
    freezing_leaves_one_line_in_the_articles_history,
    only_an_editor_freezes,
    a_report_of_nothing_is_not_frozen,
    two_who_freeze_at_once_get_two_numbers,
    the_file_of_a_frozen_report_holds_however_it_is_set,
    a_changed_file_is_told,
    a_file_with_a_field_twice_is_no_report,
    an_export_that_was_not_frozen_is_told,
    a_report_of_another_desk_is_unknown,
    a_copy_that_was_changed_in_the_database_is_told,
    copies_that_were_changed_taken_or_put_in_are_named,
    a_history_that_was_written_anew_is_told,
    a_history_that_was_cut_is_told,
    a_file_is_checked_without_the_desk,
    reports_of_an_article_are_a_chain,
    one_key_signs_for_the_whole_desk,
    a_signature_that_was_changed_or_left_out_is_told,
    a_report_from_before_the_key_still_holds,
}

fn editor(desk: &mut Desk) -> Acting {
    desk.editor("Eva Editor")
}

fn freeze(desk: &mut Desk, article: &Article) -> FrozenReport {
    let editor = editor(desk);
    freeze_report(desk.c(), &editor, article.id).unwrap()
}

/// How a file stands to the desk.
fn check(desk: &mut Desk, bytes: &[u8]) -> FileCheck {
    verify_report(desk.c(), &ReportFile::read(bytes).unwrap()).unwrap()
}

fn file_of(frozen: &FrozenReport) -> Vec<u8> {
    render_frozen(frozen, ExportFormat::Json, &words()).unwrap().bytes
}

fn reports_are_numbered_an_article(desk: &mut Desk) {
    let (one, other) = (desk.article(), desk.article());
    let frozen = [freeze(desk, &one), freeze(desk, &one), freeze(desk, &other)];
    assert_eq!(frozen.each_ref().map(|report| report.number), [1, 2, 1]);
    let rows = store::list_reports(desk.c(), one.id, None, 50).unwrap();
    assert_eq!(rows.iter().map(|row| (row.number, row.frozen_by.as_str())).collect::<Vec<_>>(), [(2, "Eva Editor"), (1, "Eva Editor")]);
    assert_eq!(store::list_reports(desk.c(), one.id, Some(2), 50).unwrap().iter().map(|row| row.id).collect::<Vec<_>>(), [frozen[0].id]);
    assert_eq!(store::find_report(desk.c(), frozen[1].id).unwrap().as_ref(), Some(&frozen[1]));
}

fn a_frozen_report_stays_as_it_was(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let claim = desk.claim_in(WorkState::SignedOff);
    let article = desk.article_now(claim.article_id);
    let frozen = freeze(desk, &article);
    let forms = |frozen: &FrozenReport| ExportFormat::ALL.iter().map(|format| render_frozen(frozen, *format, &words()).unwrap().bytes).collect::<Vec<_>>();
    let before = forms(&frozen);
    assert_eq!(frozen.report().unwrap().claims[0].substance, Some(Substance::MostlyAccurate));

    desk.verdict(&later(&ron, 60), claim.id, Substance::Incorrect);
    amend::reword_claim(desk.c(), &ron, claim.id, "Something else", None).unwrap();
    let found = store::find_report(desk.c(), frozen.id).unwrap().unwrap();
    assert_eq!(forms(&found), before);
    assert_eq!(freeze(desk, &article).report().unwrap().claims[0].substance, Some(Substance::Incorrect));
    let page = String::from_utf8(before[0].clone()).unwrap();
    assert!(page.contains("1, frozen by Eva Editor") && page.contains(&frozen.sha256));
}

fn freezing_leaves_one_line_in_the_articles_history(desk: &mut Desk) {
    let article = desk.article();
    let head_before = assemble(desk.c(), article.id, At(super::sample::at("2026-03-03T08:00:00Z"))).unwrap().history;
    let (frozen, lines) = desk.watch(|desk| freeze(desk, &article));
    assert_eq!(lines.len(), 1);
    assert_eq!((lines[0].action(), lines[0].chain_id.0, lines[0].subject_id.0), (Some(Action::ReportFrozen), article.id.0, frozen.id.0));
    assert_eq!(lines[0].after_value()["sha256"], Value::String(frozen.sha256.clone()));
    assert_eq!(frozen.sha256, text_sha256(&frozen.content));
    assert_eq!((frozen.report().unwrap().history, frozen.history_head.clone()), (head_before.clone(), head_before.head_hash));
    desk.history_is_whole();
}

fn only_an_editor_freezes(desk: &mut Desk) {
    let article = desk.article();
    for who in [desk.viewer("Vera Viewer"), desk.reviewer("Ron Reviewer"), desk.command_line()] {
        let refused = desk.refused(|c| freeze_report(c, &who, article.id));
        assert!(matches!(refused, ReportError::Forbidden(_)), "{}: {refused:?}", who.name);
    }
}

fn a_report_of_nothing_is_not_frozen(desk: &mut Desk) {
    let editor = editor(desk);
    let nowhere = desk.ids.make();
    assert!(matches!(desk.refused(|c| freeze_report(c, &editor, nowhere)), ReportError::NotFound("article")));
}

fn two_who_freeze_at_once_get_two_numbers(desk: &mut Desk) {
    let (article, editor, db) = (desk.article(), editor(desk), desk.db());
    let mut numbers: Vec<i32> = std::thread::scope(|scope| {
        let freeze = || freeze_report(&mut db.get().unwrap(), &editor, article.id).unwrap().number;
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(freeze)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    desk.history_is_whole();
}

fn the_file_of_a_frozen_report_holds_however_it_is_set(desk: &mut Desk) {
    let claim = desk.claim_in(WorkState::SignedOff);
    let article = desk.article_now(claim.article_id);
    let frozen = freeze(desk, &article);
    // Work goes on, and so does the history.
    freeze(desk, &article);
    let file = file_of(&frozen);
    let value: Value = serde_json::from_slice(&file).unwrap();
    let with_mark = ["\u{FEFF}".as_bytes(), &file].concat();
    for bytes in [file, frozen.content.clone().into_bytes(), serde_json::to_vec(&value).unwrap(), with_mark] {
        let check = check(desk, &bytes);
        assert!(check.holds(), "{check:?}");
        assert_eq!((check.number, check.sha256.as_str(), check.title.as_str()), (Some(1), frozen.sha256.as_str(), "The border"));
    }
}

fn a_changed_file_is_told(desk: &mut Desk) {
    let article = desk.article();
    let frozen = freeze(desk, &article);
    let value: Value = serde_json::from_str(&frozen.content).unwrap();
    let changes: [fn(&mut Value); 5] = [
        |v| v["claims"][0]["substance"] = "confirmed".into(),
        |v| v["article"]["title"] = "The  border".into(),
        |v| v["claims"][0]["added"] = true.into(),
        |v| v["assembled_at"] = "2026-03-02T09:00:01Z".into(),
        |v| drop(v["sentences"].as_array_mut().unwrap().pop()),
    ];
    for change in changes {
        let mut changed = value.clone();
        change(&mut changed);
        let check = check(desk, changed.to_string().as_bytes());
        assert_eq!((check.file, check.holds()), (FileStanding::Changed, false));
    }
}

fn a_file_with_a_field_twice_is_no_report(desk: &mut Desk) {
    let article = desk.article();
    let content = freeze(desk, &article).content;
    let twice = content.replacen("{\"article\":", "{\"schema\":1,\"article\":", 1);
    assert_ne!(twice, content);
    for bytes in [twice.as_bytes(), b"", b"{}", b"\xff\xfe{", b"[1,2]"] {
        assert!(matches!(ReportFile::read(bytes), Err(ReportError::NotAReport(_))), "{:?}", String::from_utf8_lossy(bytes));
    }
}

fn an_export_that_was_not_frozen_is_told(desk: &mut Desk) {
    let article = desk.article();
    let report = assemble(desk.c(), article.id, At(super::sample::at("2026-03-03T08:00:00Z"))).unwrap();
    let file = render(&report, ExportFormat::Json, &words()).unwrap().bytes;
    let check = check(desk, &file);
    assert_eq!((check.file, check.history, check.number), (FileStanding::NotFrozen, HistoryStanding::Same, None));
}

fn a_report_of_another_desk_is_unknown(desk: &mut Desk) {
    let article = desk.article();
    let frozen = freeze(desk, &article);
    let mut value: Value = serde_json::from_str(&frozen.content).unwrap();
    value["frozen"]["number"] = 7.into();
    let unknown = check(desk, value.to_string().as_bytes());
    assert_eq!((unknown.file, unknown.history), (FileStanding::Unknown, HistoryStanding::Same));
    value["article"]["id"] = "no id at all".into();
    let elsewhere = check(desk, value.to_string().as_bytes());
    assert_eq!((elsewhere.file, elsewhere.history), (FileStanding::Unknown, HistoryStanding::Missing));
}

/// Does by hand what no deed does.
fn tamper(c: &mut DbConnection, sql: &str) {
    c.batch_execute(sql).unwrap();
}

fn a_copy_that_was_changed_in_the_database_is_told(desk: &mut Desk) {
    let article = desk.article();
    let frozen = freeze(desk, &article);
    let file = file_of(&frozen);
    let changed = frozen.content.replace("The border", "The burden");
    let hash = text_sha256(&changed);
    tamper(desk.c(), &format!("UPDATE reports SET content = '{}', sha256 = '{hash}'", changed.replace('\'', "''")));
    let honest = check(desk, &file);
    assert_eq!((honest.file, honest.holds()), (FileStanding::CopyChanged, false));
    let forged = check(desk, changed.as_bytes());
    assert_eq!((forged.file, forged.holds()), (FileStanding::Changed, false));
}

fn copies_that_were_changed_taken_or_put_in_are_named(desk: &mut Desk) {
    let article = desk.article();
    let [_, second, third] = [freeze(desk, &article), freeze(desk, &article), freeze(desk, &article)];
    assert_eq!(verify_copies(desk.c(), article.id).unwrap(), []);
    tamper(desk.c(), "UPDATE reports SET content = '{}' WHERE number = 1");
    tamper(desk.c(), "DELETE FROM reports WHERE number = 2");
    let nobodys = FrozenReport { id: desk.ids.make(), number: 4, ..third };
    store::insert_report(desk.c(), &nobodys).unwrap();
    let broken: Vec<_> = verify_copies(desk.c(), article.id).unwrap().iter().map(|broken| (broken.number, broken.kind)).collect();
    assert_eq!(broken, [(1, CopyBreakKind::Changed), (second.number, CopyBreakKind::Missing), (4, CopyBreakKind::Inserted)]);
}

/// Takes the guards off the history, as somebody with the database in hand can.
fn unguard(desk: &mut Desk) {
    let sql = match desk.c() {
        DbConnection::Sqlite(_) => "DROP TRIGGER events_are_not_updated; DROP TRIGGER events_are_not_deleted;",
        DbConnection::Postgres(_) => "ALTER TABLE events DISABLE TRIGGER USER;",
    };
    tamper(desk.c(), sql);
}

fn a_history_that_was_written_anew_is_told(desk: &mut Desk) {
    let article = desk.article();
    let file = file_of(&freeze(desk, &article));
    unguard(desk);
    tamper(desk.c(), "UPDATE events SET actor_name = 'Somebody Else' WHERE action = 'article_imported'");
    assert_eq!(check(desk, &file).history, HistoryStanding::Broken);
    // With all hashes made anew as well, the chain is whole, and only the file knows better.
    let lines: Vec<_> = desk.lines().into_iter().filter(|line| line.chain_id.0 == article.id.0).collect();
    let id = literal(desk, article.id.0.simple());
    let mut head = corroborate::history::first_hash(lines[0].chain_id);
    for mut line in lines {
        line.prev_hash = head;
        head = line.line().hash();
        let (seq, prev) = (line.seq, line.prev_hash);
        tamper(desk.c(), &format!("UPDATE events SET prev_hash = '{prev}', hash = '{head}' WHERE seq = {seq} AND chain_id = {id}"));
        tamper(desk.c(), &format!("UPDATE chains SET head_hash = '{head}' WHERE id = {id}"));
    }
    assert_eq!(check(desk, &file).history, HistoryStanding::Rewritten);
}

/// An id as each database writes it.
fn literal(desk: &mut Desk, hex: impl std::fmt::Display) -> String {
    match desk.c() {
        DbConnection::Sqlite(_) => format!("x'{hex}'"),
        DbConnection::Postgres(_) => format!("'{hex}'"),
    }
}

fn a_history_that_was_cut_is_told(desk: &mut Desk) {
    let claim = desk.claim_in(WorkState::InReview);
    let article = desk.article_now(claim.article_id);
    let file = file_of(&freeze(desk, &article));
    unguard(desk);
    let id = literal(desk, article.id.0.simple());
    tamper(desk.c(), &format!("DELETE FROM events WHERE chain_id = {id} AND seq > 1"));
    assert_eq!(check(desk, &file).history, HistoryStanding::Broken);
    tamper(desk.c(), &format!("UPDATE chains SET length = 1, head_hash = (SELECT hash FROM events WHERE chain_id = {id}) WHERE id = {id}"));
    let check = check(desk, &file);
    assert_eq!((check.history, check.file), (HistoryStanding::Missing, FileStanding::Changed));
}

fn a_file_is_checked_without_the_desk(desk: &mut Desk) {
    let article = desk.article();
    let frozen = freeze(desk, &article);
    let key = store::public_key(desk.c()).unwrap().unwrap();
    let file = file_of(&frozen);
    let read = ReportFile::read(&file).unwrap();
    assert_eq!((read.seal(Some(&key)), read.seal(None)), (SealStanding::Fits, SealStanding::Fits));
    assert_eq!((read.key(), read.sha256.as_str()), (Some(key), frozen.sha256.as_str()));
    let other = PublicKey::read("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a").unwrap();
    assert_eq!(read.seal(Some(&other)), SealStanding::OtherKey);
    let value: Value = serde_json::from_slice(&file).unwrap();
    let changes: [fn(&mut Value); 6] = [
        |v| v["article"]["title"] = "The  border".into(),
        |v| v["claims"][0]["added"] = true.into(),
        |v| v["frozen"]["number"] = 2.into(),
        |v| v["frozen"]["key"] = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a".into(),
        |v| v["signature"]["sha256"] = "00".repeat(32).into(),
        |v| v["signature"]["algorithm"] = "none".into(),
    ];
    for change in changes {
        let mut changed = value.clone();
        change(&mut changed);
        let read = ReportFile::read(changed.to_string().as_bytes()).unwrap();
        assert_eq!((read.seal(Some(&key)), read.seal(None)), (SealStanding::Broken, SealStanding::Broken), "{changed}");
    }
}

fn reports_of_an_article_are_a_chain(desk: &mut Desk) {
    let (article, other) = (desk.article(), desk.article());
    let frozen = [freeze(desk, &article), freeze(desk, &article), freeze(desk, &article)];
    let elsewhere = ReportFile::read(&file_of(&freeze(desk, &other))).unwrap();
    let files = frozen.each_ref().map(|frozen| ReportFile::read(&file_of(frozen)).unwrap());
    let previous = files.each_ref().map(|file| file.previous().map(|previous| (previous.number, previous.sha256.clone())));
    assert_eq!(previous, [None, Some((1, frozen[0].sha256.clone())), Some((2, frozen[1].sha256.clone()))]);
    assert_eq!((files[0].comes_before(&files[1]), files[0].comes_before(&files[2]), elsewhere.comes_before(&files[1])), (Some(true), None, None));
    let mut exchanged: Value = serde_json::from_slice(&file_of(&frozen[0])).unwrap();
    exchanged["article"]["byline"] = "Somebody Else".into();
    assert_eq!(ReportFile::read(exchanged.to_string().as_bytes()).unwrap().comes_before(&files[1]), Some(false));
}

fn one_key_signs_for_the_whole_desk(desk: &mut Desk) {
    assert_eq!(store::public_key(desk.c()).unwrap(), None);
    let (articles, editor, db) = ([desk.article(), desk.article(), desk.article(), desk.article()], editor(desk), desk.db());
    let keys: Vec<_> = std::thread::scope(|scope| {
        let freeze = |article: &Article| freeze_report(&mut db.get().unwrap(), &editor, article.id).unwrap().report().unwrap().frozen.unwrap().key;
        let threads: Vec<_> = articles.iter().map(|article| scope.spawn(move || freeze(article))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let key = store::public_key(desk.c()).unwrap().unwrap().hex();
    assert!(keys.iter().all(|named| named.as_ref() == Some(&key)), "{keys:?}");
    // The history knows it too, so that another key in its place is noticed.
    let told: Vec<_> =
        desk.lines().into_iter().filter(|line| line.action() == Some(Action::ReportFrozen)).map(|line| line.after_value()["key"].clone()).collect();
    assert_eq!(told, vec![Value::String(key); 4]);
}

fn a_signature_that_was_changed_or_left_out_is_told(desk: &mut Desk) {
    let article = desk.article();
    let frozen = freeze(desk, &article);
    let mut value: Value = serde_json::from_slice(&file_of(&frozen)).unwrap();
    assert_eq!(check(desk, value.to_string().as_bytes()).seal, SealStanding::Fits);
    value["signature"]["value"] = "AA==".into();
    let broken = check(desk, value.to_string().as_bytes());
    assert_eq!((broken.file, broken.seal, broken.holds()), (FileStanding::Same, SealStanding::Broken, false));
    value.as_object_mut().unwrap().remove("signature");
    let without = check(desk, value.to_string().as_bytes());
    assert_eq!((without.file, without.seal, without.holds()), (FileStanding::Same, SealStanding::Missing, true));
    tamper(desk.c(), "UPDATE reports SET signature = NULL");
    assert_eq!(verify_copies(desk.c(), article.id).unwrap().iter().map(|broken| broken.kind).collect::<Vec<_>>(), [CopyBreakKind::Changed]);
    // Another key in the place of the desk's own.
    tamper(desk.c(), &format!("UPDATE reports SET signature = '{}'", frozen.signature.clone().unwrap()));
    assert_eq!(verify_copies(desk.c(), article.id).unwrap(), []);
    let zeros = literal(desk, "09".repeat(32));
    let zeros = if matches!(desk.c(), DbConnection::Postgres(_)) { zeros.replacen('\'', "'\\x", 1) } else { zeros };
    tamper(desk.c(), &format!("UPDATE signing_keys SET secret = {zeros}"));
    assert_eq!(check(desk, &file_of(&frozen)).seal, SealStanding::OtherKey);
}

fn a_report_from_before_the_key_still_holds(desk: &mut Desk) {
    let article = desk.article();
    let frozen = freeze(desk, &article);
    // As it was kept by a version of the program that knew no key: no trace of one in row, content or history.
    let mut value: Value = serde_json::from_str(&frozen.content).unwrap();
    value["frozen"].as_object_mut().unwrap().remove("key");
    let content = corroborate::history::canonical_json(&value);
    let old = FrozenReport { sha256: text_sha256(&content), content, signature: None, ..frozen };
    unguard(desk);
    tamper(desk.c(), &format!("UPDATE reports SET content = '{}', sha256 = '{}', signature = NULL", old.content.replace('\'', "''"), old.sha256));
    let after = format!("{{\"history_head\":\"{}\",\"number\":1,\"sha256\":\"{}\"}}", old.history_head, old.sha256);
    let mut line = desk.lines().into_iter().find(|line| line.action() == Some(Action::ReportFrozen)).unwrap();
    line.after = Some(after);
    let (after, hash) = (line.after.clone().unwrap(), line.line().hash());
    tamper(desk.c(), &format!("UPDATE events SET after = '{after}', hash = '{hash}' WHERE action = 'report_frozen'"));
    let id = literal(desk, article.id.0.simple());
    tamper(desk.c(), &format!("UPDATE chains SET head_hash = '{hash}' WHERE id = {id}"));
    assert_eq!(verify_copies(desk.c(), article.id).unwrap(), []);
    let check = check(desk, &file_of(&old));
    assert_eq!((check.seal, check.holds()), (SealStanding::Missing, true), "{check:?}");
}
