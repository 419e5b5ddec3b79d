//! Every deed there is: who may do it, that it writes exactly one line of history, and that without that line
//! it does not happen at all (rules 8 and 11).

use crate::support::{Desk, because, finding, on_both_databases};
use corroborate::account::member::{self, NewPerson};
use corroborate::account::{AccountError, Acting, DeskSettings, Role, api_token, desk as settings};
use corroborate::article::{Article, SentenceKind, store as articles};
use corroborate::claim::store::Claim;
use corroborate::claim::{Priority, Quotation, Risk, Substance, TextAction, WorkState};
use corroborate::code::Code;
use corroborate::db::{DbConnection, StoreError};
use corroborate::ids::EvidenceId;
use corroborate::intake::read::Limits;
use corroborate::intake::{ImportError, NewArticle, import_article};
use corroborate::report::ReportError;
use corroborate::review::ReviewError;
use corroborate::review::amend;
use corroborate::review::article::{ArticleDetails, amend_article, reopen_article, sign_off_article};
use corroborate::review::ask::{self, ContactEntry};
use corroborate::review::assign::{self, Order};
use corroborate::review::attribute::{self, LinkEntry};
use corroborate::review::bulk::{self, BulkAction};
use corroborate::review::gather::{self, EvidenceEntry};
use corroborate::review::{decide, discuss, tag, undo, view};
use corroborate::source::registry::{self, SourceEntry};
use corroborate::source::{RegistryError, SourceKind};
use corroborate::span::Span;
use diesel::connection::SimpleConnection;

on_both_databases! { Desk:
    every_deed_asks_for_its_role_and_writes_its_one_line,
    no_deed_happens_without_its_line_of_history,
}

/// How a deed was stopped.
#[derive(Debug)]
#[expect(dead_code, reason = "what stopped it otherwise is read in the test's output")]
enum Stopped {
    ByRole,
    ByDatabase,
    Otherwise(String),
}

macro_rules! stopped_by {
    ($($error:ident),+) => { $(
        impl From<$error> for Stopped {
            fn from(error: $error) -> Self {
                match error {
                    $error::Forbidden(_) => Self::ByRole,
                    $error::Store(_) => Self::ByDatabase,
                    other => Self::Otherwise(format!("{other:?}")),
                }
            }
        }
    )+ };
}
stopped_by!(ReviewError, AccountError, RegistryError, ImportError, ReportError);
impl From<StoreError> for Stopped {
    fn from(_: StoreError) -> Self {
        Self::ByDatabase
    }
}

/// What deeds are done to; made anew for each.
struct Scene {
    article: Article,
    claim: Claim,
    mine: Claim,
    piece: EvidenceId,
    ron: Acting,
}

/// What came of a deed, without what it gave.
fn done<T, E>(result: Result<T, E>) -> Result<(), Stopped>
where
    Stopped: From<E>,
{
    result.map(|_| ()).map_err(Stopped::from)
}

type Deed = fn(&mut DbConnection, &Acting, &Scene) -> Result<(), Stopped>;

