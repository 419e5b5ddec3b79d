//! Rule 11 where it is about people: joining, roles, passwords, sessions, tokens, settings.

use crate::support::{Desk, actions, later, on_both_databases, start};
use chrono::Duration;
use corroborate::account::member::{self, NewPerson};
use corroborate::account::sign_in::{self, Brake};
use corroborate::account::{AccountError, Acting, DeskSettings, Role, Secret, api_token, desk as settings, store as accounts, verify_password};
use corroborate::db::column::At;
use corroborate::history::Action;
use corroborate::ids::Ids;

const PASSWORD: &str = "correct horse battery";

on_both_databases! { Desk:
    the_first_admin_sets_the_desk_up_by_a_link_that_works_once,
    a_new_set_up_link_ends_the_one_before,
    a_set_up_link_ends_after_a_day,
    nobody_sets_up_a_desk_with_people_on_it,
    a_person_joins_and_chooses_a_password_by_a_link,
    a_mail_address_is_taken_once_whatever_its_case,
    a_password_link_works_once_and_for_three_days,
    a_new_password_link_ends_the_one_before,
    a_new_password_ends_all_sessions,
    short_passwords_are_refused_by_every_way,
    the_last_admin_can_neither_be_disabled_nor_lose_the_role,
    a_stale_change_of_a_person_is_refused,
    a_change_of_nothing_is_not_told,
    whoever_is_disabled_is_out_at_once_and_may_come_back,
    signing_in_takes_the_right_password_and_a_person_who_may,
    a_session_holds_while_it_is_used_and_ends_after_two_weeks,
    signing_out_ends_one_session,
    tries_to_sign_in_are_braked_by_account,
    tries_to_sign_in_are_braked_by_address,
    somebody_unknown_costs_as_much_as_somebody_known,
    a_token_acts_until_it_is_revoked_or_expires,
    a_person_makes_and_revokes_their_own_tokens_an_admin_anybodys,
    settings_are_changed_against_their_revision,
    secrets_are_kept_as_hashes_only,
}

fn set_up_link(desk: &mut Desk, at: At) -> Option<Secret> {
    let ids = desk.ids.clone();
    member::make_setup_link(desk.c(), at, &ids).unwrap()
}

fn set_up(desk: &mut Desk, link: &Secret, at: At) -> Result<corroborate::account::Person, AccountError> {
    let ids = desk.ids.clone();
    member::set_up_desk(desk.c(), link.expose(), "Ada Admin", "Ada@Desk.Example", PASSWORD, at, &ids)
}

fn at(hours: i64) -> At {
    At(start() + Duration::hours(hours))
}

fn the_first_admin_sets_the_desk_up_by_a_link_that_works_once(desk: &mut Desk) {
    let link = set_up_link(desk, at(0)).unwrap();
    let (ada, lines) = desk.watch(|desk| set_up(desk, &link, at(1)).unwrap());
    assert_eq!((ada.role, ada.email.as_str()), (Role::Admin, "ada@desk.example"));
    assert!(verify_password(PASSWORD, ada.password_hash.as_deref()));
    assert_eq!(actions(&lines), [Action::DeskSetUp]);
    let again = desk.refused(|c| member::set_up_desk(c, link.expose(), "Eve", "eve@desk.example", PASSWORD, at(1), &Ids::System));
    assert!(matches!(again, AccountError::LinkInvalid), "{again:?}");
    assert_eq!(set_up_link(desk, at(2)), None, "a desk with somebody on it needs no link");
    desk.history_is_whole();
}

fn a_new_set_up_link_ends_the_one_before(desk: &mut Desk) {
    let old = set_up_link(desk, at(0)).unwrap();
    let new = set_up_link(desk, at(0)).unwrap();
    assert!(matches!(set_up(desk, &old, at(0)), Err(AccountError::LinkInvalid)));
    assert!(set_up(desk, &new, at(0)).is_ok());
}

fn a_set_up_link_ends_after_a_day(desk: &mut Desk) {
    let link = set_up_link(desk, at(0)).unwrap();
    assert!(matches!(set_up(desk, &link, at(24)), Err(AccountError::LinkInvalid)));
    assert!(set_up(desk, &link, at(23)).is_ok());
}

fn nobody_sets_up_a_desk_with_people_on_it(desk: &mut Desk) {
    let link = set_up_link(desk, at(0)).unwrap();
    desk.viewer("Vic Viewer");
    assert!(matches!(set_up(desk, &link, at(1)), Err(AccountError::LinkInvalid)));
}

