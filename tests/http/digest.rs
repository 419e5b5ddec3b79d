//! The daily digest, handed to a real mail server: once a day and person, whoever sends it and whatever breaks.

use crate::support::{App, MailServer, TestDb, on_both_databases, start};
use chrono::{DateTime, Duration, Utc};
use corroborate::account::{Acting, member};
use corroborate::clock::Clock;
use corroborate::config::{MailSettings, SmtpServer};
use corroborate::digest::store::{self, State};
use corroborate::digest::{Round, Sent};
use corroborate::ids::ClaimId;
use corroborate::review::discuss::add_comment;
use corroborate::web::WebSettings;
use corroborate::wording::Catalogue;
use serde_json::json;

on_both_databases! { async App:
    what_is_unread_goes_out_once_in_the_readers_language,
    two_processes_send_each_letter_once,
    a_server_that_is_away_is_tried_again_and_nothing_is_lost_or_sent_twice,
    a_letter_of_which_nobody_knows_is_not_sent_again,
    whoever_died_before_sending_is_taken_over_and_behind_it_not,
    a_refused_letter_stops_no_other,
    a_password_is_shown_to_the_server_and_one_without_tls_is_not_trusted,
    the_settings_say_how_digests_stand_and_each_person_chooses,
}

const SITE: &str = "https://desk.example";

fn mail(address: &str) -> MailSettings {
    MailSettings { server: SmtpServer::parse(address).unwrap(), from: "The Desk <desk@desk.example>".to_owned(), digest_at: "06:00:00".parse().unwrap() }
}

fn local(server: &MailServer) -> MailSettings {
    mail(&format!("smtp://127.0.0.1:{}", server.port))
}

/// The morning after everything happened.
fn morning() -> DateTime<Utc> {
    "2026-03-03T06:00:00Z".parse().unwrap()
}

fn send_at(app: &App, mail: &MailSettings, now: DateTime<Utc>) -> Sent {
    let catalogue = Catalogue::embedded().unwrap();
    let round = Round { clock: Clock::Fixed(now), catalogue: &catalogue, site: SITE, mail, now: false };
    round.go(&mut app.web.db.get().unwrap()).unwrap()
}

fn sent(count: usize) -> Sent {
    Sent { sent: count, ..Sent::default() }
}

fn remark(app: &mut App, who: &Acting, claim: ClaimId, body: &str) {
    add_comment(app.desk.c(), who, claim, body).unwrap();
}

/// A claim on which Eva speaks to Ron.
fn spoken_to(app: &mut App) -> (ClaimId, Acting, Acting) {
    let claim = app.desk.claim().id;
    let (ron, eva) = (app.desk.reviewer("Ron Reviewer"), app.desk.editor("Eva Editor"));
    remark(app, &eva, claim, "@Ron, the source asked not to be named.");
    (claim, ron, eva)
}

fn state_of(app: &mut App, who: &Acting, day: &str) -> Option<(State, i32)> {
    store::find(app.desk.c(), who.id.unwrap(), day.parse().unwrap()).unwrap().map(|digest| (digest.state, digest.tries))
}

