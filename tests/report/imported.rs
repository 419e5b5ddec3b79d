//! A report that comes in: what is made of it, whose deeds they are said to be, and what is refused, with its place.

use super::drawn;
use super::round_trip::{MOST, file_of};
use super::support::{Desk, later, on_both_databases};
use corroborate::account::{AccountError, Acting, member, sign_in, store as people};
use corroborate::article::{Article, text_sha256};
use corroborate::claim::WorkState;
use corroborate::claim::store as claims;
use corroborate::db::DbConnection;
use corroborate::db::column::At;
use corroborate::history::Action;
use corroborate::report::import::Most;
use corroborate::report::{
    ExportFormat, ImportedReport, MisfitKind as Kind, Report, ReportError, ReportFile, assemble, freeze_report, import_report, is_report, render_frozen,
    verify_report,
};
use corroborate::review::{ReviewError, amend, decide};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::store as sources;
use serde_json::{Value, json};

on_both_databases! { Desk:
    the_history_says_what_was_imported_and_not_that_it_was_done_here,
    people_of_a_report_keep_their_names_and_get_no_account,
    an_empty_desk_stays_to_be_set_up,
    sources_are_found_by_name_and_other_name_and_keep_what_is_said_of_them,
    work_goes_on_where_the_report_ends,
    the_same_article_is_not_imported_twice_unless_it_is_said_so,
    a_frozen_report_is_known_by_its_hash,
    what_does_not_fit_is_refused_with_its_place_and_leaves_nothing,
    what_is_no_report_is_refused,
    a_report_of_an_earlier_version_is_read,
    too_large_a_report_is_refused,
    only_editors_import,
    readers_are_told_where_a_check_was_made,
}

/// A check with a bit of everything, as a report in the JSON form.
fn report(desk: &mut Desk) -> Report {
    let article = drawn::check(desk);
    assemble(desk.c(), article, At(super::sample::at("2026-03-03T10:00:00Z"))).unwrap()
}

fn value(report: &Report) -> Value {
    serde_json::from_slice(&file_of(report)).unwrap()
}

/// Another desk of the same kind, with its own people.
fn elsewhere(desk: &Desk) -> Desk {
    <Desk as super::support::Stage>::on(desk.test_db.another())
}

fn import(c: &mut DbConnection, acting: &Acting, value: &Value) -> Result<ImportedReport, ReportError> {
    import_report(c, acting, value.to_string().as_bytes(), false, MOST)
}

fn imported(desk: &mut Desk) -> (Desk, Report, Article) {
    let report = report(desk);
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let article = import(other.c(), &eva, &value(&report)).unwrap().article;
    (other, report, article)
}

fn the_history_says_what_was_imported_and_not_that_it_was_done_here(desk: &mut Desk) {
    let report = report(desk);
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let (done, lines) = other.watch(|other| import(other.c(), &eva, &value(&report)).unwrap());
    // One line, in the article's chain and in the desk's, which knows every article.
    assert_eq!(lines.len(), 2, "{lines:#?}");
    for line in &lines {
        assert_eq!((line.action(), line.actor_id, line.subject_id.0), (Some(Action::ArticleImported), eva.id, done.article.id.0));
        let told = line.after_value();
        assert_eq!(told["report"]["article"], json!(report.article.id));
        assert_eq!(told["report"]["history"]["head_hash"], json!(report.history.head_hash));
        assert_eq!(told["report"]["tool"], json!(report.tool));
        assert_eq!(told["report"]["sha256"].as_str().map(str::len), Some(64));
        assert_eq!((told["claims"].as_u64(), told["people"].as_array().map(Vec::len)), (Some(2), Some(3)));
    }
    other.history_is_whole();
    let back = assemble(other.c(), done.article.id, eva.now).unwrap();
    assert_eq!((back.taken_from.len(), back.taken_from[0].by.as_str()), (1, "Eva Editor"));
}