fn joins(desk: &mut Desk, by: &Acting, name: &str) -> (corroborate::account::Person, Secret) {
    let email = format!("{}@desk.example", name.to_lowercase());
    let (person, link) = member::add_person(desk.c(), by, &NewPerson { name, email: &email, role: "reviewer" }, None).unwrap();
    (person, link.unwrap())
}

fn a_person_joins_and_chooses_a_password_by_a_link(desk: &mut Desk) {
    let ada = desk.admin("Ada Admin");
    let ((person, link), lines) = desk.watch(|desk| joins(desk, &ada, "Nia"));
    assert_eq!((actions(&lines), person.password_hash), (vec![Action::PersonAdded], None));
    assert_eq!(member::find_password_link(desk.c(), link.expose(), at(1)).unwrap().id, person.id);
    let (set, lines) = desk.watch(|desk| member::set_password_by_link(desk.c(), link.expose(), PASSWORD, at(1), &Ids::System).unwrap());
    assert!(verify_password(PASSWORD, set.password_hash.as_deref()));
    assert_eq!((actions(&lines), lines[0].actor_id), (vec![Action::PasswordSet], Some(person.id)));
}

fn a_mail_address_is_taken_once_whatever_its_case(desk: &mut Desk) {
    let ada = desk.admin("Ada Admin");
    joins(desk, &ada, "Nia");
    let again = NewPerson { name: "Other Nia", email: " NIA@desk.example ", role: "viewer" };
    let error = desk.refused(|c| member::add_person(c, &ada, &again, None));
    assert!(matches!(error, AccountError::MailTaken), "{error:?}");
}

fn a_password_link_works_once_and_for_three_days(desk: &mut Desk) {
    let ada = desk.admin("Ada Admin");
    let (_, link) = joins(desk, &ada, "Nia");
    let late = desk.refused(|c| member::set_password_by_link(c, link.expose(), PASSWORD, at(72), &Ids::System));
    assert!(matches!(late, AccountError::LinkInvalid), "{late:?}");
    member::set_password_by_link(desk.c(), link.expose(), PASSWORD, at(71), &Ids::System).unwrap();
    let twice = desk.refused(|c| member::set_password_by_link(c, link.expose(), "another horse battery", at(71), &Ids::System));
    assert!(matches!(twice, AccountError::LinkInvalid), "{twice:?}");
    let unknown = desk.refused(|c| member::find_password_link(c, "nothing", at(0)));
    assert!(matches!(unknown, AccountError::LinkInvalid), "{unknown:?}");
}

fn a_new_password_link_ends_the_one_before(desk: &mut Desk) {
    let ada = desk.admin("Ada Admin");
    let (nia, first) = joins(desk, &ada, "Nia");
    let (second, lines) = desk.watch(|desk| member::make_password_link(desk.c(), &ada, nia.id).unwrap());
    assert_eq!(actions(&lines), [Action::PasswordLinkMade]);
    assert!(matches!(member::find_password_link(desk.c(), first.expose(), at(0)), Err(AccountError::LinkInvalid)));
    assert!(member::find_password_link(desk.c(), second.expose(), at(0)).is_ok());
}

fn a_new_password_ends_all_sessions(desk: &mut Desk) {
    let ada = desk.admin("Ada Admin");
    let (nia, link) = joins(desk, &ada, "Nia");
    let ids = desk.ids.clone();
    let cookie = sign_in::begin_session(desk.c(), &nia, "Browser", at(0), &ids).unwrap();
    assert!(sign_in::resume(desk.c(), cookie.expose(), at(0)).unwrap().is_some());
    member::set_password_by_link(desk.c(), link.expose(), PASSWORD, at(0), &ids).unwrap();
    assert_eq!(sign_in::resume(desk.c(), cookie.expose(), at(0)).unwrap(), None);
}

fn short_passwords_are_refused_by_every_way(desk: &mut Desk) {
    let short = |error: AccountError| matches!(error, AccountError::Invalid(fields) if fields[0].message == "field-password-short");
    let link = set_up_link(desk, at(0)).unwrap();
    assert!(short(desk.refused(|c| member::set_up_desk(c, link.expose(), "Ada", "ada@desk.example", "ninechars", at(0), &Ids::System))));
    let cli = desk.command_line();
    let new = NewPerson { name: "Nia", email: "nia@desk.example", role: "reviewer" };
    assert!(short(desk.refused(|c| member::add_person(c, &cli, &new, Some("ninechars")))));
    let (nia, link) = joins(desk, &cli, "Nia");
    assert!(short(desk.refused(|c| member::set_password_by_link(c, link.expose(), "ninechars", at(0), &Ids::System))));
    assert!(short(desk.refused(|c| member::set_password(c, &cli, nia.id, "ninechars"))));
}