async fn what_is_unread_goes_out_once_in_the_readers_language(mut app: App) {
    let Some(server) = MailServer::start("take") else { return };
    let settings = local(&server);
    let (claim, ron, eva) = spoken_to(&mut app);
    let zoe = app.desk.viewer("Zoe Lefevre");
    member::choose_own_language(app.desk.c(), &zoe, Some("fr")).unwrap();
    let (off, read) = (app.desk.viewer("Olaf Off"), app.desk.viewer("Rita Reads"));
    member::choose_own_digest(app.desk.c(), &off, false).unwrap();
    remark(&mut app, &eva, claim, "@Zoe, @Olaf and @Rita: look.");
    let all = corroborate::inbox::Read::UpTo(i64::MAX);
    corroborate::inbox::mark_read(app.desk.c(), &read, &all).unwrap();

    // On the day itself it is too early, whatever the time.
    assert_eq!(send_at(&app, &settings, start() + Duration::hours(12)), sent(0));
    assert_eq!(send_at(&app, &settings, morning() - Duration::seconds(1)), sent(0));
    assert_eq!(send_at(&app, &settings, morning()), sent(2));
    let mut letters = [server.letter(), server.letter()];
    letters.sort_by_key(|letter| letter["to"][0].as_str().unwrap().to_owned());
    let [his, hers] = letters;
    assert_eq!((&his["from"], &his["to"]), (&json!("desk@desk.example"), &json!(["ron.reviewer@desk.example"])));
    let head = |name: &str| his["heads"][name].as_str().unwrap();
    assert_eq!(head("subject"), "Corroborate: one new thing in your inbox");
    assert_eq!((head("from"), head("to")), ("The Desk <desk@desk.example>", "Ron Reviewer <ron.reviewer@desk.example>"));
    assert_eq!(head("message-id"), format!("<digest.2026-03-03.{}@desk.example>", ron.id.unwrap()));
    assert_eq!(head("auto-submitted"), "auto-generated");
    let line = corroborate::inbox::store::list(app.desk.c(), ron.id.unwrap(), None, true, 9).unwrap().pop().unwrap().line.id;
    for part in ["text", "html"] {
        let said = his[part].as_str().unwrap();
        for words in [
            "Hello Ron Reviewer,",
            "Eva Editor speaks to you in a remark on claim 1",
            "The border",
            &format!("{SITE}/inbox/{line}"),
            &format!("{SITE}/settings#digest"),
        ] {
            assert!(said.contains(words), "“{words}” is not in {said}");
        }
        assert!(!said.contains("asked not to be named"), "what was said stays on the desk: {said}");
    }
    assert_eq!(hers["to"], json!(["zoe.lefevre@desk.example"]));
    assert!(hers["text"].as_str().unwrap().contains("Bonjour Zoe Lefevre,"), "{hers}");
    assert_eq!(hers["heads"]["subject"], "Corroborate\u{202f}: 1 nouveau message");

    // Not again that day; nor the next, as long as nothing new comes in.
    assert_eq!(send_at(&app, &settings, morning() + Duration::hours(3)), sent(0));
    assert_eq!(send_at(&app, &settings, morning() + Duration::days(1)), sent(0));
    let late = Acting { now: corroborate::db::column::At(morning() + Duration::days(1)), ..eva };
    remark(&mut app, &late, claim, "@Zoe, again.");
    assert_eq!(send_at(&app, &settings, morning() + Duration::days(2)), sent(1));
    assert!(server.letter()["text"].as_str().unwrap().contains("Il y a 1 nouveau message"));
}