fn people_of_a_report_keep_their_names_and_get_no_account(desk: &mut Desk) {
    let (mut other, _, article) = imported(desk);
    let (eva, ada) = (other.editor("Eva Editor"), other.admin("Ada Admin"));
    let claim = claims::list_of_article(other.c(), article.id).unwrap().remove(0);
    let theirs = claim.verdict_by.unwrap();
    assert_ne!(Some(theirs), eva.id, "a name proves nothing");
    let person = people::find_person(other.c(), theirs).unwrap().unwrap();
    assert_eq!(
        (person.name.as_str(), person.from_desk.as_deref(), person.password_hash.is_none(), person.disabled_at.is_some()),
        ("Eva Editor", Some(""), true, true)
    );
    let listed = people::list_people(other.c(), None, 100).unwrap();
    assert_eq!(listed.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ada Admin", "Eva Editor"]);
    assert!(people::find_person_by_email(other.c(), &person.email).unwrap().is_none());
    // Nobody can make an account of them.
    let enabled = other.refused(|c| member::set_disabled(c, &ada, theirs, false, None));
    assert!(matches!(enabled, AccountError::NotFound("person")), "{enabled:?}");
    let raised = other.refused(|c| member::change_role(c, &ada, theirs, corroborate::account::Role::Admin, None));
    assert!(matches!(raised, AccountError::NotFound("person")), "{raised:?}");
    let link = other.refused(|c| member::make_password_link(c, &ada, theirs).map(|_| ()));
    assert!(matches!(link, AccountError::NotFound("person")), "{link:?}");
    let attempt = sign_in::Attempt { email: &person.email, password: "", address: "::1", user_agent: "" };
    let ids = other.ids.clone();
    assert!(matches!(sign_in::sign_in(other.c(), &sign_in::Brake::default(), attempt, ada.now, &ids).map(|_| ()), Err(AccountError::SignInFailed)));
    let order = corroborate::review::assign::Order { assignee: Some(Some(theirs)), ..Default::default() };
    assert!(matches!(corroborate::review::assign::assign_claim(other.c(), &eva, claim.id, &order, None), Err(ReviewError::NotFound("person"))));
}

fn an_empty_desk_stays_to_be_set_up(desk: &mut Desk) {
    let report = report(desk);
    let mut other = elsewhere(desk);
    let cli = other.command_line();
    import(other.c(), &cli, &value(&report)).unwrap();
    let ids = other.ids.clone();
    assert!(member::make_setup_link(other.c(), cli.now, &ids).unwrap().is_some());
}

fn sources_are_found_by_name_and_other_name_and_keep_what_is_said_of_them(desk: &mut Desk) {
    let report = report(desk);
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let entry = SourceEntry { name: "Bloomberg L.P.", kind: "organisation", aliases: "the bloomberg", interests: "None known.", ..SourceEntry::default() };
    let known = registry::add_source(other.c(), &eva, &entry).unwrap();
    let done = import(other.c(), &eva, &value(&report)).unwrap();
    assert_eq!(done.known_sources, ["Bloomberg"]);
    let now = sources::find(other.c(), known.id).unwrap().unwrap();
    assert_eq!((now.name.as_str(), now.interests.as_str(), now.revision), ("Bloomberg L.P.", "None known.", 1));
    let back = assemble(other.c(), done.article.id, eva.now).unwrap();
    assert_eq!(back.claims[0].chain[0].source, "Bloomberg L.P.");
    assert_eq!(back.claims[0].chain[0].mention_text, report.claims[0].chain[0].mention_text);
}

fn work_goes_on_where_the_report_ends(desk: &mut Desk) {
    let (mut other, _, article) = imported(desk);
    let (ron, eva) = (later(&other.reviewer("Ron Reviewer"), 10_000), later(&other.editor("Eva Editor"), 10_000));
    corroborate::review::article::reopen_article(other.c(), &eva, article.id, "One more look.", None).unwrap();
    let claims = claims::list_of_article(other.c(), article.id).unwrap();
    let signed = claims.iter().find(|claim| claim.state == WorkState::SignedOff).unwrap();
    other.move_to(&eva, signed.id, WorkState::Checking);
    amend::reword_claim(other.c(), &ron, claims[0].id, "Other words", None).unwrap();
    other.evidence(&ron, claims[0].id, "A new table");
    let found = super::support::finding(corroborate::claim::Substance::Incorrect);
    decide::set_verdict(other.c(), &ron, claims[0].id, &found, None).unwrap();
    let back = assemble(other.c(), article.id, ron.now).unwrap();
    assert_eq!(back.claims[0].checked_by.as_deref(), Some("Ron Reviewer"));
    assert_eq!(back.claims[0].reviews.iter().filter(|review| review.in_force).count(), 1);
    other.history_is_whole();
}

fn the_same_article_is_not_imported_twice_unless_it_is_said_so(desk: &mut Desk) {
    let report = report(desk);
    let eva = desk.editor("Eva Editor");
    // The desk that made the report has the article itself.
    let own = desk.refused(|c| import(c, &eva, &value(&report)));
    assert!(matches!(own, ReportError::Known { .. }), "{own:?}");
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let first = import(other.c(), &eva, &value(&report)).unwrap().article;
    let mut later_one = value(&report);
    later_one["assembled_at"] = json!("2026-05-05T10:00:00Z");
    for file in [value(&report), later_one] {
        let known = other.refused(|c| import(c, &eva, &file));
        assert!(matches!(&known, ReportError::Known { article, title } if *article == first.id && title == "The border"), "{known:?}");
    }
    let again = import_report(other.c(), &eva, &file_of(&report), true, MOST).unwrap();
    assert_ne!(again.article.id, first.id);
    other.history_is_whole();
}

fn a_frozen_report_is_known_by_its_hash(desk: &mut Desk) {
    let article = drawn::check(desk);
    let eva = desk.editor("Eva Editor");
    let frozen = freeze_report(desk.c(), &eva, article).unwrap();
    let file = render_frozen(&frozen, ExportFormat::Json, &super::sample::words()).unwrap().bytes;
    assert!(verify_report(desk.c(), &ReportFile::read(&file).unwrap()).unwrap().holds());
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let changed = String::from_utf8(file.clone()).unwrap().replacen("\"statement\": \"", "\"statement\": \"Not ", 1);
    let refused = other.refused(|c| import_report(c, &eva, changed.as_bytes(), false, MOST));
    assert!(matches!(&refused, ReportError::Unfit(misfit) if misfit.kind == Kind::Signature), "{refused:?}");
    let done = import_report(other.c(), &eva, &file, false, MOST).unwrap();
    assert_eq!((done.from.number, done.from.sha256.as_str()), (Some(1), frozen.sha256.as_str()));
    assert_eq!(done.from.key.as_deref().map(str::len), Some(64));
    // The other desk's numbers are not this desk's.
    assert_eq!(corroborate::report::store::list_reports(other.c(), done.article.id, None, 9).unwrap().len(), 0);
}

type Break = (&'static str, Kind, fn(&mut Value));

const BREAKS: &[Break] = &[
    ("version.text_sha256", Kind::TextHash, |v| v["version"]["text"] = json!("Another text.")),
    ("version.text", Kind::NoText, |v| v["version"]["text"] = json!(" \n")),
    ("version.number", Kind::NumberUnfit, |v| v["version"]["number"] = json!(0)),
    ("sentences[1].span", Kind::SpanOutside, |v| v["sentences"][1]["span"] = json!([5, 100_000])),
    ("sentences[1]", Kind::SentenceOrder, |v| v["sentences"][1]["span"] = json!([0, 4])),
    ("claims[0].spans[0]", Kind::SpanOutside, |v| v["claims"][0]["spans"][0] = json!([9, 9])),
    ("claims[1].chain[0]", Kind::SpanOutside, |v| {
        (v["claims"][1]["anchor"], v["claims"][1]["spans"], v["claims"][1]["quote"]) = (json!("lost"), json!([]), json!(""));
    }),
    ("claims[0].quote", Kind::OtherWords, |v| v["claims"][0]["quote"] = json!("something else")),
    ("claims[0].chain[0].mention_text", Kind::OtherWords, |v| v["claims"][0]["chain"][0]["mention_text"] = json!("Reuters")),
    ("claims[1].number", Kind::Twice, |v| v["claims"][1]["number"] = json!(1)),
    ("claims[0].evidence[0]", Kind::NoEvidence, |v| v["claims"][0]["evidence"][0]["evidence"] = json!("gone")),
    ("claims[0].evidence[1]", Kind::Twice, |v| v["claims"][0]["evidence"][1] = v["claims"][0]["evidence"][0].clone()),
    ("claims[0].chain[0].source", Kind::NoSource, |v| v["claims"][0]["chain"][0]["source"] = json!("Nobody’s Times")),
    ("claims[0].rationale", Kind::NoFinding, |v| v["claims"][0]["rationale"] = json!("Made up.")),
    ("claims[0].reviews", Kind::SeveralInForce, |v| v["claims"][0]["reviews"][0]["in_force"] = json!(true)),
    ("claims[0].reviews[1].links[0].link", Kind::NoLink, |v| v["claims"][0]["reviews"][1]["links"][0]["link"] = json!(9)),
    ("claims[0].reviews[0].by", Kind::NoName, |v| v["claims"][0]["reviews"][0]["by"] = json!(" ")),
    ("claims[0].second_checks[0].by", Kind::NoName, |v| v["claims"][0]["second_checks"][0]["by"] = json!("")),
    ("claims[0].second_checks[0].links[0].link", Kind::NoLink, |v| v["claims"][0]["second_checks"][0]["links"][0]["link"] = json!(0)),
    ("claims[0].second_checks[0].first", Kind::NoFinding, |v| v["claims"][0]["second_checks"][0]["first"]["by"] = json!("Nobody")),
    ("claims[0].second_checks[0].agrees", Kind::Agreement, |v| v["claims"][0]["second_checks"][0]["agrees"] = json!(true)),
    ("claims[0].second_checks[0].agrees", Kind::Agreement, |v| v["claims"][0]["second_checks"][0]["first"] = json!(null)),
    ("claims[0].set_aside", Kind::NoReason, |v| v["claims"][0]["state"] = json!("set_aside")),
    ("claims[0].check_worthiness", Kind::Figure, |v| v["claims"][0]["check_worthiness"] = json!(1.5)),
    ("claims[0].tags[1]", Kind::Twice, |v| v["claims"][0]["tags"] = json!(["a", "A"])),
    ("claims[0].due_on", Kind::Date, |v| v["claims"][0]["due_on"] = json!("+12026-01-01")),
    ("evidence[1].id", Kind::Twice, |v| v["evidence"][1]["id"] = v["evidence"][0]["id"].clone()),
    ("evidence[0].url", Kind::NotALink, |v| v["evidence"][0]["url"] = json!("javascript:alert(1)")),
    ("evidence[0].title", Kind::Long, |v| v["evidence"][0]["title"] = json!("x".repeat(501))),
    ("sources[1].name", Kind::Twice, |v| v["sources"][1]["name"] = json!(v["sources"][0]["name"].as_str().unwrap().to_uppercase())),
    ("sources[0].links[0]", Kind::NotALink, |v| v["sources"][0]["links"] = json!(["mailto:x@y.example"])),
    ("corrections[0].claim", Kind::NoClaim, |v| v["corrections"][0]["claim"] = json!(77)),
    ("article.title", Kind::Nul, |v| v["article"]["title"] = json!("a\0b")),
    ("schema", Kind::LaterForm, |v| v["schema"] = json!(2)),
    ("claims[0].colour", Kind::UnknownField, |v| v["claims"][0]["colour"] = json!("red")),
    ("claims[0].substance", Kind::Unreadable, |v| v["claims"][0]["substance"] = json!("true")),
    ("claims[0]", Kind::Unreadable, |v| drop(v["claims"][0].as_object_mut().unwrap().remove("state"))),
];

fn what_does_not_fit_is_refused_with_its_place_and_leaves_nothing(desk: &mut Desk) {
    let good = value(&report(desk));
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    for (place, kind, change) in BREAKS {
        let mut broken = good.clone();
        change(&mut broken);
        match other.refused(|c| import(c, &eva, &broken)) {
            ReportError::Unfit(misfit) => assert_eq!((misfit.place.as_str(), misfit.kind), (*place, *kind), "{misfit:?}"),
            error => panic!("{place}: {error:?}"),
        }
    }
    import(other.c(), &eva, &good).unwrap();
}

fn what_is_no_report_is_refused(desk: &mut Desk) {
    let eva = desk.editor("Eva Editor");
    for bytes in [&b"{}"[..], b"{\"schema\":1}", b"{\"a\":", b"{\"schema\":1,\"schema\":1}", b"[1]", b"", b"\xff\xfe{"] {
        let refused = desk.refused(|c| import_report(c, &eva, bytes, false, MOST));
        assert!(matches!(&refused, ReportError::Unfit(misfit) if misfit.kind == Kind::Unreadable), "{refused:?}");
    }
    assert!(is_report(b" \n{\n \"schema\": 1") && is_report("\u{FEFF}{}".as_bytes()));
    assert!(!is_report(b"{curly} words begin this text") && !is_report(b"The border") && !is_report(b""));
}

/// The fields that the first version did not write.
fn a_report_of_an_earlier_version_is_read(desk: &mut Desk) {
    fn strip(value: &mut Value) {
        const LATER: &[&str] = &[
            "anchor", "check_worthiness", "tags", "made_at", "attached_by", "attached_at", "in_force", "found_at", "entered_at", "marked_by", "taken_from",
            "second_checks", "rating", "holds_from",
        ];
        match value {
            Value::Object(map) => {
                map.retain(|key, value| !(LATER.contains(&key.as_str()) || key == "why" && value.is_array()));
                map.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut old = value(&report(desk));
    strip(&mut old);
    for review in old["claims"].as_array_mut().unwrap().iter_mut().flat_map(|claim| claim["reviews"].as_array_mut().unwrap()) {
        review.as_object_mut().unwrap().remove("links");
    }
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let article = import(other.c(), &eva, &old).unwrap().article;
    let mut back = value(&assemble(other.c(), article.id, eva.now).unwrap());
    assert_eq!(back["claims"][0]["reviews"][1]["in_force"], json!(true), "the newest that says what the claim says");
    strip(&mut back);
    for field in ["rationale", "searched", "override_reason", "substance", "attribution", "state", "checked_by", "text_action"] {
        assert_eq!(back["claims"][0][field], old["claims"][0][field], "{field}");
    }
    assert_eq!(back["claims"][0]["evidence"].as_array().map(Vec::len), old["claims"][0]["evidence"].as_array().map(Vec::len));
}

fn too_large_a_report_is_refused(desk: &mut Desk) {
    let report = report(desk);
    let mut other = elsewhere(desk);
    let eva = other.editor("Eva Editor");
    let file = file_of(&report);
    let refused = other.refused(|c| import_report(c, &eva, &file, false, Most { bytes: file.len() - 1, ..MOST }));
    assert!(matches!(refused, ReportError::TooLarge { .. }), "{refused:?}");
    let refused = other.refused(|c| import_report(c, &eva, &file, false, Most { chars: 20, ..MOST }));
    assert!(matches!(&refused, ReportError::Unfit(misfit) if misfit.kind == Kind::LongText), "{refused:?}");
    assert_eq!(text_sha256(&report.version.text), report.version.text_sha256);
}

fn only_editors_import(desk: &mut Desk) {
    let report = report(desk);
    let mut other = elsewhere(desk);
    for who in [other.viewer("Vera Viewer"), other.reviewer("Ron Reviewer")] {
        let refused = other.refused(|c| import(c, &who, &value(&report)));
        assert!(matches!(refused, ReportError::Forbidden(_)), "{refused:?}");
    }
}

/// What readers are told of it, in every form for them.
fn readers_are_told_where_a_check_was_made(desk: &mut Desk) {
    let (mut other, report, article) = imported(desk);
    let back = assemble(other.c(), article.id, At(super::sample::at("2026-03-04T10:00:00Z"))).unwrap();
    for format in [ExportFormat::Html, ExportFormat::Md] {
        let said = super::text(&back, format);
        assert!(said.contains("Check made elsewhere") && said.contains("imported by Eva Editor") && !said.contains('⟨'), "{format}");
        assert!(!super::text(&report, format).contains("Check made elsewhere"), "{format}");
    }
}