/// Every deed with the least role that may do it and the lines it writes.
const DEEDS: &[(&str, Role, usize, Deed)] = &[
    ("import_article", Role::Editor, 2, |c, who, _| {
        import_article(c, who, &NewArticle { text: "The ministry said 12 people died.", ..NewArticle::default() }, &Limits::default())?;
        Ok(())
    }),
    ("amend_article", Role::Editor, 1, |c, who, s| {
        done(amend_article(c, who, s.article.id, &ArticleDetails { title: "Other", ..ArticleDetails::default() }, None))
    }),
    ("sign_off_article", Role::Editor, 1, |c, who, s| done(sign_off_article(c, who, s.article.id, "In a hurry.", None))),
    ("mark_sentence", Role::Reviewer, 1, |c, who, s| {
        let sentence = articles::list_sentences(c, s.article.version_id)?.remove(0);
        done(amend::mark_sentence(c, who, sentence.id, SentenceKind::Opinion, None))
    }),
    ("add_claim", Role::Reviewer, 1, |c, who, s| done(amend::add_claim(c, who, s.article.id, &[Span::new(0, 10)], ""))),
    ("reword_claim", Role::Reviewer, 1, |c, who, s| done(amend::reword_claim(c, who, s.claim.id, "Other words.", None))),
    ("set_risk", Role::Editor, 1, |c, who, s| done(amend::set_risk(c, who, s.claim.id, Risk::High, None))),
    ("set_dates", Role::Reviewer, 1, |c, who, s| {
        let dates = amend::Dates { recheck_by: Some(chrono::NaiveDate::from_ymd_opt(2026, 4, 1)), ..amend::Dates::default() };
        done(amend::set_dates(c, who, s.claim.id, &dates, None))
    }),
    ("set_tags", Role::Reviewer, 1, |c, who, s| done(tag::set_tags(c, who, s.claim.id, "Budget, East", None))),
    ("change_tags", Role::Reviewer, 1, |c, who, s| done(tag::change_tags(c, who, s.claim.id, &tag::TagChange { add: "West", remove: "" }, None))),
    ("save_view for the desk", Role::Editor, 1, |c, who, _| done(view::save_view(c, who, &view::NewView { name: "Late", query: "due=overdue", shared: true }))),
    ("change_chain", Role::Reviewer, 1, |c, who, s| {
        let link = LinkEntry {
            role: corroborate::claim::Role::Origin,
            source: "Somebody New".to_owned(),
            kind: SourceKind::Person,
            quotation: Quotation::Direct,
            mention: None,
            cue: None,
        };
        done(attribute::change_chain(c, who, s.claim.id, &[link], None))
    }),
    ("change_spans", Role::Reviewer, 1, |c, who, s| done(attribute::change_spans(c, who, s.claim.id, &[Span::new(0, 10)], None))),
    ("mark_words", Role::Reviewer, 1, |c, who, s| {
        let mark = attribute::mark::Mark { part: attribute::mark::Marked::Source, spans: &[Span::new(0, 10)], link: None, name: "Somebody Else" };
        done(attribute::mark::mark_words(c, who, s.claim.id, &mark, None))
    }),
    ("take_out", Role::Reviewer, 1, |c, who, s| {
        let chain = corroborate::claim::store::chains_of(c, &[s.claim.id])?;
        done(attribute::mark::take_out(c, who, s.claim.id, chain[0].0.id, None))
    }),
    ("remove_claim", Role::Editor, 1, |c, who, s| done(amend::remove_claim(c, who, s.claim.id, "", None))),
    ("take", Role::Reviewer, 1, |c, who, s| done(assign::assign_claim(c, who, s.claim.id, &Order { assignee: Some(who.id), ..Order::default() }, None))),
    ("assign_claim", Role::Editor, 1, |c, who, s| done(assign::assign_claim(c, who, s.claim.id, &to_ron(s), None))),
    ("assign_claims", Role::Editor, 1, |c, who, s| done(assign::assign_claims(c, who, &[s.claim.id], &to_ron(s)))),
    ("bulk assign", Role::Editor, 1, |c, who, s| done(bulk::apply(c, who, &[s.claim.id], &BulkAction::Assign(to_ron(s))))),
    ("bulk set_risk", Role::Editor, 1, |c, who, s| done(bulk::apply(c, who, &[s.claim.id], &BulkAction::SetRisk(Risk::High.into())))),
    ("bulk move", Role::Reviewer, 1, |c, who, s| done(bulk::apply(c, who, &[s.claim.id], &BulkAction::Move(because(WorkState::Checking, ""))))),
    ("begin", Role::Reviewer, 1, |c, who, s| done(decide::transition(c, who, s.claim.id, &because(WorkState::Checking, ""), None))),
    ("set_aside", Role::Reviewer, 1, |c, who, s| done(decide::transition(c, who, s.claim.id, &because(WorkState::SetAside, ""), None))),
    ("sign_off", Role::Editor, 1, |c, who, s| done(decide::transition(c, who, s.mine.id, &because(WorkState::SignedOff, ""), None))),
    ("send_back", Role::Reviewer, 1, |c, who, s| done(decide::transition(c, who, s.mine.id, &because(WorkState::Checking, "Look again."), None))),
    ("set_verdict", Role::Reviewer, 1, |c, who, s| done(decide::set_verdict(c, who, s.claim.id, &finding(Substance::Mixed), None))),
    ("set_text_action", Role::Reviewer, 1, |c, who, s| done(decide::set_text_action(c, who, s.claim.id, Some((TextAction::Cut, "", false)), None))),
    ("add_comment", Role::Reviewer, 1, |c, who, s| done(discuss::add_comment(c, who, s.claim.id, "Hm."))),
    ("enter_contact", Role::Reviewer, 1, |c, who, s| {
        done(ask::enter_contact(c, who, s.claim.id, &ContactEntry { name: "The ministry", question: "Is it so?", ..ContactEntry::default() }))
    }),
    ("attach_evidence", Role::Reviewer, 1, |c, who, s| {
        done(gather::attach_evidence(c, who, s.claim.id, &EvidenceEntry { title: "A table", origin: "Its maker", ..EvidenceEntry::default() }, ""))
    }),
    ("attach_existing", Role::Reviewer, 1, |c, who, s| done(gather::attach_existing(c, who, s.claim.id, s.piece, ""))),
    ("amend_evidence", Role::Reviewer, 1, |c, who, s| {
        done(gather::amend_evidence(c, who, s.piece, &EvidenceEntry { title: "Other", ..EvidenceEntry::default() }, None, 1))
    }),
    ("detach_evidence", Role::Reviewer, 1, |c, who, s| done(gather::detach_evidence(c, who, s.mine.id, s.piece))),
    ("undo of another's step", Role::Editor, 1, |c, who, s| {
        let filter = corroborate::history::EventFilter { claim: Some(s.mine.id), ..Default::default() };
        let last = corroborate::history::list(c, &filter, 1)?.remove(0);
        done(undo::undo(c, who, last.id))
    }),
    ("freeze_report", Role::Editor, 1, |c, who, s| done(corroborate::report::freeze_report(c, who, s.article.id))),
    ("freeze_report and publish_report", Role::Editor, 2, |c, who, s| {
        let frozen = corroborate::report::freeze_report(c, who, s.article.id)?;
        done(corroborate::report::publish_report(c, who, frozen.id, ""))
    }),
    ("add_source", Role::Editor, 1, |c, who, _| {
        done(registry::add_source(c, who, &SourceEntry { name: "Nobody Known", kind: "person", ..SourceEntry::default() }))
    }),
    ("change_settings", Role::Admin, 1, |c, who, _| {
        let (old, revision) = settings::settings(c)?;
        done(settings::change_settings(c, who, &DeskSettings { name: format!("{} again", old.name), ..old }, revision))
    }),
    ("add_person", Role::Admin, 1, |c, who, s| {
        let email = format!("{}@desk.example", s.article.id);
        done(member::add_person(c, who, &NewPerson { name: "Nia", email: &email, role: "viewer" }, None))
    }),
    ("change_role", Role::Admin, 1, |c, who, s| done(member::change_role(c, who, s.ron.id.unwrap(), Role::Editor, None))),
    ("set_disabled", Role::Admin, 1, |c, who, s| done(member::set_disabled(c, who, s.ron.id.unwrap(), true, None))),
    ("make_password_link", Role::Admin, 1, |c, who, s| done(member::make_password_link(c, who, s.ron.id.unwrap()))),
    ("set_password", Role::Admin, 1, |c, who, s| done(member::set_password(c, who, s.ron.id.unwrap(), "correct horse battery"))),
    ("make_token for oneself", Role::Viewer, 1, |c, who, _| done(api_token::make_token(c, who, who.id.unwrap(), "Mine", None))),
    ("make_token for another", Role::Admin, 1, |c, who, s| done(api_token::make_token(c, who, s.ron.id.unwrap(), "His", None))),
];

