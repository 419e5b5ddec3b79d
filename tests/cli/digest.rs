//! `digest`: what would be sent is printed, what is due is sent once, and what is missing in the settings is said.

use crate::Program;
use crate::support::{MailServer, on_both_databases};
use corroborate::account::{Acting, store as accounts};
use corroborate::article::store::{self as articles, ArticleFilter};
use corroborate::claim::store as claims;
use corroborate::clock::Clock;
use corroborate::db::column::At;
use corroborate::ids::Ids;
use corroborate::review::discuss::add_comment;

on_both_databases! {
    Program: digests_are_printed_and_sent, a_mail_server_without_a_public_address_is_refused
}

/// A demonstration in which the editor speaks to the reviewer.
fn filled(program: &Program) {
    for (email, name, role) in [("ron@desk.example", "Ron Reviewer", "reviewer"), ("eva@desk.example", "Eva Editor", "editor")] {
        program.run(&["user", "add", email, "--name", name, "--role", role]).ok();
    }
    program.run_with(&["import", "-", "--title", "The border"], "Norland’s ministry said 400 soldiers crossed the border.\n").ok();
    // Remarks are made by page and by API; here by the deed behind both.
    let mut c = program.db.db().get().unwrap();
    let eva = accounts::find_person_by_email(&mut c, "eva@desk.example").unwrap().unwrap();
    let acting = Acting::person(&eva, At(Clock::System.now()), &Ids::System);
    let article = articles::list(&mut c, &ArticleFilter::default(), 1).unwrap().rows.remove(0).id;
    let claim = claims::list_of_article(&mut c, article).unwrap().remove(0).id;
    add_comment(&mut c, &acting, claim, "@Ron, is that so?").unwrap();
}

fn digests_are_printed_and_sent(program: &mut Program) {
    let Some(server) = MailServer::start("take") else { return };
    filled(program);
    let printed = program.run(&["digest", "--dry-run", "--public-url", "https://desk.example"]).ok();
    for words in ["To: Ron Reviewer <ron@desk.example>", "Subject: Corroborate: one new thing in your inbox", "https://desk.example/inbox/", "The border"] {
        assert!(printed.contains(words), "“{words}” is not in {printed}");
    }
    let said = program.run(&["digest"]).failed(1);
    assert!(said.contains("SMTP_URL"), "{said}");
    let smtp = format!("smtp://127.0.0.1:{}", server.port);
    let send = ["digest", "--now", "--smtp-url", &smtp, "--public-url", "https://desk.example", "--mail-from", "desk@desk.example"];
    let answer = program.run(&send);
    assert!(answer.err.contains("Sent 1 digest."), "{answer:?}");
    assert_eq!(server.letter()["to"], serde_json::json!(["ron@desk.example"]));
    let answer = program.run(&send);
    assert!(answer.err.contains("Sent 0 digests."), "{answer:?}");
    assert_eq!(server.stop().len(), 0);
}

fn a_mail_server_without_a_public_address_is_refused(program: &mut Program) {
    let said = program.run(&["digest", "--smtp-url", "smtp://localhost"]).failed(1);
    assert!(said.contains("public address"), "{said}");
    let said = program.run(&["digest", "--smtp-url", "smtp://ana:hush@localhost?tls=perhaps", "--public-url", "https://desk.example"]).failed(1);
    assert!(said.contains("tls is") && !said.contains("hush"), "{said}");
}