fn the_last_admin_can_neither_be_disabled_nor_lose_the_role(desk: &mut Desk) {
    let (ada, other) = (desk.admin("Ada Admin"), desk.admin("Otto Admin"));
    member::set_disabled(desk.c(), &ada, other.id.unwrap(), true, None).unwrap();
    let error = desk.refused(|c| member::change_role(c, &ada, ada.id.unwrap(), Role::Editor, None));
    assert!(matches!(error, AccountError::LastAdmin), "{error:?}");
    let error = desk.refused(|c| member::set_disabled(c, &ada, ada.id.unwrap(), true, None));
    assert!(matches!(error, AccountError::LastAdmin), "{error:?}");
    member::set_disabled(desk.c(), &ada, other.id.unwrap(), false, None).unwrap();
    assert_eq!(member::change_role(desk.c(), &ada, ada.id.unwrap(), Role::Editor, None).unwrap().role, Role::Editor);
}

fn a_stale_change_of_a_person_is_refused(desk: &mut Desk) {
    let (ada, ron) = (desk.admin("Ada Admin"), desk.reviewer("Ron Reviewer"));
    let seen = desk.row_of(&ron).revision;
    member::change_role(desk.c(), &ada, ron.id.unwrap(), Role::Editor, Some(seen)).unwrap();
    let error = desk.refused(|c| member::set_disabled(c, &ada, ron.id.unwrap(), true, Some(seen)));
    assert!(matches!(error, AccountError::Stale), "{error:?}");
}

fn a_change_of_nothing_is_not_told(desk: &mut Desk) {
    let (ada, ron) = (desk.admin("Ada Admin"), desk.reviewer("Ron Reviewer"));
    let before = desk.test_db.all_rows();
    member::change_role(desk.c(), &ada, ron.id.unwrap(), Role::Reviewer, None).unwrap();
    member::set_disabled(desk.c(), &ada, ron.id.unwrap(), false, None).unwrap();
    assert_eq!(before, desk.test_db.all_rows());
}

fn with_password(desk: &mut Desk, who: &Acting) {
    let cli = desk.command_line();
    member::set_password(desk.c(), &cli, who.id.unwrap(), PASSWORD).unwrap();
}

fn sign(desk: &mut Desk, brake: &Brake, email: &str, password: &str, address: &str) -> Result<Secret, AccountError> {
    let ids = desk.ids.clone();
    let attempt = sign_in::Attempt { email, password, address, user_agent: "Browser" };
    sign_in::sign_in(desk.c(), brake, attempt, at(0), &ids).map(|(cookie, _)| cookie)
}

fn whoever_is_disabled_is_out_at_once_and_may_come_back(desk: &mut Desk) {
    let (ada, ron) = (desk.admin("Ada Admin"), desk.reviewer("Ron Reviewer"));
    with_password(desk, &ron);
    let brake = Brake::default();
    let cookie = sign(desk, &brake, "ron.reviewer@desk.example", PASSWORD, "192.0.2.1").unwrap();
    let (_, token) = api_token::make_token(desk.c(), &ron, ron.id.unwrap(), "Script", None).unwrap();
    let (_, lines) = desk.watch(|desk| member::set_disabled(desk.c(), &ada, ron.id.unwrap(), true, None).unwrap());
    assert_eq!(actions(&lines), [Action::PersonDisabled]);
    assert_eq!(sign_in::resume(desk.c(), cookie.expose(), at(0)).unwrap(), None);
    assert_eq!(api_token::resume(desk.c(), token.expose(), at(0)).unwrap(), None);
    assert!(matches!(sign(desk, &brake, "ron.reviewer@desk.example", PASSWORD, "192.0.2.1"), Err(AccountError::SignInFailed)));
    member::set_disabled(desk.c(), &ada, ron.id.unwrap(), false, None).unwrap();
    assert!(sign(desk, &brake, "ron.reviewer@desk.example", PASSWORD, "192.0.2.1").is_ok());
    assert_eq!(sign_in::resume(desk.c(), cookie.expose(), at(0)).unwrap(), None, "the old session stays ended");
    assert!(api_token::resume(desk.c(), token.expose(), at(0)).unwrap().is_some(), "a token that nobody revoked acts again");
}