async fn two_processes_send_each_letter_once(mut app: App) {
    let Some(server) = MailServer::start("take") else { return };
    let settings = local(&server);
    let claim = app.desk.claim().id;
    let eva = app.desk.editor("Eva Editor");
    for n in 0..6 {
        app.desk.viewer(&format!("Reader{n} Of"));
        remark(&mut app, &eva, claim, &format!("@Reader{n}, look."));
    }
    let other = app.another();
    let (one, two) = (app.web.db.clone(), other.web.db.clone());
    let barrier = std::sync::Barrier::new(2);
    let counts: Vec<usize> = std::thread::scope(|scope| {
        let running = [one, two].map(|db| {
            let (barrier, settings) = (&barrier, &settings);
            scope.spawn(move || {
                let catalogue = Catalogue::embedded().unwrap();
                let round = Round { clock: Clock::Fixed(morning()), catalogue: &catalogue, site: SITE, mail: settings, now: false };
                let mut c = db.get().unwrap();
                barrier.wait();
                round.go(&mut c).unwrap().sent
            })
        });
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(counts.iter().sum::<usize>(), 6, "{counts:?}");
    let mut to: Vec<String> = server.stop().into_iter().map(|letter| letter["to"][0].as_str().unwrap().to_owned()).collect();
    to.sort();
    assert_eq!(to, (0..6).map(|n| format!("reader{n}.of@desk.example")).collect::<Vec<_>>());
}

async fn a_server_that_is_away_is_tried_again_and_nothing_is_lost_or_sent_twice(mut app: App) {
    let Some(server) = MailServer::start("take") else { return };
    let (settings, port) = (local(&server), server.port);
    let (claim, ron, eva) = spoken_to(&mut app);
    app.desk.viewer("Vera Viewer");
    remark(&mut app, &eva, claim, "@Vera, look.");
    assert_eq!(server.stop(), [] as [serde_json::Value; 0]);
    let first = send_at(&app, &settings, morning());
    assert_eq!((first.sent, first.failed), (0, 2));
    assert!(first.error.unwrap().contains("refused"));
    assert_eq!(state_of(&mut app, &ron, "2026-03-03"), Some((State::Failed, 1)));
    // Not before its time, and then less and less often.
    assert_eq!(send_at(&app, &settings, morning() + Duration::seconds(59)), sent(0));
    for (minute, tries) in [(1, 2), (3, 3), (7, 4)] {
        assert_eq!(send_at(&app, &settings, morning() + Duration::minutes(minute)).failed, 2);
        assert_eq!(state_of(&mut app, &ron, "2026-03-03"), Some((State::Failed, tries)));
        assert_eq!(send_at(&app, &settings, morning() + Duration::minutes(minute)), sent(0));
    }
    let server = MailServer::at(port, "take");
    assert_eq!(send_at(&app, &settings, morning() + Duration::minutes(15)), sent(2));
    assert_eq!(send_at(&app, &settings, morning() + Duration::hours(9)), sent(0));
    assert_eq!(server.stop().len(), 2);
    assert_eq!(state_of(&mut app, &ron, "2026-03-03"), Some((State::Sent, 5)));
}

async fn a_letter_of_which_nobody_knows_is_not_sent_again(mut app: App) {
    let Some(server) = MailServer::start("break") else { return };
    let (_, ron, _) = spoken_to(&mut app);
    let came = send_at(&app, &local(&server), morning());
    assert_eq!((came.sent, came.failed, came.unsure), (0, 0, 1));
    assert_eq!(state_of(&mut app, &ron, "2026-03-03"), Some((State::Unsure, 1)));
    assert_eq!(server.stop().len(), 1, "it did arrive");
    let server = MailServer::start("take").unwrap();
    assert_eq!(send_at(&app, &local(&server), morning() + Duration::hours(23)), sent(0));
    // What it told of is unread still, and stands in that of the next day.
    assert_eq!(send_at(&app, &local(&server), morning() + Duration::days(1)), sent(1));
    assert_eq!(server.letter()["heads"]["message-id"], format!("<digest.2026-03-04.{}@desk.example>", ron.id.unwrap()));
}

async fn whoever_died_before_sending_is_taken_over_and_behind_it_not(mut app: App) {
    let Some(server) = MailServer::start("take") else { return };
    let settings = local(&server);
    let (_, ron, _) = spoken_to(&mut app);
    let day = "2026-03-03".parse().unwrap();
    let at = |now| corroborate::db::column::At(now);
    let taken = store::Digest {
        person_id: ron.id.unwrap(),
        day,
        state: State::Taken,
        tries: 1,
        taken_at: at(morning()),
        next_at: None,
        sent_at: None,
        error: String::new(),
    };
    assert!(store::take(app.desk.c(), &taken, None).unwrap());
    assert!(!store::take(app.desk.c(), &taken, None).unwrap(), "it is taken");
    assert_eq!(send_at(&app, &settings, morning() + Duration::minutes(14)), sent(0));
    // Its process is gone: another one takes it, and the first could not go on.
    assert_eq!(send_at(&app, &settings, morning() + Duration::minutes(15)), sent(1));
    assert!(!store::begin_to_send(app.desk.c(), &taken).unwrap());
    assert_eq!(server.letter()["to"], json!(["ron.reviewer@desk.example"]));
    // One that died while it was sending is left alone for good.
    let claim = app.desk.claim().id;
    let eva = Acting { now: at(morning()), ..app.desk.editor("Eva Editor") };
    remark(&mut app, &eva, claim, "@Ron, once more.");
    let next = store::Digest { day: "2026-03-04".parse().unwrap(), taken_at: at(morning() + Duration::days(1)), ..taken };
    assert!(store::take(app.desk.c(), &next, None).unwrap());
    assert!(store::begin_to_send(app.desk.c(), &next).unwrap());
    assert_eq!(send_at(&app, &settings, morning() + Duration::hours(40)), sent(0));
    assert_eq!(server.stop().len(), 0);
}

async fn a_refused_letter_stops_no_other(mut app: App) {
    let Some(server) = MailServer::start("take") else { return };
    let (claim, ron, eva) = spoken_to(&mut app);
    let gone = app.desk.viewer("Refused Reader");
    remark(&mut app, &eva, claim, "@Refused, look.");
    let came = send_at(&app, &local(&server), morning());
    assert_eq!((came.sent, came.failed), (1, 1));
    assert!(came.error.unwrap().contains("no such mailbox"));
    assert_eq!(state_of(&mut app, &gone, "2026-03-03"), Some((State::Failed, 1)));
    assert_eq!(state_of(&mut app, &ron, "2026-03-03"), Some((State::Sent, 1)));
}

async fn a_password_is_shown_to_the_server_and_one_without_tls_is_not_trusted(mut app: App) {
    let Some(server) = MailServer::start("login") else { return };
    let (_, ron, _) = spoken_to(&mut app);
    let send = |app: &App, address: String, minute| send_at(app, &mail(&address), morning() + Duration::minutes(minute));
    // It offers no STARTTLS, and a wrong password is none.
    let came = send(&app, format!("smtp://desk:open%20sesame+@127.0.0.1:{}?tls=required", server.port), 0);
    assert!(came.error.unwrap().contains("STARTTLS"));
    let came = send(&app, format!("smtp://desk:shut%20sesame@127.0.0.1:{}", server.port), 1);
    assert!(came.error.unwrap().contains("535"));
    assert_eq!(send(&app, format!("smtp://desk:open%20sesame+@127.0.0.1:{}", server.port), 3), sent(1));
    assert_eq!(server.letter()["to"], json!(["ron.reviewer@desk.example"]));
    assert_eq!(state_of(&mut app, &ron, "2026-03-03"), Some((State::Sent, 3)));
}

async fn the_settings_say_how_digests_stand_and_each_person_chooses(mut app: App) {
    let (_, ron, _) = spoken_to(&mut app);
    app.browser_of(&ron).get("/settings").await.is(200).says("This desk sends no e-mail.").does_not_say("action=\"/settings/digest\"");
    let settings = mail("smtp://desk:hush@127.0.0.1:1?tls=none");
    assert_eq!(app.program_of(&ron).get("/api/v1/digest").await.is(200).json(), json!({"wanted": true, "at": null, "last": null}));
    let came = send_at(&app, &settings, "2026-03-03T05:00:00Z".parse().unwrap());
    assert_eq!(came, sent(0));
    // A desk whose clock stands at nine in the morning, and whose digests go out at eight.
    let eight = MailSettings { digest_at: "08:00:00".parse().unwrap(), ..settings };
    let yesterday = Acting { now: corroborate::db::column::At(start() - Duration::hours(4)), ..app.desk.editor("Eva Editor") };
    let claim = app.desk.claim().id;
    remark(&mut app, &yesterday, claim, "@Ron, early.");
    assert_eq!(send_at(&app, &eight, start()).failed, 1);
    let shared: TestDb = app.desk.test_db.shared();
    let ids = app.desk.ids.clone();
    let mut app = App::with(shared, WebSettings { mail: Some(eight), public_url: Some(SITE.to_owned()), ..WebSettings::default() });
    (app.desk.ids, app.web.ids) = (ids.clone(), ids);
    let ada = app.desk.admin("Ada Admin");
    let page =
        app.browser_of(&ada).get("/settings").await.is(200).says("One digest could not be sent and waits.").says("The mail server 127.0.0.1 did not take it");
    page.says("It is tried again on 2 Mar 2026, 09:01 UTC.").does_not_say("hush");
    let his = app.browser_of(&ron);
    let page = his.get("/settings").await.is(200).says("At 08:00 UTC, one e-mail").says("It is tried again on 2 Mar 2026, 09:01 UTC.");
    page.does_not_say("could not be sent and waits").says("name=\"digest\" value=\"yes\" checked");
    assert_eq!(his.post("/settings/digest", &[]).await.leads_to(), "/settings?done=digest_chosen#digest");
    his.get("/settings").await.says("name=\"digest\" value=\"yes\">");
    let program = app.program_of(&ron);
    let shown = program.get("/api/v1/digest").await.json();
    assert_eq!(
        (&shown["wanted"], &shown["at"], &shown["last"]["state"], &shown["last"]["day"]),
        (&json!(false), &json!("08:00"), &json!("failed"), &json!("2026-03-02"))
    );
    assert_eq!(program.send("patch", "/api/v1/digest", &json!({"wanted": true})).await.is(200).json()["wanted"], json!(true));
    program.send("patch", "/api/v1/digest", &json!({})).await.is(422);
}