fn to_ron(scene: &Scene) -> Order<'static> {
    Order { assignee: Some(scene.ron.id), priority: Some(Priority::High), ..Order::default() }
}

fn scene(desk: &mut Desk, name: &str) -> Scene {
    // A reviewer of their own for each deed, whose role and password may change.
    let ron = desk.reviewer(&format!("Ron {name}").replace('\'', ""));
    let article = desk.article();
    let mut claims = desk.claims_of(&article);
    let (claim, mine) = (claims.remove(0), claims.remove(0));
    desk.verdict(&ron, mine.id, Substance::Mixed);
    let piece = desk.evidence(&ron, mine.id, "Budget table");
    let mine = desk.move_to(&ron, mine.id, WorkState::InReview);
    Scene { article, claim, mine, piece, ron }
}

fn every_deed_asks_for_its_role_and_writes_its_one_line(desk: &mut Desk) {
    for (name, least, expected, deed) in DEEDS {
        let scene = scene(desk, name);
        for role in Role::ALL.iter().filter(|role| *role < least) {
            let who = desk.person(&format!("Somebody {role}"), role.code());
            let stopped = desk.refused(|c| deed(c, &who, &scene));
            assert!(matches!(stopped, Stopped::ByRole), "{name} by {role}: {stopped:?}");
        }
        let who = desk.person(&format!("Somebody {least}"), least.code());
        let (done, lines) = desk.watch(|desk| deed(desk.c(), &who, &scene));
        assert!(done.is_ok(), "{name} by {least}: {done:?}");
        assert_eq!(lines.len(), *expected, "{name}: {lines:#?}");
        assert!(lines.iter().all(|line| line.actor_id == who.id && line.actor_name == who.name && line.at == who.now), "{name}: {lines:#?}");
    }
    for (what, deed) in OPENING {
        let scene = scene(desk, what);
        let eva = desk.editor("Eva Editor");
        sign_off_article(desk.c(), &eva, scene.article.id, "In a hurry.", None).unwrap();
        let ron = scene.ron.clone();
        let stopped = desk.refused(|c| deed(c, &ron, &scene));
        assert!(matches!(stopped, Stopped::ByRole), "{what}: {stopped:?}");
        let (done, lines) = desk.watch(|desk| deed(desk.c(), &eva, &scene));
        assert!(done.is_ok() && lines.len() == 1, "{what}: {done:?}, {lines:#?}");
    }
    desk.history_is_whole();
}

/// Deeds on an article that is signed off.
const OPENING: &[(&str, Deed)] = &[("reopen_article", |c, who, s| done(reopen_article(c, who, s.article.id, "A letter came.", None)))];

fn no_deed_happens_without_its_line_of_history(desk: &mut Desk) {
    let scenes: Vec<Scene> = DEEDS.iter().map(|(name, ..)| scene(desk, name)).collect();
    let ada = desk.admin("Ada Admin");
    let refuse = match desk.c() {
        DbConnection::Sqlite(_) => "CREATE TRIGGER no_more BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no more history'); END".to_owned(),
        DbConnection::Postgres(_) => "CREATE FUNCTION no_more() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no more history'; END $$; \
             CREATE TRIGGER no_more BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION no_more()"
            .to_owned(),
    };
    desk.c().batch_execute(&refuse).unwrap();
    for ((name, _, _, deed), scene) in DEEDS.iter().zip(&scenes) {
        let stopped = desk.refused(|c| deed(c, &ada, scene));
        assert!(matches!(stopped, Stopped::ByDatabase), "{name}: {stopped:?}");
    }
}