fn signing_in_takes_the_right_password_and_a_person_who_may(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let brake = Brake::default();
    assert!(matches!(sign(desk, &brake, "ron.reviewer@desk.example", "", "192.0.2.1"), Err(AccountError::SignInFailed)), "no password yet");
    with_password(desk, &ron);
    assert!(matches!(sign(desk, &brake, "ron.reviewer@desk.example", "correct horse batterz", "192.0.2.1"), Err(AccountError::SignInFailed)));
    assert!(matches!(sign(desk, &brake, "nobody@desk.example", PASSWORD, "192.0.2.1"), Err(AccountError::SignInFailed)));
    let cookie = sign(desk, &brake, " RON.Reviewer@desk.example", PASSWORD, "192.0.2.1").unwrap();
    let (session, person) = sign_in::resume(desk.c(), cookie.expose(), at(0)).unwrap().unwrap();
    assert_eq!((Some(person.id), session.user_agent.as_str()), (ron.id, "Browser"));
}

fn a_session_holds_while_it_is_used_and_ends_after_two_weeks(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (person, ids) = (desk.row_of(&ron), desk.ids.clone());
    let days = |days: i64| at(24 * days);
    let used = sign_in::begin_session(desk.c(), &person, "", at(0), &ids).unwrap();
    let unused = sign_in::begin_session(desk.c(), &person, "", at(0), &ids).unwrap();
    assert!(sign_in::resume(desk.c(), used.expose(), days(13)).unwrap().is_some());
    assert!(sign_in::resume(desk.c(), used.expose(), days(26)).unwrap().is_some(), "using it carries it on");
    assert_eq!(sign_in::resume(desk.c(), unused.expose(), days(14)).unwrap(), None);
    assert_eq!(sign_in::resume(desk.c(), used.expose(), days(41)).unwrap(), None);
}

fn signing_out_ends_one_session(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let (person, ids) = (desk.row_of(&ron), desk.ids.clone());
    let (here, there) =
        (sign_in::begin_session(desk.c(), &person, "", at(0), &ids).unwrap(), sign_in::begin_session(desk.c(), &person, "", at(0), &ids).unwrap());
    let (session, _) = sign_in::resume(desk.c(), here.expose(), at(0)).unwrap().unwrap();
    sign_in::sign_out(desk.c(), session.id).unwrap();
    assert_eq!(sign_in::resume(desk.c(), here.expose(), at(0)).unwrap(), None);
    assert!(sign_in::resume(desk.c(), there.expose(), at(0)).unwrap().is_some());
}

fn tries_to_sign_in_are_braked_by_account(desk: &mut Desk) {
    let (ron, rita) = (desk.reviewer("Ron Reviewer"), desk.reviewer("Rita Reviewer"));
    with_password(desk, &ron);
    with_password(desk, &rita);
    let brake = Brake::default();
    let address = |n: usize| format!("192.0.2.{n}");
    for n in 0..8 {
        assert!(matches!(sign(desk, &brake, "ron.reviewer@desk.example", "wrong wrong wrong", &address(n)), Err(AccountError::SignInFailed)));
    }
    let braked = sign(desk, &brake, "Ron.Reviewer@desk.example", PASSWORD, &address(9));
    assert!(matches!(braked, Err(AccountError::Throttled(seconds)) if (1..=30).contains(&seconds)), "{braked:?}");
    assert!(sign(desk, &brake, "rita.reviewer@desk.example", PASSWORD, &address(9)).is_ok(), "others are not held up");
}

fn tries_to_sign_in_are_braked_by_address(desk: &mut Desk) {
    let brake = Brake::default();
    let mut tries = 0;
    while !matches!(sign(desk, &brake, &format!("guess{tries}@desk.example"), "", "192.0.2.1"), Err(AccountError::Throttled(_))) {
        tries += 1;
        assert!(tries < 100, "guessing many accounts from one address goes on and on");
    }
    assert!(tries >= 60, "{tries}");
    assert!(matches!(sign(desk, &brake, "guess@desk.example", "", "192.0.2.2"), Err(AccountError::SignInFailed)));
}

fn somebody_unknown_costs_as_much_as_somebody_known(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    with_password(desk, &ron);
    let stored = desk.row_of(&ron).password_hash.unwrap();
    let cost = |stored: Option<&str>| {
        let fastest = (0..5).map(|_| {
            let begin = std::time::Instant::now();
            assert!(!verify_password("wrong wrong wrong", stored));
            begin.elapsed()
        });
        fastest.min().unwrap()
    };
    let (known, unknown) = (cost(Some(&stored)), cost(None));
    // A wide margin, for machines that are busy with other things: without the work it would take a thousandth.
    assert!(unknown * 10 > known && known * 10 > unknown, "known {known:?}, unknown {unknown:?}: the time must not tell who is here");
}

fn a_token_acts_until_it_is_revoked_or_expires(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    let ((token, secret), lines) = desk.watch(|desk| api_token::make_token(desk.c(), &ron, ron.id.unwrap(), "Script", Some(30)).unwrap());
    assert_eq!(actions(&lines), [Action::TokenMade]);
    let person = api_token::resume(desk.c(), secret.expose(), at(0)).unwrap().unwrap();
    assert_eq!(Some(person.id), ron.id);
    assert_eq!(accounts::find_token_by_id(desk.c(), token.id).unwrap().unwrap().last_used_at, Some(at(0)));
    assert!(api_token::resume(desk.c(), secret.expose(), at(24 * 30 - 1)).unwrap().is_some());
    assert_eq!(api_token::resume(desk.c(), secret.expose(), at(24 * 30)).unwrap(), None, "after its days");
    let ((), lines) = desk.watch(|desk| api_token::revoke_token(desk.c(), &ron, token.id).unwrap());
    assert_eq!(actions(&lines), [Action::TokenRevoked]);
    assert_eq!(api_token::resume(desk.c(), secret.expose(), at(0)).unwrap(), None, "revoked");
    let ((), lines) = desk.watch(|desk| api_token::revoke_token(desk.c(), &ron, token.id).unwrap());
    assert!(lines.is_empty(), "revoking twice is told once");
    assert_eq!(api_token::resume(desk.c(), "nothing", at(0)).unwrap(), None);
}

fn a_person_makes_and_revokes_their_own_tokens_an_admin_anybodys(desk: &mut Desk) {
    let (viewer, ron, ada) = (desk.viewer("Vic Viewer"), desk.reviewer("Ron Reviewer"), desk.admin("Ada Admin"));
    let error = desk.refused(|c| api_token::make_token(c, &ron, viewer.id.unwrap(), "Not mine", None));
    assert!(matches!(error, AccountError::Forbidden(_)), "{error:?}");
    let (token, _) = api_token::make_token(desk.c(), &viewer, viewer.id.unwrap(), "Mine", None).unwrap();
    let error = desk.refused(|c| api_token::revoke_token(c, &ron, token.id));
    assert!(matches!(error, AccountError::Forbidden(_)), "{error:?}");
    api_token::revoke_token(desk.c(), &ada, token.id).unwrap();
    assert!(api_token::make_token(desk.c(), &ada, viewer.id.unwrap(), "For Vic", None).is_ok());
}

fn settings_are_changed_against_their_revision(desk: &mut Desk) {
    let ada = desk.admin("Ada Admin");
    let (old, revision) = settings::settings(desk.c()).unwrap();
    assert!(old.four_eyes && revision == 0, "four eyes unless somebody switches them off");
    let mine = DeskSettings { name: "Norland Desk".to_owned(), ..old.clone() };
    let (_, lines) = desk.watch(|desk| settings::change_settings(desk.c(), &ada, &mine, 0).unwrap());
    assert_eq!((actions(&lines), &lines[0].after_value()["name"]), (vec![Action::SettingsChanged], &"Norland Desk".into()));
    let error = desk.refused(|c| settings::change_settings(c, &ada, &DeskSettings { four_eyes: false, ..old }, 0));
    assert!(matches!(error, AccountError::Stale), "{error:?}");
    assert_eq!(settings::settings(desk.c()).unwrap(), (mine, 1));
}

fn secrets_are_kept_as_hashes_only(desk: &mut Desk) {
    let ron = desk.reviewer("Ron Reviewer");
    with_password(desk, &ron);
    let (person, ids) = (desk.row_of(&ron), desk.ids.clone());
    let cookie = sign_in::begin_session(desk.c(), &person, "", at(0), &ids).unwrap();
    let (_, token) = api_token::make_token(desk.c(), &later(&ron, 1), person.id, "Script", None).unwrap();
    let (_, link) = {
        let cli = desk.command_line();
        joins(desk, &cli, "Nia")
    };
    let all = format!("{:?}", desk.test_db.all_rows());
    for secret in [PASSWORD, cookie.expose(), token.expose(), link.expose()] {
        assert!(!all.contains(secret), "a secret stands in the database");
        let hexadecimal: String = secret.bytes().map(|byte| format!("{byte:02X}")).collect();
        assert!(!all.to_uppercase().contains(&hexadecimal));
    }
}
